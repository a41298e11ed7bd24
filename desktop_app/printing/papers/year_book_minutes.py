"""One version of minutes in the year book: as it was frozen, under a band that tells what became of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from desktop_app.domain.documents.documents import MinutesDocument
from desktop_app.domain.documents.year_book_document import BookMinutes
from desktop_app.domain.documents.year_book_index import minutes_anchor, resolution_anchor
from desktop_app.domain.rules.minutes import MinutesState
from desktop_app.printing.layout.flowable import Flowable
from desktop_app.printing.layout.links import Anchor
from desktop_app.printing.layout.paragraph import FaHeading, FaParagraph
from desktop_app.printing.layout.stack import Kept
from desktop_app.printing.layout.table import Cell, FaTable, TableStyle
from desktop_app.printing.papers.minutes_body import deliberations, follow_up, resolutions
from desktop_app.printing.papers.minutes_closing import endings, lists_of
from desktop_app.printing.papers.minutes_opening import opening
from desktop_app.printing.stationery import paper_styles as styles
from desktop_app.printing.stationery.held_table import held
from desktop_app.printing.stationery.paper_words import day, digits
from desktop_app.printing.stationery.ruled_table import RuledTable
from desktop_app.printing.typesetting.style import MM, Align, ParagraphStyle, TextStyle, Weight
from desktop_app.printing.typesetting.typesetter import Typesetter
from desktop_app.text.paper import minutes as usual
from desktop_app.text.paper import year_book as words

_BAND: Final = ParagraphStyle(TextStyle(Weight.SEMIBOLD, 11.5), Align.CENTER, pitch=1.5)
_BAND_BOX: Final = TableStyle(grid=0.6, colour=styles.STRONG_LINE, padding_x=6.0, padding_y=5.0, after=12.0)
_BAND_FILL: Final = "#E6E6E6"
_SIGNERS: Final = tuple(width * MM for width in (52, 48, 40, 30))


def minutes(
    setter: Typesetter, book: BookMinutes, document: MinutesDocument, standing: BookMinutes | None
) -> Iterator[Flowable]:
    """The whole of one version, without blanks for the pen: who signed, and when, stands in a table.

    No page ends between the closing sentences.
    """

    def anchor(number: str) -> str:
        return resolution_anchor(book, number)

    yield Anchor(minutes_anchor(book))
    yield from _band(setter, book, standing)
    yield from opening(setter, document)
    yield from follow_up(setter, document)
    yield from deliberations(setter, document)
    yield from resolutions(setter, document, anchor)
    yield from (Kept(group) for group in endings(setter, document) if group)
    yield from _signers(setter, book, document)
    yield from lists_of(setter, document)


def _band(setter: Typesetter, book: BookMinutes, standing: BookMinutes | None) -> Iterator[Flowable]:
    if book.state == MinutesState.WITHDRAWN:
        said = words.withdrawn(book.reason)
    elif book.state == MinutesState.AMENDED:
        newer = standing is not None and standing.version > book.version
        said = words.amended(digits(standing.version)) if standing and newer else words.AMENDED_ELSEWHERE
    else:
        return
    cell = Cell(FaParagraph(setter, said, _BAND, place=words.WITHDRAWN), fill=_BAND_FILL)
    yield FaTable([[cell]], [None], header_rows=0, style=_BAND_BOX)


def _signers(setter: Typesetter, book: BookMinutes, document: MinutesDocument) -> Iterator[Flowable]:
    if book.signers:
        yield FaHeading(setter, words.SIGNERS, replace(styles.SECTION, before=16.0))
        yield held(setter, lambda one: _signer_table(one, book, document))


def _signer_table(setter: Typesetter, book: BookMinutes, document: MinutesDocument) -> RuledTable:
    labels = (words.NAME, words.POST, words.PARTY, words.SIGNED_ON)
    rows: list[list[Flowable]] = [[FaParagraph(setter, label, styles.HEAD) for label in labels]]
    for one in book.signers:
        texts = (
            one.name,
            one.post or usual.NOTHING,
            document.parties[one.party].short_name,
            day(one.signed_on) or words.NOT_SIGNED,
        )
        rows.append([FaParagraph(setter, text, styles.CELL, place=one.name) for text in texts])
    return RuledTable(rows, _SIGNERS, elastic=1)
