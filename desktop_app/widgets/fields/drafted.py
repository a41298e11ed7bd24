"""Drafted: what a form or writing area offers so that its typing can be kept before it is recorded.

A form says which record it is about (:attr:`Drafted.draft_place`), whether it holds what is not stored
(:meth:`Drafted.is_dirty`), and hands its values over through :meth:`Drafted.hand_over`, so that the act that records
them is known while it runs. Its fields are found by their object names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from PySide6.QtWidgets import QComboBox, QLineEdit, QTextEdit, QWidget

from desktop_app.domain.text.typed_drafts import DraftPlace

Field = QLineEdit | QTextEdit
"""What is typed in."""


class Drafted:
    """Mixed into a widget."""

    draft_place: DraftPlace | None = None
    """The record and, as field, the form's own name; None where nothing is to be kept."""
    handing_over = False
    """Whether the act that runs records what is typed here."""

    def is_dirty(self) -> bool:
        """Whether something is typed that is not stored."""
        raise NotImplementedError

    def holds(self, place: DraftPlace) -> bool:
        """Whether what was typed about a record is still here, shown or put aside for a moment."""
        return place == self.draft_place and self.is_dirty()

    def hand_over(self, tell: Callable[[], object]) -> None:
        """Tell what was typed; what an act records meanwhile is this."""
        before, self.handing_over = self.handing_over, True
        try:
            tell()
        finally:
            self.handing_over = before


def drafted_of(widget: QWidget | None) -> tuple[QWidget, Drafted] | None:
    """The nearest form round a widget, itself among them, that says what it is about."""
    while widget is not None:
        if isinstance(widget, Drafted) and widget.draft_place is not None:
            return widget, widget
        widget = widget.parentWidget()
    return None


def typed_texts(form: QWidget) -> dict[str, str]:
    """What stands in every field of a form now, by the name of the field."""
    return {name: text_of(field) for name, field in fields_of(form).items()}


def fields_of(form: QWidget) -> Mapping[str, Field]:
    """The fields of a form that take typing, by their object names; those without one by their places."""
    if isinstance(form, QLineEdit | QTextEdit):
        return {"": form}
    found: dict[str, Field] = {}
    for field in _typed_in(form):
        name = first = _name_of(field, form)
        place = 2
        while name in found:
            name, place = f"{first}#{place}", place + 1
        found[name] = field
    return found


def text_of(field: Field) -> str:
    """What stands in a field."""
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def type_into(field: Field, text: str) -> None:
    """Put a text in the place of what stands in a field, as the operator's typing would."""
    field.selectAll()
    if isinstance(field, QTextEdit):
        field.insertPlainText(text)
        return
    field.insert(text)
    # code put it there for the operator: a form must hear of it as of any typing
    field.textEdited.emit(text)


def is_closed(form: QWidget) -> bool:
    """Whether a form is gone: taken out of its page, or a dialog that was closed."""
    return form.isWindow() and not form.isVisible()


def place_in(form: DraftPlace, name: str) -> DraftPlace:
    """The place of one field of a form."""
    return replace(form, field=f"{form.field}.{name}")


def _typed_in(form: QWidget) -> Iterator[Field]:
    for child in form.findChildren(QWidget):
        if isinstance(child, QLineEdit | QTextEdit) and not child.isReadOnly() and not _is_inner(child, form):
            yield child


def _is_inner(child: QWidget, form: QWidget) -> bool:
    """Whether a field belongs to a writing area or form inside, which keeps for itself."""
    return any(isinstance(one, Drafted) and one.draft_place is not None for one in _up(child, form))


def _name_of(field: QWidget, form: QWidget) -> str:
    named = (one.objectName() for one in _up(field, form) if not one.objectName().startswith("qt_"))
    return next((name for name in named if name), "field")


def _up(widget: QWidget, form: QWidget) -> Iterator[QWidget]:
    one: QWidget | None = widget
    while one is not None and one is not form:
        yield one
        one = one.parentWidget()


def typing_of(widget: QWidget | None) -> Field | None:
    """The field that has the keyboard when a widget has it."""
    if isinstance(widget, QComboBox):
        widget = widget.lineEdit()
    return widget if isinstance(widget, QLineEdit | QTextEdit) and not widget.isReadOnly() else None
