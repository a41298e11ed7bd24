"""Table of what waits for a decision, one line each: what is to be done, then what it is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from desktop_app.domain.documents.monthly_report_document import ReportWaiting, WaitingKind
from desktop_app.printing.layout.flowable import Flowable
from desktop_app.printing.layout.paragraph import FaParagraph
from desktop_app.printing.stationery import paper_styles as styles
from desktop_app.printing.stationery import report_styles as own
from desktop_app.printing.stationery.paper_words import digits
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


def sentence_of(one: ReportWaiting) -> str:
    """What it is about."""
    if one.kind == WaitingKind.UNSIGNED:
        return _unsigned(digits(one.number), one)
    if one.kind == WaitingKind.UNFINISHED:
        return words.waiting_unfinished(digits(one.number))
    if one.kind == WaitingKind.UNEXPLAINED:
        return words.waiting_unexplained(one.text)
    if one.kind == WaitingKind.NOT_CONVENED:
        return words.waiting_not_convened(one.text)
    if one.kind == WaitingKind.PARKED:
        return words.waiting_parked(digits(one.count))
    return words.waiting_resolution(one.number, one.text)
