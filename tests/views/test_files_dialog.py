"""The dialog of attached files by real keys: walked, acted on, and what is fixed offers no change."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.papers import Classification
from desktop_app.domain.read_models.paper_sheets import FileLine, FilesGroup, FilesSheet
from desktop_app.domain.rules.files import PDF, TEXT, FileDoubt, FileLink, FileOwner, FileRole, RecordRef, StoredFile
from desktop_app.widgets.controls.message_band import MessageBand
from desktop_app.widgets.paper.page_canvas import PageImage
from desktop_app.widgets.style.tokens import Tone
from desktop_app.window.kit.file_drop import files_in
from desktop_app.window.kit.files.files_dialog import FileRow, FilesDialog, content_of
from desktop_app.window.kit.files_button import FileForm, FilePreview, FilesButton
from desktop_app.words import attached_files as words
from tests import patience
from tests.shown import child, texts

MINUTES = RecordRef(FileOwner.MINUTES, 7)


def line(number: int, name: str, *, media_type: str = TEXT, fixed: bool = False) -> FileLine:
    """A file on the minutes."""
    link = FileLink(
        id=number,
        file_id=number,
        record_kind="minutes_version",
        record_uid="u",
        role=FileRole.ANNEX,
        name=name,
        ordinal=number,
        classification=Classification.SECRET if number == 2 else None,
    )
    return FileLine(link, StoredFile(id=number, sha256="0" * 64, size=1_234_567, type=media_type), fixed)


LINES = (line(1, "یک.txt"), line(2, "دو.pdf", media_type=PDF), line(3, "سه", fixed=True))


def sheet(*lines: FileLine) -> FilesSheet:
    """The minutes with these files."""
    return FilesSheet((FilesGroup(record=MINUTES, lines=lines),))


@pytest.mark.parametrize("doubt", FileDoubt)
def test_what_keeps_a_file_from_being_looked_at_stands_beside_it(doubt: FileDoubt) -> None:
    sound, doubtful = content_of(LINES[0]), content_of(replace(LINES[0], doubt=doubt))
    assert words.DOUBTS[doubt] in doubtful.note
    assert words.DOUBTS[doubt] in doubtful.spoken
    assert (sound.tone, doubtful.tone) == (Tone.NEUTRAL, Tone.WARNING)
    assert words.doubtful("نامه.pdf", doubt).count("نگه داشته شد") == 1


@pytest.fixture
def dialog(qtbot: QtBot) -> Iterator[FilesDialog]:
    """Over a window, with three files."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 700)
    window.show()
    made = FilesDialog(window, "صورت‌جلسهٔ جلسهٔ ۷")
    made.show_sheet(sheet(*LINES))
    made.open()
    qtbot.waitUntil(made.isVisible)
    made.activateWindow()
    made.focus_first()
    yield made
    made.reject()


def test_what_shows_of_a_file() -> None:
    content = content_of(LINES[1])
    assert content.title.strip("\u2068\u2069") == "دو.pdf"
    assert content.note.replace("\u2066", "").replace("\u2069", "") == "PDF · ۱٫۲ مگابایت · خیلی محرمانه"
    assert "بخشی از صورت‌جلسهٔ نهایی" in content_of(LINES[2]).note


@pytest.mark.parametrize(
    "tell", [FilesDialog.show_refusal, lambda dialog, text: dialog.show_message_above(text, Tone.WARNING)]
)
def test_what_is_told_over_a_long_list_is_in_sight(
    dialog: FilesDialog, qtbot: QtBot, tell: Callable[[FilesDialog, str], object]
) -> None:
    """As that a file is empty, while the keyboard goes to the last of those that were added."""
    dialog.show_sheet(sheet(*(line(number, f"{number}.txt") for number in range(1, 41))))
    dialog.focus_file(40)
    tell(dialog, "«خالی.pdf» خالی است.\n" * 3)
    patience.let_pass(100)
    band = child(dialog, MessageBand)
    assert band.visibleRegion().boundingRect() == band.rect()
    assert dialog.focusWidget() is child(dialog, FileRow, "file_40")
    # the keyboard goes on, and what it stands on is in sight again
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Up)
    patience.let_pass(50)
    row = child(dialog, FileRow, "file_39")
    assert row.visibleRegion().boundingRect() == row.rect()


def test_what_was_told_is_followed_no_more_when_something_else_is_told(dialog: FilesDialog) -> None:
    dialog.show_sheet(sheet(*(line(number, f"{number}.txt") for number in range(1, 41))))
    dialog.focus_file(40)
    dialog.show_message_above("«خالی.pdf» خالی است.", Tone.WARNING)
    patience.let_pass(100)
    dialog.show_message_above("افزوده شد.")
    below = QWidget()
    below.setFixedHeight(60)
    dialog.body.addWidget(below)
    patience.let_pass(100)
    held = dialog.focusWidget()
    assert held is child(dialog, FileRow, "file_40")
    assert held.visibleRegion().boundingRect() == held.rect()


@pytest.mark.parametrize("name", ["-rf.pdf", "%s.pdf", "(1) report.docx", "2023 plan.pdf"])
def test_a_name_in_latin_letters_keeps_its_order(name: str) -> None:
    """Its first signs stood at its end in a line from right to left."""
    assert content_of(line(1, name)).title == f"\u2068{name}\u2069"


def test_every_act_has_its_key(dialog: FilesDialog) -> None:
    asked: list[tuple[str, int]] = []
    dialog.act_requested.connect(lambda key, link: asked.append((key, link)))
    for key, held in (
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier),
    ):
        QTest.keyClick(dialog.focusWidget(), key, held)
    assert asked == [("show", 1), ("edit", 2), ("down", 2), ("up", 2), ("take_off", 2), ("show", 2)]


def test_the_keyboard_goes_on_to_the_next_file_when_one_is_taken_off(dialog: FilesDialog) -> None:
    dialog.focus_file(2)
    dialog.show_sheet(sheet(LINES[0], LINES[2]))
    held = dialog.focusWidget()
    assert isinstance(held, FileRow)
    assert held.line.link.id == 3


def test_what_is_final_is_only_looked_at(dialog: FilesDialog) -> None:
    free, fixed = (dialog.menu_of(LINES[place]) for place in (0, 2))
    assert [one.objectName() for one in fixed.actions()] == ["file_show", "file_open", "file_save"]
    assert len(free.actions()) == 7


def test_an_empty_list_says_how_to_begin(dialog: FilesDialog) -> None:
    dialog.show_sheet(sheet())
    QApplication.processEvents()
    assert "هنوز پیوستی نیست" in texts(dialog)
    dialog.focus_first()
    assert dialog.focusWidget() is child(dialog, QWidget, "addFile")


def test_the_form_keeps_what_is_typed_when_it_is_refused(qtbot: QtBot, dialog: FilesDialog) -> None:
    form = FileForm(LINES[1].link, dialog)
    saved: list[tuple[str, object]] = []
    form.saved.connect(lambda name, chosen: saved.append((name, chosen)))
    form.open()
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    QTest.keyClicks(form.focusWidget(), "new")
    QTest.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert saved == [("new", Classification.SECRET)]
    form.show_refusal("name", "نام پیوست خالی است.")
    assert "نام پیوست خالی است." in texts(form)
    assert form.content() == ("new", "secret")
    form.leave()


def test_the_button_says_its_number_and_asks_for_it_once(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    button = FilesButton(page)
    asked: list[int] = []
    button.count_wanted.connect(lambda: asked.append(1))
    button.show_record(MINUTES)
    assert not asked, "nobody sees it yet"
    page.show()
    assert len(asked) == 1
    button.show_record(RecordRef(FileOwner.MINUTES, 8))
    assert len(asked) == 2
    button.show_record(RecordRef(FileOwner.MINUTES, 8))
    assert len(asked) == 2
    button.show_count(3)
    assert (button.text(), button.accessibleName()) == ("۳", "پیوست‌ها: ۳")
    button.show_record(None)
    assert not button.isVisible()


def test_an_address_of_the_network_is_no_file() -> None:
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.invalid/a.pdf"), QUrl("data:text/plain,x")])
    assert not files_in(mime)
    assert not files_in(None)
    QApplication.processEvents()


def test_a_new_file_has_the_keyboard_when_the_window_comes_back_to_the_front(dialog: FilesDialog, qtbot: QtBot) -> None:
    """As after the system's dialog of files, which may give the front back later than the file is attached."""
    dialog.show_sheet(sheet())
    dialog.focus_first()
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is other)

    new = line(4, "چهار.txt")
    dialog.show_sheet(sheet(*LINES, new))
    dialog.focus_file(4)
    # a window that comes to the front gives the keyboard to its part of the last time only if that shows by then
    waiting = dialog.focusWidget()
    assert isinstance(waiting, FileRow)
    assert waiting.isVisible()
    other.close()
    dialog.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    held = QApplication.focusWidget()
    assert isinstance(held, FileRow)
    assert held.content().title == "\u2068چهار.txt\u2069"


def test_a_look_at_a_file_takes_most_of_the_window_and_not_the_room_of_the_list(
    dialog: FilesDialog, qtbot: QtBot
) -> None:
    window = dialog.parentWidget()
    assert window is not None
    dialog.show_sheet(sheet(line(1, "یک.pdf", media_type=PDF)))
    assert dialog.height() < window.height() * 2 / 3
    image = PageImage(bytes(4 * 10 * 14), 10, 14)
    shown = FilePreview("یک.pdf", 1, lambda _page, _width: image, dialog)
    shown.open()
    qtbot.waitUntil(shown.isVisible)
    assert shown.height() > window.height() * 0.9
    assert shown.width() > window.width() * 0.9
    assert window.frameGeometry().contains(shown.frameGeometry().center())
    shown.close()
