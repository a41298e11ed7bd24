"""How a paragraph draws words that lead elsewhere: each link an element of its own, in the order of reading."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from desktop_app.printing.layout.canvas import FaCanvas
from desktop_app.printing.layout.structure import Node
from desktop_app.printing.typesetting.lines import Line
from desktop_app.printing.typesetting.segments import Segment, segments
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
    """Lines with their left ends and baselines: each stretch a mark of its own, in the order in which it is read."""
    canvas.add("BT")
    for line, x, y in lines:
        for segment in sorted(segments(line, x, y), key=lambda found: found.first):
            element, words = links.get(segment.link, (node, ""))
            if element is node:
                canvas.add(f"{canvas.begin(node)} {segment.code} EMC")
            else:
                _write_link(canvas, node, element, segment, words, y)
    canvas.add("ET")


def _write_link(canvas: FaCanvas, around: Node, node: Node, segment: Segment, words: str, y: float) -> None:
    with canvas.inside(around):
        canvas.add(f"{canvas.begin(node)} {segment.code} EMC")
    below, above = segment.descent, segment.ascent
    canvas.link(node, (segment.left, y - below, segment.left + segment.width, y + above), segment.link, words)
