"""What a layout holds, in the order of its places; and what its order is read for leaves no wrapper behind."""

from __future__ import annotations

import shiboken6
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayoutItem, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.widgets.accessibility.reading_order import layout_widgets


def _row(qtbot: QtBot) -> tuple[QWidget, QHBoxLayout]:
    row = QWidget()
    qtbot.addWidget(row)
    line = QHBoxLayout(row)
    parts = QVBoxLayout()
    line.addWidget(QLabel("اول"))
    line.addLayout(parts)
    line.addStretch(1)
    line.addWidget(QLabel("چهارم"))
    parts.addWidget(QLabel("دوم"))
    parts.addWidget(QLabel("سوم"))
    return row, line


def test_layouts_inside_stand_where_they_lie(qtbot: QtBot) -> None:
    row, line = _row(qtbot)
    QLabel("بیرون", row)
    assert [one.text() for one in layout_widgets(line) if isinstance(one, QLabel)] == ["اول", "دوم", "سوم", "چهارم"]


def test_a_widget_put_elsewhere_is_found_at_its_new_place(qtbot: QtBot) -> None:
    _, line = _row(qtbot)
    last = list(layout_widgets(line))[-1]
    line.removeWidget(last)
    line.insertWidget(0, last)
    assert next(layout_widgets(line)) is last


def test_no_wrapper_of_an_item_stays(qtbot: QtBot) -> None:
    _, line = _row(qtbot)
    before = _items()
    assert len(list(layout_widgets(line))) == 4
    assert _items() == before


def _items() -> int:
    plain = [one for one in shiboken6.getAllValidWrappers() if isinstance(one, QLayoutItem)]
    return sum(not isinstance(one, QHBoxLayout | QVBoxLayout) for one in plain)
