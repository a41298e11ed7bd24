"""The form that records a sending of invitations: day, way, letter number, and to whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from desktop_app.domain.calendar.workdays import WorkCalendar
from desktop_app.domain.rules.invitations import InviteeRow, Sending, SendingWay
from desktop_app.forms.meeting_sending import Ui_MeetingSending
from desktop_app.text.meetings import meeting_invitations as words
from desktop_app.text.shared.refusals import sentence
from desktop_app.views.meeting.meeting_invitee_format import end_of
from desktop_app.widgets.dates.date_source import date_source
from desktop_app.widgets.fields.folded_completer import Option
from desktop_app.widgets.fields.form_sheet import FormSheet
from desktop_app.widgets.fields.wrapped_check_box import WrappedCheckBox
from desktop_app.widgets.shell.shortcuts import add_action
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.tokens import Tone


class SendingDialog(FormSheet):
    """``offered`` is what the letters bore when they were last made; only its number is typed here."""

    saved = Signal(object)

    def __init__(
        self,
        rows: Sequence[InviteeRow],
        offered: Sending,
        calendar: WorkCalendar,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, title=words.SEND_TITLE, context=words.SEND_WHY, width=600)
        self.setObjectName("sendingDialog")
        self._offered, self._today = offered, today
        panel = QWidget()
        self.ui = Ui_MeetingSending()
        self.ui.setupUi(panel)
        self.body.addWidget(panel)
        ui = self.ui
        ui.dayEdit.set_source(date_source(calendar, today, sentence))
        ui.dayEdit.set_day(offered.day)
        ui.wayEdit.set_options([Option(way.value, words.WAYS[way]) for way in SendingWay])
        ui.wayEdit.set_value(offered.way.value)
        ui.numberEdit.set_text(offered.said.number)
        shared = Counter(row.line.name for row in rows)
        self._shared = frozenset(name for name, count in shared.items() if count > 1)
        self._boxes = {row.key: self._box(row) for row in rows if not row.gone}
        save = self.add_action(words.SEND_DO, ButtonKind.FILLED, icon="send", hint="Ctrl+Enter")
        save.setObjectName("saveSending")
        save.clicked.connect(self.save)
        add_action(self, words.SEND_DO, ("Ctrl+Return", "Ctrl+Enter"), self.save)
        leave = self.add_action(words.CANCEL)
        leave.setObjectName("leaveSending")
        leave.clicked.connect(self.leave)
        ui.dayEdit.day_changed.connect(self._touch)
        ui.wayEdit.value_changed.connect(self._touch)
        self._say_whose_text()
        self.begin()
        ui.dayEdit.line().setFocus(Qt.FocusReason.OtherFocusReason)

    def _box(self, row: InviteeRow) -> QCheckBox:
        line = row.line
        name = words.told_apart(line.name, line.post or line.party) if line.name in self._shared else line.name
        box = WrappedCheckBox(words.taken(name, end_of(row) if row.sent is not None else ""))
        box.setObjectName("sendTo")
        box.setChecked(row.key in self._offered.invitees)
        box.toggled.connect(self._touch)
        self.ui.invitees.addWidget(box)
        return box

    def sending(self) -> Sending:
        """What the form holds."""
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
        """The sending, and what is typed that is no day yet."""
        return self.sending(), self.ui.dayEdit.text()

    def warn(self, text: str) -> None:
        """Above the buttons."""
        self.ui.findings.show_findings([(text, Tone.WARNING)])

    def save(self) -> None:
        """Hand it over, unless a field holds what is no day or no way."""
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
        """Beside its field, with the keyboard on it."""
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
        self._say_whose_text()
        holder.set_error(text)
        if editor is not None:
            editor.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _touch(self, _value: object = None) -> None:
        for holder in (self.ui.dayField, self.ui.wayField, self.ui.inviteesField):
            holder.clear_error()
        self._say_whose_text()

    def _say_whose_text(self) -> None:
        """What is kept is built today; of an earlier day of sending that has to be known."""
        day = self.ui.dayEdit.day()
        earlier = day is not None and day < self._today()
        self.ui.findings.show_findings([(words.TEXT_OF_TODAY, Tone.WARNING)] if earlier else [])


class SendingForms:
    """Opens the form over a page, one at a time."""

    def __init__(self, page: QWidget, today: Callable[[], date]) -> None:
        self._page, self._today = page, today
        self.form: SendingDialog | None = None

    def open(self, rows: Sequence[InviteeRow], offered: Sending, calendar: WorkCalendar) -> SendingDialog:
        """Open the form."""
        self.form = SendingDialog(rows, offered, calendar, self._today, self._page)
        self.form.finished.connect(self._forget)
        self.form.open()
        return self.form

    def _forget(self, _result: int) -> None:
        form, self.form = self.form, None
        if form is not None:
            form.deleteLater()
