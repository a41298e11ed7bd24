"""View interface of the meeting page for its controller: protocols of the page, its signals and its forms."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import SignalInstance

from desktop_app.domain.read_models.sheets import MeetingSheet
from desktop_app.domain.rules.invitations import Sending
from desktop_app.domain.rules.scheduling import DayFinding
from desktop_app.text.meetings.meeting_course import TimeAsked
from desktop_app.widgets.paper.page_view import Render
from desktop_app.widgets.shell.action_bar import PageAction


class MeetingWants(Protocol):
    """The operator's signals, as the page tells them."""

    act_requested: SignalInstance
    notice_act_requested: SignalInstance
    list_requested: SignalInstance
    minutes_requested: SignalInstance
    fact_edited: SignalInstance
    item_saved: SignalInstance
    item_removed: SignalInstance
    item_moved: SignalInstance
    item_parked: SignalInstance
    item_taken_up: SignalInstance
    item_started: SignalInstance
    item_finished: SignalInstance
    seat_marked: SignalInstance
    seat_late: SignalInstance
    edit_left: SignalInstance
    guest_saved: SignalInstance
    guest_removed: SignalInstance
    sending_requested: SignalInstance
    sending_struck: SignalInstance
    letter_requested: SignalInstance


class ShownLetter(Protocol):
    """A letter that was sent, while it shows."""

    let_go: SignalInstance


class PostponeForm(Protocol):
    """The open form of putting the meeting off."""

    judged: SignalInstance
    saved: SignalInstance

    def is_dirty(self) -> bool:
        """Whether something was typed."""

    def show_findings(self, findings: Sequence[DayFinding]) -> None:
        """What the new day means."""

    def show_refusal(self, field: str, text: str) -> bool:
        """Beside its field."""

    def leave(self) -> None:
        """Close without saving."""

    def accept(self) -> None:
        """Close: it is saved."""


class SendingForm(Protocol):
    """The open form of a sending."""

    saved: SignalInstance

    def is_dirty(self) -> bool:
        """Whether something was typed."""

    def show_refusal(self, field: str, text: str) -> bool:
        """Beside its field."""

    def leave(self) -> None:
        """Close without saving."""

    def accept(self) -> None:
        """Close: it is saved."""


class TimesForm(Protocol):
    """The open form of an hour."""

    saved: SignalInstance

    def is_dirty(self) -> bool:
        """Whether something was typed."""

    def show_refusal(self, text: str) -> None:
        """Beneath the field."""

    def leave(self) -> None:
        """Close without saving."""

    def accept(self) -> None:
        """Close: it is saved."""


class MeetingView(Protocol):
    """The page; a refusal that finds its field answers True."""

    @property
    def signals(self) -> MeetingWants:
        """What the operator wants."""

    @property
    def postponing(self) -> PostponeForm | None:
        """The form of putting the meeting off, while it is open."""

    def open_postpone(self) -> PostponeForm:
        """Open that form."""

    @property
    def sending(self) -> SendingForm | None:
        """The form of a sending, while it is open."""

    def open_sending(self, offered: Sending) -> SendingForm:
        """Open that form."""

    def show_letter(self, name: str, context: str, count: int, render: Render) -> ShownLetter:
        """Show a letter that was sent."""

    @property
    def times(self) -> TimesForm | None:
        """The form of an hour, while it is open."""

    def open_times(self, asked: TimeAsked, time: str) -> TimesForm:
        """Open that form."""

    def show_sheet(self, sheet: MeetingSheet) -> None:
        """Everything of a meeting."""

    def show_acts(self, buttons: Sequence[PageAction], menu: Sequence[PageAction]) -> None:
        """What may be done now."""

    def show_notice(self, text: str, action: str = "") -> None:
        """What was refused."""

    def clear_notice(self) -> None:
        """Take the notice away."""

    def show_fact_refusal(self, field: str, text: str) -> bool:
        """Beside a fact."""

    def show_item_refusal(self, field: str, text: str) -> bool:
        """In the form of an item."""

    def show_seat_refusal(self, seat_id: int, field: str, text: str) -> bool:
        """In the form of a seat."""

    def show_guest_refusal(self, field: str, text: str) -> bool:
        """In the form of a guest."""

    def close_item_form(self, item_id: int) -> None:
        """An item was saved."""

    def close_guest_form(self) -> None:
        """A guest was saved or removed."""

    def go_to_item(self, item_id: int) -> None:
        """The keyboard to an item."""

    def go_to_agenda(self) -> None:
        """The keyboard to the agenda."""

    def go_to_invitations(self) -> None:
        """The keyboard to the invitations."""

    def go_to_attendance(self) -> None:
        """The keyboard to the attendance."""

    def go_to_fact(self, field: str) -> None:
        """The keyboard to a fact."""

    def focus_first(self) -> None:
        """The keyboard to where work begins."""

    def flush(self) -> None:
        """Save what is typed."""

    def forget_typed(self) -> None:
        """Give up what could not be saved: its forms close, and the facts show what is stored."""

    def unfinished(self) -> int:
        """How much could not be saved."""
