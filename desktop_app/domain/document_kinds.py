"""Which frozen document each kind of paper has; a new kind adds its line here."""

from __future__ import annotations

from typing import Any, Final

from desktop_app.domain.documents import LetterDocument, MinutesDocument
from desktop_app.domain.paper_kinds import PaperKind

DOCUMENTS: Final[dict[PaperKind, type[Any]]] = {
    PaperKind.MINUTES: MinutesDocument,
    PaperKind.LETTER: LetterDocument,
}
"""Its JSON, as attached to the paper, is described by ``resources/schemas/<kind>-<schema>.schema.json``."""
