"""The body of an extract: the words of the resolution in full, its facts, and what they were taken from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from desktop_app.domain.documents.extract_document import ExtractDocument, ExtractLetter
from desktop_app.domain.rules.tasks import TaskRole
from desktop_app.printing.layout.flowable import Flowable
from desktop_app.printing.layout.paragraph import FaHeading, FaParagraph
from desktop_app.printing.layout.stack import Gap
from desktop_app.printing.stationery import letter_parts as parts
from desktop_app.printing.stationery import letter_styles as styles
from desktop_app.printing.stationery import paper_styles as base
from desktop_app.printing.stationery.extract_facts import facts
from desktop_app.printing.stationery.letter_blocks import Quoted
from desktop_app.printing.stationery.paper_words import day, digits
from desktop_app.printing.typesetting.style import MM
from desktop_app.printing.typesetting.typesetter import Typesetter
from desktop_app.printing.wording.letter_subjects import of_extract
from desktop_app.text.paper import extract, letter

_BELOW: Final = 3 * MM


def body(setter: Typesetter, document: ExtractDocument, one: ExtractLetter) -> Iterator[Flowable]:
    """One letter from its addressee to the list of copies."""
    line = one.resolution
    references = [*_follows(one), *document.references]
    yield from parts.opening(setter, one.addressee, of_extract(one), references)
    tells = extract.as_executor if one.role == TaskRole.EXECUTOR else extract.as_cooperator
    told = tells(document.committee, digits(one.source.number), day(one.source.day), letter.THAT[one.addressee.kind])
    yield from parts.paragraphs(setter, [told], letter.SUBJECT)
    yield FaHeading(setter, extract.TEXT, base.SECTION)
    yield Quoted(FaParagraph(setter, line.text, styles.QUOTE, place=line.number))
    yield from facts(setter, one)
    yield Gap(_BELOW)
    last = [*document.note, extract.request(bool(one.due.due))]
    made = parts.paragraphs(setter, last, letter.SUBJECT)
    yield from made[:-1]
    lists = (document.attachments, document.copies_to)
    yield from parts.closing(setter, made[-1:], document.signatory, *lists)


def _follows(one: ExtractLetter) -> list[str]:
    """The letter that this one corrects, where there is one."""
    return [extract.follows(one.earlier.number, day(one.earlier.day))] if one.earlier else []
