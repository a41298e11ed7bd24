"""Table of document classes: the frozen document of each kind of paper. A new kind adds a line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from desktop_app.domain.documents.documents import LetterDocument, MinutesDocument
from desktop_app.domain.documents.meeting_documents import (
    AgendaPackDocument,
    AttendanceSheetDocument,
    DeliverySlipDocument,
    InvitationDocument,
)
from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.register_documents import (
    HistoryDocument,
    LettersRegisterDocument,
    ListDocument,
    RegisterDocument,
    YearBookDocument,
)
from desktop_app.domain.documents.report_documents import AlignmentMatrixDocument, MonthlyReportDocument
from desktop_app.domain.documents.salvage_report_document import SalvageReportDocument
from desktop_app.domain.documents.unit_documents import ExtractDocument, ReminderDocument

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
    PaperKind.LIST: ListDocument,
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
