"""What Windows itself answers when it is told; that it is told, and when, is shown on every system beside this."""

from __future__ import annotations

from desktop_app.window.shell.single import allow_to_front, set_taskbar_id
from tests.systems import only_on_windows

pytestmark = only_on_windows("no other system has a taskbar of that kind")


def test_the_name_of_the_program_is_taken() -> None:
    """Wine cannot be asked for the name: it answers E_NOTIMPL."""
    assert set_taskbar_id() == 0


def test_leave_to_come_forward_can_be_given() -> None:
    assert allow_to_front() in (0, 1)
