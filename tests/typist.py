"""A person who types without a pause, in a process of its own: ``python -m tests.typist FOLDER KIND [M ITEM VERSION]``.

Each word that stands in the field is told on standard output with the second of typing at which it stood there, so
that whoever kills the process knows what was typed by then. Seconds of typing are the pauses that were meant between
the letters: on a machine that gives this process no time they grow no longer.
"""

from __future__ import annotations

import random
import sys
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from desktop_app.domain.calendar.clock import FixedClock
from desktop_app.widgets.fields.drafted import Field
from desktop_app.window.shell.application import install_translator, make_application
from desktop_app.window.shell.main_window import MainWindow
from desktop_app.window.shell.opening import Opening
from tests.bootstrap.parts import AnsweringDialogs, PaperTray
from tests.writing_places import Ground, come_to

BETWEEN_MS = (40, 160)
"""Between two letters: faster than anybody rests."""
CLOCK = FixedClock(datetime(2023, 5, 13, 12, tzinfo=UTC))


class Typist:
    """Types «w0 w1 w2 …» letter by letter and tells each letter as soon as it stands there."""

    def __init__(self, field: Field, chance: random.Random) -> None:
        self._field, self._chance = field, chance
        self._letters = (letter for number in count() for letter in f"w{number} ")
        self._typed = ""
        self._second = 0.0

    def type_on(self) -> None:
        """One letter, and the next one soon."""
        letter = next(self._letters)
        key = Qt.Key(ord(letter.upper()))
        field = QApplication.focusWidget() or self._field
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(field, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter))
        self._typed += letter
        sys.stdout.write(f"{self._second:.3f} {self._typed.rstrip()}\n")
        sys.stdout.flush()
        pause = self._chance.randint(*BETWEEN_MS)
        self._second += pause / 1000
        QTimer.singleShot(pause, self.type_on)


def main(arguments: list[str]) -> int:
    """Open the folder in a window, come to the field, and type until killed."""
    folder, kind, *ids = arguments
    app = make_application()
    install_translator(app)
    window = MainWindow()
    window.show()
    window.activateWindow()
    opening = Opening(window, Path(folder), dialogs=AnsweringDialogs(), printer=PaperTray(), clock=CLOCK)
    opening.begin()

    typists: list[Typist] = []

    def give_up(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """An error in the loop ends the process, so that nobody waits for its words."""
        sys.__excepthook__(kind, error, trace)
        app.exit(1)

    sys.excepthook = give_up

    def begin() -> None:
        assert opening.screens is not None
        meeting, item, version = map(int, ids)
        field = come_to(Ground(window, opening.screens, meeting, item, version), kind)
        # a timer holds nobody: the typist would stop after the first letter
        typists.append(Typist(field, random.Random(kind)))
        typists[0].type_on()

    QTimer.singleShot(200, begin)
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
