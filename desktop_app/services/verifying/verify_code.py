"""Verify a paper by its code: as somebody typed it from the page, or as it was read from a mark."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.domain.documents.snapshots import content_hash, paper_code
from desktop_app.domain.read_models.rows import paper_of_line, register_line
from desktop_app.domain.read_models.scans import PaperOf
from desktop_app.domain.read_models.verified_paper import KnownCode, NumberedLetter, VerifiedLetter, VerifiedPaper
from desktop_app.domain.verifying.paper_codes import TypedCode, read_typed, turned_round
from desktop_app.domain.verifying.verdicts import PaperStanding
from desktop_app.services.context import Context
from desktop_app.services.ports import Work
from desktop_app.services.scans.coded_papers import RECORDS
from desktop_app.services.verifying.kept_files import KeptFiles, files_of_letter, kept_of
from desktop_app.services.verifying.verified_minutes import standing_of, verified_minutes


def verify_code(context: Context, typed: str) -> VerifiedPaper:
    """What the paper with this code is.

    A code that is unknown is an answer, too. Raises ``RuleBroken`` with ``field="code"`` for what is no code: see
    :func:`desktop_app.domain.verifying.paper_codes.read_typed`.
    """
    read = read_typed(typed)
    with context.read() as work:
        known = [found for code in read.codes if (found := known_code(work, code)) is not None]
        if len(known) == 1:
            return replace(of_known(work, known[0]), exact=read.exact)
        # some readers of PDF copy the parts of a code the other way round; no other code is taken for it
        turned = [found for code in read.codes if (found := known_code(work, turned_round(code))) is not None]
        if known or len(turned) != 1:
            return _unknown(work, read)
        return replace(of_known(work, turned[0]), exact=read.exact, turned=True)


def known_code(work: Work, code: str) -> KnownCode | None:
    """Whose a code is: a text's before that of a link of the chain, the newest record of several."""
    for kind, name in RECORDS.items():
        papers = work.record_ids.coded(name, code)
        if papers:
            return KnownCode(code, kind, papers[-1])
    bearer = work.paper_codes.chained(code)
    return None if bearer is None else KnownCode(code, None, bearer)


def known_text(work: Work, digest: str) -> KnownCode | None:
    """The record of a whole text, by its hash and not by its code alone."""
    known = known_code(work, paper_code(digest))
    if known is None or known.kind is None:
        return None
    return known if _digest_of(work, known) == digest else None


def _digest_of(work: Work, known: KnownCode) -> str:
    if known.kind is PaperOf.MINUTES:
        return work.versions.get(known.id).content_hash
    if known.kind is PaperOf.INVITATION:
        return work.sent_invitations.get(known.id).content_hash
    return work.outgoing_papers.get(known.id).content_hash


def with_kept(context: Context, answer: VerifiedPaper, files: KeptFiles) -> VerifiedPaper:
    """The answer with what became of the files that are kept of its minutes or letters; a large scan takes its time."""
    if answer.numbered:
        with context.read() as work:
            letters = tuple(_with_files(work, one, files) for one in answer.numbered)
        return replace(answer, numbered=letters)
    if answer.minutes is None:
        return answer
    with context.read() as work:
        kept = kept_of(work, files, work.versions.get(answer.minutes.version_id))
    return replace(answer, minutes=replace(answer.minutes, kept=kept))


def of_known(work: Work, known: KnownCode) -> VerifiedPaper:
    """What is recorded under a code."""
    answer = {
        PaperOf.MINUTES: _minutes,
        PaperOf.INVITATION: _invitation,
        PaperOf.OUTGOING: _outgoing,
        None: _chain,
    }[known.kind](work, known)
    return replace(answer, code=known.code, sample=work.settings().sample)


def unknown(work: Work, code: str) -> VerifiedPaper:
    """A code that no record has, with the one known code that is a single letter away."""
    return _unknown(work, TypedCode((code,), exact=True))


# ---- inside


def _with_files(work: Work, letter: NumberedLetter, files: KeptFiles) -> NumberedLetter:
    paper_id, _outgoing = paper_of_line(letter.line)
    return replace(letter, files=files_of_letter(work, files, paper_id))


def _unknown(work: Work, read: TypedCode) -> VerifiedPaper:
    near = {one for code in read.codes for one in work.paper_codes.near(code)}
    return VerifiedPaper(
        standing=PaperStanding.UNKNOWN,
        code=read.codes[0],
        exact=read.exact,
        nearest=near.pop() if len(near) == 1 else "",
        sample=work.settings().sample,
    )


def _minutes(work: Work, known: KnownCode) -> VerifiedPaper:
    version = work.versions.get(known.id)
    return VerifiedPaper(standing=standing_of(work, version), minutes=verified_minutes(work, version))


def _chain(work: Work, known: KnownCode) -> VerifiedPaper:
    """The code of a link; where minutes became final with it, theirs is the paper that shows it."""
    if not known.id:
        return VerifiedPaper(standing=PaperStanding.CHAIN)
    return VerifiedPaper(standing=PaperStanding.CHAIN, minutes=verified_minutes(work, work.versions.get(known.id)))


def _invitation(work: Work, known: KnownCode) -> VerifiedPaper:
    sent = work.sent_invitations.get(known.id)
    if content_hash(sent.document) != sent.content_hash:
        return VerifiedPaper(standing=PaperStanding.FALSIFIED)
    letter = VerifiedLetter(
        addressee=sent.addressee,
        number=sent.number,
        day=sent.sent_on,
        meeting=work.meetings.get(sent.meeting_id).number,
        meeting_id=sent.meeting_id,
    )
    return VerifiedPaper(standing=PaperStanding.STRUCK if sent.struck else PaperStanding.SENT, letter=letter)


def _outgoing(work: Work, known: KnownCode) -> VerifiedPaper:
    sent = work.outgoing_papers.get(known.id)
    if content_hash(sent.document) != sent.content_hash:
        return VerifiedPaper(standing=PaperStanding.FALSIFIED)
    letter = VerifiedLetter(addressee=sent.addressee, number=sent.number, day=sent.day, subject=sent.subject)
    letter = replace(letter, line=register_line(sent.id, outgoing=True))
    struck = sent.struck_on is not None
    return VerifiedPaper(standing=PaperStanding.STRUCK if struck else PaperStanding.SENT, letter=letter)
