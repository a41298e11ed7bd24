"""The last parts of the year book: register, attendance of the members, and the three indexes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from desktop_app.domain.documents.year_book_document import YearBookDocument
from desktop_app.domain.documents.year_book_index import BookIndex, MemberYear, Place
from desktop_app.domain.progress import no_progress
from desktop_app.domain.rules.amendments import EVERY_UNIT
from desktop_app.domain.text.digits import persian_percent
from desktop_app.printing.layout.columns import Columns
from desktop_app.printing.layout.flowable import Flowable
from desktop_app.printing.layout.paragraph import FaHeading, FaParagraph
from desktop_app.printing.layout.stack import Kept
from desktop_app.printing.papers.register_table import UPRIGHT, register_table
from desktop_app.printing.papers.year_book_front import CONTENTS
from desktop_app.printing.stationery import frame
from desktop_app.printing.stationery import paper_styles as styles
from desktop_app.printing.stationery import report_styles as own
from desktop_app.printing.stationery.filled_pages import short_whole
from desktop_app.printing.stationery.held_table import held
from desktop_app.printing.stationery.paper_words import digits
from desktop_app.printing.stationery.ruled_table import RuledTable
from desktop_app.printing.typesetting.style import MM, Align, ParagraphStyle, Span, TextStyle, Weight
from desktop_app.printing.typesetting.typesetter import Typesetter
from desktop_app.text.paper import minutes as usual
from desktop_app.text.paper import year_book as words

_MEMBERS: Final = tuple(width * MM for width in (36, 20, 13, 14, 25, 19, 18, 12, 13))
_TITLE: Final = ParagraphStyle(
    TextStyle(Weight.BOLD, 16.0), Align.CENTER, pitch=1.5, before=22.0, after=8.0, keep_with_next=True
)
_WORD: Final = ParagraphStyle(TextStyle(Weight.SEMIBOLD, 11.0), pitch=1.5, before=7.0, keep_with_next=True)
_NARROWEST: Final = 72 * MM
_COLUMN_GAP: Final = 9 * MM
"""The least width of a column in the size of the design, and the blank between two."""
_PERSON_NOTE: Final = replace(own.NOTE, after=4.0, keep_with_next=True)
_PLACES: Final = ParagraphStyle(TextStyle(Weight.REGULAR, 10.5), pitch=1.55, start=6 * MM)


def register(setter: Typesetter, document: YearBookDocument) -> Iterator[Flowable]:
    """The register of the year as it stood when the book was made."""
    yield FaHeading(setter, words.REGISTER, _TITLE, level=1, anchor=CONTENTS.register)
    if document.lines:
        # the book tells of its meetings, not of the rows of its register
        yield held(setter, lambda one: register_table(one, document.lines, no_progress, UPRIGHT))
    else:
        yield FaParagraph(setter, words.NOTHING, own.SENTENCE)


def attendance(setter: Typesetter, document: YearBookDocument, index: BookIndex) -> Iterator[Flowable]:
    """Every member's year, party by party."""
    part = [
        FaHeading(setter, words.ATTENDANCE, _TITLE, level=1, anchor=CONTENTS.attendance),
        held(setter, lambda one: _members(one, document, index)),
    ]
    yield from short_whole(part, setter.typography)


def _members(setter: Typesetter, document: YearBookDocument, index: BookIndex) -> RuledTable:
    labels = (words.NAME, words.PARTY, words.MEETINGS, *words.COLUMNS.values())
    rows: list[list[Flowable]] = [
        [
            FaParagraph(setter, label, styles.HEAD if place < 2 else own.NUMBER_HEAD)
            for place, label in enumerate(labels)
        ]
    ]
    rows[0].append(FaParagraph(setter, words.SHARE, own.NUMBER_HEAD))
    ordered = sorted(index.members.values(), key=lambda one: one.party)
    rows += [_member(setter, document, one) for one in ordered]
    return RuledTable(rows, _MEMBERS, elastic=0, style=own.TIGHT)


def _member(setter: Typesetter, document: YearBookDocument, one: MemberYear) -> list[Flowable]:
    counts = [one.meetings, *(one.states.get(state, 0) for state in words.COLUMNS)]
    return [
        FaParagraph(setter, one.name, styles.CELL, place=one.name),
        FaParagraph(setter, document.parties[one.party].short_name, styles.CELL),
        *(FaParagraph(setter, digits(count), own.NUMBER_CELL) for count in counts),
        FaParagraph(setter, persian_percent(one.percent), own.TOTAL_NUMBER),
    ]


def indexes(
    setter: Typesetter, document: YearBookDocument, index: BookIndex, pages_of: Mapping[str, int]
) -> Iterator[Flowable]:
    """Axes in the committee's order, units in that of the parties, people by name; laid out when all is drawn.

    What concerns all units comes before the single ones: each of them has to read it.
    """
    titles = {axis.code: words.axis(axis.code, axis.title) for axis in document.axes}
    axes = {titles.get(code, code or words.NO_AXIS): index.axes[code] for code in _ordered(titles, index.axes)}
    order = _ordered((EVERY_UNIT, *document.units), index.units)
    units = {usual.ALL_UNITS if unit == EVERY_UNIT else unit: index.units[unit] for unit in order if unit}
    people = index.people_without(document.units)
    for label, key, note, found in (
        (words.BY_AXIS, CONTENTS.axes, "", axes),
        (words.BY_UNIT, CONTENTS.units, "", units),
        (words.BY_PERSON, CONTENTS.people, words.PERSON_NOTE, people),
    ):
        part: list[Flowable] = [FaHeading(setter, label, _TITLE, level=1, anchor=key)]
        part += [FaParagraph(setter, note, _PERSON_NOTE)] if note else []
        part += _index(setter, found, pages_of)
        yield from short_whole(part, setter.typography)


def _ordered(known: Sequence[str] | Mapping[str, str], found: Mapping[str, list[Place]]) -> list[str]:
    """Head words in the order that is known, then those that the year alone knew."""
    return [*(one for one in known if one in found), *(one for one in found if one not in known)]


def _index(setter: Typesetter, words_: Mapping[str, list[Place]], pages_of: Mapping[str, int]) -> Iterator[Flowable]:
    """Head words with their places, in as many columns as the sheet holds."""
    if not words_:
        yield FaParagraph(setter, usual.NOTHING, own.SENTENCE)
        return
    entries = [_entry(setter, word, _spans(places, pages_of)) for word, places in words_.items()]
    count = columns_of(setter)
    if count > 1:
        yield Columns(entries, count, _COLUMN_GAP)
    else:
        yield from entries


def columns_of(setter: Typesetter) -> int:
    """How many columns the office's sheet holds in its size of writing."""
    width = frame.text_width(setter.typography)
    return max(int((width + _COLUMN_GAP) // (_NARROWEST * setter.typography.scale + _COLUMN_GAP)), 1)


def _entry(setter: Typesetter, word: str, spans: Iterator[Span]) -> Kept:
    head = FaParagraph(setter, word, _WORD, place=word)
    return Kept([head, FaParagraph(setter, list(spans), _PLACES, place=word)])


def _spans(places: Sequence[Place], pages_of: Mapping[str, int]) -> Iterator[Span]:
    """Each place with its page; the page is a link. Of places without words each page stands once."""
    seen: set[int] = set()
    first = True
    for key, number in places:
        page = pages_of[key]
        if not number and page in seen:
            continue
        seen.add(page)
        if not first:
            yield Span(words.BETWEEN)
        first = False
        if number:
            before, after = words.around_page(number)
            yield from (Span(before), Span(digits(page), link=key), Span(after))
        else:
            yield Span(digits(page), link=key)
