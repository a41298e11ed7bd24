"""The signature grid: two columns by party, room for the pen, whole on one page and never alone on it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import Final

from desktop_app.domain.documents.documents import MinutesDocument, SignerLine
from desktop_app.printing.layout.flowable import Flowable
from desktop_app.printing.layout.marks import draw_artifact
from desktop_app.printing.layout.paragraph import FaParagraph
from desktop_app.printing.layout.stack import Block, Stacked, draw_stack, measure, stroke_operator, total_height
from desktop_app.printing.layout.table import TableStyle
from desktop_app.printing.stationery import paper_styles as styles
from desktop_app.printing.stationery.ruled_table import RuledTable
from desktop_app.printing.typesetting.style import MM
from desktop_app.printing.typesetting.typesetter import Typesetter
from desktop_app.text.paper import paper_1 as words

PEN_WIDTH: Final = 28 * MM
PEN_HEIGHT: Final = 21 * MM
"""Blank for the pen; the office's rule asks for 25 × 20 mm at least."""
_COLUMN: Final = 80 * MM
_GUTTER: Final = 10 * MM
_REMARK: Final = 4 * MM
"""Blank above the line on which a signer writes a reservation."""
_GRID: Final = TableStyle(padding_x=0.0, padding_y=3.4)


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


class SignatureCell(Block):
    """Name and post at the right over a thin line for a reservation; blank paper for the pen at the left.

    It is as tall as ``beside``, its neighbour of the same width, if that is taller: the lines of a row stand level.
    """

    def __init__(self, setter: Typesetter, signer: SignerLine) -> None:
        super().__init__()
        self._remark = FaParagraph(setter, words.RESERVATION, styles.REMARK_LABEL)
        self.beside: SignatureCell | None = None
        self._stack: list[Stacked] = []
        self._lines = signer_lines(setter, signer)

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        """At least the height of the pen's blank."""
        self.width = available_width
        tallest = self.natural_height(available_width)
        if self.beside is not None:
            tallest = max(tallest, self.beside.natural_height(available_width))
        self.height = max(PEN_HEIGHT, tallest)
        return self.width, self.height

    def natural_height(self, available_width: float) -> float:
        """What the lines and the remark need."""
        self._stack = measure(self._lines, available_width - PEN_WIDTH)
        label = float(self._remark.wrap(available_width - PEN_WIDTH, PEN_HEIGHT)[1])
        return total_height(self._stack) + _REMARK + label

    def drawOn(self, canvas: object, x: float, y: float, _sW: float = 0.0) -> None:  # noqa: N802, N803
        """Text from the top, the line and its label at the foot."""
        draw_stack(self._stack, canvas, x + PEN_WIDTH, y + self.height)
        self._remark.drawOn(canvas, x + PEN_WIDTH, y)
        base = y + self._remark.height
        start, end = x + PEN_WIDTH, x + self.width
        stroke = f"{stroke_operator(styles.HAIRLINE)} 0.35 w {start:.2f} {base:.2f} m {end:.2f} {base:.2f} l S"
        draw_artifact(canvas, stroke)


class SignatureGrid(RuledTable):
    """One row of cells for each pair of signers; its rows part only where no page can hold them all."""

    def split(self, _available_width: float, _available_height: float) -> list[Flowable]:
        """Nothing: it goes on the next page whole."""
        return []

    def force_split(self, available_width: float, available_height: float) -> list[Flowable]:
        """Between two rows, with the parties' names again above the rest."""
        return super().split(available_width, available_height)


def signature_grid(setter: Typesetter, document: MinutesDocument) -> SignatureGrid:
    """The grid of the document's signers."""
    columns = [
        [SignatureCell(setter, signer) for signer in document.signers if signer.party == party] for party in (0, 1)
    ]
    heads = [FaParagraph(setter, party.name, styles.HEAD) for party in document.parties]
    rows: list[Sequence[Flowable | Sequence[Flowable]]] = [[heads[0], [], heads[1]]]
    for right, left in zip_longest(*columns):
        if right and left:
            right.beside, left.beside = left, right
        rows.append([right or [], [], left or []])
    return SignatureGrid(rows, [_COLUMN, _GUTTER, _COLUMN], style=_GRID)
