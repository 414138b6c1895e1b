"""What is known of words, looked up once for each."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

_Known = TypeVar("_Known")


class Remembered(dict[str, _Known], Generic[_Known]):
    """What ``ask`` gives for words; emptied when it holds ``most`` of them.

    Unlike ``lru_cache`` it keeps no order of use, which is written at every look-up to places all over the
    memory: for words, of which an article looks up thousands, that costs several times the look-up itself.
    """

    __slots__ = ("_ask", "_most")

    def __init__(self, ask: Callable[[str], _Known], most: int) -> None:
        super().__init__()
        self._ask = ask
        self._most = most

    def __missing__(self, word: str) -> _Known:
        known = self._ask(word)
        if len(self) >= self._most:
            self.clear()
        self[word] = known
        return known
