"""Date fields follow the weekend and the holidays as the settings change them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import cast

from PySide6.QtCore import QObject, Signal

from desktop_app.bootstrap.calendar import keep_calendar
from desktop_app.services.ports import Changed
from desktop_app.services.settings import office_settings, save_settings
from desktop_app.widgets.date_source import DateSource
from desktop_app.wiring import Office as OpenOffice
from tests.services.office import new_office

SATURDAY = "1402/2/23"


class Teller(QObject):
    """Tells what an act changed."""

    changed = Signal(object)


class Page:
    """A page with date fields that only remembers."""

    def __init__(self) -> None:
        self.sources: list[DateSource] = []

    def set_source(self, source: DateSource) -> None:
        self.sources.append(source)


class Reading:
    """As much of an open office as dates need."""

    def __init__(self) -> None:
        self.office, _ = new_office()
        self.read, self.clock = self.office.open_work, self.office.clock


def test_a_new_weekend_is_known_to_pages_that_were_made_before_it() -> None:
    page, teller, reading = Page(), Teller(), Reading()
    keep_calendar(page, cast(OpenOffice, reading), teller)
    assert not page.sources[-1].parse(SATURDAY).closed
    settings = office_settings(reading.read)
    save_settings(*reading.office.three, replace(settings, weekend=frozenset({5})))
    teller.changed.emit(Changed.MINUTES)
    assert len(page.sources) == 1
    teller.changed.emit(Changed.SETTINGS)
    reread = page.sources[-1].parse(SATURDAY)
    assert (reread.day, reread.closed) == (date(2023, 5, 13), True)
