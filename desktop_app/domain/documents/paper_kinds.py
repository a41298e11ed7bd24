"""The kinds of paper that the secretariat makes; the command line and the archive use these keys."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class PaperKind(StrEnum):
    """Kinds of paper; minutes of an inquorate meeting and corrections have the kind of minutes."""

    MINUTES = "minutes"
    INVITATION = "invitation"
    ATTENDANCE_SHEET = "attendance-sheet"
    AGENDA_PACK = "agenda-pack"
    EXTRACT = "extract"
    REMINDER = "reminder"
    MONTHLY_REPORT = "monthly-report"
    ALIGNMENT_MATRIX = "alignment-matrix"
    REGISTER = "register"
    YEAR_BOOK = "year-book"
    HISTORY = "history"
    LETTERS_REGISTER = "letters-register"
    DELIVERY_SLIP = "delivery-slip"
    LETTER = "letter"
    LIST = "list"
    """A list of the window, as it shows there; it is ordered from its page alone."""


ORDERED_BY_HAND: Final = tuple(kind for kind in PaperKind if kind is not PaperKind.LIST)
"""The kinds that the operator chooses on the page of papers and on the command line."""


class Profile(StrEnum):
    """The archive profile of a PDF file (ISO 19005)."""

    A_3B = "a-3b"
    A_2B = "a-2b"
    A_1B = "a-1b"
