"""Signals of the minutes page for operator requests, shared by all its panes."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class MinutesSignals(QObject):
    """Signals carry record ids, or an edited record with the name of the changed field."""

    clause_added = Signal(int, str)
    """Agenda item and text of a new clause."""
    clause_edited = Signal(object, str)
    clause_kind_requested = Signal(int, str)
    """A clause and the kind it shall have; "note" makes it a plain clause again."""
    clause_removed = Signal(int)
    clause_moved = Signal(int, int)
    clause_moved_to = Signal(int, int)
    effect_requested = Signal(int, object)
    """The form for an effect of this clause, filled with a kind and a resolution, or None."""
    effect_sent = Signal(object, object)
    """The effect as typed, and the ids of the tasks that it accepts without a report."""
    effect_removed = Signal(int, str)
    """An effect, and its words."""
    fates_requested = Signal()
    """The form that asks what becomes of the items without text."""
    fates_sent = Signal(object)
    """What becomes of them, as a list."""
    contribution_added = Signal(int, str, str)
    """Agenda item, speaker and text."""
    said_edited = Signal(object)
    contribution_removed = Signal(int)
    contribution_moved = Signal(int, int)
    closing_edited = Signal(object, str)
    signers_edited = Signal(object)
    signers_reset_requested = Signal()

    upstream_sent = Signal(object, object, int)
    """The decision as typed, as the form once read it, and the clause that cites it."""
    confirm_requested = Signal(int)
    """The agenda item that confirms the minutes of the meeting before."""

    item_chosen = Signal(int)
    """The keyboard came to an agenda item, beside its clauses; a clause of it that is chosen stays so."""
    chosen = Signal(int, int)
    """Agenda item and clause (0 for none) that the keyboard or the pointer came to."""
    facts_requested = Signal(int)
    """The keyboard goes from the text of a clause to its facts."""
    facts_left = Signal(int)
    """And back to the text (-1), or on to what stands after it (1)."""
    clause_menu_requested = Signal(int)
    """The menu of a clause, from its grip."""
    said_menu_requested = Signal(int)
    """The menu of a contribution, from its grip."""
    target_requested = Signal(object)
    """The place of a gap, from the strip."""

    preview_requested = Signal()
    reading_requested = Signal()
    reading_left = Signal()
    read_requested = Signal()
    digits_requested = Signal()
    """The digits of all free texts shall be Persian."""
    finalise_requested = Signal()
    withdraw_requested = Signal()
    drop_requested = Signal()
    """The draft of a correction is not wanted any more."""
    draft_requested = Signal()
    history_requested = Signal()
    meeting_requested = Signal()
    resolution_requested = Signal(int)
    """A row of the report on earlier resolutions is opened."""
    version_requested = Signal(int)
    copy_requested = Signal()
    band_action_requested = Signal()
    band_second_requested = Signal()
