"""Pages that would do harm: their text is read, in bounded time, and nothing is fetched or run."""

from __future__ import annotations

import html
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.errors import IntakeError
from store.intake.files import raw_file, take
from store.intake.flat import flatten
from store.intake.pages import LAID_OUT
from store.intake.pieces import Raw
from store.model import Refusal

FIRST = "Minister of Defense Jane Smith received Ambassador John Brown in London on May 7, 2024."
SECOND = "The sides discussed military cooperation and regional security at the Ministry of Defense."
BODY = f"<p>{FIRST}</p><p>{SECOND}</p>"
REACHED: list[str] = []
"""Files and hosts that anything asked for while a page was read."""


_WAYS_OUT = (
    "socket.connect",
    "socket.getaddrinfo",
    "socket.gethostbyname",
    "socket.sendto",
    "subprocess.Popen",
    "os.system",
    "webbrowser.open",
)


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    if event in _WAYS_OUT or (event == "open" and "secret" in str(arguments[0])):
        REACHED.append(f"{event} {arguments}")


@pytest.fixture(scope="module", autouse=True)
def hook() -> None:
    sys.addaudithook(_watch)  # cannot be taken off again; it only looks


@pytest.fixture(autouse=True)
def nothing_reached() -> Iterator[None]:
    REACHED.clear()
    yield
    assert REACHED == []


def text_of(page: str, name: str = "page.html") -> str:
    [found] = take(Raw(page.encode(), "page", name, ".html"))
    assert not isinstance(found, Refusal)
    return found.article.text  # type: ignore[union-attr]


def page(body: str, head: str = "") -> str:
    return f"<html><head><title>Headline</title>{head}</head><body>{body}</body></html>"


EVIL = (
    "<script>document.write('evil')</script>"
    "<style>@import url(http://192.0.2.1/evil.css); p {display: none}</style>"
    "<iframe src='http://192.0.2.1/evil'>evil</iframe><img src='http://192.0.2.1/evil.png' onerror='evil()'>"
    "<img src='file:///secret'>"
    "<form action='http://192.0.2.1'><input value='evil'><button>evil</button></form>"
    "<object data='file:///secret'>evil</object><svg onload='evil()'><script>evil()</script></svg>"
    "<base href='http://192.0.2.1/'><link rel='stylesheet' href='http://192.0.2.1/evil.css'>"
)


@pytest.mark.parametrize(
    "times", [1, 300, LAID_OUT // len(EVIL) + 1], ids=["one", "many", "more than a tree"]
)
def test_what_a_page_would_run_or_fetch_is_left_out(times: int) -> None:
    text = text_of(page(f"{EVIL * times}<article>{BODY}</article>{EVIL}", EVIL))
    assert "evil" not in text
    assert "<" not in text
    assert text.index(FIRST) < text.index(SECOND)


def test_entities_of_a_page_name_no_files() -> None:
    declared = "<!DOCTYPE html [<!ENTITY x SYSTEM 'file:///secret'><!ENTITY a 'evil evil'>]>"
    text = text_of(declared + page(f"<article>{BODY}<p>&x; &a;</p></article>"))
    assert "evil evil" not in text.replace("'evil evil'", "")
    assert FIRST in text


@pytest.mark.parametrize("tag", ["div", "b", "blockquote", "table", "ul", "span"])
@pytest.mark.parametrize("closed", [True, False])
def test_words_below_ten_thousand_elements_are_read(tag: str, closed: bool) -> None:
    deep = f"<{tag}>" * 10_000 + BODY + (f"</{tag}>" * 10_000 if closed else "")
    text = text_of(page(deep))
    assert text.split("\n\n") == ["Headline", FIRST, SECOND]


def test_fifty_megabytes_of_no_words_are_read_in_bounded_time(tmp_path: Path) -> None:
    file = tmp_path / "large.html"
    file.write_text(page(f"<div class='{'x' * 25_000_000}'>{BODY}</div><!--{'-x' * 12_500_000}-->"), "utf-8")
    [found] = take(raw_file(file))
    assert not isinstance(found, Refusal)
    assert found.article.text.split("\n\n") == ["Headline", FIRST, SECOND]  # type: ignore[union-attr]


def test_fifty_megabytes_of_words_are_refused_in_a_sentence(tmp_path: Path) -> None:
    file = tmp_path / "large.html"
    file.write_text(page(BODY * (50_000_000 // len(BODY))), "utf-8")
    with pytest.raises(IntakeError, match="too large for an article"):
        list(take(raw_file(file)))


def test_a_large_page_has_its_title_and_day() -> None:
    meta = "<meta property='article:published_time' content='2024-05-07T10:00:00+04:00'>"
    [found] = take(Raw(page(BODY + "<!-- -->" * LAID_OUT, meta).encode(), "page", "page.html", ".html"))
    assert not isinstance(found, Refusal)
    assert found.article.published == "2024-05-07"  # type: ignore[union-attr]
    assert found.article.text.startswith("Headline\n\n")  # type: ignore[union-attr]


@pytest.mark.parametrize("broken", ["<p ", "<!--", "<![CDATA[", "&", "</p>", "<a href='"])
def test_what_never_ends_is_read_in_bounded_time(broken: str) -> None:
    assert FIRST in text_of(page(BODY) + broken * 500_000 + BODY)


TAGS = st.sampled_from(["div", "p", "section", "li"])
WORDS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), min_size=1).filter(str.strip)


@settings(deadline=None)
@given(
    st.lists(WORDS, min_size=1, max_size=6),
    st.lists(st.sampled_from(["div", "p", "section", "li"]), min_size=1),
)
def test_every_block_is_a_line_in_its_order(lines: list[str], tags: list[str]) -> None:
    markup = "".join(
        f"<{tags[n % len(tags)]}>{html.escape(line)}</{tags[n % len(tags)]}>" for n, line in enumerate(lines)
    )
    assert flatten(f"<html><body>{markup}</body></html>").text.split("\n\n") == [
        " ".join(line.split()) for line in lines
    ]


@settings(deadline=None)
@given(st.text())
def test_any_text_at_all_is_flattened(markup: str) -> None:
    assert flatten(markup).depth >= 0
