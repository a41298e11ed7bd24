"""Archive export: writes a whole office into one new folder that can be read without the program.

The database is copied first, as for a backup, and all else is read from that copy: an act that is recorded meanwhile is
in the whole export or in none of it. All is written into ``NAME.….part``, which is renamed to ``NAME`` when it is
whole. The class of an export is the highest of all that is in it, in columns and in the papers that were kept as
documents.
"""

from __future__ import annotations

import errno
import json
import secrets
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from desktop_app import VERSION
from desktop_app.domain.calendar.clock import Clock
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.papers import Classification, class_above_usual
from desktop_app.domain.progress import Progress, no_progress
from desktop_app.domain.read_models.backups import Exported, ExportWords
from desktop_app.domain.text.json_text import read_json
from desktop_app.storage.archive_export.index_page import PageFacts, csv_name, index_page
from desktop_app.storage.archive_export.papers import COUNTED, ExportedPapers, OpenDrawing
from desktop_app.storage.archive_export.written_files import ExportFiles
from desktop_app.storage.backup.database_copy import (
    CopyDatabase,
    copier_by_new_connection,
    copier_of_open_database,
    copy_and_verify,
    damage_of,
)
from desktop_app.storage.file.copying import PART, CopyDiffers
from desktop_app.storage.file.folder import DataFolder
from desktop_app.storage.file.writable import LONGEST
from desktop_app.storage.sqlite.connections import Role, connect
from desktop_app.storage.sqlite.faults import code_of
from desktop_app.system import disk, paths, rights

_COLUMNS: Final = ("minutes_version", "clause", "file_link", "incoming_paper", "outgoing_paper")
_DOCUMENTS: Final = (("minutes_version", "snapshot"), ("sent_invitation", "document"), ("outgoing_paper", "document"))
_CLASS: Final = "classification"


def highest_class(source: sqlite3.Connection) -> str:
    """Return the highest classification in the office; an empty text for the usual one."""
    found = {row[0] or "" for table in _COLUMNS for row in source.execute(f"SELECT DISTINCT {_CLASS} FROM {table}")}
    for table, column in _DOCUMENTS:
        for (stored,) in source.execute(f"SELECT {column} FROM {table} WHERE {column} <> ''"):
            with suppress(ValueError):
                found.update(_classes(read_json(stored)))
    return class_above_usual(*sorted(found & {one.value for one in Classification}))


def _classes(document: Any) -> Iterator[str]:  # noqa: ANN401 - whatever JSON holds
    if isinstance(document, dict):
        for name, value in document.items():
            if name == _CLASS and isinstance(value, str):
                yield value
            else:
                yield from _classes(value)
    elif isinstance(document, list):
        for one in document:
            yield from _classes(one)


FAILURES: Final = (OSError, sqlite3.Error, CopyDiffers)
"""What making an export may raise, besides a refusal."""
_FORBIDDEN: Final = (errno.EACCES, errno.EPERM, errno.EROFS)


def require_target(target: Path, data: Path, longest: int | None) -> None:
    """Raise ``EnvironmentProblem`` unless a new folder can be made there.

    ``longest`` counts letters of a folder below which all of ours fits. Keys: ``archive_taken``, ``archive_inside``,
    ``archive_no_parent``, ``archive_too_deep``.
    """
    folder = str(target)
    if paths.exists(target):
        raise EnvironmentProblem("archive_taken", folder=folder)
    if paths.resolved(target).is_relative_to(paths.resolved(data)):
        raise EnvironmentProblem("archive_inside", folder=folder)
    if not paths.is_folder(target.parent):
        raise EnvironmentProblem("archive_no_parent", folder=str(target.parent))
    most = None if longest is None else longest - len(_temporary_name(target).name) + len(target.name)
    if most is not None and len(folder) > most:
        raise EnvironmentProblem("archive_too_deep", folder=folder, longest=most)


@contextmanager
def temporary_folder(target: Path) -> Iterator[Path]:
    """Yield a temporary folder to write into; rename it to ``target`` at the end, or remove it after an error.

    Raises ``OSError`` as it comes. What is in it must be durable by then, but for the names in its folders.
    """
    part = _temporary_name(target)
    rights.make_new_folder(part)
    with ExitStack() as undo:
        undo.callback(disk.drop_tree, part)
        yield part
        for folder in (*filter(paths.is_folder, part.iterdir()), part):
            disk.sync_folder(folder)
        disk.replace(part, target)
        undo.pop_all()
    disk.sync_folder(target.parent)
    # Windows makes the new name durable with any file in it
    disk.sync_name(target / paths.MANIFEST)


def refusal_of(error: Exception, target: Path, data: Path) -> EnvironmentProblem:
    """Return the refusal for an error of an export: a full disk, a damaged database, and so on."""
    place = target.parent
    folder, why = str(place), getattr(error, "strerror", "") or str(error)
    if isinstance(error, OSError):
        if disk.is_full(error):
            return EnvironmentProblem("archive_full", folder=folder)
        if not paths.is_folder(place):
            return EnvironmentProblem("archive_no_parent", folder=folder)
        if error.errno in _FORBIDDEN:
            # a file of the office that may not be read is in the list of what is wrong
            return EnvironmentProblem("archive_unwritable", folder=folder)
    else:
        why = code_of(error) if isinstance(error, sqlite3.Error) else why
        if why.startswith("SQLITE_FULL"):
            return EnvironmentProblem("archive_full", folder=folder)
        damage = damage_of(data / paths.DATABASE)
        if damage:
            return EnvironmentProblem("database_damaged", code=damage)
    return EnvironmentProblem("archive_failed", folder=folder, why=why or type(error).__name__)


# ---- inside


def _temporary_name(target: Path) -> Path:
    """Return a new temporary name for each export, so that the rest of a killed export does no harm."""
    return target.with_name(f"{target.name}.{secrets.token_hex(2)}{PART}")


FORMAT: Final = 1
SUMS: Final = "SHA256SUMS"
_WHOLE: Final = 1000
_COPY: Final = 100
"""Of :data:`_WHOLE`, the share of the copy of the database; the steps have the rest."""


@dataclass(frozen=True, slots=True)
class ExportOrder:
    """What is exported, to which folder, when, and with which texts."""

    data: Path
    target: Path
    copy: CopyDatabase
    words: ExportWords
    instant: str
    drawing: OpenDrawing


def export_archive(order: ExportOrder, progress: Progress = no_progress) -> Exported:
    """Export everything into a new folder; the result lists files that are missing, altered or unreadable.

    Raises ``EnvironmentProblem``, and then nothing is left there: ``archive_taken``, ``archive_inside``,
    ``archive_no_parent``, ``archive_too_deep``, ``archive_full``, ``archive_unwritable``, ``archive_failed``,
    ``archive_unfounded``, ``backup_office_busy``, ``database_damaged`` and what else the disk says.
    """
    require_target(order.target, order.data, LONGEST)
    try:
        with temporary_folder(order.target) as part:
            return _export(order, part, _ExportProgress(progress))
    except FAILURES as error:
        raise refusal_of(error, order.target, order.data) from error


def export_office(
    data: DataFolder,
    clock: Clock,
    words: ExportWords,
    drawing: OpenDrawing,
    target: Path,
    progress: Progress = no_progress,
) -> Exported:
    """Export an open office, through its own connection if it is writable; raises as :func:`export_archive`."""
    database = data.folder / paths.DATABASE
    copy = (
        copier_of_open_database(data.live_connection(), database)
        if data.writable
        else copier_by_new_connection(database)
    )
    return export_archive(ExportOrder(data.folder, target, copy, words, clock.instant(), drawing), progress)


# ---- inside


def _export(order: ExportOrder, part: Path, steps: _ExportProgress) -> Exported:
    held, stored = copy_and_verify(order.copy, part / paths.DATABASE, steps.pages)
    if not held.reached.committee:
        raise EnvironmentProblem("archive_unfounded")
    files, words = ExportFiles(part, steps.more), order.words
    files.found[paths.DATABASE] = stored
    with closing(connect(part / paths.DATABASE, Role.READER)) as source:
        # a text that is no UTF-8 is one damaged cell, and no reason to leave out the office
        source.text_factory = lambda raw: raw.decode("utf-8", "replace")
        counts = _row_counts(source, words.tables)
        steps.expect(len(counts) + sum(counts.get(name, 0) for name in COUNTED))
        papers = ExportedPapers(order.data, source, files, words, steps.one)
        with order.drawing(part) as drawing:
            papers.write(drawing)
        count = len(files.found) - 1
        columns = list(_write_tables(source, counts, files, words, steps))
        files.table("columns.csv", [("table", "title", "column", "meaning"), *columns])
        files.text("schema.sql", _schema(source))
        facts = PageFacts(order.instant, held, highest_class(source), counts)
        files.text("index.html", index_page(source, papers, words, facts))
    files.text(paths.MANIFEST, _manifest(facts, papers, files))
    files.text(SUMS, "".join(f"{one.sha256}  {name}\n" for name, one in sorted(files.found.items())))
    steps.end()
    return Exported(
        folder=order.target,
        tables=len(counts),
        rows=sum(counts.values()),
        files=count,
        size=sum(one.size for one in files.found.values()),
        classification=facts.guarded,
        wrong=tuple(papers.wrong),
    )


def _row_counts(source: sqlite3.Connection, tables: Iterable[str]) -> dict[str, int]:
    """Return the number of rows of each of these tables that exist in the database."""
    present = {name for (name,) in source.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    return {name: source.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in tables if name in present}


def _write_tables(
    source: sqlite3.Connection,
    counts: Mapping[str, int],
    files: ExportFiles,
    words: ExportWords,
    steps: _ExportProgress,
) -> Iterator[Sequence[str]]:
    """Write each table as CSV; yield a description of each column."""
    for table in counts:
        rows = source.execute(f'SELECT * FROM "{table}" ORDER BY 1')
        names = [column[0] for column in rows.description]
        files.table(csv_name(table), _with_head(names, rows))
        yield from ((table, words.tables[table], name, words.column(table, name)) for name in names)
        steps.one()


def _with_head(names: Sequence[str], rows: sqlite3.Cursor) -> Iterator[Sequence[Any]]:
    yield names
    yield from rows


def _schema(source: sqlite3.Connection) -> str:
    found = source.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type DESC, name")
    return "".join(f"{sql};\n\n" for (sql,) in found)


def _manifest(facts: PageFacts, papers: ExportedPapers, files: ExportFiles) -> str:
    """Return the manifest as JSON: it lists every file but itself and the file of checksums."""
    held = facts.held
    plain = {
        "format": FORMAT,
        "kind": "archive_export",
        "made_at": facts.made_at,
        "program": VERSION,
        "committee": held.reached.committee,
        "committee_name": held.committee_name,
        "schema": held.schema,
        "last_entry": held.reached.last_entry,
        "chain_head": held.reached.chain_head,
        "classification": facts.guarded or "normal",
        "counts": dict(facts.counts),
        "wrong_files": [{"path": one.path, "named": one.named, "fault": one.fault.value} for one in papers.wrong],
        "files": {name: [one.sha256, one.size] for name, one in sorted(files.found.items())},
    }
    return json.dumps(plain, ensure_ascii=False, indent=1) + "\n"


class _ExportProgress:
    """Progress of an export: first the copy of the database, then one step for each file, paper and table."""

    def __init__(self, progress: Progress) -> None:
        self._told, self._done, self._all = progress, 0, 1

    def pages(self, done: int, total: int) -> None:
        """Report how many pages of the database are copied."""
        self._told(_COPY * done // max(total, 1), _WHOLE)

    def expect(self, count: int) -> None:
        """Set the number of steps that follow."""
        self._all = max(count, 1)

    def one(self) -> None:
        """Count one finished step."""
        self._done += 1
        self.more(0)

    def more(self, _count: int) -> None:
        """Report progress within a step, so that the copy of a large file can be cancelled."""
        self._told(_COPY + (_WHOLE - _COPY) * min(self._done, self._all) // (self._all + 1), _WHOLE)

    def end(self) -> None:
        """Report that everything is written."""
        self._told(_WHOLE, _WHOLE)
