"""Check 3: the ink of each line is that of Chromium, as HarfBuzz and UAX #9 are drawn by somebody else altogether."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image

from desktop_app.printing.engine.layout.flow import Margins, PageBreak, Paper, render
from desktop_app.printing.engine.layout.paragraph import FaParagraph
from desktop_app.printing.engine.typesetting.style import Align
from desktop_app.printing.engine.typesetting.typesetter import Typesetter
from desktop_app.printing.engine.typesetting.words import canonical_text
from tests.printing import made_papers
from tests.printing.oracles import chromium, corpus, proof, stream

MOST_INK = 0.06
LEAST_SHARE = 0.9
TEXTS = corpus.lines()[::2]
RIGHT = "بندهای ۳ و ۴ تفاهم‌نامه"
PHASES = 8
"""Ours is tried at so many places between two pixels: where the margin falls among them is nobody's fault."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A line with its difference, and whether it stands in the order of UAX #9."""

    text: str
    found: chromium.Difference
    in_order: bool

    @property
    def same(self) -> bool:
        """The same ink in the same width."""
        return self.found.ink <= MOST_INK and abs(self.found.width) <= 1

    @property
    def fault(self) -> str:
        """What no line may have: another order, or a width that is more than one in a hundred off."""
        off = abs(self.found.width) > max(1, self.found.whole / 100)
        return f"{self.text}: {self.found}" if off or not self.in_order else ""


@pytest.fixture(scope="module")
def theirs(tmp_path_factory: pytest.TempPathFactory) -> list[Image.Image]:
    """Chromium's lines: half of the corpus and then :data:`RIGHT`; it starts once for all."""
    chromium.need()
    return printed([*TEXTS, RIGHT], tmp_path_factory.mktemp("chromium"))


def printed(texts: Sequence[str], folder: Path) -> list[Image.Image]:
    """The lines as Chromium prints them."""
    lines = [canonical_text(text) for text in texts]
    return chromium.pictures(chromium.printed(lines, made_papers.REGULAR, folder), folder, "c")


def judged(texts: Sequence[str], theirs: Sequence[Image.Image], folder: Path) -> list[Judged]:
    """Each line beside Chromium's."""
    phases = [_pages(texts, phase * 72 / chromium.DPI / PHASES) for phase in range(PHASES)]
    ours = [chromium.pictures(pdf, folder, f"o{number}") for number, pdf in enumerate(phases)]
    assert len(theirs) == len(texts), "Chromium has broken a line"
    found = []
    for number, text in enumerate(texts):
        tried = (chromium.difference(one[number], theirs[number]) for one in ours)
        best = min(tried, key=lambda difference: difference.ink)
        found.append(Judged(text, best, _in_order(text)))
    return found


def _pages(texts: Sequence[str], aside: float) -> bytes:
    """The texts, each on its own page, with the margins that Chromium has."""
    setter = Typesetter(made_papers.fonts())
    story = []
    for text in texts:
        story += [FaParagraph(setter, text, made_papers.style(Align.RIGHT, chromium.SIZE)), PageBreak()]
    side = chromium.MARGIN
    margins = Margins(top=side, bottom=20, left=side - aside, right=side + aside)
    return render(setter, story[:-1], Paper(chromium.PAGE, margins, margins)).pdf


def _in_order(text: str) -> bool:
    pages = stream.read(made_papers.paragraphs([text], made_papers.ONE_LINE))
    lines = proof.match(canonical_text(text), [line for page in pages for line in page.lines()])
    return not [fault for line in lines for fault in proof.order_faults(line)]


def test_the_corpus_has_the_ink_of_chromium(theirs: list[Image.Image], tmp_path: Path) -> None:
    lines = judged(TEXTS, theirs[:-1], tmp_path)  # all of them: `dev.py bench paper`
    assert [line.fault for line in lines if line.fault] == []
    others = [f"{line.found.ink:.3f} {line.found.width:+d} {line.text}" for line in lines if not line.same]
    assert len(others) <= len(lines) * (1 - LEAST_SHARE), "\n".join(others)


@pytest.mark.parametrize("wrong", ["ب‌ندهای ۳ و ۴ تفاهم‌نامه", "بندهای ۴ و ۳ تفاهم‌نامه", "بندهای ۳ و ۴ تفاهم نامه"])
def test_a_line_that_differs_by_one_letter_would_be_seen(wrong: str, theirs: list[Image.Image], tmp_path: Path) -> None:
    ours = chromium.pictures(_pages([RIGHT, wrong], 0.0), tmp_path, "o")
    assert chromium.difference(ours[0], theirs[-1]).ink < chromium.difference(ours[1], theirs[-1]).ink / 2
    assert chromium.difference(ours[1], theirs[-1]).ink > MOST_INK
