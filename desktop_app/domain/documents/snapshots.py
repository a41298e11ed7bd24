"""The snapshot of a document: canonical JSON, the hash that is taken from it and the code that the paper shows.

A snapshot must give back the very document that was frozen, for ever.
"""

from __future__ import annotations

import base64
import dataclasses
import hashlib
import json
from collections.abc import Callable
from functools import cache
from types import NoneType
from typing import TYPE_CHECKING, Any, Final, TypeVar, get_args, get_origin, get_type_hints

from desktop_app.domain.text.json_text import read_json

if TYPE_CHECKING:
    from desktop_app.domain.documents.documents import MinutesDocument

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
    found: Document = _read(kind, read_json(canonical))
    return found


def _read(kind: Any, value: Any) -> Any:  # noqa: ANN401 - any part of a document
    """The value as what its annotation says: dataclasses from objects, tuples from arrays, the rest as it stands."""
    return _reader(kind)(value)


@cache
def _reader(kind: Any) -> Callable[[Any], Any]:  # noqa: ANN401 - any annotation
    """How values of one annotation are read, found out once: a year book holds some hundred thousand of them."""
    if dataclasses.is_dataclass(kind):
        return _object_reader(kind)
    arguments = get_args(kind)
    if get_origin(kind) is tuple:
        return _tuple_reader(arguments)
    if NoneType in arguments:
        inner = _reader(next(one for one in arguments if one is not NoneType))
        return lambda value: None if value is None else inner(value)
    if not isinstance(kind, type):
        return lambda value: value
    return lambda value: value if isinstance(value, kind) else kind(value)


def _object_reader(kind: Any) -> Callable[[Any], Any]:  # noqa: ANN401
    parts = {name: _reader(hint) for name, hint in get_type_hints(kind).items()}
    return lambda value: kind(**{name: parts[name](one) for name, one in value.items()})


def _tuple_reader(arguments: tuple[Any, ...]) -> Callable[[Any], Any]:
    """Of any length where an ellipsis says so, else of the very parts."""
    readers = [_reader(inner) for inner in arguments if inner is not Ellipsis]
    if arguments[-1] is Ellipsis:
        return lambda value: tuple([readers[0](one) for one in value])
    return lambda value: tuple([read(one) for read, one in zip(readers, value, strict=True)])
