"""Files (پیوست‌ها): the bytes of a scan or letter, stored once, and their links to records."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.papers import Classification
from desktop_app.domain.rules.minutes import MinutesVersion, was_taken_over
from desktop_app.domain.rules.typed_text import as_typed_clean, missing_characters

PDF: Final = "application/pdf"
PNG: Final = "image/png"
JPEG: Final = "image/jpeg"
TIFF: Final = "image/tiff"
GIF: Final = "image/gif"
WEBP: Final = "image/webp"
DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PPTX: Final = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
OLE: Final = "application/x-ole-storage"
RTF: Final = "application/rtf"
ZIP: Final = "application/zip"
TEXT: Final = "text/plain"
OTHER: Final = "application/octet-stream"

PICTURES: Final = frozenset({PNG, JPEG, TIFF, GIF, WEBP})
SCANS: Final = PICTURES | {PDF}
"""What the scan of a paper may be."""
ENDINGS: Final = {
    PDF: ".pdf",
    PNG: ".png",
    JPEG: ".jpg",
    TIFF: ".tif",
    GIF: ".gif",
    WEBP: ".webp",
    DOCX: ".docx",
    XLSX: ".xlsx",
    PPTX: ".pptx",
    RTF: ".rtf",
    ZIP: ".zip",
    TEXT: ".txt",
}
"""By media type, the ending under which the system knows a program for it; the others are opened by nobody."""

_OTHER_ENDINGS: Final = {".jpg": ".jpeg", ".tif": ".tiff"}

MOST_MEGABYTES: Final = 200
"""The largest file that is taken."""
LONGEST_NAME: Final = 200
"""Letters of the name that a file bears on a record."""
LONGEST_ON_DISK: Final = 120
"""Letters of a name on the disk, its ending left out."""
_FORBIDDEN: Final = frozenset('<>:"/\\|?*')
_MILLION: Final = 1_000_000


class FileRole(StrEnum):
    """The purpose of a file for its record."""

    ATTACHMENT = "attachment"
    ANNEX = "annex"
    SCAN = "scan"
    LETTER = "letter"
    EVIDENCE = "evidence"
    LOGO = "logo"


class FileDoubt(StrEnum):
    """Why an attached file cannot be viewed or printed; it is stored nevertheless."""

    TORN = "torn"
    """Cut off, or otherwise damaged: not all of it can be drawn."""
    LOCKED = "locked"
    """Nobody opens it without its password."""
    TOO_MUCH = "too_much"
    """It would fill the memory, or never end."""


class FileOwner(StrEnum):
    """The kinds of record that can have files; the values are the table names."""

    MEETING = "meeting"
    AGENDA_ITEM = "agenda_item"
    MINUTES = "minutes_version"
    RESOLUTION = "resolution"
    TASK = "task"
    NOMINATION = "nomination"
    PERSON = "person"
    SEAT = "seat"
    UNIT = "unit"
    INCOMING = "incoming_paper"
    OUTGOING = "outgoing_paper"
    UPSTREAM = "upstream_decision"


@dataclass(frozen=True, slots=True)
class RecordRef:
    """Reference to a record that has files: its kind and id."""

    kind: FileOwner
    id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredFile:
    """The bytes of one file by their SHA-256; ``type`` is the detected media type. Never changed or removed."""

    id: int = 0
    sha256: str
    size: int
    type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FileLink:
    """Link of a file to one record; ``name`` is text given by the operator, never a path.

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


def record_of_minutes(version: MinutesVersion) -> RecordRef:
    """The record whose files the minutes show: the version, or for imported minutes their meeting.

    So the scan of such minutes is one list, from whichever page it is looked for.
    """
    if was_taken_over(version):
        return RecordRef(FileOwner.MEETING, version.meeting_id)
    return RecordRef(FileOwner.MINUTES, version.id)


def require_size(size: int, name: str = "") -> None:
    """Raise ``RuleBroken`` for an empty file, or one above the size limit."""
    if size == 0:
        raise RuleBroken("file_empty", name=name)
    if size > MOST_MEGABYTES * _MILLION:
        raise RuleBroken("file_too_large", name=name, most=MOST_MEGABYTES)


def require_scan(file: StoredFile, name: str) -> None:
    """Raise ``RuleBroken`` for bytes that are not a picture or PDF, whatever the file extension."""
    if file.type not in SCANS:
        raise RuleBroken("scan_not_readable", field="scan", name=name)


def name_from(file_name: str, supported: frozenset[int], unnamed: str) -> str:
    """Return the name of a dropped or chosen file without characters that cannot be printed.

    ``unnamed`` is what it is called where nothing remains.
    """
    # whatever system it came from, what stands before the last separator is a path
    bare = re.split(r"[/\\]", file_name.replace("\x00", "").rstrip("/\\"))[-1]
    clean = as_typed_clean(bare[: 4 * LONGEST_NAME], multiline=False).text
    lacking = {one.char for one in missing_characters(clean, supported)}
    kept = "".join(letter for letter in clean if letter not in lacking)
    return " ".join(kept.split())[:LONGEST_NAME].strip() or unnamed


def require_name(name: str) -> str:
    """Return the typed name without surrounding blanks; raises ``RuleBroken`` for an empty or too long one."""
    found = name.strip()
    if not found:
        raise RuleBroken("file_without_name", field="name")
    if len(found) > LONGEST_NAME:
        raise RuleBroken("file_name_too_long", field="name", most=LONGEST_NAME)
    return found


def disk_name(name: str, media_type: str) -> str:
    """Return a file name valid on every disk, from the name on the record; the extension follows the bytes.

    So nothing is run that only calls itself a picture, and no name of a device is met.
    """
    ending = ENDINGS.get(media_type, "")
    same = next((one for one in (ending, _OTHER_ENDINGS.get(ending, "")) if one and name.lower().endswith(one)), "")
    stem = name[: len(name) - len(same)]
    plain = "".join("_" if letter in _FORBIDDEN or ord(letter) < 32 else letter for letter in stem)
    cut = plain.encode("utf-8")[: 2 * LONGEST_ON_DISK].decode("utf-8", "ignore")[:LONGEST_ON_DISK].strip(". ")
    if not cut or is_device(cut):
        cut = f"_{cut}"
    return f"{cut}{ending}"


def is_device(name: str) -> bool:
    """Whether Windows treats the name as a device, with any extension (also ``COM¹`` for ``COM1``)."""
    first = re.split("[.:]", name, maxsplit=1)[0].strip().upper()
    number = first[3:].translate(str.maketrans("¹²³", "123"))
    in_row = first[:3] in ("COM", "LPT") and len(number) == 1 and number in "123456789"
    return in_row or first in ("CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$")


_ORDER: Final = (Classification.NORMAL, Classification.CONFIDENTIAL, Classification.SECRET)


def require_class(chosen: Classification | None, of_record: Classification) -> None:
    """Raise ``RuleBroken`` for a file with a lower class than its record."""
    if chosen is not None and _ORDER.index(chosen) < _ORDER.index(of_record):
        raise RuleBroken("file_class_lower", field="classification", least=of_record.value)
