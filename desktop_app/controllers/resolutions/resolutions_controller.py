"""«مصوبات»: the list, the sheet of the chosen resolution, and every action on it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from PySide6.QtCore import QObject, SignalInstance

from desktop_app.controllers.lists.list_controller import ListController, ListView
from desktop_app.controllers.shell.destinations import (
    Destination,
    OpenMeeting,
    OpenMinutes,
    OpenPapers,
    OpenResolution,
    OpenTask,
)
from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.paper_orders import PaperOrder
from desktop_app.domain.errors import Refused, RuleBroken
from desktop_app.domain.read_models.listing import ListQuery, ResolutionView
from desktop_app.domain.read_models.resolution_sheet import OtherResolution, ResolutionSheet
from desktop_app.domain.rules.notices import Notice
from desktop_app.domain.rules.resolution_actions import ActionAnswer, Extension, ResolutionAction
from desktop_app.domain.rules.tasks import OPEN_TASKS, TaskRole
from desktop_app.domain.rules.upstream import UpstreamDecision
from desktop_app.services.outcome import Outcome
from desktop_app.services.ports import Changed
from desktop_app.text.shared.refusals import sentence

_A = ResolutionAction
WATCHED = Changed.RESOLUTIONS | Changed.TASKS | Changed.MINUTES | Changed.MEETINGS | Changed.MEMBERS | Changed.SETTINGS
"""Of the settings the sheet shows the calendar, by which days are read, and the codes of axes."""
WITH_OTHERS = frozenset({_A.SUPERSEDE, _A.REVOKE})
FINAL = frozenset({_A.NOTIFY, _A.UNDO})
"""What has no way back from the band: a letter that was sent, and the way back itself."""


@dataclass(frozen=True, slots=True)
class ResolutionsServices:
    """What the page needs of the office, bound."""

    ids: Callable[[ListQuery], Sequence[int]]
    counts: Callable[[ListQuery], Mapping[str, int]]
    sheet: Callable[[int], ResolutionSheet]
    others: Callable[[int], tuple[OtherResolution, ...]]
    cite: Callable[[UpstreamDecision], str]
    notify: Callable[[int, Notice], Outcome]
    verify: Callable[[int, str], Outcome]
    return_work: Callable[[int, str, Sequence[int]], Outcome]
    extend: Callable[[int, Extension], Outcome]
    defer: Callable[[int, str], Outcome]
    supersede: Callable[[int, int | None, str], Outcome]
    revoke: Callable[[int, int | None, str], Outcome]
    undo: Callable[[int, str], Outcome]


class ResolutionsView(ListView, Protocol):
    """What the page offers besides a list."""

    row_chosen: SignalInstance
    resolution_action_requested: SignalInstance
    answer_sent: SignalInstance
    way_wanted: SignalInstance
    band_action_requested: SignalInstance

    def chosen_id(self) -> int | None:
        """The id of the chosen row."""

    def choose(self, record_id: int) -> bool:
        """Stand on a record; whether it is in the list."""

    def enter_detail(self) -> None:
        """Give the keyboard to the detail, opened where it was not."""

    def show_sheet(self, sheet: ResolutionSheet, cite: str) -> None:
        """Show the chosen resolution."""

    def show_no_sheet(self) -> None:
        """None is chosen."""

    def open_form(self, action: ResolutionAction, sheet: ResolutionSheet, others: Sequence[OtherResolution]) -> None:
        """Ask what the action needs."""

    def show_form_refusal(self, field: str, text: str) -> None:
        """Say it beside its field."""

    def close_form(self) -> None:
        """The act is done."""

    def show_action_done(self, action: ResolutionAction, sheet: ResolutionSheet, *, undoable: bool) -> None:
        """Say what was done."""


class ResolutionsController(ListController):
    """A list whose chosen record is read and acted on."""

    def __init__(
        self, view: ResolutionsView, services: ResolutionsServices, first: ListQuery, parent: QObject | None = None
    ) -> None:
        super().__init__(view, services.ids, WATCHED, parent, counts=services.counts, first=first)
        self._page = view
        self._services = services
        self._sheet: ResolutionSheet | None = None
        self._acted_on: ResolutionSheet | None = None
        self.opened.connect(lambda resolution_id: self.navigated.emit(OpenResolution(resolution_id)))
        view.row_chosen.connect(self._read)
        view.resolution_action_requested.connect(self.begin)
        view.answer_sent.connect(self.do)
        view.way_wanted.connect(self._go)
        view.band_action_requested.connect(self._undo_last)

    def visit(self, destination: Destination) -> None:
        """Show the list, and a resolution where one is asked for."""
        if isinstance(destination, OpenResolution):
            self.show(destination.resolution_id)
            return
        self.show()
        # the row that is chosen may be the one that was, and the sheet beside it older than the list
        self._read(self._page.chosen_id() or 0)

    def show(self, resolution_id: int | None = None) -> None:
        """Show the list; with an id that resolution beside it, among all where the list as it stands has it not."""
        super().show()
        if resolution_id is None:
            return
        if not self._page.choose(resolution_id):
            self._query = replace(ListQuery(view=ResolutionView.ALL), sort=self._query.sort)
            super().show()
            self._page.choose(resolution_id)
        self._page.enter_detail()

    def reload(self, changed: Changed) -> None:
        """Read the list again, and the sheet with it."""
        super().reload(changed)
        if changed & self._watched:
            self._read(self._page.chosen_id() or 0)

    def begin(self, action: ResolutionAction) -> None:
        """Go to the tasks, or ask what the action needs."""
        sheet = self._sheet
        if sheet is None:
            return
        if action is _A.TASKS:
            self.navigated.emit(OpenTask(_first_task(sheet)))
            return
        try:
            others = self._services.others(sheet.resolution.id) if action in WITH_OTHERS else ()
        except Refused as refused:
            self._page.show_refusal(sentence(refused))
            return
        self._acted_on = sheet
        self._page.open_form(action, sheet, others)

    def do(self, action: ResolutionAction, answer: ActionAnswer) -> None:
        """Do what was asked for; a refusal stands beside its field and nothing typed is lost."""
        sheet = self._acted_on
        if sheet is None:
            return
        try:
            outcome = self._act(action, sheet.resolution.id, answer)
        except RuleBroken as broken:
            self._page.show_form_refusal(broken.field, sentence(broken))
            return
        except Refused as refused:
            self._page.show_form_refusal("", sentence(refused))
            return
        self._page.close_form()
        self.reload(outcome.changed)
        self.changed.emit(outcome.changed)
        self._page.show_action_done(action, sheet, undoable=action not in FINAL)

    def _act(self, action: ResolutionAction, key: int, answer: ActionAnswer) -> Outcome:
        services, why = self._services, answer.reason
        if action is _A.NOTIFY:
            return services.notify(key, Notice(day=answer.day, letter_number=answer.letter_number, reason=why))
        if action is _A.EXTEND:
            return services.extend(key, Extension(due=answer.day, reason=why, meeting_id=answer.meeting_id))
        if action is _A.RETURN:
            return services.return_work(key, why, answer.task_ids)
        if action in WITH_OTHERS:
            ends = services.supersede if action is _A.SUPERSEDE else services.revoke
            return ends(key, answer.other_id, why)
        plain = {_A.VERIFY: services.verify, _A.DEFER: services.defer, _A.UNDO: services.undo}
        return plain[action](key, why)

    def _undo_last(self) -> None:
        """The band's way back: what was done last is undone without another question."""
        if self._acted_on is not None:
            self.do(_A.UNDO, ActionAnswer())

    def _read(self, resolution_id: int) -> None:
        if not resolution_id:
            self._sheet = None
            self._page.show_no_sheet()
            return
        try:
            self._sheet = self._services.sheet(resolution_id)
        except Refused as refused:
            self._page.show_refusal(sentence(refused))
            return
        upstream = self._sheet.upstream
        self._page.show_sheet(self._sheet, self._services.cite(upstream) if upstream is not None else "")

    def _go(self, way: str) -> None:
        sheet = self._sheet
        if sheet is None:
            return
        if way == "minutes":
            self.navigated.emit(OpenMinutes(sheet.minutes_version_id, sheet.resolution.id))
        elif way == "meeting":
            self.navigated.emit(OpenMeeting(sheet.meeting_id))
        elif way == "extract":
            meeting, resolution = sheet.meeting_id, sheet.resolution.id
            order = PaperOrder(kind=PaperKind.EXTRACT, meeting_id=meeting, resolution_id=resolution)
            self.navigated.emit(OpenPapers(order))
        else:
            newer = next((one.other_id for one in sheet.history if one.other_id and not one.undone), None)
            self.show(newer)


def _first_task(sheet: ResolutionSheet) -> int:
    """The task that is followed up first: the executor's while it is open, else the first open one, else the first."""
    ordered = sorted(sheet.tasks, key=lambda task: (task.state not in OPEN_TASKS, task.role is not TaskRole.EXECUTOR))
    return ordered[0].id
