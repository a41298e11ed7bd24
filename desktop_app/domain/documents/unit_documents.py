"""Frozen documents of letters to one unit: extracts (مستخرج صورت‌جلسه) and reminders (یادآوری).

An extract has one resolution, word for word; a reminder lists the unit's own open resolutions and no other unit's.
"""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.domain.documents.appearance import USUAL, Typography
from desktop_app.domain.documents.documents import SCHEMA, TEMPLATE, Letterhead, ResolutionLine
from desktop_app.domain.documents.letter_lines import AddresseeLine, DueLine, SignatoryLine


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderLine:
    """One open resolution of the unit; ``late`` are days past its deadline, ``role`` and ``state`` keys of tasks.

    ``own_due`` is the day that the unit named itself, where it did; lateness then counts from that.
    ``plan`` is what the unit said it would do, empty when it has not aligned; ``last_day`` is that of ``last_report``.
    """

    number: str
    text: str
    meeting_number: int
    meeting_day: str
    role: str
    state: str
    percent: int
    due: DueLine
    late: int
    own_due: str = ""
    owner: str = ""
    plan: str = ""
    last_report: str = ""
    last_day: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderLetter:
    """The reminder of one unit: late tasks first, the latest at the top."""

    addressee: AddresseeLine
    lines: tuple[ReminderLine, ...]
    own_class: str = ""
    """The highest class of its lines, where one is guarded more than the letter."""
    own_number: str = ""
    """Its own number, where each letter has one; else it bears that of the letterhead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderDocument:
    """Reminders as of one day; units shall report by ``answer_until``, empty for no day."""

    schema: int = SCHEMA
    template: int = TEMPLATE
    committee: str
    letterhead: Letterhead
    as_of: str
    answer_until: str = ""
    letters: tuple[ReminderLetter, ...]
    references: tuple[str, ...] = ()
    note: tuple[str, ...] = ()
    signatory: SignatoryLine
    attachments: tuple[str, ...] = ()
    copies_to: tuple[str, ...] = ()
    typography: Typography = USUAL


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceMinutes:
    """The minutes that an extract quotes; ``code`` is empty for a sample."""

    number: int
    day: str
    version: int
    code: str = ""
    item: str = ""
    """Title of the agenda item under which the resolution was taken, where it is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierNotice:
    """The earlier letter that notified the unit, with words that were corrected later."""

    number: str = ""
    day: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractLetter:
    """One extract for one unit; ``role`` is a key of :class:`~desktop_app.domain.rules.tasks.TaskRole`.

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
