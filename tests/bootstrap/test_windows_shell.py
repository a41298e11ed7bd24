"""What Windows itself says after it was told."""

from __future__ import annotations

import ctypes
import sys

import pytest

from desktop_app.bootstrap.windows_shell import MODEL_ID, let_come_forward, name_program

pytestmark = pytest.mark.skipif(sys.platform != "win32", reason="only Windows has a taskbar of that kind")


def test_the_process_has_the_name_of_the_shortcut() -> None:
    if sys.platform == "win32":
        name_program()
        found = ctypes.c_wchar_p()
        assert ctypes.windll.shell32.GetCurrentProcessExplicitAppUserModelID(ctypes.byref(found)) == 0
        assert found.value == MODEL_ID


def test_leave_to_come_forward_is_given_without_a_fault() -> None:
    let_come_forward()
