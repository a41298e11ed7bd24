"""Display data of agenda items, seats and invitees: texts, icons and colours."""

from __future__ import annotations

from typing import Final

from desktop_app.domain.calendar.date_words import ordinal
from desktop_app.domain.calendar.jalali import format_short
from desktop_app.domain.read_models.sheets import AgendaRow, MeetingSheet
from desktop_app.domain.rules.attendance import minutes_late
from desktop_app.domain.rules.committee import PartyCode
from desktop_app.domain.rules.invitations import Answer, InviteeRow
from desktop_app.domain.rules.meetings import (
    AgendaItem,
    AgendaKind,
    AgendaState,
    Attendance,
    AttendanceState,
    Meeting,
    MeetingState,
)
from desktop_app.domain.text.digits import record_number
from desktop_app.widgets.controls.pill import Party
from desktop_app.widgets.fields.segmented import Segment
from desktop_app.widgets.lists.item_drawing import ItemContent
from desktop_app.widgets.style.state_mark import Shape
from desktop_app.widgets.style.tokens import Tone
from desktop_app.window.kit.state_format import StateContent
from desktop_app.window.meeting import words
from desktop_app.words import carrying as carrying_words
from desktop_app.words import invitations as invitation_words
from desktop_app.words import states as state_words
from desktop_app.words.digits import filled
from desktop_app.words.letters import INVITATION_ANSWERS
from desktop_app.words.states import DOT


def invitee_content(row: InviteeRow, answer: Answer | None, *, menu: bool) -> ItemContent:
    """Return the row of an invitee: name, office, letter sent, answer, later changes."""
    line = row.line
    office = invitation_words.under_name(
        line.post, invitation_words.GUEST if line.guest else line.party, line.in_place_of
    )
    state = (
        invitation_words.GONE
        if row.gone
        else invitation_words.changed([invitation_words.PARTS[part] for part in row.changed])
        if row.changed
        else ""
    )
    kept_on = row.sent.kept_later if row.sent is not None else None
    kept = invitation_words.kept_later(format_short(kept_on)) if kept_on is not None else ""
    told = invitation_words.answered(INVITATION_ANSWERS[answer.value]) if answer is not None else ""
    note = DOT.join(filled(told, state, office, kept))
    shape, tone = _mark(row)
    end = sent_text(row)
    return ItemContent(
        line.name,
        note=note,
        end=end,
        shape=shape,
        tone=tone,
        spoken=words.item_spoken(line.name, note, end, ""),
        quiet=row.gone,
        menu=menu,
    )


def sent_text(row: InviteeRow) -> str:
    """Return when and how the letter was sent, or that it was not."""
    sent = row.sent
    if sent is None:
        return invitation_words.NOT_SENT
    return invitation_words.sent_on(
        format_short(sent.sent_on), invitation_words.WAYS[sent.way], record_number(sent.number)
    )


def _mark(row: InviteeRow) -> tuple[Shape, Tone]:
    if row.gone:
        return Shape.DIAMOND, Tone.WARNING
    if row.changed:
        return Shape.TRIANGLE, Tone.WARNING
    return (Shape.DISC_CHECK, Tone.DONE) if row.sent is not None else (Shape.DASHED_RING, Tone.NEUTRAL)


_S, _A, _I = MeetingState, AttendanceState, AgendaState
PARTY: Final = {PartyCode.PROVINCE: Party.GOVERNORATE, PartyCode.CENTER: Party.CENTER}
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


# ---- agenda


def item_content(row: AgendaRow, place: int, sheet: MeetingSheet, ran: int = 0) -> ItemContent:
    """Return the row of an agenda item; ``ran`` is the number of seconds since the sheet was read."""
    item = row.item
    shape, tone = _ITEM.get(item.state, (Shape.PLAIN_RING, Tone.NEUTRAL))
    note = state_words.DOT.join(filled(words.ordinal_item(ordinal(place)), *_facts(row, sheet)))
    running = item.state is _I.RUNNING
    seconds = row.running_seconds + ran if running else row.running_seconds
    end = "" if running else _end(item.state, seconds, item.planned_minutes)
    clock = words.clock_of(seconds, item.planned_minutes) if running else ""
    return ItemContent(
        title=item.title,
        note=note,
        end=end,
        shape=shape,
        tone=tone,
        running=running,
        clock=clock,
        progress=seconds / (60 * item.planned_minutes) if running and item.planned_minutes else 0.0,
        spoken=words.item_spoken(item.title, note, state_words.ITEM_STATES[item.state], clock or end),
        menu=sheet.agenda_editable,
        act=act_of(item.state) if sheet.agenda_editable and sheet.meeting.state is _S.IN_SESSION else "",
    )


def parked_content(item: AgendaItem, origin: int | None, *, menu: bool) -> ItemContent:
    """Return the row of a parked item; ``origin`` is the number of the meeting that did not reach it."""
    left_over = carrying_words.left_over(origin) if origin is not None else ""
    note = DOT.join(filled(item.presenter, left_over))
    spoken = words.item_spoken(item.title, note, state_words.ITEM_STATES[item.state], "")
    return ItemContent(item.title, note=note, icon="pin", spoken=spoken, quiet=True, menu=menu)


def act_of(state: AgendaState) -> str:
    """Return the action that Space runs on an item during the session."""
    return {_I.RUNNING: words.FINISH, _I.DONE: words.TAKE_AGAIN}.get(state, words.START)


def _facts(row: AgendaRow, sheet: MeetingSheet) -> tuple[str, ...]:
    about = (
        words.about(record_number(row.follow_up.number)) if row.follow_up is not None and row.follow_up.number else ""
    )
    counted = ""
    if row.item.kind is AgendaKind.FOLLOW_UP and sheet.follow_up.open:
        counted = words.open_and_late(sheet.follow_up.open, sheet.follow_up.late)
    left_over = carrying_words.left_over(row.origin) if row.origin is not None else ""
    return row.item.presenter, left_over, about, counted


def _end(state: AgendaState, seconds: int, planned: int) -> str:
    if state is _I.DONE and seconds:
        return words.spent_of(max(1, round(seconds / 60)), planned)
    return words.minutes_of(planned) if planned else ""


# ---- seats


def seat_content(state: AttendanceState) -> StateContent:
    """Return the display of a seat's mark if it is read-only."""
    return StateContent(state_words.SEAT_STATES[state], *_ATTENDANCE[state])


def seat_segments() -> tuple[Segment, ...]:
    """Return the options of a seat's switch with their letter keys."""
    order = (_A.PRESENT, _A.VIDEO, _A.SUBSTITUTE, _A.EXCUSED, _A.ABSENT)
    return tuple(
        Segment(state.value, state_words.SEAT_STATES[state], words.SEAT_LETTERS[state], _ATTENDANCE[state][1])
        for state in order
    )


def late_of(seat: Attendance, meeting: Meeting) -> int:
    """Return how many minutes late the holder of a seat came."""
    return minutes_late(seat.arrived_at, meeting.began_at, meeting.starts_at)
