"""The controller of the registers over a real page: what is recorded, refused in its sheet, struck and taken back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.controllers.registers.kept_letters import KeptLetters
from desktop_app.controllers.registers.registers_controller import RegistersController
from desktop_app.controllers.shell.destinations import OpenPapers, OpenRegister
from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.papers import Classification
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.read_models.listing import RegisterView
from desktop_app.domain.read_models.rows import RegisterRow, register_line
from desktop_app.domain.rules.invitations import SendingWay
from desktop_app.domain.rules.registered_papers import IncomingPaper, OutgoingPaper
from desktop_app.services.office.office_state import office_calendar
from desktop_app.services.registers import incoming, outgoing
from desktop_app.services.registers.register_sheet import register_rows
from desktop_app.text.registers import registers as words
from desktop_app.text.shared.refusals import sentence
from desktop_app.views.registers import paper_format as acts
from desktop_app.views.registers.cause_sheets import ReportSheet, extension_sheet
from desktop_app.views.registers.paper_sheets import FieldsSheet
from desktop_app.views.registers.registers_page import RegistersPage
from desktop_app.views.registers.registers_spec import (
    PRINT,
    RECORD_INCOMING,
    RECORD_OUTGOING,
    SLIP,
    RegisterOptions,
    registers_spec,
)
from desktop_app.widgets.dates.date_source import date_source
from desktop_app.widgets.dates.jalali_date_edit import JalaliDateEdit
from desktop_app.widgets.fields.choice_field import ChoiceField
from desktop_app.widgets.fields.line_field import LineField
from desktop_app.widgets.paper.open_pages import OpenPages
from tests.bootstrap.parts import AnsweringDialogs
from tests.services.office_steps import Office
from tests.services.registers.test_registers import came, went
from tests.shown import texts


class Desk:
    """The page over an office, and what it tells."""

    def __init__(
        self, page: RegistersPage, controller: RegistersController, dialogs: AnsweringDialogs, office: Office
    ) -> None:
        self.page, self.controller, self.dialogs, self.office = page, controller, dialogs, office
        self.went: list[object] = []
        controller.navigated.connect(self.went.append)

    def sheet(self) -> FieldsSheet:
        sheet = self.page.sheet()
        assert isinstance(sheet, FieldsSheet)
        return sheet

    def write(self, **typed: str) -> None:
        for key, text in typed.items():
            line = self.sheet().fields.editor(key)
            assert isinstance(line, LineField)
            line.set_text(text)
        self.sheet().save()

    def came(self) -> list[IncomingPaper]:
        return list(self.office.where("incoming_papers"))

    def sent(self) -> list[OutgoingPaper]:
        return list(self.office.where("outgoing_papers"))


def _no_letter(_paper_id: int) -> OpenPages:
    raise RuleBroken("letter_made_elsewhere")


@pytest.fixture
def desk(qtbot: QtBot, office: Office) -> Desk:
    """The page, shown."""
    context = office.context

    def rows(ids: Sequence[int]) -> Mapping[int, RegisterRow]:
        return dict(zip(ids, register_rows(context, ids), strict=True))

    page = RegistersPage(registers_spec(RegisterOptions(tuple, tuple, tuple, tuple)), rows, lambda named: named.text)
    page.set_source(date_source(office_calendar(context), office.clock.today, sentence))
    dialogs = AnsweringDialogs()
    letters = KeptLetters(_no_letter)
    controller = RegistersController(page, context, dialogs, letters)
    qtbot.addWidget(page)
    page.resize(1300, 800)
    page.show()
    controller.show()
    return Desk(page, controller, dialogs, office)


def test_an_empty_register_offers_to_record_the_first_letter(desk: Desk) -> None:
    assert words.EMPTY in texts(desk.page)
    desk.page.ui.empty.action_requested.emit()
    desk.write(sender="واحد ۱", subject="گزارش", number="۱۲/۳")
    (paper,) = desk.came()
    assert (paper.sender, paper.number, paper.received_on) == ("واحد ۱", "۱۲/۳", desk.office.clock.today())
    assert desk.page.sheet() is None
    assert desk.page.chosen_id() == register_line(paper.id, outgoing=False)
    assert words.recorded(False, 1) in texts(desk.page)


def test_what_is_refused_stands_in_the_sheet_and_nothing_is_lost(desk: Desk) -> None:
    desk.page.act_requested.emit(RECORD_INCOMING)
    desk.write(subject="گزارش")
    assert "فرستندهٔ نامه نوشته نشده است" in "".join(texts(desk.sheet()))
    desk.write(sender="واحد ۱")
    assert [one.subject for one in desk.came()] == ["گزارش"]


def test_recording_is_taken_back_by_striking_and_done_again(desk: Desk) -> None:
    desk.page.act_requested.emit(RECORD_INCOMING)
    desk.write(sender="واحد ۱", subject="گزارش")
    desk.controller.undo()
    assert [one.struck_reason for one in desk.came()] == [words.TAKEN_BACK]
    desk.controller.redo()
    assert [one.struck_on for one in desk.came()] == [None]
    desk.controller.undo()
    assert [one.struck_reason for one in desk.came()] == [words.TAKEN_BACK]


def test_a_letter_made_elsewhere_is_recorded_and_who_received_it_noted(desk: Desk) -> None:
    desk.page.act_requested.emit(RECORD_OUTGOING)
    desk.write(addressee="استانداری", subject="پیگیری", number="۷")
    desk.controller.do(acts.DELIVERY)
    desk.write(received_by="خانم کیا")
    assert "روز تحویل نوشته نشده است" in "".join(texts(desk.sheet()))
    day = desk.sheet().fields.editor("received_on")
    assert isinstance(day, JalaliDateEdit)
    day.set_day(desk.office.clock.today())
    desk.sheet().save()
    assert desk.page.sheet() is None, texts(desk.page)
    assert [one.received_by for one in desk.sent()] == ["خانم کیا"]
    desk.controller.undo()
    assert [one.received_by for one in desk.sent()] == [""]


def test_a_number_that_comes_later_is_asked_for_only_where_there_is_none(desk: Desk) -> None:
    desk.page.act_requested.emit(RECORD_OUTGOING)
    desk.write(addressee="استانداری", subject="پیگیری")
    desk.controller.do(acts.DELIVERY)
    assert words.NUMBER_LATER_HINT in texts(desk.sheet())
    desk.write(number="۱۲/۴۵")
    assert desk.page.sheet() is None, texts(desk.page)
    assert [one.number for one in desk.sent()] == ["۱۲/۴۵"]
    assert words.numbered("۱۲/۴۵") in texts(desk.page)
    desk.controller.undo()
    assert [one.number for one in desk.sent()] == ["۱۲/۴۵"], "a number that was given has no way back"
    desk.controller.do(acts.DELIVERY)
    assert words.NUMBER not in texts(desk.sheet())
    desk.sheet().leave()


def test_striking_asks_for_the_reason_and_comes_back_only_where_it_came_in(desk: Desk) -> None:
    incoming.record_incoming(desk.office.context, came(desk.office))
    outgoing.record_outgoing(desk.office.context, went(desk.office))
    desk.controller.show()
    for outgoing_ in (False, True):
        desk.page.choose(register_line(1, outgoing=outgoing_))
        desk.controller.do(acts.STRIKE)
    assert (desk.came()[0].struck_reason, desk.sent()[0].struck_reason) == ("دلیل آزمون", "دلیل آزمون")
    desk.controller.undo()
    assert desk.came()[0].struck_on is not None, "the last act has no way back, so nothing is taken back"
    desk.controller.do(acts.DELIVERY)
    assert words.NOT_OF_THIS in texts(desk.page)


def test_a_letter_that_the_view_hides_is_found_among_all(desk: Desk) -> None:
    made = incoming.record_incoming(desk.office.context, came(desk.office))
    outgoing.record_outgoing(desk.office.context, went(desk.office))
    desk.page.show_view(RegisterView.OUTGOING.value)
    desk.controller.visit(OpenRegister(register_line(made.id, outgoing=False)))
    assert desk.page.chosen_id() == register_line(made.id, outgoing=False)
    assert desk.page.query().view == RegisterView.ALL.value


def test_the_list_leads_to_its_papers_with_its_own_question(desk: Desk) -> None:
    incoming.record_incoming(desk.office.context, came(desk.office))
    desk.page.show_view(RegisterView.INCOMING.value)
    for key, kind in ((PRINT, PaperKind.LETTERS_REGISTER), (SLIP, PaperKind.DELIVERY_SLIP)):
        desk.page.act_requested.emit(key)
        led = desk.went[-1]
        assert isinstance(led, OpenPapers)
        assert (led.order.kind, led.order.query.view) == (kind, RegisterView.INCOMING.value)


def test_a_letter_is_linked_to_a_meeting_and_parted_from_it(desk: Desk) -> None:
    meeting_id = desk.office.convened()
    incoming.record_incoming(desk.office.context, came(desk.office))
    desk.controller.show()
    desk.controller.do(acts.TO_MEETING)
    desk.sheet().save()
    sheet = desk.page.panel.sheet()
    assert sheet is not None
    assert [(one.kind, one.id) for one in sheet.about] == [("meeting", meeting_id)]
    desk.controller.do(acts.UNLINK)
    assert words.NO_LINKS in texts(desk.page)
    desk.controller.undo()
    assert words.NO_LINKS not in texts(desk.page)


def test_leaving_asks_only_while_something_is_typed(desk: Desk) -> None:
    desk.page.act_requested.emit(RECORD_INCOMING)
    assert desk.controller.may_leave()
    assert desk.page.sheet() is None
    desk.page.act_requested.emit(RECORD_INCOMING)
    line = desk.sheet().fields.editor("subject")
    assert isinstance(line, LineField)
    line.set_text("گزارش")
    desk.dialogs.answers = ["stay", "leave"]
    assert not desk.controller.may_leave()
    assert desk.sheet().is_dirty()
    assert desk.controller.may_leave()
    assert desk.page.sheet() is None


def test_how_letters_went_is_told_of_all_chosen_rows_at_once(desk: Desk, qtbot: QtBot) -> None:
    incoming.record_incoming(desk.office.context, came(desk.office))
    for _letter in range(2):
        outgoing.record_outgoing(desk.office.context, went(desk.office, way=SendingWay.OTHER))
    desk.controller.show()
    desk.page.focus_list()
    table = desk.page.ui.table
    desk.page.choose(desk.page.model.id_at(0) or 0)
    for _row in range(2):
        QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert len(desk.page.chosen_ids()) == 3
    desk.page.paper_act_requested.emit(acts.DELIVERY)
    assert words.of_several(2) in texts(desk.sheet())
    way = desk.sheet().fields.editor("way")
    assert isinstance(way, ChoiceField)
    way.set_value(SendingWay.BY_HAND.value)
    desk.sheet().save()
    assert [one.way for one in desk.sent()] == [SendingWay.BY_HAND] * 2
    assert words.DELIVERIES_NOTED in texts(desk.page)
    desk.controller.undo()
    assert [one.way for one in desk.sent()] == [SendingWay.OTHER] * 2


def test_how_a_letter_went_is_asked_first_where_nobody_told_it(desk: Desk) -> None:
    outgoing.record_outgoing(desk.office.context, went(desk.office, way=SendingWay.OTHER))
    desk.controller.show()
    desk.page.choose(register_line(1, outgoing=True))
    desk.controller.do(acts.DELIVERY)
    way = desk.sheet().fields.editor("way")
    assert isinstance(way, ChoiceField)
    assert way.value() is None
    desk.sheet().save()
    assert [one.way for one in desk.sent()] == [SendingWay.OTHER], "it may stay untold"


def test_the_words_of_a_guarded_letter_are_not_carried_to_where_nothing_guards_them(desk: Desk) -> None:
    plain = came(desk.office, subject="گزارش")
    guarded = replace(plain, classification=Classification.SECRET)
    told = [extension_sheet(paper, (), 0).rows[2][0].value for paper in (plain, guarded)]
    assert told == ["گزارش", ""]
    notes = [ReportSheet(one, (), 0, desk.page.dates, desk.page).form.typed().note for one in (plain, guarded)]
    assert notes == ["گزارش", ""]
