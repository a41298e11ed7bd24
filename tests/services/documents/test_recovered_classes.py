"""Classes after a recovery: one that was damaged makes no secret words plain, and the mark excuses no other word."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest

from desktop_app import wiring
from desktop_app.domain.documents.papers import Classification
from desktop_app.domain.rules.minutes import LOST
from desktop_app.services import lists
from desktop_app.services.context import Context
from desktop_app.services.documents.agenda_pack_document import agenda_pack_paper
from desktop_app.services.documents.alignment_matrix_document import alignment_matrix_paper
from desktop_app.services.documents.register_document import register_paper
from desktop_app.services.documents.reminder_document import reminder_paper
from desktop_app.services.follow_up.resolution_sheet import resolution_sheet
from desktop_app.services.follow_up.task_sheet import task_sheet
from desktop_app.services.meetings.meeting_sheet import meeting_sheet
from desktop_app.services.minutes.clauses import save_clause
from desktop_app.services.outcome import Outcome
from desktop_app.services.ports import Changed
from desktop_app.services.registers.incoming import record_incoming
from desktop_app.services.registers.links import link_paper
from desktop_app.storage.file.database import DATABASE_NAME
from tests.bootstrap.test_history_page import forge
from tests.refusing import refused
from tests.services.documents.test_classes import CONFIDENTIAL, SECRET, written
from tests.services.documents.test_unproven_classes import recovered
from tests.services.office_steps import Office
from tests.services.records import Records
from tests.services.registers.test_registers import came
from tests.storage.recovery.damage import leaf_pages, zero
from tests.storage.recovery.test_lost_states import asked, recover

NORMAL = Classification.NORMAL
Found = TypeVar("Found")


class Copy:
    """A copy of the office's file, with the first two resolutions of its minutes: (clause, resolution) of each."""

    def __init__(
        self,
        office: Office,
        records: Records,
        folder: Path,
        *classes: Classification | None,
        minutes: Classification = NORMAL,
    ) -> None:
        _meeting, self.version = written(office, minutes, *classes)
        self.next_meeting = office.convened()
        folder.mkdir()
        shutil.copyfile(records.place / DATABASE_NAME, folder / DATABASE_NAME)
        self.folder, self._clock = folder, office.clock
        adopted = f"minutes_version_id = {self.version} AND resolution_id IS NOT NULL ORDER BY id"
        found = asked(folder, f"SELECT id, resolution_id FROM clause WHERE {adopted}")
        (self.clause, self.resolution), (_clause, self.other) = [tuple(map(int, map(str, row))) for row in found]

    def forge(self, sql: str) -> None:
        forge(self.folder, sql)

    def read(self, reading: Callable[[Context], Found]) -> Found:
        with closing(wiring.view_office(self.folder, self._clock)) as opened:
            return reading(opened.context)


@pytest.mark.parametrize("lowered", ["NULL", "'normal'", "'confidential'"])
def test_a_class_that_was_lowered_comes_back_as_the_highest(
    office: Office, records: Records, tmp_path: Path, lowered: str
) -> None:
    copy = Copy(office, records, tmp_path / "دفتر", SECRET, SECRET)
    copy.forge(f"UPDATE clause SET classification = {lowered} WHERE id = {copy.clause}")
    with refused("minutes_falsified"):
        copy.read(lambda context: resolution_sheet(context, copy.resolution))
    recover(copy.folder)
    # what the reminder draws is this one alone
    copy.forge(f"UPDATE task SET state = 'cancelled' WHERE resolution_id = {copy.other}")
    (task,) = asked(copy.folder, f"SELECT id FROM task WHERE resolution_id = {copy.resolution} LIMIT 1")[0]
    assert copy.read(lambda context: resolution_sheet(context, copy.resolution).guarded) == SECRET
    assert copy.read(lambda context: task_sheet(context, int(str(task))).guarded) == SECRET
    reminder = copy.read(reminder_paper).document
    assert {one.own_class or reminder.letterhead.classification for one in reminder.letters} == {SECRET}
    assert {hit.guarded for hit in copy.read(lambda context: lists.search(context, "تصمیم 1", 50))} == {SECRET}


def test_a_clause_of_which_nothing_is_left_is_as_guarded_as_any(
    office: Office, records: Records, tmp_path: Path
) -> None:
    copy = Copy(office, records, tmp_path / "دفتر", CONFIDENTIAL, SECRET)
    copy.forge(f"DELETE FROM clause WHERE id = {copy.clause}")
    recover(copy.folder)
    found = asked(copy.folder, f"SELECT classification FROM clause WHERE id = {copy.clause}")
    assert found == [(SECRET.value,)]


@pytest.mark.parametrize("lost", [(), ("audit",), ("audit", "record_hash"), ("audit", "record_hash", "chain_link")])
def test_where_what_told_of_the_class_is_lost_too_it_comes_back_as_the_highest_of_all(
    office: Office, records: Records, tmp_path: Path, lost: tuple[str, ...]
) -> None:
    """A copy that was cut: no row and no entry is left that tells of confidential minutes."""
    copy = Copy(office, records, tmp_path / "دفتر", None, None, minutes=CONFIDENTIAL)
    for table in ("minutes_version", *lost):
        for page in leaf_pages(copy.folder / DATABASE_NAME, table):
            zero(copy.folder / DATABASE_NAME, page)
    report = recovered(copy.folder)
    guarded = SECRET if lost else CONFIDENTIAL
    assert asked(copy.folder, "SELECT DISTINCT classification FROM minutes_version") == [(guarded.value,)]
    assert report.classification == guarded
    assert copy.read(lambda context: resolution_sheet(context, copy.resolution).guarded) == guarded
    assert {hit.guarded for hit in copy.read(lambda context: lists.search(context, "تصمیم 1", 50))} == {guarded}


def test_a_counter_that_is_too_low_hides_no_lost_entry(office: Office, records: Records, tmp_path: Path) -> None:
    copy = Copy(office, records, tmp_path / "دفتر", None, None, minutes=CONFIDENTIAL)
    copy.forge("DELETE FROM audit WHERE facts LIKE '%\"classification\"%'")
    copy.forge("UPDATE sqlite_sequence SET seq = 3 WHERE name = 'audit'")
    copy.forge(f"DELETE FROM minutes_version WHERE id = {copy.version}")
    recovered(copy.folder)
    found = asked(copy.folder, f"SELECT classification FROM minutes_version WHERE id = {copy.version}")
    assert found == [(SECRET.value,)]


def test_a_record_that_differs_is_no_higher_than_was_told(office: Office, records: Records, tmp_path: Path) -> None:
    """Its own class was read: that of a lost one alone may have been any."""
    copy = Copy(office, records, tmp_path / "دفتر", None, None)
    copy.forge("DELETE FROM audit WHERE seq = 3")
    copy.forge(f"UPDATE minutes_version SET closing = 'متن دیگر' WHERE id = {copy.version}")
    assert recovered(copy.folder).classification == NORMAL
    found = asked(copy.folder, f"SELECT classification FROM minutes_version WHERE id = {copy.version}")
    assert found == [(NORMAL.value,)]


def test_a_lost_entry_alone_makes_no_record_secret(office: Office, records: Records, tmp_path: Path) -> None:
    copy = Copy(office, records, tmp_path / "دفتر", None, None)
    copy.forge("DELETE FROM audit WHERE seq = 3")
    assert recovered(copy.folder).classification == NORMAL
    assert asked(copy.folder, "SELECT DISTINCT classification FROM minutes_version") == [(NORMAL.value,)]


def test_a_raised_class_keeps_no_office_from_its_register(office: Office, records: Records, tmp_path: Path) -> None:
    """Another record is secret, and so is what differs since; the rest is drawn as it was."""
    written(office, SECRET, None)
    copy = Copy(office, records, tmp_path / "دفتر", None, None)
    copy.forge(f"UPDATE clause SET text = 'متن دیگر' WHERE id = {copy.clause}")
    recover(copy.folder)
    assert copy.read(lambda context: resolution_sheet(context, copy.resolution).guarded) == SECRET
    assert copy.read(lambda context: resolution_sheet(context, copy.other).guarded) == ""
    assert copy.read(register_paper).document.letterhead.classification == SECRET


@pytest.mark.parametrize(
    "since",
    [
        "UPDATE clause SET text = 'متن دروغ' WHERE id = {0.clause}",
        "UPDATE clause SET classification = NULL WHERE id = {0.clause}",
    ],
)
def test_behind_a_marked_number_stand_the_frozen_words(
    office: Office, records: Records, tmp_path: Path, since: str
) -> None:
    copy = Copy(office, records, tmp_path / "دفتر", CONFIDENTIAL, None)
    copy.forge(f"UPDATE resolution SET number = number || '۹' WHERE id = {copy.resolution}")
    recover(copy.folder)
    copy.read(register_paper)
    copy.forge(since.format(copy))
    for reading in (
        register_paper,
        lambda context: resolution_sheet(context, copy.resolution),
    ):
        with refused("minutes_falsified"):
            copy.read(reading)


@pytest.mark.parametrize("lowered", ["NULL", "'normal'"])
def test_a_row_of_which_only_the_class_was_damaged_is_proved_by_its_hash(
    office: Office, records: Records, tmp_path: Path, lowered: str
) -> None:
    copy = Copy(office, records, tmp_path / "دفتر", CONFIDENTIAL, SECRET)
    before = copy.read(register_paper)
    copy.forge(f"UPDATE clause SET classification = {lowered} WHERE id = {copy.clause}")
    recover(copy.folder)
    found = asked(copy.folder, f"SELECT classification, text FROM clause WHERE id = {copy.clause}")
    assert found == [(CONFIDENTIAL.value, "تصمیم 1")]
    assert copy.read(register_paper) == before


DAMAGE = {
    "version": "UPDATE minutes_version SET closing = 'سخن دیگر' WHERE id = {0.version}",
    "number": "UPDATE resolution SET number = number || '۹' WHERE id = {0.resolution}",
    "number of the plain one": "UPDATE resolution SET number = number || '۹' WHERE id = {0.other}",
    "number lost": "DELETE FROM resolution WHERE id = {0.other}",
    "clause": "UPDATE clause SET text = 'متن دیگر' WHERE id = {0.clause}",
    "clause that begins as code": "UPDATE clause SET text = '[متن' WHERE id = {0.clause}",
    "clause that is code": "UPDATE clause SET text = '[1]' WHERE id = {0.clause}",
    "version and clause": "UPDATE minutes_version SET closing = 'سخن دیگر' WHERE id = {0.version};"
    "UPDATE clause SET text = 'متن دیگر' WHERE id = {0.clause}",
}


@pytest.mark.parametrize("damage", DAMAGE)
@pytest.mark.parametrize("classes", [(None, None), (SECRET, None)], ids=["plain", "guarded"])
def test_no_damaged_row_keeps_the_office_from_its_papers_and_its_next_meeting(
    office: Office, records: Records, tmp_path: Path, damage: str, classes: tuple[Classification | None, ...]
) -> None:
    written(office, SECRET, None)
    copy = Copy(office, records, tmp_path / "دفتر", *classes)
    for sql in DAMAGE[damage].split(";"):
        copy.forge(sql.format(copy))
    recover(copy.folder)
    for reading in (register_paper, reminder_paper, alignment_matrix_paper):
        copy.read(reading)
    for resolution in (copy.resolution, copy.other):
        sheet = copy.read(partial(resolution_sheet, resolution_id=resolution))
        assert sheet.guarded or (resolution == copy.other and "version" not in damage) or classes == (None, None)
    copy.read(partial(meeting_sheet, meeting_id=copy.next_meeting))
    copy.read(partial(agenda_pack_paper, meeting_id=copy.next_meeting))


@pytest.mark.parametrize("lost", ["DELETE FROM clause", "UPDATE clause SET resolution_id = NULL, text = text || '.'"])
def test_a_lost_clause_keeps_nobody_from_the_next_meeting(
    office: Office, records: Records, tmp_path: Path, lost: str
) -> None:
    """An empty one stands in its place: the work that it asked for is not done because its words are gone."""
    copy = Copy(office, records, tmp_path / "دفتر", None, None)
    (task,) = asked(copy.folder, f"SELECT id FROM task WHERE resolution_id = {copy.resolution} LIMIT 1")[0]
    copy.forge(f"{lost} WHERE id = {copy.clause}")
    recover(copy.folder)
    for reading in (register_paper, reminder_paper, alignment_matrix_paper):
        assert LOST in repr(copy.read(reading))
    copy.read(partial(meeting_sheet, meeting_id=copy.next_meeting))
    assert LOST in repr(copy.read(partial(agenda_pack_paper, meeting_id=copy.next_meeting)))
    assert LOST in repr(copy.read(partial(resolution_sheet, resolution_id=copy.resolution)))
    assert LOST in repr(copy.read(partial(task_sheet, task_id=int(str(task)))))


def test_a_second_recovery_without_the_entry_of_the_first_draws_as_the_first(
    office: Office, records: Records, tmp_path: Path
) -> None:
    copy = Copy(office, records, tmp_path / "دفتر", None, None)
    copy.forge(f"UPDATE clause SET text = 'متن دیگر' WHERE id = {copy.clause}")
    recover(copy.folder)
    before = copy.read(register_paper)
    copy.forge("DELETE FROM audit WHERE act = 'recovered'")
    recover(copy.folder)
    assert copy.read(register_paper) == before


def test_a_class_that_was_proved_counts_among_the_highest(office: Office, records: Records, tmp_path: Path) -> None:
    """Nothing else tells that anything was ever secret."""
    copy = Copy(office, records, tmp_path / "دفتر", None, None)
    made = [
        record_incoming(office.context, came(office, number=name, subject=name, classification=SECRET))
        for name in ("نخست", "دوم")
    ]
    with office.context.write() as work:
        for one in made:
            link_paper(work, work.incoming_papers.get(one.id), "meeting", copy.next_meeting)
        work.record(Outcome(changed=Changed.NOTHING, id=copy.next_meeting))
    shutil.copyfile(records.place / DATABASE_NAME, copy.folder / DATABASE_NAME)
    copy.forge("UPDATE incoming_paper SET classification = 'normal'")
    copy.forge("UPDATE incoming_paper SET subject = 'دیگر' WHERE subject = 'دوم'")
    recover(copy.folder)
    assert asked(copy.folder, "SELECT DISTINCT classification FROM incoming_paper") == [(SECRET.value,)]


def test_a_base_that_is_lowered_after_a_recovery_is_not_drawn(office: Office, records: Records, tmp_path: Path) -> None:
    copy = Copy(office, records, tmp_path / "دفتر", None, None, minutes=CONFIDENTIAL)
    copy.forge(f"UPDATE clause SET text = 'متن دیگر' WHERE id = {copy.clause}")
    recover(copy.folder)
    assert copy.read(register_paper).document.letterhead.classification == CONFIDENTIAL
    copy.forge(f"UPDATE minutes_version SET classification = 'normal' WHERE id = {copy.version}")
    with refused("minutes_rows_lost"):
        copy.read(register_paper)


def test_a_frozen_text_that_came_whole_is_never_told_as_lost(office: Office, records: Records, tmp_path: Path) -> None:
    """Who empties it after a recovery of another field of its row makes no forged words true."""
    copy = Copy(office, records, tmp_path / "دفتر", None, None)
    copy.forge(DAMAGE["version"].format(copy))
    recover(copy.folder)
    copy.forge(f"UPDATE clause SET text = 'متن دروغ' WHERE id = {copy.clause}")
    copy.forge(f"UPDATE minutes_version SET snapshot = '؟' WHERE id = {copy.version}")
    with refused("minutes_falsified"):
        copy.read(register_paper)


def test_a_plain_clause_that_raised_the_whole_keeps_no_office_from_its_papers(
    office: Office, records: Records, tmp_path: Path
) -> None:
    _meeting, version_id = office.written(2)
    (note,) = [one for one in office.where("clauses", minutes_version_id=version_id) if not one.is_resolution]
    save_clause(office.context, replace(note, classification=SECRET))
    office.finalised(version_id)
    folder = tmp_path / "دفتر"
    folder.mkdir()
    shutil.copyfile(records.place / DATABASE_NAME, folder / DATABASE_NAME)
    forge(folder, f"UPDATE clause SET text = 'متن دیگر' WHERE id <> {note.id}")
    recover(folder)
    with closing(wiring.view_office(folder, office.clock)) as opened:
        register_paper(opened.context)
