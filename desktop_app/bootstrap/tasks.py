"""«پیگیری», wired to the open office."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject

from desktop_app.bootstrap.calendar import keep_calendar
from desktop_app.controllers.destinations import OpenPage
from desktop_app.controllers.list_controller import ListController
from desktop_app.controllers.tasks_controller import WATCHED, TasksController, tasks_services
from desktop_app.domain.date_words import month_name
from desktop_app.domain.jalali import JalaliMonth, iso_text, month_of
from desktop_app.domain.rows import TaskRow
from desktop_app.services import lists
from desktop_app.services.ports import OpenWork
from desktop_app.services.reading import parties_of, the_committee, units_of
from desktop_app.text import tasks as words
from desktop_app.text.lists import meeting_number
from desktop_app.views.task_faces import PARTIES
from desktop_app.views.tasks_page import TasksPage
from desktop_app.views.tasks_plan import TaskOptions, tasks_plan
from desktop_app.widgets.dialogs import Dialogs
from desktop_app.widgets.filter_bar import FilterOption
from desktop_app.wiring import Office


def tasks_screen(office: Office, dialogs: Dialogs, parent: QObject) -> tuple[TasksPage, TasksController]:
    """The page and its controller."""
    with office.read() as work:
        parties = parties_of(work, the_committee(work))
    marks = {party.id: PARTIES[party.code] for party in parties}
    plan = tasks_plan(office.clock.today, marks, _options(office))
    names = {party.id: (party.short_name or party.name, PARTIES[party.code]) for party in parties}
    page = TasksPage(plan, partial(_rows, office.read), names)
    keep_calendar(page, office, parent)
    ids, counts = partial(lists.task_ids, office.read), partial(lists.task_view_counts, office.read)
    groups = partial(lists.task_groups, office.read)
    below = ListController(page, ids, WATCHED, parent, counts=counts, groups=groups, first=plan.first)
    services = tasks_services(office.read, office.write, office.clock, office.press)
    controller = TasksController(page, services, dialogs, below, parent)
    page.empty_action_requested.connect(lambda: controller.navigated.emit(OpenPage("meetings")))
    return page, controller


def _rows(read: OpenWork, ids: Sequence[int]) -> Mapping[int, TaskRow]:
    return dict(zip(ids, lists.task_rows(read, ids), strict=True))


def _options(office: Office) -> TaskOptions:
    """What the list may be narrowed to, read when it is offered."""

    def units() -> Sequence[FilterOption]:
        with office.read() as work:
            return [
                FilterOption(str(unit.id), unit.short_name or unit.name) for unit in units_of(work, the_committee(work))
            ]

    def parties() -> Sequence[FilterOption]:
        with office.read() as work:
            return [FilterOption(str(one.id), one.name) for one in parties_of(work, the_committee(work))]

    def meetings() -> Sequence[FilterOption]:
        with office.read() as work:
            found = {one.meeting_id for one in work.resolutions.where()}
            held = [one for one in work.meetings.where(id=sorted(found)) if one.number is not None]
            held.sort(key=lambda one: one.number or 0, reverse=True)
            return [FilterOption(str(one.id), meeting_number(one.number or 0)) for one in held]

    def due() -> Sequence[FilterOption]:
        today = office.clock.today()
        with office.read() as work:
            week = work.calendar().end_of_week(today)
        month = month_of(today)
        last = month.plus(1)
        ends = ((words.END_OF_WEEK, week), (_until(month), month.last_day), (_until(last), last.last_day))
        return [FilterOption(iso_text(day), label) for label, day in dict(ends).items()]

    return TaskOptions(units=units, parties=parties, meetings=meetings, due=due)


def _until(month: JalaliMonth) -> str:
    return words.until(month_name(month.month))
