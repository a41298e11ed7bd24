"""A resolution of very many words in the tables of what is open: it has their width, short ones keep their column."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest

from desktop_app.domain.documents.meeting_documents import AgendaPackDocument
from desktop_app.domain.documents.unit_documents import ReminderDocument
from desktop_app.printing.engine.layout.flow import Paper, render
from desktop_app.printing.engine.layout.paragraph import FaParagraph
from desktop_app.printing.engine.layout.stack import Gap
from desktop_app.printing.engine.layout.table import FaTable
from desktop_app.printing.engine.typesetting.style import MM
from desktop_app.printing.engine.typesetting.typesetter import Typesetter
from desktop_app.printing.stationery.filled_pages import Row, table_of_wordings
from tests.printing import made_papers, office_papers
from tests.printing import office_samples as samples
from tests.printing.oracles import cells, dictionary, stream, structure
from tests.printing.oracles.content import Drawn, Page
from tests.whole import deciding

BELOW = "شرح در زیر آمده است."


@cache
def _words(count: int) -> list[str]:
    """So many different Persian words of the usual length, none of which stands in the papers otherwise."""
    usual = samples.PACK.committee + "".join(line.text for line in samples.PACK.follow_up)
    found = (word for word in dictionary.words(60_000) if word.isalpha() and 3 <= len(word) <= 7 and word not in usual)
    return [word for word, _ in zip(found, range(count), strict=False)]


def _pack(count: int) -> AgendaPackDocument:
    first, second, *others = samples.PACK.follow_up
    return replace(samples.PACK, follow_up=(first, replace(second, text=" ".join(_words(count))), *others))


def _reminder(count: int) -> ReminderDocument:
    letter = samples.REMINDER.letters[0]
    line = replace(letter.lines[0], text=" ".join(_words(count)))
    return replace(samples.REMINDER, letters=(replace(letter, lines=(line, *letter.lines[1:])),))


PAPERS: dict[str, Callable[[int], AgendaPackDocument | ReminderDocument]] = {
    "agenda pack": _pack,
    "reminder": _reminder,
}
every_paper = pytest.mark.parametrize("name", PAPERS)


def _said(line: list[Drawn]) -> str:
    return "".join(glyph.text for glyph in reversed(line))


def _of_the_wording(page: Page, count: int) -> list[list[str]]:
    """The lines of a page that hold nothing else."""
    said = [_said(line).split() for line in page.lines()]
    return [line for line in said if line and set(line) <= set(_words(count))]


@every_paper
def test_a_long_wording_takes_the_width_of_the_table(name: str) -> None:
    document = PAPERS[name](1500)
    wide = [
        max(glyph.x + glyph.advance for glyph in line) - min(glyph.x for glyph in line)
        for page in office_papers.pages(document)
        for line in page.lines()
        if _said(line).split()[0] in _words(1500)
    ]
    assert sorted(wide)[len(wide) // 2] > 135 * MM
    assert len(office_papers.pages(document)) <= 6
    assert len(office_papers.stands(document, BELOW)) == 1


@every_paper
def test_its_words_are_in_order_under_the_head_of_the_table(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    document = PAPERS[name](1500)
    with cells.noted(monkeypatch) as tables:
        pdf = office_papers.printed(document)
    pages = stream.read(pdf)
    found = [word for page in pages for line in _of_the_wording(page, 1500) for word in line]
    assert found == _words(1500)
    assert cells.cell_faults(pages, tables) == []
    assert cells.rule_faults(pages) == []
    assert structure.read(pdf).faults == []
    heads = set(office_papers.stands(document, "مهلت"))
    assert {page.number for page in pages if _of_the_wording(page, 1500)} <= heads


@every_paper
def test_a_usual_wording_stays_in_its_column(name: str) -> None:
    for count in (5, 60):
        document = PAPERS[name](count)
        assert office_papers.stands(document, BELOW) == []
        assert any(_of_the_wording(page, count) for page in office_papers.pages(document))


def _table(setter: Typesetter) -> FaTable:
    """A usual row and a long one, and a usual one again."""
    texts = ("متن", " ".join(_words(400)), "متن")
    rows: list[Row] = [[[FaParagraph(setter, text, made_papers.style())] for text in ("شماره", "شرح", "مهلت")]]
    for number, text in enumerate(texts):
        rows.append([[FaParagraph(setter, one, made_papers.style())] for one in (str(number), text, "۱۴۰۲/۰۱/۰۱")])
    return table_of_wordings(setter, rows, (20 * MM, 100 * MM, 50 * MM), 1)


TURNS = (0, 240, 465, 480, 510, 570, 585, 600, 675)
"""Points above the table at which a row or the wording comes to the next page, with their neighbours."""


@pytest.mark.parametrize("above", deciding(range(0, 690, 15), TURNS))
def test_no_page_ends_between_a_row_and_its_wording(above: int) -> None:
    setter = Typesetter(made_papers.fonts())
    pages = stream.read(render(setter, [Gap(above), _table(setter)], Paper()).pdf)
    marked = [page.number for page in pages for line in page.lines() if _said(line) == BELOW]
    begun = [page.number for page in pages for line in page.lines() if _words(1)[0] in _said(line).split()]
    assert marked == begun
    assert len({page.number for page in pages if _of_the_wording(page, 400)}) > 1, "a wording that is parted"
