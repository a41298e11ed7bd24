"""Verify files: which paper a PDF is by its own document, its codes or its bytes, and whether it is unchanged.

The bytes are held against the prints and files that are kept, then against the paper made anew; where they differ,
the words and the look of each page decide. What could not be compared is told as that. Pictures, and a PDF that
tells nothing itself, are read as scans.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from desktop_app.domain.documents.document_kinds import DOCUMENTS
from desktop_app.domain.documents.documents import Imprint
from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.snapshots import canonical_json, content_hash, document_from_json, paper_code
from desktop_app.domain.errors import EnvironmentProblem, Refused
from desktop_app.domain.progress import Progress, no_progress
from desktop_app.domain.read_models.scans import ChosenFile, PaperOf
from desktop_app.domain.read_models.verified_paper import (
    FileCompared,
    KnownCode,
    PaperClaims,
    VerifiedPaper,
)
from desktop_app.domain.rules.files import FileLink, FileOwner, FileRole
from desktop_app.domain.rules.minutes import MinutesVersion, was_taken_over
from desktop_app.domain.verifying.verdicts import (
    FileEvidence,
    PageDifference,
    PaperStanding,
    least,
    page_differences,
    same_paper,
)
from desktop_app.services.context import Context
from desktop_app.services.documents.documents import Paper
from desktop_app.services.documents.frozen_minutes import NO_DOCUMENT
from desktop_app.services.documents.single_letters import single_letters
from desktop_app.services.office.letterhead import logo_of
from desktop_app.services.ports import Work
from desktop_app.services.reading import newest_version, the_committee
from desktop_app.services.scans.scans_sheet import scans_of
from desktop_app.services.verifying.cited_minutes import resolutions_of
from desktop_app.services.verifying.file_letters import kept_letter, letters_of
from desktop_app.services.verifying.minutes_anew import prints_of
from desktop_app.services.verifying.paper_reading import PaperReading, ReadPaper
from desktop_app.services.verifying.verify_code import known_code, known_text, of_known, unknown
from desktop_app.services.verifying.verify_scan import KeptSource, verify_scan, verify_source

_PDF: Final = b"%PDF-"
_HEAD: Final = 1024
"""Readers look for the beginning of a PDF in so many bytes."""
LONGEST: Final = 200
"""A paper of more pages that no record keeps is not made anew: a year book takes minutes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kept:
    """A version by a file that is kept of it: a print by its instant, or a scan and why it was kept as it is."""

    version: MinutesVersion
    at: str = ""
    reason: str = ""
    source: bool = False
    """It is a file that the scan was made of, of which pages may have been left out."""


@dataclass(frozen=True, slots=True)
class _Found:
    """What a file is, and the ways in which the same paper may have been made."""

    answer: VerifiedPaper
    kind: PaperKind | None = None
    ways: tuple[Paper[Any], ...] = ()
    source: FileEvidence | None = None
    """What agreeing pages show, where they are held against the document inside the file."""
    source_differs: bool = False
    """The document inside the file is not the one that its code is of."""
    kept: _Kept | None = None
    """What is kept with these very bytes."""


def verify_files(
    context: Context, reading: PaperReading, files: Sequence[ChosenFile], told: Progress = no_progress
) -> VerifiedPaper:
    """What the files are, off the thread of the window: one of whatever kind, or the pages of a scan in several."""
    if len(files) != 1:
        return verify_scan(context, reading, files, "", told)
    content = reading.content(files[0])
    sha256 = hashlib.sha256(content).hexdigest()
    with context.read() as work:
        kept = _kept(work, sha256)
    # these very bytes, whatever becomes of the file meanwhile
    files = [ChosenFile(files[0].name, content=content)]
    answer: VerifiedPaper | None = None
    if kept is not None and kept.source:
        answer = verify_source(context, reading, files, KeptSource(_known(kept.version), sha256, kept.reason), told)
    elif _PDF in content[:_HEAD]:
        answer = _verify_pdf(context, reading, files[0], told)
    elif kept is not None:
        answer = _kept_file(context, kept, sha256)
    if answer is None or answer.standing is PaperStanding.FOREIGN:
        answer = verify_scan(context, reading, files, sha256, told)
    if answer.file is None:
        return answer
    return replace(answer, file=replace(answer.file, attached=_attached(context, sha256)))


def _verify_pdf(context: Context, reading: PaperReading, file: ChosenFile, told: Progress) -> VerifiedPaper:
    """What cannot be read is told with its name, and why."""
    try:
        return verify_pdf(context, reading, file.content, told)
    except EnvironmentProblem as problem:
        if problem.key != "pdf_unreadable":
            raise
        raise reading.fault(file) from problem


def _attached(context: Context, sha256: str) -> int:
    """Of how many records a file is an attachment."""
    with context.read() as work:
        kept = [one.id for one in work.files.where(sha256=sha256)]
        links = work.file_links.where(file_id=kept) if kept else ()
        return len({(one.record_kind, one.record_uid) for one in links if one.removed_on is None})


def _kept_file(context: Context, kept: _Kept, sha256: str) -> VerifiedPaper:
    """A scan that is kept as a picture."""
    with context.read() as work:
        return replace(of_known(work, _known(kept.version)), file=_kept_as(kept, sha256))


def verify_pdf(context: Context, reading: PaperReading, content: bytes, told: Progress = no_progress) -> VerifiedPaper:
    """What a PDF file is; raises ``EnvironmentProblem("pdf_unreadable")`` for what is none."""
    read = reading.read(content, told)
    sha256 = hashlib.sha256(content).hexdigest()
    with context.read() as work:
        found = _found(work, read, sha256)
    if found.kept is not None:
        return replace(found.answer, file=replace(_kept_as(found.kept, sha256), pages=len(read.pages)))
    compared = FileCompared(sha256=sha256, evidence=FileEvidence.NOT_COMPARED, pages=len(read.pages))
    if found.kind is None or not found.ways or (found.source is not None and len(read.pages) > LONGEST):
        return replace(found.answer, file=compared)
    try:
        made = [reading.make(found.kind, way, read.profile) for way in found.ways]
    except Refused as refused:
        return replace(found.answer, file=replace(compared, why=refused))
    if not read.source and not any(same_paper(read.pages[0], reading.read(one).pages[0]) for one in made):
        # it names the minutes and is another paper
        return replace(found.answer, standing=PaperStanding.CITING, file=compared)
    return replace(found.answer, file=_compared(reading, content, made, found, compared, told))


def _compared(
    reading: PaperReading,
    content: bytes,
    made: Sequence[bytes],
    found: _Found,
    compared: FileCompared,
    told: Progress,
) -> FileCompared:
    if content in made:
        return replace(compared, evidence=found.source or FileEvidence.SAME_BYTES)
    differing: tuple[PageDifference, ...] = least(
        [tuple(page_differences(reading.compare(content, one, told))) for one in made]
    )
    if differing or found.source_differs:
        altered = FileEvidence.ALTERED
        return replace(compared, evidence=altered, differing=differing, source_differs=found.source_differs)
    return replace(compared, evidence=found.source or FileEvidence.SAME_PAGES)


# ---- what it is


def _found(work: Work, read: ReadPaper, sha256: str) -> _Found:
    kept = _kept(work, sha256)
    if kept is not None:
        return _Found(of_known(work, _known(kept.version)), kept=kept)
    document = _document(read)
    if read.kind is PaperKind.MINUTES and document is not None:
        return _minutes(work, read, document)
    if read.kind is not None and document is not None:
        return _other(work, read, read.kind, document)
    return _by_codes(work, read)


def _kept(work: Work, sha256: str) -> _Kept | None:
    """The version whose print, or whose scan, has these very bytes."""
    for printing in work.printings.where(sha256=sha256):
        return _Kept(version=work.versions.get(printing.minutes_version_id), at=printing.at)
    for file in work.files.where(sha256=sha256):
        for link in work.file_links.where(file_id=file.id, role=FileRole.SCAN, removed_on=None):
            version = _scanned(work, link)
            if version is not None:
                return _kept_link(work, version, link.id)
    return None


def _kept_link(work: Work, version: MinutesVersion, link_id: int) -> _Kept:
    """The scan, or a file that it was made of; why it was kept as it is, empty where nothing was found about it."""
    scans = scans_of(work, version.id)
    kept = (one for one in scans if link_id in (one.link_id, *one.source_links))
    reason = next((one.reason for one in kept if one.reason), "")
    source = any(link_id in one.source_links for one in scans) and all(link_id != one.link_id for one in scans)
    return _Kept(version=version, reason=reason, source=source)


def _kept_as(kept: _Kept, sha256: str) -> FileCompared:
    evidence = FileEvidence.KEPT_WITH_REASON if kept.reason else FileEvidence.KEPT
    return FileCompared(sha256=sha256, evidence=evidence, kept_at=kept.at, reason=kept.reason)


def _scanned(work: Work, link: FileLink) -> MinutesVersion | None:
    """The version that a scan is of; that of a meeting from before the records lies on the meeting."""
    found = work.record_ids.id_of(link.record_kind, link.record_uid)
    if not found:
        return None
    if link.record_kind == FileOwner.MINUTES.value:
        return work.versions.get(found)
    newest = newest_version(work, found) if link.record_kind == FileOwner.MEETING.value else None
    return newest if newest is not None and was_taken_over(newest) else None


def _known(version: MinutesVersion) -> KnownCode:
    return KnownCode(paper_code(version.content_hash) if version.content_hash else "", PaperOf.MINUTES, version.id)


def _document(read: ReadPaper) -> Any:  # noqa: ANN401 - a document of whatever kind
    """The document inside the file; None where it is none of the program's."""
    if read.kind is None or not read.source:
        return None
    try:
        return document_from_json(DOCUMENTS[read.kind], read.source)
    except NO_DOCUMENT:
        return None


def _minutes(work: Work, read: ReadPaper, document: Any) -> _Found:  # noqa: ANN401
    """Minutes by the hash of their document; else by the code on the pages, which then belongs to other words."""
    claims = claims_of(work, PaperKind.MINUTES, document)
    known = known_text(work, content_hash(read.source))
    if known is None:
        shown = _on_every_page(read)
        if not shown:
            return _Found(VerifiedPaper(standing=PaperStanding.DRAFT, claims=claims, sample=work.settings().sample))
        known = next((one for code in shown if _is_minutes(one := known_code(work, code))), None)
        if known is None:
            return _Found(replace(unknown(work, shown[0]), claims=claims))
        return replace(_of_version(work, known, claims), source_differs=True)
    return _of_version(work, known, claims)


def _of_version(work: Work, known: KnownCode, claims: PaperClaims | None = None) -> _Found:
    answer = replace(of_known(work, known), claims=claims)
    version = work.versions.get(known.id)
    if answer.standing is PaperStanding.FALSIFIED or was_taken_over(version):
        return _Found(answer)
    return _Found(answer, PaperKind.MINUTES, prints_of(work, version))


def _other(work: Work, read: ReadPaper, kind: PaperKind, document: Any) -> _Found:  # noqa: ANN401
    """A paper of another kind: by its record where one keeps it, and against the document inside it in any case."""
    known = _record_of(work, kind, read, document)
    answer = of_known(work, known) if known is not None else VerifiedPaper(standing=PaperStanding.UNKEPT)
    source = _source(work, kind, read, document) if answer.letter is not None else FileEvidence.OWN_SOURCE
    resolutions = resolutions_of(work, document) if kind is PaperKind.EXTRACT else ()
    claims, sample = claims_of(work, kind, document), work.settings().sample
    if resolutions and answer.standing in (PaperStanding.UNKEPT, PaperStanding.SENT):
        # that it was sent says nothing of whether what it tells holds now
        rightly = all(one.as_source and one.as_now and one.signed for one in resolutions)
        cites = PaperStanding.CITING_RIGHTLY if rightly and not claims.other_committee else PaperStanding.CITING
        answer = replace(answer, standing=cites)
    # by its document, and not by a code: none stands on a letter
    answer = replace(answer, code="", claims=claims, resolutions=resolutions, sample=sample)
    answer = replace(answer, letters=letters_of(work, kind, document))
    return _Found(answer, kind, tuple(_ways(work, read, document)), source=source)


def _record_of(work: Work, kind: PaperKind, read: ReadPaper, document: Any) -> KnownCode | None:  # noqa: ANN401
    """The record of the whole letter, or of those that the file holds, as each is kept by itself.

    Of an invitation one is enough; several other letters are told by a record only where each of them has one.
    """
    known = known_text(work, content_hash(read.source))
    if known is not None:
        return known
    found = [kept_letter(work, kind, one) for one in single_letters(kind, document)]
    kept = [one for one in found if one is not None]
    if kind is PaperKind.INVITATION or len(kept) == len(found):
        return next((one for one in kept if _is_struck(work, one)), kept[0]) if kept else None
    return None


def _source(work: Work, kind: PaperKind, read: ReadPaper, document: Any) -> FileEvidence:  # noqa: ANN401
    """Whether every word of the document is recorded: as a whole, or of each letter in it by itself."""
    letters = tuple(single_letters(kind, document))
    texts = (canonical_json(one) for one in letters)
    if known_text(work, content_hash(read.source)) or all(known_text(work, content_hash(one)) for one in texts):
        return FileEvidence.RECORDED_SOURCE
    each = all(kept_letter(work, kind, one) is not None for one in letters)
    return FileEvidence.RECORDED_UNDATED if each else FileEvidence.OWN_SOURCE


def _is_struck(work: Work, known: KnownCode) -> bool:
    return known.kind is PaperOf.OUTGOING and work.outgoing_papers.get(known.id).struck_on is not None


def _ways(work: Work, read: ReadPaper, document: Any) -> Iterator[Paper[Any]]:  # noqa: ANN401
    head = getattr(document, "letterhead", None)
    logo = logo_of(work, head.logo) if head is not None and head.logo else b""
    for sample in (False, True):
        imprint = Imprint(sample=sample, logo=logo)
        imprint = replace(imprint, made_at=read.made_at) if read.made_at else imprint
        yield Paper(document, imprint)
        yield Paper(document, replace(imprint, draft=True))


def _by_codes(work: Work, read: ReadPaper) -> _Found:
    """A file without a document inside, as an older archive form or another program leaves it."""
    shown = _on_every_page(read) or tuple(dict.fromkeys(code for page in read.codes for code in page))
    for code in shown:
        known = known_code(work, code)
        if known is None:
            continue
        if _is_minutes(known):
            return _of_version(work, known)
        return _Found(of_known(work, known))
    if shown:
        return _Found(unknown(work, shown[0]))
    return _Found(VerifiedPaper(standing=PaperStanding.FOREIGN))


def _is_minutes(known: KnownCode | None) -> bool:
    return known is not None and known.kind is PaperOf.MINUTES


def _on_every_page(read: ReadPaper) -> tuple[str, ...]:
    """The codes that each page with words shows: those of the paper itself, and not of what it tells of."""
    pages = [codes for codes, words in zip(read.codes, read.pages, strict=True) if words.strip()]
    return tuple(code for code in pages[0] if all(code in page for page in pages)) if pages else ()


def claims_of(work: Work, kind: PaperKind, document: Any) -> PaperClaims:  # noqa: ANN401
    """What the document inside a file says of itself."""
    facts = json.loads(canonical_json(document))
    meeting = facts.get("meeting") if isinstance(facts.get("meeting"), dict) else {}
    own = work.committees.get(the_committee(work)).name
    committee = str(facts.get("committee", ""))
    return PaperClaims(
        kind=kind.value,
        committee=committee,
        number=int(meeting.get("number") or 0),
        day=str(meeting.get("day") or ""),
        version=int(facts.get("version") or 0),
        other_committee=bool(committee) and committee != own,
    )
