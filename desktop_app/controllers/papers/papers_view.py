"""Interfaces for the controller of papers and reports: services, and its page, which does not know this file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import SignalInstance

from desktop_app.controllers.signing.paper_view import OpenPages
from desktop_app.domain.documents.letter_lines import AddresseeLine
from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.paper_orders import PaperChoices, PaperOrder
from desktop_app.widgets.paper.page_view import Render

Told = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class PapersServices:
    """What the page can have done; bound by bootstrap.

    ``make`` and ``word`` are called off the main thread and tell how far they are; what their listener raises ends
    them. ``invitees`` of a meeting are none where nobody can be invited. ``letters_made`` is told
    of invitations that were saved or printed.
    """

    choices: Callable[[], PaperChoices]
    invitees: Callable[[int], Sequence[AddresseeLine]]
    make: Callable[[PaperOrder, Told], bytes]
    word: Callable[[PaperOrder, Told], bytes]
    has_word: Callable[[PaperKind], bool]
    open_pages: Callable[[bytes], OpenPages]
    write_file: Callable[[Path, bytes], str]
    suggested_folder: Callable[[], Path]
    show_folder: Callable[[Path], object]
    remembered: Callable[[], PaperOrder]
    remember: Callable[[PaperOrder], None]
    letters_made: Callable[[PaperOrder], None]


class PapersView(Protocol):
    """What the page offers to its controller."""

    kind_requested: SignalInstance
    edited: SignalInstance
    make_requested: SignalInstance
    save_requested: SignalInstance
    word_requested: SignalInstance
    print_requested: SignalInstance
    cancel_requested: SignalInstance
    retry_requested: SignalInstance
    folder_requested: SignalInstance
    list_requested: SignalInstance
    meeting_requested: SignalInstance

    def show_choices(self, choices: PaperChoices) -> None:
        """What papers may be about."""
        ...

    def show_invitees(self, invitees: Sequence[AddresseeLine]) -> None:
        """Whom the invitations to the chosen meeting go to."""
        ...

    def show_order(self, order: PaperOrder, *, has_word: bool) -> None:
        """The chosen kind with its form, filled."""
        ...

    def show_way_to_meeting(self, *, offered: bool) -> None:
        """Whether the page was reached from a meeting, to which a button leads back."""
        ...

    def focus_list(self) -> None:
        """The keyboard to the chosen kind."""
        ...

    def order(self) -> PaperOrder:
        """What stands in the form."""
        ...

    def order_for(self, kind: PaperKind) -> PaperOrder:
        """The same for another kind, without what nobody chose."""
        ...

    def may_go_on(self) -> bool:
        """Whether every field can be read; else the keyboard goes to the first that cannot."""
        ...

    def show_making(self) -> None:
        """A paper is being made."""
        ...

    def show_word(self, *, making: bool) -> None:
        """A Word file is being made beside the paper that shows, or no longer."""
        ...

    def show_progress(self, done: int, total: int) -> None:
        """How far a long paper is."""
        ...

    def show_pages(self, count: int, render: Render | None) -> None:
        """The paper."""
        ...

    def show_nothing(self, title: str, why: str, *, offer: bool = False, page: str = "") -> None:
        """Why there is no paper to be seen; with the offer to make it, or the way to the page where it begins."""
        ...

    def show_ways(self, *, possible: bool) -> None:
        """Whether there is anything to save and print."""
        ...

    def show_refusal(self, title: str, text: str = "", action: str = "") -> None:
        """What went wrong, with the button for another try."""
        ...

    def show_field_refusal(self, field: str, text: str) -> bool:
        """Beside the field of the form that it is about."""
        ...

    def show_done(self, text: str, why: str = "") -> None:
        """What was done."""
        ...

    def keep_written(self) -> None:
        """What the operator wrote is in a file now, or on paper."""

    def show_saved(self, text: str) -> None:
        """A file was written, with the way to its folder."""
        ...

    def show_dropped(self, text: str, action: str) -> None:
        """What waited for another paper was not done; told until something else is, with the way to do it now."""
        ...

    def clear_message(self) -> None:
        """Nothing is said any more."""
        ...
