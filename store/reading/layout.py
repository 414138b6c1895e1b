"""A page's lines put together into blocks: paragraphs, headlines, captions, rows and what is round them.

Spans are surface offsets. A block of kind ``noise`` is no part of the article (share buttons, menus,
copyright lines); ``related`` names other articles; the rest is read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

# All but bullets, speakers and sentence ends are looked for in the line in lower case.
_NOISE = re.compile(
    r"\b(?:share (?:this|on|via|page)|share:|tweet\b|follow (?:us|@)|subscribe|newsletter|cookies?\b"
    r"|advertisement"
    r"|all rights reserved|copyright|©|print (?:this )?page|print\s+pdf|back to top|click here|sign (?:in"
    r"|up)\b|log ?in\b"
    r"|visitor counter|views?:\s*\d|release id|read this release|read in full|metrika|javascript|all sections"
    r"|leave a (?:comment|reply)|your comment|copy link|font size|text size|skip to|toggle|terms of (?:use"
    r"|service)"
    r"|privacy policy|whatsapp channel|free articles? left|photo ?gallery|video ?gallery|accept all|e-?paper"
    r"|accreditation of journalists|min(?:ute)?s? read|last (?:updated|modified)\b)"
)
_TAGS = re.compile(
    r"\W*(?:tags?|keywords?|categor(?:y|ies)|filed (?:under|in)|posted in|labels?|hashtags?)\s?[:|]"
    r"|(?:#\w+[\s,]*)+$"
)
_WRITER = re.compile(  # who wrote it
    r"about the authors?\b|[\w.’'-]+(?: [\w.’'-]+){1,3} is an? (?:[\w-]+ ){0,4}?"
    r"(?:reporter|journalist|correspondent|editor|columnist|freelancer|staff writer|news writer)\b"
)
_ADDRESSES = ("http://", "https://", "www.")
_MENU = re.compile(r"\s*(?:home|news|world|politics|menu|search|tags?|text|share|print|email)\s*$")
_RELATED_HEAD = re.compile(
    r"\W*+(?:read (?:also|more|next)|also read|see (?:also|more)|related(?: news| articles?| stories"
    r"| content| topics?)?"
    r"|more (?:news|stories|headlines|articles|on this|from)|you m(?:ay|ight) (?:also )?like|recommended"
    r"|latest (?:news|stories|articles|posts|headlines)|most (?:read|viewed|popular|shared)"
    r"|other (?:news|stories|headlines)|top stories|don[’']t miss|editors?[’']?s? (?:picks?|choice)"
    r"|further reading|similar (?:news|articles|stories)|up next|keep reading|what to read next"
    r"|trending|popular)\b"
)
_COMMENTS_HEAD = re.compile(
    r"\W*+(?:\d+ )?(?:(?:readers?[’']? )?comments?|responses|join the (?:conversation|discussion)"
    r"|have your say|(?:leave|post|add) a (?:comment|reply))\W*+\d*\W*$"
)
_CAPTION = re.compile(
    r"^\W*+(?:photos?\b|in (?:the )?(?:photo|picture)|image\b|picture\b|caption|file photo|video:"
    r"|\d+ photos?\b)|[-–—] ?(?:[a-z]+ )?photos?\.?\s*$"
    r"|\((?:photos?|image|picture|source)\b[^)]{0,400}\)\s*$|\bphoto(?: credit)?:|/ ?photo\b|\((?:[lrc]|left"
    r"|right|cent(?:er|re))\)"
    r"|\bfile photo\b|\bphoto(?:graph)? by\b|\b(?:from|pictured) left\b"
)
_CAPTION_SIGNS = (
    "photo",
    "image",
    "picture",
    "caption",
    "video:",
    "left",
    "(",
)  # every caption has one of these
_BULLET = re.compile(
    r"^\s*(?:[•▪■◦‣●○*»›+]|[-–—](?=\s)|\(?[a-z0-9]{1,2}[.)](?=[\s|])|\d{1,2}[:.]\d{2}(?=[\s|]))[\s|]*"
)
_SPEAKER = re.compile(r"\s*[A-ZÀ-ÞİĞŞÇÖÜ.'’-]++(?:\s[A-ZÀ-ÞİĞŞÇÖÜ.'’-]++){0,5}\s?(?:\([^)]{1,40}\))?:\s")
_CONTACT = re.compile(
    r"\b(?:media contact|contact:|for further information|further information|tel(?:\.|:|ephone:)|e-?mail"
    r"|fax\b|phone:)"
)
_CONTACT_SIGNS = ("contact", "information", "tel", "mail", "fax", "phone")  # every contact has one
_SENTENCE_END = re.compile(
    r"[.!?…](?:[\"”’')\]]*+\s*$|(?<!…)[\"”’')]*+\s++[\"“‘(]?[A-ZÀ-ÞİƏĞŞ]"
    r"|\s*(?:\([a-z ]{2,12}\)|[-–—=/#]{1,9}\s*\(?[A-Za-z./ ]{2,12}\)?)\W{0,9}$)"  # an agency's end mark
)
_LONG_LINE = 160  # characters: prose


class BlockKind(StrEnum):
    """What a block is to the article."""

    BODY = "body"
    HEADLINE = "headline"  # a heading, wherever it stands
    ROW = "row"  # a row of a list or programme
    SPEECH = "speech"  # a turn of a transcript
    CAPTION = "caption"
    RELATED = "related"
    CONTACT = "contact"
    NOISE = "noise"


@dataclass(slots=True)
class Block:
    """A logical line: what its writer meant as one paragraph, heading or row."""

    start: int
    end: int
    kind: BlockKind


_RUNS_ON = re.compile(
    r"[a-z)]{2}[.!?][”\"’]? [A-Z“\"]|[a-z)][.!?][”\"’]? [—–-]+ ?[A-Z]"
)  # a sentence ends inside the line


def find_blocks(text: str) -> list[Block]:
    """The blocks of a surface text, in order."""
    blocks: list[Block] = []
    related = alone = False
    seen_body = False
    comments = False
    last_long = _last_long_line(text)
    for start, end in _logical_lines(text):
        line = text[start:end]
        low = line.lower()
        kind = _kind_of(line, low)
        comments = comments or (seen_body and last_long < start and _COMMENTS_HEAD.match(low) is not None)
        if comments:
            kind = BlockKind.RELATED
        elif head := _RELATED_HEAD.match(low):
            related = True
            alone = len(low) - head.end() < 12  # the heading of a list, not one other article
            kind = BlockKind.RELATED
        elif related and kind is not BlockKind.NOISE:
            if kind is BlockKind.BODY and (len(line) > 120 or not alone):
                related = False
            else:
                kind = BlockKind.RELATED
        if related and seen_body and kind is BlockKind.RELATED and len(line) > 60:
            related = last_long - end < _LONG_LINE  # no paragraph follows: a list of other articles goes on
        seen_body = seen_body or kind is BlockKind.BODY
        blocks.append(Block(start, end, kind))
    return blocks


def _last_long_line(text: str) -> int:
    """Where the last line that is long enough for prose ends; before the text where there is none."""
    at = len(text)
    while at >= 0:
        start = text.rfind("\n", 0, at) + 1
        if at - start >= _LONG_LINE:
            return at
        at = start - 1
    return -_LONG_LINE


def _kind_of(line: str, low: str) -> BlockKind:
    words = line.count(" ") + 1
    sentence = _SENTENCE_END.search(line) is not None
    if words < 40 and any(map(low.__contains__, _CAPTION_SIGNS)) and _CAPTION.search(low):
        return BlockKind.CAPTION
    if (not (sentence and words > 25) and _is_noise(low)) or _WRITER.match(low):
        return BlockKind.NOISE
    if _TAGS.match(low):
        return BlockKind.RELATED
    if words < 30 and any(map(low.__contains__, _CONTACT_SIGNS)) and _CONTACT.search(low):
        return BlockKind.CONTACT
    if _SPEAKER.match(line):
        return BlockKind.SPEECH
    if _BULLET.match(line):
        return BlockKind.ROW
    if (sentence and words >= 6) or (words > 25 and _RUNS_ON.search(line) is not None):
        return BlockKind.BODY
    return BlockKind.HEADLINE if words > 1 or line[0].isupper() else BlockKind.NOISE


def _is_noise(low: str) -> bool:
    return (
        _NOISE.search(low) is not None
        or any(map(low.__contains__, _ADDRESSES))
        or _MENU.match(low) is not None
    )


def _logical_lines(text: str) -> list[tuple[int, int]]:
    """Spans of the lines, hard-wrapped ones joined, blank ones left out, edges trimmed."""
    groups: list[list[tuple[int, int]]] = [[]]
    at = 0
    for raw in text.split("\n"):
        stripped = raw.strip().strip("|").strip()  # a cell by itself is a line
        if stripped:
            left = at + raw.index(stripped[0])
            groups[-1].append((left, left + len(stripped)))
        elif groups[-1]:
            groups.append([])
        at += len(raw) + 1
    width = _wrap_width(text, groups)
    apart = _stand_apart(text, groups)
    return [line for group in groups for line in _unwrapped(text, group, width, apart)]


_NEVER_LAST = frozenset(  # words no line of its own ends in
    "Al al bin bint ibn the The of a an and with to by for between from at in on his her its their".split()
)


def _runs_on(text: str, first: tuple[int, int], second: tuple[int, int]) -> bool:
    """Whether the second line goes on in the middle of the first one's sentence, both long."""
    if first[1] - first[0] < 40:
        return False
    if text[second[0]].islower():
        return text[first[1] - 1] not in ".!?:;"
    return text[first[0] : first[1]].rsplit(None, 1)[-1] in _NEVER_LAST


def _lifted_out(text: str, group: list[tuple[int, int]], at: int, apart: bool) -> bool:
    """Whether the break before ``group[at]`` falls within a sentence that goes on after it.

    Pages print links on lines of their own: ``The outgoing / Defence Adviser / to Australia paid a call``.
    ``apart``: the page's paragraphs stand apart, so that a line within one is broken.
    """
    last, line = group[at - 1], group[at]
    before, after = text[last[0] : last[1]], text[line[0] : line[1]]
    if before[-1] in ".!?:;|" or _BULLET.match(before) or before.isupper():
        return False
    if not after[0].isupper():
        goes_on = after[0].islower() or after[0] in ",;)"
        return (
            goes_on
            and " " in after
            and not after.startswith(("http", "www"))
            and not _is_noise(before.lower())
        )
    if before[-1].isdigit():
        return False
    if before.rsplit(None, 1)[-1] in _NEVER_LAST or (len(before) >= 60 and _RUNS_ON.search(before)):
        return True
    if (
        at + 1 < len(group)
        and len(after) <= 60
        and after[-1].isalpha()
        and not _CONTACT.search(after.lower())
    ):
        following = text[group[at + 1][0] : group[at + 1][1]]  # what goes on in the same sentence
        goes_on = following[0].islower() or following[0] in ",;)"
        if goes_on and " " in following and not _is_noise(before.lower()):
            return True
    return (
        apart
        and " " in after
        and len(before) >= 50
        and (len(before) >= _PROSE or _OPENS.match(before) is not None)
        and _OPENS.match(after) is None
        and text[group[-1][1] - 1] in '.”"'
        and not _REPORT_OPENS.match(after)
        and not _CAPTION.search(before.lower())
    )


def _stand_apart(text: str, groups: list[list[tuple[int, int]]]) -> bool:
    """Whether the page's paragraphs have blank lines between them."""
    ends = [(group[0][0], group[-1][1]) for group in groups if group]
    return sum(end - start >= 100 and text[end - 1] in '.”"' for start, end in ends) >= 2


def _wrap_width(text: str, groups: list[list[tuple[int, int]]]) -> int:
    """The width in characters at which the page breaks its lines, or 0 where it does not."""
    ends = [a[1] - a[0] for group in groups for a, b in pairwise(group) if _runs_on(text, a, b)]
    return (
        sorted(ends)[len(ends) // 2] if len(ends) >= 2 and sum(n <= 110 for n in ends) * 2 > len(ends) else 0
    )


_PROSE = 80  # characters of a line that is prose rather than a heading
_TITLE = (
    r"(?:General|Gen\.?|Admiral|Adm\.?|Colonel|Col\.?|Lieutenant|Lt\.?|Major|Maj\.?|Brigadier|Brig\.?|Marshal"
    r"|Commodore|Captain|Rear|Vice|Minister|President|Ambassador|Secretary|Commander|Senator|Sheikh|Prince"
    r"|Dr\.?|Mr\.?|Ms\.?|Mrs\.?|H\.E\.)"
)
_TITLED = re.compile(rf"\b{_TITLE}(?: {_TITLE})*(?P<name> [^\W\d_][\w’'-]*)?\Z")


def _breaks_off(line: str) -> bool:
    """Whether a line of prose ends within a name: after a title or a rank, or the first word that follows."""
    ending = _TITLED.search(line[-60:])
    if ending is None or ending["name"]:
        return ending is not None
    return not line[-60:][: ending.start()].rstrip().endswith(",")  # "X, Minister of Y, Admiral" is a row


_OPENS = re.compile(  # a sentence
    r"[“\"]|(?:The|An?|In|On|At|During|After|Before|Earlier|Later|He|She|They|It|This|That|These|Both|For|From"
    r"|With|While|When|As|His|Her|Their|Its|According|Following|Speaking|Also|Meanwhile|I|We)\b"
)
_NAME_LEFT_OPEN = re.compile(r"(?:^|\s)[Tt]he\s.* [^\W\d_a-z][\w’'-]+\Z|\s[Aa]l\Z")
_REPORT_OPENS = re.compile(  # a place, a date or an agency, and its dash
    r"[^\W\d_][^–—]{2,50}(?:\)\.?\s?[-–—:]|\d{4}\.?\s?[-–—:]|\s[–—])"
)
_NAME_GOES_ON = re.compile(
    r"(?!(?:The|An?|In|On|At|During|After|Before|He|She|They|It|This|Both|For|From|With)\b)"
    r"[^\W\d_a-z][^\W\d_]+(?:[ -][^\W\d_a-z][^\W\d_]+){0,2},? [a-z]"
)


def _splits_a_name(line: str, following: str, begun: bool) -> bool:
    """Whether a line of a sentence ends in a name that the following line finishes."""
    if len(line) < 40 or not _NAME_GOES_ON.match(following):
        return line.endswith((" Al", " bin", " Bin")) and following[0].isupper()
    return begun or _NAME_LEFT_OPEN.search(line) is not None or _REPORT_OPENS.match(line) is not None


def _unwrapped(text: str, group: list[tuple[int, int]], width: int, apart: bool) -> list[tuple[int, int]]:
    """Adjacent lines of a group, joined where the break only kept them within a width."""
    joined = group[:1]
    for at, (last, line) in enumerate(pairwise(group), 1):
        length = last[1] - last[0]
        wrapped = width > 0 and length >= 0.55 * width and not text[last[0] : last[1]].isupper()
        columns = "|" in text[last[0] : line[1]]
        # A line that goes on with a paragraph and ends within its sentence: a name broken early.
        amid = width > 0 and joined[-1][0] < last[0] and text[last[1] - 1].isalpha() and length < width
        amid = amid and text[line[0]].isalpha() and not text[line[0] : line[1]].isupper()
        broken = length >= _PROSE and _breaks_off(text[last[0] : last[1]])
        if not broken and text[last[1] - 1].isalpha():
            begun = joined[-1][0] < last[0]
            broken = _splits_a_name(text[last[0] : last[1]], text[line[0] : line[1]], begun)
        runs_on = _runs_on(text, last, line) or _lifted_out(text, group, at, apart)
        if (wrapped or amid or broken or runs_on) and not (columns or _BULLET.match(text[line[0] : line[1]])):
            joined[-1] = (joined[-1][0], line[1])
        else:
            joined.append(line)
    return joined
