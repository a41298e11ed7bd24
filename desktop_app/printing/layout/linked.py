"""Links in paragraphs: words that lead elsewhere, drawn as one structure element for each link, in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from desktop_app.printing.layout.canvas import FaCanvas
from desktop_app.printing.layout.structure import Node
from desktop_app.printing.script.levels import RTL
from desktop_app.printing.typesetting.segments import Segment, segments
from desktop_app.printing.typesetting.set_text import Line
from desktop_app.printing.typesetting.style import Span, TextStyle

Links = dict[str, tuple[Node, str]]
"""Of each anchor that a paragraph leads to: the element of its words, and the words."""


def plain_text(text: str | Sequence[Span]) -> str:
    """The words alone, on one line."""
    return " ".join((text if isinstance(text, str) else "".join(span.text for span in text)).split())


def linked_texts(spans: Iterable[Span]) -> Links:
    """The links of a paragraph; words that lead to the same anchor are one."""
    found: Links = {}
    for span in spans:
        if span.link:
            node, words = found.get(span.link, (Node("Link"), ""))
            found[span.link] = (node, plain_text(f"{words} {span.text}"))
    return found


def linked_spans(spans: Iterable[Span], usual: TextStyle) -> list[Span]:
    """The spans with their link as part of their style, so that their words are set apart."""
    return [replace(span, style=replace(span.style or usual, link=span.link)) for span in spans]


def write_linked(canvas: FaCanvas, node: Node, links: Links, lines: Sequence[tuple[Line, float, float]]) -> None:
    """Lines with their left ends and baselines: each stretch a mark of its own, noted in the order of reading."""
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
    """The beginning of a segment's mark; where it is a link, its place on the page."""
    if not segment.link:
        return canvas.begin(around)
    node, words = links[segment.link]
    with canvas.inside(around):
        mark = canvas.begin(node)
    box = (segment.left, y - segment.descent, segment.right, y + segment.ascent)
    canvas.link(node, box, segment.link, words)
    return mark
