"""What a meeting's sheet looks like in words, shapes and colours: header, steps, band, items and seats."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from desktop_app.domain.arrival import minutes_between, minutes_late
from desktop_app.domain.committee import PartyCode
from desktop_app.domain.date_words import ordinal
from desktop_app.domain.digits import persian_digits
from desktop_app.domain.jalali import format_short, format_words, year_of
from desktop_app.domain.meetings import (
    AgendaItem,
    AgendaKind,
    AgendaState,
    Attendance,
    AttendanceState,
    Meeting,
    MeetingState,
)
from desktop_app.domain.minutes import EDITABLE
from desktop_app.domain.sheets import AgendaRow, MeetingSheet
from desktop_app.text import meeting as words
from desktop_app.text import states
from desktop_app.views.state_faces import StateFace, meeting_face
from desktop_app.widgets.item_row import ItemFace
from desktop_app.widgets.pill import Party
from desktop_app.widgets.segmented import Segment
from desktop_app.widgets.state_mark import Shape
from desktop_app.widgets.stepper import SideState, Step
from desktop_app.widgets.tokens import Tone

_S, _A, _I = MeetingState, AttendanceState, AgendaState
PARTY: Final = {PartyCode.PROVINCE: Party.GOVERNORATE, PartyCode.CENTER: Party.CENTER}
_LINE: Final = (_S.DRAFT, _S.SCHEDULED, _S.CONVENED, _S.IN_SESSION, _S.HELD, _S.CLOSED)
_ATTENDANCE: Final = {
    _A.PRESENT: (Shape.DISC_CHECK, Tone.DONE),
    _A.VIDEO: (Shape.DISC_CHECK, Tone.DONE),
    _A.SUBSTITUTE: (Shape.RING_CHECK, Tone.PROGRESS),
    _A.EXCUSED: (Shape.DIAMOND, Tone.WARNING),
    _A.ABSENT: (Shape.DIAMOND, Tone.DANGER),
    _A.UNMARKED: (Shape.DASHED_RING, Tone.NEUTRAL),
}
_ITEM: Final = {
    _I.WAITING: (Shape.PLAIN_RING, Tone.NEUTRAL),
    _I.RUNNING: (Shape.RING_DOT, Tone.ACTION),
    _I.DONE: (Shape.DISC_CHECK, Tone.DONE),
}


# ---- header


def title_of(meeting: Meeting) -> str:
    """«جلسهٔ پنجم»."""
    return words.title(ordinal(meeting.number) if meeting.number else "")


def crumbs_of(meeting: Meeting) -> str:
    """Where the page lies."""
    year = persian_digits(year_of(meeting.day)) if meeting.day else ""
    return words.crumbs(year, persian_digits(meeting.number) if meeting.number else "")


def context_of(meeting: Meeting) -> str:
    """Kind, weekday and date, time, place."""
    parts = (
        states.MEETING_KIND[meeting.kind],
        format_words(meeting.day) if meeting.day else words.NO_DAY,
        words.at_hour(meeting.starts_at) if meeting.starts_at else "",
        meeting.place or words.NO_PLACE,
    )
    return words.DOT.join(part for part in parts if part)


# ---- steps


@dataclass(frozen=True, slots=True)
class Course:
    """What the stepper shows."""

    steps: tuple[Step, ...]
    current: int
    side: SideState | None


def course_of(sheet: MeetingSheet, now: str) -> Course:
    """The six states with their days; a side state stands in the place it was entered from."""
    meeting = sheet.meeting
    last = {act.target: act for act in sheet.history}
    notes = {state: format_short(act.day) for state, act in last.items()}
    if meeting.began_at:
        notes[_S.IN_SESSION] = words.since(meeting.began_at, _lasted(meeting, now))
    for over in (_S.HELD, _S.INQUORATE):
        if over in notes and meeting.ended_at:
            notes[over] = words.day_and_hour(notes[over], meeting.ended_at)
    inquorate = _S.INQUORATE in last
    line = tuple(_S.INQUORATE if inquorate and state is _S.HELD else state for state in _LINE)
    steps = tuple(Step(states.MEETING[state], notes.get(state, "")) for state in line)
    if meeting.state in line:
        passed = meeting.state is _S.CLOSED
        place = len(line) if passed else line.index(meeting.state)
        return Course(steps, place, _side(meeting.state, notes) if meeting.state is _S.INQUORATE else None)
    act = last.get(meeting.state)
    place = line.index(act.source) if act is not None and act.source in line else 0
    return Course(steps, place, _side(meeting.state, notes))


def _lasted(meeting: Meeting, now: str) -> int:
    running = meeting.state is _S.IN_SESSION
    return minutes_between(meeting.began_at, now if running else meeting.ended_at)


def _side(state: MeetingState, notes: dict[MeetingState, str]) -> SideState:
    face = meeting_face(state)
    return SideState(face.word, notes.get(state, ""), face.tone, face.shape)


# ---- the band


@dataclass(frozen=True, slots=True)
class Band:
    """Title, detail and tone of the band over the panes."""

    title: str
    detail: str
    tone: Tone


def band_of(sheet: MeetingSheet) -> Band:
    """Whether the meeting is official and why, or what stands in its way."""
    plain = _BEFORE.get(sheet.meeting.state)
    if plain is not None:
        return plain
    if sheet.meeting.state in (_S.POSTPONED, _S.CANCELLED):
        return _called_off(sheet)
    return _quorum_band(sheet)


_BEFORE: Final = {
    _S.DRAFT: Band(words.TO_SCHEDULE, words.TO_SCHEDULE_WHY, Tone.NEUTRAL),
    _S.SCHEDULED: Band(words.TO_CONVENE, words.TO_CONVENE_WHY, Tone.NEUTRAL),
}


def _called_off(sheet: MeetingSheet) -> Band:
    state = sheet.meeting.state
    act = next((one for one in reversed(sheet.history) if one.target is state), None)
    why = words.reason(act.reason) if act is not None and act.reason else ""
    if state is _S.CANCELLED:
        return Band(words.CANCELLED, why, Tone.DANGER)
    return Band(words.POSTPONED, " ".join(part for part in (why, words.NEW_DAY) if part), Tone.WARNING)


def _quorum_band(sheet: MeetingSheet) -> Band:
    quorum, past = sheet.quorum, sheet.meeting.state not in (_S.CONVENED, _S.IN_SESSION)
    if not quorum.filled:
        return Band(words.NO_SEATS, words.NO_SEATS_WHY, Tone.WARNING)
    if quorum.met:
        say = words.was_official if past else words.official
        return Band(
            words.WAS_OFFICIAL if past else words.OFFICIAL,
            say(quorum.present, quorum.filled, quorum.needed),
            Tone.DONE,
        )
    if sheet.meeting.state is _S.CONVENED and not quorum.present:
        return Band(words.NO_ATTENDANCE_YET, words.rule(quorum.needed), Tone.NEUTRAL)
    names = {one.party.id: one.party.short_name or one.party.name for one in sheet.attendance}
    missing = [names[party] for party in quorum.missing_parties if party in names]
    short = max(0, quorum.needed - quorum.present)
    detail = words.lacking_with_rule(missing, short, quorum.needed, past=past)
    return Band(words.INQUORATE if past else words.NOT_OFFICIAL_YET, detail, Tone.WARNING)


def locked_of(sheet: MeetingSheet) -> str:
    """Why nothing can be changed any more; empty while something can."""
    if sheet.meeting.state is _S.CLOSED:
        return words.CLOSED
    frozen = sheet.minutes_state is not None and sheet.minutes_state not in EDITABLE
    return words.FROZEN if frozen else ""


# ---- agenda


def item_face(row: AgendaRow, place: int, sheet: MeetingSheet, ran: int = 0) -> ItemFace:
    """An item of the agenda; ``ran`` are the seconds since the sheet was read."""
    item = row.item
    shape, tone = _ITEM.get(item.state, (Shape.PLAIN_RING, Tone.NEUTRAL))
    note = words.DOT.join(part for part in (words.ordinal_item(ordinal(place)), *_facts(row, sheet)) if part)
    running = item.state is _I.RUNNING
    seconds = row.running_seconds + ran if running else row.running_seconds
    end = "" if running else _end(item.state, seconds, item.planned_minutes)
    clock = words.clock_of(seconds, item.planned_minutes) if running else ""
    return ItemFace(
        title=item.title,
        note=note,
        end=end,
        shape=shape,
        tone=tone,
        running=running,
        clock=clock,
        progress=seconds / (60 * item.planned_minutes) if running and item.planned_minutes else 0.0,
        spoken=words.item_spoken(item.title, note, words.ITEM_STATES[item.state], clock or end),
        menu=sheet.agenda_editable,
        act=act_of(item.state) if sheet.meeting.state is _S.IN_SESSION else "",
    )


def parked_face(item: AgendaItem, *, menu: bool) -> ItemFace:
    """An item that waits for a later meeting."""
    spoken = words.item_spoken(item.title, item.presenter, words.ITEM_STATES[item.state], "")
    return ItemFace(item.title, note=item.presenter, icon="pin", spoken=spoken, quiet=True, menu=menu)


def act_of(state: AgendaState) -> str:
    """What Space does with an item in the session."""
    return {_I.RUNNING: words.FINISH, _I.DONE: words.TAKE_AGAIN}.get(state, words.START)


def _facts(row: AgendaRow, sheet: MeetingSheet) -> tuple[str, ...]:
    about = words.about(row.follow_up.number) if row.follow_up is not None and row.follow_up.number else ""
    counted = ""
    if row.item.kind is AgendaKind.FOLLOW_UP and sheet.follow_up.open:
        counted = words.open_and_late(sheet.follow_up.open, sheet.follow_up.late)
    return row.item.presenter, about, counted


def _end(state: AgendaState, seconds: int, planned: int) -> str:
    if state is _I.DONE and seconds:
        return words.spent_of(max(1, round(seconds / 60)), planned)
    return words.minutes_of(planned) if planned else ""


# ---- seats


def seat_face(state: AttendanceState) -> StateFace:
    """How a seat's mark is shown where it cannot be changed."""
    return StateFace(words.SEAT_STATES[state], *_ATTENDANCE[state])


def seat_segments() -> tuple[Segment, ...]:
    """The parts of a seat's switch, with the letters that choose them."""
    order = (_A.PRESENT, _A.VIDEO, _A.SUBSTITUTE, _A.EXCUSED, _A.ABSENT)
    return tuple(
        Segment(state.value, words.SEAT_STATES[state], words.SEAT_LETTERS[state], _ATTENDANCE[state][1])
        for state in order
    )


def late_of(seat: Attendance, meeting: Meeting) -> int:
    """Minutes that the holder of a seat came late."""
    return minutes_late(seat.arrived_at, meeting.began_at, meeting.starts_at)
