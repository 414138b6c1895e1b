"""Lexicon hits over the tokens: ranks, honorifics, countries and their adjectives, organisations, cities.

The longest form that begins at a token wins. A form is looked up by the lower-case words it is made
of, and an abbreviation in capitals (``US``, ``WHO``) only counts where it stands in capitals.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from store.lexicon import City, Lexicon, Organisation, Territory, load
from store.lexicon.grammar import grammar_words

if TYPE_CHECKING:
    from store.reading.tokens import Tokens

FORM = 4096  # the sign of a word that a form may begin with, see ``signs``


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


Row = tuple[list[str], Entry]  # a form of two words or more: the words after its second


class _Longer(NamedTuple):
    """The forms that begin with two words: by their third word, longest first, and the two alone."""

    rows: dict[str, list[Row]]
    alone: list[Row]


@dataclass(frozen=True, slots=True)
class _Forms:
    """The forms that begin with one word: by their second word, longest first, and the word alone."""

    longer: dict[str, _Longer]
    alone: Entry | None
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
            yield form, Entry(HitKind.ORGANISATION, code, form, False, form if form.isupper() else "")
    cities: dict[str, City] = dict(lexicon.city_names)
    for form, city in cities.items():
        yield form, entry(HitKind.CITY, city.country, city.name, city.weak, form)


@cache
def _trie() -> Trie:
    """First word to the forms it begins, longest first; the first kind to claim a form keeps it."""
    from store.reading.tokens import low_words  # which itself asks for the signs of words

    found: dict[tuple[str, ...], Entry] = {}
    for form, entry in _form_entries(load()):
        words = low_words(form)
        known = found.get(words)
        if words and (known is None or (known.exact and not entry.exact and known.kind is entry.kind)):
            found[words] = entry  # "LtGen" beside "LTGEN"
    rows: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
    for words, entry in found.items():
        rows.setdefault(words[0], []).append((words[1:], entry))
    return {first: _forms(forms) for first, forms in rows.items()}


def _forms(rows: list[tuple[tuple[str, ...], Entry]]) -> _Forms:
    rows.sort(key=lambda row: -len(row[0]))
    longer: dict[str, _Longer] = {}
    for words, entry in rows:
        if words:
            known = longer.setdefault(words[0], _Longer({}, []))
            same = known.rows.setdefault(words[1], []) if words[1:] else known.alone
            same.append((list(words[1:]), entry))
    alone = next((entry for words, entry in rows if not words), None)
    return _Forms(
        longer,
        alone,
        (rows[0][1].kind is HitKind.RANK and bool(rows[0][0]))
        or (alone is not None and alone.kind is HitKind.HONORIFIC and alone.value == "Sheikh"),
    )


@cache
def _title_words() -> frozenset[str]:
    """Words before which ``General`` is no rank: ``General Secretary``, ``General Staff``."""
    words = grammar_words()
    return ((words.head_words | words.area) - {"al", "amir", "emir", "sultan"}) | {"officer", "officers"}


def signs_of(low: str, cap: bool) -> int:
    """``FORM`` where a form may begin with a word in lower case that is printed with a capital or not."""
    forms = _trie().get(low)
    return FORM if forms is not None and (cap or forms.small) else 0


def find_hits(tokens: Tokens) -> list[Hit | None]:
    """For each token the hit that covers it, or None."""
    low = tokens.low
    covering: list[Hit | None] = [None] * len(low)
    total = len(low)
    end = 0
    hits: list[Hit] = []
    trie = _trie()
    for at in [at for at, signs in enumerate(tokens.signs) if signs & FORM]:
        if at < end:
            continue
        forms = trie[low[at]]
        longer = forms.longer.get(low[at + 1]) if at + 1 < total else None
        found = _longest(tokens, covering, at, longer) if longer is not None else None
        if found is not None:
            end = found.last
            covering[at:end] = [found] * (end - at)
            hits.append(found)
        elif (entry := forms.alone) is not None and _stands_alone(tokens, at, entry):
            end = at + 1
            covering[at] = found = Hit(at, end, entry)
            hits.append(found)
    _resolve_shared(hits)
    return covering


_STATES = (HitKind.COUNTRY, HitKind.ADJECTIVE, HitKind.PEOPLE)


def _resolve_shared(hits: list[Hit]) -> None:
    """``Korea`` is the North where the article names only the North in full."""
    weak = [hit for hit in hits if hit.entry.weak and hit.entry.kind in _STATES]
    if not weak:
        return
    sure = {hit.entry.code for hit in hits if not hit.entry.weak and hit.entry.kind in _STATES}
    for hit in weak:
        if hit.entry.code in sure:
            continue
        named = load().territory_of.get(hit.entry.code)
        last = named.name.split()[-1] if named is not None else ""
        others = [code for code in sure if last and _shares_name(code, last)]
        if len(others) == 1:
            hit.entry = replace(hit.entry, code=others[0])


def _shares_name(code: str, word: str) -> bool:
    """Whether a state of several words is called so at the end: North Korea."""
    territory = load().territory_of.get(code)
    return territory is not None and " " in territory.name and territory.name.endswith(" " + word)


def _longest(tokens: Tokens, covering: list[Hit | None], at: int, longer: _Longer) -> Hit | None:
    """The longest of the forms of two words or more that stands here."""
    low, cap = tokens.low, tokens.cap
    third = low[at + 2] if at + 2 < len(low) else ""
    for rest, entry in (*longer.rows.get(third, ()), *longer.alone):
        last = at + 2 + len(rest)
        if rest and low[at + 2 : last] != rest:
            continue
        if entry.kind is HitKind.RANK:
            if _belongs_to_words_before(low, tokens.word, covering, at, last):
                continue
        elif not cap[at] or (not rest and not cap[at + 1] and low[at + 1].isalpha()):
            continue
        if not entry.exact or _stands_in_capitals(tokens.word, at, last):
            return Hit(at, last, entry)
    return None


def _stands_alone(tokens: Tokens, at: int, entry: Entry) -> bool:
    """Whether a form of one word stands here: ``US`` in capitals, ``General`` not before ``Staff``."""
    after = at + 1
    before_capital = after < len(tokens.cap) and tokens.cap[after]
    if not tokens.cap[at] and not (entry.kind is HitKind.HONORIFIC and before_capital):
        return False
    if entry.exact and not _stands_in_capitals(tokens.word, at, after):
        return False
    if tokens.low[at] == "america" and at and tokens.low[at - 1] in _AMERICAS:
        return False
    return not (entry.kind is HitKind.RANK and before_capital and tokens.low[after] in _title_words())


_AMERICAS = frozenset("latin north south central".split())  # "Latin America" is no country
_BEFORE_STAFF = frozenset("general of joint defence defense main naval army air military combined".split())
# Whose armies have no "Army General": there it is a general of the army.
_OF_THE_ARMY = frozenset("AU BD CA GB GH IE IN JM KE LK NG NP NZ PH PK RW TZ UG US ZA ZM ZW".split())


def _belongs_to_words_before(
    low: list[str], word: list[str], covering: list[Hit | None], at: int, last: int
) -> bool:
    """Whether the first word of a rank ends what stands before it: ``Marine Corps | Gen.``."""
    before = low[at - 1] if at else ""
    if low[at] == "corps":
        return before == "marine"
    if low[at] == "staff" and before in _BEFORE_STAFF:
        return True  # "Chief of the General Staff | Brigadier General"
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


def is_city_state(hit: Hit) -> bool:
    """Whether the country is its own capital: Singapore."""
    territory = load().territory_of.get(hit.entry.code)
    return territory is not None and territory.capital == territory.name
