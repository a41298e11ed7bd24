"""Acts on several tasks at once, done in batches; the refused tasks are listed at the end."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer

from desktop_app.domain.errors import Refused, RuleBroken
from desktop_app.domain.outcome import Changed, ManyTold
from desktop_app.domain.read_models.listing import TaskRow
from desktop_app.domain.rules.notices import Notice
from desktop_app.domain.rules.tasks import News, TaskAction, TaskEntry, TaskState
from desktop_app.domain.text.digits import record_number
from desktop_app.services import lists
from desktop_app.services.context import Context
from desktop_app.services.follow_up.further_notice import tasks_with_corrected_words
from desktop_app.services.follow_up.task_acts import accept_tasks, notify_tasks
from desktop_app.widgets.feedback.dialogs import Dialogs
from desktop_app.widgets.shell.action_bar import PageAction
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.tokens import Tone
from desktop_app.window.tasks.edit_session import TasksEditSession
from desktop_app.words import tasks as words
from desktop_app.words.refusals import sentence

AT_ONCE = 25
"""So many are done between two breaths of the window."""
MOST = 1000
"""So many rows are looked at; more are seldom meant."""
TOLD = 8
"""So many refusals are told one by one."""
Do = Callable[[Context, Sequence[int]], ManyTold]


class SeveralTasks:
    """The part of the tasks controller for several selected rows."""

    def __init__(self, session: TasksEditSession, dialogs: Dialogs) -> None:
        self._session, self._page, self._dialogs = session, session.page, dialogs
        self._ids: tuple[int, ...] = ()
        self._rows: dict[int, TaskRow] = {}
        self._corrected: frozenset[int] = frozenset()
        self._busy = False

    def show(self, task_ids: Sequence[int]) -> None:
        """Show the actions that are possible on the selected tasks."""
        self._ids = tuple(task_ids)
        if len(self._ids) > MOST:
            self._ids, self._rows, self._corrected = (), {}, frozenset()
            self._page.panel.show_many(len(task_ids), ())
            self._page.panel.show_many_done(words.too_many(MOST))
            return
        try:
            rows = lists.TASKS.rows(self._session.context, self._ids)
            self._corrected = tasks_with_corrected_words(self._session.context, self._ids)
        except Refused as refused:
            self._session.show_problem(refused)
            return
        self._rows = {row.id: row for row in rows}
        self._page.panel.show_many(len(self._ids), self._acts())

    def do(self, key: str) -> None:
        """Accept the reports at once, or open the form of a notification."""
        if self._busy:
            return
        if key == TaskAction.ACCEPT:
            news = News(day=self._session.context.clock.today())
            reported = self._of(TaskState.REPORTED)
            self._run(reported, lambda context, ids: accept_tasks(context, ids, news), words.accepted_many)
        elif key == TaskAction.NOTIFY and self._to_notify():
            self._page.panel.open_many_form(self._session.context.clock.today())

    def save(self, entry: TaskEntry) -> None:
        """Notify the units of the selected tasks that need it."""
        if entry.action is TaskAction.NOTIFY and not self._busy:
            self._notify(self._to_notify(), entry)

    def notify_one(self, task_id: int, entry: TaskEntry) -> None:
        """Notify the unit of one task; a refusal is shown beneath its field."""

        def do(context: Context) -> ManyTold:
            told = notify_tasks(context, [task_id], _notice(entry))
            if told.refused:
                raise told.refused[0][1]
            return told

        if self._session.act(do, self._session.show_in_form, accept=self._page.panel.done) is not None:
            self._page.show_done(words.SAID[TaskAction.NOTIFY])

    # ---- inside

    def _acts(self) -> tuple[PageAction, ...]:
        offers = (
            (TaskAction.ACCEPT, self._of(TaskState.REPORTED), words.ACCEPT_MANY, "check"),
            (TaskAction.NOTIFY, self._to_notify(), words.NOTIFY_MANY, "send"),
        )
        found = [
            PageAction(action.value, words.waits(len(waiting), what), icon)
            for action, waiting, what, icon in offers
            if waiting
        ]
        return tuple(act.as_kind(ButtonKind.FILLED) if place == 0 else act for place, act in enumerate(found))

    def _of(self, state: TaskState) -> list[int]:
        return [task_id for task_id in self._ids if self._rows[task_id].state is state]

    def _to_notify(self) -> list[int]:
        """Return the tasks whose units are not notified yet, or not of the corrected wording."""
        unaware = TaskState.ASSIGNED
        return [key for key in self._ids if self._rows[key].state is unaware or key in self._corrected]

    def _notify(self, ids: Sequence[int], entry: TaskEntry) -> None:
        notice = _notice(entry)
        self._run(ids, lambda context, some: notify_tasks(context, some, notice), words.notified_many)

    def _run(self, ids: Sequence[int], do: Do, said: Callable[[int], str]) -> None:
        """Do the act in batches, so that the window stays responsive."""
        if not ids:
            return
        waiting, done, refused = list(ids), 0, list[tuple[int, RuleBroken]]()
        changed = Changed.NOTHING
        self._busy = True
        # they are told one by one, and not taken back together
        self._session.steps.forget()

        def go_on() -> None:
            """Do the next batch and schedule the one after it; a refusal ends the run."""
            nonlocal done, changed
            some, waiting[:] = waiting[:AT_ONCE], waiting[AT_ONCE:]
            try:
                told = self._session.perform(lambda context: do(context, some))
            except Refused as broken:
                self._busy = False
                if changed:
                    # the parts before this one are stored
                    self._session.announce(changed)
                self._refuse(broken)
                return
            done += len(told.done)
            changed |= told.changed
            refused.extend(told.refused)
            if waiting:
                self._page.panel.show_many_done(words.working(len(ids) - len(waiting), len(ids)))
                QTimer.singleShot(0, go_on)
                return
            self._busy = False
            self._finish(said(done), changed, refused)

        go_on()

    def _finish(self, text: str, changed: Changed, refused: Sequence[tuple[int, RuleBroken]]) -> None:
        fields = {broken.field for _, broken in refused if broken.field}
        if changed is Changed.NOTHING and len(fields) == 1:
            self._refuse(refused[0][1])  # the same input stands in the way of all
            return
        told = [
            words.refused_row(
                self._rows[task_id].unit, record_number(self._rows[task_id].resolution_number), sentence(broken)
            )
            for task_id, broken in refused[:TOLD]
        ]
        self._page.panel.done()
        self._session.announce(changed)
        self._page.show_done(text)
        if told:
            more = [words.refused_more(len(refused) - TOLD)] if len(refused) > TOLD else []
            self._dialogs.tell(f"{text} {words.refused_many(len(refused))}", "\n".join([*told, *more]), Tone.WARNING)

    def _refuse(self, refused: Refused) -> None:
        self._session.show_refused(refused, self._session.show_in_form)


def _notice(entry: TaskEntry) -> Notice:
    return Notice(day=entry.news.day, letter_number=entry.news.told_by, reason=entry.news.note)
