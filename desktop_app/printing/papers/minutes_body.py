"""The body of the minutes: follow-up of earlier resolutions, deliberations, and the resolutions themselves."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.domain.date_words import ordinal
from desktop_app.domain.deadlines import DeadlineKind
from desktop_app.domain.digits import persian_percent
from desktop_app.domain.documents import AgendaLine, DeadlineLine, FollowUpLine, MinutesDocument, ResolutionLine
from desktop_app.domain.minutes import AdoptionKind
from desktop_app.domain.resolutions import ResolutionState
from desktop_app.printing.layout.flowable import Flowable
from desktop_app.printing.layout.paragraph import FaHeading, FaParagraph
from desktop_app.printing.papers import paper_styles as styles
from desktop_app.printing.papers.paper_words import day, digits
from desktop_app.printing.papers.ruled_table import RuledTable
from desktop_app.printing.typesetting.style import MM, Span
from desktop_app.printing.typesetting.typesetter import Typesetter
from desktop_app.text import paper_1 as words
from desktop_app.text import paper_1_keys as keys

_FOLLOW_UP = tuple(width * MM for width in (19, 48, 29, 22, 23, 29))
_RESOLUTIONS = tuple(width * MM for width in (9, 19, 51, 11, 37, 22, 21))


def follow_up(setter: Typesetter, document: MinutesDocument) -> Iterator[Flowable]:
    """The report on earlier resolutions; nothing where there are none."""
    if not document.follow_up:
        return
    labels = (
        words.RESOLUTION_NUMBER,
        words.SUBJECT,
        words.EXECUTOR,
        words.DUE,
        words.STATE,
        words.LAST_ACTION,
    )
    rows: list[list[list[Flowable]]] = [[[FaParagraph(setter, label, styles.HEAD)] for label in labels]]
    rows += [_follow_up_row(setter, line) for line in document.follow_up]
    yield FaHeading(setter, words.FOLLOW_UP, styles.SECTION)
    yield RuledTable(rows, _FOLLOW_UP, elastic=1)


def _follow_up_row(setter: Typesetter, line: FollowUpLine) -> list[list[Flowable]]:
    state = keys.RESOLUTION_STATES[line.state]
    if line.state in {ResolutionState.IN_PROGRESS, ResolutionState.BLOCKED} and line.percent:
        state = words.percent_of(state, persian_percent(line.percent))
    texts = (line.number, line.text, line.executor, day(line.due), state, line.last_action)
    cells: list[list[Flowable]] = [[_cell(setter, text, line.number)] for text in texts]
    if line.late:
        cells[4].append(FaParagraph(setter, words.late(digits(line.late)), styles.CELL_LATE))
    return cells


def _cell(setter: Typesetter, text: str, place: str) -> Flowable:
    return FaParagraph(setter, text or words.NOTHING, styles.CELL, place=place)


def deliberations(setter: Typesetter, document: MinutesDocument) -> Iterator[Flowable]:
    """What was said, item by item; items without talk or notes are left out."""
    spoken = [(number, item) for number, item in enumerate(document.agenda, 1) if item.talk or item.notes]
    if not spoken:
        return
    yield FaHeading(setter, words.DELIBERATIONS, styles.SECTION)
    for number, item in spoken:
        yield FaHeading(setter, words.agenda_heading(ordinal(number), item.title), styles.ITEM, level=3)
        yield from _talk(setter, item)


def _talk(setter: Typesetter, item: AgendaLine) -> Iterator[Flowable]:
    for name, said in item.talk:
        yield FaParagraph(setter, [Span(words.speaker(name), styles.NAME), Span(said)], styles.TALK, place=item.title)
    for note in item.notes:
        spans = [Span(words.labelled(words.NOTE, ""), styles.NAME), Span(note)]
        yield FaParagraph(setter, spans, styles.TALK, place=item.title)


def resolutions(setter: Typesetter, document: MinutesDocument) -> list[Flowable]:
    """Heading and table of the resolutions; an inquorate meeting has none."""
    if document.inquorate or not document.resolutions:
        return []
    labels = (
        words.ROW,
        words.RESOLUTION_NUMBER,
        words.SUBJECT,
        words.AXIS,
        words.EXECUTORS,
        words.OWNER,
        words.DUE,
    )
    rows: list[list[list[Flowable]]] = [[[FaParagraph(setter, label, styles.HEAD)] for label in labels]]
    rows += [_resolution_row(setter, digits(row), line) for row, line in enumerate(document.resolutions, 1)]
    return [FaHeading(setter, words.RESOLUTIONS, styles.SECTION), RuledTable(rows, _RESOLUTIONS, elastic=2)]


def _resolution_row(setter: Typesetter, row: str, line: ResolutionLine) -> list[list[Flowable]]:
    place = line.number or row
    first, second = _deadline(line.deadline)
    stacked: tuple[tuple[str, list[str]], ...] = (
        (row, []),
        (line.number, []),
        (line.text, _seconds(line)),
        (words.axis(line.axis), []),
        (line.executor, _cooperating(line)),
        (line.owner, []),
        (first, [second]),
    )
    return [
        [
            _cell(setter, text, place),
            *(FaParagraph(setter, more, styles.CELL_SECOND, place=place) for more in seconds if more),
        ]
        for text, seconds in stacked
    ]


def _seconds(line: ResolutionLine) -> list[str]:
    """Kind and adoption, then the upstream decision that the resolution serves."""
    upstream = words.labelled(words.UPSTREAM, line.upstream) if line.upstream else ""
    return [words.kind_and_adoption(keys.RESOLUTION_KINDS[line.kind], _adoption(line)), upstream]


def _adoption(line: ResolutionLine) -> str:
    adopted = keys.ADOPTIONS[line.adoption]
    if line.adoption == AdoptionKind.WITH_RESERVATION and line.reservation:
        adopted = words.with_reservation(line.reservation)
    if line.votes_for is None or line.votes_against is None:
        return adopted
    return words.counted(adopted, digits(line.votes_for), digits(line.votes_against))


def _cooperating(line: ResolutionLine) -> list[str]:
    names = [words.ALL_UNITS] if line.all_units else list(line.cooperating)
    return [words.labelled(words.COOPERATING, words.names(names))] if names else []


def _deadline(line: DeadlineLine) -> tuple[str, str]:
    """The deadline as it was agreed, and below it the day that follows from that."""
    known = day(line.due)
    if line.kind == DeadlineKind.RELATIVE:
        unit, base = keys.RELATIVE_UNITS[line.unit], keys.RELATIVE_BASES[line.base]
        return words.relative_deadline(digits(line.count), unit, base), known
    if line.kind == DeadlineKind.NEXT_MEETING:
        return words.NEXT_MEETING_DEADLINE, known
    if line.kind == DeadlineKind.CONTINUOUS:
        return words.CONTINUOUS, words.review_on(known) if known else ""
    return known, ""
