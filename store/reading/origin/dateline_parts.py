"""The parts of a dateline as patterns: places, regions, agencies, weekdays, dashes."""

from __future__ import annotations

import re

from store.reading.origin.words import UPPER

WORD = rf"[{UPPER}][\w’'ʻ.]*+(?:-[\w’'.]++)*+"
_LINK = r"(?:de|del|da|do|el|al|of|the|la|le|es|sur|an|am|upon)"
_CAPITALS = rf"[{UPPER}][{UPPER}]++(?:\.[{UPPER}]++)*+"
LEAD = re.compile(
    rf"(?:[^\w(“\"‘'\[/|]{{1,4}})?+(?:\(MENAFN\s?[-–]?\s?(?P<wire>[^()]{{2,40}}+(?:\([A-Z]{{2,8}}\))?+)\)\s*+)?+"
    rf"(?:\((?:[A-Z]{{4,9}}|\d\w\w LD)\)\s*+(?![-–—:]))?+(?:\d{{1,2}}[:.]\d\d\s*+[|/–-]\s*+)?+"
    rf"(?:\((?P<first>{WORD}(?:[ ]{WORD}){{0,3}}+)\)\s*+[-–—:]*+\s*+)?+"
)
PLACE = re.compile(rf"{WORD}(?:[ ](?:{_LINK}(?=[ ])|{WORD})){{0,4}}+")
REGION = re.compile(rf"\s*+,\s*+(?P<region>{WORD}(?:[ ](?:of|and|{WORD})){{0,3}}+)")
BRACKETED = re.compile(rf"\s*+[(\[](?P<region>{WORD}(?:[ ](?:of|and|{WORD})){{0,3}}+)[)\]](?=\s*+[,(\[])")
SECOND = re.compile(
    rf"/(?P<second>[{UPPER}][\w’'-]*+(?:[ ][{UPPER}][\w’'-]*+)?+)(?=\s*+[,(–—:-])"
)  # ANKARA/BAKU
NO_REGION = re.compile(
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tues?|Wed|Thu|Fri|Sat|Sun"
    r"|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC|MON|TUE|WED|THU|FRI|SAT|SUN)[A-Za-z]*+\b"
)
_MONTH_NAME = (
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)"
)
BEFORE_MONTH = re.compile(rf"\s(?={_MONTH_NAME}[a-zA-Z]*\b)")
MONTH_NEXT = re.compile(rf"\s(?:{_MONTH_NAME}[a-zA-Z]*\.?\s\d|\d{{1,2}}(?:st|nd|rd|th)?\s{_MONTH_NAME})")
WEEKDAY = re.compile(
    r"[\s,.–-]*+(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY)\b"
)
TIME = re.compile(r"[\s,]*+\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?(?:\s?(?:GMT|UTC|IST))?")
AGENCY = re.compile(
    r"[\s,.]*+(?:\((?P<round>[^()\n]{2,60}+(?:\([A-Z]{2,8}\))?+)\)|\[(?P<square>[^][\n]{2,40}+)\]|/{1,2}(?P<slash>[^/\n]{2,40}+)/{1,2}"
    r"|\|\s?(?P<bar>[^|\n]{2,40}?)\s?\|)"
)
AFTER_AGENCY = re.compile(rf"[\s.,:]*+[-–—_]{{1,2}}|\s*+[.:;]+|(?=\s*+[“\"]?[{UPPER}])|\s*+$")
NAMED = re.compile(
    rf"(?:[\s,.]*+[-–—/]\s?|[\s.,]++)(?P<name>{_CAPITALS}(?:[ ]{_CAPITALS})?+|{WORD}(?:[ ]{WORD}){{0,2}}+)"
    rf"(?P<end>\s*+[-–—./:_]++|\s*+$|(?=\s[“\"]?[{UPPER}]))"
)
AGENCY_FIRST = re.compile(  # "TEMPO.CO, Jakarta -", "RSS/ Kathmandu, March 4:"
    rf"(?P<name>{WORD}(?:[ ]{WORD})?)(?:,|\s?/)\s(?P<place>{WORD}(?:[ ]{WORD}){{0,2}})(?=\s?[-–—:,(])"
)
DASH = re.compile(r"[,.]*+(?:\s[-–—]{1,2}(?=\s)|\s?(?:--|—|–|_)|-(?=\s))|\s?\.-|(?P<colon>\s?:(?=\s))")
STOP = re.compile(rf"\s?[.,]\s++(?=[“\"]?[{UPPER}])|\s++(?=[“\"])")
GAP = re.compile(rf"\s(?=[{UPPER}])")
END = re.compile(r"[\s.:–—-]*+$")
DIGIT = re.compile(r"\d")
FAST = re.compile(  # a paragraph that begins otherwise has no dateline
    rf"[^\w(\[/]{{0,4}}+(?:[(\[/\d]"
    rf"|{WORD}(?:[ ](?:{_LINK}(?=[ ])|{WORD})){{0,4}}+\s*+(?:[,(\[/|–—:_.\d-]|$)"
    rf"|{WORD}(?<=\.)|{WORD}-|{_CAPITALS}[ .])"
)
LETTERS = re.compile(r"\s?\(([A-Z]{2,8})\)")
COMMA = re.compile(r"\.?,")
ALONE = re.compile(
    rf"(?:(?P<name>{_CAPITALS})\s?[-–—]++|(?P<slashed>{WORD}(?:[ ]{WORD})?)\s?/)\s*+(?=[“\"]?[{UPPER}])"
)
VOUCHED = re.compile(r"[^\n]{0,50}?[(\[/]")
GLUED = re.compile(rf"[)\]](?P<place>{WORD}(?:[ ]{WORD})?)\s\((?P<agency>{_CAPITALS})\)\s?[-–—:]")
OUTLET = re.compile(rf"{WORD}(?:[ ]{WORD}){{0,3}}(?:\s*\([A-Z]+\))?")
