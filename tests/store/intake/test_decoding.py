"""Bytes become text unharmed or are refused in a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.errors import IntakeError
from store.intake.decoding import decode


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_marked_and_plain_unicode(encoding: str) -> None:
    decoded = decode("Kadıoğlu 😀\r\n".encode(encoding), "a.txt")
    assert decoded.text == "Kadıoğlu 😀\r\n"
    assert decoded.encoding == encoding.removesuffix("-sig")


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1).filter(str.strip))
def test_nothing_is_changed(text: str) -> None:
    if not text.startswith("\ufeff"):
        assert decode(text.encode(), "a.txt").text == text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "a.txt is empty."),
        (b" \r\n\t", "a.txt is empty."),
        (b"\xef\xbb\xbf", "a.txt is empty."),
        (b"\x7fELF\x00\x00 and so on", "a.txt is no text: it holds binary data."),
        (bytes(range(1, 32)) * 10, "a.txt is no text: it holds binary data."),
        ("Kadıoğlu met Çavuşoğlu".encode("cp1254"), "is not UTF-8 text (byte 4 does not fit)"),
        (b"\xff\xfea", "is not UTF-16 text"),
        ("a\0b".encode("utf-16"), "binary"),
    ],
)
def test_refusals(data: bytes, reason: str) -> None:
    with pytest.raises(IntakeError) as caught:
        decode(data, "a.txt")
    assert reason in str(caught.value)
    assert str(caught.value).count("\n") == 0


@given(st.binary())
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        text = decode(data, "a.txt").text
    except IntakeError:
        return
    assert "\0" not in text
    assert text.strip()
