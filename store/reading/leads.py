"""Whether the words up to a city still tell of the meeting, or lead on to what was said or done next."""

from __future__ import annotations

_CLAUSE_ENDS = frozenset(
    (
        "who which whose where discussed reviewed briefed spoke exchanged focusing about on including noting"
        " regarding said called over"
    ).split()
)
_SETTING = frozenset(  # after "on", and still of the meeting itself
    "the_sidelines the_margins the_fringes the_occasion the_side the_side-lines the_first the_second"
    " the_same the_eve the_final the_last the_opening the_closing the_instructions the_invitation board"
    " behalf an_official a_working a_visit his_arrival her_arrival their_arrival a_one-day a_two-day"
    " a_three-day a_four-day a_five-day his_visit her_visit arrival".split()
)
_MONTHS = frozenset("jan feb mar apr may jun jul aug sep oct nov dec".split())


def leads_away(low: list[str], first: int, last: int) -> bool:
    """Whether the words between a meeting and a place begin to tell what was said: ``discussed``, ``on``."""
    return any(
        word in _CLAUSE_ENDS and not _goes_on(low, at, word) for at, word in enumerate(low[first:last], first)
    )


_WHO_CAME = frozenset("called paid visited came is was arrived has had also later".split())


def _goes_on(low: list[str], at: int, word: str) -> bool:
    """Whether the meeting itself is still told of: ``who called on him at``, ``on Tuesday``."""
    after = low[at + 1] if at + 1 < len(low) else ""
    if word == "on":
        return low[at - 1].startswith("call") or _is_setting(low, at + 1)
    if word == "who":
        return after in _WHO_CAME
    return word == "called" and after in ("on", "at")


def _is_setting(low: list[str], at: int) -> bool:
    """Whether ``on`` leads to a day or an event: ``on Tuesday``, ``on May 3``, ``on the margins of``."""
    word = low[at]
    return (
        word.endswith("day")
        or word[0].isdigit()
        or word[:3] in _MONTHS
        or word in _SETTING
        or (word == "the" and at + 1 < len(low) and low[at + 1][0].isdigit())
        or f"{word}_{low[at + 1] if at + 1 < len(low) else ''}" in _SETTING
    )


_MOVES = frozenset("before leaving leaves leave departing departs continue heading".split())


def moves_on(low: list[str], at: int) -> bool:
    """``before flying to Honolulu``, ``then leaves for Rome``: a city after the meeting, not of it."""
    window = low[max(0, at - 5) : at - 1]
    return not _MOVES.isdisjoint(window) or "before" in low[max(0, at - 9) : at]


_CLAUSE = 6  # tokens from a city to the ``where`` that leads on from it


def goes_there(low: list[str], last: int, verb: int) -> bool:
    """``leaves for Rome on Friday, where he will meet X``: the city that ends at ``last`` is the verb's."""
    return last < verb and "where" in low[last : min(verb, last + _CLAUSE)]


_EVENTS = frozenset(
    "assembly celebration celebrations championship championships conference congress drill drills exercise"
    " exercises exhibition expo fair festival forum games maneuvers manoeuvres olympics parade seminar"
    " session show summit symposium tournament workshop".split()
)
_TALKS = frozenset("consultations dialogue meeting meetings reception round talks visit".split())
_HAPPENS = frozenset(("held", "place", "hosted", "staged", "organised", "organized"))
_TO_COME = frozenset(("to", "will", "due", "scheduled", "planned", "slated"))


def of_event_to_come(low: list[str], first: int, at: int) -> bool:
    """``the exercise to be held in Koper``: whether the city at a token is that of something else to come."""
    if low[at - 1] not in ("in", "at") or low[at - 2] not in _HAPPENS:
        return False
    window = low[max(first, at - 14) : at - 2]
    return (
        not _TO_COME.isdisjoint(window[-4:]) and not _EVENTS.isdisjoint(window) and _TALKS.isdisjoint(window)
    )
