"""Signature boxes: one rule is captioned «امضا», the line for a reservation stands apart below it.

Blank paper of 40 × 20 mm lies over the rule at the left, name and post stand at the right. The line for a reservation
is dotted, so that nobody takes it for the place of the signature.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from desktop_app.domain.documents.documents import MinutesDocument, SignerLine
from desktop_app.printing.layout.flowable import Flowable
from desktop_app.printing.layout.marks import draw_artifact
from desktop_app.printing.layout.paragraph import FaParagraph
from desktop_app.printing.layout.stack import Block, Stacked, draw_stack, measure, stroke_operator, total_height
from desktop_app.printing.layout.table import Cell, TableStyle
from desktop_app.printing.stationery import paper_styles as styles
from desktop_app.printing.stationery.ruled_table import RuledTable
from desktop_app.printing.typesetting.style import MM, Align, ParagraphStyle, TextStyle, Weight
from desktop_app.printing.typesetting.typesetter import Typesetter
from desktop_app.text.paper import minutes as words

PEN_WIDTH: Final = 40 * MM
PEN_HEIGHT: Final = 20.5 * MM
"""Blank paper over the rule of a signature, beside which nothing is written."""
_COLUMN: Final = 80 * MM
_GUTTER: Final = 10 * MM
_BESIDE: Final = 3 * MM
"""Between the blank and the words beside it."""
_LEAST_BESIDE: Final = 22 * MM
"""Where there is less beside the blank, or the box would be taller, name and post stand over it."""
_ABOVE_CAPTION: Final = 1 * MM
_BELOW_RULE: Final = 2.6
"""Points from the foot of a line of text to the height at which it stands: rules are level with their words."""
_LINE_GAP: Final = 2 * MM
"""Between the words for a reservation and their line."""
_CAPTION: Final = ParagraphStyle(TextStyle(Weight.MEDIUM, 9.0, styles.SECOND), Align.LEFT, pitch=1.3)
_REMARK: Final = ParagraphStyle(TextStyle(Weight.REGULAR, 8.5, styles.QUIET), pitch=1.3)
_SHARED_PITCH: Final = 7 * MM


@dataclass(frozen=True, slots=True)
class Look:
    """How far the boxes are apart: ``remark`` is the height over each line for a reservation.

    Where no page holds such a line for each signer, all of them have ``shared`` lines below the boxes.
    """

    remark: float
    padding: float
    shared: int = 0


ROOMY: Final = Look(8 * MM, 3.4)
CLOSE: Final = Look(6 * MM, 1.8)
SHARED: Final = Look(0.0, 2.6, shared=3)
CLOSEST: Final = Look(0.0, 1.8, shared=1)


def signer_lines(setter: Typesetter, signer: SignerLine) -> list[Flowable]:
    """Name, post, and for whom a substitute signs."""
    lines: list[Flowable] = [
        FaParagraph(setter, signer.name, styles.CELL_NAME, place=signer.name),
        FaParagraph(setter, signer.post or words.NOTHING, styles.CELL, place=signer.name),
    ]
    if signer.substitute_for:
        text = words.in_place_of(signer.substitute_for)
        lines.append(FaParagraph(setter, text, styles.CELL_SECOND, place=signer.name))
    return lines


class SignerBox(Block):
    """One signer's box; as tall as ``beside``, its neighbour, if that is taller: the rules of a row stand level."""

    def __init__(self, setter: Typesetter, signer: SignerLine, remark: float) -> None:
        super().__init__()
        self.beside: SignerBox | None = None
        self._stack: list[Stacked] = []
        self._remark = remark
        self._label = FaParagraph(setter, words.labelled(words.RESERVATION, ""), _REMARK)
        self._caption = FaParagraph(setter, words.SIGN_HERE, _CAPTION)
        self._lines = signer_lines(setter, signer)

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        """The blank, or what is said beside it if that is taller, and the line for a reservation."""
        self.width = available_width
        self._blank = self.needed(available_width)
        if self.beside is not None:
            self._blank = max(self._blank, self.beside.needed(available_width))
        self.height = self._blank + self._remark
        return self.width, self.height

    def needed(self, available_width: float) -> float:
        """Down to the rule of the signature."""
        room = available_width - PEN_WIDTH - _BESIDE
        if room >= max(_LEAST_BESIDE, *(line.minWidth() for line in self._lines)):
            beside = total_height(measure(self._lines, room)) + _ABOVE_CAPTION + self._caption_height()
            # very long names in the narrow column would run over the foot of the page
            if beside <= total_height(measure(self._lines, available_width)) + PEN_HEIGHT:
                self._stack = measure(self._lines, room)
                return max(PEN_HEIGHT, beside)
        self._stack = measure(self._lines, available_width)
        return total_height(self._stack) + PEN_HEIGHT

    def _caption_height(self) -> float:
        return float(self._caption.wrap(self._caption.natural_width() + 1, PEN_HEIGHT)[1])

    def drawOn(self, canvas: object, x: float, y: float, _sW: float = 0.0) -> None:  # noqa: N802, N803
        """Name and post from the top; the rule under the blank with its caption; the dotted line at the foot."""
        base, right = y + self._remark, x + self.width
        wide = self._stack[0].flowable.width
        draw_stack(self._stack, canvas, right - wide, base + self._blank)
        self._caption_height()
        rule = min(PEN_WIDTH, self.width - self._caption.width - _BESIDE)
        self._caption.drawOn(canvas, x + rule + _BESIDE, base - _BELOW_RULE)
        _stroke(canvas, styles.STRONG_LINE, "0.7 w", x, x + rule, base)
        if self._remark:
            draw_reservation(canvas, self._label, x, y, self.width)


def draw_reservation(canvas: object, label: FaParagraph, x: float, y: float, width: float) -> None:
    """The words at the right, a dotted line from them to the left."""
    taken = min(label.natural_width() + _LINE_GAP, width)
    label.wrap(taken, PEN_HEIGHT)
    label.drawOn(canvas, x + width - taken, y)
    _dotted(canvas, x, x + width - taken, y)


def _dotted(canvas: object, left: float, right: float, y: float) -> None:
    _stroke(canvas, styles.QUIET, "0.7 w 1 J [0 2.4] 0 d", left, right, y + _BELOW_RULE)


def _stroke(canvas: object, colour: str, pen: str, left: float, right: float, y: float) -> None:
    draw_artifact(canvas, f"{stroke_operator(colour)} {pen} {left:.2f} {y:.2f} m {right:.2f} {y:.2f} l S")


class SharedReservations(Block):
    """Lines on which any signer writes a reservation with the name."""

    def __init__(self, setter: Typesetter, count: int) -> None:
        super().__init__()
        self._count = count
        self._label = FaParagraph(setter, words.labelled(words.RESERVATIONS, ""), _REMARK)

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        """As wide as there is room."""
        self.width, self.height = available_width, self._count * _SHARED_PITCH
        return self.width, self.height

    def drawOn(self, canvas: object, x: float, y: float, _sW: float = 0.0) -> None:  # noqa: N802, N803
        """The first line after the words, the others over the whole width."""
        draw_reservation(canvas, self._label, x, y + (self._count - 1) * _SHARED_PITCH, self.width)
        for line in range(self._count - 1):
            _dotted(canvas, x, x + self.width, y + line * _SHARED_PITCH)


class SignatureGrid(RuledTable):
    """One row of cells for each pair of signers; its rows part only where no page can hold them all."""

    def split(self, _available_width: float, _available_height: float) -> list[Flowable]:
        """Nothing: it goes on the next page whole."""
        return []

    def force_split(self, available_width: float, available_height: float) -> list[Flowable]:
        """Between two rows, with the parties' names again above the rest."""
        return super().split(available_width, available_height)

    def parted(self, available_width: float) -> Iterator[tuple[Flowable, Flowable]]:
        """Its upper and its lower rows, both under the parties' names; first the last row alone below."""
        self.wrap(available_width, float("inf"))
        rows, head = self.rows, self.rows[: self._header_rows]
        for at in range(len(rows) - 1, len(head), -1):
            yield self._part(rows[:at]), self._part([*head, *rows[at:]])


def box_grid(setter: Typesetter, document: MinutesDocument, look: Look) -> SignatureGrid:
    """The grid of the document's signers, a row for each pair.

    Where nobody came of a party, the signers of the other one share both columns, and a line below says so.
    """
    columns = [
        [SignerBox(setter, signer, look.remark) for signer in document.signers if signer.party == party]
        for party in (0, 1)
    ]
    heads = [FaParagraph(setter, party.name, styles.HEAD) for party in document.parties]
    rows: list[Sequence[Flowable | Cell | Sequence[Flowable]]] = [[heads[0], [], heads[1]]]
    absent = _absent(document)
    if absent is not None:
        every = columns[1 - absent]
        columns = [every[::2], every[1::2]]
        rows = [[Cell(heads[1 - absent], span=3)]]
    rows += _paired(*columns)
    if absent is not None:
        said = words.absent_party(document.parties[absent].name)
        rows.append([Cell(FaParagraph(setter, said, styles.CELL), span=3)])
    if look.shared:
        rows.append([Cell(SharedReservations(setter, look.shared), span=3)])
    style = TableStyle(padding_x=0.0, padding_y=look.padding)
    return SignatureGrid(rows, [_COLUMN, _GUTTER, _COLUMN], style=style)


def _paired(
    first: Sequence[SignerBox], second: Sequence[SignerBox]
) -> Iterator[Sequence[Flowable | Cell | Sequence[Flowable]]]:
    """A row for each pair of signers, who know each other; the longer column goes on alone."""
    for right, left in zip_longest(first, second):
        if right and left:
            right.beside, left.beside = left, right
        yield [right or [], [], left or []]


def _absent(document: MinutesDocument) -> int | None:
    """The party of which nobody came and nobody signs, if the other one signs."""
    signing = {signer.party for signer in document.signers}
    came = {party for party, (present, _filled) in enumerate(document.quorum.parties) if present}
    return 1 - signing.pop() if len(signing) == 1 and not {0, 1} - signing <= came else None
