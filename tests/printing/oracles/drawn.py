"""Pairs every paragraph that a document draws with its lines in the file, so that whole papers can be judged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest

from desktop_app.printing.engine.layout import paragraph as paragraph_module
from desktop_app.printing.engine.layout.paragraph import FaParagraph
from desktop_app.printing.engine.typesetting.words import canonical_text, compose
from tests.printing.oracles import proof
from tests.printing.oracles.content import Drawn, Page


@dataclass(slots=True)
class Told:
    """A paragraph that was drawn: its words as given, and the lines that the file has for it."""

    text: str
    lines: list[list[Drawn]] = field(default_factory=list)


@dataclass(slots=True)
class Recording:
    """Paragraphs in the order in which they began, and every act of drawing: (paragraph, page, lines)."""

    paragraphs: list[Told] = field(default_factory=list)
    acts: list[tuple[Told, int, int]] = field(default_factory=list)


@contextmanager
def told(monkeypatch: pytest.MonkeyPatch) -> Iterator[Recording]:
    """While this is open, every paragraph that is drawn is noted in the order of drawing."""
    texts: dict[int, tuple[object, str]] = {}
    recording = Recording()
    unfinished: dict[int, Told] = {}
    draw = FaParagraph.drawOn

    def composed(setter: Any, spans: Any, *rest: Any) -> Any:
        stretches = compose(setter, spans, *rest)
        texts[id(stretches)] = (stretches, "".join(span.text for span in spans))
        return stretches

    def noted(self: Any, canvas: Any, x: float, y: float, _sW: float = 0.0) -> None:  # noqa: N803 - the toolkit's
        key = id(self.lines)
        if self.own_lines[0] is self.lines[0]:
            recording.paragraphs.append(Told(texts[id(self.stretches)][1]))
            unfinished[key] = recording.paragraphs[-1]
        filled = sum(line.end > line.start for line in self.own_lines)
        recording.acts.append((unfinished[key], canvas.getPageNumber(), filled))
        draw(self, canvas, x, y)

    with monkeypatch.context() as patch:
        patch.setattr(paragraph_module, "compose", composed)
        patch.setattr(FaParagraph, "drawOn", noted)
        yield recording


def paragraphs_of(recording: Recording, pages: Sequence[Page]) -> list[Told]:
    """Each paragraph with the lines that the file draws for it."""
    waiting = {page.number: iter(page.lines()) for page in pages}
    for paragraph in recording.paragraphs:
        paragraph.lines = []
    for paragraph, page, count in recording.acts:
        paragraph.lines += [next(waiting[page]) for _ in range(count)]
    assert all(next(rest, None) is None for rest in waiting.values()), "lines that no paragraph drew"
    return recording.paragraphs


def lines_of(recording: Recording, pages: Sequence[Page]) -> Iterator[tuple[str, list[list[Drawn]]]]:
    """Each paragraph's stretches (between forced line ends) with the lines that the file draws for them."""
    for paragraph in paragraphs_of(recording, pages):
        lines = list(paragraph.lines)
        for text in paragraph.text.split("\n"):
            wanted, taken = len(proof.shown(canonical_text(text))), []
            while wanted > 0:
                taken.append(lines.pop(0))
                wanted -= len(proof.shown("".join(glyph.text for glyph in taken[-1])))
            yield text, taken
