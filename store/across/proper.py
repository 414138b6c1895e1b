"""Proper names in a sentence that are no person's: of parks, monuments, organisations, exercises."""

from __future__ import annotations

from collections.abc import Iterator

from store.across.sentences import Sentence
from store.lexicon.grammar import grammar_words

_BETWEEN = frozenset("of the and for de la du der von al".split())
_HEADING = 0.6  # of the words have capitals where a heading is written so: then they tell no names
_GAPS = frozenset(" \u00a0-\u2010\u2011'\u2019\n")
_APART = frozenset("he she it they we the a an in at on as this that moreover however also then".split())


def names_in(text: str, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Ranges of words: two words with capitals at least, small ones between them; a name has no slot."""
    words = sentence.words
    if sum(_is_big(text, sentence, place) for place in range(len(words))) > _HEADING * sentence.free:
        return
    at = 0
    while at < len(words):
        if not _is_big(text, sentence, at):
            at += 1
            continue
        last = at + 1
        look = last
        while look < len(words) and _joined(text, sentence, look) and not words[look].slot:
            if _is_big(text, sentence, look):
                last = look + 1
            elif words[look].folded not in _BETWEEN or look - last > 1:
                break
            look += 1
        start = at
        if words[at].folded in _APART:  # At the Peace Monument
            start = next((n for n in range(at + 1, last) if words[n].folded not in _BETWEEN), last)
        big = sum(_is_big(text, sentence, place) for place in range(start, last))
        if big > 1 and not _is_post([word.folded for word in words[start:last]]):
            yield start, last
        at = last


def _is_post(said: list[str]) -> bool:
    """Whether a post is named: Minister of National Defence, Permanent Representative; no Victory Park."""
    heads = grammar_words().head_words
    small = [word in _BETWEEN for word in said]
    return (said[0] in heads and small[1]) or (said[-1] in heads and not any(small))


def _is_big(text: str, sentence: Sentence, at: int) -> bool:
    word = sentence.words[at]
    return not word.slot and text[word.span.start].isupper()


def _joined(text: str, sentence: Sentence, at: int) -> bool:
    """Whether nothing but a blank or a hyphen is between a word and the one before it."""
    between = text[sentence.words[at - 1].span.end : sentence.words[at].span.start]
    return len(between) <= 2 and all(letter in _GAPS for letter in between)
