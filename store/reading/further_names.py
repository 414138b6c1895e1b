"""Names found by others of the same article: told again, or surnames of people listed together."""

from __future__ import annotations

from store.lexicon.grammar import grammar_words
from store.reading.gazetteer import Hit, HitKind
from store.reading.name_parts import PREPOSITIONS
from store.reading.names import NameRun
from store.reading.tokens import Tokens


def with_repeated(tokens: Tokens, runs: list[tuple[NameRun, int]]) -> list[tuple[NameRun, int]]:
    """The runs, and names such as ``To Lam`` again where no title stands before them."""
    low, cap, syllables = tokens.low, tokens.cap, grammar_words().syllables
    known = {
        tuple(low[run.first : run.last])
        for run, _ in runs
        if run.sure and run.last - run.first > 1 and low[run.first] in syllables
    }
    if not known:
        return runs
    taken = {at for run, _ in runs for at in range(run.first, run.last)}
    firsts = {name[0]: name for name in known}
    found = list(runs)
    for number, (first, last, _) in enumerate(tokens.sentences):
        for at in range(first, last - 1):
            name = firsts.get(low[at])
            if name is None or at in taken or not cap[at] or not cap[at + 1]:
                continue
            if tuple(low[at : at + len(name)]) == name:
                found = [(run, n) for run, n in found if not at <= run.first < at + len(name)]
                found.append((NameRun(at, at + len(name), True), number))
    return sorted(found, key=lambda row: row[0].first)


def with_surnames(
    tokens: Tokens, hits: list[Hit | None], taken: list[bool], runs: list[tuple[NameRun, int]]
) -> list[tuple[NameRun, int]]:
    """The runs, and lone surnames that are towns as well: ``Michael Langley``, then ``Langley met``."""
    low, cap = tokens.low, tokens.cap
    towns = {
        low[run.last - 1]
        for run, _ in runs
        if run.last - run.first > 1
        and (hit := hits[run.last - 1]) is not None
        and hit.entry.kind is HitKind.CITY
        and hit.last - hit.first == 1
    }
    if not towns:
        return runs
    done = {at for run, _ in runs for at in range(run.first, run.last)}
    found = list(runs)
    for number, (first, last, _) in enumerate(tokens.sentences):
        for at in range(first, last):
            if low[at] not in towns or at in done or taken[at] or not cap[at]:
                continue
            before = low[at - 1] if at > first else ""
            part = (at > first and cap[at - 1] and tokens.word[at - 1][0].isalpha()) or (
                at + 1 < last and cap[at + 1] and tokens.word[at + 1][0].isalpha()
            )
            if before not in PREPOSITIONS and not part:
                found.append((NameRun(at, at + 1, True), number))
    return sorted(found, key=lambda row: row[0].first)
