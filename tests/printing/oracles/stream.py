"""Reads a content stream operator by operator, as ISO 32000 tells a viewer to."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

import pikepdf

from tests.printing.oracles.content import Drawn, Matrix, Page, Stroke
from tests.printing.oracles.graphics import UNIT, State, multiply
from tests.printing.oracles.pdf_font import PdfFont, read_font

_Box = tuple[float, float, float, float]


def read(pdf: bytes, first: int = 1) -> list[Page]:
    """Every page of a file, or those from one on."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        fonts: dict[tuple[int, int], PdfFont] = {}
        pages = []
        for number, page in list(enumerate(opened.pages, 1))[first - 1 :]:
            box = [float(side) for side in page.mediabox]
            found = Page(number, box[2] - box[0], box[3] - box[1])
            _Reader(found, fonts).run(page, page.resources, State())
            pages.append(found)
        return pages


class _Reader:
    """Walks one content stream after the other with the graphics state of ISO 32000."""

    def __init__(self, page: Page, fonts: dict[tuple[int, int], PdfFont]) -> None:
        self.page = page
        self.cache = fonts
        self.line = 0
        self.text_matrix = self.line_matrix = UNIT
        self.pen = (0.0, 0.0)
        self.segments: list[tuple[float, float, float, float]] = []

    def run(self, stream: Any, resources: Any, state: State) -> None:
        kept: list[State] = []
        for instruction in pikepdf.parse_content_stream(stream):
            operator = str(instruction.operator)
            self.page.operators.add(operator)
            if operator == "q":
                kept.append(state.copy())
            elif operator == "Q":
                state = kept.pop()
            elif operator in _HANDLERS:
                _HANDLERS[operator](self, state, list(instruction.operands))
            elif operator in _NAMING:
                self._named(operator, list(instruction.operands), resources, state)

    def _named(self, operator: str, operands: list[Any], resources: Any, state: State) -> None:
        """What names something of the page's resources."""
        if operator == "Do":
            self._form(resources.XObject[str(operands[0])], state)
        elif operator == "Tf":
            state.font, state.size = self._font(resources.Font[str(operands[0])]), float(operands[1])
        else:
            self._marked(operands, resources)

    def _form(self, form: Any, state: State) -> None:
        if str(form.Subtype) != "/Form":
            self.page.pictures.append(state.matrix)
            return
        inner = state.copy()
        own: Matrix = tuple(float(part) for part in form.get("/Matrix", UNIT))  # type: ignore[assignment]
        inner.matrix = multiply(own, state.matrix)
        self.run(form, form.get("/Resources", pikepdf.Dictionary()), inner)

    def _font(self, font: Any) -> PdfFont:
        key = font.objgen if font.is_indirect else (-1, id(font))
        if key not in self.cache:
            self.cache[key] = read_font(font)
        found = self.cache[key]
        self.page.fonts[found.name] = found
        return found

    def _marked(self, operands: list[Any], resources: Any) -> None:
        properties = operands[1]
        if isinstance(properties, pikepdf.Name):
            properties = resources.Properties[str(properties)]
        if "/ActualText" in properties:
            self.page.actual_texts.append(str(properties.ActualText))

    def place(self, matrix: Matrix) -> None:
        self.text_matrix = self.line_matrix = matrix
        self.line += 1

    def move(self, x: float, y: float) -> None:
        self.place(multiply((1, 0, 0, 1, x, y), self.line_matrix))

    def show(self, state: State, string: Any) -> None:
        font = state.font
        assert font is not None, "text without a font"
        data = bytes(string)
        wide = font.subtype == "Type0"
        size, rise = state.size, state.rise
        across, up = size / 1000 * state.scale, size / 1000
        # only the origin moves from glyph to glyph
        a, b, c, d, _, _ = multiply(self.text_matrix, state.matrix)
        p, q, r, s, t, u = state.matrix
        upright = b == c == 0 < a and d > 0  # as all text but the marks across a page
        for code in struct.unpack(f">{len(data) // 2}H", data) if wide else data:
            known = font.known[code]
            x, y = self.text_matrix[4:]
            e, f = x * p + y * r + t + rise * c, x * q + y * s + u + rise * d
            box = known.ink
            if box is not None:
                left, bottom, right, top = box
                if upright:
                    box = a * (left * across) + e, d * (bottom * up) + f, a * (right * across) + e, d * (top * up) + f
                else:
                    box = _turned(box, (across, up), (a, b, c, d, e, f))
            advance = known.width / 1000 * size + state.spacing
            if code == 32 and not wide:
                advance += state.word_spacing
            advance *= state.scale
            drawn = Drawn(
                code, known.glyph, known.text, font.name, size * d, e + known.right * size / 1000 * a, f, advance * a,
                (rise + known.up * size / 1000) * d, box, self.line, state.mode, abs(b) > 1e-6,
            )  # fmt: skip
            self.page.glyphs.append(drawn)
            self.shift(advance)

    def shift(self, x: float) -> None:
        a, b, c, d, e, f = self.text_matrix
        self.text_matrix = (a, b, c, d, x * a + e, x * b + f)

    def draw(self, state: State, filled: bool) -> None:
        if abs(state.matrix[1]) > 1e-6:
            self.segments = []  # a word across the page is no rule and no box
        for x0, y0, x1, y1 in self.segments:
            a, b, c, d, e, f = state.matrix
            xs = (a * x0 + c * y0 + e, a * x1 + c * y1 + e)
            ys = (b * x0 + d * y0 + f, b * x1 + d * y1 + f)
            self.page.strokes.append(Stroke(min(xs), min(ys), max(xs), max(ys), filled))
        self.segments = []


def _turned(ink: _Box, scale: tuple[float, float], device: Matrix) -> _Box:
    """Where the ink of a glyph comes to lie that does not stand upright."""
    a, b, c, d, e, f = device
    corners = [(x * scale[0], y * scale[1]) for x in ink[::2] for y in ink[1::2]]
    xs = [a * x + c * y + e for x, y in corners]
    ys = [b * x + d * y + f for x, y in corners]
    return min(xs), min(ys), max(xs), max(ys)


_Handler = Callable[[_Reader, State, list[Any]], None]
_HANDLERS: dict[str, _Handler] = {}
_NAMING = frozenset({"Do", "Tf", "BDC", "DP"})


def _on(*operators: str) -> Callable[[_Handler], _Handler]:
    def keep(handler: _Handler) -> _Handler:
        _HANDLERS.update(dict.fromkeys(operators, handler))
        return handler

    return keep


def _floats(operands: list[Any]) -> Iterator[float]:
    return (float(operand) for operand in operands)


@_on("cm")
def _concatenate(_reader: _Reader, state: State, operands: list[Any]) -> None:
    state.matrix = multiply(tuple(_floats(operands)), state.matrix)  # type: ignore[arg-type]


@_on("BT")
def _begin(reader: _Reader, _state: State, _operands: list[Any]) -> None:
    reader.place(UNIT)


@_on("Tm")
def _matrix(reader: _Reader, _state: State, operands: list[Any]) -> None:
    reader.place(tuple(_floats(operands)))  # type: ignore[arg-type]


@_on("Td")
def _move(reader: _Reader, _state: State, operands: list[Any]) -> None:
    reader.move(*_floats(operands))


@_on("TD")
def _move_and_lead(reader: _Reader, state: State, operands: list[Any]) -> None:
    state.leading = -float(operands[1])
    reader.move(*_floats(operands))


@_on("T*")
def _next_line(reader: _Reader, state: State, _operands: list[Any]) -> None:
    reader.move(0, -state.leading)


def _setter(operator: str, name: str, factor: float = 1.0) -> None:
    def put(_reader: _Reader, state: State, operands: list[Any]) -> None:
        setattr(state, name, float(operands[0]) * factor)

    _HANDLERS[operator] = put


for _operator, _name in (("Tc", "spacing"), ("Tw", "word_spacing"), ("TL", "leading"), ("Ts", "rise"), ("Tr", "mode")):
    _setter(_operator, _name)
_setter("Tz", "scale", 0.01)


@_on("Tj")
def _show(reader: _Reader, state: State, operands: list[Any]) -> None:
    reader.show(state, operands[0])


@_on("'")
def _show_on_next(reader: _Reader, state: State, operands: list[Any]) -> None:
    reader.move(0, -state.leading)
    reader.show(state, operands[0])


@_on("TJ")
def _show_placed(reader: _Reader, state: State, operands: list[Any]) -> None:
    for part in operands[0]:
        if isinstance(part, pikepdf.String):
            reader.show(state, part)
        else:
            reader.shift(-float(part) / 1000 * state.size * state.scale)


@_on("m", "c", "v", "y")
def _path_to(reader: _Reader, _state: State, operands: list[Any]) -> None:
    reader.pen = (float(operands[-2]), float(operands[-1]))


@_on("l")
def _path_line(reader: _Reader, _state: State, operands: list[Any]) -> None:
    end = (float(operands[0]), float(operands[1]))
    reader.segments.append((*reader.pen, *end))
    reader.pen = end


@_on("re")
def _path_box(reader: _Reader, _state: State, operands: list[Any]) -> None:
    x, y, width, height = _floats(operands)
    reader.segments.append((x, y, x + width, y + height))


@_on("S", "s")
def _stroke(reader: _Reader, state: State, _operands: list[Any]) -> None:
    edges = []
    for x0, y0, x1, y1 in reader.segments:
        if x0 != x1 and y0 != y1:  # the four sides of a box
            edges += [(x0, y0, x1, y0), (x1, y0, x1, y1), (x0, y1, x1, y1), (x0, y0, x0, y1)]
        else:
            edges.append((x0, y0, x1, y1))
    reader.segments = edges
    reader.draw(state, False)


@_on("f", "F", "f*", "B", "B*", "b", "b*")
def _fill(reader: _Reader, state: State, _operands: list[Any]) -> None:
    reader.draw(state, True)


@_on("n")
def _drop_path(reader: _Reader, _state: State, _operands: list[Any]) -> None:
    reader.segments = []
