"""The scans sheet of a version: which originals have theirs."""

from __future__ import annotations

from datetime import date

from desktop_app.domain.read_models.scans import KeptScan, ScansSheet
from desktop_app.domain.rules.files import SCANS, FileRole, record_of_minutes
from desktop_app.domain.rules.minutes import MinutesVersion, was_taken_over
from desktop_app.domain.scans.scan_findings import SCANNED
from desktop_app.services.context import Context
from desktop_app.services.files.files_sheet import sheet_of
from desktop_app.services.ports import Work
from desktop_app.services.scans.kept_scans import missing_scans, scans_of


def scans_sheet(context: Context, version_id: int) -> ScansSheet:
    """What shows of the scans of a version."""
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


def _of_before(work: Work, version: MinutesVersion) -> ScansSheet:
    """Of a meeting from before the records: the scans among its files, else every file of it that can be looked at.

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
