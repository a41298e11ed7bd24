"""Cleaning of typed or pasted text in a field, and checks of a text before printing.

One letter for yeh and one for kaf (alef maksura included: Persian has a single yeh, and fonts draw both alike), one
form of heh with hamza (the letter and U+0654; NFC keeps two), NFC for the rest. Debris of Word and of PDF readers goes:
no-break spaces, soft hyphens, presentation forms, direction marks, control characters, lone surrogates. Digits, ZWNJ,
ZWJ, kashida, vowel signs and quotation marks stay as typed; afterwards nothing is changed any more.

A caret moves along by cleaning what is before it: ``len(as_typed_clean(text[:caret]).text)``. Positions are code
points; Qt counts UTF-16 units.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Final, TypeVar

from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.rules.meetings import AgendaItem, Meeting
from desktop_app.domain.rules.minutes import Clause, Deliberation, MinutesVersion
from desktop_app.domain.text.digits import other_numbers, uniform_digits

_NO_INK: Final = re.compile("[\n\u200c\u200d\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class MissingCharacter:
    """A character that a font lacks, its first index in the text, and its count."""

    char: str
    code_point: int
    index: int
    count: int = 1


def missing_characters(text: str, supported: frozenset[int]) -> tuple[MissingCharacter, ...]:
    """Return each character of ``text`` that is not in ``supported``, in order of appearance.

    Line breaks, joiners and direction marks need no glyph: typesetting consumes them.
    """
    found: dict[str, MissingCharacter] = {}
    for index, char in enumerate(text):
        if ord(char) in supported or _NO_INK.match(char):
            continue
        first = found.get(char)
        if first is None:
            found[char] = MissingCharacter(char, ord(char), index)
        else:
            found[char] = MissingCharacter(char, first.code_point, first.index, first.count + 1)
    return tuple(found.values())


Worded = TypeVar("Worded", Meeting, AgendaItem, Clause, Deliberation, MinutesVersion)
_FREE: Final[Mapping[type, tuple[str, ...]]] = {
    Meeting: ("place",),
    AgendaItem: ("title",),
    Clause: ("text", "reservation"),
    Deliberation: ("text",),
    MinutesVersion: ("next_agenda", "closing", "kept_at", "attachments", "copies_to"),
}


def with_uniform_digits(record: Worded) -> Worded:
    """Return the record with Persian digits in its free texts."""
    changed: dict[str, Any] = {name: uniform_digits(getattr(record, name)) for name in _FREE[type(record)]}
    return replace(record, **changed)


def other_numbers_of(record: Meeting | AgendaItem | Clause | Deliberation | MinutesVersion) -> int:
    """Number of the numbers that :func:`with_uniform_digits` would change."""
    return sum(other_numbers(getattr(record, name)) for name in _FREE[type(record)])


FIELD_LIMIT: Final = 50_000
"""Characters that one field takes."""
LINE_LIMIT: Final = 300
"""Of a field of one line: a name, a title, a place. More has no room in heads and columns of paper."""


class Cleaned(StrEnum):
    """The kinds of change that cleaning makes."""

    LETTER = "letter"
    HEH_HAMZA = "heh_hamza"
    PRESENTATION_FORM = "presentation_form"
    COMPOSED = "composed"
    HALF_SPACE = "half_space"
    SPACE = "space"
    LINE_BREAK = "line_break"
    BULLET = "bullet"
    CONTROL = "control"
    DIRECTION_MARK = "direction_mark"
    INVISIBLE = "invisible"
    SURROGATE = "surrogate"


REMOVED: Final = frozenset({Cleaned.CONTROL, Cleaned.DIRECTION_MARK, Cleaned.INVISIBLE, Cleaned.SURROGATE})
"""The kinds that took something away; the others only replaced it."""


@dataclass(frozen=True, slots=True)
class CleanText:
    """The cleaned text, and the count of each kind of change."""

    text: str
    changes: tuple[tuple[Cleaned, int], ...] = ()

    @property
    def changed(self) -> bool:
        """Whether cleaning changed the text."""
        return bool(self.changes)

    @property
    def removed(self) -> tuple[tuple[Cleaned, int], ...]:
        """The changes that removed characters."""
        return tuple(change for change in self.changes if change[0] in REMOVED)


_SCRIPT: Final = "\u0620-\u065f\u066e-\u06d3\u06d5-\u06dc\u06fa-\u06ff"
_PRESENTATION: Final = re.compile("[\ufb50-\ufd3d\ufd40-\ufdfb\ufe70-\ufefc]")
_PAIR: Final = re.compile("[\ud800-\udbff][\udc00-\udfff]")

# kind, what is replaced, by what; in this order: a half space is known by the letters that end up beside it
_DEBRIS: Final[tuple[tuple[Cleaned, str, str], ...]] = (
    (Cleaned.LINE_BREAK, "\r\n|[\r\u000b\u000c\u0085\u2028\u2029]", "\n"),
    (Cleaned.SPACE, "[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]", " "),
    (Cleaned.CONTROL, "[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]", ""),
    (Cleaned.DIRECTION_MARK, "[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]", ""),
    (Cleaned.SURROGATE, "[\ud800-\udfff]", ""),
    (
        Cleaned.INVISIBLE,
        (
            "[\u034f\u070f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2060-\u2065\u206a-\u206f\u3164\ufdd0-\ufdef"
            "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
            "\U000e0000-\U000e0fff]"
        ),
        "",
    ),
    # old documents part words by Word's optional hyphen (seen as U+00AC), a soft hyphen or a zero-width space
    (Cleaned.HALF_SPACE, f"(?<=[{_SCRIPT}])[\u00ac\u00ad\u200b]+(?=[{_SCRIPT}])", "\u200c"),
    (Cleaned.INVISIBLE, "[\u00ad\u200b]", ""),
    (Cleaned.BULLET, "[\uf0a7\uf0b7]", "\u2022"),
)
_LETTERS: Final[tuple[tuple[Cleaned, str, str], ...]] = (
    (Cleaned.LETTER, "[\u0649\u064a]", "\u06cc"),
    (Cleaned.LETTER, "\u0643", "\u06a9"),
    (Cleaned.HEH_HAMZA, "[\u06c0\u06c2]", "\u0647\u0654"),
)
_DEBRIS_RULES: Final = tuple((kind, re.compile(old), new) for kind, old, new in _DEBRIS)
_LETTER_RULES: Final = tuple((kind, re.compile(old), new) for kind, old, new in _LETTERS)
_SUSPECT: Final = re.compile("|".join([_PRESENTATION.pattern, "\u00ac", *(old for _, old, _ in _DEBRIS + _LETTERS)]))


def as_typed_clean(text: str, *, multiline: bool = True, limit: int = FIELD_LIMIT) -> CleanText:
    """Return the cleaned ``text``; raises ``RuleBroken`` with the count when it is longer than ``limit``.

    Line breaks of every kind become ``\\n``, in a field of one line a space; a tab becomes a space, since it
    has no width of its own on paper.
    """
    counts: Counter[Cleaned] = Counter()
    before = None
    # a second round where the first brought letters and signs together that were apart, or left them out of order
    while text != before and (_SUSPECT.search(text) or not unicodedata.is_normalized("NFC", text)):
        before, text = text, _cleaned(text, counts)
    if not multiline and "\n" in text:
        counts[Cleaned.LINE_BREAK] += text.count("\n")
        text = text.replace("\n", " ")
    if len(text) > limit:
        raise RuleBroken("text_too_long", count=len(text), limit=limit)
    return CleanText(text, tuple(sorted((kind, times) for kind, times in counts.items() if times)))


def _cleaned(text: str, counts: Counter[Cleaned]) -> str:
    bare = _PRESENTATION.sub(_base_letters, _PAIR.sub(_joined, text))
    counts[Cleaned.PRESENTATION_FORM] += len(_PRESENTATION.findall(text)) - len(_PRESENTATION.findall(bare))
    for kind, old, new in _DEBRIS_RULES:
        bare, times = old.subn(new, bare)
        counts[kind] += times
    composed = unicodedata.normalize("NFC", bare)
    counts[Cleaned.COMPOSED] += composed != bare
    for kind, old, new in _LETTER_RULES:
        composed, times = old.subn(new, composed)
        counts[kind] += times
    return composed


def _joined(match: re.Match[str]) -> str:
    """Join two surrogates into the character that another program split."""
    return match.group().encode("utf-16-le", "surrogatepass").decode("utf-16-le")


def _base_letters(match: re.Match[str]) -> str:
    """Return the letters of a presentation form; a vowel sign loses its carrier blank or kashida."""
    return unicodedata.normalize("NFKC", match.group()).strip(" \u0640") or match.group()
