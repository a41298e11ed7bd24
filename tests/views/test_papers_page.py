"""The page of papers: each kind asks for its parts, kinds are walked by keys, waiting can be left, nothing is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.calendar.jalali import JalaliMonth
from desktop_app.domain.calendar.workdays import WorkCalendar
from desktop_app.domain.documents.letter_lines import AddresseeLine, LetterAdditions
from desktop_app.domain.documents.paper_kinds import ORDERED_BY_HAND, PaperKind, Profile
from desktop_app.domain.documents.paper_orders import (
    FORMS,
    MeetingChoice,
    OrderPart,
    PaperChoices,
    PaperOrder,
    ResolutionChoice,
    UnitChoice,
)
from desktop_app.domain.papers import Classification, Urgency
from desktop_app.domain.rules.meetings import MeetingState
from desktop_app.widgets.dates.date_source import date_source
from desktop_app.widgets.fields.field import Field
from desktop_app.window.papers.band import WAIT_MS
from desktop_app.window.papers.page import PapersPage
from desktop_app.words import papers as words
from desktop_app.words.refusals import sentence
from tests import patience
from tests.shown import action, texts
from tests.widgets.typing import press, type_text

CHOICES = PaperChoices(
    meetings=(
        MeetingChoice(id=5, number=5, day=date(2023, 5, 1), state=MeetingState.HELD),
        MeetingChoice(id=3, number=3, day=date(2023, 1, 30), state=MeetingState.CLOSED),
    ),
    resolutions=(
        ResolutionChoice(id=51, number="۱۴۰۲/۵/۱", text="تمدید مهلت", meeting_id=5),
        ResolutionChoice(id=32, number="۱۴۰۱/۳/۲", text="خودارزیابی", meeting_id=3),
    ),
    units=(UnitChoice(id=6, name="پارک علم و فناوری", party="استانداری"),),
    months=(JalaliMonth(1402, 2), JalaliMonth(1402, 1)),
    years=(1402, 1401),
)
FIELDS = {
    OrderPart.MEETING: {"meetingField"},
    OrderPart.RESOLUTION: {"resolutionField"},
    OrderPart.UNIT: {"unitField"},
    OrderPart.MONTH: {"monthField"},
    OrderPart.YEAR: {"yearField"},
    OrderPart.SENT: {"sentField"},
    OrderPart.INVITEE: {"inviteeField"},
    OrderPart.ANSWER: {"answerField"},
    OrderPart.SAID: {"numberField", "dayField", "noteField", "attachmentsField", "urgencyField", "classificationField"},
    OrderPart.LETTER: {"toField", "toPostField", "subjectField", "textField"},
    OrderPart.EVERY: set(),
    OrderPart.RECORD: set(),
}


@pytest.fixture
def page(qtbot: QtBot) -> PapersPage:
    """The page on screen, with everything to choose from."""
    made = PapersPage()
    qtbot.addWidget(made)
    made.resize(1220, 800)
    made.show()
    made.form.set_source(date_source(WorkCalendar(), lambda: date(2023, 5, 13), sentence))
    made.show_choices(CHOICES)
    return made


def show(page: PapersPage, order: PaperOrder) -> None:
    page.show_order(order, has_word=order.kind is PaperKind.LETTER)


def test_only_a_paper_about_a_meeting_leads_back_to_the_meeting(page: PapersPage) -> None:
    page.show_meeting_button(offered=True)
    show(page, PaperOrder(kind=PaperKind.EXTRACT))
    assert not page.ui.meetingButton.isHidden()
    show(page, PaperOrder(kind=PaperKind.LETTER))
    assert page.ui.meetingButton.isHidden()
    show(page, PaperOrder(kind=PaperKind.EXTRACT))
    page.show_meeting_button(offered=False)
    assert page.ui.meetingButton.isHidden()


@pytest.mark.parametrize(
    ("numbered", "hint"), [(True, words.NUMBER_OF_NOTICE_OR_PATTERN), (False, words.NUMBER_OF_NOTICE)]
)
def test_the_number_of_an_extract_is_that_of_the_notification(page: PapersPage, numbered: bool, hint: str) -> None:
    page.show_choices(PaperChoices(numbered=numbered))
    show(page, PaperOrder(kind=PaperKind.EXTRACT))
    assert hint in texts(page)
    show(page, PaperOrder(kind=PaperKind.REMINDER))
    assert hint not in texts(page)


@pytest.mark.parametrize("kind", PaperKind)
def test_each_kind_asks_for_its_parts_and_nothing_else(page: PapersPage, kind: PaperKind) -> None:
    show(page, PaperOrder(kind=kind))
    shown = {field.objectName() for field in page.form.findChildren(Field) if not field.isHidden()}
    wanted = {name for part in FORMS[kind].parts for name in FIELDS[part]}
    wanted.add("profileField")
    if FORMS[kind].sent:
        wanted |= {"copiesField", "referencesField", "signatoryField", "signatoryPostField"}
    if kind is PaperKind.LETTER:
        wanted.remove("noteField")
    assert shown == wanted
    assert page.form.ui.every.isHidden() == (OrderPart.EVERY not in FORMS[kind].parts)
    assert page.ui.kindTitle.text() == words.TITLES[kind]
    assert page.ui.wordButton.isHidden() == (kind is not PaperKind.LETTER)


def test_a_short_form_stands_together_at_its_top(page: PapersPage, qtbot: QtBot) -> None:
    show(page, PaperOrder(kind=PaperKind.MONTHLY_REPORT))
    ui = page.form.ui
    qtbot.waitUntil(lambda: ui.moreButton.y() - ui.monthField.geometry().bottom() < 40, timeout=2000)


def test_the_band_that_comes_leaves_the_kind_with_the_keyboard_in_sight(page: PapersPage, qtbot: QtBot) -> None:
    """On a small screen it takes the place of the last rows that show."""
    show(page, PaperOrder(kind=PaperKind.MONTHLY_REPORT))
    page.resize(960, 420)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    port = page.ui.kindsScroll.viewport()
    rows = [page.kinds.row(kind) for kind in ORDERED_BY_HAND]
    qtbot.wait(20)
    lowest = max((row for row in rows if _whole(row)), key=lambda row: row.mapTo(port, row.rect().bottomLeft()).y())
    lowest.setFocus()
    page.show_refusal("کاغذ نیست.", "کاغذ بگذارید.", "دوباره")
    assert patience.wait(lambda: page.ui.band.isVisible() and _whole(lowest), idle=2)
    page.clear_message()


def _whole(row: QWidget) -> bool:
    return row.visibleRegion().boundingRect().height() == row.height()


def test_unfolding_shows_what_is_seldom_needed_and_a_refusal_in_it_unfolds(page: PapersPage) -> None:
    show(page, PaperOrder(kind=PaperKind.INVITATION))
    form = page.form
    assert not form.more.isVisible()
    form.ui.moreButton.click()
    assert form.more.isVisible()
    assert form.ui.moreButton.text() == words.LESS
    form.ui.moreButton.click()
    assert page.show_field_refusal("signatory", "قلم این نشانه را ندارد.")
    assert form.more.isVisible()


def test_a_meeting_that_nobody_chose_gives_way_to_the_one_that_suits_the_kind(page: PapersPage) -> None:
    page.show_choices(replace(CHOICES, with_minutes=3, with_resolutions=3))
    show(page, PaperOrder(kind=PaperKind.INVITATION))
    assert page.form.order().meeting_id == 5
    show(page, page.form.order_for(PaperKind.MINUTES))
    assert page.form.order().meeting_id == 3
    meeting = page.form.ui.meeting
    meeting.setCurrentIndex(0)
    meeting.activated.emit(0)
    show(page, page.form.order_for(PaperKind.EXTRACT))
    assert page.form.order().meeting_id == 5, "what was chosen by hand stays"


def test_one_invitee_is_chosen_from_those_of_the_meeting(page: PapersPage) -> None:
    show(page, PaperOrder(kind=PaperKind.INVITATION))
    page.show_invitees(
        (
            AddresseeLine(name="ناهید درفشان", post="معاون"),
            AddresseeLine(name="آرش نمک‌آبرودی", guest=True),
        )
    )
    assert page.form.order().only == ""
    page.form.ui.invitee.set_value("ناهید درفشان")
    assert page.form.order().only == "ناهید درفشان"
    page.show_invitees((AddresseeLine(name="یاشار کوهبنانه"),))
    assert page.form.order().only == "", "another meeting has others"
    show(page, PaperOrder(kind=PaperKind.INVITATION, meeting_id=3, only="آرش نمک‌آبرودی"))
    page.show_invitees((AddresseeLine(name="آرش نمک‌آبرودی"),))
    assert page.form.order().only == "آرش نمک‌آبرودی", "an order from elsewhere brings its own along"


def test_what_is_open_begins_with_the_newest(page: PapersPage) -> None:
    show(page, PaperOrder(kind=PaperKind.EXTRACT))
    order = page.form.order()
    assert (order.meeting_id, order.resolution_id, order.unit_id) == (5, None, None)
    show(page, PaperOrder(kind=PaperKind.MONTHLY_REPORT))
    assert page.form.order().month == JalaliMonth(1402, 1), "the month that ended last"
    show(page, PaperOrder(kind=PaperKind.YEAR_BOOK))
    assert page.form.order().year == 1402
    show(page, PaperOrder(kind=PaperKind.REGISTER))
    assert page.form.order().year is None


def test_a_year_that_is_not_offered_gives_way_to_the_usual_one(page: PapersPage) -> None:
    show(page, PaperOrder(kind=PaperKind.YEAR_BOOK, year=1399))
    assert page.form.order().year == 1402
    show(page, PaperOrder(kind=PaperKind.REGISTER, year=1399))
    assert page.form.order().year is None


@pytest.mark.parametrize(
    "order",
    [
        PaperOrder(kind=PaperKind.EXTRACT, meeting_id=3, resolution_id=32, unit_id=6),
        PaperOrder(kind=PaperKind.ALIGNMENT_MATRIX, every=True),
        PaperOrder(kind=PaperKind.REGISTER, year=1401, profile=Profile.A_2B),
        PaperOrder(
            kind=PaperKind.REMINDER,
            unit_id=6,
            answer_until=date(2023, 5, 20),
            said=LetterAdditions(
                references="پیرو نامهٔ ۴۱۲",
                note="بند",
                signatory="درفشان",
                signatory_post="جانشین",
                classification=Classification.CONFIDENTIAL,
                urgency=Urgency.IMMEDIATE,
            ),
        ),
        PaperOrder(
            kind=PaperKind.LETTER,
            text="سلام\nبدرود",
            to="ستوده",
            to_post="نماینده",
            said=LetterAdditions(
                number="۱۲/د", day=date(2023, 5, 13), subject="موضوع", attachments="الف", copies_to="ب"
            ),
        ),
    ],
    ids=["extract", "matrix", "register", "reminder", "letter"],
)
def test_an_order_is_given_back_as_it_was_shown(page: PapersPage, order: PaperOrder) -> None:
    show(page, order)
    found = page.form.order()
    usual = PaperOrder(kind=order.kind)
    for part in FORMS[order.kind].parts:
        assert getattr(found, part.value) == getattr(order, part.value), part
    assert found.kind == usual.kind
    assert (found.to, found.to_post, found.profile) == (order.to, order.to_post, order.profile)


def test_another_meeting_offers_its_own_resolutions(page: PapersPage) -> None:
    show(page, PaperOrder(kind=PaperKind.EXTRACT, meeting_id=5, resolution_id=51))
    heard: list[None] = []
    page.edited.connect(lambda: heard.append(None))
    meeting = page.form.ui.meeting
    meeting.setCurrentIndex(1)
    meeting.activated.emit(1)
    assert page.form.order().meeting_id == 3
    assert page.form.order().resolution_id is None
    assert page.form.ui.resolution.itemText(0) == words.resolution("۱۴۰۱/۳/۲", "خودارزیابی")
    assert heard


def test_code_that_fills_the_form_is_no_edit(page: PapersPage) -> None:
    heard: list[None] = []
    page.edited.connect(lambda: heard.append(None))
    show(page, PaperOrder(kind=PaperKind.LETTER, text="سلام", to="ستوده"))
    page.show_choices(CHOICES)
    assert heard == []
    page.form.ui.text.setFocus()
    type_text(page.form.ui.text, "د")
    assert heard


def test_kinds_are_walked_with_the_arrows_and_chosen_with_space(page: PapersPage) -> None:
    show(page, PaperOrder(kind=PaperKind.MINUTES))
    page.focus_list()
    asked: list[str] = []
    page.kind_requested.connect(asked.append)
    press(page.kinds.row(PaperKind.MINUTES), Qt.Key.Key_Down)
    focused = page.focusWidget()
    assert focused is page.kinds.row(PaperKind.EXTRACT)
    assert isinstance(focused, QWidget)
    press(focused, Qt.Key.Key_Space)
    assert asked == ["extract"]


def test_a_short_wait_is_not_spoken_of_and_a_long_one_can_be_left(page: PapersPage, qtbot: QtBot) -> None:
    show(page, PaperOrder(kind=PaperKind.YEAR_BOOK))
    page.show_making()
    page.show_progress(1, 9)
    assert not page.ui.band.isVisible()
    qtbot.waitUntil(page.ui.band.isVisible, timeout=WAIT_MS * 10)
    page.show_progress(3, 9)
    assert page.ui.band.title() == words.progress(3, 9)
    with qtbot.waitSignal(page.cancel_requested, timeout=1000):
        page.ui.band.action_button().click()
    page.show_nothing(words.NOTHING_YET, words.CANCELLED_WHY, offer=True)
    assert not page.ui.band.isVisible()


def test_a_refusal_of_another_kind_does_not_stand_while_the_next_is_made(page: PapersPage, qtbot: QtBot) -> None:
    page.show_nothing(words.NOTHING_YET, "هیچ واحدی مصوبهٔ باز ندارد.")
    show(page, PaperOrder(kind=PaperKind.MONTHLY_REPORT))
    page.show_making()
    qtbot.waitUntil(page.ui.band.isVisible, timeout=WAIT_MS * 10)
    said = [label.text() for label in page.ui.nothing.findChildren(QLabel)]
    assert words.MAKING in said
    assert "هیچ واحدی مصوبهٔ باز ندارد." not in said


def test_the_paper_of_one_kind_does_not_stand_under_another_while_that_is_made(page: PapersPage, qtbot: QtBot) -> None:
    show(page, PaperOrder(kind=PaperKind.REMINDER))
    page.show_pages(0, None)
    page.show_making()
    qtbot.waitUntil(page.ui.band.isVisible, timeout=WAIT_MS * 10)
    assert page.ui.shown.currentWidget() is page.ui.pages, "the same kind with other words is still worth reading"
    show(page, PaperOrder(kind=PaperKind.MONTHLY_REPORT))
    page.show_making()
    qtbot.waitUntil(lambda: page.ui.shown.currentWidget() is page.ui.nothing, timeout=WAIT_MS * 10)
    page.show_pages(0, None)
    assert page.ui.shown.currentWidget() is page.ui.pages


def test_escape_is_the_way_out_only_while_something_is_made(page: PapersPage) -> None:
    assert not action(page, "Esc").isEnabled()
    page.band.show_making_now(words.MAKING)
    assert action(page, "Esc").isEnabled()
    page.show_done("ذخیره شد")
    assert not action(page, "Esc").isEnabled()


def test_another_try_is_the_band_s_button_after_a_refusal(page: PapersPage, qtbot: QtBot) -> None:
    page.show_refusal("فایل باز است", action=words.AGAIN)
    with qtbot.waitSignal(page.retry_requested, timeout=1000), qtbot.assertNotEmitted(page.cancel_requested):
        page.ui.band.action_button().click()


def test_a_refusal_stands_beside_its_field_and_goes_when_it_is_edited(page: PapersPage) -> None:
    show(page, PaperOrder(kind=PaperKind.LETTER))
    assert page.show_field_refusal("text", "نامه متنی ندارد.")
    assert page.form.ui.textField.error() == "نامه متنی ندارد."
    assert page.show_field_refusal("to_post", "قلم این نشانه را ندارد.")
    assert page.form.ui.toPostField.error() == "قلم این نشانه را ندارد."
    assert not page.show_field_refusal("month", "x"), "a field that this kind does not have"
    type_text(page.form.ui.text, "د")
    assert page.form.ui.textField.error() == ""


def test_nothing_to_print_offers_no_way_to_print(page: PapersPage) -> None:
    page.show_ways(possible=False)
    assert not page.ui.saveButton.isEnabled()
    assert not page.ui.printButton.isEnabled()


def spoken(control: QWidget) -> str:
    """What a control is called: its own name, or the word that stands on a button."""
    return control.accessibleName() or (control.text() if isinstance(control, QAbstractButton) else "")


def test_every_control_of_the_page_has_a_name(page: PapersPage) -> None:
    show(page, replace(PaperOrder(kind=PaperKind.LETTER)))
    nameless = [
        one.objectName() or type(one).__name__
        for one in page.findChildren(QWidget)
        if one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus and not spoken(one)
    ]
    assert nameless == []
