"""Articles as Markdown."""

from __future__ import annotations

import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from store import anchors
from store.exchange import markdown
from store.model import Annotation, MarkStyle, OpenArticle, Span
from tests.store.exchange.conftest import written


def test_an_article_with_facts_notes_and_text(article: OpenArticle) -> None:
    anchor = anchors.make(article.article.text, Span(0, 4))
    made = Annotation(1, 1, anchor, "green", MarkStyle.FILL, "**why**?", ("to check",), "", "")
    lost, whole = (
        replace(made, orphan=True, note="", tags=()),
        replace(made, anchor=anchors.WHOLE, note="all"),
    )
    row = replace(article.row, heading="Talks_in [Baku]")
    text = written("markdown", replace(article, row=row, annotations=(made, lost, whole), tags=("a b",)))
    head, facts, notes, prose = text.split("\n## ")
    assert head.startswith("# Talks\\_in \\[Baku\\]\n")
    assert "\\#a-b" in head
    assert facts.startswith("Facts\n")
    assert "- **Venue:** Ministry of Defense" in facts
    assert notes.startswith("Notes\n\n> BAKU\n\n**why**?\n\n\\#to-check\n")
    assert "*These words are no longer in the article.*" in notes
    assert "*On the whole article*\n\nall\n" in notes
    assert prose.startswith("Text\n\nBAKU, Azerbaijan, December 17.")


def test_articles_are_parted_by_rules(article: OpenArticle) -> None:
    assert written("markdown", article, article).count("\n---\n\n# ") == 1


@given(st.text(st.sampled_from("a1.)-+=# \t\n*_`<>[]|~\\"), max_size=60))
def test_prose_is_taken_for_text(said: str) -> None:
    made = markdown.prose(said)
    for line in made.splitlines():
        assert not re.match(r"\s*([-+*]|\d+[.)]|#{1,6}|=+|-+|>|`{3}|~{3})(\s|$)", line)
        assert not line.startswith(("    ", "\t"))
        assert not re.search(r"(?<!\\)(?:\\\\)*[`*_\[\]<>#|~]", line)
    plain = re.sub(r"\\(.)", r"\1", made)
    assert plain.split() == said.split()


def test_every_line_stays_one() -> None:
    assert markdown.prose("one\ntwo\n\n    three\n1. four") == "one  \ntwo\n\nthree  \n1\\. four\n"
