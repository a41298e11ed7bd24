"""The controller of the registers over a real page: what is recorded, refused in its sheet, struck and taken back."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.errors import EnvironmentProblem, RuleBroken
from desktop_app.domain.papers import Classification
from desktop_app.domain.read_models.listing import ListQuery, RegisterRow, RegisterView, register_line
from desktop_app.domain.read_models.paper_sheets import RegisterSheet
from desktop_app.domain.rules.files import FileDoubt, FileOwner, RecordRef, StoredFile
from desktop_app.domain.rules.invitations import Sending, SendingWay
from desktop_app.domain.rules.notices import Notice
from desktop_app.domain.rules.registered_papers import IncomingPaper, OutgoingPaper
from desktop_app.domain.rules.requests import Request, RequestState
from desktop_app.domain.rules.resolution_actions import Extension
from desktop_app.domain.rules.resolutions import ResolutionAct, ResolutionActKind
from desktop_app.domain.text.digits import persian_digits
from desktop_app.services import lists
from desktop_app.services.context import Context
from desktop_app.services.files.owners import files_sheet
from desktop_app.services.follow_up.notifying import notify
from desktop_app.services.follow_up.resolution_acts import extend
from desktop_app.services.follow_up.resolution_sheet import resolution_sheet
from desktop_app.services.meetings.meeting_sheet import meeting_sheet
from desktop_app.services.office.office_state import office_calendar
from desktop_app.services.registers import papers, register_sheet
from desktop_app.services.registers.invitations import send_invitations
from desktop_app.services.registers.register_sheet import open_tasks
from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.dates.date_source import date_source
from desktop_app.widgets.dates.jalali_date_edit import JalaliDateEdit
from desktop_app.widgets.fields.choice_field import ChoiceField
from desktop_app.widgets.fields.drafted import Drafted, fields_of, text_of, type_into
from desktop_app.widgets.fields.line_field import LineField
from desktop_app.widgets.paper.open_pages import OpenPages
from desktop_app.widgets.paper.page_canvas import PageImage
from desktop_app.window.kit.destinations import OpenMeeting, OpenPapers, OpenRegister
from desktop_app.window.kit.file_drop import DroppedFiles
from desktop_app.window.kit.files.files_dialog import FileRow, FilesDialog
from desktop_app.window.kit.files.record_files import RecordFiles
from desktop_app.window.kit.list_spec import PRINT_LIST
from desktop_app.window.kit.members_format import MembersForm
from desktop_app.window.kit.record_sheet import FieldsSheet
from desktop_app.window.kit.resolution_form import ResolutionForm
from desktop_app.window.kit.state_format import SentLetterDialog
from desktop_app.window.letters import paper_panel as acts
from desktop_app.window.letters import recorded_papers
from desktop_app.window.letters.cause_sheets import NominationSheet, ReportSheet, extension_sheet
from desktop_app.window.letters.controller import RegistersController
from desktop_app.window.letters.page import RECORD_INCOMING, RECORD_OUTGOING, SLIP, RegistersPage, registers_spec
from desktop_app.window.letters.paper_panel import facts_of
from desktop_app.window.letters.paper_sheets import IncomingSheet
from desktop_app.window.shell.words import FORMS
from desktop_app.words import attached_files as file_words
from desktop_app.words import letters as words
from desktop_app.words import lists as list_words
from desktop_app.words.members import NEWCOMER_HINT
from desktop_app.words.refusals import sentence
from desktop_app.workers import Workers
from tests.bootstrap.parts import AnsweringDialogs
from tests.letting_go import let_go as let_go_over
from tests.services.office_steps import MONDAY, Office
from tests.services.records import Records
from tests.services.registers.test_registers import came, went
from tests.shown import child, texts
from tests.store_shelf import store_shelf
from tests.widgets.typing import PASTING, Chord


class Desk:
    """The page over an office, and what it tells."""

    def __init__(
        self, page: RegistersPage, controller: RegistersController, dialogs: AnsweringDialogs, office: Office
    ) -> None:
        self.page, self.controller, self.dialogs, self.office = page, controller, dialogs, office
        self.went: list[object] = []
        self.letters: dict[int, OpenPages] = {}
        """By outgoing paper: the letter that was made here."""
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


def panel_of(desk: Desk) -> RegisterSheet:
    sheet = desk.page.record()
    assert sheet is not None
    return sheet


class Blank:
    """A letter of one page on which nothing stands."""

    count, points = 1, ((595.0, 842.0),)

    def draw(self, _page: int, width: int) -> PageImage:
        return PageImage(b"\xff" * (width * width * 4), width, width)

    def close(self) -> None:
        """Nothing is open."""


def test_a_letter_of_the_register_is_not_called_an_invitation_when_it_is_looked_at(
    desk: Desk,
) -> None:
    paper = papers.record_outgoing(desk.office.context, went(desk.office))
    (kept,) = [one for one in desk.sent() if one.id == paper.id]
    desk.controller.show()
    desk.page.choose(register_line(paper.id, outgoing=True))
    desk.controller.outgoing.show_letter()
    assert "بیرون از برنامه" in " ".join(texts(desk.page))
    desk.letters[paper.id] = Blank()
    desk.controller.outgoing.show_letter()
    (dialog,) = desk.page.findChildren(SentLetterDialog)
    assert dialog.windowTitle() == f"نامه به {kept.addressee}"
    dialog.reject()


@pytest.fixture
def desk(qtbot: QtBot, office: Office, records: Records) -> Desk:
    """The page, shown."""
    context = office.context

    def rows(ids: Sequence[int]) -> Mapping[int, RegisterRow]:
        return dict(zip(ids, lists.REGISTERS.rows(context, ids), strict=True))

    page = RegistersPage(registers_spec(tuple, tuple), rows, lambda named: named.text)
    page.set_source(date_source(office_calendar(context), office.clock.today, sentence))
    dialogs = AnsweringDialogs()
    workers, file_port = Workers(page), store_shelf(records.folder.files)

    def letter_of(paper_id: int) -> OpenPages:
        if paper_id not in made.letters:
            raise RuleBroken("letter_made_elsewhere")
        return made.letters[paper_id]

    controller = RegistersController(page, context, dialogs, letter_of, file_port, workers)
    made = Desk(page, controller, dialogs, office)
    files = RecordFiles(page, page.panel.files, page.panel, controller, file_port, dialogs, workers)
    files.accept_files_without_record(controller.incoming.record_with_files)
    qtbot.addWidget(page)
    page.resize(1300, 800)
    page.show()
    controller.show()
    return made


def test_an_empty_register_offers_to_record_the_first_letter(desk: Desk) -> None:
    assert words.EMPTY in texts(desk.page)
    desk.page.ui.empty.action_requested.emit()
    desk.write(sender="واحد ۱", subject="گزارش", number="۱۲/۳")
    (paper,) = desk.came()
    assert (paper.sender, paper.number, paper.received_on) == ("واحد ۱", "۱۲/۳", desk.office.clock.today())
    assert desk.page.sheet() is None
    assert desk.page.chosen_id() == register_line(paper.id, outgoing=False)
    assert words.recorded(False, 1) in texts(desk.page)


def test_once_nothing_may_be_written_the_paper_that_shows_is_only_looked_at(desk: Desk) -> None:
    """Damage may be met while the page is open."""
    desk.page.act_requested.emit(RECORD_INCOMING)
    desk.write(sender="واحد ۱", subject="گزارش")
    assert desk.page.panel.acts.button(acts.REPORT) is not None
    assert desk.page.ui.actions.button(RECORD_INCOMING) is not None
    desk.page.set_writable(writable=False)
    assert desk.page.record() is not None
    assert desk.page.panel.acts.button(acts.REPORT) is None
    assert desk.page.ui.actions.button(RECORD_INCOMING) is None


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
    papers.record_incoming(desk.office.context, came(desk.office))
    papers.record_outgoing(desk.office.context, went(desk.office))
    desk.controller.show()
    for outgoing_ in (False, True):
        desk.page.choose(register_line(1, outgoing=outgoing_))
        desk.controller.do(acts.STRIKE)
    assert (desk.came()[0].struck_reason, desk.sent()[0].struck_reason) == ("دلیل آزمون", "دلیل آزمون")
    desk.controller.undo()
    assert desk.came()[0].struck_on is not None, "the last act has no way back, so nothing is taken back"
    desk.controller.do(acts.DELIVERY)
    assert "این ردیف خط خورده است و «ارسال و تحویل» برای آن شدنی نیست. ردیف دیگری برگزینید." in texts(desk.page)


def test_an_act_of_the_other_register_says_which_and_why(desk: Desk) -> None:
    papers.record_incoming(desk.office.context, came(desk.office))
    papers.record_outgoing(desk.office.context, went(desk.office))
    desk.controller.show()
    desk.page.choose(register_line(1, outgoing=False))
    desk.controller.do(acts.DELIVERY)
    assert "«ارسال و تحویل» برای نامهٔ صادره است و این نامه وارده است. نامهٔ صادره را برگزینید." in texts(desk.page)
    desk.page.choose(register_line(1, outgoing=True))
    desk.controller.do(acts.REPORT)
    assert "«گزارش کار» برای نامهٔ وارده است و این نامه صادره است. نامهٔ وارده را برگزینید." in texts(desk.page)


def test_a_letter_that_the_view_hides_is_found_among_all(desk: Desk) -> None:
    made = papers.record_incoming(desk.office.context, came(desk.office))
    papers.record_outgoing(desk.office.context, went(desk.office))
    desk.page.show_view(RegisterView.OUTGOING.value)
    desk.controller.visit(OpenRegister(register_line(made.id, outgoing=False)))
    assert desk.page.chosen_id() == register_line(made.id, outgoing=False)
    assert desk.page.query().view == RegisterView.ALL.value


def test_the_list_leads_to_its_papers_with_its_own_question(desk: Desk) -> None:
    papers.record_incoming(desk.office.context, came(desk.office))
    desk.page.show_view(RegisterView.INCOMING.value)
    desk.page.act_requested.emit(PRINT_LIST.key)
    led = desk.went[-1]
    assert isinstance(led, OpenPapers)
    assert (led.order.kind, led.order.query.view) == (PaperKind.LETTERS_REGISTER, RegisterView.INCOMING.value)


def test_the_slip_is_of_the_chosen_letters_or_of_the_day_of_the_one_that_shows(desk: Desk) -> None:
    today = desk.office.clock.today()
    for days in (3, 0):
        papers.record_outgoing(desk.office.context, went(desk.office, day=today - timedelta(days)))
    papers.record_incoming(desk.office.context, came(desk.office))

    def asked() -> tuple[object, ...]:
        desk.page.act_requested.emit(SLIP)
        led = desk.went[-1]
        assert isinstance(led, OpenPapers)
        assert led.order.kind is PaperKind.DELIVERY_SLIP
        return led.order.sent_on, led.order.papers

    desk.controller.show()
    desk.page.choose(register_line(1, outgoing=True))
    assert asked() == (today - timedelta(3), ())
    desk.page.choose(register_line(1, outgoing=False))
    assert asked() == (None, ())
    desk.page.ui.table.selectAll()
    assert asked() == (None, (2, 1))


def test_a_letter_is_linked_to_a_meeting_and_parted_from_it(desk: Desk) -> None:
    meeting_id = desk.office.convened()
    papers.record_incoming(desk.office.context, came(desk.office))
    desk.controller.show()
    desk.controller.do(acts.TO_MEETING)
    desk.sheet().save()
    sheet = desk.page.record()
    assert sheet is not None
    assert [(one.kind, one.id) for one in sheet.about] == [("meeting", meeting_id)]
    desk.controller.do(acts.UNLINK)
    assert words.NO_LINKS in texts(desk.page)
    desk.controller.undo()
    assert words.NO_LINKS not in texts(desk.page)


def test_a_letter_that_went_out_is_linked_to_a_meeting_and_leads_there(desk: Desk) -> None:
    meeting_id = desk.office.convened()
    papers.record_outgoing(desk.office.context, went(desk.office))
    desk.controller.show()
    desk.controller.do(acts.UNLINK)
    assert "«برداشتن پیوند» برای این نامه شدنی نیست. نامهٔ دیگری برگزینید." in texts(desk.page)
    desk.controller.do(acts.TO_MEETING)
    desk.sheet().save()
    assert [(one.kind, one.id) for one in panel_of(desk).about] == [("meeting", meeting_id)]
    desk.controller.do(f"{acts.OPEN_ABOUT}0")
    assert desk.went == [OpenMeeting(meeting_id)]
    desk.controller.do(acts.UNLINK)
    assert panel_of(desk).about == ()
    desk.controller.undo()
    assert [one.kind for one in panel_of(desk).about] == ["meeting"]


def test_what_the_program_linked_itself_is_not_taken_off_a_letter_that_went_out(desk: Desk) -> None:
    context = desk.office.context
    meeting_id = desk.office.convened(MONDAY + timedelta(days=14))
    key = meeting_sheet(context, meeting_id).invitees[0].key
    send_invitations(context, meeting_id, Sending(invitees=(key,), day=desk.office.clock.today()))
    desk.controller.show()
    for act in (acts.UNLINK, acts.TO_MEETING):
        desk.controller.do(act)
        assert f"«{acts.ACTS[act].text}» برای این نامه شدنی نیست. نامهٔ دیگری برگزینید." in texts(desk.page)
        desk.controller.show()


def test_every_form_of_the_registers_has_its_own_words_among_typed_drafts() -> None:
    sheets = {("incoming_paper", form) for form in ("form", "extension", "invitation", "meeting", "agenda")} | {
        ("outgoing_paper", form) for form in ("form", "delivery", "meeting")
    }
    assert {place for place in FORMS if place[0] in {"incoming_paper", "outgoing_paper"}} == sheets


def test_an_answer_to_an_invitation_is_told_in_one_step_and_leads_to_what_was_sent(desk: Desk) -> None:
    context = desk.office.context
    meeting_id = desk.office.convened(MONDAY + timedelta(days=14))
    key = meeting_sheet(context, meeting_id).invitees[0].key
    send_invitations(context, meeting_id, Sending(invitees=(key,), day=desk.office.clock.today()))
    (sent,) = desk.sent()
    paper = papers.record_incoming(context, came(desk.office, sender=f"دفتر {sent.addressee}", subject="پاسخ"))
    desk.controller.visit(OpenRegister(register_line(paper.id, outgoing=False)))
    desk.controller.do(acts.INVITATION)
    desk.sheet().save()
    assert sentence(RuleBroken("invitation_answer_missing")) in texts(desk.sheet())
    answer = desk.sheet().fields.editor("answer")
    assert isinstance(answer, ChoiceField)
    answer.set_value("declines")
    desk.sheet().save()
    assert desk.page.sheet() is None
    assert f"{sent.addressee} نمی‌آید" in texts(desk.page)
    places = [one.kind for one in acts.shown_links(panel_of(desk))]
    desk.controller.do(f"{acts.OPEN_ABOUT}{places.index('outgoing_paper')}")
    assert desk.went == [OpenRegister(register_line(sent.id, outgoing=True))]
    desk.controller.undo()
    assert words.NO_LINKS in texts(desk.page)


def test_a_second_answer_of_one_letter_is_taken_back_before_the_first(desk: Desk) -> None:
    """It writes no row, for the letter is linked already and nobody is marked: the answer alone stands by it."""
    context = desk.office.context
    meeting_id = desk.office.convened(MONDAY + timedelta(days=14))
    invited = meeting_sheet(context, meeting_id).invitees[:2]
    names = [row.line.name for row in invited]
    paper = papers.record_incoming(context, came(desk.office, subject="پاسخ"))
    for row in invited:
        desk.controller.visit(OpenRegister(register_line(paper.id, outgoing=False)))
        desk.controller.do(acts.INVITATION)
        record, answer = desk.sheet().fields.editor("record"), desk.sheet().fields.editor("answer")
        assert isinstance(record, ChoiceField)
        assert isinstance(answer, ChoiceField)
        record.set_value(f"{meeting_id} {row.key}")
        answer.set_value("comes")
        desk.sheet().save()
    assert [one.name for one in meeting_sheet(context, meeting_id).answers] == names
    desk.controller.undo()
    assert [one.name for one in meeting_sheet(context, meeting_id).answers] == names[:1]
    desk.controller.undo()
    assert meeting_sheet(context, meeting_id).answers == ()


def test_an_answer_needs_a_meeting_that_is_ahead(desk: Desk) -> None:
    papers.record_incoming(desk.office.context, came(desk.office))
    desk.controller.show()
    desk.controller.do(acts.INVITATION)
    assert desk.page.sheet() is None
    assert words.NO_INVITED in texts(desk.page)


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
    papers.record_incoming(desk.office.context, came(desk.office))
    for _letter in range(2):
        papers.record_outgoing(desk.office.context, went(desk.office, way=SendingWay.OTHER))
    desk.controller.show()
    desk.page.focus_list()
    table = desk.page.ui.table
    desk.page.choose(desk.page.model.id_at(0) or 0)
    for _row in range(2):
        QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert len(desk.page.chosen_ids()) == 3
    desk.page.record_act_requested.emit(acts.DELIVERY)
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
    papers.record_outgoing(desk.office.context, went(desk.office, way=SendingWay.OTHER))
    desk.controller.show()
    desk.page.choose(register_line(1, outgoing=True))
    desk.controller.do(acts.DELIVERY)
    way = desk.sheet().fields.editor("way")
    assert isinstance(way, ChoiceField)
    assert way.value() is None
    desk.sheet().save()
    assert [one.way for one in desk.sent()] == [SendingWay.OTHER], "it may stay untold"


def test_a_nomination_stays_and_nothing_it_stands_on_is_taken_back(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    made = papers.record_incoming(desk.office.context, came(desk.office))
    desk.controller.show()
    desk.page.choose(register_line(made.id, outgoing=False))
    desk.controller.do(acts.EDIT)
    desk.write(subject="معرفی نماینده")
    assert desk.controller.steps.last_done() is not None
    other = went(desk.office)
    monkeypatch.setattr(
        register_sheet, "nomination_from_paper", lambda context, *_given: papers.record_outgoing(context, other)
    )
    told: list[tuple[str, ...]] = []
    monkeypatch.setattr(desk.page, "show_done", lambda *given: told.append(given))
    desk.controller.do(acts.NOMINATION)
    sheet = desk.page.sheet()
    assert isinstance(sheet, NominationSheet)
    assert "پس گرفته نمی‌شود" in " ".join(texts(sheet))
    sheet.given.emit(None)
    assert told == [(words.NOMINATED, "")]
    desk.controller.undo()
    assert desk.came()[0].subject == "معرفی نماینده"
    assert desk.came()[0].struck_on is None, "the letter by which he was named"


def nomination_sheet(desk: Desk, **other: object) -> NominationSheet:
    """The form of a nomination over a letter that came in."""
    made = papers.record_incoming(desk.office.context, came(desk.office, **other))
    desk.controller.show()
    desk.page.choose(register_line(made.id, outgoing=False))
    desk.controller.do(acts.NOMINATION)
    sheet = desk.page.sheet()
    assert isinstance(sheet, NominationSheet)
    return sheet


def test_what_is_typed_of_a_nomination_stays_when_its_seat_or_its_kind_is_chosen_anew(desk: Desk) -> None:
    sheet = nomination_sheet(desk)
    seat, kind = child(sheet, ChoiceField, "seatEdit"), child(sheet, ChoiceField, "asEdit")
    choose(seat, 0)
    typed = {"person": "رضا محمدی", "post": "معاون فنی", "from_day": "نمی‌دانم"}
    for key, text in typed.items():
        (line,) = [one for name, one in fields_of(form_of(sheet)).items() if name.startswith(key)]
        type_into(line, text)
    for turned, place in ((kind, 1), (seat, 2)):
        before = form_of(sheet)
        choose(turned, place)
        assert form_of(sheet) is not before
        found = fields_of(form_of(sheet))
        for key, text in typed.items():
            assert [text_of(one) for name, one in found.items() if name.startswith(key)] == [text]
        assert form_of(sheet).values()["letter_number"] == "۱۲/۳", "known of the letter"
    sheet.leave()


def test_over_a_letter_it_is_told_who_is_meant_as_on_the_page_of_the_members(desk: Desk) -> None:
    sheet = nomination_sheet(desk)
    choose(child(sheet, ChoiceField, "seatEdit"), 0)
    form = form_of(sheet)
    (line,) = [one for name, one in fields_of(form).items() if name.startswith("person")]
    assert not form.field("post").isVisible(), "nobody is named yet"
    type_into(line, "رضا محمدی")
    assert NEWCOMER_HINT in texts(form)
    assert form.field("post").isVisible()
    type_into(line, next(one.name for one in desk.office.where("people")))
    assert NEWCOMER_HINT not in texts(form)
    assert not form.field("post").isVisible()
    sheet.leave()


def choose(field: ChoiceField, place: int) -> None:
    """As the operator does."""
    field.setCurrentIndex(place)
    field.finish()


def form_of(sheet: NominationSheet) -> MembersForm:
    assert sheet.form is not None
    return sheet.form


def test_the_seats_of_the_party_that_sent_the_letter_come_first(desk: Desk) -> None:
    parties = [one.name for one in desk.office.where("parties")]
    for name in parties:
        sheet = nomination_sheet(desk, sender=f"دفتر {name}", number=name)
        seat = child(sheet, ChoiceField, "seatEdit")
        labels = [seat.itemText(place) for place in range(seat.count())]
        own = [name in label for label in labels]
        assert any(own)
        assert own == sorted(own, reverse=True)
        sheet.leave()


def test_a_struck_letter_is_not_said_to_have_been_sent(desk: Desk) -> None:
    papers.record_outgoing(desk.office.context, went(desk.office))
    papers.strike_paper(desk.office.context, 1, words.NOT_SENT, outgoing=True)
    desk.controller.show()
    desk.page.choose(register_line(1, outgoing=True))
    struck = panel_of(desk)
    assert isinstance(struck.paper, OutgoingPaper)
    kept = replace(struck, paper=replace(struck.paper, document="{}", received_by=""))
    said = {one.name: one.value for one in facts_of(kept)}
    assert {words.SENT_ON, words.RECEIVED_BY}.isdisjoint(said)
    assert said[words.RECORDED_ON]
    assert said[words.DOCUMENT] == words.KEPT_AS_RECORDED


@pytest.mark.parametrize("act", [RECORD_INCOMING, RECORD_OUTGOING])
def test_a_day_that_was_emptied_is_asked_for_and_not_filled_in_silently(desk: Desk, act: str) -> None:
    desk.page.act_requested.emit(act)
    came_in = act == RECORD_INCOMING
    day = desk.sheet().fields.editor("received_on" if came_in else "day")
    assert isinstance(day, JalaliDateEdit)
    day.set_day(None)
    desk.write(**{"sender" if came_in else "addressee": "واحد ۱"}, subject="گزارش")
    key = "receipt_day_missing" if came_in else "sending_day_missing"
    assert sentence(RuleBroken(key)) in texts(desk.sheet())
    assert (desk.came(), desk.sent()) == ([], [])
    day.set_day(desk.office.clock.today())
    desk.sheet().save()
    assert len(desk.came()) + len(desk.sent()) == 1


@pytest.mark.parametrize(
    ("view", "act", "sheet"),
    [
        (RegisterView.INCOMING, words.RECORD_INCOMING, "incomingSheet"),
        (RegisterView.OUTGOING, words.RECORD_OUTGOING, "outgoingSheet"),
    ],
)
def test_an_empty_register_of_one_direction_offers_to_record_there(
    desk: Desk, view: RegisterView, act: str, sheet: str
) -> None:
    if view is RegisterView.INCOMING:
        papers.record_outgoing(desk.office.context, went(desk.office))
    else:
        papers.record_incoming(desk.office.context, came(desk.office))
    desk.controller.show()
    desk.page.show_view(view.value)
    (button,) = [one for one in desk.page.ui.empty.findChildren(Button) if one.text() == act]
    button.click()
    assert desk.sheet().objectName() == sheet
    desk.sheet().leave()


def test_the_delivery_slip_has_a_key(desk: Desk, qtbot: QtBot) -> None:
    papers.record_outgoing(desk.office.context, went(desk.office))
    desk.controller.show()
    desk.page.focus_list()
    qtbot.waitUntil(desk.page.isActiveWindow)
    QTest.keyClick(desk.page, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert [one.order.kind for one in desk.went if isinstance(one, OpenPapers)] == [PaperKind.DELIVERY_SLIP]


# ---- files of a new letter


def scans(place: Path, *names: str) -> QMimeData:
    """Files as they are dragged or copied."""
    for name in names:
        (place / name).write_bytes(f"%PDF-1.7 {name}".encode())
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(place / name)) for name in names])
    return mime


def let_go(over: QWidget, mime: QMimeData, part: QWidget | None = None) -> bool:
    """Drag files over a widget, there over a part of it, and let them go; whether they were taken."""
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    at = over.rect().center() if part is None else part.mapTo(over, part.rect().center())
    entered = QDragEnterEvent(at, copy, mime, left, none)
    QApplication.sendEvent(over, entered)
    drop = QDropEvent(QPointF(at), copy, mime, left, none)
    return bool(entered.isAccepted() and QApplication.sendEvent(over, drop) and drop.isAccepted())


def shown_files(desk: Desk, qtbot: QtBot, *names: str) -> IncomingSheet:
    sheet = desk.sheet()
    assert isinstance(sheet, IncomingSheet)
    qtbot.waitUntil(lambda: all(any(name in one for one in texts(sheet)) for name in names))
    return sheet


def names_of(desk: Desk, paper_id: int) -> list[str]:
    (own, *_) = files_sheet(desk.office.context, RecordRef(FileOwner.INCOMING, paper_id)).groups
    return [line.link.name for line in own.lines]


def test_a_file_let_go_over_the_registers_begins_a_letter_and_is_recorded_with_it(
    desk: Desk, qtbot: QtBot, tmp_path: Path, records: Records
) -> None:
    assert let_go(desk.page, scans(tmp_path, "نامه.pdf"))
    shown_files(desk, qtbot, "نامه.pdf")
    before = records.commits
    desk.write(sender="واحد ۱", subject="گزارش")
    (paper,) = desk.came()
    assert records.commits == before + 1
    assert names_of(desk, paper.id) == ["نامه.pdf"]
    desk.controller.undo()
    assert [one.struck_reason for one in desk.came()] == [words.TAKEN_BACK]


def test_a_file_let_go_over_a_chosen_letter_is_its_own(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    made = papers.record_incoming(desk.office.context, came(desk.office))
    desk.controller.show()
    desk.page.choose(register_line(made.id, outgoing=False))
    assert let_go(desk.page, scans(tmp_path, "نامه.pdf"), desk.page.panel)
    assert desk.page.sheet() is None
    qtbot.waitUntil(lambda: names_of(desk, made.id) == ["نامه.pdf"])
    (dialog,) = desk.page.window().findChildren(FilesDialog)
    dialog.reject()


def test_a_torn_file_is_kept_and_told_where_it_comes(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    """On the form of a new letter, and then beside the file of a recorded one; it goes with Ctrl+Z or by its menu."""
    torn = scans(tmp_path, "نامه.pdf")
    desk.page.act_requested.emit(RECORD_INCOMING)
    assert let_go(desk.sheet(), torn)
    sheet = shown_files(desk, qtbot, "نامه.pdf")
    assert file_words.doubtful("نامه.pdf", FileDoubt.TORN) in "".join(texts(sheet))
    desk.write(sender="واحد ۱", subject="گزارش")
    (paper,) = desk.came()
    assert names_of(desk, paper.id) == ["نامه.pdf"]
    assert let_go(desk.page, scans(tmp_path, "دوم.pdf"), desk.page.panel)
    qtbot.waitUntil(lambda: names_of(desk, paper.id) == ["نامه.pdf", "دوم.pdf"])
    (dialog,) = desk.page.window().findChildren(FilesDialog)
    assert file_words.doubtful("دوم.pdf", FileDoubt.TORN) in texts(dialog)
    spoken = [row.accessibleName() for row in dialog.findChildren(FileRow) if row.isVisible()]
    assert len(spoken) == 2
    assert all(file_words.DOUBTS[FileDoubt.TORN] in one for one in spoken)
    dialog.reject()


@pytest.mark.parametrize("chord", PASTING)
def test_files_are_dropped_on_the_form_pasted_in_a_field_and_put_aside(
    desk: Desk, qtbot: QtBot, tmp_path: Path, chord: Chord
) -> None:
    desk.page.act_requested.emit(RECORD_INCOMING)
    assert let_go(desk.sheet(), scans(tmp_path, "یک.pdf", "دو.pdf"))
    shown_files(desk, qtbot, "یک.pdf", "دو.pdf")
    over = desk.sheet().fields.editor("subject")
    mime = scans(tmp_path, "چهار.pdf")
    mime.setText(str(tmp_path / "چهار.pdf"))
    assert isinstance(over, LineField)
    assert let_go_over(over, mime)
    sheet = shown_files(desk, qtbot, "چهار.pdf")
    assert over.text() == "", "no path of a file is typed"
    sheet.put_aside.emit(2)
    QGuiApplication.clipboard().setMimeData(scans(tmp_path, "سه.pdf"))
    qtbot.waitUntil(sheet.isActiveWindow)
    field = sheet.focusWidget()
    QTest.keyClick(field, *chord)
    shown_files(desk, qtbot, "سه.pdf")
    sender = sheet.fields.editor("sender")
    assert isinstance(sender, LineField)
    assert sender.text() == "", "no path of a file is typed"
    sheet.put_aside.emit(0)
    sheet.reject()
    assert desk.page.sheet() is sheet, "files are not lost by one key"
    desk.write(sender="واحد ۱", subject="گزارش")
    assert names_of(desk, desk.came()[0].id) == ["دو.pdf", "سه.pdf"]


@pytest.mark.parametrize("chord", PASTING)
def test_files_whose_paths_were_copied_as_a_text_besides_are_pasted_as_files(
    desk: Desk, qtbot: QtBot, tmp_path: Path, chord: Chord
) -> None:
    """As managers of files copy them."""
    desk.page.act_requested.emit(RECORD_INCOMING)
    mime = scans(tmp_path, "یک.pdf")
    mime.setText(str(tmp_path / "یک.pdf"))
    QGuiApplication.clipboard().setMimeData(mime)
    sheet, sender = desk.sheet(), desk.sheet().fields.editor("sender")
    qtbot.waitUntil(sheet.isActiveWindow)
    QTest.keyClick(sheet.focusWidget(), *chord)
    shown_files(desk, qtbot, "یک.pdf")
    assert isinstance(sender, LineField)
    assert sender.text() == "", "no path of a file is typed"
    sheet.leave()


@pytest.mark.parametrize("chord", PASTING)
def test_what_is_pasted_where_no_letter_is_chosen_says_what_is_expected(desk: Desk, qtbot: QtBot, chord: Chord) -> None:
    told: list[str] = []
    desk.controller.status_message.connect(lambda text, _tone: told.append(text))
    QGuiApplication.clipboard().setText("متن")
    qtbot.waitUntil(desk.page.isActiveWindow)
    QTest.keyClick(desk.page, *chord)
    assert told == [file_words.NOTHING_TO_PASTE]


def test_tab_walks_from_the_note_over_the_files_to_the_button_that_records(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    """The rows of the files are made after everything else."""
    desk.page.act_requested.emit(RECORD_INCOMING)
    assert let_go(desk.sheet(), scans(tmp_path, "یک.pdf"))
    sheet = shown_files(desk, qtbot, "یک.pdf")
    qtbot.waitUntil(sheet.isActiveWindow)
    sheet.fields.editor("note").setFocus()
    walked: list[str] = []
    stop: QWidget | None = sheet.fields.editor("note")
    for _step in range(3):
        assert stop is not None
        QTest.keyClick(stop, Qt.Key.Key_Tab)
        stop = QApplication.focusWidget()
        assert stop is not None
        walked.append(stop.objectName() or stop.accessibleName())
    assert walked == ["addFile", words.put_aside("یک.pdf"), "saveSheet"]
    sheet.leave()


@pytest.mark.parametrize("chord", PASTING)
def test_a_text_that_was_copied_goes_into_the_field(desk: Desk, qtbot: QtBot, chord: Chord) -> None:
    desk.page.act_requested.emit(RECORD_INCOMING)
    QGuiApplication.clipboard().setText("واحد ۱")
    sheet, sender = desk.sheet(), desk.sheet().fields.editor("sender")
    qtbot.waitUntil(sheet.isActiveWindow)
    QTest.keyClick(sheet.focusWidget(), *chord)
    assert isinstance(sender, LineField)
    assert sender.text() == "واحد ۱"
    sheet.leave()


def test_what_is_no_file_is_told_in_the_form_and_the_letter_stays(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    desk.page.act_requested.emit(RECORD_INCOMING)
    sheet = desk.sheet()
    mime = scans(tmp_path, "نامه.pdf")
    (tmp_path / "نامه.pdf").unlink()
    assert let_go(sheet, mime)
    qtbot.waitUntil(lambda: any("نامه.pdf" in one for one in texts(sheet)))
    desk.write(sender="واحد ۱", subject="گزارش")
    assert names_of(desk, desk.came()[0].id) == []


def test_the_words_of_a_guarded_letter_are_not_carried_to_where_nothing_guards_them(desk: Desk) -> None:
    plain = came(desk.office, subject="گزارش")
    guarded = replace(plain, classification=Classification.SECRET)
    told = [extension_sheet(paper, (), 0).rows[2][0].value for paper in (plain, guarded)]
    assert told == ["گزارش", ""]
    notes = [ReportSheet(one, (), 0, desk.page.dates, desk.page).form.typed().note for one in (plain, guarded)]
    assert notes == ["گزارش", ""]


def test_before_its_task_is_chosen_a_report_says_no_percentage(desk: Desk) -> None:
    sheet = ReportSheet(came(desk.office), (), 0, desk.page.dates, desk.page)
    assert sheet.form.typed().percent == ""


def test_a_percentage_and_a_day_that_were_typed_before_the_task_was_chosen_are_kept(desk: Desk) -> None:
    _, version = desk.office.written(1)
    desk.office.finalised(version)
    with desk.office.context.read() as work:
        tasks = work.task_rows.fetch(work.task_rows.ids(ListQuery()))

    def choose(sheet: ReportSheet) -> None:
        choice = child(sheet, ChoiceField, "taskEdit")
        choice.set_value(str(tasks[0].id))
        choice.value_changed.emit(str(tasks[0].id))

    sheet = ReportSheet(came(desk.office), tuple(tasks), 0, desk.page.dates, desk.page)
    ui = sheet.form.ui
    ui.percentEdit.set_text("۴۰")
    ui.dayEdit.set_text("۱۴۰۲/۲/۲")
    choose(sheet)
    assert (ui.percentEdit.text(), ui.dayEdit.text()) == ("۴۰", "۱۴۰۲/۰۲/۰۲")
    sheet = ReportSheet(came(desk.office), tuple(tasks), 0, desk.page.dates, desk.page)
    choose(sheet)
    assert sheet.form.typed().percent == persian_digits(tasks[0].percent)


def test_an_empty_register_offers_a_letter_made_elsewhere_too(desk: Desk) -> None:
    (button,) = [one for one in desk.page.ui.empty.findChildren(Button) if one.text() == words.RECORD_OUTGOING]
    button.click()
    assert desk.sheet().objectName() == "outgoingSheet"
    desk.sheet().leave()


def test_a_party_is_offered_as_a_sender(desk: Desk) -> None:
    (first, *_) = desk.office.where("parties")
    assert first.name in desk.controller.known()


@pytest.mark.parametrize(
    "act",
    [acts.REPORT, acts.EXTENSION, acts.NOMINATION, acts.TO_MEETING, acts.EDIT, RECORD_INCOMING, RECORD_OUTGOING],
)
def test_enter_in_no_line_stores_a_sheet_whose_button_names_other_keys(
    desk: Desk, act: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked(desk)
    stored: list[object] = []
    monkeypatch.setattr(Drafted, "hand_over", lambda *given: stored.append(given))
    if act in (RECORD_INCOMING, RECORD_OUTGOING):
        desk.page.act_requested.emit(act)
    else:
        desk.controller.do(act)
    sheet = desk.page.sheet()
    assert sheet is not None
    if act == acts.NOMINATION:
        seat = sheet.findChild(ChoiceField, "seatEdit")
        assert seat is not None
        seat.setCurrentIndex(0)
        seat.finish()
    (save,) = (one for one in sheet.findChildren(Button) if one.objectName() == "saveSheet")
    assert save.property("hint") == list_words.SAVE_KEYS
    assert not save.isDefault()
    lines = [one for one in sheet.findChildren(QLineEdit) if one.isVisibleTo(sheet) and not one.isReadOnly()]
    assert lines
    for line in lines:
        QTest.keyClick(line, Qt.Key.Key_Return)
        QTest.keyClick(line, Qt.Key.Key_Enter)
    assert not stored
    assert desk.page.sheet() is sheet
    sheet.leave()


def asked(desk: Desk) -> Request:
    """A letter by which a unit asks for two more weeks, chosen on the page; a later meeting is over."""
    office = desk.office
    _, version_id = office.written(1)
    office.finalised(version_id)
    notify(office.context, 1, Notice(day=office.clock.today(), reason="فوریت"))
    office.clock.forward(days=9)
    office.held(office.clock.today())
    made = papers.record_incoming(office.context, came(office))
    (task, *_) = open_tasks(office.context)
    assert task.due is not None
    wanted = task.due + timedelta(days=14)
    register_sheet.extension_from_paper(office.context, made.id, task.id, wanted, "کمبود نیرو", title="تمدید")
    desk.controller.show()
    desk.page.choose(register_line(made.id, outgoing=False))
    (request,) = office.where("requests")
    assert isinstance(request, Request)
    return request


def test_what_is_granted_opens_the_extension_with_the_wanted_day_and_one_act_does_both(desk: Desk) -> None:
    request = asked(desk)
    desk.dialogs.answers = ["accepted"]
    desk.controller.do(acts.ANSWER)
    form = desk.page.sheet()
    assert isinstance(form, ResolutionForm)
    assert (form.answer().day, form.answer().reason) == (request.wanted_due, "کمبود نیرو")
    assert form.answer().request_ids == (request.id,)
    assert not form.is_dirty()
    form.send()
    assert desk.page.sheet() is None
    assert words.GRANTED in texts(desk.page)
    assert desk.office.get("requests", request.id).state is RequestState.ACCEPTED
    assert resolution_sheet(desk.office.context, 1).due == request.wanted_due
    desk.controller.undo()
    assert desk.office.get("requests", request.id) == request
    desk.controller.redo()
    assert desk.office.get("requests", request.id).state is RequestState.ACCEPTED


def test_what_the_deadline_grants_already_is_answered_at_once(desk: Desk) -> None:
    request = asked(desk)
    meeting = desk.office.where("meetings")[-1].id
    extend(desk.office.context, 1, Extension(due=request.wanted_due, reason="پذیرفته شد", meeting_id=meeting))
    desk.dialogs.answers = ["accepted"]
    desk.controller.do(acts.ANSWER)
    assert desk.page.sheet() is None
    assert desk.office.get("requests", request.id).state is RequestState.ACCEPTED


def test_of_a_closed_resolution_nothing_is_granted_any_more(desk: Desk) -> None:
    request = asked(desk)
    day, at = desk.office.clock.today(), desk.office.clock.instant()
    act = ResolutionAct(resolution_id=1, kind=ResolutionActKind.REVOKED, day=day, at=at, actor="")
    desk.office.add("resolution_acts", act)
    desk.dialogs.answers = ["accepted"]
    desk.controller.do(acts.ANSWER)
    assert desk.page.sheet() is None
    assert words.NO_EXTENSION in texts(desk.page)
    assert desk.office.get("requests", request.id).state is RequestState.OPEN


def test_files_of_one_letter_never_come_to_the_sheet_of_the_next(
    desk: Desk, records: Records, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scan = tmp_path / "scan.txt"
    scan.write_text("اسکن نامهٔ نخست", encoding="utf-8")
    gate, reached = threading.Event(), threading.Event()
    take = records.folder.files.take

    def held(path: Path, _told: object = None) -> StoredFile:
        reached.set()
        assert gate.wait(10)
        return take(path)

    monkeypatch.setattr(records.folder.files, "take", held)
    desk.controller.incoming.record_with_files(DroppedFiles((scan,)))
    assert reached.wait(10)
    desk.controller.incoming.record()
    gate.set()
    workers = desk.page.findChild(Workers)
    assert workers is not None
    assert workers.wait_until_idle(10_000)
    desk.write(sender="واحد ۲", subject="نامهٔ دوم", number="۱۲/۴")
    (paper,) = desk.came()
    assert desk.office.where("file_links") == ()
    assert paper.subject == "نامهٔ دوم"


def test_a_letter_that_went_out_waits_until_it_is_known_how_it_is_numbered(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(_context: Context) -> bool:
        raise EnvironmentProblem("storage_full")

    monkeypatch.setattr(recorded_papers, "numbers_itself", locked)
    desk.page.act_requested.emit(RECORD_OUTGOING)
    assert desk.page.sheet() is None
    assert sentence(EnvironmentProblem("storage_full")) in "".join(texts(desk.page))
