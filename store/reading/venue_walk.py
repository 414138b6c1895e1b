"""The walk over the words of a venue's name, from its first to the one after its last."""

from __future__ import annotations

from store.lexicon.grammar import GrammarWords
from store.reading.gazetteer import HitKind
from store.reading.mentions import Phrases
from store.reading.tokens import Tokens

_INNER = frozenset(("of", "the", "for", "and", "de", "del", "da", "di", "von", "'s", "’", "'", "&", "-", "–"))
_FORCES = frozenset(("air", "naval", "army", "military"))  # "the old naval base"
_PLACES = frozenset((HitKind.COUNTRY, HitKind.ADJECTIVE, HitKind.ORGANISATION))


class VenueWalk:
    """Goes on from ``begin`` as long as the words can be a venue's; ``end`` is then where it stopped.

    ``good``: a word of the name says that it is a venue's. ``country``: the first that the name holds.
    """

    __slots__ = ("_last", "_phrases", "_tokens", "_words", "begin", "country", "end", "good")

    def __init__(self, tokens: Tokens, phrases: Phrases, words: GrammarWords, begin: int, last: int) -> None:
        self._tokens, self._phrases, self._words, self._last = tokens, phrases, words, last
        self.begin = self.end = begin
        self.good = False
        self.country: str | None = None

    def enter_office(self) -> None:
        """Begin after ``office of the``."""
        self.end += 2
        while self.end < self._last and self._tokens.low[self.end] in ("the", "his"):
            self.end += 1
        self.begin, self.good = self.end, True

    def go(self) -> None:
        """Walk."""
        while self.end < self._last and self._step():
            pass
        self.end = min(self.end, self._last)

    def _step(self) -> bool:
        """Take the next word or words; whether there may be more."""
        low, cap, end, words = self._tokens.low, self._tokens.cap, self.end, self._words
        if end > self.begin and self._is_somebody(end):
            return False
        hit = self._phrases.hits[end]
        if hit is not None and hit.entry.kind in _PLACES:
            self.country = self.country or hit.entry.code
            self.good = self.good or low[hit.last - 1] in words.venue_words
            self.end = hit.last
        elif low[end] in _INNER and end > self.begin:
            return self._pass_small_words()
        elif self._is_particle(end):
            self.end += 1
        elif self._is_of_the_name(end):
            self.good = (
                self.good
                or low[end] in words.venue_words
                or any(part in words.venue_words for part in low[end].split("-"))
            )
            self.end += 1
        elif end == self.begin and not cap[end] and low[end] in words.venue_small and self._pass_lower():
            return False
        elif self._is_venue_word(end):
            self.good = True
            self.end += 1
        else:
            return False
        return True

    def _is_somebody(self, at: int) -> bool:
        """Whether a post or a titled name begins at a token, and no small word ties it to what was before."""
        post, named = self._phrases.post_at[at], self._phrases.phrase_at[at]
        titled = named is not None and bool(named.posts or named.rank or named.honorific)
        begins = (post is not None and post.first == at) or titled
        return begins and self._tokens.low[at - 1] not in _INNER

    def _pass_small_words(self) -> bool:
        """Over ``of the``, if the name goes on after it."""
        low, end, last, words = self._tokens.low, self.end, self._last, self._words
        if low[end] == "the" and low[end - 1] not in ("of", "for", "and"):
            return False
        after = end + 1
        while after < last and low[after] in _INNER:
            after += 1
        if after >= last or not (self._tokens.cap[after] or low[after] in words.venue_words):
            return False
        if low[end] == "and" and (self.good or low[after] not in words.area):
            return False
        self.end = after
        return True

    def _is_particle(self, at: int) -> bool:
        """Whether ``de`` of ``Palacio de Nariño`` stands at a token."""
        low, cap = self._tokens.low, self._tokens.cap
        return (
            low[at] in self._words.particles
            and not cap[at]
            and at > self.begin
            and at + 1 < self._last
            and cap[at + 1]
            and not (low[at] == "a" and self._phrases.hits[at + 1] is not None)
        )

    def _is_of_the_name(self, at: int) -> bool:
        """Whether a capital at a token goes on with the name, and is no person after it."""
        low, mention = self._tokens.low, self._phrases.mention_at[at]
        if not (self._tokens.cap[at] and self._tokens.word[at][0].isalpha()):
            return False
        if mention is None or not self.good or low[at - 1] in _INNER:
            return True
        return low[self.begin] in self._words.venue_first and not (mention.posts or mention.rank)

    def _is_venue_word(self, at: int) -> bool:
        """Whether a word in small letters at a token is a venue's, alone or after a force's name."""
        low, words = self._tokens.low, self._words.venue_words
        if low[at] in words and (at > self.begin or low[at] in self._words.venue_alone):
            return True
        return at > self.begin and low[at] in _FORCES and at + 1 < self._last and low[at + 1] in words

    def _pass_lower(self) -> bool:
        """Over ``defense ministry``, ``official residence``, all in small letters."""
        low, at, words = self._tokens.low, self.end, self._words
        end = at + 1
        while end < self._last and end - at < 4:
            if low[end] in words.venue_words:
                self.good, self.end = True, end + 1
                return True
            if low[end] not in words.area and low[end] not in words.before:
                return False
            end += 1
        return False
