"""The date field and its calendar on 23 Ordibehesht 1402."""

from __future__ import annotations

import json
from datetime import date

from PySide6.QtWidgets import QWidget

from desktop_app.domain.calendar.jalali import from_jalali
from desktop_app.domain.calendar.workdays import WorkCalendar, calendar_from
from desktop_app.widgets.dates.date_source import DateSource, date_source
from desktop_app.widgets.dates.jalali_date_edit import JalaliDateEdit
from desktop_app.widgets.fields.field import Field
from desktop_app.widgets.shell.card import Card
from desktop_app.words import refusals
from tests.gallery_pages import GalleryPage
from tests.look import RESOURCES

TODAY = from_jalali(1402, 2, 23)


def office_calendar() -> WorkCalendar:
    """The bundled holidays."""
    files = sorted((RESOURCES / "holidays").glob("*.json"))
    return calendar_from(json.loads(file.read_text(encoding="utf-8")) for file in files)


def source(today: date = TODAY) -> DateSource:
    """A calendar whose clock stands still."""
    return date_source(office_calendar(), lambda: today, refusals.sentence)


def date_field(label: str, text: str) -> Field:
    """A field with something typed and finished."""
    editor = JalaliDateEdit(source=source())
    field = Field(label=label, editor=editor, hint="مثلاً ۱۴۰۲/۳/۸ یا +۳هفته")
    if text:
        editor.set_text(text)
    return field


def build() -> QWidget:
    """One field, as in a form."""
    card = Card(title="مهلت تازه")
    card.body.addWidget(date_field("مهلت", "۱۴۰۲/۰۳/۱۳"))
    card.body.addStretch(1)
    return card


def editor_of(widget: QWidget) -> JalaliDateEdit:
    """The field's editor."""
    editor = widget.findChild(JalaliDateEdit)
    assert isinstance(editor, JalaliDateEdit)
    return editor


def open_calendar(widget: QWidget) -> None:
    """Open it."""
    editor_of(widget).open_popup()


PAGES = (
    GalleryPage(
        "date-popup",
        build,
        size=(520, 220),
        prepare=open_calendar,
        subject=lambda widget: editor_of(widget).popup,
    ),
)
