"""The minutes editor on its meeting's day: written, read out, final, and in a small window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop_app import wiring
from desktop_app.domain.rules.attendance import SeatMark
from desktop_app.domain.rules.deadlines import Deadline, DeadlineKind
from desktop_app.domain.rules.meetings import AttendanceState, DispositionKind
from desktop_app.domain.rules.minutes import ClauseEffect, EffectKind
from desktop_app.services.demo.demo_story import StoryClock
from desktop_app.services.meetings import meetings
from desktop_app.services.minutes import attendance
from desktop_app.widgets.dates.date_source import date_source
from desktop_app.window.minutes.controller import MinutesController
from desktop_app.window.minutes.format import CLOSING_ITEM
from desktop_app.window.minutes.page import MinutesPage
from desktop_app.words import refusals
from tests.gallery_pages import GalleryPage
from tests.gallery_pages.demo import demo_folder
from tests.views.minutes_desk import Person
from tests.widgets.typing import type_text

TODAY = date(2023, 5, 13)
TALK = (
    ("ناهید درفشان", "از ۴۲ دستگاه استان، ۲۷ دستگاه پرسش‌نامه را کامل کرده‌اند؛ بقیه برای پایان کار به فرصت نیاز دارند."),
    ("مهرداد ستوده‌منش", "نسخهٔ بازنگری‌شدهٔ پرسش‌نامه دیر به استان رسید. تمدید کوتاه پذیرفتنی است."),
)  # fmt: skip
HEARD = "گزارش دفتر فناوری اطلاعات، نوسازی و تحول اداری شنیده شد."
DECIDED = (
    "مهلت مصوبهٔ ۱۴۰۱/۳/۲ تا ۱۴۰۲/۰۳/۲۰ تمدید می‌شود و همهٔ واحدها برنامهٔ هم‌راستایی خود را ظرف ده روز کاری "
    "در دبیرخانه ثبت می‌کنند."
)


ACCEPTED = "انجام مصوبهٔ ۱۴۰۱/۳/۱ با گزارش نهایی پذیرفته شد."
OFFERED = "مهلت مصوبهٔ ۱۴۰۱/۳/۳ یک ماه تمدید شد."

Desk = tuple[wiring.Office, StoryClock, int]
"""An open office, its clock, and the draft that is written there."""


def office() -> Desk:
    """The demo's sixth meeting, held this morning; anew for each picture, so that none shows what another wrote."""
    folder = demo_folder()
    clock = StoryClock(TODAY)
    clock.set_clock(TODAY, "10:05")
    opened = wiring.open_office(folder, clock)
    with opened.context.read() as work:
        meeting_id = work.meetings.where(number=6)[0].id
    meetings.begin_session(opened.context, meeting_id)
    with opened.context.read() as work:
        version_id = work.versions.where(meeting_id=meeting_id)[0].id
        seats = [row.seat_id for row in work.attendance.where(minutes_version_id=version_id)]
    for seat_id in seats:
        mark = SeatMark(state=AttendanceState.PRESENT)
        attendance.mark_attendance(opened.context, meeting_id, seat_id, mark)
    meetings.end_session(opened.context, meeting_id)
    return opened, clock, version_id


def editor(desk: Desk, version_id: int | None = None) -> MinutesPage:
    """The page over an office, on its draft if no version is named."""
    opened, clock, draft = desk
    with opened.context.read() as work:
        calendar = work.calendar()
    page = MinutesPage()
    page.set_source(date_source(calendar, clock.today, refusals.sentence))
    controller = MinutesController(page, opened.context, Person(), page)
    controller.show(version_id or draft)
    return page


def written() -> MinutesPage:
    """A draft with talk, a clause and a resolution whose deadline falls on a Thursday."""
    page = editor(office())
    sheet = page.sheet()
    assert sheet is not None
    item = sheet.blocks[2].row.item.id
    for speaker, text in TALK:
        page.signals.contribution_added.emit(item, speaker, text)
    page.signals.clause_added.emit(item, HEARD)
    page.signals.clause_added.emit(item, DECIDED)
    page.toggle_kind()
    decide(page, "axis", axis_id=5)
    decide(page, "executor", executor_unit_id=2)
    decide(page, "cooperating", all_units=True)
    decide(page, "owner", owner_person_id=3)
    decide(page, "deadline", deadline=Deadline(kind=DeadlineKind.DAY, day=date(2023, 5, 25)))
    sheet = page.sheet()
    assert sheet is not None
    page.choose(item, sheet.blocks[2].clauses[1].clause.id)
    return page


def decide(page: MinutesPage, field: str, **facts: Any) -> None:
    """Give the chosen resolution a fact."""
    row = page.chosen_row()
    assert row is not None
    page.signals.clause_edited.emit(replace(row.clause, **facts), field)


def type_phrase(widget: QWidget) -> None:
    """Begin a new clause, so that its phrases show."""
    page = page_of(widget)
    body = page.paper.blocks[page.chosen()[0]].body
    assert body is not None
    body.new_clause.area.setFocus()
    # Half a sentence of a picture shall not become a clause when the page is closed
    body.new_clause.area.settled.disconnect()
    type_text(body.new_clause.area, "مقرر شد")


def read_out(widget: QWidget) -> None:
    """Begin the reading, and go to the resolution."""
    page = page_of(widget)
    page.signals.reading_requested.emit()
    for _ in range(3):
        page.reading.step(1)


def page_of(widget: QWidget) -> MinutesPage:
    """The page of a picture."""
    assert isinstance(widget, MinutesPage)
    return widget


def acting() -> MinutesPage:
    """The same draft, whose resolution extends another one and whose clause accepts one."""
    desk = office()
    page = editor(desk)
    sheet = page.sheet()
    assert sheet is not None
    item = sheet.blocks[2].row.item.id
    targets = {row.number: row.resolution_id for row in sheet.follow_up}
    for text in (ACCEPTED, DECIDED):
        page.signals.clause_added.emit(item, text)
    sheet = page.sheet()
    assert sheet is not None
    accepting, extending = (row.clause.id for row in sheet.blocks[2].clauses)
    accepted, extended = (targets[number] for number in ("۱۴۰۱/۳/۱", "۱۴۰۱/۳/۲"))
    effect = ClauseEffect(clause_id=extending, resolution_id=extended, kind=EffectKind.EXTEND, day=date(2023, 6, 10))
    page.signals.effect_sent.emit(effect, ())
    tasks = next(row.unreported for row in sheet.follow_up if row.resolution_id == accepted)
    effect = ClauseEffect(clause_id=accepting, resolution_id=accepted, kind=EffectKind.ACCEPT)
    page.signals.effect_sent.emit(effect, tuple(task for task, _unit in tasks))
    page.signals.clause_added.emit(item, OFFERED)
    return page


def open_effect_form(widget: QWidget) -> None:
    """Open the form for the effect that the last clause speaks of."""
    page = page_of(widget)
    sheet = page.sheet()
    assert sheet is not None
    row = sheet.blocks[2].clauses[-1]
    assert row.suggested is not None
    page.signals.effect_requested.emit(row.clause.id, row.suggested[:2])


def effect_form(widget: QWidget) -> QWidget:
    """The form that is open."""
    found = page_of(widget).effects.form
    assert found is not None
    return found


def open_fate_form(widget: QWidget) -> None:
    """Open the form for the items without text; the second of them is left out."""
    page = page_of(widget)
    page.signals.fates_requested.emit()
    assert page.fates.sheet is not None
    first, second = page.fates.sheet.rows
    first.switch.choose(DispositionKind.NEXT)
    second.switch.choose(DispositionKind.LEFT)


def fate_form(widget: QWidget) -> QWidget:
    """The form that is open."""
    found = page_of(widget).fates.sheet
    assert found is not None
    return found


def closing() -> QWidget:
    """The closing part."""
    page = written()
    page.choose(CLOSING_ITEM, 0)
    return page


def final() -> QWidget:
    """The minutes of the fifth meeting, which are final."""
    desk = office()
    with desk[0].context.read() as work:
        meeting = work.meetings.where(number=5)[0]
        version = work.versions.where(meeting_id=meeting.id)[0]
    return editor(desk, version.id)


def as_widget(build: Callable[[], MinutesPage]) -> Callable[[], QWidget]:
    """The same builder, as the gallery names it."""
    return build


BESIDE_NAVIGATION = (1216, 872)
SMALL = (1220, 692)
PAGES = (
    GalleryPage("minutes", as_widget(written), size=BESIDE_NAVIGATION, prepare=type_phrase),
    GalleryPage("minutes-narrow", as_widget(written), size=(900, 512)),
    GalleryPage("minutes-closing", closing, size=BESIDE_NAVIGATION),
    GalleryPage("minutes-reading", as_widget(written), size=BESIDE_NAVIGATION, prepare=read_out),
    GalleryPage("minutes-effects", as_widget(acting), size=SMALL),
    GalleryPage("minutes-effect-form", as_widget(acting), size=SMALL, prepare=open_effect_form, subject=effect_form),
    GalleryPage("minutes-fate-form", as_widget(written), size=SMALL, prepare=open_fate_form, subject=fate_form),
    GalleryPage("minutes-final", final, size=BESIDE_NAVIGATION),
)
