"""Tables of the registers of papers and their links, of requests to the committee, and of files.

A file is kept once by its hash; a link says which record has it.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped

from desktop_app.domain.papers import Classification, Urgency
from desktop_app.domain.rules.files import FileRole
from desktop_app.domain.rules.invitations import SendingWay
from desktop_app.domain.rules.requests import RequestKind, RequestState
from desktop_app.storage.schema.base import Kept, instant_column, named_check, reference_column, word_column


class RequestRecord(Kept):
    """One request to the committee and its answer."""

    __tablename__ = "request"
    __table_args__ = (
        named_check("ck_request_given", "title <> ''"),
        named_check("ck_request_extension", "kind <> 'extension' OR resolution_id IS NOT NULL"),
    )

    committee_id: Mapped[int] = reference_column("committee")
    kind: Mapped[RequestKind] = word_column(RequestKind)
    state: Mapped[RequestState] = word_column(RequestState)
    title: Mapped[str]
    text: Mapped[str]
    asked_on: Mapped[date]
    unit_id: Mapped[int | None] = reference_column("unit")
    party_id: Mapped[int | None] = reference_column("party")
    resolution_id: Mapped[int | None] = reference_column("resolution")
    wanted_due: Mapped[date | None]
    agenda_item_id: Mapped[int | None] = reference_column("agenda_item")
    answered_on: Mapped[date | None]
    answer: Mapped[str]


class FileRecord(Kept):
    """One file of the file store: hash, size and type of its bytes; append-only."""

    __tablename__ = "file"
    __table_args__ = (
        UniqueConstraint("sha256"),
        named_check("ck_file_bytes", "length(sha256) = 64 AND size >= 0 AND type <> ''"),
    )

    sha256: Mapped[str]
    size: Mapped[int]
    type: Mapped[str]


class FileLinkRecord(Kept):
    """The attachment of a file to one record."""

    __tablename__ = "file_link"
    __table_args__ = (
        named_check("ck_file_link_given", "record_kind <> '' AND record_uid <> '' AND name <> ''"),
        named_check("ck_file_link_ordinal", "ordinal >= 0"),
        Index(None, "record_uid"),
    )

    file_id: Mapped[int] = reference_column("file")
    record_kind: Mapped[str]
    record_uid: Mapped[str]
    role: Mapped[FileRole] = word_column(FileRole)
    name: Mapped[str]
    ordinal: Mapped[int]
    classification: Mapped[Classification | None] = word_column(Classification)
    removed_on: Mapped[date | None]


class IncomingPaperRecord(Kept):
    """An incoming paper; its number in the register of its year is never given again."""

    __tablename__ = "incoming_paper"
    __table_args__ = (
        UniqueConstraint("committee_id", "year", "row"),
        named_check("ck_incoming_paper_struck", "(struck_on IS NULL) = (struck_reason = '')"),
        named_check("ck_incoming_paper_given", "year >= 1 AND row >= 1 AND sender <> ''"),
    )

    committee_id: Mapped[int] = reference_column("committee")
    year: Mapped[int]
    row: Mapped[int]
    number: Mapped[str]
    day: Mapped[date | None]
    received_on: Mapped[date]
    sender: Mapped[str]
    subject: Mapped[str]
    classification: Mapped[Classification] = word_column(Classification)
    urgency: Mapped[Urgency] = word_column(Urgency)
    note: Mapped[str]
    struck_on: Mapped[date | None]
    struck_reason: Mapped[str]


class OutgoingPaperRecord(Kept):
    """An outgoing paper as it was sent; its delivery, note, striking and missing number can be added later."""

    __tablename__ = "outgoing_paper"
    __table_args__ = (
        UniqueConstraint("committee_id", "year", "row"),
        named_check("ck_outgoing_paper_struck", "(struck_on IS NULL) = (struck_reason = '')"),
        named_check("ck_outgoing_paper_given", "year >= 1 AND row >= 1 AND addressee <> '' AND at <> ''"),
        named_check(
            "ck_outgoing_paper_document",
            "(document = '' AND content_hash = '' AND template = 0)"
            " OR (document <> '' AND length(content_hash) = 64 AND template >= 1)",
        ),
    )

    committee_id: Mapped[int] = reference_column("committee")
    year: Mapped[int]
    row: Mapped[int]
    number: Mapped[str]
    day: Mapped[date]
    addressee: Mapped[str]
    subject: Mapped[str]
    way: Mapped[SendingWay] = word_column(SendingWay)
    at: Mapped[str] = instant_column()
    actor: Mapped[str]
    classification: Mapped[Classification] = word_column(Classification)
    urgency: Mapped[Urgency] = word_column(Urgency)
    template: Mapped[int]
    document: Mapped[str]
    content_hash: Mapped[str]
    note: Mapped[str]
    received_by: Mapped[str]
    received_on: Mapped[date | None]
    struck_on: Mapped[date | None]
    struck_reason: Mapped[str]


class PaperLinkRecord(Kept):
    """A link from a paper to a record that it is about or caused."""

    __tablename__ = "paper_link"
    __table_args__ = (
        named_check("ck_paper_link_one_paper", "(incoming_paper_id IS NULL) <> (outgoing_paper_id IS NULL)"),
        named_check("ck_paper_link_given", "record_kind <> '' AND record_uid <> ''"),
        Index(None, "record_uid"),
    )

    incoming_paper_id: Mapped[int | None] = reference_column("incoming_paper")
    outgoing_paper_id: Mapped[int | None] = reference_column("outgoing_paper")
    record_kind: Mapped[str]
    record_uid: Mapped[str]
    removed_on: Mapped[date | None]
