"""Form fields made from declarations: their editors and labels, their values by key, and their refusals."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal

from desktop_app.widgets.dates.date_source import DateSource
from desktop_app.widgets.dates.jalali_date_edit import JalaliDateEdit
from desktop_app.widgets.fields.choice_field import ChoiceField
from desktop_app.widgets.fields.field import Field
from desktop_app.widgets.fields.folded_completer import Option, suggest
from desktop_app.widgets.fields.line_field import LineField
from desktop_app.widgets.fields.text_area import TextArea

AREA_LINES = 2


class FieldKind(StrEnum):
    """The kind of editor: OFFERED is free text with suggestions, LATIN is written from left to right."""

    LINE = "line"
    LATIN = "latin"
    OFFERED = "offered"
    AREA = "area"
    DAY = "day"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """The declaration of one field: the key used in refusals, its label, and its first value."""

    key: str
    label: str
    kind: FieldKind = FieldKind.LINE
    value: str | date | None = None
    hint: str = ""
    options: tuple[Option, ...] = ()
    follows: str = ""
    """A day that takes the day of another field until it is edited itself."""


Value = str | date | None
Editor = LineField | TextArea | JalaliDateEdit | ChoiceField


class SpecFields(QObject):
    """Makes the fields in their order; the form that owns them puts them into its layout."""

    edited = Signal()

    def __init__(self, specs: Iterable[FieldSpec], dates: DateSource, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._dates = dates
        self._fields: dict[str, Field] = {}
        self._editors: dict[str, Editor] = {}
        self._own_days: set[str] = set()
        for one in specs:
            self._make(one)

    def set_dates(self, dates: DateSource) -> None:
        """Set another calendar for the date fields; typed text stays."""
        self._dates = dates
        for editor in self._editors.values():
            if isinstance(editor, JalaliDateEdit):
                editor.set_source(dates)

    def fields(self) -> tuple[Field, ...]:
        """Return all fields in their order."""
        return tuple(self._fields.values())

    def has(self, key: str) -> bool:
        """Whether there is a field with this key."""
        return key in self._fields

    def field(self, key: str) -> Field:
        """Return a field with its label and error line."""
        return self._fields[key]

    def editor(self, key: str) -> Editor:
        """Return the input widget of a field."""
        return self._editors[key]

    def values(self) -> Mapping[str, Value]:
        """Return the values by key."""
        return {key: _value_of(editor) for key, editor in self._editors.items()}

    def texts(self) -> Mapping[str, str]:
        """Return the typed texts by key, also invalid days and choices."""
        return {key: _text_of(editor) for key, editor in self._editors.items()}

    def are_valid(self) -> bool:
        """Whether every day and every choice is valid."""
        return not any(_is_bad(editor) for editor in self._editors.values())

    def finish(self) -> bool:
        """End the typing; return False if a day or a choice is invalid, and give that field the keyboard."""
        for editor in self._editors.values():
            if isinstance(editor, JalaliDateEdit | ChoiceField):
                editor.finish()
                if editor.has_error():
                    editor.setFocus(Qt.FocusReason.OtherFocusReason)
                    return False
        return True

    def focus_first(self, wanted: str = "") -> None:
        """Give the keyboard to the wanted field, else to the first editable one."""
        for key, editor in self._editors.items():
            if wanted in ("", key) and self._fields[key].isEnabled() and not self._fields[key].isHidden():
                editor.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def show_refusal(self, key: str, text: str) -> bool:
        """Show a refusal beneath its field; False if there is no such field."""
        if key not in self._fields:
            return False
        self._fields[key].set_error(text)
        self._editors[key].setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    # ---- inside

    def _make(self, spec: FieldSpec) -> None:
        editor = self._editor_of(spec)
        editor.setObjectName(f"{spec.key}Edit")
        made = Field(label=spec.label, editor=editor, hint=spec.hint)
        made.setObjectName(f"{spec.key}Field")
        self._fields[spec.key], self._editors[spec.key] = made, editor

    def _editor_of(self, spec: FieldSpec) -> Editor:
        if spec.kind is FieldKind.DAY:
            return self._day(spec)
        if spec.kind is FieldKind.CHOICE:
            return self._choice(spec)
        return self._area(spec) if spec.kind is FieldKind.AREA else self._line(spec)

    def _line(self, spec: FieldSpec) -> LineField:
        line = LineField(latin=spec.kind is FieldKind.LATIN)
        line.set_text(str(spec.value or ""))
        line.textChanged.connect(lambda _text: self._touch(spec.key))
        if spec.kind is FieldKind.OFFERED:
            suggest(line, spec.options)
        return line

    def _area(self, spec: FieldSpec) -> TextArea:
        area = TextArea(grows=True)
        area.set_lines(AREA_LINES)
        area.set_text(str(spec.value or ""))
        area.textChanged.connect(lambda: self._touch(spec.key))
        return area

    def _choice(self, spec: FieldSpec) -> ChoiceField:
        choice = ChoiceField(options=spec.options)
        choice.set_value(str(spec.value) if spec.value else None)
        choice.value_changed.connect(lambda _value: self._touch(spec.key))
        return choice

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
        if key in self._fields:
            self._fields[key].clear_error()
        self.edited.emit()


def _value_of(editor: Editor) -> Value:
    if isinstance(editor, JalaliDateEdit):
        return editor.day()
    if isinstance(editor, ChoiceField):
        return editor.value()
    return editor.text()


def _text_of(editor: Editor) -> str:
    return editor.currentText() if isinstance(editor, ChoiceField) else editor.text()


def _is_bad(editor: Editor) -> bool:
    return isinstance(editor, JalaliDateEdit | ChoiceField) and editor.has_error()
