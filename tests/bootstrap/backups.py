"""Backups of an office in a window: made, listed, told, and the second place."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QTableWidget

from desktop_app.domain.calendar.clock import Clock
from desktop_app.domain.read_models.backups import Backup, BackupKind
from desktop_app.services.office.settings import office_settings
from desktop_app.storage.backup.database_copy import copier_by_new_connection
from desktop_app.storage.backup.listing import list_backups
from desktop_app.storage.backup.making import BackupOrder, make_backup
from desktop_app.storage.backup.places import mark_folder
from desktop_app.storage.file.folder import WorkContext, open_folder
from desktop_app.system import paths
from desktop_app.widgets.controls.message_band import MessageBand
from desktop_app.window.backups.memory import BackupSettings
from desktop_app.window.backups.page import BackupsPage
from desktop_app.window.shell.machine import machine_settings
from desktop_app.words import backups as words
from tests.bootstrap.conftest import Run, clock_on
from tests.conftest import DEMO_DAY
from tests.shown import action

OF_ACTS = ("act", "audit", "chain_link", "record_hash")
"""Tables that a restore itself writes to: its line of the history."""
Dump = dict[str, list[tuple[object, ...]]]


def no_sample(sample: Path) -> Path:
    """The same records as those of an office that is none."""
    data = open_folder(sample, WorkContext(clock_on(DEMO_DAY)))
    with data.open_write() as work:
        work.put_settings(replace(work.settings(), sample=False))
        work.audit("settings", "office_setting", 1)
        work.commit()
    data.close()
    return sample


def act(run: Run) -> None:
    """Record something."""
    assert run.opening.screens is not None
    context = run.opening.screens.office.context
    with context.write() as work:
        work.put_settings(office_settings(context))
        work.audit("settings", "office_setting", 1)
        work.commit()


def act_in(folder: Path, times: int = 1) -> None:
    """Record something in a closed folder."""
    data = open_folder(folder, WorkContext(clock_on(DEMO_DAY)))
    for _ in range(times):
        with data.open_write() as work:
            work.put_settings(replace(work.settings(), operator=f"{work.settings().operator}ا"))
            work.audit("settings", "office_setting", 1)
            work.commit()
    data.close()


def back_up(
    folder: Path, place: Path | None = None, kind: BackupKind = BackupKind.AUTOMATIC, clock: Clock | None = None
) -> Backup:
    """A backup of the whole office, made as the program makes it."""
    wish = BackupOrder(kind, (clock or clock_on(DEMO_DAY)).instant())
    return make_backup(folder, place or folder / paths.BACKUPS, copier_by_new_connection(folder / paths.DATABASE), wish)


def kinds(folder: Path) -> list[BackupKind]:
    """What the backups beside the data were made for, newest first."""
    return [one.kind for one in list_backups(folder / paths.BACKUPS)]


def keep(run: Run) -> None:
    """Let the window make backups unasked."""
    run.opening.backups.automatically = True


def choose_second(folder: Path, place: Path) -> BackupSettings:
    """Let this machine know the second place of a folder."""
    memory = BackupSettings(machine_settings(), folder)
    memory.choose(place, mark_folder(place))
    return memory


def page(run: Run) -> BackupsPage:
    """The page with its list open, once that is read."""
    action(run.window, words.KEYS).trigger()
    run.at("backups")
    found = run.window.findChildren(BackupsPage)[-1]
    run.until(lambda: bool(found.ui.state.text()) and not run.opening.workers.busy)
    found.show_all(shown=True)
    return found


def rows(shown: BackupsPage) -> list[list[str]]:
    """The cells of the list."""
    table: QTableWidget = shown.ui.table
    return [
        [table.item(row, column).text() for column in range(table.columnCount())]  # type: ignore[union-attr]
        for row in range(table.rowCount())
    ]


def bands(run: Run) -> str:
    """Everything that is told above the pages and on them."""
    return " ".join(f"{one.title()} {one.detail()}" for one in run.window.findChildren(MessageBand) if one.isVisible())


def records(folder: Path) -> Dump:
    """Every row but those that tell of acts and the derived ones of the search, whose keys say nothing."""
    with closing(sqlite3.connect(folder / paths.DATABASE)) as connection:
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        return {
            name: sorted(connection.execute(f'SELECT * FROM "{name}"').fetchall(), key=repr)
            for name in sorted(names)
            if not name.startswith(("search", "sqlite_", "resolution_facts")) and name not in OF_ACTS
        }


def entries(folder: Path) -> list[str]:
    """The acts of the history, in their order."""
    with closing(sqlite3.connect(folder / paths.DATABASE)) as connection:
        return [act for (act,) in connection.execute("SELECT act FROM audit ORDER BY seq")]


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file below the folder, but of the locks."""
    return {
        one.relative_to(folder).as_posix(): one.read_bytes()
        for one in folder.rglob("*")
        if one.is_file() and not one.name.startswith(paths.LOCK)
    }
