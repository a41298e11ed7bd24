"""Every row and every file of an office is in its export, readable by others, hashed, and nothing of it elsewhere."""

from __future__ import annotations

import csv
import errno
import hashlib
import io
import json
import os
import re
import shutil
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from desktop_app import disk, paths, rights
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.read_models.archive_export import FileFault
from desktop_app.services.office.settings import office_settings
from desktop_app.storage.archive_export import exporting
from desktop_app.storage.archive_export.csv_text import record
from desktop_app.storage.archive_export.drawn_papers import LETTERS, MINUTES
from desktop_app.storage.archive_export.office_export import export_office
from desktop_app.storage.archive_export.part_folder import UNFINISHED, WHOLE
from desktop_app.storage.file.copying import PART
from desktop_app.storage.file.lock import FolderLock
from desktop_app.storage.file.writable import LONGEST_OF_WINDOWS
from desktop_app.storage.schema.base import Record
from desktop_app.text.archive_export import column_meanings, table_meanings
from desktop_app.text.archive_export.page_words import PAGE
from desktop_app.text.shared.refusals import sentence
from desktop_app.wiring import export_words, kept_drawing, open_office, view_office
from desktop_app.workers import Cancelled
from tests.fault_injection.archive import make_archive
from tests.storage.archive_export.exports import (
    CLOCK,
    as_csv,
    csv_rows,
    everything,
    export,
    furnished,
    json_rows,
    same_rows,
    stored_rows,
    unmarked,
)
from tests.systems import not_on_windows

MARK = b"This archive export was broken off or is being made; what lies here is not whole.\n"
LEFT_OUT = {"alembic_version", "draft", "founding_draft", "search_text"}
"""What is no record: it is named in every export, with the reason."""


@pytest.fixture
def data(demo_data: Path, tmp_path: Path) -> Path:
    """The demo, with a paper and a font."""
    return furnished(demo_data, tmp_path / "دفتر ما")


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """A name with a blank and a percent sign that nothing bears yet."""
    return tmp_path / "بایگانی ۱۰۰% ما"


def execute(data: Path, sql: str, *values: object) -> None:
    with closing(sqlite3.connect(data / paths.DATABASE)) as connection:
        connection.execute(sql, values)
        connection.commit()


# ---- whole


def test_every_row_of_the_demo_is_there_in_both_forms(data: Path, target: Path) -> None:
    made = export(data, target)
    stored = stored_rows(data)
    assert {one.stem for one in (target / "tables" / "csv").iterdir()} == stored.keys() - LEFT_OUT
    assert {one.stem for one in (target / "tables" / "json").iterdir()} == stored.keys() - LEFT_OUT
    for name in stored.keys() - LEFT_OUT:
        assert same_rows(json_rows(target / f"tables/json/{name}.json"), stored[name]), name
        assert same_rows(csv_rows(target / f"tables/csv/{name}.csv"), [as_csv(row) for row in stored[name]]), name
    assert made.rows == sum(len(rows) for name, rows in stored.items() if name not in LEFT_OUT) > 2000
    assert made.tables == len(stored) - len(LEFT_OUT)
    manifest = json.loads((target / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["counts"] == {name: len(rows) for name, rows in stored.items() if name not in LEFT_OUT}
    assert set(manifest["left_out"]) == LEFT_OUT


def test_tables_of_which_none_is_empty_come_back_equal(empty_folder: Path, tmp_path: Path, target: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    make_archive(empty_folder / paths.DATABASE, data)
    hard = 'ب"گ،\r\nسطر دوم,;=۱\u2028\u200c\u202e \t'
    for text in ("=1+1", "'=x", "-", hard):
        execute(
            data, "INSERT INTO person (uid, name, post, name_key, phone) VALUES (?, ?, ?, '', '')", text, text, hard
        )
    picture = b"\x89PNG\r\n\x1a\n\x00\xff"
    execute(
        data, "INSERT INTO picture (uid, sha256, width, height, content) VALUES ('p', ?, 1, 1, ?)", "a" * 64, picture
    )
    export(data, target)
    stored = stored_rows(data)
    for name in stored.keys() - LEFT_OUT:
        assert same_rows(json_rows(target / f"tables/json/{name}.json"), stored[name]), name
        assert same_rows(csv_rows(target / f"tables/csv/{name}.csv"), [as_csv(row) for row in stored[name]]), name
    assert (target / f"pictures/{'a' * 64}.png").read_bytes() == picture


def test_no_spreadsheet_takes_a_text_for_a_formula_and_null_is_no_empty_text() -> None:
    assert record((None, "", 7, "=1", "+2", "-3", "@x", "'", "ا,ب", 'ج"د', "ه\nو", b"ab")) == (
        ',"",7,"\'=1","\'+2","\'-3","\'@x","\'\'","ا,ب","ج""د","ه\nو","YWI="\r\n'
    )


@pytest.mark.parametrize("between", [";", "؛", "\t", "\n", "\r\n"])
def test_no_part_of_a_text_becomes_a_formula_where_a_text_is_split(between: str) -> None:
    """A spreadsheet whose list separator is no comma knows no quotes amid a line: ``1,"a;=1"`` are two cells to it."""
    texts = [
        f"متن{between}=1+1",
        f'متن{between}"=1+1{between}""+2',
        f"=1{between}{between}-2{between}'3",
        f"{between}@x",
        f"نه = اینجا{between} - نه اینجا",
    ]
    line = record(texts)
    cells = re.split(f"[,{between}]", line.replace('"', ""))
    assert not [one for one in cells if one.startswith(("=", "+", "-", "@"))]
    (read,) = csv.reader(io.StringIO(line, newline=""), strict=True)
    assert [unmarked(one) for one in read] == texts
    assert f"نه = اینجا{between} - نه اینجا" in line, "what is no formula stays as it is"


def test_every_file_is_there_once_and_is_what_the_database_says(data: Path, target: Path) -> None:
    made = export(data, target)
    stored = stored_rows(data)
    for row in stored["file"]:
        (found,) = (target / paths.FILES / row["sha256"][:2]).glob(f"{row['sha256']}.*")
        content = found.read_bytes()
        assert (hashlib.sha256(content).hexdigest(), len(content)) == (row["sha256"], row["size"])
    assert len(list((target / paths.FILES).glob("*/*"))) == len(stored["file"]) > 0
    for folder in (paths.PAPERS, paths.FONTS):
        assert everything(target / folder) == everything(data / folder) != {}
    drawn = len(everything(target / LETTERS)) + len(everything(target / MINUTES))
    assert made.files == len(stored["file"]) + len(stored["picture"]) + drawn + 2
    assert made.wrong == ()


def test_the_manifest_and_the_sums_list_everything_with_its_hash(data: Path, target: Path) -> None:
    made = export(data, target)
    found = everything(target)
    manifest = json.loads(found["manifest.json"])
    listed = {name: tuple(told) for name, told in manifest["files"].items()}
    hashes = {name: hashlib.sha256(content).hexdigest() for name, content in found.items()}
    own = {"manifest.json", "SHA256SUMS"}
    assert listed == {name: (hashes[name], len(content)) for name, content in found.items() if name not in own}
    sums = [tuple(line.split("  ", 1)) for line in found["SHA256SUMS"].decode("utf-8").splitlines()]
    assert sums == [(hashes[name], name) for name in sorted(hashes) if name != "SHA256SUMS"]
    rest = {name: told for name, told in manifest.items() if name != "hash"}
    canonical = json.dumps(rest, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert manifest["hash"] == hashlib.sha256(canonical.encode()).hexdigest()
    assert made.size == sum(map(len, found.values()))
    assert (manifest["kind"], manifest["committee"]) == ("archive_export", stored_rows(data)["committee"][0]["uid"])


def test_the_schema_tells_of_every_column_what_it_means_in_both_languages(data: Path, target: Path) -> None:
    export(data, target)
    told = json.loads((target / "schema/schema.json").read_text(encoding="utf-8"))
    with closing(sqlite3.connect(data / paths.DATABASE)) as connection:
        for name in stored_rows(data).keys() - LEFT_OUT:
            columns = [row[1] for row in connection.execute(f'PRAGMA table_info("{name}")')]
            table = told["tables"][name]
            assert list(table["columns"]) == columns
            assert all(table[key] for key in ("fa", "en", "title"))
            assert all(one["fa"] and one["en"] and one["kind"] for one in table["columns"].values())
            refers = {row[3]: row[2] for row in connection.execute(f'PRAGMA foreign_key_list("{name}")')}
            assert refers.items() <= {key: one.get("refers_to") for key, one in table["columns"].items()}.items()
    assert set(told["left_out"]) == LEFT_OUT
    written = (target / "schema/schema.md").read_text(encoding="utf-8")
    assert all(f"`{column}`" in written for table in told["tables"].values() for column in table["columns"])
    with closing(sqlite3.connect(":memory:")) as empty:
        empty.executescript((target / "schema/tables.sql").read_text(encoding="utf-8"))
        assert {row[0] for row in empty.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")} >= set(
            told["tables"]
        )


def test_every_word_of_a_closed_list_is_said_in_persian(data: Path, target: Path) -> None:
    export(data, target)
    told = json.loads((target / "schema/schema.json").read_text(encoding="utf-8"))
    unsaid = [
        f"{table}.{column}: {value}"
        for table, about in told["tables"].items()
        for column, one in about["columns"].items()
        for value, word in one.get("words", {}).items()
        if value == word
    ]
    assert unsaid == []


# ---- what is not as the records know it


def test_a_missing_file_and_an_altered_one_are_told_and_stop_nothing(data: Path, target: Path) -> None:
    first, second, *_ = sorted((data / paths.FILES).glob("*/*"))
    first.unlink()
    second.write_bytes(b"something else")
    version = stored_rows(data)["minutes_version"][0]["id"]
    printed = "INSERT INTO printing (uid, minutes_version_id, at, copies, path, sha256) VALUES (?, ?, ?, 1, ?, ?)"
    execute(data, printed, "u1", version, CLOCK.instant(), "نیست.pdf", "b" * 64)
    made = export(data, target)
    faults = {one.path.split("/")[-1].split(".")[0]: one.fault for one in made.wrong}
    assert faults == {first.name: FileFault.MISSING, second.name: FileFault.ALTERED, "نیست": FileFault.MISSING}
    assert all(one.named for one in made.wrong)
    (altered,) = (target / paths.FILES).rglob(f"{second.name}.*")
    assert altered.read_bytes() == b"something else"
    manifest = json.loads((target / "manifest.json").read_text(encoding="utf-8"))
    assert [one["fault"] for one in manifest["wrong_files"]] == [one.fault.value for one in made.wrong]
    assert all(one.named in (target / "README.txt").read_text(encoding="utf-8") for one in made.wrong)


def read_error(monkeypatch: pytest.MonkeyPatch, *broken: Path, opens: bool = False) -> None:
    """These files are there and the disk does not give them, or not all of them."""
    opened = Path.open

    def refuse(path: Path, mode: str = "r", *rest: object, **named: object) -> object:
        if path in broken and mode == "rb":
            if not opens:
                raise OSError(errno.EIO, "Input/output error", str(path))
            return TornFile(path)
        return opened(path, mode, *rest, **named)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse)


class TornFile(io.FileIO):
    """A file whose second part is on a spot of the disk that cannot be read."""

    def read(self, size: int | None = -1, /) -> bytes:
        if self.tell():
            raise OSError(errno.EIO, "Input/output error")
        return super().read(10)


@pytest.mark.parametrize("opens", [False, True])
def test_a_file_that_cannot_be_read_is_told_with_its_record_and_stops_nothing(
    data: Path, target: Path, monkeypatch: pytest.MonkeyPatch, *, opens: bool
) -> None:
    row = stored_rows(data)["file"][0]
    links = [one for one in stored_rows(data)["file_link"] if one["file_id"] == row["id"]]
    paper = next((data / paths.PAPERS).iterdir())
    read_error(monkeypatch, data / paths.FILES / row["sha256"][:2] / row["sha256"], paper, opens=opens)
    made = export(data, target)
    assert {one.path.split("/")[-1].split(".")[0]: one.fault for one in made.wrong} == {
        row["sha256"]: FileFault.UNREADABLE,
        paper.stem: FileFault.UNREADABLE,
    }
    named = next(one.named for one in made.wrong if row["sha256"] in one.path)
    assert all(f"{one['name']} (" in named for one in links)
    assert not list((target / paths.FILES).rglob(f"{row['sha256']}.*"))
    assert not (target / paths.PAPERS / paper.name).exists()
    assert PAGE["unreadable"] in (target / "README.txt").read_text(encoding="utf-8")
    assert made.files == len(list(_kept(target)))


def _kept(target: Path) -> Iterator[Path]:
    for folder in (paths.PAPERS, paths.FILES, paths.FONTS, LETTERS, MINUTES, "pictures"):
        yield from (one for one in (target / folder).rglob("*") if one.is_file())


def test_a_printed_paper_that_cannot_be_read_is_told_with_its_minutes(
    data: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    version = stored_rows(data)["minutes_version"][0]["id"]
    paper = next((data / paths.PAPERS).iterdir())
    printed = "INSERT INTO printing (uid, minutes_version_id, at, copies, path, sha256) VALUES (?, ?, ?, 1, ?, ?)"
    execute(data, printed, "u1", version, CLOCK.instant(), paper.name, "b" * 64)
    read_error(monkeypatch, paper)
    (wrong,) = export(data, target).wrong
    assert (wrong.fault, wrong.named.startswith(f"{paper.name} (")) == (FileFault.UNREADABLE, True)


def test_a_target_that_cannot_be_written_is_no_missing_file(
    data: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make = rights.make_file

    def too_long(file: Path) -> None:
        if paths.FILES in file.parts:
            raise FileNotFoundError(errno.ENOENT, "The system cannot find the path specified", str(file))
        make(file)

    monkeypatch.setattr(rights, "make_file", too_long)
    assert refused(lambda: export(data, target)).key == "archive_failed"
    assert not target.exists()


def test_a_place_that_may_not_be_written_is_told_as_that(
    data: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make = Path.mkdir

    def refuse(path: Path, *rest: Any, **named: Any) -> None:
        if path.is_relative_to(target.parent) and PART in path.name:
            raise OSError(errno.EROFS, "Read-only file system", str(path))
        make(path, *rest, **named)

    monkeypatch.setattr(Path, "mkdir", refuse)
    problem = refused(lambda: export(data, target))
    assert problem.key == "archive_unwritable"
    assert "Read-only" not in sentence(problem)


def test_a_target_that_windows_finds_too_long_is_told_before_anything_is_written(
    data: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exporting, "LONGEST", len(str(target)) + len(f"{PART}/{WHOLE}") - 1)
    problem = refused(lambda: export(data, target))
    assert (problem.key, problem.facts["longest"]) == ("archive_too_deep", len(str(target)) - 1)
    assert [one.name for one in target.parent.iterdir()] == [data.name]
    monkeypatch.setattr(exporting, "LONGEST", len(str(target)) + len(f"{PART}/{WHOLE}"))
    longest = max(len(name) for name in everything(export(data, target).folder))
    assert LONGEST_OF_WINDOWS + 1 + longest < 260


def test_every_folder_is_durable_by_its_name(data: Path, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    acts: list[tuple[str, Path]] = []
    make, sync = rights.make_new_folder, disk.sync_folder

    def made(folder: Path) -> None:
        make(folder)
        acts.append(("made", folder))

    def synced(folder: Path) -> None:
        acts.append(("synced", folder))
        sync(folder)

    monkeypatch.setattr(rights, "make_new_folder", made)
    monkeypatch.setattr(disk, "sync_folder", synced)
    export(data, target)
    kept = [
        (at, folder) for at, (act, folder) in enumerate(acts) if act == "made" and target.name + PART in folder.parts
    ]
    assert len(kept) > 10
    assert [folder for at, folder in kept if ("synced", folder.parent) not in acts[at:]] == []


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ("", ""),
        ("UPDATE file_link SET classification = 'confidential' WHERE id = 1", "confidential"),
        ("UPDATE sent_invitation SET document = replace(document, '\"normal\"', '\"secret\"') WHERE id = 1", "secret"),
    ],
)
def test_the_highest_class_of_all_that_is_in_it_is_told(data: Path, target: Path, sql: str, expected: str) -> None:
    if sql:
        for trigger in ("guard_sent_invitation_update", "guard_file_link_identity"):
            execute(data, f"DROP TRIGGER {trigger}")
        execute(data, sql)
    made = export(data, target)
    assert made.classification == expected
    manifest = json.loads((target / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["classification"] == (expected or "normal")
    word = {"": None, "confidential": "محرمانه", "secret": "خیلی محرمانه"}[expected]
    read_me = (target / "README.txt").read_text(encoding="utf-8")
    assert ("طبقه‌بندی:" in read_me) == bool(word)
    assert word is None or f"طبقه‌بندی: {word}." in read_me


# ---- beside a window


def test_it_is_one_picture_while_others_write(data: Path, target: Path) -> None:
    """Acts recorded while it runs are in it or not, each as a whole, and none of them waits for it."""
    office = open_office(data, CLOCK)
    context = office.context
    stop, recorded = threading.Event(), []

    def work_on() -> None:
        while not stop.is_set():
            with context.write() as work:
                work.put_settings(office_settings(context))
                work.audit("settings", "office_setting", 1)
                work.commit()
            recorded.append(1)

    begun = len(stored_rows(data)["audit"])
    writing = threading.Thread(target=work_on)
    writing.start()
    try:
        export_office(office.folder, CLOCK, export_words(), kept_drawing(office.folder.folder, CLOCK), target)
    finally:
        stop.set()
        writing.join()
        office.close()
    audit = json_rows(target / "tables/json/audit.json")
    links = json_rows(target / "tables/json/chain_link.json")
    assert len(recorded) > 5, "the window went on"
    assert begun <= len(audit) <= begun + len(recorded)
    assert links[-1]["last_entry"] == max(row["seq"] for row in audit)
    manifest = json.loads((target / "manifest.json").read_text(encoding="utf-8"))
    assert (manifest["chain_head"], manifest["last_entry"]) == (links[-1]["hash"], len(audit))


def test_a_folder_that_is_only_read_is_exported(data: Path, target: Path) -> None:
    before = everything(data)
    office = view_office(data, CLOCK)
    made = export_office(office.folder, CLOCK, export_words(), kept_drawing(office.folder.folder, CLOCK), target)
    office.close()
    assert made.rows > 2000
    assert everything(data) == before


# ---- where it may not, and what is left


def refused(act: Callable[[], object]) -> EnvironmentProblem:
    with pytest.raises(EnvironmentProblem) as caught:
        act()
    return caught.value


def test_a_folder_in_which_something_lies_is_left_alone(data: Path, target: Path) -> None:
    target.mkdir()
    (target / "letter.txt").write_text("mine", encoding="utf-8")
    assert refused(lambda: export(data, target)).key == "archive_taken"
    assert everything(target) == {"letter.txt": b"mine"}
    assert [one.name for one in target.parent.iterdir() if one.name.endswith(PART)] == []


def test_an_empty_folder_is_taken_and_closed(data: Path, target: Path) -> None:
    target.mkdir()
    export(data, target)
    assert (target / "index.html").is_file()


@pytest.mark.parametrize("place", ["", "بایگانی", "papers/x", ".."])
def test_the_data_folder_is_no_place_for_it(data: Path, place: str) -> None:
    target = (data / place).resolve()
    before = everything(data)
    problem = refused(lambda: export(data, target))
    assert problem.key in ("archive_inside", "archive_taken")
    assert everything(data) == before


def test_a_place_that_is_not_there_and_a_root_are_refused(data: Path, tmp_path: Path) -> None:
    assert refused(lambda: export(data, tmp_path / "not there" / "x")).key == "archive_no_parent"
    assert refused(lambda: export(data, Path(tmp_path.anchor))).key == "archive_root"


def test_a_file_of_that_name_is_refused(data: Path, target: Path) -> None:
    target.write_bytes(b"mine")
    assert refused(lambda: export(data, target)).key == "archive_taken"
    assert target.read_bytes() == b"mine"


def test_a_part_folder_of_somebody_else_is_left_alone(data: Path, target: Path) -> None:
    part = target.with_name(target.name + PART)
    part.mkdir()
    (part / "mine.txt").write_bytes(b"mine")
    assert refused(lambda: export(data, target)).key == "archive_part_taken"
    assert everything(part) == {"mine.txt": b"mine"}


def test_two_at_a_time_do_not_meet(data: Path, target: Path) -> None:
    part = target.with_name(target.name + PART)
    part.mkdir()
    lock = FolderLock(part)
    lock.take(CLOCK.instant())
    try:
        assert refused(lambda: export(data, target)).key == "archive_in_use"
    finally:
        lock.release()
    assert export(data, target).rows > 2000, "free again, what was left is begun anew"


@pytest.mark.parametrize("mark", [MARK, MARK.replace(b"\n", b"\r\n")], ids=["now", "before"])
def test_what_a_kill_left_is_begun_anew(data: Path, target: Path, mark: bytes) -> None:
    """Also of the version that let Windows end the line."""
    part = target.with_name(target.name + PART)
    (part / WHOLE / "tables").mkdir(parents=True)
    (part / UNFINISHED).write_bytes(mark)
    (part / WHOLE / "tables" / "stale.csv").write_bytes(b"stale")
    export(data, target)
    assert not (target / "tables" / "stale.csv").exists()
    assert not (target / UNFINISHED).exists()
    assert not part.exists()


def test_a_finished_export_is_never_taken_for_one_that_was_killed(data: Path, target: Path) -> None:
    part = target.with_name(target.name + PART)
    export(data, part)
    before = everything(part)
    assert refused(lambda: export(data, target)).key == "archive_part_taken"
    assert everything(part) == before
    assert not target.exists()


@pytest.mark.parametrize(
    "left",
    [
        {UNFINISHED: b""},
        {UNFINISHED: b"my own notes"},
        {UNFINISHED: MARK + b"and more"},
        {"manifest.json": b"{}", "SHA256SUMS": b""},
    ],
)
def test_a_folder_without_our_mark_is_left_alone(data: Path, target: Path, left: dict[str, bytes]) -> None:
    part = target.with_name(target.name + PART)
    part.mkdir()
    for name, content in {"mine.txt": b"mine", **left}.items():
        (part / name).write_bytes(content)
    before = everything(part)
    assert refused(lambda: export(data, target)).key == "archive_part_taken"
    assert everything(part) == before


@pytest.mark.parametrize("written", [None, 0, 20, len(MARK)])
def test_a_kill_before_the_mark_is_whole_stands_in_nobody_s_way(data: Path, target: Path, written: int | None) -> None:
    part = target.with_name(target.name + PART)
    part.mkdir()
    if written is not None:
        (part / UNFINISHED).write_bytes(MARK[:written])
    export(data, target)
    assert not part.exists()


def test_a_kill_after_the_folder_got_its_name_leaves_it_whole(
    data: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Step by step on the disk: whatever bears the name is whole, and what was left is known as ours."""
    part = target.with_name(target.name + PART)
    stops: list[tuple[bool, bool, bool]] = []
    for act in ("replace", "remove", "remove_tree", "sync_folder"):
        monkeypatch.setattr(disk, act, partial(_watched, stops, target, part, getattr(disk, act)))
    export(data, target)
    assert (True, True, True) in stops
    assert not [one for one in stops if one[0] and not one[1]]
    assert not part.exists()


def _watched(
    stops: list[tuple[bool, bool, bool]], target: Path, part: Path, act: Callable[..., None], *asked: Path
) -> None:
    """After each act: whether the folder bears its name, is then without a mark and whole, and the part is marked."""
    act(*asked)
    if part.exists() or target.exists():
        whole = (target / "SHA256SUMS").exists() and not (target / UNFINISHED).exists()
        stops.append((target.exists(), whole, (part / UNFINISHED).exists()))


@pytest.mark.parametrize("share", [0, 20, 60, 95])
def test_given_up_half_way_nothing_is_left(data: Path, target: Path, share: int) -> None:
    def give_up(done: int, total: int) -> None:
        if 100 * done >= share * total:
            raise Cancelled

    with pytest.raises(Cancelled):
        export(data, target, give_up)
    assert [one.name for one in target.parent.iterdir()] == [data.name]


def test_progress_only_grows_to_the_end(data: Path, target: Path) -> None:
    told: list[tuple[int, int]] = []
    export(data, target, lambda done, total: told.append((done, total)))
    shares = [done / total for done, total in told]
    assert shares[-1] == 1
    assert shares == sorted(shares)


def test_no_room_is_told_before_anything_is_written(data: Path, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = shutil.disk_usage(data)
    monkeypatch.setattr(shutil, "disk_usage", lambda _place: usage._replace(free=1000))
    problem = refused(lambda: export(data, target))
    assert (problem.key, problem.facts["free"]) == ("archive_no_room", 1000)
    assert not target.with_name(target.name + PART).exists()


def test_a_disk_that_gets_full_leaves_nothing(data: Path, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_asked: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(disk, "sync_file", full)
    assert refused(lambda: export(data, target)).key == "archive_full"
    assert [one.name for one in target.parent.iterdir()] == [data.name]


def test_a_disk_that_gives_back_otherwise_is_noticed(data: Path, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def flip(file: Path) -> None:
        if file.name == "clause.csv":
            content = bytearray(file.read_bytes())
            content[len(content) // 2] ^= 1
            file.write_bytes(content)

    monkeypatch.setattr(disk, "sync_file", flip)
    assert refused(lambda: export(data, target)).key == "archive_failed"
    assert not target.exists()


def test_a_text_that_is_none_is_refused_without_its_words(data: Path, target: Path) -> None:
    execute(data, "UPDATE person SET post = CAST(x'D8FF' AS TEXT) WHERE id = 1")
    problem = refused(lambda: export(data, target))
    assert (problem.key, problem.facts) == ("value_unreadable", {"code": "person"})
    assert [one.name for one in target.parent.iterdir()] == [data.name]


def test_an_office_that_is_not_founded_has_nothing_to_export(empty_folder: Path, target: Path) -> None:
    assert refused(lambda: export(empty_folder, target)).key == "archive_unfounded"
    assert not target.with_name(target.name + PART).exists()


@not_on_windows("it has no modes")
def test_nobody_else_may_read_any_of_it(data: Path, target: Path) -> None:
    before = os.umask(0)
    try:
        export(data, target)
    finally:
        os.umask(before)
    modes = {one.stat().st_mode & 0o777 for one in target.rglob("*") if one.is_dir()} | {target.stat().st_mode & 0o777}
    assert modes == {0o700}
    assert {one.stat().st_mode & 0o777 for one in target.rglob("*") if one.is_file()} == {0o600}


def test_the_copy_of_the_database_goes(data: Path, target: Path) -> None:
    """It holds typed drafts, and everything a second time."""
    export(data, target)
    assert [name for name in everything(target) if paths.DATABASE in name or "lock" in name] == []


def test_no_meaning_is_told_of_what_is_not_there(data: Path) -> None:
    stored = {name: set(rows[0]) for name, rows in stored_rows(data).items() if rows}
    columns = {(table.name, column.name) for table in Record.metadata.tables.values() for column in table.columns}
    assert stored.keys() <= {table for table, _ in columns} | LEFT_OUT
    assert set(column_meanings.BY_NAME) <= {column for _, column in columns}
    assert set(column_meanings.BY_TABLE) <= columns
    assert table_meanings.TABLES.keys() | LEFT_OUT == {table for table, _ in columns} | LEFT_OUT
    assert table_meanings.LEFT_OUT.keys() == LEFT_OUT


def test_whoever_waits_is_told_seldom_however_much_there_is(data: Path, target: Path) -> None:
    told: list[int] = []
    made = export(data, target, lambda done, _total: told.append(done))
    assert len(told) < 3 * made.size / (64 * 1024)
