"""The office's calendar behind the date fields of a page, read again when the settings change it."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, Signal

from desktop_app.domain.outcome import Changed
from desktop_app.services.office.office_state import office_calendar
from desktop_app.text.shared.refusals import sentence
from desktop_app.widgets.dates.date_source import DateSource, date_source
from desktop_app.wiring import Office


class HasDates(Protocol):
    """A page with date fields."""

    def set_source(self, source: DateSource) -> None:
        """The calendar behind them."""
        ...


class ActTeller(QObject):
    """Owner of pages that tells of every act over its office."""

    changed = Signal(object)
    """Carries what is other than before (:class:`Changed`)."""


def keep_calendar(page: HasDates, office: Office, parent: QObject) -> None:
    """Wire the calendar now, and again after every change of weekend or holidays that an :class:`ActTeller` tells."""

    def read() -> None:
        page.set_source(date_source(office_calendar(office.context), office.clock.today, sentence))

    def hear(changed: Changed) -> None:
        if changed & Changed.SETTINGS:
            read()

    read()
    if isinstance(parent, ActTeller):
        parent.changed.connect(hear)
