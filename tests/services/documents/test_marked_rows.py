"""Rows that a recovery marked: what other rows prove of them stands in place of what was damaged."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from desktop_app import wiring
from desktop_app.services.documents.alignment_matrix_document import alignment_matrix_paper
from desktop_app.services.documents.monthly_report_document import monthly_report_paper
from desktop_app.services.documents.register_document import register_paper
from desktop_app.services.documents.reminder_document import reminder_paper
from desktop_app.services.documents.year_book_document import year_book_paper
from desktop_app.services.follow_up.resolution_sheet import resolution_sheet
from desktop_app.services.follow_up.task_sheet import task_sheet
from desktop_app.services.minutes.minutes_sheet import minutes_sheet
from desktop_app.storage.file.database import DATABASE_NAME
from tests.bootstrap.test_history_page import forge
from tests.services.documents.test_recovered_classes import Copy
from tests.services.office_steps import Office
from tests.services.records import Records
from tests.storage.recovery.test_lost_states import asked, recover


@pytest.fixture
def copy(office: Office, records: Records, tmp_path: Path) -> Copy:
    return Copy(office, records, tmp_path / "دفتر", None, None)


def test_a_meeting_that_met_keeps_the_number_and_the_day_of_its_minutes(copy: Copy) -> None:
    before = copy.read(register_paper)
    ((meeting,),) = asked(copy.folder, f"SELECT meeting_id FROM minutes_version WHERE id = {copy.version}")
    known = asked(copy.folder, f"SELECT number, day, state FROM meeting WHERE id = {meeting}")
    copy.forge(f"UPDATE meeting SET number = 71, day = '2022-05-01', state = 'convened' WHERE id = {meeting}")
    recover(copy.folder)
    assert asked(copy.folder, f"SELECT number, day, state FROM meeting WHERE id = {meeting}") == known
    assert copy.read(register_paper) == before
    copy.read(lambda context: year_book_paper(context, 1402))


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE meeting SET committee_id = 2",
        "UPDATE axis SET committee_id = 2 WHERE id = 1",
        "UPDATE party SET committee_id = 2 WHERE id = 1",
    ],
)
def test_no_row_is_moved_to_a_committee_that_never_was(copy: Copy, damage: str) -> None:
    (task,) = asked(copy.folder, f"SELECT id FROM task WHERE resolution_id = {copy.resolution} LIMIT 1")[0]
    copy.forge(damage)
    recover(copy.folder)
    assert asked(copy.folder, "SELECT count(*) FROM committee") == [(1,)]
    for reading in (register_paper, reminder_paper, alignment_matrix_paper):
        copy.read(reading)
    copy.read(lambda context: monthly_report_paper(context, 1402, 2))
    copy.read(lambda context: year_book_paper(context, 1402))
    copy.read(lambda context: resolution_sheet(context, copy.resolution))
    copy.read(lambda context: task_sheet(context, int(str(task))))
    copy.read(lambda context: minutes_sheet(context, copy.version))


def test_a_resolution_of_a_draft_stays_with_its_meeting(office: Office, records: Records, tmp_path: Path) -> None:
    """Its draft could neither be opened nor made final."""
    meeting, version_id = office.written(2)
    other = office.convened()
    folder = tmp_path / "دفتر"
    folder.mkdir()
    shutil.copyfile(records.folder.folder / DATABASE_NAME, folder / DATABASE_NAME)
    forge(folder, f"UPDATE resolution SET meeting_id = {other} WHERE id = 1")
    recover(folder)
    assert asked(folder, "SELECT DISTINCT meeting_id FROM resolution") == [(meeting,)]
    with closing(wiring.view_office(folder, office.clock)) as opened:
        minutes_sheet(opened.context, version_id)


@pytest.mark.parametrize("damage", ["unit_id = 4", "state = 'cancelled'", "percent = 90", "unit_id = 4, percent = 7"])
def test_a_task_is_of_the_unit_and_in_the_state_that_its_minutes_and_acts_tell(copy: Copy, damage: str) -> None:
    (task,) = asked(copy.folder, f"SELECT id FROM task WHERE resolution_id = {copy.resolution} ORDER BY id LIMIT 1")[0]
    before = copy.read(reminder_paper)
    copy.forge(f"UPDATE task SET {damage} WHERE id = {task}")
    assert copy.read(reminder_paper) != before
    recover(copy.folder)
    assert copy.read(reminder_paper) == before
