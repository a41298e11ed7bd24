"""Acts of the operator in the whole window, each with the budget of statements that it may send to the database.

Tests hold the budgets; `dev.py bench acts` shows them as a table, on the demo data and on ten years of them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeVar

from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop_app.domain.read_models.listing import Filter, FilterKey, ResolutionView
from desktop_app.domain.rules.tasks import News, TaskAction, TaskEntry
from desktop_app.widgets.fields.line_field import LineField
from desktop_app.window.kit.destinations import OpenMeeting, OpenMinutes, OpenTask
from desktop_app.window.kit.record_sheet import FieldsSheet
from desktop_app.window.letters.page import RECORD_INCOMING, RegistersPage
from desktop_app.window.meeting.page import MeetingPage
from desktop_app.window.meeting.seat_row import SeatRow
from desktop_app.window.minutes.page import MinutesPage
from desktop_app.window.resolutions.page import ResolutionsPage
from desktop_app.window.shell.screens import Screens
from desktop_app.window.tasks.page import TasksPage
from tests import patience
from tests.conftest import DEMO_DAY
from tests.writing_places import Ground

P = TypeVar("P", bound=QWidget)


@dataclass(frozen=True, slots=True)
class Act:
    """``come`` leads to the page and is not counted, ``do`` is; the budget is of statements and of transactions."""

    name: str
    come: Callable[[Ground], object]
    do: Callable[[Ground], object]
    statements: int
    transactions: int
    writes: bool = True
    """Whether it leaves an entry in the audit table."""


def every_page(screens: Screens) -> None:
    """Open each page once, so that all of them are there."""
    for key in ("meetings", "minutes", "resolutions", "tasks", "members", "papers", "registers", "history", "settings"):
        screens.open(key)
    # a paper is made aside, and reads meanwhile
    window = screens.parent()
    assert window is not None
    assert patience.wait(lambda: not patience.any_working(window))


def page_of(ground: Ground, key: str, kind: type[P]) -> P:
    """The page of a key, which is of this kind."""
    page = ground.screens.screen(key).page
    assert isinstance(page, kind)
    return page


def _meeting(ground: Ground) -> None:
    ground.screens.go(OpenMeeting(ground.meeting))


def _mark_a_seat(ground: Ground) -> None:
    page = page_of(ground, "meeting", MeetingPage)
    page.go_to_attendance()
    row = page.findChildren(SeatRow)[0]
    row.switch.findChildren(QAbstractButton)[0].click()


def _marked(ground: Ground) -> None:
    _meeting(ground)
    _mark_a_seat(ground)


def _minutes(ground: Ground) -> None:
    ground.screens.go(OpenMinutes(ground.version))


def _save_a_clause(ground: Ground) -> None:
    page = page_of(ground, "minutes_editor", MinutesPage)
    sheet = page.sheet()
    assert sheet is not None
    clause = next(row.clause for block in sheet.blocks for row in block.clauses)
    page.signals.clause_edited.emit(replace(clause, text="تأمین زیرساخت ارتباطی روستاها"), "text")


def _saved(ground: Ground) -> None:
    _minutes(ground)
    _save_a_clause(ground)


def _undo(ground: Ground) -> None:
    ground.screens.undo()


def _task(ground: Ground) -> None:
    ground.screens.open("tasks")
    page = page_of(ground, "tasks", TasksPage)
    row = page.model.id_at(0)
    assert row is not None
    ground.screens.go(OpenTask(row))


def _record_progress(ground: Ground) -> None:
    page = page_of(ground, "tasks", TasksPage)
    news = News(day=DEMO_DAY, note="گزارش تلفنی", told_by="رابط واحد")
    page.panel.saved.emit(TaskEntry(action=TaskAction.PROGRESS, news=news, percent=55))


def _resolutions(ground: Ground) -> None:
    ground.screens.open("resolutions")


def _view(ground: Ground) -> None:
    page = page_of(ground, "resolutions", ResolutionsPage)
    page.query_requested.emit(replace(page.query(), view=ResolutionView.OPEN.value))


def _among_the_units(ground: Ground) -> None:
    """On a resolution that the chip leaves in the list, so that the sheet beside it is not another one."""
    ground.screens.open("resolutions")
    filters = page_of(ground, "resolutions", ResolutionsPage).ui.filters
    filters.clear()
    for _on_and_off in range(2):
        filters.toggle(Filter(FilterKey.UNIT, "1"))


def _filter(ground: Ground) -> None:
    page_of(ground, "resolutions", ResolutionsPage).ui.filters.toggle(Filter(FilterKey.UNIT, "1"))


def _registers(ground: Ground) -> None:
    ground.screens.open("registers")


def _record_a_letter(ground: Ground) -> None:
    page = page_of(ground, "registers", RegistersPage)
    page.act_requested.emit(RECORD_INCOMING)
    sheet = page.sheet()
    assert isinstance(sheet, FieldsSheet)
    for key, text in (("sender", "اداره کل آموزش و پرورش"), ("subject", "گزارش کار")):
        line = sheet.fields.editor(key)
        assert isinstance(line, LineField)
        line.setText(text)
    sheet.save()


EVIDENCE = 3
"""Of each act that writes: the head of the chain is read, its link and the hashes of its rows are written."""

ACTS = (
    Act("marking a seat", _meeting, _mark_a_seat, 30 + EVIDENCE, 3),
    Act("taking a mark back", _marked, _undo, 26 + EVIDENCE, 3),
    Act("saving a clause", _minutes, _save_a_clause, 40 + EVIDENCE, 3),
    Act("taking a clause back", _saved, _undo, 41 + EVIDENCE, 3),
    # of which four for the letters about the task, for its files, and for what its unit asks
    Act("recording progress", _task, _record_progress, 43 + EVIDENCE, 7),
    Act("recording a letter", _registers, _record_a_letter, 23 + EVIDENCE, 9),
    Act("another view", _resolutions, _view, 5, 3, writes=False),
    Act("a filter chip", _among_the_units, _filter, 8, 4, writes=False),
    # of which three for its annexes and for the number of its files, which the button reads when it shows, and one for
    # what becomes of the items that were not reached
    Act("opening minutes", lambda _ground: None, _minutes, 37, 2, writes=False),
)
