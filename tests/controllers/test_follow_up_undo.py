"""Acts on resolutions and tasks are taken back by acts of their own: what follows from both is as it was before."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop_app import wiring
from desktop_app.domain.read_models.listing import ListQuery, ResolutionView, TaskView
from desktop_app.domain.rules.notices import Notice
from desktop_app.domain.rules.resolution_actions import ActionAnswer, ResolutionAction
from desktop_app.domain.rules.tasks import News, TaskAction, TaskEntry, TaskState
from desktop_app.services.follow_up import resolution_acts, task_acts
from desktop_app.services.follow_up.notifying import notify
from desktop_app.services.follow_up.resolution_sheet import resolution_sheet
from desktop_app.window.kit.resolution_format import name_of
from desktop_app.window.resolutions.controller import ResolutionsController
from desktop_app.window.resolutions.page import ResolutionsPage
from desktop_app.window.shell.list_pages import resolutions_screen, tasks_screen
from desktop_app.window.tasks.controller import TasksController
from desktop_app.window.tasks.page import TasksPage
from desktop_app.words import history as undo_words
from desktop_app.words import resolutions as words
from desktop_app.words import tasks as task_words
from tests import stored_rows
from tests.services.clocks import SettableClock
from tests.services.furnishing import furnish
from tests.services.office_steps import Office
from tests.views.minutes_desk import Person

NEXT = date(2023, 5, 29)
GROWS = frozenset({"resolution_act", "deadline_event", "task_act"})
"""Histories: both acts stay to be read."""
R, T = ResolutionAction, TaskAction


@dataclass
class AtFollowUp:
    """Both pages, the office behind them, and what the foot says."""

    office: Office
    resolutions: ResolutionsPage
    tasks: TasksPage
    of_resolutions: ResolutionsController
    of_tasks: TasksController
    told: list[str] = field(default_factory=list)

    @property
    def reported(self) -> int:
        """A resolution whose units reported everything."""
        found: int = self.office.where("resolutions")[0].id
        return found

    @property
    def at_work(self) -> int:
        """A resolution whose units are at work."""
        found: int = self.office.where("resolutions")[1].id
        return found

    @property
    def newer(self) -> int:
        """A resolution of the next meeting."""
        found: int = self.office.where("resolutions")[2].id
        return found

    @property
    def task(self) -> int:
        """A task that its unit is at."""
        found: int = self.office.where("tasks", resolution_id=self.at_work)[0].id
        return found

    def stored(self) -> dict[str, list[tuple[Any, ...]]]:
        """Everything but the histories."""
        with self.office.open_work() as work:
            return {name: rows for name, rows in stored_rows.rows(work).items() if name not in GROWS}

    def lengths(self) -> int:
        """How many acts the histories hold."""
        return sum(len(self.office.where(kind)) for kind in ("resolution_acts", "deadline_events", "task_acts"))

    def act(self, resolution: int, action: ResolutionAction, **answer: Any) -> None:
        """One act on a resolution, as its form sends it."""
        assert self.resolutions.choose(resolution)
        self.of_resolutions.begin(action)
        self.resolutions.answer_sent.emit(action, ActionAnswer(**answer))

    def tell(self, action: TaskAction, note: str = "گزارش", **entry: Any) -> None:
        """One piece of news of the task, as its form sends it."""
        assert self.tasks.choose(self.task)
        news = News(day=self.office.clock.today(), note=note)
        self.tasks.panel.saved.emit(TaskEntry(action=action, news=news, **entry))


@pytest.fixture
def at(tmp_path: Path, qtbot: QtBot) -> Iterator[AtFollowUp]:
    clock = SettableClock(datetime.fromisoformat("2023-05-01T10:00"))
    opened = wiring.open_office(tmp_path / "data", clock)
    office = furnish(opened.context.write, clock)
    _, version_id = office.written(2)
    office.finalised(version_id)
    clock.at = datetime.fromisoformat("2023-05-29T10:00")
    _, second = office.written(1, day=NEXT)
    office.finalised(second)
    parent = QObject()
    resolutions, of_resolutions = resolutions_screen(opened, Person(), parent)
    tasks, of_tasks = tasks_screen(opened, Person(), parent)
    found = AtFollowUp(office, resolutions, tasks, of_resolutions, of_tasks)
    for one in (found.reported, found.at_work):
        notify(office.context, one, Notice(day=NEXT, reason="فوری"))
    news = News(day=NEXT)
    for task in office.where("tasks", resolution_id=found.reported):
        for action in (T.REPORT, T.ACCEPT):
            if action is T.REPORT:
                task_acts.record_progress(office.context, task.id, 90, news)
            task_acts.move_task(office.context, task.id, action, news)
    task_acts.record_progress(office.context, found.task, 20, news)
    clock.forward(minutes=1)
    for controller in (of_resolutions, of_tasks):
        controller.status_message.connect(lambda text, _tone: found.told.append(text))
    for page in (resolutions, tasks):
        qtbot.addWidget(page)
    of_resolutions.ask(ListQuery(view=ResolutionView.ALL))
    of_tasks.listing.ask(ListQuery(view=TaskView.ALL.value))
    yield found
    opened.close()


ACTS: dict[str, Callable[[AtFollowUp], object]] = {
    "verify": lambda at: at.act(at.reported, R.VERIFY, reason="خوب"),
    "return": lambda at: at.act(
        at.reported,
        R.RETURN,
        reason="ناقص",
        task_ids=tuple(one.id for one in at.office.where("tasks", resolution_id=at.reported)[:1]),
    ),
    "extend": lambda at: at.act(
        at.at_work,
        R.EXTEND,
        reason="فرصت",
        day=date(2023, 7, 1),
        meeting_id=at.office.get("resolutions", at.newer).meeting_id,
    ),
    "defer": lambda at: at.act(at.at_work, R.DEFER, reason="بماند"),
    "supersede": lambda at: at.act(at.at_work, R.SUPERSEDE, reason="نو", other_id=at.newer),
    "revoke": lambda at: at.act(at.at_work, R.REVOKE, reason="نو", other_id=at.newer),
}
NEWS: dict[str, Callable[[AtFollowUp], object]] = {
    "progress": lambda at: at.tell(T.PROGRESS, percent=60),
    "block": lambda at: at.tell(T.BLOCK, "نبود اعتبار"),
    "report": lambda at: at.tell(T.REPORT),
}


@pytest.mark.parametrize("name", ACTS)
def test_an_act_on_a_resolution_is_taken_back_and_done_again(at: AtFollowUp, name: str) -> None:
    before, count = at.stored(), at.lengths()
    ACTS[name](at)
    after = at.stored()
    key = at.reported if name in {"verify", "return"} else at.at_work
    what = words.action_title(name, name_of(resolution_sheet(at.office.context, key)))
    at.office.clock.forward(seconds=5)
    at.of_resolutions.undo()
    assert at.stored() == before
    assert at.told[-1] == undo_words.taken_back(what)
    assert at.resolutions.ui.band.title() == undo_words.taken_back(what)
    at.office.clock.forward(seconds=5)
    at.of_resolutions.redo()
    assert at.stored() == after
    assert at.told[-1] == undo_words.done_again(what)
    at.office.clock.forward(seconds=5)
    at.of_resolutions.undo()
    assert at.stored() == before
    assert at.lengths() >= count + 4, "every act stays to be read"


@pytest.mark.parametrize("name", NEWS)
def test_news_of_a_task_are_taken_back_and_told_again(at: AtFollowUp, name: str) -> None:
    before = at.stored()
    NEWS[name](at)
    after = at.stored()
    assert after != before
    assert at.tasks.ui.band.action_button().text() == undo_words.UNDO
    what = task_words.step(name, "واحد 1")
    at.of_tasks.undo()
    assert at.stored() == before
    assert at.told[-1] == at.tasks.ui.band.title() == undo_words.taken_back(what)
    at.of_tasks.redo()
    assert at.stored() == after
    assert at.told[-1] == undo_words.done_again(what)
    at.of_tasks.undo()
    assert at.stored() == before


def test_a_letter_that_was_sent_ends_what_can_be_taken_back(at: AtFollowUp) -> None:
    at.act(at.at_work, R.DEFER, reason="بماند")
    at.act(at.newer, R.NOTIFY, reason="فوری", day=NEXT)
    at.of_resolutions.undo()
    assert at.told[-1] == undo_words.NOTHING_TO_UNDO
    assert not at.resolutions.ui.band.action_button().isVisibleTo(at.resolutions)


def test_a_cancelled_task_and_a_plan_told_anew_end_what_can_be_taken_back(at: AtFollowUp) -> None:
    at.tell(T.PROGRESS, percent=40)
    at.tell(T.PLAN, "نخست تجهیز")
    assert at.tasks.ui.band.action_button().isVisibleTo(at.tasks) is False
    at.of_tasks.undo()
    assert at.told[-1] == undo_words.NOTHING_TO_UNDO
    at.tell(T.PROGRESS, percent=50)
    at.of_tasks.cancel_task()
    assert at.office.get("tasks", at.task).state is TaskState.CANCELLED
    at.of_tasks.undo()
    assert at.told[-1] == undo_words.NOTHING_TO_UNDO


def test_only_the_act_that_is_meant_is_taken_back(at: AtFollowUp) -> None:
    at.act(at.at_work, R.DEFER, reason="بماند")
    at.office.clock.forward(seconds=5)
    resolution_acts.undo(at.office.context, at.at_work)
    resolution_acts.revoke(at.office.context, at.at_work, at.newer, "نو")
    before = at.stored()
    at.of_resolutions.undo()
    assert "باز هم عوض شده است" in at.resolutions.ui.band.title()
    at.tell(T.PROGRESS, percent=60)
    assert at.stored() == before, "the resolution is closed"


def test_news_that_were_told_elsewhere_since_stay(at: AtFollowUp) -> None:
    at.tell(T.PROGRESS, percent=60)
    task_acts.record_progress(at.office.context, at.task, 70, News(day=NEXT, note="باز هم"))
    before = at.stored()
    at.of_tasks.undo()
    assert "باز هم عوض شده است" in at.tasks.ui.band.title()
    assert at.stored() == before
