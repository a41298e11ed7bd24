"""Signals of the page of members for what the operator wants."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

RowKey = tuple[str, int]
"""Kind of record and its id: ``("seat", 3)``."""
SEAT, UNIT, PERSON = "seat", "unit", "person"


class MembersSignals(QObject):
    """Each signal is one wish; records come with the record as the form once read it (None for a new one)."""

    seat_saved = Signal(object, object)
    unit_saved = Signal(object, object)
    person_saved = Signal(object, object)
    nominated = Signal(object)
    membership_begun = Signal(int, object, bool)
    membership_ended = Signal(int, object, str)
    letter_saved = Signal(object, object)
    archive_requested = Signal(str, int)
    restore_requested = Signal(str, int)
    shifted = Signal(str, int, int)
    register_requested = Signal(int)
    """A line of the registers: a letter to a unit."""
    unit_shown = Signal(int)
    tasks_requested = Signal(int)
    history_requested = Signal()
    notice_act_requested = Signal()
    copied = Signal(bool)
    """True for the whole list, False for one row."""
    edited = Signal()
    founding_requested = Signal()
    late_letter_requested = Signal(int)
    """Carries the party."""
