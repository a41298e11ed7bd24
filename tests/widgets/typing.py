"""Real key events: pytest-qt's own typing aborts the process on Persian letters."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

PLAIN = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
Chord = tuple[Qt.Key, Qt.KeyboardModifier]
PASTING: tuple[Chord, ...] = ((Qt.Key.Key_V, CONTROL), (Qt.Key.Key_Insert, SHIFT))
"""What pastes on every system."""


def press(widget: QWidget, key: Qt.Key, text: str = "", held: Qt.KeyboardModifier = PLAIN) -> None:
    """One key down and up."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, held, text))


def type_text(widget: QWidget, text: str) -> None:
    """Letter by letter, Persian included."""
    for letter in text:
        key = Qt.Key(ord(letter.upper())) if letter.isascii() else Qt.Key(0)
        press(widget, key, letter)


def take_mask_of_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Turned round, a modifier leaves none of the others, as where the mask of all of them is a negative number."""
    none_of_them = SHIFT.value - 1
    monkeypatch.setattr(Qt.KeyboardModifier, "__invert__", lambda one: Qt.KeyboardModifier(~one.value & none_of_them))
