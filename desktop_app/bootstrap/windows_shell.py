"""Name of the program for the taskbar of Windows, and the leave that its windows need to come to the front."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Final

MODEL_ID: Final = "Dabirkhaneh.Dabirkhaneh"
"""AppUserModelID: windows of one name are one group in the taskbar; the setup gives it to its shortcuts, too."""

_ANYONE: Final = 0xFFFFFFFF
"""ASFW_ANY."""

if sys.platform == "win32":
    import ctypes

    def _name(model_id: str) -> object:
        return ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID(model_id)

    def _allow(process: int) -> object:
        return ctypes.windll.user32.AllowSetForegroundWindow(ctypes.c_uint32(process))

else:

    def _name(_model_id: str) -> object:
        return None

    def _allow(_process: int) -> object:
        return None


def name_program(name: Callable[[str], object] = _name) -> object:
    """Before the first window: else Windows groups it by its file, and a pinned shortcut stands beside its window.

    Windows answers 0 where it took the name.
    """
    return name(MODEL_ID)


def let_come_forward(allow: Callable[[int], object] = _allow) -> object:
    """Let another process come to the front; only whom the operator has just started may give this leave."""
    return allow(_ANYONE)
