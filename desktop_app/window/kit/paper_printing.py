"""Printing as the pages of papers need it, and the question before a meeting's file is closed.

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


def sure_to_close(dialogs: Dialogs, notice: NotificationState, missing: Sequence[int]) -> bool:
    """Whether the file is to be closed; ``missing`` are the originals without a scan. To leave it open is proposed."""
    text = words.ask_close(notice.waiting, len(notice.corrected), missing)
    choices = (Choice("stay", words.KEEP_OPEN), Choice("close", words.CLOSE))
    return dialogs.ask(Question(words.ASK_CLOSE, text, choices, Tone.WARNING)) == "close"


def sure_to_close_over(dialogs: Dialogs, context: Context, version_id: int | None) -> bool:
    """The same of a meeting by its minutes, None for none; whether it may be closed over them the act will say."""
    if version_id is None:
        return sure_to_close(dialogs, NotificationState(), ())
    try:
        notice, missing = paper_sheet(context, version_id).notice, scans_sheet(context, version_id).missing
    except Refused:
        # minutes that cannot be read hold no question: what it means is told all the same
        return sure_to_close(dialogs, NotificationState(), ())
    return sure_to_close(dialogs, notice, missing)


NEVER_THERE: Final = frozenset({"target_of_office", "target_not_file", "file_name_unusable"})
"""Why a file can never be written at a place, however often it is tried."""


@dataclass(frozen=True, slots=True)
class KeptPrint:
    """A paper that was kept for the pen: the name of its file, and the hash of its bytes."""

    name: str
    sha256: str


class PaperPrinting(Protocol):
    """Printing of an open office; what makes, opens or writes may raise ``EnvironmentProblem``.

    It stays a seam: bootstrap puts the renderer behind it, tests put slow and failing makers there.
    """

    def make(
        self, kind: PaperKind, paper: Paper[Any], profile: Profile | None = None, told: Progress = no_progress
    ) -> bytes:
        """The PDF of a paper; called off the main thread."""

    def word(self, kind: PaperKind, paper: Paper[Any], told: Progress) -> bytes:
        """The Word file of a paper; called off the main thread."""

    def has_word(self, kind: PaperKind) -> bool:
        """Whether a kind is also made as a Word file."""

    def open_pages(self, pdf: bytes) -> OpenPages:
        """Open a PDF that was made."""

    def first_pages(self, pdf: bytes) -> tuple[int, ...]:
        """The first page of each letter of a paper that was made, from 0; of any other paper the first alone."""

    def write_file(self, path: Path, content: bytes) -> str:
        """Write the whole file, or nothing, where the operator wants it; its digest."""

    def keep_paper(self, name: str, pdf: bytes) -> KeptPrint:
        """Keep it among the papers of the data folder, under a name or one like it, over no other print."""

    def papers_folder(self) -> Path:
        """Where saving begins."""
