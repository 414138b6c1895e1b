"""What a timeline says beside its meetings, in its legend, its menus, its choices, and where it is empty."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from gui.across.drawings import signs
from gui.across.drawings.drawing import Choice, Look, Option, Sign
from gui.across.drawings.selection import Selection, around
from store.across import words
from store.across.lanes import By, Lane, Lanes, Spot
from store.across.page import Link
from store.across.posts import Level

FEW = 6
"""Of so many meetings that stand together it is said whom they were with."""

_BY: dict[By, str] = {"pairs": "Pairs", "people": "People", "series": "Series"}
_TIPS: dict[By, str] = {
    "pairs": "A row for each two countries or organisations",
    "people": "A row for each host and guest",
    "series": "A row for each series of occasions, with the sessions that are missing",
}


def beside(lane: Lane, spots: tuple[Spot, ...], by: By) -> list[str]:
    """What may be written beside a meeting, the longest first: its number, whom it was with, where, when."""
    (spot,) = spots
    number = f"no. {spot.ordinal}" if spot.ordinal is not None else ""
    if number and lane.missing:
        return [number]  # what is missing is written there, too
    others = _some(_others(lane, spot), 1) if by != "pairs" else ""
    place = spot.point.place or "" if spot.point is not None else ""
    day = "" if others else words.day(spot.day)
    every = ((number, others, place, day), (number, others), (number, place), (others,), (number,), (day,))
    return [*dict.fromkeys(filter(None, (", ".join(filter(None, some)) for some in every)))]


def beside_many(lane: Lane, spots: tuple[Spot, ...], by: By) -> list[str]:
    """What may be written beside some meetings: whom they were with, where they are few."""
    if by != "people" or len(spots) > FEW:
        return []
    others = list(dict.fromkeys(name for spot in spots for name in _others(lane, spot)))
    return [*dict.fromkeys(_some(others, most) for most in (3, 2, 1))] if others else []


def _others(lane: Lane, spot: Spot) -> list[str]:
    """Those who were there besides whose row it is, the other side first."""
    if spot.point is None:
        return []
    sides = [spot.point.hosts, spot.point.guests]
    sides.sort(key=lambda side: any(who.key == lane.key for who in side))
    return [who.name for side in sides for who in side if who.key != lane.key]


def _some(names: list[str], most: int) -> str:
    """``a, b and 2 more``."""
    more = len(names) - most
    return f"{', '.join(names[:most])} and {more} more" if more > 0 else words.listed(names)


def search_of(lane: Lane, spots: tuple[Spot, ...], search: str) -> str:
    """Finds the articles of these days in the list; ``search``: those of the whole drawing."""
    parts = [part for part in (search, lane.search) if part]
    said = " ".join(dict.fromkeys(parts)) if lane.search not in search else search
    return around(said, spots[0].day, spots[-1].day) if said else ""


def page_of(lane: Lane) -> str:
    name = lane.name if len(lane.name) < 44 else f"{lane.name[:43]}…"
    return f"All about {name.replace('&', '&&')}"


def rows_choice(lanes: Lanes, chosen: Selection) -> Choice:
    options = [
        Option(
            text,
            Link("timeline", chosen.with_setting("rows", by).key),
            on=by == lanes.by,
            tip=_TIPS[by],
        )
        for by, text in _BY.items()
    ]
    return Choice("Rows:", tuple(options))


def legend_of(lanes: Lanes) -> list[Sign]:
    spots = [spot for lane in lanes.lanes for spot in lane.spots]
    signs_: list[Sign] = []
    if lanes.counted == "days":
        signs_.append((_day_sign, "a day with meetings"))
    else:
        found = {spot.level for spot in spots}
        levels = sorted(level for level in found if level is not None)
        signs_ += [(partial(_level_sign, level), level.label) for level in levels]
        signs_ += [(partial(_level_sign, None), "level not told")] if None in found else []
    signs_.append((_many_sign, "several, so many"))
    if any(spot.planned for spot in spots):
        signs_.append((partial(_level_sign, Level.MINISTER, planned=True), "only planned"))
    if any(len(spot.day) < 10 for spot in spots):
        signs_.append((_range_sign, "day not told"))
    if any(lane.missing for lane in lanes.lanes):
        signs_.append((_missing_sign, "sessions that no article tells of"))
    return signs_


def _level_sign(
    level: Level | None, painter: QPainter, box: QRectF, look: Look, *, planned: bool = False
) -> None:
    signs.paint(painter, level, box.center(), look, planned=planned)


def _day_sign(painter: QPainter, box: QRectF, look: Look) -> None:
    signs.paint_days(painter, box.center(), look)


def _many_sign(painter: QPainter, box: QRectF, look: Look) -> None:
    small = box.adjusted(0, 1, 0, -1)
    signs.paint_many(painter, "4", small, look.colour("text.muted"), look.colour("hover"), look)


def _range_sign(painter: QPainter, box: QRectF, look: Look) -> None:
    painter.setPen(QPen(look.colour("text.muted"), 1, Qt.PenStyle.DashLine))
    painter.setBrush(look.colour("hover"))
    painter.drawRoundedRect(box.adjusted(0, 6, 0, -6), 3, 3)


def _missing_sign(painter: QPainter, box: QRectF, look: Look) -> None:
    painter.setPen(QPen(look.colour("changed"), 1.6, Qt.PenStyle.DashLine))
    painter.drawLine(QPointF(box.left(), box.center().y()), QPointF(box.right(), box.center().y()))


def nothing_of(lanes: Lanes, chosen: Selection) -> tuple[str, str] | None:
    """Why nothing is drawn; None where other rows may have something."""
    if lanes.undated:
        many = words.amount(len(lanes.undated), "meeting")
        return "No dates", f"The articles tell of {many}, but never when it was."
    if lanes.by == "series" and chosen.setting("rows"):
        return None
    if chosen.is_everything:
        return "No meetings", "No article of the library tells of a meeting."
    return "No meetings", "The articles that are chosen tell of no meeting."
