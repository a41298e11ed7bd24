"""Reading of a scan: the pages of the chosen files, turned, ordered, and matched to minutes by code.

Its tools are the reader of printing, the store of files, and the print of a version.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.page_marks import PageMark, read_mark
from desktop_app.domain.progress import Progress, no_progress
from desktop_app.domain.read_models.scans import (
    ChosenFile,
    CodedPaper,
    PaperOf,
    ReadPage,
    RecognisedBy,
    ScanReading,
)
from desktop_app.domain.rules.in_force import newest
from desktop_app.domain.rules.minutes import MinutesVersion
from desktop_app.domain.rules.scan_findings import in_order, require_paper, with_pages
from desktop_app.domain.text.digits import latin_digits
from desktop_app.services.context import Context
from desktop_app.services.documents.documents import code_of
from desktop_app.storage.file.file_store import FileStore
from desktop_app.storage.store.work import Work

if TYPE_CHECKING:
    from desktop_app.printing.strangers.scan_reader import ScanReader


RECORDS: Final = {
    PaperOf.MINUTES: "minutes_version",
    PaperOf.INVITATION: "sent_invitation",
    PaperOf.OUTGOING: "outgoing_paper",
}
"""By kind of paper the kind of record that has it."""


def paper_of_version(work: Work, version: MinutesVersion, *, code: str = "", pages: int = 0) -> CodedPaper:
    """Return the paper of frozen minutes; ``code`` is empty for a sample."""
    meeting = work.meetings.get(version.meeting_id)
    frozen = (one for one in work.versions.where(meeting_id=meeting.id) if one.content_hash)
    last = newest(frozen)
    return CodedPaper(
        code=code or code_of(version, sample=work.settings().sample),
        kind=PaperOf.MINUTES,
        meeting_id=meeting.id,
        meeting_number=meeting.number or 0,
        version_id=version.id,
        version=version.version,
        state=version.state,
        newest=last.version if last is not None else version.version,
        pages=pages,
        originals=version.originals,
    )


def coded_papers(work: Work, codes: Iterable[str]) -> Mapping[str, CodedPaper]:
    """Return the papers of this office that have these codes."""
    found = ((code, _coded(work, code)) for code in dict.fromkeys(codes) if code)
    return {code: paper for code, paper in found if paper is not None}


def _coded(work: Work, code: str) -> CodedPaper | None:
    for kind, record_id in ((kind, one) for kind, name in RECORDS.items() for one in work.record_ids.coded(name, code)):
        if kind is PaperOf.MINUTES:
            return paper_of_version(work, work.versions.get(record_id), code=code)
        if kind is PaperOf.INVITATION:
            meeting = work.meetings.get(work.sent_invitations.get(record_id).meeting_id)
            return CodedPaper(code=code, kind=kind, meeting_id=meeting.id, meeting_number=meeting.number or 0)
        return CodedPaper(code=code, kind=kind)
    return None


@dataclass(frozen=True, slots=True)
class ScanTools:
    """The scanner, the file store, and the function that returns a version's print as PDF."""

    scanner: ScanReader
    store: FileStore
    print_of: Callable[[int], bytes]


_MISTYPED: Final = str.maketrans("018", "OIB")
"""Signs that no code has, and the letters that they are taken for."""


def read_scan(
    context: Context,
    tools: ScanTools,
    files: Sequence[ChosenFile],
    progress: Progress = no_progress,
    *,
    version_id: int,
) -> ScanReading:
    """Read the chosen files as a scan of this version, in a worker thread; nothing is written.

    ``progress`` gets the pages done and the number of pages, and ends the reading by raising. Pages come in the
    order of the paper; one whose number is not known stays behind the page that it lay behind.

    Raises ``EnvironmentProblem`` with ``name`` (of the file): ``scan_damaged``, ``scan_encrypted``,
    ``scan_without_pages``, ``scan_page_too_large``, ``file_unreadable``, ``file_not_regular``; ``RuleBroken``:
    ``file_empty``, ``file_too_large``, ``scan_not_readable``, ``scan_too_many_pages``, ``scan_version_without_paper``,
    ``scan_of_taken_over``.
    """
    with context.read() as work:
        version = work.versions.get(version_id)
        require_paper(version)
        target = paper_of_version(work, version)
    # before the pages: a file that is another one when it is kept is then known from what was read
    known = tuple(replace(one, sha256=tools.scanner.fingerprint(one)) for one in files)
    pages = tuple(tools.scanner.pages(known, progress))
    totals = [page.mark.total for page in pages if page.mark is not None and page.code == target.code]
    # where no mark says how many pages the paper has, the print does
    count = max(totals, default=0) or tools.scanner.page_count(tools.print_of(version_id))
    return in_order(ScanReading(files=known, pages=pages, target=replace(target, pages=count)))


def with_typed_code(context: Context, reading: ScanReading, places: Sequence[int], typed: str) -> ScanReading:
    """Return the reading with a typed code for pages without a readable mark; blanks and case are ignored.

    Raises ``RuleBroken`` beside ``code``: ``scan_code_unreadable`` (no code at all), ``scan_code_unknown`` (of no paper
    of this office).
    """
    marks = _typed_marks(typed)
    if not marks:
        raise RuleBroken("scan_code_unreadable", field="code")
    with context.read() as work:
        papers = coded_papers(work, (mark.code for mark in marks))
    found = next((mark for mark in marks if mark.code in papers), None)
    if found is None:
        raise RuleBroken("scan_code_unknown", field="code", code=marks[0].code)
    number = found.page if len(places) == 1 else 0
    return with_pages(
        reading, places, lambda page: replace(page, code=found.code, number=number, recognised=RecognisedBy.TYPED)
    )


def with_number(reading: ScanReading, place: int, number: int) -> ScanReading:
    """Return the reading with the page at ``place`` set to a page number; 0 removes a typed number."""
    code = reading.target.code

    def renumbered(page: ReadPage) -> ReadPage:
        if not number:
            return _as_read(page)
        return replace(page, code=code, number=number, recognised=RecognisedBy.TYPED)

    return with_pages(reading, (place,), renumbered)


# ---- inside


def _as_read(page: ReadPage) -> ReadPage:
    """Return a page with only the facts from its mark."""
    mark = page.mark
    if mark is None:
        return replace(page, code="", number=0, recognised=None)
    return replace(page, code=mark.code, number=mark.page, recognised=RecognisedBy.MARK)


def _typed_marks(typed: str) -> tuple[PageMark, ...]:
    """Return the possible marks of a typed text, with confused characters exchanged."""
    text = re.sub(r"[^0-9A-Z]", "", latin_digits(typed).upper())
    code = text[:16].translate(_MISTYPED)
    found = (read_mark(one) for one in dict.fromkeys((text, code + text[16:], code)))
    return tuple(dict.fromkeys(mark for mark in found if mark is not None))
