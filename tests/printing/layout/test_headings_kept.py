"""At every size, pitch, sheet and margin that is allowed, no heading and no head of a table ends its page.

What is judged are the ends of pages. The largest writing on the smallest sheet makes as many of them as all other ways
together (472 of 1,004 for the papers here), so it decides for every paper; the minutes, which have the most kinds of
headings, are judged with each sheet and each kind of margins besides. With ``--whole`` all other ways are judged too.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.domain.documents.appearance import Margins, Sheet, Typography
from desktop_app.domain.documents.print_setup import PrintSetup, setup_refusals
from desktop_app.printing.engine.layout.flow import Margins as Blank
from desktop_app.printing.engine.layout.flow import Paper, render
from desktop_app.printing.engine.layout.paragraph import FaHeading, FaParagraph
from desktop_app.printing.engine.layout.stack import Gap
from desktop_app.printing.engine.layout.table import FaTable
from desktop_app.printing.engine.pdf.finish import finish
from desktop_app.printing.engine.typesetting.style import ParagraphStyle, TextStyle
from desktop_app.printing.engine.typesetting.typesetter import Typesetter
from tests.printing import made_papers
from tests.printing import sample_documents as samples
from tests.printing.every_paper import SAMPLES, each_kind
from tests.printing.oracles.kept import parted
from tests.whole import deciding

HIGH = Margins(first_top=60, top=40, bottom=40)
HIGHEST = Margins(first_top=90, top=60, bottom=60)
NARROW = Margins(right=60, first_top=90, top=60, bottom=60)
BROAD = Margins(right=5, left=5, first_top=90, top=60, bottom=60)
WAYS = {
    "A4 150/160 narrow": Typography(size=150, pitch=160, margins=NARROW),
    "A5 130/130 high": Typography(size=130, pitch=130, sheet=Sheet.A5, margins=replace(HIGH, right=15)),
    "A5 150/160 broad": Typography(size=150, pitch=160, sheet=Sheet.A5, margins=BROAD),
}
MORE = {
    f"{sheet.name} {size}/{pitch} {name}": Typography(size=size, pitch=pitch, sheet=sheet, margins=margins)
    for sheet in (Sheet.A4, Sheet.A5)
    for size, pitch in ((100, 130), (130, 100), (130, 160), (150, 130))
    for name, margins in {"usual": Margins(), "high": HIGH, "narrow": NARROW, "broad": BROAD}.items()
}
"""For the paper of many headings with unlike things below them."""
MOST_PAGES = "A5 150/160 broad"
EACH_MARGIN = (
    "A4 100/130 usual", "A4 150/130 high", "A4 130/160 narrow", "A4 130/100 broad", "A5 130/100 usual",
    "A5 130/160 high", "A5 130/160 broad",
)  # fmt: skip
STYLE = ParagraphStyle(TextStyle(size=10))
SHEET = Paper(size=(340, 340), first=Blank(20, 20, 20, 20), later=Blank(20, 20, 20, 20))


def allowed(typography: Typography) -> bool:
    """Whether the settings take it."""
    return not list(setup_refusals(PrintSetup(typography=typography)))


def printed(name: str, typography: Typography) -> bytes:
    """A sample in another dress."""
    sample = SAMPLES[name]
    document = replace(sample.document, typography=typography)
    return sample.render(document, samples.final_imprint(document), made_papers.render_context())


@pytest.mark.parametrize("way", deciding(WAYS, {MOST_PAGES}))
@each_kind
def test_nothing_is_parted_from_what_it_heads(name: str, way: str) -> None:
    assert allowed(WAYS[way])
    assert parted(printed(name, WAYS[way])) == []


@pytest.mark.parametrize("way", deciding((way for way in MORE if allowed(MORE[way])), EACH_MARGIN))
def test_minutes_keep_their_headings(way: str) -> None:
    assert parted(printed("minutes", MORE[way])) == []


@pytest.mark.parametrize("filler", range(0, 300, 15))
def test_a_heading_of_many_lines_is_not_cut_in_two(filler: int) -> None:
    setter = Typesetter(made_papers.fonts())
    heading = FaHeading(setter, "واژه " * 60, STYLE)
    made = render(setter, [Gap(filler), heading, FaParagraph(setter, "واژه " * 60, STYLE)], SHEET)
    assert parted(finish(made, title="نمونه")) == []


def test_a_parted_heading_and_a_bare_head_would_be_seen() -> None:
    setter = Typesetter(made_papers.fonts())
    heading = FaHeading(setter, "سرعنوان", STYLE)
    heading.keep_with_next = False
    made = render(setter, [Gap(280), heading, FaParagraph(setter, "واژه " * 30, STYLE)], SHEET)
    assert parted(finish(made, title="نمونه")) == ["سرعنوان is the last of its page"]
    table = FaTable([[FaParagraph(setter, "ستون", STYLE)], [FaParagraph(setter, "سطر", STYLE)]], [None])
    table.wrap(300, 300)
    head, row = table.rows
    # private: no table parts from its head when it is asked by a public way, so the breach has to be made by hand
    bare, rest = table._part([head]), table._part([row])  # private: as above
    made = render(setter, [Gap(275), bare, rest], SHEET)
    assert parted(finish(made, title="نمونه")) == ["ستون is parted from the first row"]
