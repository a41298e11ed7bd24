"""Controller of «مصوبات»: the list, the chosen resolution, and every act on it."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.paper_orders import PaperOrder
from desktop_app.domain.errors import Refused
from desktop_app.domain.outcome import Changed, Outcome
from desktop_app.domain.read_models.follow_up_sheets import ResolutionSheet
from desktop_app.domain.read_models.history import RecordKey
from desktop_app.domain.rules.notices import Notice
from desktop_app.domain.rules.resolution_actions import ActionAnswer, ResolutionAction
from desktop_app.domain.rules.tasks import OPEN_TASKS, TaskRole
from desktop_app.services import lists
from desktop_app.services.context import Context
from desktop_app.services.follow_up import resolution_acts
from desktop_app.services.follow_up.notifying import notify
from desktop_app.services.follow_up.resolution_sheet import later_resolutions, resolution_sheet
from desktop_app.widgets.feedback.dialogs import Dialogs
from desktop_app.window.kit.destinations import (
    Destination,
    OpenMeeting,
    OpenMinutes,
    OpenPapers,
    OpenRegister,
    OpenResolution,
    OpenTask,
)
from desktop_app.window.kit.list_controller import ListReads
from desktop_app.window.kit.page_controller import Refuse, to_history
from desktop_app.window.kit.record_controller import RecordController
from desktop_app.window.kit.resolution_format import PAPER, name_of
from desktop_app.window.kit.resolution_way_back import undo_of_resolution_act
from desktop_app.window.kit.undo_list import HowToUndo, undo_by_act
from desktop_app.window.resolutions.page import ResolutionsPage
from desktop_app.words import resolutions as words
from desktop_app.words.refusals import sentence

_A = ResolutionAction
READS = ListReads.of(
    lists.RESOLUTIONS,
    # of the settings the sheet shows the calendar, by which days are read, and the codes of axes
    Changed.RESOLUTIONS | Changed.TASKS | Changed.MINUTES | Changed.MEETINGS | Changed.MEMBERS | Changed.SETTINGS,
)
WITH_OTHERS = frozenset({_A.SUPERSEDE, _A.REVOKE})
FINAL = frozenset({_A.NOTIFY, _A.UNDO})
"""What has no way back from the band: a letter that was sent, and the way back itself."""


class ResolutionsController(RecordController[ResolutionSheet]):
    """Shows the list, reads the chosen resolution, and does the acts on it."""

    page: ResolutionsPage

    def __init__(
        self, page: ResolutionsPage, context: Context, dialogs: Dialogs, parent: QObject | None = None
    ) -> None:
        super().__init__(page, context, dialogs, READS, resolution_sheet, parent)
        self._acted_on: ResolutionSheet | None = None
        page.resolution_action_requested.connect(self.begin)
        page.answer_sent.connect(self.do_action)

    def id_in(self, destination: Destination) -> int:
        """Return the id of the resolution that a destination names."""
        return destination.resolution_id if isinstance(destination, OpenResolution) else 0

    def begin(self, action: ResolutionAction) -> None:
        """Open the tasks, or the form that the action needs."""
        sheet = self.page.record()
        if sheet is None:
            return
        if action is _A.TASKS:
            self.navigated.emit(OpenTask(_first_task(sheet)))
            return
        try:
            others = later_resolutions(self.context, sheet.resolution.id) if action in WITH_OTHERS else ()
        except Refused as refused:
            self.show_problem(refused)
            return
        self._acted_on = sheet
        self.page.open_form(action, sheet, others)

    def do_action(self, action: ResolutionAction, answer: ActionAnswer) -> None:
        """Do the act of the form; a refusal is shown beneath its field and keeps the typed text."""
        sheet = self._acted_on
        if sheet is None:
            return
        key = sheet.resolution.id

        def act(context: Context) -> Outcome:
            return _done(context, action, key, answer)

        what = words.action_title(action.value, name_of(sheet))
        back = HowToUndo(what, undo_by_act(act, undo_of_resolution_act(key))) if action not in FINAL else None
        made = self.act(act, accept=self.page.close_sheet, back=back)
        if made is not None:
            self.page.show_action_done(action, sheet, undoable=action not in FINAL)

    def show_refused(self, refused: Refused, _refuse: Refuse) -> None:
        """Show a refusal beneath its field or above the form's buttons; without a form above the list."""
        self.page.show_form_refusal(refused.field, sentence(refused))

    def show_step(self, made: Outcome, said: str) -> None:
        """Choose the resolution that undo or redo changed, if the list has it."""
        self.page.choose(made.id)
        super().show_step(made, said)

    def history_key(self) -> RecordKey | None:
        """Return the key of the chosen resolution."""
        sheet = self.page.record()
        return RecordKey("resolution", sheet.resolution.id) if sheet is not None else None

    def do(self, way: str) -> None:
        """Do the act of the form; a refusal is shown beneath its field and keeps the typed text."""
        sheet = self.page.record()
        if sheet is None:
            return
        if way == "minutes":
            self.navigated.emit(OpenMinutes(sheet.minutes_version_id, sheet.resolution.id))
        elif way == "meeting":
            self.navigated.emit(OpenMeeting(sheet.meeting_id))
        elif way == "history":
            to_history(self)
        elif way == "extract":
            meeting, resolution = sheet.meeting_id, sheet.resolution.id
            order = PaperOrder(kind=PaperKind.EXTRACT, meeting_id=meeting, resolution_id=resolution)
            self.navigated.emit(OpenPapers(order))
        elif way.startswith(PAPER):
            self.navigated.emit(OpenRegister(int(way.removeprefix(PAPER))))
        else:
            newer = next((one.other_id for one in sheet.history if one.other_id and not one.undone), None)
            self.visit(OpenResolution(newer or 0))


def _done(context: Context, action: ResolutionAction, key: int, answer: ActionAnswer) -> Outcome:
    """Call the service of the action with the answer."""
    why = answer.reason
    if action is _A.NOTIFY:
        return notify(context, key, Notice(day=answer.day, letter_number=answer.letter_number, reason=why))
    if action is _A.EXTEND:
        return resolution_acts.extend(context, key, answer.extension())
    if action is _A.RETURN:
        return resolution_acts.return_work(context, key, why, answer.task_ids)
    if action in WITH_OTHERS:
        end = resolution_acts.supersede if action is _A.SUPERSEDE else resolution_acts.revoke
        return end(context, key, answer.other_id, why)
    plain = {_A.VERIFY: resolution_acts.verify, _A.DEFER: resolution_acts.defer, _A.UNDO: resolution_acts.undo}
    return plain[action](context, key, why)


def _first_task(sheet: ResolutionSheet) -> int:
    """Return the task to follow up first: the executor's if open, else the first open one, else the first."""
    ordered = sorted(sheet.tasks, key=lambda task: (task.state not in OPEN_TASKS, task.role is not TaskRole.EXECUTOR))
    return ordered[0].id
