"""``dataclass``, quicker to make: of those with slots, nothing is compiled before it is used.

The standard library writes the methods of a dataclass as text and compiles them, a third of a millisecond for
each class. Dozens are known when the first screen is painted; most are only made until then, many not even
that. Without this the processor has a tenth more to do until the first screen (158 of 1,600 million
instructions, counted with ``valgrind --tool=callgrind``; a window with nothing in it takes 659).

The danger: what a later Python adds to its dataclasses is not here by itself. So whatever is not as simple as
ours are (a base class, keyword-only fields, other arguments) is made by the standard library, and the tests
compare the two.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from operator import attrgetter
from reprlib import recursive_repr
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(**asked):
        """As ``dataclasses.dataclass`` with these arguments."""
        kind = {"frozen": False, "slots": False, "eq": True} | asked
        if len(kind) > 3 or not kind["slots"]:
            return dataclasses.dataclass(**asked)
        return lambda cls: _record(cls, kind["frozen"], kind["eq"])


_BEYOND = ("ClassVar", "InitVar", "KW_ONLY")


def _record(cls: type, frozen: bool, eq: bool) -> type:
    if not _is_simple(cls):
        return dataclasses.dataclass(frozen=frozen, slots=True, eq=eq)(cls)
    cls.__doc__ = cls.__doc__ or cls.__name__  # or dataclasses would look how it is called, to write one
    made: Any = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True)(cls)
    params = made.__dataclass_params__
    params.init = params.repr = True
    params.frozen, params.eq = frozen, eq
    fields = dataclasses.fields(made)
    methods: dict[str, Callable[..., Any]] = {
        "__init__": _first_init(made, made.__dataclass_fields__, frozen),
        "__repr__": _shown([one.name for one in fields if one.repr]),
    }
    if eq:
        methods["__eq__"] = _equal([one.name for one in fields if one.compare])
    if eq and frozen:
        hashed = [one.name for one in fields if (one.compare if one.hash is None else one.hash)]
        methods["__hash__"] = _hashed(hashed)
    if frozen:
        methods |= {"__setattr__": _set, "__delattr__": _delete}
        methods |= {"__getstate__": _state, "__setstate__": _give_state}
    for name, method in methods.items():
        if cls.__dict__.get(name) is None:
            setattr(made, name, method)
    if eq and made.__hash__ is object.__hash__:
        made.__hash__ = None  # it may change
    as_type: type = made
    return as_type


def _is_simple(cls: type) -> bool:
    given = [one for one in cls.__dict__.values() if isinstance(one, dataclasses.Field)]
    kinds = map(str, cls.__annotations__.values())
    return (
        cls.__bases__ == (object,)
        and all(one.init and one.kw_only in (False, dataclasses.MISSING) for one in given)
        and not any(word in kind for kind in kinds for word in _BEYOND)
    )


def _first_init(
    made: type, fields: Mapping[str, dataclasses.Field[Any]], frozen: bool
) -> Callable[..., None]:
    """Writes the real one, when the first instance is made."""

    def first(self: Any, *args: Any, **kwargs: Any) -> None:
        init: Any = _init(made, fields, frozen)
        made.__init__ = init  # type: ignore[misc]
        init(self, *args, **kwargs)

    return first


def _init(made: type, fields: Mapping[str, dataclasses.Field[Any]], frozen: bool) -> Callable[..., None]:
    space: dict[str, Any] = {"_put": object.__setattr__, "_missing": dataclasses.MISSING}
    taken, body = [], []
    for name, field in fields.items():
        value = name
        if field.default is not dataclasses.MISSING:
            space[f"_of_{name}"] = field.default
            taken.append(f"{name}=_of_{name}")
        elif field.default_factory is not dataclasses.MISSING:
            space[f"_of_{name}"] = field.default_factory
            taken.append(f"{name}=_missing")
            value = f"_of_{name}() if {name} is _missing else {name}"
        else:
            taken.append(name)
        body.append(f"_put(self, {name!r}, {value})" if frozen else f"self.{name} = {value}")
    if hasattr(made, "__post_init__"):
        body.append("self.__post_init__()")
    exec(f"def __init__(self, {', '.join(taken)}): {'; '.join(body) or 'pass'}", space)  # noqa: S102 - of our names alone
    init: Callable[..., None] = space["__init__"]
    init.__qualname__, init.__annotations__ = f"{made.__qualname__}.__init__", dict(made.__annotations__)
    return init


def _equal(names: Sequence[str]) -> Callable[..., Any]:
    values = _values(names)

    def equal(self: object, other: object) -> bool:
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    return equal


def _hashed(names: Sequence[str]) -> Callable[..., Any]:
    values = _values(names)

    def hashed(self: object) -> int:
        return hash(values(self))

    return hashed


def _values(names: Sequence[str]) -> Callable[[Any], tuple[object, ...]]:
    if len(names) > 1:
        return attrgetter(*names)
    return lambda one: tuple(getattr(one, name) for name in names)


def _shown(names: Sequence[str]) -> Callable[..., str]:
    @recursive_repr("...")
    def shown(self: object) -> str:
        told = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
        return f"{type(self).__qualname__}({told})"

    return shown


def _set(self: object, name: str, value: object) -> NoReturn:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _delete(self: object, name: str) -> NoReturn:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: Any) -> list[object]:
    return [getattr(self, name) for name in self.__dataclass_fields__]


def _give_state(self: Any, state: list[object]) -> None:
    for name, value in zip(self.__dataclass_fields__, state, strict=True):
        object.__setattr__(self, name, value)
