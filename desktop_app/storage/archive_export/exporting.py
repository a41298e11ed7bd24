"""Export of a whole office into one new folder, from one picture of the database; who works is not kept waiting.

The database is copied first, page by page as for a backup, and everything is read from the copy, which goes before the
folder gets its name. All of it is read again and held against its hashes before that.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from desktop_app import VERSION, disk, paths
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.progress import Progress, no_progress
from desktop_app.domain.read_models.archive_export import Exported, ExportWords
from desktop_app.storage.archive_export.classes import highest_class, is_sample
from desktop_app.storage.archive_export.drawn_papers import (
    DRAWING,
    PAPER_SIZE,
    DrawnPapers,
    OpenDrawing,
    most_drawn,
)
from desktop_app.storage.archive_export.kept_files import ExportedFiles, kept_size, write_kept_files
from desktop_app.storage.archive_export.page import PageData, digits, write_page, wrong_files
from desktop_app.storage.archive_export.page_cells import moment
from desktop_app.storage.archive_export.part_folder import part_folder, require_target
from desktop_app.storage.archive_export.refusals import FAILURES, refusal_of
from desktop_app.storage.archive_export.schema_notes import (
    TableNote,
    schema_json,
    schema_notes,
    schema_sql,
    schema_text,
)
from desktop_app.storage.archive_export.tables import write_table
from desktop_app.storage.archive_export.written_files import MANIFEST, SUMS, WrittenFiles
from desktop_app.storage.backup.contents import Contents
from desktop_app.storage.backup.database_copy import CopyDatabase, copied_and_verified
from desktop_app.storage.evidence.canonical import hash_of
from desktop_app.storage.file.connections import Role, connect
from desktop_app.storage.file.writable import LONGEST

FORMAT: Final = 1
_KB: Final = 1024
_STEP: Final = 64 * _KB
"""So many bytes are done between two tellings; whoever hears them may be the window."""
_SPARE: Final = 8 * 1024 * 1024
"""Bytes for page, font, schema and manifest, and for what a file system takes for itself."""
_TABLES_TO_DATABASE: Final = 4
"""So many times the room of the database is asked for: its copy, CSV, JSON and the page."""


@dataclass(frozen=True, slots=True)
class ExportOrder:
    """What is exported, where to, when, and in which words."""

    data: Path
    target: Path
    copy: CopyDatabase
    words: ExportWords
    instant: str
    drawing: OpenDrawing


def export_archive(order: ExportOrder, told: Progress = no_progress) -> Exported:
    """Export everything; ``told`` hears kilobytes. Raises ``EnvironmentProblem``, and then nothing is left there.

    Keys: ``archive_taken``, ``archive_inside``, ``archive_no_parent``, ``archive_root``, ``archive_too_deep``,
    ``archive_part_taken``, ``archive_in_use``, ``archive_no_room``, ``archive_full``, ``archive_unwritable``,
    ``archive_failed``, ``archive_unfounded``, ``database_damaged``, ``value_unreadable`` and what else the disk says.
    Files that are missing, altered or unreadable are told in the answer, on the page and in the manifest.
    """
    require_target(order.target, order.data, LONGEST)
    try:
        with part_folder(order.target, order.instant) as part:
            return _export(order, part, told)
    except FAILURES as error:
        raise refusal_of(error, order.target, order.data) from error


# ---- inside


def _export(order: ExportOrder, part: Path, told: Progress) -> Exported:
    size = paths.size_of(order.data / paths.DATABASE)
    drawn = most_drawn(order.data / paths.DATABASE)
    files = kept_size(order.data) + drawn * PAPER_SIZE
    _require_room(order.target, part, files + size * _TABLES_TO_DATABASE)
    steps = _Steps(told, size, 2 * files + drawn * DRAWING)
    database = part / paths.DATABASE
    held, _stored = copied_and_verified(order.copy, database, steps.pages)
    if not held.reached.committee:
        raise EnvironmentProblem("archive_unfounded")
    try:
        with closing(connect(database, Role.READER)) as source:
            exported = _write(order, part, source, held, steps)
    finally:
        # the copy has drafts in it, and everything else twice
        for one in part.glob(f"{paths.DATABASE}*"):
            disk.remove(one)
    told(1, 1)
    return exported


def _write(order: ExportOrder, part: Path, source: sqlite3.Connection, held: Contents, steps: _Steps) -> Exported:
    words, files = order.words, WrittenFiles(part, steps.more)
    notes = schema_notes(words)
    kept = write_kept_files(order.data, source, files, words)
    with order.drawing(part) as drawing:
        DrawnPapers(source, files, kept, words, steps.more).write(drawing)
    counts = {note.name: write_table(source, note, files) for note in notes}
    _write_schema(notes, words, files)
    guarded = highest_class(source)
    facts = _Facts(order, held, counts, kept, guarded)
    write_page(files, PageData(source, notes, words, kept), counts, _about(facts, source))
    files.text("README.txt", words.read_me(_read_me(facts)))
    files.prove(steps.more)
    files.text(MANIFEST, _manifest(facts, files))
    files.text(SUMS, files.sums())
    for name in (MANIFEST, SUMS):
        disk.sync_file(part / name)
    return Exported(order.target, len(counts), sum(counts.values()), kept.count, files.size, guarded, tuple(kept.wrong))


@dataclass(frozen=True, slots=True)
class _Facts:
    """What page, manifest and text tell of the export."""

    order: ExportOrder
    held: Contents
    counts: Mapping[str, int]
    kept: ExportedFiles
    guarded: str

    @property
    def class_word(self) -> str:
        """The word of the class; empty for the usual one."""
        return self.order.words.value("clause", "classification", self.guarded) if self.guarded else ""


def _write_schema(notes: Sequence[TableNote], words: ExportWords, files: WrittenFiles) -> None:
    files.text("schema/schema.json", schema_json(tuple(notes), words))
    files.text("schema/schema.md", schema_text(tuple(notes), words))
    files.text("schema/tables.sql", schema_sql(tuple(notes)))
    for one in sorted(paths.resource("schemas").glob("*.json")):
        files.write(f"schema/documents/{one.name}", (one.read_bytes(),))


def _about(facts: _Facts, source: sqlite3.Connection) -> dict[str, Any]:
    words, held = facts.order.words, facts.held
    about = (
        ("committee", held.committee_name),
        ("made", moment(facts.order.instant)),
        ("program", VERSION),
        ("schema_version", digits(held.schema)),
        ("chain", held.reached.chain_head),
    )
    return {
        "words": dict(words.page),
        "about": [[words.page[key], value] for key, value in about],
        "committee": held.committee_name,
        "made": moment(facts.order.instant),
        "class": facts.class_word,
        "usual_class": words.value("clause", "classification", "normal"),
        "sample": is_sample(source),
        "count_files": facts.kept.count,
        "wrong": wrong_files(facts.kept.wrong),
        "sections": [[key, title, list(tables)] for key, title, tables in words.sections],
        "left_out": [[name, one.persian, one.english] for name, one in words.left_out.items()],
    }


def _read_me(facts: _Facts) -> dict[str, str]:
    page = facts.order.words.page
    wrong = "\n".join(f"- {one.named} ({one.path}): {page[one.fault.value]}" for one in facts.kept.wrong)
    made = f"{page['made']} {moment(facts.order.instant)}"
    return {"committee": facts.held.committee_name, "made": made, "class": facts.class_word, "wrong": wrong}


def _manifest(facts: _Facts, files: WrittenFiles) -> str:
    """Everything but itself and the list of sums; its last field is a hash of the rest, as in a backup."""
    held = facts.held
    plain: dict[str, Any] = {
        "format": FORMAT,
        "kind": "archive_export",
        "made_at": facts.order.instant,
        "program": VERSION,
        "committee": held.reached.committee,
        "committee_name": held.committee_name,
        "schema": held.schema,
        "last_entry": held.reached.last_entry,
        "last_act": held.reached.last_act,
        "chain_head": held.reached.chain_head,
        "classification": facts.guarded or "normal",
        "counts": dict(facts.counts),
        "left_out": sorted(facts.order.words.left_out),
        "wrong_files": wrong_files(facts.kept.wrong),
        "files": {name: [one.sha256, one.size] for name, one in sorted(files.found.items())},
    }
    canonical = json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return json.dumps({**plain, "hash": hash_of(canonical)}, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _require_room(target: Path, part: Path, needed: int) -> None:
    with suppress(OSError):
        free = shutil.disk_usage(part).free
        if free < needed + _SPARE:
            raise EnvironmentProblem("archive_no_room", folder=str(target.parent), needed=needed + _SPARE, free=free)


class _Steps:
    """Progress in kilobytes: the copy of the database, then every byte written and read again, and what is drawn."""

    def __init__(self, told: Progress, database: int, rest: int) -> None:
        self._told, self._database = told, database
        self._done, self._last = database, -_STEP
        self._whole = database * (1 + 2 * _TABLES_TO_DATABASE) + rest

    def pages(self, done: int, total: int) -> None:
        """Of the database."""
        self._tell(self._database * done // max(total, 1))

    def more(self, count: int) -> None:
        """Bytes written, or read again."""
        self._done += count
        self._tell(self._done)

    def _tell(self, done: int) -> None:
        if done - self._last >= _STEP:
            self._last = done
            self._told(min(done, self._whole) // _KB, max(self._whole // _KB, 1))
