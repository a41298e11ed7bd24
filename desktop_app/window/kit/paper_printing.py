"""Interface of printing for the page controllers, and the question before a meeting's file is closed.

Controllers import neither printing nor the machine. Closing a file has no way back: the question names what it means
and what is still missing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Protocol

from desktop_app.domain.documents.documents import Paper
from desktop_app.domain.documents.paper_kinds import PaperKind, Profile
from desktop_app.domain.errors import Refused
from desktop_app.domain.progress import Progress, no_progress
from desktop_app.domain.rules.notices import NotificationState
from desktop_app.services.context import Context
from desktop_app.services.files.scans_sheet import scans_sheet
from desktop_app.services.minutes.paper_sheet import paper_sheet
from desktop_app.widgets.feedback.dialogs import Choice, Dialogs, Question
from desktop_app.widgets.paper.open_pages import OpenPages
from desktop_app.widgets.style.tokens import Tone
from desktop_app.words import signing as words


def confirm_close(dialogs: Dialogs, notice: NotificationState, missing: Sequence[int]) -> bool:
    """Ask whether to close the file; ``missing`` are the originals without a scan. «No» is proposed."""
    text = words.ask_close(notice.waiting, len(notice.corrected), missing)
    choices = (Choice("stay", words.KEEP_OPEN), Choice("close", words.CLOSE))
    return dialogs.ask(Question(words.ASK_CLOSE, text, choices, Tone.WARNING)) == "close"


def confirm_close_with_minutes(dialogs: Dialogs, context: Context, version_id: int | None) -> bool:
    """Ask whether to close the file of a meeting with these minutes, None for no minutes."""
    if version_id is None:
        return confirm_close(dialogs, NotificationState(), ())
    try:
        notice, missing = paper_sheet(context, version_id).notice, scans_sheet(context, version_id).missing
    except Refused:
        # minutes that cannot be read hold no question: what it means is told all the same
        return confirm_close(dialogs, NotificationState(), ())
    return confirm_close(dialogs, notice, missing)


NEVER_THERE: Final = frozenset({"target_of_office", "target_not_file", "file_name_unusable"})
"""Why a file can never be written at a place, however often it is tried."""


@dataclass(frozen=True, slots=True)
class SavedPrint:
    """A paper saved for signing: its file name and the hash of its bytes."""

    name: str
    sha256: str


class PaperPrinting(Protocol):
    """Printing of an open office. Its methods may raise ``EnvironmentProblem``.

    It stays a seam: bootstrap puts the renderer behind it, tests put slow and failing makers there.
    """

    def make(
        self, kind: PaperKind, paper: Paper[Any], profile: Profile | None = None, progress: Progress = no_progress
    ) -> bytes:
        """Return the PDF of a paper; called in a background thread."""

    def word(self, kind: PaperKind, paper: Paper[Any], progress: Progress) -> bytes:
        """Return the Word file of a paper; called in a background thread."""

    def has_word(self, kind: PaperKind) -> bool:
        """Whether this kind of paper has a Word file too."""

    def open_pages(self, pdf: bytes) -> OpenPages:
        """Open a PDF made by the program."""

    def first_pages(self, pdf: bytes) -> tuple[int, ...]:
        """Return the first page of each letter in the PDF, counted from 0; (0,) for other papers."""

    def write_file(self, path: Path, content: bytes) -> str:
        """Write the whole file or nothing; return its hash."""

    def keep_paper(self, name: str, pdf: bytes) -> SavedPrint:
        """Save the PDF in the folder of papers under a similar name; never replace another print."""

    def papers_folder(self) -> Path:
        """Return the folder that the save dialog opens."""
