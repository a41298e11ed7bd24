"""Tables of files: what is kept once by its hash, and the records that have it."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped

from desktop_app.domain.documents.papers import Classification
from desktop_app.domain.rules.files import FileRole
from desktop_app.storage.schema.base import Kept, ref, rule, word


class FileRecord(Kept):
    """The bytes of one file, which lie in the store of files; append-only."""

    __tablename__ = "file"
    __table_args__ = (
        UniqueConstraint("sha256"),
        rule("ck_file_bytes", "length(sha256) = 64 AND size >= 0 AND type <> ''"),
    )

    sha256: Mapped[str]
    size: Mapped[int]
    type: Mapped[str]


class FileLinkRecord(Kept):
    """A file as one record has it."""

    __tablename__ = "file_link"
    __table_args__ = (
        rule("ck_file_link_given", "record_kind <> '' AND record_uid <> '' AND name <> ''"),
        rule("ck_file_link_ordinal", "ordinal >= 0"),
        Index(None, "record_uid"),
    )

    file_id: Mapped[int] = ref("file")
    record_kind: Mapped[str]
    record_uid: Mapped[str]
    role: Mapped[FileRole] = word(FileRole)
    name: Mapped[str]
    ordinal: Mapped[int]
    classification: Mapped[Classification | None] = word(Classification)
    removed_on: Mapped[date | None]
