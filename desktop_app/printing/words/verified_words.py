"""Result of verifying a paper as Persian text, for the window and the command line."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.domain.calendar.clock import local_moment
from desktop_app.domain.calendar.jalali import format_long, format_short
from desktop_app.domain.read_models.verified_paper import (
    VerificationText,
    VerifiedFile,
    VerifiedLetter,
    VerifiedMinutes,
    VerifiedPaper,
)
from desktop_app.domain.rules.verifying import IdentifiedBy, InvalidReason, PaperVerdict, StoredAs
from desktop_app.domain.text.digits import persian_time, record_number
from desktop_app.words import verifying as words


def result_texts(paper: VerifiedPaper) -> VerificationText:
    """Return headline, facts, and the details shown on request."""
    return VerificationText(paper.verdict, _headline(paper), tuple(_facts(paper)), tuple(_details(paper)))


def _headline(paper: VerifiedPaper) -> str:
    name = _name(paper)
    match paper.verdict:
        case PaperVerdict.SAME:
            return words.same(name)
        case PaperVerdict.KEPT:
            attached = paper.file.attached if paper.file is not None else 0
            return words.kept(words.files_of(name) if name else words.attachment(attached))
        case PaperVerdict.HOLDS:
            several = paper.clue is IdentifiedBy.NUMBER and len(paper.letters) > 1
            return words.holds("numbers" if several else paper.clue.value, name)
        case PaperVerdict.NOT_IN_FORCE:
            return words.not_in_force(name or words.DRAFT, (paper.lapse or InvalidReason.DRAFT).value)
        case PaperVerdict.DIFFERS:
            return words.differs(name)
        case PaperVerdict.UNKNOWN:
            return words.UNKNOWN[paper.clue.value]


def _name(paper: VerifiedPaper) -> str:
    if paper.minutes is not None:
        of = paper.minutes
        return words.minutes(of.number, of.version, taken_over=of.taken_over)
    if len(paper.letters) == 1:
        return words.letter(paper.letters[0].addressee, record_number(paper.letters[0].number))
    if not paper.letters:
        return ""
    bad = [one for one in paper.letters if one.lapse is not None or not one.genuine]
    blamed = paper.verdict in (PaperVerdict.NOT_IN_FORCE, PaperVerdict.DIFFERS)
    return words.letters(len(bad) if blamed else len(paper.letters), len(paper.letters))


def _facts(paper: VerifiedPaper) -> Iterator[str]:
    if paper.nearest:
        yield words.nearest(paper.nearest)
    if paper.minutes is not None:
        yield from _minutes(paper.minutes)
    for one in paper.letters[: words.MOST_SHOWN]:
        yield _letter(one)
    if len(paper.letters) > words.MOST_SHOWN:
        yield words.more(len(paper.letters) - words.MOST_SHOWN)
    papers = (paper.minutes,) if paper.minutes is not None else paper.letters
    if not all(one.genuine for one in papers):
        yield words.FALSIFIED
    if paper.file is not None:
        yield from _file(paper, paper.file)
    if paper.sample:
        yield words.SAMPLE


def _minutes(of: VerifiedMinutes) -> Iterator[str]:
    day = format_long(of.day) if of.day is not None else ""
    yield words.day_and_state(day, of.state, inquorate=of.inquorate)
    if of.signers:
        yield words.signatures(of.signed, of.signers, format_short(of.signed_on) if of.signed_on is not None else "")
    elif not of.taken_over and of.lapse is not InvalidReason.DRAFT:
        yield words.NO_SIGNERS
    if of.holds and of.holds_id != of.version_id:
        yield words.holding(of.holds)
    elif of.lapse is InvalidReason.WITHDRAWN:
        yield words.NONE_HOLDS


def _letter(one: VerifiedLetter) -> str:
    at = words.row(one.row, one.year) if one.row else "" if one.recorded else words.NOT_RECORDED
    day = format_long(one.day) if one.day is not None else ""
    lapse = one.lapse.value if one.lapse is not None else ""
    return words.letter_line(words.letter(one.addressee, record_number(one.number)), one.kind, day, at, lapse)


def _file(paper: VerifiedPaper, file: VerifiedFile) -> Iterator[str]:
    if file.kept is StoredAs.PRINT:
        day, time = local_moment(file.kept_at)
        yield words.kept_print(format_long(day), persian_time(time))
    elif file.kept is not None:
        yield words.KEPT[file.kept.value]
    if file.reason:
        yield words.reason(file.reason)
    yield from _document(paper, file)
    if file.scanned and paper.clue is not IdentifiedBy.NONE:
        yield from _marks(file)
    if file.attached and paper.verdict is not PaperVerdict.KEPT:
        yield words.attached(file.attached)


def _document(paper: VerifiedPaper, file: VerifiedFile) -> Iterator[str]:
    """Yield whether the attached document agrees with the records, or its kind if it is unknown."""
    unknown = paper.verdict is PaperVerdict.UNKNOWN and paper.minutes is None and not paper.letters
    if file.agrees is not None:
        yield words.AGREES if file.agrees else words.DISAGREES
    elif file.kind and unknown:
        yield words.kind_line(file.kind)


def _marks(file: VerifiedFile) -> Iterator[str]:
    """Yield which pages a scan has, by its page marks."""
    if file.total:
        missing = [one for one in range(1, file.total + 1) if one not in file.marks]
        yield words.marks(file.marks, missing, file.total)
    else:
        yield words.CODE_ALONE
    if file.unread:
        yield words.unread(file.unread)
    if file.other_codes:
        yield words.other_codes(file.other_codes)


def _details(paper: VerifiedPaper) -> Iterator[str]:
    if paper.code:
        yield words.code(paper.code)
    if paper.file is not None and paper.file.pages:
        yield words.page_count(paper.file.pages)
    if paper.file is not None and paper.file.sha256:
        yield words.fingerprint(paper.file.sha256)
