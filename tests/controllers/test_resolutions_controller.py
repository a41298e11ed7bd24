"""«مصوبات»: the chosen row is read, acts are asked and done, refusals go beside their fields, the last is undone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from desktop_app.controllers.resolutions.resolutions_controller import ResolutionsController, ResolutionsServices
from desktop_app.controllers.shell.destinations import OpenMeeting, OpenMinutes, OpenPapers, OpenTask
from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.paper_orders import PaperOrder
from desktop_app.domain.errors import EnvironmentProblem, RuleBroken
from desktop_app.domain.read_models.listing import Group, ListQuery, ResolutionView
from desktop_app.domain.read_models.resolution_sheet import EventKind, OtherResolution, ResolutionEvent, ResolutionSheet
from desktop_app.domain.rules.resolution_actions import ActionAnswer, Extension, ResolutionAction
from desktop_app.domain.rules.tasks import TaskState
from desktop_app.services.follow_up.resolution_sheet import resolution_sheet
from desktop_app.services.outcome import Outcome
from desktop_app.services.ports import Changed
from desktop_app.text.shared.refusals import sentence
from tests.services.office import new_office

A = ResolutionAction
FIRST = ListQuery(view=ResolutionView.OPEN, sort="due")
MOVED = Changed.RESOLUTIONS | Changed.TASKS


class Page(QObject):
    """A page that remembers; its list has the ids it was given."""

    open_requested = Signal(int)
    search_requested = Signal(str)
    query_requested = Signal(object)
    query_recalled = Signal(object)
    row_chosen = Signal(int)
    resolution_action_requested = Signal(object)
    answer_sent = Signal(object, object)
    way_wanted = Signal(str)
    band_action_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.queries: list[ListQuery] = []
        self.ids: list[int] = []
        self.chosen: int | None = None
        self.said: list[tuple[str, Any]] = []

    def show_found(
        self,
        query: ListQuery,
        ids: Sequence[int],
        counts: Mapping[str, int] | None = None,
        whole: Mapping[str, int] | None = None,
        groups: Sequence[Group] = (),
    ) -> None:
        del counts, whole, groups
        self.queries.append(query)
        self.ids = list(ids)

    def show_refusal(self, text: str) -> None:
        self.said.append(("refusal", text))

    def chosen_id(self) -> int | None:
        return self.chosen

    def choose(self, record_id: int) -> bool:
        if record_id in self.ids:
            self.chosen = record_id
            self.row_chosen.emit(record_id)
        return record_id in self.ids

    def enter_detail(self) -> None:
        self.said.append(("entered", self.chosen))

    def show_sheet(self, sheet: ResolutionSheet, cite: str) -> None:
        self.said.append(("sheet", (sheet.resolution.id, cite)))

    def show_no_sheet(self) -> None:
        self.said.append(("sheet", None))

    def open_form(self, action: ResolutionAction, sheet: ResolutionSheet, others: Sequence[OtherResolution]) -> None:
        self.said.append(("form", (action, sheet.resolution.id, len(others))))

    def show_form_refusal(self, field: str, text: str) -> None:
        self.said.append(("beside", (field, text)))

    def close_form(self) -> None:
        self.said.append(("closed", None))

    def show_action_done(self, action: ResolutionAction, sheet: ResolutionSheet, *, undoable: bool) -> None:
        self.said.append(("done", (action, sheet.resolution.id, undoable)))


class Office:
    """Services that remember what they were asked, and refuse once when told to."""

    def __init__(self, sheet: ResolutionSheet) -> None:
        self.sheet = sheet
        self.calls: list[tuple[object, ...]] = []
        self.refusal: Exception | None = None

    def act(self, name: str, *arguments: object) -> Outcome:
        self.calls.append((name, *arguments))
        if self.refusal is not None:
            refusal, self.refusal = self.refusal, None
            raise refusal
        return Outcome(changed=MOVED)

    def services(self) -> ResolutionsServices:
        def bound(name: str) -> Any:
            return lambda *arguments: self.act(name, *arguments)

        return ResolutionsServices(
            ids=lambda query: [1, 2] if query.view == ResolutionView.OPEN else [1, 2, 3],
            counts=lambda _query: {},
            sheet=lambda key: replace(self.sheet, resolution=replace(self.sheet.resolution, id=key)),
            others=lambda _key: (OtherResolution(id=9, number="۹", text=""),),
            cite=lambda decision: decision.title,
            notify=bound("notify"),
            verify=bound("verify"),
            return_work=bound("return"),
            extend=bound("extend"),
            defer=bound("defer"),
            supersede=bound("supersede"),
            revoke=bound("revoke"),
            undo=bound("undo"),
        )


@pytest.fixture(scope="module")
def sheet() -> ResolutionSheet:
    office = new_office()[0]
    _, version_id = office.written(1)
    office.finalised(version_id)
    return resolution_sheet(office.open_work, office.clock, office.where("resolutions")[0].id)


@pytest.fixture
def office(sheet: ResolutionSheet) -> Office:
    return Office(sheet)


@pytest.fixture
def page(qapp: object) -> Page:
    return Page()


@pytest.fixture
def controller(page: Page, office: Office) -> ResolutionsController:
    made = ResolutionsController(page, office.services(), FIRST)
    made.show()
    page.choose(2)
    page.said.clear()
    return made


def test_the_chosen_row_is_read_and_none_is_said(page: Page, controller: ResolutionsController) -> None:
    page.row_chosen.emit(1)
    page.row_chosen.emit(0)
    assert page.said == [("sheet", (1, "")), ("sheet", None)]
    page.said.clear()
    controller.begin(A.VERIFY)
    assert page.said == [], "without a resolution there is nothing to do"


def test_one_asked_for_is_shown_where_it_is_or_among_all(page: Page, controller: ResolutionsController) -> None:
    controller.show(1)
    assert (page.chosen, page.queries[-1].view) == (1, ResolutionView.OPEN)
    controller.show(3)
    assert (page.chosen, page.queries[-1].view, page.queries[-1].sort) == (3, ResolutionView.ALL, "due")
    assert page.said[-1] == ("entered", 3)


@pytest.mark.parametrize(
    ("action", "answer", "call"),
    [
        (A.VERIFY, ActionAnswer(reason="خوب"), ("verify", 2, "خوب")),
        (A.DEFER, ActionAnswer(reason="بماند"), ("defer", 2, "بماند")),
        (A.RETURN, ActionAnswer(reason="ناقص", task_ids=(4,)), ("return", 2, "ناقص", (4,))),
        (A.SUPERSEDE, ActionAnswer(reason="نو", other_id=9), ("supersede", 2, 9, "نو")),
        (A.REVOKE, ActionAnswer(reason="نو", other_id=9), ("revoke", 2, 9, "نو")),
        (
            A.EXTEND,
            ActionAnswer(reason="فرصت", day=date(2023, 7, 1), meeting_id=5),
            ("extend", 2, Extension(due=date(2023, 7, 1), reason="فرصت", meeting_id=5)),
        ),
    ],
)
def test_an_act_is_asked_done_told_and_said(
    page: Page,
    office: Office,
    controller: ResolutionsController,
    action: ResolutionAction,
    answer: ActionAnswer,
    call: tuple[object, ...],
) -> None:
    told: list[Changed] = []
    controller.changed.connect(told.append)
    page.resolution_action_requested.emit(action)
    linked = action in {A.SUPERSEDE, A.REVOKE}
    assert page.said == [("form", (action, 2, int(linked)))]
    page.answer_sent.emit(action, answer)
    assert office.calls == [call]
    assert told == [MOVED]
    assert [said for said in page.said[1:] if said[0] != "sheet"] == [("closed", None), ("done", (action, 2, True))]


def test_a_refusal_leaves_the_form_open(page: Page, office: Office, controller: ResolutionsController) -> None:
    told: list[Changed] = []
    controller.changed.connect(told.append)
    page.resolution_action_requested.emit(A.DEFER)
    page.said.clear()
    broken = RuleBroken("reason_missing", field="reason", machine="resolution", target="deferred")
    office.refusal = broken
    page.answer_sent.emit(A.DEFER, ActionAnswer())
    office.refusal = EnvironmentProblem("data_locked")
    page.answer_sent.emit(A.DEFER, ActionAnswer(reason="x"))
    assert page.said == [
        ("beside", ("reason", sentence(broken))),
        ("beside", ("", sentence(EnvironmentProblem("data_locked")))),
    ]
    assert told == []


def test_the_band_takes_the_last_act_back(page: Page, office: Office, controller: ResolutionsController) -> None:
    page.resolution_action_requested.emit(A.VERIFY)
    page.answer_sent.emit(A.VERIFY, ActionAnswer())
    page.choose(1)
    page.band_action_requested.emit()
    assert office.calls[-1] == ("undo", 2, ""), "of the resolution that was acted on, not of the chosen one"
    assert page.said[-1] == ("done", (A.UNDO, 2, False))
    assert controller is not None


def test_its_ways_lead_to_the_wording_and_to_the_task_that_is_open(
    qtbot: QtBot, page: Page, office: Office, controller: ResolutionsController
) -> None:
    with qtbot.waitSignal(controller.navigated) as wording:
        page.way_wanted.emit("minutes")
    assert wording.args == [OpenMinutes(office.sheet.minutes_version_id, 2)]
    with qtbot.waitSignal(controller.navigated) as meeting:
        page.way_wanted.emit("meeting")
    assert meeting.args == [OpenMeeting(office.sheet.meeting_id)]
    with qtbot.waitSignal(controller.navigated) as extract:
        page.way_wanted.emit("extract")
    order = PaperOrder(kind=PaperKind.EXTRACT, meeting_id=office.sheet.meeting_id, resolution_id=2)
    assert extract.args == [OpenPapers(order)]
    event = ResolutionEvent(kind=EventKind.ACT, day=date(2023, 6, 1), at="", other_id=3)
    whole, office.sheet = office.sheet, replace(office.sheet, history=(event,))
    page.row_chosen.emit(2)
    page.way_wanted.emit("successor")
    assert page.chosen == 3, "the resolution that took its place"
    office.sheet = whole
    executor, other = office.sheet.tasks
    office.sheet = replace(office.sheet, tasks=(replace(executor, state=TaskState.ACCEPTED), other))
    page.row_chosen.emit(2)
    with qtbot.waitSignal(controller.navigated) as task:
        page.resolution_action_requested.emit(A.TASKS)
    assert task.args == [OpenTask(other.id)]


def test_what_changed_elsewhere_is_read_again(page: Page, controller: ResolutionsController) -> None:
    asked = len(page.queries)
    controller.reload(Changed.TASKS)
    assert len(page.queries) == asked + 1
    assert page.said == [("sheet", (2, ""))]
    controller.reload(Changed.SETTINGS)
    assert len(page.queries) == asked + 2, "days are read by the calendar, axes have codes"
    controller.reload(Changed.NOTHING)
    assert len(page.queries) == asked + 2
