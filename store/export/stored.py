"""The lossless form of a reading: plain dicts and lists out, the very same reading back.

Every field of every dataclass is kept under its own name, with evidence, rule and confidence. What
equals its default is left out, so that a field added later reads back from what was stored before it.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from store.model import Reading, Span

Json = Any
"""What ``json`` writes and reads: dict, list, str, int, float, bool, None."""


def reading_to_stored(reading: Reading) -> dict[str, Json]:
    """``reading`` as plain JSON values."""
    return _pack_dataclass(reading)


def reading_from_stored(stored: dict[str, Json]) -> Reading:
    """The reading that ``reading_to_stored`` made ``stored`` of.

    Raises ``KeyError``, ``TypeError`` or ``ValueError`` on anything else.
    """
    reading: Reading = _unpacker(Reading)(stored)
    return reading


def _pack(value: object) -> Json:
    if isinstance(value, Span):
        return [value.start, value.end]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [_pack(item) for item in value]
    if dataclasses.is_dataclass(value):
        return _pack_dataclass(value)
    return value


def _pack_dataclass(value: object) -> dict[str, Json]:
    packed = {}
    kind: Any = type(value)
    for name, default in _defaults(kind):
        part = getattr(value, name)
        if part is None or (default is not dataclasses.MISSING and part == default):
            continue
        packed[name] = _pack(part)
    return packed


@cache
def _defaults(cls: Any) -> tuple[tuple[str, object], ...]:
    return tuple((field.name, field.default) for field in dataclasses.fields(cls))


Unpack = Callable[[Json], Any]


@cache
def _unpacker(hint: Any) -> Unpack:
    """How to read back a value of that type."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return _optional(_unpacker(next(a for a in arguments if a is not type(None))))
    if origin is tuple:
        return _tuple(_unpacker(arguments[0]))
    if hint is Span:
        return _span
    if dataclasses.is_dataclass(origin or hint):
        return _dataclass(hint)
    if hint is float:
        return float
    return _enum(hint) if isinstance(hint, type) and issubclass(hint, Enum) else _exactly(hint)


def _span(packed: Json) -> Span:
    start, end = packed
    return Span(start, end)


def _enum(cls: type[Enum]) -> Unpack:
    return cls


def _exactly(cls: Any) -> Unpack:
    def unpack(packed: Json) -> object:
        if not isinstance(packed, cls):
            raise TypeError(f"{packed!r} is no {cls.__name__}")
        return packed

    return unpack


def _optional(inner: Unpack) -> Unpack:
    return lambda packed: None if packed is None else inner(packed)


def _tuple(inner: Unpack) -> Unpack:
    return lambda packed: tuple(map(inner, packed))


def _dataclass(hint: Any) -> Unpack:
    cls = get_origin(hint) or hint
    parameters = dict(zip(getattr(cls, "__parameters__", ()), get_args(hint), strict=False))
    hints = get_type_hints(cls)
    parts: list[tuple[str, Unpack, bool]] = []
    for field in dataclasses.fields(cls):
        of = hints[field.name]
        of = parameters[of] if isinstance(of, TypeVar) else of
        optional = type(None) in get_args(of)
        parts.append((field.name, _unpacker(of), optional and field.default is dataclasses.MISSING))

    def unpack(packed: Json) -> object:
        values = {}
        for name, inner, none_when_absent in parts:
            if name in packed:
                values[name] = inner(packed[name])
            elif none_when_absent:
                values[name] = None
        return cls(**values)

    return unpack
