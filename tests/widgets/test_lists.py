"""Rows, paper on screen, and shortcuts under every layout."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QTableView, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.widgets.controls.pill import Party
from desktop_app.widgets.fields.line_field import LineField
from desktop_app.widgets.lists.cell_content import CellContent
from desktop_app.widgets.lists.list_delegate import select_row, set_up_table
from desktop_app.widgets.paper.page_canvas import PageImage
from desktop_app.widgets.paper.page_view import PageView
from desktop_app.widgets.shell.shortcuts import (
    NativeKeyFilter,
    actions_in_reach,
    add_action,
    add_page_action,
    latin_key,
)
from desktop_app.widgets.style.state_mark import Shape
from desktop_app.widgets.style.tokens import Tone
from tests.tables.samples import model_of
from tests.widgets.typing import ALT, CONTROL, press


class Renderer:
    """Grey pages that remember what was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[int, int]] = []

    def __call__(self, page: int, width: int) -> PageImage:
        self.asked.append((page, width))
        height = round(width * 1.4142)
        return PageImage(bytes([page, 0, 0, 255]) * (width * height), width, height)


@pytest.fixture
def paper(qtbot: QtBot) -> tuple[PageView, Renderer]:
    view, render = PageView(), Renderer()
    qtbot.addWidget(view)
    view.resize(800, 600)
    view.show_document(4, render)
    view.show()
    return view, render


def test_a_page_is_drawn_pixel_for_pixel(paper: tuple[PageView, Renderer]) -> None:
    view, render = paper
    image = view.canvas.image()
    assert isinstance(image, QImage)
    assert image.width() == max(width for _, width in render.asked)
    shown = view.canvas.grab().toImage()
    assert shown.pixelColor(shown.width() // 2, 100).blue() == 0
    assert image.pixelColor(5, 5).red() == 0


def test_at_most_two_full_pages_are_held(paper: tuple[PageView, Renderer]) -> None:
    view, _ = paper
    for page in (1, 2, 3, 0, 2):
        view.go_to(page)
        view.canvas.grab()
        assert view.canvas.pages_in_memory() <= 2


def test_keys_turn_and_zoom(paper: tuple[PageView, Renderer]) -> None:
    view, render = paper
    canvas = view.canvas
    press(canvas, Qt.Key.Key_End)
    assert view.page() == 3
    assert view.page_text() == "صفحهٔ ۴ از ۴"
    assert view.thumbnails.currentRow() == 3
    press(canvas, Qt.Key.Key_Home)
    assert view.page() == 0
    before = render.asked[-1][1]
    press(canvas, Qt.Key.Key_Plus, "+", CONTROL)
    assert render.asked[-1][1] == round(before * 1.25)
    press(canvas, Qt.Key.Key_0, "0", CONTROL)
    assert canvas.zoom() == 1
    canvas.verticalScrollBar().setValue(canvas.verticalScrollBar().maximum())
    press(canvas, Qt.Key.Key_PageDown)
    assert view.page() == 1
    press(canvas, Qt.Key.Key_PageUp)
    assert view.page() == 0


def test_a_thumbnail_leads_to_its_page(paper: tuple[PageView, Renderer], qtbot: QtBot) -> None:
    view, render = paper
    view.thumbnails.setCurrentRow(2)
    assert view.page() == 2
    qtbot.waitUntil(lambda: not view.thumbnails.item(3).icon().isNull())
    assert {page for page, width in render.asked if width < 100} == {0, 1, 2, 3}
    view.show_document(0, None)
    assert view.page_text() == ""


def test_a_document_that_is_let_go_is_never_drawn_again(paper: tuple[PageView, Renderer]) -> None:
    """Its file may be closed by then: clearing the strip must not turn the page of the old one."""
    view, render = paper
    view.canvas.grab()
    render.asked.clear()
    for document in ((0, None), (2, Renderer()), (3, Renderer())):
        view.show_document(*document)
    assert render.asked == []
    assert view.thumbnails.currentRow() == view.page() == 0


# ---- rows


def test_rows_are_54_high_and_selection_hover_and_focus_differ(qtbot: QtBot) -> None:
    model = model_of(40)
    table = QTableView()
    qtbot.addWidget(table)
    table.setModel(model)
    content = CellContent(
        "متن",
        "زمینه",
        shape=Shape.PIE,
        tone=Tone.PROGRESS,
        percent=30,
        party=Party.CENTER,
        second_tone=Tone.DANGER,
        hits=((0, 2),),
    )
    set_up_table(table, lambda _index: content, "مصوبات")
    table.resize(600, 400)
    table.horizontalHeader().setStretchLastSection(True)
    table.show()
    table.activateWindow()
    qtbot.waitUntil(table.isActiveWindow)
    assert table.rowHeight(0) == 54
    assert table.accessibleName() == "مصوبات"

    def edge(row: int) -> tuple[str, str]:
        image = table.viewport().grab().toImage()
        middle = table.rowViewportPosition(row) + 27
        return image.pixelColor(image.width() - 1, middle).name(), image.pixelColor(4, middle).name()

    table.clearSelection()
    table.clearFocus()
    plain = edge(1)
    select_row(table, 1)
    chosen = edge(1)
    assert chosen == ("#0b5f6b", "#dfeeef")
    assert plain == ("#ffffff", "#ffffff")
    table.setFocus()
    image = table.viewport().grab().toImage()
    assert image.pixelColor(300, table.rowViewportPosition(1)).name() == "#0b5f6b"


# ---- shortcuts


def foreign(letter: str, scan: int, held: Qt.KeyboardModifier = CONTROL, virtual: int = 0) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, ord(letter), held, scan, virtual, 0, letter)


def test_the_place_of_a_key_is_read_only_where_it_has_no_latin_letter() -> None:
    assert latin_key(foreign("س", 39), windows=False) == Qt.Key.Key_S
    assert latin_key(foreign("س", 0, virtual=0x53), windows=True) == Qt.Key.Key_S
    assert latin_key(foreign("۵", 14), windows=False) == Qt.Key.Key_5
    assert latin_key(foreign("و", 59), windows=False) == Qt.Key.Key_Comma
    assert latin_key(foreign("و", 0, virtual=0xBC), windows=True) == Qt.Key.Key_Comma
    assert latin_key(foreign("S", 39), windows=False) is None
    assert latin_key(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_F4, CONTROL, 70, 0, 0), windows=False) is None
    assert latin_key(foreign("س", 200), windows=False) is None


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> tuple[QWidget, QLineEdit]:
    made = QWidget()
    qtbot.addWidget(made)
    line = QLineEdit(made)
    made.show()
    return made, line


def test_an_action_answers_to_the_place_of_its_key(window: tuple[QWidget, QLineEdit], qapp: QApplication) -> None:
    made, line = window
    pressed: list[str] = []
    add_action(made, "ذخیره", "Ctrl+S", lambda: pressed.append("save"))
    add_action(made, "دیگر", ("Ctrl+Shift+S", "F3"), lambda: pressed.append("other"))
    add_action(made, "خاموش", "Ctrl+D", lambda: pressed.append("off"), enabled=False)
    add_action(made, "بخش دوم", "Alt+2", lambda: pressed.append("second"))
    keys = NativeKeyFilter(qapp, lambda: actions_in_reach(made), windows=False)
    try:
        QApplication.sendEvent(line, foreign("س", 39))
        QApplication.sendEvent(line, foreign("س", 39, CONTROL | Qt.KeyboardModifier.ShiftModifier))
        QApplication.sendEvent(line, foreign("ی", 40))
        QApplication.sendEvent(line, foreign("۲", 11, Qt.KeyboardModifier.AltModifier))
        assert pressed == ["save", "other", "second"]
        assert line.text() == ""
        QApplication.sendEvent(line, foreign("س", 39, Qt.KeyboardModifier.NoModifier))
        assert line.text() == "س"
    finally:
        qapp.removeEventFilter(keys)
        keys.deleteLater()


@pytest.mark.parametrize("letter", ["€", "ژ", "\u200c"])
def test_what_alt_gr_types_on_windows_is_writing(
    window: tuple[QWidget, QLineEdit], qapp: QApplication, letter: str
) -> None:
    """There AltGr is Ctrl and Alt; a chord of both types nothing."""
    made, line = window
    field = LineField(made)
    pressed: list[str] = []
    add_action(made, "سوم", "Ctrl+Alt+S", lambda: pressed.append("third"))
    keys = NativeKeyFilter(qapp, lambda: actions_in_reach(made), windows=True)
    try:
        for written in (line, field):
            QApplication.sendEvent(written, foreign(letter, 0, CONTROL | ALT, 0x53))
        assert (line.text(), field.text(), pressed) == (letter, letter, [])
        chord = QKeyEvent(QEvent.Type.KeyPress, ord("س"), CONTROL | ALT, 0, 0x53, 0, "")
        QApplication.sendEvent(line, chord)
        assert pressed == ["third"]
    finally:
        qapp.removeEventFilter(keys)
        keys.deleteLater()


def test_a_page_keeps_its_keys_when_the_keyboard_has_left_it(window: tuple[QWidget, QLineEdit], qtbot: QtBot) -> None:
    made, line = window
    page = QWidget(made)
    page.show()
    pressed: list[str] = []
    add_page_action(page, "چاپ", "Ctrl+P", lambda: pressed.append("print"))
    made.activateWindow()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    QTest.keyClick(made.windowHandle(), Qt.Key.Key_P, CONTROL)
    assert pressed == ["print"]
    page.hide()
    QTest.keyClick(made.windowHandle(), Qt.Key.Key_P, CONTROL)
    assert pressed == ["print"], "a page that does not show has no keys"


def test_a_dialog_shuts_out_the_actions_behind_it(
    window: tuple[QWidget, QLineEdit], qapp: QApplication, qtbot: QtBot
) -> None:
    made, _ = window
    pressed: list[str] = []
    add_action(made, "ذخیره", "Ctrl+S", lambda: pressed.append("save"))
    dialog = QDialog(made)
    field = QLineEdit(dialog)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    keys = NativeKeyFilter(qapp, lambda: actions_in_reach(made), windows=False)
    try:
        QApplication.sendEvent(field, foreign("س", 39))
        assert pressed == []
    finally:
        dialog.close()
        qapp.removeEventFilter(keys)
        keys.deleteLater()


def test_the_fields_own_keys_work_too(window: tuple[QWidget, QLineEdit], qapp: QApplication) -> None:
    made, line = window
    keys = NativeKeyFilter(qapp, lambda: actions_in_reach(made), windows=False)
    try:
        line.setText("متن")
        QApplication.sendEvent(line, foreign("ش", 38))
        assert line.selectedText() == "متن"
        QApplication.clipboard().setText("پیشین")
        QApplication.sendEvent(line, foreign("ز", 54))
        assert QApplication.clipboard().text() == "متن"
    finally:
        qapp.removeEventFilter(keys)
        keys.deleteLater()
