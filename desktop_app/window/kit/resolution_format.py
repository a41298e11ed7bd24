"""Display data of a resolution: facts, deadline and history, and a plain text for other programs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from desktop_app.domain.calendar.date_words import ordinal
from desktop_app.domain.calendar.jalali import format_date, format_long
from desktop_app.domain.read_models.follow_up_sheets import Actor, EventKind, ResolutionEvent, ResolutionSheet
from desktop_app.domain.rules.committee import PartyCode
from desktop_app.domain.rules.deadlines import DeadlineKind
from desktop_app.domain.rules.resolutions import ResolutionActKind
from desktop_app.domain.rules.tasks import TaskState
from desktop_app.domain.text.digits import record_number
from desktop_app.widgets.controls.pill import Party
from desktop_app.widgets.dates.deadline_course import CourseStation, CourseToday
from desktop_app.widgets.lists.finding_list import HistoryLine
from desktop_app.widgets.style.state_mark import Shape
from desktop_app.widgets.style.tokens import Tone
from desktop_app.window.kit.state_format import resolution_content
from desktop_app.window.kit.task_format import dated_stations, day_near, today_between
from desktop_app.words import clauses as clause_words
from desktop_app.words import letters as letter_words
from desktop_app.words import lists as list_words
from desktop_app.words import resolutions as words
from desktop_app.words import states
from desktop_app.words.digits import without_marks

PARTY_MARKS: Final = {PartyCode.PROVINCE: Party.GOVERNORATE, PartyCode.CENTER: Party.CENTER}
_TASKS: Final = {
    TaskState.ASSIGNED: (Shape.DASHED_RING, Tone.NEUTRAL),
    TaskState.NOTIFIED: (Shape.PLAIN_RING, Tone.NEUTRAL),
    TaskState.PLANNED: (Shape.RING_DOT, Tone.PROGRESS),
    TaskState.DOING: (Shape.PIE, Tone.PROGRESS),
    TaskState.BLOCKED: (Shape.SQUARE_BAR, Tone.WARNING),
    TaskState.REPORTED: (Shape.RING_CHECK, Tone.CLAIMED),
    TaskState.ACCEPTED: (Shape.DISC_CHECK, Tone.DONE),
    TaskState.RETURNED: (Shape.RING_BACK, Tone.WARNING),
    TaskState.CANCELLED: (Shape.DIAMOND, Tone.NEUTRAL),
}
_ACTS: Final = {
    ResolutionActKind.NOTIFIED: (Shape.PLAIN_RING, Tone.NEUTRAL),
    ResolutionActKind.VERIFIED: (Shape.DISC_CHECK, Tone.DONE),
    ResolutionActKind.RETURNED: (Shape.RING_BACK, Tone.WARNING),
    ResolutionActKind.SUPERSEDED: (Shape.DIAMOND, Tone.NEUTRAL),
    ResolutionActKind.REVOKED: (Shape.DIAMOND, Tone.NEUTRAL),
    ResolutionActKind.DEFERRED: (Shape.DASHED_RING, Tone.WARNING),
    ResolutionActKind.REJECTED: (Shape.DIAMOND, Tone.NEUTRAL),
}
MOST_PAPERS: Final = 5
"""So many letters are named; a resolution has one to each of its units."""
PAPER = "paper_"
"""Before the line of a registered paper: the way there."""


@dataclass(frozen=True, slots=True)
class DetailFact:
    """One fact: label, value, and the mark of a party; one with a ``link`` can be clicked."""

    label: str
    value: str
    party: Party | None = None
    link: str = ""


def name_of(sheet: ResolutionSheet) -> str:
    """Return the name of the resolution: its number, or its place in the minutes if it has none."""
    return words.name(record_number(sheet.resolution.number), sheet.place)


def facts_of(sheet: ResolutionSheet, cite: str) -> tuple[DetailFact, ...]:
    """Return the facts in their order; ``cite`` is the citation of the upstream decision."""
    found = [DetailFact(list_words.CLASS, list_words.GUARDED[sheet.guarded])] if sheet.guarded else []
    found += _actors(words.EXECUTOR, (sheet.executor,) if sheet.executor else ())
    found += _cooperating(sheet)
    found += _actors(words.OWNER, (sheet.owner,) if sheet.owner else ())
    if sheet.axis is not None:
        found.append(DetailFact(words.AXIS, words.axis_option(sheet.axis.code, sheet.axis.title)))
    found += _ways(sheet)
    if cite:
        found.append(DetailFact(words.UPSTREAM, cite))
    found.append(DetailFact(words.ADOPTION, _adoption(sheet)))
    found += _requests(sheet)
    found += _papers(sheet)
    return tuple(found)


def _requests(sheet: ResolutionSheet) -> list[DetailFact]:
    return [
        DetailFact(
            "" if place else letter_words.EXTENSION,
            letter_words.request_note(one.state.value, format_long(one.wanted_due) if one.wanted_due else ""),
        )
        for place, one in enumerate(sheet.requests)
    ]


def _papers(sheet: ResolutionSheet) -> list[DetailFact]:
    return [
        DetailFact(
            "" if place else letter_words.PAPERS,
            letter_words.paper_line(one.outgoing, one.row, one.year, one.party),
            link=f"{PAPER}{one.line}",
        )
        for place, one in enumerate(sheet.papers[:MOST_PAPERS])
    ] + [DetailFact("", letter_words.more(rest)) for rest in (len(sheet.papers) - MOST_PAPERS,) if rest > 0]


def _actors(label: str, actors: tuple[Actor, ...]) -> list[DetailFact]:
    return [
        DetailFact("" if place else label, one.name, PARTY_MARKS[one.party] if one.party else None)
        for place, one in enumerate(actors)
    ]


def _cooperating(sheet: ResolutionSheet) -> list[DetailFact]:
    if sheet.clause.all_units:
        return [DetailFact(words.COOPERATING, words.note(words.ALL_UNITS, words.of_units(len(sheet.cooperating))))]
    return _actors(words.COOPERATING, sheet.cooperating)


def _ways(sheet: ResolutionSheet) -> list[DetailFact]:
    """Return the links to the minutes, the meeting, and the resolution that replaced this one."""
    number = ordinal(sheet.meeting_number) if sheet.meeting_number else ""
    day = format_long(sheet.meeting_day) if sheet.meeting_day else ""
    found = [
        DetailFact(words.DOCUMENT, words.document(number, sheet.place), link="minutes"),
        DetailFact(words.MEETING, words.meeting_of(number, day), link="meeting"),
    ]
    newer = successor_of(sheet)
    if newer is not None:
        found.append(DetailFact(words.OTHER, words.name(newer.other_number, 0), link="successor"))
    return found


def successor_of(sheet: ResolutionSheet) -> ResolutionEvent | None:
    """Return the valid act by which a later resolution ended this one, if there is one."""
    acts = (event for event in sheet.history if event.other_id is not None and not event.undone and not event.undoes)
    return None if sheet.course.is_open else next(acts, None)


def _adoption(sheet: ResolutionSheet) -> str:
    said = words.ADOPTION_UNKNOWN if sheet.taken_over else clause_words.ADOPTIONS[sheet.clause.adoption.value]
    return words.note(clause_words.KINDS[sheet.clause.kind.value], said, sheet.clause.reservation)


# ---- the course of the deadline


def stations_of(sheet: ResolutionSheet) -> tuple[CourseStation, ...]:
    """Return the adoption, the first deadline and every extension as points of the timeline."""
    return tuple(station for _, station in dated_stations(sheet.steps, sheet.today))


def today_of(sheet: ResolutionSheet) -> CourseToday | None:
    """Return the position of today on the timeline, while a unit still owes work."""
    if sheet.due is None or not sheet.course.awaits_units:
        return None
    days = [step.day for step in sheet.steps if step.day is not None]
    return today_between(days, sheet.today, sheet.due, sheet.days_late)


def deadline_words(sheet: ResolutionSheet) -> str:
    """Return the wording of a deadline without a fixed day, or of a continuous one; empty for all others."""
    if sheet.due is not None:
        return words.CONTINUOUS if sheet.due_kind is DeadlineKind.CONTINUOUS else ""
    said = {DeadlineKind.NEXT_MEETING: words.NEXT_MEETING, DeadlineKind.RELATIVE: words.AFTER_NOTICE}
    return said.get(sheet.due_kind, words.NO_DEADLINE)


# ---- history


def history_of(sheet: ResolutionSheet) -> tuple[HistoryLine, ...]:
    """Return one line for each event."""
    return tuple(_line(event, sheet) for event in sheet.history)


def _line(event: ResolutionEvent, sheet: ResolutionSheet) -> HistoryLine:
    title, (shape, tone) = _title(event, sheet)
    if event.undoes:
        title, shape, tone = words.taken_back(title), Shape.RING_BACK, Tone.NEUTRAL
    elif event.undone:
        title = words.undone(title)
    percent = event.percent if event.kind is EventKind.TASK else None
    return HistoryLine(title, _note(event, sheet), shape, tone, percent, quiet=event.undone)


def _title(event: ResolutionEvent, sheet: ResolutionSheet) -> tuple[str, tuple[Shape, Tone]]:
    if event.act is not None:
        return _act_words(event, event.act), _ACTS[event.act]
    if event.task_state is not None:
        said = words.event_task(event.task_state.value, event.percent, event.note_only)
        return said, _TASKS[event.task_state]
    if event.kind is EventKind.EXTENDED:
        day = format_date(event.due) if event.due else ""
        return (words.ACTS["extended"] if event.undoes else words.event_extended(day)), (Shape.SQUARE_BAR, Tone.WARNING)
    if event.kind is EventKind.DEADLINE:
        return words.event_deadline(format_date(event.due) if event.due else ""), (Shape.PLAIN_RING, Tone.NEUTRAL)
    number = ordinal(sheet.meeting_number) if sheet.meeting_number else ""
    return words.event_adopted(number), (Shape.RING_DOT, Tone.NEUTRAL)


def _act_words(event: ResolutionEvent, act: ResolutionActKind) -> str:
    return words.event_act(act.value, event.units, event.other_number, again=event.again)


def _note(event: ResolutionEvent, sheet: ResolutionSheet) -> str:
    unit = words.of_units(event.units) if event.units > 1 else event.unit
    return words.history_note(
        day_near(event.day, sheet.today),
        words.meeting(event.meeting_number) if event.meeting_number else "",
        unit if event.kind is EventKind.TASK else "",
        words.letter(record_number(event.letter))
        if event.letter and event.kind is EventKind.ACT
        else record_number(event.letter),
        event.reason if event.kind is EventKind.TASK or not event.reason else words.why(event.reason),
        words.recorded_by(event.actor) if event.actor else "",
    )


# ---- as text


def plain_text(sheet: ResolutionSheet, cite: str) -> str:
    """Return the resolution as plain text for another program."""
    state = states.RESOLUTION[sheet.course.state.value]
    late = states.LATE if sheet.days_late else ""
    facts: list[tuple[str, str]] = list(_joined(facts_of(sheet, cite)))
    facts.append((words.DUE, format_date(sheet.due) if sheet.due else deadline_words(sheet)))
    facts.append((words.STATE, words.note(state, late)))
    named, told = without_marks(name_of(sheet)), [(label, without_marks(value)) for label, value in facts]
    return words.plain(named, sheet.clause.text, told)


def _joined(facts: tuple[DetailFact, ...]) -> Iterator[tuple[str, str]]:
    """Return the values with one label in one line."""
    joined: dict[str, list[str]] = {}
    label = ""
    for fact in facts:
        label = fact.label or label
        joined.setdefault(label, []).append(fact.value)
    return ((label, words.JOIN.join(values)) for label, values in joined.items())


def state_pill(sheet: ResolutionSheet) -> tuple[str, Tone, Shape, int]:
    """Return label, tone, shape and percent of the state."""
    content = resolution_content(sheet.course.state)
    return content.word, content.tone, content.shape, sheet.course.percent
