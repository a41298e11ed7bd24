"""Hostile SQL is refused, statement by statement; what passes from outside, and what a forger does, is named."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from desktop_app.storage.file.database import DATABASE_NAME
from desktop_app.storage.sqlite.connections import Role, connect
from tests.fault_injection.archive import make_archive
from tests.fault_injection.hostile_sql import (
    OWN_ONLY,
    Hostile,
    found_after,
    is_refusal,
    refused,
    row_statements,
    schema_statements,
)
from tests.fault_injection.tampering import attacks, tamper
from tests.storage.test_guards import LIVE, REMOVABLE
from tests.whole import Share, deciding

ROWS = list(row_statements(LIVE, REMOVABLE))
SCHEMA = list(schema_statements())
ATTACKS = {attack.name: attack for attack in attacks()}
DROPPED = [one for one in SCHEMA if "DROP COLUMN" in one.attack]
CHOSEN = [*random.Random(13).sample(SCHEMA, 12), *random.Random(14).sample(DROPPED, 4)]
"""A quick share of what passes from outside; ``dev.py bench faults`` tries all."""
DECIDING = {
    *(name for name in ATTACKS if not name.startswith(("edit", "delete", "insert"))),
    *(
        f"{what} {kind}"
        for what in ("edit", "delete from", "insert into")
        for kind in ("clause", "person", "signature")
    ),
}


@pytest.fixture(scope="module")
def archive(empty_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database in which no table is empty; nobody changes it."""
    folder = tmp_path_factory.mktemp("archive")
    make_archive(empty_folder / DATABASE_NAME, folder)
    return folder / DATABASE_NAME


def test_there_are_many() -> None:
    assert len(ROWS) > 1500
    assert len(SCHEMA) > 1000
    assert len(DROPPED) > 300


def test_the_guards_refuse_every_row_statement_of_another_program(archive: Path, share: Share) -> None:
    with closing(sqlite3.connect(archive, isolation_level=None)) as stranger:
        # nothing is kept, so nothing has to be durable
        stranger.execute("PRAGMA journal_mode=MEMORY")
        said = {hostile.name: refused(stranger, hostile.statements) for hostile in ROWS[:: share(4, 1)]}
    assert {name: words for name, words in said.items() if not words.startswith("guard:")} == {}


def test_the_programs_own_connection_refuses_everything(archive: Path) -> None:
    with closing(connect(archive, Role.WRITER)) as ours:
        said = {hostile.name: refused(ours, hostile.statements) for hostile in (*ROWS, *SCHEMA)}
        said |= {statement: _refused_alone(ours, statement) for statement in OWN_ONLY}
    assert {name: words for name, words in said.items() if not is_refusal(words)} == {}


def _refused_alone(connection: sqlite3.Connection, statement: str) -> str:
    """Outside a transaction, in which some of them would fail anyhow."""
    try:
        connection.execute(statement).fetchall()
    except sqlite3.Error as error:
        return str(error)
    return ""


@pytest.mark.parametrize("hostile", CHOSEN, ids=lambda one: one.name)
def test_what_passes_from_outside_is_named(hostile: Hostile, archive: Path, tmp_path: Path) -> None:
    assert found_after(archive, tmp_path / "changed", hostile)


@pytest.mark.parametrize("name", deciding(ATTACKS, DECIDING))
def test_what_a_forger_does_is_named(name: str, archive: Path, tmp_path: Path) -> None:
    attack = ATTACKS[name]
    found = tamper(archive, tmp_path / "forged", attack.statements)
    assert any(one.startswith(attack.named) for one in found), found
