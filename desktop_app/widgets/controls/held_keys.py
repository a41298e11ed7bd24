"""The modifier keys of a key event, to compare with the allowed ones.

A mask is never turned round: on Windows the mask of all modifiers is a negative number, and what
`~Qt.KeyboardModifier.ShiftModifier` gives there holds no modifier at all.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

SHIFT: Final = Qt.KeyboardModifier.ShiftModifier


CONTROL: Final = Qt.KeyboardModifier.ControlModifier


ALT: Final = Qt.KeyboardModifier.AltModifier


_TOLD: Final = (SHIFT, CONTROL, ALT, Qt.KeyboardModifier.MetaModifier, Qt.KeyboardModifier.GroupSwitchModifier)


def held_keys(event: QKeyEvent) -> frozenset[Qt.KeyboardModifier]:
    """Return the modifier keys of an event without the number pad flag."""
    held = event.modifiers()
    return frozenset(key for key in _TOLD if held & key)
