"""Blocks of letters: addressee, subject, greeting, paragraphs, signature, attachments, copies.

A signature has a blank for the pen; blocks can be in columns; a text can be quoted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from desktop_app.domain.calendar.date_words import ordinal
from desktop_app.domain.documents.letter_lines import AddresseeKind, AddresseeLine, SignatoryLine
from desktop_app.printing.engine.layout.lists import FaList, ListStyle
from desktop_app.printing.engine.layout.marks import draw_artifact
from desktop_app.printing.engine.layout.paragraph import FaHeading, FaParagraph
from desktop_app.printing.engine.layout.stack import (
    Block,
    Flowable,
    Gap,
    KeptOnOnePage,
    KeptTogether,
    Stacked,
    draw_stack,
    measure_stack,
    stroke_operator,
    total_height,
)
from desktop_app.printing.engine.layout.table import FaTable, TableStyle
from desktop_app.printing.engine.typesetting.style import MM, Align, ParagraphStyle, Span, TextStyle, Weight
from desktop_app.printing.engine.typesetting.typesetter import Typesetter
from desktop_app.printing.stationery import paper_styles
from desktop_app.printing.stationery.paper_styles import CELL, HAIRLINE, LINE, LIST_HEAD, LIST_LABEL, RANK
from desktop_app.printing.words import letter
from desktop_app.printing.words import minutes as words
from desktop_app.printing.words.paper_words import digits

ADDRESSEE: Final = ParagraphStyle(TextStyle(Weight.BOLD, 14.0), pitch=1.55, keep_with_next=True)
ADDRESSEE_SECOND: Final = ParagraphStyle(
    TextStyle(Weight.REGULAR, 12.0, paper_styles.SECOND), pitch=1.55, keep_with_next=True
)
SUBJECT: Final = ParagraphStyle(TextStyle(Weight.SEMIBOLD, 13.0), pitch=1.6, before=9.0, keep_with_next=True)
LABEL_IN_LINE: Final = TextStyle(Weight.REGULAR, 13.0, paper_styles.QUIET)
REFERENCE: Final = ParagraphStyle(TextStyle(Weight.REGULAR, 12.0, paper_styles.SECOND), pitch=1.6, keep_with_next=True)
GREETING: Final = ParagraphStyle(
    TextStyle(Weight.REGULAR, 13.0), pitch=1.75, before=9.0, after=3.0, keep_with_next=True
)
_EVEN: Final = 1.0
"""A line whose blanks would be more than twice as wide as they are is left ragged."""
_PITCH: Final = 1.65
"""The pitch of the text: the tall end of a letter keeps to its page."""
BODY: Final = replace(paper_styles.LETTER_BODY, pitch=_PITCH, stretch=_EVEN)
PLAIN: Final = ParagraphStyle(TextStyle(Weight.REGULAR, 12.0, paper_styles.SECOND), pitch=1.6)
"""A sentence in place of a list that is empty."""
QUOTE_SMALL: Final = ParagraphStyle(
    TextStyle(Weight.REGULAR, 12.0), Align.JUSTIFY, pitch=1.6, before=1.0, after=6.0, start=4 * MM
)
ITEM_FACTS: Final = ParagraphStyle(
    TextStyle(Weight.REGULAR, 10.5, paper_styles.QUIET), pitch=1.5, after=3.0, keep_with_next=True
)
"""Who presents an item, and for how long."""
FACT_LABEL: Final = ParagraphStyle(TextStyle(Weight.REGULAR, 10.5, paper_styles.QUIET), pitch=1.6)
LEAD: Final = ParagraphStyle(TextStyle(Weight.REGULAR, 11.5), pitch=1.55, after=4.0, keep_with_next=True)
"""A sentence that says what the table below it shows."""
QUOTE: Final = ParagraphStyle(
    TextStyle(Weight.MEDIUM, 13.0),
    Align.JUSTIFY,
    pitch=_PITCH,
    before=2.0,
    after=10.0,
    start=4 * MM,
    stretch=_EVEN,
)
"""The words of a resolution inside a letter."""
SIGNATORY: Final = ParagraphStyle(TextStyle(Weight.BOLD, 13.0), Align.CENTER, pitch=1.6, before=14.0)
SIGNATORY_SECOND: Final = ParagraphStyle(TextStyle(Weight.REGULAR, 11.5), Align.CENTER, pitch=1.55)
SIGNED: Final = (replace(SIGNATORY, pitch=1.4), replace(SIGNATORY_SECOND, pitch=1.4))
"""Name, and post and body, below the blank for the pen."""


PEN: Final = 21 * MM
"""Blank under the name for the pen; the office's rule asks for 25 × 20 mm at least."""
PEN_ABOVE: Final = 13 * MM
"""Blank over the name in a letter: with what parts the name from the text it is 20 mm of paper without ink."""
_SIGNATURE_SHARE: Final = 0.46
"""Of the text's width, at the left side."""
_BAR: Final = 1.6
"""Width of the upright line beside a quoted text."""


class SignatureBox(Block):
    """Centred name, post and body of the signatory, with blank space for the signature."""

    def __init__(self, setter: Typesetter, signatory: SignatoryLine, *, above: bool = False) -> None:
        super().__init__()
        self._pen, self._above = (PEN_ABOVE if above else PEN), above
        first, second = SIGNED if above else (SIGNATORY, SIGNATORY_SECOND)
        lines = [(signatory.name or letter.DOTS, first)]
        lines += [(text, second) for text in (signatory.post, signatory.body) if text]
        self._lines: list[Flowable] = [FaParagraph(setter, text, style, place=text) for text, style in lines]
        self._stack: list[Stacked] = []

    def getSpaceBefore(self) -> float:  # noqa: N802 - the toolkit's name
        """Blank above the name."""
        return SIGNATORY.before

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        """Return the available width, and the height of lines and blank."""
        self._stack = measure_stack(self._lines, available_width)
        self.width, self.height = available_width, total_height(self._stack) + self._pen
        return self.width, self.height

    def drawOn(self, canvas: object, x: float, y: float, _sW: float = 0.0) -> None:  # noqa: N802, N803
        """Draw the lines and leave the rest blank."""
        draw_stack(self._stack, canvas, x, y + self.height - self._pen * self._above)


class Ending(Block):
    """A signature at the left side, as usual in a Persian letter."""

    def __init__(self, signature: SignatureBox) -> None:
        super().__init__()
        self._signature = signature

    def getSpaceBefore(self) -> float:  # noqa: N802 - the toolkit's name
        """Blank above the signature."""
        return self._signature.getSpaceBefore()

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Return the whole width, and the height of the signature."""
        tall = self._signature.wrap(available_width * _SIGNATURE_SHARE, available_height)[1]
        self.width, self.height = available_width, float(tall)
        return self.width, self.height

    def drawOn(self, canvas: object, x: float, y: float, _sW: float = 0.0) -> None:  # noqa: N802, N803
        """Draw the signature."""
        self._signature.drawOn(canvas, x, y)


class EqualColumns(Block):
    """Blocks in equal columns, the first at the right."""

    def __init__(self, contents: Sequence[Block], gutter: float = 10 * MM) -> None:
        super().__init__()
        self._contents = list(contents)
        self._gutter = gutter

    def getSpaceBefore(self) -> float:  # noqa: N802 - the toolkit's name
        """Largest blank above any of the blocks."""
        return max(content.getSpaceBefore() for content in self._contents)

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Return the height of the highest block."""
        share = self._share(available_width)
        self.width = available_width
        self.height = max(float(content.wrap(share, available_height)[1]) for content in self._contents)
        return self.width, self.height

    def _share(self, width: float) -> float:
        return (width - self._gutter * (len(self._contents) - 1)) / len(self._contents)

    def drawOn(self, canvas: object, x: float, y: float, _sW: float = 0.0) -> None:  # noqa: N802, N803
        """Draw the blocks from the right, aligned at the top."""
        share = self._share(self.width)
        left = x + self.width - share
        for content in self._contents:
            content.drawOn(canvas, left, y + self.height - content.height)
            left -= share + self._gutter


class Quoted(Block):
    """A quoted paragraph with a line along its right side; it may continue on the next page."""

    def __init__(self, paragraph: Flowable) -> None:
        super().__init__()
        self._paragraph = paragraph

    def getSpaceBefore(self) -> float:  # noqa: N802 - the toolkit's name
        """Blank above the paragraph."""
        return float(self._paragraph.getSpaceBefore())

    def getSpaceAfter(self) -> float:  # noqa: N802 - the toolkit's name
        """Blank below the paragraph."""
        return float(self._paragraph.getSpaceAfter())

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Lay out the paragraph."""
        self.width, self.height = self._paragraph.wrap(available_width, available_height)
        return self.width, self.height

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """Split the paragraph."""
        return [Quoted(part) for part in self._paragraph.split(available_width, available_height)]

    def drawOn(self, canvas: object, x: float, y: float, _sW: float = 0.0) -> None:  # noqa: N802, N803
        """Draw the words, and the line at their right."""
        self._paragraph.drawOn(canvas, x, y)
        right = x + self.width - _BAR / 2
        line = f"{right:.2f} {y:.2f} m {right:.2f} {y + self.height:.2f} l S"
        draw_artifact(canvas, f"{stroke_operator(HAIRLINE)} {_BAR:g} w {line}")


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
    """Yield everything from the addressee to the greeting, by default the office's; empty parts are left out."""
    yield Gap(_BELOW_HEAD)
    if addressee is not None:
        yield from _addressee(setter, addressee)
    if subject:
        label = Span(words.labelled(letter.SUBJECT, ""), LABEL_IN_LINE)
        yield FaHeading(setter, [label, Span(subject)], SUBJECT, place=letter.SUBJECT)
    for line in references:
        yield FaParagraph(setter, line, REFERENCE, place=letter.SUBJECT)
    if greeting is None:
        greeting = letter.GREETING if addressee is not None else ""
    yield FaParagraph(setter, greeting, GREETING) if greeting else Gap(GREETING.before)


def _addressee(setter: Typesetter, line: AddresseeLine) -> Iterator[Flowable]:
    """Yield a person with name and post, or a unit after «به» with its contact persons."""
    name = line.name if line.kind == AddresseeKind.PERSON else letter.unit(line.name)
    yield FaHeading(setter, name, ADDRESSEE, place=line.name, level=1)
    people = [write(name) for write, name in ((letter.head_of_unit, line.head), (letter.liaison, line.liaison)) if name]
    post = [part for part in (line.post, line.party) if part]
    stands_for = [words.in_place_of(line.in_place_of)] if line.in_place_of else []
    for text in (letter.people(people), letter.post_and_party([*stands_for, *post])):
        if text:
            yield FaParagraph(setter, text, ADDRESSEE_SECOND, place=line.name)


def paragraphs(setter: Typesetter, texts: Sequence[str], place: str) -> list[Flowable]:
    """Return the body of a letter, one paragraph for each text."""
    return [FaParagraph(setter, text, BODY, place=place) for text in texts]


def closing(
    setter: Typesetter,
    last: Sequence[Flowable],
    signatory: SignatoryLine | None,
    attachments: Sequence[str],
    copies_to: Sequence[str],
) -> Iterator[Flowable]:
    """Yield the last paragraphs with the signature, which is never alone on a page, and the lists."""
    entries = [*attachments, *copies_to]
    few = len(entries) <= _FEW and sum(map(len, entries)) <= _SHORT
    titled = ((letter.ATTACHMENTS, attachments), (letter.COPIES, copies_to))
    lists = _labelled(setter, titled) if few else [part for one in titled for part in list_below(setter, *one)]
    if signatory is None:
        yield from [*last, *lists]
    else:
        yield KeptTogether([*last, Ending(SignatureBox(setter, signatory, above=True)), *(lists if few else [])])
        yield from [] if few else lists


def _labelled(setter: Typesetter, titled: Sequence[tuple[str, Sequence[str]]]) -> list[Flowable]:
    """Return lists next to their headings, aligned at one edge."""
    rows = [
        (FaHeading(setter, heading, LIST_LABEL), FaList(setter, lines, CELL, _number, look=_PLAIN))
        for heading, lines in titled
        if lines
    ]
    if not rows:
        return []
    width = max(_LABEL, *(label.natural_width() + _LABEL_GAP for label, _ in rows))
    return [KeptOnOnePage([FaTable(rows, [width, None], header_rows=0, style=_LABELLED)])]


def list_below(setter: Typesetter, heading: str, lines: Sequence[str]) -> Iterator[Flowable]:
    """Yield a list below its heading; nothing for an empty one."""
    if lines:
        yield FaHeading(setter, heading, LIST_HEAD)
        yield numbered_lines(setter, lines)


def numbered_lines(setter: Typesetter, lines: Sequence[str]) -> Flowable:
    """Return numbered lines over the whole width."""
    return FaList(setter, lines, CELL, _number, look=_NUMBERED)


def ranked_lines(setter: Typesetter, lines: Sequence[str]) -> Flowable:
    """Return agenda items with their ranks at the right edge."""
    return FaList(setter, lines, LINE, _rank, look=_RANKED)


def _number(number: int) -> str:
    return words.list_number(digits(number))


def _rank(number: int) -> str:
    return words.rank(ordinal(number))
