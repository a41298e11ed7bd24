"""The pieces that letters are made of: addressee, subject, greeting, paragraphs, signature, attachments and copies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from reportlab.platypus.flowables import Flowable

from desktop_app.domain.letter_lines import AddresseeLine, SignatoryLine
from desktop_app.printing.layout.paragraph import FaHeading, FaParagraph
from desktop_app.printing.layout.stack import Block, Gap, Kept, Stacked, draw_stack, measure, total_height
from desktop_app.printing.layout.table import FaTable, TableStyle
from desktop_app.printing.papers import letter_styles as styles
from desktop_app.printing.papers.paper_styles import CELL, LIST_HEAD
from desktop_app.printing.papers.paper_words import digits
from desktop_app.printing.typesetting.style import MM, Span
from desktop_app.printing.typesetting.typesetter import Typesetter
from desktop_app.text import paper_1 as words
from desktop_app.text import paper_1_letter as letter

PEN: Final = 21 * MM
"""Blank under the name for the pen; the office's rule asks for 25 × 20 mm at least."""
_SIGNATURE_SHARE: Final = 0.46
"""Of the text's width, at the left side."""
_GUTTER: Final = 6 * MM
_FEW: Final = 6
"""So many lines of attachments and copies stand beside the signature; more stand below it."""
_NUMBER: Final = 6 * MM
_LIST: Final = TableStyle(grid=0.0, padding_x=0.0, padding_y=0.8)
_BELOW_HEAD: Final = 4 * MM


def opening(
    setter: Typesetter, addressee: AddresseeLine | None, subject: str, references: Sequence[str] = ()
) -> Iterator[Flowable]:
    """From the letterhead to the greeting; what is empty is left out."""
    yield Gap(_BELOW_HEAD)
    if addressee is not None:
        yield from _addressee(setter, addressee)
    if subject:
        label = Span(words.labelled(letter.SUBJECT, ""), styles.LABEL_IN_LINE)
        yield FaHeading(setter, [label, Span(subject)], styles.SUBJECT, place=letter.SUBJECT)
    for line in references:
        yield FaParagraph(setter, line, styles.REFERENCE, place=letter.SUBJECT)
    if addressee is not None:
        yield FaParagraph(setter, letter.GREETING, styles.GREETING)


def _addressee(setter: Typesetter, line: AddresseeLine) -> Iterator[Flowable]:
    """A person by name and post; a unit after «به», with those who answer for it."""
    is_unit = bool(line.head or line.liaison) or not (line.post or line.party or line.guest or line.in_place_of)
    name = letter.unit(line.name) if is_unit else line.name
    yield FaHeading(setter, name, styles.ADDRESSEE, place=line.name)
    people = [write(name) for write, name in ((letter.head_of_unit, line.head), (letter.liaison, line.liaison)) if name]
    post = [part for part in (line.post, line.party) if part]
    stands_for = [letter.in_place_of(line.in_place_of)] if line.in_place_of else []
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
    attachments: Sequence[str] = (),
    copies_to: Sequence[str] = (),
) -> Iterator[Flowable]:
    """The last paragraphs with the signature, which never stands alone on a page, and the lists beside or below it."""
    lists = [*_list(setter, letter.ATTACHMENTS, attachments), *_list(setter, letter.COPIES, copies_to)]
    if signatory is None:
        yield from [*last, *lists]
        return
    few = len(attachments) + len(copies_to) <= _FEW
    yield Kept([*last, Ending(SignatureBox(setter, signatory), lists if few else [])])
    yield from [] if few else lists


def _list(setter: Typesetter, heading: str, lines: Sequence[str]) -> Iterator[Flowable]:
    if lines:
        yield FaHeading(setter, heading, LIST_HEAD)
        yield listed(setter, lines)


def listed(setter: Typesetter, lines: Sequence[str]) -> Flowable:
    """Lines with their numbers, as wide as there is room."""
    rows = [
        [
            FaParagraph(setter, words.list_number(digits(number)), CELL),
            FaParagraph(setter, line, CELL, place=line),
        ]
        for number, line in enumerate(lines, 1)
    ]
    return FaTable(rows, [_NUMBER, None], header_rows=0, style=_LIST)


class SignatureBox(Block):
    """Name, post and body set to the middle, and blank paper for the pen below them."""

    def __init__(self, setter: Typesetter, signatory: SignatoryLine, label: str = "") -> None:
        super().__init__()
        lines = [(label, styles.SIGNATORY_LABEL)] if label else []
        lines.append((signatory.name or letter.DOTS, styles.SIGNATORY))
        lines += [(text, styles.SIGNATORY_SECOND) for text in (signatory.post, signatory.body) if text]
        self._lines: list[Flowable] = [FaParagraph(setter, text, style, place=text) for text, style in lines]
        self._stack: list[Stacked] = []

    def getSpaceBefore(self) -> float:  # noqa: N802 - the toolkit's name
        """Blank above the name."""
        return styles.SIGNATORY.before

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        """As wide as it may be, and as tall as its lines and the pen's blank."""
        self._stack = measure(self._lines, available_width)
        self.width, self.height = available_width, total_height(self._stack) + PEN
        return self.width, self.height

    def drawOn(self, canvas: object, x: float, y: float, _sW: float = 0.0) -> None:  # noqa: N802, N803
        """The lines from the top; the rest stays blank."""
        draw_stack(self._stack, canvas, x, y + self.height)


class Ending(Block):
    """A signature at the left side, where a Persian letter is signed, and short lists at the right, at its foot."""

    def __init__(self, signature: SignatureBox, lists: Sequence[Flowable]) -> None:
        super().__init__()
        self._signature = signature
        self._lists = list(lists)
        self._stack: list[Stacked] = []

    def getSpaceBefore(self) -> float:  # noqa: N802 - the toolkit's name
        """The signature's own."""
        return self._signature.getSpaceBefore()

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """The whole width, and the height of the taller of both; the lists stand at the foot."""
        share = available_width * _SIGNATURE_SHARE
        tall = float(self._signature.wrap(share, available_height)[1])
        self._stack = measure(self._lists, available_width - share - _GUTTER)
        self.width, self.height = available_width, max(tall, total_height(self._stack))
        return self.width, self.height

    def drawOn(self, canvas: object, x: float, y: float, _sW: float = 0.0) -> None:  # noqa: N802, N803
        """The signature from the top, the lists down to the foot."""
        self._signature.drawOn(canvas, x, y + self.height - self._signature.height)
        left = x + self.width * _SIGNATURE_SHARE + _GUTTER
        draw_stack(self._stack, canvas, left, y + total_height(self._stack))


class Beside(Block):
    """Blocks side by side in equal columns, the first at the right."""

    def __init__(self, contents: Sequence[Block], gutter: float = 10 * MM) -> None:
        super().__init__()
        self._contents = list(contents)
        self._gutter = gutter

    def getSpaceBefore(self) -> float:  # noqa: N802 - the toolkit's name
        """The largest of the contents'."""
        return max(content.getSpaceBefore() for content in self._contents)

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """As tall as the tallest."""
        share = self._share(available_width)
        self.width = available_width
        self.height = max(float(content.wrap(share, available_height)[1]) for content in self._contents)
        return self.width, self.height

    def _share(self, width: float) -> float:
        return (width - self._gutter * (len(self._contents) - 1)) / len(self._contents)

    def drawOn(self, canvas: object, x: float, y: float, _sW: float = 0.0) -> None:  # noqa: N802, N803
        """From the right, all from one top line."""
        share = self._share(self.width)
        left = x + self.width - share
        for content in self._contents:
            content.drawOn(canvas, left, y + self.height - content.height)
            left -= share + self._gutter
