"""A form in the panel: a few fields, told by a spec; Enter saves, Esc leaves, a refusal stands beneath its field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.text.office import members as words
from desktop_app.text.office import members_forms as form_words
from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.dates.date_source import DateSource
from desktop_app.widgets.fields.field import Field
from desktop_app.widgets.fields.row_form import RowForm
from desktop_app.widgets.fields.spec_fields import Editor, FieldSpec, SpecFields, Value
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.tokens import GAP, GAP_CARD, Ink, TextRole


@dataclass(frozen=True, slots=True)
class FormSpec:
    """The form of one wish about one record (0 for a new one)."""

    key: str
    record_id: int
    fields: tuple[FieldSpec, ...]
    context: str = ""
    accept: str = words.SAVE
    disabled: frozenset[str] = field(default_factory=frozenset)


class MembersForm(RowForm):
    """`saved` carries the values by key; nothing typed is ever lost by a refusal."""

    saved = Signal(object)
    edited = Signal()

    def __init__(self, spec: FormSpec, dates: DateSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spec = spec
        self.setObjectName(f"form_{spec.key}")
        self._fields = SpecFields(spec.fields, dates, self)
        self._fields.edited.connect(self.edited)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_CARD)
        self.title = TextLabel(text=form_words.FORM_TITLES[spec.key], role=TextRole.SECTION)
        column.addWidget(self.title)
        if spec.context:
            column.addWidget(TextLabel(text=spec.context, role=TextRole.SECOND, ink=Ink.SECOND, wrap=True))
        for one in self._fields.fields():
            column.addWidget(one)
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
            self._fields.field(key).setEnabled(False)
        self._first = self.values()

    def set_dates(self, dates: DateSource) -> None:
        """Another calendar for the days; what is typed stays."""
        self._fields.set_dates(dates)

    # ---- values

    def values(self) -> Mapping[str, Value]:
        """What stands in the form."""
        return self._fields.values()

    def is_dirty(self) -> bool:
        """Whether something was typed that is not saved."""
        return self.values() != self._first or not self._fields.are_sound()

    def editor(self, key: str) -> Editor:
        """The control of a field."""
        return self._fields.editor(key)

    def field(self, key: str) -> Field:
        """A field with its label and line."""
        return self._fields.field(key)

    def focus_first(self) -> None:
        """Give the keyboard to the first field that may be edited."""
        self._fields.focus_first()

    def save(self) -> None:
        """Hand the values over; a day or choice that is none says so itself."""
        if self._fields.finish():
            self.hand_over(lambda: self.saved.emit(self.values()))

    def show_refusal(self, key: str, text: str) -> bool:
        """Beneath the field that it is about; False where there is none."""
        return self._fields.show_refusal(key, text)
