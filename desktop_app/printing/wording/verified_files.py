"""The file of a paper in words: what it was held against, which pages of a scan were known, and where it differs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from desktop_app.domain.calendar.clock import local_moment
from desktop_app.domain.calendar.jalali import format_long
from desktop_app.domain.documents.amendment_lines import ChangeMark
from desktop_app.domain.read_models.verified_paper import FileCompared, ScannedPages
from desktop_app.domain.text.digits import persian_time
from desktop_app.domain.verifying.scanned_text import ScannedText, TextSeen
from desktop_app.domain.verifying.verdicts import FileEvidence, PageDifference
from desktop_app.text.papers import verified_scans as scans
from desktop_app.text.papers import verifying as words
from desktop_app.text.shared.refusals import sentence

_OF_FILE: Final = {
    FileEvidence.SAME_BYTES: words.SAME_BYTES,
    FileEvidence.SAME_PAGES: words.SAME_PAGES,
    FileEvidence.RECORDED_SOURCE: words.RECORDED_SOURCE,
    FileEvidence.RECORDED_UNDATED: words.RECORDED_UNDATED,
    FileEvidence.OWN_SOURCE: words.OWN_SOURCE,
}
_DIFFERS: Final = {TextSeen.OTHER: scans.scan_other, TextSeen.DOUBTFUL: scans.scan_doubtful}
_ALIKE: Final = {
    TextSeen.SAME: scans.scan_same,
    TextSeen.PARTLY: scans.scan_partly,
    TextSeen.FAINT: scans.scan_faint,
    TextSeen.UNCLEAR: scans.scan_unclear,
}
_LONGEST: Final = 240
"""Letters of words that show; the rest is on the page."""


def told_of_file(file: FileCompared) -> Iterator[str]:
    """What a file was held against, how it stood, and its fingerprint."""
    yield from _evidence(file)
    if file.source_differs:
        yield words.SOURCE_DIFFERS
    yield from cut([words.page(one.page, _page(one)) for one in file.differing])
    if file.attached:
        yield words.attached(file.attached)
    if file.pages:
        yield words.pages(file.pages)
    if file.sha256:
        yield words.fingerprint(file.sha256)


def _evidence(file: FileCompared) -> Iterator[str]:
    """What it was held against."""
    if file.source and file.scan is not None:
        yield scans.SOURCE
        if file.evidence is FileEvidence.KEPT_WITH_REASON:
            yield words.kept_with(file.reason)
        yield from _scan(file.scan)
    elif file.evidence is FileEvidence.KEPT:
        yield words.kept_print(*moment(file.kept_at)) if file.kept_at else words.KEPT_FILE
    elif file.evidence is FileEvidence.KEPT_WITH_REASON:
        yield words.kept_reason(file.reason)
    elif file.evidence is FileEvidence.NOT_COMPARED:
        yield from _not_compared(file)
    elif file.scan is not None:
        yield from _scan(file.scan)
        if file.why is not None:
            yield words.not_compared(sentence(file.why))
    elif file.evidence is not FileEvidence.ALTERED:
        yield _OF_FILE[file.evidence]


def _not_compared(file: FileCompared) -> Iterator[str]:
    if file.why is not None:
        yield words.not_compared(sentence(file.why))
    elif not file.attached:
        # beside the records that have this very file it would be wrong
        yield words.NOTHING_TO_COMPARE


def _scan(scan: ScannedPages) -> Iterator[str]:
    """Which pages were known by their marks, how their text stood to the print, and what is doubtful."""
    if scan.found:
        yield scans.scanned(scan.found, scan.total)
        if scan.missing:
            yield scans.pages_missing(scan.missing)
    else:
        yield scans.SCANNED_WITHOUT_PAGES
    if scan.unread:
        yield scans.unread(scan.unread)
    for code in scan.other_codes:
        yield scans.other_code(code)
    yield from _texts(scan.texts)


def _texts(texts: Sequence[ScannedText]) -> Iterator[str]:
    """The text of the pages: what differs by its page and place, the others together."""
    if not texts:
        yield scans.SCAN_UNSEEN
    for one in texts:
        if one.seen in _DIFFERS:
            places = [scans.centimetres(place) for place in one.places[: words.MOST_SHOWN]]
            yield words.page(one.page, _DIFFERS[one.seen](scans.together(places) if places else ""))
    for seen, told_of in _ALIKE.items():
        found = sorted({one.page for one in texts if one.seen is seen})
        if found:
            yield told_of(found)
    for one in texts:
        if one.unread and one.seen is not TextSeen.UNCLEAR:
            most = words.MOST_SHOWN
            yield words.page(one.page, scans.unread_words(one.unread[:most], len(one.unread) - len(one.unread[:most])))


def _page(one: PageDifference) -> str:
    if one.surplus or one.missing:
        return words.SURPLUS if one.surplus else words.MISSING
    if not one.pieces:
        return words.LOOK_DIFFERS
    genuine, found = (
        shortened(" ".join(piece.text for piece in one.pieces if piece.mark == mark))
        for mark in (ChangeMark.REMOVED, ChangeMark.ADDED)
    )
    return words.other_words(genuine, found) or words.WORDS_DIFFER


def shortened(text: str) -> str:
    """The beginning of what is too long to show."""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def cut(lines: Sequence[str]) -> Iterator[str]:
    """The first lines, and how many more there are."""
    yield from lines[: words.MOST_SHOWN]
    if len(lines) > words.MOST_SHOWN:
        yield words.more(len(lines) - words.MOST_SHOWN)


def moment(instant: str) -> tuple[str, str]:
    """Day and time of an instant, as they are told."""
    day, time = local_moment(instant)
    return format_long(day), persian_time(time)
