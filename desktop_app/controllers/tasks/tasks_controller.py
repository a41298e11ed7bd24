"""«پیگیری»: shows a task beside the list, writes down what units tell, and leads to where it was decided."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop_app.controllers.lists.list_controller import ListController
from desktop_app.controllers.shell.destinations import (
    Destination,
    OpenMeeting,
    OpenMinutes,
    OpenPapers,
    OpenResolution,
    OpenTask,
    OpenUnitTasks,
)
from desktop_app.controllers.shell.page_controller import PageController
from desktop_app.controllers.tasks.tasks_many import TasksMany
from desktop_app.controllers.tasks.tasks_services import TasksServices, tasks_services
from desktop_app.controllers.tasks.tasks_view import TasksView
from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.paper_orders import PaperOrder
from desktop_app.domain.errors import Refused
from desktop_app.domain.read_models.listing import Filter, FilterKey, ListQuery, TaskView
from desktop_app.domain.read_models.task_sheet import TaskSheet
from desktop_app.domain.rules.task_acts import News, Plan, TaskAction, TaskEntry
from desktop_app.services.outcome import Outcome
from desktop_app.services.ports import Changed
from desktop_app.text.follow_up import tasks as words
from desktop_app.text.rules.states import TASK
from desktop_app.text.shared.refusals import sentence
from desktop_app.widgets.feedback.dialogs import Dialogs, ReasonQuestion, sure_to_leave

__all__ = ["WATCHED", "TasksController", "TasksServices", "tasks_services"]

WATCHED = Changed.TASKS | Changed.RESOLUTIONS | Changed.MINUTES | Changed.MEMBERS
_A = TaskAction


class TasksController(PageController):
    """Over the list's own controller; ``show`` may be asked for one task."""

    def __init__(
        self,
        view: TasksView,
        services: TasksServices,
        dialogs: Dialogs,
        listing: ListController,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._view, self._services, self._dialogs, self._listing = view, services, dialogs, listing
        self._sheet: TaskSheet | None = None
        self._last = 0
        self._many = TasksMany(view, services, dialogs, self._announce)
        self._once: dict[TaskAction, Callable[[], object]] = {
            _A.ACCEPT: lambda: self._move(_A.ACCEPT, ""),
            _A.RETURN: self.return_report,
            _A.CANCEL: self.cancel_task,
            _A.UNDO: self.take_back,
        }
        view.row_chosen.connect(self._choose)
        view.rows_chosen.connect(self._choose_several)
        view.task_action_requested.connect(self.do)
        view.act_requested.connect(self.do)
        view.band_action_requested.connect(self._undo_last)
        # the list answers first: it was connected before
        view.query_requested.connect(lambda _query: self._show_units())
        view.search_requested.connect(lambda _text: self._show_units())
        panel = view.panel
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
        """Read the list; with a task, stand on it, among all where the list as it stands has it not."""
        self._listing.show()
        if task_id and not self._view.choose(task_id):
            now = self._view.query()
            self._listing.ask(ListQuery(view=TaskView.ALL.value, sort=now.sort, group=now.group))
            self._view.choose(task_id)
        self._show_units()
        self._choose(self._view.chosen_id() or 0)
        if task_id:
            self._view.enter_detail()

    def show_unit(self, unit_id: int) -> None:
        """The open tasks of one unit."""
        query = ListQuery(view=TaskView.OPEN.value, filters=(Filter(FilterKey.UNIT, str(unit_id)),), sort="due")
        self._listing.ask(query)
        self._show_units()

    def reload(self, changed: Changed) -> None:
        """Read again when another page changed what shows here."""
        if changed & WATCHED:
            self._refresh()

    def may_leave(self) -> bool:
        """Ask when something is typed that was not saved."""
        count = self._view.panel.unfinished()
        if not count:
            return True
        title, loss = words.LEAVE_ASK, words.unfinished(count)
        if not sure_to_leave(self._dialogs, title, loss, stay=words.LEAVE_STAY, leave=words.LEAVE_GO):
            return False
        self._view.panel.forget()
        return True

    # ---- actions

    def do(self, key: str) -> None:
        """An action by its key: written down in the form, done at once, or asked about."""
        action = TaskAction(key)
        if len(self._view.chosen_ids()) > 1:
            self._many.do(key)
        elif self._sheet is not None and action not in self._sheet.actions:
            state = TASK[self._sheet.task.state]
            self._view.show_refusal(words.not_now(words.ACTIONS[action], state, waits=_A.NOTIFY in self._sheet.actions))
        elif self._sheet is not None:
            once = self._once.get(action)
            if once is not None:
                once()
            else:
                self._view.open_form(action)

    def save(self, entry: TaskEntry) -> None:
        """Take what was typed in the form."""
        if len(self._view.chosen_ids()) > 1:
            self._many.save(entry)
            return
        if self._sheet is None:
            return
        task_id, news = self._sheet.task.id, entry.news
        if entry.action is _A.PROGRESS:
            self._act(entry.action, lambda: self._services.progress(task_id, entry.percent, news))
        elif entry.action is _A.PLAN:
            plan = Plan(text=news.note, due=entry.due)
            told = News(day=news.day, told_by=news.told_by)
            self._act(entry.action, lambda: self._services.plan(task_id, plan, told))
        elif entry.action is _A.NOTIFY:
            self._many.notify_one(task_id, entry)
        else:
            self._act(entry.action, lambda: self._services.move(task_id, entry.action, news))

    def return_report(self) -> None:
        """Ask for the reason, then give the report back to its unit."""
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
        """Take the last act of the task that shows back."""
        if self._sheet is not None:
            task_id = self._sheet.task.id
            self._act(_A.UNDO, lambda: self._services.take_back(task_id))

    # ---- inside

    def _move(self, action: TaskAction, reason: str) -> None:
        if self._sheet is not None:
            task_id = self._sheet.task.id
            news = News(day=self._services.today(), note=reason)
            self._act(action, lambda: self._services.move(task_id, action, news))

    def _act(self, action: TaskAction, do: Callable[[], Outcome]) -> None:
        try:
            outcome = do()
        except Refused as refused:
            self._refuse(refused)
            return
        self._last = outcome.id if action not in {_A.UNDO, _A.CANCEL, _A.NOTIFY} else 0
        self._view.panel.done()
        self._announce(outcome.changed)
        if self._sheet is None or self._sheet.task.id != outcome.id:
            # the view has it no more, and the form that shows now is another unit's
            self._view.leave_detail()
        self._view.show_done(words.SAID[action], words.TAKE_BACK if self._last else "")

    def _refuse(self, refused: Refused) -> None:
        text = sentence(refused)
        if not self._view.panel.show_refusal(refused.field, text):
            self._view.show_refusal(text)

    def _undo_last(self) -> None:
        task_id, self._last = self._last, 0
        if task_id:
            self._act(_A.UNDO, lambda: self._services.take_back(task_id))

    def _announce(self, changed: Changed) -> None:
        """Read again here, and tell the others."""
        self._refresh()
        self.changed.emit(changed)

    def _refresh(self) -> None:
        kept = self._sheet.task.id if self._sheet is not None else 0
        self._listing.show()
        self._show_units()
        if kept and self._sheet is not None and self._sheet.task.id == kept:
            self._show(kept)

    def _show_units(self) -> None:
        query = self._view.query()
        without = tuple(one for one in query.filters if one.key not in {FilterKey.UNIT, FilterKey.PARTY})
        try:
            counts = self._services.unit_counts(ListQuery(search=query.search, view=query.view, filters=without))
        except Refused as refused:
            self._view.show_refusal(sentence(refused))
            return
        self._view.show_units(counts, query)

    def _choose(self, task_id: int) -> None:
        if len(self._view.chosen_ids()) > 1:
            return
        if task_id:
            self._show(task_id)
        else:
            self._sheet = None
            self._view.panel.show_nothing()

    def _choose_several(self, task_ids: tuple[int, ...]) -> None:
        if task_ids:
            self._sheet = None
            self._many.show(task_ids)
        else:
            self._choose(self._view.chosen_id() or 0)

    def _open(self, task_id: int) -> None:
        if not self._view.choose(task_id):
            self._show(task_id)

    def _show(self, task_id: int) -> None:
        try:
            self._sheet = self._services.sheet(task_id)
        except Refused as refused:
            self._view.show_refusal(sentence(refused))
            return
        self._view.panel.show_sheet(self._sheet)

    def _follow(self, link: str) -> None:
        sheet = self._sheet
        if sheet is not None and self.may_leave():
            reminder = PaperOrder(kind=PaperKind.REMINDER, unit_id=sheet.unit.id)
            ways: dict[str, Destination] = {
                "reminder": OpenPapers(reminder),
                "resolution": OpenResolution(sheet.resolution.id),
                "minutes": OpenMinutes(sheet.minutes_version_id),
                "meeting": OpenMeeting(sheet.meeting_id),
            }
            self.navigated.emit(ways[link])
