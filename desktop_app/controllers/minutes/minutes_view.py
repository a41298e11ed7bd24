"""View interface of the minutes editor for its controller; the page does not know this file."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import SignalInstance

from desktop_app.domain.read_models.sheets import MinutesSheet, Target
from desktop_app.widgets.style.tokens import Tone


class MinutesSignals(Protocol):
    """What the operator wants, as signals; their arguments are told where they are declared."""

    clause_added: SignalInstance
    clause_edited: SignalInstance
    clause_kind_requested: SignalInstance
    clause_removed: SignalInstance
    clause_moved: SignalInstance
    clause_moved_to: SignalInstance
    said_added: SignalInstance
    said_edited: SignalInstance
    said_removed: SignalInstance
    said_moved: SignalInstance
    closing_edited: SignalInstance
    signers_edited: SignalInstance
    signers_reset_requested: SignalInstance
    upstream_sent: SignalInstance
    confirm_requested: SignalInstance
    target_requested: SignalInstance
    preview_requested: SignalInstance
    reading_requested: SignalInstance
    reading_left: SignalInstance
    read_requested: SignalInstance
    finalise_requested: SignalInstance
    withdraw_requested: SignalInstance
    drop_requested: SignalInstance
    draft_requested: SignalInstance
    meeting_requested: SignalInstance
    version_requested: SignalInstance
    copy_requested: SignalInstance
    band_action_requested: SignalInstance
    band_second_requested: SignalInstance


class MinutesView(Protocol):
    """The page. A place is named by subject ("clause", "said", "closing" …), id of the record, and field."""

    @property
    def signals(self) -> MinutesSignals:
        """The signals of the page."""

    def show_sheet(self, sheet: MinutesSheet) -> None:
        """Show the records as stored; what is typed and not stored stays."""

    def choose(self, agenda_item_id: int, clause_id: int) -> None:
        """Make an agenda item, and a clause of it (0 for none), the chosen one."""

    def choose_resolution(self, resolution_id: int) -> None:
        """Make the clause of a resolution the chosen one."""

    def go_to(self, target: Target) -> None:
        """Bring the keyboard to the place of a gap."""

    def flush(self) -> None:
        """Ask for the saving of everything typed that is not stored."""

    def forget_typed(self) -> None:
        """Let go of everything typed that was refused: another version is about to be shown."""

    def unfinished(self) -> int:
        """How many fields hold something that is no value yet, such as half a date."""

    def show_refusal(self, subject: str, subject_id: int, field: str, text: str) -> None:
        """Say beside its field why something was refused; in the page's band where there is no field."""

    def clear_refusal(self, subject: str, subject_id: int, field: str) -> None:
        """What was refused is stored now."""

    def empty_new_line(self, subject: str, agenda_item_id: int) -> None:
        """The line for a new record was taken; it is ready for the next."""

    def close_form(self) -> None:
        """The record in the form that is open was taken."""

    def show_band(self, title: str, detail: str, tone: Tone, action: str = "", second: str = "") -> None:
        """Say something above the page, with the one or two things to do next."""

    def clear_band(self) -> None:
        """Take the band away."""

    def show_reading(self, sheet: MinutesSheet) -> None:
        """Begin the reading step, or show it anew."""

    def end_reading(self) -> None:
        """Back to writing."""

    def copy_text(self, text: str) -> None:
        """Put plain text on the clipboard."""
