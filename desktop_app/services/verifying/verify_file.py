"""Verifying of a file, a typed number or a typed code against the recorded papers.

A file is known by its bytes, the document inside a PDF, printed codes, or the marks of a scan; one with the bytes of a
kept paper is not opened at all.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from desktop_app.domain.documents.document_kinds import DOCUMENTS
from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.snapshots import canonical_json, content_hash, document_from_json
from desktop_app.domain.errors import EnvironmentProblem, Refused, RuleBroken
from desktop_app.domain.page_marks import PageMark
from desktop_app.domain.progress import Progress, no_progress
from desktop_app.domain.read_models.scans import ChosenFile
from desktop_app.domain.read_models.verified_paper import (
    FoundInPdf,
    VerifiedFile,
    VerifiedLetter,
    VerifiedPaper,
    verdict_of,
)
from desktop_app.domain.rules.files import FileLink, FileOwner, FileRole
from desktop_app.domain.rules.minutes import MinutesVersion, was_taken_over
from desktop_app.domain.rules.registered_papers import OutgoingPaper
from desktop_app.domain.rules.verifying import (
    LENGTH,
    IdentifiedBy,
    InvalidReason,
    PaperVerdict,
    StoredAs,
    TypedCode,
    read_typed,
    with_reversed_runs,
)
from desktop_app.domain.text.digits import latin_digits
from desktop_app.printing.strangers.paper_reading import PaperFiles
from desktop_app.services.context import Context
from desktop_app.services.documents.letter_document import single_letters
from desktop_app.services.files.scans_sheet import scans_of
from desktop_app.services.reading import newest_version
from desktop_app.services.verifying.paper_records import (
    answer,
    letter_of,
    letter_of_hash,
    minutes_of,
    minutes_of_meeting,
    of_code,
    version_of_hash,
)
from desktop_app.services.versions.frozen_minutes import NO_DOCUMENT
from desktop_app.storage.store.work import Work

_ROW: Final = re.compile(r"\s*(\d{1,4})\s*/\s*(\d{1,9})\s*")
"""Year and row of the register."""
_MINUTES: Final = re.compile(r"\s*(\d{1,5})\s*")
_CODE_LIKE: Final = 12
"""From so many letters on a text is taken for a code with a fault in it, and not for a number."""


def verify_typed(context: Context, typed: str) -> VerifiedPaper:
    """Return the paper with a typed number, else with a typed code.

    Raises ``RuleBroken`` with ``field="code"``: ``paper_number_unknown`` (``number``, ``count``, ``wanted``) for what
    has figures and is too short to be a code, else as :func:`verify_code`.
    """
    found = verify_number(context, typed)
    if found is not None:
        return found
    try:
        return verify_code(context, typed)
    except RuleBroken as broken:
        length = sum(map(str.isalnum, typed))
        if length < _CODE_LIKE and any(map(str.isdigit, typed)):
            facts = {"number": typed.strip(), "count": length, "wanted": LENGTH}
            raise RuleBroken("paper_number_unknown", field="code", **facts) from broken
        raise


def verify_number(context: Context, typed: str) -> VerifiedPaper | None:
    """Return the letters with a number or in the row «year/row», else a meeting's minutes, else None.

    Of several letters with one number it is enough that one holds.
    """
    if not typed.strip():
        return None
    with context.read() as work:
        letters = [letter_of(work, one) for one in _outgoing(work, typed)]
        if letters:
            found = answer(work, IdentifiedBy.NUMBER, letters=letters)
            holding = [one for one in letters if one.lapse is None]
            verdict, lapse = verdict_of(holding or letters, None)
            return replace(found, verdict=verdict, lapse=lapse)
        number = _MINUTES.fullmatch(latin_digits(typed))
        minutes = minutes_of_meeting(work, int(number[1])) if number is not None else None
        return answer(work, IdentifiedBy.NUMBER, minutes=minutes) if minutes is not None else None


def _outgoing(work: Work, typed: str) -> Sequence[OutgoingPaper]:
    """Return the outgoing papers with a number, else the one in the row «year/row»."""
    numbered = [work.outgoing_papers.get(one) for one in work.register_rows.numbered(typed)]
    row = _ROW.fullmatch(latin_digits(typed))
    if numbered or row is None:
        return numbered
    return work.outgoing_papers.where(year=int(row[1]), row=int(row[2]))


def verify_code(context: Context, typed: str) -> VerifiedPaper:
    """Return the result for a code, also for an unknown one.

    Raises ``RuleBroken`` with ``field="code"``: see :func:`desktop_app.domain.rules.verifying.read_typed`.
    """
    read = read_typed(typed)
    with context.read() as work:
        for codes in (read.codes, tuple(map(with_reversed_runs, read.codes))):
            # some readers of PDF copy the parts of a code the other way round
            known = [found for code in codes if (found := of_code(work, code)) is not None]
            if len(known) == 1:
                return known[0]
            if known:
                break
        return _unknown(work, read)


def _unknown(work: Work, read: TypedCode) -> VerifiedPaper:
    near = {one for code in read.codes for one in work.paper_codes.near(code)}
    found = answer(work, IdentifiedBy.CODE, code=read.codes[0])
    return replace(found, nearest=near.pop()) if len(near) == 1 else found


_PDF: Final = b"%PDF-"
_HEAD: Final = 1024
"""Readers look for the beginning of a PDF in so many bytes."""


def verify_files(
    context: Context, reading: PaperFiles, files: Sequence[ChosenFile], progress: Progress = no_progress
) -> VerifiedPaper:
    """Return which paper a file is, or several scanned pages; called in a worker thread."""
    if len(files) != 1:
        return _scan(context, reading, files, VerifiedFile(), progress)
    content = reading.content(files[0])
    sha256 = hashlib.sha256(content).hexdigest()
    with context.read() as work:
        kept = _kept(work, sha256)
        file = VerifiedFile(sha256=sha256, attached=_attached(work, sha256))
        if kept is not None:
            return kept
        attachment = answer(work, IdentifiedBy.BYTES, file=file)
    # these very bytes, whatever becomes of the file meanwhile
    brought = ChosenFile(files[0].name, content=content)
    try:
        found = _pdf(context, reading, content, file, progress) if _PDF in content[:_HEAD] else None
        return found or _scan(context, reading, [brought], file, progress)
    except Refused:
        if file.attached:
            return attachment
        raise


# ---- by bytes


def _kept(work: Work, sha256: str) -> VerifiedPaper | None:
    """Return the paper with these bytes: a print, a scan of minutes, or a letter's file."""
    for printing in work.printings.where(sha256=sha256):
        file = VerifiedFile(sha256=sha256, kept=StoredAs.PRINT, whole=True, kept_at=printing.at)
        version = work.versions.get(printing.minutes_version_id)
        return answer(work, IdentifiedBy.BYTES, minutes=minutes_of(work, version), file=file)
    for stored in work.files.where(sha256=sha256):
        for link in work.file_links.where(file_id=stored.id, removed_on=None):
            found = _linked(work, link, sha256)
            if found is not None:
                return found
    return None


def _linked(work: Work, link: FileLink, sha256: str) -> VerifiedPaper | None:
    record_id = work.record_ids.id_of(link.record_kind, link.record_uid)
    if not record_id:
        return None
    if link.role == FileRole.LETTER and link.record_kind == FileOwner.OUTGOING.value:
        # nothing says which of the files of a letter is the letter itself
        file = VerifiedFile(sha256=sha256, kept=StoredAs.LETTER, whole=False)
        return answer(
            work, IdentifiedBy.BYTES, letters=(letter_of(work, work.outgoing_papers.get(record_id)),), file=file
        )
    version = _scanned(work, link, record_id) if link.role == FileRole.SCAN else None
    return _scan_of(work, version, link, sha256) if version is not None else None


def _scan_of(work: Work, version: MinutesVersion, link: FileLink, sha256: str) -> VerifiedPaper:
    """Return the result for a scan of the version, or for a source file of one."""
    scans = [one for one in scans_of(work, version.id) if link.id in (one.link_id, *one.source_links)]
    source = bool(scans) and all(one.link_id != link.id for one in scans)
    reason = next((one.reason for one in scans if one.reason), "")
    whole = not source and not reason and not any(one.provisional for one in scans)
    kept = StoredAs.SCAN_SOURCE if source else StoredAs.SCAN
    file = VerifiedFile(sha256=sha256, kept=kept, whole=whole, reason=reason)
    return answer(work, IdentifiedBy.BYTES, minutes=minutes_of(work, version), file=file)


def _scanned(work: Work, link: FileLink, record_id: int) -> MinutesVersion | None:
    """Return the version of a scan; scans of an imported meeting belong to the meeting."""
    if link.record_kind == FileOwner.MINUTES.value:
        return work.versions.get(record_id)
    newest = newest_version(work, record_id) if link.record_kind == FileOwner.MEETING.value else None
    return newest if newest is not None and was_taken_over(newest) else None


def _attached(work: Work, sha256: str) -> int:
    kept = [one.id for one in work.files.where(sha256=sha256)]
    links = work.file_links.where(file_id=kept, removed_on=None) if kept else ()
    return len({(one.record_kind, one.record_uid) for one in links})


# ---- by what a PDF says of itself


def _pdf(
    context: Context, reading: PaperFiles, content: bytes, file: VerifiedFile, progress: Progress
) -> VerifiedPaper | None:
    """Identify a PDF by its embedded document, else by printed codes; None for neither, perhaps a scan."""
    try:
        found = reading.found_in_pdf(content, progress)
    except EnvironmentProblem as problem:
        if problem.key != "pdf_unreadable":
            raise
        # reading it as a scan says what is wrong with it
        return None
    file = replace(file, pages=found.pages)
    kind = PaperKind(found.kind) if found.kind else None
    document = _document(kind, found.source) if kind is not None else None
    with context.read() as work:
        if kind is PaperKind.MINUTES and document is not None:
            return _minutes(work, found, replace(file, kind=found.kind))
        if kind is not None and document is not None:
            return _letters(work, kind, document, found.source, replace(file, kind=found.kind))
        return _by_codes(work, found, file)


def _document(kind: PaperKind, source: str) -> Any:  # noqa: ANN401 - a document of any kind
    try:
        return document_from_json(DOCUMENTS[kind], source)
    except NO_DOCUMENT:
        return None


def _minutes(work: Work, found: FoundInPdf, file: VerifiedFile) -> VerifiedPaper:
    """Identify minutes by the document's hash; a printed code only shows that the document was altered."""
    version = version_of_hash(work, content_hash(found.source))
    if version is not None:
        return answer(work, IdentifiedBy.DOCUMENT, minutes=minutes_of(work, version), file=replace(file, agrees=True))
    if _on_every_page(found):
        return _by_codes(work, found, replace(file, agrees=False)) or answer(work, IdentifiedBy.DOCUMENT, file=file)
    draft = answer(work, IdentifiedBy.DOCUMENT, file=file)
    return replace(draft, verdict=PaperVerdict.NOT_IN_FORCE, lapse=InvalidReason.DRAFT)


def _letters(work: Work, kind: PaperKind, document: Any, source: str, file: VerifiedFile) -> VerifiedPaper:  # noqa: ANN401
    """Identify each letter in the file by its own hash; other papers have no record."""
    whole = letter_of_hash(work, content_hash(source))
    letters = [whole] if whole is not None else [_letter(work, kind, one) for one in single_letters(kind, document)]
    known = bool(letters) and all(one.recorded for one in letters)
    return answer(work, IdentifiedBy.DOCUMENT, letters=letters, file=replace(file, agrees=True if known else None))


def _letter(work: Work, kind: PaperKind, letter: Any) -> VerifiedLetter:  # noqa: ANN401
    known = letter_of_hash(work, content_hash(canonical_json(letter)))
    if known is not None:
        return known
    lines = getattr(letter, "letters", None) or getattr(letter, "addressees", None)
    first = lines[0] if lines else letter
    addressee = getattr(first, "addressee", first)
    name = str(getattr(addressee, "name", "") or "")
    return VerifiedLetter(addressee=name, number=letter.letterhead.number, kind=kind.value)


def _by_codes(work: Work, found: FoundInPdf, file: VerifiedFile) -> VerifiedPaper | None:
    """Identify a PDF by a code on every page, else by any code."""
    shown = _on_every_page(found) or tuple(dict.fromkeys(code for page in found.codes for code in page))
    for code in shown:
        known = of_code(work, code, file)
        if known is not None and known.clue is IdentifiedBy.CODE:
            return known
    return answer(work, IdentifiedBy.CODE, file=file, code=shown[0]) if shown else None


def _on_every_page(found: FoundInPdf) -> tuple[str, ...]:
    """Return the codes on every page, which belong to the paper itself."""
    pages = found.codes
    return tuple(code for code in pages[0] if all(code in page for page in pages)) if pages else ()


# ---- by the marks of a scan


def _scan(
    context: Context, reading: PaperFiles, files: Sequence[ChosenFile], file: VerifiedFile, progress: Progress
) -> VerifiedPaper:
    """Identify a scan by the most frequent page mark."""
    pages = [(page.mark, page.blank) for page in reading.pages(files, progress)]
    marks = [mark for mark, _blank in pages if mark is not None]
    codes = [code for code, _times in Counter(mark.code for mark in marks).most_common()]
    unread = sum(1 for mark, blank in pages if mark is None and not blank)
    file = replace(file, scanned=True, pages=len(pages), unread=unread)
    with context.read() as work:
        if not codes:
            return answer(work, IdentifiedBy.NONE, file=file)
        file = _with_marks(file, [mark for mark in marks if mark.code == codes[0]])
        file = replace(file, other_codes=tuple(codes[1:]))
        return of_code(work, codes[0], file) or answer(work, IdentifiedBy.CODE, file=file, code=codes[0])


def _with_marks(file: VerifiedFile, own: Sequence[PageMark]) -> VerifiedFile:
    """Return the file facts with the page numbers from the paper's own marks."""
    pages = {mark.page for mark in own if mark.page}
    return replace(file, marks=tuple(sorted(pages)), total=max(mark.total for mark in own))
