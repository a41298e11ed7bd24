"""Last steps of the round trip: notify the resolutions, and close the meeting's file.

A notification has its day and letter and, before the last signature, the reason why it cannot wait.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.calendar.clock import local_moment
from desktop_app.domain.calendar.jalali import format_short
from desktop_app.domain.read_models.paper_sheet import PaperSheet
from desktop_app.domain.read_models.sheets import VersionRow
from desktop_app.domain.rules.minutes import ALL_SIGNED, EDITABLE, MinutesState
from desktop_app.domain.rules.notices import NO_LETTERS, Notice, NoticeLetters, NotificationState
from desktop_app.domain.text.digits import record_number
from desktop_app.domain.text.typed_drafts import DraftField
from desktop_app.widgets.accessibility.keyboard_focus import has_focus_inside
from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.dates.date_source import DateSource
from desktop_app.widgets.dates.jalali_date_edit import JalaliDateEdit
from desktop_app.widgets.feedback.form_sheet import RowForm
from desktop_app.widgets.fields.field import Field
from desktop_app.widgets.fields.line_field import LineField
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.tokens import GAP, GAP_CARD, Ink, TextRole
from desktop_app.window.signing.paper_original import DONE, HALF, STEP_MARK, WAITING, PaperSignals, StepLine
from desktop_app.words import signing as words
from desktop_app.words.digits import filled
from desktop_app.words.resolutions import letters_by_register


class NoticeForm(RowForm):
    """Form of a notice: Enter sends, Esc closes; refused input stays."""

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
        """Set the calendar of the date field."""
        self._source = source
        self.day.set_source(source)

    def begin(self, send: str, letters: NoticeLetters, *, early: bool, why: str = "") -> None:
        """Fill the form anew: today, the number of the letter already sent if any, no reason."""
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
        """Show the button text, the reason field if needed, and why some units are notified again."""
        self.why.setText(why)
        self.why.setVisible(bool(why))
        self.send_button.setText(send)
        self.send_button.setAccessibleName(send)
        self._fields["reason"].setVisible(early)

    def typed(self) -> Notice:
        """Return the notice as typed."""
        reason = "" if self._fields["reason"].isHidden() else self.reason.text()
        return Notice(day=self.day.day(), letter_number=self.letter.text(), reason=reason)

    def is_dirty(self) -> bool:
        """Whether the open form holds unsent input."""
        return not self.isHidden() and (self.day.has_error() or self.typed() != self._fresh)

    def save(self) -> None:
        """Emit the notice unless the date is invalid."""
        if self.day.has_error():
            self.day.finish()
            self.day.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.clear_refusals()
        self.hand_over(lambda: self.sent.emit(self.typed()))

    def show_refusal(self, field: str, text: str) -> bool:
        """Show the error beneath its field and focus it; return whether there is such a field."""
        holder = self._fields.get(field)
        if holder is None:
            return False
        holder.refuse(text)
        return True

    def clear_refusals(self) -> None:
        """Hide all errors."""
        for field in self._fields.values():
            if field.error() and not (field is self._fields["day"] and self.day.has_error()):
                field.clear_notice()


class NoticeStep(QWidget):
    """Step of notification: what was notified, and a button that opens the form for the rest."""

    def __init__(self, signals: PaperSignals, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet: PaperSheet | None = None
        self._signals = signals
        self.head = StepLine()
        self.button = Button(icon="send", compact=True)
        self.button.setObjectName("notify")
        self.extracts = Button(text=words.PRINT_EXTRACTS, icon="printer", kind=ButtonKind.QUIET, compact=True)
        self.extracts.setAccessibleName(words.PRINT_EXTRACTS)
        self.extracts.setObjectName("extracts")
        self.form = NoticeForm()
        self.form.hide()
        _stack(self, self.head, self.button, self.form, self.extracts)
        self.button.clicked.connect(self.open_form)
        self.extracts.clicked.connect(signals.extracts_requested)
        self.form.left.connect(self.close_form)
        self.form.sent.connect(signals.notice_sent)

    def has_keyboard(self) -> bool:
        """Whether the form has the focus."""
        return has_focus_inside(self.form)

    def show_sheet(self, sheet: PaperSheet) -> None:
        """Show the notification; an open form stays while any resolution waits."""
        fresh = self._sheet is None or self._sheet.version.id != sheet.version.id
        self._sheet = sheet
        self.form.draft_place = DraftField("minutes_version", sheet.version.id, "notice")
        self._show_head(sheet.notice)
        if fresh or not sheet.can_notify:
            self.form.hide()
        self.button.setText(words.EARLY if self._early() else self._verb())
        self.button.setAccessibleName(self.button.text())
        self.button.set_kind(ButtonKind.QUIET if self._early() else ButtonKind.FILLED)
        self.button.setVisible(sheet.can_notify and self.form.isHidden())
        self.form.show_case(self._verb(), early=self._early(), why=self._why())

    def _show_head(self, notice: NotificationState) -> None:
        told_once = notice.notified > 0 or bool(notice.corrected)
        self.extracts.setVisible(told_once)
        if not notice.adopted:
            self.head.show_step(WAITING, words.NOTIFY, words.NOTHING_TO_NOTIFY)
            return
        if not told_once:
            self.head.show_step(WAITING, words.NOT_NOTIFIED, words.told_of(notice.adopted, notice.adopted))
            return
        day = format_short(notice.last_day) if notice.last_day is not None else ""
        letter = (
            words.letter(record_number(notice.letter_number), of_all=notice.same_letter) if notice.letter_number else ""
        )
        detail = " · ".join(filled(*_told(notice), letter))
        mark, title = (HALF, words.PARTLY_NOTIFIED) if notice.waiting else (DONE, words.NOTIFIED)
        self.head.show_step(mark, title, detail, day)

    def open_form(self) -> None:
        """Open the form for date and letter."""
        self.button.hide()
        self.form.show()
        letters = self._sheet.notice.letters if self._sheet is not None else NO_LETTERS
        self.form.begin(self._verb(), letters, early=self._early(), why=self._why())
        self._signals.reached.emit(self.form)

    def close_form(self) -> None:
        """Close the form and focus the button that opened it."""
        self.form.hide()
        self.button.setVisible(self._sheet is not None and self._sheet.can_notify)
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def save_now(self) -> bool:
        """Save the notice being written; return whether it was not refused."""
        self.form.save()
        return not self.is_dirty()

    def is_dirty(self) -> bool:
        """Whether a notice is unsaved."""
        return self.form.is_dirty()

    def _early(self) -> bool:
        return self._sheet is not None and self._sheet.version.state is MinutesState.FINAL

    def _verb(self) -> str:
        notice = self._sheet.notice if self._sheet is not None else NotificationState()
        return words.notify_count(notice.waiting, len(notice.corrected))

    def _why(self) -> str:
        """Return why some resolutions are notified again; empty if none are."""
        corrected = self._sheet.notice.corrected if self._sheet is not None else ()
        if not corrected:
            return ""
        last = max(corrected, key=lambda one: one.day)
        return words.corrected_since(len(corrected), last.version, format_short(last.day))


def _told(notice: NotificationState) -> tuple[str, ...]:
    """Return how many resolutions were notified and how many wait, new and corrected ones."""
    if not notice.waiting:
        return (words.told_of(notice.notified, notice.adopted),)
    again = len(notice.corrected)
    return (
        words.notified_so_far(notice.notified, notice.adopted) if notice.notified else "",
        words.waiting(notice.waiting - again) if notice.waiting > again else "",
        words.corrected_waiting(again) if again else "",
    )


class ClosingStep(QWidget):
    """Step of the meeting's file: open, ready to be closed, or closed."""

    def __init__(self, signals: PaperSignals, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = StepLine()
        self.button = Button(text=words.CLOSE, icon="archive", compact=True)
        self.button.setAccessibleName(words.CLOSE)
        self.button.setObjectName("closeMeeting")
        _stack(self, self.head, self.button)
        self.button.clicked.connect(signals.close_requested)

    def show_sheet(self, sheet: PaperSheet) -> None:
        """Show the state of the meeting's file."""
        if sheet.closed_on is not None:
            self.head.show_step(DONE, words.CLOSED, "", format_short(sheet.closed_on))
        else:
            waits = not sheet.can_close and not (sheet.read_only and sheet.version.state in ALL_SIGNED)
            self.head.show_step(WAITING, words.NOT_CLOSED, words.AFTER_SIGNATURES if waits else "")
        self.button.setVisible(sheet.can_close)
        self.button.set_kind(ButtonKind.OUTLINED if sheet.can_notify else ButtonKind.FILLED)


class AmendStep(QWidget):
    """Step that begins a correction of signed minutes, or names the correction."""

    def __init__(self, signals: PaperSignals, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = StepLine()
        self.button = Button(text=words.AMEND, icon="file-plus", compact=True)
        self.button.set_kind(ButtonKind.QUIET)
        self.button.setAccessibleName(words.AMEND)
        self.button.setObjectName("amend")
        _stack(self, self.head, self.button)
        self._signals = signals
        self._begun: int | None = None
        self.button.clicked.connect(self._press)

    def _press(self) -> None:
        if self._begun is None:
            self._signals.amend_requested.emit()
        else:
            self._signals.amendment_requested.emit(self._begun)

    def show_sheet(self, sheet: PaperSheet) -> None:
        """Offer a correction or name the later version; hidden before all have signed."""
        later = _later_version(sheet)
        self._begun = later.id if later is not None else None
        self.setVisible(sheet.can_amend or (later is not None and sheet.version.state is not MinutesState.WITHDRAWN))
        self._show_head(sheet, later)
        text, icon = _destination_of(sheet, later)
        self.button.setText(text)
        self.button.set_icon(icon)
        self.button.setAccessibleName(self.button.text())
        self.button.setVisible(sheet.can_amend or later is not None)

    def _show_head(self, sheet: PaperSheet, later: VersionRow | None) -> None:
        if sheet.version.state is MinutesState.AMENDED:
            reason = next((row.reason for row in sheet.versions if row.id == sheet.version.id), "")
            self.head.show_step(HALF, words.AMENDED, reason)
        elif later is not None:
            self.head.show_step(WAITING, words.AMENDING, words.amending_in(later.version))
        else:
            self.head.show_step(WAITING, words.AMENDMENT, _why_amend(sheet))


def _later_version(sheet: PaperSheet) -> VersionRow | None:
    """Return the newest version if it is later than the shown one."""
    return next((one for one in sheet.versions[:1] if one.version > sheet.version.version), None)


def _destination_of(sheet: PaperSheet, later: VersionRow | None) -> tuple[str, str]:
    """Return text and icon of the button."""
    if later is None:
        return words.AMEND, "file-plus"
    if later.state in EDITABLE and not sheet.read_only:
        return words.TO_AMENDMENT, "pen-line"
    return words.SEE_AMENDMENT, "file-text"


def _why_amend(sheet: PaperSheet) -> str:
    """Return what became of the last correction, or what a correction is."""
    if sheet.dropped is None:
        return words.AMENDMENT_WHY
    return words.amend_dropped(format_short(local_moment(sheet.dropped.at)[0]), sheet.dropped.reason)


def _stack(owner: QWidget, head: StepLine, *parts: QWidget) -> None:
    column = QVBoxLayout(owner)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(head)
    inner = QVBoxLayout()
    inner.setContentsMargins(0, GAP, STEP_MARK + GAP_CARD, 0)
    for part in parts:
        narrow = Qt.AlignmentFlag.AlignLeft if isinstance(part, Button) else Qt.AlignmentFlag(0)
        inner.addWidget(part, 0, narrow)
    column.addLayout(inner)
