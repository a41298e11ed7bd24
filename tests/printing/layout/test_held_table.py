"""No table cuts a word, whatever sheet, size and margins the office may choose; it is set smaller instead."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import Any

import pytest

from desktop_app.domain.documents.appearance import Margins, Sheet, Typography
from desktop_app.domain.documents.documents import Imprint
from desktop_app.printing.engine.layout.paragraph import FaParagraph
from desktop_app.printing.engine.typesetting.typesetter import Typesetter
from desktop_app.printing.stationery import frame
from desktop_app.printing.stationery.paper_styles import CELL
from desktop_app.printing.stationery.ruled_table import RuledTable, table_that_fits
from tests.printing import made_papers
from tests.printing.every_paper import EACH_KIND, SAMPLES
from tests.printing.minutes_reader import render_context
from tests.whole import deciding

WAYS = {
    "A5": Typography(sheet=Sheet.A5),
    "large": Typography(size=150),
    "margins": Typography(margins=Margins(right=60, left=60)),
}
WITHOUT = frozenset({"letter", "whole letter", "matrix", "matrix in parts"})
"""Papers that have no such table."""
PAPERS = tuple(name for name in SAMPLES if name not in WITHOUT)


@pytest.mark.parametrize(
    ("name", "way"),
    deciding(
        product(PAPERS, WAYS),
        {*product(set(EACH_KIND) - WITHOUT, ["A5"]), *product(["minutes", "register"], WAYS)},
        several=True,
    ),
)
def test_no_word_is_cut(name: str, way: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The tables are those of the kind, the small sheet is the narrowest, and each way is tried upright and lying."""
    cut: list[float] = []
    wrap = RuledTable.wrap

    def noted(self: RuledTable, width: float, height: float) -> tuple[float, float]:
        cut.append(self.cut(width))
        return wrap(self, width, height)

    monkeypatch.setattr(RuledTable, "wrap", noted)
    sample = SAMPLES[name]
    document: Any = replace(sample.document, typography=WAYS[way])
    sample.render(document, Imprint(made_at="2023-05-13T09:00:00Z"), render_context())
    assert cut
    assert max(cut) == 0


def table(setter: Typesetter, words: int) -> RuledTable:
    return RuledTable([[FaParagraph(setter, "هم‌راستاسازی", CELL) for _ in range(words)]], [1.0] * words)


def test_a_table_is_as_large_as_its_words_allow() -> None:
    setter = Typesetter(made_papers.fonts(), Typography())
    width = frame.text_width(setter.typography)
    made = [table_that_fits(setter, lambda one, words=words: table(one, words)) for words in (4, 10, 12)]  # type: ignore[misc]
    heights = [one.wrap(width, 1000)[1] for one in made]
    assert heights[0] > heights[1] > heights[2]
    assert [one.cut(width) for one in made] == [0, 0, 0]
    assert heights[0] == table(setter, 4).wrap(width, 1000)[1]


def test_what_no_size_holds_is_set_all_the_same() -> None:
    setter = Typesetter(made_papers.fonts(), Typography())
    assert table_that_fits(setter, lambda one: table(one, 40)).wrap(100, 1000)[1] > 0
