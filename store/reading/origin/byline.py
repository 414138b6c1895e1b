"""Who wrote the article: ``By N. N.``, ``Author: N. N.``, a name over ``Author``, ``Translator: N. N.``."""

from __future__ import annotations

import re
from functools import cache

from store.lexicon import load
from store.lexicon.grammar import grammar_words
from store.model import Span
from store.reading.origin.page import Page
from store.reading.origin.values import Read
from store.reading.origin.words import UPPER, city_of, is_of_country, outlet_of, source_words

_PARTICLE = r"(?:al|el|bin|van|von|der|de|da|di|du|la|le|y|e|ten|den|st)"
_LETTERS = r"[\wʻʼ‘’'.-]*+"
_PERSON = rf"[{UPPER}]{_LETTERS}(?:\s(?:{_PARTICLE}\s){{0,2}}[{UPPER}]{_LETTERS}){{0,4}}"
_END = (
    r"(?=\s*(?:$|[,|•·/(–—;@<\[]|\s-\s|\s{2,}|\band\b|\b(?:in|for)\s[A-Z]|[A-Z]?[a-z]*\s?\d"
    r"|\b(?:Published|Posted|Updated|Photos?|Editor|editor)\b))"
)
_DATED = re.compile(rf"\W{{0,3}}(?P<name>{_PERSON})\s+(?:[|•·–-]\s*)?(?:Published|Posted|Updated)\b")
_CONTRIBUTED = re.compile(rf"\b(?P<name>{_PERSON}),?\s+contributed\s+to\s+this\b")
_IN_BRACKETS = re.compile(rf"\([^()]{{0,30}}\b(?:author|reporter|by):?\s+(?P<name>{_PERSON})")
_SIGN = re.compile(r"\b(?:by|By|BY)\b|:|\b(?:Published|Posted|Updated)\b")
_DATE = re.compile(r"\b(?:19|20)\d\d\b")
_NOBODY = re.compile(r"\d|@|https?:")
_LONGEST = 140  # characters of a line with a byline
_SIGNED = re.compile(
    rf"[/(\[*\s—–-]*(?P<name>{_PERSON})(?:\s*/\s*{_LETTERS}(?:\s{_LETTERS}){{1,3}})?[/)\]*\s.]*"
)
_CREDITS = ("contributed", "author", "reporter", "(by", "(By")
_LAST = 300  # characters of a paragraph in which somebody "contributed"


def find_byline(page: Page) -> Read | None:
    """The author; where none is named, the reporter, then the translator, then the editor."""
    text = page.text
    lines = [*page.head, *page.tail]
    best: tuple[int, Read] | None = None
    for line, following in zip(lines, (*lines[1:], None), strict=False):
        if line.end - line.start > _LONGEST:
            continue
        found = None
        if _SIGN.search(text, line.start, line.end):
            found = _labelled(text, line, following) or _dated(text, line)
        found = found or _titled(text, line, following)
        if found is not None and (best is None or found[0] < best[0]):
            best = found
    return best[1] if best else _in_prose(page) or _bare(page)


@cache
def _ranks() -> dict[str, tuple[int, str]]:
    """Each label with its place in the order of trust and its rule."""
    words = source_words()
    kinds = (words.authors, words.reporters, words.translators, words.editors)
    names = ("author", "reporter", "translator", "editor")
    return {
        form: (rank, f"byline.{name}")
        for rank, (forms, name) in enumerate(zip(kinds, names, strict=True))
        for form in forms
    }


@cache
def _label() -> re.Pattern[str]:
    """A label at the head of a line or after a bar; one that does not end in "by" takes a colon."""
    forms = sorted(_ranks(), key=len, reverse=True)
    by = "|".join(re.escape(form) for form in forms if form.endswith("by"))
    other = "|".join(re.escape(form) for form in forms if not form.endswith("by"))
    return re.compile(
        rf"(?:(?i:(?P<by>{by})\s*:?\s+)|(?i:(?P<other>{other})\s*:\s*))(?P<name>{_PERSON}){_END}"
    )


_BAR = re.compile(r"[|•·]\s*")
_MARGIN = re.compile(r"[^\w\n]{0,3}")


def _labelled(text: str, line: Span, following: Span | None) -> tuple[int, Read] | None:
    starts = [line.start, *(bar.end() for bar in _BAR.finditer(text, line.start, line.end))]
    for start in starts:
        margin = _MARGIN.match(text, start, line.end)
        match = _label().match(text, margin.end() if margin else start, line.end)
        if match is None:
            continue
        rank, rule = _ranks()[" ".join((match["by"] or match["other"]).lower().split())]
        name = _without_rank(match["name"]) if " " in match["name"] else match["name"]
        if _is_person(name, rule):
            return rank, _read(name, match.end("name") - len(name), rule)
    if text[line.start : line.end].strip().lower() == "by" and following is not None:
        name = text[following.start : following.end].strip()
        if re.fullmatch(_PERSON, name) and _is_person(name, "byline.author"):
            return 0, _read(name, following.start, "byline.author")
    return None


def _dated(text: str, line: Span) -> tuple[int, Read] | None:
    """``N. N. Published November 14, 2023``."""
    match = _DATED.match(text, line.start, line.end)
    if match is None or not _is_person(match["name"], "byline.dated"):
        return None
    return 1, _read(match["name"], match.start("name"), "byline.dated")


def _titled(text: str, line: Span, following: Span | None) -> tuple[int, Read] | None:
    """``N. N.`` over ``Author``; ``N. N., Staff Writer``; ``N. N., UzA``."""
    titles = source_words().author_titles
    printed = text[line.start : line.end].strip()
    name, _, title = printed.partition(",")
    if title.strip().lower() not in titles and not (title.strip() and outlet_of(title)):
        if following is None or following.end - following.start > 30 or following.start - line.end > 4:
            return None
        if text[following.start : following.end].strip().lower() not in titles:
            return None
        name = printed
    if not 2 <= len(name.split()) <= 4 or not re.fullmatch(_PERSON, name):
        return None
    if not _is_person(name, "byline.titled"):
        return None
    return 1, _read(name, text.index(name, line.start), "byline.titled")


def _in_prose(page: Page) -> Read | None:
    """``N. N. contributed to this report``; ``(RO - author: N. N., editor: M. M.)``."""
    for block in page.paragraphs[-3:]:
        start = max(block.start, block.end - _LAST)
        if not any(page.text.find(sign, start, block.end) >= 0 for sign in _CREDITS):
            continue
        match = _CONTRIBUTED.search(page.text, start, block.end)
        match = match or _IN_BRACKETS.search(page.text, start, block.end)
        if match is not None and _is_person(match["name"], "byline.contributed"):
            return _read(match["name"], match.start("name"), "byline.contributed")
    return None


def _bare(page: Page) -> Read | None:
    """A name that stands alone right beside the line with the date, or right below the prose."""
    text = page.text
    dated = [number for number, line in enumerate(page.head) if _DATE.search(text, line.start, line.end)]
    beside = [
        page.head[at] for number in dated[:2] for at in (number - 1, number + 1) if 0 <= at < len(page.head)
    ]
    below = [line for line in page.tail if line.start > page.prose[-1].start][:1] if page.prose else []
    for line in (*beside, *below):
        match = _SIGNED.fullmatch(text, line.start, line.end)
        if match is not None and _is_bare_name(match["name"]):
            return _read(match["name"], match.start("name"), "byline.bare")
    return None


def _is_bare_name(name: str) -> bool:
    """Whether words that nothing introduces can only be a person's name."""
    words = name.split()
    if not 2 <= len(words) <= 4 or name.isupper() or not _is_person(name, "byline.bare"):
        return False
    grammar = grammar_words()
    low = [bare for word in words if len(bare := word.strip(".,").lower()) > 1]
    if any(word in grammar.not_names or word in grammar.head_words for word in low):
        return False
    unknown = [word for word in low if word not in grammar.ordinary and len(word) > 2]
    return bool(unknown) and not any(is_of_country(word) for word in words)


@cache
def _rank_forms() -> dict[str, list[str]]:
    """The forms of ranks by their first words, longest first."""
    forms: dict[str, list[str]] = {}
    for form in sorted((form for form in load().rank_forms if len(form) > 2), key=len, reverse=True):
        forms.setdefault(form.partition(" ")[0], []).append(form)
    return forms


def _without_rank(name: str) -> str:
    """``Staff Sgt. N. N.`` without the rank; where nothing but a rank is left, the name as it is."""
    for form in _rank_forms().get(name.partition(" ")[0], ()):
        if name.startswith(form) and name[len(form) : len(form) + 1] == " ":
            return name[len(form) + 1 :]
    return name


def _is_person(name: str, rule: str) -> bool:
    words = [word.strip(".,’'").lower() for word in name.split()]
    if _NOBODY.search(name) or len(words) > 5:
        return False
    if len(words) < 2 and (rule != "byline.author" or len(name) < 4 or name.isupper()):
        return False
    if outlet_of(name) or city_of(name):
        return False
    return not any(word in source_words().no_author for word in words)


def _read(name: str, start: int, rule: str) -> Read:
    name = name.rstrip(" .") if not name.endswith("r.") else name
    shown = name.title() if name.isupper() else name
    return Read(" ".join(shown.split()), Span(start, start + len(name)), rule)
