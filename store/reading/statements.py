"""Who said what: reported speech, words in quotation marks with their attribution, transcripts.

A hit gives the stretch in which the speaker is named (or referred to), the verb, and the words said. Who
the speaker is, is for the stage that knows the officials: the first official named in the stretch, else the
one whom ``anaphor`` ("he", "the minister") means. Statements without a speaker ("it was noted") are none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from store.errors import LexiconError
from store.lexicon.sections import table_lines
from store.model import Span

_FRAMES = frozenset({"that", "clause", "what", "whom", "quote"})
_QUOTE = re.compile(r"“[^“”]{1,3000}[”\"]|\"[^\"“”\n]{1,3000}[\"”]|«[^«»]{1,3000}»")
_LABEL = re.compile(
    r"^[ \t]*(?P<who>[A-Z][A-Z.'’\-]+(?: [A-Z][A-Z.'’\-]+){0,5})(?: \([^)\n]{1,40}\))?[:][ \t]+(?=\S)", re.M
)
_ADVERBS = (
    r"(?:(?:also|further|furthermore|then|later|again|once again|particularly|especially|separately|\w+ly)"
    r"[ \t]+)*"
)
_INTRODUCTION = re.compile(
    r"(?:(?:For|On) (?:his|her|their|its) part|In turn|At the same time|Meanwhile|Moreover|However"
    r"|(?:Furthermore|At|During|After|Before|Following|Opening|Concluding|Speaking|Addressing|Greeting|Welcoming|Noting"
    r"|Recalling|Stressing|Earlier|Later|Afterwards|Then|Also|Today|Yesterday|On|In|While|As|Thanking)\b"
    r"[^,“”\"]{0,120}),\s+"
)
_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
_ROLES = (
    "[Mm]inister|[Pp]resident|[Pp]remier|[Ss]ecretary|[Aa]mbassador|[Cc]hairman|[Cc]hief|[Gg]eneral"
    "|[Aa]dmiral|[Cc]olonel|[Cc]ommander|[Dd]irector|[Ss]peaker|[Hh]ead|[Kk]ing|[Ee]nvoy|[Cc]ommissioner|[Dd]iplomat|[Gg]overnor|[Ss]pokes\\w+"
)
_ANAPHOR = re.compile(
    r"(?:(?:where|which|and)\s+)?(?P<who>(?:[Hh]e|[Ss]he|[Tt]hey)\b"
    r"|(?:[Tt]he|[Hh]is|[Hh]er|[Bb]oth|[Oo]ur)\s+(?:[\w\-]+\s+){0,2}?"
    rf"(?:(?:{_ROLES})s?(?:[ ]of[ ][Ss]tate|[ ][Gg]eneral)?"
    r"|guests?|hosts?|leaders?|officials?|sides?|parties|two|visitors?|delegations?|counterparts?|interlocutors?"
    r"|officers?)\b)"
)
_LEADING = re.compile(r"(?:where|which|and|that|but)\s+")
_TRAILING = re.compile(r"(?:\s|,)*(?:\b(?:and|or|who|also)\b(?:\s|,)*)?\Z")
_ADVERBIAL = re.compile(rf"(?:\s|,)*{_ADVERBS}\Z")
_ADVERB_ENDS = ("ly", "also", "further", "furthermore", "then", "later", "again")
_TRAILING_ENDS = ("and", "or", "who", "also")
_TO_QUOTE = re.compile(r"[\s,:]*(?:that\s+)?[“\"«]")
_THAT = re.compile(rf"(?:,|\s)*{_ADVERBS}that\s+")
_CONJUNCTION = re.compile(r" and |, while ")
_COLON = re.compile(r":\s*")
_LINK = re.compile(r"\s(?:that|of|about|on|for|to|in|against)\s+")
_AFTER_SPEAKER = re.compile(r"[.;“\"]|,\s+(?:adding|who|noting|as|when|while|in|on|at)\b")
_ACCORDING = re.compile(r"\b[Aa]ccording\s+to\s+")
_NO_SPEAKER = frozenset({"JOURNALIST", "QUESTION", "REPORTER", "MODERATOR", "NOTE", "PRESS", "Q"})
_NO_OBJECT = re.compile(
    "(?:in|on|at|by|to|with|from|for|as|and|or|but|while|who|which|when|where|after|before|during|if|than|so|it)"
)
_PASSIVE = frozenset({"was", "were", "been", "be", "being", "is", "are"})
_NOT_BEFORE = frozenset({"to", "of", "as", "the", "a", "an", "his", "her", "their", "by", "for"})
_LONGEST_TAIL = 120  # code points of adverbs between a subject and its verb
_LONGEST = 2000  # code points of what is taken as said
_HALT = re.compile(r";|,\s+(?:while|whereas|but)\b|\s+while\b(?=\s+(?:[A-Z]|the\b))")


class StatementHit(NamedTuple):
    """Words said, the stretch that tells by whom, and the verb."""

    speaker: Span  # the subject, with whatever stands between it and the verb
    anaphor: str  # "he", "the minister" where the stretch begins so; "" where it begins with a name
    verb: str  # lemma
    said: Span
    rule: str  # statement.that | .object | .quote | .according | .transcript
    confidence: float


class _Verb(NamedTuple):
    lemma: str
    frames: frozenset[str]


class _Lexicon(NamedTuple):
    forms: dict[str, _Verb]
    pattern: re.Pattern[str]
    firsts: frozenset[str]  # the first words of what the pattern finds


@cache
def _lexicon() -> _Lexicon:
    forms: dict[str, _Verb] = {}
    for where, line in table_lines("speech_verbs.tsv"):
        if not line.strip() or line.startswith(("#", "lemma\t")):
            continue
        cells = line.split("\t")
        if len(cells) != 3 or not set(cells[2].split()) <= _FRAMES:
            raise LexiconError(f"{where}: three columns and known frames are needed.")
        verb = _Verb(cells[0], frozenset(cells[2].split()))
        forms.update((form.replace("-", " "), verb) for form in cells[1].split())
    printed = sorted({*forms, *(form.capitalize() for form in forms if form.endswith("ing"))})
    firsts = frozenset(form.split()[0] for form in printed)
    return _Lexicon(forms, re.compile(rf"\b{_merged(printed)}\b"), firsts)


def _merged(words: Sequence[str]) -> str:
    """A regular expression for any of the words that looks at each letter once."""
    tails: dict[str, list[str]] = {}
    for word in words:
        tails.setdefault(word[:1], []).append(word[1:])
    choices = [
        (r"\s+" if first == " " else re.escape(first)) + (_merged(rest) if any(rest) else "")
        for first, rest in sorted(tails.items(), reverse=True)
        if first
    ]
    return f"(?:{'|'.join(choices)}{'|' if '' in tails else ''})"


def find_statements(
    text: str, sentences: Sequence[Span], likely: Sequence[bool] | None = None
) -> list[StatementHit]:
    """Everything that somebody is reported to have said, in text order of the words said.

    ``likely`` says of each sentence whether it holds a word that ``is_sign``, where that is known.
    """
    lexicon = _lexicon()
    quotes = [Span(*match.span()) for match in _QUOTE.finditer(text)] if _has_quotes(text) else []
    starts = [quote.start for quote in quotes]
    found: dict[StatementHit, None] = {}
    for number, sentence in enumerate(sentences):
        if likely is not None and not likely[number]:
            continue
        for hit in _Sentence(lexicon, text, sentence, quotes, starts).hits():
            found[hit] = None
    for hit in _transcript(text):
        found[hit] = None
    return sorted(found, key=lambda hit: (hit.said, hit.speaker))


def _has_quotes(text: str) -> bool:
    return '"' in text or "“" in text or "«" in text


def _transcript(text: str) -> Iterator[StatementHit]:
    """Paragraphs after a name in capitals and a colon."""
    labels = list(_LABEL.finditer(text)) if text.count(":") > 1 else []
    if len(labels) < 2:
        return
    for label in labels:
        if label["who"].split()[0] in _NO_SPEAKER:
            continue
        stop = text.find("\n", label.end())
        end = len(text) if stop < 0 else stop
        said = _trimmed(text, label.end(), end)
        if said:
            yield StatementHit(Span(*label.span("who")), "", "say", said, "statement.transcript", 0.85)


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """The stretch without blanks and stray signs at its ends, or None where nothing is left."""
    while start < end and (text[start].isspace() or text[start] in ",:;–—-"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ".,:;–—-"):
        end -= 1
    return Span(start, end) if start < end else None


def is_sign(word: str) -> bool:
    """Whether a sentence with the word may report what somebody said."""
    return word in _lexicon().firsts or word in ("according", "According")


class _Sentence:
    """Reads one sentence; speech verbs within quotation marks are left alone."""

    def __init__(
        self, lexicon: _Lexicon, text: str, sentence: Span, quotes: list[Span], starts: list[int]
    ) -> None:
        self._lexicon = lexicon
        self._text = text
        self._start, self._end = sentence
        self._quotes = quotes
        self._starts = starts

    def hits(self) -> Iterator[StatementHit]:
        text = self._text
        yield from self._according()
        verbs = list(self._lexicon.pattern.finditer(text, self._start, self._end))
        if self._quotes:
            verbs = [match for match in verbs if not self._quoted(match.start())]
        speaker: Span | None = None
        waiting: list[tuple[_Verb, Span, str]] = []  # "Noting that ..., the minister said": no speaker yet
        for number, match in enumerate(verbs):
            verb = self._lexicon.forms[" ".join(match.group().split()).lower()]
            follower = verbs[number + 1].start() if number + 1 < len(verbs) else self._end
            own = self._subject(match.start(), verbs[number - 1].end() if number else self._start)
            speaker = own or speaker
            hit = self._quote_before(match, verb, own)
            if hit:
                speaker = hit.speaker
                yield hit
                continue
            if self._is_passive(match.start()):
                if " quoted as " in text[max(self._start, match.start() - 40) : match.start()]:
                    hit = self._quote_before(match, verb, speaker)
                    if hit:
                        yield hit
                continue
            said, rule = self._said(match, verb, follower)
            if said is None:
                continue
            if speaker is None:
                waiting.append((verb, said, rule))
            else:
                for earlier in waiting:
                    yield self._hit(speaker, *earlier)
                waiting.clear()
                yield self._hit(speaker, verb, said, rule)

    def _hit(self, speaker: Span, verb: _Verb, said: Span, rule: str) -> StatementHit:
        who = _ANAPHOR.match(self._text, speaker.start, speaker.end)
        anaphor = (
            " ".join(who.group("who").split()).lower() if who and not self._is_named(speaker, who) else ""
        )
        return StatementHit(speaker, anaphor, verb.lemma, said, rule, 0.7 if anaphor else 0.85)

    def _is_named(self, speaker: Span, who: re.Match[str]) -> bool:
        """Whether a name follows directly: "the Minister Zakir Hasanov"."""
        rest = self._text[who.end() : speaker.end].lstrip(" ,")
        return rest[:1].isupper()

    def _quoted(self, place: int) -> bool:
        index = bisect_right(self._starts, place) - 1
        return index >= 0 and place < self._quotes[index].end

    def _is_passive(self, place: int) -> bool:
        """Whether the verb has no subject of its own: a passive, an infinitive, a noun of the same form."""
        before = [
            word.lower() for word in _WORD.findall(self._text, max(self._start, place - 40), place)[-2:]
        ]
        return not _PASSIVE.isdisjoint(before) or (bool(before) and before[-1] in _NOT_BEFORE)

    def _subject(self, verb: int, floor: int) -> Span | None:
        """The stretch before a verb that names the speaker; None where the verb shares the one before."""
        text = self._text
        start = floor
        head = text[start:verb]
        if floor > self._start:
            cut = max(head.rfind(";"), head.rfind(", while "), head.rfind(" and "), head.rfind(", "))
            if cut < 0:
                return None
            start += cut
            opener = _CONJUNCTION.match(text, start)
            start = opener.end() if opener else start + 1
        else:
            introduction = _INTRODUCTION.match(text, start, verb)
            while introduction and introduction.end() < verb:
                start = introduction.end()
                introduction = _INTRODUCTION.match(text, start, verb)
        end = self._cut_tail(start, verb, _ADVERBIAL, _ADVERB_ENDS)
        end = self._cut_tail(start, end, _TRAILING, _TRAILING_ENDS)
        leading = _LEADING.match(text, start, end)
        if leading:
            start = leading.end()
        span = self._outside_quotes(start, end)
        if span is None or not _WORD.search(text, span.start, span.end):
            return None
        words = _WORD.findall(text, span.start, span.end)
        if floor > self._start and not (words[0][0].isupper() or words[0] in ("he", "she", "they", "the")):
            return None
        return span

    def _cut_tail(self, start: int, end: int, tail: re.Pattern[str], endings: tuple[str, ...]) -> int:
        """Where the tail begins; it is no more than blanks and commas where no word of it ends the text."""
        text = self._text
        floor = max(start, end - _LONGEST_TAIL)
        bare = end
        while bare > floor and (text[bare - 1] == "," or text[bare - 1].isspace()):
            bare -= 1
        if text.endswith(endings, floor, bare) and (rest := tail.search(text, floor, end)) is not None:
            return rest.start()
        return bare

    def _outside_quotes(self, start: int, end: int) -> Span | None:
        for quote in self._quotes:
            if quote.start < end and start < quote.end:
                start = quote.end
        return _trimmed(self._text, start, end) if start < end else None

    def _said(self, match: re.Match[str], verb: _Verb, follower: int) -> tuple[Span | None, str]:
        """What the verb says, and the rule that found it."""
        text, at, end = self._text, match.end(), self._end
        opening = _TO_QUOTE.match(text, at, end)
        if opening and "quote" in verb.frames:
            index = bisect_right(self._starts, opening.end() - 1) - 1
            if index >= 0 and self._quotes[index].start == opening.end() - 1:
                return self._quotes[index], "statement.quote"
        that = _THAT.match(text, at, end)
        if that and verb.frames & {"that", "whom"}:
            return self._clause(that.end(), follower), "statement.that"
        colon = _COLON.match(text, at, end)
        if colon and "quote" in verb.frames:
            return self._clause(colon.end(), end), "statement.quote"
        word = _WORD.search(text, at, end)
        if word is None or word.start() - at > 1 or _NO_OBJECT.fullmatch(word.group().lower()):
            return None, ""
        if "whom" in verb.frames:
            link = _LINK.search(text, at, min(end, follower, at + 160))
            if link:
                return self._clause(link.end(), follower), "statement.that"
        if verb.frames & {"what", "clause"}:
            return self._clause(word.start(), follower), "statement.object"
        return None, ""

    def _clause(self, start: int, follower: int) -> Span | None:
        """From ``start`` to the end of what was said: of the sentence, or where the next verb goes on."""
        text, end = self._text, min(self._end, start + _LONGEST)
        halt = _HALT.search(text, start, end)
        if halt:
            end = halt.start()
        if start < follower < end:
            cut = max(text.rfind(" and ", start, follower), text.rfind(", ", start, follower))
            between = _WORD.findall(text, cut + 1, follower) if cut > 0 else ["", "", "", "", ""]
            if cut > start and len(between) <= 4:
                end = cut
        return _trimmed(text, start, end)

    def _quote_before(self, match: re.Match[str], verb: _Verb, subject: Span | None) -> StatementHit | None:
        """Words in quotation marks that end just before the attribution: "...," said X; "...," X said."""
        text = self._text
        floor = subject.start if subject else match.start()
        index = bisect_right(self._starts, floor) - 1
        if "quote" not in verb.frames or index < 0:
            return None
        quote = self._quotes[index]
        if quote.end > floor or text[quote.end : floor].strip(" \t\r\n,–—-"):
            return None
        said = _trimmed(text, quote.start, quote.end)
        speaker = subject
        if speaker is None:
            stop = _AFTER_SPEAKER.search(text, match.end(), min(self._end, match.end() + 300))
            speaker = _trimmed(text, match.end(), stop.start() if stop else min(self._end, match.end() + 300))
        return self._hit(speaker, verb, said, "statement.quote") if said and speaker else None

    def _according(self) -> Iterator[StatementHit]:
        text = self._text
        if text.find("ccording", self._start, self._end) < 0:
            return
        found = _ACCORDING.search(text, self._start, self._end)
        if found is None or self._quoted(found.start()):
            return
        comma = text.find(",", found.end(), self._end)
        if found.start() - self._start < 3:
            if comma < 0:
                return
            speaker, said = _trimmed(text, found.end(), comma), _trimmed(text, comma + 1, self._end)
        else:
            speaker = _trimmed(text, found.end(), comma if comma > 0 else self._end)
            said = _trimmed(text, self._start, found.start())
        if speaker and said:
            yield self._hit(speaker, _Verb("according to", frozenset()), said, "statement.according")
