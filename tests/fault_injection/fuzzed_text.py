"""Fuzzed texts on their way from the form to the paper: field, service, database, text layer of the PDF.

Each text comes back letter by letter as its canonical form, which is what the field showed, or it was refused by name.
A paper may only write heh with hamza as two characters, and leave out blanks at line ends.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import pytest

from desktop_app import wiring
from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.rules.minutes import Clause
from desktop_app.domain.rules.typed_text import as_typed_clean
from desktop_app.services.context import Context
from desktop_app.services.documents.documents import minutes_paper
from desktop_app.services.minutes.clauses import add_clause, save_clause
from desktop_app.storage.file.folder import open_folder
from tests.printing.oracles import drawn, proof, stream
from tests.printing.oracles.content import Page
from tests.services.clocks import SettableClock
from tests.services.furnishing import furnish
from tests.services.office_steps import context_of
from tests.storage.conftest import work_context

BATCH: Final = 100
"""Texts on one paper."""
HAZARDS: Final = (
    "<b>", "</b>", "<user@mazandaran.ir>", "<!-- x -->", "&", "&amp;", "AT&T R&D;", "5 <b 6",
    "<br/>", "<img src='C:\\x.png'/>",
    "<img src='\\\\host\\share\\x.png'/>", "<a href='javascript:x'>", "<font color=\"[[[getattr(pow,'x')]]]\">",
    "\u202e", "\u202d", "\u2066", "\u2069", "\u200b", "\ufeff", "\U000e0041", "\u200e", "\u200f",
    "\u061c", "\u00ad",
    "\u200c", "\u200d", "\x00", "\x07", "\x1b", "\x7f", "\x85", "\ud800", "\udfff", "ي", "ك", "ى",
    "ۀ", "هٔ", "ـ", "ﷲ", "ﻼ",
    "ﭘ", "٣", "۴", "5", "٪", "٫", "مُقَرَّر", "آ", "ا\u0653", "e\u0301", "é", "ﬁ", "😀", "👩\u200d👧",
    "漢", "א", "\ue001",
    "\"", "AND", "NEAR(", "-x", "foo:x", "*", "%", "_", "'; DROP TABLE clause; --", "=1+1", "+1",
    "@x", "{\"a\": 1}", "\\", "\\n",
    "\t", "\r\n", "\n", "\u2028", "\u00a0", "\u2003", "«", "»", "(", ")", "[", "]", "۱۴۰۳/۱۲/۳۰",
    "۱۴۰۴/۱۲/۳۰", "12:30", "IR06 0120",
    "x@y.ir", "192.168.1.1", "%s %d {0}", "..\\..\\a", "CON", "…", "–", "٬",
)  # fmt: skip
"""What once broke some program that prints, stores or searches text."""
LETTERS: Final = "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیئءأؤ"
WORDS: Final = ("جلسه", "می‌شود", "صورت‌جلسه", "کمیته", "مصوبه", "Latin", "PDF-A", "شمارهٔ", "۱۲۳")


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of one text: refused by a key, kept, or what is wrong."""

    text: str
    refused: str = ""
    wrong: str = ""


def fuzzed(number: int, chance: random.Random) -> Iterator[str]:
    """So many texts, of hazards, words and letters in any order."""
    for _ in range(number):
        parts = [_part(chance) for _ in range(chance.randint(1, 9))]
        yield chance.choice(("", " ")).join(parts)


def _part(chance: random.Random) -> str:
    what = chance.random()
    if what < 0.4:
        return chance.choice(HAZARDS)
    if what < 0.7:
        return chance.choice(WORDS)
    if what < 0.95:
        return "".join(chance.choices(LETTERS, k=chance.randint(1, 12)))
    return chr(chance.choice((chance.randrange(0x20, 0x3000), chance.randrange(0x10000, 0x11000))))


def fates(texts: Sequence[str], place: Path) -> Iterator[Fate]:
    """What became of each."""
    data = open_folder(place, work_context())
    printing = wiring.paper_renderer()
    office = furnish(data.open_write, SettableClock())
    office.paper = printing.capabilities(wiring.cite)
    meeting_id = office.held()
    version_id = office.draft(meeting_id)
    item = office.items(meeting_id)[0]
    plain = Clause(minutes_version_id=version_id, agenda_item_id=item, ordinal=0, text="متن")
    clauses = [add_clause(office.context, plain).id for _ in range(BATCH)]
    try:
        for first in range(0, len(texts), BATCH):
            some = texts[first : first + BATCH]
            given = dict(zip(clauses, some, strict=False))
            refusals: dict[int, str] = {}
            with data.open_whole() as part:
                context = context_of(part, office.clock, office.paper)
                for clause_id, text in given.items():
                    refusals[clause_id] = _saved(context, replace(plain, id=clause_id, ordinal=clause_id), text)
            with data.open_read() as work:
                kept = {one.id: one.text for one in work.clauses.where(minutes_version_id=version_id)}
            with pytest.MonkeyPatch.context() as patch, drawn.told(patch) as recording:
                pages = stream.read(printing.make(PaperKind.MINUTES, minutes_paper(office.context, version_id)))
            shown = _shown(recording, pages)
            for clause_id, text in given.items():
                yield _fate(text, refusals[clause_id], kept[clause_id], shown)
    finally:
        data.close()


def _saved(context: Context, clause: Clause, text: str) -> str:
    """The key of what refused it, or empty."""
    try:
        # the field cleans at once and shows what it cleaned; the service takes what the field shows
        save_clause(context, replace(clause, text=as_typed_clean(text).text))
    except RuleBroken as broken:
        return broken.key
    return ""


def _shown(recording: drawn.Recording, pages: Sequence[Page]) -> Counter[str]:
    """The paragraphs of which each letter is in the file."""
    found: Counter[str] = Counter()
    for told in drawn.paragraphs_of(recording, pages):
        letters = "".join(glyph.text for line in told.lines for glyph in line)
        if not proof.lost_faults(told.text, letters):
            found[told.text] += 1
    return found


def _fate(text: str, refused: str, kept: str, shown: Counter[str]) -> Fate:
    if refused:
        return Fate(text, refused=refused)
    canonical = as_typed_clean(text).text
    if kept != canonical:
        return Fate(text, wrong=f"kept as {kept!r}")
    if not any(canonical in paragraph for paragraph in shown):
        return Fate(text, wrong="not on the paper")
    return Fate(text)
