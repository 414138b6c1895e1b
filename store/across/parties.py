"""Countries and organisations by whatever a person calls them: codes, names, demonyms."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from store.derive import country_codes, country_name
from store.errors import StoreError
from store.explaining import plain
from store.folding import words
from store.lexicon import load


def codes_of(said: str) -> tuple[str, ...]:
    """The codes that may be meant: ``TR`` for TR, Türkiye, turkey, Turkish and Turks."""
    found = country_codes(said)
    if found:
        return found
    wanted = words(said)
    if not wanted:
        return ()
    return tuple(
        dict.fromkeys(
            entry.code
            for entry in load().territories
            if any(words(form) == wanted for form in (*entry.adjectives, *entry.people))
        )
    )


def party_of(said: str, known: Callable[[str], bool] = lambda code: True) -> str:
    """The one party that is meant; of several those that are ``known``.

    Raises ``StoreError`` where nothing is called so, or several are.
    """
    found: Iterable[str] = codes_of(said)
    several = [code for code in found if known(code)] or list(found)
    if several[:1] == [said.strip().upper()]:
        return several[0]
    if not several:
        raise StoreError(f"No country or organisation is called {plain(said) or 'nothing'}.")
    if len(several) > 1:
        names = ", ".join(f"{country_name(code)} ({code})" for code in several)
        raise StoreError(f"{plain(said)} may be {names}.")
    return several[0]
