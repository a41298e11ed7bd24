"""Check 17: tables run from right to left, bring their header along, and no letter leaves its cell."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.domain.documents.documents import MinutesDocument
from desktop_app.printing.engine.typesetting.style import MM
from desktop_app.printing.papers import minutes_pdf
from tests.printing import made_papers
from tests.printing import minutes_reader as reader
from tests.printing import sample_documents as samples
from tests.printing.oracles import cells, corpus, dictionary, fribidi, pieces, proof, stream
from tests.printing.oracles.content import Drawn, Page

HEADS = ("ردیف", "شرح", "مجری", "مهلت")
WIDTHS = (15 * MM, None, 35 * MM, 25 * MM)
URL = "https://dabirkhaneh.example.ir/archive/1401/11/meeting-3/a?b=2"
LONG = {
    "long resolution": samples.LONG_RESOLUTION,
    "many": replace(samples.RICH, resolutions=samples.RICH.resolutions * 6),
    "long words": samples.LONG_WORDS,
    "rich": samples.RICH,
    "inquorate": samples.INQUORATE,
    "signers": samples.MANY_SIGNERS,
}
MINUTES_HEADS = ("شماره", "شرح", "مهلت")


def _text(line: list[Drawn]) -> str:
    return "".join(glyph.text for glyph in reversed(line))


def _right(line: list[Drawn]) -> float:
    return max(glyph.x + glyph.advance for glyph in line)


def header_faults(pages: list[Page], heads: tuple[str, ...], body: tuple[str, ...]) -> list[str]:
    """On each page that has a line of the table's body, its header must stand above the first of them, in order."""
    faults = []
    for page in pages:
        lines = page.lines()
        inner = [line[0].y for line in lines if any(word in _text(line) for word in body)]
        if not inner:
            continue
        found = [next((line for line in lines if _text(line) == head), None) for head in heads]
        if None in found:
            faults.append(f"page {page.number} lacks a header")
            continue
        rights = [_right(line) for line in found if line is not None]
        if rights != sorted(rights, reverse=True):
            faults.append(f"page {page.number}: header columns stand at {rights}")
        if any(line[0].y <= max(inner) for line in found if line is not None):
            faults.append(f"page {page.number}: header stands below a row")
    return faults


def _rows(count: int) -> list[list[str]]:
    lines = corpus.lines()
    return [[str(number), f"بند {lines[number % len(lines)]}", "دبیرخانه", "۱۴۰۱/۱۱/۱۰"] for number in range(count)]


def test_a_long_table_over_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    with cells.noted(monkeypatch) as tables:
        pages = stream.read(made_papers.table([HEADS, *_rows(60)], WIDTHS))
    assert len(pages) > 3
    assert len(tables) == len(pages)
    assert header_faults(pages, HEADS, ("دبیرخانه", "بند")) == []
    assert cells.cell_faults(pages, tables) == []
    assert cells.rule_faults(pages) == []
    drawn = "".join(glyph.text for page in pages for glyph in page.glyphs)
    source = [*HEADS * len(pages), *(text for row in _rows(60) for text in row)]
    assert proof.lost_faults("".join(source), drawn) == []


def test_cells_stand_in_logical_order_from_the_right() -> None:
    (page,) = stream.read(made_papers.table([HEADS, ["۱", "متن", "واحد", "۱۴۰۱/۱۱/۱۰"]], WIDTHS))
    rows = [sorted(page.lines()[at : at + 4], key=_right, reverse=True) for at in (0, 4)]
    assert [_text(line) for line in rows[0]] == list(HEADS)
    assert [_text(line)[0] for line in rows[1]] == ["۱", "م", "و", "۰"]


@pytest.mark.parametrize("width", [40 * MM, 90 * MM])
def test_a_row_taller_than_a_page_runs_on_in_order(width: float, monkeypatch: pytest.MonkeyPatch) -> None:
    words = [word for word in dictionary.words(3000) if word.isalpha()][:900]
    with cells.noted(monkeypatch) as tables:
        pages = stream.read(made_papers.table([["شرح", "مهلت"], [" ".join(words), "۱۴۰۱/۱۱/۱۰"]], [width, 30 * MM]))
    assert len(pages) > 1
    assert cells.cell_faults(pages, tables) == []
    assert cells.rule_faults(pages) == []
    read = [_text(line) for page in pages for line in sorted(page.lines(), key=lambda line: -line[0].y)]
    body = [line for line in read if line not in {"شرح", "مهلت"} and not line[0].isdigit()]
    assert " ".join(body).split() == words


def test_an_address_without_blanks_keeps_to_its_cell(monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(URL) >= 60
    with cells.noted(monkeypatch) as tables:
        pages = stream.read(made_papers.table([["نشانی", "شرح"], [URL, f"نشانی {URL} است"]], [30 * MM, 40 * MM]))
    assert cells.cell_faults(pages, tables) == []
    assert cells.rule_faults(pages) == []
    parts = ["".join(glyph.text for glyph in line) for line in pages[0].lines()[2:]]
    alone = [part for part in parts if part in URL]
    assert "".join(alone).startswith(URL)


@pytest.mark.parametrize("document", LONG.values(), ids=LONG.keys())
def test_the_tables_of_the_minutes(document: MinutesDocument, monkeypatch: pytest.MonkeyPatch) -> None:
    with cells.noted(monkeypatch) as tables:
        pages = stream.read(minutes_pdf.render(document, samples.final_imprint(document), made_papers.render_context()))
    assert len(tables) >= 3
    assert cells.cell_faults(pages, tables) == []
    assert cells.rule_faults(pages) == []
    margins = (15 * MM - 0.7, 210 * MM - 25 * MM + 0.7)
    inked = [glyph for page in pages for glyph in page.glyphs if glyph.box and not glyph.rotated]
    assert [glyph.text for glyph in inked if glyph.box[0] < margins[0] or glyph.box[2] > margins[1]] == []  # type: ignore[index]


@pytest.mark.parametrize("name", ["long resolution", "many"])
def test_the_resolutions_bring_their_header_along(name: str) -> None:
    pages = list(reader.pages(LONG[name]))
    numbers = tuple(fribidi.visual_text(f"۱۴۰۱/۳/{digit}")[::-1] for digit in "۱۲۳۴۵۶۷۸۹")
    touched = [page for page in pages if any(_text(line) in numbers for line in page.lines())]
    assert len(touched) > 1
    assert header_faults(touched, MINUTES_HEADS, numbers) == []


def test_planted_defects_are_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    with cells.noted(monkeypatch) as tables:
        pages = stream.read(made_papers.table([HEADS, *_rows(30)], WIDTHS))
    assert header_faults(pages, HEADS[::-1], ("دبیرخانه",)), "columns from left to right"
    headless = [replace(page, glyphs=page.glyphs[40:] if page.number > 1 else page.glyphs) for page in pages]
    assert header_faults(headless, HEADS, ("دبیرخانه",)), "a header on the first page only"
    wide = [replace(page, glyphs=[_moved(glyph, 12.0) for glyph in page.glyphs]) for page in pages]
    assert cells.cell_faults(wide, tables), "text over the border of its cell"
    assert cells.rule_faults(wide), "text over a line of the grid"


def _moved(glyph: Drawn, by: float) -> Drawn:
    box = glyph.box and (glyph.box[0] + by, glyph.box[1], glyph.box[2] + by, glyph.box[3])
    return glyph._replace(x=glyph.x + by, box=box)


def test_the_toolkits_way_of_splitting_would_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """A cell that is wrapped to the column's full width, padding and all, overruns its border."""
    narrow = 30 * MM
    with cells.noted(monkeypatch) as tables:
        pages = stream.read(made_papers.table([["شرح"], [corpus.lines()[0]]], [narrow]))
        wider = stream.read(made_papers.paragraphs([corpus.lines()[0]], narrow + 8))
    assert cells.cell_faults(pages, tables) == []
    shifted = replace(pages[0], glyphs=[glyph._replace(y=tables[0][0].top - 20) for glyph in wider[0].glyphs])
    assert cells.cell_faults([shifted], tables)
    assert pieces.everything([shifted])
