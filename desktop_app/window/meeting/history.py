"""History pane of a meeting, newest entry first, and display data shared by the panes.

Display data are words, shapes and colours of the header, the steps, and the band over the panes.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.calendar.clock import local_moment
from desktop_app.domain.calendar.date_words import ordinal
from desktop_app.domain.calendar.jalali import format_short, format_words, year_of
from desktop_app.domain.read_models.sheets import MeetingSheet
from desktop_app.domain.rules.attendance import minutes_between
from desktop_app.domain.rules.meetings import (
    Meeting,
    MeetingAct,
    MeetingState,
    is_past,
)
from desktop_app.domain.rules.minutes import EDITABLE
from desktop_app.domain.text.digits import persian_digits
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.feedback.empty_page import EmptyPage
from desktop_app.widgets.feedback.stepper import SideState, StateStep
from desktop_app.widgets.fields.text_area import ReadingArea
from desktop_app.widgets.shell.card import CardFrame, clear_layout
from desktop_app.widgets.style.look import Rule
from desktop_app.widgets.style.state_mark import StateMark
from desktop_app.widgets.style.tokens import GAP, GAP_CARD, GAP_INSIDE, Ink, TextRole, Tone
from desktop_app.window.kit.state_format import meeting_content
from desktop_app.window.meeting import words
from desktop_app.words import states
from desktop_app.words.digits import filled

_S = MeetingState
_ENDS: Final = (_S.HELD, _S.INQUORATE)
_OF_THE_SESSION: Final = (_S.IN_SESSION, *_ENDS)
_NOT_AFTER_ITS_DAY: Final = frozenset({_S.SCHEDULED, _S.CONVENED, *_OF_THE_SESSION})
"""What cannot have come about after the day of the meeting, but only have been entered then."""
_LINE: Final = (_S.DRAFT, _S.SCHEDULED, _S.CONVENED, _S.IN_SESSION, _S.HELD, _S.CLOSED)


# ---- header


def title_of(meeting: Meeting) -> str:
    """Return the title, e.g. «جلسهٔ پنجم»."""
    return words.title(ordinal(meeting.number) if meeting.number else "")


def crumbs_of(meeting: Meeting) -> str:
    """Return the breadcrumb of the page."""
    year = persian_digits(year_of(meeting.day)) if meeting.day else ""
    return words.crumbs(year, persian_digits(meeting.number) if meeting.number else "")


def context_of(meeting: Meeting) -> str:
    """Return kind, weekday and date, time and location."""
    parts = (
        states.MEETING_KIND[meeting.kind],
        format_words(meeting.day) if meeting.day else words.NO_DAY,
        words.at_hour(meeting.starts_at) if meeting.starts_at else "",
        meeting.place or words.NO_PLACE,
    )
    return states.DOT.join(filled(*parts))


# ---- steps


@dataclass(frozen=True, slots=True)
class Course:
    """Display data of the progress steps."""

    steps: tuple[StateStep, ...]
    current: int
    side: SideState | None


def course_of(sheet: MeetingSheet, now: str, today: date) -> Course:
    """Return the six states with their dates; a side state replaces the state before it."""
    state, notes = sheet.meeting.state, _step_notes(sheet, now, today)
    # how it ended may have been put right: the newest word counts
    over = next((act.target for act in reversed(sheet.history) if act.target in _ENDS), _S.HELD)
    line = tuple(over if one is _S.HELD else one for one in _LINE)
    beside = state is _S.INQUORATE or state not in line
    reached = _step_index(line, sheet)
    return Course(
        # what was reached before the meeting was put off is still to come
        steps=tuple(
            StateStep(states.MEETING[one], notes.get(one, "") if place <= reached else "")
            for place, one in enumerate(line)
        ),
        current=len(line) if state is _S.CLOSED else reached,
        side=_side(state, notes) if beside else None,
    )


def _step_notes(sheet: MeetingSheet, now: str, today: date) -> dict[MeetingState, str]:
    """Return the date of each state reached.

    When a meeting that is entered later was scheduled and convened, nobody wrote: those steps bear no day.
    """
    meeting = sheet.meeting
    notes = {
        act.target: format_short((act.target in _OF_THE_SESSION and meeting.day) or act.day)
        for act in sheet.history
        if act.target in _OF_THE_SESSION or not entered_later(meeting, act)
    }
    if meeting.began_at:
        notes[_S.IN_SESSION] = words.since(meeting.began_at, _lasted(meeting, now if today == meeting.day else ""))
    for over in _ENDS:
        if over in notes and meeting.ended_at:
            notes[over] = words.day_and_hour(notes[over], meeting.ended_at)
    return notes


def entered_later(meeting: Meeting, act: MeetingAct) -> bool:
    """Whether an act was entered only after the meeting was over."""
    return act.target in _NOT_AFTER_ITS_DAY and is_past(meeting, act.day)


def _step_index(line: tuple[MeetingState, ...], sheet: MeetingSheet) -> int:
    """Return the index of the present state, or of the last main state before it."""
    passed = [line[0], *(act.target for act in sheet.history), sheet.meeting.state]
    return line.index(next(one for one in reversed(passed) if one in line))


def _lasted(meeting: Meeting, now: str) -> int:
    running = meeting.state is _S.IN_SESSION
    return minutes_between(meeting.began_at, now if running else meeting.ended_at)


def _side(state: MeetingState, notes: dict[MeetingState, str]) -> SideState:
    content = meeting_content(state)
    return SideState(content.word, notes.get(state, ""), content.tone, content.shape)


# ---- the band


@dataclass(frozen=True, slots=True)
class Band:
    """Title, detail and tone of the message above the panes."""

    title: str
    detail: str
    tone: Tone


def band_of(sheet: MeetingSheet) -> Band:
    """Return whether the meeting is official and why, or what is missing."""
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
        return Band(words.CANCELLED, _joined(why, words.WITHOUT_MINUTES), Tone.DANGER)
    return Band(words.POSTPONED, _joined(why, words.NEW_DAY), Tone.WARNING)


def _joined(why: str, more: str) -> str:
    return " · ".join(filled(why, more))


def is_before_records(sheet: MeetingSheet) -> bool:
    """Whether the meeting was imported from older records."""
    return not sheet.quorum.filled and not sheet.history and sheet.meeting.state is _S.CLOSED


def _was_held(sheet: MeetingSheet) -> bool:
    ends = [act.target for act in sheet.history if act.target in _ENDS]
    return sheet.meeting.state in (_S.HELD, _S.CLOSED) and ends[-1:] != [_S.INQUORATE]


def _quorum_band(sheet: MeetingSheet) -> Band:
    quorum = sheet.quorum
    if is_before_records(sheet):
        return Band(words.TAKEN_OVER, words.TAKEN_OVER_WHY, Tone.NEUTRAL)
    if _was_held(sheet) and not quorum.present and not sheet.facts_editable:
        # that it had no quorum would be made up
        return Band(words.NOBODY_RECORDED, words.NOBODY_RECORDED_WHY, Tone.WARNING)
    if not quorum.filled:
        return Band(words.NO_SEATS, words.NO_SEATS_WHY if sheet.facts_editable else "", Tone.WARNING)
    return _counted_band(sheet)


def _counted_band(sheet: MeetingSheet) -> Band:
    """Return whether the quorum is met, and who is missing."""
    quorum, past = sheet.quorum, sheet.meeting.state not in (_S.CONVENED, _S.IN_SESSION)
    if quorum.met:
        title, say = (words.WAS_OFFICIAL, words.was_official) if past else (words.OFFICIAL, words.official)
        return Band(title, say(quorum.present, quorum.filled, quorum.needed), Tone.DONE)
    if sheet.meeting.state is _S.CONVENED and not quorum.present:
        return Band(words.NO_ATTENDANCE_YET, words.rule(quorum.needed), Tone.NEUTRAL)
    lacking = [one.party for one in sheet.attendance if one.party.id in quorum.missing_parties]
    short = max(0, quorum.needed - quorum.present)
    names = [party.brief_name for party in lacking]
    detail = words.lacking_with_rule(names, short, quorum.needed, past=past)
    return Band(words.INQUORATE if past else words.NOT_OFFICIAL_YET, detail, Tone.WARNING)


def locked_of(sheet: MeetingSheet) -> str:
    """Return why the facts cannot be changed; empty if they can."""
    if sheet.correcting:
        return words.correcting(sheet.correcting)
    if sheet.meeting.state is _S.CLOSED:
        return words.CLOSED_BEFORE if is_before_records(sheet) else words.CLOSED
    frozen = sheet.minutes_state is not None and sheet.minutes_state not in EDITABLE
    return words.FROZEN if frozen else ""


class HistoryPane(QWidget):
    """Read-only list of changes; arrow keys scroll it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.empty = EmptyPage()
        self.empty.set_content(words.NO_HISTORY, words.NO_HISTORY_WHY, icon="history")
        inner = QWidget()
        self._list = QVBoxLayout(inner)
        self._list.setContentsMargins(GAP_INSIDE, GAP, GAP_INSIDE, GAP_CARD)
        self._list.setSpacing(0)
        self.area = ReadingArea()
        self.area.setObjectName("history")
        self.area.setAccessibleName(words.TABS[-1])
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(ReadingArea.Shape.NoFrame)
        self.area.viewport().setAutoFillBackground(False)
        self.area.setWidget(inner)
        # the area fills what it is given
        inner.setAutoFillBackground(False)
        card = CardFrame()
        column = QVBoxLayout(card)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self.area)
        column.addWidget(self.empty)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(card)
        self._shown: tuple[tuple[MeetingAct, ...], date | None] | None = None

    def show_sheet(self, sheet: MeetingSheet) -> None:
        """Show the history of a meeting."""
        if self._shown == (sheet.history, sheet.meeting.day):
            return
        self._shown = sheet.history, sheet.meeting.day
        clear_layout(self._list)
        for place, act in enumerate(reversed(sheet.history)):
            if place:
                self._list.addWidget(Rule())
            self._list.addWidget(_line(act, later=entered_later(sheet.meeting, act)))
        self._list.addStretch(1)
        self.area.setVisible(bool(sheet.history))
        self.empty.setVisible(not sheet.history)


def _line(act: MeetingAct, *, later: bool) -> QWidget:
    content = meeting_content(act.target)
    mark = StateMark(side=16)
    mark.show_mark(content.shape, content.tone)
    parts = QVBoxLayout()
    parts.setSpacing(2)
    parts.addWidget(TextLabel(text=content.word, role=TextRole.STRONG, ink=content.tone))
    day = words.entered_on(format_words(act.day)) if later else format_words(act.day)
    note = words.history_note(day, local_moment(act.at)[1], act.actor)
    parts.addWidget(TextLabel(text=note, role=TextRole.SECOND, ink=Ink.SECOND, wrap=True))
    if act.reason:
        parts.addWidget(TextLabel(text=words.reason(act.reason), role=TextRole.SECOND, wrap=True))
    row = QWidget()
    row.setAccessibleName(words.item_spoken(content.word, note, act.reason, ""))
    line = QHBoxLayout(row)
    line.setContentsMargins(0, GAP + 2, 0, GAP + 2)
    line.setSpacing(GAP_CARD)
    line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    line.addLayout(parts, 1)
    return row
