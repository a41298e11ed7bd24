"""Registered papers: what came in (دفتر وارده), what went out (دفتر صادره), and what each is about."""

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
    """A paper that came in: ``row`` is its number in our register of the year, ``number`` and ``day`` the sender's own.

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
    """A paper that went out, frozen as it was; its delivery is told later, and it may be struck once.

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
    """What a paper is about or caused: one incoming or one outgoing paper, and a record by its kind and uid."""

    id: int = 0
    incoming_paper_id: int | None = None
    outgoing_paper_id: int | None = None
    record_kind: str
    record_uid: str
    removed_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """How papers were sent and who received them, told of several at once; what is empty is not told."""

    way: SendingWay | None = None
    received_by: str = ""
    received_on: date | None = None


def delivered(paper: OutgoingPaper, delivery: Delivery) -> OutgoingPaper:
    """The paper with what is told of it, as far as nothing was told before."""
    if delivery.way is not None and paper.way is SendingWay.OTHER:
        paper = replace(paper, way=delivery.way)
    if delivery.received_by and not paper.received_by:
        paper = replace(paper, received_by=delivery.received_by, received_on=delivery.received_on)
    return paper


HANDED_OVER = (SendingWay.BY_HAND, SendingWay.OTHER)
"""Ways on which a letter may be handed over; of what was only printed or saved the way is not told."""


def require_told(delivery: Delivery) -> None:
    """Raise ``RuleBroken`` where nothing is told, or a day without the name."""
    if delivery.received_on is not None and not delivery.received_by:
        raise RuleBroken("receipt_without_name", field="received_by")
    if delivery.way is None and not delivery.received_by:
        raise RuleBroken("delivery_untold", field="way")


def require_incoming(paper: IncomingPaper, today: date) -> None:
    """Raise ``RuleBroken`` beside the first field of a paper that cannot have come in so."""
    if not paper.sender:
        raise RuleBroken("paper_without_sender", field="sender")
    if not paper.subject:
        raise RuleBroken("paper_without_subject", field="subject")
    if paper.received_on > today:
        raise RuleBroken("paper_after_today", field="received_on")
    if paper.day is not None and paper.day > paper.received_on:
        raise RuleBroken("paper_received_before_written", field="day", day=format_words(paper.received_on))


def is_numbered(paper: IncomingPaper) -> bool:
    """Whether it bears a number of its sender, and not a word for having none."""
    return any(letter.isdigit() for letter in paper.number)


def same_letter(one: IncomingPaper, other: IncomingPaper) -> bool:
    """Whether two papers are one letter: of one sender, under one number and day, whichever way each was typed.

    Without a day it is that of the year, for senders begin to count anew.
    """
    if one.day != other.day or (one.day is None and year_of(one.received_on) != year_of(other.received_on)):
        return False
    return _spelled(one) == _spelled(other)


def _spelled(paper: IncomingPaper) -> tuple[str, str]:
    """Sender and number whichever way they were typed."""
    return fold(paper.sender, Form.SQUEEZED), spelled(paper.number)


def spelled(number: str) -> str:
    """A number whichever way it was typed; a hyphen tells two numbers apart, a blank does not."""
    return "".join(fold(number, Form.JOINED).split())


def require_outgoing(paper: OutgoingPaper, today: date) -> None:
    """Raise ``RuleBroken`` beside the first field of a paper that cannot have gone out so."""
    if not paper.addressee:
        raise RuleBroken("paper_without_addressee", field="addressee")
    if not paper.subject:
        raise RuleBroken("paper_without_subject", field="subject")
    if paper.day > today:
        raise RuleBroken("paper_after_today", field="day")


def require_receipt(paper: OutgoingPaper, today: date) -> None:
    """Raise ``RuleBroken`` unless who received a paper is told whole: name and day, no earlier than it went out."""
    if paper.received_on is not None and not paper.received_by:
        raise RuleBroken("receipt_without_name", field="received_by")
    if paper.received_by and paper.received_on is None:
        raise RuleBroken("receipt_without_day", field="received_on")
    if paper.received_on is not None and paper.received_on > today:
        raise RuleBroken("paper_after_today", field="received_on")
    if paper.received_on is not None and paper.received_on < paper.day:
        raise RuleBroken("receipt_before_sending", field="received_on", day=format_words(paper.day))


def require_standing(paper: IncomingPaper | OutgoingPaper) -> None:
    """Raise ``RuleBroken("paper_struck")`` for a paper that was struck out of the register."""
    if paper.struck_on is not None:
        raise RuleBroken("paper_struck", row=paper.row)


def require_striking(paper: IncomingPaper | OutgoingPaper, reason: str) -> None:
    """Raise ``RuleBroken`` unless the paper stands and there is a reason to strike it."""
    require_standing(paper)
    if not reason:
        raise RuleBroken("striking_without_reason", field="reason")
