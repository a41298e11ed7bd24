"""The snapshot of a document: its canonical JSON, the hash of that text, and the printed code.

A snapshot must give back the very document that was frozen, for ever.
"""

from __future__ import annotations

import base64
import dataclasses
import hashlib
import json
from typing import TYPE_CHECKING, Any, Final, TypeVar

from desktop_app.domain.text.json_text import read_json, value_from

if TYPE_CHECKING:
    from desktop_app.domain.documents.documents import MinutesDocument


_LATER: Final = (
    "amends", "annexes", "effects", "fate", "fate_reason", "final_on", "logo", "note_effects", "origin", "own_class",
    "own_number", "records_begin", "typography",
)  # fmt: skip
"""Parts that schema 1 gained after it was first written."""

Document = TypeVar("Document")


def canonical_json(document: object) -> str:
    """Return a frozen document as RFC 8785 JSON: UTF-8, sorted keys, no blanks, no floating-point numbers.

    What schema 1 gained later stands in it only where it says something, so that a paper without it keeps its code.
    """
    return json.dumps(_plain(document), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _plain(value: Any) -> Any:  # noqa: ANN401 - any part of a document
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if not dataclasses.is_dataclass(value):
        return value
    return {
        part.name: _plain(found)
        for part in dataclasses.fields(value)
        if (found := getattr(value, part.name)) != part.default or part.name not in _LATER
    }


def is_omitted(part: dataclasses.Field[Any]) -> bool:
    """Whether canonical JSON omits this field when it has its default value."""
    return part.name in _LATER and part.default is not dataclasses.MISSING


def content_hash(canonical: str) -> str:
    """Return the SHA-256 of the canonical JSON as 64 hexadecimal digits."""
    return hashlib.sha256(canonical.encode("utf-8")).hexdigest()


def paper_code(hash_hex: str) -> str:
    """Return the printed code: the first 16 base32 characters of a content hash."""
    return base64.b32encode(bytes.fromhex(hash_hex)).decode("ascii")[:16]


def minutes_from_json(canonical: str) -> MinutesDocument:
    """Read minutes from their snapshot; the result equals the frozen document."""
    from desktop_app.domain.documents.documents import MinutesDocument

    return document_from_json(MinutesDocument, canonical)


def document_from_json(kind: type[Document], canonical: str) -> Document:
    """Read a document of class ``kind``; raises ``TypeError`` or ``KeyError`` for another kind of text."""
    return value_from(kind, read_json(canonical))
