"""Reading of a scan: the pages of the chosen files, turned and put in order, and the minutes that they belong to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Final

from desktop_app.domain.documents.page_marks import PageMark, read_mark
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.progress import Progress, no_progress
from desktop_app.domain.read_models.scans import (
    ChosenFile,
    CodedPaper,
    PaperOf,
    ReadPage,
    RecognisedBy,
    ScanReading,
)
from desktop_app.domain.scans.scan_findings import in_order, require_paper
from desktop_app.domain.text.digits import latin_digits
from desktop_app.services.context import Context
from desktop_app.services.ports import Work
from desktop_app.services.scans.coded_papers import coded_papers, paper_of_version
from desktop_app.services.scans.scan_tools import ScanTools

_MISTYPED: Final = str.maketrans("018", "OIB")
"""Signs that no code has, and the letters that they are taken for."""


def read_scan(
    context: Context,
    tools: ScanTools,
    files: Sequence[ChosenFile],
    told: Progress = no_progress,
    *,
    version_id: int = 0,
) -> ScanReading:
    """Read the chosen files, off the thread of the window; nothing is written.

    ``version_id`` is the version whose paper the scan should be; 0 takes the one that most marks name. ``told`` hears
    pages done of pages there are, and ends the reading by raising. Pages come in the order of the paper; one whose
    number is not known stays behind the page that it lay behind.

    Raises ``EnvironmentProblem`` with ``name`` (of the file): ``scan_damaged``, ``scan_encrypted``,
    ``scan_without_pages``, ``scan_page_too_large``, ``file_unreadable``, ``file_not_regular``; ``RuleBroken``:
    ``file_empty``, ``file_too_large``, ``scan_not_readable``, ``scan_too_many_pages``, ``scan_version_without_paper``,
    ``scan_of_taken_over``.
    """
    with context.read() as work:
        asked = _paper(work, version_id) if version_id else None
    # before the pages: whatever is another file by the time it is kept is then told from what was read
    known = tuple(replace(one, sha256=tools.scanner.fingerprint(one)) for one in files)
    pages = tuple(tools.scanner.pages(known, told))
    with context.read() as work:
        papers = coded_papers(work, (page.code for page in pages))
    target = asked or _most_named(pages, papers.values())
    reading = ScanReading(files=known, pages=pages, target=target, papers=tuple(papers.values()))
    return _held_against(tools, reading, target)


def with_typed_code(
    context: Context, tools: ScanTools, reading: ScanReading, places: Sequence[int], typed: str
) -> ScanReading:
    """The reading with a code that the operator typed for pages whose mark was not read; gaps and case do not matter.

    Off the thread of the window. A reading without target gets it from the code. Raises ``RuleBroken`` beside ``code``:
    ``scan_code_unreadable`` (no code at all), ``scan_code_unknown`` (of no paper of this office).
    """
    marks = _typed_marks(typed)
    if not marks:
        raise RuleBroken("scan_code_unreadable", field="code")
    with context.read() as work:
        papers = coded_papers(work, (mark.code for mark in marks))
    found = next((mark for mark in marks if mark.code in papers), None)
    if found is None:
        raise RuleBroken("scan_code_unknown", field="code", code=marks[0].code)
    paper = papers[found.code]

    def told(page: ReadPage) -> ReadPage:
        number = found.page if len(places) == 1 else 0
        return replace(page, code=found.code, number=number, recognised=RecognisedBy.TYPED)

    known = reading if reading.paper(found.code) else replace(reading, papers=(*reading.papers, paper))
    changed = _changed(known, places, told)
    if changed.target is None and paper.kind is PaperOf.MINUTES:
        return _held_against(tools, changed, paper)
    return changed


def with_number(reading: ScanReading, place: int, number: int) -> ScanReading:
    """The reading with the page at ``place`` told to be this page of the target's paper; 0 takes back what was told."""
    target = reading.target
    if target is None:
        return reading

    def told(page: ReadPage) -> ReadPage:
        if not number:
            return _as_read(page)
        return replace(page, code=target.code, number=number, recognised=RecognisedBy.TYPED)

    return _changed(reading, (place,), told)


# ---- inside


def _paper(work: Work, version_id: int) -> CodedPaper:
    version = work.versions.get(version_id)
    require_paper(version)
    return paper_of_version(work, version)


def _most_named(pages: Iterable[ReadPage], papers: Iterable[CodedPaper]) -> CodedPaper | None:
    """The minutes that most of the pages name."""
    times = Counter(page.code for page in pages)
    minutes = [paper for paper in papers if paper.kind is PaperOf.MINUTES]
    return max(minutes, key=lambda one: times[one.code], default=None)


def _held_against(tools: ScanTools, reading: ScanReading, target: CodedPaper | None) -> ScanReading:
    """The reading of this paper, in its order; where no mark says how many pages it has, the print does."""
    if target is None:
        return reading
    totals = [page.mark.total for page in reading.pages if page.mark is not None and page.code == target.code]
    count = max(totals, default=0) or tools.scanner.page_count(tools.print_of(target.version_id))
    return in_order(replace(reading, target=replace(target, pages=count)))


def _as_read(page: ReadPage) -> ReadPage:
    """A page as its mark alone tells of it."""
    mark = page.mark
    if mark is None:
        return replace(page, code="", number=0, recognised=None)
    return replace(page, code=mark.code, number=mark.page, recognised=RecognisedBy.MARK)


def _changed(reading: ScanReading, places: Sequence[int], change: Callable[[ReadPage], ReadPage]) -> ScanReading:
    chosen = set(places)
    pages = (change(page) if place in chosen else page for place, page in enumerate(reading.pages))
    return replace(reading, pages=tuple(pages))


def _typed_marks(typed: str) -> tuple[PageMark, ...]:
    """What was typed, as it stands and with signs that were mistaken for letters; the papers tell which is right."""
    text = re.sub(r"[^0-9A-Z]", "", latin_digits(typed).upper())
    code = text[:16].translate(_MISTYPED)
    found = (read_mark(one) for one in dict.fromkeys((text, code + text[16:], code)))
    return tuple(dict.fromkeys(mark for mark in found if mark is not None))
