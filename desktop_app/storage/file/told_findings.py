"""Findings that a recovery told of: what is lost stays lost, and does not keep the office from its work for ever."""

from __future__ import annotations

import json
from typing import Final

from desktop_app.domain.read_models.findings import Finding, FindingKind
from desktop_app.storage.store.transaction import Transaction

SUBJECT: Final = "office"
VERB: Final = "recovered"
STATES: Final = "states"
"""Fact of the entry: the versions whose acts or signatures are lost."""

_NEWEST: Final = f"SELECT facts FROM audit WHERE subject = '{SUBJECT}' AND act = '{VERB}' ORDER BY seq DESC LIMIT 1"


def not_told(transaction: Transaction, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The findings without the states of versions whose acts a recovery recorded as lost."""
    if not any(one.kind is FindingKind.STATE_WITHOUT_ACT for one in findings):
        return findings
    told = _told(transaction)
    return tuple(one for one in findings if not (one.kind is FindingKind.STATE_WITHOUT_ACT and one.id in told))


def _told(transaction: Transaction) -> frozenset[int]:
    for (facts,) in transaction.text(_NEWEST):
        try:
            return frozenset(int(one) for one in json.loads(facts)[STATES])
        except (ValueError, TypeError, LookupError):
            # whoever wrote this entry was not the program
            return frozenset()
    return frozenset()
