"""Minutes of which only the rows around them are left stand at their own meeting, in the state those rows prove."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from desktop_app.domain.read_models.findings import FindingKind
from desktop_app.storage.file.database import DATABASE_NAME
from desktop_app.storage.file.folder import DataFolder, open_folder
from desktop_app.storage.recovery.row_recovery import prepare
from tests.bootstrap.test_history_page import forge
from tests.storage.conftest import work_context
from tests.storage.past_office import MEETINGS, take_over, take_over_more
from tests.storage.recovery.damage import leaf_pages, zero
from tests.storage.recovery.test_lost_states import lose


def _minutes(folder: Path) -> list[tuple[int, int, str, int]]:
    with closing(sqlite3.connect(folder / DATABASE_NAME)) as raw:
        return raw.execute("SELECT id, meeting_id, state, version FROM minutes_version ORDER BY id").fetchall()


def _lose_minutes(database: Path) -> None:
    """Zero the table of minutes and all that SQLite itself keeps of it."""
    with closing(sqlite3.connect(database)) as raw:
        names = raw.execute("SELECT name FROM sqlite_schema WHERE tbl_name = 'minutes_version' AND rootpage > 0")
        pages = [page for (name,) in names.fetchall() for page in leaf_pages(database, name)]
    for page in pages:
        zero(database, page)


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A committee that was taken over; all that is left of its minutes are the rows around them."""
    place = tmp_path / "office"
    take_over(place)
    return place


@pytest.fixture
def recovered(office: Path) -> Iterator[DataFolder]:
    _lose_minutes(office / DATABASE_NAME)
    prepare(office, work_context()).accept()
    folder = open_folder(office, work_context())
    yield folder
    folder.close()


def test_minutes_that_were_taken_over_stand_at_their_meetings_and_are_archived(
    office: Path, request: pytest.FixtureRequest
) -> None:
    before = _minutes(office)
    assert {state for _id, _meeting, state, _number in before} == {"archived"}
    assert len({meeting for _id, meeting, *_rest in before}) == MEETINGS
    request.getfixturevalue("recovered")
    assert _minutes(office) == before


def test_so_do_those_of_which_a_later_workbook_made_a_second_version(office: Path) -> None:
    take_over_more(office)
    before = _minutes(office)
    assert {(state, version) for _id, _meeting, state, version in before} == {("amended", 1), ("archived", 2)}
    lose(office / DATABASE_NAME, "minutes_version")
    prepare(office, work_context()).accept()
    assert _minutes(office) == before


def test_each_has_its_state_also_without_the_index(office: Path) -> None:
    """Their clauses tell the meeting; of one without any clause nothing does, and it is in force for none."""
    take_over_more(office)
    forge(office, "DELETE FROM clause_unit")
    forge(office, "DELETE FROM clause WHERE minutes_version_id = 1")
    before = _minutes(office)
    _lose_minutes(office / DATABASE_NAME)
    prepare(office, work_context()).accept()
    states = {row[0]: row[2] for row in before} | {1: "dropped"}
    assert {row[0]: row[2] for row in _minutes(office)} == states
    placed = {row[0]: row[1] for row in before if row[0] > 1}
    assert {row[0]: row[1] for row in _minutes(office) if row[0] > 1} == placed


def test_their_resolutions_keep_their_clauses_and_tasks(recovered: DataFolder) -> None:
    kinds = {one.kind for one in recovered.check()}
    assert not kinds & {
        FindingKind.RESOLUTION_OF_OTHER_MEETING,
        FindingKind.RESOLUTION_WITHOUT_CLAUSE,
        FindingKind.STATE_WITHOUT_ACT,
    }


def test_minutes_in_work_stand_at_the_meeting_of_their_items(demo_data: Path, tmp_path: Path) -> None:
    place = Path(shutil.copytree(demo_data, tmp_path / "demo"))
    before = {version: meeting for version, meeting, *_rest in _minutes(place)}
    _lose_minutes(place / DATABASE_NAME)
    prepare(place, work_context()).accept()
    after = {version: meeting for version, meeting, *_rest in _minutes(place)}
    assert after
    assert {version: before[version] for version in after} == after
