"""Agenda pack (بستهٔ دستور جلسه) as PDF: a table of the agenda, then the details of each item."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.domain.calendar.date_words import ordinal
from desktop_app.domain.documents.documents import FollowUpLine, Imprint
from desktop_app.domain.documents.meeting_documents import AgendaPackDocument, PackItem, PreviousMinutesLine
from desktop_app.domain.rules.meetings import AgendaKind
from desktop_app.printing.engine.layout.paragraph import FaHeading, FaParagraph
from desktop_app.printing.engine.layout.stack import Flowable
from desktop_app.printing.engine.typesetting.style import MM, Span
from desktop_app.printing.engine.typesetting.typesetter import Typesetter
from desktop_app.printing.papers.annexes import annexes, attachment_list
from desktop_app.printing.stationery import letter_blocks
from desktop_app.printing.stationery import paper_styles as styles
from desktop_app.printing.stationery.letter_blocks import Quoted
from desktop_app.printing.stationery.meeting_tables import QUARTERS, follow_up_table, kind_of, meeting_grid, state_words
from desktop_app.printing.stationery.office_paper import RenderContext, render_meeting_paper
from desktop_app.printing.stationery.ruled_table import RuledTable, table_that_fits
from desktop_app.printing.words import agenda_pack
from desktop_app.printing.words import minutes as minutes_words
from desktop_app.printing.words.paper_words import day, digits, month

_WIDTHS = tuple(width * MM for width in (14, 86, 48, 22))


def body(setter: Typesetter, document: AgendaPackDocument) -> Iterator[Flowable]:
    """Yield the paper from the title to the list of attachments."""
    yield FaHeading(setter, agenda_pack.title(digits(document.meeting.number or "")), styles.TITLE)
    yield FaParagraph(setter, document.committee, styles.SUBTITLE)
    yield meeting_grid(setter, document.meeting, _facts(document))
    for text in document.note:
        yield FaParagraph(setter, text, styles.REMARK, place=agenda_pack.NOTES)
    yield FaHeading(setter, agenda_pack.AGENDA, styles.SECTION)
    yield from _at_a_glance(setter, document)
    for number, item in enumerate(document.items, 1):
        yield from _item(setter, document, number, item)
    yield from _without_agenda_item(setter, document)
    yield from letter_blocks.list_below(
        setter, minutes_words.ATTACHMENTS, attachment_list(document.attachments, document.annexes)
    )


def _facts(document: AgendaPackDocument) -> list[tuple[str, str]]:
    meeting = document.meeting
    kind = minutes_words.kind_and_month(kind_of(meeting), month(meeting.day)) if meeting.day else kind_of(meeting)
    total = sum(item.minutes for item in document.items)
    return [
        (agenda_pack.CHAIR, document.chair),
        (agenda_pack.SECRETARY, document.secretary),
        (agenda_pack.KIND, kind),
        (agenda_pack.TIME, agenda_pack.planned_minutes(digits(total)) if total else minutes_words.NOTHING),
    ]


def _at_a_glance(setter: Typesetter, document: AgendaPackDocument) -> Iterator[Flowable]:
    if not document.items:
        yield FaParagraph(setter, agenda_pack.NO_AGENDA, letter_blocks.PLAIN)
        return
    yield table_that_fits(setter, lambda one: _items(one, document))


def _items(setter: Typesetter, document: AgendaPackDocument) -> RuledTable:
    labels = (agenda_pack.ROW, agenda_pack.TITLE, agenda_pack.PRESENTER, agenda_pack.TIME_SHORT)
    rows = [[FaParagraph(setter, label, styles.HEAD) for label in labels]]
    for number, item in enumerate(document.items, 1):
        texts = (
            digits(number),
            minutes_words.with_notes(item.title, [minutes_words.left_over(digits(item.origin))] if item.origin else []),
            item.presenter or minutes_words.NOTHING,
            _minutes(item) or minutes_words.NOTHING,
        )
        rows.append([FaParagraph(setter, text, styles.CELL, place=item.title) for text in texts])
    return RuledTable(rows, _WIDTHS, elastic=1)


def _minutes(item: PackItem) -> str:
    return agenda_pack.planned_minutes(digits(item.minutes)) if item.minutes else ""


def _item(setter: Typesetter, document: AgendaPackDocument, number: int, item: PackItem) -> Iterator[Flowable]:
    """Yield the details of an item, if it has more than the table shows."""
    said = [*_content_by_kind(setter, document, item), *_background(setter, item)]
    if not said:
        return
    yield FaHeading(setter, agenda_pack.item(ordinal(number), item.title), styles.SECTION)
    facts = [part for part in (item.presenter, _minutes(item)) if part]
    if facts:
        yield FaParagraph(setter, agenda_pack.facts(facts), letter_blocks.ITEM_FACTS, place=item.title)
    yield from said


def _background(setter: Typesetter, item: PackItem) -> Iterator[Flowable]:
    for text in item.background:
        yield FaParagraph(setter, text, styles.BODY, place=item.title)
    if item.about is not None:
        yield from _about(setter, item.about, item.title)
    if item.upstream:
        yield _labelled(setter, agenda_pack.CITATION, item.upstream)


def _about(setter: Typesetter, about: FollowUpLine, place: str) -> Iterator[Flowable]:
    """Yield the earlier resolution of the item: number, wording, state, last report."""
    yield FaParagraph(setter, minutes_words.labelled(agenda_pack.ABOUT, about.number), letter_blocks.LEAD)
    yield Quoted(FaParagraph(setter, about.text, letter_blocks.QUOTE_SMALL, place=place))
    yield table_that_fits(setter, lambda one: _about_facts(one, about, place))


def _about_facts(setter: Typesetter, about: FollowUpLine, place: str) -> RuledTable:
    state = [FaParagraph(setter, state_words(about), styles.VALUE)]
    if about.late:
        state.append(FaParagraph(setter, minutes_words.late(digits(about.late)), styles.CELL_LATE))
    facts = (
        (minutes_words.EXECUTOR, about.executor),
        (minutes_words.DUE, day(about.due)),
        (agenda_pack.LAST_REPORT, about.last_action),
    )
    cells = [
        [
            FaParagraph(setter, label, styles.LABEL),
            FaParagraph(setter, text or minutes_words.NOTHING, styles.VALUE, place=place),
        ]
        for label, text in facts
    ]
    cells.insert(2, [FaParagraph(setter, minutes_words.STATE, styles.LABEL), *state])
    return RuledTable([cells], QUARTERS, header_rows=0)


def _labelled(setter: Typesetter, label: str, text: str) -> Flowable:
    spans = [Span(minutes_words.labelled(label, ""), styles.REMARK_LEAD), Span(text)]
    return FaParagraph(setter, spans, styles.REMARK, place=label)


def _content_by_kind(setter: Typesetter, document: AgendaPackDocument, item: PackItem) -> Iterator[Flowable]:
    """Yield what belongs to an item by its kind: the follow-up report, or the minutes to confirm."""
    if item.kind == AgendaKind.FOLLOW_UP:
        yield from _report(setter, document)
    elif item.kind == AgendaKind.PREVIOUS_MINUTES and document.previous is not None:
        yield from _previous(setter, document.previous)


def _report(setter: Typesetter, document: AgendaPackDocument) -> Iterator[Flowable]:
    rows = document.follow_up
    if not rows:
        first = document.meeting.previous_number is None
        yield FaParagraph(
            setter, agenda_pack.NO_FOLLOW_UP_YET if first else agenda_pack.NO_FOLLOW_UP, letter_blocks.PLAIN
        )
        return
    late = sum(row.late > 0 for row in rows)
    said = agenda_pack.follow_up(day(document.as_of), digits(len(rows)), digits(late) if late else "")
    yield FaParagraph(setter, said, letter_blocks.LEAD)
    yield follow_up_table(setter, rows)


def _previous(setter: Typesetter, line: PreviousMinutesLine) -> Iterator[Flowable]:
    count = digits(line.resolutions) if line.resolutions else ""
    number, on = digits(line.number), day(line.day)
    if line.version:
        said = agenda_pack.previous(number, on, digits(line.version), agenda_pack.STATES[line.state], count)
    else:
        said = agenda_pack.previous_taken_over(number, on, count)
    coded = agenda_pack.with_code(said, line.code) if line.code else said
    told = minutes_words.sentences([agenda_pack.sentence(coded), agenda_pack.confirmation(line.confirmed)])
    yield FaParagraph(setter, told, styles.REMARK, place=agenda_pack.PREVIOUS)


def _without_agenda_item(setter: Typesetter, document: AgendaPackDocument) -> Iterator[Flowable]:
    """Yield the report, the previous minutes and the citations, unless an agenda item has shown them."""
    kinds = {item.kind for item in document.items}
    if AgendaKind.FOLLOW_UP not in kinds and document.follow_up:
        yield FaHeading(setter, minutes_words.FOLLOW_UP, styles.SECTION)
        yield from _report(setter, document)
    if AgendaKind.PREVIOUS_MINUTES not in kinds and document.previous is not None:
        yield FaHeading(setter, agenda_pack.PREVIOUS, styles.SECTION)
        yield from _previous(setter, document.previous)
    if document.cited:
        yield FaHeading(setter, agenda_pack.CITED, styles.SECTION)
        yield letter_blocks.numbered_lines(
            setter, [agenda_pack.cited(line.number, line.citation) for line in document.cited]
        )


def render(document: AgendaPackDocument, imprint: Imprint, render_context: RenderContext) -> bytes:
    """Return the PDF of the pack; a character that the fonts lack raises ``RuleBroken("glyph_missing")``."""
    title = agenda_pack.title(digits(document.meeting.number or ""))

    def story(setter: Typesetter) -> Iterator[Flowable]:
        yield from body(setter, document)
        yield from annexes(setter, document.annexes, render_context)

    return render_meeting_paper(document, story, imprint, render_context, title=title, named="agenda-pack")
