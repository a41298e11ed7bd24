"""Every key that a document may hold has its word on paper, and values read as Persian."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

import pytest

from desktop_app.domain.deadlines import RelativeBase, RelativeUnit
from desktop_app.domain.letter_lines import AddresseeKind
from desktop_app.domain.meetings import AttendanceState, MeetingKind
from desktop_app.domain.minutes import RESOLUTION_KINDS, AdoptionKind, MinutesState
from desktop_app.domain.papers import Classification, Urgency
from desktop_app.domain.resolutions import ResolutionState
from desktop_app.domain.tasks import TaskRole, TaskState
from desktop_app.printing.stationery import paper_words
from desktop_app.text import paper_1_agenda as agenda
from desktop_app.text import paper_1_extract as extract
from desktop_app.text import paper_1_keys as keys
from desktop_app.text import paper_1_letter as letter
from desktop_app.text import paper_1_reminder as reminder

TABLES = {
    "kinds": (MeetingKind, keys.KINDS),
    "attendance": (AttendanceState, keys.ATTENDANCE_STATES),
    "states": (ResolutionState, keys.RESOLUTION_STATES),
    "resolutions": (RESOLUTION_KINDS, keys.RESOLUTION_KINDS),
    "adoptions": (AdoptionKind, keys.ADOPTIONS),
    "units": (RelativeUnit, keys.RELATIVE_UNITS),
    "classes": (Classification, keys.CLASSIFICATIONS),
    "urgencies": (Urgency, keys.URGENCIES),
    "bases": (RelativeBase, keys.RELATIVE_BASES),
    "kinds-in-a-sentence": (MeetingKind, letter.KINDS),
    "addressees": (AddresseeKind, letter.THAT),
    "roles": (TaskRole, extract.ROLES),
    "roles-of-reminders": (TaskRole, reminder.ROLES),
    "tasks": (TaskState, reminder.STATES),
    "minutes": (MinutesState, agenda.STATES),
}


@pytest.mark.parametrize(("known", "table"), TABLES.values(), ids=TABLES.keys())
def test_each_key_of_the_rules_has_a_word_and_no_other(known: type[StrEnum], table: Mapping[str, str]) -> None:
    assert set(table) == {str(key) for key in known}
    assert all(word.strip() for word in table.values())


def test_days_are_jalali_with_two_digits_and_empty_ones_stay_empty() -> None:
    assert paper_words.day("2023-01-30") == "۱۴۰۱/۱۱/۱۰"
    assert paper_words.weekday("2023-01-30") == "دوشنبه"
    assert paper_words.month("2023-01-30") == "بهمن ۱۴۰۱"
    assert [paper_words.day(""), paper_words.weekday(""), paper_words.month("")] == ["", "", ""]


def test_counts_and_times_have_persian_digits() -> None:
    assert paper_words.digits(12) == "۱۲"
    assert paper_words.digits("09:05") == "۰۹:۰۵"
