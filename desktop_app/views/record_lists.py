"""The lists of meetings and of minutes: which columns they have and what each cell shows."""

from __future__ import annotations

from datetime import date

from desktop_app.domain.date_words import ordinal
from desktop_app.domain.jalali import format_date, weekday_name
from desktop_app.domain.rows import MinutesRow
from desktop_app.tables.window_model import Column
from desktop_app.text import lists as words
from desktop_app.text import states
from desktop_app.views.record_list_page import Emptiness, ListPlan
from desktop_app.views.state_faces import StateFace, minutes_face
from desktop_app.widgets.list_delegate import CellFace
from desktop_app.widgets.state_mark import Shape
from desktop_app.widgets.tokens import Tone


def _state_cell(face: StateFace, second: str = "", *, percent: int | None = None, late: bool = False) -> CellFace:
    return CellFace(
        face.word,
        states.LATE if late else second,
        strong=True,
        tone=face.tone,
        shape=face.shape,
        percent=percent,
        second_tone=Tone.DANGER if late else None,
        second_shape=Shape.TRIANGLE if late else None,
    )


def _day_cell(day: date | None, second: str) -> CellFace:
    return CellFace(format_date(day) if day else words.NO_DAY, second)


def _number(number: int | None) -> str:
    return words.ordinal_meeting(ordinal(number)) if number else words.NO_NUMBER


# ---- minutes


def minutes_plan() -> ListPlan[MinutesRow]:
    """«صورت‌جلسه‌ها»."""
    return ListPlan(
        key="minutes",
        title=words.MINUTES_LIST,
        what=words.MINUTES,
        columns=(
            Column(
                words.STATE,
                lambda row: states.MINUTES[row.state],
                face=lambda row: _state_cell(
                    minutes_face(row.state),
                    words.signatures(row.signature_count, row.signer_count) if row.code else "",
                ),
            ),
            Column(
                words.MINUTES,
                lambda row: _number(row.meeting_number),
                face=lambda row: CellFace(
                    _number(row.meeting_number),
                    states.MEETING["inquorate"] if row.inquorate else words.resolutions(row.resolution_count),
                    strong=True,
                ),
            ),
            Column(
                words.VERSION,
                lambda row: words.version(row.version),
                face=lambda row: CellFace(words.version(row.version)),
            ),
            Column(
                words.DAY,
                lambda row: format_date(row.day) if row.day else words.NO_DAY,
                face=lambda row: _day_cell(row.day, weekday_name(row.day) if row.day else ""),
            ),
        ),
        widths=(190, None, 150, 150),
        empty=Emptiness(
            words.NO_MINUTES, words.NO_MINUTES_WHY, "file-text", words.OPEN_MEETINGS, action_icon="calendar-days"
        ),
    )
