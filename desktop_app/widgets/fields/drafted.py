"""Interface of forms whose unsaved input is stored as a draft; and functions that clean typed text.

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
    """Clean text for a one-line field."""
    return as_typed_clean(text, multiline=False)


def clean_lines(text: str) -> CleanText:
    """Clean text for a field of several lines."""
    return as_typed_clean(text)


def clean_figures(text: str) -> CleanText:
    """Clean text for a number field; its digits become Persian without a notice."""
    cleaned = clean_line(text)
    return replace(cleaned, text=persian_digits(cleaned.text))


@dataclass(frozen=True, slots=True)
class Insertion:
    """Result of an insertion: the text, or the sentence of its refusal."""

    text: str | None
    notice: str = ""
    tone: Tone = Tone.NEUTRAL


def clean_insertion(text: str, room: int, limit: int, clean: Clean) -> Insertion:
    """Clean an inserted text; it may have `room` characters out of `limit`."""
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
    """Mixin for widgets with unsaved input."""

    draft_place: DraftField | None = None
    """The record and, as field, the form's own name; None where nothing is to be kept."""
    handing_over = False
    """Whether the act that runs records what is typed here."""

    def is_dirty(self) -> bool:
        """Whether there is unsaved input."""
        raise NotImplementedError

    def holds(self, place: DraftField) -> bool:
        """Whether the input about a record is still here, even if hidden for a moment."""
        return place == self.draft_place and self.is_dirty()

    def hand_over(self, tell: Callable[[], object]) -> None:
        """Call ``tell``, which passes the input on to be recorded; `handing_over` is true meanwhile."""
        before, self.handing_over = self.handing_over, True
        try:
            tell()
        finally:
            self.handing_over = before


def enclosing_form(widget: QWidget | None) -> tuple[QWidget, Drafted] | None:
    """Return the nearest form around a widget (or the widget itself) that names its record."""
    while widget is not None:
        if isinstance(widget, Drafted) and widget.draft_place is not None:
            return widget, widget
        widget = widget.parentWidget()
    return None


def typed_texts(form: QWidget) -> dict[str, str]:
    """Return the text of every field of a form, by field name."""
    return {name: text_of(field) for name, field in fields_of(form).items()}


def fields_of(form: QWidget) -> Mapping[str, Field]:
    """Return the input fields of a form by object name; unnamed ones by position."""
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
    """Return the text of a field."""
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def type_into(field: Field, text: str) -> None:
    """Replace the text of a field as if the operator typed."""
    field.selectAll()
    if isinstance(field, QTextEdit):
        field.insertPlainText(text)
        return
    field.insert(text)
    # code put it there for the operator: a form must hear of it as of any typing
    field.textEdited.emit(text)


def is_closed(form: QWidget) -> bool:
    """Whether a form was removed from its page, or its dialog was closed."""
    return form.isWindow() and not form.isVisible()


def place_of_field(form: DraftField, name: str) -> DraftField:
    """Return the key of a field within a form."""
    return replace(form, field=f"{form.field}.{name}")


def _typed_in(form: QWidget) -> Iterator[Field]:
    for child in form.findChildren(QWidget):
        if isinstance(child, QLineEdit | QTextEdit) and not child.isReadOnly() and not _is_inner(child, form):
            yield child


def _is_inner(child: QWidget, form: QWidget) -> bool:
    """Whether a field belongs to an inner form that stores its own drafts."""
    return any(isinstance(one, Drafted) and one.draft_place is not None for one in _up(child, form))


def _name_of(field: QWidget, form: QWidget) -> str:
    named = (one.objectName() for one in _up(field, form) if not one.objectName().startswith("qt_"))
    return next((name for name in named if name), "field")


def _up(widget: QWidget, form: QWidget) -> Iterator[QWidget]:
    one: QWidget | None = widget
    while one is not None and one is not form:
        yield one
        one = one.parentWidget()


def typing_field(widget: QWidget | None) -> Field | None:
    """Return the input field that has the focus when a widget has it."""
    if isinstance(widget, QComboBox):
        widget = widget.lineEdit()
    return widget if isinstance(widget, QLineEdit | QTextEdit) and not widget.isReadOnly() else None
