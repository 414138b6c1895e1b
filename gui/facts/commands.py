"""What the actions do that are about facts of the open article."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gui.window import MainWindow

_CHOOSE = "Choose a fact first: click it, or go to the facts with F6."
_ONE = ("confirm", "confirm_all", "edit", "correct", "clear", "remove")


def connect(window: MainWindow) -> None:
    """Connect the actions of facts; they are on while an article is open."""
    slots: dict[str, Callable[..., object]] = {f"fact.{name}": partial(_act, window, name) for name in _ONE}
    slots["fact.confirm_seen"] = partial(_confirm_seen, window)
    for what in ("one", "whole", "all"):
        for form in ("text", "markdown", "csv"):
            slots[f"fact.copy.{what}.{form}"] = partial(_copy, window, what, form)
    window.actions_.connect_all(slots)
    window.reading.opened.connect(lambda: _enable(window, list(slots)))
    _enable(window, list(slots))


def _enable(window: MainWindow, names: list[str]) -> None:
    for name in names:
        window.actions_[name].setEnabled(window.navigator.current is not None)


def _confirm_seen(window: MainWindow, *_: object) -> None:
    facts = window.reading.facts
    if facts.canvas.isVisible():
        facts.confirm_seen()
    else:
        window.hub.notice.emit("No facts are in view; F10 shows them.")


def _copy(window: MainWindow, what: str, form: str, *_: object) -> None:
    facts = window.reading.facts
    current = facts.canvas.current
    fact = current.value.fact if current is not None and current.value is not None else None
    if what == "all":
        facts.copy_as(form, None)
    elif fact is None:
        window.hub.notice.emit(_CHOOSE)
    elif what == "whole" and fact.kind not in ("official", "meeting"):
        window.hub.notice.emit("The chosen fact is of no official and of no meeting.")
    else:
        facts.copy_as(form, fact, whole=what == "whole")


def _act(window: MainWindow, name: str, *_: object) -> None:
    facts = window.reading.facts
    current = facts.canvas.current
    if current is None or current.value is None or not facts.canvas.isVisible():
        window.hub.notice.emit(_CHOOSE)
    else:
        facts.act(name, current.value)
