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


TURKISH = (
    "Millî Savunma Bakanı Yaşar Güler, Ankara'da Azerbaycan Savunma Bakanı Zakir Həsənov ile görüştü."
    " Görüşmede ikili ilişkiler, bölgesel güvenlik ve savunma sanayii iş birliği ele alındı. Çok teşekkür."
).replace("ə", "a")


def test_the_person_says_the_encoding() -> None:
    data = TURKISH.encode("cp1254")
    decoded = decode(data, "a.txt", said="windows-1254")
    assert (decoded.text, decoded.encoding, decoded.guessed) == (TURKISH, "cp1254", False)
    with pytest.raises(IntakeError, match=r"there is no encoding of that name"):
        decode(data, "a.txt", said="klingon")
    with pytest.raises(IntakeError, match=r"is not UTF-8 text \(byte \d+ does not fit\); name another"):
        decode(data, "a.txt", said="utf-8")


def test_a_mark_is_believed_before_the_person() -> None:
    assert decode("Türkiye".encode("utf-8-sig"), "a.txt", said="cp1251").text == "Türkiye"


def test_a_page_declares_its_encoding() -> None:
    page = '<html><head><meta charset="windows-1254"></head><body>Türkiye, Kadıoğlu</body></html>'
    decoded = decode(page.encode("cp1254"), "a.html", markup=True)
    assert (decoded.text, decoded.encoding, decoded.guessed) == (page, "cp1254", False)


def test_what_says_nothing_is_guessed_and_said_to_be() -> None:
    decoded = decode((TURKISH * 3).encode("cp1254"), "a.txt")
    assert decoded.guessed
    assert "Ankara" in decoded.text


@given(st.text(st.characters(codec="cp1251", exclude_categories=["Cc"]), min_size=1).filter(str.strip))
def test_an_encoding_that_is_named_round_trips(text: str) -> None:
    data = text.encode("cp1251")
    if not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        assert decode(data, "a.txt", said="cp1251").text == text
