"""Archive export: a whole office as one new folder that is read without the program.

The database is copied first, as for a backup, and all else is read from that copy: an act that is recorded meanwhile
is in the whole export or in none of it.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from desktop_app import VERSION, paths
from desktop_app.domain.calendar.clock import Clock
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.progress import Progress, no_progress
from desktop_app.domain.read_models.archive_export import Exported, ExportWords
from desktop_app.storage.archive_export.classes import highest_class
from desktop_app.storage.archive_export.index_page import PageFacts, csv_name, index_page
from desktop_app.storage.archive_export.papers import COUNTED, ExportedPapers, OpenDrawing
from desktop_app.storage.archive_export.part_folder import FAILURES, part_folder, refusal_of, require_target
from desktop_app.storage.archive_export.written_files import WrittenFiles
from desktop_app.storage.backup.database_copy import CopyDatabase, copied_and_verified, own_copy, shared_copy
from desktop_app.storage.file.connections import Role, connect
from desktop_app.storage.file.folder import DataFolder
from desktop_app.storage.file.writable import LONGEST

FORMAT: Final = 1
SUMS: Final = "SHA256SUMS"
_WHOLE: Final = 1000
_COPY: Final = 100
"""Of :data:`_WHOLE`, the share of the copy of the database; the steps have the rest."""


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
    """Export everything into a new folder; files that are missing, altered or unreadable are in the answer.

    Raises ``EnvironmentProblem``, and then nothing is left there: ``archive_taken``, ``archive_inside``,
    ``archive_no_parent``, ``archive_too_deep``, ``archive_full``, ``archive_unwritable``, ``archive_failed``,
    ``archive_unfounded``, ``backup_office_busy``, ``database_damaged`` and what else the disk says.
    """
    require_target(order.target, order.data, LONGEST)
    try:
        with part_folder(order.target) as part:
            return _export(order, part, _Steps(told))
    except FAILURES as error:
        raise refusal_of(error, order.target, order.data) from error


def export_office(
    data: DataFolder,
    clock: Clock,
    words: ExportWords,
    drawing: OpenDrawing,
    target: Path,
    told: Progress = no_progress,
) -> Exported:
    """Export an open office, through its own connection where it is written here; raises as :func:`export_archive`."""
    database = data.folder / paths.DATABASE
    copy = shared_copy(data.live_connection(), database) if data.writable else own_copy(database)
    return export_archive(ExportOrder(data.folder, target, copy, words, clock.instant(), drawing), told)


# ---- inside


def _export(order: ExportOrder, part: Path, steps: _Steps) -> Exported:
    held, stored = copied_and_verified(order.copy, part / paths.DATABASE, steps.pages)
    if not held.reached.committee:
        raise EnvironmentProblem("archive_unfounded")
    files, words = WrittenFiles(part, steps.more), order.words
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
    """Number of rows of each of these tables that the database has."""
    present = {name for (name,) in source.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    return {name: source.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in tables if name in present}


def _write_tables(
    source: sqlite3.Connection, counts: Mapping[str, int], files: WrittenFiles, words: ExportWords, steps: _Steps
) -> Iterator[Sequence[str]]:
    """Write each table as CSV; yields its columns with their meaning."""
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


def _manifest(facts: PageFacts, papers: ExportedPapers, files: WrittenFiles) -> str:
    """Everything in the folder but itself and the list of sums."""
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


class _Steps:
    """Progress: the copy of the database, then a step for each file, paper and table."""

    def __init__(self, told: Progress) -> None:
        self._told, self._done, self._all = told, 0, 1

    def pages(self, done: int, total: int) -> None:
        """Of the database."""
        self._told(_COPY * done // max(total, 1), _WHOLE)

    def expect(self, count: int) -> None:
        """So many steps follow."""
        self._all = max(count, 1)

    def one(self) -> None:
        """One step more."""
        self._done += 1
        self.more(0)

    def more(self, _count: int) -> None:
        """Within a step: a large file is given up amid it."""
        self._told(_COPY + (_WHOLE - _COPY) * min(self._done, self._all) // (self._all + 1), _WHOLE)

    def end(self) -> None:
        """All is written."""
        self._told(_WHOLE, _WHOLE)
