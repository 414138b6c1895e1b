"""The walk over what stands before a name, word by word to the left."""

from __future__ import annotations

from store.lexicon.grammar import GrammarWords
from store.reading.before_names import belongs_before, chain_left, is_courtesy, peer_from
from store.reading.common_words import PEERS
from store.reading.gazetteer import Hit, HitKind
from store.reading.mentions import Mention, Phrases
from store.reading.posts import PostPhrase
from store.reading.sought import sign_of
from store.reading.tokens import Tokens

_BRANCHES = frozenset("army navy force corps guard".split())
_OPPOSITE = PEERS | {"opposite"}
_FORMER = frozenset(("successor", "predecessor"))
_REPLACED = frozenset(("replaced", "replaces", "succeeds", "succeeded"))
_POSSESSIVE = frozenset(("'s", "’s", "'", "’"))
# Of a word before a name that may belong to it, though it is no post and in no list: without one of these
# nothing of what ``look_left`` looks for stands there.
_LEADS = sign_of(
    _BRANCHES
    | _OPPOSITE
    | _FORMER
    | _REPLACED
    | _POSSESSIVE
    | {"host", "number", "from", "the", ")", ",", ":"}
)
_SERVICES = frozenset(("air", "marine", "coast", "national"))  # before a branch: "Air Force"
_STATES = frozenset((HitKind.ADJECTIVE, HitKind.COUNTRY))
_NUMBERED = PEERS | {"number"}


def look_left(
    tokens: Tokens, phrases: Phrases, mention: Mention, floor: int, owned: set[int], words: GrammarWords
) -> None:
    """Take what stands before the name, from the nearest word on: a rank, a style, a country, posts."""
    _LookLeft(tokens, phrases, mention, floor, owned, words).go()


class _LookLeft:
    """``at``: what is to the right of it belongs to the name. ``floor``: the walk ends there.

    A rule returns whether the walk goes on, or ``None`` where the word before ``at`` is not its own.
    """

    __slots__ = (
        "_at",
        "_branch",
        "_comma",
        "_floor",
        "_low",
        "_mention",
        "_owned",
        "_phrases",
        "_tokens",
        "_words",
    )

    def __init__(
        self,
        tokens: Tokens,
        phrases: Phrases,
        mention: Mention,
        floor: int,
        owned: set[int],
        words: GrammarWords,
    ) -> None:
        self._tokens, self._phrases, self._mention = tokens, phrases, mention
        self._floor, self._owned, self._words = floor, owned, words
        self._low = tokens.low
        self._at = mention.first
        self._comma = self._branch = False

    def go(self) -> None:
        """Walk, and give the mention what was found."""
        while self._at > self._floor and self._step(self._at - 1):
            pass
        if self._comma and self._at < self._mention.first and self._tokens.word[self._at] == ",":
            self._at += 1
        self._see_peer()
        self._mention.left = min(self._at, self._mention.first)
        if self._mention.rank is not None:
            self._mention.left = min(self._mention.left, self._mention.rank[0])

    def _step(self, before: int) -> bool:
        hit, post = self._phrases.hits[before], self._phrases.post_at[before]
        if post is not None:
            self._take_posts(post)
            return False
        if hit is None and not self._tokens.signs[before] & _LEADS:
            return False
        on = self._take_listed(hit, before) if hit is not None else None
        if on is None:
            on = self._pass_branch(before)
        if on is None:
            on = self._pass_mark(before)
        if on is None:
            on = self._follow_word(before)
        return bool(on)

    def _take_posts(self, post: PostPhrase) -> None:
        """A post and those that are tied to it, unless they are the name's before it."""
        if self._comma and belongs_before(self._tokens, self._phrases, post, self._floor):
            return
        if id(post) in self._owned:
            return
        self._mention.posts.insert(0, post)
        self._owned.add(id(post))
        self._at = chain_left(
            self._tokens, self._phrases, self._mention, post.first, self._floor, self._owned
        )

    def _take_listed(self, hit: Hit, before: int) -> bool | None:
        """A style, a rank, a country, a force: what the lists know."""
        mention, kind = self._mention, hit.entry.kind
        if kind is HitKind.HONORIFIC:
            mention.honorific = mention.honorific or hit.entry.value
        elif kind is HitKind.RANK and mention.rank is None:
            mention.rank = (hit.first, hit.last)
        elif kind in _STATES and not self._comma and (mention.rank or mention.honorific):
            mention.country = hit.entry.code
            self._at = hit.first
            return self._branch
        elif kind is HitKind.ORGANISATION and mention.rank is not None and mention.rank[0] == before + 1:
            mention.country = hit.entry.code  # "SANDF Major General X"
        else:
            return None
        self._at = hit.first
        return True

    def _pass_branch(self, before: int) -> bool | None:
        """Over ``Commander of the Southern Command, U.S. | Navy Admiral X``."""
        if self._mention.rank is None or self._branch:
            return None
        if self._low[before] not in _BRANCHES or not self._tokens.cap[before]:
            return None
        self._branch = True
        self._at = before - 1 if self._low[before - 1] in _SERVICES else before
        return True

    def _pass_mark(self, before: int) -> bool | None:
        """Over brackets, one comma, and ``the`` of a style; a country's label ends the walk."""
        mark, room = self._tokens.word[before], before > self._floor
        if mark == ")":
            return self._pass_bracket(before)
        if self._low[before] == "the" and self._mention.honorific and room:
            styled = self._tokens.word[before - 1] == "," or is_courtesy(self._phrases.hits[before - 1])
            if styled:
                self._at = before  # "His Excellency the Most Hon. Sir X"
                return True
        if mark == "," and not self._comma and room:
            self._comma = True
            self._at = before
            return True
        if mark == ":" and room and self._mention.country is None:
            label = self._phrases.hits[before - 1]
            named = label is not None and label.entry.kind is HitKind.COUNTRY
            if label is not None and named and not self._has_chief():
                self._mention.country = label.entry.code  # "Kazakhstan: Name, post"
                return False
        return None

    def _has_chief(self) -> bool:
        return any(post.head in self._words.chiefs for post in self._mention.posts)

    def _pass_bracket(self, before: int) -> bool | None:
        """Over ``Lt. Gen. (Ret.) Name``, ``Chief of Army Staff (COAS) General Name``."""
        if before - 2 < self._floor or self._tokens.word[before - 2] != "(":
            return None
        ranked, posted = self._phrases.hits[before - 3], self._phrases.post_at[before - 3]
        if self._mention.rank is None:
            if ranked is None or ranked.entry.kind is not HitKind.RANK:
                return False
            self._mention.rank = (ranked.first, self._at)
            self._at = ranked.first
            return True
        if before - 3 < self._floor or not self._tokens.cap[before - 1] or posted is None:
            return None
        self._at = before - 2  # "Chief of Naval Staff (Kasal) Admiral Name"
        return True

    def _follow_word(self, before: int) -> bool:
        """The words that say whose the name is: a possessive, ``host``, ``successor``, ``counterpart``."""
        tokens, mention, low = self._tokens, self._mention, self._low
        code = _of_possessive(tokens, self._phrases, before, self._floor)
        if code is not None and not self._comma:
            mention.country = mention.country or code
            mention.sent = True
        elif (
            low[before] == "host"
            and before > self._floor
            and (land := self._phrases.hits[before - 1]) is not None
        ):
            mention.country = land.entry.code  # "his Nigerian host, X"
        elif low[before] in _FORMER or _succeeded(tokens, before, mention):
            mention.counterpart = mention.same_side = True
            self._at = before
        elif low[before] in _OPPOSITE or (low[before] == "number" and low[before - 1] == "opposite"):
            mention.counterpart = True
            before -= low[before] == "number"
            previous = self._phrases.hits[before - 1] if before > self._floor else None
            if previous is not None and previous.entry.kind in _STATES:
                mention.country = previous.entry.code
                before = previous.first
            self._at = before
        return False

    def _see_peer(self) -> None:
        """``his Mozambican counterpart, President X``, ``her colleague in Chad, Y``."""
        mention, at, hits = self._mention, self._at, self._phrases.hits
        if mention.country is not None:
            return
        if mention.posts and at - 3 >= self._floor and self._tokens.word[at - 1] == ",":
            peer = hits[at - 3] if self._low[at - 2] in _NUMBERED else None
            if peer is not None and peer.entry.kind in _STATES:
                mention.country = peer.entry.code
                return
        if (code := peer_from(self._tokens, self._phrases, at, self._floor)) is not None:
            mention.counterpart, mention.country = True, code


def _succeeded(tokens: Tokens, at: int, mention: Mention) -> bool:
    """``she replaced Mr X``, ``takes over from X``: he held the same post."""
    low = tokens.low
    if not (mention.honorific or mention.rank or mention.last - mention.first > 1) or mention.posts:
        return False
    return low[at] in _REPLACED or (
        low[at] == "from" and low[at - 1] == "over" and low[at - 2] in ("took", "takes", "taking", "taken")
    )


def _of_possessive(tokens: Tokens, phrases: Phrases, at: int, floor: int) -> str | None:
    """``Germany's | Name``, ``Cyprus' | Name``: the country whose own the name is."""
    if at <= floor or tokens.low[at] not in _POSSESSIVE:
        return None
    hit = phrases.hits[at - 1]
    if hit is None or hit.entry.kind is not HitKind.COUNTRY:
        return None
    return hit.entry.code if len(tokens.low[at]) > 1 or tokens.low[at - 1].endswith("s") else None
