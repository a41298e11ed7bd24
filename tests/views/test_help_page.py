"""The help page by keys: a chapter is found however it is typed, read, copied, and left."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.domain.read_models.program_help import Chapter
from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.fields.help_reader import BOX_LETTER, THIN_SPACE, marker_text, paint_marks
from desktop_app.widgets.style.look import tokens_of
from desktop_app.window.help.page import HelpPage
from desktop_app.window.shell.help import help_chapters
from desktop_app.words import help as words
from desktop_app.words.digits import without_marks
from tests.conftest import ROOT
from tests.gallery_pages import help_pages
from tests.shown import texts

KEYBOARD = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(qtbot: QtBot) -> HelpPage:
    """The page over the chapters that ship, on the screen."""
    made = help_pages.page()
    qtbot.addWidget(made)
    made.resize(1216, 844)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.focus_list()
    return made


def search(page: HelpPage, query: str) -> None:
    """As it is typed: Ctrl+F, the letters, and the search that follows of itself."""
    QTest.keyClick(page, Qt.Key.Key_F, CTRL)
    assert page.ui.search.hasFocus()
    page.ui.search.selectAll()
    page.ui.search.insert(query)
    page.search_now()


def hits(page: HelpPage) -> list[str]:
    """The lines of the list of hits."""
    model = page.ui.hits.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())] if page.ui.hits.isVisible() else []


def marked(page: HelpPage) -> list[str]:
    """What is marked in the text that shows."""
    return [one.cursor.selectedText() for one in page.ui.reader.extraSelections()]


@pytest.mark.parametrize(
    ("typed", "as_written"),
    [
        ("صورتجلسه", "صورت‌جلسه"),
        ("صورت جلسه", "صورت‌جلسه"),
        ("پيگيري", "پیگیری"),
        ("كميته", "کمیته"),
        ("می شود", "می‌شود"),
        ("هشت  گام", "هشت گام"),
        ("600", "۶۰۰"),
        ("٦٠٠", "۶۰۰"),
        ("ctrl+m", "Ctrl+M"),
    ],
)
def test_a_word_is_found_however_it_is_typed(page: HelpPage, typed: str, as_written: str) -> None:
    search(page, as_written)
    wanted = hits(page)
    assert wanted
    search(page, typed)
    assert set(wanted) <= set(hits(page))
    assert marked(page)
    assert as_written[:3] in without_marks(marked(page)[0]).replace(THIN_SPACE, "")


def test_enter_and_the_keys_of_the_next_hit_go_round(page: HelpPage) -> None:
    search(page, "مهلت")
    count = len(hits(page))
    assert count > 2
    assert words.hit_count(1, count) in texts(page)
    QTest.keyClick(page.ui.search, Qt.Key.Key_Return)
    assert words.hit_count(2, count) in texts(page)
    QTest.keyClick(page.ui.search, Qt.Key.Key_G, CTRL | Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(page.ui.search, Qt.Key.Key_G, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert words.hit_count(count, count) in texts(page)
    QTest.keyClick(page.ui.search, Qt.Key.Key_G, CTRL)
    assert words.hit_count(1, count) in texts(page)
    # the line that is meant is in view
    box = page.ui.reader.cursorRect()
    assert page.ui.reader.viewport().rect().contains(box.center())


def test_nothing_found_says_what_to_do_and_one_press_clears(page: HelpPage) -> None:
    page.show_chapter(Chapter.KEYS)
    search(page, "زرافه")
    assert hits(page) == []
    assert words.nothing_for("زرافه") in texts(page)
    page.ui.empty.action_requested.emit()
    assert page.chapter() is Chapter.KEYS
    assert page.ui.search.text() == ""
    assert page.ui.chapters.isVisible()


def test_esc_clears_the_search_first_and_leaves_then(page: HelpPage) -> None:
    left: list[bool] = []
    page.back_requested.connect(lambda: left.append(True))
    search(page, "مهلت")
    QTest.keyClick(page.ui.search, Qt.Key.Key_Escape)
    assert (page.ui.search.text(), left) == ("", [])
    QTest.keyClick(page.ui.search, Qt.Key.Key_Escape)
    assert left == [True]


def test_the_arrows_walk_the_chapters_past_the_heads_and_enter_goes_into_the_text(page: HelpPage) -> None:
    model = page.ui.chapters.model()
    rows = [model.index(row, 0) for row in range(model.rowCount())]
    heads = [str(one.data()) for one in rows if not one.flags() & Qt.ItemFlag.ItemIsSelectable]
    assert heads == [words.DAILY_WORK, words.DATA_AND_BACKUP, words.ADMINISTRATION]
    seen = []
    page.show_chapter(Chapter.CHECKLIST)
    QTest.keyClick(page.ui.chapters, Qt.Key.Key_Home)
    assert page.ui.chapters.visualRect(rows[0]).top() >= 0, "the heading shows with the first of its chapters"
    for _chapter in Chapter:
        seen.append(page.chapter())
        QTest.keyClick(page.ui.chapters, Qt.Key.Key_Down)
    assert seen == list(Chapter)
    assert page.about().isVisible()
    QTest.keyClick(page.ui.chapters, Qt.Key.Key_Down)
    assert page.licences().isVisible()
    page.show_chapter(Chapter.ADMIN)
    page.focus_list()
    QTest.keyClick(page.ui.chapters, Qt.Key.Key_Return)
    assert page.ui.reader.hasFocus()


@pytest.mark.parametrize("chapter", Chapter)
def test_the_text_is_read_to_its_end_by_keys(page: HelpPage, chapter: Chapter) -> None:
    page.resize(900, 512)
    page.show_chapter(chapter)
    reader = page.ui.reader
    bar = reader.verticalScrollBar()
    assert bar.maximum() > 0
    for key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Space):
        QTest.keyClick(reader, Qt.Key.Key_Home)
        assert bar.value() == 0
        for _press in range(bar.maximum() // bar.singleStep() + 1):
            QTest.keyClick(reader, key)
        assert bar.value() == bar.maximum()
    QTest.keyClick(reader, Qt.Key.Key_PageUp)
    QTest.keyClick(reader, Qt.Key.Key_Up)
    assert bar.value() < bar.maximum() - bar.singleStep()


@pytest.mark.parametrize("chapter", Chapter)
def test_every_chapter_shows_from_the_right_without_a_bar_at_its_foot(page: HelpPage, chapter: Chapter) -> None:
    page.resize(900, 512)
    page.show_chapter(chapter)
    reader = page.ui.reader
    assert reader.horizontalScrollBar().maximum() == 0
    block = reader.document().begin()
    assert block.textDirection() == Qt.LayoutDirection.RightToLeft
    assert block.text() == reader.document().toPlainText().split("\n", 1)[0]


def test_the_checklist_is_copied_with_its_boxes_and_nothing_invisible(page: HelpPage) -> None:
    page.show_chapter(Chapter.CHECKLIST)
    QTest.keyClick(page.ui.reader, Qt.Key.Key_A, CTRL)
    QTest.keyClick(page.ui.reader, Qt.Key.Key_C, CTRL)
    copied = QGuiApplication.clipboard().text().split("\n")
    source = next(one.text for one in help_chapters() if one.chapter is Chapter.CHECKLIST)
    assert len([line for line in copied if line.startswith(f"{BOX_LETTER} ")]) == source.count("- [ ] ")
    assert f"{BOX_LETTER} جمع SHA-256 با SHA256SUMS.txt یکی است." in copied


def test_what_is_marked_to_the_end_of_a_line_has_no_mark_of_the_next(page: HelpPage) -> None:
    page.show_chapter(Chapter.CHECKLIST)
    reader = page.ui.reader
    block = reader.document().begin()
    while not (marker_text(block) and marker_text(block.next())):
        block = block.next()
    first, second = block.text(), block.next().text()

    def copied(begins: int, ends: int) -> str:
        cursor = reader.textCursor()
        cursor.setPosition(begins)
        cursor.setPosition(ends, QTextCursor.MoveMode.KeepAnchor)
        reader.setTextCursor(cursor)
        return reader.createMimeDataFromSelection().text()

    begins, follows = block.position(), block.next().position()
    plain = without_marks(first).replace(THIN_SPACE, "")
    assert copied(begins, follows) == f"{BOX_LETTER} {plain}"
    both = copied(begins, follows + len(second)).split("\n")
    assert [one.startswith(f"{BOX_LETTER} ") for one in both] == [True, True]
    assert copied(begins + 2, follows - 1) == without_marks(first[2:]).replace(THIN_SPACE, "")


COPIED = """
import sys
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication
from desktop_app.widgets.fields.help_reader import HelpReader

app = QApplication([])
reader = HelpReader()
reader.show_text(QTextDocument("کلید Ctrl+N"))
reader.selectAll()
reader.copy()
print(app.clipboard().text() == "کلید Ctrl+N", app.clipboard().mimeData().formats())
"""


def test_a_copied_text_outlives_the_program_without_a_crash() -> None:
    """The clipboard is emptied after Python has ended: what lies there must be Qt's own."""
    done = subprocess.run([sys.executable, "-c", COPIED], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout) == (0, "True ['text/plain']\n"), done.stderr


def test_a_key_has_its_ground_where_it_stands(page: HelpPage) -> None:
    """Painted alone, without the text: dots, boxes and grounds are there, and nothing outside the column."""
    page.show_chapter(Chapter.CHECKLIST)
    reader = page.ui.reader
    seen = reader.viewport().rect().toRectF()
    drawn = QImage(reader.viewport().size(), QImage.Format.Format_ARGB32)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    paint_marks(painter, reader.document(), QRectF(seen), tokens_of(reader))
    painter.end()
    inked = [
        QPoint(x, y) for y in range(drawn.height()) for x in range(drawn.width()) if drawn.pixelColor(x, y).alpha() > 0
    ]
    assert inked
    # a box stands at the right edge, in front of the words
    assert max(one.x() for one in inked) > reader.viewport().width() - 20
    sunken = tokens_of(reader).colour("sunken").rgb()
    grounds = [one for one in inked if drawn.pixel(one) == sunken]
    assert grounds, "the name of a file has its ground"


def test_values_of_the_about_pane_are_whole_texts_to_be_copied(page: HelpPage) -> None:
    QTest.keyClick(page.ui.chapters, Qt.Key.Key_End)
    QTest.keyClick(page.ui.chapters, Qt.Key.Key_Up)
    assert page.about().isVisible()
    for value in page.about().findChildren(QLineEdit):
        assert value.isReadOnly()
        assert value.accessibleName()
        assert value.toolTip() == value.text()
    for width, word in ((900, ""), (1216, words.OPEN_FOLDER)):
        page.resize(width, 600)
        QApplication.processEvents()
        shown = [one for one in page.about().findChildren(Button) if one.accessibleName().startswith(words.OPEN_FOLDER)]
        assert {one.text() for one in shown} == {word}


def test_each_licence_has_its_text_and_a_narrow_pane_stands_it_below(page: HelpPage) -> None:
    QTest.keyClick(page.ui.chapters, Qt.Key.Key_End)
    panel = page.licences()
    assert panel.isVisible()
    panel.list.setFocus()
    shown = set()
    for _row in range(panel.list.model().rowCount()):
        shown.add(panel.reader.toPlainText())
        QTest.keyClick(panel.list, Qt.Key.Key_Down)
        # no loop of events runs here that would delete the text of before
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert any("GNU LESSER GENERAL PUBLIC LICENSE" in text for text in shown)
    assert any("SIL OPEN FONT LICENSE" in text for text in shown)
    assert all(len(text) > 500 for text in shown)
    assert panel.reader.x() < panel.list.x()
    page.resize(900, 512)
    QApplication.processEvents()
    assert panel.reader.y() > panel.list.y()
    assert panel.reader.width() > panel.width() - 10


def test_a_text_of_many_parts_begins_with_the_part_that_was_chosen(page: HelpPage) -> None:
    QTest.keyClick(page.ui.chapters, Qt.Key.Key_End)
    panel = page.licences()
    model = panel.list.model()
    names = [str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for row in range(model.rowCount())]
    begins = {}
    for wanted in ("Visual C++", "PDFium", "libxslt", "pikepdf 1"):
        panel.list.choose(next(row for row, name in enumerate(names) if wanted in name))
        panel.list.chosen.emit(panel.list.current_row())
        QApplication.processEvents()
        lines = (panel.reader.cursorForPosition(QPoint(2, y)).block().text() for y in (10, 30))
        # the line before it, which is empty, may look out above
        begins[wanted] = next(filter(None, lines))
    assert begins == {
        "Visual C++": "==== microsoft-visual-cpp-runtime.txt ====",
        "PDFium": "==== pdfium.txt ====",
        "libxslt": "==== libxslt ====",
        "pikepdf 1": "==== LICENSE.txt ====",
    }
