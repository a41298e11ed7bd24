"""Minutes of whose code the entry was lost: a recovery records it again where their row is proved, and only there."""

from __future__ import annotations

import shutil
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app import wiring
from desktop_app.domain.documents.snapshots import content_hash
from desktop_app.services.context import Context
from desktop_app.services.documents.documents import minutes_paper
from desktop_app.services.documents.extract_document import extract_paper
from desktop_app.services.documents.register_document import register_paper
from desktop_app.services.documents.reminder_document import reminder_paper
from desktop_app.services.documents.year_book_document import year_book_paper
from desktop_app.services.follow_up.resolution_sheet import resolution_sheet
from desktop_app.storage.file.database import DATABASE_NAME
from desktop_app.storage.file.folder import open_folder
from tests.bootstrap.test_history_page import forge
from tests.refusing import refused
from tests.services.documents.test_recovered_classes import Copy
from tests.services.documents.test_unproven_classes import recovered
from tests.services.office_steps import Office
from tests.services.records import Records
from tests.storage.conftest import work_context
from tests.storage.recovery.damage import leaf_pages, schema_pages, zero
from tests.storage.recovery.test_lost_states import asked, recover

ENTRY = "DELETE FROM audit WHERE act = 'hashed'"


@pytest.fixture
def copy(office: Office, records: Records, tmp_path: Path) -> Copy:
    return Copy(office, records, tmp_path / "دفتر", None, None)


def drawn(copy: Copy) -> list[object]:
    """Every paper that stands on the frozen words, without the moment at which it was drawn."""

    def documents(context: Context) -> list[object]:
        found: list[object] = [reading(context).document for reading in (register_paper, reminder_paper)]
        minutes = minutes_paper(context, copy.version)
        found += [minutes.document, minutes.imprint.code, year_book_paper(context, 1402).document]
        found += [extract_paper(context, 1).document, resolution_sheet(context, copy.resolution)]
        return found

    return copy.read(documents)


def falsify(copy: Copy) -> None:
    """Other words under a code that is theirs, in the frozen text and in the clause."""
    ((text,),) = asked(copy.folder, f"SELECT snapshot FROM minutes_version WHERE id = {copy.version}")
    other = str(text).replace("تصمیم 1", "متن دروغ")
    assert other != text
    copy.forge(
        f"UPDATE minutes_version SET snapshot = '{other}', content_hash = '{content_hash(other)}'"
        f" WHERE id = {copy.version}"
    )
    copy.forge(f"UPDATE clause SET text = 'متن دروغ' WHERE id = {copy.clause}")


def lose_hashes(copy: Copy) -> None:
    """Those of the falsified rows: nothing speaks against them any more."""
    copy.forge(f"DELETE FROM record_hash WHERE kind = 'minutes_version' AND record_id = {copy.version}")
    copy.forge(f"DELETE FROM record_hash WHERE kind = 'clause' AND record_id = {copy.clause}")


def not_drawn(copy: Copy) -> None:
    """Neither by themselves nor in a register."""
    for reading in (register_paper, lambda context: minutes_paper(context, copy.version)):
        with refused("minutes_falsified"):
            copy.read(reading)


def test_minutes_whose_entry_was_lost_are_drawn_as_before(copy: Copy) -> None:
    before = drawn(copy)
    copy.forge(ENTRY)
    with refused("minutes_falsified"):
        copy.read(register_paper)
    recover(copy.folder)
    assert drawn(copy) == before
    recover(copy.folder)
    assert drawn(copy) == before
    data = open_folder(copy.folder, work_context())
    assert data.check_at_start() == ()
    data.close()


def test_no_page_of_entries_keeps_the_office_from_its_papers(copy: Copy) -> None:
    before = drawn(copy)
    database = copy.folder / DATABASE_NAME
    whole = database.read_bytes()
    pages = leaf_pages(database, "audit")
    assert len(pages) > 1
    for page in pages:
        database.write_bytes(whole)
        zero(database, page)
        recover(copy.folder)
        assert drawn(copy) == before, page


@pytest.mark.parametrize("hashes", ["kept", "deleted"])
@pytest.mark.parametrize("entry", [ENTRY, "UPDATE audit SET subject_id = subject_id + 64 WHERE act = 'hashed'"])
def test_falsified_minutes_get_no_code_by_this_recovery_or_the_next(copy: Copy, entry: str, hashes: str) -> None:
    """The first covers whatever it finds by hashes of its own: to the next they prove nothing."""
    falsify(copy)
    copy.forge(entry)
    if hashes == "deleted":
        lose_hashes(copy)
    for _time in range(3):
        recover(copy.folder)
        not_drawn(copy)


@pytest.mark.parametrize("counter", ["audit", "act", "chain_link", "record_hash", None])
def test_without_counters_of_keys_what_follows_is_proved_all_the_same(copy: Copy, counter: str | None) -> None:
    before = drawn(copy)
    copy.forge(ENTRY)
    copy.forge("DELETE FROM sqlite_sequence" + (f" WHERE name = '{counter}'" if counter else ""))
    recover(copy.folder)
    assert drawn(copy) == before


@pytest.mark.parametrize("counter", ["audit", "act"])
def test_a_counter_that_is_too_low_makes_no_link_void(copy: Copy, counter: str) -> None:
    before = drawn(copy)
    copy.forge(ENTRY)
    copy.forge(f"UPDATE sqlite_sequence SET seq = 13 WHERE name = '{counter}'")
    recover(copy.folder)
    assert drawn(copy) == before


def test_a_recovery_that_lost_its_entry_gives_no_code_to_falsified_minutes(copy: Copy) -> None:
    """It is known by its act, too."""
    falsify(copy)
    copy.forge(ENTRY)
    recover(copy.folder)
    copy.forge("DELETE FROM audit WHERE act = 'recovered'")
    recover(copy.folder)
    with refused("minutes_falsified"):
        copy.read(register_paper)


@pytest.mark.parametrize("more", [0, 7])
def test_an_older_link_that_names_the_keys_of_a_recovery_gives_no_code(copy: Copy, more: int) -> None:
    """Nor does a counter of hashes that makes the last link lack some."""
    falsify(copy)
    copy.forge(ENTRY)
    lose_hashes(copy)
    recover(copy.folder)
    last = "FROM chain_link ORDER BY seq DESC LIMIT 1"
    ((seq, entry, act),) = asked(copy.folder, f"SELECT seq, last_entry, last_act {last}")
    copy.forge(f"UPDATE chain_link SET last_entry = {entry}, last_act = {act} WHERE seq = {int(str(seq)) - 1}")
    copy.forge(f"UPDATE sqlite_sequence SET seq = seq + 1 + {more} WHERE name = 'record_hash'")
    recover(copy.folder)
    not_drawn(copy)


def test_minutes_that_a_recovery_covered_keep_their_code_when_their_entry_is_lost_later(copy: Copy) -> None:
    before = drawn(copy)
    copy.forge("DELETE FROM audit WHERE seq = 1")
    recover(copy.folder)
    copy.forge(ENTRY)
    recover(copy.folder)
    assert drawn(copy) == before


def test_minutes_that_became_final_after_a_recovery_get_their_code(
    office: Office, records: Records, tmp_path: Path
) -> None:
    _meeting, version_id = office.written(2)
    first = tmp_path / "نخست"
    first.mkdir()
    shutil.copyfile(records.folder.folder / DATABASE_NAME, first / DATABASE_NAME)
    recover(first)
    later = Records(first / DATABASE_NAME, tmp_path / "دوم", office.clock)
    replace(office, open_work=later.open_work, beginning=None, records=later).finalised(version_id)
    later.close()
    forge(later.place, ENTRY)
    recover(later.place)
    with closing(wiring.view_office(later.place, office.clock)) as opened:
        minutes_paper(opened.context, version_id)


def test_minutes_keep_the_code_that_a_recovery_recorded(copy: Copy) -> None:
    before = drawn(copy)
    copy.forge(ENTRY)
    for _time in range(3):
        recover(copy.folder)
        assert drawn(copy) == before


def test_minutes_that_are_falsified_after_a_recovery_recorded_their_code_are_not_drawn(copy: Copy) -> None:
    copy.forge(ENTRY)
    recover(copy.folder)
    falsify(copy)
    not_drawn(copy)


def test_no_page_of_hashes_keeps_the_office_from_its_papers(copy: Copy) -> None:
    """What is left of the hashes of a row may be older than its state: it says nothing against the row."""
    before = drawn(copy)
    database = copy.folder / DATABASE_NAME
    whole = database.read_bytes()
    pages = leaf_pages(database, "record_hash")
    assert len(pages) > 1
    for page in pages:
        database.write_bytes(whole)
        zero(database, page)
        recover(copy.folder)
        assert drawn(copy) == before, page


def test_no_page_of_the_schema_keeps_the_office_from_its_papers(copy: Copy) -> None:
    """The rows are there, and what tables there are is known without it."""
    before = drawn(copy)
    database = copy.folder / DATABASE_NAME
    whole = database.read_bytes()
    pages = schema_pages(database)
    assert len(pages) > 1
    for page in pages:
        database.write_bytes(whole)
        zero(database, page)
        assert recovered(copy.folder).whole, page
    assert drawn(copy) == before
