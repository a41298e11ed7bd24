"""One whole run of the program by itself: start, demo data, lists, search, paper, saving, second start, end."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from desktop_app.domain.read_models.findings import Finding
from desktop_app.widgets.feedback.dialogs import QtDialogs
from desktop_app.window.kit.destinations import OpenPaper
from desktop_app.window.shell import application
from desktop_app.window.shell.main_window import MainWindow
from desktop_app.window.shell.opening import Opening
from desktop_app.window.shell.screens import Screens
from desktop_app.window.shell.single import SingleWindow
from desktop_app.window.signing.controller import PaperController

LOOK_MS = 20


class WholeRun:
    """Does one step after another, each when the last has come true."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.steps: list[tuple[Callable[[], bool], Callable[[], object]]] = [
            (lambda: self._window.page() == "meetings", lambda: self._window.page_chosen.emit("resolutions")),
            (lambda: self._window.page() == "resolutions", self._open_paper),
            (self._paper_is_made, self._save),
            ((folder / "m.pdf").is_file, self._start_again),
            (lambda: True, self._close),
        ]
        self._timer = QTimer()
        self._timer.timeout.connect(self._look)
        self._timer.start(LOOK_MS)

    @property
    def _window(self) -> MainWindow:
        return next(one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow))

    @property
    def _opening(self) -> Opening:
        return next(one for one in self._window.children() if isinstance(one, Opening))

    def _look(self) -> None:
        ready, act = self.steps[0]
        if ready():
            self.steps.pop(0)
            act()
            if not self.steps:
                self._timer.stop()

    def _open_paper(self) -> None:
        screens = self._opening.screens
        assert screens is not None
        self._made: list[int] = []
        _paper(screens).made.connect(self._made.append)
        screens.go(OpenPaper(1))

    def _paper_is_made(self) -> bool:
        return bool(self._made)

    def _save(self) -> None:
        screens = self._opening.screens
        assert screens is not None
        QtDialogs.pick_save_path = lambda *_asked: self._folder / "m.pdf"  # type: ignore[method-assign]
        _paper(screens).save()

    def _close(self) -> None:
        self._window.close()

    def _start_again(self) -> None:
        print("raised", SingleWindow(self._folder).raise_other(), flush=True)


def main(folder: Path) -> None:
    """Run and tell the exit code."""
    runs: list[WholeRun] = []
    open_data = Opening.begin

    def begin(self: Opening, known: Sequence[Finding] = ()) -> None:
        if not runs:
            # the folder is opened again once its demo data are made
            runs.append(WholeRun(folder))
        open_data(self, known)

    Opening.begin = begin  # type: ignore[method-assign]
    code = application.run(["--data", str(folder), "--demo"])
    assert not runs[0].steps, f"{len(runs[0].steps)} steps were left undone"
    print("code", code, "paper", (folder / "m.pdf").stat().st_size > 10_000, flush=True)


def _paper(screens: Screens) -> PaperController:
    controller = screens.screen("paper").controller
    assert isinstance(controller, PaperController)
    return controller


if __name__ == "__main__":
    main(Path(sys.argv[1]))
