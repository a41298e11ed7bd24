"""Tables of the registers of papers that came in and went out, and of the records that they are about."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped

from desktop_app.domain.documents.papers import Classification, Urgency
from desktop_app.domain.rules.invitations import SendingWay
from desktop_app.storage.schema.base import Kept, instant, ref, rule, word


class IncomingPaperRecord(Kept):
    """A paper that came in; its number in the register of its year is never given again."""

    __tablename__ = "incoming_paper"
    __table_args__ = (
        UniqueConstraint("committee_id", "year", "row"),
        rule("ck_incoming_paper_struck", "(struck_on IS NULL) = (struck_reason = '')"),
        rule("ck_incoming_paper_given", "year >= 1 AND row >= 1 AND sender <> ''"),
    )

    committee_id: Mapped[int] = ref("committee")
    year: Mapped[int]
    row: Mapped[int]
    number: Mapped[str]
    day: Mapped[date | None]
    received_on: Mapped[date]
    sender: Mapped[str]
    subject: Mapped[str]
    classification: Mapped[Classification] = word(Classification)
    urgency: Mapped[Urgency] = word(Urgency)
    note: Mapped[str]
    struck_on: Mapped[date | None]
    struck_reason: Mapped[str]


class OutgoingPaperRecord(Kept):
    """A paper that went out, as it was; delivery, note, striking and a number that it lacks are told later."""

    __tablename__ = "outgoing_paper"
    __table_args__ = (
        UniqueConstraint("committee_id", "year", "row"),
        rule("ck_outgoing_paper_struck", "(struck_on IS NULL) = (struck_reason = '')"),
        rule("ck_outgoing_paper_given", "year >= 1 AND row >= 1 AND addressee <> '' AND at <> ''"),
        rule(
            "ck_outgoing_paper_document",
            "(document = '' AND content_hash = '' AND template = 0)"
            " OR (document <> '' AND length(content_hash) = 64 AND template >= 1)",
        ),
    )

    committee_id: Mapped[int] = ref("committee")
    year: Mapped[int]
    row: Mapped[int]
    number: Mapped[str]
    day: Mapped[date]
    addressee: Mapped[str]
    subject: Mapped[str]
    way: Mapped[SendingWay] = word(SendingWay)
    at: Mapped[str] = instant()
    actor: Mapped[str]
    classification: Mapped[Classification] = word(Classification)
    urgency: Mapped[Urgency] = word(Urgency)
    template: Mapped[int]
    document: Mapped[str]
    content_hash: Mapped[str]
    note: Mapped[str]
    received_by: Mapped[str]
    received_on: Mapped[date | None]
    struck_on: Mapped[date | None]
    struck_reason: Mapped[str]


class PaperLinkRecord(Kept):
    """What one paper is about or caused."""

    __tablename__ = "paper_link"
    __table_args__ = (
        rule("ck_paper_link_one_paper", "(incoming_paper_id IS NULL) <> (outgoing_paper_id IS NULL)"),
        rule("ck_paper_link_given", "record_kind <> '' AND record_uid <> ''"),
        Index(None, "record_uid"),
    )

    incoming_paper_id: Mapped[int | None] = ref("incoming_paper")
    outgoing_paper_id: Mapped[int | None] = ref("outgoing_paper")
    record_kind: Mapped[str]
    record_uid: Mapped[str]
    removed_on: Mapped[date | None]
