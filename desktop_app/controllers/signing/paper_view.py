"""Interfaces for the print page's controller: services, an open PDF, and its page, which does not know this file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import SignalInstance

from desktop_app.controllers.signing.paper_round_trip import RoundTripServices, RoundTripView
from desktop_app.domain.read_models.paper_sheet import PaperSheet
from desktop_app.services.outcome import Outcome
from desktop_app.widgets.paper.page_canvas import PageImage
from desktop_app.widgets.paper.page_view import Render


class OpenPages(Protocol):
    """A PDF that is open for looking at."""

    @property
    def count(self) -> int:
        """How many pages."""

    @property
    def points(self) -> tuple[tuple[float, float], ...]:
        """Width and height of each page in points."""

    def draw(self, page: int, width: int) -> PageImage:
        """One page at a width in pixels."""

    def close(self) -> None:
        """Let the PDF go."""


@dataclass(frozen=True, slots=True)
class PaperServices:
    """What the page can have done; bound by bootstrap.

    ``write_file`` goes where the operator wants it, ``keep_paper`` under a name among the papers of the data folder;
    both answer the digest.
    """

    sheet: Callable[[int], PaperSheet]
    make_pdf: Callable[[int], bytes]
    open_pages: Callable[[bytes], OpenPages]
    write_file: Callable[[Path, bytes], str]
    keep_paper: Callable[[str, bytes], str]
    record_printing: Callable[[int, int, str, str], Outcome]
    suggested_folder: Callable[[], Path]
    round_trip: RoundTripServices


class PaperView(RoundTripView, Protocol):
    """What the print page offers to its controller."""

    save_requested: SignalInstance
    print_requested: SignalInstance
    back_requested: SignalInstance
    retry_requested: SignalInstance

    def show_sheet(self, sheet: PaperSheet) -> None:
        """Title, state, actions and round trip."""

    def show_pages(self, count: int, render: Render | None) -> None:
        """The pages, or none while they are being made."""

    def show_refusal(self, title: str, text: str = "", action: str = "") -> None:
        """What went wrong."""

    def unfinished(self) -> bool:
        """Whether a notice is being written."""
