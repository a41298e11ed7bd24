"""Blocks of letters: the signature with its blank for the pen, blocks side by side, and a text that is quoted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from desktop_app.domain.documents.letter_lines import SignatoryLine
from desktop_app.printing.layout.flowable import Flowable
from desktop_app.printing.layout.marks import draw_artifact
from desktop_app.printing.layout.paragraph import FaParagraph
from desktop_app.printing.layout.stack import Block, Stacked, draw_stack, measure, stroke_operator, total_height
from desktop_app.printing.stationery import letter_styles as styles
from desktop_app.printing.stationery.paper_styles import HAIRLINE
from desktop_app.printing.typesetting.style import MM
from desktop_app.printing.typesetting.typesetter import Typesetter
from desktop_app.text.paper import letter

PEN: Final = 21 * MM
"""Blank under the name for the pen; the office's rule asks for 25 × 20 mm at least."""
PEN_ABOVE: Final = 13 * MM
"""Blank over the name in a letter: with what parts the name from the text it is 20 mm of paper without ink."""
_SIGNATURE_SHARE: Final = 0.46
"""Of the text's width, at the left side."""
_BAR: Final = 1.6
"""Width of the upright line beside a quoted text."""


class SignatureBox(Block):
    """Name, post and body set to the middle, and blank paper for the pen below them, or ``above``."""

    def __init__(self, setter: Typesetter, signatory: SignatoryLine, *, above: bool = False) -> None:
        super().__init__()
        self._pen, self._above = (PEN_ABOVE if above else PEN), above
        first, second = styles.SIGNED if above else (styles.SIGNATORY, styles.SIGNATORY_SECOND)
        lines = [(signatory.name or letter.DOTS, first)]
        lines += [(text, second) for text in (signatory.post, signatory.body) if text]
        self._lines: list[Flowable] = [FaParagraph(setter, text, style, place=text) for text, style in lines]
        self._stack: list[Stacked] = []

    def getSpaceBefore(self) -> float:  # noqa: N802 - the toolkit's name
        """Blank above the name."""
        return styles.SIGNATORY.before

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        """As wide as it may be, and as tall as its lines and the pen's blank."""
        self._stack = measure(self._lines, available_width)
        self.width, self.height = available_width, total_height(self._stack) + self._pen
        return self.width, self.height

    def drawOn(self, canvas: object, x: float, y: float, _sW: float = 0.0) -> None:  # noqa: N802, N803
        """The lines; the rest stays blank."""
        draw_stack(self._stack, canvas, x, y + self.height - self._pen * self._above)


class Ending(Block):
    """A signature at the left side, where a Persian letter is signed."""

    def __init__(self, signature: SignatureBox) -> None:
        super().__init__()
        self._signature = signature

    def getSpaceBefore(self) -> float:  # noqa: N802 - the toolkit's name
        """The signature's own."""
        return self._signature.getSpaceBefore()

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """The whole width, and the height of the signature."""
        tall = self._signature.wrap(available_width * _SIGNATURE_SHARE, available_height)[1]
        self.width, self.height = available_width, float(tall)
        return self.width, self.height

    def drawOn(self, canvas: object, x: float, y: float, _sW: float = 0.0) -> None:  # noqa: N802, N803
        """The signature."""
        self._signature.drawOn(canvas, x, y)


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


class Quoted(Block):
    """A paragraph in the words of somebody else, with a line along its right side, over pages if need be."""

    def __init__(self, paragraph: Flowable) -> None:
        super().__init__()
        self._paragraph = paragraph

    def getSpaceBefore(self) -> float:  # noqa: N802 - the toolkit's name
        """The paragraph's own."""
        return float(self._paragraph.getSpaceBefore())

    def getSpaceAfter(self) -> float:  # noqa: N802 - the toolkit's name
        """The paragraph's own."""
        return float(self._paragraph.getSpaceAfter())

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """As the paragraph."""
        self.width, self.height = self._paragraph.wrap(available_width, available_height)
        return self.width, self.height

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """Where the paragraph parts."""
        return [Quoted(part) for part in self._paragraph.split(available_width, available_height)]

    def drawOn(self, canvas: object, x: float, y: float, _sW: float = 0.0) -> None:  # noqa: N802, N803
        """The words, and the line at their right."""
        self._paragraph.drawOn(canvas, x, y)
        right = x + self.width - _BAR / 2
        line = f"{right:.2f} {y:.2f} m {right:.2f} {y + self.height:.2f} l S"
        draw_artifact(canvas, f"{stroke_operator(HAIRLINE)} {_BAR:g} w {line}")
