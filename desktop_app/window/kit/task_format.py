"""Display data of a task: state, facts, other units and history, and the points of its timeline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desktop_app.domain.calendar.date_words import ordinal
from desktop_app.domain.calendar.jalali import format_date, format_long, format_short, format_words, year_of
from desktop_app.domain.read_models.follow_up_sheets import DeadlineStep, SiblingTask, StepKind, TaskEvent, TaskSheet
from desktop_app.domain.rules.committee import PartyCode
from desktop_app.domain.rules.resolutions import OWED_TASKS
from desktop_app.domain.rules.tasks import TaskState
from desktop_app.domain.text.digits import record_number
from desktop_app.widgets.controls.pill import Party
from desktop_app.widgets.dates.deadline_course import CourseStation, CourseToday
from desktop_app.widgets.lists.finding_list import HistoryLine
from desktop_app.widgets.style.state_mark import Shape
from desktop_app.widgets.style.tokens import Tone
from desktop_app.window.kit.state_format import task_content
from desktop_app.words import letters as letter_words
from desktop_app.words import resolutions
from desktop_app.words import tasks as words
from desktop_app.words.digits import filled, percent
from desktop_app.words.lists import CLASS, GUARDED
from desktop_app.words.lists import axis as axis_word

Dated = tuple[date, CourseStation]


def dated_stations(steps: Sequence[DeadlineStep], today: date) -> list[Dated]:
    """Return the adoption, the first deadline and every extension with its day."""
    return [(step.day, _station(step, day_near(step.day, today))) for step in steps if step.day is not None]


def _station(step: DeadlineStep, day: str) -> CourseStation:
    if step.kind is StepKind.ADOPTED:
        return CourseStation(resolutions.ADOPTED, day, Shape.RING_DOT)
    if step.kind is StepKind.FIRST:
        return CourseStation(resolutions.FIRST_DEADLINE, day, Shape.PLAIN_RING)
    word = resolutions.extension(resolutions.FIRST if step.number == 1 else ordinal(step.number))
    return CourseStation(word, day, Shape.SQUARE_BAR, Tone.WARNING, extended=True)


def today_between(days: Sequence[date], today: date, due: date, late: int) -> CourseToday | None:
    """Return the position of today between the days of a timeline; None for fewer than two days."""
    if len(days) < 2:
        return None
    after = max((at for at, day in enumerate(days) if day <= today), default=0)
    share = 0.0
    if after + 1 < len(days):
        share = (today - days[after]).days / max(1, (days[after + 1] - days[after]).days)
    if late:
        return CourseToday(after, share, resolutions.late(late), Tone.DANGER)
    return CourseToday(after, min(0.85, max(0.15, share)), resolutions.left((due - today).days))


def day_near(day: date, today: date) -> str:
    """Return the day without its year if it is in this year."""
    return format_short(day) if year_of(day) == year_of(today) else format_long(day)


PARTIES = {PartyCode.PROVINCE: Party.GOVERNORATE, PartyCode.CENTER: Party.CENTER}
TITLE_LETTERS, NOTE_LETTERS = 260, 500
RESOLUTION, MINUTES, MEETING = "resolution", "minutes", "meeting"
MOST_PAPERS = 5
"""So many letters are named, the newest."""
PAPER = "paper_"
"""Before the line of a registered paper: the way there."""


@dataclass(frozen=True, slots=True)
class PillContent:
    """The text and the mark of one state."""

    text: str
    tone: Tone
    shape: Shape | None = None
    percent: int | None = None


@dataclass(frozen=True, slots=True)
class TaskFact:
    """One fact: label and value; ``link`` is the target of a click, ``tone`` the colour of a second line."""

    name: str
    value: str
    note: str = ""
    link: str = ""
    tone: Tone | None = None
    party: Party | None = None


@dataclass(frozen=True, slots=True)
class SiblingContent:
    """Display data of another unit with the same resolution."""

    task_id: int
    unit: str
    said: str
    tone: Tone
    shape: Shape
    percent: int
    late: bool


def pills_of(sheet: TaskSheet) -> tuple[PillContent, ...]:
    """Return the states to show: late first, then the state with its progress."""
    content = task_content(sheet.task.state)
    share = sheet.task.percent
    told = share and sheet.task.state is not TaskState.ACCEPTED
    word = f"{content.word} · {percent(share)}" if told else content.word
    state = PillContent(word, content.tone, content.shape, share)
    late = PillContent(words.late(sheet.days_late), Tone.DANGER, Shape.TRIANGLE)
    return (late, state) if sheet.days_late else (state,)


def facts_of(sheet: TaskSheet) -> tuple[TaskFact, ...]:
    """Return the facts of a task: unit and people, the deadline, the minutes, and the plan."""
    unit = sheet.unit
    found = [TaskFact(CLASS, GUARDED[sheet.guarded])] if sheet.guarded else []
    found += [
        TaskFact(words.UNIT, unit.name, party=PARTIES[sheet.party.code]),
        TaskFact(words.LIAISON, unit.liaison or words.UNKNOWN, record_number(unit.contact)),
        TaskFact(words.HEAD, unit.head or words.UNKNOWN),
        _due(sheet),
        TaskFact(words.RESOLUTION, record_number(sheet.resolution.number), link=RESOLUTION),
    ]
    if sheet.meeting_number is not None:
        day = format_long(sheet.meeting_day) if sheet.meeting_day else ""
        found.append(
            TaskFact(words.MINUTES, words.minutes_of(sheet.meeting_number, sheet.resolution.row), link=MINUTES)
        )
        found.append(TaskFact(words.MEETING, words.meeting_of(sheet.meeting_number, day), link=MEETING))
    if sheet.axis_title:
        found.append(TaskFact(words.AXIS, f"{axis_word(sheet.axis_code)} – {sheet.axis_title}"))
    if sheet.owner:
        found.append(TaskFact(words.OWNER, sheet.owner))
    found.append(TaskFact(words.PLAN, sheet.task.plan or words.NO_PLAN))
    found += _requests(sheet)
    found += _papers(sheet)
    if len(sheet.text) > TITLE_LETTERS:
        found.append(TaskFact(words.FULL_TEXT, sheet.text))
    return tuple(found)


def reason_to_notify_again(sheet: TaskSheet) -> str:
    """Return why the unit must be notified again; empty if it knows the valid wording."""
    corrected = sheet.corrected
    if corrected is None:
        return ""
    return resolutions.corrected_since(
        corrected.version, format_long(corrected.day), record_number(corrected.letter_number)
    )


def _requests(sheet: TaskSheet) -> list[TaskFact]:
    return [
        TaskFact(
            letter_words.EXTENSION,
            letter_words.request_note(one.state.value, format_long(one.wanted_due) if one.wanted_due else ""),
            one.text,
        )
        for one in sheet.requests
    ]


def _papers(sheet: TaskSheet) -> list[TaskFact]:
    return [
        TaskFact(
            "" if place else letter_words.PAPERS,
            letter_words.paper_line(one.outgoing, one.row, one.year, one.party),
            one.subject,
            f"{PAPER}{one.line}",
        )
        for place, one in enumerate(sheet.papers[:MOST_PAPERS])
    ]


def _due(sheet: TaskSheet) -> TaskFact:
    if sheet.due is None:
        return TaskFact(words.DUE, words.UNKNOWN)
    note = words.own_due(format_date(sheet.resolution_due)) if sheet.own_due and sheet.resolution_due else ""
    return TaskFact(words.DUE, format_words(sheet.due), note)


def siblings_of(sheet: TaskSheet) -> tuple[SiblingContent, ...]:
    """Return the other units of the resolution, those with the most to do first."""
    return tuple(_sibling(one) for one in sheet.siblings)


def _sibling(one: SiblingTask) -> SiblingContent:
    content = task_content(one.state)
    said = f"{content.word} · {percent(one.percent)}" if one.percent else content.word
    return SiblingContent(one.task_id, one.unit, said, content.tone, content.shape, one.percent, one.days_late > 0)


def history_of(sheet: TaskSheet) -> tuple[HistoryLine, ...]:
    """Return the history of a task, newest first."""
    return tuple(_line(event) for event in sheet.history)


def _line(event: TaskEvent) -> HistoryLine:
    act = event.act
    content = task_content(act.target)
    if event.again:
        content = task_content(TaskState.NOTIFIED)
        title = words.NOTIFY_AGAIN
    elif act.undoes_id is not None:
        title = words.TOOK_BACK
    elif act.source is act.target or act.target is TaskState.DOING:
        title = words.progress(content.word, act.percent)
    else:
        title = content.word
    behind = words.DOCUMENTED if event.documented else ""
    told = words.joined(format_long(act.day), act.told_by, behind, words.recorded(act.actor) if act.actor else "")
    note = "\n".join(filled(shortened(act.reason, NOTE_LETTERS), told))
    if event.undone:
        title = words.undone(title)
    share = None if event.again else act.percent
    return HistoryLine(title, note, content.shape, content.tone, share, quiet=event.undone)


# ---- the course of the deadline


def stations_of(sheet: TaskSheet) -> tuple[CourseStation, ...]:
    """Return the points of the timeline: adoption, deadlines, and the unit's own day if it named one."""
    return tuple(station for _, station in _dated(sheet))


def _dated(sheet: TaskSheet) -> Sequence[Dated]:
    found = dated_stations(sheet.steps, sheet.today)
    if sheet.own_due and sheet.task.due is not None:
        day = day_near(sheet.task.due, sheet.today)
        found.append((sheet.task.due, CourseStation(words.OWN_DUE, day, Shape.PLAIN_RING, Tone.PROGRESS)))
        found.sort(key=lambda one: one[0])
    return found


def today_of(sheet: TaskSheet) -> CourseToday | None:
    """Return the position of today on the timeline, while the unit owes work."""
    if sheet.due is None or not sheet.course.is_open or sheet.task.state not in OWED_TASKS:
        return None
    return today_between([day for day, _ in _dated(sheet)], sheet.today, sheet.due, sheet.days_late)


def shortened(text: str, most: int) -> str:
    """Return the text cut to ``most`` characters, with «…» at the end."""
    return text if len(text) <= most else text[:most].rpartition(" ")[0].rstrip() + "…"
