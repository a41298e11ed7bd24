"""Values of a document as Persian text: days, times, counts, numbers, adoption and deadlines.

Empty values give empty text. A frozen document holds numbers as typed, and its paper shows them in Persian digits.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any, Final, TypeVar, cast

from desktop_app.domain.calendar import jalali
from desktop_app.domain.documents.documents import DeadlineLine, ResolutionLine
from desktop_app.domain.papers import Classification
from desktop_app.domain.rules.deadlines import DeadlineKind
from desktop_app.domain.rules.minutes import AdoptionKind
from desktop_app.domain.text.digits import persian_digits, record_number
from desktop_app.printing.words import frame
from desktop_app.printing.words import minutes as words

Shown = TypeVar("Shown")
_NUMBERS: Final = frozenset({"number", "own_number", "letter_number", "successor"})


def with_shown_numbers(document: Shown) -> Shown:
    """Return the document with every record number in Persian digits, as printed."""
    return cast("Shown", _shown(document))


def _shown(value: Any, name: str = "") -> Any:  # noqa: ANN401 - a document, or whatever is in it
    if isinstance(value, str):
        return record_number(value) if name in _NUMBERS else value
    if isinstance(value, tuple):
        return tuple(_shown(one) for one in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    found = {one.name: (getattr(value, one.name), one.name) for one in fields(value)}
    changed = {key: shown for key, (old, name) in found.items() if (shown := _shown(old, name)) != old}
    return replace(value, **changed) if changed else value


def day(iso: str) -> str:
    """Return a stored day as year/month/day."""
    return jalali.format_date(jalali.day_from_iso(iso)) if iso else ""


def weekday(iso: str) -> str:
    """Return the weekday of a stored day."""
    return jalali.weekday_name(jalali.day_from_iso(iso)) if iso else ""


def month(iso: str) -> str:
    """Return the Jalali month of a stored day, with its year."""
    return jalali.format_month(jalali.month_of(jalali.day_from_iso(iso))) if iso else ""


def with_class(side: str, classification: str) -> str:
    """Return the left end of a running header, with the class if it is higher than usual."""
    guarded = frame.CLASSIFICATIONS[classification] if classification != Classification.NORMAL else ""
    return frame.footer([part for part in (guarded, side) if part])


def digits(value: str | int) -> str:
    """Return a count or a stored time ``HH:MM`` in Persian digits."""
    return persian_digits(value)


def adoption(line: ResolutionLine) -> str:
    """Return the adoption, with the reservation and the counts of votes if known."""
    adopted = frame.ADOPTIONS[line.adoption]
    if line.adoption == AdoptionKind.WITH_RESERVATION and line.reservation:
        adopted = words.with_reservation(line.reservation)
    if line.votes_for is None or line.votes_against is None:
        return adopted
    return words.counted(adopted, digits(line.votes_for), digits(line.votes_against))


def deadline(line: DeadlineLine) -> tuple[str, str]:
    """Return the agreed deadline, and the resulting day below it."""
    known = day(line.due)
    if line.kind == DeadlineKind.RELATIVE:
        unit, base = frame.RELATIVE_UNITS[line.unit], frame.RELATIVE_BASES[line.base]
        return words.relative_deadline(digits(line.count), unit, base), known
    if line.kind == DeadlineKind.NEXT_MEETING:
        return words.NEXT_MEETING_DEADLINE, known
    if line.kind == DeadlineKind.CONTINUOUS:
        return words.CONTINUOUS, words.review_on(known) if known else ""
    return known, ""
