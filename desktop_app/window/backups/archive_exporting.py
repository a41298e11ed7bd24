"""Long tasks of the backups page: archive export, choice of a second backup folder, full check of the data.

Each asks where it is needed, runs off the main thread as the page's one long work, and ends with a sentence that names
what to do next. A newly chosen second place gets a backup at once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject

from desktop_app.domain.calendar.clock import Clock
from desktop_app.domain.calendar.jalali import format_date
from desktop_app.domain.progress import Progress
from desktop_app.domain.read_models.backups import BackupFolderState, Exported
from desktop_app.domain.read_models.findings import WholeCheck
from desktop_app.services.office.backups import Backups
from desktop_app.system import paths
from desktop_app.widgets.feedback.dialogs import Choice, Dialogs, Question, confirm_leave
from desktop_app.widgets.style.tokens import Tone
from desktop_app.window.backups.controller import BackupsController
from desktop_app.window.backups.memory import BackupSettings
from desktop_app.window.backups.page import BackupsPage
from desktop_app.words import archive_export as words
from desktop_app.words import backups as backup_words
from desktop_app.words import record_check as record_check_words
from desktop_app.words.digits import left_to_right
from desktop_app.workers import Workers

PickFolder = Callable[[str, Path], Path | None]


class SecondFolderChoice(QObject):
    """Helper of the page's controller: lets the operator choose the second backup folder."""

    def __init__(
        self,
        page: BackupsPage,
        controller: BackupsController,
        dialogs: Dialogs,
        workers: Workers,
        backups: Backups,
        memory: BackupSettings,
        pick_folder: PickFolder,
    ) -> None:
        super().__init__(controller)
        self._page, self._controller, self._dialogs, self._workers = page, controller, dialogs, workers
        self._backups, self._memory, self._pick = backups, memory, pick_folder
        page.choose_requested.connect(self.choose)

    def choose(self) -> None:
        """Ask for another second backup folder and make a backup in it at once."""
        place = self._pick(backup_words.PICK_PLACE, self._memory.folder or Path.home())
        if place is None:
            return
        if place == self._backups.own or place.is_relative_to(self._backups.own.parent):
            self._page.show_message(backup_words.NOT_DONE, backup_words.inside(str(place)), Tone.DANGER)
            return
        failed = self._controller.show_read_failure
        self._workers.run(lambda: self._backups.state(place), self._chosen, failed, owner=self)

    # ---- inside

    def _chosen(self, place: BackupFolderState) -> None:
        """Store the folder and make a backup in it; warn first if it is on the disk of the data."""
        if place.same_disk:
            text = f"{left_to_right(str(place.folder))}: {backup_words.SAME_DISK}"
            answers = (Choice("another", backup_words.PICK_ANOTHER), Choice("keep", backup_words.KEEP_PLACE))
            question = Question(
                backup_words.SAME_DISK_TITLE, text, answers, tone=Tone.WARNING, detail=backup_words.SAME_DISK_WHY
            )
            answer = self._dialogs.ask(question)
            if answer == "another":
                self.choose()
            if answer != "keep":
                return
        self._workers.run(
            lambda: self._backups.mark(place.folder),
            lambda mark: self._marked(place.folder, mark),
            self._controller.show_read_failure,
            owner=self,
        )

    def _marked(self, folder: Path, mark: str) -> None:
        self._memory.choose(folder, mark)
        self._controller.make()


Check = Callable[[Progress], tuple[WholeCheck, Sequence[str]]]
"""What was found, and the sentences that name its records; nothing is written any more where records are wrong."""


class FullCheck(QObject):
    """Helper of the page's controller: checks all data."""

    def __init__(self, page: BackupsPage, controller: BackupsController, check: Check) -> None:
        super().__init__(controller)
        self._page, self._controller, self._check = page, controller, check
        page.check_requested.connect(self.begin)

    def begin(self) -> None:
        """Check all data off the main thread."""
        self._controller.run(record_check_words.CHECKING, self._check, self._done, given_up=record_check_words.GIVEN_UP)

    # ---- inside

    def _done(self, told_of: tuple[WholeCheck, Sequence[str]]) -> None:
        found, said = told_of
        show = self._controller.show_checked
        if found.records:
            show(record_check_words.WRONG, record_check_words.wrong(said), Tone.WARNING)
        elif found.files:
            show(
                record_check_words.WRONG_FILES, record_check_words.wrong_files(found.files), Tone.WARNING, of_files=True
            )
        else:
            self._page.checked.clear()
            told = (
                f"{record_check_words.SOUND_WHY} {record_check_words.REMADE}"
                if found.remade
                else record_check_words.SOUND_WHY
            )
            self._page.show_message(record_check_words.SOUND, told, Tone.DONE)


MOST_NAMED: Final = 3
"""Files that are named on the page of the window; all of them stand on the page of the export."""
Export = Callable[[Path, Progress], Exported]
ClassWord = Callable[[str], str]
"""The word of a class of papers; empty for the usual one."""


class ArchiveExporting(QObject):
    """Helper of the page's controller: exports the archive."""

    def __init__(
        self,
        page: BackupsPage,
        controller: BackupsController,
        dialogs: Dialogs,
        clock: Clock,
        export: Export,
        class_word: ClassWord,
        pick_folder: PickFolder,
    ) -> None:
        super().__init__(controller)
        self._page, self._controller, self._dialogs, self._clock = page, controller, dialogs, clock
        self._export, self._class_word, self._pick = export, class_word, pick_folder
        page.archive_requested.connect(self.ask)

    def ask(self) -> None:
        """Ask for a folder, show what will be written, and export into a new subfolder named after the day."""
        place = self._pick(words.PICK, Path.home())
        if place is None:
            return
        target = _free(place / words.folder_name(format_date(self._clock.today())))
        question = Question(
            words.ASK_TITLE,
            words.asked(str(target)),
            (Choice("leave", words.LEAVE), Choice("go", words.GO)),
            tone=Tone.WARNING,
        )
        if self._dialogs.ask(question) == "go":
            self._controller.run(
                words.EXPORTING,
                lambda progress: self._export(target, progress),
                self._done,
                words.GIVEN_UP,
                self._sure_to_close,
            )

    # ---- inside

    def _sure_to_close(self) -> bool:
        return confirm_leave(
            self._dialogs, words.CLOSE_ASK, words.CLOSE_ASK_WHY, stay=words.GO_ON, leave=words.GIVE_UP_AND_CLOSE
        )

    def _done(self, made: Exported) -> None:
        told = words.exported(str(made.folder), asdict(made), self._class_word(made.classification))
        if not made.wrong:
            self._page.show_message(words.EXPORTED, told, Tone.DONE)
            return
        lacking = "\n".join(words.wrong_file(one.named, one.fault.value) for one in made.wrong[:MOST_NAMED])
        self._page.show_message(words.INCOMPLETE, f"{told}\n{lacking}\n{words.in_page(len(made.wrong))}", Tone.WARNING)


def _free(target: Path) -> Path:
    """Return the path itself, or the path with the next free number if it exists."""
    number, found = 2, target
    while paths.exists(found):
        found, number = target.with_name(f"{target.name} ({number})"), number + 1
    return found
