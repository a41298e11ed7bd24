"""Names that are suggested for the files of papers: the kind, and what this one is about."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final
from unicodedata import combining

from desktop_app.domain.calendar.jalali import to_jalali
from desktop_app.domain.documents.paper_orders import FORMS, OrderPart, PaperChoices, PaperOrder
from desktop_app.domain.text.digits import record_number
from desktop_app.text.papers import papers as words

_LONGEST: Final = 60
"""Characters of what it is about: the whole path has to stay below what Windows takes."""


def file_name(order: PaperOrder, choices: PaperChoices, suffix: str) -> str:
    """Two letters of one meeting get two names; ``choices`` know the numbers and names of what was chosen."""
    asked = FORMS[order.kind].parts
    told = [name for part, say in _PARTS.items() if part in asked for name in say(order, choices)]
    if OrderPart.LETTER in asked:
        told.append(order.to)
    return words.file_name(order.kind.value, "-".join(filter(None, map(_plain, told)))[:_LONGEST].rstrip("-"), suffix)


# ---- inside


def _meeting(order: PaperOrder, choices: PaperChoices) -> Iterator[str]:
    yield from (words.meeting_in_name(one.number) for one in choices.meetings if one.id == order.meeting_id)


def _resolution(order: PaperOrder, choices: PaperChoices) -> Iterator[str]:
    yield from (record_number(one.number) for one in choices.resolutions if one.id == order.resolution_id)


def _unit(order: PaperOrder, choices: PaperChoices) -> Iterator[str]:
    yield from (one.name for one in choices.units if one.id == order.unit_id)


def _invitee(order: PaperOrder, _choices: PaperChoices) -> Iterator[str]:
    yield order.only


def _month(order: PaperOrder, _choices: PaperChoices) -> Iterator[str]:
    if order.month is not None:
        yield f"{order.month.year}-{order.month.month:02}"


def _year(order: PaperOrder, _choices: PaperChoices) -> Iterator[str]:
    if order.year is not None:
        yield str(order.year)


def _day(order: PaperOrder, _choices: PaperChoices) -> Iterator[str]:
    if order.sent_on is not None:
        day = to_jalali(order.sent_on)
        yield f"{day.year}-{day.month:02}-{day.day:02}"


_PARTS: Final[Mapping[OrderPart, Callable[[PaperOrder, PaperChoices], Iterator[str]]]] = {
    OrderPart.MEETING: _meeting,
    OrderPart.RESOLUTION: _resolution,
    OrderPart.UNIT: _unit,
    OrderPart.INVITEE: _invitee,
    OrderPart.MONTH: _month,
    OrderPart.YEAR: _year,
    OrderPart.SENT: _day,
}


def _plain(text: str) -> str:
    """Letters, figures and joins of Persian words; whatever else is between them, a dash."""
    kept = "".join(one if one.isalnum() or combining(one) or one in "\u200c-" else " " for one in text)
    return "-".join(kept.split())
