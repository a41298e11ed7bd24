"""Registered papers: what came in (دفتر وارده), what went out (دفتر صادره), and what each is about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop_app.domain.documents.papers import Classification, Urgency
from desktop_app.domain.rules.invitations import SendingWay


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomingPaper:
    """A paper that came in: ``row`` is its number in our register, ``number`` and ``day`` are the sender's own."""

    id: int = 0
    committee_id: int
    row: int
    number: str
    day: date | None = None
    received_on: date
    sender: str
    subject: str
    classification: Classification = Classification.NORMAL
    urgency: Urgency = Urgency.NORMAL
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutgoingPaper:
    """A paper that went out, frozen as it was sent; it may be struck once, with the reason as its note.

    ``document`` and its hash are empty for a paper that was made elsewhere.
    """

    id: int = 0
    committee_id: int
    row: int
    number: str
    day: date
    addressee: str
    subject: str
    way: SendingWay
    at: str
    actor: str
    classification: Classification = Classification.NORMAL
    urgency: Urgency = Urgency.NORMAL
    template: int = 0
    document: str = ""
    content_hash: str = ""
    struck_on: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperLink:
    """What a paper is about or caused: one incoming or one outgoing paper, and a record by its kind and uid."""

    id: int = 0
    incoming_paper_id: int | None = None
    outgoing_paper_id: int | None = None
    record_kind: str
    record_uid: str
    removed_on: date | None = None
