"""What Windows itself answers when it is told; that it is told, and when, is shown on every system beside this."""

from __future__ import annotations

import sys

import pytest

from desktop_app.bootstrap.windows_shell import let_come_forward, name_program

pytestmark = pytest.mark.skipif(sys.platform != "win32", reason="only Windows has a taskbar of that kind")


def test_the_name_of_the_program_is_taken() -> None:
    """Wine cannot be asked for the name: it answers E_NOTIMPL."""
    assert name_program() == 0


def test_leave_to_come_forward_can_be_given() -> None:
    assert let_come_forward() in (0, 1)
