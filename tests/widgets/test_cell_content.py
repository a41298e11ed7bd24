"""A cell whose search hit would be cut off."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QFontMetrics

from desktop_app.widgets.lists.cell_content import CellContent, split_lines, start_at_hit
from desktop_app.widgets.style.cut_text import cut

TEXT = "مقرر شد نقشهٔ پوشش شهرها به ترتیب شهرستان تهیه و به دبیرخانه فرستاده شود"


@pytest.fixture
def metrics(qapp: object) -> QFontMetrics:
    return QFontMetrics(QFont())


def _marked(word: str) -> CellContent:
    return CellContent(TEXT, hits=((TEXT.index(word), len(word)),))


def test_a_line_begins_near_a_hit_that_would_be_cut_off(metrics: QFontMetrics) -> None:
    width = metrics.horizontalAdvance(TEXT) / 2
    shown = start_at_hit(_marked("دبیرخانه"), metrics, width)
    ((start, length),) = shown.hits
    assert shown.first[start : start + length] == "دبیرخانه"
    assert metrics.horizontalAdvance(shown.first[: start + length]) <= width, "the hit is in sight"
    assert shown.first[0] == "…"
    assert TEXT.endswith(f" {shown.first[1:]}"), "it begins with a whole word"
    assert start > 2, "with words before it"


def test_a_line_stays_where_its_hit_is_in_sight_and_where_nothing_is_cut(metrics: QFontMetrics) -> None:
    whole = metrics.horizontalAdvance(TEXT) + 10.0
    for content, width in ((_marked("نقشهٔ"), whole / 2), (_marked("دبیرخانه"), whole), (CellContent(TEXT), whole / 2)):
        assert start_at_hit(content, metrics, width) is content


def test_a_hit_that_is_wider_than_the_line_begins_it(metrics: QFontMetrics) -> None:
    shown = start_at_hit(_marked("ترتیب شهرستان تهیه و به"), metrics, 40.0)
    assert shown.hits == ((1, len("ترتیب شهرستان تهیه و به")),)


def test_a_first_line_that_just_fits_is_not_cut_for_the_blank_behind_it(metrics: QFontMetrics) -> None:
    text = "ابلاغ اصلاحی مصوبهٔ شمارهٔ\u00a0۱۴۰۵/۴/۲ (مستخرج صورت‌جلسه)"
    head = text[: text.index(" (")]
    marked = CellContent(text, hits=((text.index("۱۴۰۵"), 4), (text.index("مستخرج"), 6)), flows=True)
    above, below = split_lines(marked, metrics, metrics.horizontalAdvance(head))
    assert (above.first, below.first) == (head, "(مستخرج صورت‌جلسه)")
    assert cut(above.first, metrics, metrics.horizontalAdvance(head)) == head
    for line, word in ((above, "۱۴۰۵"), (below, "مستخرج")):
        assert [line.first[start : start + length] for start, length in line.hits] == [word]
