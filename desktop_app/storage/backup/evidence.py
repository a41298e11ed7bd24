"""Evidence of a copied database: whether its records are what the program wrote, by row hashes and the chain.

A backup whose every byte agrees with its manifest may hold records that a foreign hand had changed before it was made.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Final

from desktop_app.domain.calendar.clock import FixedClock
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.read_models.backups import Backup, Flaw, Verdict
from desktop_app.domain.read_models.findings import Finding
from desktop_app.domain.read_models.history import FOLLOWED
from desktop_app.storage.backup.file_store import Count, uncounted
from desktop_app.storage.evidence.verifying import chain_against_entries, rows_against_hashes
from desktop_app.storage.file.check import UNREADABLE, Steps, alone, check
from desktop_app.storage.file.connections import Role, engine_for, open_transaction
from desktop_app.storage.file.state_checks import states_without_acts
from desktop_app.storage.file.told_findings import not_told
from desktop_app.storage.schema import schema
from desktop_app.storage.store.transaction import Transaction, new_uid

NAMED: Final = 3
"""So many findings are kept with the backup."""
_KNOWN_BY_NAME: Final = (FOLLOWED - {"nomination", "office_setting"}) | {"sent_invitation"}
"""Records that the office knows by a number, a name or a title."""
_UNASKED: Final = FixedClock(datetime(2000, 1, 1))  # noqa: DTZ001 - who only reads asks no clock


def held_against_evidence(backup: Backup, count: Count = uncounted) -> Backup:
    """A backup whose bytes were all read: verified, doubtful, damaged in its schema, or whole where that is older.

    Hashes are taken by the columns of this program, so that those of an older schema cannot be asked here; a restore
    brings the copy to this schema, and the start that follows asks them. ``count`` hears of no byte more: it is a
    way out between two tables.
    """
    if backup.schema != schema.SCHEMA_VERSION:
        return replace(backup, verdict=Verdict.WHOLE)
    try:
        stranger, found = _read(backup.database, count)
    except EnvironmentProblem as problem:
        detail = str(problem.facts.get("code", problem.key))
        return replace(backup, verdict=Verdict.DAMAGED, flaw=Flaw.UNREADABLE, detail=detail)
    if stranger:
        return replace(backup, verdict=Verdict.DAMAGED, flaw=Flaw.SCHEMA, detail=stranger)
    if not found:
        return replace(backup, verdict=Verdict.VERIFIED)
    return replace(backup, verdict=Verdict.DOUBTFUL, doubts=len(found), first_doubts=found[:NAMED])


# ---- inside


def _read(database: Path, count: Count) -> tuple[str, tuple[Finding, ...]]:
    """The first that its schema has otherwise, or nothing, and what is wrong with its records."""
    engine = engine_for(database, Role.READER)
    try:
        with open_transaction(engine) as connection:
            transaction = Transaction(connection, _UNASKED, None, new_uid, writable=False)
            for one in schema.differences_from_expected(transaction.text):
                return f"{one.what} {one.name}".strip(), ()
            return "", _named(transaction, not_told(transaction, check(transaction, _steps(count))))
    finally:
        engine.dispose()


def _named(transaction: Transaction, found: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The same, the first with the names of their records: once the copy is closed nobody can ask for them."""
    if not found:
        return found
    # a sound backup has nothing to name
    from desktop_app.storage.recovery.naming import names_of

    first = []
    for one in found[:NAMED]:
        names: Mapping[tuple[str, int], str] = {}
        if one.subject in _KNOWN_BY_NAME:
            with suppress(EnvironmentProblem, *UNREADABLE):
                # where the name is what cannot be read, its id tells which it is
                names = names_of(transaction, (one,), wordless=True)
        first.append(replace(one, name=names.get((one.subject, one.id), "")))
    return *first, *found[NAMED:]


def _steps(count: Count) -> Steps:
    def table(findings: Iterator[Finding]) -> Iterator[Finding]:
        count(0)
        return alone("rows", findings)

    return (
        ("states", states_without_acts),
        ("rows", partial(rows_against_hashes, alone=table)),
        ("chain", chain_against_entries),
    )
