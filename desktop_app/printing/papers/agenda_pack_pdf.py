"""The agenda pack (بستهٔ دستور جلسه) as PDF: what everybody reads before the meeting."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.domain.documents.agenda_pack_document import AgendaPackDocument
from desktop_app.domain.documents.documents import Imprint
from desktop_app.printing.layout.flowable import Flowable
from desktop_app.printing.papers.agenda_pack_body import body
from desktop_app.printing.papers.annexes import annexes
from desktop_app.printing.stationery.office_paper import render_meeting_paper
from desktop_app.printing.stationery.paper_words import digits
from desktop_app.printing.stationery.render_context import RenderContext
from desktop_app.printing.typesetting.typesetter import Typesetter
from desktop_app.text.paper import agenda_pack as words


def render(document: AgendaPackDocument, imprint: Imprint, render_context: RenderContext) -> bytes:
    """The pack; a character that the fonts lack raises ``RuleBroken("glyph_missing")``."""
    title = words.title(digits(document.meeting.number or ""))

    def story(setter: Typesetter) -> Iterator[Flowable]:
        yield from body(setter, document)
        yield from annexes(setter, document.annexes, render_context)

    return render_meeting_paper(document, story, imprint, render_context, title=title, named="agenda-pack")
