"""Document of a free letter, and the parts that all letters of the office share.

Parts are letterhead, signatory, meeting as called, and additions. A paper of several letters can be cut into single
ones, each with the number and day of the register.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final

from desktop_app.domain.calendar.clock import Clock, iso
from desktop_app.domain.calendar.jalali import format_date
from desktop_app.domain.documents.appearance import Typography
from desktop_app.domain.documents.documents import Imprint, LetterDocument, Letterhead, Paper
from desktop_app.domain.documents.letter_lines import AddresseeLine, CalledMeeting, LetterAdditions, SignatoryLine
from desktop_app.domain.documents.paper_capabilities import PaperCapabilities, clean_text
from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.settings import OfficeSettings
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.rules.meetings import Meeting
from desktop_app.domain.rules.members import SeatRole, Unit
from desktop_app.domain.text.digits import persian_digits
from desktop_app.services.context import Context
from desktop_app.services.documents.documents import letter
from desktop_app.services.documents.minutes_lines import split_lines
from desktop_app.services.office.settings import logo_of
from desktop_app.services.reading import holders_of, only_committee_id, parties_of, previous_of
from desktop_app.storage.store.work import Work

_LINES: Final = ("number", "subject", "signatory", "signatory_post")
_TEXTS: Final = ("references", "note", "attachments", "copies_to")


def clean_additions(paper: PaperCapabilities, additions: LetterAdditions) -> LetterAdditions:
    """Return the operator's additions, cleaned; raises ``RuleBroken``: ``text_too_long``, ``glyph_missing``."""
    clean: dict[str, Any] = {name: clean_text(paper, getattr(additions, name), name).strip() for name in _LINES}
    clean |= {name: clean_text(paper, getattr(additions, name), name, multiline=True) for name in _TEXTS}
    return replace(additions, **clean)


def require_answer_day(additions: LetterAdditions, sent: date | None, answer_until: date | None) -> None:
    """Raise ``RuleBroken("answer_before_letter")`` when the answer is due before the letter's day."""
    day = additions.day or sent
    if answer_until is not None and day is not None and answer_until < day:
        raise RuleBroken("answer_before_letter", field="answer_until", day=format_date(day))


def letterhead_of(work: Work, committee_id: int, additions: LetterAdditions) -> Letterhead:
    """The office's letterhead with number, day and classes of the letter."""
    settings = work.settings()
    parties = settings.letterhead or tuple(party.name for party in parties_of(work, committee_id))
    return letterhead_with(parties, settings.invocation, additions, logo=settings.logo)


def letterhead_with(
    parties: tuple[str, ...], invocation: str, additions: LetterAdditions, *, logo: str = ""
) -> Letterhead:
    """A letterhead with number, day and classes of the letter; «پیوست» counts what is attached."""
    attached = len(split_lines(additions.attachments))
    return Letterhead(
        parties=parties,
        invocation=invocation,
        number=additions.number,
        day=iso(additions.day),
        attachment=persian_digits(attached) if attached else "",
        classification=additions.classification.value,
        urgency=additions.urgency.value,
        logo=logo,
    )


def signatory_of(work: Work, committee_id: int, day: date, additions: LetterAdditions) -> SignatoryLine:
    """The signatory: the one that the operator named, else the committee's secretary on that day."""
    if additions.signatory:
        return SignatoryLine(name=additions.signatory, post=additions.signatory_post)
    return officer_of(work, committee_id, day, SeatRole.SECRETARY)


def officer_of(work: Work, committee_id: int, day: date, role: SeatRole) -> SignatoryLine:
    """The holder of a seat role, with the committee as the body; an empty line for a vacant seat."""
    body = work.committees.get(committee_id).name
    for holder in holders_of(work, committee_id, day):
        if holder.role is role:
            return SignatoryLine(name=holder.name, post=holder.title, body=body)
    return SignatoryLine(body=body)


def typography_of(settings: OfficeSettings) -> Typography:
    """The office's present typography."""
    return settings.print_setup.typography


def unit_line(unit: Unit) -> AddresseeLine:
    """Return the addressee line of a unit, with its head and its liaison."""
    return AddresseeLine(name=unit.name, kind=unit.kind.value, head=unit.head, liaison=unit.liaison)


def called_meeting(work: Work, meeting: Meeting) -> CalledMeeting:
    """Return the meeting as its papers name it."""
    previous = previous_of(work, meeting)
    return CalledMeeting(
        number=meeting.number,
        kind=meeting.kind.value,
        day=iso(meeting.day),
        starts_at=meeting.starts_at,
        place=meeting.place,
        previous_number=previous.number if previous else None,
        previous_day=iso(previous.day) if previous else "",
    )


def imprint_of_letter(work: Work, clock: Clock, head: Letterhead, *, draft: bool = False) -> Imprint:
    """Return what each page of a letter bears at its foot: draft, sample, time, no code."""
    return Imprint(draft=draft, sample=work.settings().sample, made_at=clock.instant(), logo=logo_of(work, head.logo))


def single_letters(kind: PaperKind, document: Any) -> Iterator[Any]:  # noqa: ANN401 - a document of whatever kind
    """Yield one document for each letter, in order; nothing for a paper that is not a letter."""
    if kind is PaperKind.INVITATION:
        for one in document.addressees:
            head = replace(document.letterhead, number=one.own_number or document.letterhead.number)
            yield replace(document, letterhead=head, addressees=(replace(one, own_number=""),))
    elif kind is PaperKind.EXTRACT:
        yield from (replace(document, letterhead=one.letterhead, letters=(one,)) for one in document.letters)
    elif kind is PaperKind.REMINDER:
        for one in document.letters:
            head = replace(document.letterhead, number=one.own_number or document.letterhead.number)
            yield replace(document, letterhead=head, letters=(replace(one, own_number=""),))
    elif kind is PaperKind.LETTER:
        yield document


def some_letters(kind: PaperKind, document: Any, places: Collection[int]) -> Any:  # noqa: ANN401 - the same document
    """Return the document with the letters at ``places`` (from 0) only; None when none is left."""
    if kind is PaperKind.LETTER:
        return document if places else None
    named = "addressees" if kind is PaperKind.INVITATION else "letters"
    kept = tuple(one for place, one in enumerate(getattr(document, named)) if place in places)
    return replace(document, **{named: kept}) if kept else None


def with_numbers(kind: PaperKind, document: Any, numbers: Sequence[str]) -> Any:  # noqa: ANN401 - the same document
    """Return the document with these letter numbers, in order; a letter without an addressee has none."""
    if kind is PaperKind.LETTER:
        heads = [replace(document.letterhead, number=number) for number in numbers]
        return replace(document, letterhead=heads[0]) if heads else document
    if kind is PaperKind.INVITATION:
        return replace(document, addressees=_with_own(document.addressees, numbers, document.letterhead.number))
    if kind is PaperKind.EXTRACT:
        pairs = zip(document.letters, numbers, strict=True)
        letters = [replace(one, letterhead=replace(one.letterhead, number=number)) for one, number in pairs]
        return replace(document, letters=tuple(letters))
    return replace(document, letters=_with_own(document.letters, numbers, document.letterhead.number))


def _with_own(lines: Sequence[Any], numbers: Sequence[str], shared: str) -> tuple[Any, ...]:
    """Return the letters, each with its own number where that differs from the ``shared`` one."""
    pairs = zip(lines, numbers, strict=True)
    return tuple(replace(one, own_number="" if number == shared else number) for one, number in pairs)


def with_days(kind: PaperKind, document: Any, days: Sequence[str]) -> Any:  # noqa: ANN401 - the same document
    """Return the document with these letter days, in order; the letters of a reminder share one."""
    if kind is PaperKind.EXTRACT:
        pairs = zip(document.letters, days, strict=True)
        return replace(
            document, letters=tuple(replace(one, letterhead=replace(one.letterhead, day=day)) for one, day in pairs)
        )
    head = document.letterhead
    return replace(document, letterhead=replace(head, day=head.day or max(days, default="")))


def letter_paper(
    context: Context,
    text: str,
    additions: LetterAdditions | None = None,
    *,
    to: AddresseeLine | None = None,
) -> Paper[LetterDocument]:
    """Build a letter, one paragraph a line; the secretary signs unless the operator named someone.

    Raises ``RuleBroken``: ``letter_empty``, ``glyph_missing``, ``text_too_long``.
    """
    words, whom = clean_additions(context.paper, additions or LetterAdditions()), _addressee(context.paper, to)
    with context.read() as work:
        committee_id = only_committee_id(work)
        head = letterhead_of(work, committee_id, words)
        signatory = signatory_of(work, committee_id, context.clock.today(), words)
        document = letter(text, head, context.paper.supported, additions=words, to=whom, signatory=signatory)
        document = replace(document, typography=typography_of(work.settings()))
        return Paper(document, imprint_of_letter(work, context.clock, head))


def letter_without_office(
    paper: PaperCapabilities,
    text: str,
    additions: LetterAdditions,
    *,
    parties: tuple[str, ...],
    invocation: str,
    to: AddresseeLine | None = None,
) -> Paper[LetterDocument]:
    """Build the letter under a given letterhead, without a data folder; only a named signatory signs."""
    words = clean_additions(paper, additions)
    head = letterhead_with(parties, invocation, words)
    signatory = SignatoryLine(name=words.signatory, post=words.signatory_post) if words.signatory else None
    document = letter(text, head, paper.supported, additions=words, to=_addressee(paper, to), signatory=signatory)
    return Paper(document, Imprint())


def _addressee(paper: PaperCapabilities, to: AddresseeLine | None) -> AddresseeLine | None:
    """Return the addressee with cleaned texts; None when the name is empty."""
    if to is None:
        return None
    name, post = clean_text(paper, to.name, "to").strip(), clean_text(paper, to.post, "to_post").strip()
    return replace(to, name=name, post=post) if name else None
