"""The head of the meeting page: title, course and the band that says whether the meeting is official."""

from __future__ import annotations

from datetime import date

from desktop_app.domain.read_models.sheets import MeetingSheet
from desktop_app.forms.meeting_page import Ui_MeetingPage
from desktop_app.text.shared import states as state_words
from desktop_app.text.shared.parts import filled
from desktop_app.views.meeting.meeting_format import (
    band_of,
    context_of,
    course_of,
    crumbs_of,
    is_before_records,
    locked_of,
    title_of,
)
from desktop_app.widgets.lists.state_mark import Shape
from desktop_app.widgets.style.tokens import Tone


def show_header(ui: Ui_MeetingPage, sheet: MeetingSheet, now: str, today: date) -> None:
    """Title, where the page lies, the facts in one line, and the course."""
    meeting = sheet.meeting
    ui.title.setText(title_of(meeting))
    ui.crumbs.setText(crumbs_of(meeting))
    ui.context.setText(context_of(meeting))
    ui.editFacts.setVisible(sheet.facts_editable)
    show_course(ui, sheet, now, today)


def show_course(ui: Ui_MeetingPage, sheet: MeetingSheet, now: str, today: date) -> None:
    """The states with their days; the time that a session lasts goes on."""
    # what a meeting from before the records went through, nobody knows here
    ui.stepper.setVisible(not is_before_records(sheet))
    course = course_of(sheet, now, today)
    ui.stepper.show_steps(course.steps, course.current, course.side)


def show_band(ui: Ui_MeetingPage, sheet: MeetingSheet) -> None:
    """Whether the meeting is official and why."""
    band, locked = band_of(sheet), locked_of(sheet)
    ui.quorumBand.show_message(
        band.title,
        (" " if band.detail.endswith(".") else state_words.DOT).join(filled(band.detail, locked)),
        band.tone,
        shape=Shape.DOT if band.tone == Tone.NEUTRAL else None,
    )
