"""Display data of minutes: state marks of agenda items, deadlines, and short names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from desktop_app.domain.calendar.date_words import cardinal
from desktop_app.domain.calendar.jalali import format_short, format_words, weekday_name, year_of
from desktop_app.domain.read_models.sheets import AgendaRow, ClauseRow, MinutesSheet
from desktop_app.domain.rules.committee import PartyCode
from desktop_app.domain.rules.deadlines import Deadline, DeadlineKind, DeadlineOffer
from desktop_app.domain.rules.meetings import AgendaKind
from desktop_app.domain.rules.minutes import ACTION_KINDS, was_taken_over
from desktop_app.widgets.controls.pill import Party
from desktop_app.widgets.style.state_mark import Shape
from desktop_app.widgets.style.tokens import Tone
from desktop_app.window.minutes import words
from desktop_app.words import carrying as carrying_words
from desktop_app.words import clauses as clause_words

PARTY_MARKS: Mapping[PartyCode, Party] = {PartyCode.PROVINCE: Party.GOVERNORATE, PartyCode.CENTER: Party.CENTER}

CLOSING_ITEM, SIGNERS_ITEM = -1, -2
"""Entries of the agenda pane that are no agenda items."""


@dataclass(frozen=True, slots=True)
class ClauseFact:
    """One fact of a resolution: label, value, and a tone if it needs attention."""

    label: str
    value: str
    tone: Tone | None = None


def item_mark(row: AgendaRow, *, chosen: bool) -> tuple[Shape, Tone]:
    """Return the mark for how far an agenda item is written."""
    if chosen:
        return Shape.RING_DOT, Tone.ACTION
    if row.written or row.item.kind is AgendaKind.FOLLOW_UP:
        return Shape.DISC_CHECK, Tone.DONE
    return Shape.PLAIN_RING, Tone.NEUTRAL


def item_holds(row: AgendaRow, sheet: MinutesSheet) -> tuple[str, str]:
    """Return what an item holds as text, and how late its resolutions are; the latter empty if none is."""
    if row.item.kind is AgendaKind.FOLLOW_UP:
        late = sum(one.late > 0 for one in sheet.follow_up)
        return words.open_count(len(sheet.follow_up)), words.late_count(late) if late else ""
    late_days = row.follow_up.late if row.follow_up is not None else 0
    late_text = words.days_late(late_days) if late_days else ""
    held = words.holds(row.clause_count - row.resolution_count, row.resolution_count)
    if held:
        return held, late_text
    if row.written:
        return words.SAID_ONLY, late_text
    if row.fate is not None:
        return carrying_words.FATES[row.fate.kind], late_text
    if row.origin is not None:
        return carrying_words.left_over(row.origin), late_text
    return (words.BEFORE_RECORDS if was_taken_over(sheet.version) else words.NOT_WRITTEN), late_text


def signers_text(sheet: MinutesSheet) -> str:
    """Return the number of signers as text; of imported minutes it is unknown."""
    return words.BEFORE_RECORDS if was_taken_over(sheet.version) else words.signer_count(len(sheet.signers))


def first_item(sheet: MinutesSheet) -> int:
    """Return the item to select first: the first without text; in frozen minutes the first with text.

    A report on earlier resolutions opens the meeting and is written by itself: it comes after the others.
    """
    reports = [block.row for block in sheet.blocks[:1] if block.row.item.kind is AgendaKind.FOLLOW_UP]
    others = [block.row for block in sheet.blocks[len(reports) :]]
    wanted = [row.item.id for row in others if row.written is not sheet.editable]
    every = [row.item.id for row in (*others, *reports)]
    return [*wanted, *every, CLOSING_ITEM][0]


def short_names(sheet: MinutesSheet) -> dict[int, str]:
    """Return the short name of each unit by id."""
    return {unit.id: unit.brief_name for unit in sheet.choices.units}


def _agreed_deadline(row: ClauseRow) -> str:
    """Return a deadline as agreed, with its date."""
    deadline = row.clause.deadline
    day = f"{weekday_name(row.due)} {format_short(row.due)}" if row.due is not None else ""
    if row.due_closed:
        day = words.closed(day)
    if deadline.kind is DeadlineKind.DAY:
        return day
    words_of = {
        DeadlineKind.NEXT_MEETING: words.NEXT_MEETING,
        DeadlineKind.CONTINUOUS: words.CONTINUOUS,
    }
    if deadline.kind is DeadlineKind.RELATIVE:
        said = words.relative_deadline(deadline.count, deadline.unit, deadline.base)
    else:
        said = words_of.get(deadline.kind, "")
    return words.with_day(said, day) if said else ""


def falling_day(deadline: Deadline, due: date | None, *, editable: bool) -> str:
    """Return the date of a counted deadline, or what it depends on; empty for other kinds."""
    if deadline.kind not in (DeadlineKind.RELATIVE, DeadlineKind.NEXT_MEETING):
        return ""
    if due is not None:
        return words.falls_on(format_words(due))
    if deadline.kind is DeadlineKind.RELATIVE:
        return words.AFTER_NOTIFICATION
    # what is missing; where to write it only while anything can be written
    return words.UNKNOWN_NEXT_MEETING if editable else words.UNKNOWN_NEXT_MEETING_FROZEN


def offer_words(offer: DeadlineOffer, due: date | None) -> str:
    """Return weekday, day and month; with the year if it differs from that of the holiday."""
    same_year = due is not None and year_of(due) == year_of(offer.day)
    day = f"{weekday_name(offer.day)} {format_short(offer.day)}" if same_year else format_words(offer.day)
    return words.in_working_days(day, cardinal(offer.working_days)) if offer.working_days else day


def facts_of(row: ClauseRow, names: Mapping[int, str]) -> tuple[ClauseFact, ...]:
    """Return the facts under a resolution, including required ones that are missing."""
    clause = row.clause
    acts = clause.kind in ACTION_KINDS
    executor = names.get(clause.executor_unit_id or 0, row.executor)
    owner = names.get(clause.owner_unit_id or 0, row.owner)
    facts = [ClauseFact(clause_words.FACT_AXIS, clause_words.axis_code(row.axis_code))] if row.axis_code else []
    facts += [_fact(clause_words.FACT_EXECUTOR, executor)] if executor or acts else []
    # several units take as many lines as they need, and none is cut
    facts += _cooperating(row, names)
    facts.append(_fact(clause_words.FACT_OWNER, owner))
    due = _agreed_deadline(row)
    if due or acts:
        fact = _fact(clause_words.FACT_DEADLINE, due)
        facts.append(ClauseFact(fact.label, fact.value, Tone.WARNING) if row.due_closed else fact)
    return tuple(facts)


def _cooperating(row: ClauseRow, names: Mapping[int, str]) -> tuple[ClauseFact, ...]:
    """Return one fact per cooperating unit; only the first has the label."""
    clause = row.clause
    if clause.all_units:
        return (ClauseFact(clause_words.FACT_COOPERATING, clause_words.ALL_UNITS),)
    units = [names.get(key, name) for key, name in zip(clause.cooperating, row.cooperating, strict=True)]
    last = len(units) - 1
    return tuple(
        ClauseFact("" if at else clause_words.FACT_COOPERATING, clause_words.listed(name, last=at == last))
        for at, name in enumerate(units)
    )


def _fact(label: str, value: str) -> ClauseFact:
    return ClauseFact(label, value) if value else ClauseFact(label, clause_words.MISSING, Tone.WARNING)
