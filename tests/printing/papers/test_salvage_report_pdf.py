"""The report of a salvage on paper: each row that was not kept, class and number on every page, and its source."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.domain.documents.documents import Imprint
from desktop_app.domain.documents.salvage_report_document import SalvageReportDocument
from desktop_app.domain.read_models.findings import Reason
from desktop_app.printing.papers import salvage_report_pdf
from desktop_app.printing.words import frame
from desktop_app.printing.words import salvage as words
from tests.printing import minutes_reader as reader
from tests.printing.oracles import stream
from tests.printing.salvage_samples import ROWS, SALVAGE


def lines(document: SalvageReportDocument) -> list[reader.PrintedLine]:
    pdf = salvage_report_pdf.render(document, Imprint(made_at="2023-05-13T09:20:00Z"), reader.render_context())
    return reader.lines_of(tuple(stream.read(pdf)))


def test_each_row_stands_with_its_reason_and_each_page_with_class_and_number() -> None:
    found = lines(SALVAGE)
    pages = {line.page for line in found}
    assert len(pages) > 1
    for page in pages:
        told = " ".join(line.logical for line in found if line.page == page)
        assert frame.CLASSIFICATIONS["confidential"] in told
        assert "صفحهٔ" in told
    whole = " ".join(line.logical for line in found)
    for part in (words.TITLE, words.LISTED, words.SOURCES, "دعوت‌نامهٔ", "فایل آسیب‌دیدهٔ"):
        assert part in whole
    unread = [line for line in found if "خوانده نشد" in line.logical]
    assert len(unread) >= sum(one.reason is Reason.UNREAD for one in ROWS)


def test_where_nothing_is_missing_nothing_is_asked_of_the_operator() -> None:
    contents = replace(SALVAGE.contents, listed=())
    whole = " ".join(line.logical for line in lines(replace(SALVAGE, contents=contents)))
    assert words.LISTED not in whole
    assert words.SOURCES in whole
