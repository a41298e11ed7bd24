"""Automatic backups: at the start, at the end, and every twenty minutes if something changed.

They are made in a background thread and copied through the window's own connection, so that work goes on. The second
folder gets one an hour while it is reachable. A failure is shown above everything and never stops the work. The age
of the newest backup is shown at the bottom of the window, and a missing second folder is reminded of once a day.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEventLoop, QObject, QTimer

from desktop_app.domain.calendar.clock import Clock, local_moment
from desktop_app.domain.errors import Refused
from desktop_app.domain.read_models.backups import Backup, BackupKind
from desktop_app.services.office.backups import Backups
from desktop_app.widgets.controls.message_band import MessageBand
from desktop_app.widgets.style.tokens import Tone
from desktop_app.window.backups.memory import BackupSettings
from desktop_app.window.backups.restore_run import short_moment
from desktop_app.window.shell.main_window import MainWindow
from desktop_app.words import backups as words
from desktop_app.words.refusals import sentence
from desktop_app.workers import Cancelled, Watch, Workers

EVERY: Final = 20 * 60 * 1000
"""Milliseconds between two looks whether anything changed."""
SECOND_EVERY: Final = timedelta(hours=1)
"""So long the second place waits for its next one."""
PATIENCE: Final = 600
"""Milliseconds that closing may take in silence."""
AGE_EVERY: Final = 60_000
"""Milliseconds after which the age at the foot is told anew."""


@dataclass(frozen=True, slots=True)
class BackupRound:
    """Result of one check: the newest backup in the data folder, and the backups made or refused."""

    newest: Backup | None
    outcomes: Sequence[Backup | Refused] = ()


class AutomaticBackups(QObject):
    """Makes the automatic backups of an open, writable office."""

    def __init__(
        self,
        window: MainWindow,
        backups: Backups,
        workers: Workers,
        memory: BackupSettings | None,
        clock: Clock,
        parent: QObject | None,
    ) -> None:
        """Start nothing yet; without ``memory`` there is no second backup folder and no reminder."""
        super().__init__(parent)
        self._window, self._backups, self._workers = window, backups, workers
        self._memory, self._clock = memory, clock
        self._newest: Backup | None = None
        self._running = False
        self._bands: dict[str, MessageBand] = {}
        """By title: what is told above everything and was not seen yet."""
        self._again = QTimer(self, interval=EVERY)
        self._again.timeout.connect(self._look)
        self._age = QTimer(self, interval=AGE_EVERY)
        self._age.timeout.connect(self.show_age)

    def begin(self) -> None:
        """Make a backup if one is due, remind of the second folder, and start the timer."""
        self._look()
        self._again.start()
        self._age.start()

    def finish(self) -> None:
        """Make the last backup if one is due; the operator may close without it."""
        self._again.stop()
        self._age.stop()
        loop = QEventLoop(self)
        waiting = QTimer(self, singleShot=True, interval=PATIENCE)
        watch = self._run(lambda _made: loop.quit())

        def give_up() -> None:
            watch.cancel()
            loop.quit()

        waiting.timeout.connect(lambda: self._show_why_closing_waits(give_up))
        waiting.start()
        self._workers.idle.connect(loop.quit)
        if self._workers.busy:
            loop.exec()
        waiting.stop()
        watch.cancel()
        self._workers.wait_until_idle()

    def note_manual_backup(self, backup: Backup) -> None:
        """Note a backup that the operator made, and take the reminder away if it is answered."""
        self._newest = backup
        self.show_age()
        if self._memory is not None and not self._said(self._memory):
            self._take_away(words.REMIND)

    def show_age(self) -> None:
        """Show at the bottom of the window when the newest backup in the data folder was made."""
        foot = self._window.ui.status
        if self._newest is None:
            foot.set_backup(words.AGE_NONE, Tone.WARNING)
            return
        made_at = self._newest.made_at
        minutes = _minutes_between(made_at, self._clock.instant())
        if minutes is not None and minutes < 60:
            foot.set_backup(words.age_minutes(minutes))
        else:
            foot.set_backup(words.age(short_moment(made_at, self._clock.today())))

    def forget(self) -> None:
        """Stop the timers when the office closes."""
        self._again.stop()
        self._age.stop()

    # ---- inside

    def _look(self) -> None:
        # a slow stick may still be written
        if not self._running:
            self._run(self._looked)

    def _looked(self, made: BackupRound) -> None:
        self._newest = made.newest
        self.show_age()
        refused = [sentence(one) for one in made.outcomes if isinstance(one, Refused)]
        unread = max((len(one.unread) for one in made.outcomes if isinstance(one, Backup)), default=0)
        if refused:
            self._tell(words.NOT_MADE, " ".join(refused))
        if unread:
            self._tell(words.NOT_WHOLE, words.unread_files(unread))
        self._remind()

    def _tell(self, title: str, detail: str) -> None:
        """Show a notice; it replaces the one with this title."""
        self._take_away(title)
        band = self._window.show_notice(title, detail, words.SEEN, Tone.WARNING, of_data=True)
        self._bands[title] = band
        band.destroyed.connect(lambda: self._gone(title, band))

    def _take_away(self, title: str) -> None:
        band = self._bands.pop(title, None)
        if band is not None:
            band.hide()
            band.deleteLater()

    def _gone(self, title: str, band: MessageBand) -> None:
        if self._bands.get(title) is band:
            del self._bands[title]

    def _remind(self) -> None:
        """Remind once a day that there is no second backup folder, or that it is out of date."""
        memory, today = self._memory, self._clock.today()
        if memory is None or memory.was_reminded(today):
            return
        said = self._said(memory)
        if said:
            memory.reminded(today)
            self._tell(words.REMIND, said)

    def _said(self, memory: BackupSettings) -> str:
        now = self._backups.moment()
        if now is None:
            return ""
        if memory.folder is None:
            return words.REMIND_CHOOSE
        if memory.moment == now:
            return ""
        with suppress(ValueError):
            days = (self._clock.today() - local_moment(memory.made_at)[0]).days
            return words.remind_days(days) if days else ""
        return words.remind_days(0)

    def _broke(self, error: BaseException) -> None:
        self._running = False
        if not isinstance(error, Cancelled):
            raise error

    def _show_why_closing_waits(self, give_up: Callable[[], object]) -> None:
        """Show why closing waits, with a button to close without the backup."""
        self._window.ui.pages.setEnabled(False)
        self._window.ui.navigation.setEnabled(False)
        notice = self._window.show_notice(words.CLOSING, words.CLOSING_WHY, words.CLOSE_WITHOUT, Tone.PROGRESS)
        notice.action_requested.connect(give_up)
        notice.action_button().setFocus()

    def _run(self, done: Callable[[BackupRound], object]) -> Watch:
        memory = self._memory
        second = None if memory is None or memory.folder is None else (memory.folder, memory.mark)
        due = memory is not None and _is_due(memory.made_at, self._clock.instant())

        def ended(made: BackupRound) -> None:
            self._running = False
            for one in made.outcomes:
                if memory is not None and isinstance(one, Backup) and one.folder.parent == memory.folder:
                    memory.made(one)
            done(made)

        self._running = True
        return self._workers.run_watched(
            lambda watch: self._make_due(second if due else None, watch), ended, self._broke, owner=self
        )

    def _make_due(self, second: tuple[Path, str] | None, watch: Watch) -> BackupRound:
        """Make a backup in each reachable folder that lacks the newest act. Runs in a background thread."""
        outcomes = [self._made_in(self._backups.own, watch)]
        if second is not None and self._backups.is_there(*second):
            outcomes.append(self._made_in(second[0], watch))
        newest: Backup | None = None
        with suppress(Refused):
            newest = self._backups.state(self._backups.own).newest
        return BackupRound(newest, [one for one in outcomes if one is not None])

    def _made_in(self, place: Path, watch: Watch) -> Backup | Refused | None:
        try:
            if self._backups.changed_since(place):
                return self._backups.make(place, BackupKind.AUTOMATIC, watch.progress)
        except Refused as refused:
            return refused
        return None


def _is_due(made_at: str, instant: str) -> bool:
    """Whether the last backup in the second folder is at least an hour old, or its time is invalid."""
    minutes = _minutes_between(made_at, instant)
    return minutes is None or timedelta(minutes=minutes) >= SECOND_EVERY


def _minutes_between(earlier: str, later: str) -> int | None:
    """Return the whole minutes between two instants; None if one is invalid or they are reversed."""
    with suppress(ValueError):
        passed = datetime.fromisoformat(later) - datetime.fromisoformat(earlier)
        return None if passed < timedelta() else passed // timedelta(minutes=1)
    return None
