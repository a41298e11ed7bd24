"""A window over data that are only looked at, and what its pages offer there."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QWidget

from desktop_app.domain.rules.minutes import MinutesVersion
from desktop_app.widgets.shell.page import Page
from desktop_app.window.kit.destinations import Destination
from tests.bootstrap.conftest import Run, Start
from tests.bootstrap.test_history_page import forge
from tests.bootstrap.test_typed_drafts import ground
from tests.shown import child
from tests.writing_places import Ground

NONE, ALT, CONTROL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
)
CHANGING = ((Qt.Key.Key_F2, NONE), (Qt.Key.Key_Delete, NONE), (Qt.Key.Key_Up, ALT), (Qt.Key.Key_Down, ALT))
"""Keys of a row: edit, remove, order."""
EXTRA = "CREATE TRIGGER extra AFTER INSERT ON person BEGIN DELETE FROM draft; END"
"""Nothing of the records is wrong, and yet they are opened for reading."""


class Looking:
    """The program over data that are only looked at."""

    def __init__(self, run: Run, place: Ground) -> None:
        self.run, self.place = run, place
        self.office = place.screens.office
        assert not self.office.folder.writable

    def page(self, destination: Destination, kind: type[Page]) -> Page:
        """Go there, and find the page."""
        self.place.screens.go(destination)
        QApplication.processEvents()
        found = child(self.run.window, kind)
        assert found.isVisible()
        return found

    def versions(self) -> Sequence[MinutesVersion]:
        """All versions of minutes."""
        with self.office.context.read() as work:
            return work.versions.where()

    def is_untouched(self) -> None:
        """Nothing was asked and nothing refused."""
        QApplication.processEvents()
        assert self.run.dialogs.asked == []


@pytest.fixture
def looking(start: Start, begun_folder: Path) -> Looking:
    """A meeting in session whose minutes are being written, and older ones that are signed."""
    forge(begun_folder, EXTRA)
    return Looking(*ground(start, begun_folder))


def names(menu: QMenu) -> list[str]:
    """The acts of a menu, without their keys."""
    return [one.text().split("\t")[0] for one in menu.actions() if not one.isSeparator()]


def seen(holder: QWidget) -> set[str]:
    """The object names of the buttons that show."""
    return {one.objectName() for one in holder.findChildren(QPushButton) if one.isVisible()}


def press(widget: QWidget, keys: Sequence[tuple[Qt.Key, Qt.KeyboardModifier]]) -> None:
    """Press keys in a widget."""
    for key, held in keys:
        QTest.keyClick(widget, key, held)
        QApplication.processEvents()
