"""Links, anchors and page numbers that are known before their page: where they lead, where they lie, what they say."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from reportlab.platypus.flowables import Flowable

from desktop_app.domain.documents.paper_kinds import Profile
from desktop_app.printing.engine.layout.flow import PageBreak, Paper, render
from desktop_app.printing.engine.layout.links import Anchor, PageOf
from desktop_app.printing.engine.layout.paragraph import FaHeading, FaParagraph
from desktop_app.printing.engine.layout.table import FaTable
from desktop_app.printing.engine.pdf.finish import finish
from desktop_app.printing.engine.typesetting.style import Align, ParagraphStyle, Span, TextStyle, Weight
from desktop_app.printing.engine.typesetting.typesetter import Typesetter
from tests.printing import made_papers
from tests.printing.checks.test_check_14 import findings
from tests.printing.checks.test_check_15 import letters, ua_errors
from tests.printing.oracles import stream, structure

STYLE = ParagraphStyle(TextStyle(size=12), Align.JUSTIFY)
LEFT = ParagraphStyle(TextStyle(size=12), Align.LEFT)
KEYS = ("یکم", "دوم", "سوم")


@pytest.fixture
def setter() -> Typesetter:
    return Typesetter(made_papers.fonts())


def book(setter: Typesetter, *, gap: int = 1) -> bytes:
    """A table of contents, then a part on every ``gap``-th page."""
    rows = [[FaParagraph(setter, [Span(f"بخش {key}", link=key)], STYLE), PageOf(setter, key, LEFT)] for key in KEYS]
    story: list[Flowable] = [FaHeading(setter, "دفتر", STYLE, level=1), FaTable(rows, [None, 60], header_rows=0)]
    for key in KEYS:
        story += [FaParagraph(setter, "متن", STYLE), PageBreak()] * gap
        story += [FaHeading(setter, f"بخش {key}", STYLE, anchor=key)]
    return made(setter, story)


def made(setter: Typesetter, story: Sequence[Flowable], profile: Profile = Profile.A_3B) -> bytes:
    return finish(render(setter, story, Paper(title="نمونه")), title="نمونه", profile=profile)


def links(pdf: bytes) -> list[tuple[int, list[float], int, str, Any]]:
    """Each link: its page, its box, the page that it leads to, its words and its border."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        numbers = {page.obj.objgen: number for number, page in enumerate(opened.pages)}
        return [
            (number, [float(side) for side in link.Rect], numbers[link.Dest[0].objgen], str(link.Contents), link.Border)
            for number, page in enumerate(opened.pages)
            for link in page.obj.get("/Annots", ())
        ]


@pytest.mark.parametrize("gap", [1, 4])
def test_the_contents_lead_to_the_pages_whose_numbers_they_show(setter: Typesetter, gap: int) -> None:
    pdf = book(setter, gap=gap)
    targets = [gap, 2 * gap, 3 * gap]
    assert sorted(target for _, _, target, _, _ in links(pdf)) == sorted(targets * 2)
    first = stream.read(pdf)[0]
    texts = ["".join(glyph.text for glyph in line) for line in first.lines()]
    shown = [str(target + 1).translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")) for target in targets]
    assert [text for text in texts if text[0] in "۰۱۲۳۴۵۶۷۸۹"] == shown


def test_a_link_lies_over_its_words_and_has_no_border(setter: Typesetter) -> None:
    words = Span("بخش سوم دفتر", TextStyle(Weight.BOLD, 12, "#1A4E8A"), link="there")
    spans = [Span("این سطر به "), words, Span(" و سپس به Part 2 می‌رسد.")]
    pdf = made(
        setter, [FaParagraph(setter, spans, STYLE), PageBreak(), Anchor("there"), FaParagraph(setter, "آ", STYLE)]
    )
    ((page, box, target, told, border),) = links(pdf)
    assert (page, target, told, [int(side) for side in border]) == (0, 1, "بخش سوم دفتر", [0, 0, 0])
    under = [g for g in stream.read(pdf)[0].glyphs if box[0] <= g.x + g.advance / 2 <= box[2]]
    assert letters("".join(glyph.text for glyph in under)) == letters(words.text)
    assert all(box[1] < glyph.y < box[3] for glyph in under)


def test_linked_words_stand_where_they_would_without_the_link(setter: Typesetter) -> None:
    def glyphs(link: str) -> list[tuple[str, float, float]]:
        own = Typesetter(made_papers.fonts())
        spans = [Span("بند (نخست) "), Span("شمارهٔ ۱۲ از Part 2", link=link), Span(" تا ۱۴۰۲/۰۱/۰۵ " * 30)]
        story = [FaParagraph(own, spans, STYLE), PageBreak(), Anchor("a"), FaParagraph(own, "آ", STYLE)]
        drawn = stream.read(made(own, story))[0].glyphs
        return sorted((glyph.text, round(glyph.x, 1), round(glyph.y, 1)) for glyph in drawn)

    for plain, linked in zip(glyphs(""), glyphs("a"), strict=True):
        assert plain[0] == linked[0]
        assert plain[1] == pytest.approx(linked[1], abs=0.2)


def test_links_are_part_of_the_structure(setter: Typesetter, tmp_path: Path) -> None:
    pdf = book(setter)
    tagged = structure.read(pdf)
    assert tagged.faults == []
    found = tagged.root.find("Link")
    assert [link.annotations for link in found] == [1] * 6
    assert letters(found[0].own) == letters("بخش یکم")
    assert ua_errors(pdf, tmp_path) == []
    with pikepdf.open(BytesIO(pdf)) as opened:
        tabs = [page.obj.get("/Tabs") for page in opened.pages]
    assert tabs == [pikepdf.Name.S, None, None, None]


@pytest.mark.parametrize("profile", Profile)
def test_links_pass_every_archive_form(setter: Typesetter, profile: Profile) -> None:
    spans = [Span("به "), Span("پایان", link="end")]
    story = [FaParagraph(setter, spans, STYLE), PageBreak(), FaHeading(setter, "پایان", STYLE, anchor="end")]
    assert findings(made(setter, story, profile), profile) == []


def test_a_link_over_two_lines_and_pages_is_one_element(setter: Typesetter) -> None:
    long = Span("واژه " * 900, link="a")
    pdf = made(setter, [Anchor("a"), FaParagraph(setter, [Span("آغاز "), long], STYLE)])
    (link,) = structure.read(pdf).root.find("Link")
    assert len(link.pages) > 1
    assert link.annotations == len(links(pdf)) > 20


def test_an_index_that_comes_last_knows_the_pages(setter: Typesetter) -> None:
    paper = Paper(title="نمونه")

    def story() -> Any:
        for key in KEYS:
            yield FaHeading(setter, f"بخش {key}", STYLE, anchor=key)
            yield FaParagraph(setter, "متن", STYLE)
            yield PageBreak()
        assert paper.pages_of == {"یکم": 1, "دوم": 2, "سوم": 3}
        yield FaParagraph(setter, "نمایه", STYLE)

    assert len(render(setter, story(), paper).objects) == 4


def test_a_link_to_nowhere_is_a_bug_of_the_caller(setter: Typesetter) -> None:
    with pytest.raises(ValueError, match="no anchor 'nowhere'"):
        made(setter, [FaParagraph(setter, [Span("به", link="nowhere")], STYLE)])
    with pytest.raises(KeyError, match="nowhere"):
        made(setter, [PageOf(setter, "nowhere", STYLE)])


def test_levels_of_bookmarks(setter: Typesetter) -> None:
    levels = (1, 2, 3, 3, 2, 1, 3)
    story = [
        part
        for number, level in enumerate(levels)
        for part in (FaHeading(setter, f"سر\n{number}", STYLE, level=level), FaParagraph(setter, "متن", STYLE))
    ]
    pdf = made(setter, story)
    roles = [element.role for element in structure.read(pdf).root.all() if element.role.startswith("H")]
    assert roles == ["H1", "H2", "H3", "H3", "H2", "H1", "H2"]
    with pikepdf.open(BytesIO(pdf)) as opened, opened.open_outline() as outline:
        first, second = outline.root
        assert [item.title for item in first.children] == ["سر 1", "سر 4"]
        assert [item.title for item in first.children[0].children] == ["سر 2", "سر 3"]
        assert [item.title for item in second.children] == ["سر 6"]
