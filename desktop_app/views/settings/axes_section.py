"""The section of the axes: code and title of each, new ones, and those that are not kept yet taken away and back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.rules.founding import SUB_AXIS_MARK, AxisValues
from desktop_app.forms.axes_section import Ui_AxesSection
from desktop_app.text.office import founding as words
from desktop_app.views.settings.section_panel import SectionPanel
from desktop_app.views.settings.typed_fields import FieldRow, named_rows
from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.fields.line_field import LineField
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.tokens import GAP, GAP_TIGHT, Ink, TextRole

CODE_WIDTH, INDENT = 120, 28


LABELS: Final = {"code": words.CODE, "title": words.AXIS_TITLE}


class _Row(FieldRow):
    """One axis with its controls; a sub-axis stands a step further in."""

    def __init__(self, axis: AxisValues, parent: QWidget, edited: Callable[..., None]) -> None:
        super().__init__(axis, LABELS, (LineField(), LineField()), edited)
        self.box = QWidget(parent)
        self.remove = Button(self.box, kind=ButtonKind.QUIET, icon="x", compact=True)
        self._across = QHBoxLayout(self.box)
        self._across.setSpacing(GAP)
        self.fields["code"].setFixedWidth(CODE_WIDTH)
        self._across.addWidget(self.fields["code"])
        self._across.addWidget(self.fields["title"], 1)
        self._across.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        self.remove.setEnabled(not axis.id)
        keeps_room = self.remove.sizePolicy()
        keeps_room.setRetainSizeWhenHidden(True)
        self.remove.setSizePolicy(keeps_room)
        self.remove.setVisible(not axis.id)
        self.remove.set_name(words.KEPT_AXIS if axis.id else words.REMOVE)
        self.indent()

    def indent(self) -> None:
        """By the code that stands there now."""
        self._across.setContentsMargins(0, 0, INDENT if SUB_AXIS_MARK in self.values().code else 0, 0)

    def focus(self, name: str) -> None:
        """The keyboard to a field."""
        self.editors[name].setFocus(Qt.FocusReason.OtherFocusReason)


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

    def _edited(self, *_text: object) -> None:
        for row in self._rows:
            row.indent()
        self.tell_edited()

    def _add(self) -> None:
        self._insert(len(self._rows), AxisValues())
        self._settle()
        self._rows[-1].focus("code")
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
        self._rows[place].focus("title")
        self.tell_edited()

    def _insert(self, place: int, axis: AxisValues) -> None:
        row = _Row(axis, self.ui.rows, self._edited)
        row.remove.clicked.connect(lambda: self._remove(row))
        self._rows.insert(place, row)
        self._column.insertWidget(place, row.box)

    def _drop(self, row: _Row) -> None:
        self._rows.remove(row)
        self._column.removeWidget(row.box)
        row.box.hide()
        row.box.deleteLater()

    def _settle(self) -> None:
        """Names of the rows by their places, and whether something may come back."""
        self.set_fields(named_rows(self._rows))
        for place, row in enumerate(self._rows):
            row.remove.setObjectName(f"remove_{place}")
        back = self.ui.bringBack
        back.setVisible(bool(self._removed))
        if self._removed:
            back.setText(words.undo_removal(self._removed[-1][1].code.strip()))
