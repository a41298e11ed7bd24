"""The pieces that letters are made of: addressee, subject, greeting, paragraphs, signature, attachments and copies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from desktop_app.domain.calendar.date_words import ordinal
from desktop_app.domain.documents.letter_lines import AddresseeKind, AddresseeLine, SignatoryLine
from desktop_app.printing.layout.flowable import Flowable
from desktop_app.printing.layout.lists import FaList, ListStyle
from desktop_app.printing.layout.paragraph import FaHeading, FaParagraph
from desktop_app.printing.layout.stack import Gap, Kept, Whole
from desktop_app.printing.layout.table import FaTable, TableStyle
from desktop_app.printing.stationery import letter_styles as styles
from desktop_app.printing.stationery.letter_blocks import Ending, SignatureBox
from desktop_app.printing.stationery.paper_styles import CELL, LINE, LIST_HEAD, LIST_LABEL, RANK
from desktop_app.printing.stationery.paper_words import digits
from desktop_app.printing.typesetting.style import MM, Span
from desktop_app.printing.typesetting.typesetter import Typesetter
from desktop_app.text.paper import letter
from desktop_app.text.paper import minutes as words

_FEW: Final = 12
_SHORT: Final = 600
"""Attachments and copies of so many lines and letters are short: they stand beside their headings and keep to the
signature."""
_NUMBERED: Final = ListStyle(width=6 * MM, padding=0.8)
_RANKED: Final = ListStyle(mark=RANK, width=17 * MM, padding=0.8)
_BELOW_HEAD: Final = 4 * MM
_PLAIN: Final = ListStyle(width=6 * MM)
_LABEL: Final = 24 * MM
_LABEL_GAP: Final = 3 * MM
_LABELLED: Final = TableStyle(grid=0.0, padding_x=0.0, padding_y=1.0, before=7.0)


def opening(
    setter: Typesetter,
    addressee: AddresseeLine | None,
    subject: str,
    references: Sequence[str] = (),
    *,
    greeting: str | None = None,
) -> Iterator[Flowable]:
    """From the letterhead to the greeting (that of the office unless said); what is empty is left out."""
    yield Gap(_BELOW_HEAD)
    if addressee is not None:
        yield from _addressee(setter, addressee)
    if subject:
        label = Span(words.labelled(letter.SUBJECT, ""), styles.LABEL_IN_LINE)
        yield FaHeading(setter, [label, Span(subject)], styles.SUBJECT, place=letter.SUBJECT)
    for line in references:
        yield FaParagraph(setter, line, styles.REFERENCE, place=letter.SUBJECT)
    if greeting is None:
        greeting = letter.GREETING if addressee is not None else ""
    yield FaParagraph(setter, greeting, styles.GREETING) if greeting else Gap(styles.GREETING.before)


def _addressee(setter: Typesetter, line: AddresseeLine) -> Iterator[Flowable]:
    """A person by name and post; a unit after «به», with those who answer for it."""
    name = line.name if line.kind == AddresseeKind.PERSON else letter.unit(line.name)
    yield FaHeading(setter, name, styles.ADDRESSEE, place=line.name, level=1)
    people = [write(name) for write, name in ((letter.head_of_unit, line.head), (letter.liaison, line.liaison)) if name]
    post = [part for part in (line.post, line.party) if part]
    stands_for = [words.in_place_of(line.in_place_of)] if line.in_place_of else []
    for text in (letter.people(people), letter.post_and_party([*stands_for, *post])):
        if text:
            yield FaParagraph(setter, text, styles.ADDRESSEE_SECOND, place=line.name)


def paragraphs(setter: Typesetter, texts: Sequence[str], place: str) -> list[Flowable]:
    """The body of a letter, one paragraph a text."""
    return [FaParagraph(setter, text, styles.BODY, place=place) for text in texts]


def closing(
    setter: Typesetter,
    last: Sequence[Flowable],
    signatory: SignatoryLine | None,
    attachments: Sequence[str],
    copies_to: Sequence[str],
) -> Iterator[Flowable]:
    """The last paragraphs with the signature, which never stands alone on a page, and the lists below it."""
    entries = [*attachments, *copies_to]
    few = len(entries) <= _FEW and sum(map(len, entries)) <= _SHORT
    titled = ((letter.ATTACHMENTS, attachments), (letter.COPIES, copies_to))
    lists = _labelled(setter, titled) if few else [part for one in titled for part in list_below(setter, *one)]
    if signatory is None:
        yield from [*last, *lists]
    else:
        yield Kept([*last, Ending(SignatureBox(setter, signatory, above=True)), *(lists if few else [])])
        yield from [] if few else lists


def _labelled(setter: Typesetter, titled: Sequence[tuple[str, Sequence[str]]]) -> list[Flowable]:
    """Each list beside its heading, all from one edge."""
    rows = [
        (FaHeading(setter, heading, LIST_LABEL), FaList(setter, lines, CELL, _number, look=_PLAIN))
        for heading, lines in titled
        if lines
    ]
    if not rows:
        return []
    width = max(_LABEL, *(label.natural_width() + _LABEL_GAP for label, _ in rows))
    return [Whole([FaTable(rows, [width, None], header_rows=0, style=_LABELLED)])]


def list_below(setter: Typesetter, heading: str, lines: Sequence[str]) -> Iterator[Flowable]:
    """A list below its heading; nothing of an empty one."""
    if lines:
        yield FaHeading(setter, heading, LIST_HEAD)
        yield listed(setter, lines)


def listed(setter: Typesetter, lines: Sequence[str]) -> Flowable:
    """Lines with their numbers, as wide as there is room."""
    return FaList(setter, lines, CELL, _number, look=_NUMBERED)


def ranked(setter: Typesetter, lines: Sequence[str]) -> Flowable:
    """The items of an agenda: ranks stand out at the right, the text has an edge of its own."""
    return FaList(setter, lines, LINE, _rank, look=_RANKED)


def _number(number: int) -> str:
    return words.list_number(digits(number))


def _rank(number: int) -> str:
    return words.rank(ordinal(number))
