"""Texts of the minutes, part by part, shared by the PDF and the Word file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Final

from desktop_app.domain.calendar.date_words import cardinal
from desktop_app.domain.documents.documents import (
    AgendaLine,
    AttendanceLine,
    EffectLine,
    MinutesDocument,
    ResolutionLine,
)
from desktop_app.domain.rules.meetings import AttendanceState
from desktop_app.domain.text.digits import record_number
from desktop_app.printing.words import amendment, frame
from desktop_app.printing.words import minutes as words
from desktop_app.printing.words.paper_words import adoption, day, deadline, digits, month, weekday

ATTENDANCE: Final = (words.ROW, words.NAME, words.POST, words.PARTY, words.STATE, words.LETTER)
"""The heads of the table of attendance."""
RESOLUTIONS: Final = (words.NUMBER, words.SUBJECT, words.EXECUTOR_AND_OWNER, words.DUE)
"""The heads of the table of resolutions: the axis stands below the text, the follow-up owner below the executor."""
RESOLUTIONS_APART: Final = (
    words.ROW,
    words.RESOLUTION_NUMBER,
    words.SUBJECT,
    words.AXIS,
    words.EXECUTORS,
    words.OWNER,
    words.DUE,
)
"""The same in the Word file: each fact has a column of its own."""

Told = tuple[str, Sequence[str]]
"""A cell: its text, and what stands smaller below it, empty where there is nothing."""


def title_of(document: MinutesDocument) -> str:
    """Return the title of the paper."""
    number = digits(document.meeting.number)
    title = words.INQUORATE_TITLE if document.inquorate else words.title(number, document.committee)
    return amendment.title(digits(document.amends.number), title) if document.amends is not None else title


def identity(document: MinutesDocument) -> tuple[tuple[str, str], ...]:
    """Return the facts of the session with their labels, in reading order: two rows of four."""
    meeting = document.meeting
    previous = ""
    if meeting.previous_number is not None:
        previous = words.previous(digits(meeting.previous_number), day(meeting.previous_day))
    return (
        (words.MEETING_DAY, words.weekday_and_day(weekday(meeting.day), day(meeting.day))),
        (words.BEGAN, digits(meeting.began_at)),
        (words.ENDED, digits(meeting.ended_at)),
        (words.PLACE, meeting.place),
        (words.CHAIR, meeting.chair),
        (words.SECRETARY, meeting.secretary),
        (words.KIND, words.kind_and_month(frame.KINDS[meeting.kind], month(meeting.day))),
        (words.PREVIOUS, previous),
    )


def seats(document: MinutesDocument) -> Iterator[tuple[str, ...]]:
    """Yield a row of the table of attendance for each seat."""
    for number, line in enumerate(document.attendance, 1):
        yield (
            digits(number),
            line.substitute if line.state == AttendanceState.SUBSTITUTE else line.name,
            line.post,
            document.parties[line.party].short_name,
            _state(line),
            words.letter(line.letter_number, day(line.letter_day)),
        )


def _state(line: AttendanceLine) -> str:
    """Return the attendance of a seat, with the times of late arrival and early leaving."""
    state = frame.ATTENDANCE_STATES[line.state]
    parts = [words.in_place_of(line.name) if line.state == AttendanceState.SUBSTITUTE else state]
    if line.arrived_at:
        parts.append(words.arrived(digits(line.arrived_at)))
    if line.left_at:
        parts.append(words.left(digits(line.left_at)))
    return words.listed(parts)


def guests(document: MinutesDocument) -> str:
    """Return the names of all guests."""
    return words.names([words.guest(guest.name, guest.post) for guest in document.guests])


def quorum_sentence(document: MinutesDocument) -> str:
    """Return whether there was a quorum, with the numbers of each party."""
    found = document.quorum
    shares = [
        words.quorum_of_party(party.name, digits(present), digits(filled))
        for party, (present, filled) in zip(document.parties, found.parties, strict=True)
    ]
    return words.quorum(found.met, digits(found.present), digits(found.filled), digits(found.needed), shares)


def agenda_item(item: AgendaLine) -> str:
    """Return an agenda item with its presenter, the meeting that did not reach it, and what becomes of it."""
    origin = [words.left_over(digits(item.origin))] if item.origin else []
    fate = [words.fate(item.fate, item.fate_reason)] if item.fate else []
    return words.with_notes(words.agenda_item(item.title, item.presenter), [*origin, *fate])


def spoken(document: MinutesDocument) -> list[tuple[int, AgendaLine]]:
    """Return the agenda items with talk or notes, each with its number."""
    return [(number, item) for number, item in enumerate(document.agenda, 1) if item.talk or item.notes]


def notes(item: AgendaLine) -> Iterator[tuple[str, Sequence[str]]]:
    """Yield the notes of an item, each with the sentences of its effects."""
    for note, effects in zip_longest(item.notes, item.note_effects, fillvalue=()):
        yield str(note), effect_sentences(effects)


def effect_sentences(effects: Sequence[EffectLine]) -> list[str]:
    """Return a sentence for each effect of a clause on a resolution of an earlier meeting."""
    return [
        words.labelled(words.EFFECT, words.effect(one.kind, record_number(one.number), day(one.day))) for one in effects
    ]


def resolution_cells(row: str, line: ResolutionLine) -> tuple[Told, ...]:
    """Return the cells of a resolution's row; ``row`` replaces a number that is not given yet."""
    first, second = deadline(line.deadline)
    kind, *more = _kind(line)
    owner = [words.labelled(words.OWNER, line.owner)] if line.owner else []
    return (
        (line.number or words.row_label(row), []),
        (line.text, [words.kind_and_axis(kind, words.axis(line.axis)), *more]),
        (line.executor, [*_cooperating(line), *owner]),
        (first, [second]),
    )


def resolution_cells_apart(row: str, line: ResolutionLine) -> tuple[Told, ...]:
    """Return the cells of a resolution's row for the Word file."""
    first, second = deadline(line.deadline)
    return (
        (row, []),
        (line.number, []),
        (line.text, _kind(line)),
        (words.axis(line.axis), []),
        (line.executor, _cooperating(line)),
        (line.owner, []),
        (first, [second]),
    )


def _kind(line: ResolutionLine) -> list[str]:
    """Return kind and adoption, the upstream decision, the class if it is higher than usual, and the effects."""
    upstream = words.labelled(words.UPSTREAM, line.upstream) if line.upstream else ""
    said = [words.kind_and_adoption(frame.RESOLUTION_KINDS[line.kind], adoption(line)), upstream]
    if line.own_class:
        said.append(words.labelled(frame.CLASSIFICATION, frame.CLASSIFICATIONS[line.own_class]))
    return [*said, *effect_sentences(line.effects)]


def _cooperating(line: ResolutionLine) -> list[str]:
    """Return the cooperating units in one line; empty if there are none."""
    names = [words.ALL_UNITS] if line.all_units else list(line.cooperating)
    return [words.labelled(words.COOPERATING, words.names(names))] if names else []


def next_meeting(document: MinutesDocument) -> list[str]:
    """Return time and agenda of the next meeting; empty if both are unknown."""
    sentences = []
    if document.next_day:
        on = words.weekday_and_day(weekday(document.next_day), day(document.next_day))
        sentences.append(words.next_meeting(on, digits(document.next_starts_at)))
    if document.next_agenda:
        sentences.append(words.labelled(words.AGENDA, document.next_agenda))
    return sentences


def ending(document: MinutesDocument) -> tuple[str, str]:
    """Return the closing sentence, and the one about the originals and where they are kept."""
    about = [words.originals(document.originals, cardinal(document.originals))]
    if document.kept_at:
        about.append(words.kept_at(document.kept_at))
    return document.closing or words.closing(digits(document.meeting.ended_at)), words.sentences(about)
