"""Rows of which a bit was flipped, or of which the hash that is left may be an older one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.domain.documents.papers import Classification
from desktop_app.domain.read_models.recovery_report import Fate
from desktop_app.services.documents.agenda_pack_document import agenda_pack_paper
from desktop_app.services.documents.alignment_matrix_document import alignment_matrix_paper
from desktop_app.services.documents.documents import minutes_paper
from desktop_app.services.documents.register_document import register_paper
from desktop_app.services.documents.reminder_document import reminder_paper
from desktop_app.services.documents.year_book_document import year_book_paper
from desktop_app.services.follow_up.resolution_sheet import resolution_sheet
from desktop_app.services.meetings.meeting_sheet import meeting_sheet
from desktop_app.services.registers.incoming import correct_incoming, record_incoming
from tests.bootstrap.test_history_page import forge
from tests.services.documents.test_lost_codes import drawn
from tests.services.documents.test_recovered_classes import Copy
from tests.services.documents.test_unproven_classes import copied, recovered
from tests.services.office_steps import Office
from tests.services.records import Records
from tests.services.registers.test_registers import came
from tests.storage.recovery.test_lost_states import asked

LATER = "DELETE FROM record_hash WHERE id = (SELECT max(id) FROM record_hash)"


@pytest.fixture
def copy(office: Office, records: Records, tmp_path: Path) -> Copy:
    return Copy(office, records, tmp_path / "دفتر", None, None)


def flip(folder: Path, table: str, column: str, byte: int, bit: int) -> None:
    """One bit of a text of the first row; what is left need not be a text."""
    ((key, text),) = asked(folder, f"SELECT id, hex({column}) FROM {table} WHERE {column} <> '' ORDER BY id LIMIT 1")
    letters = bytearray.fromhex(str(text))
    letters[byte] ^= 1 << bit
    forge(folder, f"UPDATE {table} SET {column} = CAST(x'{letters.hex()}' AS TEXT) WHERE id = {key}")


@pytest.mark.parametrize("bit", [0, 5, 6, 7])
@pytest.mark.parametrize(
    ("table", "column", "byte"),
    [("minutes_version", "snapshot", 300), ("minutes_version", "uid", 3), ("meeting", "uid", 0), ("task", "uid", 9)],
)
def test_one_flipped_bit_of_a_row_is_put_right(copy: Copy, table: str, column: str, byte: int, bit: int) -> None:
    """It refused these minutes as falsified."""
    statement = f"SELECT * FROM {table}"
    before, known = drawn(copy), asked(copy.folder, statement)
    flip(copy.folder, table, column, byte, bit)
    assert recovered(copy.folder).whole
    assert asked(copy.folder, statement) == known
    assert drawn(copy) == before


@pytest.mark.parametrize(("byte", "bit"), [(0, 0), (0, 3), (0, 5), (0, 7), (1, 0), (1, 6), (1, 7), (8, 4), (9, 2)])
def test_one_flipped_bit_of_a_persian_letter_is_put_right(demo_folder: Path, byte: int, bit: int) -> None:
    known = asked(demo_folder, "SELECT * FROM person")
    flip(demo_folder, "person", "name", byte, bit)
    assert recovered(demo_folder).whole
    assert asked(demo_folder, "SELECT * FROM person") == known


@pytest.mark.parametrize("later", [LATER, "UPDATE sqlite_sequence SET seq = seq + 64 WHERE name = 'record_hash'"])
@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE minutes_version SET snapshot = 'xy' || substr(snapshot, 3) WHERE id = {0.version}",
        "UPDATE clause SET text = 'متن دیگر' WHERE id = {0.clause}",
        "UPDATE resolution SET number = '۱۴۰۲/۱/۷۷' WHERE id = {0.resolution}",
    ],
)
def test_what_the_frozen_words_deny_is_marked_though_a_later_hash_is_lost(copy: Copy, damage: str, later: str) -> None:
    """Else it would pass for falsified words, and neither the register nor the next meeting could be drawn."""
    copy.forge(damage.format(copy))
    copy.forge(later)
    for _time in range(2):
        recovered(copy.folder)
        for reading in (register_paper, reminder_paper, alignment_matrix_paper):
            copy.read(reading)
        copy.read(lambda context: resolution_sheet(context, copy.resolution))
        copy.read(lambda context: meeting_sheet(context, copy.next_meeting))
        copy.read(lambda context: agenda_pack_paper(context, copy.next_meeting))


@pytest.mark.parametrize("table", ["meeting", "axis", "party"])
def test_no_row_leaves_its_committee_where_a_later_hash_is_lost(copy: Copy, table: str) -> None:
    copy.forge(f"UPDATE {table} SET committee_id = 3 WHERE id = 1")
    copy.forge(LATER)
    recovered(copy.folder)
    assert asked(copy.folder, "SELECT count(*) FROM committee") == [(1,)]
    copy.read(register_paper)
    copy.read(lambda context: year_book_paper(context, 1402))


def test_a_row_of_before_its_class_was_raised_does_not_come_back_where_a_later_hash_is_lost(
    office: Office, records: Records, tmp_path: Path
) -> None:
    """A page that was never written again: an older hash of the row agrees, and a newer one was read."""
    made = record_incoming(office.context, came(office, subject="نامهٔ پنهان"))
    for change in ({"classification": Classification.SECRET}, {"subject": "نامهٔ بسیار پنهان"}):
        with office.context.read() as work:
            paper = work.incoming_papers.get(made.id)
        correct_incoming(office.context, replace(paper, **change), seen=paper)
    record_incoming(office.context, came(office, number="2", subject="دیگر"))
    folder = copied(records, tmp_path / "دفتر")
    forge(folder, "UPDATE incoming_paper SET classification = 'normal', subject = 'نامهٔ پنهان' WHERE id = 1")
    forge(folder, LATER)
    report = recovered(folder)
    assert [one.fate for one in report.records if one.kind == "incoming_paper"] == [Fate.DIFFERS]
    assert asked(folder, "SELECT id FROM incoming_paper") == [(2,)]


def test_the_minutes_of_a_frozen_text_keep_their_words(copy: Copy) -> None:
    """Their clauses stay, the state that was written last stays, and nothing is marked."""
    before = copy.read(lambda context: minutes_paper(context, copy.version).document)
    copy.forge("DELETE FROM record_hash WHERE id >= (SELECT max(id) - 8 FROM record_hash)")
    report = recovered(copy.folder)
    assert not [one for one in report.records if one.fate is Fate.MARKED]
    assert report.unproven
    assert copy.read(lambda context: minutes_paper(context, copy.version).document) == before
