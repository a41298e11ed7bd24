"""The folder of papers of this machine: asked for by the system's own dialog."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from desktop_app.text.office import this_machine as words
from desktop_app.views.settings.this_machine_section import ThisMachineSection


class MachinePapers(QObject):
    """``pick_folder`` gets a title and where to begin."""

    def __init__(
        self,
        panel: ThisMachineSection,
        pick_folder: Callable[[str, Path], Path | None],
        folder: Callable[[], Path],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._panel, self._pick_folder, self._folder = panel, pick_folder, folder
        panel.papers_requested.connect(self.pick)

    def pick(self) -> None:
        """Ask for a folder."""
        path = self._pick_folder(words.PICK_PAPERS, self._folder())
        if path is not None:
            self._panel.show_papers(str(path))
