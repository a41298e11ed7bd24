"""Content of the detail of one seat or unit, with the actions that are possible now."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from desktop_app.domain.calendar.jalali import format_long
from desktop_app.domain.read_models.members_sheet import (
    Membership,
    MembersSheet,
    PartyMembers,
    UnitDetails,
    UnitLine,
)
from desktop_app.domain.read_models.members_sheet import SeatLine as Seat
from desktop_app.domain.read_models.paper_sheets import PaperRef
from desktop_app.domain.rules.members import Nomination, Unit, UnitKind, holds_on, not_over_on
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.state_mark import Shape
from desktop_app.widgets.style.tokens import Tone
from desktop_app.window.kit.members_fields import UNIT_TEXTS
from desktop_app.window.kit.members_format import (
    SEAT,
    UNIT,
    MarkedSentence,
    RowKey,
    joined,
    letter_of,
    span_of,
    state_of,
)
from desktop_app.words import letters as letter_words
from desktop_app.words import members as words


@dataclass(frozen=True, slots=True)
class DetailAct:
    """One button; ``about`` is the id of its nomination, or 0."""

    key: str
    text: str
    icon: str
    kind: ButtonKind = ButtonKind.OUTLINED
    about: int = 0


@dataclass(frozen=True, slots=True)
class DetailLine:
    """One line of a history with its own small buttons."""

    title: str
    told: MarkedSentence
    notes: tuple[str, ...]
    acts: tuple[DetailAct, ...] = ()


@dataclass(frozen=True, slots=True)
class Detail:
    """All content of the detail of one record."""

    key: RowKey
    title: str
    context: str
    acts: tuple[DetailAct, ...]
    told: MarkedSentence | None = None
    facts: tuple[tuple[str, str], ...] = ()
    heading: str = ""
    lines: tuple[DetailLine, ...] = ()
    empty: str = ""


LETTER = "letter_of_"
"""Before the line of a letter in the registers: the way there."""
MOST_LETTERS = 5
"""So many letters are named; the register has them all."""
TASKS = "tasks"
ARCHIVED = MarkedSentence(words.ARCHIVED, Shape.PLAIN_RING, Tone.NEUTRAL)
RESTORE = DetailAct("restore", words.RESTORE, "archive-restore", ButtonKind.FILLED)
EDIT = DetailAct("edit", words.EDIT, "pencil")
ARCHIVE = DetailAct("archive", words.ARCHIVE, "archive")


def changes_nothing(act: str) -> bool:
    """Whether an action changes nothing: it opens tasks, a letter or the history."""
    return act in (TASKS, "history") or act.startswith(LETTER)


def read_only(detail: Detail) -> Detail:
    """Return the detail with only the actions that change nothing."""
    return replace(
        detail,
        acts=tuple(act for act in detail.acts if changes_nothing(act.key)),
        lines=tuple(
            replace(line, acts=tuple(act for act in line.acts if changes_nothing(act.key))) for line in detail.lines
        ),
    )


def _long(day: date | None) -> str:
    return format_long(day) if day is not None else ""


# ---- seats


def seat_detail(sheet: MembersSheet, party: PartyMembers, line: Seat) -> Detail:
    """Return holder, alternate, letter and start of a seat, and everyone nominated for it."""
    seat, holder = line.seat, line.holder
    facts = []
    if holder is not None:
        facts = [
            (words.HOLDER, joined(holder.name, holder.post)),
            (words.SINCE, _long(holder.nomination.from_day)),
            (words.LETTER, letter_of(holder) or words.UNKNOWN),
        ]
    if line.alternate is not None:
        facts.append((words.ALTERNATE, line.alternate.name))
    vacant = MarkedSentence(words.VACANT, Shape.SQUARE_BAR, Tone.WARNING) if line.vacant else None
    return Detail(
        key=(SEAT, seat.id),
        title=seat.title,
        context=joined(party.party.name, words.ROLES[seat.role.value]),
        told=ARCHIVED if seat.archived_on else vacant,
        facts=tuple(facts),
        acts=(RESTORE,) if seat.archived_on else _seat_acts(line),
        heading=words.HISTORY,
        lines=tuple(_named(one, sheet.today) for one in line.history),
        empty=words.NO_HISTORY,
    )


def _seat_acts(line: Seat) -> tuple[DetailAct, ...]:
    acts = []
    waiting = any(one.nomination.from_day is None for one in line.expected)
    if line.holder is None:
        kind = ButtonKind.OUTLINED if waiting else ButtonKind.FILLED
        acts.append(DetailAct("nominate", words.NOMINATE, "user-plus", kind))
    else:
        acts.append(DetailAct("succeed", words.SUCCEED, "user-plus", ButtonKind.FILLED))
        acts.append(DetailAct("end", words.END, "log-out", about=line.holder.nomination.id))
    acts += [DetailAct("alternate", words.NAME_ALTERNATE, "users"), EDIT, ARCHIVE]
    return tuple(acts)


def _named(membership: Membership, today: date) -> DetailLine:
    one = membership.nomination
    letters = [letter_words.paper_line(it.outgoing, it.row, it.year, it.party) for it in membership.papers]
    notes = tuple(note for note in (span_of(membership), letter_of(membership), *letters) if note)
    return DetailLine(membership.name, state_of(membership, today), notes, _line_acts(one, today))


def _line_acts(one: Nomination, today: date) -> tuple[DetailAct, ...]:
    acts = []
    if not_over_on(one, today) and one.from_day is None:
        acts.append(DetailAct("begin", words.BEGIN, "check", ButtonKind.FILLED, one.id))
        acts.append(DetailAct("end", words.WITHDRAW, "log-out", about=one.id))
    elif not_over_on(one, today) and not one.to_day and not (holds_on(one, today) and one.role.value == "main"):
        acts.append(DetailAct("end", words.END, "log-out", about=one.id))
    acts.append(DetailAct("letter", words.CORRECT, "pencil", ButtonKind.QUIET, one.id))
    return tuple(acts)


# ---- units


def unit_detail(sheet: MembersSheet, party: PartyMembers, line: UnitLine, in_hand: UnitDetails) -> Detail:
    """Return kind, parent unit, texts, open work and letters of a unit."""
    unit = line.unit
    kind = words.AGENCIES if unit.kind is UnitKind.AGENCY else words.KINDS["unit"]
    archived = unit.archived_on is not None
    return Detail(
        key=(UNIT, unit.id),
        title=unit.name,
        context=joined(party.party.name, kind),
        acts=(RESTORE,) if archived else _unit_acts(in_hand.open_tasks),
        told=ARCHIVED if archived else _liaison_told(unit),
        facts=_unit_facts(sheet, unit),
        heading=letter_words.PAPERS if in_hand.letters else "",
        lines=tuple(map(_letter, in_hand.letters[:MOST_LETTERS])),
    )


def _letter(one: PaperRef) -> DetailLine:
    told = MarkedSentence(
        letter_words.paper_line(one.outgoing, one.row, one.year, one.party), Shape.PLAIN_RING, Tone.NEUTRAL
    )
    way = DetailAct(f"{LETTER}{one.line}", letter_words.SEE_IN_REGISTER, "mail", ButtonKind.QUIET)
    return DetailLine(one.subject, told, (_long(one.day),), (way,))


def _unit_acts(open_tasks: int) -> tuple[DetailAct, ...]:
    tasks = DetailAct(TASKS, words.open_tasks(open_tasks), "list-checks")
    child = DetailAct("child", words.CHILD, "plus")
    return (EDIT, child, *((tasks,) if open_tasks else ()), ARCHIVE)


def _liaison_told(unit: Unit) -> MarkedSentence | None:
    return None if unit.liaison.strip() else MarkedSentence(words.NO_LIAISON, Shape.SQUARE_BAR, Tone.WARNING)


def _unit_facts(sheet: MembersSheet, unit: Unit) -> tuple[tuple[str, str], ...]:
    facts = [(one.label, one.text(unit) or words.UNKNOWN) for one in UNIT_TEXTS]
    if unit.short_name and unit.short_name != unit.name:
        facts.insert(0, (words.SHORT_NAME, unit.short_name))
    above = sheet.unit(unit.parent_id) if unit.parent_id else None
    if above is not None:
        facts.insert(0, (words.ABOVE, above[1].unit.name))
    return tuple(facts)
