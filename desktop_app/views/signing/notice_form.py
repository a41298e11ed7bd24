"""The form of a notification: day, letter, and, before the last signature, why it cannot wait."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.rules.notices import Notice, NoticeLetters
from desktop_app.domain.text.digits import record_number
from desktop_app.text.follow_up.resolutions import letters_by_register
from desktop_app.text.minutes import signing as words
from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.dates.date_source import DateSource
from desktop_app.widgets.dates.jalali_date_edit import JalaliDateEdit
from desktop_app.widgets.fields.field import Field
from desktop_app.widgets.fields.line_field import LineField
from desktop_app.widgets.fields.row_form import RowForm
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.tokens import GAP, Ink, TextRole


class NoticeForm(RowForm):
    """Enter sends from whichever field, Esc leaves; what is refused stays as typed."""

    sent = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source: DateSource | None = None
        self.why = TextLabel(role=TextRole.NOTE, ink=Ink.SECOND, wrap=True)
        self._fresh = Notice(day=None)
        self.day = JalaliDateEdit()
        self.day.setObjectName("noticeDay")
        self.letter = LineField()
        self.letter.setObjectName("noticeLetter")
        self.reason = LineField()
        self.reason.setObjectName("noticeReason")
        self._fields = {
            "day": Field(label=words.NOTICE_DAY, editor=self.day),
            "letter_number": Field(label=words.NOTICE_LETTER, editor=self.letter),
            "reason": Field(label=words.EARLY_WHY, editor=self.reason, hint=words.EARLY_HINT),
        }
        self.send_button = Button(kind=ButtonKind.FILLED, icon="send", hint="Enter", compact=True)
        self.send_button.setObjectName("noticeSend")
        self.leave_button = Button(text=words.LEAVE, kind=ButtonKind.QUIET, compact=True)
        self.leave_button.setObjectName("noticeLeave")
        self._lay_out()
        self.send_button.clicked.connect(self.save)
        self.leave_button.clicked.connect(self.left)
        for line in (self.letter, self.reason):
            line.textEdited.connect(lambda _text: self.clear_refusals())

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GAP, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.why)
        for field in self._fields.values():
            column.addWidget(field)
        line = QHBoxLayout()
        line.setSpacing(GAP)
        line.addWidget(self.send_button)
        line.addWidget(self.leave_button)
        line.addStretch(1)
        column.addLayout(line)

    def set_source(self, source: DateSource) -> None:
        """The office's calendar."""
        self._source = source
        self.day.set_source(source)

    def begin(self, send: str, letters: NoticeLetters, *, early: bool, why: str = "") -> None:
        """Open it fresh: today, the letter that went out already if there is one, and no reason unless it is early."""
        today = self._source.today() if self._source is not None else None
        self._fresh = Notice(day=today, letter_number=letters.one)
        self.day.set_day(self._fresh.day)
        self.letter.set_text(self._fresh.letter_number)
        self.reason.set_text("")
        several = letters.numbers and not letters.one
        self._fields["letter_number"].set_hint(
            letters_by_register(tuple(map(record_number, letters.numbers))) if several else ""
        )
        self.clear_refusals()
        self.show_case(send, early=early, why=why)
        (self.reason if early else self.letter).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_case(self, send: str, *, early: bool, why: str = "") -> None:
        """The verb of its button, whether a reason is needed, and why some are told again; what is typed stays."""
        self.why.setText(why)
        self.why.setVisible(bool(why))
        self.send_button.setText(send)
        self.send_button.setAccessibleName(send)
        self._fields["reason"].setVisible(early)

    def typed(self) -> Notice:
        """What stands in it."""
        reason = "" if self._fields["reason"].isHidden() else self.reason.text()
        return Notice(day=self.day.day(), letter_number=self.letter.text(), reason=reason)

    def is_dirty(self) -> bool:
        """Whether something was typed that is not sent; put away it holds nothing, for it always opens fresh."""
        return not self.isHidden() and (self.day.has_error() or self.typed() != self._fresh)

    def save(self) -> None:
        """Hand it over; a day that is none says so itself."""
        if self.day.has_error():
            self.day.finish()
            self.day.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.clear_refusals()
        self.hand_over(lambda: self.sent.emit(self.typed()))

    def show_refusal(self, field: str, text: str) -> bool:
        """Beneath the field that it is about, where the keyboard then is; whether there is one."""
        holder = self._fields.get(field)
        if holder is None:
            return False
        holder.refuse(text)
        return True

    def clear_refusals(self) -> None:
        """What was refused is being changed."""
        for field in self._fields.values():
            if field.error() and not (field is self._fields["day"] and self.day.has_error()):
                field.clear_notice()
