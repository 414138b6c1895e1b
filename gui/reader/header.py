"""Above the text: heading, date, outlet, the file it came from, the star."""

from __future__ import annotations

from datetime import date
from pathlib import PurePath

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from gui import icons
from gui.tagging.chips import TagChips
from gui.theme import Theme
from gui.words import apart
from store.model import OpenArticle

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip


def long_date(iso: str) -> str:
    """``2025-12-17`` as "17 December 2025"; what is no such date as it is."""
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


HEADING_MOST = 160  # characters; a longer one would push the article out of a small window


class Header(QWidget):
    """What article this is.

    Signals:
        star_clicked: the person wants it starred (True) or not.
    """

    star_clicked = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._heading = QLabel(self)
        self._heading.setWordWrap(True)
        self._heading.setTextFormat(Qt.TextFormat.PlainText)
        self._heading.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        font = self._heading.font()
        font.setPointSizeF(font.pointSizeF() * 1.65)
        font.setBold(True)
        self._heading.setFont(font)
        self._about = QLabel(self)
        self._about.setTextFormat(Qt.TextFormat.PlainText)
        self._about.setWordWrap(True)
        self._about.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._about.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._heading.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.star = QToolButton(self)
        self.star.setCheckable(True)
        self.star.clicked.connect(self.star_clicked)
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, 0, 0)
        top.addWidget(self._heading, 1)
        top.addWidget(self.star, 0, Qt.AlignmentFlag.AlignTop)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 14, 0, 0)
        box.setSpacing(3)
        box.addLayout(top)
        self.tags = TagChips(theme, self)
        self._box, self._beside = box, QHBoxLayout()
        self._beside.setContentsMargins(0, 0, 0, 0)
        self._beside.addWidget(self._about, 1)
        box.addLayout(self._beside)
        self._place_tags()
        theme.changed.connect(self._recolour)
        self._recolour()

    def show_article(self, opened: OpenArticle) -> None:
        """Show what is known of an article."""
        row, source = opened.row, opened.source
        heading = " ".join((row.heading or row.key).split())
        self._heading.setText(heading if len(heading) <= HEADING_MOST else heading[: HEADING_MOST - 1] + "…")
        self._heading.setToolTip(heading if len(heading) > HEADING_MOST else "")
        parts = [
            long_date(row.date) if row.date else "date not stated",
            apart(row.outlet or "outlet not stated"),
            apart(PurePath(source.path).name if source.path else row.key),
        ]
        self._about.setText("  ·  ".join(parts))
        self._about.setToolTip(source.path or row.key)
        self.tags.show_tags(opened.tags)
        self._place_tags()
        self.star.setChecked(row.starred)
        told = "Remove the star" if row.starred else "Star this article"
        self.star.setToolTip(told)
        self.star.setAccessibleName(told)
        self._recolour()

    def _place_tags(self) -> None:
        """Tags have a row of their own; what only offers to add some stands beside date and outlet."""
        beside = not self.tags.tags
        self.tags.keep_small(beside)
        if beside:
            self._beside.addWidget(self.tags)
        else:
            self._box.addWidget(self.tags)

    @property
    def heading(self) -> str:
        """The heading shown."""
        return self._heading.text()

    @property
    def about(self) -> str:
        """The line under the heading."""
        return self._about.text()

    def _recolour(self) -> None:
        starred = self.star.isChecked()
        self.star.setIcon(
            QIcon(icons.pixmap("star_full", self._theme.colour("star")))
            if starred
            else icons.icon("star", self._theme, "text.muted")
        )
