"""The monthly report (گزارش ماهانه) as PDF: one page that is read in a minute, then the same in full."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.domain.documents.documents import Imprint
from desktop_app.domain.documents.monthly_report_document import MonthlyReportDocument
from desktop_app.printing.layout.flow import PageBreak
from desktop_app.printing.layout.flowable import Flowable
from desktop_app.printing.papers.monthly_report_counts import by_axis, by_unit, tasks
from desktop_app.printing.papers.monthly_report_lists import adopted, late, meetings, members, waiting
from desktop_app.printing.papers.monthly_report_summary import fits_a_page, month_of, summary
from desktop_app.printing.stationery.render_context import RenderContext
from desktop_app.printing.stationery.report_frame import Report, render_report
from desktop_app.printing.typesetting.typesetter import Typesetter
from desktop_app.text.paper import monthly_report as words


def render(document: MonthlyReportDocument, imprint: Imprint, render_context: RenderContext) -> bytes:
    """The paper of the report; equal input, equal bytes."""
    setter = Typesetter(render_context.fonts, document.typography)
    report = Report(
        document=document,
        named=f"monthly-report-{document.year}-{document.month:02}",
        title=words.title(month_of(document)),
        imprint=imprint,
    )
    return render_report(setter, _story(setter, document), report, render_context)


def _story(setter: Typesetter, document: MonthlyReportDocument) -> Iterator[Flowable]:
    first = summary(setter, document)
    rest = list(_in_full(setter, document, first.shown))
    yield from first.story
    # a summary of one page stands alone on it, unless the page holds what follows as well; a longer one is followed
    # where it ends, so that no page stays nearly empty
    if first.one_page and not fits_a_page(setter, [*first.story, *rest]):
        yield PageBreak()
    yield from rest


def _in_full(setter: Typesetter, document: MonthlyReportDocument, shown: int) -> Iterator[Flowable]:
    """The same in full; the summary shows so many of the things that wait."""
    yield from meetings(setter, document)
    yield from members(setter, document)
    yield from adopted(setter, document)
    yield from by_axis(setter, document)
    yield from by_unit(setter, document)
    yield from tasks(setter, document)
    yield from late(setter, document)
    yield from waiting(setter, document, shown)
