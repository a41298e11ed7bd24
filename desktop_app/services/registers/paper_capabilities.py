"""Drawing of what an office keeps as documents: letters that went out and final minutes, as they are for ever."""

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
    """Of one picture of an office. Each raises ``Refused`` where the paper is no longer what it was."""

    context: Context
    make: Callable[[PaperKind, Paper[Any]], bytes]

    def letter(self, paper_id: int) -> bytes:
        """The PDF of the letter of an outgoing paper."""
        return self.make(*kept_letter(self.context, paper_id))

    def invitation(self, sent_id: int) -> bytes:
        """The PDF of an invitation that was recorded as sent."""
        return self.make(PaperKind.INVITATION, sent_letter(self.context, sent_id))

    def minutes(self, version_id: int) -> bytes:
        """The PDF of a version of minutes, as it would be printed again."""
        return self.make(PaperKind.MINUTES, minutes_paper(self.context, version_id))
