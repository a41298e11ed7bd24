"""Judging of a scan before anything is written; the act that keeps it judges again."""

from __future__ import annotations

from desktop_app.domain.read_models.scans import ScanImport, ScanJudgement
from desktop_app.services.context import Context


def judge_scan(context: Context, scan: ScanImport) -> ScanJudgement:
    """What is found about the scan as it stands; quick, and asked again after each change of the reading.

    Raises ``RuleBroken``: ``scan_version_without_paper``, ``scan_version_ended`` (withdrawn or amended),
    ``scan_of_taken_over``, ``original_unknown`` beside ``original``.
    """
    raise NotImplementedError
