"""Checks beside the work find what a start leaves out, say what a check in one reading says, and let others write."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from threading import Thread

import pytest

from desktop_app.domain.acts import Act
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.outcome import Changed, Outcome
from desktop_app.domain.read_models.findings import Finding, FindingKind
from desktop_app.storage.evidence import verifying
from desktop_app.storage.evidence.canonical import Keyed, row_hash, stored_entries
from desktop_app.storage.evidence.verifying import chain_in_parts, rows_in_parts
from desktop_app.storage.file import folder as folder_module
from desktop_app.storage.file.check_beside import check_everything, check_left_out
from desktop_app.storage.file.folder import DataFolder
from desktop_app.storage.schema.base import Record
from desktop_app.storage.store.transaction import Transaction
from desktop_app.workers import Cancelled
from tests.statements import counted
from tests.storage.sample import Sample
from tests.storage.test_evidence import REFORGED

Run = Callable[[str], None]
ACTS = 9


def _act(data: DataFolder, person: int, name: str = "act") -> None:
    with data.open_write(Act(uuid.uuid4().hex)) as work:
        work.audit(name, "person", person)
        work.record(Outcome(changed=Changed.MEMBERS))


def _nothing(_done: int, _total: int) -> None:
    """Nobody asked."""


@pytest.fixture
def worked(data: DataFolder, final: Sample, monkeypatch: pytest.MonkeyPatch) -> DataFolder:
    """Some acts, of which a start verifies the last three, in parts of two."""
    for number in range(ACTS):
        _act(data, final.person, f"act {number}")
    monkeypatch.setattr(verifying, "AT_START", 3)
    monkeypatch.setattr(verifying, "PART", 2)
    return data


OLDER = ("UPDATE audit SET actor = 'x' WHERE seq = 2", "UPDATE act SET answer = '{}' WHERE id = 1")


@pytest.mark.parametrize("sql", OLDER)
def test_what_the_start_leaves_out_is_found(worked: DataFolder, plant: Run, sql: str) -> None:
    plant(sql)
    assert worked.check_at_start() == ()
    assert {one.kind for one in check_left_out(worked, _nothing)} == {FindingKind.CHAIN_BROKEN}
    assert {one.kind for one in check_everything(worked, _nothing).records} >= {FindingKind.CHAIN_BROKEN}


def test_a_row_that_was_changed_with_its_hash_is_found(worked: DataFolder, final: Sample, plant: Run) -> None:
    with worked.reading() as transaction:
        digest = _digest_with_name(transaction, final.person, "x")
    plant(f"UPDATE person SET name = 'x' WHERE id = {final.person}")
    plant(f"UPDATE record_hash SET hash = '{digest}' WHERE kind = 'person' AND record_id = {final.person}")
    assert worked.check_at_start() == ()
    assert {one.kind for one in check_left_out(worked, _nothing)} == {FindingKind.CHAIN_BROKEN}


def _digest_with_name(transaction: Transaction, person: int, name: str) -> str:
    table = Record.metadata.tables["person"]
    names = [column.name for column in table.columns]
    (row,) = transaction.text(f"SELECT {', '.join(names)} FROM person WHERE id = {person}")
    return row_hash(table, person, dict(zip(names, row, strict=True)) | {"name": name})


CUT = tuple(
    f"DELETE FROM {table} WHERE {key} = (SELECT max({key}) FROM {table})"
    for table, key in (("audit", "seq"), ("act", "id"), ("record_hash", "id"))
)
ROWS = (
    "UPDATE person SET post = 'x'",
    "DELETE FROM deliberation",
    "UPDATE record_hash SET kind = 'nothing' WHERE kind = 'unit'",
    "UPDATE clause_unit SET ordinal = 3 - ordinal",
)


@pytest.mark.parametrize("sql", [*REFORGED, *CUT, *ROWS])
def test_in_parts_and_in_one_the_same_is_found(
    worked: DataFolder, plant: Run, monkeypatch: pytest.MonkeyPatch, sql: str
) -> None:
    plant("PRAGMA foreign_keys=OFF;" + sql.format(digest="0" * 64))
    parts = {*rows_in_parts(worked.reading), *chain_in_parts(worked.reading)}
    monkeypatch.setattr(verifying, "PART", 100_000)
    with worked.reading() as transaction:
        whole = {*verifying.rows_against_hashes(transaction), *verifying.chain_against_entries(transaction)}
    assert parts == whole
    assert whole


def test_no_reading_of_a_part_takes_more_rows_than_a_part(worked: DataFolder) -> None:
    with counted() as found:
        assert check_left_out(worked, _nothing) == ()
    asked = [one for one in found.statements if " FROM audit" in one and "max(" not in one]
    *parts, tail = asked
    assert len(parts) > ACTS / 2
    assert all(one.endswith("LIMIT 2") for one in parts)
    assert "WHERE seq > " in tail


@pytest.mark.whole
def test_acts_go_on_between_its_readings_and_are_no_findings(worked: DataFolder, final: Sample) -> None:
    written = 0

    def told(_done: int, _total: int) -> None:
        nonlocal written
        written += 1
        _act(worked, final.person, f"meanwhile {written}")

    assert check_left_out(worked, told) == ()
    assert written > ACTS / 2
    assert check_everything(worked, told).records == ()


def test_an_entry_that_a_foreign_hand_appends_meanwhile_is_found(worked: DataFolder, foreign: Run) -> None:
    done = False

    def told(_done: int, _total: int) -> None:
        nonlocal done
        if not done:
            done = True
            foreign(
                "INSERT INTO audit SELECT NULL, 'new', at, actor, act, subject, subject_id, subject_uid, facts"
                " FROM audit LIMIT 1"
            )

    assert FindingKind.OUTSIDE_CHAIN in {one.kind for one in check_left_out(worked, told)}


def test_it_ends_where_it_is_given_up(worked: DataFolder, final: Sample) -> None:
    asked = 0

    def told(_done: int, _total: int) -> None:
        nonlocal asked
        asked += 1
        if asked == 3:
            raise Cancelled

    for check in (check_left_out, check_everything):
        asked = 0
        with pytest.raises(Cancelled):
            check(worked, told)
        assert asked == 3
        _act(worked, final.person)


def test_in_a_large_file_each_row_is_left_out_and_asked_then(
    worked: DataFolder, final: Sample, plant: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(f"UPDATE person SET name = 'x' WHERE id = {final.person}")
    wanted = (Finding(kind=FindingKind.ROW_DIFFERS, subject="person", id=final.person),)
    assert worked.check_at_start() == wanted
    monkeypatch.setattr(folder_module, "HASHED_AT_START", 0)
    assert worked.check_at_start() == ()
    assert check_left_out(worked, _nothing) == wanted


def test_what_search_is_asked_through_is_made_anew_where_it_is_not_what_the_records_say(
    worked: DataFolder, foreign: Run
) -> None:
    assert not check_everything(worked, _nothing).remade
    foreign("DELETE FROM search_text")
    found = check_everything(worked, _nothing)
    assert (found.records, found.remade) == ((), True)
    assert worked.check() == ()


def test_where_something_was_found_nothing_is_written_any_more(worked: DataFolder, final: Sample) -> None:
    told: list[bool] = []
    worked.on_found = lambda: told.append(worked.writable)
    found = Finding(kind=FindingKind.CHAIN_BROKEN, subject="chain_link", id=1)
    before = (worked.folder / "dabirkhaneh.db").read_bytes()
    worked.note_found((found, found))
    assert (worked.findings, told) == ((found,), [False])
    for write in (worked.open_write, worked.open_drafts, worked.open_whole):
        with pytest.raises(EnvironmentProblem, match="records_doubtful"), write():
            pass
    with worked.open_read() as work:
        assert work.people.get(final.person).name
    assert (worked.folder / "dabirkhaneh.db").read_bytes() == before


class _ToldBetween(list[Finding]):
    """Findings of one thread, while another tells of its own as soon as it may."""

    def __init__(self, own: Finding, other: Thread) -> None:
        super().__init__([own])
        self._other = other

    def __iter__(self) -> Iterator[Finding]:
        if self._other.ident is None:
            self._other.start()
            self._other.join(0.3)
        return super().__iter__()


def test_findings_of_two_threads_at_once_are_both_kept(worked: DataFolder) -> None:
    one, two = (Finding(kind=FindingKind.CHAIN_BROKEN, subject="chain_link", id=number) for number in (1, 2))
    other = Thread(target=worked.note_found, args=((two,),))
    worked.note_found(_ToldBetween(one, other))
    other.join()
    assert set(worked.findings) == {one, two}


def test_who_waits_for_another_to_write_writes_nothing_once_something_was_found(worked: DataFolder) -> None:
    def write() -> str:
        try:
            with worked.open_write():
                return "written"
        except EnvironmentProblem as problem:
            return problem.key

    with ThreadPoolExecutor(1) as pool:
        with worked.open_write():
            waiting = pool.submit(write)
            wait([waiting], 0.3)
            worked.note_found((Finding(kind=FindingKind.CHAIN_BROKEN, subject="chain_link", id=1),))
        assert waiting.result() == "records_doubtful"


# ---- what a start costs


def test_a_start_asks_as_much_whatever_was_done_before(worked: DataFolder, final: Sample) -> None:
    """Statements, and entries of the chain that are read: as many after a long history as after a short one."""
    short = _cost(worked)
    for number in range(3 * ACTS):
        _act(worked, final.person, f"later {number}")
    assert _cost(worked) == short
    assert 0 < short[1] <= verifying.AT_START


def _cost(data: DataFolder) -> tuple[int, int]:
    read: list[int] = []

    def reading(transaction: Transaction, after: int = 0) -> Generator[Keyed, None, None]:
        for one in stored_entries(transaction, after):
            read.append(one[0])
            yield one

    with pytest.MonkeyPatch.context() as patched, counted() as found:
        patched.setattr(verifying, "stored_entries", reading)
        assert data.check_at_start() == ()
    return len(found.statements), len(read)
