"""A forgery in which nothing disagrees is named by the code on the paper: every tail cut off, all made anew."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from desktop_app.domain.documents.snapshots import content_hash
from desktop_app.domain.page_marks import mark_text
from desktop_app.domain.read_models.findings import Finding, FindingKind
from desktop_app.services.documents.documents import minutes_paper
from desktop_app.storage.file.database import DATABASE_NAME
from desktop_app.storage.file.folder import view_folder
from desktop_app.storage.schema.guards import guards
from tests.planted import accept
from tests.services.office_steps import Office
from tests.services.records import Records
from tests.storage.conftest import work_context


@pytest.fixture
def printed(office: Office, records: Records, tmp_path: Path) -> tuple[Path, str, str]:
    """A folder with final minutes, and the two codes on their paper; beside it the folder as it was before."""
    _meeting, version_id = office.written(1)
    (tmp_path / "before").mkdir()
    office.get("versions", version_id)
    shutil.copyfile(records.place / DATABASE_NAME, tmp_path / "before" / DATABASE_NAME)
    office.finalised(version_id)
    imprint = minutes_paper(office.context, version_id).imprint
    records.close()
    return records.place, imprint.code, imprint.chain_head


def _named(folder: Path, *codes: str) -> list[Finding]:
    data = view_folder(folder, work_context())
    try:
        return list(data.check(codes))
    finally:
        data.close()


def test_the_codes_of_a_paper_are_known(printed: tuple[Path, str, str]) -> None:
    folder, code, head = printed
    assert code != head
    assert _named(folder, code, f"{head[:4].lower()}-{head[4:]} ") == []


def test_what_a_reader_of_marks_takes_from_a_page_is_known_and_a_strange_one_is_not(
    printed: tuple[Path, str, str],
) -> None:
    folder, code, _head = printed
    assert _named(folder, mark_text(code, 2, 3), mark_text(code, 1, 40)) == []
    none = [f"{code}0302", f"{code}01", mark_text("ABCDEFGHIJ234567", 1, 3)]
    assert [one.detail for one in _named(folder, *none)] == none


def test_a_tail_that_was_cut_from_every_table_is_named_by_the_paper(
    printed: tuple[Path, str, str], tmp_path: Path
) -> None:
    """The data of an earlier day in the place of today's: nothing in them disagrees."""
    _folder, code, head = printed
    before = tmp_path / "before"
    assert _named(before) == []
    assert [(one.kind, one.detail) for one in _named(before, code, head)] == [
        (FindingKind.PAPER_UNKNOWN, code),
        (FindingKind.PAPER_UNKNOWN, head),
    ]


def test_words_and_all_their_evidence_made_anew_are_named_by_the_paper(
    printed: tuple[Path, str, str], office: Office
) -> None:
    """Snapshot, records, hash, entry and chain are made to agree by one who knows the program; the paper does not."""
    folder, code, head = printed
    with closing(sqlite3.connect(folder / DATABASE_NAME, isolation_level=None)) as connection:
        connection.execute("BEGIN")
        for name in guards():
            connection.execute(f"DROP TRIGGER {name}")
        ((version_id, text, old),) = connection.execute("SELECT id, snapshot, content_hash FROM minutes_version")
        text = text.replace("تصمیم", "فرمان")
        connection.execute("UPDATE clause SET text = replace(text, 'تصمیم', 'فرمان')")
        connection.execute(
            "UPDATE minutes_version SET snapshot = ?, content_hash = ? WHERE id = ?",
            (text, content_hash(text), version_id),
        )
        connection.execute("UPDATE audit SET facts = replace(facts, ?, ?)", (old, content_hash(text)))
        connection.execute("COMMIT")
    accept(folder)
    assert {one.kind for one in _named(folder)} <= {FindingKind.SEARCH_STALE, FindingKind.FACTS_STALE}
    assert [one.detail for one in _named(folder, code, head) if one.kind is FindingKind.PAPER_UNKNOWN] == [code, head]
