"""Signature boxes: a rule with the caption «امضا», and a separate line for a reservation.

Blank paper of 40 × 20 mm lies over the rule at the left, name and post stand at the right. The line for a reservation
is dotted, so that nobody takes it for the place of the signature.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from desktop_app.domain.documents.documents import MinutesDocument, SignerLine
from desktop_app.printing.engine.layout.marks import draw_artifact
from desktop_app.printing.engine.layout.paragraph import FaParagraph
from desktop_app.printing.engine.layout.stack import (
    SLACK,
    Block,
    Flowable,
    Stacked,
    draw_stack,
    measure_stack,
    stroke_operator,
    total_height,
)
from desktop_app.printing.engine.layout.table import Cell, TableStyle
from desktop_app.printing.engine.typesetting.style import MM, Align, ParagraphStyle, TextStyle, Weight
from desktop_app.printing.engine.typesetting.typesetter import Typesetter
from desktop_app.printing.stationery import paper_styles as styles
from desktop_app.printing.stationery.ruled_table import RuledTable
from desktop_app.printing.words import minutes as words

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
    """Spacing of the boxes: ``remark`` is the height over each line for a reservation.

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
    """Return name, post, and whom a substitute signs for."""
    lines: list[Flowable] = [
        FaParagraph(setter, signer.name, styles.CELL_NAME, place=signer.name),
        FaParagraph(setter, signer.post or words.NOTHING, styles.CELL, place=signer.name),
    ]
    if signer.substitute_for:
        text = words.in_place_of(signer.substitute_for)
        lines.append(FaParagraph(setter, text, styles.CELL_SECOND, place=signer.name))
    return lines


class SignerText:
    """Texts of a box: name and post, the caption of the rule, the label of the reservation."""

    def __init__(self, setter: Typesetter, signer: SignerLine) -> None:
        self.label = FaParagraph(setter, words.labelled(words.RESERVATION, ""), _REMARK)
        self.caption = FaParagraph(setter, words.SIGN_HERE, _CAPTION)
        self._lines = signer_lines(setter, signer)
        self._width = -1.0
        self._measured: tuple[list[Stacked], float] = ([], 0.0)

    def measured(self, width: float) -> tuple[list[Stacked], float]:
        """Return name and post at this width, and their height down to the rule."""
        if abs(self._width - width) > SLACK:
            self._width, self._measured = width, self._laid_out(width)
        return self._measured

    def _laid_out(self, width: float) -> tuple[list[Stacked], float]:
        room = width - PEN_WIDTH - _BESIDE
        if room >= max(_LEAST_BESIDE, *(line.minWidth() for line in self._lines)):
            over = total_height(measure_stack(self._lines, width)) + PEN_HEIGHT
            stack = measure_stack(self._lines, room)
            beside = total_height(stack) + _ABOVE_CAPTION + self.caption_height()
            # very long names in the narrow column would run over the foot of the page
            if beside <= over:
                return stack, max(PEN_HEIGHT, beside)
        stack = measure_stack(self._lines, width)
        return stack, total_height(stack) + PEN_HEIGHT

    def caption_height(self) -> float:
        """Height of the caption in one line."""
        return float(self.caption.wrap(self.caption.natural_width() + 1, PEN_HEIGHT)[1])


class SignerBox(Block):
    """The box of one signer; its rule is level with that of its neighbour ``beside``."""

    def __init__(self, text: SignerText, remark: float, beside: SignerText | None = None) -> None:
        super().__init__()
        self._text = text
        self._beside = beside
        self._remark = remark
        self._stack: list[Stacked] = []
        self._blank = 0.0

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        """Return the height of the blank or the texts, and the line for a reservation."""
        self.width = available_width
        self._stack, self._blank = self._text.measured(available_width)
        if self._beside is not None:
            self._blank = max(self._blank, self._beside.measured(available_width)[1])
        self.height = self._blank + self._remark
        return self.width, self.height

    def drawOn(self, canvas: object, x: float, y: float, _sW: float = 0.0) -> None:  # noqa: N802, N803
        """Draw name and post at the top, the rule with its caption, the dotted line at the foot."""
        base, right = y + self._remark, x + self.width
        wide = self._stack[0].flowable.width
        draw_stack(self._stack, canvas, right - wide, base + self._blank)
        caption = self._text.caption
        self._text.caption_height()
        rule = min(PEN_WIDTH, self.width - caption.width - _BESIDE)
        caption.drawOn(canvas, x + rule + _BESIDE, base - _BELOW_RULE)
        _stroke(canvas, styles.STRONG_LINE, "0.7 w", x, x + rule, base)
        if self._remark:
            draw_reservation(canvas, self._text.label, x, y, self.width)


def draw_reservation(canvas: object, label: FaParagraph, x: float, y: float, width: float) -> None:
    """Draw the label at the right, and a dotted line from it to the left."""
    taken = min(label.natural_width() + _LINE_GAP, width)
    label.wrap(taken, PEN_HEIGHT)
    label.drawOn(canvas, x + width - taken, y)
    _dotted(canvas, x, x + width - taken, y)


def _dotted(canvas: object, left: float, right: float, y: float) -> None:
    _stroke(canvas, styles.QUIET, "0.7 w 1 J [0 2.4] 0 d", left, right, y + _BELOW_RULE)


def _stroke(canvas: object, colour: str, pen: str, left: float, right: float, y: float) -> None:
    draw_artifact(canvas, f"{stroke_operator(colour)} {pen} {left:.2f} {y:.2f} m {right:.2f} {y:.2f} l S")


class SharedReservations(Block):
    """Lines on which any signer may write a reservation with a name."""

    def __init__(self, setter: Typesetter, count: int) -> None:
        super().__init__()
        self._count = count
        self._label = FaParagraph(setter, words.labelled(words.RESERVATIONS, ""), _REMARK)

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        """Take the available width."""
        self.width, self.height = available_width, self._count * _SHARED_PITCH
        return self.width, self.height

    def drawOn(self, canvas: object, x: float, y: float, _sW: float = 0.0) -> None:  # noqa: N802, N803
        """Draw the first line after the label, the others over the whole width."""
        draw_reservation(canvas, self._label, x, y + (self._count - 1) * _SHARED_PITCH, self.width)
        for line in range(self._count - 1):
            _dotted(canvas, x, x + self.width, y + line * _SHARED_PITCH)


class SignatureGrid(RuledTable):
    """One row of cells for each pair of signers; not split if one page can hold it."""

    def split(self, _available_width: float, _available_height: float) -> list[Flowable]:
        """Return nothing: the whole grid goes to the next page."""
        return []

    def force_split(self, available_width: float, available_height: float) -> list[Flowable]:
        """Split between two rows, with the parties' names again above the rest."""
        return super().split(available_width, available_height)

    def parted(self, available_width: float) -> Iterator[tuple[Flowable, Flowable]]:
        """Yield splits into upper and lower rows, both under the parties' names; the last row first."""
        self.wrap(available_width, float("inf"))
        rows, head = self.rows, self.rows[: self._header_rows]
        for at in range(len(rows) - 1, len(head), -1):
            yield self._part(rows[:at]), self._part([*head, *rows[at:]])


def box_grids(setter: Typesetter, document: MinutesDocument, looks: Sequence[Look]) -> list[SignatureGrid]:
    """Return a grid of the document's signers for each look; only one of the grids may be drawn.

    Where nobody came of a party, the signers of the other one share both columns, and a line below says so.
    """
    columns = [[SignerText(setter, signer) for signer in document.signers if signer.party == party] for party in (0, 1)]
    heads = [FaParagraph(setter, party.name, styles.HEAD) for party in document.parties]
    head: list[Flowable | Cell | Sequence[Flowable]] = [heads[0], [], heads[1]]
    last: list[list[Cell]] = []
    absent = _absent(document)
    if absent is not None:
        every = columns[1 - absent]
        columns = [every[::2], every[1::2]]
        head = [Cell(heads[1 - absent], span=3)]
        said = words.absent_party(document.parties[absent].name)
        last = [[Cell(FaParagraph(setter, said, styles.CELL), span=3)]]
    pairs = list(zip_longest(columns[0], columns[1]))
    return [_grid(setter, look, [head, *_rows(pairs, look), *last]) for look in looks]


def _rows(
    pairs: Sequence[tuple[SignerText | None, SignerText | None]], look: Look
) -> Iterator[list[Flowable | list[Flowable]]]:
    for right, left in pairs:
        yield [
            SignerBox(right, look.remark, left) if right else [],
            [],
            SignerBox(left, look.remark, right) if left else [],
        ]


def _grid(setter: Typesetter, look: Look, rows: list[Sequence[Flowable | Cell | Sequence[Flowable]]]) -> SignatureGrid:
    if look.shared:
        rows.append([Cell(SharedReservations(setter, look.shared), span=3)])
    style = TableStyle(padding_x=0.0, padding_y=look.padding)
    return SignatureGrid(rows, [_COLUMN, _GUTTER, _COLUMN], style=style)


def _absent(document: MinutesDocument) -> int | None:
    """Return the party without any attendance and signer, if the other party signs; else None."""
    signing = {signer.party for signer in document.signers}
    came = {party for party, (present, _filled) in enumerate(document.quorum.parties) if present}
    return 1 - signing.pop() if len(signing) == 1 and not {0, 1} - signing <= came else None
