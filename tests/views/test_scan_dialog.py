"""The dialog of a scan by real keys: pages are walked, moved, turned and left out; what is found stands beside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage, QKeyEvent, QTransform
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.page_marks import read_mark
from desktop_app.domain.read_models.scans import (
    FindingWeight,
    ReadPage,
    RecognisedBy,
    ScanFinding,
    ScanFindingKind,
    ScanJudgement,
    ScanReading,
)
from desktop_app.domain.rules.minutes import MinutesState
from desktop_app.domain.rules.scan_findings import findings_of as judged
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.paper.page_pair import ComparedPrint
from desktop_app.widgets.style.state_mark import Shape
from desktop_app.widgets.style.tokens import Tone
from desktop_app.window.kit.file_drop import DroppedFiles
from desktop_app.window.signing import scan_words as words
from desktop_app.window.signing.scan_dialog import ScanDialog
from desktop_app.window.signing.scan_format import (
    ScanQuestionsContent,
    asked_of,
    cards_of,
    findings_of,
    keeping_verb,
    page_key,
)
from desktop_app.words import signing
from desktop_app.words.digits import apart
from desktop_app.words.refusals import sentence
from desktop_app.words.widgets import CLOSE
from tests.shown import texts
from tests.views.scan_readings import BLANK, CODE, OTHER, PAPER, UNKNOWN, page, reading
from tests.widgets.typing import PASTING, Chord

CONTROL = Qt.KeyboardModifier.ControlModifier
THREE = reading(page(0), page(1), page(2))


def picture(_page: ReadPage) -> QImage:
    image = QImage(60, 80, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    return image


def show(dialog: ScanDialog, scan: ScanReading, found: ScanJudgement | None = None, chosen: int = 0) -> None:
    found = found or ScanJudgement()
    key = page_key(scan.pages[chosen])
    dialog.show_look(key)
    dialog.show_cards(cards_of(scan, found, picture), scan.pages)
    dialog.asked.show_asked(asked_of(scan, found))
    dialog.show_keeping(keeping_verb(found), refused=found.refused)
    dialog.focus_first()


@pytest.fixture
def dialog(qtbot: QtBot) -> Iterator[ScanDialog]:
    """Over a window, with three pages."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1300, 860)
    window.show()
    made = ScanDialog(window, title="اسکن صورت‌جلسهٔ جلسهٔ پنجم", context="نسخهٔ ۱")
    made.begin_about(1)
    made.open()
    qtbot.waitUntil(made.isVisible)
    made.activateWindow()
    show(made, THREE)
    qtbot.waitUntil(made.cards.hasFocus)
    made.begin()
    yield made
    made.leave()


def heard(dialog: ScanDialog) -> list[str]:
    """What is heard of the pages, in their order."""
    role = int(Qt.ItemDataRole.AccessibleTextRole)
    return [dialog.cards.item(row).data(role) for row in range(dialog.cards.count())]


def left_of(dialog: ScanDialog, row: int) -> int:
    return dialog.cards.visualItemRect(dialog.cards.item(row)).left()


def press(key: Qt.Key, with_: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, with_)


def write(field: QWidget, text: str) -> None:
    """Letter by letter, of whatever script."""
    for letter in text:
        QApplication.sendEvent(field, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter))


@pytest.mark.parametrize("chord", PASTING)
def test_files_are_pasted_as_files_while_the_keyboard_is_in_a_field(
    dialog: ScanDialog, qtbot: QtBot, chord: Chord
) -> None:
    missing = ScanFinding(kind=ScanFindingKind.PAGE_MISSING)
    show(dialog, THREE, ScanJudgement(findings=(missing,)))
    mime, asked = QMimeData(), []
    mime.setUrls([QUrl.fromLocalFile("/tmp/scan.pdf")])
    mime.setText("/tmp/scan.pdf")
    dialog.brought.connect(lambda found: asked.append(bool(found)))
    for held, text in ((mime, ""), (None, "دو")):
        if held is not None:
            QApplication.clipboard().setMimeData(held)
        else:
            QApplication.clipboard().setText("دو")
        dialog.asked.reason.setFocus()
        QTest.keyClick(dialog.asked.reason, *chord)
        assert dialog.asked.reason.text() == text
    assert asked == [True], "a text goes into the field"


def test_pages_lie_from_the_right_and_keys_walk_turn_and_leave_out(dialog: ScanDialog, qtbot: QtBot) -> None:
    assert left_of(dialog, 0) > left_of(dialog, 1) > left_of(dialog, 2)
    assert heard(dialog)[1] == "تصویر ۲ از ۳، کد: صفحهٔ ۲"
    walks = [(Qt.Key.Key_Left, 1), (Qt.Key.Key_Left, 2), (Qt.Key.Key_Left, 2), (Qt.Key.Key_Right, 1)]
    for key, row in [*walks, (Qt.Key.Key_Home, 0), (Qt.Key.Key_End, 2)]:
        press(key)
        assert dialog.cards.currentRow() == row, key
    last = page_key(THREE.pages[2])
    for pressed, quarter in ((Qt.Key.Key_Right, 1), (Qt.Key.Key_Left, -1)):
        with qtbot.waitSignal(dialog.turned) as turned:
            press(pressed, CONTROL)
        assert turned.args == [last, quarter]
    for pressed in (Qt.Key.Key_Space, Qt.Key.Key_Delete):
        with qtbot.waitSignal(dialog.left_out) as left:
            press(pressed)
        assert left.args == [last]
    with qtbot.waitSignal(dialog.page_reached) as reached:
        press(Qt.Key.Key_Home)
    assert reached.args == [page_key(THREE.pages[0])]


def test_tab_leaves_the_pages_at_once_and_comes_back_to_the_chosen_one(dialog: ScanDialog) -> None:
    show(dialog, THREE, chosen=1)
    press(Qt.Key.Key_Tab)
    assert not dialog.cards.hasFocus()
    press(Qt.Key.Key_Backtab)
    assert dialog.cards.hasFocus()
    assert dialog.cards.currentRow() == 1


def test_the_choice_stays_with_its_page_wherever_that_goes(dialog: ScanDialog) -> None:
    show(dialog, reading(page(1), page(2), page(0)), chosen=2)
    assert dialog.cards.currentRow() == 2
    assert dialog.cards.hasFocus()


def test_a_page_left_out_is_not_counted(dialog: ScanDialog) -> None:
    show(dialog, reading(page(0), page(1, left_out=True), page(2)))
    numbers = [one.split("،")[0] for one in heard(dialog)]
    assert numbers == ["تصویر ۱ از ۲", "کنار گذاشته", "تصویر ۲ از ۲"]


def test_how_each_page_was_recognised(dialog: ScanDialog) -> None:
    show(dialog, reading(page(0), page(1, recognised=RecognisedBy.TYPED), page(2, **UNKNOWN), page(3, **BLANK)))
    said = [one.split("، ")[1] for one in heard(dialog)]
    assert said == ["کد: صفحهٔ ۱", "شما: صفحهٔ ۲", "شناخته نشد", "سفید"]


@pytest.mark.parametrize(
    ("finding", "said"),
    [
        (
            ScanFinding(kind=ScanFindingKind.PAGE_MISSING, numbers=(3,)),
            "صفحهٔ ۳ از برگهٔ چاپی در اسکن نیست. صفحهٔ جاافتاده را بیفزایید یا دلیل را بنویسید.",
        ),
        (
            ScanFinding(kind=ScanFindingKind.OTHER_MINUTES, places=(1, 2), paper=OTHER),
            "تصویرهای ۲ و ۳ از صورت‌جلسهٔ جلسهٔ ۴ است.",
        ),
        (
            ScanFinding(
                kind=ScanFindingKind.OTHER_VERSION, places=(0,), paper=replace(PAPER, state=MinutesState.WITHDRAWN)
            ),
            "تصویر ۱ از نسخهٔ ۱ همین صورت‌جلسه است که باطل شده.",
        ),
        (
            ScanFinding(kind=ScanFindingKind.OTHER_VERSION, places=(0,), paper=PAPER),
            "تصویر ۱ از نسخهٔ ۱ همین صورت‌جلسه است. آن را کنار بگذارید و در برگهٔ همان نسخه بیفزایید.",
        ),
        (
            ScanFinding(kind=ScanFindingKind.BLANK_PAGE, places=(2,)),
            "تصویر ۳ سفید است و می‌توان آن را کنار گذاشت.",
        ),
    ],
)
def test_findings_are_said_before_anything_is_written(dialog: ScanDialog, finding: ScanFinding, said: str) -> None:
    show(dialog, THREE, ScanJudgement(findings=(finding,)))
    assert any(said in text for text in texts(dialog.asked))
    assert dialog.keep.isEnabled() is (finding.weight is not FindingWeight.REFUSAL)
    assert dialog.asked.reason_field.isVisible() is (finding.weight is FindingWeight.REASON)


def test_that_every_page_is_there_is_said_and_nothing_of_its_words() -> None:
    whole = "هر ۳ صفحهٔ برگهٔ چاپی در اسکن هست."
    code = "کد صورت‌جلسهٔ ۵، نسخهٔ ۱، برقرار؛"
    ((text, tone),) = findings_of(THREE, ScanJudgement())
    assert text == f"{whole} {code} متن را با برگه بسنجید."
    assert tone is Tone.PROGRESS, "a picture proves nothing about its words"
    told = reading(page(0), page(1, recognised=RecognisedBy.TYPED), page(2))
    assert findings_of(told, ScanJudgement()) == [(f"{whole} متن را با برگه بسنجید.", Tone.PROGRESS)]
    older = ScanFinding(kind=ScanFindingKind.SUPERSEDED, paper=PAPER)
    assert "برقرار" not in findings_of(THREE, ScanJudgement(findings=(older,)))[0][0]
    assert findings_of(reading(page(0), page(2)), ScanJudgement()) == []


@pytest.mark.parametrize(
    "said",
    [
        words.original(1),
        words.original_with_scan(1),
        words.scan_of(1, 2),
        words.scan_named(1),
        words.file_name("صورت‌جلسهٔ ۵", 1),
        words.kept_now(1, 2, complete=False, provisional=False),
        words.kept_now(1, 2, complete=True, provisional=False),
        words.step_kept(1, 2),
        signing.original_of(1, 7, 8),
        signing.sign_all(1),
        signing.signed_now(4, 1),
        signing.ask_strike("پگاه", 1),
        signing.ask_remark("پگاه", 1),
        sentence(RuleBroken("scan_kept_already", original=1)),
        sentence(RuleBroken("scan_of_other_original", original=1)),
        sentence(RuleBroken("reservation_without_signature", original=1)),
        signing.ask_reservation("پگاه", 1),
        sentence(RuleBroken("scan_nothing_to_take", original=1)),
    ],
)
def test_an_original_is_not_called_as_a_version_is(said: str) -> None:
    """The head of the dialog says «نسخهٔ ۱» of the version of the minutes."""
    assert "نسخهٔ اصلی ۱" in said


def test_the_place_in_the_scan_has_a_word_of_its_own() -> None:
    """«صفحه» is a page of the paper: one that lies third in the scan may be its second."""
    other = page(0, recognised=RecognisedBy.TYPED)
    ((_key, content),) = cards_of(reading(replace(other, number=2)), ScanJudgement(), picture)
    assert (content.number, content.note) == ("تصویر ۱ از ۱", "شما: صفحهٔ ۲")
    assert "تصویر" not in words.from_file("الف.pdf", 3, 4), "«تصویر ۳ از ۵» is its place in the scan"
    assert words.from_file("الف.pdf", 3, 4).endswith("جای ۳ از ۴ در این فایل")
    assert words.from_file("الف.jpg", 1, 1) == apart("الف.jpg"), "the only one has no place"
    assert words.places(range(1, 7)) == "۶ تصویر"
    twice = ScanFinding(kind=ScanFindingKind.PAGE_TWICE, numbers=(2, 3))
    ((text, _tone),) = findings_of(THREE, ScanJudgement(findings=(twice,)))
    assert text.startswith("صفحه‌های ۲ و ۳ برگه بیش از یک بار آمده است.")


def test_every_kind_of_finding_has_its_sentence_in_the_tone_of_its_weight() -> None:
    tones = {
        FindingWeight.REFUSAL: Tone.DANGER,
        FindingWeight.REASON: Tone.WARNING,
        FindingWeight.NOTICE: Tone.PROGRESS,
    }
    for kind in ScanFindingKind:
        finding = ScanFinding(kind=kind, places=(0,), numbers=(1,))
        (*_whole, (text, tone)) = findings_of(THREE, ScanJudgement(findings=(finding,)))
        assert text.endswith(".")
        assert tone is tones[finding.weight]


def test_a_page_of_other_minutes_says_so_itself(dialog: ScanDialog) -> None:
    other = ScanFinding(kind=ScanFindingKind.OTHER_MINUTES, places=(1,), paper=OTHER)
    show(dialog, THREE, ScanJudgement(findings=(other,)))
    assert heard(dialog)[1] == "تصویر ۲ از ۳، از برگهٔ دیگر"


def test_keeping_goes_by_keys_and_not_while_it_is_refused(dialog: ScanDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.keep_requested):
        press(Qt.Key.Key_Return, CONTROL)
    refused = ScanFinding(
        kind=ScanFindingKind.NO_PAGES,
    )
    show(dialog, THREE, ScanJudgement(findings=(refused,)))
    with qtbot.assertNotEmitted(dialog.keep_requested):
        press(Qt.Key.Key_Return, CONTROL)


def test_enter_on_a_page_looks_at_it_and_keeps_nothing(dialog: ScanDialog, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(dialog.keep_requested):
        press(Qt.Key.Key_Return)
    assert dialog.look.canvas.hasFocus()
    sheet = picture(THREE.pages[0])
    dialog.look.pair.show_print(ComparedPrint(sheet, sheet, QTransform()))
    dialog.look.pair.over.click()
    dialog.cards.setFocus()
    press(Qt.Key.Key_Return)
    assert dialog.look.pair.printed.hasFocus(), "the overlay, where that shows"


def test_a_reason_that_is_refused_stands_beneath_its_field(dialog: ScanDialog) -> None:
    missing = ScanFinding(kind=ScanFindingKind.PAGE_MISSING)
    show(dialog, THREE, ScanJudgement(findings=(missing,)))
    dialog.show_refusal("reason", "دلیل را بنویسید.")
    assert dialog.asked.reason_field.error() == "دلیل را بنویسید."
    write(dialog.asked.reason, "گم شده")
    assert dialog.asked.reason_field.error() == ""
    assert dialog.asked.reason_text() == "گم شده"


LONG = "امضای کسانی روی این نسخه هنوز ثبت نشده؛ این اسکن موقت است و پس از آخرین امضا اسکن تازه می‌خواهد."


@pytest.mark.parametrize("size", [(1280, 720), (960, 540)])
def test_in_a_low_window_nothing_that_is_asked_is_pressed_together(qtbot: QtBot, size: tuple[int, int]) -> None:
    """The dialog scrolls sooner than it cuts a sentence or leaves no line for the reason."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(*size)
    window.show()
    made = ScanDialog(window, title="اسکن", context="نسخهٔ ۱")
    made.begin_about(1)
    made.open()
    qtbot.waitUntil(made.isVisible)
    made.asked.show_originals({1: words.original(1), 2: words.original(2)}, 1)
    show(made, THREE)
    asked = made.asked
    asked.show_asked(ScanQuestionsContent(findings=((LONG, Tone.WARNING),) * 3, reason=True, blanks=True, code=True))
    qtbot.waitUntil(lambda: asked.reason.height() > 0)
    QApplication.processEvents()
    assert asked.reason.height() >= asked.reason.minimumSizeHint().height()
    for line in asked.findings.findChildren(TextLabel):
        if line.isVisible():
            assert line.height() >= line.heightForWidth(line.width()), line.text()
    assert asked.y() >= made.cards.geometry().bottom(), "nothing lies over the pages"
    made.activateWindow()
    made.show_refusal("reason", "دلیل را بنویسید.")
    foot = made.keep.mapTo(made, QPoint(0, 0)).y()
    end = QPoint(0, asked.reason.height())
    qtbot.waitUntil(lambda: asked.reason.mapTo(made, end).y() < foot)
    made.leave()


def test_tab_walks_through_what_is_asked_before_it_leaves(dialog: ScanDialog) -> None:
    """From a page over the questions to the buttons, and from the last of them to the pages."""
    dialog.asked.show_originals({1: words.original(1), 2: words.original(2)}, 1)
    dialog.asked.show_asked(ScanQuestionsContent(reason=True, blanks=True, code=True))
    sheet = picture(THREE.pages[0])
    dialog.look.show_page(ComparedPrint(sheet, sheet, QTransform()), 0, file="", left_out=False)
    dialog.look.show_numbers(3, 1)
    QApplication.processEvents()
    walked: list[str] = []
    while len(walked) < 40:
        press(Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        if focused is dialog.cards:
            break
        walked.append(focused.objectName() or focused.accessibleName())
    wanted = ["leaveBlanks", "scanCode", "useCode", "scanReason", "layOver", "scanLook", "printedPane", "leaveOut"]
    wanted += ["pageNumber", "keepScan", "addScanFiles", "leaveScan"]
    assert walked[0] == "نسخهٔ اصلی ۱"
    assert walked[-1] == CLOSE
    assert [one for one in walked if one in wanted] == wanted


def test_pages_that_are_missing_or_too_many_are_counted_without_those_of_other_papers() -> None:
    papers = {CODE: PAPER, OTHER.code: OTHER}
    alien = page(0, source=1, code=OTHER.code)
    for pages, said in (
        ((page(0), page(1), page(2), page(3, **BLANK), alien), "اسکن ۱ تصویر بیش از صفحه‌های برگهٔ چاپی دارد."),
        ((page(0), page(1), alien), "صفحهٔ ۳ از برگهٔ چاپی در اسکن نیست."),
        ((page(0), page(1, **UNKNOWN), alien), "۱ صفحه از برگهٔ چاپی در اسکن نیست."),
    ):
        scan = reading(*pages)
        told = findings_of(scan, ScanJudgement(findings=judged(scan, PAPER, papers)))
        assert any(text.startswith(said) for text, _tone in told), told


def test_esc_warns_once_of_what_was_arranged(dialog: ScanDialog) -> None:
    show(dialog, reading(page(1), page(0), page(2)))
    press(Qt.Key.Key_Escape)
    assert dialog.isVisible()
    press(Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_while_files_are_read_the_way_out_has_the_keyboard(dialog: ScanDialog, qtbot: QtBot) -> None:
    dialog.show_progress(words.reading(3, 30), 3, 30)
    assert any("خواندن تصویر ۴ از ۳۰" in text for text in texts(dialog))
    with qtbot.waitSignal(dialog.stop_requested):
        press(Qt.Key.Key_Space)
    dialog.show_progress("")
    assert dialog.cards.hasFocus()


def test_files_that_are_dropped_are_brought(dialog: ScanDialog, qtbot: QtBot) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile("/tmp/a.pdf"), QUrl.fromLocalFile("/tmp/b.jpg")])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(dialog.rect().center(), copy, mime, left, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(dialog, enter)
    drop = QDropEvent(dialog.rect().center().toPointF(), copy, mime, left, Qt.KeyboardModifier.NoModifier)
    with qtbot.waitSignal(dialog.brought) as told:
        QApplication.sendEvent(dialog, drop)
    assert isinstance(told.args[0], DroppedFiles)
    assert [path.name for path in told.args[0].paths] == ["a.pdf", "b.jpg"]


def test_without_pages_only_the_ways_to_bring_them_show(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1300, 860)
    window.show()
    made = ScanDialog(window, title="اسکن", context="")
    made.open()
    qtbot.waitUntil(made.isVisible)
    made.activateWindow()
    made.focus_first()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    assert words.EMPTY in texts(made)
    assert made.keep.isHidden()
    with qtbot.waitSignal(made.add_requested):
        press(Qt.Key.Key_Insert)
    made.leave()


def test_made_readings_bear_codes_that_a_paper_may_bear() -> None:
    assert [code for code in (CODE, OTHER.code) if read_mark(code) is None] == []


def test_a_refusal_beneath_the_edge_is_scrolled_to(dialog: ScanDialog, qtbot: QtBot) -> None:
    missing = ScanFinding(kind=ScanFindingKind.PAGE_MISSING, numbers=(2,))
    show(dialog, THREE, ScanJudgement(findings=(missing,)))
    dialog.resize(dialog.width(), 420)
    dialog.show_refusal("reason", "دلیل را بنویسید.")
    field = dialog.asked.reason_field
    qtbot.waitUntil(lambda: field.visibleRegion().boundingRect().contains(field.rect()))


def test_a_page_that_is_left_out_bears_no_tick() -> None:
    """What was found about it is over; it may be a page of other minutes."""
    for one in (page(0), page(0, recognised=RecognisedBy.TYPED)):
        ((_key, content),) = cards_of(reading(replace(one, left_out=True)), ScanJudgement(), picture)
        assert (content.number, content.tone, content.shape) == (words.LEFT_OUT, Tone.NEUTRAL, Shape.DASHED_RING)
