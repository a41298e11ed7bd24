"""Lists: marks at the right, texts with an edge of their own, nested once, split between and inside items."""

from __future__ import annotations

import pytest

from desktop_app.domain.documents.appearance import Typography
from desktop_app.printing.engine.layout.flow import Margins, Paper, render
from desktop_app.printing.engine.layout.lists import FaList, ListItem, ListStyle, Marks, dashes, numbers, ordinals
from desktop_app.printing.engine.layout.stack import Gap
from desktop_app.printing.engine.pdf.finish import finish
from desktop_app.printing.engine.typesetting.style import Align, ParagraphStyle, Span, TextStyle, Weight
from desktop_app.printing.engine.typesetting.typesetter import Typesetter
from tests.printing import made_papers
from tests.printing.checks.test_check_15 import letters
from tests.printing.oracles import stream, structure

STYLE = ParagraphStyle(TextStyle(size=10), Align.JUSTIFY, after=3)
SHEET = Paper(size=(340, 340), first=Margins(20, 20, 20, 20), later=Margins(20, 20, 20, 20))
RIGHT = 320.0


@pytest.fixture
def setter() -> Typesetter:
    return Typesetter(made_papers.fonts())


@pytest.mark.parametrize(("marks", "wanted"), [(numbers, "۱."), (ordinals, "اول:"), (dashes, "–")])
def test_marks_stand_at_the_right_and_texts_beside_them(setter: Typesetter, marks: Marks, wanted: str) -> None:
    made = FaList(setter, ["واژه " * 40, "کوتاه"], STYLE, marks)
    (page,) = stream.read(render(setter, [made], SHEET).pdf)
    lines = page.lines()
    right = [max(glyph.x + glyph.advance for glyph in line) for line in lines]
    assert letters("".join(glyph.text for glyph in lines[0])) == letters(wanted)
    assert right[0] == pytest.approx(RIGHT, abs=0.5)
    edges = right[1:3]
    assert max(edges) - min(edges) < 0.5
    assert max(edges) < RIGHT - 6
    assert lines[0][0].y == pytest.approx(lines[1][0].y, abs=0.1)


def test_a_nested_list_has_an_edge_of_its_own(setter: Typesetter) -> None:
    items: list[str | ListItem] = [
        "یکم",
        ListItem(text="دوم", items=["زیر یک", [Span("زیر "), Span("دو", TextStyle(Weight.BOLD, 10))]]),
    ]
    pages = render(setter, [FaList(setter, items, STYLE, numbers)], SHEET)
    tagged = structure.read(finish(pages, title="نمونه"))
    assert tagged.faults == []
    outer, inner = tagged.root.find("L")
    assert len(outer.kids) == 2
    assert len(inner.kids) == 2
    assert letters(inner.kids[1].letters) == letters("زیر دو")


@pytest.mark.parametrize("filler", range(0, 300, 20))
def test_items_over_pages_are_whole_and_marked_once(setter: Typesetter, filler: int) -> None:
    items = ["آغاز " + "واژه " * 60 + "پایان"] * 6
    made = FaList(setter, items, STYLE, numbers, look=ListStyle(width=20, padding=1))
    tagged = structure.read(finish(render(setter, [Gap(filler), made], SHEET), title="نمونه"))
    assert tagged.faults == []
    (found,) = tagged.root.find("L")
    assert len(found.find("LI")) == len(found.find("Lbl")) == 6
    assert [letters(body.letters) for body in found.find("LBody")] == [letters(item) for item in items]
    assert len({page for element in found.all() for page in element.pages}) > 1


@pytest.mark.parametrize(("size", "first"), [(150, 1), (100, 21)], ids=["large text", "long marks"])
def test_a_mark_never_touches_its_text(size: int, first: int) -> None:
    large = Typesetter(made_papers.fonts(), Typography(size=size))
    look = ListStyle(mark=ParagraphStyle(TextStyle(Weight.SEMIBOLD, 12)), width=48, padding=1)
    made = FaList(large, ["واژه"] * 6, STYLE, lambda number: ordinals(number + first - 1), look=look)
    (page,) = stream.read(render(large, [made], SHEET).pdf)
    lines = page.lines()
    marks = [line for line in lines if max(glyph.x + glyph.advance for glyph in line) > RIGHT - 0.5]
    texts = [line for line in lines if line not in marks]
    assert len(marks) == len(texts) == 6
    left = min(glyph.x for line in marks for glyph in line)
    right = max(glyph.x + glyph.advance for line in texts for glyph in line)
    assert left - right > 2.5


def test_an_empty_list_takes_no_room(setter: Typesetter) -> None:
    assert FaList(setter, [], STYLE).wrap(300, 300) == (300, 0)
