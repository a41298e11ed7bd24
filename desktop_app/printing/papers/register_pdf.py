"""The register of resolutions (دفتر ثبت مصوبات) as PDF, on a sheet that lies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from desktop_app.domain.calendar import jalali
from desktop_app.domain.documents.documents import Imprint
from desktop_app.domain.documents.register_document import RegisterDocument, RegisterLine, counted_lines
from desktop_app.domain.rules.resolutions import has_ended
from desktop_app.printing.layout.flowable import Flowable
from desktop_app.printing.layout.links import Signpost
from desktop_app.printing.layout.paragraph import FaHeading, FaParagraph
from desktop_app.printing.papers.register_table import register_table
from desktop_app.printing.stationery import frame
from desktop_app.printing.stationery import paper_styles as styles
from desktop_app.printing.stationery import report_styles as own
from desktop_app.printing.stationery.held_table import held
from desktop_app.printing.stationery.paper_words import day, digits, month
from desktop_app.printing.stationery.render_context import RenderContext
from desktop_app.printing.stationery.report_frame import Report, render_report
from desktop_app.printing.typesetting.typesetter import Typesetter
from desktop_app.text.paper import register as words


def render(document: RegisterDocument, imprint: Imprint, render_context: RenderContext) -> bytes:
    """The paper of the register; equal input, equal bytes."""
    setter = Typesetter(render_context.fonts, document.typography)
    report = Report(
        document=document,
        named=f"register-{document.year or 'all'}",
        title=title_of(document),
        imprint=imprint,
        size=frame.A4_WIDE,
    )
    return render_report(setter, _story(setter, document, render_context), report, render_context)


def title_of(document: RegisterDocument) -> str:
    """The register of a year, or the whole."""
    return words.title(digits(document.year) if document.year else "")


def _story(setter: Typesetter, document: RegisterDocument, render_context: RenderContext) -> Iterator[Flowable]:
    yield FaHeading(setter, title_of(document), styles.TITLE, level=1)
    yield FaParagraph(setter, document.committee, styles.SUBTITLE)
    if not document.lines:
        yield FaParagraph(setter, words.NOTHING, own.SENTENCE)
        return
    yield FaParagraph(setter, f"{words.as_of(day(document.day))}. {counted(document.lines)}", own.AS_OF)
    if document.begins:
        yield FaParagraph(setter, words.begins(month(document.begins)), own.AS_OF)
    margins = frame.later(setter.typography)
    room = frame.A4_WIDE[0] - margins.left - margins.right
    signposts = _signposts(document)
    yield held(setter, lambda one: register_table(one, document.lines, render_context.told, signposts=signposts), room)


def _signposts(document: RegisterDocument) -> dict[int, list[Flowable]]:
    """Where each meeting begins, and in the register of all years each year, by the place of the line."""
    found: dict[int, list[Flowable]] = defaultdict(list)
    level = 2 if document.year else 3
    year = meeting = 0
    for place, line in enumerate(document.lines, start=1):
        its_year = jalali.year_of(jalali.day_from_iso(line.day))
        if not document.year and its_year != year:
            found[place].append(Signpost(2, words.year(digits(its_year))))
        if (its_year, line.meeting) != (year, meeting):
            found[place].append(Signpost(level, words.meeting_on(digits(line.meeting), day(line.day))))
        year, meeting = its_year, line.meeting
    return found


def counted(lines: Sequence[RegisterLine]) -> str:
    """How many resolutions there are and how they stand."""
    every = counted_lines(lines)
    ended = sum(has_ended(line.state) for line in every)
    late = sum(line.late > 0 for line in every)
    return words.count(digits(len(every)), digits(len(every) - ended), digits(late), digits(ended))
