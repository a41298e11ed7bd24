"""Table of requests to the committee."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Mapped

from desktop_app.domain.rules.requests import RequestKind, RequestState
from desktop_app.storage.schema.base import Kept, ref, rule, word


class RequestRecord(Kept):
    """One request and what became of it."""

    __tablename__ = "request"
    __table_args__ = (
        rule("ck_request_given", "title <> ''"),
        rule("ck_request_extension", "kind <> 'extension' OR resolution_id IS NOT NULL"),
    )

    committee_id: Mapped[int] = ref("committee")
    kind: Mapped[RequestKind] = word(RequestKind)
    state: Mapped[RequestState] = word(RequestState)
    title: Mapped[str]
    text: Mapped[str]
    asked_on: Mapped[date]
    unit_id: Mapped[int | None] = ref("unit")
    party_id: Mapped[int | None] = ref("party")
    resolution_id: Mapped[int | None] = ref("resolution")
    wanted_due: Mapped[date | None]
    agenda_item_id: Mapped[int | None] = ref("agenda_item")
    answered_on: Mapped[date | None]
    answer: Mapped[str]
