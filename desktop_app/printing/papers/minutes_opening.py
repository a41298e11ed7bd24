"""The opening of the minutes: title, identity grid, attendance, guests, quorum, agenda."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.domain.date_words import ordinal
from desktop_app.domain.documents import AttendanceLine, GuestLine, MinutesDocument, QuorumLine
from desktop_app.domain.meetings import AttendanceState
from desktop_app.printing.layout.flowable import Flowable
from desktop_app.printing.layout.lists import FaList, ListStyle
from desktop_app.printing.layout.paragraph import FaHeading, FaParagraph
from desktop_app.printing.layout.table import TableStyle
from desktop_app.printing.papers.minutes_changes import changes
from desktop_app.printing.stationery import paper_styles as styles
from desktop_app.printing.stationery.held_table import held
from desktop_app.printing.stationery.paper_words import day, digits, month, weekday
from desktop_app.printing.stationery.ruled_table import RuledTable
from desktop_app.printing.typesetting.style import MM, Span
from desktop_app.printing.typesetting.typesetter import Typesetter
from desktop_app.text import paper_1 as words
from desktop_app.text import paper_1_amendment as amendment
from desktop_app.text import paper_1_keys as keys

_GRID = TableStyle(padding_x=4.0, padding_y=4.0, after=2.0)
_QUARTER = 42.5 * MM
_ATTENDANCE = tuple(width * MM for width in (12, 37, 29, 20, 27, 45))
_RANKED = ListStyle(mark=styles.RANK, width=17 * MM, padding=0.8)


def opening(setter: Typesetter, document: MinutesDocument) -> Iterator[Flowable]:
    """Everything from the title to the agenda; a correction tells first what it changes."""
    yield from _title(setter, document)
    if document.amends is not None:
        yield from changes(setter, document.amends)
        yield FaHeading(setter, amendment.FULL_TEXT, styles.FULL_TEXT)
    yield _identity(setter, document)
    yield FaHeading(setter, words.ATTENDANCE, styles.SECTION)
    yield held(setter, lambda one: _attendance(one, document))
    if document.guests:
        yield _guests(setter, document.guests)
    yield FaParagraph(setter, quorum_sentence(document), styles.REMARK)
    if document.agenda:
        yield FaHeading(setter, words.AGENDA, styles.SECTION)
        yield _agenda(setter, document)


def title_of(document: MinutesDocument) -> str:
    """The title line of the paper."""
    number = digits(document.meeting.number)
    title = words.INQUORATE_TITLE if document.inquorate else words.title(number, document.committee)
    return amendment.title(digits(document.amends.number), title) if document.amends is not None else title


def _title(setter: Typesetter, document: MinutesDocument) -> Iterator[Flowable]:
    yield FaHeading(setter, title_of(document), styles.TITLE, level=1)
    parties = words.parties([party.name for party in document.parties])
    if document.inquorate:
        number = digits(document.meeting.number)
        parties = f"{words.inquorate_subtitle(number, document.committee)}\n{parties}"
    yield FaParagraph(setter, parties, styles.SUBTITLE)


def _identity(setter: Typesetter, document: MinutesDocument) -> Flowable:
    meeting = document.meeting
    previous = ""
    if meeting.previous_number is not None:
        previous = words.previous(digits(meeting.previous_number), day(meeting.previous_day))
    facts = (
        (words.MEETING_DAY, words.weekday_and_day(weekday(meeting.day), day(meeting.day))),
        (words.BEGAN, digits(meeting.began_at)),
        (words.ENDED, digits(meeting.ended_at)),
        (words.PLACE, meeting.place),
        (words.CHAIR, meeting.chair),
        (words.SECRETARY, meeting.secretary),
        (words.KIND, words.kind_and_month(keys.KINDS[meeting.kind], month(meeting.day))),
        (words.PREVIOUS, previous),
    )
    cells = [
        [
            FaParagraph(setter, label, styles.LABEL),
            FaParagraph(setter, value or words.NOTHING, styles.VALUE, place=label),
        ]
        for label, value in facts
    ]
    return RuledTable([cells[:4], cells[4:]], [_QUARTER] * 4, header_rows=0, style=_GRID)


def _attendance(setter: Typesetter, document: MinutesDocument) -> RuledTable:
    labels = (words.ROW, words.NAME, words.POST, words.PARTY, words.STATE, words.LETTER)
    head = [FaParagraph(setter, label, styles.HEAD) for label in labels]
    rows = [head]
    for number, line in enumerate(document.attendance, 1):
        substituted = line.state == AttendanceState.SUBSTITUTE
        name = line.substitute if substituted else line.name
        texts = (
            digits(number),
            name,
            line.post,
            document.parties[line.party].short_name,
            state_words(line),
            introduction_words(line),
        )
        rows.append(
            [
                FaParagraph(setter, text or words.NOTHING, styles.CELL, place=label)
                for text, label in zip(texts, labels, strict=True)
            ]
        )
    return RuledTable(rows, _ATTENDANCE, elastic=1)


def state_words(line: AttendanceLine) -> str:
    """How a seat was filled, with the hours of one who came late or left early."""
    state = keys.ATTENDANCE_STATES[line.state]
    parts = [words.in_place_of(line.name) if line.state == AttendanceState.SUBSTITUTE else state]
    if line.arrived_at:
        parts.append(words.arrived(digits(line.arrived_at)))
    if line.left_at:
        parts.append(words.left(digits(line.left_at)))
    return words.listed(parts)


def introduction_words(line: AttendanceLine) -> str:
    """Number and day of the letter that introduced a member."""
    return words.letter(line.letter_number, day(line.letter_day))


def _guests(setter: Typesetter, guests: tuple[GuestLine, ...]) -> Flowable:
    names = words.names([words.guest(guest.name, guest.post) for guest in guests])
    spans = [Span(words.labelled(words.GUESTS, ""), styles.REMARK_LEAD), Span(names)]
    return FaParagraph(setter, spans, styles.REMARK, place=words.GUESTS)


def quorum_sentence(document: MinutesDocument) -> str:
    """Whether there was a quorum, and how it was counted, party by party."""
    found: QuorumLine = document.quorum
    shares = [
        words.quorum_of_party(party.name, digits(present), digits(filled))
        for party, (present, filled) in zip(document.parties, found.parties, strict=True)
    ]
    return words.quorum(found.met, digits(found.present), digits(found.filled), digits(found.needed), shares)


def _agenda(setter: Typesetter, document: MinutesDocument) -> Flowable:
    """The ranks stand out at the right, the text has an edge of its own."""
    items = [words.agenda_item(item.title, item.presenter) for item in document.agenda]
    return FaList(setter, items, styles.LINE, _rank, look=_RANKED, place=words.AGENDA)


def _rank(number: int) -> str:
    return words.rank(ordinal(number))
