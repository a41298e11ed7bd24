"""The page of backups: made, verified, looked at and restored off the main thread, with progress and a way out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject

from desktop_app import paths
from desktop_app.controllers.backups.backup_lines import (
    is_warned_of,
    moment,
    moments_of,
    own_line,
    place_line,
    plan_text,
    row_of,
)
from desktop_app.controllers.backups.backups_memory import BackupsMemory
from desktop_app.controllers.shell.destinations import Destination, LookAtBackup, OpenHelp, RestoreBackup
from desktop_app.controllers.shell.page_controller import PageController
from desktop_app.domain.errors import Refused
from desktop_app.domain.progress import Progress
from desktop_app.domain.read_models.backups import (
    READ,
    SOUND,
    Backup,
    BackupKind,
    Moment,
    PlaceState,
    RestorePlan,
    Verdict,
)
from desktop_app.domain.read_models.findings import RecoveredOnce
from desktop_app.domain.read_models.program_help import Chapter
from desktop_app.services.context import Context
from desktop_app.services.office.backups import Backups
from desktop_app.services.ports import Changed
from desktop_app.text import found as found_words
from desktop_app.text import recovery as recovery_words
from desktop_app.text.office import backup_doubts as doubts
from desktop_app.text.office import backups as words
from desktop_app.text.shared.refusals import sentence
from desktop_app.views.backups.backups_page import BackupsPage, tone_of
from desktop_app.widgets.feedback.dialogs import Choice, Dialogs, Question
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.tokens import Tone
from desktop_app.workers import Cancelled, Watch, Workers

Answer = TypeVar("Answer")


def _always() -> bool:
    """Whatever runs, the window may close over it."""
    return True


class BackupsController(PageController):
    """One thing runs at a time; leaving the page does not stop it."""

    def __init__(
        self,
        page: BackupsPage,
        context: Context,
        dialogs: Dialogs,
        workers: Workers,
        backups: Backups,
        memory: BackupsMemory,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(context, parent)
        self._page, self._dialogs, self._workers = page, dialogs, workers
        self._backups, self._memory = backups, memory
        self._watch: Watch | None = None
        self._given_up = words.GIVEN_UP
        self._sure: Callable[[], bool] = _always
        """Asks whether the window may close over what runs."""
        self._made: Path | None = None
        """The database of a backup that is still read, or was until it was given up: its row is to be chosen."""
        self._checked_files = False
        self._moments: Mapping[Path, str] = {}
        """By database, as the list tells them."""
        self._verdicts: dict[Path, Backup] = {}
        """What was read since the page was made: a verdict that costs reading is not forgotten by the next listing."""
        page.make_requested.connect(lambda: self.make(self._backups.own))
        page.make_second_requested.connect(self._make_second)
        page.verify_requested.connect(self._verify)
        page.look_requested.connect(self._look)
        page.restore_requested.connect(self._judge)
        page.cancel_requested.connect(self._cancel)
        page.help_requested.connect(lambda: self.navigated.emit(OpenHelp(Chapter.DRILL)))

    def visit(self, _destination: Destination) -> None:
        """Read the lists afresh."""
        if self._watch is None:
            self._page.clear_message()
            self._list()
            self._workers.run(self._backups.recovered, self._tell_recovered, self.tell_failed, owner=self)

    def show_problem(self, refused: Refused) -> None:
        """Say above the list what was refused."""
        self._page.show_message(words.NOT_DONE, sentence(refused), Tone.DANGER)

    def outdate(self, changed: Changed) -> None:
        """No act changes what lies on a disk, but a file that was missing may have been added again."""
        if changed & Changed.FILES and self._checked_files:
            self._page.checked.clear()

    def show_checked(self, title: str, detail: str, tone: Tone, *, of_files: bool = False) -> None:
        """What a check of everything found stands until the next one; where it is ``of_files``, until they change."""
        self._checked_files = of_files
        self._page.checked.show_message(title, detail, tone)

    def show_second(self, place: PlaceState) -> None:
        """The second place that was just chosen, or written to."""
        now = self._backups.moment()
        self._show_second(place, now.committee if now is not None else "")

    def may_close(self) -> bool:
        """Whether the window may close over what runs; what ended while that was asked is to be seen."""
        watch = self._watch
        return watch is None or (self._sure() and watch is self._watch)

    def make(self, place: Path) -> None:
        """Make a backup in a place, then read all of it: also what was stored there before."""
        second = place == self._memory.folder

        def read(backup: Backup) -> None:
            self._made = None
            if second:
                self._memory.read_newest(backup)
            self._verdicts[backup.database] = backup
            self._tell_made(backup)
            self._list()

        def made(backup: Backup) -> None:
            self._made = backup.database
            self.run(
                words.READING_MADE, lambda told: self._backups.read_made(backup, told), read, given_up=words.MADE_UNREAD
            )
            if second:
                # it is told of at once; the list waits until it is read
                self._workers.run(lambda: self._backups.state(place), self.show_second, self.tell_failed, owner=self)

        self.run(words.MAKING, lambda told: self._backups.make(place, BackupKind.BY_HAND, told), made)

    def run(
        self,
        busy: str,
        work: Callable[[Progress], Answer],
        on_done: Callable[[Answer], object],
        given_up: str = words.GIVEN_UP,
        sure: Callable[[], bool] = _always,
    ) -> None:
        """Do something long off the main thread, if nothing runs, with progress on the page and a way out.

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
            lambda told: work(told.progress), over, broke, on_progress=self._page.show_progress, owner=self
        )

    def tell_failed(self, error: BaseException) -> None:
        """What was only read beside the long work; that goes on."""
        if isinstance(error, Cancelled):
            return
        if not isinstance(error, Refused):
            raise error
        self.show_problem(error)

    # ---- inside

    def _tell_recovered(self, every: tuple[RecoveredOnce, ...]) -> None:
        """What was lost stays lost: whoever comes to the backups reads of it; what is done here takes its place."""
        if every and self._watch is None and not self._page.ui.band.isVisible():
            kept = str(self._backups.own.parent / paths.SET_ASIDE)
            told = found_words.recovered([(moment(one.at), one.missing, one.written) for one in every], kept)
            self._page.show_message(recovery_words.ONCE, told, Tone.NEUTRAL)

    def _tell_made(self, backup: Backup) -> None:
        where = words.made_where(str(backup.folder), words.size(backup.size))
        if backup.mended:
            where = f"{where} {words.mended(backup.mended)}"
        if backup.verdict in READ:
            self._page.show_message(words.MADE, where, Tone.DONE)
        elif backup.verdict is Verdict.DOUBTFUL:
            self._page.show_message(doubts.made_title(backup), doubts.made_doubtful(where, backup), Tone.WARNING)
        else:
            self._page.show_message(words.FOUND_WRONG, doubts.verified(backup), tone_of(backup.verdict))

    def _make_second(self) -> None:
        place = self._memory.folder
        if place is not None:
            self.make(place)

    def _verify(self, backup: Backup) -> None:
        def done(found: Backup) -> None:
            self._verdicts[found.database] = found
            if found.folder.parent == self._memory.folder:
                self._memory.read(found)
            sound = found.verdict in SOUND
            title = words.VERDICTS[found.verdict.value] if sound else words.FOUND_WRONG
            title = doubts.FILES_WRONG if found.records_right and found.wrong_files else title
            self._page.show_message(title, doubts.verified(found), tone_of(found.verdict))
            self._list()

        self.run(words.VERIFYING, lambda told: self._backups.verify(backup, told), done, words.VERIFYING_GIVEN_UP)

    def _look(self, backup: Backup) -> None:
        def done(folder: Path) -> None:
            self._page.clear_message()
            self.navigated.emit(LookAtBackup(folder, self._called(backup)))

        self.run(words.OPENING, lambda told: self._backups.open_to_look(backup, told), done, words.OPENING_GIVEN_UP)

    def _judge(self, backup: Backup) -> None:
        self.run(words.JUDGING, lambda told: self._backups.judge(backup, told), self._ask, words.JUDGING_GIVEN_UP)

    def _ask(self, plan: RestorePlan) -> None:
        question = Question(
            words.RESTORE_TITLE,
            plan_text(plan, self.context.paper.history.name_with_class, self._called(plan.backup)),
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
        second = self._memory.folder

        def read() -> tuple[PlaceState, PlaceState | None, Moment | None]:
            there = None if second is None else self._backups.state(second)
            return self._backups.state(self._backups.own), there, self._backups.moment()

        self._workers.run(read, lambda found: self._show(*found), self.tell_failed, owner=self)

    def _show(self, own: PlaceState, second: PlaceState | None, now: Moment | None) -> None:
        # where the data cannot say any more whose they are, their backups do
        every = own.backups + (second.backups if second is not None else ())
        listed = next((one.committee for one in every if one.committee), "")
        self._page.show_own(own_line(own))
        self._show_second(second, now.committee if now is not None else listed)
        states = (own,) if second is None else (own, second)
        self._moments = moments_of(one for state in states for one in state.backups)
        rows = [
            row_of(self._known(one), self._called(one), here=state is own) for state in states for one in state.backups
        ]
        rows.sort(key=lambda row: (row.backup.made_at, row.backup.number), reverse=True)
        self._page.show_rows(rows, self._made if self._watch is None else None)
        if self._watch is None:
            self._made = None

    def _show_second(self, second: PlaceState | None, committee: str) -> None:
        if second is None:
            self._page.show_second(words.NO_SECOND, has_second=False)
            return
        made_at = self._memory.made_for(committee).made_at
        self._page.show_second(place_line(second, made_at), has_second=True, warned=is_warned_of(second, made_at))

    def _called(self, backup: Backup) -> str:
        return self._moments.get(backup.database, moment(backup.made_at))

    def _known(self, listed: Backup) -> Backup:
        found = self._verdicts.get(listed.database)
        same = found is not None and (found.number, found.chain_head) == (listed.number, listed.chain_head)
        return found if found is not None and same and listed.verdict is Verdict.UNREAD else listed

    def _end(self) -> None:
        """Nothing long runs any more."""
        self._watch = None
        self._page.show_busy("")
