"""What an accepted recovery left wrong is known, named and told for as long as it is wrong; what comes later is new."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from desktop_app.controllers.recovery.recovery_report import report_contents, report_text
from desktop_app.domain.progress import no_progress
from desktop_app.domain.read_models.findings import FindingKind
from desktop_app.domain.read_models.history import AuditEntry
from desktop_app.domain.read_models.recovery_report import COUNTED
from desktop_app.services.history.entry_fields import fields_of
from desktop_app.storage.backup.office_backups import OfficeBackups
from desktop_app.storage.file.check_beside import check_everything, check_left_out, check_recovered
from desktop_app.storage.file.database import DATABASE_NAME
from desktop_app.storage.file.folder import DataFolder, open_folder
from desktop_app.storage.recovery.row_recovery import PreparedRecovery, prepare
from desktop_app.text.recovery import KINDS
from desktop_app.text.shared.digits import persian
from tests.bootstrap.test_history_page import forge
from tests.storage.conftest import work_context
from tests.storage.recovery.damage import leaf_pages, zero


@pytest.fixture
def prepared(demo_data: Path, tmp_path: Path) -> PreparedRecovery:
    """An office whose clauses and pens are lost: frozen minutes stand without their words, signed ones without pens."""
    folder = Path(shutil.copytree(demo_data, tmp_path / "دفتر"))
    for table in ("clause", "signature"):
        for page in leaf_pages(folder / DATABASE_NAME, table):
            zero(folder / DATABASE_NAME, page)
    return prepare(folder, work_context())


@pytest.fixture
def recovered(prepared: PreparedRecovery, tmp_path: Path) -> Iterator[DataFolder]:
    """The same, accepted and open again."""
    prepared.accept()
    folder = open_folder(tmp_path / "دفتر", work_context())
    yield folder
    folder.close()


def test_the_beside_check_of_an_accepted_recovery_tells_what_the_check_tells(recovered: DataFolder) -> None:
    whole = recovered.check()
    assert {one.kind for one in whole} >= {FindingKind.STATE_WITHOUT_ACT, FindingKind.SNAPSHOT_DIFFERS}
    assert set(check_recovered(recovered, no_progress)) == set(whole)
    assert check_left_out(recovered, no_progress) == (), "what was accepted stops no work"


def test_the_check_of_everything_parts_what_was_accepted_from_what_is_new(recovered: DataFolder) -> None:
    found = check_everything(recovered, no_progress)
    assert found.records == ()
    assert set(found.left) == set(recovered.check())


@pytest.mark.parametrize("table", ["signer", "audit"])
def test_what_one_recovery_told_of_stays_told_after_the_next(
    prepared: PreparedRecovery, tmp_path: Path, table: str
) -> None:
    place = tmp_path / "دفتر"
    prepared.accept()
    for page in leaf_pages(place / DATABASE_NAME, table):
        zero(place / DATABASE_NAME, page)
    prepare(place, work_context()).accept()
    with closing(open_folder(place, work_context())) as folder:
        assert folder.findings == ()
        assert check_left_out(folder, no_progress) == ()
        left = check_recovered(folder, no_progress)
        assert set(left) == set(folder.check())
        assert {one.kind for one in left} >= {FindingKind.STATE_WITHOUT_ACT, FindingKind.SNAPSHOT_DIFFERS}


def test_the_history_tells_of_the_recovery_without_its_lists(recovered: DataFolder) -> None:
    with closing(sqlite3.connect(recovered.folder / DATABASE_NAME)) as raw:
        (facts,) = raw.execute("SELECT facts FROM audit WHERE act = 'recovered'").fetchone()
    entry = AuditEntry(seq=1, at="", actor="", act="recovered", subject="office", subject_id=0, facts=json.loads(facts))
    assert {one.name for one in fields_of(entry, lambda _key: None)} == {"count", "links_kept"}


def test_what_comes_after_the_recovery_is_new(recovered: DataFolder) -> None:
    forge(recovered.folder, "UPDATE clause SET resolution_id = NULL WHERE resolution_id IS NOT NULL")
    (new, *_others) = check_left_out(recovered, no_progress)
    assert new.kind is FindingKind.RESOLUTION_WITHOUT_CLAUSE
    assert new not in check_recovered(recovered, no_progress)


def test_the_entry_of_an_older_program_excuses_no_frozen_text(recovered: DataFolder) -> None:
    forge(recovered.folder, "UPDATE audit SET facts = json_remove(facts, '$.left') WHERE act = 'recovered'")
    forge(recovered.folder, "UPDATE minutes_version SET snapshot = snapshot || ' ' WHERE id = 1")
    found = check_everything(recovered, no_progress)
    frozen = {FindingKind.HASH_DIFFERS, FindingKind.SNAPSHOT_DIFFERS}
    assert {one.kind for one in found.records} >= frozen
    kinds = {one.kind for one in found.left}
    assert FindingKind.STATE_WITHOUT_ACT in kinds, "what lost pens leave, nobody writes"
    assert not kinds & frozen


def test_an_office_without_a_recovery_has_nothing_left_over(demo_data: Path, tmp_path: Path) -> None:
    folder = open_folder(Path(shutil.copytree(demo_data, tmp_path / "sound")), work_context())
    assert check_left_out(folder, no_progress) == ()
    forge(folder.folder, "UPDATE clause SET resolution_id = NULL WHERE resolution_id = 1")
    kinds = {one.kind for one in check_left_out(folder, no_progress)}
    assert FindingKind.RESOLUTION_WITHOUT_CLAUSE in kinds, "an agreed word that lost its tie is told by the start, too"
    assert check_recovered(folder, no_progress) == ()
    folder.close()


def test_the_report_names_what_the_check_found_by_its_number(prepared: PreparedRecovery, tmp_path: Path) -> None:
    kinds = (FindingKind.SNAPSHOT_DIFFERS, FindingKind.STATE_WITHOUT_ACT)
    asked = "SELECT number FROM meeting JOIN minutes_version ON meeting_id = meeting.id WHERE minutes_version.id = ?"
    with closing(sqlite3.connect(tmp_path / "دفتر" / "dabirkhaneh.db.recovered")) as raw:
        numbers = {
            kind: {raw.execute(asked, (one.id,)).fetchone()[0] for one in prepared.report.left if one.kind is kind}
            for kind in kinds
        }
    text = report_text(prepared.report)
    assert all(numbers.values())
    for number in set().union(*numbers.values()):
        assert f"جلسهٔ {persian(number)}" in text
    assert "شناسهٔ" not in text
    prepared.discard()


@pytest.fixture
def halved(demo_data: Path, tmp_path: Path) -> PreparedRecovery:
    """An office of whose file the second half is gone."""
    folder = Path(shutil.copytree(demo_data, tmp_path / "half"))
    content = (folder / DATABASE_NAME).read_bytes()
    (folder / DATABASE_NAME).write_bytes(content[: len(content) // 2])
    return prepare(folder, work_context())


def test_a_large_loss_says_how_many_had_been_written(demo_data: Path, halved: PreparedRecovery, tmp_path: Path) -> None:
    told = {one.kind: (one.given, one.came) for one in halved.report.scarce}
    with closing(sqlite3.connect(demo_data / DATABASE_NAME)) as raw:
        written = {name: raw.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in COUNTED}
    assert told
    for kind, (given, came) in told.items():
        assert came < given == written[kind], kind
    kind, (given, _came) = next(iter(told.items()))
    sentence = f"{persian(given)} {KINDS[kind]}"
    assert sentence in report_text(halved.report)
    assert sentence in report_contents(halved.report, "", "").summary
    halved.accept()
    folder = open_folder(tmp_path / "half", work_context())
    (mark,) = OfficeBackups(folder, work_context().clock).recovered()
    folder.close()
    assert mark.written == told
    assert mark.missing == len(halved.report.records)


def test_a_sound_recovery_tells_of_no_loss(demo_data: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(demo_data, tmp_path / "sound"))
    prepared = prepare(folder, work_context())
    assert prepared.report.scarce == ()
    prepared.discard()
    opened = open_folder(folder, work_context())
    assert OfficeBackups(opened, work_context().clock).recovered() == ()
    opened.close()


def test_lost_minutes_are_named_by_their_meeting_and_not_by_their_version(demo_data: Path, tmp_path: Path) -> None:
    office = Path(shutil.copytree(demo_data, tmp_path / "office"))
    for page in leaf_pages(office / DATABASE_NAME, "minutes_version"):
        zero(office / DATABASE_NAME, page)
    prepared = prepare(office, work_context())
    assert {one.kind for one in prepared.report.records} == {"minutes_version"}
    lines = [line for line in report_text(prepared.report).splitlines() if line.startswith("صورت‌جلسهٔ جلسهٔ")]
    assert len(lines) == len(prepared.report.records)
    assert sum(line.startswith("صورت‌جلسهٔ جلسهٔ ۱، نسخهٔ ۲: ") for line in lines) == 1
    named = [one.name for one in report_contents(prepared.report, "", "").missing]
    assert [line.partition(":")[0] for line in lines] == named
    prepared.discard()


def test_nameless_records_that_follow_each_other_take_one_line(demo_data: Path, tmp_path: Path) -> None:
    """A cut file loses acts by the hundred: a report of pages without a name is read by nobody."""
    office = Path(shutil.copytree(demo_data, tmp_path / "office"))
    for page in leaf_pages(office / DATABASE_NAME, "act")[:1]:
        zero(office / DATABASE_NAME, page)
    prepared = prepare(office, work_context())
    lost = [one.id for one in prepared.report.records if one.kind == "act" and not one.name]
    assert len(lost) == len(range(lost[0], lost[-1] + 1)) > 2
    told = f"شمارهٔ درونی {persian(lost[0])} تا {persian(lost[-1])}، {persian(len(lost))} ردیف"
    text = report_text(prepared.report)
    assert sum(told in line for line in text.splitlines()) == 1
    assert text.count(KINDS["act"]) <= 2, "that line, and how many came"
    (missing,) = [one for one in report_contents(prepared.report, "", "").missing if one.record == KINDS["act"]]
    assert told in missing.name
    prepared.discard()
