"""Drawing of stored letters and final minutes as PDF, always with their original content."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from desktop_app.domain.documents.documents import Paper
from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.services.context import Context
from desktop_app.services.documents.documents import minutes_paper
from desktop_app.services.registers.invitations import sent_letter
from desktop_app.services.registers.sent_letters import kept_letter


@dataclass(frozen=True, slots=True)
class KeptDrawing:
    """Draws the stored papers of an office. Each method raises ``Refused`` for an altered paper."""

    context: Context
    make: Callable[[PaperKind, Paper[Any]], bytes]

    def letter(self, paper_id: int) -> bytes:
        """Draw the letter of an outgoing paper as PDF."""
        return self.make(*kept_letter(self.context, paper_id))

    def invitation(self, sent_id: int) -> bytes:
        """Draw a sent invitation as PDF."""
        return self.make(PaperKind.INVITATION, sent_letter(self.context, sent_id))

    def minutes(self, version_id: int) -> bytes:
        """Draw a version of minutes as PDF, as in a new print."""
        return self.make(PaperKind.MINUTES, minutes_paper(self.context, version_id))
