"""The kinds of paper that the secretariat makes; the command line and the archive use these keys."""

from __future__ import annotations

from enum import StrEnum


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


class Profile(StrEnum):
    """The archive profile of a PDF file (ISO 19005)."""

    A_3B = "a-3b"
    A_2B = "a-2b"
    A_1B = "a-1b"
