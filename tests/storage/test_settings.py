"""Settings, holidays and the audit table."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from desktop_app.domain.calendar.date_words import TOKEN_WORDS
from desktop_app.domain.documents.appearance import Margins, Sheet, Typography
from desktop_app.domain.documents.paper_kinds import Profile
from desktop_app.domain.documents.print_setup import PrintFont, PrintSetup
from desktop_app.domain.documents.settings import OfficeSettings
from desktop_app.domain.numbering import require_sound
from desktop_app.domain.rules.attendance import QuorumRule
from desktop_app.storage.file.database import DATABASE_NAME
from desktop_app.storage.file.folder import DataFolder, WorkContext, open_folder
from tests.storage.conftest import CLOCK
from tests.storage.sample import Sample


def test_an_office_starts_with_a_sound_pattern(data: DataFolder) -> None:
    with data.open_read() as work:
        settings = work.settings()
    require_sound(settings.number_pattern, TOKEN_WORDS)
    assert settings == OfficeSettings(number_pattern=settings.number_pattern)


def test_settings_are_read_as_they_were_stored(data: DataFolder, draft: Sample) -> None:
    settings = OfficeSettings(
        number_pattern="{سال}-{جلسه}-{ردیف}",
        quorum=QuorumRule(Fraction(2, 3), video_counts=False),
        weekend=frozenset({4}),
        opens_at="07:30",
        closes_at="14:15",
        letterhead=("استانداری", "مرکز ملی"),
        invocation="بسمه تعالی",
        originals=3,
        kept_at="دبیرخانه",
        closing="پایان یافت.",
        operator="کارشناس",
        print_setup=PrintSetup(
            typography=Typography(font="Nazli", size=110, sheet=Sheet.A5, margins=Margins(left=20), kashida=True),
            profile=Profile.A_1B,
            fonts=(PrintFont(family="Nazli", style="Bold", weight=700, digest="0" * 64),),
        ),
        sample=True,
    )
    with data.open_write() as work:
        work.put_settings(replace(settings, operator="پیشین"))
        work.put_settings(settings)
        work.commit()
    with data.open_read() as work:
        assert work.settings() == settings


def _rows(data: DataFolder, sql: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(data.folder / DATABASE_NAME)) as connection:
        return connection.execute(sql).fetchall()


def test_settings_belong_to_the_committee_once_there_is_one(data: DataFolder, draft: Sample) -> None:
    with data.open_write() as work:
        work.put_settings(work.settings())
        work.commit()
    assert _rows(data, "SELECT id, committee_id FROM office_setting") == [(1, draft.committee)]


def test_holidays_are_added_and_renamed(data: DataFolder) -> None:
    first, second = date(2023, 3, 21), date(2023, 4, 22)
    with data.open_write() as work:
        work.put_holidays({}, frozenset())
        work.put_holidays({first: "نوروز", second: "فطر"}, frozenset({second}))
        work.put_holidays({second: "عید فطر"}, frozenset())
        work.commit()
    with data.open_read() as work:
        calendar = work.calendar()
    assert calendar.holidays == {first: "نوروز", second: "عید فطر"}
    assert calendar.estimates == frozenset()
    assert calendar.years == {1402}
    assert calendar.weekend == {3, 4}


def test_an_entry_says_what_when_who_and_of_which_uid(data: DataFolder, draft: Sample) -> None:
    with data.open_write() as work:
        assert work.recorded_days() == []
        work.audit("moved", "meeting", draft.meeting, day=date(2023, 1, 30), units={3, 1}, none=None, words=["الف"])
        work.audit("changed", "settings", 0)
        work.audit("changed", "holiday", 0)
        assert work.recorded_days() == ["2023-03-01"]
        work.commit()
    rows = _rows(data, "SELECT seq, at, actor, act, subject, subject_id, facts FROM audit ORDER BY seq")
    assert rows[0] == (
        1,
        "2023-03-01T10:00:00Z",
        "کارشناس دبیرخانه",
        "moved",
        "meeting",
        draft.meeting,
        '{"day":"2023-01-30","none":null,"units":[1,3],"words":["الف"]}',
    )
    assert json.loads(rows[1][-1]) == {}
    uids = _rows(data, "SELECT subject_uid, (SELECT uid FROM meeting) FROM audit ORDER BY seq")
    assert uids[0][0] == uids[0][1]
    assert [row[0] for row in uids[1:]] == ["", ""]


def test_a_fact_that_cannot_be_written_is_a_mistake(data: DataFolder) -> None:
    with data.open_write() as work, pytest.raises(TypeError, match="no fact"):
        work.audit("a", "meeting", 1, thing=object())


def test_uids_come_from_one_source(data: DataFolder, draft: Sample) -> None:
    with data.open_write() as work:
        made = work.new_uid()
    assert len(made) == 36
    tables = [row[0] for row in _rows(data, "SELECT name FROM pragma_table_list WHERE schema = 'main'")]
    for table in tables:
        columns = {row[1] for row in _rows(data, f"PRAGMA table_info({table})")}
        if "uid" in columns:
            assert all(len(row[0]) == 36 for row in _rows(data, f"SELECT uid FROM {table}")), table


def test_sort_keys_put_persian_names_in_their_order(data: DataFolder, foreign: Callable[[str], None]) -> None:
    from desktop_app.domain.rules.members import Person

    with data.open_write() as work:
        for name in ("یاشار", "گلنار", "پگاه", "آرش", "احمد"):
            work.people.add(Person(name=name))
        work.commit()
    names = [row[0] for row in _rows(data, "SELECT name FROM person ORDER BY name_key")]
    assert names == ["آرش", "احمد", "پگاه", "گلنار", "یاشار"]


def test_without_a_named_actor_the_operator_of_the_settings_acts(data: DataFolder, draft: Sample) -> None:
    folder = data.folder
    data.close()
    again = open_folder(folder, WorkContext(CLOCK))
    with again.open_write() as work:
        work.put_settings(replace(work.settings(), operator="نرگس"))
        work.audit("changed", "settings", 0)
        work.commit()
    again.close()
    assert _rows(data, "SELECT actor FROM audit") == [("نرگس",)]


def test_the_draft_of_the_first_start_is_one_and_goes(data: DataFolder) -> None:
    for content in ('{"title": "الف"}', '{"title": "ب"}'):
        with data.open_write() as work:
            work.put_founding_draft(content)
            work.commit()
    with data.open_read() as work:
        assert work.founding_draft() == '{"title": "ب"}'
    with data.open_write() as work:
        work.put_founding_draft("")
        work.commit()
    with data.open_read() as work:
        assert work.founding_draft() == ""
