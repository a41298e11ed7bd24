"""Findings that a recovery told of: what is lost stays lost, and does not keep the office from its work for ever.

They are told at every start all the same, until nothing of them is wrong any more.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from desktop_app.domain.read_models.findings import Finding, FindingKind, RecoveredOnce
from desktop_app.domain.text.json_text import read_object
from desktop_app.storage.store.transaction import Transaction

SUBJECT: Final = "office"
VERB: Final = "recovered"
CODES: Final = "codes"
"""Fact of the entry: the minutes whose rows were proved, each with its code."""
STATES: Final = "states"
"""Fact of the entry: the versions whose acts or signatures are lost."""
LEFT: Final = "left"
"""Fact of the entry: what else was wrong between the records that came over, as kind, subject and ids."""
WRITTEN: Final = "written"
"""Fact of the entry: of the kinds of which fewer came over, how many were once written and how many came."""
RECORDS: Final = "records"
"""Fact of the entry: the first of these records, each by kind, id and fate."""
COUNT: Final = "count"
"""Fact of the entry: how many records did not come over as they were written."""

_PARTS: Final = 3
_BROKEN_TIES: Final = frozenset(
    {
        FindingKind.RESOLUTION_WITHOUT_CLAUSE,
        FindingKind.RESOLUTION_OF_OTHER_MEETING,
        FindingKind.CLAUSE_WITHOUT_RESOLUTION,
        FindingKind.RESOLUTION_WITHOUT_NUMBER,
        FindingKind.TASK_MISSING,
        FindingKind.TASK_WITHOUT_NUMBER,
        FindingKind.DRAFT_WITH_ACTS,
    }
)
"""What a lost row leaves between others, whoever recovered."""
_NAMED_KINDS: Final = _BROKEN_TIES | {FindingKind.HASH_DIFFERS, FindingKind.SNAPSHOT_DIFFERS}
"""Of which an entry names each record. A row that no act wrote, or a broken chain, is never excused."""
_EVERY: Final = f"SELECT facts, at FROM audit WHERE subject = '{SUBJECT}' AND act = '{VERB}' ORDER BY seq DESC"


class RecoveryEntry:
    """What the newest recovery told of; nothing where there was none."""

    def __init__(self, transaction: Transaction) -> None:
        self._facts: Mapping[str, object] | None = None
        for facts, _at in transaction.text(f"{_EVERY} LIMIT 1"):
            self._facts = read_object(facts)

    @property
    def recovered(self) -> bool:
        """Whether there was a recovery."""
        return self._facts is not None

    def of(self, finding: Finding) -> bool:
        """Whether it told of this one."""
        if self._facts is None:
            return False
        if finding.kind is FindingKind.STATE_WITHOUT_ACT:
            return finding.id in _ids(self._facts.get(STATES))
        if finding.kind not in _NAMED_KINDS:
            return False
        if LEFT not in self._facts:
            # the entry of a program whose recovery told of them in its report alone; a frozen text that differs may
            # be falsified since, and only an entry that names it says otherwise
            return finding.kind in _BROKEN_TIES and STATES in self._facts
        return any(
            kind == finding.kind and subject == finding.subject and finding.id in ids
            for kind, subject, ids in _lists(self._facts[LEFT])
        )

    def ids(self, subject: str) -> tuple[int, ...]:
        """The records of one kind of which it told."""
        left = _lists(self._facts.get(LEFT)) if self._facts is not None else ()
        return tuple(sorted({one for _kind, known, ids in left if known == subject for one in ids}))


def not_told(transaction: Transaction, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The findings without those that a recovery recorded."""
    if not any(one.kind is FindingKind.STATE_WITHOUT_ACT or one.kind in _NAMED_KINDS for one in findings):
        return findings
    told = RecoveryEntry(transaction)
    return tuple(one for one in findings if not told.of(one))


def grouped(findings: Iterable[Finding]) -> list[tuple[str, str, list[int]]]:
    """The fact of the entry about these findings."""
    found: dict[tuple[str, str], set[int]] = {}
    for one in findings:
        if one.kind in _NAMED_KINDS:
            found.setdefault((one.kind.value, one.subject), set()).add(one.id)
    return [(kind, subject, sorted(ids)) for (kind, subject), ids in found.items()]


def recoveries(transaction: Transaction) -> tuple[RecoveredOnce, ...]:
    """What each recovery that the data record says of itself, the newest first."""
    return tuple(_once(at, read_object(facts)) for facts, at in transaction.text(_EVERY))


# ---- inside


def _once(at: str, facts: Mapping[str, object]) -> RecoveredOnce:
    count, known = facts.get(COUNT), _triples(facts.get(WRITTEN))
    written = {str(kind): (given, came) for kind, given, came in known if _ids([given, came]) == [given, came]}
    return RecoveredOnce(at=at, missing=count if isinstance(count, int) else 0, written=written)


def _ids(found: object) -> list[int]:
    return [one for one in found if isinstance(one, int)] if isinstance(found, list) else []


def _triples(found: object) -> list[list[Any]]:
    every = found if isinstance(found, list) else []
    return [one for one in every if isinstance(one, list) and len(one) == _PARTS]


def _lists(left: object) -> list[tuple[object, object, list[int]]]:
    return [(kind, subject, _ids(ids)) for kind, subject, ids in _triples(left)]
