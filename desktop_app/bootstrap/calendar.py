"""The office's calendar behind the date fields of a page, read again when the settings change it."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, SignalInstance

from desktop_app.services.ports import Changed
from desktop_app.text.refusals import sentence
from desktop_app.widgets.date_source import DateSource, date_source
from desktop_app.wiring import Office


class HasDates(Protocol):
    """A page with date fields."""

    def set_source(self, source: DateSource) -> None:
        """The calendar behind them."""
        ...


def keep_calendar(page: HasDates, office: Office, parent: QObject) -> None:
    """Wire the calendar now, and again after every change of weekend or holidays that ``parent.changed`` tells of."""

    def read() -> None:
        with office.read() as work:
            calendar = work.calendar()
        page.set_source(date_source(calendar, office.clock.today, sentence))

    def hear(changed: Changed) -> None:
        if changed & Changed.SETTINGS:
            read()

    read()
    told = getattr(parent, "changed", None)
    if isinstance(told, SignalInstance):
        told.connect(hear)
