"""The folder of papers of this machine: asked for by the system's own dialog."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, SignalInstance

from desktop_app.text.office import this_machine as words


class PapersFolderView(Protocol):
    """What the section offers besides its values."""

    papers_requested: SignalInstance

    def show_papers(self, folder: str) -> None:
        """The folder that was picked."""
        ...


class MachinePapers(QObject):
    """``pick_folder`` gets a title and where to begin."""

    def __init__(
        self,
        view: PapersFolderView,
        pick_folder: Callable[[str, Path], Path | None],
        folder: Callable[[], Path],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._view, self._pick_folder, self._folder = view, pick_folder, folder
        view.papers_requested.connect(self.pick)

    def pick(self) -> None:
        """Ask for a folder."""
        path = self._pick_folder(words.PICK_PAPERS, self._folder())
        if path is not None:
            self._view.show_papers(str(path))
