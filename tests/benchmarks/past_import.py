"""What taking over 5,000 resolutions costs beside plain inserts of the same rows, and what the window feels of it."""

from __future__ import annotations

import gc
import os
import sqlite3
import tempfile
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication
from sqlalchemy import Connection
from sqlalchemy import Table as SqlTable

from desktop_app import wiring
from desktop_app.bootstrap.collector import MainThreadCollector
from desktop_app.domain.read_models.workbook import SheetRow, Workbook, WorkSheet
from desktop_app.domain.rules.taking_over import EarlierValues
from desktop_app.services.context import Context
from desktop_app.services.taking_over.earlier import save_earlier
from desktop_app.services.taking_over.importing import import_workbook
from desktop_app.storage.file.connections import Role, engine_for
from desktop_app.storage.file.database import DATABASE_NAME
from desktop_app.storage.file.folder import DataFolder, WorkContext, open_folder
from desktop_app.storage.schema.base import Record
from desktop_app.workers import Workers
from tests import patience
from tests.benchmarks.pulse import MOST_STALL, Pulse
from tests.benchmarks.table import Table
from tests.services.clocks import SettableClock
from tests.services.furnishing import furnish
from tests.services.office_steps import PAPER

ROWS: Final = 5_000
MEETINGS: Final = 500
SLOWER: Final = 3.0
"""So many times as long as plain inserts may it take."""
HEADS: Final = ("شمارهٔ مصوبه", "شمارهٔ جلسه", "تاریخ جلسه", "متن مصوبه", "مجری", "همکاران", "مهلت", "وضعیت")
WRITTEN: Final = (
    "meeting",
    "minutes_version",
    "agenda_item",
    "resolution",
    "clause",
    "clause_unit",
    "deadline_event",
    "resolution_act",
    "task",
    "task_act",
    "minutes_act",
    "audit",
    "act",
    "resolution_facts",
    "search_text",
    "chain_link",
    "record_hash",
)
"""The tables that the import writes, in an order in which nothing is named before it is there."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of the import, of the same rows one by one and in one statement a table; the longest stall in ms."""

    rows: int
    taken: float
    plain: float
    at_once: float
    stall: float


def run() -> Table:
    """The import beside both kinds of plain inserts, in one run."""
    cost = measure(ROWS)
    return Table(
        f"Taking over {ROWS} resolutions of {MEETINGS} meetings",
        ("what", "seconds", "the import takes"),
        (
            ("import: judged, stored, indexed, sealed", f"{cost.taken:.1f}", "1"),
            (f"the same {cost.rows} rows by Core, one by one", f"{cost.plain:.1f}", f"{cost.taken / cost.plain:.2f} ×"),
            ("the same by Core, many at once", f"{cost.at_once:.1f}", f"{cost.taken / cost.at_once:.2f} ×"),
            ("longest stall of the window (ms)", f"{cost.stall:.0f}", ""),
        ),
        f"Aim: at most {SLOWER:g} times plain inserts one by one, and no stall over {MOST_STALL:g} ms.",
    )


def measure(rows: int) -> Cost:
    """Import into one folder; write what it wrote into two copies of the folder as it was before."""
    application = QApplication.instance() or QApplication([])
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        folder, context, units = _office(place / "office")
        empty = _copied(folder, place / "empty.db")
        taken, stall = _imported(application, context, _workbook(rows, units))
        folder.close()
        known = _written(place / "office" / DATABASE_NAME, empty)
        plain = _plain(_again(empty, place / "plain.db"), known, at_once=False)
        at_once = _plain(_again(empty, place / "at once.db"), known, at_once=True)
    return Cost(sum(map(len, known.values())), taken, plain, at_once, stall)


# ---- inside


def _office(place: Path) -> tuple[DataFolder, Context, list[str]]:
    clock = SettableClock()
    folder = open_folder(place, WorkContext(clock))
    furnish(folder.open_write, clock)
    context = Context(folder.open_read, folder.open_write, clock, PAPER)
    told = EarlierValues(held=True, last_meeting=str(MEETINGS), begins="1402/1")
    save_earlier(context, told, EarlierValues())
    with context.read() as work:
        return folder, context, [one.name for one in work.units.where()]


def _workbook(rows: int, units: Sequence[str]) -> Workbook:
    made = [SheetRow(1, HEADS)]
    for place in range(rows):
        number, meeting = str(place + 1), str(place % MEETINGS + 1)
        text = f"مصوبهٔ {number} با متنی به درازای معمول که در صورت‌جلسه‌ها می‌آید و چند واژه دارد."
        helper = units[(place + 1) % len(units)] if place % 2 else ""
        state = "در حال اجرا" if place % 3 else "انجام‌شده"
        cells = (number, meeting, "1401/9/3", text, units[place % len(units)], helper, "1402/6/31", state)
        made.append(SheetRow(place + 2, cells))
    return Workbook("past.xlsx", (WorkSheet("past", tuple(made)),))


def _imported(application: QCoreApplication, context: Context, workbook: Workbook) -> tuple[float, float]:
    """Off the main thread, as the window does it: seconds, and the longest wait of the main thread."""
    workers, words = Workers(application), wiring.taking_over_words()
    # as in the program, where no thread of the pool collects cycles; afterwards as it was found
    collecting = gc.isenabled()
    collector = MainThreadCollector(application)
    pulse = Pulse()
    pulse.begin()
    ended: list[float] = []
    failed: list[BaseException] = []
    began = time.perf_counter()
    workers.run_watched(
        lambda watch: import_workbook(context, workbook, words, watch.progress),
        lambda _made: ended.append(time.perf_counter()),
        failed.append,
        on_progress=lambda _done, _total: None,
    )
    patience.wait(lambda: bool(ended or failed), lambda: workers.busy)
    stall = pulse.end()
    collector.deleteLater()
    if collecting:
        gc.enable()
    for error in failed:
        raise error
    return ended[0] - began, stall.longest


def _copied(folder: DataFolder, place: Path) -> Path:
    with closing(sqlite3.connect(folder.folder / DATABASE_NAME)) as source, closing(sqlite3.connect(place)) as target:
        source.backup(target)
    return place


def _again(empty: Path, place: Path) -> Path:
    place.write_bytes(empty.read_bytes())
    return place


def _written(after: Path, before: Path) -> dict[str, list[dict[str, Any]]]:
    """By table: the rows that the import added; versions as they were begun, which the guards ask for."""
    found: dict[str, list[dict[str, Any]]] = {}
    with closing(sqlite3.connect(after)) as connection:
        connection.row_factory = sqlite3.Row
        connection.execute("ATTACH ? AS before", (str(before),))
        for name in WRITTEN:
            key = next(iter(Record.metadata.tables[name].primary_key.columns)).name
            question = f'SELECT * FROM main."{name}" WHERE "{key}" NOT IN (SELECT "{key}" FROM before."{name}")'
            found[name] = [dict(row) for row in connection.execute(question)]
    for row in found["minutes_version"]:
        row["state"] = "draft"
    return found


def _plain(path: Path, known: dict[str, list[dict[str, Any]]], *, at_once: bool) -> float:
    engine = engine_for(path, Role.WRITER)
    tables = {name: _untyped(name) for name in known}
    with engine.connect() as connection:
        began = time.perf_counter()
        with connection.begin():
            for name, rows in known.items():
                _insert(connection, tables[name], rows, at_once=at_once)
        taken = time.perf_counter() - began
    engine.dispose()
    return taken


def _untyped(name: str) -> SqlTable:
    """The table without our own types: the rows are as SQLite has them."""
    from sqlalchemy import Column, MetaData

    known = Record.metadata.tables[name].columns
    columns: list[Column[Any]] = [Column(one.name, primary_key=one.primary_key) for one in known]
    return SqlTable(name, MetaData(), *columns)


def _insert(connection: Connection, table: SqlTable, rows: list[dict[str, Any]], *, at_once: bool) -> None:
    if at_once:
        connection.execute(table.insert(), rows)
        return
    for row in rows:
        connection.execute(table.insert(), row)
