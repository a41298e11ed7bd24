"""Frozen parts: what a snapshot says held against the records that stand beside it, for one that was falsified.

Compared is what is frozen in both: words, names and marks of the version. Names that are joined from live records
(units, axes, parties) may have changed since, and stand in the snapshot alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import zip_longest
from typing import Any, Final

from desktop_app.domain.documents.documents import MinutesDocument, ResolutionLine
from desktop_app.domain.documents.papers import Classification, above, highest
from desktop_app.domain.rules.meetings import AgendaItem, Attendance, Guest
from desktop_app.domain.rules.minutes import Clause, Deliberation, MinutesVersion, Signer


class FrozenPart(StrEnum):
    """A part of frozen minutes."""

    TEXT = "text"
    """The snapshot itself: its hash is not the one that was recorded, or it is no document."""
    CODE = "code"
    """The recorded hash is not the one of the entry that was made when the minutes became final."""
    HEAD = "head"
    ATTENDANCE = "attendance"
    GUEST = "guest"
    SIGNER = "signer"
    AGENDA = "agenda"
    TALK = "talk"
    NOTE = "note"
    RESOLUTION = "resolution"


@dataclass(frozen=True, slots=True)
class FrozenDifference:
    """One thing in which snapshot and records differ: the part, its place from 1 (0 for the whole), and the field."""

    part: FrozenPart
    place: int = 0
    field: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FrozenRows:
    """The records of one version; ``agenda`` is None where a later version shares it and may have changed it.

    ``numbers`` holds the numbers of resolutions by their ids.
    """

    version: MinutesVersion
    attendance: Sequence[Attendance]
    guests: Sequence[Guest]
    signers: Sequence[Signer]
    talk: Sequence[Deliberation]
    clauses: Sequence[Clause]
    numbers: Mapping[int, str]
    agenda: Sequence[AgendaItem] | None = None


Parts = Mapping[str, Any]
"""The compared values of one line by their fields."""
_NONE: Final[Parts] = {}


def frozen_differences(document: MinutesDocument, rows: FrozenRows) -> Iterator[FrozenDifference]:
    """Everything in which the snapshot and the records of its version differ, in the order of the paper."""
    yield from _differing(FrozenPart.HEAD, [_head_of(document)], [_head(document, rows)], whole=True)
    yield from _differing(
        FrozenPart.ATTENDANCE, map(_seat_line, document.attendance), [_seat(row) for row in rows.attendance]
    )
    yield from _differing(FrozenPart.GUEST, map(_guest, document.guests), map(_guest, rows.guests))
    if rows.agenda is not None:
        yield from _differing(FrozenPart.AGENDA, map(_item, document.agenda), map(_item, rows.agenda))
    said = sorted(pair for line in document.agenda for pair in line.talk)
    told = sorted((row.speaker, row.text) for row in rows.talk)
    yield from _differing(FrozenPart.TALK, map(_talk, said), map(_talk, told))
    noted = sorted(note for line in document.agenda for note in line.notes)
    notes = sorted(row.text for row in rows.clauses if not row.is_resolution)
    yield from _differing(FrozenPart.NOTE, map(_note, noted), map(_note, notes))
    yield from _resolutions(document, rows)
    yield from _differing(FrozenPart.SIGNER, map(_pen, document.signers), map(_pen, rows.signers))


def words_agree(document: MinutesDocument, version: MinutesVersion, drawn: Mapping[str, Clause]) -> bool:
    """Whether the snapshot bears these clauses, by the numbers of their resolutions, and the class of its version.

    Of the class it asks no other clause: where a plain one has raised it, the answer is no and the whole is asked.
    """
    if _class_of(document, version) != document.letterhead.classification:
        return False
    return not any(differing_words(document, version, drawn))


def _class_of(document: MinutesDocument, version: MinutesVersion) -> Classification:
    """The highest of the version's own row and of what the snapshot says of its parts."""
    own = [one.own_class for one in document.resolutions]
    own += [one.own_class for one in document.follow_up]
    own += [one.own_class for one in document.annexes]
    return highest([version.classification, *own])


def differing_words(document: MinutesDocument, version: MinutesVersion, drawn: Mapping[str, Clause]) -> Iterator[str]:
    """The numbers of those that the snapshot does not bear."""
    lines = {line.number: line for line in document.resolutions if line.number in drawn}
    for number, clause in drawn.items():
        if number not in lines or _line(lines[number]) != _clause(clause, version):
            yield number


def is_guarded(document: MinutesDocument, version: MinutesVersion, notes: Sequence[Clause]) -> bool:
    """Whether the class of the version's row is not below the frozen one; a recovery may have raised it.

    Clauses that are no resolution, ``notes``, may have raised the frozen one; of them the text tells no class.
    """
    own = highest([_class_of(document, version), *(one.classification or "" for one in notes)])
    return own == highest([own, document.letterhead.classification])


def says_line(line: ResolutionLine, version: MinutesVersion, clause: Clause) -> bool:
    """Whether a clause says what a line of the snapshot says, and is not less guarded; it may be more."""
    frozen, drawn = ({**parts, "own_class": ""} for parts in (_line(line), _clause(clause, version)))
    return frozen == drawn and guards_lines([line], version, clause)


def guards_lines(lines: Sequence[ResolutionLine], version: MinutesVersion, clause: Clause) -> bool:
    """Whether a clause is not less guarded than any of these lines."""
    own = highest([clause.classification or "", version.classification])
    return own == highest([own, *(one.own_class for one in lines)])


def _differing(part: FrozenPart, lines: Any, rows: Any, *, whole: bool = False) -> Iterator[FrozenDifference]:  # noqa: ANN401
    """Fields that differ, line by line; a line more or less differs in all of them."""
    for place, (line, row) in enumerate(zip_longest(lines, rows, fillvalue=_NONE), start=1):
        for field in {**line, **row}:
            if line.get(field) != row.get(field):
                yield FrozenDifference(part, 0 if whole else place, field)


def _entries(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _head(document: MinutesDocument, rows: FrozenRows) -> Parts:
    version = rows.version
    # of clauses, of what is reported and of annexes the paper bears the highest class
    own = [one.classification or "" for one in rows.clauses]
    own += [one.own_class for one in document.follow_up]
    own += [one.own_class for one in document.annexes]
    return {
        "version": version.version,
        "classification": highest([version.classification, *own]),
        "urgency": version.urgency,
        "next_day": version.next_day.isoformat() if version.next_day else "",
        "next_starts_at": version.next_starts_at,
        "next_agenda": version.next_agenda,
        "originals": version.originals,
        "kept_at": version.kept_at,
        "attachments": _entries(version.attachments),
        "copies_to": _entries(version.copies_to),
        "began_at": version.session.began_at,
        "ended_at": version.session.ended_at,
        "place": version.session.place,
    }


def _head_of(document: MinutesDocument) -> Parts:
    paper = ("version", "next_day", "next_starts_at", "next_agenda", "originals", "kept_at", "attachments", "copies_to")
    return (
        {name: getattr(document, name) for name in paper}
        | {name: getattr(document.letterhead, name) for name in ("classification", "urgency")}
        | {name: getattr(document.meeting, name) for name in ("began_at", "ended_at", "place")}
    )


def _seat(row: Attendance) -> Parts:
    return {
        "name": row.name,
        "post": row.post,
        "state": row.state.value,
        "substitute": row.substitute_name,
        "letter_number": row.letter_number,
        "letter_day": row.letter_day.isoformat() if row.letter_day else "",
        "arrived_at": row.arrived_at,
        "left_at": row.left_at,
    }


_SEAT: Final = ("name", "post", "state", "substitute", "letter_number", "letter_day", "arrived_at", "left_at")


def _seat_line(line: Any) -> Parts:  # noqa: ANN401 - a line of the attendance
    return {name: getattr(line, name) for name in _SEAT}


def _guest(one: Any) -> Parts:  # noqa: ANN401 - a line or a record; both have these fields
    return {"name": one.name, "post": one.post}


def _pen(one: Any) -> Parts:  # noqa: ANN401 - the same
    return {"name": one.name, "post": one.post, "substitute_for": one.substitute_for}


def _item(one: Any) -> Parts:  # noqa: ANN401 - the same
    return {"title": one.title, "presenter": one.presenter}


def _talk(pair: tuple[str, str]) -> Parts:
    return {"speaker": pair[0], "text": pair[1]}


def _note(text: str) -> Parts:
    return {"text": text}


def _resolutions(document: MinutesDocument, rows: FrozenRows) -> Iterator[FrozenDifference]:
    """By number, since the agenda may have been ordered anew for a later version."""
    lines = {line.number: _line(line) for line in document.resolutions}
    adopted = [one for one in rows.clauses if one.is_resolution]
    chosen = {rows.numbers.get(one.resolution_id or 0, ""): _clause(one, rows.version) for one in adopted}
    for place, number in enumerate(sorted(lines.keys() | chosen.keys()), start=1):
        if number not in lines or number not in chosen:
            yield FrozenDifference(FrozenPart.RESOLUTION, place, "number")
            continue
        for field, value in lines[number].items():
            if chosen[number][field] != value:
                yield FrozenDifference(FrozenPart.RESOLUTION, place, field)


_LINE: Final = ("text", "kind", "all_units", "adoption", "reservation", "votes_for", "votes_against")
_DEADLINE: Final = ("kind", "count", "unit", "base")


def _line(line: ResolutionLine) -> Parts:
    deadline = {f"deadline_{name}": getattr(line.deadline, name) for name in _DEADLINE}
    return {name: getattr(line, name) for name in (*_LINE, "own_class")} | deadline


def _clause(clause: Clause, version: MinutesVersion) -> Parts:
    deadline = {f"deadline_{name}": getattr(clause.deadline, name) for name in _DEADLINE}
    own = {"own_class": above(clause.classification, version.classification)}
    return {name: getattr(clause, name) for name in _LINE} | own | deadline
