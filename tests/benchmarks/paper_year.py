"""The year that every engine prints: generated minutes, each about three pages, equal for equal seeds.

A meeting has 8 seats, 6 lines of agenda, three times 80 spoken words, 6 resolutions and 6 signers. The words come
from a dictionary of 5,000 with the frequencies of a language (short ones are common, the second half as often as the
first …), with dates, amounts, codes and Latin among them: no engine lives on its memory of a few words.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from desktop_app.domain.documents.documents import (
    AgendaLine,
    AttendanceLine,
    DeadlineLine,
    MinutesDocument,
    QuorumLine,
    ResolutionLine,
    SignerLine,
)
from desktop_app.domain.text.digits import persian_digits
from tests.printing import sample_documents as samples
from tests.printing.oracles import dictionary

MEETINGS = 200
_FIRST_DAY = date(2022, 3, 26)
_MIXED = (
    "۱۴۰۱/۱۱/۱۰", "۰۸:۳۰", "۲٬۵۰۰٬۰۰۰", "۴۵٪", "(بند «ب»)", "«شبکهٔ ملی»", "Wi-Fi", "LTE", "۰۱۱-۳۳۳۶۴۴۴۴", "نمایندهٔ",
    "ادارهٔ", "می‌شود", "صورت‌جلسهٔ", "اطلاعات", "(IT)", "نسخهٔ 2.1", "https://example.ir/a?b=2", "بند ۳-۲",
)  # fmt: skip


class _Speech:
    """Sentences of seeded chance."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        known = [word for word in dictionary.words(12_000) if word.isalpha() and len(word) <= 9][:5_000]
        known.sort(key=lambda word: len(word) + self.chance.uniform(-2, 2))
        self._words = [*known, *_MIXED]
        rare = sum(1 / rank for rank in range(1, len(known) + 1))
        # One word in twelve is a date, a code, a bracket or Latin
        self._weights = [1 / rank for rank in range(1, len(known) + 1)] + [rare / 11 / len(_MIXED)] * len(_MIXED)

    def words(self, count: int) -> str:
        """``count`` words as one or more sentences."""
        chosen = self.chance.choices(self._words, self._weights, k=count)
        for at in range(14, count - 3, 15):
            chosen[at] += "."
        return " ".join(chosen) + "."

    def name(self) -> str:
        """A name and a surname."""
        return " ".join(self.chance.choices(self._words[40:400], k=2))


def year(meetings: int = MEETINGS, seed: int = 1401) -> list[MinutesDocument]:
    """The minutes of a year."""
    speech = _Speech(seed)
    people = [speech.name() for _ in range(12)]
    return [_minutes(speech, people, number) for number in range(1, meetings + 1)]


def _minutes(speech: _Speech, people: Sequence[str], number: int) -> MinutesDocument:
    day = (_FIRST_DAY + timedelta(days=2 * number)).isoformat()
    meeting = replace(samples.RICH.meeting, number=number, day=day, chair=people[0], secretary=people[2])
    head = replace(samples.LETTERHEAD, number=persian_digits(f"{number}/ک/1401"), day=day, attachment="۱ برگ")
    return replace(
        samples.BARE,
        letterhead=head,
        meeting=meeting,
        attendance=tuple(_seat(people, at) for at in range(12)),
        quorum=QuorumLine(met=True, present=8, filled=8, needed=5, parties=((4, 4), (4, 4))),
        agenda=tuple(_item(speech, people, at) for at in range(8)),
        resolutions=tuple(_resolution(speech, number, at) for at in range(1, 11)),
        signers=tuple(SignerLine(name=people[at], post="عضو", party=at % 2) for at in range(8)),
    )


def _seat(people: Sequence[str], at: int) -> AttendanceLine:
    letter = persian_digits(f"{217 + at}/ص/1401")
    return AttendanceLine(
        name=people[at], post="عضو", party=at % 2, state="present", letter_number=letter, letter_day="2022-03-01"
    )


def _item(speech: _Speech, people: Sequence[str], at: int) -> AgendaLine:
    said = ((people[at], speech.words(120)),) if at < 4 else ()
    return AgendaLine(title=speech.words(6).rstrip("."), presenter=people[at], talk=said)


def _resolution(speech: _Speech, number: int, at: int) -> ResolutionLine:
    return ResolutionLine(
        number=persian_digits(f"1401/{number}/{at}"),
        text=speech.words(14),
        kind="decision",
        axis=persian_digits(1 + at % 8),
        executor="ارتباطات و فناوری اطلاعات",
        cooperating=(),
        all_units=False,
        owner="مدیریت و برنامه‌ریزی",
        deadline=DeadlineLine(kind="day", due="2023-06-20"),
        adoption="unanimous",
    )
