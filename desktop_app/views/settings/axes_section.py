"""The section of the axes: code and title of each, new ones, and those that are not kept yet taken away and back."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.rules.founding import SUB_AXIS_MARK, AxisValues
from desktop_app.forms.axes_section import Ui_AxesSection
from desktop_app.text.office import founding as words
from desktop_app.views.settings.section_panel import SectionPanel
from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.fields.field import Field
from desktop_app.widgets.fields.line_field import LineField
from desktop_app.widgets.fields.row_field import RowField, show_beginning
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.tokens import GAP, GAP_TIGHT, Ink, TextRole

CODE_WIDTH, INDENT = 120, 28


@dataclass(frozen=True, slots=True)
class _Row:
    """One axis with its controls."""

    axis_id: int
    box: QWidget
    across: QHBoxLayout
    code: LineField
    title: LineField
    code_field: Field
    title_field: Field
    remove: Button

    def values(self) -> AxisValues:
        return AxisValues(id=self.axis_id, code=self.code.text(), title=self.title.text())


def _indent(row: _Row, *_text: object) -> None:
    """A sub-axis stands a step further in."""
    row.across.setContentsMargins(0, 0, INDENT if SUB_AXIS_MARK in row.code.text() else 0, 0)


class AxesSection(SectionPanel):
    """Rows in the order in which the axes are listed everywhere."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_AxesSection()
        self.ui.setupUi(self)
        ui = self.ui
        self._rows: list[_Row] = []
        self._removed: list[tuple[int, AxisValues]] = []
        self._column = QVBoxLayout(ui.rows)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP_TIGHT)
        ui.codeHead.setFixedWidth(CODE_WIDTH)
        for head in (ui.codeHead, ui.titleHead):
            head.set_role(TextRole.LABEL)
            head.set_ink(Ink.SECOND)
        ui.note.set_role(TextRole.NOTE)
        ui.note.set_ink(Ink.QUIET)
        ui.note.setWordWrap(True)
        ui.add.clicked.connect(self._add)
        ui.bringBack.clicked.connect(self._bring_back)
        self._settle()

    def show_values(self, values: tuple[AxisValues, ...]) -> None:
        """Fill the form; rows that show the same axes already keep their undo."""
        self._removed.clear()
        if self.values() != values:
            while self._rows:
                self._drop(self._rows[-1])
            for place, axis in enumerate(values):
                self._insert(place, axis)
        self._settle()

    def values(self) -> tuple[AxisValues, ...]:
        """The axes as they stand in the form."""
        return tuple(row.values() for row in self._rows)

    def undo_edit(self) -> bool:
        """The axis that was removed last comes back."""
        if not self._removed:
            return False
        self._bring_back()
        return True

    # ---- inside

    def _add(self) -> None:
        self._insert(len(self._rows), AxisValues())
        self._settle()
        self._rows[-1].code.setFocus(Qt.FocusReason.OtherFocusReason)
        self.tell_edited()

    def _remove(self, row: _Row) -> None:
        place = self._rows.index(row)
        self._removed.append((place, row.values()))
        self._drop(row)
        self._settle()
        neighbour = self._rows[min(place, len(self._rows) - 1)].remove if self._rows else self.ui.add
        (neighbour if neighbour.isEnabled() else self.ui.add).setFocus(Qt.FocusReason.OtherFocusReason)
        self.tell_edited()

    def _bring_back(self) -> None:
        place, axis = self._removed.pop()
        self._insert(place, axis)
        self._settle()
        self._rows[place].title.setFocus(Qt.FocusReason.OtherFocusReason)
        self.tell_edited()

    def _insert(self, place: int, axis: AxisValues) -> None:
        row = self._made(axis)
        self._rows.insert(place, row)
        self._column.insertWidget(place, row.box)

    def _drop(self, row: _Row) -> None:
        self._rows.remove(row)
        self._column.removeWidget(row.box)
        row.box.hide()
        row.box.deleteLater()

    def _made(self, axis: AxisValues) -> _Row:
        box = QWidget(self.ui.rows)
        code, title = LineField(), LineField()
        show_beginning(code, axis.code)
        show_beginning(title, axis.title)
        remove = Button(box, kind=ButtonKind.QUIET, icon="x", compact=True)
        code_field, title_field = RowField(words.CODE, code), RowField(words.AXIS_TITLE, title)
        code_field.setFixedWidth(CODE_WIDTH)
        across = QHBoxLayout(box)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(GAP)
        across.addWidget(code_field)
        across.addWidget(title_field, 1)
        across.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        row = _Row(axis.id, box, across, code, title, code_field, title_field, remove)
        for line in (code, title):
            line.textChanged.connect(self.tell_edited)
        code.textChanged.connect(partial(_indent, row))
        remove.clicked.connect(lambda: self._remove(row))
        remove.setEnabled(not axis.id)
        keeps_room = remove.sizePolicy()
        keeps_room.setRetainSizeWhenHidden(True)
        remove.setSizePolicy(keeps_room)
        remove.setVisible(not axis.id)
        remove.set_name(words.KEPT_AXIS if axis.id else words.REMOVE)
        _indent(row)
        return row

    def _settle(self) -> None:
        """Names of the rows by their places, and whether something may come back."""
        fields: dict[str, Field] = {}
        for place, row in enumerate(self._rows):
            fields[f"code.{place}"], fields[f"title.{place}"] = row.code_field, row.title_field
            row.code_field.set_label(words.row_name(words.CODE, place + 1))
            row.title_field.set_label(words.row_name(words.AXIS_TITLE, place + 1))
            row.code.setObjectName(f"code_{place}")
            row.title.setObjectName(f"title_{place}")
            row.remove.setObjectName(f"remove_{place}")
        self.set_fields(fields)
        back = self.ui.bringBack
        back.setVisible(bool(self._removed))
        if self._removed:
            back.setText(words.undo_removal(self._removed[-1][1].code.strip()))
