"""The round trip over an office in memory: pens, notices, the closed file; refusals lie beside their fields."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.domain.calendar.workdays import WorkCalendar
from desktop_app.domain.outcome import Changed
from desktop_app.domain.read_models.paper_sheet import PaperSheet
from desktop_app.domain.rules.meetings import MeetingState
from desktop_app.domain.rules.minutes import MinutesState
from desktop_app.domain.rules.notices import Notice
from desktop_app.services.minutes.clauses import save_clause
from desktop_app.services.minutes.paper_sheet import paper_sheet
from desktop_app.services.registers.papers import strike_paper
from desktop_app.widgets.dates.date_source import date_source
from desktop_app.window.kit.destinations import Destination, OpenMinutes
from desktop_app.window.signing.page import PaperPage
from desktop_app.window.signing.paper_edit_session import PaperEditSession
from desktop_app.window.signing.round_trip_acts import PaperRoundTrip
from desktop_app.words import history as undo_words
from desktop_app.words import signing as words
from desktop_app.words.refusals import sentence
from desktop_app.words.resolutions import letters_by_register
from tests.bootstrap.parts import AnsweringDialogs
from tests.services.corrections import CORRECTED, NEW, WORDS, corrected, draft
from tests.services.follow_up.test_notifying import printed
from tests.services.office_steps import MONDAY, Office
from tests.shown import texts
from tests.widgets.typing import press, type_text


class Panel(PaperPage):
    """The print page, which also remembers."""

    def __init__(self) -> None:
        super().__init__()
        self.refused: list[tuple[str, str]] = []
        self.done: list[str] = []
        self.went: list[object] = []

    def focus_next_signer(self, signer_id: int) -> None:
        self.went.append(signer_id)
        super().focus_next_signer(signer_id)

    def go_to_next_step(self) -> None:
        self.went.append("next")
        super().go_to_next_step()

    def show_signing_refusal(self, field: str, text: str) -> None:
        self.refused.append((field, text))
        super().show_signing_refusal(field, text)

    def show_notice_refusal(self, field: str, text: str) -> None:
        self.refused.append((field, text))
        super().show_notice_refusal(field, text)

    def close_notice(self) -> None:
        self.went.append("closed form")
        super().close_notice()

    def show_done(self, text: str) -> None:
        self.done.append(text)
        super().show_done(text)

    def clear_message(self) -> None:
        self.done.clear()
        super().clear_message()


@dataclass
class Room:
    """Final minutes of two decisions with eight signers."""

    office: Office
    version: int
    panel: Panel = field(default_factory=Panel)
    dialogs: AnsweringDialogs = field(default_factory=AnsweringDialogs)
    changed: list[Changed] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.session = PaperEditSession(self.panel, self.office.context, self.panel)
        self.desk = PaperRoundTrip(self.session, self.dialogs)
        self.session.changed.connect(self.changed.append)
        self.session.read(self.version)

    def sheet(self) -> PaperSheet:
        """As it stands."""
        return paper_sheet(self.office.context, self.version)

    def signers(self) -> list[int]:
        """In printed order."""
        return [row.signer.id for row in self.sheet().signers]


@pytest.fixture
def room(qtbot: QtBot, office: Office) -> Iterator[Room]:
    _, version = office.written(2)
    office.finalised(version)
    made = Room(office, version)
    yield made
    made.panel.hide()
    made.panel.deleteLater()


def test_a_signature_is_recorded_and_the_keyboard_goes_on(room: Room) -> None:
    first = room.signers()[0]
    room.panel.signals.sign_requested.emit(first, 1, MONDAY)
    assert [one.original for one in room.sheet().signers[0].seen] == [1]
    assert room.panel.went == [first]
    assert room.changed == [Changed.MINUTES | Changed.MEETINGS]
    room.panel.signals.sign_requested.emit(first, 2, MONDAY + timedelta(days=1))
    assert [field for field, _ in room.panel.refused] == ["day"]
    room.panel.signals.sign_everywhere_requested.emit(first, MONDAY)
    assert len(room.sheet().signers[0].seen) == 2


def test_a_remark_is_asked_for_and_kept(room: Room) -> None:
    first = room.signers()[0]
    room.panel.signals.remark_requested.emit(first, 1, MONDAY)
    assert room.sheet().signers[0].seen[0].note == "دلیل آزمون"


def test_what_was_written_by_hand_is_asked_for_beside_a_signature(room: Room) -> None:
    first = room.signers()[0]
    room.panel.signals.sign_requested.emit(first, 1, MONDAY)
    room.panel.signals.reservation_requested.emit(first, 1)
    assert room.sheet().signers[0].seen[0].note == "دلیل آزمون"
    room.session.undo()
    assert room.sheet().signers[0].seen[0].note == ""
    room.session.redo()
    assert room.sheet().signers[0].seen[0].note == "دلیل آزمون"


def test_a_mistake_is_struck_with_its_reason(room: Room) -> None:
    first = room.signers()[0]
    room.panel.signals.sign_requested.emit(first, 1, MONDAY)
    room.session.steps.forget()
    room.panel.signals.strike_requested.emit(first, 1)
    assert room.sheet().signers[0].seen == ()
    assert room.office.where("signatures")[-1].note == "دلیل آزمون"


def test_a_slip_is_taken_back_at_once_without_a_reason(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    monkeypatch.setattr(room.dialogs, "reason", asked.append)
    wants, (first, second) = room.panel.signals, room.signers()[:2]
    ways = (
        room.session.undo,
        lambda: wants.strike_requested.emit(second, 1),
        lambda: wants.strike_batch_requested.emit(second, 1),
    )
    wants.sign_requested.emit(first, 1, MONDAY)
    for way in ways:
        wants.sign_requested.emit(second, 1, MONDAY)
        way()
        assert room.sheet().on_each == (1, 0)
        struck = room.office.where("signatures")[-1]
        assert (struck.signer_id, struck.struck, struck.note) == (second, True, words.TAKEN_BACK_AT_ONCE)
    assert asked == []
    wants.sign_requested.emit(second, 1, MONDAY)
    wants.strike_requested.emit(first, 1)
    assert len(asked) == 1, "another one was signed since"
    assert room.sheet().on_each == (2, 0)


def test_the_press_that_would_complete_asks_first_and_may_be_left(room: Room) -> None:
    wants = room.panel.signals
    wants.sign_original_requested.emit(1, MONDAY)
    assert room.dialogs.asked == [], "one original of two completes nothing"
    room.dialogs.answers = ["cancel", None]
    wants.sign_original_requested.emit(2, MONDAY + timedelta(days=3))
    assert (room.panel.refused[-1][0], room.dialogs.asked) == ("day", []), "what cannot be is not asked about"
    for _answer in range(2):
        wants.sign_original_requested.emit(2, MONDAY)
    assert len(room.dialogs.asked) == 2
    assert room.sheet().on_each == (8, 0)
    assert room.panel.done == [words.signed_now(8, 1)], "what was left did nothing and says nothing"


def test_what_one_press_recorded_is_struck_together(room: Room) -> None:
    wants, first = room.panel.signals, room.signers()[0]
    wants.sign_requested.emit(first, 1, MONDAY)
    wants.sign_original_requested.emit(1, MONDAY)
    last = room.sheet().last_batch
    assert len(last) == 7
    room.session.steps.forget()
    wants.strike_batch_requested.emit(last[3].signer_id, 1)
    assert room.panel.done[-1] == words.struck_now(7)
    assert room.sheet().on_each == (1, 0)
    wants.strike_batch_requested.emit(first, 1)
    assert room.sheet().on_each == (0, 0)
    wants.strike_batch_requested.emit(first, 1)
    assert room.panel.refused == [], "nothing stands there any more"


def test_undo_strikes_what_the_last_press_recorded_and_says_when_nothing_is_left(room: Room) -> None:
    told: list[str] = []
    room.session.status_message.connect(lambda text, _tone: told.append(text))
    wants = room.panel.signals
    wants.sign_requested.emit(room.signers()[0], 1, MONDAY)
    wants.sign_original_requested.emit(1, MONDAY)
    for left in (1, 0):
        room.session.undo()
        assert room.sheet().on_each == (left, 0)
    assert told == [undo_words.taken_back(words.SIGNING)] * 2
    room.session.undo()
    room.session.redo()
    assert told[2:] == [undo_words.NOTHING_TO_UNDO, undo_words.NOTHING_TO_REDO], "what is signed anew is pressed anew"


def test_from_the_last_pen_to_the_closed_file(room: Room) -> None:
    wants = room.panel.signals
    wants.sign_original_requested.emit(1, MONDAY)
    assert room.panel.done == [words.signed_now(8, 1)]
    wants.sign_original_requested.emit(2, MONDAY)
    assert [question.title for question in room.dialogs.asked] == [words.COMPLETE_TITLE]
    assert "این ۸ امضا" in room.dialogs.asked[0].text
    assert room.sheet().version.state is MinutesState.SIGNED
    assert room.panel.done[-1].startswith(words.ALL_SIGNED)
    assert room.panel.went[-1] == "next"
    wants.notice_sent.emit(Notice(day=MONDAY, letter_number="۹۱۲"))
    assert room.panel.done[-1] == words.notified_now(2, 4)
    assert room.panel.went[-2:] == ["closed form", "next"]
    room.dialogs.answers = ["close"]
    wants.close_requested.emit()
    assert room.sheet().meeting.state is MeetingState.CLOSED
    assert room.sheet().closed_on == MONDAY
    assert room.panel.done[-1] == words.CLOSED
    assert room.panel.went[-3:] == ["closed form", "next", "next"], "its button is gone"


@pytest.mark.parametrize("told", [True, False])
@pytest.mark.parametrize("closed", [True, False])
def test_after_the_last_pen_of_a_correction_it_is_said_what_is_left_and_nothing_else(
    room: Room, told: bool, closed: bool
) -> None:
    wants = room.panel.signals
    for original in (1, 2):
        wants.sign_original_requested.emit(original, MONDAY)
    wants.notice_sent.emit(Notice(day=MONDAY, letter_number="۹۱۲"))
    if closed:
        room.dialogs.answers = ["close"]
        wants.close_requested.emit()
    changes: dict[str, Any] = {} if told else {"text": WORDS}
    room.version = draft(room.office, room.version, **changes)
    room.office.finalised(room.version)
    room.session.read(room.version)
    for original in (1, 2):
        wants.sign_original_requested.emit(original, CORRECTED)
    assert room.sheet().version.state is MinutesState.SIGNED
    (said,) = room.panel.done
    assert said.startswith(words.ALL_SIGNED)
    assert ("ببندید" in said, "ابلاغ کنید" in said) == (not closed, not told)


def test_where_nothing_is_left_to_notify_a_closed_file_is_not_to_be_closed(room: Room) -> None:
    wants = room.panel.signals
    for original in (1, 2):
        wants.sign_original_requested.emit(original, MONDAY)
    wants.notice_sent.emit(Notice(day=MONDAY))
    wants.notice_sent.emit(Notice(day=MONDAY))
    assert "ببندید" in room.panel.refused[-1][1]
    room.dialogs.answers = ["close"]
    wants.close_requested.emit()
    wants.notice_sent.emit(Notice(day=MONDAY))
    assert "بسته است" in room.panel.refused[-1][1]
    assert "ببندید" not in room.panel.refused[-1][1]


def test_the_number_of_the_letter_that_was_printed_is_offered(room: Room) -> None:
    form = room.panel.trip.notice.form
    for original in (1, 2):
        room.panel.signals.sign_original_requested.emit(original, MONDAY)
    printed(room.office, number="۱۲/د")
    room.session.read(room.version)
    room.panel.trip.notice.open_form()
    assert form.letter.text() == "۱۲/د"
    assert not form.is_dirty(), "what is offered is not typed"
    room.panel.trip.notice.close_form()
    for one in room.office.where("outgoing_papers"):
        strike_paper(room.office.context, one.id, "فرستاده نشد", outgoing=True)
    letters = printed(room.office, pattern="د/{سریال}")
    room.session.read(room.version)
    room.panel.trip.notice.open_form()
    assert form.letter.text() == ""
    assert letters_by_register([one.number for one in letters]) in texts(form)


def test_a_correction_is_begun_with_its_reason_and_its_draft_is_asked_for(room: Room) -> None:
    wants = room.panel.signals
    asked: list[Destination] = []
    room.session.navigated.connect(asked.append)
    wants.amend_requested.emit()
    assert room.panel.refused[-1][1] != "", "unsigned minutes are not corrected"
    for original in (1, 2):
        wants.sign_original_requested.emit(original, MONDAY)
    wants.amend_requested.emit()
    draft = room.office.where("versions")[-1]
    assert asked == [OpenMinutes(draft.id)]
    assert (draft.version, draft.state) == (2, MinutesState.DRAFT)
    assert room.panel.done[-1] == words.amending_begun(1, 2)
    assert room.office.where("minutes_acts", minutes_version_id=draft.id)[0].reason == "دلیل آزمون"


def test_a_file_with_resolutions_that_nobody_knows_of_is_asked_about(room: Room) -> None:
    room.panel.signals.sign_original_requested.emit(1, MONDAY)
    room.panel.signals.sign_original_requested.emit(2, MONDAY)
    room.dialogs.answers = ["stay", "close"]
    room.panel.signals.close_requested.emit()
    assert room.sheet().meeting.state is MeetingState.HELD
    room.panel.signals.close_requested.emit()
    assert room.sheet().meeting.state is MeetingState.CLOSED


def test_a_file_is_never_closed_without_a_question_that_names_the_scans_that_are_missing(room: Room) -> None:
    wants = room.panel.signals
    for original in (1, 2):
        wants.sign_original_requested.emit(original, MONDAY)
    wants.notice_sent.emit(Notice(day=MONDAY))
    wants.close_requested.emit()
    assert room.sheet().meeting.state is MeetingState.HELD, "to leave it open is the first answer"
    question = room.dialogs.asked[-1]
    assert question.title == words.ASK_CLOSE
    assert "نسخهٔ اصلی ۱، نسخهٔ اصلی ۲" in question.text
    assert question.text.endswith(words.CLOSE_MEANS)
    assert words.ask_close(0) == words.CLOSE_MEANS


def test_an_early_notice_without_a_reason_is_refused_beside_it(room: Room) -> None:
    room.panel.signals.notice_sent.emit(Notice(day=MONDAY))
    (refused,) = room.panel.refused
    assert refused[0] == "reason"
    assert room.panel.went == [], "the form stays with what was typed"
    room.panel.signals.notice_sent.emit(Notice(day=date(2030, 1, 1), reason="فوری"))
    assert room.panel.refused[-1][0] == "day"


def test_what_a_correction_changed_in_told_words_is_notified_again_with_the_keyboard(room: Room, qtbot: QtBot) -> None:
    wants, panel = room.panel.signals, room.panel
    panel.set_source(date_source(WorkCalendar(), room.office.clock.today, sentence))
    for original in (1, 2):
        wants.sign_original_requested.emit(original, MONDAY)
    wants.notice_sent.emit(Notice(day=MONDAY, letter_number="۹۱۲"))
    room.version = corrected(room.office, room.version, text=WORDS)
    room.session.read(room.version)
    panel.show()
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    step = panel.trip.notice
    assert step.button.text() == "ابلاغ اصلاحی ۱ مصوبه"
    told = [text.replace("\u00a0", " ") for text in texts(step)]
    assert "۱ مصوبه از ۲ مصوبه ابلاغ شده · ۱ مصوبه در انتظار ابلاغ اصلاحی · نامهٔ ۹۱۲" in told
    assert words.PARTLY_NOTIFIED in told
    assert words.NOTIFIED not in told, "not while something waits"
    wants.close_requested.emit()
    assert room.dialogs.asked[-1].text.startswith("متن اصلاح‌شدهٔ ۱ مصوبه هنوز ابلاغ نشده است.")
    step.button.setFocus()
    press(step.button, Qt.Key.Key_Space, " ")
    assert words.corrected_since(1, 2, "۱۱ اردیبهشت") in texts(step.form)
    assert QApplication.focusWidget() is step.form.letter
    type_text(step.form.letter, NEW)
    press(step.form.letter, Qt.Key.Key_Return)
    assert panel.done[-1] == words.notified_now(1, 2)
    notice = room.sheet().notice
    assert (notice.waiting, notice.last_day, notice.letter_number) == (0, CORRECTED, NEW)
    assert step.button.isHidden()


def test_a_resolution_that_a_correction_adds_waits_under_a_heading_that_says_so(room: Room) -> None:
    wants, step = room.panel.signals, room.panel.trip.notice
    for original in (1, 2):
        wants.sign_original_requested.emit(original, MONDAY)
    wants.notice_sent.emit(Notice(day=MONDAY))
    assert words.NOTIFIED in texts(step)
    room.version = draft(room.office, room.version)
    room.office.decide(room.version, room.office.items(room.sheet().meeting.id)[2], "تصمیم سوم")
    room.office.finalised(room.version)
    room.session.read(room.version)
    told = [text.replace("\u00a0", " ") for text in texts(step)]
    assert "۲ مصوبه از ۳ مصوبه ابلاغ شده · ۱ مصوبه در انتظار ابلاغ" in told
    assert words.PARTLY_NOTIFIED in told
    assert words.NOTIFIED not in told


def test_when_every_resolution_waits_again_the_step_still_says_that_they_were_notified(room: Room) -> None:
    wants, step = room.panel.signals, room.panel.trip.notice
    for original in (1, 2):
        wants.sign_original_requested.emit(original, MONDAY)
    wants.notice_sent.emit(Notice(day=MONDAY))
    room.version = draft(room.office, room.version, text=WORDS)
    _, other = (one for one in room.office.where("clauses", minutes_version_id=room.version) if one.is_resolution)
    save_clause(room.office.context, replace(other, text=f"{WORDS}، بار دوم"))
    room.office.finalised(room.version)
    room.session.read(room.version)
    assert room.sheet().notice.notified == 0
    assert step.extracts.isVisibleTo(step)
    told = [text.replace("\u00a0", " ") for text in texts(step)]
    assert words.PARTLY_NOTIFIED in told
    assert words.NOT_NOTIFIED not in told
    assert "۲ مصوبه در انتظار ابلاغ اصلاحی" in told
