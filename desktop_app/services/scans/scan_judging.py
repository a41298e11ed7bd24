"""Judging of a scan before anything is written; the act that keeps it judges again."""

from __future__ import annotations

from desktop_app.domain.read_models.scans import CodedPaper, ScanImport, ScanJudgement
from desktop_app.domain.rules.minutes import MinutesState, MinutesVersion
from desktop_app.domain.rules.signing import require_original
from desktop_app.domain.scans.scan_findings import findings_of, require_paper
from desktop_app.services.context import Context
from desktop_app.services.minutes.signing import signing_of
from desktop_app.services.ports import Work
from desktop_app.services.scans.coded_papers import coded_papers, paper_of_version
from desktop_app.services.scans.kept_scans import missing_scans, newest_of, scans_of


def judge_scan(context: Context, scan: ScanImport) -> ScanJudgement:
    """What is found about the scan as it stands; quick, and asked again after each change of the reading.

    Raises ``RuleBroken``: ``scan_version_without_paper``, ``scan_of_taken_over``, ``original_unknown`` beside
    ``original``.
    """
    with context.read() as work:
        return judged(work, scan)


def judged(work: Work, scan: ScanImport) -> ScanJudgement:
    """The same inside a unit of work: states, signatures and scans as they stand now."""
    version = work.versions.get(scan.version_id)
    require_paper(version)
    require_original(scan.original, version.originals)
    target = _target(work, version, scan)
    # looking a code up reads through all papers, and it is asked after each change
    papers = coded_papers(work, (page.code for page in scan.reading.pages if page.code != target.code))
    scans = scans_of(work, version.id)
    provisional = version.state is MinutesState.FINAL and any(
        place == scan.original for gap in signing_of(work, version).missing for place in gap.originals
    )
    lacking = set(missing_scans(version, scans))
    return ScanJudgement(
        findings=findings_of(scan.reading, target, papers),
        provisional=provisional,
        archives=version.state is MinutesState.SIGNED and lacking <= {scan.original},
        replaces=newest_of(scans, scan.original) is not None,
    )


def _target(work: Work, version: MinutesVersion, scan: ScanImport) -> CodedPaper:
    """The paper of the version as it stands now; how many pages it has was found when it was read."""
    read = scan.reading.target
    pages = read.pages if read is not None and read.version_id == version.id else 0
    return paper_of_version(work, version, pages=pages)
