"""Runs a restore off the main thread; and the rows and texts about backups.

A restore shows its progress, can be given up before its last step, and is safe when the window closes.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Protocol

from PySide6.QtCore import QObject

from desktop_app.domain.calendar.clock import local_moment
from desktop_app.domain.calendar.jalali import format_date
from desktop_app.domain.progress import Progress
from desktop_app.domain.read_models.backups import LAST_STEP, Backup, BackupFolderState, Restored, RestorePlan
from desktop_app.domain.text.digits import persian_time
from desktop_app.widgets.feedback.dialogs import Dialogs, confirm_leave
from desktop_app.widgets.style.tokens import Tone
from desktop_app.window.backups.page import BackupRow
from desktop_app.words import backups as words
from desktop_app.words.restore_plan import plan_lines, restored_lines
from desktop_app.workers import OnError, Watch, Workers


def moment(instant: str) -> str:
    """Return the Jalali day and time of an instant; a dash for None."""
    try:
        day, time = local_moment(instant)
    except ValueError:
        return "–"
    return f"{format_date(day)}، {persian_time(time)}"


def short_moment(instant: str, today: date) -> str:
    """Return the day and time, shortened for today and yesterday."""
    try:
        day, time = local_moment(instant)
    except ValueError:
        return "–"
    named = {today: words.TODAY, today - timedelta(days=1): words.YESTERDAY}.get(day, format_date(day))
    return f"{named} {persian_time(time)}"


def verdict(backup: Backup) -> str:
    """Return the text of the verdict over a backup."""
    return words.verdict(
        backup.verdict.value, backup.flaw.value if backup.flaw else "", backup.detail, len(backup.lost)
    )


def state_of(
    own: BackupFolderState, second: BackupFolderState | None, last_second: str, today: date
) -> tuple[str, Tone]:
    """Return the sentence about the last backups, and its tone.

    ``last_second`` is the instant of the last backup in the second place, where that is not there now.
    """
    newest = own.newest
    here = short_moment(newest.made_at, today) if newest is not None else ""
    if second is None:
        return words.state(here, words.NO_SECOND), Tone.WARNING
    there = second.newest
    made_at = there.made_at if second.reached and there is not None else last_second
    told = words.second_state(short_moment(made_at, today) if made_at else "", reached=second.reached)
    fit = second.reached and bool(made_at) and not second.same_disk and bool(here)
    sentence = words.state(here, told)
    return (f"{sentence} {words.SAME_DISK}" if second.same_disk else sentence), Tone.DONE if fit else Tone.WARNING


def row_of(backup: Backup, *, here: bool) -> BackupRow:
    """Return the list row of a backup."""
    return BackupRow(
        backup,
        (
            words.HERE if here else words.ELSEWHERE,
            moment(backup.made_at),
            words.KINDS[backup.kind.value],
            words.size(backup.size),
            verdict(backup),
        ),
    )


def plan_text(plan: RestorePlan) -> str:
    """What a restore would do, in the words of its question."""
    return "\n".join(plan_lines(plan, moment))


def restored_text(done: Restored) -> str:
    """Return what a restore did, in one paragraph."""
    return " ".join(restored_lines(done, moment))


class ShowsRestore(Protocol):
    """Interface of a page that shows the progress of a restore."""

    def show_restore(self, percent: int) -> None:
        """Show the restore, which can still be cancelled."""

    def show_last_step(self) -> None:
        """Show the last step, which cannot be cancelled."""

    def show_giving_up(self) -> None:
        """Show that the restore is being cancelled."""


class RestoreRun(QObject):
    """Runs restores, one at a time, and shows them on one page."""

    def __init__(self, page: ShowsRestore, workers: Workers, dialogs: Dialogs, parent: QObject) -> None:
        super().__init__(parent)
        self._page, self._workers, self._dialogs = page, workers, dialogs
        self._watch: Watch | None = None
        self._last = False
        self.given_up = False
        """Whether it was asked to end; one that was in its last step by then is done all the same."""

    def begin(self, work: Callable[[Progress], Restored], done: Callable[[Restored], object], failed: OnError) -> None:
        """Start a restore; on cancelling, ``failed`` gets :class:`~desktop_app.workers.Cancelled`."""
        self._last = self.given_up = False

        def over(restored: Restored) -> None:
            self._watch = None
            done(restored)

        def not_done(error: BaseException) -> None:
            self._watch = None
            failed(error)

        self._page.show_restore(0)
        self._watch = self._workers.run_watched(
            lambda watch: work(watch.progress), over, not_done, on_progress=self._progress, owner=self
        )

    def give_up(self) -> None:
        """Cancel the restore and leave everything unchanged; the last step is not cancelled."""
        if self._watch is not None and not self._last:
            self.given_up = True
            self._watch.cancel()
            self._page.show_giving_up()

    def may_close(self) -> bool:
        """Whether the window may close; ask first while a restore can be cancelled."""
        if not self._can_be_given_up():
            return True
        leave = confirm_leave(
            self._dialogs, words.CLOSE_ASK, words.CLOSE_ASK_WHY, stay=words.GO_ON, leave=words.GIVE_UP_AND_CLOSE
        )
        if not leave or not self._can_be_given_up():
            # over meanwhile, or no longer to be given up: what comes of it is to be seen
            return False
        self.give_up()
        return True

    # ---- inside

    def _can_be_given_up(self) -> bool:
        return self._watch is not None and not self._last and not self.given_up

    def _progress(self, done: int, _total: int) -> None:
        if done >= LAST_STEP:
            self._last = True
            self._page.show_last_step()
        else:
            self._page.show_restore(done)
