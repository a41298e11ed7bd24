"""Automatic backups: at the start and at the end where something was recorded since the last one, and the reminder.

They run off the main thread and copy through the window's own connection, so that work goes on meanwhile. A second
place that is plugged in gets its backup too. What fails is told above everything and never stops the work.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEventLoop, QObject, QTimer

from desktop_app import paths
from desktop_app.controllers.backups.backups_memory import BackupsMemory
from desktop_app.domain.calendar.clock import Clock, local_moment
from desktop_app.domain.errors import Refused
from desktop_app.domain.read_models.backups import Backup, BackupKind
from desktop_app.services.office.backups import Backups
from desktop_app.text.office import backups as words
from desktop_app.text.shared.refusals import sentence
from desktop_app.views.shell.main_window import MainWindow
from desktop_app.widgets.feedback.message_band import MessageBand
from desktop_app.widgets.style.tokens import Tone
from desktop_app.workers import Cancelled, Watch, Workers

AGAIN: Final = 4 * 3600 * 1000
"""Milliseconds after which the reminder comes back while the window stays open."""
PATIENCE: Final = 600
"""Milliseconds that closing may take in silence."""


class AutomaticBackups(QObject):
    """Of one open office that can be written."""

    def __init__(
        self,
        window: MainWindow,
        backups: Backups,
        workers: Workers,
        memory: BackupsMemory | None,
        clock: Clock,
        parent: QObject | None,
    ) -> None:
        """Without a ``memory`` there is no second place, and nothing is reminded of."""
        super().__init__(parent)
        self._window, self._backups, self._workers = window, backups, workers
        self._memory, self._clock = memory, clock
        self._reminder: MessageBand | None = None
        self._outgrown: tuple[Path | None, int] = None, 0
        """The second place as it was last seen, and the bytes of a database that nears what fits into it."""
        self._again = QTimer(self, interval=AGAIN)
        self._again.timeout.connect(self.remind)
        workers.idle.connect(self._look_again)

    def begin(self) -> None:
        """At the start: what a kill left behind goes, a backup where one is due, then the reminder."""
        self._run(self.remind)
        self._again.start()

    def finish(self) -> None:
        """At the end: a backup where one is due; whoever is in a hurry may close without it."""
        self._again.stop()
        loop = QEventLoop(self)
        watch = self._run(loop.quit)

        def give_up() -> None:
            watch.cancel()
            loop.quit()

        waiting = QTimer(self, singleShot=True, interval=PATIENCE)
        waiting.timeout.connect(lambda: self._tell_waiting(give_up))
        waiting.start()
        self._workers.idle.connect(loop.quit)
        if self._workers.busy:
            loop.exec()
        waiting.stop()
        watch.cancel()
        self._workers.wait_until_idle()

    def remind(self) -> None:
        """Say that there is no second place, since when nothing was verified there, or that it will soon be too small.

        Nothing where all is well.
        """
        said = self._overdue() or self._too_small()
        self.forget()
        if said:
            self._reminder = self._window.show_notice(words.REMIND, said, words.SEEN, Tone.WARNING)
            self._reminder.destroyed.connect(self._forget_reminder)

    def forget(self) -> None:
        """Take the reminder away."""
        if self._reminder is not None:
            self._reminder.hide()
            self._reminder.deleteLater()
            self._reminder = None

    # ---- inside

    def _look_again(self) -> None:
        """A backup may just have been made in a second place: what is no longer true does not stay."""
        if self._reminder is not None and not (self._overdue() or self._too_small()):
            self.forget()

    def _tell_waiting(self, give_up: Callable[[], object]) -> None:
        """Say in the window why closing waits, with a way out; nothing else can be done in it any more."""
        self._window.ui.pages.setEnabled(False)
        self._window.ui.navigation.setEnabled(False)
        notice = self._window.show_notice(words.CLOSING, words.CLOSING_WHY, words.CLOSE_WITHOUT, Tone.PROGRESS)
        notice.action_requested.connect(give_up)
        notice.action_button().setFocus()

    def _forget_reminder(self) -> None:
        self._reminder = None

    def _overdue(self) -> str:
        try:
            now = self._backups.moment()
        except Refused:
            return ""
        if now is None or self._memory is None:
            return ""
        if self._memory.folder is None:
            return words.REMIND_CHOOSE
        made = self._memory.made_for(now.committee)
        if not made.made_at:
            return words.remind_days(0)
        days = (self._clock.today() - local_moment(made.made_at)[0]).days
        return words.remind_days(days) if days >= 1 and made.moment != now else ""

    def _too_small(self) -> str:
        place, database = self._outgrown
        return (
            words.outgrows(database) if database and self._memory is not None and place == self._memory.folder else ""
        )

    def _run(self, done: Callable[[], object]) -> Watch:
        second = None if self._memory is None else self._memory.folder

        def failed(error: BaseException) -> None:
            # a place that refuses is told by its own sentence; given up is nobody's fault
            if not isinstance(error, Cancelled):
                raise error

        def ended(outcomes: tuple[Backup | Refused, ...]) -> None:
            for outcome in outcomes:
                if isinstance(outcome, Refused):
                    self._window.show_notice(words.NOT_MADE, sentence(outcome), words.SEEN, Tone.WARNING)
                elif self._memory is not None and outcome.folder.parent == second:
                    self._memory.made(outcome)
            done()

        return self._workers.run_watched(lambda watch: self._make_due(second, watch), ended, failed, owner=self)

    def _make_due(self, second: Path | None, watch: Watch) -> tuple[Backup | Refused, ...]:
        """Off the main thread: in each place that is there and has not the newest act, whatever the other one says."""
        places = [self._backups.own]
        if second is not None and paths.is_folder(second):
            places.append(second)
            self._outgrown = second, self._backups.cautions(second).outgrown
        found = (self._made_in(place, watch) for place in places)
        return tuple(one for one in found if one is not None)

    def _made_in(self, place: Path, watch: Watch) -> Backup | Refused | None:
        try:
            if self._backups.changed_since(place):
                return self._backups.make(place, BackupKind.AUTOMATIC, watch.progress)
        except Refused as refused:
            return refused
        return None
