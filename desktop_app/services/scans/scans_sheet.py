"""The scans sheet of a version: which originals have theirs."""

from __future__ import annotations

from desktop_app.domain.read_models.scans import ScansSheet
from desktop_app.domain.rules.minutes import was_taken_over
from desktop_app.domain.scans.scan_findings import SCANNED
from desktop_app.services.context import Context
from desktop_app.services.scans.kept_scans import missing_scans, scans_of


def scans_sheet(context: Context, version_id: int) -> ScansSheet:
    """What shows of the scans of a version."""
    with context.read() as work:
        version = work.versions.get(version_id)
        scans = scans_of(work, version_id)
        takes = version.state in SCANNED and not was_taken_over(version)
        return ScansSheet(
            version_id=version_id,
            originals=version.originals,
            scans=scans,
            missing=missing_scans(version, scans) if takes else (),
            can_import=takes,
        )
