"""Classes after a recovery that lost hashes, too: an older hash lowers no class that was raised since."""

from __future__ import annotations

import shutil
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app import wiring
from desktop_app.domain.read_models.recovery_report import RecoveryReport
from desktop_app.services import lists
from desktop_app.services.documents.letters_register_document import letters_register_paper
from desktop_app.services.documents.register_document import register_paper
from desktop_app.services.minutes.clauses import save_clause
from desktop_app.services.minutes.minutes_sheet import minutes_sheet
from desktop_app.services.registers.incoming import correct_incoming, record_incoming
from desktop_app.storage.evidence.stored import hashes_of
from desktop_app.storage.file.database import DATABASE_NAME, Database
from desktop_app.storage.recovery.row_recovery import prepare
from desktop_app.storage.store.transaction import Transaction
from tests.bootstrap.test_history_page import forge
from tests.services.documents.test_classes import CONFIDENTIAL, SECRET
from tests.services.office_steps import Office
from tests.services.records import Records
from tests.services.registers.test_registers import came
from tests.storage.conftest import work_context
from tests.storage.recovery.damage import leaf_pages, zero
from tests.storage.recovery.test_lost_states import asked

NEWEST = "DELETE FROM record_hash WHERE id = (SELECT max(id) FROM record_hash WHERE kind = '{0}' AND record_id = {1})"
OF_LETTER = "FROM record_hash WHERE kind = 'incoming_paper' AND record_id = {0}"
HIDDEN = "UPDATE sqlite_sequence SET seq = (SELECT max(id) FROM record_hash) WHERE name = 'record_hash'"


def recovered(folder: Path) -> RecoveryReport:
    prepared = prepare(folder, work_context())
    report = prepared.report
    prepared.accept()
    return report


def copied(records: Records, folder: Path) -> Path:
    folder.mkdir()
    shutil.copyfile(records.folder.folder / DATABASE_NAME, folder / DATABASE_NAME)
    return folder


def raised(office: Office) -> int:
    """A letter that came as a plain one and was made secret afterwards."""
    made = record_incoming(office.context, came(office, subject="نامهٔ پنهان"))
    for number in range(60):
        record_incoming(office.context, came(office, number=str(number), subject=f"نامهٔ {number}"))
    with office.context.read() as work:
        paper = work.incoming_papers.get(made.id)
    correct_incoming(office.context, replace(paper, classification=SECRET), seen=paper)
    return made.id


def guarded_in_search(folder: Path, office: Office, words: str) -> set[str]:
    with closing(wiring.view_office(folder, office.clock)) as opened:
        hits = lists.search(opened.context, words, 50)
    return {hit.guarded for hit in hits if words in (hit.title, hit.text)}


@pytest.mark.parametrize("lost", ["newest", "newest, hidden", "page", "entry", "entries that never were"])
def test_an_older_hash_makes_no_letter_plain_that_was_made_secret(
    office: Office, records: Records, tmp_path: Path, lost: str
) -> None:
    letter = raised(office)
    folder = copied(records, tmp_path / "دفتر")
    if lost == "page":
        zero(folder / DATABASE_NAME, leaf_pages(folder / DATABASE_NAME, "record_hash")[-1])
    elif "ent" in lost:
        forge(folder, f"UPDATE record_hash SET record_id = 999 WHERE id = (SELECT max(id) {OF_LETTER.format(letter)})")
        if lost == "entry":
            forge(folder, "DELETE FROM audit WHERE seq = (SELECT max(last_entry) FROM chain_link)")
        else:
            forge(
                folder,
                "UPDATE chain_link SET last_entry = last_entry + 64 WHERE seq = (SELECT max(seq) FROM chain_link)",
            )
    else:
        forge(folder, NEWEST.format("incoming_paper", letter))
        if "hidden" in lost:
            forge(folder, HIDDEN)
    report = recovered(folder)
    assert asked(folder, f"SELECT classification FROM incoming_paper WHERE id = {letter}") == [(SECRET.value,)]
    assert report.unproven
    assert not report.whole
    assert guarded_in_search(folder, office, "نامهٔ پنهان") == {SECRET.value}
    with closing(wiring.view_office(folder, office.clock)) as opened:
        assert letters_register_paper(opened.context, 1402).document.letterhead.classification == SECRET


@pytest.mark.parametrize("final", [False, True])
def test_an_older_hash_makes_no_clause_plain_that_was_made_secret(
    office: Office, records: Records, tmp_path: Path, final: bool
) -> None:
    _meeting, version_id = office.written(2)
    clause = next(one for one in office.where("clauses", minutes_version_id=version_id) if one.is_resolution)
    save_clause(office.context, replace(clause, classification=SECRET))
    if final:
        office.finalised(version_id)
    folder = copied(records, tmp_path / "دفتر")
    forge(folder, NEWEST.format("clause", clause.id))
    recovered(folder)
    assert asked(folder, f"SELECT classification FROM clause WHERE id = {clause.id}") == [(SECRET.value,)]
    assert guarded_in_search(folder, office, "تصمیم 1") == {SECRET.value}
    if final:
        with closing(wiring.view_office(folder, office.clock)) as opened:
            assert register_paper(opened.context).document.letterhead.classification == SECRET


@pytest.mark.parametrize("lowered", ["'normal'", "'confidential'"])
def test_a_class_is_not_below_the_one_that_a_hash_tells_though_other_hashes_are_lost(
    office: Office, records: Records, tmp_path: Path, lowered: str
) -> None:
    """Nothing else tells that anything was ever secret."""
    made = record_incoming(office.context, came(office, subject="نامهٔ پنهان", classification=SECRET))
    other = record_incoming(office.context, came(office, number="2", subject="دیگر", classification=CONFIDENTIAL))
    folder = copied(records, tmp_path / "دفتر")
    forge(folder, f"UPDATE incoming_paper SET classification = {lowered} WHERE id = {made.id}")
    forge(folder, NEWEST.format("incoming_paper", other.id))
    recovered(folder)
    found = asked(folder, "SELECT id, classification FROM incoming_paper ORDER BY id")
    assert found == [(made.id, SECRET.value), (other.id, CONFIDENTIAL.value)]


@pytest.mark.parametrize("column", ["classification", "urgency"])
def test_a_word_that_no_reader_knows_does_not_come_back_though_no_hash_tells_of_it(
    office: Office, records: Records, tmp_path: Path, column: str
) -> None:
    record_incoming(office.context, came(office, subject="دیگر", classification=SECRET))
    _meeting, version_id = office.written(2)
    folder = copied(records, tmp_path / "دفتر")
    forge(folder, f"UPDATE minutes_version SET {column} = 'xyz' WHERE id = {version_id}")
    forge(folder, f"DELETE FROM record_hash WHERE kind = 'minutes_version' AND record_id = {version_id}")
    assert recovered(folder).unproven
    found = asked(folder, f"SELECT classification, urgency FROM minutes_version WHERE id = {version_id}")
    assert found == [(SECRET.value if column == "classification" else "normal", "normal")]
    with closing(wiring.view_office(folder, office.clock)) as opened:
        minutes_sheet(opened.context, version_id)
    assert guarded_in_search(folder, office, "تصمیم 1") == {SECRET.value if column == "classification" else ""}


def test_a_report_is_not_of_a_whole_office_where_the_chain_does_not_follow(
    office: Office, records: Records, tmp_path: Path
) -> None:
    """A row was changed and its hash made anew: only the chain knows."""
    made = record_incoming(office.context, came(office, subject="نامهٔ پنهان", classification=SECRET))
    folder = copied(records, tmp_path / "دفتر")
    forge(folder, f"UPDATE incoming_paper SET classification = 'normal' WHERE id = {made.id}")
    database = Database(folder / DATABASE_NAME, writable=False)
    context = work_context()
    with database.readers.connect() as connection, connection.begin():
        reading = Transaction(connection, context.clock, context.actor, context.make_uid, writable=False)
        digest = dict(hashes_of(reading, "incoming_paper"))[made.id]
    database.close()
    forge(folder, f"UPDATE record_hash SET hash = '{digest}' WHERE kind = 'incoming_paper'")
    report = recovered(folder)
    assert report.links_kept < report.links_found
    assert not report.whole
