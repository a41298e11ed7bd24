"""``check`` on the command line tells what is wrong, whatever lies in the file."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from desktop_app.storage.file.database import DATABASE_NAME
from desktop_app.storage.schema.guards import guards
from tests.cli.caller import Caller

FAULTS = (
    ("DROP TABLE guest", "schema", "table guest"),
    ("DROP TABLE audit", "schema", "table audit"),
    ("DROP TABLE office_setting", "schema", "table office_setting"),
    ("DROP TABLE search_text", "schema", "table search_text"),
    ("DROP TABLE record_hash", "schema", "table record_hash"),
    ("DROP TABLE chain_link", "schema", "table chain_link"),
    ("UPDATE meeting SET day = 'دوشنبه'", "value", "meeting"),
    ("UPDATE audit SET at = 'دیروز'", "value", "audit"),
    ("UPDATE office_setting SET letterhead = '['", "value", "office_setting"),
    ("UPDATE office_setting SET print_setup = '{\"x\": 1}'", "row_differs", "office_setting"),
    ("UPDATE minutes_version SET snapshot = '[1]' WHERE snapshot <> ''", "hash_differs", "minutes_version"),
    ("UPDATE sent_invitation SET document = '{'", "hash_differs", "sent_invitation"),
    ("UPDATE clause SET kind = 'unheard'", "value", "clause"),
    ("UPDATE resolution_act SET day = '1402/01/01'", "value", "resolution_act"),
    ("UPDATE task SET due = '2023-99-99'", "value", "task"),
    ("UPDATE person SET name = X'FF00'", "row_differs", "person"),
    ("UPDATE person SET name = CAST(X'FF' AS TEXT)", "damaged", "rows"),
    ("UPDATE committee SET name = name || ' '", "row_differs", "committee"),
    ("DELETE FROM committee", "row_missing", "committee"),
)


@pytest.mark.parametrize(("sql", "kind", "subject"), FAULTS)
def test_what_is_wrong_is_named(
    call: Caller, demo_folder: Path, tmp_path: Path, sql: str, kind: str, subject: str
) -> None:
    folder = tmp_path / "داده"
    folder.mkdir()
    shutil.copyfile(demo_folder / DATABASE_NAME, folder / DATABASE_NAME)
    with closing(sqlite3.connect(folder / DATABASE_NAME, isolation_level=None)) as connection:
        for name in guards():
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute("PRAGMA ignore_check_constraints=ON")
        connection.execute("PRAGMA writable_schema=ON")
        connection.execute("UPDATE sqlite_schema SET sql = replace(sql, ') STRICT', ')') WHERE type = 'table'")
    with closing(sqlite3.connect(folder / DATABASE_NAME, isolation_level=None)) as connection:
        connection.execute("PRAGMA ignore_check_constraints=ON")
        connection.execute(sql)
    told = call("check", "--data", folder, "--json")
    assert (told.code, told.key()) == (1, "check_found")
    assert (kind, subject) in {(one["kind"], one["subject"]) for one in json.loads(told.out)}
