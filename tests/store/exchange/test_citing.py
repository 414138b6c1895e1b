"""Articles as references."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.exchange import citing
from store.model import Article, OpenArticle, Reading, Stated
from tests.fabricated import opened
from tests.store.exchange.conftest import written


@pytest.fixture
def cited(article: OpenArticle) -> OpenArticle:
    """An article with a byline."""
    reading = replace(article.reading, byline=Stated("Ada Writer", article.reading.officials[0].evidence))
    return replace(article, reading=reading, row=replace(article.row, heading="Talks & 50% more_"))


def test_bibtex(cited: OpenArticle) -> None:
    text = written("bibtex", cited, cited)
    assert text.startswith("@article{trend2025talks,\n  title = {{Talks \\& 50\\% more\\_}},\n")
    assert "  author = {Ada Writer},\n" in text
    assert '  year = {2025},\n  month = "17~" # dec,\n  note = {citing Ministry of Defense; ' in text
    assert "@article{trend2025talks-2," in text


def test_ris(cited: OpenArticle) -> None:
    lines = written("ris", cited).split("\r\n")
    assert lines[:4] == ["TY  - NEWS", "TI  - Talks & 50% more_", "AU  - Ada Writer", "T2  - Trend"]
    assert "DA  - 2025/12/17/" in lines
    assert lines[-3:] == ["ER  - ", "", ""]
    assert all(re.fullmatch(r"[A-Z][A-Z0-9]  - .*", line) for line in lines if line)


def test_csl(cited: OpenArticle) -> None:
    first, second = json.loads(written("csl-json", cited, cited))
    assert first["issued"] == {"date-parts": [[2025, 12, 17]]}
    assert (first["type"], first["container-title"]) == ("article-newspaper", "Trend")
    assert first["author"] == [{"literal": "Ada Writer"}]
    assert first["id"] != second["id"]
    assert json.loads(written("csl-json")) == []


def test_an_article_of_which_little_is_known() -> None:
    bare = opened(Article("k", "words"), Reading())
    bare = replace(bare, row=replace(bare.row, heading="", date=None, outlet=None))
    assert citing.key(bare) == "article"
    assert "year" not in written("bibtex", bare)
    assert "DA  -" not in written("ris", bare)
    assert "issued" not in json.loads(written("csl-json", bare))[0]
    month = replace(bare, row=replace(bare.row, date="2024-05"))
    assert "  month = may,\n" in written("bibtex", month)


@given(st.text(st.sampled_from("\\{}&%$#_~^ab\n"), max_size=30))
def test_braces_of_an_entry_are_balanced(said: str) -> None:
    made = opened(Article("k", "words"), Reading())
    text = written("bibtex", replace(made, row=replace(made.row, heading=said, outlet=said)))
    bare = re.sub(r"\\[{}\\&%$#_]", "", text.replace("\\textbackslash{}", ""))
    assert bare.count("{") == bare.count("}")
    assert not re.search(r"(?<!\\)[&%$_]", text)
