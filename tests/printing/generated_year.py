"""A year book of any size, made without storage: for proofs and benchmarks of long papers.

Every meeting is the demo committee's third one with other numbers, days, places and words, about three pages each.
The same count gives the same book.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from desktop_app.domain.documents.documents import MinutesDocument, ResolutionLine
from desktop_app.domain.documents.register_documents import (
    BookAxis,
    BookMinutes,
    BookSigner,
    RegisterLine,
    YearBookDocument,
)
from desktop_app.domain.documents.snapshots import canonical_json, content_hash, paper_code
from desktop_app.domain.text.digits import persian_digits
from tests.printing import sample_documents as samples

PER_MEETING = 4
"""Resolutions of each meeting: with them the book has about three pages a meeting."""
FIRST_DAY = date(2022, 3, 22)
AXES = ("اولویت‌های اجرایی", "موانع کسب‌وکارها", "مصوبات شورای عالی", "زیرساخت‌ها", "دولت هوشمند", "طرح‌های استانی")
PLACES = ("سالن جلسات استانداری", "مرکز ملی فضای مجازی، تالار شهریور", "ساختمان شمارهٔ دو، اتاق ۲۱۴")
STATES = ("signed", "archived", "signed", "amended", "signed", "withdrawn", "archived")
_SEASONING = (
    "با هماهنگی شهرستان‌های شرقی",
    "پس از دریافت نظر کارشناسی",
    "در چارچوب اعتبار سال جاری",
    "با گزارش ماهانه به دبیرخانه",
    "بر پایهٔ جدول پیوست",
)


def generated_year(meetings: int) -> YearBookDocument:
    """The book of a year in which the committee met so often."""
    book = tuple(_minutes(number) for number in range(1, meetings + 1))
    return YearBookDocument(
        committee=samples.COMMITTEE,
        letterhead=samples.LETTERHEAD,
        parties=samples.RICH.parties,
        year=1401,
        day="2023-03-20",
        minutes=book,
        axes=tuple(BookAxis(code=persian_digits(place), title=title) for place, title in enumerate(AXES, start=1)),
        units=tuple(dict.fromkeys(line.executor for line in samples.RICH.resolutions if line.executor)),
        lines=tuple(line for number in range(1, meetings + 1) for line in _register(number)),
    )


def generated_minutes(number: int) -> MinutesDocument:
    """The minutes of one of its meetings."""
    rich, day = samples.RICH, _day(number)
    return replace(
        rich,
        letterhead=replace(rich.letterhead, number=persian_digits(f"{100 + number}/1401"), day=day),
        meeting=replace(
            rich.meeting,
            number=number,
            day=day,
            place=PLACES[number % len(PLACES)],
            previous_number=number - 1 if number > 1 else None,
            previous_day=_day(number - 1) if number > 1 else "",
        ),
        agenda=tuple(
            replace(item, talk=tuple((speaker, f"{said} {_spice(number, at)}.") for speaker, said in item.talk))
            for at, item in enumerate(rich.agenda)
        ),
        resolutions=tuple(_resolutions(number)),
    )


def _day(number: int) -> str:
    return (FIRST_DAY + timedelta(days=number * 364 // 400)).isoformat()


def _spice(number: int, place: int) -> str:
    return _SEASONING[(number * 7 + place) % len(_SEASONING)]


def _resolutions(number: int) -> Iterator[ResolutionLine]:
    for row in range(1, PER_MEETING + 1):
        line = samples.RICH.resolutions[(number + row) % 4]
        yield replace(
            line,
            number=persian_digits(f"1401/{number}/{row}"),
            text=f"{line.text} {_spice(number, row)}",
            axis=persian_digits((number + row) % len(AXES) + 1),
        )


def _minutes(number: int) -> BookMinutes:
    document = generated_minutes(number)
    snapshot = canonical_json(document)
    state = STATES[number % len(STATES)]
    return BookMinutes(
        number=number,
        day=document.meeting.day,
        version=1,
        state=state,
        inquorate=False,
        snapshot=snapshot,
        code=paper_code(content_hash(snapshot)),
        reason="شمارهٔ یک مصوبه نادرست بود" if state == "withdrawn" else "",
        signers=tuple(
            BookSigner(name=one.name, post=one.post, party=one.party, signed_on=document.meeting.day)
            for one in document.signers
        ),
    )


def _register(number: int) -> Iterator[RegisterLine]:
    for line in _resolutions(number):
        yield RegisterLine(
            number=line.number,
            day=_day(number),
            meeting=number,
            text=line.text,
            kind=line.kind,
            axis=line.axis,
            executor=line.executor,
            owner=line.owner,
            deadline_kind=line.deadline.kind,
            agreed=line.deadline.due,
            extended=("2023-04-19",) if number % 5 == 0 else (),
            due=line.deadline.due,
            state="verified" if number % 3 else "in_progress",
            percent=100 if number % 3 else 45,
            late=0,
            closed_on="2023-03-01" if number % 3 else "",
        )
