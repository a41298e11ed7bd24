"""What is too long for its line ends with «…», and shows no number that is not there."""

from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.widgets.controls.text_label import AddressLabel
from desktop_app.widgets.style.cut_text import cut
from desktop_app.words.digits import left_to_right

TEXT = "تمدید مهلت مصوبهٔ ۱۴۰۱/۳/۲ تا ۱۴۰۲/۰۲/۲۵ با ۱۲٫۵٪ و نامهٔ 911/74 و بند 12"
WHOLE = frozenset(re.findall(r"[\d/٫٪]*\d[\d/٫٪]*", TEXT))


@pytest.mark.parametrize("width", range(60, 640, 7))
def test_no_number_is_cut(qapp: QApplication, width: int) -> None:
    metrics = QFontMetrics(qapp.font())
    shown = cut(TEXT, metrics, width)
    assert metrics.horizontalAdvance(shown) <= width or shown == TEXT
    assert shown == TEXT or shown.endswith("…")
    assert TEXT.startswith(shown.removesuffix("…").removesuffix("\u200d"))
    assert set(re.findall(r"[\d/٫٪]*\d[\d/٫٪]*", shown)) <= WHOLE


def test_words_are_cut_where_they_end_to_fit_and_what_fits_stays(qapp: QApplication) -> None:
    metrics = QFontMetrics(qapp.font())
    name = "دفتر فناوری اطلاعات و تحول اداری"
    assert cut(name, metrics, metrics.horizontalAdvance(name) + 1) == name
    assert len(cut(name, metrics, metrics.horizontalAdvance(name) * 2 // 3)) > len("دفتر فناوری")
    assert cut("۱۴۰۲/۰۲/۲۵", metrics, 30).endswith("…"), "a number alone has nothing before it to show instead"


def test_the_address_of_a_folder_keeps_its_end(qtbot: QtBot) -> None:
    address = left_to_right("C:\\Users\\m.sotudeh\\AppData\\Local\\Dabirkhaneh")
    label = AddressLabel(text=address)
    qtbot.addWidget(label)
    whole = label.fontMetrics().horizontalAdvance(address)
    assert label.fitting(whole + 1) == address
    shown = label.fitting(whole * 0.8)
    assert shown.startswith(left_to_right("C:\\Users")[:-1])
    assert "\u2026" in shown
    assert shown.endswith(left_to_right("Dabirkhaneh")[1:]), "the isolate is closed, too"
