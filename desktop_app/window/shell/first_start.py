"""Actions of the first start page: keep the data folder, choose another, or restore a backup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.widgets.style.tokens import Tone
from desktop_app.window.shell.pages import FOUNDING
from desktop_app.words import shell as words
from desktop_app.words.refusals import sentence

if TYPE_CHECKING:
    from desktop_app.storage.file.places import ChosenFolder
    from desktop_app.window.founding.page import FoundingPage
    from desktop_app.window.shell.guided_recovery import GuidedRecovery
    from desktop_app.window.shell.main_window import MainWindow
    from desktop_app.window.shell.opened_office import OpenedOffice
    from desktop_app.window.shell.place import ChosenDataFolder, DataFolderChoice


class FirstStart(QObject):
    """Serves the page of the first start, if that page is shown."""

    def __init__(
        self, opening: OpenedOffice, window: MainWindow, place: ChosenDataFolder, choice: DataFolderChoice
    ) -> None:
        super().__init__(opening)
        self._opening, self._window, self._place, self._choice = opening, window, place, choice

    def offer(self, guided: GuidedRecovery) -> None:
        """Show the data folder on the page; let the operator choose another one or a backup."""
        if self._window.page() == FOUNDING and self._place.may_change:
            for page in self._pages():
                page.show_folder_place(str(self._place.folder))
                page.place_requested.connect(self.choose_place)
                page.restore_requested.connect(lambda: self._restore(guided))

    def choose_place(self) -> None:
        """Choose another data folder and keep the typed text; a refusal is shown on the page."""
        if not self._keep_typed():
            return
        try:
            place = self._choice.ask_for_other(self._place.folder)
        except EnvironmentProblem as problem:
            self._refuse(sentence(problem))
            return
        if place is not None:
            self._move(place)

    # ---- inside

    def _restore(self, guided: GuidedRecovery) -> None:
        if self._keep_typed():
            guided.restore_on_first_start(self._place.folder)

    def _keep_typed(self) -> bool:
        """Store the typed text as a draft; return whether an office is open."""
        screens = self._opening.screens
        if screens is not None:
            screens.keep_work()
        return screens is not None

    def _move(self, place: ChosenFolder) -> None:
        """Move to another folder; if that fails, open this one again."""
        self._opening.close_office()
        try:
            self._place.move(place, self._opening.clock.instant())
        except EnvironmentProblem as problem:
            self._opening.open_again.emit()
            self._refuse(sentence(problem))
        else:
            self._opening.open_again.emit()

    def _refuse(self, why: str) -> None:
        for page in self._pages():
            page.show_band(words.NOT_CHANGED, why, Tone.DANGER)

    def _pages(self) -> list[FoundingPage]:
        from desktop_app.window.founding.page import FoundingPage

        return self._window.findChildren(FoundingPage)
