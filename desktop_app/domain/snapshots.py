"""The snapshot of a document: canonical JSON, the hash that is taken from it and the code that the paper shows.

A snapshot must give back the very document that was frozen, for ever.
"""

from __future__ import annotations

import base64
import dataclasses
import hashlib
import json
from typing import Any

from desktop_app.domain.documents import (
    AgendaLine,
    AttendanceLine,
    DeadlineLine,
    FollowUpLine,
    GuestLine,
    LetterDocument,
    Letterhead,
    MeetingFacts,
    MinutesDocument,
    PartyLine,
    QuorumLine,
    ResolutionLine,
    SignerLine,
)


def canonical_json(document: MinutesDocument | LetterDocument) -> str:
    """The document as RFC 8785 JSON: UTF-8, sorted keys, no blanks; it holds no floating-point number.

    What schema 1 gained later stands in it only where it says something, so that a paper without it keeps its code.
    """
    plain = dataclasses.asdict(document)
    if not plain["letterhead"]["logo"]:
        del plain["letterhead"]["logo"]
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def content_hash(canonical: str) -> str:
    """SHA-256 of the canonical JSON as 64 hexadecimal digits."""
    return hashlib.sha256(canonical.encode("utf-8")).hexdigest()


def paper_code(hash_hex: str) -> str:
    """The first 16 base32 characters of a content hash, as footer and QR code show it."""
    return base64.b32encode(bytes.fromhex(hash_hex)).decode("ascii")[:16]


def _rows(kind: type[Any], values: list[dict[str, Any]]) -> tuple[Any, ...]:
    return tuple(kind(**value) for value in values)


def minutes_from_json(canonical: str) -> MinutesDocument:
    """Read minutes back from their snapshot; equal to the document that was frozen."""
    data: dict[str, Any] = json.loads(canonical)
    data["fonts"] = tuple((name, digest) for name, digest in data["fonts"])
    data["letterhead"] = Letterhead(**{**data["letterhead"], "parties": tuple(data["letterhead"]["parties"])})
    data["parties"] = _rows(PartyLine, data["parties"])
    data["meeting"] = MeetingFacts(**data["meeting"])
    data["attendance"] = _rows(AttendanceLine, data["attendance"])
    data["guests"] = _rows(GuestLine, data["guests"])
    found = data["quorum"]
    data["quorum"] = QuorumLine(**{**found, "parties": tuple((a, b) for a, b in found["parties"])})
    data["agenda"] = tuple(_agenda_line(item) for item in data["agenda"])
    data["follow_up"] = _rows(FollowUpLine, data["follow_up"])
    data["resolutions"] = tuple(_resolution_line(item) for item in data["resolutions"])
    data["signers"] = _rows(SignerLine, data["signers"])
    for name in ("attachments", "copies_to"):
        data[name] = tuple(data[name])
    return MinutesDocument(**data)


def _agenda_line(item: dict[str, Any]) -> AgendaLine:
    talk = tuple((speaker, text) for speaker, text in item["talk"])
    return AgendaLine(title=item["title"], presenter=item["presenter"], talk=talk, notes=tuple(item["notes"]))


def _resolution_line(item: dict[str, Any]) -> ResolutionLine:
    changed = {"deadline": DeadlineLine(**item["deadline"]), "cooperating": tuple(item["cooperating"])}
    return ResolutionLine(**{**item, **changed})
