"""Signals of the meeting page: requests of its panes to the controller."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class MeetingSignals(QObject):
    """Signals carry record ids; 0 is a new record."""

    act_requested = Signal(str)
    """Key of an act of the header or its menu."""
    notice_act_requested = Signal()
    """The button of the notice above the page."""
    list_requested = Signal()
    minutes_requested = Signal()

    fact_edited = Signal(object, str)
    """The meeting as it shall be, and the field that was changed."""

    item_saved = Signal(object)
    item_removed = Signal(int)
    item_moved = Signal(int, int)
    item_parked = Signal(int)
    item_taken_up = Signal(int)
    item_started = Signal(int)
    item_finished = Signal(int)

    seat_marked = Signal(int, object)
    """Seat and the mark it shall have."""
    seat_late = Signal(int)

    edit_left = Signal()
    """A form was left without saving what was typed in it."""

    guest_saved = Signal(object)
    guest_removed = Signal(int)
    guest_requested = Signal()
    """The form of a new guest, wherever it stands."""

    sending_requested = Signal(object)
    """Names of invitees whom a sending is recorded of; empty for all who wait."""
    sending_struck = Signal(int)
    """A record of a sending that is to be taken back."""
    register_requested = Signal(int)
    """A line of the registers: a letter that came in about the meeting."""
    letter_requested = Signal(int)
    """A record of a sending whose letter is to be seen."""
