"""Reports of records that lost rows in a recovery: they say so first, and at the foot of each page."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from desktop_app import wiring
from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.services.context import Context
from desktop_app.services.documents.alignment_matrix_document import alignment_matrix_paper
from desktop_app.services.documents.documents import Paper
from desktop_app.services.documents.history_document import history_paper
from desktop_app.services.documents.letters_register_document import letters_register_paper
from desktop_app.services.documents.monthly_report_document import monthly_report_paper
from desktop_app.services.documents.register_document import register_paper
from desktop_app.services.documents.year_book_document import year_book_paper
from desktop_app.text.paper import frame as words
from desktop_app.text.shared.digits import persian
from tests.bootstrap.test_history_page import forge
from tests.printing.oracles.extractors import plain
from tests.services.documents.test_unproven_classes import recovered
from tests.storage.conftest import work_context

REPORTS: dict[PaperKind, Callable[[Context], Paper[Any]]] = {
    PaperKind.MONTHLY_REPORT: lambda context: monthly_report_paper(context, 1401, 10),
    PaperKind.REGISTER: register_paper,
    PaperKind.YEAR_BOOK: lambda context: year_book_paper(context, 1401),
    PaperKind.ALIGNMENT_MATRIX: alignment_matrix_paper,
    PaperKind.LETTERS_REGISTER: letters_register_paper,
    PaperKind.HISTORY: history_paper,
}


def pages(folder: Path, kind: PaperKind) -> list[str]:
    """What each page of a report says."""
    with closing(wiring.view_office(folder, work_context().clock)) as opened:
        made = opened.printing.make(kind, REPORTS[kind](opened.context))
    with closing(pypdfium2.PdfDocument(made)) as found:
        return [plain(page.get_textpage().get_text_range()) for page in found]


@pytest.mark.parametrize("kind", REPORTS)
def test_a_report_says_that_records_are_lost(demo_data: Path, tmp_path: Path, kind: PaperKind) -> None:
    """What it counts may be what is left: a meeting whose attendance is lost shows nobody present."""
    folder = Path(shutil.copytree(demo_data, tmp_path / "دفتر"))
    assert not [page for page in pages(folder, kind) if words.LOST_ROWS in page]
    forge(folder, "DELETE FROM attendance WHERE minutes_version_id = 3")
    lost = len(recovered(folder).records)
    after = pages(folder, kind)
    assert lost
    assert [words.LOST_ROWS in page for page in after] == [True] * len(after)
    assert f"{persian(lost)} ردیف" in after[0]
