"""Damaged files: a database in which bytes, bits, sectors or pages are changed, and all that the window reads of it.

A file is silently wrong where it opens without a finding and shows or prints something else than before. Whatever the
services raise over it is a refusal with a sentence; anything else is unforeseen.
"""

from __future__ import annotations

import random
import shutil
import traceback
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Final

from desktop_app import wiring
from desktop_app.domain.calendar.clock import Clock
from desktop_app.domain.calendar.jalali import JalaliMonth
from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.paper_orders import FORMS, PaperOrder
from desktop_app.domain.errors import Refused
from desktop_app.domain.read_models.listing import register_line
from desktop_app.domain.rules.invitations import SendingWay
from desktop_app.services import lists
from desktop_app.services.context import Context
from desktop_app.services.documents.documents import minutes_paper
from desktop_app.services.documents.papers import paper_of
from desktop_app.services.files.scans_sheet import scans_sheet
from desktop_app.services.follow_up.badges import waiting
from desktop_app.services.follow_up.resolution_sheet import resolution_sheet
from desktop_app.services.follow_up.task_sheet import task_sheet
from desktop_app.services.meetings.meeting_sheet import meeting_sheet
from desktop_app.services.meetings.month_ledger import month_ledger
from desktop_app.services.members.members_sheet import members_sheet
from desktop_app.services.minutes.minutes_sheet import minutes_sheet
from desktop_app.services.minutes.paper_sheet import paper_sheet
from desktop_app.services.office.office_state import office_state
from desktop_app.services.office.settings import office_settings
from desktop_app.services.office.typed_drafts import form_drafts
from desktop_app.services.registers.papers import record_incoming, record_outgoing
from desktop_app.services.registers.register_sheet import register_sheet
from desktop_app.services.versions.signing import sign_all
from desktop_app.storage.file.database import DATABASE_NAME
from desktop_app.storage.file.folder import open_folder
from desktop_app.wiring import Office
from tests.printing.oracles.extractors import pdfium
from tests.services.clocks import SettableClock
from tests.services.furnishing import furnish
from tests.services.registers.test_registers import came, went
from tests.storage.conftest import work_context

PAGE: Final = 4096
SECTOR: Final = 512
SEARCHED: Final = ("گزارش", "تصمیم", "ناهید")
Mutation = Callable[[bytearray, random.Random], None]
Read = Callable[[Context], object]
Opener = Callable[[Path, Clock], Office]
"""How a folder is opened: for work, or for reading alone."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one damaged file."""

    mutation: str
    told: str
    """How the window says it: a refusal, or the first finding; empty where it says nothing."""
    silent: tuple[str, ...] = ()
    """What shows or prints something else without a word."""
    unforeseen: tuple[str, ...] = ()


@dataclass(slots=True)
class Reading:
    """Everything that was read of a folder: each answer as text, by what was asked."""

    told: str = ""
    answers: dict[str, str] = field(default_factory=dict)
    unforeseen: list[str] = field(default_factory=list)


def make_office(folder: Path) -> None:
    """An office with signed minutes, final ones, and a draft."""
    data = open_folder(folder, work_context())
    office = furnish(data.open_write, SettableClock())
    # what is frozen names the fonts that the papers are drawn with
    office.paper = wiring.paper_renderer().capabilities(wiring.cite)
    _, signed = office.written(2)
    office.finalised(signed)
    sign_all(office.context, signed, office.clock.today(), asked=True)
    office.held()
    record_incoming(office.context, came(office))
    record_outgoing(office.context, went(office, way=SendingWay.BY_HAND))
    data.close()


def read_all(folder: Path, *, draw: bool, opener: Opener = wiring.open_office) -> Reading:
    """Open a folder as the window does, ask what its pages ask, and make its papers; ``draw`` also as PDF."""
    made = Reading()
    try:
        office = opener(folder, SettableClock())
    except Refused as problem:
        made.told = problem.key
        return made
    except Exception as error:
        made.unforeseen.append(f"opening: {_told(error)}")
        return made
    with closing(office):
        told = (*office.folder.findings, *office.folder.outside)
        if told:
            first = told[0]
            made.told = f"{first.kind} {first.subject}"
        for name, ask in _questions(office, draw=draw):
            _ask(made, name, ask)
    return made


def _ask(made: Reading, name: str, ask: Callable[[], object]) -> None:
    try:
        made.answers[name] = repr(ask())
    except Refused as problem:
        made.answers[name] = f"refused: {problem.key}"
    except Exception as error:
        made.unforeseen.append(f"{name}: {_told(error)}")


def _told(error: Exception) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    ours = [f"{Path(one.filename).name}:{one.lineno}" for one in frames if "desktop_app" in one.filename]
    return f"{type(error).__name__}: {error} at {' '.join(ours[-4:])}"


def _questions(office: Office, *, draw: bool) -> Iterator[tuple[str, Callable[[], object]]]:
    context = office.context
    plain: Mapping[str, Read] = {
        "office": office_state,
        "settings": office_settings,
        "members": members_sheet,
        "months": month_ledger,
        "waiting": waiting,
        "drafts of forms": form_drafts,
        "groups": lists.TASKS.groups,
        "units": lists.task_unit_counts,
    }
    for name, read in plain.items():
        yield name, partial(read, context)
    for word in SEARCHED:
        yield f"search {word}", partial(lists.search, context, word)
    yield from _of_records(context)
    for order in orders():
        yield f"{order.kind} paper", partial(paper_of, context, order)
    for version_id in (1, 2):
        yield f"minutes paper {version_id}", partial(minutes_paper, context, version_id)
    if draw:
        yield "drawn minutes", lambda: _drawn(office, PaperOrder(kind=PaperKind.MINUTES, meeting_id=1))


def _of_records(context: Context) -> Iterator[tuple[str, Callable[[], object]]]:
    """Each list with its rows, and what a page shows of the first records."""
    rows: Mapping[str, Read] = {
        "meeting": lambda given: lists.MEETINGS.rows(given, lists.MEETINGS.ids(given)),
        "minutes": lambda given: lists.MINUTES.rows(given, lists.MINUTES.ids(given)),
        "resolution": lambda given: lists.RESOLUTIONS.rows(given, lists.RESOLUTIONS.ids(given)),
        "task": lambda given: lists.TASKS.rows(given, lists.TASKS.ids(given)),
        "register": lambda given: lists.REGISTERS.rows(given, lists.REGISTERS.ids(given)),
    }
    for kind, read in rows.items():
        yield f"{kind} rows", partial(read, context)
    sheets: Mapping[str, Callable[[Context, int], object]] = {
        "meeting": meeting_sheet,
        "minutes": minutes_sheet,
        "paper": paper_sheet,
        "resolution": resolution_sheet,
        "scans": scans_sheet,
        "task": task_sheet,
    }
    for kind, sheet in sheets.items():
        for record_id in (1, 2):
            yield f"{kind} {record_id}", partial(sheet, context, record_id)
    for outgoing in (False, True):
        line = register_line(1, outgoing=outgoing)
        yield f"register {line}", partial(register_sheet, context, line)


def orders() -> Iterator[PaperOrder]:
    """One of every kind of paper, about whatever it may be about."""
    told = PaperOrder(
        kind=PaperKind.MINUTES,
        meeting_id=1,
        month=JalaliMonth(1402, 2),
        year=1402,
        every=True,
        text="متن",
        to="فرماندار",
        record="meeting:1",
    )
    for kind in FORMS:
        yield replace(told, kind=kind)


def _drawn(office: Office, order: PaperOrder) -> str:
    return pdfium(office.printing.make(order.kind, paper_of(office.context, order)), Path())


# ---- mutations


def mutations(number: int) -> Iterator[tuple[str, Mutation]]:
    """So many, of all sorts in turn."""
    sorts = list(SORTS.items())
    for place in range(number):
        name, mutation = sorts[place % len(sorts)]
        yield f"{name} {place}", mutation


def damaged(source: Path, place: Path, mutation: Mutation, chance: random.Random) -> Path:
    """A folder with a damaged copy of a database."""
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir()
    content = bytearray(source.read_bytes())
    mutation(content, chance)
    (place / DATABASE_NAME).write_bytes(content)
    return place


def _used(content: bytearray, chance: random.Random) -> int:
    """A byte that is not empty."""
    while True:
        place = chance.randrange(100, len(content))
        if content[place]:
            return place


def _letter(content: bytearray, chance: random.Random) -> int:
    """The second byte of a Persian letter."""
    while True:
        place = _used(content, chance)
        if content[place - 1] in range(0xD8, 0xDC) and content[place] in range(0x80, 0xC0):
            return place


def _bit(content: bytearray, chance: random.Random) -> None:
    content[_used(content, chance)] ^= 1 << chance.randrange(8)


def _byte(content: bytearray, chance: random.Random) -> None:
    content[_used(content, chance)] = chance.randrange(256)


def _other_letter(content: bytearray, chance: random.Random) -> None:
    place = _letter(content, chance)
    content[place] = 0x80 + (content[place] - 0x80 + 1) % 0x40


def _header(content: bytearray, chance: random.Random) -> None:
    content[chance.randrange(100)] ^= 1 << chance.randrange(8)


def _zeroed_sector(content: bytearray, chance: random.Random) -> None:
    start = _used(content, chance) // SECTOR * SECTOR
    content[start : start + SECTOR] = bytes(SECTOR)


def _noisy_sector(content: bytearray, chance: random.Random) -> None:
    start = _used(content, chance) // SECTOR * SECTOR
    content[start : start + SECTOR] = chance.randbytes(SECTOR)


def _zeroed_page(content: bytearray, chance: random.Random) -> None:
    start = _used(content, chance) // PAGE * PAGE
    content[start : start + PAGE] = bytes(PAGE)


def _swapped_pages(content: bytearray, chance: random.Random) -> None:
    one, two = (place * PAGE for place in chance.sample(range(1, len(content) // PAGE), 2))
    content[one : one + PAGE], content[two : two + PAGE] = content[two : two + PAGE], content[one : one + PAGE]


def _repeated_page(content: bytearray, chance: random.Random) -> None:
    one, two = (place * PAGE for place in chance.sample(range(1, len(content) // PAGE), 2))
    content[one : one + PAGE] = content[two : two + PAGE]


def _cut(content: bytearray, chance: random.Random) -> None:
    del content[chance.randrange(len(content) // 2, len(content)) :]


def _grown(content: bytearray, chance: random.Random) -> None:
    content.extend(chance.randbytes(PAGE))


SORTS: Final[Mapping[str, Mutation]] = {
    "bit": _bit,
    "byte": _byte,
    "letter": _other_letter,
    "zeroed sector": _zeroed_sector,
    "noisy sector": _noisy_sector,
    "zeroed page": _zeroed_page,
    "swapped pages": _swapped_pages,
    "repeated page": _repeated_page,
    "cut": _cut,
    "header": _header,
    "grown": _grown,
}


def outcomes(
    source: Path, place: Path, number: int, chance: random.Random, opener: Opener = wiring.open_office
) -> Iterator[Outcome]:
    """So many damaged copies of a database, each read whole."""
    before = place / "sound"
    before.mkdir()
    shutil.copyfile(source, before / DATABASE_NAME)
    sound = read_all(before, draw=True, opener=opener)
    assert not sound.told, sound.told
    assert not sound.unforeseen, sound.unforeseen
    for name, mutation in mutations(number):
        found = read_all(damaged(source, place / "damaged", mutation, chance), draw=True, opener=opener)
        wrong = [asked for asked, answer in found.answers.items() if answer != sound.answers[asked]]
        yield Outcome(name, found.told, () if found.told else tuple(wrong), tuple(found.unforeseen))
