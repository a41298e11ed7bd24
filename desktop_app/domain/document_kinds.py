"""Which frozen document each kind of paper has; a new kind adds its line here."""

from __future__ import annotations

from typing import Any, Final

from desktop_app.domain.alignment_matrix_document import AlignmentMatrixDocument
from desktop_app.domain.documents import LetterDocument, MinutesDocument
from desktop_app.domain.monthly_report_document import MonthlyReportDocument
from desktop_app.domain.paper_kinds import PaperKind
from desktop_app.domain.register_document import RegisterDocument
from desktop_app.domain.year_book_document import YearBookDocument

DOCUMENTS: Final[dict[PaperKind, type[Any]]] = {
    PaperKind.MINUTES: MinutesDocument,
    PaperKind.LETTER: LetterDocument,
    PaperKind.MONTHLY_REPORT: MonthlyReportDocument,
    PaperKind.ALIGNMENT_MATRIX: AlignmentMatrixDocument,
    PaperKind.REGISTER: RegisterDocument,
    PaperKind.YEAR_BOOK: YearBookDocument,
}
"""Its JSON, as attached to the paper, is described by ``resources/schemas/<kind>-<schema>.schema.json``."""
