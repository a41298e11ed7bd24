"""Choice of the data folder: by command line, or by the operator if it is missing or new."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QWidget

from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.storage.file.places import ChosenFolder, copy_unfounded_database, judge_folder, remember_folder
from desktop_app.storage.file.writable import require_writable
from desktop_app.system import paths
from desktop_app.system.paths import DataLocation, Origin
from desktop_app.widgets.feedback.dialogs import Choice, Dialogs, Question
from desktop_app.widgets.style.tokens import Tone
from desktop_app.words import shell as words
from desktop_app.words.refusals import sentence
from desktop_app.words.shell import CANNOT_OPEN

_OTHER_OR_CLOSE: Final = (Choice("other", words.OTHER), Choice("close", words.CLOSE))

PickFolder = Callable[[str, Path], Path | None]
"""Asks for a folder: the title, and where to begin."""


def pick_folder_over(window: QWidget) -> PickFolder:
    """Return the system's folder dialog, shown over a window."""

    def pick(title: str, folder: Path) -> Path | None:
        from desktop_app.widgets.feedback.file_dialog import ask_folder

        return ask_folder(window, title, folder)

    return pick


class ChosenDataFolder:
    """The data folder of this run; a chosen folder is stored as soon as it was opened.

    ``log`` is called with the log folder; ``pick_folder`` replaces the system's folder dialog.
    """

    def __init__(
        self,
        place: DataLocation,
        log: Callable[[Path], object] = lambda _folder: None,
        pick_folder: PickFolder | None = None,
    ) -> None:
        self._place, self._log, self.pick_folder = place, log, pick_folder
        self._chosen = False

    @property
    def folder(self) -> Path:
        """The data folder."""
        return self._place.folder

    @property
    def may_change(self) -> bool:
        """Whether the operator may choose another data folder at the first start."""
        return self._place.may_change

    def find(self, choice: DataFolderChoice) -> bool:
        """Return whether there is a data folder; if the stored one is missing, ask the operator."""
        if not self._place.missing:
            return True
        found = (
            choice.ask_instead_of_lost(self.folder) if self._place.lost else choice.ask_instead_of_missing(self.folder)
        )
        if found is None:
            return False
        self._chosen = found != self.folder
        self._place = DataLocation(found, Origin.USUAL if self._chosen else Origin.REMEMBERED)
        return True

    def leave(self, problem: EnvironmentProblem, choice: DataFolderChoice) -> bool:
        """Ask for another folder than this unusable one; return whether one was chosen."""
        found = choice.ask_instead_of_refused(self.folder, problem)
        if found is None:
            return False
        self._chosen = True
        self._place = DataLocation(found, Origin.USUAL)
        return True

    def choose(self, choice: DataFolderChoice) -> bool:
        """Ask for another folder; return whether one was chosen. Raises ``EnvironmentProblem``."""
        found = choice.ask_for_other(self.folder)
        if found is not None:
            self._chosen = True
            self._place = DataLocation(found.folder, Origin.USUAL)
        return found is not None

    def begin(self) -> None:
        """Set the log folder before the data folder is opened."""
        self._log(paths.log_folder(self.folder))

    def move(self, place: ChosenFolder, instant: str) -> None:
        """Change to another folder and copy typed text there; raises ``EnvironmentProblem`` and stays."""
        if not place.holds_office:
            copy_unfounded_database(self.folder, place.folder, instant)
        self._chosen = True
        self._place = DataLocation(place.folder, Origin.USUAL)

    def opened(self) -> None:
        """Store the chosen folder after it was opened; raises ``EnvironmentProblem``."""
        if self._chosen:
            self._chosen = False
            remember_folder(self.folder)


class DataFolderChoice:
    """Asks for a data folder and warns of a doubtful one; writes only a test file."""

    def __init__(self, dialogs: Dialogs, pick_folder: PickFolder) -> None:
        self._dialogs, self._pick_folder = dialogs, pick_folder

    def ask_for_other(self, folder: Path) -> ChosenFolder | None:
        """Ask for another folder at the first start; None if cancelled. Raises ``EnvironmentProblem``."""
        chosen = self._pick_folder(words.PICK, _nearest(folder))
        if chosen is None:
            return None
        place = judge_folder(chosen)
        if place.folder == folder or not self._sure(place):
            return None
        if place.holds_office:
            choices = (Choice("open", words.OPEN_IT), Choice("cancel", words.DONT))
            question = Question(words.OFFICE_THERE, words.office_there(str(place.folder)), choices, Tone.WARNING)
            return place if self._dialogs.ask(question) == "open" else None
        require_writable(place.folder)
        return place

    def ask_instead_of_missing(self, folder: Path) -> Path | None:
        """Ask for a folder, for the stored one has no database now; None ends the program."""
        choices = (Choice("again", words.AGAIN), Choice("other", words.OTHER), Choice("close", words.CLOSE))
        question = Question(words.MISSING, words.missing(str(folder)), choices, Tone.WARNING)
        while not paths.is_file(folder / paths.DATABASE):
            answer = self._dialogs.ask(question)
            if answer not in ("again", "other"):
                return None
            found = self._found(folder) if answer == "other" else None
            if found is not None:
                return found
        return folder

    def ask_instead_of_lost(self, file: Path) -> Path | None:
        """Ask for a folder, for the settings file names none; None ends the program."""
        return self._other(file, Question(words.MISSING, words.lost(str(file)), _OTHER_OR_CLOSE, Tone.WARNING))

    def ask_instead_of_refused(self, folder: Path, problem: EnvironmentProblem) -> Path | None:
        """Ask for another folder than the refused one; None ends the program."""
        return self._other(folder, Question(CANNOT_OPEN, sentence(problem), _OTHER_OR_CLOSE, Tone.DANGER))

    # ---- inside

    def _other(self, folder: Path, question: Question) -> Path | None:
        """Ask the question until a folder is chosen; None if the operator gives up."""
        found = None
        while found is None and self._dialogs.ask(question) == "other":
            found = self._found(folder)
        return found

    def _found(self, missing: Path) -> Path | None:
        """Ask for a folder; None if cancelled or refused, after the refusal was shown."""
        try:
            chosen = self._pick_folder(words.PICK, _nearest(missing))
            place = judge_folder(chosen) if chosen is not None else None
            if place is None or not self._sure(place):
                return None
            if not place.holds_office:
                choices = (Choice("cancel", words.DONT), Choice("new", words.BEGIN_NEW))
                text = words.new_office(str(place.folder))
                if self._dialogs.ask(Question(words.NEW_OFFICE, text, choices, Tone.WARNING)) != "new":
                    return None
                require_writable(place.folder)
        except EnvironmentProblem as problem:
            self._dialogs.tell(words.MISSING, sentence(problem), Tone.WARNING)
            return None
        return place.folder

    def _sure(self, place: ChosenFolder) -> bool:
        doubts = [
            text for doubtful, text in ((place.removable, words.REMOVABLE), (place.cloud, words.CLOUD)) if doubtful
        ]
        if not doubts:
            return True
        choices = (Choice("cancel", words.DONT), Choice("keep", words.KEEP_THERE))
        question = Question(words.DOUBTFUL, "\n".join(doubts), choices, Tone.WARNING)
        return self._dialogs.ask(question) == "keep"


def _nearest(folder: Path) -> Path:
    """Return the folder, or its nearest parent that exists."""
    return next((one for one in (folder, *folder.parents) if paths.is_folder(one)), folder)
