"""Files and folders become articles, or a refusal in one sentence."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seeds import seed_files
from store.errors import IntakeError
from store.intake import files
from store.intake.files import fingerprint, is_prose, raw_file, take_one, walk
from store.model import Refusal

PROSE = "The Minister of Defense received a delegation led by the commander of the air force."


def test_the_sample_articles() -> None:
    for file in seed_files():
        taken = take_one(file.read_bytes(), file.name, file.name)
        whole = file.read_bytes().decode()
        assert taken.format == "seed"
        assert whole == f" date {taken.article.published} {taken.article.text}"


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=60), st.booleans())
def test_all_but_the_header_is_left_as_it_is(tail: str, marked: bool) -> None:
    body = f"{PROSE}\r\n{tail}"
    data = f" date 2023-12-06 {body}".encode("utf-8-sig" if marked else "utf-8")
    article = take_one(data, "k", "k.txt").article
    assert (article.text, article.published, article.key) == (body, "2023-12-06", "k")


@pytest.mark.parametrize("header", ["date 2023-02-30 ", " date 2023-12-6 ", "On date 2023-12-06 "])
def test_what_is_no_header_is_prose(header: str) -> None:
    article = take_one((header + PROSE).encode(), "k", "k.txt").article
    assert article.text == header + PROSE
    assert article.published is None


@pytest.mark.parametrize(
    "text", ["hello", "1 2 3 4 5 6 7 8 9 " * 9, "=-=-=-" * 30, "{}[]();;" * 9 + "a b c d e"]
)
def test_no_article(text: str) -> None:
    with pytest.raises(IntakeError, match=r"k\.txt is no article: there is too little prose in it\."):
        take_one(text.encode(), "k", "k.txt")


def test_prose_of_any_script() -> None:
    assert is_prose("国防部长周三在北京会见了来访的代表团双方就两军关系交换了意见")
    assert is_prose("Министр обороны принял делегацию во главе с командующим")


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (PROSE.replace(" ", "\r\n"), True),
        (f"  {PROSE}\n", True),
        (PROSE.replace("air", "land"), False),
        (PROSE.lower(), False),
    ],
)
def test_the_same_words_are_the_same_article(other: str, same: bool) -> None:
    assert (fingerprint(other) == fingerprint(PROSE)) is same


def test_a_folder_is_walked_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.TXT", "sub/c.text", "x.json", ".hidden.txt", ".git/d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(PROSE)
    refused: list[Refusal] = []
    found = [p.relative_to(tmp_path).as_posix() for p in walk([tmp_path, tmp_path / "b.txt"], refused)]
    assert found == ["a.TXT", "b.txt", "sub/c.text"]
    assert refused == []


def test_a_named_file_may_have_any_name(tmp_path: Path) -> None:
    (tmp_path / "x.article").write_text(PROSE)
    assert [p.name for p in walk([tmp_path / "x.article"], [])] == ["x.article"]


def test_what_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(IntakeError, match="does not exist"):
        raw_file(tmp_path / "gone.txt")
    with pytest.raises(IntakeError, match="no ordinary file"):
        raw_file(tmp_path)
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(IntakeError, match="no ordinary file"):
        raw_file(tmp_path / "pipe.txt")


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(PROSE)

    def forbidden(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", forbidden)  # the tests may run as root, who may open anything
    with pytest.raises(IntakeError, match=r"a\.txt cannot be read: permission denied\."):
        raw_file(tmp_path / "a.txt")


def test_a_folder_without_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(top: Path, onerror: object) -> list[object]:
        onerror(PermissionError(13, "Permission denied", str(top)))  # type: ignore[operator]
        return []

    monkeypatch.setattr(files.os, "walk", forbidden)
    refused: list[Refusal] = []
    assert list(walk([tmp_path], refused)) == []
    assert refused == [Refusal(str(tmp_path), f"The folder {tmp_path} cannot be read: permission denied.")]


def test_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LARGEST", 10)
    (tmp_path / "a.txt").write_text(PROSE)
    with pytest.raises(IntakeError, match="too large for an article"):
        raw_file(tmp_path / "a.txt")


def test_a_file_name_that_is_no_unicode(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/a\xff.txt"))
    path.write_text(PROSE)
    assert raw_file(path).key == "a\ufffd"


@given(st.text(st.sampled_from("ab c1.-é\n北"), max_size=120))
def test_what_is_plainly_prose_is_prose_by_the_count_of_words(text: str) -> None:
    if files._is_plainly_prose(text):
        words = files._WORD.findall(text)
        assert len(words) >= files._FEWEST_WORDS
        assert sum(map(len, words)) >= files._LEAST_PROSE * len("".join(text.split()))
