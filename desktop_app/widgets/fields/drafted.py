"""Draft interface of a form or writing area: its typing can be kept before it is recorded; and cleaning of typed text.

A form says which record it is about (:attr:`Drafted.draft_place`), whether it holds what is not stored
(:meth:`Drafted.is_dirty`), and hands its values over through :meth:`Drafted.hand_over`, so that the act that records
them is known while it runs. Its fields are found by their object names.

Text is cleaned as the domain cleans it, with a notice of it, and is never cut silently.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from PySide6.QtWidgets import QComboBox, QLineEdit, QTextEdit, QWidget

from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.rules.typed_text import REMOVED, CleanText, as_typed_clean
from desktop_app.domain.text.digits import persian_digits
from desktop_app.domain.text.typed_drafts import DraftField
from desktop_app.widgets.style.tokens import Tone
from desktop_app.words import widgets as words

Clean = Callable[[str], CleanText]


def clean_line(text: str) -> CleanText:
    """For fields of one line."""
    return as_typed_clean(text, multiline=False)


def clean_lines(text: str) -> CleanText:
    """For fields of several lines."""
    return as_typed_clean(text)


def clean_figures(text: str) -> CleanText:
    """For fields of a number; that its digits become Persian is seen and needs no sentence."""
    cleaned = clean_line(text)
    return replace(cleaned, text=persian_digits(cleaned.text))


@dataclass(frozen=True, slots=True)
class Insertion:
    """What an insertion became: the text, or nothing with the sentence of its refusal."""

    text: str | None
    notice: str = ""
    tone: Tone = Tone.NEUTRAL


def take(text: str, room: int, limit: int, clean: Clean) -> Insertion:
    """Clean an insertion that has `room` characters left of `limit`."""
    try:
        cleaned = clean(text)
    except RuleBroken as problem:
        count = problem.facts.get("count", len(text))
        return Insertion(None, words.too_long(int(str(count)) + limit - room, limit), Tone.DANGER)
    if len(cleaned.text) > room:
        return Insertion(None, words.too_long(len(cleaned.text) + limit - room, limit), Tone.DANGER)
    return Insertion(cleaned.text, words.cleaned(_named(cleaned)), _tone(cleaned))


def _named(cleaned: CleanText) -> dict[str, int]:
    return {kind.value: times for kind, times in cleaned.changes}


def _tone(cleaned: CleanText) -> Tone:
    return Tone.WARNING if any(kind in REMOVED for kind, _ in cleaned.changes) else Tone.NEUTRAL


Field = QLineEdit | QTextEdit
"""What is typed in."""


class Drafted:
    """Mixed into a widget."""

    draft_place: DraftField | None = None
    """The record and, as field, the form's own name; None where nothing is to be kept."""
    handing_over = False
    """Whether the act that runs records what is typed here."""

    def is_dirty(self) -> bool:
        """Whether something is typed that is not stored."""
        raise NotImplementedError

    def holds(self, place: DraftField) -> bool:
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


def place_in(form: DraftField, name: str) -> DraftField:
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
