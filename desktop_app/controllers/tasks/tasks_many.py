"""Acts on several tasks at once: what may be done with them, doing it bit by bit, and who stayed as they were."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer

from desktop_app.controllers.tasks.tasks_services import TasksServices
from desktop_app.controllers.tasks.tasks_view import TasksView
from desktop_app.domain.errors import Refused, RuleBroken
from desktop_app.domain.read_models.rows import TaskRow
from desktop_app.domain.rules.notices import Notice
from desktop_app.domain.rules.task_acts import News, TaskAction, TaskEntry
from desktop_app.domain.rules.tasks import TaskState
from desktop_app.services.follow_up.task_acts import ManyTold
from desktop_app.services.ports import Changed
from desktop_app.text.follow_up import tasks as words
from desktop_app.text.shared.refusals import sentence
from desktop_app.widgets.controls.button import ButtonKind
from desktop_app.widgets.feedback.dialogs import Dialogs
from desktop_app.widgets.shell.action_bar import PageAction
from desktop_app.widgets.style.tokens import Tone

AT_ONCE = 25
"""So many are done between two breaths of the window."""
MOST = 1000
"""So many rows are looked at; more are seldom meant."""
TOLD = 8
"""So many refusals are told one by one."""
Do = Callable[[Sequence[int]], ManyTold]


class TasksMany:
    """The part of the controller for more than one row."""

    def __init__(
        self, view: TasksView, services: TasksServices, dialogs: Dialogs, announce: Callable[[Changed], object]
    ) -> None:
        self._view, self._services, self._dialogs, self._announce = view, services, dialogs, announce
        self._ids: tuple[int, ...] = ()
        self._rows: dict[int, TaskRow] = {}
        self._busy = False

    def show(self, task_ids: Sequence[int]) -> None:
        """Say what may be done with these."""
        self._ids = tuple(task_ids)
        if len(self._ids) > MOST:
            self._ids, self._rows = (), {}
            self._view.panel.show_many(len(task_ids), ())
            self._view.panel.show_many_done(words.too_many(MOST))
            return
        try:
            rows = self._services.rows(self._ids)
        except Refused as refused:
            self._view.show_refusal(sentence(refused))
            return
        self._rows = {row.id: row for row in rows}
        self._view.panel.show_many(len(self._ids), self._acts())

    def do(self, key: str) -> None:
        """Accept at once; a notification is written down first."""
        if self._busy:
            return
        if key == TaskAction.ACCEPT:
            news = News(day=self._services.today())
            self._run(self._of(TaskState.REPORTED), lambda ids: self._services.accept(ids, news), words.accepted_many)
        elif key == TaskAction.NOTIFY and self._of(TaskState.ASSIGNED):
            self._view.panel.open_many_form(self._services.today())

    def save(self, entry: TaskEntry) -> None:
        """Notify those that wait for it."""
        if entry.action is TaskAction.NOTIFY and not self._busy:
            self._notify(self._of(TaskState.ASSIGNED), entry)

    def notify_one(self, task_id: int, entry: TaskEntry) -> None:
        """Notify the unit of one task; what is refused shows beside its field."""
        try:
            told = self._services.notify([task_id], _notice(entry))
        except Refused as refused:
            self._refuse(refused)
            return
        if told.refused:
            self._refuse(told.refused[0][1])
            return
        self._view.panel.done()
        self._announce(told.changed)
        self._view.show_done(words.SAID[TaskAction.NOTIFY])

    # ---- inside

    def _acts(self) -> tuple[PageAction, ...]:
        offers = (
            (TaskAction.ACCEPT, TaskState.REPORTED, words.ACCEPT_MANY, "check"),
            (TaskAction.NOTIFY, TaskState.ASSIGNED, words.NOTIFY_MANY, "send"),
        )
        found = [
            PageAction(action.value, words.waits(len(self._of(state)), what), icon)
            for action, state, what, icon in offers
            if self._of(state)
        ]
        return tuple(act.as_kind(ButtonKind.FILLED) if place == 0 else act for place, act in enumerate(found))

    def _of(self, state: TaskState) -> list[int]:
        return [task_id for task_id in self._ids if self._rows[task_id].state is state]

    def _notify(self, ids: Sequence[int], entry: TaskEntry) -> None:
        notice = _notice(entry)
        self._run(ids, lambda some: self._services.notify(some, notice), words.notified_many)

    def _run(self, ids: Sequence[int], do: Do, said: Callable[[int], str]) -> None:
        """Do it in bits, so that the window answers meanwhile."""
        if not ids:
            return
        waiting, done, refused = list(ids), 0, list[tuple[int, RuleBroken]]()
        changed = Changed.NOTHING
        self._busy = True

        def go_on() -> None:
            """Do the next few and ask to be called again while some wait; what was refused ends it."""
            nonlocal done, changed
            some, waiting[:] = waiting[:AT_ONCE], waiting[AT_ONCE:]
            try:
                told = do(some)
            except Refused as broken:
                self._busy = False
                if changed:
                    # the parts before this one are stored
                    self._announce(changed)
                self._refuse(broken)
                return
            done += len(told.done)
            changed |= told.changed
            refused.extend(told.refused)
            if waiting:
                self._view.panel.show_many_done(words.working(len(ids) - len(waiting), len(ids)))
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
            words.refused_row(self._rows[task_id].unit, self._rows[task_id].resolution_number, sentence(broken))
            for task_id, broken in refused[:TOLD]
        ]
        self._view.panel.done()
        self._announce(changed)
        self._view.show_done(text)
        if told:
            more = [words.refused_more(len(refused) - TOLD)] if len(refused) > TOLD else []
            self._dialogs.tell(f"{text} {words.refused_many(len(refused))}", "\n".join([*told, *more]), Tone.WARNING)

    def _refuse(self, refused: Refused) -> None:
        text = sentence(refused)
        if not self._view.panel.show_refusal(refused.field, text):
            self._view.show_refusal(text)


def _notice(entry: TaskEntry) -> Notice:
    return Notice(day=entry.news.day, letter_number=entry.news.told_by, reason=entry.news.note)
