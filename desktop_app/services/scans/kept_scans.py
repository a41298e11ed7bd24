"""The scans that a version has: told by the entries of the acts that kept them, as long as their files are linked.

The table of links knows no original, so the entry in the audit table says which original a scan is of, how many pages
it has and why it was kept as it is. The entry is never changed; a scan whose link was taken off counts no more.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from desktop_app.domain.read_models.scans import KeptScan
from desktop_app.domain.rules.minutes import MinutesVersion
from desktop_app.domain.rules.signing import originals_of
from desktop_app.services.ports import Work

_KEPT, _TAKEN_BACK = "scan_kept", "scan_taken_back"
_SUBJECT = "minutes_version"


def scans_of(work: Work, version_id: int) -> tuple[KeptScan, ...]:
    """Those that stand, the newest last."""
    told = work.entries(_KEPT, _SUBJECT, version_id)
    if not told:
        return ()
    gone = {int(one["scan"]) for one in work.entries(_TAKEN_BACK, _SUBJECT, version_id)}
    ids = tuple({int(one["link"]) for one in told})
    linked = {link.id for link in work.file_links.where(id=ids) if link.removed_on is None}
    return tuple(
        KeptScan(
            scan=int(one["scan"]),
            original=int(one["original"]),
            link_id=int(one["link"]),
            source_links=tuple(int(link) for link in one["sources"]),
            pages=int(one["pages"]),
            archival=bool(one["archival"]),
            provisional=bool(one["provisional"]),
            reason=str(one["reason"]),
            day=date.fromisoformat(one["day"]),
            actor=str(one["kept_by"]),
            transcribed=tuple((int(signer), str(before)) for signer, before in one["transcribed"]),
        )
        for one in told
        if int(one["scan"]) not in gone and int(one["link"]) in linked
    )


def next_scan(work: Work, version_id: int) -> int:
    """The number of the scan that is kept now, from 1; one that was taken back keeps its own."""
    return len(work.entries(_KEPT, _SUBJECT, version_id)) + 1


def newest_of(scans: Sequence[KeptScan], original: int) -> KeptScan | None:
    """The one that counts for an original."""
    return next((one for one in reversed(scans) if one.original == original), None)


def missing_scans(version: MinutesVersion, scans: Sequence[KeptScan]) -> tuple[int, ...]:
    """Originals without a scan that shows every name."""
    newest = {original: newest_of(scans, original) for original in originals_of(version.originals)}
    return tuple(original for original, one in newest.items() if one is None or one.provisional)
