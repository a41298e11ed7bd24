"""The attendance sheet (برگهٔ حضور و غیاب) as PDF: rows tall enough for a pen, party by party."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.domain.documents.attendance_sheet_document import AttendanceSheetDocument
from desktop_app.domain.documents.documents import Imprint
from desktop_app.printing.layout.flowable import Flowable
from desktop_app.printing.papers.attendance_sheet_body import body
from desktop_app.printing.stationery.office_paper import render_meeting_paper
from desktop_app.printing.stationery.paper_words import digits
from desktop_app.printing.stationery.render_context import RenderContext
from desktop_app.printing.typesetting.typesetter import Typesetter
from desktop_app.text.paper import attendance_sheet as words


def render(document: AttendanceSheetDocument, imprint: Imprint, render_context: RenderContext) -> bytes:
    """The sheet; a character that the fonts lack raises ``RuleBroken("glyph_missing")``."""
    title = words.title(digits(document.meeting.number or ""))

    def story(setter: Typesetter) -> Iterator[Flowable]:
        return body(setter, document)

    return render_meeting_paper(document, story, imprint, render_context, title=title, named="attendance-sheet")
