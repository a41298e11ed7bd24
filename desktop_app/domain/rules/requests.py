"""Requests (درخواست‌ها) to the committee: an extension, a proposal, an agreement, or a decision by circulation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class RequestKind(StrEnum):
    """What is asked for."""

    EXTENSION = "extension"
    PROPOSAL = "proposal"
    AGREEMENT = "agreement"
    CIRCULATION = "circulation"


class RequestState(StrEnum):
    """How far a request has come."""

    OPEN = "open"
    TABLED = "tabled"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One request: who asks for what, since when, the agenda item that tabled it, and how it was answered."""

    id: int = 0
    committee_id: int
    kind: RequestKind
    state: RequestState = RequestState.OPEN
    title: str
    text: str = ""
    asked_on: date
    unit_id: int | None = None
    party_id: int | None = None
    resolution_id: int | None = None
    wanted_due: date | None = None
    agenda_item_id: int | None = None
    answered_on: date | None = None
    answer: str = ""
