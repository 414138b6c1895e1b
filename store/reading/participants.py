"""Who a stretch of a sentence speaks of: people by name, and what stands for them (``the minister``)."""

from __future__ import annotations

from dataclasses import dataclass, field

from store.lexicon import load
from store.lexicon.grammar import grammar_words
from store.reading.gazetteer import HitKind
from store.reading.mentions import Phrases
from store.reading.people import Person
from store.reading.posts import PostPhrase
from store.reading.tokens import Tokens

GUESTS = frozenset(
    "guest guests visitor visitors delegation delegations visiting dignitary envoy representatives".split()
)
HOSTS = frozenset(("host", "hosts"))
SIDES = frozenset(
    "sides two both leaders ministers parties interlocutors officials generals commanders pair chiefs".split()
)
_LITTLE = frozenset("of the and for to s 's ( ) , -".split())
_PRONOUNS = frozenset("he she him her they them his".split())
_STAND_INS = (
    GUESTS
    | HOSTS
    | frozenset(
        "general admiral commander official diplomat side delegation officer leader chief team".split()
    )
)
_WITHOUT_ARTICLE = frozenset("delegation guests guest representatives side diplomat".split())
_BEFORE_STAND_INS = frozenset(
    "military high-level high-ranking official senior defense defence parliamentary foreign friendly"
    " fraternal 's two same top chief most".split()
)
# Words that may begin a stand-in; so may the adjective of a country.
_BEGINNINGS = _PRONOUNS | frozenset("the a both two i me we us".split())


@dataclass(slots=True)
class Item:
    """People named or meant at tokens ``[first, last)``."""

    first: int
    last: int
    people: tuple[int, ...]
    named: bool
    countries: tuple[str, ...] = ()  # of a delegation without a name
    word: str = ""  # the stand-in's noun


@dataclass(slots=True)
class Memory:
    """What the reading so far knows, to resolve stand-ins."""

    subject: tuple[int, ...] = ()
    one: tuple[int, ...] = ()  # the last subject that was one person: who "he" is after "the two agreed"
    recent: list[int] = field(default_factory=list)  # people, the latest last
    hosts: tuple[int, ...] = ()
    guests: tuple[int, ...] = ()
    everybody: tuple[int, ...] = ()
    delegation: str | None = None  # the country of visitors whom nobody names
    speaker: tuple[int, ...] = ()  # of a transcript's turn: who "I" is
    home: str | None = None  # the country of whoever has none stated
    letters: dict[str, int] = field(default_factory=dict)  # "EUSR": whose title is shortened so

    def saw(self, person: int) -> None:
        if person in self.recent:
            self.recent.remove(person)
        self.recent.append(person)


def find_items(
    tokens: Tokens, phrases: Phrases, people: list[Person], memory: Memory, first: int, last: int
) -> list[Item]:
    """The people of tokens ``[first, last)`` in order."""
    items: list[Item] = []
    low, hits, phrase_at, post_at = tokens.low, phrases.hits, phrases.phrase_at, phrases.post_at
    done = first
    for at in range(first, last):
        mention, post = phrase_at[at], post_at[at]
        plain = mention is None and post is None and hits[at] is None
        if at < done or (plain and low[at] not in _BEGINNINGS):
            continue
        if mention is not None and mention.served:
            done = mention.last
            continue
        if mention is not None and mention.person >= 0:
            items.append(Item(at, min(last, max(mention.last, mention.right)), (mention.person,), True))
            memory.saw(mention.person)
            done = max(mention.last, min(mention.right, last))
            continue
        if post is not None and post.first == at and not _owned(phrases, post, people):
            item = _bare_post(tokens, phrases, people, memory, post)
            if item is not None:
                items.append(item)
            done = post.last
            continue
        item = _by_letters(tokens, memory, at, last) or _stand_in(tokens, phrases, people, memory, at, last)
        if item is not None and item.word in ("he", "she", "him", "her", "his"):
            item.people = _of_gender(people, memory, item, _antecedent(tokens, items, item, first))
        if item is not None:
            items.append(item)
            done = item.last
    return items


def letters_of(tokens: Tokens, people: list[Person]) -> dict[str, int]:
    """The titles that the article shortens: ``Special Representative (EUSR)``, and whose they are."""
    found: dict[str, int] = {}
    for number, person in enumerate(people):
        for post in person.posts:
            for at in range(post.first + 1, post.last - 1):
                if tokens.word[at - 1] == "(" and tokens.word[at + 1] == ")" and tokens.word[at].isupper():
                    found.setdefault(tokens.word[at], number)
    return found


def _by_letters(tokens: Tokens, memory: Memory, at: int, last: int) -> Item | None:
    """``the EUSR``: whoever's title was shortened so."""
    if tokens.low[at] != "the" or at + 1 >= last or tokens.word[at + 1] not in memory.letters:
        return None
    if at + 2 < last and tokens.cap[at + 2] and tokens.word[at + 2][0].isalpha():
        return None
    return Item(at, at + 2, (memory.letters[tokens.word[at + 1]],), False, word="letters")


_WOMEN = frozenset(("Mrs.", "Ms.", "Miss", "Madame", "Mademoiselle", "Madam", "Dame", "Lady"))
_MEN = frozenset(("Mr.", "Sir"))


def _of_gender(
    people: list[Person], memory: Memory, pronoun: Item, meant: tuple[int, ...]
) -> tuple[int, ...]:
    """Not Ms X where ``he`` is said, nor Mr Y where ``she`` is; then the last one named whom it fits."""
    if len(meant) != 1:
        return meant
    woman = pronoun.word in ("she", "her")
    styles = {p: {m.honorific for m in people[p].mentions} for p in (*memory.recent[-4:], *meant)}
    fits = _WOMEN if woman else _MEN
    if styles[meant[0]] & fits:
        return meant
    against = bool(styles[meant[0]] & (_MEN if woman else _WOMEN))
    others = [p for p in reversed(memory.recent[-4:]) if p not in meant]
    if woman:
        found = next((p for p in others if styles[p] & _WOMEN), None)
    else:
        found = next((p for p in others if not styles[p] & _WOMEN), None) if against else None
    return (found,) if found is not None else meant


_NEW_CLAUSE = frozenset(", who that where when as while and after before with ; : said".split())


def _antecedent(tokens: Tokens, items: list[Item], pronoun: Item, first: int) -> tuple[int, ...]:
    """Whom this very sentence began with, or else whom the one before was about.

    ``With X, she discussed``: not X. ``He said so when X called on him``: not X either.
    """
    begun = next((i for i in items if i.people and (i.named or len(i.people) == 1)), None)
    if begun is None:
        return pronoun.people
    low = tokens.low
    if pronoun.word in ("him", "her") and pronoun.people != begun.people[:1]:
        between = low[begun.last : pronoun.first]
        if begun.first - first <= 3 and 1 <= len(between) <= 3 and not _NEW_CLAUSE & set(between):
            return pronoun.people  # "The minister welcomed him": somebody else
    governed = begun.first - first <= 3 and low[first] in ("with", "to", "for", "from", "besides", "after")
    if begun.named and governed and low[pronoun.first - 1] == ",":
        return pronoun.people or begun.people[:1]
    if pronoun.word == "him" and begun.named and "where" in low[first : begun.first]:
        return pronoun.people or begun.people[:1]
    if pronoun.word in ("him", "her") and begun is items[-1] and pronoun.first - begun.last <= 3:
        # "The minister spoke when Ambassador X paid him a visit": the verb is X's, and not done to X.
        before = [i for i in items if i is not begun and i.people and not i.named]
        return before[0].people[:1] if before else pronoun.people
    return begun.people[:1]


def _owned(phrases: Phrases, post: PostPhrase, people: list[Person]) -> bool:
    return any(
        post is other
        for m in phrases.mentions
        if m.person >= 0 and abs(m.first - post.first) < 40
        for other in m.posts
    )


def _bare_post(
    tokens: Tokens, phrases: Phrases, people: list[Person], memory: Memory, post: PostPhrase
) -> Item | None:
    """``the Minister``, ``the Georgian defence minister``: the person who was given that post."""
    if post.plural and (group := _plural(tokens, phrases, people, post)) is not None:
        return group
    if post.plural:
        two = tokens.low[post.first - 1] in ("two", "both", "the", "three") if post.first else False
        if post.complement and post.country in load().organisation_of and post.country is not None:
            return Item(post.first, post.last, (), False, (post.country,), post.head)
        two = two and not (post.complement or post.country)  # "the Ambassadors of the Member States"
        pair = memory.everybody or _two_of(people, post)
        return Item(post.first, post.last, pair if two else (), False, word=post.head)
    head = post.head.split()[-1]
    before = tokens.low[max(0, post.first - 3) : post.first]
    visiting = any(word in ("visiting", "guest") for word in before) or tokens.low[post.first] == "visiting"
    candidates = [p for p in reversed(memory.recent) if _holds(people[p], head, post)]
    if not candidates:
        candidates = [n for n, person in enumerate(people) if _holds(person, head, post)]
    # Of several, who holds the very post, whose is just that word, then whom the sentence before was about.
    wanted = _words_of(tokens, post)
    candidates.sort(
        key=lambda p: (
            -max((len(wanted & _words_of(tokens, h)) for h in people[p].posts), default=0),
            not any(h.head == post.head for h in people[p].posts),
            p not in memory.subject,
        )
    )
    if post.country:
        exact = [p for p in candidates if people[p].country == post.country] or [
            p for p in candidates if people[p].country is None and memory.home == post.country
        ]
        candidates = (
            exact
            or [p for p in memory.recent[::-1] if people[p].country == post.country and people[p].stated][:1]
        )
    if visiting and memory.guests:
        guests = [p for p in candidates if p in memory.guests]
        candidates = guests or candidates or list(memory.guests)
    if not candidates:
        return Item(post.first, post.last, (), False, (post.country,) if post.country else (), head)
    return Item(post.first, post.last, (candidates[0],), False, word=head)


_SERVICES = {"navy": "naval", "defense": "defence", "aerial": "air", "military": "army"}


def _words_of(tokens: Tokens, post: PostPhrase) -> frozenset[str]:
    """The words that tell a post from others of its kind: ``army``, ``staff`` of ``Chief of Army Staff``."""
    words = (post.stated or "").lower().split()
    if not words:
        words = [low for a, b in (*post.title, *post.organisation) for low in tokens.low[a:b]]
    return frozenset(_SERVICES.get(word, word) for word in words) - _LITTLE - {post.head.split()[-1]}


def _two_of(people: list[Person], post: PostPhrase) -> tuple[int, ...]:
    """``both State Secretaries``: the two who hold such a post."""
    head = post.head.split()[-1]
    single = head[:-3] + "y" if head.endswith("ies") else head[:-1]
    holders = [
        number
        for number, person in enumerate(people)
        if any(h.head.split()[-1] == single for h in person.posts)
        or (not person.posts and any(m.counterpart and not m.same_side for m in person.mentions))
    ]
    return tuple(holders) if len(holders) == 2 else ()


def _plural(tokens: Tokens, phrases: Phrases, people: list[Person], post: PostPhrase) -> Item | None:
    """``the army chiefs of Somalia and Djibouti``: those of these countries who have posts."""
    codes: list[str] = []
    end = post.first
    while end < len(tokens):
        hit = phrases.hits[end]
        if hit is not None and hit.entry.kind in (HitKind.COUNTRY, HitKind.ADJECTIVE):
            codes.append(hit.entry.code)
            end = hit.last
        elif end < post.last or (codes and tokens.low[end] in (",", "and", "the")):
            end += 1
        else:
            break
    if not codes or (len(codes) == 1 and codes[0] == post.country):
        return None
    head = post.head.split()[-1].rstrip("s")
    found: list[int] = []
    missing: list[str] = []
    for code in dict.fromkeys(codes):
        same = [n for n, p in enumerate(people) if p.country == code and p.posts and not p.honoured]
        same.sort(key=lambda n: not any(head in h.head for h in people[n].posts))
        if same:
            found.append(same[0])
        else:
            missing.append(code)
    return Item(post.first, max(post.last, end), tuple(found), False, tuple(missing), post.head)


def _holds(person: Person, head: str, post: PostPhrase) -> bool:
    """Whether the person was given that post, or one that the word stands for."""
    also = (
        grammar_words().synonyms.get(post.head, ())
        if not post.complement and not any(p.head == post.head for p in person.posts)
        else ()
    )
    for held in person.posts:
        last = held.head.split()[-1]
        if last == head or last in also:
            return True
        if (held.stated and head in held.stated.lower()) or (
            post.stated and last in post.stated.lower().split()
        ):
            return True
    return False


_ROOMS = (["office"], ["offices"], ["residence"], ["headquarters"])


def _stand_in(
    tokens: Tokens, phrases: Phrases, people: list[Person], memory: Memory, at: int, last: int
) -> Item | None:
    """``the Turkish delegation``, ``the guests``, ``he``, ``the two sides``."""
    low = tokens.low
    word = low[at]
    if (
        word in ("his", "her", "their", "the")
        and (item := _counterparts(phrases, people, memory, low, at, last)) is not None
    ):
        return item
    if word in ("his", "her") and (styled := _style_alone(tokens, phrases, memory, at, last)) is not None:
        return styled
    if memory.speaker and word in ("i", "me", "we", "us") and tokens.word[at] not in ("US", "ME", "i"):
        meant = (
            memory.everybody
            if word in ("we", "us") and set(memory.speaker) <= set(memory.everybody)
            else memory.speaker
        )
        return Item(at, at + 1, meant, word in ("i", "me", "we"), word=word)
    if word in ("his", "her") and low[at - 1 : at] == ["to"] and low[at + 1 : at + 2] in _ROOMS:
        return Item(at, at + 1, memory.subject, False, word=word)  # "came to her office"
    if word in _PRONOUNS and not (word == "he" and tokens.word[at].isupper()):
        if (
            word in ("his", "her")
            and at + 1 < last
            and low[at + 1] not in ("and", ".", ",", "at", "in", "on")
        ):
            return None
        if word == "her" or word == "his":
            return (
                Item(at, at + 1, memory.subject, False, word=word)
                if at + 1 >= last or low[at + 1] in ("at", "in", ".", ",", "on")
                else None
            )
        people_meant = memory.subject
        if word in ("they", "them"):
            people_meant = memory.everybody if len(memory.everybody) > 1 else memory.subject
        elif len(memory.subject) > 1 and set(memory.one) <= set(memory.subject):
            people_meant = memory.one
        return Item(at, at + 1, people_meant, False, word=word)
    if word not in ("the", "a", "their", "his", "both", "two"):
        hit = phrases.hits[at]
        if (
            hit is None
            or hit.entry.kind not in (HitKind.ADJECTIVE, HitKind.COUNTRY)
            or not (at == 0 or low[at - 1] not in ("the",))
        ):
            return None
        noun_at = hit.last
        while noun_at < last and low[noun_at] in ("'s", "’s", "top", "chief"):
            noun_at += 1
        if noun_at >= last or low[noun_at] not in _WITHOUT_ARTICLE:
            return None
    end = at + (1 if word in ("the", "a", "their", "his") else 0)
    country: str | None = None
    noun = ""
    steps = 0
    while end < last and steps < 5:
        hit = phrases.hits[end]
        if phrases.post_at[end] is not None or phrases.phrase_at[end] is not None:
            return None
        if hit is not None and hit.entry.kind is HitKind.RANK and hit.last < last and tokens.cap[hit.last]:
            return None
        if hit is not None and hit.entry.kind in (HitKind.ADJECTIVE, HitKind.COUNTRY):
            country = country or hit.entry.code
            end = hit.last
        elif low[end] in SIDES and noun == "" and word in ("the", "both", "two"):
            noun = low[end]
            end += 1
            if noun not in ("two", "both"):
                break
            noun = "two"
            continue
        elif low[end] in _STAND_INS or (hit is not None and hit.entry.kind is HitKind.RANK):
            rank = hit if hit is not None and hit.entry.kind is HitKind.RANK else None
            stop = rank.last if rank is not None else end + 1
            noun = "visitor" if noun == "visiting" else " ".join(low[end:stop])
            end = stop
            if noun != "visiting":
                break
        elif low[end] in _BEFORE_STAND_INS or (
            tokens.word[end].isupper() and 2 <= len(low[end]) <= 6 and tokens.word[end].isalpha()
        ):
            end += 1
        else:
            break
        steps += 1
    if not noun or (
        end < last
        and tokens.cap[end]
        and tokens.word[end][0].isalpha()
        and noun not in ("visiting", "two", "both")
    ):
        return None
    return _resolved(people, memory, at, end, noun, country, low, last, phrases)


def _style_alone(tokens: Tokens, phrases: Phrases, memory: Memory, at: int, last: int) -> Item | None:
    """``His Excellency met with X``: whom the sentence before was about."""
    hit = phrases.hits[at]
    if hit is None or hit.first != at or hit.entry.kind is not HitKind.HONORIFIC or hit.last >= last:
        return None
    if tokens.cap[hit.last] or not tokens.word[hit.last][0].isalpha() or tokens.low[hit.last] == "the":
        return None
    meant = memory.one if set(memory.one) <= set(memory.subject) else memory.subject
    return Item(at, hit.last, meant, False, word="he")


def _counterparts(
    phrases: Phrases, people: list[Person], memory: Memory, low: list[str], at: int, last: int
) -> Item | None:
    """``his Azerbaijani and Georgian counterparts``: who holds such a post there."""
    end = at + 1
    codes: list[str] = []
    while end < last and end - at < 12:
        hit = phrases.hits[end]
        if hit is not None and hit.entry.kind in (HitKind.ADJECTIVE, HitKind.COUNTRY):
            codes.append(hit.entry.code)
            end = hit.last
        elif low[end] in ("and", ",", "the", "visiting"):
            end += 1
        else:
            break
    if (
        not codes
        or end >= last
        or low[end] not in ("counterpart", "counterparts", "colleague", "colleagues")
        or phrases.phrase_at[end + 1 if end + 1 < last else end] is not None
        or (end + 2 < last and low[end + 1] == "," and phrases.phrase_at[end + 2] is not None)
    ):
        return None
    if any((m := phrases.phrase_at[k]) is not None and m.person >= 0 for k in range(at + 1, end + 1)):
        return None  # "her Estonian counterpart, Margus Tsahkna": by name
    heads = {p.head.split()[-1] for s in memory.subject for p in people[s].posts}
    found: list[int] = []
    missing: list[str] = []
    for code in codes:
        same = [n for n, p in enumerate(people) if p.country == code and p.stated and not p.honoured]
        same.sort(key=lambda n: not any(h.head.split()[-1] in heads for h in people[n].posts))
        if same:
            found.append(same[0])
        else:
            missing.append(code)
    return Item(at, end + 1, tuple(found), False, tuple(missing), "counterpart")


def _resolved(
    people: list[Person],
    memory: Memory,
    at: int,
    end: int,
    noun: str,
    country: str | None,
    low: list[str],
    last: int,
    phrases: Phrases,
) -> Item:
    visiting = "visiting" in low[at:end]
    if noun in SIDES:
        return Item(at, end, memory.everybody, False, word=noun)
    if noun in HOSTS:
        return Item(at, end, memory.hosts, False, word=noun)
    if country is None and end + 1 < last and low[end] in ("of", "from"):
        place = end + 1
        while place < last and (
            low[place] in ("the", "fraternal", "friendly")
            or (noun == "delegation" and place < end + 12 and _within_body(phrases, low, place))
        ):
            place += 1
        hit = phrases.hits[place] if place < last else None
        sender = low[end] == "from" and hit is not None and hit.entry.kind is HitKind.ADJECTIVE
        if hit is not None and (sender or hit.entry.kind in (HitKind.COUNTRY, HitKind.ORGANISATION)):
            country, end = hit.entry.code, min(hit.last, last)
    if country is not None:
        guests = [p for p in memory.guests if people[p].country == country]
        others = [
            p
            for p in reversed(memory.recent)
            if people[p].country == country and people[p].stated and not people[p].honoured
        ]
        if (
            noun in ("general", "admiral", "commander", "chief", "leader", "official", "diplomat", "officer")
            or guests
        ):
            chosen = guests[:1] or others[:1]
            return Item(at, end, tuple(chosen), False, () if chosen else (country,), noun)
        leaders = [p for p in others if people[p].guests] or others[-1:] if noun in GUESTS else others[:1]
        if not leaders and noun in GUESTS:
            memory.delegation = country
        return Item(at, end, tuple(leaders[:1]), False, () if leaders else (country,), noun)
    if noun == "delegation" and low[end : end + 1] == ["accompanying"]:
        return Item(at, end, (), False, word=noun)  # "and the delegation accompanying him": nobody new
    if noun in GUESTS or noun == "visiting":
        unnamed = () if memory.guests or memory.delegation is None else (memory.delegation,)
        return Item(at, end, memory.guests, False, unnamed, noun)
    if visiting and memory.guests:
        return Item(at, end, memory.guests, False, word=noun)
    ranked = [p for p in reversed(memory.recent) if people[p].rank_words.issuperset(noun.split())]
    return Item(at, end, tuple(ranked[:1]), False, word=noun)


_OF_BODIES = frozenset("of ( ) mod ministry defence defense foreign affairs armed forces army staff".split())


def _within_body(phrases: Phrases, low: list[str], at: int) -> bool:
    """Words of ``the Ministry of Defence (MOD) of Armenia`` before the country."""
    hit = phrases.hits[at]
    state = hit is not None and hit.entry.kind in (HitKind.COUNTRY, HitKind.ORGANISATION)
    return low[at] in _OF_BODIES and not state


def _past_body(tokens: Tokens, first: int, last: int) -> int:
    """Behind ``at the Foreign Ministry`` of ``X, head of department at the Foreign Ministry, and Y``."""
    if first >= last or tokens.low[first] not in ("at", "of", "for") or last - first > 14:
        return first
    at = first + 1
    while at < last and (tokens.cap[at] or tokens.low[at] in ("the", "of", "for", "'s", "’s")):
        at += 1
    return at if at > first + 1 and tokens.low[at : min(last, at + 2)] == [",", "and"] else first


def gap_is_tie(tokens: Tokens, first: int, last: int) -> bool:
    """Whether tokens ``[first, last)`` only join two people: commas, ``and``, a rank's leftovers."""
    ties = (
        "and",
        "&",
        ",",
        "the",
        "he",
        "hh",
        "h.e",
        "mr",
        "mrs",
        "ms",
        "dr",
        "his",
        "her",
        "excellency",
        "host",
        "guest",
        "visitor",
        "country",
        "counterpart",
        "colleague",
        "as",
        "well",
        "also",
        "both",
        "–",
        "-",
        "by",
        ")",
        "(",
        "'s",
        "along",
        "together",
        "with",
        "visiting",
    )
    first = _past_body(tokens, first, last)
    if last - first > 1 and tokens.low[last - 1] == "of" and tokens.low[last - 2] in (",", "and"):
        last -= 1  # "the Ambassadors of Norway, X, and of Chile, Y"
    return all(tokens.low[i] in ties for i in range(first, last)) and not grammar_words().tenure.issuperset(
        tokens.low[first:last] or ["x"]
    )
