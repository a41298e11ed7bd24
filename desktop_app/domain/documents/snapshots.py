"""The snapshot of a document: canonical JSON, the hash that is taken from it and the code that the paper shows.

A snapshot must give back the very document that was frozen, for ever.

Frozen words: whether clauses say what the snapshot of their minutes says.

Words of a frozen document: every text that is read in it, in the order of its parts; no keys of closed lists.
"""

from __future__ import annotations

import base64
import dataclasses
import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final, TypeVar

from desktop_app.domain.documents.documents import MinutesDocument, ResolutionLine
from desktop_app.domain.papers import above
from desktop_app.domain.rules.minutes import Clause, MinutesVersion
from desktop_app.domain.text.json_text import read_json, value_from

if TYPE_CHECKING:
    from desktop_app.domain.documents.documents import MinutesDocument


_LINE: Final = ("text", "kind", "all_units", "adoption", "reservation", "votes_for", "votes_against")
_DEADLINE: Final = ("kind", "count", "unit", "base")


def says_words(document: MinutesDocument, version: MinutesVersion, drawn: Mapping[str, Clause]) -> bool:
    """Whether the snapshot of a version bears these clauses, by the numbers of their resolutions."""
    lines = {line.number: line for line in document.resolutions}
    return all(
        number in lines and _of_line(lines[number]) == _of_clause(clause, version) for number, clause in drawn.items()
    )


def _of_line(line: ResolutionLine) -> dict[str, Any]:
    return {name: getattr(line, name) for name in (*_LINE, "own_class")} | _deadline(line)


def _of_clause(clause: Clause, version: MinutesVersion) -> dict[str, Any]:
    own = {"own_class": above(clause.classification, version.classification)}
    return {name: getattr(clause, name) for name in _LINE} | own | _deadline(clause)


def _deadline(one: ResolutionLine | Clause) -> dict[str, Any]:
    return {f"deadline_{name}": getattr(one.deadline, name) for name in _DEADLINE}


_KEYS: Final = frozenset(
    {
        "adoption", "classification", "code", "deadline", "fonts", "kind", "logo", "own_class", "role", "state",
        "typography", "urgency",
    }
)  # fmt: skip
"""Parts that hold keys, hashes or measures: the paper says them in words of its template."""


def words_of(part: object) -> Iterator[str]:
    """The texts of a document or of a part of one; days stand as they are stored."""
    if isinstance(part, str):
        if part:
            yield part
    elif isinstance(part, tuple):
        for one in part:
            yield from words_of(one)
    elif dataclasses.is_dataclass(part):
        for one in dataclasses.fields(part):
            if one.name not in _KEYS:
                yield from words_of(getattr(part, one.name))


_LATER: Final = ("amends", "annexes", "final_on", "logo", "own_class", "own_number", "records_begin", "typography")
"""Parts that schema 1 gained after it was first written."""

Document = TypeVar("Document")


def canonical_json(document: object) -> str:
    """A frozen document as RFC 8785 JSON: UTF-8, sorted keys, no blanks; it holds no floating-point number.

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


def may_be_left_out(part: dataclasses.Field[Any]) -> bool:
    """Whether canonical JSON lacks a field of a document where it says nothing."""
    return part.name in _LATER and part.default is not dataclasses.MISSING


def content_hash(canonical: str) -> str:
    """SHA-256 of the canonical JSON as 64 hexadecimal digits."""
    return hashlib.sha256(canonical.encode("utf-8")).hexdigest()


def paper_code(hash_hex: str) -> str:
    """The first 16 base32 characters of a content hash, as footer and QR code show it."""
    return base64.b32encode(bytes.fromhex(hash_hex)).decode("ascii")[:16]


def minutes_from_json(canonical: str) -> MinutesDocument:
    """Read minutes back from their snapshot; equal to the document that was frozen."""
    from desktop_app.domain.documents.documents import MinutesDocument

    return document_from_json(MinutesDocument, canonical)


def document_from_json(kind: type[Document], canonical: str) -> Document:
    """Read a document of ``kind`` back; raises ``TypeError`` or ``KeyError`` for another's text."""
    return value_from(kind, read_json(canonical))
