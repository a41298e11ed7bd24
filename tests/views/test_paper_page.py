"""The print page on screen: the round trip of each state, its keys, and messages that come in time and go."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QStackedWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.calendar.workdays import WorkCalendar
from desktop_app.domain.read_models.paper_sheet import PaperSheet, SignerRow
from desktop_app.domain.read_models.sheets import ConfirmedBy, VersionRow
from desktop_app.domain.rules.committee import Party, PartyCode
from desktop_app.domain.rules.meetings import Meeting
from desktop_app.domain.rules.minutes import (
    MinutesAct,
    MinutesActKind,
    MinutesState,
    MinutesVersion,
    Printing,
    Signature,
    Signer,
)
from desktop_app.domain.rules.notices import Notice, NotificationState
from desktop_app.widgets.controls.pill import PartyMark
from desktop_app.widgets.dates.date_source import date_source
from desktop_app.widgets.lists.item_drawing import ItemContent
from desktop_app.widgets.paper.page_canvas import PageImage
from desktop_app.widgets.style.cut_text import cut
from desktop_app.widgets.style.state_mark import Shape
from desktop_app.window.signing import words
from desktop_app.window.signing.page import WAIT_MS, PaperPage
from desktop_app.words import refusals
from desktop_app.words import signing as signing_words
from tests.shown import texts
from tests.views.scan_readings import CODE
from tests.widgets.typing import CONTROL, type_text

TODAY = date(2023, 5, 13)
PROVINCE = Party(id=1, committee_id=1, code=PartyCode.PROVINCE, name="استانداری مازندران", short_name="استانداری")
CENTER = Party(id=2, committee_id=1, code=PartyCode.CENTER, name="مرکز ملی فضای مجازی", short_name="مرکز ملی")
VERSION = MinutesVersion(
    id=5, meeting_id=1, version=1, state=MinutesState.FINAL, finalised_at="2023-05-01T08:55:00Z", originals=2
)
PRINTED = Printing(id=1, minutes_version_id=5, at="2023-05-01T09:01:00Z", copies=8, path="m.pdf", sha256="0" * 64)


FIRST_BATCH = Signature(id=6, signer_id=1, original=1, signed_on=date(2023, 5, 3), at="", batch=1)


def _signer(number: int, name: str, party: Party, *originals: int) -> SignerRow:
    signer = Signer(id=number, minutes_version_id=5, ordinal=number, party_id=party.id, name=name, post="عضو")
    seen = tuple(Signature(signer_id=number, original=one, signed_on=date(2023, 5, 3), at="") for one in originals)
    return SignerRow(signer=signer, party=party, seen=seen)


def final_sheet(version: MinutesVersion = VERSION, **changed: Any) -> PaperSheet:
    final = version.state is MinutesState.FINAL
    sheet = PaperSheet(
        version=version,
        meeting=Meeting(id=1, committee_id=1, number=5, day=date(2023, 5, 1)),
        code=CODE,
        sample=False,
        printings=(PRINTED,),
        signers=(
            _signer(1, "بهمن سروستانه", PROVINCE, 1, 2),
            _signer(2, "مهرداد ستوده‌منش", CENTER, 1),
            _signer(3, "پگاه زرین‌قلم", CENTER),
        ),
        versions=(),
        acts=(),
        can_print_for_pen=final,
        can_withdraw=False,
        finalised_on=date(2023, 5, 1),
        can_sign=final,
        can_write_reservation=True,
        notice=NotificationState(adopted=2, waiting=2),
        can_notify=final,
    )
    return replace(sheet, **changed)


@pytest.fixture
def page(qtbot: QtBot) -> PaperPage:
    made = PaperPage()
    made.set_source(date_source(WorkCalendar(), lambda: TODAY, refusals.sentence))
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def _draw(_page: int, width: int) -> PageImage:
    return PageImage(b"\xff" * (width * width * 4), width, width)


HARD = "\u00a0"


def _told(page: PaperPage) -> list[str]:
    labels = [label for label in page.trip.findChildren(QLabel) if label.text() and label.isVisibleTo(page)]
    return [label.text().replace(HARD, " ") for label in labels]


def _marks(page: PaperPage) -> list[Shape]:
    return [line.mark.shape() for line in page.trip.steps()]


def test_a_final_version_tells_its_whole_way(page: PaperPage) -> None:
    page.show_sheet(final_sheet())
    told = _told(page)
    assert page.ui.title.text() == "صورت‌جلسهٔ جلسهٔ پنجم"
    assert page.ui.state.text() == "امضای نسخه‌های اصلی: ۲ و ۱ از ۳"
    assert f"نسخهٔ ۱ · کد \u2066{CODE}\u2069" in told
    assert "۱۱ اردیبهشت، ۱۲:۲۵" in told, "the hour of the office, wherever the machine stands"
    assert {"۸ برگه", "۱۱ اردیبهشت، ۱۲:۳۱", "نسخهٔ اصلی ۱: ۲ از ۳، نسخهٔ اصلی ۲: ۱ از ۳", "۱۲ روز در انتظار"} <= set(told)
    assert "در انتظار ۱ امضای نسخهٔ اصلی ۱، ۲ امضای نسخهٔ اصلی ۲" in told
    assert _marks(page) == [
        Shape.DISC_CHECK,
        Shape.DISC_CHECK,
        Shape.HALF_DISC,
        Shape.PLAIN_RING,
        Shape.PLAIN_RING,
    ]
    assert page.ui.printButton.text() == words.PRINT


def test_the_button_prints_for_the_pen_while_a_pen_is_waited_for(page: PaperPage) -> None:
    for sheet, word in (
        (final_sheet(), "چاپ برای امضا"),
        (final_sheet(can_sign=False), "چاپ"),
        (final_sheet(replace(VERSION, state=MinutesState.DRAFT, finalised_at="")), "چاپ پیش‌نویس"),
        (final_sheet(replace(VERSION, state=MinutesState.WITHDRAWN)), "چاپ"),
    ):
        page.show_sheet(sheet)
        assert (page.ui.printButton.text(), page.ui.printButton.accessibleName()) == (word, word)


def test_a_count_of_signatures_is_one_word_to_a_line_break(page: PaperPage) -> None:
    page.show_sheet(final_sheet())
    head = page.trip.signers.head.findChildren(QLabel)
    assert any(
        label.text().split(" ")
        == [f"نسخهٔ{HARD}اصلی{HARD}۱:{HARD}۲{HARD}از{HARD}۳،", f"نسخهٔ{HARD}اصلی{HARD}۲:{HARD}۱{HARD}از{HARD}۳"]
        for label in head
    )
    page.show_sheet(final_sheet(replace(VERSION, originals=5)))
    assert any(label.text().startswith(f"۳{HARD}از{HARD}۱۵{HARD}امضا ") for label in head)


def test_a_narrow_head_shows_its_whole_title_with_the_state_above_it(page: PaperPage) -> None:
    page.show_sheet(final_sheet())
    title, state = page.ui.title, page.ui.state
    above: list[bool] = []
    for width in (900, 1200, 900):
        page.resize(width, 516)
        QApplication.processEvents()
        above.append(state.geometry().bottom() < title.geometry().top())
        assert title.width() >= title.sizeHint().width(), "its number is not cut off"
        place = page.ui.breadcrumb
        assert cut(place.text(), place.fontMetrics(), place.contentsRect().width()) == place.text()
    assert above == [True, False, True]


def test_of_one_original_or_the_same_missing_names_no_original_is_named(page: PaperPage) -> None:
    page.show_sheet(final_sheet(replace(VERSION, originals=1)))
    assert page.ui.state.text() == "در انتظار امضا: ۲ از ۳"
    assert {"۲ از ۳ امضا", "در انتظار پگاه زرین‌قلم"} <= set(_told(page))
    page.show_sheet(final_sheet(signers=(_signer(1, "بهمن سروستانه", PROVINCE, 1, 2), _signer(3, "پگاه", CENTER))))
    assert {"نسخهٔ اصلی ۱: ۱ از ۲، نسخهٔ اصلی ۲: ۱ از ۲", "در انتظار پگاه"} <= set(_told(page))
    page.show_sheet(final_sheet(replace(VERSION, originals=5)))
    assert "۳ از ۱۵ امضا در ۵ نسخهٔ اصلی" in _told(page)


def test_what_one_act_recorded_is_taken_back_by_button_and_menu(qtbot: QtBot, page: PaperPage) -> None:
    alone, early = _signer(1, "بهمن سروستانه", PROVINCE, 1), replace(FIRST_BATCH, signer_id=1)
    rows = (
        replace(alone, seen=(early,)),
        replace(_signer(2, "مهرداد ستوده‌منش", CENTER), seen=(replace(FIRST_BATCH, id=7, signer_id=2, batch=2),)),
        replace(_signer(3, "پگاه زرین‌قلم", CENTER), seen=(replace(FIRST_BATCH, id=8, signer_id=3, batch=2),)),
    )
    page.show_sheet(final_sheet(signers=rows))
    undo, wants = page.trip.signers.undo, page.signals
    assert undo.isVisible()
    assert undo.text() == signing_words.strike_batch(2)
    page.trip.signers.rows.line(1).item.setFocus()
    with qtbot.waitSignal(wants.strike_batch_requested) as told:
        assert page.trip.signers.strike_last()
    assert told.args == [2, 1]
    with qtbot.waitSignal(wants.strike_batch_requested) as told:
        qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert told.args == [2, 1]
    page.trip.signers.choose_original(1)
    names = [[action.objectName() for action in page.trip.signers.menu_of(one).actions()] for one in (1, 3)]
    assert names == [
        ["strike", "everywhere", "reservation"],
        ["strike", "strikeBatch", "everywhere", "reservation"],
    ]
    undo.setFocus()
    page.show_sheet(final_sheet())
    page.show_sheet(final_sheet(signers=tuple(replace(row, seen=()) for row in rows)))
    assert not undo.isVisible()
    assert page.trip.signers.rows.line(1).item.hasFocus(), "the keyboard does not fall on what notifies"
    with qtbot.assertNotEmitted(wants.strike_batch_requested):
        assert not page.trip.signers.strike_last()


def test_striking_is_called_by_one_word_on_button_and_menu_and_where_it_is_asked() -> None:
    words = signing_words
    told = [words.STRIKE, words.STRIKE_ACCEPT, words.STRIKE_BATCH_ACCEPT, words.STRIKE_BATCH_TEXT, words.STRIKE_REASON]
    told += [words.strike_batch(1), words.strike_batch(4), words.strike_together(4), words.struck_now(4)]
    told += [words.ask_strike("پگاه", 1), words.ask_strike_batch(4), words.KEYS.split("،")[2]]
    assert [one for one in told if "خط " not in one or "پس " in one] == []


def test_minutes_without_quorum_say_so_in_their_title(page: PaperPage) -> None:
    page.show_sheet(final_sheet(inquorate=True, notice=NotificationState(), can_notify=False))
    assert page.ui.title.text() == "صورت‌جلسهٔ عدم حصول حد نصاب (جلسهٔ پنجم)"
    assert signing_words.NOTHING_TO_NOTIFY in _told(page)


def test_parties_are_told_apart_by_form(page: PaperPage) -> None:
    page.show_sheet(final_sheet())
    assert len(page.ui.roundTrip.findChildren(PartyMark)) == 3


# ---- signatures by the keyboard alone


def _content(page: PaperPage, signer: int) -> ItemContent:
    return page.trip.signers.rows.line(signer).item.content()


def test_each_original_shows_who_signed_it(qtbot: QtBot, page: PaperPage) -> None:
    page.show_sheet(final_sheet())
    signers = page.trip.signers
    assert signers.original() == 1, "the first original that lacks a name"
    assert [_content(page, one).shape for one in (1, 2, 3)] == [Shape.DISC_CHECK, Shape.DISC_CHECK, Shape.PLAIN_RING]
    item = signers.rows.line(2).item
    item.setFocus()
    qtbot.keyClick(item, Qt.Key.Key_Left)
    assert signers.original() == 2
    assert _content(page, 2).shape is Shape.PLAIN_RING
    assert item.hasFocus()
    qtbot.keyClick(item, Qt.Key.Key_Left)
    assert signers.original() == 2, "there is no third"
    assert "در انتظار امضا" in item.accessibleName()
    assert "مرکز ملی" in item.accessibleName()


def test_space_records_the_day_that_stands_in_the_field(qtbot: QtBot, page: PaperPage) -> None:
    page.show_sheet(final_sheet())
    signers = page.trip.signers
    item = signers.rows.line(3).item
    item.setFocus()
    with qtbot.waitSignal(page.signals.sign_requested) as told:
        qtbot.keyClick(item, Qt.Key.Key_Space)
    assert told.args == [3, 1, TODAY]
    signers.day.set_day(date(2023, 5, 4))
    with qtbot.waitSignal(page.signals.sign_requested) as told:
        qtbot.keyClick(item, Qt.Key.Key_Return)
    assert told.args == [3, 1, date(2023, 5, 4)]
    with qtbot.waitSignal(page.signals.sign_original_requested) as told:
        qtbot.keyClick(signers.all, Qt.Key.Key_Return)
    assert told.args == [1, date(2023, 5, 4)]


def test_what_is_no_day_records_nothing(qtbot: QtBot, page: PaperPage) -> None:
    page.show_sheet(final_sheet())
    signers = page.trip.signers
    type_text(signers.day.line(), "۳۰ اسفند ۱۴۰۲")
    with qtbot.assertNotEmitted(page.signals.sign_requested):
        qtbot.keyClick(signers.rows.line(3).item, Qt.Key.Key_Space)
    assert signers.day_field.error()
    assert signers.day.line().hasFocus()
    page.show_signing_refusal("day", "پیش از نهایی شدن است.")
    assert signers.day_field.error() == "پیش از نهایی شدن است."


def test_a_signature_is_struck_by_delete_and_never_signed_twice(qtbot: QtBot, page: PaperPage) -> None:
    page.show_sheet(final_sheet())
    item = page.trip.signers.rows.line(1).item
    with qtbot.waitSignal(page.signals.strike_requested) as told:
        qtbot.keyClick(item, Qt.Key.Key_Delete)
    assert told.args == [1, 1]
    with qtbot.assertNotEmitted(page.signals.sign_requested):
        qtbot.keyClick(item, Qt.Key.Key_Space)
    names = [action.objectName() for action in page.trip.signers.menu_of(3).actions()]
    assert names == ["sign", "remark", "everywhere"]
    page.show_sheet(final_sheet(can_sign=False))
    names = [action.objectName() for one in (1, 3) for action in page.trip.signers.menu_of(one).actions()]
    assert names == ["reservation"], "also once all have signed"


def test_the_keyboard_goes_on_to_the_next_who_is_missing(page: PaperPage) -> None:
    page.show_sheet(final_sheet())
    page.trip.signers.choose_original(2)
    page.trip.signers.rows.line(2).item.setFocus()
    signed = _signer(2, "مهرداد ستوده‌منش", CENTER, 1, 2)
    page.show_sheet(final_sheet(signers=(final_sheet().signers[0], signed, final_sheet().signers[2])))
    page.focus_next_signer(2)
    assert page.trip.signers.original() == 2
    assert page.trip.signers.rows.line(3).item.hasFocus()


def test_many_originals_are_chosen_from_a_list(page: PaperPage) -> None:
    page.show_sheet(final_sheet(replace(VERSION, originals=5)))
    chooser = page.trip.signers.chooser
    assert chooser.choice.isVisible()
    assert not chooser.switch.isVisible()
    chooser.chosen.emit(4)
    assert page.trip.signers.original() == 4


def test_a_letter_of_some_resolutions_is_not_told_as_that_of_all(page: PaperPage) -> None:
    signed = replace(VERSION, state=MinutesState.SIGNED)
    stand = NotificationState(adopted=2, last_day=TODAY, letter_number="۲۳۰/ص")
    page.show_sheet(final_sheet(signed, notice=stand))
    assert "۲ مصوبه · نامهٔ ۲۳۰/ص" in texts(page.trip.notice)
    page.show_sheet(final_sheet(signed, notice=replace(stand, same_letter=False)))
    assert "۲ مصوبه · آخرین نامه: ۲۳۰/ص" in texts(page.trip.notice)


def test_signed_minutes_are_told_and_closed(qtbot: QtBot, page: PaperPage) -> None:
    signed = replace(VERSION, state=MinutesState.SIGNED)
    page.show_sheet(final_sheet(signed, can_notify=True, can_close=True))
    assert not page.trip.signers.day_field.isVisible()
    notice = page.trip.notice
    qtbot.keyClick(notice.button, Qt.Key.Key_Return)
    assert notice.form.letter.hasFocus()
    assert not notice.form.reason.isVisible()
    type_text(notice.form.letter, "۹۱۲/ص")
    assert page.unfinished()
    with qtbot.waitSignal(page.signals.notice_sent) as told:
        qtbot.keyClick(notice.form.letter, Qt.Key.Key_Return)
    assert told.args == [Notice(day=TODAY, letter_number="۹۱۲/ص")]
    page.show_notice_refusal("letter_number", "بیش از اندازه است.")
    assert notice.form.letter.text() == "۹۱۲/ص"
    qtbot.keyClick(notice.form.letter, Qt.Key.Key_Escape)
    assert page.unfinished(), "one key loses nothing that is typed"
    qtbot.keyClick(notice.form.letter, Qt.Key.Key_Escape)
    assert notice.button.hasFocus()
    assert not page.unfinished()
    with qtbot.waitSignal(page.signals.close_requested):
        qtbot.keyClick(page.trip.closing.button, Qt.Key.Key_Return)


def test_an_early_notice_asks_why(qtbot: QtBot, page: PaperPage) -> None:
    page.show_sheet(final_sheet())
    assert page.trip.notice.button.text() == signing_words.EARLY
    qtbot.keyClick(page.trip.notice.button, Qt.Key.Key_Return)
    assert page.trip.notice.form.reason.hasFocus()
    page.show_notice_refusal("reason", "علت را بنویسید.")
    assert page.trip.notice.form.reason.hasFocus()


def test_a_closed_file_and_a_confirmed_text_are_told(page: PaperPage) -> None:
    signed = replace(VERSION, state=MinutesState.SIGNED)
    by = ConfirmedBy(meeting_id=2, meeting_number=6, day=date(2023, 5, 29))
    page.show_sheet(final_sheet(signed, closed_on=date(2023, 5, 9), confirmed_by=by))
    assert {signing_words.CLOSED, "۱۹ اردیبهشت", "در جلسهٔ ۶، ۸ خرداد"} <= set(_told(page))


def test_signed_minutes_offer_a_correction_at_the_end_of_their_way(qtbot: QtBot, page: PaperPage) -> None:
    page.show_sheet(final_sheet())
    assert not page.trip.amend.isVisibleTo(page), "nothing to correct before all have signed"
    page.show_sheet(final_sheet(can_amend=True))
    assert signing_words.AMENDMENT_WHY in _told(page)
    button = page.trip.amend.button
    assert page.trip.steps()[-1] is page.trip.amend.head
    button.setFocus()
    with qtbot.waitSignal(page.signals.amend_requested):
        qtbot.keyClick(button, Qt.Key.Key_Space)


@pytest.mark.parametrize("state", [MinutesState.SIGNED, MinutesState.AMENDED])
def test_minutes_that_are_being_corrected_or_were_say_so(qtbot: QtBot, page: PaperPage, state: MinutesState) -> None:
    sheet = final_sheet()
    rows = tuple(
        VersionRow(
            id=sheet.version.id + back,
            version=sheet.version.version + back,
            state=MinutesState.DRAFT if back else state,
            code="",
            finalised_at="",
            reason="" if back else "مجری نادرست بود",
            printed_copies=0,
        )
        for back in (1, 0)
    )
    page.show_sheet(replace(sheet, version=replace(sheet.version, state=state), versions=rows, can_sign=False))
    told = _told(page)
    if state is MinutesState.AMENDED:
        assert {signing_words.AMENDED, "مجری نادرست بود"} <= set(told)
    else:
        assert {signing_words.AMENDING, signing_words.amending_in(2)} <= set(told)
    button = page.trip.amend.button
    assert button.text() == signing_words.TO_AMENDMENT
    with qtbot.waitSignal(page.signals.amendment_requested) as asked:
        qtbot.keyClick(button, Qt.Key.Key_Space)
    assert asked.args == [sheet.version.id + 1]
    final = replace(rows[0], state=MinutesState.FINAL)
    page.show_sheet(replace(sheet, version=replace(sheet.version, state=state), versions=(final, rows[1])))
    assert button.text() == signing_words.SEE_AMENDMENT


def test_a_correction_that_was_dropped_is_told_and_may_be_begun_anew(page: PaperPage) -> None:
    sheet = final_sheet()
    act = MinutesAct(
        id=9,
        minutes_version_id=sheet.version.id + 1,
        kind=MinutesActKind.DROPPED,
        at="2023-05-13T06:30:00Z",
        actor="کارشناس",
        reason="ایراد وارد نبود",
    )
    signed = replace(sheet.version, state=MinutesState.SIGNED)
    page.show_sheet(replace(sheet, version=signed, can_sign=False, can_amend=True, dropped=act))
    told = signing_words.amend_dropped("۲۳ اردیبهشت", "ایراد وارد نبود")
    assert told in _told(page)
    assert page.trip.amend.button.text() == signing_words.AMEND


def test_what_was_not_printed_waits(page: PaperPage) -> None:
    page.show_sheet(final_sheet(printings=()))
    assert words.NOT_PRINTED_HERE in _told(page), "signed, so it was printed somewhere"
    assert words.PRINTED not in _told(page)
    page.show_sheet(final_sheet(printings=(), signers=()))
    assert words.NOT_PRINTED in _told(page)


def test_a_draft_is_no_paper_for_the_pen(page: PaperPage) -> None:
    draft = replace(VERSION, state=MinutesState.DRAFT, finalised_at="")
    page.show_sheet(final_sheet(draft, code="", printings=(), signers=()))
    assert _told(page) == [words.NOT_FINAL, words.NOT_FINAL_WHY]
    assert page.ui.printButton.text() == words.PRINT_DRAFT


def test_a_withdrawn_version_is_void_and_says_why(page: PaperPage) -> None:
    gone = replace(VERSION, state=MinutesState.WITHDRAWN)
    row = VersionRow(
        id=5, version=1, state=gone.state, code="", finalised_at="", reason="نام یک عضو نادرست بود", printed_copies=8
    )
    page.show_sheet(final_sheet(gone, versions=(row,)))
    assert _told(page)[-2:] == [words.VOID, "نام یک عضو نادرست بود"]
    assert Shape.DIAMOND in _marks(page)
    page.show_sheet(final_sheet(gone))
    assert _told(page)[-1] == words.VOID_WHY


def test_a_sample_bears_no_code(page: PaperPage) -> None:
    page.show_sheet(final_sheet(code="", sample=True))
    assert f"نسخهٔ ۱ · {words.SAMPLE_CODE}" in _told(page)


def test_the_next_sheet_replaces_the_round_trip(page: PaperPage) -> None:
    page.show_sheet(final_sheet())
    before = len(_told(page))
    page.show_sheet(final_sheet())
    assert len(_told(page)) == before


# ---- keys and buttons


@pytest.mark.parametrize(
    ("key", "held", "signal"),
    [
        (Qt.Key.Key_P, CONTROL, "print_requested"),
        (Qt.Key.Key_S, CONTROL, "save_requested"),
        (Qt.Key.Key_F6, Qt.KeyboardModifier.NoModifier, "back_requested"),
    ],
)
def test_each_action_has_its_key(
    qtbot: QtBot, page: PaperPage, key: Qt.Key, held: Qt.KeyboardModifier, signal: str
) -> None:
    page.show_pages(2, _draw)
    with qtbot.waitSignal(getattr(page, signal)):
        qtbot.keyClick(page.ui.pages.canvas, key, held)


def test_nothing_is_saved_or_printed_while_there_are_no_pages(qtbot: QtBot, page: PaperPage) -> None:
    page.show_pages(0, None)
    with qtbot.assertNotEmitted(page.print_requested), qtbot.assertNotEmitted(page.save_requested):
        qtbot.keyClick(page, Qt.Key.Key_P, CONTROL)
        qtbot.keyClick(page, Qt.Key.Key_S, CONTROL)
    assert not page.ui.saveButton.isEnabled()
    page.show_pages(1, _draw)
    assert page.ui.saveButton.isEnabled()
    assert page.ui.pages.canvas.hasFocus()


def test_every_control_has_a_name_for_those_who_hear_the_screen(page: PaperPage) -> None:
    page.show_sheet(final_sheet())
    for button in (page.ui.backButton, page.ui.saveButton, page.ui.printButton):
        assert button.accessibleName() == button.text()


# ---- messages


def test_a_long_wait_is_told_and_a_short_one_is_not(qtbot: QtBot, page: PaperPage) -> None:
    page.show_pages(0, None)
    assert not page.ui.band.isVisible()
    page.show_pages(1, _draw)
    qtbot.wait(WAIT_MS + 50)
    assert not page.ui.band.isVisible()
    page.show_pages(0, None)
    qtbot.waitUntil(page.ui.band.isVisible)
    assert page.ui.band.title() == words.MAKING
    page.show_pages(1, _draw)
    assert not page.ui.band.isVisible()


def test_a_refusal_is_never_swept_away_by_the_wait(qtbot: QtBot, page: PaperPage) -> None:
    page.show_pages(0, None)
    page.show_refusal("نشد", "دوباره بکوشید.", words.PRINT_AGAIN)
    qtbot.wait(WAIT_MS + 50)
    assert page.ui.band.title() == "نشد"
    with qtbot.waitSignal(page.retry_requested):
        page.ui.band.action_button().click()
    page.clear_message()
    assert not page.ui.band.isVisible()


def test_what_was_done_stays_when_pages_come(page: PaperPage) -> None:
    page.show_done("ذخیره شد.")
    page.show_pages(1, _draw)
    assert page.ui.band.title() == "ذخیره شد."
    assert page.ui.band.isVisible()


def test_pages_that_are_ready_while_a_notice_is_written_leave_the_keyboard_there(page: PaperPage) -> None:
    page.show_sheet(final_sheet(replace(VERSION, state=MinutesState.SIGNED), can_notify=True))
    page.show_pages(0, None)
    page.trip.notice.button.click()
    page.show_pages(1, _draw)
    assert page.trip.notice.form.letter.hasFocus()
    type_text(page.trip.notice.form.letter, "۹۱۲/ص")
    page.show_pages(1, _draw)
    assert page.trip.notice.form.letter.hasFocus()
    assert page.trip.notice.form.letter.text() == "۹۱۲/ص"


def test_pages_that_are_ready_after_one_has_gone_on_leave_the_keyboard_there(qtbot: QtBot, page: PaperPage) -> None:
    """Making a paper takes a while: the operator is on another page by then, and writes."""
    window, field = QStackedWidget(), QLineEdit()
    qtbot.addWidget(window)
    window.addWidget(page)
    window.addWidget(field)
    window.setCurrentWidget(field)
    window.show()
    field.setFocus()
    page.show_pages(1, _draw)
    assert window.focusWidget() is field
    window.setCurrentWidget(page)
    page.show_pages(1, _draw)
    assert window.focusWidget() is page.ui.pages.canvas
    # it is let go by whoever made it
    page.setParent(None)
