"""Facts of a resolution in an extract: a strip of the main facts, and a table of the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from desktop_app.domain.documents.documents import ResolutionLine
from desktop_app.domain.documents.letter_lines import DueLine
from desktop_app.domain.documents.unit_documents import ExtractLetter
from desktop_app.domain.rules.deadlines import DeadlineKind
from desktop_app.domain.rules.minutes import AdoptionKind
from desktop_app.printing.engine.layout.paragraph import FaParagraph
from desktop_app.printing.engine.layout.stack import Flowable
from desktop_app.printing.engine.layout.table import TableStyle
from desktop_app.printing.engine.typesetting.style import MM
from desktop_app.printing.engine.typesetting.typesetter import Typesetter
from desktop_app.printing.stationery import letter_blocks, paper_styles
from desktop_app.printing.stationery.meeting_tables import QUARTERS, fact
from desktop_app.printing.stationery.ruled_table import RuledTable
from desktop_app.printing.words import extract, frame
from desktop_app.printing.words import minutes as words
from desktop_app.printing.words.paper_words import adoption, day, deadline, digits

_LONG: Final = (42.5 * MM, 127.5 * MM)
"""Labels are as wide as a quarter of the strip, so that both tables have their edges in common."""
_STRIP: Final = TableStyle(padding_x=4.0, padding_y=4.0)
_STYLE: Final = TableStyle(padding_x=4.0, padding_y=2.2)
"""Low rows: the letter ends with a tall signature and keeps to its page."""

Fact = tuple[str, str, str]
"""Label, value, and what stands smaller below it."""


def facts(setter: Typesetter, one: ExtractLetter) -> Iterator[Flowable]:
    """Yield the strip and the table below it."""
    cells = [[*fact(setter, label, value), *_below(setter, label, more)] for label, value, more in _main_facts(one)]
    yield RuledTable([cells], QUARTERS, header_rows=0, style=_STRIP)
    rows = [
        [
            FaParagraph(setter, label, letter_blocks.FACT_LABEL),
            FaParagraph(setter, value, paper_styles.VALUE, place=label),
        ]
        for label, value in _long(one)
        if value
    ]
    yield RuledTable(rows, _LONG, header_rows=0, style=_STYLE)


def _below(setter: Typesetter, label: str, text: str) -> Sequence[Flowable]:
    return [FaParagraph(setter, text, paper_styles.CELL_SECOND, place=label)] if text else []


def _main_facts(one: ExtractLetter) -> Sequence[Fact]:
    """Return the main facts of the resolution for the strip; a reservation, often long, is not among them."""
    line = one.resolution
    adopted = adoption(replace(line, reservation=""))
    return (
        (extract.DEADLINE, *_due(line, one.due)),
        (extract.ROLE, extract.ROLES[one.role], ""),
        (extract.AXIS, words.axis(line.axis), ""),
        (extract.KIND, frame.RESOLUTION_KINDS[line.kind], adopted),
    )


def _due(line: ResolutionLine, due: DueLine) -> tuple[str, str]:
    """Return the valid deadline, and its explanation below."""
    if due.extensions:
        return day(due.due), extract.extended(day(due.first), digits(due.extensions))
    agreed, known = deadline(line.deadline)
    if line.deadline.kind == DeadlineKind.CONTINUOUS:
        return agreed, words.review_on(day(due.due)) if due.due else known
    known = day(due.due) or known
    return (known, agreed) if known and agreed != known else (agreed, "")


def _long(one: ExtractLetter) -> Sequence[tuple[str, str]]:
    line = one.resolution
    reserved = line.reservation if line.adoption == AdoptionKind.WITH_RESERVATION else ""
    return (
        (extract.EXECUTOR, line.executor),
        (extract.COOPERATING, words.ALL_UNITS if line.all_units else words.names(line.cooperating)),
        (extract.OWNER, line.owner),
        (extract.RESERVATION, reserved),
        (extract.CITATION, line.upstream),
        (extract.SOURCE, _source(one)),
    )


def _source(one: ExtractLetter) -> str:
    source = one.source
    said = extract.source(digits(source.number), day(source.day), digits(source.version))
    said = extract.with_item(said, source.item) if source.item else said
    return extract.with_code(said, source.code) if source.code else said
