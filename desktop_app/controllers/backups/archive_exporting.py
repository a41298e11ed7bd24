"""Archive export from the page of backups: where to, the question, then the work off the main thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject

from desktop_app import paths
from desktop_app.controllers.backups.backups_controller import BackupsController
from desktop_app.controllers.backups.place_choosing import PickFolder
from desktop_app.domain.calendar.clock import Clock
from desktop_app.domain.calendar.jalali import format_date
from desktop_app.domain.progress import Progress
from desktop_app.domain.read_models.archive_export import Exported
from desktop_app.text.archive_export import archive_export as words
from desktop_app.views.backups.backups_page import BackupsPage
from desktop_app.widgets.feedback.dialogs import Choice, Dialogs, Question, sure_to_leave
from desktop_app.widgets.style.tokens import Tone

MOST_NAMED: Final = 3
"""Files that are named on the page of the window; all of them stand on the page of the export."""
Export = Callable[[Path, Progress], Exported]
ClassWord = Callable[[str], str]
"""The word of a class of papers; empty for the usual one."""


class ArchiveExporting(QObject):
    """Part of the page's controller, whose one long work at a time it is."""

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
        """Ask for a place, say what the folder will be, and make it there under the name of the day."""
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
                lambda told: self._export(target, told),
                self._done,
                words.GIVEN_UP,
                self._sure_to_close,
            )

    # ---- inside

    def _sure_to_close(self) -> bool:
        return sure_to_leave(
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
    """The name itself, or with the next number where something lies under it."""
    number, found = 2, target
    while paths.lies(found):
        found, number = target.with_name(f"{target.name} ({number})"), number + 1
    return found
