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
        memory: BackupsMemory,
        clock: Clock,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._window, self._backups, self._workers = window, backups, workers
        self._memory, self._clock = memory, clock
        self._reminder: MessageBand | None = None
        self._again = QTimer(self, interval=AGAIN)
        self._again.timeout.connect(self.remind)
        workers.idle.connect(self._look_again)

    def begin(self) -> None:
        """At the start: what a kill left behind goes, a backup where one is due, then the reminder."""
        self._run(lambda _made: self.remind())
        self._again.start()

    def finish(self) -> None:
        """At the end: a backup where one is due; whoever is in a hurry may close without it."""
        self._again.stop()
        loop = QEventLoop(self)
        watch = self._run(lambda _made: loop.quit())

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
        """Say that there is no second place, or since when nothing was verified there; nothing where all is well."""
        said = self._overdue()
        self.forget()
        if said:
            self._reminder = self._window.show_notice(words.REMIND, said, words.SEEN)
            self._reminder.show_message(words.REMIND, said, Tone.WARNING, words.SEEN)
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
        if self._reminder is not None and not self._overdue():
            self.forget()

    def _tell_waiting(self, give_up: Callable[[], object]) -> None:
        """Say in the window why closing waits, with a way out; nothing else can be done in it any more."""
        self._window.ui.pages.setEnabled(False)
        self._window.ui.navigation.setEnabled(False)
        notice = self._window.show_notice(words.CLOSING, words.CLOSING_WHY, words.CLOSE_WITHOUT)
        notice.show_message(words.CLOSING, words.CLOSING_WHY, Tone.PROGRESS, words.CLOSE_WITHOUT)
        notice.action_requested.connect(give_up)
        notice.action_button().setFocus()

    def _forget_reminder(self) -> None:
        self._reminder = None

    def _overdue(self) -> str:
        try:
            if not self._backups.founded():
                return ""
            known = self._memory.read()
            if known.folder is None:
                return words.REMIND_CHOOSE
            if self._backups.last_entry() <= known.last_entry:
                return ""
        except Refused:
            return ""
        if not known.made_at:
            return words.remind_days(0)
        days = (self._clock.today() - local_moment(known.made_at)[0]).days
        return words.remind_days(days) if days >= 1 else ""

    def _run(self, done: Callable[[tuple[Backup, ...]], object]) -> Watch:
        def failed(error: BaseException) -> None:
            if isinstance(error, Cancelled):
                return
            if not isinstance(error, Refused):
                raise error
            self._window.show_notice(words.NOT_MADE, sentence(error), words.SEEN).show_message(
                words.NOT_MADE, sentence(error), Tone.WARNING, words.SEEN
            )
            done(())

        def made(found: tuple[Backup, ...]) -> None:
            second = self._memory.read().folder
            for backup in found:
                if backup.folder.parent == second:
                    self._memory.made(backup)
            done(found)

        return self._workers.run_watched(self._make_due, made, failed, owner=self)

    def _make_due(self, watch: Watch) -> tuple[Backup, ...]:
        """Off the main thread: in each place that is there and has not the newest act."""
        second = self._memory.read().folder
        places: list[Path] = [self._backups.own]
        if second is not None and paths.is_folder(second):
            places.append(second)
        due = (place for place in places if self._backups.changed_since(place))
        return tuple(self._backups.make(place, BackupKind.AUTOMATIC, watch.progress) for place in due)
