"""State checks: each version of minutes stands in a state that recorded acts, and enough signatures, led to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from desktop_app.domain.read_models.findings import Finding, FindingKind
from desktop_app.storage.file.salvaged import salvaged_upto
from desktop_app.storage.store.transaction import Transaction

_FROM_PEN: Final = frozenset({"signed", "archived", "amended"})
_NEEDS: Final = {
    "dropped": frozenset({"dropped"}),
    "final": frozenset({"finalised"}),
    "withdrawn": frozenset({"finalised", "withdrawn"}),
    "signed": frozenset({"finalised", "signed"}),
    "archived": frozenset({"finalised", "signed", "archived"}),
    "amended": frozenset({"finalised", "signed", "amended"}),
}
"""By state: the acts of a version in it; one that was taken over has been neither final nor signed here."""
_TAKEN_OVER: Final = {"archived": frozenset({"taken_over"}), "amended": frozenset({"taken_over", "amended"})}

_VERSIONS: Final = "SELECT id, state, content_hash, originals FROM minutes_version ORDER BY id"
_ACTS: Final = "SELECT minutes_version_id, kind FROM minutes_act"
_PENS: Final = (
    "SELECT hand.minutes_version_id, count(DISTINCT hand.id), count(pen.id)"
    " FROM signer AS hand JOIN minutes_version AS version ON version.id = hand.minutes_version_id"
    " LEFT JOIN signature AS pen ON pen.signer_id = hand.id AND pen.struck = 0"
    " AND pen.original BETWEEN 1 AND version.originals AND NOT EXISTS (SELECT 1 FROM signature AS later"
    " WHERE later.signer_id = pen.signer_id AND later.original = pen.original AND later.id > pen.id)"
    " GROUP BY hand.minutes_version_id"
)


def states_without_acts(transaction: Transaction) -> Iterator[Finding]:
    """Versions whose state is more than what was recorded of them."""
    acts: dict[int, set[str]] = {}
    for version_id, kind in transaction.text(_ACTS):
        acts.setdefault(version_id, set()).add(kind)
    pens = {row[0]: (row[1], row[2]) for row in transaction.text(_PENS)}
    for version_id, state, code, originals in transaction.text(_VERSIONS):
        needs = (_NEEDS if code else _TAKEN_OVER | {"dropped": _NEEDS["dropped"]}).get(state, frozenset())
        missing = sorted(needs - acts.get(version_id, set()))
        signers, signed = pens.get(version_id, (0, 0))
        if state in _FROM_PEN and code and not (0 < signers * originals == signed):
            missing.append(f"signatures {signed}/{signers * originals}")
        if missing and version_id > salvaged_upto(transaction).get("minutes_version", 0):
            yield Finding(
                kind=FindingKind.STATE_WITHOUT_ACT, subject="minutes_version", id=version_id, detail=", ".join(missing)
            )
