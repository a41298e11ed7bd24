"""A long first line goes on in the second, and the marks of a search with it."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication

from desktop_app.widgets.cell_face import CellFace, parted

TEXT = "خودارزیابی آمادگی دولت هوشمند در همهٔ دستگاه‌های استان"


def test_words_that_do_not_fit_go_to_the_second_line_with_their_hits(qapp: QApplication) -> None:
    metrics = QFontMetrics(QFont("Vazirmatn", 10))
    begin = TEXT.index("دولت")
    face = CellFace(TEXT, hits=((begin, len("دولت هوشمند")), (TEXT.index("استان"), 5)), flows=True)
    width = metrics.horizontalAdvance(TEXT[: begin + len("دولت")]) + 2
    above, below = parted(face, metrics, width)
    assert above.first.endswith("دولت ")
    assert above.first + below.first == TEXT
    assert [above.first[start : start + length] for start, length in above.hits] == ["دولت "]
    assert [below.first[start : start + length] for start, length in below.hits] == ["هوشمند", "استان"]


def test_what_fits_or_cannot_be_parted_stays_in_the_first_line(qapp: QApplication) -> None:
    metrics = QFontMetrics(QFont("Vazirmatn", 10))
    assert parted(CellFace(TEXT), metrics, 2000)[1].first == ""
    assert parted(CellFace("کسب‌وکارهای‌اینترنتی"), metrics, 20)[1].first == ""
    above, below = parted(CellFace("کسب‌وکارهای‌اینترنتی استان"), metrics, 20)
    assert (above.first, below.first) == ("کسب‌وکارهای‌اینترنتی استان", "")
