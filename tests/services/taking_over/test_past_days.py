"""Doubts about the days of past meetings, told before anything is recorded."""

from __future__ import annotations

from datetime import date

from desktop_app.domain.read_models.workbook import Cell
from desktop_app.domain.rules.taking_over import PastMeeting, day_doubts, doubts_of_all
from desktop_app.services.taking_over.importing import import_workbook, preview
from desktop_app.window.taking_over.controller import preview_lines
from tests.services.office_steps import SIGNED, Office
from tests.services.taking_over.test_earlier import tell
from tests.services.taking_over.test_importing import HEADS, MEETING_HEADS, WORDS, book

DAYS = {4: date(2022, 1, 10), 8: date(2022, 5, 10)}


def keys(number: int, day: date, signed_on: date | None = None) -> list[str]:
    return [one.key for one in day_doubts(number, day, signed_on, DAYS)]


def test_a_day_is_held_against_the_signing_and_the_neighbours() -> None:
    assert keys(5, date(2022, 3, 1)) == []
    assert keys(5, date(2022, 3, 1), date(2022, 3, 1)) == []
    assert keys(5, date(2022, 3, 1), date(2022, 3, 2)) == ["past_day_before_signing"]
    assert keys(5, date(2022, 1, 9)) == ["past_day_before_earlier"]
    assert keys(5, date(2022, 5, 11)) == ["past_day_after_later"]
    assert keys(9, date(2023, 5, 11)) == []
    assert keys(1, date(2022, 5, 11)) == ["past_day_after_later"]


def test_of_two_that_come_together_the_later_number_is_named() -> None:
    coming = [PastMeeting(number=5, day=date(2022, 4, 1)), PastMeeting(number=6, day=date(2022, 3, 1))]
    found = doubts_of_all(coming, None, DAYS)
    assert [(one.number, doubt.key, doubt.facts["number"]) for one, doubt in found] == [
        (6, "past_day_before_earlier", 5)
    ]


def test_a_file_tells_its_doubts_beside_their_rows_and_is_taken_over_all_the_same(office: Office) -> None:
    tell(office)
    meetings: list[list[Cell]] = [["", 20, "1402/1/20"], ["", 21, "1402/1/10"], ["", 3, "1380/1/1"]]
    told = book((MEETING_HEADS, meetings), (HEADS, [["4/1", 4, "1380/1/2", "متن", "", "", "", "", "ملغی"]]))
    found = preview(office.context, told, WORDS)
    assert found.faults == ()
    assert date(2001, 3, 22) < SIGNED
    assert [(one.sheet, one.row, one.broken.key) for one in found.doubts] == [
        ("برگه 1", 3, "past_day_before_earlier"),
        ("برگه 1", 4, "past_day_before_signing"),
        ("برگه 2", 2, "past_day_before_signing"),
    ]
    shown = preview_lines(found, WORDS, 100)
    assert "جلسهٔ ۲۰" in shown[0][1], "what is odd comes first"
    assert import_workbook(office.context, told, WORDS).meetings == 4
