"""The page of members by keys alone: adding, naming, succeeding, ending, ordering, archiving and the way back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.domain.outcome import Changed
from desktop_app.domain.rules.members import NominationRole, NominationState, Seat, SeatRole
from desktop_app.services.members.members_sheet import members_sheet
from desktop_app.services.members.seats import add_seat
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.fields.drafted import typed_texts
from desktop_app.window.kit.destinations import Destination, OpenPage, OpenUnitTasks
from desktop_app.window.kit.members_format import MembersForm, RowKey
from desktop_app.window.members.controller import MembersController
from desktop_app.window.members.page import MembersPage
from desktop_app.words import history as undo_words
from desktop_app.words import members
from desktop_app.words.history import HISTORY
from tests.services.office_steps import Office
from tests.services.records import Records
from tests.shown import texts
from tests.views.minutes_desk import Person, settle
from tests.widgets.typing import ALT, CONTROL, press, type_text

KEY, LEFT_TO_RIGHT = Qt.Key, Qt.LayoutDirection.LeftToRight


@dataclass
class MembersDesk:
    """The page, its controller, the office behind them and the person before them."""

    office: Office
    page: MembersPage
    controller: MembersController
    person: Person
    told: list[Changed] = field(default_factory=list)
    saved: list[str] = field(default_factory=list)
    asked: list[Destination] = field(default_factory=list)

    def focused(self) -> QWidget:
        widget = self.page.window().focusWidget()
        assert widget is not None
        return widget

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        press(self.focused(), key, "", held)
        settle()

    def write(self, name: str, text: str) -> None:
        """Type into a field of the open form."""
        editor = self.form().editor(name)
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
        target = QApplication.focusWidget() or editor.focusProxy() or editor
        type_text(target, text)

    def form(self) -> MembersForm:
        form = self.page.panel.form()
        assert form is not None
        return form

    def go_to(self, kind: str, record_id: int) -> None:
        self.page.list.focus((kind, record_id))
        settle()

    def notice(self) -> str:
        return self.page.ui.notice.title() if not self.page.ui.notice.isHidden() else ""

    def row_has_keyboard(self) -> RowKey | None:
        return self.page.list.focused()

    def press_act(self, key: str, about: int = 0) -> None:
        button = self.page.panel.button(key, about)
        assert button is not None, key
        button.setFocus()
        press(button, KEY.Key_Space)
        settle()


@pytest.fixture
def desk(office: Office) -> Iterator[MembersDesk]:
    page = MembersPage(office.clock.today)
    person = Person()
    controller = MembersController(page, office.context, person, page)
    found = MembersDesk(office, page, controller, person)
    controller.changed.connect(found.told.append)
    controller.status_message.connect(lambda text, _tone: found.saved.append(text))
    controller.navigated.connect(found.asked.append)
    page.resize(1216, 844)
    page.show()
    page.activateWindow()
    controller.show()
    page.focus_list()
    settle()
    yield found
    page.close()
    page.deleteLater()


# ---- seats


def test_arrows_walk_and_the_panel_follows(desk: MembersDesk) -> None:
    assert desk.row_has_keyboard() == ("seat", desk.office.seats[0])
    desk.key(KEY.Key_Down)
    assert desk.row_has_keyboard() == ("seat", desk.office.seats[1])
    detail = desk.page.panel.detail()
    assert detail is not None
    assert (detail.key, detail.title) == (("seat", desk.office.seats[1]), "سمت 2")
    desk.key(KEY.Key_Return)
    assert desk.page.panel.isAncestorOf(desk.focused()), "Enter opens: the keyboard goes to the panel"


def test_a_seat_is_added_and_a_new_person_named_for_it(desk: MembersDesk) -> None:
    desk.page.list.focus(("seat", desk.office.seats[4]))
    desk.key(KEY.Key_Insert)
    desk.write("title", "عضو ناظر")
    desk.key(KEY.Key_Return)
    made = desk.office.where("seats", party_id=desk.office.parties[1])[-1]
    assert (made.title, desk.row_has_keyboard()) == ("عضو ناظر", ("seat", made.id))
    assert desk.page.ui.alert.text() == members.vacancies(1)
    desk.press_act("nominate")
    desk.write("person", "کیوان تنکابنی")
    desk.write("post", "معاون")
    desk.write("letter_number", "۷/م")
    desk.write("letter_day", "1402/02/05")
    desk.key(KEY.Key_Return)
    one = desk.office.where("nominations", seat_id=made.id)[0]
    assert (one.letter_number, one.letter_day, one.from_day) == ("۷/م", date(2023, 4, 25), date(2023, 4, 25))
    assert desk.office.get("people", one.person_id).post == "معاون"
    assert desk.page.ui.alert.isHidden()
    assert desk.told[-1] & Changed.MEMBERS


def test_a_successor_is_named_in_the_panel_and_the_seat_keeps_its_history(desk: MembersDesk) -> None:
    seat = desk.office.seats[3]
    desk.go_to("seat", seat)
    desk.press_act("succeed")
    desk.write("person", "کیوان")
    desk.write("letter_day", "1402/02/05")
    desk.key(KEY.Key_Return)
    old, new = desk.office.where("nominations", seat_id=seat)
    assert (old.to_day, new.from_day) == (date(2023, 4, 24), date(2023, 4, 25))
    detail = desk.page.panel.detail()
    assert detail is not None
    assert [line.title for line in detail.lines] == ["کیوان", "شخص 4"]


def test_an_introduced_person_begins_and_ends_by_the_panel(desk: MembersDesk) -> None:
    seat = add_seat(desk.office.context, Seat(party_id=1, role=SeatRole.MEMBER, title="عضو", ordinal=0)).id
    desk.controller.reload(Changed.MEMBERS)
    desk.go_to("seat", seat)
    desk.press_act("alternate")
    desk.write("person", "نیلوفر")
    desk.write("letter_day", "1402/02/05")
    form = desk.form()
    form.editor("from_day").setFocus()
    line = QApplication.focusWidget()
    assert line is not None
    press(line, KEY.Key_A, "", CONTROL)
    press(line, KEY.Key_Delete)
    desk.key(KEY.Key_Return)
    one = desk.office.where("nominations", seat_id=seat)[0]
    assert (one.role, one.state, one.from_day) == (NominationRole.ALTERNATE, NominationState.INTRODUCED, None)
    desk.press_act("begin", one.id)
    desk.key(KEY.Key_Return)
    assert desk.office.get("nominations", one.id).state is NominationState.ACTIVE
    desk.press_act("end", one.id)
    desk.write("reason", "بازنشستگی")
    desk.key(KEY.Key_Return)
    over = desk.office.get("nominations", one.id)
    assert (over.state, over.to_day) == (NominationState.ENDED, date(2023, 5, 1))


def test_a_refusal_stands_beneath_its_field_and_nothing_is_lost(desk: MembersDesk) -> None:
    desk.go_to("seat", desk.office.seats[3])
    desk.press_act("succeed")
    desk.write("person", "شخص 1")
    assert desk.form().field("post").isHidden(), "a known person has a post already"
    desk.write("letter_day", "1401/08/01")
    desk.key(KEY.Key_Return)
    assert "امضای تفاهم‌نامه" in desk.form().field("letter_day").error()
    desk.form().editor("letter_day").setFocus()
    line = QApplication.focusWidget()
    assert line is not None
    press(line, KEY.Key_A, "", CONTROL)
    type_text(line, "1402/02/05")
    desk.key(KEY.Key_Return)
    assert "کرسی دیگری دارد" in desk.form().field("person").error()
    assert desk.form().values()["person"] == "شخص 1"


def test_order_by_keyboard_and_the_way_back(desk: MembersDesk) -> None:
    first, second = desk.office.seats[:2]
    desk.go_to("seat", second)
    desk.key(KEY.Key_Up, ALT)
    assert [one.id for one in desk.office.where("seats", party_id=1)][:2] == [second, first]
    assert (desk.row_has_keyboard(), desk.notice()) == (("seat", second), members.MOVED_TOLD)
    button = desk.page.ui.notice.action_button()
    assert button.text() == undo_words.UNDO
    button.click()
    settle()
    assert [one.id for one in desk.office.where("seats", party_id=1)][:2] == [first, second]
    desk.go_to("seat", first)
    desk.key(KEY.Key_Up, ALT)
    assert desk.notice() == "", "at the end nothing moves and nothing is said"


def test_delete_asks_then_archives_and_offers_the_way_back(desk: MembersDesk) -> None:
    desk.go_to("seat", desk.office.seats[0])
    desk.key(KEY.Key_Delete)
    assert "شخص 1" in desk.notice()
    seat = add_seat(desk.office.context, Seat(party_id=1, role=SeatRole.MEMBER, title="ناظر", ordinal=0)).id
    desk.controller.reload(Changed.MEMBERS)
    desk.go_to("seat", seat)
    desk.person.answer = "stay"
    desk.key(KEY.Key_Delete)
    assert desk.office.get("seats", seat).archived_on is None
    desk.person.answer = "archive"
    desk.key(KEY.Key_Delete)
    assert desk.office.get("seats", seat).archived_on is not None
    assert desk.row_has_keyboard() == ("seat", desk.office.seats[4]), "the one that stands in its place now"
    assert "«ناظر» بایگانی شد." in desk.notice(), "and not the one that shows now"
    desk.page.ui.notice.action_button().click()
    settle()
    assert desk.office.get("seats", seat).archived_on is None


def test_the_way_back_works_as_long_as_its_sentence_stands(desk: MembersDesk) -> None:
    seat = add_seat(desk.office.context, Seat(party_id=1, role=SeatRole.MEMBER, title="ناظر", ordinal=0)).id
    desk.controller.reload(Changed.MEMBERS)
    desk.go_to("seat", seat)
    desk.key(KEY.Key_Delete)
    desk.go_to("seat", desk.office.seats[0])
    desk.key(KEY.Key_F2)
    desk.form().editor("title").setFocus()
    desk.key(KEY.Key_A, CONTROL)
    desk.key(KEY.Key_Delete)
    desk.key(KEY.Key_Return)
    assert desk.form().field("title").error(), "refused beside its field, so the sentence above still stands"
    desk.page.ui.notice.action_button().click()
    settle()
    assert desk.office.get("seats", seat).archived_on is None


# ---- the guard


def test_something_typed_is_asked_about_before_it_goes(desk: MembersDesk) -> None:
    desk.go_to("seat", desk.office.seats[0])
    desk.key(KEY.Key_F2)
    assert desk.controller.may_leave(), "nothing typed, nothing asked"
    assert desk.person.asked == []
    desk.key(KEY.Key_F2)
    desk.write("title", " و بیشتر")
    assert desk.saved[-1] == members.NOT_SAVED
    desk.person.answer = "stay"
    assert not desk.controller.may_leave()
    desk.key(KEY.Key_Escape)
    press(desk.page, KEY.Key_2, "", ALT)
    desk.page.show_part(members.UNITS)
    assert (desk.page.part(), desk.page.panel.unfinished()) == (members.SEATS, 1)
    desk.person.answer = "leave"
    desk.key(KEY.Key_Escape)
    assert desk.page.panel.form() is None
    assert desk.office.get("seats", desk.office.seats[0]).title == "سمت 1"


def test_undo_inside_a_form_takes_typing_back(desk: MembersDesk) -> None:
    desk.go_to("seat", desk.office.seats[0])
    desk.key(KEY.Key_F2)
    desk.write("title", "آ")
    press(desk.form().editor("title"), KEY.Key_Z, "", CONTROL)
    assert desk.form().values()["title"] == "سمت 1"
    assert not desk.form().is_dirty()


def test_a_form_that_another_hand_overtook_says_so_and_keeps_the_typing(desk: MembersDesk) -> None:
    desk.go_to("seat", desk.office.seats[0])
    desk.key(KEY.Key_F2)
    desk.write("title", "آ")
    stored = desk.office.get("seats", desk.office.seats[0])
    desk.office.put("seats", replace(stored, title="دیگر"))
    desk.key(KEY.Key_Return)
    assert desk.notice() != ""
    assert desk.form().values()["title"] != "دیگر"


# ---- units and people


def test_a_unit_below_another_with_its_liaison(desk: MembersDesk) -> None:
    desk.page.ui.parts.choose(members.UNITS)
    desk.go_to("unit", desk.office.units[0])
    assert desk.page.ui.alert.text() == members.without_liaison(4)
    desk.press_act("child")
    desk.write("name", "ادارهٔ زیرساخت")
    desk.write("liaison", "نگار")
    desk.key(KEY.Key_Return)
    made = desk.office.where("units", party_id=1)[-1]
    assert (made.parent_id, made.liaison) == (desk.office.units[0], "نگار")
    assert desk.row_has_keyboard() == ("unit", made.id)


def test_a_unit_with_open_tasks_leads_to_them(desk: MembersDesk) -> None:
    _meeting, version_id = desk.office.written()
    desk.office.finalised(version_id)
    desk.page.ui.parts.choose(members.UNITS)
    desk.go_to("unit", desk.office.units[0])
    assert desk.page.panel.button("tasks") is not None
    desk.key(KEY.Key_Delete)
    assert "۲ وظیفهٔ باز" in desk.notice()
    desk.page.ui.notice.action_button().click()
    assert desk.asked == [OpenUnitTasks(desk.office.units[0])]


def test_people_are_searched_in_any_spelling_and_copied_as_cells(desk: MembersDesk) -> None:
    desk.page.ui.parts.choose(members.PEOPLE)
    desk.key(KEY.Key_Insert)
    desk.write("name", "کیوان یزدی")
    desk.write("post", "=معاون")
    desk.key(KEY.Key_Return)
    desk.page.ui.search.setFocus()
    type_text(desk.page.ui.search, "یزدي")
    settle()
    made = desk.office.where("people")[-1]
    assert desk.page.list.order() == (("person", made.id),)
    desk.page.copy(whole=False)
    assert QGuiApplication.clipboard().text() == "کیوان یزدی\t'=معاون\t\t\t", "no formula"
    desk.page.ui.search.clear()
    type_text(desk.page.ui.search, "زرافه")
    settle()
    assert desk.page.list.order() == ()
    assert members.nobody_found("زرافه") in [one.text() for one in desk.page.list.findChildren(TextLabel)]
    desk.page.ui.search.clear()
    desk.page.copy(whole=True)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0] == "\t".join(members.COLUMNS[members.PEOPLE])
    assert len(lines) == 10
    desk.go_to("person", made.id)
    desk.key(KEY.Key_Delete)
    assert ("person", made.id) not in desk.page.list.order()
    desk.page.ui.archived.setChecked(True)
    assert ("person", made.id) in desk.page.list.order()


def test_a_phone_is_typed_and_shown_left_to_right_found_and_copied(desk: MembersDesk) -> None:
    desk.page.ui.parts.choose(members.PEOPLE)
    desk.key(KEY.Key_Insert)
    desk.write("name", "کیوان یزدی")
    desk.write("phone", "۰۱۱-۳۳۲۲ ۱۱۰۰")
    editor = desk.form().editor("phone")
    assert (editor.layoutDirection(), typed_texts(desk.form())["phoneEdit"]) == (LEFT_TO_RIGHT, "۰۱۱-۳۳۲۲ ۱۱۰۰")
    desk.key(KEY.Key_Return)
    made = desk.office.where("people")[-1]
    shown = "\u2066۰۱۱-۳۳۲۲ ۱۱۰۰\u2069"
    row, detail = desk.page.list.row(("person", made.id)), desk.page.panel.detail()
    assert row is not None
    assert detail is not None
    assert (made.phone, row.content().note, detail.facts) == ("۰۱۱-۳۳۲۲ ۱۱۰۰", shown, ((members.PHONE, shown),))
    type_text(desk.page.ui.search, "0113322")
    settle()
    assert desk.page.list.order() == (("person", made.id),)
    desk.page.copy(whole=False)
    assert QGuiApplication.clipboard().text() == "کیوان یزدی\t\t\t\t۰۱۱-۳۳۲۲ ۱۱۰۰"
    desk.go_to("person", made.id)
    desk.key(KEY.Key_F2)
    assert desk.form().values() == {"name": "کیوان یزدی", "post": "", "phone": "۰۱۱-۳۳۲۲ ۱۱۰۰"}
    desk.page.ui.search.clear()
    desk.key(KEY.Key_Escape)
    desk.go_to("person", desk.office.people[0])
    detail = desk.page.panel.detail()
    assert detail is not None
    assert detail.facts == (), "a person without a number has no line for it"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("", ""),
        ("+98 (911) 000-1122", "<+98 (911) 000-1122>"),
        ("(011) 33 (00)", "<(011) 33 (00)>"),
        ("۰۱۱-۳۳۰۰ ۱۱۲۲ داخلی ۴", "<۰۱۱-۳۳۰۰ ۱۱۲۲> داخلی <۴>"),
        ("۰۱۱-۳۳۰۰، ۰۱۱-۴۴۰۰", "<۰۱۱-۳۳۰۰>، <۰۱۱-۴۴۰۰>"),
    ],
)
def test_each_number_of_a_phone_keeps_its_order_among_words(typed: str, shown: str) -> None:
    assert members.phone(typed) == shown.replace("<", "\u2066").replace(">", "\u2069")


def test_the_menu_of_a_row_offers_what_its_keys_do(desk: MembersDesk) -> None:
    names = [one.text().split("\t")[0] for one in desk.page.menu.menu_of(("seat", 1)).actions() if one.text()]
    assert names == [members.EDIT, members.UP, members.DOWN, members.ARCHIVE, HISTORY]


def test_without_a_committee_the_page_says_where_to_begin(unfounded: Records) -> None:
    office = Office(unfounded.open_work, unfounded.clock)
    page = MembersPage(office.clock.today)
    controller = MembersController(page, office.context, Person(), page)
    wanted: list[Destination] = []
    controller.navigated.connect(wanted.append)
    page.show()
    controller.show()
    page.focus_list()
    assert page.ui.stack.currentWidget() is page.ui.empty
    page.ui.empty.action_requested.emit()
    assert wanted == [OpenPage("founding")]
    page.close()
    page.deleteLater()


def test_data_without_a_committee_that_are_only_looked_at_lead_to_no_founding(unfounded: Records) -> None:
    office = Office(unfounded.open_work, unfounded.clock)
    page = MembersPage(office.clock.today)
    controller = MembersController(page, replace(office.context, writable=False), Person(), page)
    page.show()
    controller.show()
    assert page.ui.stack.currentWidget() is page.ui.empty
    told = [one.text() for one in page.ui.empty.findChildren(QWidget) if hasattr(one, "text") and one.isVisible()]
    assert told == [members.NO_COMMITTEE]
    page.close()
    page.deleteLater()


def test_a_party_without_seats_asks_for_one_only_where_one_may_be_added(desk: MembersDesk) -> None:
    sheet = members_sheet(desk.office.context)
    bare = replace(sheet, parties=tuple(replace(one, seats=(), units=()) for one in sheet.parties))
    for part, asked, said in (
        (members.SEATS, members.no_seats(may_add=True), members.no_seats(may_add=False)),
        (members.UNITS, members.no_units(may_add=True), members.no_units(may_add=False)),
    ):
        desk.page.show_part(part)
        desk.page.show_sheet(bare)
        settle()
        assert asked in texts(desk.page.list)
        desk.page.show_sheet(replace(bare, read_only=True))
        settle()
        shown = texts(desk.page.list)
        assert said in shown
        assert asked not in shown
