"""The headline of the answer about a paper: the verdict and the next step, of which neither claims too much."""

from __future__ import annotations

from typing import Final

from desktop_app.domain.read_models.verified_paper import FileCompared, VerifiedPaper
from desktop_app.domain.verifying.scanned_text import TextSeen
from desktop_app.domain.verifying.verdicts import FileEvidence, PaperStanding, Worth, worth_of
from desktop_app.text.papers import verified_headline as words
from desktop_app.text.papers import verified_letters as letter_words

_MARKS_ALONE: Final = frozenset({FileEvidence.SCANNED, FileEvidence.SCANNED_IN_PART})
_BY_CODE: Final = {
    FileEvidence.SCANNED: words.BY_CODE,
    FileEvidence.SCANNED_IN_PART: words.BY_CODE,
    FileEvidence.SCANNED_PARTLY: words.BY_CODE_PARTLY,
    FileEvidence.SCANNED_FAINT: words.BY_CODE_FAINT,
    FileEvidence.SCANNED_DOUBTFUL: words.BY_CODE_DOUBTFUL,
    FileEvidence.KEPT_WITH_REASON: words.KEPT_WITH_REASON,
    FileEvidence.RECORDED_UNDATED: words.UNDATED,
    FileEvidence.OWN_SOURCE: words.BY_OWN_SOURCE,
    FileEvidence.NOT_COMPARED: words.BY_UNCOMPARED,
}
"""By what a file shows: verdicts that say no more of it."""
_COMPARED_IN_PART: Final = {
    FileEvidence.SCANNED_PARTLY: words.PARTLY_NEXT,
    FileEvidence.SCANNED_FAINT: words.FAINT_NEXT,
    FileEvidence.SCANNED_DOUBTFUL: words.DOUBTFUL_NEXT,
    FileEvidence.KEPT_WITH_REASON: words.KEPT_NEXT,
}
_COMPARED: Final = frozenset({TextSeen.SAME, TextSeen.PARTLY, TextSeen.FAINT})
_HOLDING_NEXT: Final = {
    **dict.fromkeys((*_MARKS_ALONE, FileEvidence.NOT_COMPARED), words.NOT_COMPARED_NEXT),
    FileEvidence.OWN_SOURCE: words.IN_PART_NEXT,
}
"""By what a file shows, of a paper that holds."""
_HOLDING: Final = frozenset({PaperStanding.IN_FORCE, PaperStanding.SENT})


def headline(paper: VerifiedPaper) -> tuple[Worth, str, str]:
    """What it is worth, the verdict and what to do now; sample data say that they are none of an office."""
    worth = worth_of(paper.standing, paper.file.evidence if paper.file is not None else None)
    verdict, step = _verdict(paper), _next_step(paper, worth)
    if not paper.sample:
        return worth, verdict, step
    # nobody relies on a sample, however well it is verified
    step = words.SAMPLE_NEXT if worth is Worth.GOOD else f"{words.SAMPLE_NEXT} {step}"
    return (Worth.CAUTION if worth is Worth.GOOD else worth), words.of_sample(verdict), step


def _verdict(paper: VerifiedPaper) -> str:
    if paper.file is not None and paper.file.evidence is FileEvidence.ALTERED:
        return words.ALTERED
    if paper.numbered and paper.standing in letter_words.VERDICTS:
        return letter_words.VERDICTS[paper.standing]
    if _is_letter_by_code(paper):
        return words.BY_CODE[paper.standing]
    several = _of_several(paper) if len(paper.letters) > 1 else ""
    by_code = _BY_CODE.get(paper.file.evidence, {}) if paper.file is not None else {}
    if _is_compared_in_some_pages(paper.file):
        by_code = {**by_code, **words.BY_CODE_SOME}
    if _is_source_in_part(paper.file):
        by_code = words.SOURCE_IN_PART
    if paper.standing is PaperStanding.CITING and paper.resolutions:
        right = all(one.as_source and one.as_now for one in paper.resolutions)
        several = words.CITES_UNSIGNED if right else words.CITES_OTHER
    return several or by_code.get(paper.standing) or words.VERDICTS[paper.standing]


def _of_several(paper: VerifiedPaper) -> str:
    """The verdict on letters in one file, where it is of them all or of how many; else nothing."""
    total = len(paper.letters)
    struck = sum(one.standing is PaperStanding.STRUCK for one in paper.letters)
    if paper.standing is PaperStanding.STRUCK and struck:
        return words.struck_of(struck, total)
    recorded = paper.file is not None and paper.file.evidence is FileEvidence.RECORDED_SOURCE
    return words.sent_all(total) if recorded and paper.standing is PaperStanding.SENT else ""


def _next_step(paper: VerifiedPaper, worth: Worth) -> str:
    file = paper.file
    if file is not None and file.evidence is FileEvidence.ALTERED:
        return words.ALTERED_NEXT
    if paper.claims is not None and paper.claims.other_committee:
        return words.OTHER_OFFICE
    by_number = letter_words.NEXT if paper.numbered else {}
    standing = PaperStanding.REGISTERED if _is_letter_by_code(paper) else paper.standing
    step = by_number.get(standing) or _usual_step(paper, standing)
    holds = paper.standing in _HOLDING
    if worth is not Worth.BAD:
        # that it holds is no reason to rely on what nobody looked at
        own, caution = "" if holds else step, _of_part(file)
        if not caution and _is_unread(paper):
            own = words.SCAN_IN_PART if _is_scan_in_part(file) else own
            caution = words.SOME_COMPARED if _is_compared_in_some_pages(file) else words.CODE_ALONE
        if caution:
            return f"{own} {caution}".strip()
    return _HOLDING_NEXT.get(file.evidence, step) if holds and file is not None else step


def _usual_step(paper: VerifiedPaper, standing: PaperStanding) -> str:
    """What to do by what it is worth; only an invitation has the page of a meeting."""
    if standing is PaperStanding.STRUCK and paper.letter is not None and not paper.letter.meeting_id:
        return words.STRUCK_IN_REGISTER
    step = words.NEXT[standing]
    recorded = all(one.standing is PaperStanding.SENT for one in paper.letters)
    return step if standing is not PaperStanding.CITING_RIGHTLY or recorded else f"{step} {words.UNREGISTERED_NEXT}"


def _is_letter_by_code(paper: VerifiedPaper) -> bool:
    """Whether nothing but the code of a letter that was sent is known, and no word of the paper."""
    return paper.file is None and paper.letter is not None and paper.standing is PaperStanding.SENT


def _of_part(file: FileCompared | None) -> str:
    """What to do where no more than a part of a file was compared, or a file is no more than a part; else nothing."""
    if _is_source_in_part(file):
        return words.SOURCE_NEXT
    return _COMPARED_IN_PART.get(file.evidence, "") if file is not None else ""


def _is_unread(paper: VerifiedPaper) -> bool:
    """Whether minutes are known by code or marks alone, and none of their words was read."""
    seen = paper.file is not None and paper.file.evidence not in _MARKS_ALONE
    return paper.minutes is not None and not seen and paper.standing is not PaperStanding.CHAIN


def _is_source_in_part(file: FileCompared | None) -> bool:
    """Whether a file that a kept scan was made of lacks pages, or has those of other papers."""
    return file is not None and file.source and _is_scan_in_part(file)


def _is_scan_in_part(file: FileCompared | None) -> bool:
    """Whether a scan lacks pages of its paper, or has those of others."""
    return file is not None and file.evidence is FileEvidence.SCANNED_IN_PART


def _is_compared_in_some_pages(file: FileCompared | None) -> bool:
    """Whether pages of a scan were held against the print, though not every page of the paper was."""
    if file is None or file.scan is None or file.evidence not in _MARKS_ALONE:
        return False
    return any(one.seen in _COMPARED for one in file.scan.texts)
