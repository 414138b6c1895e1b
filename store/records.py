"""``dataclass``, quicker to make: for frozen ones with slots, what it writes comes when it is first used.

Writing and compiling the methods of a dataclass takes a third of a millisecond. Dozens of them are known when
the first screen is painted, few of them are used until then, and most of those are only made, never compared.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Mapping
from copy import copy
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(**asked):
        """As ``dataclasses.dataclass`` with these arguments."""
        return _record if asked == {"frozen": True, "slots": True} else dataclasses.dataclass(**asked)


_COMPARING = ("__eq__", "__hash__", "__repr__")
_PLAIN = (True, False)  # taken by ``__init__``, and by place


def _record(cls: type) -> type:
    made: Any = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True)(cls)
    fields: dict[str, dataclasses.Field[Any]] = made.__dataclass_fields__
    if cls.__bases__ != (object,) or any((one.init, one.kw_only) != _PLAIN for one in fields.values()):
        return dataclasses.dataclass(frozen=True, slots=True)(cls)
    params = made.__dataclass_params__
    params.init = params.repr = params.eq = params.frozen = True
    _later(made, ("__init__",), lambda: {"__init__": _init(made, fields)}, cls.__dict__)
    _later(made, _COMPARING, lambda: _written(made, fields), cls.__dict__)
    for method in (_set, _delete, _state, _give_state):
        setattr(made, method.__name__, method)
    as_type: type = made
    return as_type


def _later(
    made: type, names: Iterable[str], write: Callable[[], Mapping[str, Any]], own: Mapping[str, Any]
) -> None:
    """Have the methods of these names written when they are used, but for those that are in the class."""
    missing = [name for name in names if own.get(name) is None]

    def replace() -> None:
        written = write()
        for name in missing:
            setattr(made, name, written[name])

    for name in missing:
        setattr(made, name, _stub(made, name, replace))


def _stub(made: type, name: str, replace: Callable[[], None]) -> Callable[..., Any]:
    def first(self: Any, *args: Any, **kwargs: Any) -> Any:
        replace()
        return getattr(made, name)(self, *args, **kwargs)

    first.__name__, first.__qualname__ = name, f"{made.__qualname__}.{name}"
    return first


def _init(made: type, fields: Mapping[str, dataclasses.Field[Any]]) -> Callable[..., None]:
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
        body.append(f"_put(self, {name!r}, {value})")
    if hasattr(made, "__post_init__"):
        body.append("self.__post_init__()")
    exec(f"def __init__(self, {', '.join(taken)}): {'; '.join(body) or 'pass'}", space)  # noqa: S102 - of our names alone
    init: Callable[..., None] = space["__init__"]
    init.__qualname__, init.__annotations__ = f"{made.__qualname__}.__init__", dict(made.__annotations__)
    return init


def _written(made: type, fields: Mapping[str, dataclasses.Field[Any]]) -> Mapping[str, Any]:
    """How the standard library compares, hashes and shows what has these fields."""
    space: dict[str, Any] = {name: copy(field) for name, field in fields.items()}
    space |= {"__annotations__": made.__annotations__, "__module__": made.__module__, "__doc__": ""}
    plain = type(made.__name__, (), space)
    return vars(dataclasses.dataclass(frozen=True, init=False)(plain))


def _set(self: object, name: str, value: object) -> NoReturn:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _delete(self: object, name: str) -> NoReturn:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: Any) -> list[object]:
    return [getattr(self, name) for name in self.__dataclass_fields__]


def _give_state(self: Any, state: list[object]) -> None:
    for name, value in zip(self.__dataclass_fields__, state, strict=True):
        object.__setattr__(self, name, value)


_set.__name__, _delete.__name__ = "__setattr__", "__delattr__"
_state.__name__, _give_state.__name__ = "__getstate__", "__setstate__"
