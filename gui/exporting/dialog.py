"""Asks what to export, as what and where to; what was chosen last is there again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from gui.settings import Memory
from gui.speech import say
from store.exchange.registry import FORMS
from store.model import Filter
from store.places import is_library_file

FORM, FOLDER, MARKED = "export_form", "export_folder", "export_bom"
"""What is remembered."""

_NEVER = re.compile(r'[\\/:*?"“”„«»<>|\x00-\x1f]+')
_WIDTH = 76  # of letters, about


@dataclass(frozen=True)
class Scope:
    """Which articles may be exported."""

    name: str  # "selected" | "listed" | "all"
    text: str  # with its access key
    called: str  # begins the name of the file
    filter: Filter | None = None  # None for what is selected


@dataclass(frozen=True)
class Wish:
    """What a person wants exported."""

    scope: Scope
    form: str
    path: Path
    bom: bool


class ExportDialog(QDialog):
    """``scopes``: what there is to choose from; the one of the name ``first`` is chosen at first."""

    def __init__(
        self, scopes: Sequence[Scope], first: str, memory: Memory, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Export")
        self._memory, self._scopes = memory, {scope.name: scope for scope in scopes}
        self._named = ""  # the file name that was proposed last; another one is the person's own
        self.which = QButtonGroup(self)
        self.form = QComboBox(self)
        self.form.setAccessibleName("Format")
        for name, form in FORMS.items():
            self.form.addItem(form.title, name)
        self.holds, self.told = QLabel(self), QLabel(self)
        for label in (self.holds, self.told):
            label.setWordWrap(True)
            label.setProperty("tone", "muted")
            label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.marked = QCheckBox("For &Excel: begin with the mark of UTF-8", self)
        self.marked.setToolTip(
            "Excel reads letters such as ə and ş right only with it; most others need none"
        )
        self.file = QLineEdit(self)
        self.file.setAccessibleName("File")
        self.browse = QPushButton("&Browse…", self)
        self.browse.setAutoDefault(False)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.export = self.buttons.addButton("E&xport", QDialogButtonBox.ButtonRole.AcceptRole)
        self.export.setDefault(True)
        self._lay_out(first)
        self._bring_back()
        self.form.currentIndexChanged.connect(lambda _: self._show_form())
        self.which.buttonToggled.connect(lambda _button, on: self._propose() if on else None)
        self.file.textChanged.connect(lambda _: self._look())
        self.browse.clicked.connect(self._browse)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._show_form()
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _WIDTH)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    @property
    def wish(self) -> Wish:
        """What is chosen."""
        name = str(self.form.currentData())
        return Wish(self._scope, name, self._path, self.marked.isChecked())

    def show_counts(self, counts: dict[str, int]) -> None:
        """Say how many articles each choice has; what has none cannot be chosen."""
        for button in self.which.buttons():
            name = button.objectName()
            if name in counts:
                button.setText(f"{self._scopes[name].text} ({counts[name]:,})")
                button.setEnabled(counts[name] > 0)
        self._look()

    def accept(self) -> None:
        """Remember what was chosen."""
        wish = self.wish
        self._memory.keep(FORM, wish.form)
        self._memory.keep(FOLDER, str(wish.path.parent))
        self._memory.keep(MARKED, wish.bom)
        super().accept()

    # -- building

    def _lay_out(self, first: str) -> None:
        rows = QFormLayout()
        rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        rows.setVerticalSpacing(8)
        rows.setHorizontalSpacing(12)
        choices = QVBoxLayout()
        choices.setSpacing(4)
        for scope in self._scopes.values():
            button = QRadioButton(scope.text, self)
            button.setObjectName(scope.name)
            button.setChecked(scope.name == first)
            button.setToolTip(scope.text.replace("&", ""))
            self.which.addButton(button)
            choices.addWidget(button)
        rows.addRow("Articles", choices)
        rows.addRow("&Format", self.form)
        rows.addRow("", self.holds)
        rows.addRow("", self.marked)
        where = QHBoxLayout()
        where.setSpacing(8)
        where.addWidget(self.file, 1)
        where.addWidget(self.browse)
        label = QLabel("Fi&le", self)
        label.setBuddy(self.file)
        rows.addRow(label, where)
        rows.addRow("", self.told)
        box = QVBoxLayout(self)
        box.addLayout(rows)
        box.addStretch(1)
        box.addWidget(self.buttons)
        self.told.setMinimumHeight(self.told.fontMetrics().height() + 4)
        self.holds.setMinimumHeight(2 * self.holds.fontMetrics().lineSpacing())
        self.holds.setAlignment(Qt.AlignmentFlag.AlignTop)

    def _bring_back(self) -> None:
        place = self.form.findData(self._memory.text(FORM, "csv-participations"))
        self.form.setCurrentIndex(max(place, 0))
        self.marked.setChecked(self._memory.flag(MARKED, True))

    # -- inside

    @property
    def _scope(self) -> Scope:
        chosen = self.which.checkedButton()
        return self._scopes[chosen.objectName() if chosen is not None else "all"]

    @property
    def _path(self) -> Path:
        return Path(self.file.text().strip()).expanduser()

    def _show_form(self) -> None:
        form = FORMS[str(self.form.currentData())]
        again = " Comes back by File > Import." if form.comes_back and "import" not in form.holds else ""
        self.holds.setText(f"{form.holds[0].upper()}{form.holds[1:]}.{again}")
        self.marked.setEnabled(form.suffix == ".csv")
        self._propose()

    def _propose(self) -> None:
        """Name the file after what is chosen, unless the person has named it."""
        suffix = FORMS[str(self.form.currentData())].suffix
        if self.file.text() and self.file.text() != self._named:
            own = self._path
            known = {form.suffix for form in FORMS.values()}
            if own.suffix in known and own.suffix != suffix:
                self.file.setText(str(own.with_suffix(suffix)))
            return
        called = " ".join(_NEVER.sub(" ", self._scope.called).split()).strip(".")[:60].strip() or "export"
        self._named = str(self._folder / f"{called}{suffix}")
        self.file.setText(self._named)
        self._look()

    @property
    def _folder(self) -> Path:
        from PySide6.QtCore import QStandardPaths

        kept = self._memory.text(FOLDER)
        if kept and Path(kept).is_dir():
            return Path(kept)
        found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return Path(found) if found and Path(found).is_dir() else Path.home()

    def _look(self) -> None:
        """Say what is in the way, or would be replaced."""
        path, told, possible = self._path, "", True
        if not self.file.text().strip():
            possible = False
        elif path.is_dir():
            told, possible = "This is a folder; name a file in it.", False
        elif not path.parent.is_dir():
            told, possible = "There is no such folder.", False
        elif is_library_file(path):
            told, possible = "This is a library; nothing is written over it.", False
        elif path.exists():
            told = "This file is there already; it will be replaced."
        chosen = self.which.checkedButton()
        self.export.setEnabled(possible and chosen is not None and chosen.isEnabled())
        if told != self.told.text():
            self.told.setText(told)
            if told:
                say(self.told, told)

    def _browse(self) -> None:
        form = FORMS[str(self.form.currentData())]
        name, _ = QFileDialog.getSaveFileName(
            self,
            "Export to",
            str(self._path),
            f"{form.title} (*{form.suffix});;All files (*)",
            options=QFileDialog.Option.DontConfirmOverwrite,  # said below the name
        )
        if name:
            path = Path(name)
            self.file.setText(str(path if path.suffix else path.with_suffix(form.suffix)))
