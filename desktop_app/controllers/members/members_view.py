"""View interface of the page of members for its controller: protocols of the page and its signals."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import SignalInstance

from desktop_app.domain.read_models.members_sheet import MembersSheet
from desktop_app.widgets.style.tokens import Tone


class MembersWants(Protocol):
    """The operator's signals, as the page tells them."""

    seat_saved: SignalInstance
    unit_saved: SignalInstance
    person_saved: SignalInstance
    nominated: SignalInstance
    membership_begun: SignalInstance
    membership_ended: SignalInstance
    letter_saved: SignalInstance
    archive_requested: SignalInstance
    restore_requested: SignalInstance
    shifted: SignalInstance
    unit_shown: SignalInstance
    tasks_requested: SignalInstance
    notice_act_requested: SignalInstance
    copied: SignalInstance
    edited: SignalInstance
    founding_requested: SignalInstance


class MembersView(Protocol):
    """The page; a refusal that finds its field answers True."""

    @property
    def signals(self) -> MembersWants:
        """What the operator wants."""

    def show_sheet(self, sheet: MembersSheet) -> None:
        """Seats, units, people."""

    def show_missing(self) -> None:
        """There is no committee yet."""

    def show_open_tasks(self, unit_id: int, count: int) -> None:
        """What a unit has in hand."""

    def show_notice(self, text: str, tone: Tone, action: str = "") -> None:
        """What was refused or done."""

    def clear_notice(self) -> None:
        """Take the notice away."""

    def show_refusal(self, field: str, text: str) -> bool:
        """In the open form."""

    def close_form(self, kind: str = "", record_id: int = 0) -> None:
        """What was typed is saved."""

    def focus_list(self) -> None:
        """The keyboard to the list."""

    def unfinished(self) -> int:
        """Forms that are not saved."""

    def set_guard(self, may_replace: Callable[[], bool]) -> None:
        """Who is asked before something typed is given up."""
