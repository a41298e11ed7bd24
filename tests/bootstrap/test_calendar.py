"""Date fields follow the weekend and the holidays as the settings change them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import cast

from PySide6.QtWidgets import QWidget

from desktop_app.domain.calendar.workdays import Holiday, HolidayTable
from desktop_app.domain.outcome import Changed
from desktop_app.domain.rules.resolution_actions import ResolutionAction
from desktop_app.services.office.office_state import holiday_table, save_holidays
from desktop_app.services.office.settings import office_settings
from desktop_app.widgets.dates.date_source import DateSource
from desktop_app.widgets.dates.jalali_date_edit import JalaliDateEdit
from desktop_app.window.kit.destinations import OpenMeeting, OpenMinutes, OpenPaper
from desktop_app.window.kit.members_format import SEAT
from desktop_app.window.kit.resolution_form import ResolutionForm
from desktop_app.window.members.page import MembersPage
from desktop_app.window.resolutions.page import ResolutionsPage
from desktop_app.window.settings.holidays_section import HolidaysSection
from desktop_app.window.shell.calendar import ActNotifier, keep_calendar
from desktop_app.wiring import Office as OpenOffice
from tests.bootstrap.conftest import Start
from tests.services.office_steps import Office
from tests.services.prepared import save_settings

SATURDAY = "1402/2/23"


class Page:
    """A page with date fields that only remembers."""

    def __init__(self) -> None:
        self.sources: list[DateSource] = []

    def set_source(self, source: DateSource) -> None:
        self.sources.append(source)


class Reading:
    """As much of an open office as dates need."""

    def __init__(self, office: Office) -> None:
        self.office = office
        self.context, self.clock = office.context, office.clock


def test_a_new_weekend_is_known_to_pages_that_were_made_before_it(office: Office) -> None:
    page, teller, reading = Page(), ActNotifier(), Reading(office)
    keep_calendar(page, cast(OpenOffice, reading), teller)
    assert not page.sources[-1].parse(SATURDAY).closed
    settings = office_settings(reading.context)
    save_settings(office.context, replace(settings, weekend=frozenset({5})))
    teller.changed.emit(Changed.MINUTES)
    assert len(page.sources) == 1
    teller.changed.emit(Changed.SETTINGS)
    reread = page.sources[-1].parse(SATURDAY)
    assert (reread.day, reread.closed) == (date(2023, 5, 13), True)


def test_a_new_holiday_is_known_to_every_date_field_when_its_page_shows(start: Start, demo_folder: Path) -> None:
    run = start(demo_folder)
    screens = run.opening.screens
    assert screens is not None
    office = screens.office
    with office.context.read() as work:
        version = work.versions.where()[-1]

    def show_every_page() -> None:
        for key in ("settings", "tasks", "resolutions"):
            screens.open(key)
        screens.go(OpenMeeting(version.meeting_id))
        screens.go(OpenMinutes(version.id))
        screens.go(OpenPaper(version.id))
        screens.open("members")

    show_every_page()
    members = cast(MembersPage, screens.screen("members").page)
    members.do("nominate", (SEAT, 1))
    screens.open("settings")
    # the table of holidays itself is read when it is opened
    own = run.window.findChildren(HolidaysSection)[0].ui.day
    fields = {field: _where(field) for field in run.window.findChildren(JalaliDateEdit) if field is not own}
    assert len(fields) >= 8
    assert {where for field, where in fields.items() if _is_closed(field)} == set()

    seen = holiday_table(office.context)
    table = HolidayTable((*seen.rows, Holiday(date(2023, 5, 13), "تعطیل آزمون")))
    save_holidays(office.context, table, seen)
    screens.announce(Changed.SETTINGS)
    show_every_page()
    assert {where for field, where in fields.items() if not _is_closed(field)} == set()

    screens.open("resolutions")
    page = cast(ResolutionsPage, screens.screen("resolutions").page)
    page.resolution_action_requested.emit(ResolutionAction.EXTEND)
    (form,) = page.findChildren(ResolutionForm)
    (day,) = form.findChildren(JalaliDateEdit)
    assert _is_closed(day)
    form.reject()


def _is_closed(field: JalaliDateEdit) -> bool:
    return field.source().parse(SATURDAY).closed


def _where(field: JalaliDateEdit) -> str:
    """The field and what holds it."""
    names = []
    widget: QWidget | None = field
    while widget is not None:
        names.append(widget.objectName() or type(widget).__name__)
        widget = widget.parentWidget()
    return " < ".join(names[:4])
