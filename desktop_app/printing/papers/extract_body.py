"""The body of an extract: the words of the resolution in full, its facts, and what they were taken from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from desktop_app.domain.documents.documents import ResolutionLine
from desktop_app.domain.documents.extract_document import ExtractDocument, ExtractLetter
from desktop_app.domain.documents.letter_lines import DueLine
from desktop_app.domain.rules.tasks import TaskRole
from desktop_app.printing.layout.flowable import Flowable
from desktop_app.printing.layout.paragraph import FaHeading, FaParagraph
from desktop_app.printing.layout.stack import Gap
from desktop_app.printing.layout.table import TableStyle
from desktop_app.printing.stationery import letter_parts as parts
from desktop_app.printing.stationery import letter_styles as styles
from desktop_app.printing.stationery import paper_styles as base
from desktop_app.printing.stationery.letter_blocks import Quoted
from desktop_app.printing.stationery.meeting_grid import fact
from desktop_app.printing.stationery.paper_words import day, digits
from desktop_app.printing.stationery.resolution_words import adoption, deadline
from desktop_app.printing.stationery.ruled_table import RuledTable
from desktop_app.printing.typesetting.style import MM
from desktop_app.printing.typesetting.typesetter import Typesetter
from desktop_app.text.paper import paper_1 as words
from desktop_app.text.paper import paper_1_extract as extract
from desktop_app.text.paper import paper_1_keys as keys
from desktop_app.text.paper import paper_1_letter as letter

_SHORT: Final = tuple(width * MM for width in (66, 18, 14, 72))
_LONG: Final = (30 * MM, 140 * MM)
_STYLE: Final = TableStyle(padding_x=4.0, padding_y=3.0)
_SHORT_STYLE: Final = TableStyle(padding_x=4.0, padding_y=4.0)
_BELOW: Final = 5 * MM


def body(setter: Typesetter, document: ExtractDocument, one: ExtractLetter) -> Iterator[Flowable]:
    """One letter from its addressee to the list of copies."""
    line = one.resolution
    subject = extract.corrected_subject if one.earlier else extract.subject
    references = [*_follows(one), *document.references]
    yield from parts.opening(setter, one.addressee, subject(line.number), references)
    tells = extract.as_executor if one.role == TaskRole.EXECUTOR else extract.as_cooperator
    told = tells(document.committee, digits(one.source.number), day(one.source.day), letter.THAT[one.addressee.kind])
    yield from parts.paragraphs(setter, [told], letter.SUBJECT)
    yield FaHeading(setter, extract.TEXT, base.SECTION)
    yield Quoted(FaParagraph(setter, line.text, styles.QUOTE, place=line.number))
    yield from _facts(setter, one)
    yield Gap(_BELOW)
    last = [*document.note, extract.request(bool(one.due.due))]
    made = parts.paragraphs(setter, last, letter.SUBJECT)
    yield from made[:-1]
    yield from parts.closing(setter, made[-1:], document.signatory, document.attachments, document.copies_to)


def _follows(one: ExtractLetter) -> list[str]:
    """The letter that this one corrects, where there is one."""
    return [extract.follows(one.earlier.number, day(one.earlier.day))] if one.earlier else []


def _facts(setter: Typesetter, one: ExtractLetter) -> Iterator[Flowable]:
    """What a hurried reader looks for in one row; below it who does it, and where it comes from."""
    line = one.resolution
    short = (
        (extract.DEADLINE, _due(line, one.due)),
        (extract.ROLE, extract.ROLES[one.role]),
        (extract.AXIS, words.axis(line.axis)),
        (extract.KIND, words.kind_and_adoption(keys.RESOLUTION_KINDS[line.kind], adoption(line))),
    )
    cells = [fact(setter, label, value) for label, value in short]
    yield RuledTable([cells], _SHORT, header_rows=0, style=_SHORT_STYLE)
    long = (
        (extract.EXECUTOR, line.executor),
        (extract.COOPERATING, _cooperating(line)),
        (extract.OWNER, line.owner),
        (extract.CITATION, line.upstream),
        (extract.SOURCE, _source(one)),
    )
    rows = [
        [FaParagraph(setter, label, styles.FACT_LABEL), FaParagraph(setter, value, base.VALUE, place=label)]
        for label, value in long
        if value
    ]
    yield RuledTable(rows, _LONG, header_rows=0, style=_STYLE)


def _due(line: ResolutionLine, due: DueLine) -> str:
    """As agreed, with the day that follows from it; the day that holds now where it was extended."""
    if due.extensions:
        return extract.extended(day(due.first), day(due.due), digits(due.extensions))
    agreed, known = deadline(line.deadline)
    known = day(due.due) or known
    return words.listed([part for part in (agreed, known) if part]) if agreed != known else agreed


def _cooperating(line: ResolutionLine) -> str:
    return words.ALL_UNITS if line.all_units else words.names(line.cooperating)


def _source(one: ExtractLetter) -> str:
    source = one.source
    said = extract.source(digits(source.number), day(source.day), digits(source.version))
    said = extract.with_item(said, source.item) if source.item else said
    return extract.with_code(said, source.code) if source.code else said
