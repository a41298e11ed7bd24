"""Parts that the meeting page brought: acts of a header, rows of items, pips of seats, a band on one line."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.controls.message_band import MessageBand
from desktop_app.widgets.fields.segmented import Segment, SegmentedSwitch
from desktop_app.widgets.lists.cell_content import MOST, SeatPips
from desktop_app.widgets.lists.item_drawing import ItemContent
from desktop_app.widgets.lists.item_row import ItemRow
from desktop_app.widgets.shell.action_bar import ActionBar, KeyHint, PageAction
from desktop_app.widgets.shell.shortcuts import add_page_action
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.look import screen_room
from desktop_app.widgets.style.state_mark import Shape
from desktop_app.widgets.style.tokens import Tone
from desktop_app.words import widgets as words
from tests.shown import button, child
from tests.widgets.typing import ALT, press

BEGIN = PageAction("begin", "آغاز جلسه", "play", ButtonKind.FILLED)
END = PageAction("end", "پایان جلسه", "flag")
LONG = "برنامهٔ هم‌راستایی واحدهای مرتبط استان با طرح کلان و معماری شبکهٔ ملی اطلاعات"


# ---- acts of a header


def test_a_button_and_a_menu_line_tell_the_key_of_their_act(qtbot: QtBot) -> None:
    bar = ActionBar()
    qtbot.addWidget(bar)
    bar.show_acts((BEGIN,), (END,))
    told: list[str] = []
    bar.act_requested.connect(told.append)
    button = bar.button("begin")
    assert button is not None
    button.click()
    bar.menu().actions()[0].trigger()
    assert told == ["begin", "end"]


def test_a_menu_line_shows_the_keys_of_its_act_and_leaves_them_to_the_page(qtbot: QtBot) -> None:
    page = QWidget()
    bar = ActionBar(page)
    qtbot.addWidget(page)
    bar.show_acts((), (PageAction("slip", "برگهٔ تحویل", "stamp", hint="Ctrl+Shift+P"), END))
    told: list[str] = []
    bar.act_requested.connect(told.append)
    add_page_action(page, "برگه", "Ctrl+Shift+P", lambda: told.append("page"))
    with_keys, without = bar.menu().actions()
    assert (with_keys.shortcut().toString(), without.shortcut().toString()) == ("Ctrl+Shift+P", "")
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    QTest.keyClick(page, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert told == ["page"], "no key is taken by two"


def test_the_menu_hides_while_it_has_nothing(qtbot: QtBot) -> None:
    bar = ActionBar()
    qtbot.addWidget(bar)
    bar.show_acts((BEGIN,), (END,))
    assert not button(bar, words.MORE_ACTS).isHidden()
    bar.show_acts((BEGIN,))
    assert button(bar, words.MORE_ACTS).isHidden()


def test_what_is_offered_again_keeps_its_button(qtbot: QtBot) -> None:
    bar = ActionBar()
    qtbot.addWidget(bar)
    bar.show_acts((BEGIN,))
    before = bar.button("begin")
    bar.show_acts((BEGIN,), (END,))
    assert bar.button("begin") is before
    bar.show_acts((END,))
    assert bar.button("begin") is None


@pytest.mark.parametrize("corner", ["top_left", "top_right", "bottom_left", "bottom_right"])
def test_the_menu_of_acts_is_on_the_screen_wherever_its_button_is(qtbot: QtBot, corner: str) -> None:
    bar = ActionBar()
    qtbot.addWidget(bar)
    bar.show_acts((BEGIN,), (END, PageAction("long", LONG, "flag"), PageAction("other", "چاپ یادآوری", "bell")))
    bar.setWindowFlag(Qt.WindowType.FramelessWindowHint)
    bar.show()
    screen = screen_room(bar)
    bar.move(
        screen.left() if corner.endswith("left") else screen.right() + 1 - bar.width(),
        screen.top() if corner.startswith("top") else screen.bottom() + 1 - bar.height(),
    )
    more = button(bar, words.MORE_ACTS)
    QTest.mouseClick(more, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    assert screen.contains(menu.geometry())
    place = more.mapToGlobal(more.rect().topLeft())
    assert not menu.geometry().intersects(QRect(place, more.size()))
    menu.close()


# ---- rows of items


@pytest.fixture
def row(qtbot: QtBot) -> ItemRow:
    made = ItemRow(menu_name="کارهای این بند")
    qtbot.addWidget(made)
    made.show_content(ItemContent("بند", note="بند اول", end="۲۰ دقیقه", shape=Shape.PLAIN_RING, spoken="بند، بند اول"))
    made.resize(380, made.heightForWidth(380))
    made.show()
    return made


def test_keys_of_a_row_tell_what_is_wanted(row: ItemRow) -> None:
    told: list[object] = []
    row.acted.connect(lambda: told.append("act"))
    row.walked.connect(lambda step: told.append(("walk", step)))
    row.shifted.connect(lambda step: told.append(("shift", step)))
    row.edit_requested.connect(lambda: told.append("edit"))
    row.remove_requested.connect(lambda: told.append("remove"))
    row.menu_requested.connect(lambda _at: told.append("menu"))
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Delete):
        press(row, key)
    press(row, Qt.Key.Key_Up, held=ALT)
    press(row, Qt.Key.Key_Menu)
    assert told == ["act", ("walk", 1), "edit", "edit", "remove", ("shift", -1), "menu"]


def test_the_menu_comes_where_the_pointer_is(row: ItemRow) -> None:
    told: list[QPoint] = []
    row.menu_requested.connect(told.append)
    at = QPoint(40, 50)
    QApplication.sendEvent(row, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(4, 5), at))
    assert told == [at]


def test_a_long_title_takes_a_second_line_where_it_is_narrow(row: ItemRow) -> None:
    row.show_content(ItemContent(LONG, note="بند اول"))
    assert row.heightForWidth(300) > row.heightForWidth(900)


def test_a_running_row_has_room_for_its_clock(row: ItemRow) -> None:
    before = row.heightForWidth(380)
    row.show_content(ItemContent("بند", note="بند اول", running=True, clock="۰۰:۱۰ از ۱۵:۰۰", progress=0.1))
    assert row.heightForWidth(380) > before


def test_a_row_is_heard_with_its_context_and_its_act(row: ItemRow) -> None:
    assert row.accessibleName() == "بند، بند اول"
    row.show_content(ItemContent("بند", act="آغاز بند"))
    assert (row.accessibleName(), row.accessibleDescription()) == ("بند", "آغاز بند")


def test_a_row_that_offers_nothing_shows_no_menu_button(row: ItemRow) -> None:
    row.setFocus()
    QApplication.processEvents()
    assert not child(row, Button).isHidden()
    row.show_content(ItemContent("بند", menu=False))
    assert child(row, Button).isHidden()


@pytest.mark.parametrize("title", ["مهدی نوشین", LONG, LONG * 3])
@pytest.mark.parametrize("end", ["", "۱۴۰۲/۰۲/۱۱"])
@pytest.mark.parametrize("note", ["", "با ملاحظهٔ بند ۲"])
@pytest.mark.parametrize("width", [200, 300])
def test_the_menu_button_lies_over_nothing_that_is_written(
    row: ItemRow, title: str, end: str, note: str, width: int
) -> None:
    row.show_content(ItemContent(title, note=note, end=end))
    row.resize(width, row.heightForWidth(width))
    boxes = row.drawing().end_box(), row.drawing().title_box()
    row.setFocus()
    QApplication.processEvents()
    assert child(row, Button).isVisible()
    box, drawing = child(row, Button).geometry(), row.drawing()
    assert not drawing.end_box().intersects(QRectF(box))
    assert not drawing.title_box().intersects(QRectF(box))
    assert not drawing.title_box().intersects(drawing.end_box())
    assert (drawing.end_box(), drawing.title_box()) == boxes, "nothing moves when the button comes"


@pytest.mark.parametrize("progress", [0.0, 0.4, 1.7])
def test_every_content_can_be_drawn(row: ItemRow, progress: float) -> None:
    row.show_content(ItemContent(LONG, icon="pin", quiet=True, running=True, clock="۰۰:۱۰", progress=progress))
    row.resize(300, row.heightForWidth(300))
    assert not row.grab().isNull()


# ---- small parts


def test_pips_are_as_many_as_seats_and_too_many_are_left_to_words(qtbot: QtBot) -> None:
    pips = SeatPips()
    qtbot.addWidget(pips)
    pips.show_seats(3, 4)
    four = pips.sizeHint().width()
    pips.show_seats(3, 8)
    assert pips.sizeHint().width() == 2 * four
    pips.show_seats(3, MOST + 1)
    assert pips.sizeHint().width() == 0


def test_a_present_seat_is_filled_and_an_empty_one_is_not(qtbot: QtBot) -> None:
    pips = SeatPips()
    qtbot.addWidget(pips)
    pips.show_seats(1, 2)
    pips.resize(pips.sizeHint())
    picture = pips.grab().toImage()
    middle = picture.height() // 2
    assert picture.pixelColor(picture.width() * 3 // 4, middle) != picture.pixelColor(picture.width() // 4, middle)


def test_a_key_is_heard_with_its_word(qtbot: QtBot) -> None:
    hint = KeyHint(letter="ح", word="حاضر")
    qtbot.addWidget(hint)
    assert hint.accessibleName() == "ح حاضر"
    hint.resize(hint.sizeHint())
    assert not hint.grab().isNull()


def test_a_switch_lets_its_row_see_each_key_first(qtbot: QtBot) -> None:
    switch = SegmentedSwitch(segments=(Segment("a", "حاضر", "ح"), Segment("b", "غایب", "غ")), name="حضور")
    qtbot.addWidget(switch)
    seen: list[str] = []

    def first(event: QKeyEvent) -> bool:
        seen.append(event.text())
        return event.text() == "ح"

    switch.set_keys_first(first)
    press(switch, Qt.Key(0), "ح")
    assert switch.value() is None
    press(switch, Qt.Key(0), "غ")
    assert (switch.value(), seen) == ("b", ["ح", "غ"])


def test_a_band_stands_on_one_line_where_it_fits(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    band = MessageBand()
    QVBoxLayout(page).addWidget(band)
    band.set_inline(True)
    page.resize(1100, 300)
    page.show()
    band.show_message("جلسه رسمی است", LONG, Tone.DONE)
    QApplication.processEvents()
    wide = band.sizeHint().height()
    page.resize(420, 300)
    QApplication.processEvents()
    assert band.heightForWidth(band.width()) > wide


def test_the_menu_of_a_row_stands_beside_the_note_and_never_on_a_long_title(qtbot: QtBot) -> None:
    row = ItemRow(menu_name="کارهای این بند")
    qtbot.addWidget(row)
    row.resize(320, 300)
    row.show()
    menu = row.findChild(Button)
    assert menu is not None
    tops = []
    for title in ("کوتاه", "عنوانی بسیار بلند " * 8):
        row.show_content(ItemContent(title=title, note="بند اول", end="۲۰ دقیقه"))
        tops.append(menu.y())
    assert tops[1] >= tops[0] + 2 * row.fontMetrics().height()
