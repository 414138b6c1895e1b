"""A reading in as few bytes as can be, and the very same reading back.

Its fields follow one another without their names. A text is a number where it is among ``_KNOWN`` or came
before in the same reading. What is left is deflated, with what readings have in common known beforehand.
Whoever changes anything here, or a dataclass of a reading, raises ``DERIVE_VERSION``.
"""

from __future__ import annotations

import dataclasses
import struct
import zlib
from collections.abc import Callable
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, NamedTuple, TypeVar, Union, get_args, get_origin, get_type_hints

from store.model import Evidence, Reading, Span

_KNOWN = (
    "post.phrase official.post topics.sure parties.countries country.post rank.form role.host"
    " role.attendee country.home statement.that statement.object role.guest venue.stated role.mentioned"
    " place.dateline place.stated dateline.head date.weekday encounter.conference date.same_day"
    " country.host date.relative ceremony.homage country.words dateline.date outlet.dateline"
    " statement.quote role.honoured date.full dateline.line official.rank attribution.citing"
    " ceremony.visit outlet.reports date.dateline topics.likely meeting held host attendee guest mentioned"
    " say honoured planned call conference AZ TR US GE KZ UZ UA RU CN GB FR DE IT JP KR IN PK IR EU NATO"
    " UN military-cooperation joint-exercises regional-security military-education military-technical"
    " energy-transport trade-economy humanitarian political-relations culture-education"
    " experience-exchange multilateral maritime peacekeeping counter-terrorism peace-process topics.civil"
    " encounter.programme country.host_side official.encounter occasion.ordinal venue.told"
    " attribution.said byline.author place.carried post.counterpart encounter.reached encounter.together"
    " occasion.attend topics.situation place.told date.carried occasion.margins ceremony.guard"
    " ceremony.welcome outlet.signature statement.transcript outlet.masthead place.landmark venue.host"
    " country.implied border-situation defence-industry law-enforcement science-technology reforms express"
    " tell thank note ask Ambassador President General Commander"
    " AE AM AR AU BR BY CA EG ES FI GR HU ID IL IQ JO KE KG KW LT LV MD MY NO OM PH PL PS QA RO RS SA SE SG"
    " SK SY TH TJ TM UK VN ZA OSCE OTS ICRC"
).split()
_POSTS = (
    "Minister of Defence, Minister of Defense, Minister of Foreign Affairs, Minister of Energy, "
    "Minister of Internal Affairs, Foreign Minister, Prime Minister, Deputy Prime Minister, Minister, "
    "Defence Minister, Defense Minister, Deputy Minister, Secretary, Chief of the General Staff, Chief, "
    "Speaker of the Parliament, Land Forces, Air Force, Navy, Armed Forces, General Staff, Security "
    "Council, Secretary General, Colonel General, Lieutenant General, Major General, Ministry of "
    "Defence, Ministry of Defense"
).split(", ")
"""Texts that are in many readings: the earlier, the shorter. Before them comes the empty one."""

_OWN = 48  # texts of the reading itself that have a number
_FIRST = 1 + _OWN
_TEXTS = ("", *_KNOWN, *_POSTS)
_NUMBERS = {text: _FIRST + place for place, text in enumerate(_TEXTS)}
_EXACT = 255  # a confidence that is no whole number of hundredths
_HUNDREDTHS = {number / 100: number for number in range(101)}

_WINDOW = -12  # bits of what the packer looks back at; without a head and a checksum of its own
_MEMORY = 5

T = TypeVar("T")
Write = Callable[["_Out", Any], None]
Read = Callable[["_In"], Any]


def pack(reading: Reading) -> bytes:
    """The lossless form of a reading, as small as can be."""
    packer = zlib.compressobj(6, zlib.DEFLATED, _WINDOW, _MEMORY, zdict=_COMMON)
    return packer.compress(_written(reading)) + packer.flush()


def unpack(packed: bytes) -> Reading:
    """The reading that ``pack`` made ``packed`` of."""
    unpacker = zlib.decompressobj(_WINDOW, zdict=_COMMON)
    data = unpacker.decompress(packed) + unpacker.flush()
    reading: Reading = _kind(Reading).read(_In(data))
    return reading


def _written(reading: Reading) -> bytes:
    out = _Out()
    _kind(Reading).write(out, reading)
    return bytes(out.data)


class _Out:
    """What is written so far, and the numbers of the texts in it."""

    __slots__ = ("append", "data", "numbers")

    def __init__(self) -> None:
        self.data = bytearray()
        self.append = self.data.append
        self.numbers: dict[str, int] = {}

    def number(self, value: int) -> None:
        while value > 127:
            self.append(value & 127 | 128)
            value >>= 7
        self.append(value)

    def text(self, value: str) -> None:
        known = _NUMBERS.get(value) or self.numbers.get(value)
        if known is not None:
            self.append(known) if known < 128 else self.number(known)
            return
        if len(self.numbers) < _OWN:
            self.numbers[value] = len(self.numbers) + 1
        encoded = value.encode("utf-8", "surrogatepass")
        self.append(0)
        self.number(len(encoded))
        self.data += encoded

    def span(self, value: Span) -> None:
        start, end = value
        self.number(start)
        self.number(end - start)

    def evidence(self, value: Evidence) -> None:
        self.text(value.rule)
        hundredths = _HUNDREDTHS.get(value.confidence, _EXACT)
        self.append(hundredths)
        if hundredths == _EXACT:
            self.data += struct.pack("<d", value.confidence)
        spans = value.spans
        self.number(len(spans))
        for span in spans:
            self.span(span)


class _In:
    """What is still to be read, and the texts that came."""

    __slots__ = ("at", "data", "texts")

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0
        self.texts: list[str] = []

    def byte(self) -> int:
        self.at += 1
        return self.data[self.at - 1]

    def number(self) -> int:
        value = shift = 0
        while (byte := self.byte()) > 127:
            value |= (byte & 127) << shift
            shift += 7
        return value | byte << shift

    def text(self) -> str:
        known = self.number()
        if known >= _FIRST:
            return _TEXTS[known - _FIRST]
        if known:
            return self.texts[known - 1]
        length = self.number()
        first = self.at
        self.at += length
        value = self.data[first : self.at].decode("utf-8", "surrogatepass")
        if len(self.texts) < _OWN:
            self.texts.append(value)
        return value

    def span(self) -> Span:
        start = self.number()
        return Span(start, start + self.number())

    def evidence(self) -> Evidence:
        rule = self.text()
        confidence: float = self.byte()
        if confidence == _EXACT:
            confidence = struct.unpack_from("<d", self.data, self.at)[0]
            self.at += 8
        else:
            confidence /= 100
        return Evidence(tuple(self.span() for _ in range(self.number())), rule, confidence)


class _Kind(NamedTuple):
    """How values of one type are written and read."""

    write: Write
    read: Read


@cache
def _kind(hint: Any) -> _Kind:
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return _optional(_kind(next(a for a in arguments if a is not type(None))))
    if origin is tuple:
        return _several(_kind(arguments[0]))
    if hint is Span:
        return _Kind(_Out.span, _In.span)
    if hint is Evidence:
        return _Kind(_Out.evidence, _In.evidence)
    if hint is str:
        return _Kind(_Out.text, _In.text)
    if hint is int:
        return _Kind(_Out.number, _In.number)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return _Kind(lambda out, value: out.text(value.value), lambda data: hint(data.text()))
    return _dataclass(hint)


def _optional(inner: _Kind) -> _Kind:
    write_inner, read_inner = inner

    def write(out: _Out, value: Any) -> None:
        if value is None:
            out.append(0)
        else:
            out.append(1)
            write_inner(out, value)

    return _Kind(write, lambda data: read_inner(data) if data.byte() else None)


def _several(inner: _Kind) -> _Kind:
    write_inner, read_inner = inner

    def write(out: _Out, values: tuple[Any, ...]) -> None:
        out.number(len(values))
        for value in values:
            write_inner(out, value)

    return _Kind(write, lambda data: tuple([read_inner(data) for _ in range(data.number())]))


def _dataclass(hint: Any) -> _Kind:
    cls: Any = get_origin(hint) or hint
    parameters = dict(zip(getattr(cls, "__parameters__", ()), get_args(hint), strict=False))
    hints = get_type_hints(cls)
    wanted = [(field.name, hints[field.name]) for field in dataclasses.fields(cls)]
    parts = [(name, _kind(parameters[of] if isinstance(of, TypeVar) else of)) for name, of in wanted]
    writers = [(name, kind.write) for name, kind in parts]
    readers = [kind.read for _, kind in parts]

    def write(out: _Out, value: Any) -> None:
        for name, write_part in writers:
            write_part(out, getattr(value, name))

    return _Kind(write, lambda data: cls(*[read_part(data) for read_part in readers]))


_OFTEN = (
    "Secretary of State of the Republic, Speaker of the Parliament, Deputy Minister of Foreign Affairs,"
    " Commander of the Land Forces, Lieutenant General, Colonel General, Major General, Prime Minister,"
    " Defence Minister, Foreign Minister, Chief of the General Staff, Armed Forces, Ministry of Defence,"
    " Ministry of Defense, Minister of Defense, encounter.meet_plural.5, encounter.call_on.1,"
    " encounter.received.2, encounter.meet.2, encounter.receive.1"
)

_TYPICAL = bytes.fromhex(
    "0131535a01ac0108000101000442616b75425a01000401000a323032342d30312d30324a5a010e0700025801ab01375a01a2"
    "020901e201000163325a018e021c0163505f018e021c58385a01ac020c02ac020c80040c335f01ac020c315a01ab01375a01"
    "e4020901e20100016e325a01d0021c016e505f01d0021c5a3d5a01ee020c02ee020cc2040c335f01ee020c3101560012656e"
    "636f756e7465722e63616c6c5f6f6e2e5a01b9020857035a01b9020801025450010e0701014050010004000158035a01ac02"
    "0c015a035a01ee020c000263355a01ac020c6e355a01ee020c00038201345c019802148201345c01ca02148201345c01d603"
    "14035a01b902080001585ca202283b5501a202280131535a01ac0108000101000442616b75425a01000401000a323032342d"
    "30312d30324a5a010e0700025801ab01375a0196010901e201000161325a0182011c01613a5f0182011c58385a01a0010c02"
    "a0010cf4020c335f01a0010c315a01ab01375a01d8010901e201000162325a01c4011c01623a5f01c4011c5a3d5a01e2010c"
    "02e2010cb6030c335f01e2010c310156000f656e636f756e7465722e6d6565742e5a01ad010857035a01ad01080102545001"
    "0e0701014050010004000158035a01a0010c015a035a01e2010c000261355a01a0010c62355a01e2010c000376345c019802"
    "1476345c01ca021476345c01d60314035a01ad01080131485a0190030c01585ca202283b5501a202280131535a01ac010800"
    "0101000442616b75425a01000401000a323032342d30312d30324a5a010e070002580001e201000164325a010a1c0164365f"
    "010a1c58385a01280c02280cfc010c335f01280c315a0001e20100016d325a014c1c016d365f014c1c5a3d5a016a0c026a0c"
    "be020c335f016a0c3101560012656e636f756e7465722e726563656976652e5a01350857035a01350801025450010e070101"
    "4050010004000158035a01280c015a035a016a0c000264355a01280c6d355a016a0c000378345c0198021478345c01ca0214"
    "78345c01d60314035a0135080001585ca202283b5501a20228"
)
"""Three meetings of two officials as articles tell of them, as they are written: the tests say which."""

_COMMON = _OFTEN.encode() + _TYPICAL
"""What most readings have in common, as it is written."""
