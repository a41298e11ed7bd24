"""Controller of the backups page: backups are made, verified, viewed and restored off the main thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from desktop_app.domain.errors import EnvironmentProblem, Refused
from desktop_app.domain.outcome import Changed
from desktop_app.domain.progress import Progress
from desktop_app.domain.read_models.backups import Backup, BackupFolderState, BackupKind, RestorePlan, Verdict
from desktop_app.domain.read_models.program_help import Chapter
from desktop_app.services.context import Context
from desktop_app.services.office.backups import Backups
from desktop_app.widgets.feedback.dialogs import Choice, Dialogs, Question
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.tokens import Tone
from desktop_app.window.backups.memory import BackupSettings
from desktop_app.window.backups.page import BackupsPage, tone_of
from desktop_app.window.backups.restore_run import moment, plan_text, row_of, state_of, verdict
from desktop_app.window.kit.destinations import Destination, LookAtBackup, OpenHelp, RestoreBackup
from desktop_app.window.kit.page_controller import PageController
from desktop_app.words import backups as words
from desktop_app.words.refusals import sentence
from desktop_app.workers import Watch, Workers

Answer = TypeVar("Answer")


def _can_always_close() -> bool:
    """Allow the window to close."""
    return True


class BackupsController(PageController):
    """Runs one long task at a time; leaving the page does not stop it."""

    backed_up = Signal(object)
    """Carries the backup that was made beside the data."""

    def __init__(
        self,
        page: BackupsPage,
        context: Context,
        dialogs: Dialogs,
        workers: Workers,
        backups: Backups,
        memory: BackupSettings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(context, parent)
        self._page, self._dialogs, self._workers = page, dialogs, workers
        self._backups, self._memory = backups, memory
        self._watch: Watch | None = None
        self._given_up = words.GIVEN_UP
        self._sure: Callable[[], bool] = _can_always_close
        """Asks whether the window may close over what runs."""
        self._made: Path | None = None
        """The database of the backup that was just made: its row is to be chosen."""
        self._checked_files = False
        self._verdicts: dict[Path, Backup] = {}
        """What was read since the page was made: a verdict that costs reading is not forgotten by the next listing."""
        page.make_requested.connect(self.make)
        page.verify_requested.connect(self._verify)
        page.look_requested.connect(self._look)
        page.restore_requested.connect(self._judge)
        page.cancel_requested.connect(self._cancel)
        page.help_requested.connect(lambda: self.navigated.emit(OpenHelp(Chapter.DRILL)))

    def visit(self, _destination: Destination) -> None:
        """Read the lists of backups again."""
        if self._watch is None:
            self._page.clear_message()
            self._list()

    def show_problem(self, refused: Refused) -> None:
        """Show a refusal above the list."""
        self._page.show_message(words.NOT_DONE, sentence(refused), Tone.DANGER)

    def outdate(self, changed: Changed) -> None:
        """Hide the findings about attached files after files were changed."""
        if changed & Changed.FILES and self._checked_files:
            self._page.checked.clear()

    def show_checked(self, title: str, detail: str, tone: Tone, *, of_files: bool = False) -> None:
        """Show the findings of a full check until the next check; with ``of_files``, until the files change."""
        self._checked_files = of_files
        self._page.checked.show_message(title, detail, tone)

    def may_close(self) -> bool:
        """Whether the window may close while a task runs; a result that came meanwhile is shown first."""
        watch = self._watch
        return watch is None or (self._sure() and watch is self._watch)

    def make(self) -> None:
        """Make a backup next to the data and one in the second folder; neither failure stops the other."""
        second, mark = self._memory.folder, self._memory.mark

        def made_in(place: Path, progress: Progress) -> Backup | Refused:
            try:
                if place == second and not self._backups.is_there(place, mark):
                    return EnvironmentProblem("backup_place_missing", folder=str(place))
                return self._backups.make(place, BackupKind.BY_HAND, progress)
            except Refused as refused:
                return refused

        def work(progress: Progress) -> Sequence[Backup | Refused]:
            return [made_in(place, progress) for place in (self._backups.own, second) if place is not None]

        self.run(words.MAKING, work, self._show_made)

    def run(
        self,
        busy: str,
        work: Callable[[Progress], Answer],
        on_done: Callable[[Answer], object],
        given_up: str = words.GIVEN_UP,
        sure: Callable[[], bool] = _can_always_close,
    ) -> None:
        """Run a long task off the main thread, if none runs, with progress on the page and a cancel button.

        ``given_up`` is said where it is given up; ``sure`` asks whether the window may close over it.
        """
        if self._watch is not None:
            return
        self._given_up, self._sure = given_up, sure

        def over(answer: Answer) -> None:
            if watch is not self._watch:
                # it was ready before it heard that nobody waits any more; what it made lies there
                self._list()
                return
            self._end()
            on_done(answer)

        def broke(error: BaseException) -> None:
            wanted = watch is self._watch
            if wanted:
                self._end()
                if isinstance(error, Refused):
                    self.show_problem(error)
            if not wanted or isinstance(error, Refused):
                # what was done until then may lie there; until now also what is taken away where it is given up
                self._list()
            if not isinstance(error, Refused):
                raise error

        self._page.clear_message()
        self._page.show_busy(busy)
        watch = self._watch = self._workers.run_watched(
            lambda task: work(task.progress), over, broke, on_progress=self._page.show_progress, owner=self
        )

    def show_read_failure(self, error: BaseException) -> None:
        """Show that reading in the background failed; the long task goes on."""
        if not isinstance(error, Refused):
            raise error
        self.show_problem(error)

    # ---- inside

    def _show_made(self, outcomes: Sequence[Backup | Refused]) -> None:
        """Show the result for each backup folder, including the ones that failed."""
        made = [one for one in outcomes if isinstance(one, Backup)]
        for one in made:
            if one.folder.parent == self._memory.folder:
                self._memory.made(one)
        told = [
            sentence(one) if isinstance(one, Refused) else words.made_where(str(one.folder), words.size(one.size))
            for one in outcomes
        ]
        unread = max((len(one.unread) for one in made), default=0)
        told += [words.unread_files(unread)] if unread else []
        title, tone = _title_of(outcomes, made, unread)
        self._made = made[0].database if made else None
        self._page.show_message(title, " ".join(told), tone)
        self._list()
        if isinstance(outcomes[0], Backup):
            self.backed_up.emit(outcomes[0])

    def _verify(self, backup: Backup) -> None:
        def done(found: Backup) -> None:
            self._verdicts[found.database] = found
            sound = found.verdict is Verdict.VERIFIED and not found.lost
            title = words.FOUND_SOUND if sound else words.FOUND_WRONG
            told = [f"{moment(found.made_at)}: {verdict(found)}", *found.lost[: words.MOST_NAMED]]
            self._page.show_message(title, "\n".join(told), tone_of(found))
            self._list()

        self.run(
            words.VERIFYING, lambda progress: self._backups.verify(backup, progress), done, words.VERIFYING_GIVEN_UP
        )

    def _look(self, backup: Backup) -> None:
        def done(folder: Path) -> None:
            self._page.clear_message()
            self.navigated.emit(LookAtBackup(folder, moment(backup.made_at)))

        self.run(words.OPENING, lambda progress: self._backups.unpack(backup, progress), done, words.OPENING_GIVEN_UP)

    def _judge(self, backup: Backup) -> None:
        self.run(
            words.JUDGING, lambda progress: self._backups.judge(backup, progress), self._ask, words.JUDGING_GIVEN_UP
        )

    def _ask(self, plan: RestorePlan) -> None:
        question = Question(
            words.RESTORE_TITLE,
            plan_text(plan),
            (Choice("leave", words.LEAVE), Choice("restore", words.RESTORE, ButtonKind.DANGER)),
            tone=Tone.WARNING,
            detail=words.RESTORING_WHY,
        )
        if self._dialogs.ask(question) == "restore":
            self.navigated.emit(RestoreBackup(plan.backup))

    def _cancel(self) -> None:
        if self._watch is not None:
            self._watch.cancel()
            self._end()
            self._page.show_message(self._given_up, "", Tone.NEUTRAL)

    def _list(self) -> None:
        second, mark = self._memory.folder, self._memory.mark

        def read() -> tuple[BackupFolderState, BackupFolderState | None]:
            there = None
            if second is not None:
                reached = self._backups.is_there(second, mark)
                there = self._backups.state(second) if reached else BackupFolderState(second, False)
            return self._backups.state(self._backups.own), there

        self._workers.run(read, lambda found: self._show(*found), self.show_read_failure, owner=self)

    def _show(self, own: BackupFolderState, second: BackupFolderState | None) -> None:
        self._page.show_state(*state_of(own, second, self._memory.made_at, self.context.clock.today()))
        states = (own,) if second is None else (own, second)
        rows = [row_of(self._known(one), here=state is own) for state in states for one in state.backups]
        rows.sort(key=lambda row: row.backup.order, reverse=True)
        self._page.show_rows(rows, self._made if self._watch is None else None)
        if self._watch is None:
            self._made = None

    def _known(self, listed: Backup) -> Backup:
        found = self._verdicts.get(listed.database)
        same = found is not None and found.moment == listed.moment
        return found if found is not None and same and listed.verdict is Verdict.UNREAD else listed

    def _end(self) -> None:
        """Mark the long task as finished."""
        self._watch = None
        self._page.show_busy("")


def _title_of(outcomes: Sequence[Backup | Refused], made: Sequence[Backup], unread: int) -> tuple[str, Tone]:
    """Return the title: all, some or none of the backups were made."""
    if len(made) == len(outcomes):
        return words.MADE, Tone.WARNING if unread else Tone.DONE
    if not made:
        return words.NOT_DONE, Tone.DANGER
    return words.MADE_HERE if made[0] is outcomes[0] else words.MADE_ELSEWHERE, Tone.WARNING
