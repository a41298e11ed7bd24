"""Wording of resolutions on papers: the way of adoption, and the deadline as it was agreed."""

from __future__ import annotations

from desktop_app.domain.documents.documents import DeadlineLine, ResolutionLine
from desktop_app.domain.rules.deadlines import DeadlineKind
from desktop_app.domain.rules.minutes import AdoptionKind
from desktop_app.printing.stationery.paper_words import day, digits
from desktop_app.text.paper import keys
from desktop_app.text.paper import minutes as words


def adoption(line: ResolutionLine) -> str:
    """The way of adoption, with the reservation in its words and the counts of votes where they are known."""
    adopted = keys.ADOPTIONS[line.adoption]
    if line.adoption == AdoptionKind.WITH_RESERVATION and line.reservation:
        adopted = words.with_reservation(line.reservation)
    if line.votes_for is None or line.votes_against is None:
        return adopted
    return words.counted(adopted, digits(line.votes_for), digits(line.votes_against))


def deadline(line: DeadlineLine) -> tuple[str, str]:
    """The deadline as it was agreed, and below it the day that follows from that."""
    known = day(line.due)
    if line.kind == DeadlineKind.RELATIVE:
        unit, base = keys.RELATIVE_UNITS[line.unit], keys.RELATIVE_BASES[line.base]
        return words.relative_deadline(digits(line.count), unit, base), known
    if line.kind == DeadlineKind.NEXT_MEETING:
        return words.NEXT_MEETING_DEADLINE, known
    if line.kind == DeadlineKind.CONTINUOUS:
        return words.CONTINUOUS, words.review_on(known) if known else ""
    return known, ""
