"""Registered papers: incoming (دفتر وارده), outgoing (دفتر صادره), and their links to records."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar

from desktop_app.domain.calendar.jalali import format_words, year_of
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.papers import Classification, Urgency
from desktop_app.domain.rules.invitations import SendingWay
from desktop_app.domain.text.folding import Form, fold


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomingPaper:
    """An incoming paper: ``row`` is its number in our yearly register, ``number`` and ``day`` the sender's.

    Year and row are 0 until it is entered. One that was struck keeps its row, with the reason.
    """

    kind: ClassVar = "incoming_paper"
    id: int = 0
    committee_id: int = 0
    year: int = 0
    row: int = 0
    number: str = ""
    day: date | None = None
    received_on: date
    sender: str = ""
    subject: str = ""
    classification: Classification = Classification.NORMAL
    urgency: Urgency = Urgency.NORMAL
    note: str = ""
    struck_on: date | None = None
    struck_reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutgoingPaper:
    """An outgoing paper, frozen as sent; its delivery is added later, and it may be struck once.

    ``document`` and its hash are empty for a paper that was made elsewhere. ``number`` is that of the letter; where it
    comes later, it is given once. Year and row are 0 until it is entered.
    """

    kind: ClassVar = "outgoing_paper"
    id: int = 0
    committee_id: int = 0
    year: int = 0
    row: int = 0
    number: str = ""
    day: date
    addressee: str = ""
    subject: str = ""
    way: SendingWay
    at: str = ""
    actor: str = ""
    classification: Classification = Classification.NORMAL
    urgency: Urgency = Urgency.NORMAL
    template: int = 0
    document: str = ""
    content_hash: str = ""
    note: str = ""
    received_by: str = ""
    received_on: date | None = None
    struck_on: date | None = None
    struck_reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperLink:
    """Link of one incoming or outgoing paper to a record, by the record's kind and uid."""

    id: int = 0
    incoming_paper_id: int | None = None
    outgoing_paper_id: int | None = None
    record_kind: str
    record_uid: str
    removed_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """How papers were sent and who received them, entered for several at once; empty fields are ignored."""

    way: SendingWay | None = None
    received_by: str = ""
    received_on: date | None = None


def with_delivery(paper: OutgoingPaper, delivery: Delivery) -> OutgoingPaper:
    """Return the paper with the delivery facts in its empty fields; filled fields stay."""
    if delivery.way is not None and paper.way is SendingWay.OTHER:
        paper = replace(paper, way=delivery.way)
    if delivery.received_by and not paper.received_by:
        paper = replace(paper, received_by=delivery.received_by, received_on=delivery.received_on)
    return paper


HANDED_OVER = (SendingWay.BY_HAND, SendingWay.OTHER)
"""Ways on which a letter may be handed over; of what was only printed or saved the way is not told."""


def require_delivery_facts(delivery: Delivery) -> None:
    """Raise ``RuleBroken`` for a delivery without facts, or a receipt day without a name."""
    if delivery.received_on is not None and not delivery.received_by:
        raise RuleBroken("receipt_without_name", field="received_by")
    if delivery.way is None and not delivery.received_by:
        raise RuleBroken("delivery_untold", field="way")


def require_incoming(paper: IncomingPaper, today: date) -> None:
    """Raise ``RuleBroken`` for the first invalid field of an incoming paper."""
    if not paper.sender:
        raise RuleBroken("paper_without_sender", field="sender")
    if not paper.subject:
        raise RuleBroken("paper_without_subject", field="subject")
    if paper.received_on > today:
        raise RuleBroken("paper_after_today", field="received_on")
    if paper.day is not None and paper.day > paper.received_on:
        raise RuleBroken("paper_received_before_written", field="day", day=format_words(paper.received_on))


def is_numbered(paper: IncomingPaper) -> bool:
    """Whether the sender's number is a real number, not a word for «none»."""
    return any(letter.isdigit() for letter in paper.number)


def same_letter(one: IncomingPaper, other: IncomingPaper) -> bool:
    """Whether two incoming papers are one letter: equal sender, number and day in any spelling.

    Without a day it is that of the year, for senders begin to count anew.
    """
    if one.day != other.day or (one.day is None and year_of(one.received_on) != year_of(other.received_on)):
        return False
    return _normalised(one) == _normalised(other)


def _normalised(paper: IncomingPaper) -> tuple[str, str]:
    """Sender and number, normalised for comparison."""
    return fold(paper.sender, Form.SQUEEZED), normalised_number(paper.number)


def normalised_number(number: str) -> str:
    """Return a number normalised for comparison; hyphens matter, blanks do not."""
    return "".join(fold(number, Form.JOINED).split())


def require_outgoing(paper: OutgoingPaper, today: date) -> None:
    """Raise ``RuleBroken`` for the first invalid field of an outgoing paper."""
    if not paper.addressee:
        raise RuleBroken("paper_without_addressee", field="addressee")
    if not paper.subject:
        raise RuleBroken("paper_without_subject", field="subject")
    if paper.day > today:
        raise RuleBroken("paper_after_today", field="day")


def require_receipt(paper: OutgoingPaper, today: date) -> None:
    """Raise ``RuleBroken`` unless the receipt is complete: name and day, not before the sending."""
    if paper.received_on is not None and not paper.received_by:
        raise RuleBroken("receipt_without_name", field="received_by")
    if paper.received_by and paper.received_on is None:
        raise RuleBroken("receipt_without_day", field="received_on")
    if paper.received_on is not None and paper.received_on > today:
        raise RuleBroken("paper_after_today", field="received_on")
    if paper.received_on is not None and paper.received_on < paper.day:
        raise RuleBroken("receipt_before_sending", field="received_on", day=format_words(paper.day))


def require_not_struck(paper: IncomingPaper | OutgoingPaper) -> None:
    """Raise ``RuleBroken("paper_struck")`` for a struck paper."""
    if paper.struck_on is not None:
        raise RuleBroken("paper_struck", row=paper.row)


def require_striking(paper: IncomingPaper | OutgoingPaper, reason: str) -> None:
    """Raise ``RuleBroken`` when the paper is struck already or the reason is missing."""
    require_not_struck(paper)
    if not reason:
        raise RuleBroken("striking_without_reason", field="reason")
