"""Check of everything from the page of backups: run as its one long work, its result told with what to do next."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from desktop_app.controllers.backups.backups_controller import BackupsController
from desktop_app.domain.progress import Progress
from desktop_app.domain.read_models.findings import WholeCheck
from desktop_app.text import record_check as words
from desktop_app.views.backups.backups_page import BackupsPage
from desktop_app.widgets.style.tokens import Tone

Check = Callable[[Progress], tuple[WholeCheck, Sequence[str]]]
"""What was found, and the sentences that name its records; nothing is written any more where records are wrong."""


class WholeChecking(QObject):
    """Part of the page's controller, whose one long work at a time it is."""

    def __init__(self, page: BackupsPage, controller: BackupsController, check: Check) -> None:
        super().__init__(controller)
        self._page, self._controller, self._check = page, controller, check
        page.check_requested.connect(self.begin)

    def begin(self) -> None:
        """Check everything off the main thread."""
        self._controller.run(words.CHECKING, self._check, self._done, given_up=words.GIVEN_UP)

    # ---- inside

    def _done(self, told_of: tuple[WholeCheck, Sequence[str]]) -> None:
        found, said = told_of
        show = self._controller.show_checked
        if found.records:
            show(words.WRONG, words.wrong(said), Tone.WARNING)
        elif found.files:
            show(words.WRONG_FILES, words.wrong_files(found.files), Tone.WARNING, of_files=True)
        else:
            self._page.checked.clear()
            told = f"{words.SOUND_WHY} {words.REMADE}" if found.remade else words.SOUND_WHY
            self._page.show_message(words.SOUND, told, Tone.DONE)
