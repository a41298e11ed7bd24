"""Judging and storing of a scan: files are stored in a worker thread, then one act records it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Final

from desktop_app.domain.errors import EnvironmentProblem, Refused, RuleBroken
from desktop_app.domain.outcome import Changed, Outcome, ScanKept
from desktop_app.domain.progress import Progress, no_progress
from desktop_app.domain.read_models.scans import (
    ChosenFile,
    CodedPaper,
    KeptScan,
    ReadPage,
    ScanFindingKind,
    ScanImport,
    ScanJudgement,
    ScanReading,
)
from desktop_app.domain.rules.files import FileLink, FileOwner, FileRole, RecordRef, StoredFile
from desktop_app.domain.rules.minutes import MINUTES, MinutesActKind, MinutesState, MinutesVersion
from desktop_app.domain.rules.scan_findings import findings_of, require_keepable, require_paper
from desktop_app.domain.rules.signing import require_original
from desktop_app.services.context import Context
from desktop_app.services.files.owners import NewFile, link_files, links_of, owner_of
from desktop_app.services.files.scans_sheet import missing_scans, newest_of, next_scan, scans_of
from desktop_app.services.reading import clean_words
from desktop_app.services.scans.scan_tools import ScanTools, coded_papers, paper_of_version
from desktop_app.services.versions.drafts import record_act
from desktop_app.services.versions.signing import signing_of
from desktop_app.storage.store.work import Work
from desktop_app.system.temporary import TemporaryFolder

_CHANGED: Final = Changed.MINUTES | Changed.MEETINGS | Changed.FILES


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredScan:
    """The stored files of a scan, not yet linked to a record."""

    file: StoredFile
    archival: bool
    sources: tuple[NewFile, ...]


def judge_scan(context: Context, scan: ScanImport) -> ScanJudgement:
    """Return the findings about the scan; fast, and called after each change of the reading.

    Raises ``RuleBroken``: ``scan_version_without_paper``, ``scan_of_taken_over``, ``original_unknown`` beside
    ``original``.
    """
    with context.read() as work:
        return _judged(work, scan)


def require_may_keep(context: Context, scan: ScanImport) -> None:
    """Raise the refusals of :func:`keep_scan` about pages and reason, before files are processed."""
    require_keepable(judge_scan(context, scan), clean_words(scan.reason))


def store_scan(tools: ScanTools, scan: ScanImport, progress: Progress = no_progress) -> StoredScan:
    """Make the archival file, and store it with the chosen files, in a worker thread.

    A file of which every page is left out is none of the scan: it stays where it is. Given up or broken off it leaves
    at most files that no record knows. Raises as reading does, and ``EnvironmentProblem``: ``scan_file_changed`` (a
    file is not the one that was read), ``scan_not_made`` (no room where the system keeps what is temporary),
    ``files_full``, ``files_not_written``.
    """
    files, pages = _used(scan.reading)
    if not files:
        raise RuleBroken("scan_refused", kind=ScanFindingKind.NO_PAGES.value)
    first, count = len(files), len(files) + len(pages)
    name = files[0].name
    sources = []
    for done, one in enumerate(files):
        progress(done, count)
        sources.append(NewFile(_taken(tools, one, partial(_still, progress, done, count)), one.name))
    # of what lies in the store: whoever writes on in a file of the operator changes nothing any more
    kept = [ChosenFile(one.name, tools.store.path_of(one.file.sha256)) for one in sources]
    try:
        with TemporaryFolder() as place:
            made = place / "scan.pdf"
            archival = tools.scanner.write_archival(kept, pages, made, lambda done, _all: progress(first + done, count))
            file = _made_taken(tools, made, name, partial(_still, progress, count, count))
    except OSError as error:
        raise EnvironmentProblem("scan_not_made", name=name) from error
    progress(count, count)
    return StoredScan(file=file, archival=archival, sources=tuple(sources))


def keep_scan(context: Context, scan: ScanImport, stored: StoredScan, *, name: str) -> ScanKept:
    """Record the scan of an original; the last missing one archives the minutes.

    ``name`` is what the archival file is called in the list of files. Raises ``RuleBroken``: what judging raises,
    ``scan_refused`` (with ``kind`` of the heaviest finding), ``scan_without_reason`` beside ``reason``,
    ``scan_kept_already`` (the original has this very scan), ``scan_of_other_original``.
    """
    reason = clean_words(scan.reason)
    with context.write() as work:
        version = work.versions.get(scan.version_id)
        judgement = _judged(work, scan)
        require_keepable(judgement, reason)
        made = _links(context, work, version, [NewFile(stored.file, name), *stored.sources], name)
        _require_new(scans_of(work, version.id), scan.original, made[0], provisional=judgement.provisional)
        work.audit(
            "scan_kept",
            "minutes_version",
            version.id,
            scan=next_scan(work, version.id),
            original=scan.original,
            link=made[0],
            sources=list(dict.fromkeys(made[1:])),
            pages=len(scan.reading.kept),
            archival=stored.archival,
            provisional=judgement.provisional,
            reason=reason,
            day=context.clock.today(),
            kept_by=work.actor(),
        )
        if judgement.archives:
            record_act(work, context.clock, version.id, MinutesActKind.ARCHIVED)
            work.versions.update(replace(version, state=MINUTES.require(version.state, MinutesState.ARCHIVED)))
        return work.record(
            ScanKept(
                changed=_CHANGED,
                id=version.id,
                original=scan.original,
                link=made[0],
                complete=judgement.archives,
                provisional=judgement.provisional,
            )
        )


def take_back_scan(context: Context, version_id: int, original: int) -> Outcome:
    """Remove the newest scan of an original from its minutes, to undo :func:`keep_scan`.

    Raises ``RuleBroken``: ``scan_archived`` (minutes that are archived keep their scans), ``scan_nothing_to_take``.
    """
    with context.write() as work:
        version = work.versions.get(version_id)
        if version.state in {MinutesState.ARCHIVED, MinutesState.AMENDED}:
            raise RuleBroken("scan_archived")
        scans = scans_of(work, version_id)
        newest = newest_of(scans, original)
        if newest is None:
            raise RuleBroken("scan_nothing_to_take", original=original)
        still = {link for one in scans if one.scan != newest.scan for link in (one.link_id, *one.source_links)}
        for link_id in dict.fromkeys((newest.link_id, *newest.source_links)):
            link = work.file_links.get(link_id)
            if link_id not in still and link.removed_on is None:
                work.file_links.update(replace(link, removed_on=context.clock.today()))
                work.audit("taken_off", "file_link", link_id, at=context.clock.instant(), name=link.name)
        work.audit(
            "scan_taken_back", "minutes_version", version_id, scan=newest.scan, original=original, link=newest.link_id
        )
        return work.record(Outcome(changed=_CHANGED, id=version_id))


# ---- inside


def _judged(work: Work, scan: ScanImport) -> ScanJudgement:
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
    """The version's paper as of now, with the page count from the reading."""
    read = scan.reading.target
    pages = read.pages if read.version_id == version.id else 0
    return paper_of_version(work, version, pages=pages)


def _used(reading: ScanReading) -> tuple[list[ChosenFile], list[ReadPage]]:
    """Return the files with kept pages, and those pages with their new file index."""
    places = {source: place for place, source in enumerate(sorted({page.source for page in reading.kept}))}
    files = [reading.files[source] for source in places]
    return files, [replace(page, source=places[page.source]) for page in reading.kept]


def _taken(tools: ScanTools, file: ChosenFile, progress: Progress) -> StoredFile:
    """Store the file, if it is the one whose pages were judged."""
    if file.path is None:
        return tools.store.take_bytes(file.content, file.name)
    taken = tools.store.take(file.path, progress)
    if file.sha256 and taken.sha256 != file.sha256:
        raise EnvironmentProblem("scan_file_changed", name=file.name)
    return taken


def _made_taken(tools: ScanTools, made: Path, name: str, progress: Progress) -> StoredFile:
    """Store the archival file; refusals use the name that the operator knows."""
    try:
        return tools.store.take(made, progress)
    except Refused as refused:
        raise refused.beside(refused.field, name=name) from refused


def _still(progress: Progress, done: int, count: int, _done: int, _all: int) -> None:
    """Report unchanged progress during the work on one file; the callback may cancel the job."""
    progress(done, count)


def _links(
    context: Context, work: Work, version: MinutesVersion, files: Sequence[NewFile], unnamed: str
) -> tuple[int, ...]:
    """Return the links of the files to the version, in order; existing links are reused."""
    record = RecordRef(FileOwner.MINUTES, version.id)
    known = _known(work, record)
    new = [one for one in files if one.file.sha256 not in known]
    if new:
        link_files(context, work, record, new, unnamed=unnamed, role=FileRole.SCAN)
        known = _known(work, record)
    return tuple(known[one.file.sha256].id for one in files)


def _known(work: Work, record: RecordRef) -> dict[str, FileLink]:
    """Return the scan links of the version by hash; other attachments are left out."""
    owner = owner_of(work, record)
    scans = (one for one in links_of(work, (owner,))[record] if one.role is FileRole.SCAN)
    links = {link.file_id: link for link in scans if link.record_uid == owner.uid}
    return {file.sha256: links[file.id] for file in work.files.where(id=tuple(links))} if links else {}


def _require_new(scans: Sequence[KeptScan], original: int, link_id: int, *, provisional: bool) -> None:
    """Raise ``RuleBroken`` for a scan of two originals, or an equal scan stored already."""
    for one in scans:
        if one.link_id == link_id and one.original != original:
            raise RuleBroken("scan_of_other_original", original=one.original)
    newest = newest_of(scans, original)
    if newest is not None and newest.link_id == link_id and newest.provisional == provisional:
        raise RuleBroken("scan_kept_already", original=original)
