"""Every key that a document may hold has its word on paper, and values read as Persian."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path

import pytest

from desktop_app.domain.documents.letter_lines import AddresseeKind
from desktop_app.domain.papers import Classification, Urgency
from desktop_app.domain.rules.deadlines import RelativeBase, RelativeUnit
from desktop_app.domain.rules.meetings import AttendanceState, MeetingKind
from desktop_app.domain.rules.minutes import RESOLUTION_KINDS, AdoptionKind, MinutesState
from desktop_app.domain.rules.resolutions import ResolutionState
from desktop_app.domain.rules.tasks import TaskRole, TaskState
from desktop_app.printing.words import agenda_pack as agenda
from desktop_app.printing.words import extract, frame, letter, paper_words, reminder
from tests.printing import made_papers
from tests.printing.oracles import stream

TABLES = {
    "kinds": (MeetingKind, frame.KINDS),
    "attendance": (AttendanceState, frame.ATTENDANCE_STATES),
    "states": (ResolutionState, frame.RESOLUTION_STATES),
    "resolutions": (RESOLUTION_KINDS, frame.RESOLUTION_KINDS),
    "adoptions": (AdoptionKind, frame.ADOPTIONS),
    "units": (RelativeUnit, frame.RELATIVE_UNITS),
    "classes": (Classification, frame.CLASSIFICATIONS),
    "urgencies": (Urgency, frame.URGENCIES),
    "bases": (RelativeBase, frame.RELATIVE_BASES),
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


NUMBERED = r"شمارهٔ|جلسهٔ|مصوبهٔ|نسخهٔ|بخش|اصلاحیهٔ|صفحهٔ|ساعت|محور|سال"
COUNTED = r"روز|مورد|عضو|ماه|مصوبهٔ?|کرسی|دقیقه|وظیفه|بار|امضا|خانهٔ?|موافق|مخالف"
LOOSE = re.compile(
    rf"(?:{NUMBERED}) \{{(?:number|meeting|version|page|code|time|year|ordinal)\b|\}} (?:{COUNTED})(?![\w\u200c])"
)
"""A number that may part from its word at the end of a line."""


def test_every_number_is_tied_to_its_word() -> None:
    sources = sorted(Path(frame.__file__).parent.glob("*.py"))
    assert len(sources) > 10
    assert [(file.stem, found) for file in sources for found in LOOSE.findall(file.read_text("utf-8"))] == []
    assert LOOSE.search("مصوبهٔ {number} با")
    assert LOOSE.search("{count} مورد دیگر")


def test_a_tie_holds_in_the_narrowest_column_that_has_room_for_it() -> None:
    said = extract.extended("۱۴۰۲/۰۳/۳۰", "۱")
    for width in range(60, 240, 7):
        (page,) = stream.read(made_papers.paragraphs([said], float(width)))
        ends = ["".join(glyph.text for glyph in line).replace("\u200f", "") for line in page.lines()]
        assert any("دیدمت راب ۱" in line for line in ends), width
