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
from desktop_app.controllers.backups.place_questions import ANOTHER, KEEP, questions_about
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
PickFolder = Callable[[str, Path], Path | None]


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
        pick_folder: PickFolder,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(context, parent)
        self._page, self._dialogs, self._workers = page, dialogs, workers
        self._backups, self._memory, self._pick = backups, memory, pick_folder
        self._watch: Watch | None = None
        self._given_up = words.GIVEN_UP
        self._checked_files = False
        self._moments: Mapping[Path, str] = {}
        """By database, as the list tells them."""
        self._verdicts: dict[Path, Backup] = {}
        """What was read since the page was made: a verdict that costs reading is not forgotten by the next listing."""
        page.make_requested.connect(lambda: self.make(self._backups.own))
        page.make_second_requested.connect(self._make_second)
        page.choose_requested.connect(self._choose)
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
            self._workers.run(self._backups.recovered, self._tell_recovered, self._failed, owner=self)

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

    def make(self, place: Path) -> None:
        """Make a backup in a place, then read all of it: also what was stored there before."""
        second = place == self._memory.folder

        def read(backup: Backup) -> None:
            if second:
                self._memory.read_newest(backup)
            self._verdicts[backup.database] = backup
            self._tell_made(backup)
            self._list()

        def made(backup: Backup) -> None:
            self.run(
                words.READING_MADE, lambda told: self._backups.read_made(backup, told), read, given_up=words.MADE_UNREAD
            )

        self.run(words.MAKING, lambda told: self._backups.make(place, BackupKind.BY_HAND, told), made)

    def run(
        self,
        busy: str,
        work: Callable[[Progress], Answer],
        on_done: Callable[[Answer], object],
        given_up: str = words.GIVEN_UP,
    ) -> None:
        """Do something long off the main thread, if nothing runs, with progress on the page and a way out."""
        if self._watch is not None:
            return
        self._given_up = given_up

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
            if not isinstance(error, Refused):
                raise error
            if wanted:
                self.show_problem(error)
                # what was done until then may lie there
                self._list()

        self._page.clear_message()
        self._page.show_busy(busy)
        watch = self._watch = self._workers.run_watched(
            lambda told: work(told.progress), over, broke, on_progress=self._page.show_progress, owner=self
        )

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

    def _choose(self) -> None:
        """Another second place, and at once a backup in it: a place that was never written to is no second place."""
        known = self._memory.folder
        place = self._pick(words.PICK_PLACE, known or self._memory.last or Path.home())
        if place is None:
            return
        if place == self._backups.own or place.is_relative_to(self._backups.own.parent):
            self._page.show_message(words.NOT_DONE, words.inside(str(place)), Tone.DANGER)
            return
        self._workers.run(lambda: self._backups.state(place), self._chosen, self._failed, owner=self)

    def _chosen(self, place: PlaceState) -> None:
        """What speaks against it is told before it is taken; the operator may keep it all the same."""
        for question in questions_about(place):
            answer = self._dialogs.ask(question)
            if answer == ANOTHER:
                self._choose()
            if answer != KEEP:
                return
        self._memory.choose(place.folder)
        self.make(place.folder)

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

        self.run(words.VERIFYING, lambda told: self._backups.verify(backup, told), done)

    def _look(self, backup: Backup) -> None:
        def done(folder: Path) -> None:
            self._page.clear_message()
            self.navigated.emit(LookAtBackup(folder, self._called(backup)))

        self.run(words.OPENING, lambda told: self._backups.open_to_look(backup, told), done)

    def _judge(self, backup: Backup) -> None:
        self.run(words.JUDGING, lambda told: self._backups.judge(backup, told), self._ask)

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
            self._list()

    def _list(self) -> None:
        second = self._memory.folder

        def read() -> tuple[PlaceState, PlaceState | None, Moment | None]:
            there = None if second is None else self._backups.state(second)
            return self._backups.state(self._backups.own), there, self._backups.moment()

        self._workers.run(read, lambda found: self._show(*found), self._failed, owner=self)

    def _show(self, own: PlaceState, second: PlaceState | None, now: Moment | None) -> None:
        told, warned = words.NO_SECOND, False
        if second is not None:
            # where the data cannot say any more whose they are, their backups do
            listed = next((one.committee for one in own.backups + second.backups if one.committee), "")
            made_at = self._memory.made_for(now.committee if now is not None else listed).made_at
            told = place_line(second, made_at)
            warned = is_warned_of(second, made_at)
        self._page.show_places(own_line(own), told, has_second=second is not None, warned=warned)
        states = (own,) if second is None else (own, second)
        self._moments = moments_of(one for state in states for one in state.backups)
        rows = [
            row_of(self._known(one), self._called(one), here=state is own) for state in states for one in state.backups
        ]
        self._page.show_rows(sorted(rows, key=lambda row: (row.backup.made_at, row.backup.number), reverse=True))

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

    def _failed(self, error: BaseException) -> None:
        """What was only read beside the long work; that goes on."""
        if isinstance(error, Cancelled):
            return
        if not isinstance(error, Refused):
            raise error
        self.show_problem(error)
