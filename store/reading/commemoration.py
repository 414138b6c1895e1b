"""Stretches of text in which whoever is named is commemorated: the dead, their memory, anniversaries."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from store.model import Span


class Commemoration(NamedTuple):
    """A stretch of text in which whoever is named is commemorated."""

    span: Span
    rule: str


_CAPS = r"[^\W\d_a-z][\w'’\-]*\.?"  # begins with any letter that is not a plain small one
_LINK = r"(?:al|bin|bint|ibn|van|der|den|von|de|la|del|da|dos|of|the)"
_RUN = rf"\b(?:{_CAPS})(?:\s+(?:{_LINK}\s+){{0,2}}(?:{_CAPS})){{0,7}}"
_MOST = r"(?s:.{1,160}?)"  # the words that tell who, as few as will do
_HALT = (
    r"(?=\s*(?:[;\"“”]|\((?![A-Z]{2,8}\))|(?<![A-Z]{2})\))|\s*\n\s*\n|(?<=[^\W\d_A-Z]{3})\.(?:\s|\Z)|\s*\Z|,?\s+and\s+(?:send|extend|express|conve|offer|wish|share|led|pray|paid)"
    r"|,?\s+(?:who|whose|which|in|on|at|after|before|was|were|to|has|had|said|says|during|by|with|as|is|will|would|from|for|while|when)\b)"
)
_DEAD = (
    r"(?:died|fell|fallen|perished|passed away|killed|martyred|assassinated|murdered|slain|laid down"
    r"|sacrificed|(?:lies )?buried"
    r"|(?:lost|gave|gives) (?:his|her|their) li(?:fe|ves))"
)
_CONTEXTS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (rule, re.compile(pattern))
    for rule, pattern in (
        (
            "honoured.late",
            rf"\b(?:[Tt]he\s+late|(?:\bof|\bto)\s+late|[Ll]ate(?=\s+[A-Z]))\s+(?P<who>(?!(?:[^.,]{{0,12}}\d|afternoon|evening|morning|night|hours|spring|summer|autumn|fall|winter|last|this|in\b|on\b|\w+day\b|January|February|March|April|May|June|July|August|September|October|November|December)){_MOST}){_HALT}",
        ),
        (
            "honoured.death",
            r"\b(?:[Mm]ourn(?:s|ed|ing)?|(?:[Dd]eath|[Pp]assing|[Dd]emise|[Mm]artyrdom|[Aa]ssassination|[Ff]uneral|[Rr]eburial|[Bb]urial|[Ll]oss|[Cc]offin)"
            rf"(?:\s+service|\s+ceremony)?\s+(?:of|for))\s+(?:the\s+(?:death|passing|loss|demise)\s+of\s+)?(?P<who>{_MOST}){_HALT}",
        ),
        (
            "honoured.memory",
            r"\b(?:[Ii]n\s+(?:the\s+)?(?:\w+\s+)?memory\s+of|(?:honou?r(?:ed|s|ing)?|cherish(?:ed)?|respects?\s+to|tribute\s+to)\s+the"
            rf"\s+(?:\w+\s+)?memory\s+of|[Cc]ommemorat(?:ed|es|ing|ion\s+of))\s+"
            rf"(?P<who>(?!the \d+\w* anniversary){_MOST}){_HALT}",
        ),
        (
            "honoured.anniversary",
            r"\b(?:anniversary\s+of|centenary\s+of|jubilee\s+of|since)\s+(?:the\s+)?(?:birth|death|martyrdom|passing|assassination)"
            rf"\s+of\s+(?P<who>{_MOST}){_HALT}",
        ),
        (
            "honoured.remembrance",
            r"\b(?:(?:[Mm]inutes?|[Mm]oments?)\s+of\s+silence\s+for|[Cc]ommemoration\s+(?:of|for)|[Pp]osthumous(?:ly)?\b.{0,60}?\bto"
            r"|(?:[Pp]laque|[Mm]emorial|[Mm]onument|[Ss]tatue|[Bb]ust|[Tt]omb|[Gg]rave)\s+(?:to|of)|[Pp]ray(?:ed|ers)\s+(?:\w+\s+){0,3}for)"
            rf"\s+(?P<who>(?!the\s+(?:fallen|victims|heroes|unknown|martyrs|soldiers))(?:the\s+)?(?:[a-z]+\s+){{0,4}}{_RUN})",
        ),
        (
            "honoured.remembered",
            rf"(?P<who>{_RUN}),\s[^,.;]{{3,80}},\s+(?:was|were)\s+(?:remembered|commemorated|mourned|prayed\s+for)\b",
        ),
        (
            "honoured.homage",
            rf"\b(?:homage|tributes?)\s+to\s+(?P<who>(?:the\s+)?(?:founder|founding|father|leader|hero|national)[^,.;]{{0,60}},\s+{_RUN})",
        ),
        (
            "honoured.posthumous",
            rf"\bafter\s+(?:his|her)\s+death,\s+(?P<who>{_RUN})\s+was\b",
        ),
        (
            "honoured.birth",
            rf"(?P<who>{_RUN}?)['’]s?\s+(?:\d+\w*\s+)?(?:(?:birth|death)\s+(?:anniversary|centenary)|birthday\b)",
        ),
        (
            "honoured.fell",
            rf"(?P<who>{_RUN}(?:(?:\s+and|,)\s+{_RUN}){{0,3}})(?:,\s(?:an?|the|then)\s[^,.;]{{3,40}}?)?(?:\s+and\s+(?:the\s+)?(?:other\s+|\w+\s+)?(?:officers|soldiers|servicemen|staff|members|victims|airmen|sailors|guards"
            r"|others|passengers|crew|men|comrades|colleagues)[^,.;]{0,20}?)?,?\s+(?:and\s+)?who\s+"
            rf"(?:(?:had|was|were|have|has)\s+)?(?:\w+ly\s+)?(?:{_DEAD}|(?:posthumously\s+)?(?:decorated|awarded|promoted)\s+posthumously)\b",
        ),
        (
            "honoured.decorated",
            rf"(?P<who>{_RUN}(?:(?:\s+and|,)\s+{_RUN}){{0,3}}),?\s+who\s+(?:was|were|had\s+been|has\s+been)\s+posthumously\b",
        ),
        (
            "honoured.died",
            rf"(?P<who>{_RUN}),?\s+(?:has\s+|had\s+|was\s+|were\s+|have\s+)?(?:passed\s+away|martyred|assassinated|perished|laid\s+to\s+rest"
            r"|killed\s+(?:in|on|by|when|during|while)|died\s+(?:in|on|at|of|after|aged|last))\b",
        ),
    )
)
# What a sentence must hold, in lower case, for a context to be in it: one of each row.
_NEEDED: dict[str, tuple[tuple[str, ...], ...]] = {
    rule: tuple(tuple(row.split()) for row in rows)
    for rule, *rows in (
        ("honoured.late", "late"),
        ("honoured.death", "mourn death passing demise martyrdom assassination funeral burial loss coffin"),
        ("honoured.memory", "memory commemorat"),
        (
            "honoured.anniversary",
            "anniversary centenary jubilee since",
            "birth death martyrdom passing assassination",
        ),
        (
            "honoured.remembrance",
            "silence commemorat posthumous plaque memorial monument statue bust tomb grave pray",
        ),
        ("honoured.remembered", "remembered commemorated mourned prayed"),
        ("honoured.homage", "homage tribute", "found father leader hero national"),
        ("honoured.posthumous", "after", "death"),
        ("honoured.birth", "birth death"),
        ("honoured.fell", "who"),
        ("honoured.decorated", "who", "posthumously"),
        ("honoured.died", "passed martyred assassinated perished laid killed died"),
    )
}
_NOBODY = re.compile(  # a group, and no person
    r"(?:the\s+)?(?:[\w’'-]+\s+){0,3}?(?:[Pp]eacekeepers|[Ss]oldiers|[Hh]eroes|[Mm]artyrs|[Vv]ictims|[Ff]allen|[Dd]efenders"
    r"|[Ww]arriors|[Ll]iberators|[Ss]ailors|[Aa]irmen|[Ss]ervicemen|[Pp]atriots|[Ww]ar|[Gg]lory|[Uu]nknown)\.?"
    r"|(?:the\s+)?(?:Mother|Virgin|Our Lady|Lady|Christ|Victory|Liberty|Freedom|Peace|Unity|Friendship)\b.*"
)
_CONTEXT_TRIGGER = re.compile(
    r"\b[Ll]ate\s|mourn|death|passing|demise|\bloss of|memory|commemorat|anniversary|centenary|jubilee"
    r"|\bwho\s+(?:\w+\s+){0,2}?(?:died|fell|perish|passed|lost|laid|gave|sacrific|killed|martyr|assassin|murder|slain|buried)"
    r"|silence for|posthumous|prayed|prayers|remembered|plaque|memorial|monument|statue"
    r"|\bbust\b|\btomb\b|\bgrave\b|homage|tribute|birthday|since the birth|coffin"
    r"|passed away|martyr|killed|assassinat|perished|buried|laid to rest|\bdied\b|[Ff]uneral|[Bb]urial",
    re.IGNORECASE,
)

# Each of the above has one of these words; they are looked up word by word, which is many times quicker.
_TRIGGER_WORD = re.compile(
    r"\blate\Z|mourn|death|passing|demise|\bloss\Z|memory|commemorat|anniversary|centenary|jubilee|died|fell|perish|passed"
    r"|lost|laid|gave|sacrific|killed|martyr|assassin|murder|slain|buried|funeral|burial|silence|posthum|pray|remember"
    r"|plaque|memorial|monument|statue|\bbust\Z|\btomb\Z|\bgrave\Z|homage|tribute|birth|coffin",
    re.IGNORECASE,
)


def is_sign(word: str) -> bool:
    """Whether a sentence with the word may commemorate somebody."""
    return _TRIGGER_WORD.search(word) is not None


def find_honoured_contexts(
    text: str, sentences: Sequence[Span] | None = None, likely: Sequence[bool] | None = None
) -> list[Commemoration]:
    """Stretches in which a person named is commemorated: "the late X", "X, who fell", "the death of X".

    With ``sentences`` no stretch goes past the end of one. A stretch may hold rank and post beside the name.
    ``likely`` says of each sentence whether it holds a word that ``is_sign``, where that is known.
    """
    found: dict[Commemoration, None] = {}
    for number, (start, end) in enumerate(sentences if sentences is not None else (Span(0, len(text)),)):
        if likely is not None and not likely[number]:
            continue
        low = text[start:end].lower()
        contexts = [
            row for row in _CONTEXTS if all(any(map(low.__contains__, one)) for one in _NEEDED[row[0]])
        ]
        told: list[Commemoration] = []
        for rule, pattern in contexts:
            for match in pattern.finditer(text, start, end):
                a, b = match.span("who")
                if any(char.isupper() for char in text[a:b]) and not _NOBODY.fullmatch(text, a, b):
                    told.append(Commemoration(Span(a, b), rule))
        if told and _CONTEXT_TRIGGER.search(text, start, end):
            found.update(dict.fromkeys(told))
    return sorted(found)
