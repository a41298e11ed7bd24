"""Cells of the tables of a paper, noted while they are drawn, and text that does not keep to one of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pytest

from desktop_app.printing.engine.layout.table import FaTable
from tests.printing.oracles.content import Drawn, Page


@dataclass(frozen=True, slots=True)
class Box:
    """A cell on a page (from 1), in points from the lower left corner."""

    page: int
    left: float
    bottom: float
    right: float
    top: float

    def holds(self, ink: tuple[float, float, float, float], slack: float = 0.7) -> bool:
        """Whether the ink keeps inside; the stroke of a bold «آ» reaches that much over where its line begins."""
        left, bottom, right, top = ink
        return (
            left >= self.left - slack and right <= self.right + slack
            and bottom >= self.bottom - slack and top <= self.top + slack
        )  # fmt: skip

    def crosses(self, height: float) -> bool:
        """Whether a height lies between top and bottom."""
        return self.bottom <= height <= self.top


@contextmanager
def noted(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[list[Box]]]:
    """While this is open, every table that is drawn adds its list of cells."""
    tables: list[list[Box]] = []
    draw: Callable[..., None] = FaTable.drawOn

    def drawn(table: Any, canvas: Any, x: float, y: float, _sW: float = 0.0) -> None:  # noqa: N803 - the toolkit's
        found, top = [], y + table.height
        for row in table.rows:
            for item in row.cells:
                left, right = table.sides(x, item)
                found.append(Box(canvas.getPageNumber(), left, top - row.height, right, top))
            top -= row.height
        tables.append(found)
        draw(table, canvas, x, y)

    with monkeypatch.context() as patch:
        patch.setattr(FaTable, "drawOn", drawn)
        yield tables


def cell_faults(pages: Sequence[Page], tables: Sequence[Sequence[Box]]) -> list[str]:
    """Lines whose ink reaches into a table without keeping inside one of its cells."""
    faults = []
    for cells in tables:
        page = pages[cells[0].page - 1]
        low, high = min(box.bottom for box in cells), max(box.top for box in cells)
        for line in page.lines():
            if low + 1 < line[0].y < high - 1 and not any(_inside(line, box) for box in cells):
                text = "".join(glyph.text for glyph in reversed(line))
                faults.append(f"page {page.number}: {text!r} keeps to no cell")
    return faults


def _inside(line: Sequence[Drawn], box: Box) -> bool:
    return all(box.holds(glyph.box) for glyph in line if glyph.box is not None)


def rule_faults(pages: Sequence[Page]) -> list[str]:
    """Glyphs whose ink touches an upright or a level rule: needs nothing but the page itself."""
    faults = []
    for page in pages:
        uprights = [stroke for stroke in page.strokes if stroke.is_upright]
        levels = [stroke for stroke in page.strokes if stroke.is_level]
        for glyph in page.glyphs:
            if glyph.box is None or glyph.rotated:
                continue
            left, bottom, right, top = glyph.box
            hit = any(left < rule.x0 < right and rule.y0 < top and bottom < rule.y1 for rule in uprights)
            hit |= any(bottom < rule.y0 < top and rule.x0 < right and left < rule.x1 for rule in levels)
            if hit:
                faults.append(f"page {page.number}: {glyph.text!r} touches a rule")
    return faults
