"""Dialogs of the meeting page: postpone the meeting, record a sending, enter a time, show a sent letter.

An hour is typed when a session of a past day began or ended: no clock can know it. A sending has its day, way, letter
number and receivers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from desktop_app.domain.calendar.workdays import WorkCalendar
from desktop_app.domain.read_models.sheets import MeetingSheet
from desktop_app.domain.rules.invitations import InviteeRow, Sending, SendingWay
from desktop_app.domain.text.typed_drafts import DraftField
from desktop_app.forms.meeting_sending import Ui_MeetingSending
from desktop_app.forms.meeting_times import Ui_MeetingTimes
from desktop_app.widgets.dates.date_source import date_source
from desktop_app.widgets.feedback.form_sheet import FormSheet
from desktop_app.widgets.fields.folded_completer import Option
from desktop_app.widgets.fields.wrapped_boxes import WrappedCheckBox
from desktop_app.widgets.paper.page_canvas import Render
from desktop_app.widgets.shell.page import NoticedPage
from desktop_app.widgets.shell.shortcuts import add_action
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.tokens import Tone
from desktop_app.window.kit.scheduling_postpone import PostponeDialog, PostponeForms
from desktop_app.window.kit.state_format import SentLetterDialog
from desktop_app.window.meeting.row_format import sent_text
from desktop_app.words import invitations as invitation_words
from desktop_app.words import meeting_course as words
from desktop_app.words.invitations import letter_of
from desktop_app.words.meeting_course import TimeAsked
from desktop_app.words.refusals import sentence


class TimesDialog(FormSheet):
    """Dialog for the time at which a session began or ended."""

    saved = Signal(str)

    def __init__(self, asked: words.TimeAsked, time: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, title=asked.title, context=asked.why, width=460)
        self.setObjectName("timesDialog")
        self._missing = asked.missing
        panel = QWidget()
        self.ui = Ui_MeetingTimes()
        self.ui.setupUi(panel)
        self.body.addWidget(panel)
        self.ui.timeField.set_label(asked.label)
        self.ui.timeEdit.set_time(time or None)
        save = self.add_action(asked.verb, ButtonKind.FILLED, hint="Ctrl+Enter")
        save.setObjectName("saveTime")
        # one hour is all that is asked, and people wait: Enter is enough
        save.setDefault(True)
        save.clicked.connect(self.save)
        add_action(self, asked.verb, ("Ctrl+Return", "Ctrl+Enter"), self.save)
        leave = self.add_action(words.CANCEL)
        leave.setObjectName("leaveTime")
        leave.clicked.connect(self.leave)
        self.ui.timeEdit.textEdited.connect(self._typed)
        self.begin()
        self.ui.timeEdit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ui.timeEdit.selectAll()

    def content(self) -> object:
        """The typed time."""
        return self.ui.timeEdit.text()

    def warn(self, text: str) -> None:
        """Show a warning beneath the field."""
        self.ui.timeField.set_notice(text, Tone.WARNING)

    def save(self) -> None:
        """Emit the time if it is valid."""
        edit = self.ui.timeEdit
        edit.finish()
        time = edit.time()
        if not edit.has_error() and time is not None:
            self.hand_over(lambda: self.saved.emit(time))
            return
        if not edit.has_error():
            self.ui.timeField.set_error(self._missing)
        edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_refusal(self, text: str) -> None:
        """Show the error beneath the field and focus it."""
        self.ui.timeField.set_error(text)
        self.ui.timeEdit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ui.timeEdit.selectAll()

    def _typed(self, _text: str) -> None:
        self.ui.timeField.clear_error()


class TimesDialogOpener:
    """Opens the time dialog, one at a time."""

    def __init__(self, page: QWidget) -> None:
        self._page = page
        self.form: TimesDialog | None = None

    def open(self, asked: words.TimeAsked, time: str) -> TimesDialog:
        """Open the dialog."""
        self.form = TimesDialog(asked, time, self._page)
        self.form.finished.connect(self._forget)
        self.form.open()
        return self.form

    def _forget(self, _result: int) -> None:
        form, self.form = self.form, None
        if form is not None:
            form.deleteLater()


class SendingDialog(FormSheet):
    """Dialog that records the sending of invitations; `offered` holds the numbers of the letters made last."""

    saved = Signal(object)

    def __init__(
        self,
        rows: Sequence[InviteeRow],
        offered: Sending,
        calendar: WorkCalendar,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, title=invitation_words.SEND_TITLE, context=invitation_words.SEND_WHY, width=600)
        self.setObjectName("sendingDialog")
        self._offered, self._today = offered, today
        panel = QWidget()
        self.ui = Ui_MeetingSending()
        self.ui.setupUi(panel)
        self.body.addWidget(panel)
        ui = self.ui
        ui.dayEdit.set_source(date_source(calendar, today, sentence))
        ui.dayEdit.set_day(offered.day)
        ui.wayEdit.set_options([Option(way.value, invitation_words.WAYS[way]) for way in SendingWay])
        ui.wayEdit.set_value(offered.way.value)
        ui.numberEdit.set_text(offered.said.number)
        shared = Counter(row.line.name for row in rows)
        self._shared = frozenset(name for name, count in shared.items() if count > 1)
        self._boxes = {row.key: self._box(row) for row in rows if not row.gone}
        save = self.add_action(invitation_words.SEND_DO, ButtonKind.FILLED, icon="send", hint="Ctrl+Enter")
        save.setObjectName("saveSending")
        save.clicked.connect(self.save)
        add_action(self, invitation_words.SEND_DO, ("Ctrl+Return", "Ctrl+Enter"), self.save)
        leave = self.add_action(invitation_words.CANCEL)
        leave.setObjectName("leaveSending")
        leave.clicked.connect(self.leave)
        ui.dayEdit.day_changed.connect(self._touch)
        ui.wayEdit.value_changed.connect(self._touch)
        self._warn_about_text_date()
        self.begin()
        ui.dayEdit.line().setFocus(Qt.FocusReason.OtherFocusReason)

    def _box(self, row: InviteeRow) -> QCheckBox:
        line = row.line
        name = (
            invitation_words.distinct_name(line.name, line.post or line.party)
            if line.name in self._shared
            else line.name
        )
        box = WrappedCheckBox(invitation_words.taken(name, sent_text(row) if row.sent is not None else ""))
        box.setObjectName("sendTo")
        box.setChecked(row.key in self._offered.invitees)
        box.toggled.connect(self._touch)
        self.ui.invitees.addWidget(box)
        return box

    def sending(self) -> Sending:
        """Return the sending as typed."""
        ui = self.ui
        return replace(
            self._offered,
            invitees=tuple(key for key, box in self._boxes.items() if box.isChecked()),
            day=ui.dayEdit.day(),
            way=SendingWay(ui.wayEdit.value() or SendingWay.OTHER.value),
            note=ui.noteEdit.text(),
            said=replace(self._offered.said, number=ui.numberEdit.text()),
        )

    def content(self) -> object:
        """The sending, and typed input that is not a valid date."""
        return self.sending(), self.ui.dayEdit.text()

    def warn(self, text: str) -> None:
        """Show a warning above the buttons."""
        self.ui.findings.show_findings([(text, Tone.WARNING)])

    def save(self) -> None:
        """Emit the sending unless a field is invalid."""
        ui = self.ui
        ui.dayEdit.finish()
        ui.wayEdit.finish()
        if ui.dayEdit.has_error():
            ui.dayEdit.line().setFocus(Qt.FocusReason.OtherFocusReason)
        elif ui.wayEdit.has_error():
            ui.wayEdit.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.hand_over(lambda: self.saved.emit(self.sending()))

    def show_refusal(self, field: str, text: str) -> bool:
        """Show the error beside its field and focus it."""
        ui = self.ui
        first = next(iter(self._boxes.values()), None)
        places = {
            "day": (ui.dayField, ui.dayEdit.line()),
            "number": (ui.numberField, ui.numberEdit),
            "note": (ui.noteField, ui.noteEdit),
            "invitees": (ui.inviteesField, first),
        }
        if field not in places:
            ui.findings.show_findings([(text, Tone.DANGER)])
            return False
        holder, editor = places[field]
        self._warn_about_text_date()
        holder.set_error(text)
        if editor is not None:
            editor.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _touch(self, _value: object = None) -> None:
        for holder in (self.ui.dayField, self.ui.wayField, self.ui.inviteesField):
            holder.clear_error()
        self._warn_about_text_date()

    def _warn_about_text_date(self) -> None:
        """Warn that the stored letter text is of today if the sending was earlier."""
        day = self.ui.dayEdit.day()
        earlier = day is not None and day < self._today()
        self.ui.findings.show_findings([(invitation_words.TEXT_OF_TODAY, Tone.WARNING)] if earlier else [])


class SendingDialogOpener:
    """Opens the sending dialog, one at a time."""

    def __init__(self, page: QWidget, today: Callable[[], date]) -> None:
        self._page, self._today = page, today
        self.form: SendingDialog | None = None

    def open(self, rows: Sequence[InviteeRow], offered: Sending, calendar: WorkCalendar) -> SendingDialog:
        """Open the dialog."""
        self.form = SendingDialog(rows, offered, calendar, self._today, self._page)
        self.form.finished.connect(self._forget)
        self.form.open()
        return self.form

    def _forget(self, _result: int) -> None:
        form, self.form = self.form, None
        if form is not None:
            form.deleteLater()


class MeetingDialogs(NoticedPage):
    """The dialogs of the meeting page, each open once at most."""

    def __init__(self, today: Callable[[], date], now: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet: MeetingSheet | None = None
        self._letter: SentLetterDialog | None = None
        self._postpone = PostponeForms(self, today, now)
        self._sending, self._times = SendingDialogOpener(self, today), TimesDialogOpener(self)

    @property
    def postponing(self) -> PostponeDialog | None:
        """The open postpone dialog, or None."""
        return self._postpone.form

    def open_postpone(self) -> PostponeDialog:
        """Open the postpone dialog."""
        form = self._postpone.open(self._sheet.calendar if self._sheet is not None else WorkCalendar())
        form.draft_place = self._place("postpone")
        return form

    @property
    def sending(self) -> SendingDialog | None:
        """The open sending dialog, or None."""
        return self._sending.form

    def open_sending(self, offered: Sending) -> SendingDialog:
        """Open the sending dialog."""
        assert self._sheet is not None, "a sending without its meeting"
        form = self._sending.open(self._sheet.invitees, offered, self._sheet.calendar)
        form.draft_place = self._place("sending")
        return form

    @property
    def letter(self) -> SentLetterDialog | None:
        """The open view of a sent letter, or None."""
        return self._letter

    def show_letter(self, name: str, context: str, count: int, render: Render) -> SentLetterDialog:
        """Show a sent letter."""
        self._letter = SentLetterDialog(letter_of(name), context, count, render, self)
        self._letter.let_go.connect(self._forget_letter)
        self._letter.open()
        return self._letter

    def _forget_letter(self) -> None:
        self._letter = None

    @property
    def times(self) -> TimesDialog | None:
        """The open time dialog, or None."""
        return self._times.form

    def open_times(self, asked: TimeAsked, time: str) -> TimesDialog:
        """Open the time dialog."""
        form = self._times.open(asked, time)
        form.draft_place = self._place("session_time")
        return form

    def _place(self, form: str) -> DraftField:
        """Return the key under which the draft of a form is stored."""
        return DraftField("meeting", self._sheet.meeting.id if self._sheet is not None else 0, form)
