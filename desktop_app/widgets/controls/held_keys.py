"""Set of the modifier keys that are held with another key, to be compared with the set that is allowed.

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
    """The modifier keys of an event; that a key is on the number pad is no key that is held."""
    held = event.modifiers()
    return frozenset(key for key in _TOLD if held & key)
