"""What a column may hold is said to the database too: wrong values are refused from any hand."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import date

import pytest

from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.rules.meetings import MeetingState
from desktop_app.storage.schema.types import DayText, WordText, YesNo
from tests.storage.sample import Sample

WRONG = (
    "UPDATE meeting SET day = '2023-02-30'",
    "UPDATE meeting SET day = '2023-13-01'",
    "UPDATE meeting SET day = '1401/11/10'",
    "UPDATE meeting SET day = '2023-1-1'",
    "UPDATE meeting SET day = ''",
    "UPDATE meeting SET starts_at = '9:00'",
    "UPDATE meeting SET starts_at = '24:00'",
    "UPDATE meeting SET starts_at = '10:60'",
    "UPDATE meeting SET state = 'over'",
    "UPDATE meeting SET kind = NULL",
    "UPDATE meeting SET place = x'00'",
    "UPDATE agenda_item SET started_at = '2023-01-30 10:00:00'",
    "UPDATE agenda_item SET started_at = '2023-01-30T25:00:00Z'",
    "UPDATE agenda_item SET planned_minutes = -1",
    "UPDATE agenda_item SET planned_minutes = 'ten'",
    "UPDATE minutes_version SET read_aloud = 2",
    "UPDATE minutes_version SET originals = 0",
    "UPDATE clause SET owner_unit_id = 1 WHERE owner_person_id IS NOT NULL",
    "UPDATE clause SET votes_for = -1",
    "UPDATE nomination SET person_id = NULL",
    "UPDATE nomination SET to_day = '2022-01-01'",
    "UPDATE resolution SET number = 'x'",
    "INSERT INTO person (id, uid, name, post, name_key) VALUES (-1, 'u', 'n', '', '')",
    "INSERT INTO audit VALUES (1, 'u', '', 'a', 'b', 'c', 1, '', '{}')",
    "INSERT INTO audit VALUES (1, 'u', '2023-01-30T10:00:00Z', 'a', 'b', 'c', 1, '', '[]')",
    "INSERT INTO holiday VALUES ('x', 'n', 0)",
)


@pytest.mark.parametrize("sql", WRONG)
def test_a_wrong_value_is_refused(sql: str, draft: Sample, foreign: Callable[[str], None]) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=r"CHECK|NOT NULL|cannot store|datatype"):
        foreign(sql)


RIGHT = (
    "UPDATE meeting SET day = NULL, starts_at = '', ended_at = '23:59'",
    "UPDATE meeting SET day = '2024-02-29'",
    "UPDATE agenda_item SET started_at = '2023-01-30T10:00:00Z'",
)


@pytest.mark.parametrize("sql", RIGHT)
def test_a_right_value_passes(sql: str, draft: Sample, foreign: Callable[[str], None]) -> None:
    foreign(sql)


def test_types_pass_none_through() -> None:
    from sqlalchemy.dialects import sqlite

    dialect = sqlite.dialect()
    for kind in (DayText(), YesNo(), WordText(MeetingState)):
        assert kind.process_bind_param(None, dialect) is None
        assert kind.process_result_value(None, dialect) is None
    assert DayText().process_bind_param(date(2023, 1, 5), dialect) == "2023-01-05"


def test_a_word_outside_its_list_is_a_mistake_of_the_program() -> None:
    from sqlalchemy.dialects import sqlite

    with pytest.raises(ValueError, match="over"):
        WordText(MeetingState).process_bind_param("over", sqlite.dialect())  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", [DayText(), WordText(MeetingState)])
def test_a_value_that_is_none_is_told_unless_it_is_what_somebody_wrote(kind: DayText | WordText[MeetingState]) -> None:
    from sqlalchemy.dialects import sqlite

    for value, shown in (("2023-02-30", "2023-02-30"), ("over", "over"), ("متن محرمانه", "str"), (b"\xff", "bytes")):
        with pytest.raises(EnvironmentProblem) as told:
            kind.process_result_value(value, sqlite.dialect())
        assert (told.value.key, told.value.facts["code"]) == ("value_unreadable", shown)
