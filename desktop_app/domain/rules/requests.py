"""Requests (درخواست‌ها) to the committee: an extension, a proposal, an agreement, or a decision by circulation."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final

from desktop_app.domain.calendar.jalali import format_words
from desktop_app.domain.errors import RuleBroken


class RequestKind(StrEnum):
    """The kind of a request."""

    EXTENSION = "extension"
    PROPOSAL = "proposal"
    AGREEMENT = "agreement"
    CIRCULATION = "circulation"


class RequestState(StrEnum):
    """The state of a request."""

    OPEN = "open"
    TABLED = "tabled"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


UNANSWERED: Final = frozenset({RequestState.OPEN, RequestState.TABLED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One request: who asks for what, the day, the agenda item for it, and the answer."""

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


def require_extension(request: Request, due: date | None, today: date) -> None:
    """Raise ``RuleBroken`` unless the wanted deadline is later than the one in force."""
    if request.wanted_due is None:
        raise RuleBroken("request_without_day", field="wanted_due")
    if request.asked_on > today:
        raise RuleBroken("paper_after_today", field="asked_on")
    if due is not None and request.wanted_due <= due:
        raise RuleBroken("request_not_later", field="wanted_due", day=format_words(due))


def answered(request: Request, state: RequestState, day: date, answer: str = "") -> Request:
    """Return the answered or withdrawn request; raises ``RuleBroken("request_answered")`` for an answered one."""
    if request.state not in UNANSWERED:
        raise RuleBroken("request_answered")
    return replace(request, state=state, answered_on=day, answer=answer)


def tabled(request: Request, agenda_item_id: int) -> Request:
    """Return the request with its agenda item; raises ``RuleBroken("request_answered")`` for an answered one."""
    if request.state not in UNANSWERED:
        raise RuleBroken("request_answered")
    return replace(request, state=RequestState.TABLED, agenda_item_id=agenda_item_id)


def without_agenda_item(request: Request) -> Request:
    """Return the request without its agenda item; an answer stays."""
    state = RequestState.OPEN if request.state is RequestState.TABLED else request.state
    return replace(request, state=state, agenda_item_id=None)


def without_answer(request: Request) -> Request:
    """Return the request without its answer, which was undone."""
    state = RequestState.OPEN if request.agenda_item_id is None else RequestState.TABLED
    return replace(request, state=state, answered_on=None, answer="")
