"""Choice of a second place from the page of backups: picked, asked about, and at once a backup made in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from desktop_app.controllers.backups.backups_controller import BackupsController
from desktop_app.controllers.backups.backups_memory import BackupsMemory
from desktop_app.domain.read_models.backups import PlaceState
from desktop_app.services.office.backups import Backups
from desktop_app.text.office import backups as words
from desktop_app.text.shared.isolates import left_to_right
from desktop_app.views.backups.backups_page import BackupsPage
from desktop_app.widgets.feedback.dialogs import Choice, Dialogs, Question
from desktop_app.widgets.style.tokens import Tone
from desktop_app.workers import Workers

PickFolder = Callable[[str, Path], Path | None]


class PlaceChoosing(QObject):
    """Part of the page's controller, whose one long work at a time the backup is."""

    def __init__(
        self,
        page: BackupsPage,
        controller: BackupsController,
        dialogs: Dialogs,
        workers: Workers,
        backups: Backups,
        memory: BackupsMemory,
        pick_folder: PickFolder,
    ) -> None:
        super().__init__(controller)
        self._page, self._controller, self._dialogs, self._workers = page, controller, dialogs, workers
        self._backups, self._memory, self._pick = backups, memory, pick_folder
        page.choose_requested.connect(self.choose)

    def choose(self) -> None:
        """Another second place, and at once a backup in it: a place that was never written to is no second place."""
        place = self._pick(words.PICK_PLACE, self._memory.folder or Path.home())
        if place is None:
            return
        if place == self._backups.own or place.is_relative_to(self._backups.own.parent):
            self._page.show_message(words.NOT_DONE, words.inside(str(place)), Tone.DANGER)
            return
        failed = self._controller.tell_failed
        self._workers.run(lambda: self._backups.state(place), self._chosen, failed, owner=self)

    # ---- inside

    def _chosen(self, place: PlaceState) -> None:
        """What speaks against it is told before it is taken; the operator may keep it all the same."""
        if place.same_disk:
            text = f"{left_to_right(str(place.folder))}: {words.SAME_DISK}"
            answers = (Choice("another", words.PICK_ANOTHER), Choice("keep", words.KEEP_PLACE))
            question = Question(words.SAME_DISK_TITLE, text, answers, tone=Tone.WARNING, detail=words.SAME_DISK_WHY)
            answer = self._dialogs.ask(question)
            if answer == "another":
                self.choose()
            if answer != "keep":
                return
        self._workers.run(
            lambda: self._backups.mark(place.folder),
            lambda mark: self._marked(place.folder, mark),
            self._controller.tell_failed,
            owner=self,
        )

    def _marked(self, folder: Path, mark: str) -> None:
        self._memory.choose(folder, mark)
        self._controller.make()
