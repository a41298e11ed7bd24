"""Self-test of the program inside its own window: each step of ``domain/smoke.py`` in turn, told as soon as it ends.

It is started by `--smoke` (``cli/smoke_answers.py``), which watches it and writes the report. Everything lies below
one folder that is given: demo data, settings, what is made.
"""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEventLoop, QTimer, qVersion
from PySide6.QtWidgets import QApplication, QLabel

from desktop_app import paths
from desktop_app.bootstrap.application import run
from desktop_app.bootstrap.opening import Opening
from desktop_app.bootstrap.screens import Screens
from desktop_app.domain.errors import Refused
from desktop_app.domain.smoke import STEPS, StepResult
from desktop_app.text.shared.refusals import sentence
from desktop_app.views.shell.main_window import MainWindow

PATIENCE: Final = 120
"""Seconds that one thing is waited for."""
LOOK_MS: Final = 20


class SmokeFailed(Exception):
    """What a step found is not what a whole program shows."""


class SmokeContext:
    """The window under test, and the folder in which everything lies."""

    def __init__(self, folder: Path, window: MainWindow, opening: Opening) -> None:
        self.folder, self.window, self.opening = folder, window, opening

    @property
    def data(self) -> Path:
        """The data folder."""
        return self.folder / "data"

    @property
    def screens(self) -> Screens:
        """The pages over the open office."""
        if self.opening.screens is None:
            raise SmokeFailed("no office is open")
        return self.opening.screens

    def require(self, holds: bool, why: str) -> None:
        """Fail the step where something does not hold."""
        if not holds:
            raise SmokeFailed(why)

    def until(self, holds: Callable[[], bool], what: str) -> None:
        """Let the window work until something holds; a dialog that asks meanwhile is a failure by its words."""
        begun, wrong = time.monotonic(), ""
        loop, timer = QEventLoop(), QTimer()

        def look() -> None:
            nonlocal wrong
            wrong = _asked(what) or ("" if time.monotonic() - begun < PATIENCE else f"waited in vain for {what}")
            if holds() or wrong:
                loop.quit()

        if not holds():
            timer.timeout.connect(look)
            timer.start(LOOK_MS)
            loop.exec()
        self.require(not wrong, wrong)

    def call(self, *arguments: str) -> int:
        """This very program once more, with these arguments; its exit code. The window goes on working."""
        # a program of the window has no streams, nor has one that it starts
        other = subprocess.Popen(
            [*paths.program_command(), *arguments],
            cwd=paths.program_folder(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            self.until(lambda: other.poll() is not None, f"the end of {arguments}")
        finally:
            other.kill()
        return other.wait()


Step = Callable[[SmokeContext], str]
"""What was found, in a few words; whatever it raises fails the step."""


class SmokeRun:
    """Takes the steps once the window is opening, and closes it."""

    def __init__(self, folder: Path, steps: Mapping[str, Step]) -> None:
        self._folder, self._steps = folder, steps
        self.failed: list[str] = []

    def begin(self, opening: Opening) -> None:
        """Be at work as soon as the folder is open, also where the opening asks something or goes on in vain."""
        until = time.monotonic() + PATIENCE

        def look() -> None:
            # while the folder is opened its loop would wait for the steps, and the steps for the folder
            if opening.screens is None and QApplication.activeModalWidget() is None and time.monotonic() < until:
                QTimer.singleShot(LOOK_MS, look)
            else:
                self._take(opening)

        QTimer.singleShot(0, look)

    def _take(self, opening: Opening) -> None:
        window = next(one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow))
        smoke = SmokeContext(self._folder, window, opening)
        with (self._folder / "steps.jsonl").open("w", encoding="utf-8") as lines:
            for name, step in self._steps.items():
                result = _result(name, step, smoke)
                self.failed += [] if result.ok else [name]
                lines.write(result.line() + "\n")
                lines.flush()
        _write_facts(self._folder / "facts.json", smoke)
        window.set_may_close(lambda: True)
        asking = QApplication.activeModalWidget()
        if asking is not None:
            asking.close()
        window.close()


def run_steps(folder: Path) -> int:
    """Open the window over demo data in ``folder`` and test it; 0 where every step went well."""
    from desktop_app.bootstrap.smoke import smoke_paper, smoke_steps

    found = {**smoke_steps.STEPS_OF_WINDOW, **smoke_paper.STEPS_OF_PAPER}
    test = SmokeRun(folder, {name: found[name] for name in STEPS})
    code = run(["--data", str(folder / "data"), "--demo"], test.begin)
    return code or int(bool(test.failed))


def _asked(what: str) -> str:
    """What a dialog of the program asks, empty while there is none."""
    asking = QApplication.activeModalWidget()
    if asking is None:
        return ""
    said = " / ".join(label.text() for label in asking.findChildren(QLabel) if label.text())
    return f"waiting for {what}, the program asked: {said}"


def _result(name: str, step: Step, smoke: SmokeContext) -> StepResult:
    begun = time.monotonic()
    try:
        ok, detail = True, step(smoke)
    except Refused as refused:
        ok, detail = False, f"{sentence(refused)} [{refused.key}]"
    except Exception as error:
        ok, detail = False, f"{type(error).__name__}: {error}"
    return StepResult(name, ok, round(time.monotonic() - begun, 3), detail)


def _write_facts(file: Path, smoke: SmokeContext) -> None:
    facts = {"qt": qVersion()}
    if smoke.opening.screens is not None:
        facts["sqlite"] = smoke.screens.office.folder.engine()["sqlite"]
    file.write_text(json.dumps(facts), encoding="utf-8")
