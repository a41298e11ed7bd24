"""Resolutions of which a recovery finds no clause: an empty one stands in for it where it stood, and nowhere else."""

from __future__ import annotations

import shutil
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from desktop_app import wiring
from desktop_app.domain.read_models.recovery_report import Fate
from desktop_app.domain.rules.minutes import LOST
from desktop_app.services.documents.extract_document import extract_paper
from desktop_app.services.minutes.clauses import remove_clause
from desktop_app.services.minutes.minutes_sheet import minutes_sheet
from desktop_app.services.minutes.versions import version_in_force
from desktop_app.services.outcome import Outcome
from desktop_app.services.ports import Changed
from desktop_app.storage.file.database import DATABASE_NAME
from tests.bootstrap.test_history_page import forge
from tests.services.documents.test_unproven_classes import recovered
from tests.services.minutes.test_amending import clause, corrected, signed
from tests.services.office_steps import Office
from tests.services.records import Records
from tests.storage.conftest import work_context
from tests.storage.past_office import take_over, take_over_more
from tests.storage.recovery.test_lost_states import asked

PLACES = "SELECT minutes_version_id, resolution_id FROM clause WHERE resolution_id IS NOT NULL ORDER BY 1, 2"
ALONE = (
    "SELECT it.id, it.resolution_id FROM clause AS it WHERE resolution_id IS NOT NULL"
    " AND NOT EXISTS (SELECT 1 FROM clause_unit WHERE clause_id = it.id) ORDER BY it.id DESC LIMIT 1"
)
"""A clause to which nothing refers."""
FIRST = "SELECT id, meeting_id FROM minutes_version WHERE state IN ('final', 'signed') ORDER BY meeting_id LIMIT 1"


@pytest.fixture
def demo(demo_data: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(demo_data, tmp_path / "دفتر"))


def test_a_resolution_that_is_lost_itself_stands_in_no_minutes_of_another_meeting(demo: Path) -> None:
    (lost, resolution) = asked(demo, ALONE)[0]
    (version, meeting) = (int(str(one)) for one in asked(demo, FIRST)[0])
    forge(demo, f"DELETE FROM clause WHERE id = {lost}")
    forge(demo, f"DELETE FROM resolution WHERE id = {resolution}")
    recovered(demo)
    with closing(wiring.view_office(demo, work_context().clock)) as opened:
        minutes_sheet(opened.context, version)
        extract_paper(opened.context, meeting)


def test_a_clause_that_differs_comes_marked_with_its_words(demo: Path) -> None:
    (differing, resolution) = asked(demo, ALONE)[0]
    forge(demo, f"UPDATE clause SET text = text || ' دیگر' WHERE id = {differing}")
    report = recovered(demo)
    assert [(one.id, one.fate) for one in report.records if one.kind == "clause"] == [(differing, Fate.MARKED)]
    ((one, text),) = asked(demo, f"SELECT id, text FROM clause WHERE resolution_id = {resolution}")
    assert one == differing
    assert str(text).startswith(LOST)
    assert str(text).endswith(" دیگر")


@pytest.mark.parametrize("final", [True, False])
def test_a_resolution_that_a_correction_left_out_does_not_come_back_into_it(
    office: Office, records: Records, tmp_path: Path, *, final: bool
) -> None:
    meeting, first = signed(office)
    made = corrected(office, first)
    gone = clause(office, made, 1)
    remove_clause(office.context, gone.id)
    if final:
        office.finalised(made)
    folder = tmp_path / "دفتر"
    folder.mkdir()
    shutil.copyfile(records.place / DATABASE_NAME, folder / DATABASE_NAME)
    before = asked(folder, PLACES)
    assert (first, gone.resolution_id) in before
    forge(folder, f"DELETE FROM clause WHERE minutes_version_id = {first} AND resolution_id = {gone.resolution_id}")
    recovered(folder)
    assert asked(folder, PLACES) == before
    if final:
        with closing(wiring.view_office(folder, office.clock)) as opened:
            minutes_sheet(opened.context, made)
            extract_paper(opened.context, meeting)


def test_minutes_taken_over_of_whose_meeting_nothing_tells_are_in_force_for_none(tmp_path: Path) -> None:
    take_over(tmp_path)
    take_over_more(tmp_path)
    ((lost, meeting),) = asked(tmp_path, "SELECT id, meeting_id FROM minutes_version ORDER BY id DESC LIMIT 1")
    others = f"SELECT DISTINCT meeting_id FROM minutes_version WHERE meeting_id <> {meeting}"

    def in_force() -> list[object]:
        with closing(wiring.view_office(tmp_path, work_context().clock)) as opened, opened.context.read() as work:
            found = [version_in_force(work, int(str(other))) for (other,) in asked(tmp_path, others)]
            return [one and (one.id, one.version) for one in found]

    before = in_force()
    forge(tmp_path, "DELETE FROM clause_unit")
    forge(tmp_path, f"DELETE FROM clause WHERE minutes_version_id = {lost}")
    forge(tmp_path, f"DELETE FROM minutes_version WHERE id = {lost}")
    recovered(tmp_path)
    assert in_force() == before


def test_a_lost_hash_before_a_link_without_hashes_is_told(demo: Path) -> None:
    """The last link follows, and says nothing of it."""
    with closing(wiring.open_office(demo, work_context().clock)) as opened:
        for act in (partial(_rename, opened, "واحد الف"), partial(_rename, opened, "واحد ب"), partial(_note, opened)):
            act()
    forge(demo, "DELETE FROM record_hash WHERE id = (SELECT max(id) FROM record_hash)")
    report = recovered(demo)
    assert not report.all_known
    assert asked(demo, "SELECT name FROM unit WHERE id = 1") == [("واحد ب",)]


@pytest.mark.parametrize("step", [1, -1])
def test_a_hash_that_names_the_link_beside_its_own_goes_back(demo: Path, step: int) -> None:
    """It stands in the order of the links all the same; what the two links cover proves it."""
    with closing(wiring.open_office(demo, work_context().clock)) as opened:
        for name in ("واحد الف", "واحد ب", "واحد ج"):
            _rename(opened, name)
    ((links,),) = asked(demo, "SELECT max(seq) FROM chain_link")
    hashes = asked(demo, "SELECT id, link FROM record_hash ORDER BY id")
    forge(demo, f"UPDATE record_hash SET link = link + {step} WHERE link = {links} - 1")
    report = recovered(demo)
    assert (report.links_kept, report.links_found, report.whole) == (links, links, True)
    assert asked(demo, "SELECT id, link FROM record_hash ORDER BY id")[: len(hashes)] == hashes


def _rename(opened: wiring.Office, name: str) -> None:
    with opened.context.write() as work:
        work.units.update(replace(work.units.get(1), name=name))
        work.audit("changed", "unit", 1)
        work.record(Outcome(changed=Changed.NOTHING, id=1))


def _note(opened: wiring.Office) -> None:
    with opened.context.write() as work:
        work.audit("changed", "office", 0)
        work.record(Outcome(changed=Changed.NOTHING, id=1))
