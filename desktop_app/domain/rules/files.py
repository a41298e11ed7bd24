"""Files (پیوست‌ها): the bytes of a scan or a letter, kept once, and the records that each belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop_app.domain.documents.papers import Classification


class FileRole(StrEnum):
    """What a file is to its record."""

    ATTACHMENT = "attachment"
    ANNEX = "annex"
    SCAN = "scan"
    LETTER = "letter"
    EVIDENCE = "evidence"
    LOGO = "logo"


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredFile:
    """The bytes of one file by their SHA-256; ``type`` is the media type found in them. Never changed or removed."""

    id: int = 0
    sha256: str
    size: int
    type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FileLink:
    """A file as one record has it; ``name`` is text that somebody gave and never a path.

    ``classification`` of None is that of the record. A link is never removed: ``removed_on`` takes it off the record.
    """

    id: int = 0
    file_id: int
    record_kind: str
    record_uid: str
    role: FileRole
    name: str
    ordinal: int
    classification: Classification | None = None
    removed_on: date | None = None
