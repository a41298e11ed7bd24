"""A data folder with very many resolutions, made by plain SQL: the records by hand, what is derived by the program."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from desktop_app.domain.calendar.clock import FixedClock
from desktop_app.domain.calendar.jalali import FIRST_DAY
from desktop_app.domain.rules.committee import Axis, Committee, Memorandum, Party, PartyCode
from desktop_app.domain.rules.meetings import AgendaItem
from desktop_app.domain.rules.members import Unit
from desktop_app.storage.evidence.sealing import begin_chain
from desktop_app.storage.file.database import DATABASE_NAME
from desktop_app.storage.file.folder import DataFolder, WorkContext, open_folder
from desktop_app.storage.store.facts_projection import store_all_facts
from desktop_app.storage.store.work import Work
from tests.printing.oracles import dictionary

RESOLUTIONS = 100_000
OF_A_MEETING = 25
TASKS = 2
TODAY = date(2023, 5, 13)
AT = "2023-01-01T10:00:00Z"
CLOCK = FixedClock(datetime(2023, 5, 13, 10, 0, tzinfo=UTC))
SEED = 1402

Row = tuple[object, ...]


def hands() -> WorkContext:
    """A clock that stands still, and one actor."""
    return WorkContext(CLOCK, lambda: "کارشناس دبیرخانه")


def make(folder: Path, count: int = RESOLUTIONS) -> None:
    """Fill an empty folder with ``count`` final resolutions, five in six of them closed, and their tasks."""
    data = open_folder(folder, hands())
    with data.open_write() as work:
        item = _committee(work)
        work.commit()
    data.close()
    with closing(sqlite3.connect(folder / DATABASE_NAME)) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        with connection:
            _records(connection, count, item)
    data = open_folder(folder, hands())
    derive(data)
    data.close()


def derive(data: DataFolder) -> None:
    """Hash every row, and compute the facts of every resolution, as after a change of their rules."""
    with data.open_write() as work:
        begin_chain(work.transaction)
        store_all_facts(work.transaction)
        work.commit()


def _committee(work: Work) -> int:
    memorandum = work.memoranda.add(Memorandum(title="تفاهم‌نامه", subject="فضای مجازی", signed_on=FIRST_DAY))
    committee = work.committees.add(Committee(memorandum_id=memorandum.id, name="کمیتهٔ مشترک راهبری")).id
    parties = [
        work.parties.add(Party(committee_id=committee, code=code, name=name)).id
        for code, name in ((PartyCode.PROVINCE, "استانداری مازندران"), (PartyCode.CENTER, "مرکز ملی فضای مجازی"))
    ]
    for place in range(1, 9):
        work.axes.add(Axis(committee_id=committee, code=f"م{place}", title="محور", ordinal=place))
    names = dictionary.words(40)
    for place in range(1, 21):
        name = f"اداره کل {names[2 * place - 2]} و {names[2 * place - 1]}"
        work.units.add(Unit(party_id=parties[place % 2], name=name, ordinal=place))
    return work.agenda.add(AgendaItem(committee_id=committee, meeting_id=None, ordinal=1, title="بند")).id


def _records(connection: sqlite3.Connection, count: int, item: int) -> None:
    meetings = range(1, 1 + -(-count // OF_A_MEETING))
    _insert(connection, "meeting", "uid, committee_id, number, kind, state, day, starts_at, began_at, ended_at, place,"
            " chair, secretary, note", (_meeting(number) for number in meetings))  # fmt: skip
    _insert(connection, "minutes_version", "uid, meeting_id, version, state, read_aloud, classification, urgency,"
            " closing, next_starts_at, next_agenda, originals, kept_at, attachments, copies_to, session_began_at,"
            " session_ended_at, session_place, session_chair, session_secretary, snapshot, content_hash, finalised_at",
            (_version(number) for number in meetings))  # fmt: skip
    _insert(connection, "resolution", "uid, meeting_id, row, number, adopted_on", map(_resolution, range(count)))
    _insert(connection, "clause", "uid, minutes_version_id, agenda_item_id, ordinal, text, kind, resolution_id,"
            " axis_id, executor_unit_id, all_units, deadline_kind, deadline_day, deadline_count, deadline_unit,"
            " deadline_base, adoption, reservation", _clauses(count, item))  # fmt: skip
    _insert(connection, "minutes_act", "uid, minutes_version_id, kind, at, actor, reason",
            ((f"a{number}", number, "finalised", AT, "", "") for number in meetings))  # fmt: skip
    for state in ("review", "final"):
        connection.execute("UPDATE minutes_version SET state = ?", (state,))
    _insert(connection, "deadline_event", "uid, resolution_id, sequence, due, reason, at, actor",
            map(_deadline, range(count)))  # fmt: skip
    _insert(connection, "task", "uid, resolution_id, unit_id, role, state, plan, percent, resting", _tasks(count))
    _insert(connection, "resolution_act", "uid, resolution_id, kind, day, at, actor, reason, letter_number",
            _acts(count))  # fmt: skip


def _insert(connection: sqlite3.Connection, table: str, columns: str, rows: Iterator[Row]) -> None:
    places = ", ".join("?" * len(columns.split(",")))
    connection.executemany(f"INSERT INTO {table} ({columns}) VALUES ({places})", rows)


def _day(number: int) -> date:
    """Meetings lie six days apart and end a month before today for the greatest numbers in use."""
    return date(1957, 1, 7) + timedelta(days=6 * number)


def _meeting(number: int) -> Row:
    day = _day(number).isoformat()
    return f"m{number}", 1, number, "ordinary", "held", day, "09:00", "09:05", "11:00", "ساری", "", "", ""


def _version(number: int) -> Row:
    empty = ("",) * 3
    session = "09:05", "11:00", "ساری", "", ""
    return f"v{number}", number, 1, "draft", 1, "normal", "normal", *empty, 2, *empty, *session, "{}", "0" * 64, AT


def _resolution(place: int) -> Row:
    meeting, row = place // OF_A_MEETING + 1, place % OF_A_MEETING + 1
    return f"r{place}", meeting, row, f"1400/{meeting}/{row}", _day(meeting).isoformat()


def _clauses(count: int, item: int) -> Iterator[Row]:
    chance, words = random.Random(SEED), dictionary.words(5000)
    for place in range(count):
        text = " ".join(chance.choices(words, k=chance.randint(6, 18)))
        yield (
            f"c{place}", place // OF_A_MEETING + 1, item, place % OF_A_MEETING + 1, text, "decision", place + 1,
            place % 8 + 1, place % 20 + 1, 0, "day", _due(place), 0, "days", "meeting", "unanimous", "",
        )  # fmt: skip


def _due(place: int) -> str:
    return (_day(place // OF_A_MEETING + 1) + timedelta(days=14 + place % 90)).isoformat()


def _deadline(place: int) -> Row:
    return f"d{place}", place + 1, 0, _due(place), "", AT, ""


def _tasks(count: int) -> Iterator[Row]:
    states = (("accepted", 100), ("doing", 40), ("notified", 0), ("blocked", 20), ("reported", 90), ("planned", 5))
    for place in range(count):
        state, percent = states[place // 6 % len(states)] if place % 6 == 1 else states[0]
        for turn, role in zip(range(TASKS), ("executor", "cooperator"), strict=True):
            yield f"t{place}-{turn}", place + 1, (place + 7 * turn) % 20 + 1, role, state, "", percent, 0


def _acts(count: int) -> Iterator[Row]:
    for place in range(count):
        yield f"a{place}", place + 1, "notified", _day(place // OF_A_MEETING + 1).isoformat(), AT, "ک", "", ""
        if place % 6 != 1:
            yield f"b{place}", place + 1, "verified", _due(place), AT, "ک", "", ""
