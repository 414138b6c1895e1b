"""The report: one page of HTML that needs nothing else and in which nothing runs."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from store import anchors
from store.model import Annotation, Article, Fact, FactState, MarkStyle, OpenArticle, Reading, Role, Span
from tests.fabricated import official, opened
from tests.store.exchange.conftest import written

EMPTY = {"meta", "br", "hr"}
ALLOWED = {
    *(
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "main",
        "footer",
        "article",
        "section",
        "h1",
        "h2",
        "h3",
    ),
    *("p", "div", "span", "mark", "sup", "a", "q", "table", "caption", "tr", "th", "td"),
}


class Page(HTMLParser):
    """A page as a strict reader has it: every element closed, in order."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.seen: set[str] = set()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.marks: list[tuple[str, str]] = []
        self.text = ""
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        found = dict(attrs)
        assert not [name for name in found if name.startswith("on") or name in ("src", "style", "srcset")]
        if found.get("id"):
            self.ids.append(str(found["id"]))
        if "href" in found:
            self.links.append(str(found["href"]))
        if tag == "mark":
            self.marks.append((str(found["class"]), ""))
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "mark" in self.open and "sup" not in self.open:
            kind, said = self.marks[-1]
            self.marks[-1] = (kind, said + data)
        self.text += data


def note(article: OpenArticle, words: str, number: int, **further: object) -> Annotation:
    start = article.article.text.index(words)
    anchor = anchors.make(article.article.text, Span(start, start + len(words)))
    made = Annotation(number, 1, anchor, "green", MarkStyle.WAVE, "", (), "2025-01-01T00:00:00Z", "")
    return replace(made, **further)  # type: ignore[arg-type]


def test_the_page_needs_nothing_else(article: OpenArticle) -> None:
    made = replace(
        article, tags=("to check",), annotations=(note(article, "received a delegation", 1, note="why?"),)
    )
    text = written("html", made, title="Visits & <talks>")
    page = Page(text)
    assert page.seen <= ALLOWED
    assert len(set(page.ids)) == len(page.ids)
    assert page.links
    assert {link.removeprefix("#") for link in page.links} <= set(page.ids)
    assert "default-src &#x27;none&#x27;" in text
    assert "<title>Visits &amp; &lt;talks&gt;</title>" in text
    style = text.partition("<style>")[2].partition("</style>")[0]
    assert "@media print" in style
    assert "prefers-color-scheme: dark" in style
    assert not [word for word in ("url(", "@import", "http") if word in style]
    assert "".join(said for _, said in page.marks) == "received a delegation"
    assert {kind for kind, _ in page.marks} == {"green wave"}
    assert "why?" in page.text
    assert "to check" in page.text


def test_facts_lead_to_the_words_that_say_so(article: OpenArticle) -> None:
    states = {Fact("official", 1, "rank"): FactState.CORRECTED, Fact("meeting", 0): FactState.CONFIRMED}
    text = written("html", replace(article, states=states))
    start = article.article.text.index("Ministry of Defense")
    assert f'<a href="#a1w{start}">Ministry of Defense</a>' in text
    assert f'id="a1w{start}"' in text
    assert 'title="Rank: Army General (Levent Ergün)' in text
    assert 'Army General</a> <span class="state">corrected</span>' in text
    assert "Türkiye</a>" in text
    assert "not stated" in text


def test_highlights_that_overlap_and_notes_without_words(article: OpenArticle) -> None:
    first, second = note(article, "received a delegation", 1), note(article, "delegation headed by", 2)
    lost = replace(
        first, id=3, orphan=True, anchor=replace(first.anchor, exact="gone words", span=Span(0, 0))
    )
    whole = replace(first, id=4, anchor=anchors.WHOLE, note="<b>on all</b>\nof it", tags=("x",))
    text = written("html", replace(article, annotations=(first, second, lost, whole)))
    page = Page(text)
    assert "".join(said for _, said in page.marks).count("delegation") == 1
    assert "&lt;b&gt;on all&lt;/b&gt;\nof it" in text
    assert "no longer in the article" in text
    assert "On the whole article" in text


def test_several_articles_have_names_of_their_own(article: OpenArticle) -> None:
    page = Page(written("html", article, article))
    assert [name for name in page.ids if "w" not in name] == ["a1", "a2"]


@given(st.text(max_size=200), st.text(max_size=40))
def test_hostile_words_are_text(words: str, said: str) -> None:
    made = opened(Article("k", words), Reading())
    made = replace(made, tags=(said,), row=replace(made.row, heading=said, outlet=said))
    text = written("html", made, title=said)
    assert Page(text).seen <= ALLOWED
    assert "\0" not in text


def test_a_script_in_an_article_is_shown_not_run() -> None:
    words = "<script>alert(1)</script><img src=x onerror=alert(1)> \"quoted\" 'and' & more"
    page = Page(written("html", opened(Article("k", words), Reading())))
    assert page.seen <= ALLOWED
    assert words in page.text


def test_a_long_article_with_many_marks() -> None:
    text = "General Ada Host met Gil Guest. " * 2500
    every = tuple(Span(at, at + 16) for at in range(0, len(text) - 32, 32))
    person = replace(official("General Ada Host", "General Ada Host", Role.HOST), mentions=every)
    made = opened(Article("k", text), Reading(officials=(person,)))
    assert written("html", made).count('title="Official: ') == 2499
