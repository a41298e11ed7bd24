"""Verify the scan of a paper by the marks on its pages; what is written on them by hand or in print is not judged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from desktop_app.domain.progress import Progress, no_progress
from desktop_app.domain.read_models.scans import ChosenFile
from desktop_app.domain.read_models.verified_paper import FileCompared, ScannedPages, VerifiedPaper
from desktop_app.domain.verifying.verdicts import FileEvidence, PaperStanding
from desktop_app.services.context import Context
from desktop_app.services.verifying.paper_reading import PaperReading, ScannedPage
from desktop_app.services.verifying.verify_code import known_code, of_known, unknown


def verify_scan(
    context: Context,
    reading: PaperReading,
    files: Sequence[ChosenFile],
    sha256: str,
    told: Progress = no_progress,
) -> VerifiedPaper:
    """What a scan is: the paper that most of its marks name; ``sha256`` is that of a single file."""
    pages = tuple(reading.marks(files, told))
    codes = Counter(page.mark.code for page in pages if page.mark is not None).most_common()
    if not codes:
        file = FileCompared(sha256=sha256, evidence=FileEvidence.NOT_COMPARED, pages=len(pages))
        return VerifiedPaper(standing=PaperStanding.FOREIGN, file=file)
    scan = _scanned(pages, codes[0][0], tuple(code for code, _times in codes[1:]))
    # older marks say no number: nobody knows how many pages there should be
    whole = scan.total and not (scan.missing or scan.unread or scan.other_codes)
    evidence = FileEvidence.SCANNED if whole else FileEvidence.SCANNED_IN_PART
    file = FileCompared(sha256=sha256, evidence=evidence, pages=len(pages), scan=scan)
    with context.read() as work:
        known = known_code(work, codes[0][0])
        answer = of_known(work, known) if known is not None else unknown(work, codes[0][0])
        return replace(answer, file=file)


def _scanned(pages: Sequence[ScannedPage], code: str, others: tuple[str, ...]) -> ScannedPages:
    marks = [page.mark for page in pages if page.mark is not None and page.mark.code == code]
    return ScannedPages(
        found=tuple(sorted({mark.page for mark in marks if mark.page})),
        total=max((mark.total for mark in marks), default=0),
        unread=sum(1 for page in pages if page.mark is None and not page.blank),
        other_codes=others,
    )
