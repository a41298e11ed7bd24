"""The report of a recovery on paper: each missing record, its class and number on every page, and where it was read."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.domain.documents.recovery_report_document import RecoveryReportDocument
from desktop_app.printing.recovery import recovery_report_pdf

from desktop_app.domain.documents.documents import Imprint
from desktop_app.text.paper import keys
from desktop_app.text.paper import recovery as words
from tests.printing import minutes_reader as reader
from tests.printing.oracles import stream
from tests.printing.recovery_samples import MISSING, RECOVERY


def lines(document: RecoveryReportDocument) -> list[reader.PrintedLine]:
    pdf = recovery_report_pdf.render(document, Imprint(made_at="2023-05-13T09:20:00Z"), reader.render_context())
    return reader.lines_of(tuple(stream.read(pdf)))


def test_each_record_stands_with_its_fate_and_each_page_with_class_and_number() -> None:
    found = lines(RECOVERY)
    pages = {line.page for line in found}
    assert len(pages) > 1
    for page in pages:
        told = " ".join(line.logical for line in found if line.page == page)
        assert keys.CLASSIFICATIONS["confidential"] in told
        assert "صفحهٔ" in told
    whole = " ".join(line.logical for line in found)
    for part in (words.TITLE, words.MISSING, words.CAME, words.SOURCES, words.LEFT, "دعوت‌نامهٔ", "فایل آسیب‌دیدهٔ"):
        assert part in whole
    fates = [line for line in found if "از دست رفته است" in line.logical]
    assert len(fates) >= sum(one.fate == "lost" for one in MISSING)


def test_where_nothing_is_missing_nothing_is_asked_of_the_operator() -> None:
    contents = replace(RECOVERY.contents, missing=(), left=())
    whole = " ".join(line.logical for line in lines(replace(RECOVERY, contents=contents)))
    assert words.MISSING not in whole
    assert words.LEFT not in whole
    assert words.CAME in whole
