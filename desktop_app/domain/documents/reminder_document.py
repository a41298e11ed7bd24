"""The frozen document of reminders (یادآوری): each tells one unit of its own open resolutions and of no other's."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.domain.documents.appearance import USUAL, Typography
from desktop_app.domain.documents.documents import SCHEMA, TEMPLATE, Letterhead
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
    """The reminder of one unit: what is late first, the latest of all at the top."""

    addressee: AddresseeLine
    lines: tuple[ReminderLine, ...]
    own_class: str = ""
    """The highest class of its lines, where one is guarded more than the letter."""
    own_number: str = ""
    """Its own number, where each letter has one; else it bears that of the letterhead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderDocument:
    """Reminders as of one day; a report is asked for until ``answer_until``, empty for no day."""

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
