"""The filters beside the list: click one to see it alone, Ctrl+click to see two or more together."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QMenu,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from gui.sidebar.model import COUNT, FACET, Facet, FiltersModel, Index, facets_of
from gui.speech import say
from gui.tagging.colours import TagColours
from gui.theme import Theme
from gui.viewports import give_viewport, has_focus, is_hovered
from store.model import Choice, Choices, Filter

MANY = 12
"""A group with more entries than this brings the field that narrows them."""

_FLAG = QItemSelectionModel.SelectionFlag


class Sidebar(QFrame):
    """Says which articles the list shows (all but the words searched for)."""

    chosen = Signal(object)
    """``Filter`` without a query."""

    saved_chosen = Signal(int)
    """The number of a saved search that is to be shown."""

    saved_deleted = Signal(int)
    """The number of a saved search that is to be deleted."""

    tag_menu_asked = Signal(str, QPoint)
    """A tag, and the place of the screen where a menu is to open."""

    menu_asked = Signal(object, str, QPoint)
    """A person, country or occasion (``Facet``), what it is called, and where a menu is to open."""

    people_sought = Signal(str)
    """Letters of a person's name, where not all people are known here; ``add_people`` takes the answer."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.model = FiltersModel(_fold, self)
        self.tree = _Tree(theme, self.model, self)
        self.none = QLabel(self)
        self.none.setProperty("tone", "muted")
        self.none.setTextFormat(Qt.TextFormat.PlainText)
        self.none.setWordWrap(True)
        self.none.setContentsMargins(10, 0, 10, 4)
        self.none.hide()
        self.narrow = QLineEdit(self)
        self.narrow.setPlaceholderText("Find a filter")
        self.narrow.setAccessibleName("Find a person, country, year or tag in the filters")
        self.narrow.setClearButtonEnabled(True)
        self.narrow.hide()
        self.narrow.textChanged.connect(self._narrow)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 8, 0, 0)
        box.setSpacing(6)
        row = QVBoxLayout()
        row.setContentsMargins(8, 0, 8, 0)
        row.addWidget(self.narrow)
        box.addLayout(row)
        box.addWidget(self.none)
        box.addWidget(self.tree)
        self.setFocusProxy(self.tree)
        self.setMinimumWidth(150)
        self._shown = Filter()
        self._closed: set[str] = set()
        self._setting = False
        self.tree.selectionModel().selectionChanged.connect(self._selected)
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.tree.customContextMenuRequested.connect(self._menu)
        self.tree.collapsed.connect(lambda index: self._remember(index, False))
        self.tree.expanded.connect(lambda index: self._remember(index, True))
        self._restore()

    def _menu(self, place: QPoint) -> None:
        facet = self.tree.indexAt(place).data(FACET)
        if facet is not None and facet.field == "tag":
            self.tag_menu_asked.emit(facet.key, self.tree.viewport().mapToGlobal(place))
        if facet is not None and facet.field in ("person", "country", "occasion"):
            label = str(self.tree.indexAt(place).data())
            self.menu_asked.emit(facet, label, self.tree.viewport().mapToGlobal(place))
        if facet is None or facet.field != "saved":
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("&Open this search", lambda: self.saved_chosen.emit(int(facet.key)))
        menu.addAction("&Delete this saved search", lambda: self.saved_deleted.emit(int(facet.key)))
        menu.popup(self.tree.viewport().mapToGlobal(place))

    @property
    def shown(self) -> Filter:
        """What is chosen."""
        return self._shown

    @property
    def closed_groups(self) -> set[str]:
        """Names of the groups that are collapsed."""
        return set(self._closed)

    def set_closed_groups(self, names: Iterable[str]) -> None:
        """Collapse these groups, open the others."""
        self._closed = set(names)
        self._restore()

    def set_choices(self, choices: Choices) -> None:
        """Show what there is to choose, and how much of it; what is chosen stays."""
        came_or_went = self.model.set_choices(choices)
        self.narrow.setVisible(self.model.largest > MANY)
        if came_or_went:
            self._restore()

    def add_people(self, found: tuple[Choice, ...]) -> None:
        """Offer these people besides the most frequent."""
        if self.model.add_people(found):
            self._restore()
        self._say_if_nothing()

    def choose(self, f: Filter) -> None:
        """Show a filter as chosen, without telling of it."""
        self._shown = f
        self._restore()

    def _narrow(self, words: str) -> None:
        if self.model.narrow(words):
            self._restore()
        if words.strip() and self.model.more_people:
            self.people_sought.emit(words)
        self._say_if_nothing()

    def _say_if_nothing(self) -> None:
        """No filter has the words that are typed above."""
        words = self.narrow.text().strip()
        is_none = bool(words) and self.model.rowCount() == 1  # the library itself is always there
        self.none.setText(f"No filter is called “{words}”. The search above looks for it in the articles.")
        if is_none and self.none.isHidden():
            say(self.narrow, self.none.text())
        self.none.setVisible(is_none)

    def _restore(self) -> None:
        """Set what is open and selected anew, as after a reset of the model."""
        self._setting = True
        for place in range(self.model.rowCount()):
            index = self.model.index(place, 0)
            closed = self.model.group_name(place) in self._closed and not self.narrow.text()
            self.tree.setExpanded(index, not closed)
        self._select(facets_of(self._shown))
        self._setting = False

    def _select(self, facets: Iterable[Facet]) -> None:
        selection = QItemSelection()
        first = QModelIndex()
        for facet in facets:
            index = self.model.find(facet)
            if index.isValid():
                selection.select(index, index)
                first = first if first.isValid() else index
        self.tree.selectionModel().select(selection, _FLAG.ClearAndSelect)
        if first.isValid() and not self.tree.selectionModel().isSelected(self.tree.currentIndex()):
            self.tree.selectionModel().setCurrentIndex(first, _FLAG.NoUpdate)

    def _selected(self, new: QItemSelection, gone: QItemSelection) -> None:
        if self._setting:
            return
        added = [index.data(FACET) for index in new.indexes()]
        saved = next((facet for facet in added if facet.field == "saved"), None)
        if saved is not None:
            self._setting = True
            self._select(facets_of(self._shown))
            self._setting = False
            self.saved_chosen.emit(int(saved.key))
            return
        chosen = [index.data(FACET) for index in self.tree.selectionModel().selectedIndexes()]
        f = _settled(chosen, added)
        self._setting = True
        self._select(facets_of(f))
        self._setting = False
        if f != self._shown:
            self._shown = f
            self.chosen.emit(f)

    def _remember(self, index: QModelIndex, is_open: bool) -> None:
        if self._setting or self.narrow.text():
            return
        name = self.model.group_name(index.row())
        if is_open:
            self._closed.discard(name)
        else:
            self._closed.add(name)


def _settled(chosen: list[Facet], added: list[Facet]) -> Filter:
    """One filter from what is selected: one entry of each group, the last one chosen."""
    if any(facet.field == "all" for facet in added):
        return Filter()
    f = Filter()
    for facet in [*(c for c in chosen if c not in added), *added]:
        f = facet.put_on(f)
    return f


def _fold(text: str) -> str:
    from store.folding import fold  # with its tables only when somebody types into the field

    return fold(text)


class _Tree(QTreeView):
    def __init__(self, theme: Theme, model: FiltersModel, parent: QWidget) -> None:
        super().__init__(parent)
        give_viewport(self)
        self.setObjectName("filters")
        self.setAccessibleName("Filters")
        self.setModel(model)
        self.setItemDelegate(_FilterDelegate(theme, self))
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformRowHeights(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setMouseTracking(True)
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QTreeView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.clicked.connect(self._clicked)
        self.activated.connect(self._clicked)
        theme.changed.connect(self.viewport().update)

    def use_colours(self, colours: TagColours) -> None:
        """Show tags with dots of these colours."""
        delegate = self.itemDelegate()
        assert isinstance(delegate, _FilterDelegate)
        delegate.colours = colours
        colours.changed.connect(self.viewport().update)

    def selectionCommand(
        self, index: Index, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """The head of a group, or where no entry is, leaves what is chosen as it is."""
        return _FLAG.NoUpdate if index.data(FACET) is None else super().selectionCommand(index, event)

    def _clicked(self, index: QModelIndex) -> None:
        """A click on the head of a group opens or closes it."""
        if index.data(FACET) is None:
            self.setExpanded(index, not self.isExpanded(index))

    def drawBranches(self, painter: QPainter, rect: object, index: Index) -> None:
        """Nothing: the delegate draws the arrow of a group."""


class _FilterDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, tree: QTreeView) -> None:
        super().__init__(tree)
        self._theme, self._tree = theme, tree
        self.colours: TagColours | None = None

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(120, QFontMetrics(self._tree.font()).height() + 11)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect).adjusted(6, 0.5, -6, -0.5)
        if index.data(FACET) is None:
            self._group(painter, rect, option, index)
        else:
            self._entry(painter, rect, option, index)
        painter.restore()

    def _group(self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index) -> None:
        theme = self._theme
        is_open = self._tree.isExpanded(index)
        pen = QPen(theme.colour("text.muted"), 1.5)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        rect.translate(0, 3)  # nearer to its entries than to those above
        x, y = rect.left() + 8, rect.center().y()
        corner = ((-3.5, -1.5), (0, 2), (3.5, -1.5)) if is_open else ((-1.5, -3.5), (2, 0), (-1.5, 3.5))
        painter.drawPolyline([QPointF(x + dx, y + dy) for dx, dy in corner])
        font = QFont(self._tree.font())
        font.setPointSizeF(font.pointSizeF() * 0.9)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(theme.colour("text.muted"))
        painter.drawText(rect.adjusted(18, 0, -8, 0), Qt.AlignmentFlag.AlignVCenter, index.data())
        self._focus(painter, rect, option)

    def _entry(self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index) -> None:
        theme = self._theme
        chosen = self._tree.selectionModel().isSelected(index)
        if chosen or is_hovered(self._tree, option):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("selection" if chosen else "hover"))
            painter.drawRoundedRect(rect, 5, 5)
        font = QFont(self._tree.font())
        font.setBold(chosen)
        painter.setFont(font)
        metrics = QFontMetrics(font)
        number = index.data(COUNT)
        count = f"{number:,}" if number >= 0 else ""
        room = metrics.horizontalAdvance(count)
        painter.setPen(theme.colour("text.muted"))
        inner = rect.adjusted(18, 0, -8, 0)
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, count)
        facet = index.data(FACET)
        colour = self.colours.of(facet.key) if self.colours is not None and facet.field == "tag" else ""
        if colour:
            painter.setPen(theme.colour(f"highlight.{colour}.line"))
            painter.setBrush(theme.colour(f"highlight.{colour}"))
            painter.drawEllipse(QPointF(rect.left() + 10, rect.center().y()), 4.5, 4.5)
        painter.setPen(theme.colour("text"))
        label = metrics.elidedText(index.data(), Qt.TextElideMode.ElideRight, int(inner.width()) - room - 8)
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, label)
        self._focus(painter, rect, option)

    def _focus(self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem) -> None:
        if has_focus(self._tree, option):
            painter.setPen(self._theme.colour("focus"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
