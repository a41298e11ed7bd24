"""Values of a document as Persian text for paper: days, times, counts. Empty values give empty text."""

from __future__ import annotations

from desktop_app.domain.calendar import jalali
from desktop_app.domain.documents.papers import Classification
from desktop_app.domain.text.digits import persian_digits
from desktop_app.text.paper import frame as around
from desktop_app.text.paper import keys


def day(iso: str) -> str:
    """A stored day as year/month/day."""
    return jalali.format_date(jalali.day_from_iso(iso)) if iso else ""


def weekday(iso: str) -> str:
    """The weekday of a stored day."""
    return jalali.weekday_name(jalali.day_from_iso(iso)) if iso else ""


def month(iso: str) -> str:
    """The Jalali month of a stored day, with its year."""
    return jalali.format_month(jalali.month_of(jalali.day_from_iso(iso))) if iso else ""


def with_class(side: str, classification: str) -> str:
    """The left end of a running header, with the class of a paper that is guarded."""
    guarded = keys.CLASSIFICATIONS[classification] if classification != Classification.NORMAL else ""
    return around.footer([part for part in (guarded, side) if part])


def digits(value: str | int) -> str:
    """A count, or a stored time ``HH:MM``."""
    return persian_digits(value)
