"""Tables of evidence: the chain over everything that was done, and the hash of each row that was written.

Both only grow. A link is written by each commit that changed a record; it covers the entries of the audit table and
the acts up to those that it names, and the row hashes that name it (:mod:`desktop_app.storage.evidence.canonical` has
the canonical forms).
"""

from __future__ import annotations

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.storage.schema.base import Record, rule


class ChainLinkRecord(Record):
    """One commit: the hash before it, how far it covers the audit table and the acts, and its own hash."""

    __tablename__ = "chain_link"
    __table_args__ = (
        UniqueConstraint("hash"),
        rule("ck_chain_link_hashes", "length(hash) = 64 AND length(previous) IN (0, 64)"),
        rule("ck_chain_link_places", "format >= 1 AND last_entry >= 0 AND last_act >= 0"),
    )

    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    format: Mapped[int]
    previous: Mapped[str]
    last_entry: Mapped[int]
    last_act: Mapped[int]
    hash: Mapped[str]


class RecordHashRecord(Record):
    """The hash of one row as a commit left it, empty where it took the row away; the newest of a row holds."""

    __tablename__ = "record_hash"
    __table_args__ = (
        rule("ck_record_hash_hash", "length(hash) IN (0, 64) AND kind <> '' AND format >= 1"),
        Index(None, "kind", "record_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    link: Mapped[int] = mapped_column(
        ForeignKey("chain_link.seq", ondelete="RESTRICT", onupdate="RESTRICT"), index=True
    )
    kind: Mapped[str]
    record_id: Mapped[int]
    format: Mapped[int]
    hash: Mapped[str]
