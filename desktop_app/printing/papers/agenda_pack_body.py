"""The body of the agenda pack: the agenda at a glance, then each item with what the room has to know of it."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.domain.calendar.date_words import ordinal
from desktop_app.domain.documents.agenda_pack_document import AgendaPackDocument, PackItem, PreviousMinutesLine
from desktop_app.domain.documents.documents import FollowUpLine
from desktop_app.domain.rules.meetings import AgendaKind
from desktop_app.printing.layout.flowable import Flowable
from desktop_app.printing.layout.paragraph import FaHeading, FaParagraph
from desktop_app.printing.papers.annexes import listed
from desktop_app.printing.stationery import letter_parts as parts
from desktop_app.printing.stationery import letter_styles as letters
from desktop_app.printing.stationery import paper_styles as styles
from desktop_app.printing.stationery.follow_up_table import follow_up_table, state_words
from desktop_app.printing.stationery.held_table import held
from desktop_app.printing.stationery.letter_blocks import Quoted
from desktop_app.printing.stationery.meeting_grid import QUARTERS, kind_of, meeting_grid
from desktop_app.printing.stationery.paper_words import day, digits, month
from desktop_app.printing.stationery.ruled_table import RuledTable
from desktop_app.printing.typesetting.style import MM, Span
from desktop_app.printing.typesetting.typesetter import Typesetter
from desktop_app.text.paper import agenda_pack as agenda
from desktop_app.text.paper import minutes as words

_WIDTHS = tuple(width * MM for width in (14, 86, 48, 22))


def body(setter: Typesetter, document: AgendaPackDocument) -> Iterator[Flowable]:
    """From the title to the list of attachments."""
    yield FaHeading(setter, agenda.title(digits(document.meeting.number or "")), styles.TITLE)
    yield FaParagraph(setter, document.committee, styles.SUBTITLE)
    yield meeting_grid(setter, document.meeting, _facts(document))
    for text in document.note:
        yield FaParagraph(setter, text, styles.REMARK, place=agenda.NOTES)
    yield FaHeading(setter, agenda.AGENDA, styles.SECTION)
    yield from _at_a_glance(setter, document)
    for number, item in enumerate(document.items, 1):
        yield from _item(setter, document, number, item)
    yield from _apart(setter, document)
    yield from parts.list_below(setter, words.ATTACHMENTS, listed(document.attachments, document.annexes))


def _facts(document: AgendaPackDocument) -> list[tuple[str, str]]:
    meeting = document.meeting
    kind = words.kind_and_month(kind_of(meeting), month(meeting.day)) if meeting.day else kind_of(meeting)
    total = sum(item.minutes for item in document.items)
    return [
        (agenda.CHAIR, document.chair),
        (agenda.SECRETARY, document.secretary),
        (agenda.KIND, kind),
        (agenda.TIME, agenda.minutes(digits(total)) if total else words.NOTHING),
    ]


def _at_a_glance(setter: Typesetter, document: AgendaPackDocument) -> Iterator[Flowable]:
    if not document.items:
        yield FaParagraph(setter, agenda.NO_AGENDA, letters.PLAIN)
        return
    yield held(setter, lambda one: _items(one, document))


def _items(setter: Typesetter, document: AgendaPackDocument) -> RuledTable:
    labels = (agenda.ROW, agenda.TITLE, agenda.PRESENTER, agenda.TIME_SHORT)
    rows = [[FaParagraph(setter, label, styles.HEAD) for label in labels]]
    for number, item in enumerate(document.items, 1):
        texts = (digits(number), item.title, item.presenter or words.NOTHING, _minutes(item) or words.NOTHING)
        rows.append([FaParagraph(setter, text, styles.CELL, place=item.title) for text in texts])
    return RuledTable(rows, _WIDTHS, elastic=1)


def _minutes(item: PackItem) -> str:
    return agenda.minutes(digits(item.minutes)) if item.minutes else ""


def _item(setter: Typesetter, document: AgendaPackDocument, number: int, item: PackItem) -> Iterator[Flowable]:
    """An item by itself, if there is more to say of it than the table says."""
    said = [*_kind_matter(setter, document, item), *_background(setter, item)]
    if not said:
        return
    yield FaHeading(setter, agenda.item(ordinal(number), item.title), styles.SECTION)
    facts = [part for part in (item.presenter, _minutes(item)) if part]
    if facts:
        yield FaParagraph(setter, agenda.facts(facts), letters.ITEM_FACTS, place=item.title)
    yield from said


def _background(setter: Typesetter, item: PackItem) -> Iterator[Flowable]:
    for text in item.background:
        yield FaParagraph(setter, text, styles.BODY, place=item.title)
    if item.about is not None:
        yield from _about(setter, item.about, item.title)
    if item.upstream:
        yield _labelled(setter, agenda.CITATION, item.upstream)


def _about(setter: Typesetter, about: FollowUpLine, place: str) -> Iterator[Flowable]:
    """The earlier resolution that the item takes up: number, words, where it stands, what was reported last."""
    yield FaParagraph(setter, words.labelled(agenda.ABOUT, about.number), letters.LEAD)
    yield Quoted(FaParagraph(setter, about.text, letters.QUOTE_SMALL, place=place))
    yield held(setter, lambda one: _about_facts(one, about, place))


def _about_facts(setter: Typesetter, about: FollowUpLine, place: str) -> RuledTable:
    state = [FaParagraph(setter, state_words(about), styles.VALUE)]
    if about.late:
        state.append(FaParagraph(setter, words.late(digits(about.late)), styles.CELL_LATE))
    facts = ((words.EXECUTOR, about.executor), (words.DUE, day(about.due)), (agenda.LAST_REPORT, about.last_action))
    cells = [
        [
            FaParagraph(setter, label, styles.LABEL),
            FaParagraph(setter, text or words.NOTHING, styles.VALUE, place=place),
        ]
        for label, text in facts
    ]
    cells.insert(2, [FaParagraph(setter, words.STATE, styles.LABEL), *state])
    return RuledTable([cells], QUARTERS, header_rows=0)


def _labelled(setter: Typesetter, label: str, text: str) -> Flowable:
    spans = [Span(words.labelled(label, ""), styles.REMARK_LEAD), Span(text)]
    return FaParagraph(setter, spans, styles.REMARK, place=label)


def _kind_matter(setter: Typesetter, document: AgendaPackDocument, item: PackItem) -> Iterator[Flowable]:
    """What an item of its kind always brings: the follow-up report, or the minutes to be confirmed."""
    if item.kind == AgendaKind.FOLLOW_UP:
        yield from _report(setter, document)
    elif item.kind == AgendaKind.PREVIOUS_MINUTES and document.previous is not None:
        yield from _previous(setter, document.previous)


def _report(setter: Typesetter, document: AgendaPackDocument) -> Iterator[Flowable]:
    rows = document.follow_up
    if not rows:
        first = document.meeting.previous_number is None
        yield FaParagraph(setter, agenda.NO_FOLLOW_UP_YET if first else agenda.NO_FOLLOW_UP, letters.PLAIN)
        return
    late = sum(row.late > 0 for row in rows)
    said = agenda.follow_up(day(document.as_of), digits(len(rows)), digits(late) if late else "")
    yield FaParagraph(setter, said, letters.LEAD)
    yield follow_up_table(setter, rows)


def _previous(setter: Typesetter, line: PreviousMinutesLine) -> Iterator[Flowable]:
    count = digits(line.resolutions) if line.resolutions else ""
    number, on = digits(line.number), day(line.day)
    if line.version:
        said = agenda.previous(number, on, digits(line.version), agenda.STATES[line.state], count)
    else:
        said = agenda.previous_taken_over(number, on, count)
    coded = agenda.with_code(said, line.code) if line.code else said
    told = words.sentences([agenda.sentence(coded), agenda.confirmed(line.confirmed)])
    yield FaParagraph(setter, told, styles.REMARK, place=agenda.PREVIOUS)


def _apart(setter: Typesetter, document: AgendaPackDocument) -> Iterator[Flowable]:
    """What no item of the agenda has brought yet: the report, the minutes before, and the citations."""
    kinds = {item.kind for item in document.items}
    if AgendaKind.FOLLOW_UP not in kinds and document.follow_up:
        yield FaHeading(setter, words.FOLLOW_UP, styles.SECTION)
        yield from _report(setter, document)
    if AgendaKind.PREVIOUS_MINUTES not in kinds and document.previous is not None:
        yield FaHeading(setter, agenda.PREVIOUS, styles.SECTION)
        yield from _previous(setter, document.previous)
    if document.cited:
        yield FaHeading(setter, agenda.CITED, styles.SECTION)
        yield parts.listed(setter, [agenda.cited(line.number, line.citation) for line in document.cited])
