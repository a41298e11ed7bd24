"""Controller of «پیگیری»: shows a task next to the list, records the reports of units, and opens linked records."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.paper_orders import PaperOrder
from desktop_app.domain.outcome import Outcome
from desktop_app.domain.read_models.history import RecordKey
from desktop_app.domain.read_models.listing import Filter, FilterKey, ListQuery, TaskView
from desktop_app.domain.rules.tasks import News, Plan, Task, TaskAct, TaskAction, TaskEntry, TaskState, can_undo
from desktop_app.services.context import Context
from desktop_app.services.follow_up import task_acts
from desktop_app.widgets.feedback.dialogs import Dialogs, ReasonQuestion, confirm_leave
from desktop_app.window.kit.destinations import (
    Destination,
    OpenHistory,
    OpenMeeting,
    OpenMinutes,
    OpenPapers,
    OpenRegister,
    OpenResolution,
    OpenTask,
    OpenUnitTasks,
)
from desktop_app.window.kit.task_format import PAPER
from desktop_app.window.kit.undo_list import Do, HowToUndo, undo_by_act
from desktop_app.window.tasks.edit_session import TasksEditSession
from desktop_app.window.tasks.many import SeveralTasks
from desktop_app.window.tasks.page import TasksPage
from desktop_app.words import tasks as words
from desktop_app.words.history import UNDO
from desktop_app.words.refusals_follow_up import TASK

_A = TaskAction


class TasksController(TasksEditSession):
    """Controller of the page of tasks; the list has a controller of its own."""

    def __init__(self, page: TasksPage, context: Context, dialogs: Dialogs, parent: QObject | None = None) -> None:
        super().__init__(page, context, parent)
        self._dialogs = dialogs
        self._many = SeveralTasks(self, dialogs)
        self._once: dict[TaskAction, Callable[[], object]] = {
            _A.ACCEPT: lambda: self._move(_A.ACCEPT, ""),
            _A.RETURN: self.return_report,
            _A.CANCEL: self.cancel_task,
            _A.UNDO: self.take_back,
        }
        page.row_chosen.connect(self._choose)
        page.rows_chosen.connect(self._choose_several)
        page.task_action_requested.connect(self.do)
        page.act_requested.connect(self.do)
        page.band_action_requested.connect(self.undo)
        # the list answers first: it was connected before
        page.query_requested.connect(lambda _query: self.show_units())
        page.search_requested.connect(lambda _text: self.show_units())
        panel = page.panel
        panel.task_action_requested.connect(self.do)
        panel.many_requested.connect(self._many.do)
        panel.saved.connect(self.save)
        panel.link_requested.connect(self._follow)
        panel.task_requested.connect(self._open)

    # ---- showing

    def visit(self, destination: Destination) -> None:
        """Show the list, one task, or the tasks of one unit."""
        self.show(destination.task_id if isinstance(destination, OpenTask) else 0)
        if isinstance(destination, OpenUnitTasks):
            self.show_unit(destination.unit_id)

    def show(self, task_id: int = 0) -> None:
        """Read the list and choose a task; if the present view hides it, show all."""
        self.listing.show()
        if task_id and not self.page.choose(task_id):
            now = self.page.query()
            self.listing.ask(ListQuery(view=TaskView.ALL.value, sort=now.sort, group=now.group))
            self.page.choose(task_id)
        self.show_units()
        self._choose(self.page.chosen_id())
        if task_id:
            self.page.beside.enter()

    def show_unit(self, unit_id: int) -> None:
        """Show the open tasks of one unit."""
        query = ListQuery(view=TaskView.OPEN.value, filters=(Filter(FilterKey.UNIT, str(unit_id)),), sort="due")
        self.listing.ask(query)
        self.show_units()

    def may_leave(self) -> bool:
        """Ask before leaving while typed text is not saved."""
        count = self.page.panel.unfinished()
        if not count:
            return True
        title, loss = words.LEAVE_ASK, words.unfinished(count)
        # what was begun for another task is not seen, so that nobody could answer for it
        save = self.page.panel.save_now if count == 1 and self.page.panel.is_typing() else None
        if not confirm_leave(self._dialogs, title, loss, stay=words.LEAVE_STAY, leave=words.LEAVE_GO, save=save):
            return False
        self.page.panel.forget()
        return True

    # ---- actions

    def do(self, key: str) -> None:
        """Do an action by its key: open its form, do it at once, or ask first."""
        action = TaskAction(key)
        if len(self.page.chosen_ids()) > 1:
            self._many.do(key)
        elif self.sheet is not None and action not in self.sheet.actions:
            now, offered = self.sheet.task.state, self.sheet.actions
            waits = now is TaskState.ASSIGNED and _A.NOTIFY in offered
            self.page.show_refusal(words.not_now(words.ACTIONS[action], TASK[now], waits=waits))
        elif self.sheet is not None:
            once = self._once.get(action)
            if once is not None:
                once()
            else:
                self.page.open_form(action)

    def save(self, entry: TaskEntry) -> None:
        """Record the entry of the form."""
        if len(self.page.chosen_ids()) > 1:
            self._many.save(entry)
            return
        if self.sheet is None:
            return
        task_id, news = self.sheet.task.id, entry.news
        if entry.action is _A.PROGRESS:
            self._act(entry.action, lambda context: task_acts.record_progress(context, task_id, entry.percent, news))
        elif entry.action is _A.PLAN:
            plan = Plan(text=news.note, due=entry.due)
            told = News(day=news.day, told_by=news.told_by)
            self._act(entry.action, lambda context: task_acts.tell_plan(context, task_id, plan, told))
        elif entry.action is _A.NOTIFY:
            self._many.notify_one(task_id, entry)
        else:
            self._act(entry.action, lambda context: task_acts.move_task(context, task_id, entry.action, news))

    def return_report(self) -> None:
        """Ask for the reason, then return the report to its unit."""
        question = ReasonQuestion(words.RETURN_ASK, words.RETURN_WHY, words.REASON, words.ACTIONS[_A.RETURN])
        reason = self._dialogs.reason(question)
        if reason is not None:
            self._move(_A.RETURN, reason)

    def cancel_task(self) -> None:
        """Ask for the reason, then cancel the task for good."""
        verb = words.ACTIONS[_A.CANCEL]
        question = ReasonQuestion(words.CANCEL_ASK, words.CANCEL_WHY, words.REASON, verb, dangerous=True)
        reason = self._dialogs.reason(question)
        if reason is not None:
            self._move(_A.CANCEL, reason)

    def take_back(self) -> None:
        """Undo the last act of the shown task, whenever it was done."""
        if self.sheet is not None:
            task_id = self.sheet.task.id
            self._act(_A.UNDO, lambda context: task_acts.take_back(context, task_id))

    # ---- inside

    def _move(self, action: TaskAction, reason: str) -> None:
        if self.sheet is not None:
            task_id = self.sheet.task.id
            news = News(day=self.context.clock.today(), note=reason)
            self._act(action, lambda context: task_acts.move_task(context, task_id, action, news))

    def _act(self, action: TaskAction, do: Callable[[Context], Outcome]) -> None:
        what = words.step(action, self.sheet.unit.name if self.sheet is not None else "")
        back = HowToUndo(what, undo_by_act(do, _undo_of_task_act)) if action is not _A.UNDO else None
        outcome = self.act(do, self.show_in_form, accept=self.page.panel.done, back=back)
        if outcome is None:
            return
        if self.sheet is None or self.sheet.task.id != outcome.id:
            # the view has it no more, and the form that shows now is another unit's
            self.page.beside.leave()
        self.page.show_done(words.SAID[action], UNDO if self.steps.last_done() is not None else "")

    def _choose(self, task_id: int) -> None:
        if len(self.page.chosen_ids()) < 2:
            self.show_task(task_id)

    def _choose_several(self, task_ids: tuple[int, ...]) -> None:
        if task_ids:
            self.sheet = None
            self._many.show(task_ids)
        else:
            self._choose(self.page.chosen_id())

    def history_key(self) -> RecordKey | None:
        """Return the key of the chosen task."""
        return RecordKey("task", self.sheet.task.id) if self.sheet is not None else None

    def _open(self, task_id: int) -> None:
        if not self.page.choose(task_id):
            self.show_task(task_id)

    def _follow(self, link: str) -> None:
        sheet = self.sheet
        if sheet is not None and self.may_leave():
            reminder = PaperOrder(kind=PaperKind.REMINDER, unit_id=sheet.unit.id)
            ways: dict[str, Destination] = {
                "reminder": OpenPapers(reminder),
                "resolution": OpenResolution(sheet.resolution.id),
                "minutes": OpenMinutes(sheet.minutes_version_id),
                "meeting": OpenMeeting(sheet.meeting_id),
                "history": OpenHistory(self.history_key()),
            }
            ways |= {f"{PAPER}{one.line}": OpenRegister(one.line) for one in sheet.papers}
            self.navigated.emit(ways[link])


def _undo_of_task_act(made: Outcome) -> Do | None:
    """Return the act that undoes one act on a task, and nothing later; None if it cannot be undone."""
    records = [row.after for row in made.written]
    task = next((one for one in records if isinstance(one, Task)), None)
    done = next((one for one in records if isinstance(one, TaskAct)), None)
    if task is None or done is None or not can_undo(task, done):
        return None
    return lambda context: task_acts.take_back(context, task.id, done=done)
