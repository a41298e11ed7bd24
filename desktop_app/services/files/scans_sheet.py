"""The scans of a version, read from the audit entries that recorded them, while their files are linked.

The table of links knows no original, so the entry in the audit table says which original a scan is of, how many pages
it has and why it was kept as it is. The entry is never changed; a scan whose link was taken off counts no more.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from desktop_app.domain.read_models.scans import KeptScan, ScansSheet
from desktop_app.domain.rules.files import SCANS, FileRole, record_of_minutes
from desktop_app.domain.rules.minutes import MinutesVersion, was_taken_over
from desktop_app.domain.rules.scan_findings import SCANNED
from desktop_app.domain.rules.signing import originals_of
from desktop_app.services.context import Context
from desktop_app.services.files.owners import sheet_of
from desktop_app.storage.store.work import Work

_KEPT: Final = "scan_kept"
_TAKEN_BACK: Final = "scan_taken_back"
_SUBJECT: Final = "minutes_version"


def scans_sheet(context: Context, version_id: int) -> ScansSheet:
    """Return the scans page of a version."""
    with context.read() as work:
        version = work.versions.get(version_id)
        if was_taken_over(version):
            return _of_before(work, version)
        scans = scans_of(work, version_id)
        takes = version.state in SCANNED
        return ScansSheet(
            version_id=version_id,
            originals=version.originals,
            scans=scans,
            missing=missing_scans(version, scans) if takes else (),
            can_import=takes and context.writable,
        )


def scans_of(work: Work, version_id: int) -> tuple[KeptScan, ...]:
    """The valid scans of a version, newest last."""
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
        )
        for one in told
        if int(one["scan"]) not in gone and int(one["link"]) in linked
    )


def next_scan(work: Work, version_id: int) -> int:
    """The number of the next scan, from 1; numbers of undone scans are not reused."""
    return len(work.entries(_KEPT, _SUBJECT, version_id)) + 1


def newest_of(scans: Sequence[KeptScan], original: int) -> KeptScan | None:
    """The newest scan of an original, which is the valid one."""
    return next((one for one in reversed(scans) if one.original == original), None)


def missing_scans(version: MinutesVersion, scans: Sequence[KeptScan]) -> tuple[int, ...]:
    """Originals without a scan that shows all signatures."""
    newest = {original: newest_of(scans, original) for original in originals_of(version.originals)}
    return tuple(original for original, one in newest.items() if one is None or one.provisional)


def lacks_scan(work: Work, version: MinutesVersion) -> bool:
    """Whether the version is of an imported meeting without a scan of its signed paper."""
    return was_taken_over(version) and not _of_before(work, version).scans


# ---- inside


def _of_before(work: Work, version: MinutesVersion) -> ScansSheet:
    """Return the scans of an imported meeting: its scan files, else all its viewable files.

    They were chosen by a person and never read, so nothing is known of their pages.
    """
    lines = [line for line in sheet_of(work, record_of_minutes(version)).groups[0].lines if line.file.type in SCANS]
    told = [line for line in lines if line.link.role is FileRole.SCAN] or lines
    scans = tuple(
        KeptScan(
            scan=place,
            original=place,
            link_id=line.link.id,
            source_links=(line.link.id,),
            pages=0,
            archival=True,
            provisional=False,
            reason="",
            day=date.min,
            actor="",
        )
        for place, line in enumerate(told, start=1)
    )
    return ScansSheet(version_id=version.id, originals=max(len(scans), 1), scans=scans)
