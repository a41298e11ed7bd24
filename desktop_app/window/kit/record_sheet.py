"""Form of a record in a sheet over its page, made from the declaration of its fields."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.domain.text.typed_drafts import DraftField
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.dates.date_source import DateSource
from desktop_app.widgets.feedback.form_sheet import FormSheet
from desktop_app.widgets.lists.finding_list import FindingList
from desktop_app.widgets.shell.shortcuts import add_action
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.tokens import GAP_CARD, Ink, TextRole, Tone
from desktop_app.window.kit.spec_fields import FieldSpec, SpecFields, Value
from desktop_app.words import lists as words

Values = Mapping[str, Value]
"""The typed values by the keys of their fields."""
WIDTH = 640


@dataclass(frozen=True, slots=True)
class SheetSpec:
    """The declaration of one form: object name, title, explanation, and the rows of its fields.

    ``place`` is where typed text is kept for a crash. ``first`` is the key of the field that has the keyboard first.
    ``preview`` returns what the values will look like on paper; it shows under ``preview_title``.
    """

    name: str
    title: str
    why: str
    rows: tuple[tuple[FieldSpec, ...], ...]
    place: DraftField | None
    first: str = ""
    preview_title: str = ""
    preview: Callable[[Values], str] | None = None


class FieldsSheet(FormSheet):
    """The sheet of one form. `saved` carries the values by key; a refusal shows under its field, else below all."""

    saved = Signal(object)

    def __init__(self, spec: SheetSpec, dates: DateSource, parent: QWidget | None = None) -> None:
        super().__init__(parent, title=spec.title, context=spec.why, width=WIDTH)
        self.setObjectName(spec.name)
        self.draft_place = spec.place
        self.fields = SpecFields((one for row in spec.rows for one in row), dates, self)
        self._findings = FindingList()
        for row in spec.rows:
            self.body.addLayout(self._row_of(row))
        if spec.preview is not None:
            self._add_preview(spec.preview_title, spec.preview)
        self.body.addWidget(self._findings)
        save = self.add_action(words.SAVE, ButtonKind.FILLED, icon="check", hint=words.SAVE_KEYS)
        save.setObjectName("saveSheet")
        save.clicked.connect(self.save)
        leave = self.add_action(words.CANCEL)
        leave.setObjectName("leaveSheet")
        leave.clicked.connect(self.leave)
        add_action(self, words.SAVE, ("Ctrl+Return", "Ctrl+Enter"), self.save)
        self.fields.edited.connect(lambda: self._findings.show_findings([]))
        self.begin()
        self.fields.focus_first(spec.first)

    def content(self) -> object:
        """Return the typed texts by key."""
        return dict(self.fields.texts())

    def warn(self, text: str) -> None:
        """Show a warning above the buttons."""
        self._findings.show_findings([(text, Tone.WARNING)])

    def save(self) -> None:
        """Emit the values, unless a day or a choice is invalid; that field then shows it."""
        if self.fields.finish():
            self.hand_over(lambda: self.saved.emit(self.fields.values()))

    def show_refusal(self, field: str, text: str) -> bool:
        """Show the refusal under its field and give that the keyboard; without such a field above the buttons."""
        if not self.fields.show_refusal(field, text):
            self._findings.show_findings([(text, Tone.DANGER)])
        return True

    def _add_preview(self, title: str, preview: Callable[[Values], str]) -> None:
        shown = TextLabel(role=TextRole.SECOND, ink=Ink.SECOND, wrap=True)
        self.body.addWidget(TextLabel(text=title, role=TextRole.LABEL, ink=Ink.SECOND))
        self.body.addWidget(shown)
        self.fields.edited.connect(lambda: shown.setText(preview(self.fields.values())))
        shown.setText(preview(self.fields.values()))

    def _row_of(self, row: Sequence[FieldSpec]) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(GAP_CARD)
        for one in row:
            line.addWidget(self.fields.field(one.key), 1)
        return line


def text_in(values: Values, key: str) -> str:
    """Return the typed text of a field; empty where nothing was typed or chosen."""
    return str(values.get(key) or "")


def day_in(values: Values, key: str) -> date | None:
    """Return the typed day of a field, if there is one."""
    found = values.get(key)
    return found if isinstance(found, date) else None
