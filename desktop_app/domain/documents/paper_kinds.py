"""Kinds of paper that the secretariat makes, each with the class of its frozen document.

The keys are those of the command line and of the archive. A new kind adds its line to the table.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Final

from desktop_app.domain.documents.documents import LetterDocument, MinutesDocument
from desktop_app.domain.documents.extract_document import ExtractDocument
from desktop_app.domain.documents.meeting_documents import (
    AgendaPackDocument,
    AttendanceSheetDocument,
    DeliverySlipDocument,
    InvitationDocument,
)
from desktop_app.domain.documents.register_documents import (
    HistoryDocument,
    LettersRegisterDocument,
    RegisterDocument,
    YearBookDocument,
)
from desktop_app.domain.documents.reminder_document import ReminderDocument
from desktop_app.domain.documents.report_documents import AlignmentMatrixDocument, MonthlyReportDocument
from desktop_app.domain.documents.salvage_report_document import SalvageReportDocument


class PaperKind(StrEnum):
    """One member a kind; minutes of an inquorate meeting and corrections are minutes."""

    MINUTES = "minutes"
    INVITATION = "invitation"
    ATTENDANCE_SHEET = "attendance-sheet"
    AGENDA_PACK = "agenda-pack"
    EXTRACT = "extract"
    REMINDER = "reminder"
    MONTHLY_REPORT = "monthly-report"
    ALIGNMENT_MATRIX = "alignment-matrix"
    REGISTER = "register"
    YEAR_BOOK = "year-book"
    HISTORY = "history"
    LETTERS_REGISTER = "letters-register"
    DELIVERY_SLIP = "delivery-slip"
    LETTER = "letter"


class Profile(StrEnum):
    """The archive form of a PDF file (ISO 19005)."""

    A_3B = "a-3b"
    A_2B = "a-2b"
    A_1B = "a-1b"


DOCUMENTS: Final[dict[PaperKind, type[Any]]] = {
    PaperKind.MINUTES: MinutesDocument,
    PaperKind.INVITATION: InvitationDocument,
    PaperKind.ATTENDANCE_SHEET: AttendanceSheetDocument,
    PaperKind.AGENDA_PACK: AgendaPackDocument,
    PaperKind.EXTRACT: ExtractDocument,
    PaperKind.REMINDER: ReminderDocument,
    PaperKind.LETTER: LetterDocument,
    PaperKind.MONTHLY_REPORT: MonthlyReportDocument,
    PaperKind.ALIGNMENT_MATRIX: AlignmentMatrixDocument,
    PaperKind.REGISTER: RegisterDocument,
    PaperKind.YEAR_BOOK: YearBookDocument,
    PaperKind.HISTORY: HistoryDocument,
    PaperKind.LETTERS_REGISTER: LettersRegisterDocument,
    PaperKind.DELIVERY_SLIP: DeliverySlipDocument,
}
"""By the kind of an order."""
SALVAGE_REPORT: Final = "salvage-report"
"""No order asks for it: it comes with a salvage."""
EVERY_DOCUMENT: Final[Mapping[str, type[Any]]] = {
    **{kind.value: document for kind, document in DOCUMENTS.items()},
    SALVAGE_REPORT: SalvageReportDocument,
}
"""Its JSON, as attached to the paper, is described by ``resources/schemas/<kind>-<schema>.schema.json``."""
