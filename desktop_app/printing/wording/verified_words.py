"""The answer about a paper in words, for the window and the command line alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from desktop_app.domain.calendar.jalali import format_date, format_long, format_words
from desktop_app.domain.documents.amendment_lines import ChangeLine
from desktop_app.domain.read_models.verified_paper import (
    FileLetter,
    KeptPaper,
    NumberedLetter,
    PaperClaims,
    ToldPaper,
    ToldPart,
    VerifiedLetter,
    VerifiedMinutes,
    VerifiedPaper,
    VerifiedResolution,
    VerifiedSigner,
)
from desktop_app.domain.verifying.verdicts import FileEvidence, PaperStanding
from desktop_app.printing.layout.revised import Stroke
from desktop_app.printing.papers.minutes_changes import parts_of, place_of
from desktop_app.printing.wording.verified_files import cut, moment, shortened, told_of_file
from desktop_app.printing.wording.verified_headline import headline
from desktop_app.text.papers import verified_letters as letter_words
from desktop_app.text.papers import verifying as words


def told(paper: VerifiedPaper) -> ToldPaper:
    """Verdict, next step, and the parts that have anything to say."""
    worth, verdict, next_step = headline(paper)
    parts = (ToldPart(title, tuple(lines)) for title, lines in _parts(paper))
    return ToldPaper(worth, verdict, next_step, tuple(one for one in parts if one.lines))


def _parts(paper: VerifiedPaper) -> Iterator[tuple[str, Iterator[str]]]:
    if paper.numbered:
        yield from _numbered(paper)
        return
    altered = paper.file is not None and paper.file.evidence is FileEvidence.ALTERED
    titles = words.OF_ORIGINAL if altered else words.OF_PAPER
    if paper.file is not None and altered:
        # what is wrong with it comes before what it would be
        yield words.FILE, told_of_file(paper.file)
    yield words.NEAREST, _nearest(paper)
    yield words.THE_CODE if paper.minutes is None and paper.letter is None else titles.what, _what(paper)
    if paper.claims is not None and paper.minutes is None and paper.letter is None:
        yield words.CLAIMED, _claims(paper.claims)
    if paper.minutes is not None:
        yield words.HOLDS, _holds(paper, paper.minutes)
        if paper.standing in (PaperStanding.CORRECTED, PaperStanding.WITHDRAWN):
            yield titles.differences, _differences(paper.minutes, titles.side)
        yield titles.signatures, _signatures(paper.minutes)
        yield titles.kept, _kept(paper.minutes.kept)
    if len(paper.letters) > 1 or paper.letter is None:
        yield letter_words.LETTERS, _letters(paper.letters)
    yield titles.resolutions, _resolutions(paper.resolutions)
    if paper.file is not None and not altered:
        yield words.FILE, told_of_file(paper.file)


def _nearest(paper: VerifiedPaper) -> Iterator[str]:
    if paper.nearest:
        yield words.nearest(paper.nearest)


def _what(paper: VerifiedPaper) -> Iterator[str]:
    if paper.minutes is not None:
        yield from _minutes(paper, paper.minutes)
    if paper.letter is not None and len(paper.letters) <= 1:
        yield from _letter(paper.letter)
    if paper.code and not (paper.sample and paper.file is not None):
        # none stands on the paper of a sample
        yield words.code(paper.code)
        if not paper.exact:
            yield words.READ_AS
        if paper.turned:
            yield words.TURNED
        if paper.letter is not None:
            yield words.LETTER_UNCODED


def _minutes(paper: VerifiedPaper, of: VerifiedMinutes) -> Iterator[str]:
    yield words.minutes(of.number, format_words(of.day) if of.day is not None else "", inquorate=of.inquorate)
    taken_over = paper.standing is PaperStanding.TAKEN_OVER
    yield words.TAKEN_OVER if taken_over else words.version(of.version, of.correction)
    if of.finalised_at:
        yield words.finalised(*moment(of.finalised_at), of.printings)
    if of.ended_at:
        yield words.ended(paper.standing, *moment(of.ended_at), of.ended_by)
    if of.reason:
        yield words.reason(of.reason)


def _letter(letter: VerifiedLetter) -> Iterator[str]:
    yield words.letter(letter.addressee, letter.number, format_long(letter.day))
    if letter.meeting:
        yield words.of_meeting(letter.meeting)
    if letter.subject:
        yield letter.subject


def _letters(letters: Sequence[FileLetter]) -> Iterator[str]:
    """Every one: whoever holds a file of many looks for a single one."""
    for place, one in enumerate(letters, start=1):
        yield letter_words.file_letter(place, one.addressee, one.number, one.standing.value, one.row, one.year)


def _numbered(paper: VerifiedPaper) -> Iterator[tuple[str, Iterator[str]]]:
    """The letters that bear a number; in one run several may bear the same."""
    for one in paper.numbered[: words.MOST_SHOWN]:
        yield letter_words.in_register(one.row, one.year), _of_register(one)
    left = len(paper.numbered) - words.MOST_SHOWN
    if left > 0:
        yield words.more(left), iter((letter_words.MORE_IN_REGISTER,))


def _of_register(one: NumberedLetter) -> Iterator[str]:
    letter = one.letter
    yield words.letter(letter.addressee, letter.number, format_long(letter.day))
    yield letter_words.kind_line(one.kind.value if one.kind is not None else "", letter.subject)
    if one.standing is PaperStanding.STRUCK:
        yield letter_words.STRUCK
    if one.standing is PaperStanding.FALSIFIED:
        yield letter_words.CHANGED
    else:
        yield letter_words.MADE_ELSEWHERE if one.kind is None else letter_words.KEPT
    for file in one.files:
        yield letter_words.kept_file(file.name, file.state)


def _claims(claims: PaperClaims) -> Iterator[str]:
    day = format_words(date.fromisoformat(claims.day)) if _is_day(claims.day) else ""
    yield words.claim(claims.kind, claims.number, day, claims.version)
    if claims.committee:
        yield words.committee(claims.committee)


def _holds(paper: VerifiedPaper, of: VerifiedMinutes) -> Iterator[str]:
    if of.holds is not None and of.holds != of.version:
        yield words.holding(of.holds, of.holds_state)
        if of.holds_code:
            yield words.code(of.holds_code)
    elif of.holds is None and paper.standing is PaperStanding.WITHDRAWN:
        yield words.NONE_HOLDS
    if of.begun:
        yield words.begun(of.begun)


def _differences(of: VerifiedMinutes, side: str) -> Iterator[str]:
    if of.changes is None:
        yield words.NO_TEXT
    elif of.changes:
        for one in of.changes[: words.MOST_SHOWN]:
            yield from _change(one, side)
        if len(of.changes) > words.MOST_SHOWN:
            yield words.more(len(of.changes) - words.MOST_SHOWN)
    elif of.holds is not None:
        yield words.NO_DIFFERENCE


def _change(line: ChangeLine, side: str) -> tuple[str, ...]:
    """Both sides of a change, whole; the words that both have stand on both sides."""
    parts = parts_of(line)
    before = "".join(text for text, _look, stroke in parts if stroke is not Stroke.UNDERLINED)
    after = "".join(text for text, _look, stroke in parts if stroke is not Stroke.STRUCK)
    return words.change(place_of(line), side, *(" ".join(one.split()) for one in (before, after)))


def _kept(kept: Sequence[KeptPaper]) -> Iterator[str]:
    for one in kept:
        if one.at:
            yield words.kept_print_file(moment(one.at)[0], one.state)
        else:
            yield words.kept_scan(one.name, one.state)


def _signatures(of: VerifiedMinutes) -> Iterator[str]:
    for one in of.signers:
        line = words.signed(one.name, one.post, _signed(one, of.originals))
        notes = shortened(" – ".join(" ".join(note.split()) for note in one.notes))
        yield words.reserved(line, notes) if notes else line
    if not of.signers:
        yield words.NO_SIGNERS


def _signed(signer: VerifiedSigner, originals: int) -> str:
    days = dict(signer.signed)
    if not days:
        return words.NOT_SIGNED
    if len(days) == originals and len(set(days.values())) == 1:
        return words.both_on(format_date(signer.signed[0][1]))
    return "، ".join(
        words.signed_on(one, format_date(days[one])) if one in days else words.lacking(one)
        for one in range(1, originals + 1)
    )


def _resolutions(resolutions: Sequence[VerifiedResolution]) -> Iterator[str]:
    told_of = {
        (True, True): words.AS_BOTH,
        (True, False): words.AS_SOURCE_ONLY,
        (False, True): words.AS_NOW_ONLY,
        (False, False): words.AS_NEITHER,
    }
    yield from cut([words.resolution(one.number, told_of[one.as_source, one.as_now]) for one in resolutions])


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
