"""What the detail of a task says: its pills, its facts, the other units, and its history."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.domain.committee import PartyCode
from desktop_app.domain.jalali import format_date, format_long, format_words
from desktop_app.domain.task_sheet import Sibling, TaskEvent, TaskSheet
from desktop_app.domain.tasks import TaskState
from desktop_app.text import tasks as words
from desktop_app.text.lists import axis as axis_word
from desktop_app.text.rules.states import TASK
from desktop_app.views.state_faces import task_face
from desktop_app.widgets.pill import Party
from desktop_app.widgets.state_mark import Shape
from desktop_app.widgets.tokens import Tone

PARTIES = {PartyCode.PROVINCE: Party.GOVERNORATE, PartyCode.CENTER: Party.CENTER}
RESOLUTION, MINUTES, MEETING = "resolution", "minutes", "meeting"


@dataclass(frozen=True, slots=True)
class PillFace:
    """A word with its mark."""

    text: str
    tone: Tone
    shape: Shape | None = None
    percent: int | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """A name and what it is; ``link`` is where a press leads, ``tone`` the colour of a second line."""

    name: str
    value: str
    note: str = ""
    link: str = ""
    tone: Tone | None = None
    party: Party | None = None


@dataclass(frozen=True, slots=True)
class HistoryFace:
    """One line of the history."""

    title: str
    notes: tuple[str, ...]
    tone: Tone
    shape: Shape
    percent: int
    undone: bool


@dataclass(frozen=True, slots=True)
class SiblingFace:
    """Another unit of the same resolution."""

    task_id: int
    unit: str
    said: str
    tone: Tone
    shape: Shape
    percent: int
    late: bool


def pills_of(sheet: TaskSheet) -> tuple[PillFace, ...]:
    """Late first, then the state with its progress."""
    face = task_face(sheet.task.state)
    percent = sheet.task.percent
    word = (
        f"{face.word} · {words.percent(percent)}"
        if percent and sheet.task.state is not TaskState.ACCEPTED
        else face.word
    )
    state = PillFace(word, face.tone, face.shape, percent)
    late = PillFace(words.late(sheet.days_late), Tone.DANGER, Shape.TRIANGLE)
    return (late, state) if sheet.days_late else (state,)


def facts_of(sheet: TaskSheet) -> tuple[Fact, ...]:
    """Unit and people, the deadline, where it was decided, and the plan."""
    unit = sheet.unit
    found = [
        Fact(words.UNIT, unit.name, party=PARTIES[sheet.party.code]),
        Fact(words.LIAISON, unit.liaison or words.UNKNOWN, unit.contact),
        Fact(words.HEAD, unit.head or words.UNKNOWN),
        _due(sheet),
        Fact(words.RESOLUTION, sheet.resolution.number, link=RESOLUTION),
    ]
    if sheet.meeting_number is not None:
        day = format_long(sheet.meeting_day) if sheet.meeting_day else ""
        found.append(Fact(words.MINUTES, words.minutes_of(sheet.meeting_number, sheet.resolution.row), link=MINUTES))
        found.append(Fact(words.MEETING, words.meeting_of(sheet.meeting_number, day), link=MEETING))
    if sheet.axis_title:
        found.append(Fact(words.AXIS, f"{axis_word(sheet.axis_code)} – {sheet.axis_title}"))
    if sheet.owner:
        found.append(Fact(words.OWNER, sheet.owner))
    found.append(Fact(words.PLAN, sheet.task.plan or words.NO_PLAN))
    return tuple(found)


def _due(sheet: TaskSheet) -> Fact:
    if sheet.due is None:
        return Fact(words.DUE, words.UNKNOWN)
    notes = []
    if sheet.own_due and sheet.resolution_due is not None:
        notes.append(words.own_due(format_date(sheet.resolution_due)))
    first = sheet.deadlines[0].due if sheet.deadlines else None
    if len(sheet.deadlines) > 1 and first is not None:
        notes.append(words.extended(len(sheet.deadlines) - 1, format_date(first)))
    return Fact(words.DUE, format_words(sheet.due), " · ".join(notes))


def siblings_of(sheet: TaskSheet) -> tuple[SiblingFace, ...]:
    """The other units, those with the most to do first as they stand."""
    return tuple(_sibling(one) for one in sheet.siblings)


def _sibling(one: Sibling) -> SiblingFace:
    face = task_face(one.state)
    said = f"{face.word} · {words.percent(one.percent)}" if one.percent else face.word
    return SiblingFace(one.task_id, one.unit, said, face.tone, face.shape, one.percent, one.days_late > 0)


def history_of(sheet: TaskSheet) -> tuple[HistoryFace, ...]:
    """Newest first."""
    return tuple(_line(event) for event in sheet.history)


def _line(event: TaskEvent) -> HistoryFace:
    act = event.act
    face = task_face(act.target)
    if act.undoes_id is not None:
        title = words.TOOK_BACK
    elif act.source is act.target or act.target is TaskState.DOING:
        title = f"{TASK[act.target]}: {words.percent(act.percent)}"
    else:
        title = face.word
    told = " · ".join(part for part in (format_long(act.day), act.told_by) if part)
    notes = [act.reason, told, words.recorded(act.actor)] if act.actor else [act.reason, told]
    if event.undone:
        title = f"{title} – {words.UNDONE}"
    return HistoryFace(title, tuple(note for note in notes if note), face.tone, face.shape, act.percent, event.undone)
