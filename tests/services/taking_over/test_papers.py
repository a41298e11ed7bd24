"""The papers of a year from before the records are drawn, and say so."""

from __future__ import annotations

import io
from typing import Any

import pypdfium2
import pytest

from desktop_app import wiring
from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.services.documents.monthly_report_document import monthly_report_paper
from desktop_app.services.documents.register_document import register_paper
from desktop_app.services.documents.year_book_document import year_book_paper
from desktop_app.services.taking_over.importing import import_workbook
from tests.services.office_steps import Office
from tests.services.taking_over.test_earlier import tell
from tests.services.taking_over.test_importing import HEADS, WORDS, book, rows


@pytest.mark.parametrize(
    ("kind", "paper"),
    [
        (PaperKind.YEAR_BOOK, lambda context: year_book_paper(context, 1401)),
        (PaperKind.REGISTER, register_paper),
        (PaperKind.MONTHLY_REPORT, lambda context: monthly_report_paper(context, 1401, 9)),
        (PaperKind.MONTHLY_REPORT, lambda context: monthly_report_paper(context, 1401, 11)),
    ],
)
def test_the_paper_is_drawn(office: Office, kind: PaperKind, paper: Any) -> None:
    tell(office)
    import_workbook(office.context, book((HEADS, rows(office))), WORDS)
    made = wiring.paper_renderer().make(kind, paper(office.context))
    document = pypdfium2.PdfDocument(io.BytesIO(made))
    assert len(document) >= 1
    document.close()
