"""Table of document classes: the frozen document of each kind of paper; a new kind adds its line here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from desktop_app.domain.documents.agenda_pack_document import AgendaPackDocument
from desktop_app.domain.documents.alignment_matrix_document import AlignmentMatrixDocument
from desktop_app.domain.documents.attendance_sheet_document import AttendanceSheetDocument
from desktop_app.domain.documents.delivery_slip_document import DeliverySlipDocument
from desktop_app.domain.documents.documents import LetterDocument, MinutesDocument
from desktop_app.domain.documents.extract_document import ExtractDocument
from desktop_app.domain.documents.history_document import HistoryDocument
from desktop_app.domain.documents.invitation_document import InvitationDocument
from desktop_app.domain.documents.letters_register_document import LettersRegisterDocument
from desktop_app.domain.documents.monthly_report_document import MonthlyReportDocument
from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.register_document import RegisterDocument
from desktop_app.domain.documents.reminder_document import ReminderDocument
from desktop_app.domain.documents.salvage_report_document import SalvageReportDocument
from desktop_app.domain.documents.year_book_document import YearBookDocument

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
