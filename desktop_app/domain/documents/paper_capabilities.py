"""Printing facts for the services (fonts, characters, citations), so that they need not import the printing code."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, is_dataclass
from dataclasses import fields as fields_of
from typing import TYPE_CHECKING, Any, Final

from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.read_models.history import UNWORDED, HistoryWording
from desktop_app.domain.rules.clauses import UpstreamDecision
from desktop_app.domain.rules.typed_text import FIELD_LIMIT, LINE_LIMIT, as_typed_clean, missing_characters

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


SHORT: Final = 120
_SHORT: Final = frozenset({"letterhead", "invocation", "pattern", "outgoing_pattern"})
"""Fields of one line whose room on paper does not grow."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperCapabilities:
    """Fonts with their hashes, their code points, and functions that word citations, history and subjects."""

    fonts: tuple[tuple[str, str], ...]
    supported: frozenset[int]
    cite: Callable[[UpstreamDecision], str]
    history: HistoryWording = UNWORDED
    subject: Callable[[PaperKind, Any], str] = lambda kind, document: getattr(document, "subject", "") or kind.value
    """What a letter says that it is about: its kind, and the document of that letter alone."""


def clean_text(paper: PaperCapabilities, text: str, field: str, *, multiline: bool = False) -> str:
    """Return the text cleaned as its field cleans it; raises ``RuleBroken``: ``text_too_long``, ``glyph_missing``.

    Blanks and line breaks alone are no text: a paper would print their heading over nothing.
    """
    try:
        clean = as_typed_clean(text, multiline=multiline, limit=_limit(field, multiline=multiline)).text
    except RuleBroken as broken:
        raise broken.beside(field) from broken
    missing = missing_characters(clean, paper.supported)
    if missing:
        raise Unprintable(missing[0].char, missing[0].code_point, field, 0).refusal()
    return clean if clean.strip() else ""


def _limit(field: str, *, multiline: bool) -> int:
    if multiline:
        return FIELD_LIMIT
    return SHORT if field in _SHORT else LINE_LIMIT


@dataclass(frozen=True, slots=True)
class Unprintable:
    """A character that no font has: the part of the paper and the row in it, counted from 1."""

    character: str
    code_point: int
    place: str
    row: int

    def refusal(self) -> RuleBroken:
        """The refusal that names the character and its place."""
        return RuleBroken(
            "glyph_missing",
            field=self.place,
            character=self.character,
            code_point=self.code_point,
            place=self.place,
            row=self.row,
        )


def unprintable(document: DataclassInstance, supported: frozenset[int]) -> tuple[Unprintable, ...]:
    """Return characters of the paper that the fonts lack, in paper order, once for each part."""
    found = []
    for part in fields_of(document):
        value = getattr(document, part.name)
        rows = value if isinstance(value, tuple) else (value,)
        for row, one in enumerate(rows, start=1):
            for missing in missing_characters(_text_of(one), supported):
                place_row = row if isinstance(value, tuple) else 0
                found.append(Unprintable(missing.char, missing.code_point, part.name, place_row))
    return tuple(found)


def _text_of(value: object) -> str:
    """Return all text inside a part of a document."""
    if isinstance(value, str):
        return value
    if isinstance(value, tuple):
        return "\n".join(_text_of(one) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        return "\n".join(_text_of(getattr(value, part.name)) for part in fields_of(value))
    return ""


def require_printable(document: DataclassInstance, supported: frozenset[int]) -> None:
    """Raise ``RuleBroken("glyph_missing")`` for the first character that no font has."""
    for one in unprintable(document, supported):
        raise one.refusal()
