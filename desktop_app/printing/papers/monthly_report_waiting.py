"""Table of what waits for a decision, one line each: what is to be done, then what it is about."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from desktop_app.domain.documents.monthly_report_document import ReportWaiting, WaitingKind
from desktop_app.printing.layout.flowable import Flowable
from desktop_app.printing.layout.paragraph import FaParagraph
from desktop_app.printing.stationery import paper_styles as styles
from desktop_app.printing.stationery import report_styles as own
from desktop_app.printing.stationery.paper_words import day, digits
from desktop_app.printing.stationery.ruled_table import RuledTable
from desktop_app.printing.typesetting.style import MM, Span
from desktop_app.printing.typesetting.typesetter import Typesetter
from desktop_app.text.paper import monthly_report as words

MOST_WORDS: Final = 22
MOST_LINES: Final = 4
LEAST_LINES: Final = 2
"""So many of what waits stand on the first page, and so few where there is no more room."""
_WIDTHS = (36 * MM, 134 * MM)


def waiting_table(setter: Typesetter, lines: Sequence[ReportWaiting], *, brief: bool = False) -> Flowable:
    """Line by line; its news stands below it in small writing. ``brief`` cuts what is longer than two lines or so."""
    shown = [replace(one, text=_cut(one.text), note=_cut(one.note)) for one in lines] if brief else lines
    return RuledTable([_row(setter, one) for one in shown], _WIDTHS, header_rows=0, style=own.TIGHT)


def first_of(lines: Sequence[ReportWaiting], most: int) -> Sequence[ReportWaiting]:
    """Those that stand on the first page; one more than the most is not worth a remark."""
    return lines if len(lines) <= most + 1 else lines[:most]


def told_already(lines: Sequence[ReportWaiting], most: int) -> bool:
    """Whether the first page, which shows so many, holds all of them, word for word."""
    return len(first_of(lines, most)) == len(lines) and all(
        _cut(one.text) == one.text and _cut(one.note) == one.note for one in lines
    )


def _cut(text: str) -> str:
    """The first words, and a mark where some are left out; the whole stands in the last part of the report."""
    found = text.split()
    return text if len(found) <= MOST_WORDS else " ".join(found[:MOST_WORDS]) + words.CUT


def _row(setter: Typesetter, one: ReportWaiting) -> list[list[Flowable]]:
    lead = FaParagraph(setter, [Span(words.WAITING_LEADS[one.kind], own.LEAD)], styles.CELL)
    about: list[Flowable] = [FaParagraph(setter, sentence_of(one), styles.CELL, place=one.number)]
    if one.note:
        about.append(FaParagraph(setter, one.note, styles.CELL_SECOND, place=one.number))
    return [[lead], about]


def _unsigned(number: str, one: ReportWaiting) -> str:
    if one.on_each:
        return words.waiting_unsigned_by_original(number, [digits(count) for count in one.on_each], digits(one.of))
    return words.waiting_unsigned(number, digits(one.count), digits(one.of))


_SENTENCES: Final[Mapping[str, Callable[[ReportWaiting], str]]] = {
    WaitingKind.UNSIGNED: lambda one: _unsigned(digits(one.number), one),
    WaitingKind.UNFINISHED: lambda one: words.waiting_unfinished(digits(one.number)),
    WaitingKind.UNEXPLAINED: lambda one: words.waiting_unexplained(one.text),
    WaitingKind.NOT_CONVENED: lambda one: words.waiting_not_convened(one.text),
    WaitingKind.EXTENSION: lambda one: words.waiting_extension(one.number, one.text, day(one.day)),
    WaitingKind.REQUESTS: lambda one: words.waiting_requests(digits(one.count)),
    WaitingKind.PARKED: lambda one: words.waiting_parked(digits(one.count)),
}


def sentence_of(one: ReportWaiting) -> str:
    """What it is about; a resolution where the kind has no sentence of its own."""
    said = _SENTENCES.get(one.kind)
    return said(one) if said is not None else words.waiting_resolution(one.number, one.text)
