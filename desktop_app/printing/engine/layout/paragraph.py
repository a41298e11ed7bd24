"""Paragraph with Persian shaping and links, used instead of ReportLab's, which drops Persian text.

A link is drawn as one structure element, in reading order.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from desktop_app.printing.engine.layout.canvas import FaCanvas, canvas_of_program
from desktop_app.printing.engine.layout.stack import Flowable
from desktop_app.printing.engine.layout.structure import Node
from desktop_app.printing.engine.script.levels import RTL
from desktop_app.printing.engine.typesetting.draw import line_code
from desktop_app.printing.engine.typesetting.kashida import elongate
from desktop_app.printing.engine.typesetting.lines import break_stretch
from desktop_app.printing.engine.typesetting.set_text import Line, Stretch
from desktop_app.printing.engine.typesetting.style import Align, Direction, ParagraphStyle, Span, TextStyle
from desktop_app.printing.engine.typesetting.typesetter import Typesetter
from desktop_app.printing.engine.typesetting.words import (
    Segment,
    compose,
    segments,
    widest_word,
    with_tie,
    words_after_ezafe,
)

Links = dict[str, tuple[Node, str]]
"""Of each anchor that a paragraph leads to: the element of its words, and the words."""


def plain_text(text: str | Sequence[Span]) -> str:
    """Return the words alone, on one line."""
    return " ".join((text if isinstance(text, str) else "".join(span.text for span in text)).split())


def linked_texts(spans: Iterable[Span]) -> Links:
    """Return the links of a paragraph by anchor, each with its structure element and words."""
    found: Links = {}
    for span in spans:
        if span.link:
            node, words = found.get(span.link, (Node("Link"), ""))
            found[span.link] = (node, plain_text(f"{words} {span.text}"))
    return found


def linked_spans(spans: Iterable[Span], usual: TextStyle) -> list[Span]:
    """Return the spans with their link as part of their style, so that their words stay separate."""
    return [replace(span, style=replace(span.style or usual, link=span.link)) for span in spans]


def write_linked(canvas: FaCanvas, node: Node, links: Links, lines: Sequence[tuple[Line, float, float]]) -> None:
    """Write lines that contain links: each segment is marked content of its own, in reading order."""
    canvas.add("BT")
    for line, x, y in lines:
        found = segments(line, x)
        order = range(len(found))
        marks = {
            place: _mark(canvas, node, links, found[place], y)
            for place in (order[::-1] if line.stretch.base == RTL else order)
        }
        canvas.add(f"1 0 0 1 {x:.2f} {y:.2f} Tm")
        for place, segment in enumerate(found):
            canvas.add(f"{marks[place]} {segment.code} EMC")
    canvas.add("ET")


def _mark(canvas: FaCanvas, around: Node, links: Links, segment: Segment, y: float) -> str:
    """Return the begin operator of a segment's mark; for a link also note its rectangle."""
    if not segment.link:
        return canvas.begin(around)
    node, words = links[segment.link]
    with canvas.inside(around):
        mark = canvas.begin(node)
    box = (segment.left, y - segment.descent, segment.right, y + segment.ascent)
    canvas.link(node, box, segment.link, words)
    return mark


_KEPT_LINES = 2
_SLACK = 0.01
_FINE = 2.0
"""Points to which the width of even lines is sought."""


class FaParagraph(Flowable):
    """A paragraph that flows over lines and pages.

    ``text`` is a string or spans of several styles; ``\\n`` ends a line. ``place`` names the paragraph in
    the refusal of a character that the font lacks (``RuleBroken("glyph_missing")``), raised right here.
    """

    def __init__(
        self, typesetter: Typesetter, text: str | Sequence[Span], style: ParagraphStyle, *, place: str = ""
    ) -> None:
        self.style = style = typesetter.chosen(style)
        self.keep_with_next = style.keep_with_next
        self._typesetter = typesetter
        self.node = Node("P")
        self._links: Links = {}
        self._plain = self._even = isinstance(text, str)
        if isinstance(text, str):
            spans = [Span(text)]
        else:
            spans = _sized(typesetter, text)
            self._plain = len({span.style or style.text for span in spans}) == 1
            self._links = linked_texts(spans)
            if self._links:
                spans = linked_spans(spans, style.text)
        self.stretches: list[Stretch] = compose(typesetter, spans, style.text, style.direction, place)
        self._lines: list[Line] | None = None
        self._laid_out: dict[float, tuple[list[Line], list[float], float]] = {}
        self._from, self._to = 0, 0
        self._whole = True
        self._heights: list[float] = []
        self.width = 0.0
        self.height = 0.0

    def getSpaceBefore(self) -> float:  # noqa: N802 - the toolkit's name
        """Blank above; dropped at the top of a page."""
        return self.style.before

    def getSpaceAfter(self) -> float:  # noqa: N802 - the toolkit's name
        """Blank below; dropped at the foot of a page."""
        return self.style.after

    def minWidth(self) -> float:  # noqa: N802 - the toolkit's name
        """Return the width of the widest word, or group of tied words."""
        return max([widest_word(stretch) for stretch in self.stretches], default=0.0)

    def natural_width(self) -> float:
        """Return the width that needs no line break."""
        lines = [
            line
            for stretch in self.stretches
            for line in break_stretch(self._typesetter, stretch, float("inf"), 0.0, False)
        ]
        return max(line.width for line in lines) + self.style.start + self.style.end

    @property
    def lines(self) -> list[Line]:
        """All lines of the paragraph, including those of its other split parts."""
        return self._lines if self._lines is not None else []

    @property
    def own_lines(self) -> list[Line]:
        """The lines of this part."""
        return self.lines[self._from : self._to]

    @property
    def line_count(self) -> int:
        """Number of lines after wrapping."""
        return self._to - self._from

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        """Break into lines; a split part keeps its lines at any width."""
        if self._lines is None or (self._whole and abs(available_width - self.width) > _SLACK):
            self._break(available_width)
        return self.width, self.height

    def _break(self, width: float) -> None:
        found = self._laid_out.get(width)
        if found is None:
            lines = self._broken(width)
            heights = self._line_heights(lines)
            # a table tries its columns: a cell comes back to a width that it had
            found = self._laid_out[width] = (lines, heights, sum(heights))
        self._lines, self._heights, self.height = found
        self._from, self._to = 0, len(self._lines)
        self.width = width

    def _broken(self, width: float) -> list[Line]:
        style = self.style
        room = max(width - style.start - style.end, 1.0)
        lines: list[Line] = []
        first = style.first
        justify = style.align is Align.JUSTIFY
        for stretch in self.stretches:
            if style.align is Align.CENTER:
                lines += self._balanced(stretch, room, first)
            else:
                lines += break_stretch(self._typesetter, stretch, room, first, justify, style.stretch)
            first = 0.0
        if justify and self._typesetter.typography.kashida:
            for line in lines:
                elongate(line, style.stretch)
        return lines

    def _line_heights(self, lines: list[Line]) -> list[float]:
        pitch = self.style.pitch
        if self._even:
            return [pitch * self.style.text.size] * len(lines)
        return [pitch * self._line_size(line) for line in lines]

    def _balanced(self, stretch: Stretch, room: float, first: float) -> list[Line]:
        """Return centred lines of similar width, so that no single word is alone on the last line."""
        found = break_stretch(self._typesetter, stretch, room, first, False)
        if len(found) > 1:
            stretch, found = self._unbroken(stretch, found, room, first)
        low, high = widest_word(stretch), room
        while len(found) > 1 and high - low > _FINE:
            middle = (low + high) / 2
            lines = break_stretch(self._typesetter, stretch, middle, first, False)
            if len(lines) > len(found):
                low = middle
            else:
                found, high = lines, middle
        return found

    def _unbroken(self, stretch: Stretch, found: list[Line], room: float, first: float) -> tuple[Stretch, list[Line]]:
        """Return words and lines that keep an ezafe with its next word, unless this needs one more line."""
        for index in reversed(words_after_ezafe(stretch)):
            tied = with_tie(stretch, index)
            lines = break_stretch(self._typesetter, tied, room, first, False)
            if len(lines) == len(found) and widest_word(tied) <= room - first:
                stretch, found = tied, lines
        return stretch, found

    def _line_size(self, line: Line) -> float:
        if line.start == line.end:
            return self.style.text.size
        if self._plain:
            return line.stretch.words[line.start].setting.style.size
        return max(word.setting.style.size for word in line.words)

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """Split the broken lines into two parts; empty if either would have fewer than two lines."""
        self.wrap(available_width, available_height)
        used, at = 0.0, self._from
        while at < self._to and used + self._heights[at] <= available_height + _SLACK:
            used += self._heights[at]
            at += 1
        at = min(at, self._to - _KEPT_LINES)
        if at - self._from < _KEPT_LINES:
            return []
        return [self._part(self._from, at), self._part(at, self._to)]

    def _part(self, start: int, end: int) -> FaParagraph:
        part = object.__new__(type(self))
        part.__dict__.update(self.__dict__)
        part._from, part._to, part._whole = start, end, False
        part.height = sum(self._heights[start:end])
        part.keep_with_next = self.keep_with_next and end == self._to
        return part

    def drawOn(self, canvas: object, x: float, y: float, _sW: float = 0.0) -> None:  # noqa: N802, N803
        """Write the lines; ``y`` is the bottom."""
        if self._lines is None:
            raise RuntimeError("wrap() comes before drawOn()")
        style = self.style
        right_to_left = style.direction is Direction.RTL
        left = x + (style.end if right_to_left else style.start)
        right = x + self.width - (style.start if right_to_left else style.end)
        top = y + self.height
        lines: list[tuple[Line, float, float]] = []
        for index in range(self._from, self._to):
            line, height = self._lines[index], self._heights[index]
            if line.end > line.start:
                setting = line.stretch.words[line.start].setting
                baseline = top - (height - setting.ascent - setting.descent) / 2 - setting.ascent
                lines.append((line, self._left_end(line, left, right, right_to_left), baseline))
            top -= height
        if lines:
            self._write(canvas_of_program(canvas), lines)

    def _write(self, canvas: FaCanvas, lines: list[tuple[Line, float, float]]) -> None:
        """Write the lines as one mark of the paragraph's element."""
        if self._links:
            write_linked(canvas, self.node, self._links, lines)
            return
        code = "\n".join([line_code(*line) for line in lines])
        if self._plain and len(lines) > 1:
            # a style is named once: what reads the file has less to look at
            head, style, rest = code.partition(f" {lines[0][0].words[0].setting.operators} ")
            code = head + style + rest.replace(style, " ")
        canvas.add(f"{canvas.begin(self.node)} BT {code} ET EMC")

    def _left_end(self, line: Line, left: float, right: float, right_to_left: bool) -> float:
        align = self.style.align
        if right_to_left:
            right -= line.indent
        else:
            left += line.indent
        if align is Align.CENTER:
            return (left + right - line.width) / 2
        if align is Align.LEFT or (align is Align.JUSTIFY and not right_to_left):
            return left
        return right - line.width


def _sized(typesetter: Typesetter, spans: Sequence[Span]) -> list[Span]:
    """Return the spans that have text, in the sizes of this document."""
    found = [replace(span, style=span.style and typesetter.sized(span.style)) for span in spans if span.text]
    return found or [Span("")]


class FaHeading(FaParagraph):
    """A heading: it stays with what follows it and becomes a bookmark of the file.

    ``level`` is 1 … 3; a level that none stands above is raised, so that no level is left out. Links with the key
    ``anchor`` lead here.
    """

    def __init__(
        self,
        typesetter: Typesetter,
        text: str | Sequence[Span],
        style: ParagraphStyle,
        *,
        place: str = "",
        level: int = 2,
        anchor: str = "",
    ) -> None:
        super().__init__(typesetter, text, style, place=place)
        self.keep_with_next = True
        self.title = plain_text(text)
        self.level = level
        self.anchor = anchor

    def split(self, _available_width: float, _available_height: float) -> list[Flowable]:
        """Return nothing: the whole heading goes to the next page."""
        return []

    def force_split(self, available_width: float, available_height: float) -> list[Flowable]:
        """Split a heading that alone is taller than a page."""
        return super().split(available_width, available_height)

    def _write(self, canvas: FaCanvas, lines: list[tuple[Line, float, float]]) -> None:
        if self._from == 0:
            top = lines[0][2] + lines[0][0].words[0].setting.ascent
            self.node.role = canvas.bookmark(self.level, self.title, top) or self.node.role
            if self.anchor:
                canvas.anchor(self.anchor, top)
        super()._write(canvas, lines)
