"""Common parts of the office's letters: letterhead, signatory, meeting as called, the operator's own additions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any, Final

from desktop_app.domain.calendar.clock import Clock
from desktop_app.domain.calendar.jalali import format_date
from desktop_app.domain.documents.documents import Imprint, Letterhead
from desktop_app.domain.documents.letter_lines import AddresseeLine, CalledMeeting, LetterSaid, SignatoryLine
from desktop_app.domain.documents.paper_capabilities import PaperCapabilities, taken
from desktop_app.domain.documents.typography import Typography
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.rules.meetings import Meeting
from desktop_app.domain.rules.members import SeatRole, Unit
from desktop_app.domain.settings import OfficeSettings
from desktop_app.domain.text.digits import persian_digits
from desktop_app.services.documents.minutes_lines import entries, iso
from desktop_app.services.office.letterhead import logo_of
from desktop_app.services.reading import holders_of, parties_of, previous_of
from desktop_app.storage.store.work import Work

_LINES: Final = ("number", "subject", "signatory", "signatory_post")
_TEXTS: Final = ("references", "note", "attachments", "copies_to")


def said_clean(paper: PaperCapabilities, said: LetterSaid) -> LetterSaid:
    """The additions as the fields showed them, or ``RuleBroken``: ``text_too_long``, ``glyph_missing``."""
    clean: dict[str, Any] = {name: taken(paper, getattr(said, name), name).strip() for name in _LINES}
    clean |= {name: taken(paper, getattr(said, name), name, multiline=True) for name in _TEXTS}
    return replace(said, **clean)


def require_answer_day(said: LetterSaid, sent: date | None, answer_until: date | None) -> None:
    """Raise ``answer_before_letter``; a letter whose day is not typed goes out on ``sent``, where that is known."""
    day = said.day or sent
    if answer_until is not None and day is not None and answer_until < day:
        raise RuleBroken("answer_before_letter", field="answer_until", day=format_date(day))


def letterhead_of(work: Work, committee_id: int, said: LetterSaid) -> Letterhead:
    """The office's letterhead with number, day and classes of the letter."""
    settings = work.settings()
    parties = settings.letterhead or tuple(party.name for party in parties_of(work, committee_id))
    return letterhead_with(parties, settings.invocation, said, logo=settings.logo)


def letterhead_with(parties: tuple[str, ...], invocation: str, said: LetterSaid, *, logo: str = "") -> Letterhead:
    """A letterhead with number, day and classes of the letter; «پیوست» counts what is attached."""
    attached = len(entries(said.attachments))
    return Letterhead(
        parties=parties,
        invocation=invocation,
        number=said.number,
        day=iso(said.day),
        attachment=persian_digits(attached) if attached else "",
        classification=said.classification.value,
        urgency=said.urgency.value,
        logo=logo,
    )


def signatory_of(work: Work, committee_id: int, day: date, said: LetterSaid) -> SignatoryLine:
    """Who signs: whom the operator named, else the secretary of the committee on that day."""
    if said.signatory:
        return SignatoryLine(name=said.signatory, post=said.signatory_post)
    return officer_of(work, committee_id, day, SeatRole.SECRETARY)


def officer_of(work: Work, committee_id: int, day: date, role: SeatRole) -> SignatoryLine:
    """The holder of a seat of the committee, with the committee as the body; an empty line where nobody holds it."""
    body = work.committees.get(committee_id).name
    for holder in holders_of(work, committee_id, day):
        if holder.role is role:
            return SignatoryLine(name=holder.name, post=holder.title, body=body)
    return SignatoryLine(body=body)


def typography_of(settings: OfficeSettings) -> Typography:
    """How the office wants its papers set now."""
    return settings.print_setup.typography


def unit_line(unit: Unit) -> AddresseeLine:
    """A unit as the one whom a letter is for, with its head and its liaison."""
    return AddresseeLine(name=unit.name, kind=unit.kind.value, head=unit.head, liaison=unit.liaison)


def called(work: Work, meeting: Meeting) -> CalledMeeting:
    """The meeting as its papers name it."""
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
    """What stands on a letter about the letter: it has no code of its own."""
    return Imprint(draft=draft, sample=work.settings().sample, made_at=clock.instant(), logo=logo_of(work, head.logo))
