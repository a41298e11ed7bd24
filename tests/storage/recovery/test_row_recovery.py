"""Row-wise recovery: what is proved comes over, what is not is named, and the damaged file stays as it was."""

from __future__ import annotations

import json
import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from desktop_app import paths
from desktop_app.domain.documents.papers import Classification
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.read_models.recovery_report import Fate, RecoveryReport
from desktop_app.storage.file.database import DATABASE_NAME
from desktop_app.storage.file.folder import open_folder
from desktop_app.storage.file.journal import MAGIC
from desktop_app.storage.recovery.class_read import highest_class
from desktop_app.storage.recovery.reading import DamagedFile
from desktop_app.storage.recovery.row_recovery import RECOVERED, prepare
from desktop_app.storage.schema.base import Record
from tests.storage.conftest import work_context
from tests.storage.recovery.damage import falsify, leaf_pages, zero
from tests.storage.recovery.tables import DERIVED, tables_of
from tests.systems import not_on_windows


def _recover(folder: Path) -> RecoveryReport:
    prepared = prepare(folder, work_context())
    prepared.accept()
    return prepared.report


def _clean(folder: Path) -> None:
    data = open_folder(folder, work_context())
    assert data.check_at_start() == ()
    data.close()


def test_a_sound_database_comes_over_as_it_is(office: Path) -> None:
    before = tables_of(office)
    report = _recover(office)
    assert report.records == ()
    assert report.left == ()
    assert report.all_known
    assert report.links_kept == report.links_found
    after = tables_of(office)
    for name in before:
        if name in DERIVED:
            continue
        assert after[name][: len(before[name])] == before[name], name
        assert len(after[name]) - len(before[name]) == (1 if name in ("audit", "act", "chain_link") else 0), name
    assert sorted(after["resolution_facts"]) == sorted(before["resolution_facts"])
    _clean(office)


def test_where_hashes_are_lost_it_is_not_known_which_rows_there_were(office: Path) -> None:
    database = office / DATABASE_NAME
    zero(database, leaf_pages(database, "record_hash")[0])
    report = _recover(office)
    assert not report.all_known
    assert report.unproven > 0
    assert not report.whole


def test_the_damaged_file_is_kept_as_it_was(office: Path) -> None:
    zero(office / DATABASE_NAME, leaf_pages(office / DATABASE_NAME, "task")[0])
    damaged = (office / DATABASE_NAME).read_bytes()
    prepared = prepare(office, work_context())
    assert (office / DATABASE_NAME).read_bytes() == damaged, "nothing before it is accepted"
    kept = prepared.accept()
    assert kept.parent == office / paths.SET_ASIDE
    assert (kept / DATABASE_NAME).read_bytes() == damaged
    assert not (office / RECOVERED).exists()


def test_a_recovery_that_is_discarded_leaves_nothing(office: Path) -> None:
    before = sorted(office.rglob("*"))
    prepare(office, work_context()).discard()
    assert [one for one in sorted(office.rglob("*")) if one.name != paths.LOCK] == [
        one for one in before if one.name != paths.LOCK
    ]
    _clean(office)


@pytest.mark.parametrize(
    "table", ["clause", "person", "committee", "resolution", "minutes_version", "audit", "signature"]
)
def test_a_page_of_zeros_loses_what_was_on_it_and_names_it(office: Path, table: str) -> None:
    database = office / DATABASE_NAME
    before = tables_of(office)
    zero(database, leaf_pages(database, table)[0])
    report = _recover(office)
    after = tables_of(office)
    _clean(office)
    named = {(one.kind, one.id) for one in report.records}
    for name in before:
        if name in DERIVED | {"chain_link", "record_hash", "act", "audit"}:
            continue
        there = {row[0]: row for row in after[name]}
        for row in before[name]:
            assert there.get(row[0]) == row or (name, row[0]) in named, (name, row[0])
    # of resolutions the indexes hold all but a day, and the hash of each proves which day that was
    assert any(one.kind == table for one in report.records) == (table != "resolution")


def test_a_word_that_was_falsified_does_not_come_over_as_it_is(office: Path) -> None:
    with closing(sqlite3.connect(office / DATABASE_NAME)) as raw:
        row_id, text = raw.execute(
            "SELECT id, text FROM clause WHERE length(text) > 20 AND text LIKE '%ه%' LIMIT 1"
        ).fetchone()
    falsify(office / DATABASE_NAME, text, text.replace("ه", "ژ", 1))
    report = _recover(office)
    named = {one.id: one for one in report.records if one.kind == "clause"}
    assert named[row_id].fate in (Fate.DIFFERS, Fate.MARKED)
    assert named[row_id].name
    with closing(sqlite3.connect(office / DATABASE_NAME)) as raw:
        found = raw.execute("SELECT text FROM clause WHERE id = ?", (row_id,)).fetchone()
    assert found is None or found[0].startswith("؟")
    _clean(office)


def test_a_cut_file_gives_what_is_left(office: Path) -> None:
    database = office / DATABASE_NAME
    content = database.read_bytes()
    database.write_bytes(content[: len(content) * 7 // 10])
    report = _recover(office)
    assert report.came > 0
    assert report.records
    _clean(office)


def test_a_disk_without_room_is_told_before_anything_is_read(office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop_app.storage.recovery.row_recovery.free_space", lambda _folder: 1_000_000)
    with pytest.raises(EnvironmentProblem, match="recovery_full") as caught:
        prepare(office, work_context(), lambda _done, _total: pytest.fail("read"))
    missing = caught.value.facts["megabytes"]
    assert isinstance(missing, int)
    assert missing * 1024 * 1024 > paths.size_of(office / DATABASE_NAME)
    assert not (office / RECOVERED).exists()
    _clean(office)


@pytest.mark.parametrize("lost", [512, 4096])
def test_a_file_that_lost_its_beginning_gives_its_rows(office: Path, lost: int) -> None:
    database = office / DATABASE_NAME
    before = tables_of(office)
    damaged = bytes(lost) + database.read_bytes()[lost:]
    database.write_bytes(damaged)
    prepared = prepare(office, work_context())
    assert database.read_bytes() == damaged
    prepared.accept()
    assert prepared.report.records == ()
    after = tables_of(office)
    for name in ("clause", "meeting", "minutes_version", "signature", "person"):
        assert after[name] == before[name], name
    assert {file.name for file in office.iterdir() if file.is_file()} <= {DATABASE_NAME, paths.LOCK}
    _clean(office)


@not_on_windows("files have no such modes")
@pytest.mark.parametrize("journal", [b"", MAGIC + bytes(504)], ids=["without a journal", "with a journal"])
def test_what_is_read_instead_of_the_damaged_file_is_closed_to_others(office: Path, journal: bytes) -> None:
    """Also where the folder is not: something of the operator's may lie in it."""
    database = office / DATABASE_NAME
    database.write_bytes(bytes(512) + database.read_bytes()[512:])
    (office / f"{DATABASE_NAME}-journal").write_bytes(journal)
    seen: dict[str, int] = {}

    def look(_done: int, _total: int) -> None:
        seen.update({one.name: stat.S_IMODE(one.stat().st_mode) for one in office.glob(f"{DATABASE_NAME}.*")})

    before = os.umask(0o022)
    try:
        prepare(office, work_context(), look).discard()
    finally:
        os.umask(before)
    assert seen == {f"{DATABASE_NAME}.reading": 0o600}


def test_the_report_has_the_highest_class_of_anything_that_was_read() -> None:
    """Also of a record whose row is gone while an entry still tells of it."""

    def row(table: str, **cells: object) -> dict[int, list[tuple[object, ...]]]:
        columns = Record.metadata.tables[table].columns
        return {1: [tuple(cells.get(column.name) for column in columns)]}

    assert highest_class(DamagedFile(), {}) is Classification.NORMAL
    letter = row("incoming_paper", classification="confidential")
    assert highest_class(DamagedFile(rows={"incoming_paper": letter}), {}) is Classification.CONFIDENTIAL
    told = row("audit", facts=json.dumps({"after": {"classification": "secret"}}))
    assert highest_class(DamagedFile(rows={"incoming_paper": letter, "audit": told}), {}) is Classification.SECRET
    noise = row("clause", classification="\x00?", text='"classification": "top"')
    assert highest_class(DamagedFile(rows={"clause": noise}), {}) is Classification.NORMAL


def test_what_was_recovered_is_read_before_it_is_accepted(office: Path) -> None:
    zero(office / DATABASE_NAME, leaf_pages(office / DATABASE_NAME, "task")[0])
    prepared = prepare(office, work_context())
    with prepared.open_read() as work:
        assert work.committees.where()
    prepared.discard()
    assert not (office / RECOVERED).exists()


def test_what_an_office_misses_most_is_named_first(office: Path) -> None:
    """The entry of the audit table has room for so many names, and whoever reads the report reads its beginning."""
    database = office / DATABASE_NAME
    for table in ("act", "audit", "attendance", "meeting_act", "minutes_version", "outgoing_paper"):
        for page in leaf_pages(database, table):
            zero(database, page)
    report = _recover(office)
    kinds = list(dict.fromkeys(one.kind for one in report.records))
    first, last = {"minutes_version", "outgoing_paper"}, {"act", "audit"}
    assert set(kinds[: len(first)]) == first
    assert set(kinds[-len(last) :]) == last
    assert kinds.index("attendance") < kinds.index("meeting_act"), "what was decided before what was done about it"
    with closing(sqlite3.connect(database)) as raw:
        (facts,) = raw.execute("SELECT facts FROM audit WHERE act = 'recovered'").fetchone()
    assert json.loads(facts)["records"][0][0] in first
