"""The frozen document of extracts (مستخرج صورت‌جلسه): each tells one unit of one resolution, word for word."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.domain.documents.appearance import USUAL, Typography
from desktop_app.domain.documents.documents import SCHEMA, TEMPLATE, Letterhead, ResolutionLine
from desktop_app.domain.documents.letter_lines import AddresseeLine, DueLine, SignatoryLine


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceMinutes:
    """The minutes that the extract is taken from; ``code`` is empty for a sample."""

    number: int
    day: str
    version: int
    code: str = ""
    item: str = ""
    """Title of the agenda item under which the resolution was taken, where it is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierNotice:
    """The letter that told the unit of the resolution in words that were corrected since."""

    number: str = ""
    day: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractLetter:
    """One resolution to one unit; ``role`` is a key of :class:`~desktop_app.domain.rules.tasks.TaskRole`.

    Its letterhead is its own: number and day are those of the letter that told the unit these words, if it was told.
    """

    letterhead: Letterhead
    addressee: AddresseeLine
    role: str
    resolution: ResolutionLine
    due: DueLine
    source: SourceMinutes
    earlier: EarlierNotice | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractDocument:
    """Extracts of one meeting's minutes, in the order of resolutions and then of units."""

    schema: int = SCHEMA
    template: int = TEMPLATE
    committee: str
    letterhead: Letterhead
    letters: tuple[ExtractLetter, ...]
    references: tuple[str, ...] = ()
    note: tuple[str, ...] = ()
    signatory: SignatoryLine
    attachments: tuple[str, ...] = ()
    copies_to: tuple[str, ...] = ()
    typography: Typography = USUAL
