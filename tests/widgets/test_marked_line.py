"""A mark lies beneath the letters that it means, whichever way they run."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage
from PySide6.QtWidgets import QApplication, QTableView
from pytestqt.qtbot import QtBot

from desktop_app.domain.text.folding import marked_spans
from desktop_app.widgets.lists.cell_content import CellContent
from desktop_app.widgets.lists.list_delegate import boxes, set_up_table
from desktop_app.widgets.style.look import tokens_of
from desktop_app.widgets.style.tokens import TextRole
from tests.tables.samples import model_of

FONT = ("Vazirmatn", 12)
NUMBER = "۱۴۰۵/۳/۲"


def spans(text: str, query: str) -> list[tuple[int, int]]:
    return [(start, end - start) for start, end in marked_spans(text, query)]


@pytest.fixture
def font(qapp: QApplication) -> QFont:
    return QFont(*FONT)


@pytest.mark.parametrize("before", ["", "مصوبهٔ "])
@pytest.mark.parametrize("query", ["1405/3", "۱۴۰۵/۳", "1405"])
def test_the_beginning_of_a_number_is_marked_at_its_left(font: QFont, before: str, query: str) -> None:
    wide = QFontMetricsF(font).horizontalAdvance
    text = before + NUMBER
    ((left, right),) = boxes(text, font, spans(text, query))
    number = -wide(before)
    assert left == pytest.approx(number - wide(NUMBER), abs=1)
    assert right == pytest.approx(number - wide(NUMBER) + wide("۱۴۰۵/۳" if "/" in query else "۱۴۰۵"), abs=1)


def test_the_end_of_a_number_is_marked_at_its_right(font: QFont) -> None:
    ((left, right),) = boxes(NUMBER, font, spans(NUMBER, "3/2"))
    assert right == pytest.approx(0, abs=1)
    assert left == pytest.approx(-QFontMetricsF(font).horizontalAdvance("۳/۲"), abs=1)


def test_words_are_marked_where_they_stand_and_latin_runs_its_own_way(font: QFont) -> None:
    wide = QFontMetricsF(font).horizontalAdvance
    text = "سامانهٔ GIS Web استان"
    (word,) = boxes(text, font, spans(text, "سامانه"))
    assert word == pytest.approx((-wide("سامانهٔ ") + wide(" "), 0), abs=1)
    (latin,) = boxes(text, font, spans(text, "gis"))
    left = -wide("سامانهٔ ") - wide("GIS Web")
    assert latin == pytest.approx((left, left + wide("GIS")), abs=1)
    (last,) = boxes(text, font, spans(text, "استان"))
    assert last == pytest.approx((-wide(text), -wide(text) + wide("استان")), abs=2)


def test_a_span_over_a_number_and_a_word_is_two_stretches(font: QFont) -> None:
    text = "بند ۱۲۳"
    found = boxes(text, font, [(2, 3)])
    assert len(found) == 2, "the last letter with its blank, and the first digit at the far left"
    assert found[0][0] == pytest.approx(-QFontMetricsF(font).horizontalAdvance(text), abs=1)


def test_nothing_to_mark(font: QFont) -> None:
    assert boxes("", font, []) == ()
    assert boxes(NUMBER, font, []) == ()


@pytest.mark.parametrize("words", [NUMBER, f"مصوبهٔ {NUMBER} است", "دبیرخانهٔ کمیته"])
def test_a_row_is_painted_so(qtbot: QtBot, words: str) -> None:
    """On the painted row the ink over the marks is the ink of the marked letters alone."""
    hits = tuple(spans(words, "1405/3") or spans(words, "کمیته"))
    table = QTableView()
    qtbot.addWidget(table)
    table.setModel(model_of(2))
    set_up_table(table, lambda _index: CellContent(words, hits=hits), "مصوبات")
    table.resize(500, 200)
    table.horizontalHeader().resizeSection(0, 300)
    table.show()
    image = table.viewport().grab().toImage()
    cell = table.visualRect(table.model().index(0, 0))
    columns = _columns(image, cell, tokens_of(table).colour("hit"))
    ink = _ink(image, cell)
    font = tokens_of(table).font(TextRole.BODY)
    inside = [column for column in ink if column in columns]
    assert columns
    assert inside
    wanted = boxes(words, font, hits)
    all_of_it = boxes(words, font, [(0, len(words))])
    place = (wanted[0][0] - all_of_it[0][0]) / (0 - all_of_it[0][0])
    painted = (min(columns) - min(ink)) / (max(ink) - min(ink))
    assert painted == pytest.approx(place, abs=0.06)


def _columns(image: QImage, cell: QRect, colour: QColor) -> set[int]:
    return {
        x
        for x in range(cell.left(), cell.right())
        for y in range(cell.top(), cell.bottom())
        if image.pixelColor(x, y) == colour
    }


def _ink(image: QImage, cell: QRect) -> set[int]:
    return {
        x
        for x in range(cell.left(), cell.right())
        for y in range(cell.top() + 2, cell.bottom() - 4)
        if image.pixelColor(x, y).lightness() < 100
    }
