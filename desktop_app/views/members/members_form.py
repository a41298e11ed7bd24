"""A form in the panel: a few fields, told by a spec; Enter saves, Esc leaves, a refusal stands beneath its field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.text.office import members as words
from desktop_app.text.office import members_forms as form_words
from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.dates.date_source import DateSource
from desktop_app.widgets.dates.jalali_date_edit import JalaliDateEdit
from desktop_app.widgets.fields.choice_field import ChoiceField
from desktop_app.widgets.fields.field import Field
from desktop_app.widgets.fields.folded_completer import Option, suggest
from desktop_app.widgets.fields.line_field import LineField
from desktop_app.widgets.fields.row_form import RowForm
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.tokens import GAP, GAP_CARD, Ink, TextRole


class FieldKind(StrEnum):
    """How a field is edited: an offered line is free text with known ones listed, a Latin one goes left to right."""

    LINE = "line"
    LATIN = "latin"
    OFFERED = "offered"
    DAY = "day"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field: the key that refusals know it by, its label, and what stands in it first."""

    key: str
    label: str
    kind: FieldKind = FieldKind.LINE
    value: str | date | None = None
    hint: str = ""
    options: tuple[Option, ...] = ()
    follows: str = ""
    """A day that takes the day of another field until it is edited itself."""


@dataclass(frozen=True, slots=True)
class FormSpec:
    """The form of one wish about one record (0 for a new one)."""

    key: str
    record_id: int
    fields: tuple[FieldSpec, ...]
    context: str = ""
    accept: str = words.SAVE
    disabled: frozenset[str] = field(default_factory=frozenset)


Value = str | date | None
Editor = LineField | JalaliDateEdit | ChoiceField


class MembersForm(RowForm):
    """`saved` carries the values by key; nothing typed is ever lost by a refusal."""

    saved = Signal(object)
    edited = Signal()

    def __init__(self, spec: FormSpec, dates: DateSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spec = spec
        self.setObjectName(f"form_{spec.key}")
        self._dates = dates
        self._fields: dict[str, Field] = {}
        self._editors: dict[str, Editor] = {}
        self._own_days: set[str] = set()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_CARD)
        column.addWidget(TextLabel(text=form_words.FORM_TITLES[spec.key], role=TextRole.SECTION))
        if spec.context:
            column.addWidget(TextLabel(text=spec.context, role=TextRole.SECOND, ink=Ink.SECOND, wrap=True))
        for one in spec.fields:
            column.addWidget(self._made(one))
        self.save_button = Button(text=spec.accept, kind=ButtonKind.FILLED, icon="check", hint="Enter")
        self.save_button.setObjectName("formSave")
        self.save_button.clicked.connect(self.save)
        self.leave_button = Button(text=words.CANCEL, hint="Esc")
        self.leave_button.setObjectName("formLeave")
        self.leave_button.clicked.connect(self.left)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.leave_button)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addStretch(1)
        for key in spec.disabled:
            self._fields[key].setEnabled(False)
        self._first = self.values()

    def set_dates(self, dates: DateSource) -> None:
        """Another calendar for the days; what is typed stays."""
        self._dates = dates
        for editor in self._editors.values():
            if isinstance(editor, JalaliDateEdit):
                editor.set_source(dates)

    # ---- values

    def values(self) -> Mapping[str, Value]:
        """What stands in the form."""
        return {key: _value_of(editor) for key, editor in self._editors.items()}

    def is_dirty(self) -> bool:
        """Whether something was typed that is not saved."""
        return self.values() != self._first or any(_is_bad(editor) for editor in self._editors.values())

    def editor(self, key: str) -> Editor:
        """The control of a field."""
        return self._editors[key]

    def field(self, key: str) -> Field:
        """A field with its label and line."""
        return self._fields[key]

    def focus_first(self) -> None:
        """Give the keyboard to the first field that may be edited."""
        for key, editor in self._editors.items():
            if self._fields[key].isEnabled():
                editor.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def save(self) -> None:
        """Hand the values over; a day or choice that is none says so itself."""
        for editor in self._editors.values():
            if isinstance(editor, JalaliDateEdit | ChoiceField):
                editor.finish()
                if editor.has_error():
                    editor.setFocus(Qt.FocusReason.OtherFocusReason)
                    return
        self.hand_over(lambda: self.saved.emit(self.values()))

    def show_refusal(self, key: str, text: str) -> bool:
        """Beneath the field that it is about; False where there is none."""
        if key not in self._fields:
            return False
        self._fields[key].set_error(text)
        self._editors[key].setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    # ---- inside

    def _made(self, spec: FieldSpec) -> Field:
        editor = self._editor_of(spec)
        editor.setObjectName(f"{spec.key}Edit")
        made = Field(label=spec.label, editor=editor, hint=spec.hint)
        made.setObjectName(f"{spec.key}Field")
        self._fields[spec.key], self._editors[spec.key] = made, editor
        return made

    def _editor_of(self, spec: FieldSpec) -> Editor:
        if spec.kind is FieldKind.DAY:
            return self._day(spec)
        if spec.kind is FieldKind.CHOICE:
            choice = ChoiceField(options=spec.options)
            choice.set_value(str(spec.value) if spec.value else None)
            choice.value_changed.connect(lambda _value: self._touch(spec.key))
            return choice
        line = LineField(latin=spec.kind is FieldKind.LATIN)
        line.set_text(str(spec.value or ""))
        line.textChanged.connect(lambda _text: self._touch(spec.key))
        if spec.kind is FieldKind.OFFERED:
            suggest(line, spec.options)
        return line

    def _day(self, spec: FieldSpec) -> JalaliDateEdit:
        edit = JalaliDateEdit(source=self._dates)
        edit.set_day(spec.value if isinstance(spec.value, date) else None)
        edit.line().textEdited.connect(lambda _text: self._own_days.add(spec.key))
        edit.day_changed.connect(lambda _day: self._touch(spec.key))
        if spec.follows:
            leader = self._editors[spec.follows]
            if isinstance(leader, JalaliDateEdit):
                leader.day_changed.connect(lambda day: self._follow(spec.key, edit, day))
        return edit

    def _follow(self, key: str, edit: JalaliDateEdit, day: date | None) -> None:
        if key not in self._own_days:
            edit.set_day(day)

    def _touch(self, key: str) -> None:
        if key in self._fields and self._fields[key].error():
            self._fields[key].clear_notice()
        self.edited.emit()


def _value_of(editor: Editor) -> Value:
    if isinstance(editor, JalaliDateEdit):
        return editor.day()
    if isinstance(editor, ChoiceField):
        return editor.value()
    return editor.text()


def _is_bad(editor: Editor) -> bool:
    return isinstance(editor, JalaliDateEdit | ChoiceField) and editor.has_error()
