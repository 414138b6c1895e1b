"""Lexicon hits over the tokens: ranks, honorifics, countries and their adjectives, organisations, cities.

The longest form that begins at a token wins. A form is looked up by the lower-case words it is made
of, and an abbreviation in capitals (``US``, ``WHO``) only counts where it stands in capitals.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from store.lexicon import City, Lexicon, Organisation, Territory, load
from store.lexicon.grammar import grammar_words
from store.reading.tokens import Tokens, low_words


class HitKind(StrEnum):
    """What a lexicon form is."""

    RANK = "rank"
    HONORIFIC = "honorific"
    COUNTRY = "country"  # "Türkiye"
    ADJECTIVE = "adjective"  # "Turkish"
    PEOPLE = "people"  # "Turks"
    ORGANISATION = "organisation"
    CITY = "city"


@dataclass(frozen=True, slots=True)
class Entry:
    """A lexicon form: its kind, the code it stands for (country or organisation), and the entry itself."""

    kind: HitKind
    code: str
    value: str  # canonical name, rank or city
    weak: bool
    exact: str  # the form in capitals that must stand in the text, or ""


@dataclass(slots=True)
class Hit:
    """An entry found at tokens ``[first, last)``."""

    first: int
    last: int
    entry: Entry


Row = tuple[tuple[str, ...], Entry]  # the words of a form after its first


@dataclass(frozen=True, slots=True)
class _Forms:
    """The forms that begin with one word, longest first: by their second word, and the word alone."""

    longer: dict[str, tuple[Row, ...]]
    alone: tuple[Row, ...]
    small: bool  # the longest is a rank, or the word alone an honorific: such may stand in small letters


Trie = dict[str, _Forms]


def _form_entries(lexicon: Lexicon) -> Iterable[tuple[str, Entry]]:
    def entry(kind: HitKind, code: str, value: str, weak: bool, form: str) -> Entry:
        bare = form.replace(".", "")
        return Entry(kind, code, value, weak, form if bare.isupper() and len(bare) <= 5 else "")

    weak_forms = lexicon.weak_forms
    for form, rank in lexicon.rank_forms.items():
        yield form, entry(HitKind.RANK, "", rank.canonical, False, form)
    for form, honorific in lexicon.honorific_forms.items():
        if honorific.kind != "suffix":
            yield form, entry(HitKind.HONORIFIC, "", honorific.name, False, form)
    territories: list[tuple[HitKind, dict[str, Territory]]] = [
        (HitKind.COUNTRY, dict(lexicon.country_names)),
        (HitKind.ADJECTIVE, dict(lexicon.adjectives)),
        (HitKind.PEOPLE, dict(lexicon.demonyms)),
    ]
    for kind, forms in territories:
        for form, territory in forms.items():
            yield form, entry(kind, territory.code, territory.name, form in weak_forms, form)
    organisations: dict[str, Organisation] = dict(lexicon.organisation_names)
    for form, organisation in organisations.items():
        yield form, entry(HitKind.ORGANISATION, organisation.code, organisation.name, False, form)
    for code, letters in grammar_words().forces.items():
        for form in letters:  # a state's, though written as an organisation is: "the UPDF Chief of Staff"
            yield form, Entry(HitKind.ORGANISATION, code, form, False, form)
    cities: dict[str, City] = dict(lexicon.city_names)
    for form, city in cities.items():
        yield form, entry(HitKind.CITY, city.country, city.name, city.weak, form)


@cache
def _trie() -> Trie:
    """First word to the forms it begins, longest first; the first kind to claim a form keeps it."""
    found: dict[tuple[str, ...], Entry] = {}
    for form, entry in _form_entries(load()):
        words = low_words(form)
        if words and words not in found:
            found[words] = entry
    rows: dict[str, list[Row]] = {}
    for words, entry in found.items():
        rows.setdefault(words[0], []).append((words[1:], entry))
    return {first: _forms(forms) for first, forms in rows.items()}


def _forms(rows: list[Row]) -> _Forms:
    rows.sort(key=lambda row: -len(row[0]))
    longer: dict[str, list[Row]] = {}
    for rest, entry in rows:
        if rest:
            longer.setdefault(rest[0], []).append((rest, entry))
    alone = tuple(row for row in rows if not row[0])
    return _Forms(
        {second: (*held, *alone) for second, held in longer.items()},
        alone,
        (rows[0][1].kind is HitKind.RANK and bool(rows[0][0]))
        or any(row[1].kind is HitKind.HONORIFIC and row[1].value == "Sheikh" for row in alone),
    )


@cache
def _title_words() -> frozenset[str]:
    """Words before which ``General`` is no rank: ``General Secretary``, ``General Staff``."""
    words = grammar_words()
    return ((words.head_words | words.area) - {"al"}) | {"officer", "officers"}


_BEFORE_STAFF = frozenset("general of joint defence defense main naval army air military combined".split())


def find_hits(tokens: Tokens) -> list[Hit | None]:
    """For each token the hit that covers it, or None."""
    trie = _trie()
    low, word, cap = tokens.low, tokens.word, tokens.cap
    covering: list[Hit | None] = [None] * len(word)
    total = len(word)
    end = 0
    for at, forms in enumerate(map(trie.get, low)):
        if forms is None or at < end or not (cap[at] or forms.small):
            continue
        rows = forms.longer.get(low[at + 1], forms.alone) if at + 1 < total else forms.alone
        for rest, entry in rows:
            last = at + 1 + len(rest)
            if rest and tuple(low[at + 1 : last]) != rest:
                continue
            if not cap[at] and not (
                (entry.kind is HitKind.RANK and rest)
                or (entry.kind is HitKind.HONORIFIC and not rest and last < total and cap[last])
            ):
                continue
            if entry.kind is HitKind.RANK and low[at] == "staff" and at and low[at - 1] in _BEFORE_STAFF:
                continue  # "Chief of the General Staff | Brigadier General"
            if entry.exact and not _stands_in_capitals(word, at, last):
                continue
            if (
                rest
                and entry.kind is not HitKind.RANK
                and not cap[last - 1]
                and low[last - 1].isalpha()
                and len(rest) == 1
            ):
                continue
            if (
                entry.kind is HitKind.RANK
                and not rest
                and last < total
                and cap[last]
                and low[last] in _title_words()
            ):
                continue
            if (
                rest
                and entry.kind is HitKind.RANK
                and _belongs_to_words_before(low, word, covering, at, last)
            ):
                continue
            hit = Hit(at, last, entry)
            covering[at:last] = [hit] * (last - at)
            end = last
            break
    return covering


# Whose armies have no "Army General": there it is a general of the army.
_OF_THE_ARMY = frozenset("AU BD CA GB GH IE IN JM KE LK NG NP NZ PH PK RW TZ UG US ZA ZM ZW".split())


def _belongs_to_words_before(
    low: list[str], word: list[str], covering: list[Hit | None], at: int, last: int
) -> bool:
    """Whether the first word of a rank ends what stands before it: ``Marine Corps | Gen.``."""
    before = low[at - 1] if at else ""
    if low[at] == "corps":
        return before == "marine"
    if low[at] in ("staff", "army"):
        if before == "of":  # "Chief of Staff Major General X"
            return True
        country = covering[at - 1] if at else None
        return low[at] == "army" and (
            word[last - 1] == "Gen." or (country is not None and country.entry.code in _OF_THE_ARMY)
        )
    return False


def _stands_in_capitals(word: list[str], first: int, last: int) -> bool:
    return all(w.isupper() or not w.isalpha() for w in (x.replace(".", "") for x in word[first:last]) if w)
