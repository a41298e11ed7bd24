"""Verify the scan of a paper: by the marks on its pages, then each page of minutes by its text beside their print.

What is written, stamped or signed on it is not judged.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.errors import Refused
from desktop_app.domain.progress import Progress, no_progress
from desktop_app.domain.read_models.scans import ChosenFile, PaperOf
from desktop_app.domain.read_models.verified_paper import FileCompared, KnownCode, ScannedPages, VerifiedPaper
from desktop_app.domain.rules.minutes import was_taken_over
from desktop_app.domain.verifying.scanned_text import ScannedText, evidence_of, nearest
from desktop_app.domain.verifying.verdicts import FileEvidence, PaperStanding
from desktop_app.services.context import Context
from desktop_app.services.verifying.minutes_anew import prints_of
from desktop_app.services.verifying.paper_reading import PaperReading, ScannedPage
from desktop_app.services.verifying.verify_code import known_code, of_known, unknown

_E: Final = FileEvidence
_TAKEN: Final = frozenset({_E.SCANNED, _E.SCANNED_SAME, _E.SCANNED_PARTLY, _E.SCANNED_FAINT})
"""Of a file that a scan was made of: it holds every page, and nothing was seen that is otherwise."""


def verify_scan(
    context: Context,
    reading: PaperReading,
    files: Sequence[ChosenFile],
    sha256: str,
    told: Progress = no_progress,
) -> VerifiedPaper:
    """What a scan is: the paper that most of its marks name; ``sha256`` is that of a single file."""
    # each page is looked at twice: for its mark, and for its text
    pages = tuple(reading.marks(files, lambda done, total: told(done, 2 * total)))
    codes = Counter(page.mark.code for page in pages if page.mark is not None).most_common()
    if not codes:
        file = FileCompared(sha256=sha256, evidence=_E.NOT_COMPARED, pages=len(pages))
        return VerifiedPaper(standing=PaperStanding.FOREIGN, file=file)
    return _of_code(context, reading, files, pages, FileCompared(sha256=sha256, evidence=_E.SCANNED), codes[0][0], told)


@dataclass(frozen=True, slots=True)
class KeptSource:
    """A file that a kept scan was made of: the version whose scan it is, and why that was kept as it is."""

    known: KnownCode
    sha256: str
    reason: str = ""


def verify_source(
    context: Context, reading: PaperReading, files: Sequence[ChosenFile], kept: KeptSource, told: Progress = no_progress
) -> VerifiedPaper:
    """What such a file holds of the paper: pages of it may have been left out, and others be of other papers."""
    pages = tuple(reading.marks(files, lambda done, total: told(done, 2 * total)))
    file = FileCompared(sha256=kept.sha256, evidence=_E.SCANNED, source=True, reason=kept.reason)
    answer = _of_code(context, reading, files, pages, file, kept.known.code, told)
    assert answer.file is not None
    assert answer.file.scan is not None
    strange = bool(kept.reason) and not answer.file.scan.found
    if answer.file.evidence not in _TAKEN and not strange:
        return answer
    # it holds every page and none of another paper, or is a sheet beside them, of which the reason speaks
    taken = _E.KEPT_WITH_REASON if kept.reason else _E.KEPT
    return replace(answer, file=replace(answer.file, evidence=taken))


def _of_code(
    context: Context,
    reading: PaperReading,
    files: Sequence[ChosenFile],
    pages: Sequence[ScannedPage],
    file: FileCompared,
    code: str,
    told: Progress,
) -> VerifiedPaper:
    """The pages of a scan beside the paper with a code."""
    codes = Counter(page.mark.code for page in pages if page.mark is not None).most_common()
    with context.read() as work:
        known = known_code(work, code)
        answer = of_known(work, known) if known is not None else unknown(work, code)
    file = replace(file, pages=len(pages))
    texts: tuple[ScannedText, ...] = ()
    if known is not None and known.kind is PaperOf.MINUTES and answer.standing is not PaperStanding.FALSIFIED:
        own = [page for page in pages if page.mark is not None and page.mark.code == code and page.mark.page]
        try:
            texts = _texts(
                context, reading, known, files, own, lambda done, total: told(len(pages) + done, len(pages) + total)
            )
        except Refused as refused:
            file = replace(file, why=refused)
    scan = replace(_scanned(pages, code, tuple(other for other, _times in codes if other != code)), texts=texts)
    # older marks say no number: nobody knows how many pages there should be
    whole = bool(scan.total) and not (scan.missing or scan.unread or scan.other_codes)
    return replace(answer, file=replace(file, evidence=evidence_of(texts, whole=whole), scan=scan))


def _texts(
    context: Context,
    reading: PaperReading,
    known: KnownCode,
    files: Sequence[ChosenFile],
    pages: Sequence[ScannedPage],
    told: Progress,
) -> tuple[ScannedText, ...]:
    """The text of each page beside the print of the version; the nearest of several ways to print it."""
    with context.read() as work:
        version = work.versions.get(known.id)
        ways = () if was_taken_over(version) or not pages else prints_of(work, version)
    made = [reading.make(PaperKind.MINUTES, way, None) for way in ways]
    return nearest([tuple(reading.compare_scan(files, pages, one, told)) for one in made])


def _scanned(pages: Sequence[ScannedPage], code: str, others: tuple[str, ...]) -> ScannedPages:
    marks = [page.mark for page in pages if page.mark is not None and page.mark.code == code]
    return ScannedPages(
        found=tuple(sorted({mark.page for mark in marks if mark.page})),
        total=max((mark.total for mark in marks), default=0),
        unread=sum(1 for page in pages if page.mark is None and not page.blank),
        other_codes=others,
    )
