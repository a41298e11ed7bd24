"""Form of one action on a resolution: one to four fields, with refusals beneath them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from desktop_app.domain.calendar.jalali import format_long, format_words
from desktop_app.domain.read_models.follow_up_sheets import OtherResolution, ResolutionSheet
from desktop_app.domain.rules.requests import Request
from desktop_app.domain.rules.resolution_actions import ActionAnswer, ResolutionAction
from desktop_app.domain.rules.resolutions import ResolutionActKind, ResolutionState
from desktop_app.domain.rules.tasks import TaskState
from desktop_app.domain.text.digits import record_number
from desktop_app.widgets.controls.notice import NoticeLine
from desktop_app.widgets.dates.date_source import date_source
from desktop_app.widgets.dates.jalali_date_edit import JalaliDateEdit
from desktop_app.widgets.feedback.form_sheet import FormSheet
from desktop_app.widgets.fields.choice_field import ChoiceField
from desktop_app.widgets.fields.field import Field
from desktop_app.widgets.fields.folded_completer import Option
from desktop_app.widgets.fields.line_field import LineField
from desktop_app.widgets.fields.text_area import TextArea
from desktop_app.widgets.fields.wrapped_boxes import WrappedCheckBox
from desktop_app.widgets.shell.shortcuts import add_action
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.tokens import Tone
from desktop_app.window.kit.resolution_detail import ICONS
from desktop_app.window.kit.resolution_format import name_of
from desktop_app.words import resolutions as words
from desktop_app.words.history import UNDO
from desktop_app.words.refusals import sentence

_A = ResolutionAction
DANGEROUS = frozenset({_A.REVOKE, _A.SUPERSEDE})
_OPTIONAL = frozenset({_A.VERIFY, _A.UNDO})


class ResolutionForm(FormSheet):
    """`sent` carries the typed answer; the page closes the form only after the act succeeded."""

    sent = Signal(object)

    def __init__(
        self,
        action: ResolutionAction,
        sheet: ResolutionSheet,
        others: Sequence[OtherResolution],
        today: Callable[[], date],
        parent: QWidget | None = None,
        *,
        begun: ActionAnswer | None = None,
    ) -> None:
        """Make the form; ``begun`` are the first values of its fields."""
        super().__init__(parent, title=_title(action, sheet), context=_why(action, sheet), width=540)
        self.setObjectName("resolutionForm")
        self.action = action
        self._sheet = sheet
        self._fields: dict[str, Field] = {}
        self._day = JalaliDateEdit(source=date_source(sheet.calendar, today, sentence))
        self._meeting = ChoiceField(options=_meetings(sheet))
        self._other = ChoiceField(
            options=[Option(str(one.id), words.other_option(record_number(one.number), one.text)) for one in others]
        )
        self._without_choice = {} if sheet.meetings else {"meeting": words.NO_LATER_MEETING}
        """Fields with nothing to choose from, and what is said there: no refusal may ask to choose."""
        if not others:
            self._without_choice["other"] = words.NO_LATER_RESOLUTION
        self._letter = LineField()
        self._reason = TextArea(grows=True)
        self._tasks: dict[int, QCheckBox] = {}
        self._requests: dict[int, QCheckBox] = {}
        self._notice = NoticeLine()
        self._build(today)
        if begun is not None:
            self._fill(begun)
        self._add_buttons()
        self.begin()
        self._first().setFocus(Qt.FocusReason.OtherFocusReason)

    def answer(self) -> ActionAnswer:
        """Return the values in the form."""
        return ActionAnswer(
            reason=self._reason.toPlainText(),
            day=self._day.day(),
            letter_number=self._letter.text(),
            meeting_id=_number(self._meeting.value()),
            other_id=_number(self._other.value()),
            task_ids=_checked(self._tasks),
            request_ids=_checked(self._requests),
        )

    def content(self) -> object:
        """Return the answer and the text that is not a valid day yet."""
        return self.answer(), self._day.text()

    def warn(self, text: str) -> None:
        """Show a warning above the buttons."""
        self._notice.show_notice(text, Tone.WARNING)

    def editor(self, name: str) -> QWidget:
        """Return the input widget of a field, by the name used in refusals."""
        return self._editors()[name]

    def field(self, name: str) -> Field | None:
        """Return a field, or None if this action does not have it."""
        return self._fields.get(name)

    def task_boxes(self) -> dict[int, QCheckBox]:
        """Return the check boxes of the units whose work may be returned, by task."""
        return dict(self._tasks)

    def request_boxes(self) -> dict[int, QCheckBox]:
        """Return the check boxes of the requests that an extension may answer."""
        return dict(self._requests)

    def send(self) -> None:
        """Emit the answer, unless a field holds an invalid value."""
        if "due" in self._fields or "day" in self._fields:
            self._day.finish()
            if self._day.has_error():
                self._day.line().setFocus(Qt.FocusReason.OtherFocusReason)
                return
        for field in self._fields.values():
            field.clear_notice()
        self._notice.show_notice("")
        self.hand_over(lambda: self.sent.emit(self.answer()))

    def show_refusal(self, field: str, text: str) -> bool:
        """Show a refusal beneath its field and give that the keyboard; without such a field above the buttons."""
        if field not in self._fields:
            self._notice.show_notice(text, Tone.DANGER)
            return True
        self._fields[field].set_error(self._without_choice.get(field, text))
        editor = self._editors()[field]
        (editor.line() if isinstance(editor, JalaliDateEdit) else editor).setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    # ---- inside

    def _build(self, today: Callable[[], date]) -> None:
        if self.action is _A.NOTIFY:
            self._build_notification(today())
        elif self.action is _A.EXTEND:
            self._build_extension()
        else:
            self._build_decision()
        self.body.addWidget(self._notice)
        self.body.addStretch(1)

    def _build_notification(self, today: date) -> None:
        letters = self._sheet.letters
        self._add("day", words.NOTICE_DAY, self._day)
        letter = self._add("letter_number", words.LETTER_NUMBER, self._letter)
        self._letter.set_text(letters.one)
        if letters.numbers and not letters.one:
            letter.set_hint(words.letters_by_register(tuple(map(record_number, letters.numbers))))
        self._day.set_day(today)
        if not self._sheet.signed:
            self._add("reason", words.EARLY_REASON, self._reason)

    def _build_extension(self) -> None:
        sheet = self._sheet
        due = self._add("due", words.NEW_DUE, self._day)
        self._day.set_hint(words.current_due(format_words(sheet.due)) if sheet.due else "")
        due.setObjectName("field_due")
        granted = self._add("meeting", words.GRANTED_BY, self._meeting)
        if sheet.meetings:
            self._meeting.set_value(str(sheet.meetings[0].id))
        else:
            granted.set_hint(self._without_choice["meeting"])
        self._add("reason", words.REASON, self._reason)
        if sheet.requests:
            self._add_requests()

    def _build_decision(self) -> None:
        """Build the field of the reason, with the later resolution or the units that get work back."""
        if self.action in DANGEROUS:
            hint = self._without_choice.get("other", words.OTHER_HINT)
            self._add("other", words.OTHER, self._other).set_hint(hint)
        self._add("reason", words.REMARK if self.action in _OPTIONAL else words.REASON, self._reason)
        if self.action is _A.RETURN:
            self._add_tasks()

    def _add(self, name: str, label: str, editor: QWidget) -> Field:
        editor.setObjectName(f"edit_{name}")
        field = Field(label=label, editor=editor)
        self._fields[name] = field
        self.body.addWidget(field)
        return field

    def _add_tasks(self) -> None:
        accepted = [task for task in self._sheet.tasks if task.state is TaskState.ACCEPTED]
        self._tasks = {task.id: _box(f"task_{task.id}", task.unit, checked=True) for task in accepted}
        self._add_boxes("tasks", words.RETURN_TO, self._tasks)

    def _add_requests(self) -> None:
        asked = self._sheet.requests
        self._requests = {one.id: _box(f"request_{one.id}", _asked(one), checked=len(asked) == 1) for one in asked}
        self._add_boxes("requests", words.ANSWERS_REQUESTS, self._requests)

    def _add_boxes(self, name: str, label: str, boxes: Mapping[int, QCheckBox]) -> None:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for box in boxes.values():
            column.addWidget(box)
        field = Field(label=label, editor=holder)
        self._fields[name] = field
        self.body.addWidget(field)

    def _fill(self, begun: ActionAnswer) -> None:
        self._day.set_day(begun.day)
        self._reason.setPlainText(begun.reason)
        for key, box in self._requests.items():
            box.setChecked(key in begun.request_ids)

    def _add_buttons(self) -> None:
        action = self.action
        kind = ButtonKind.DANGER if action in DANGEROUS else ButtonKind.FILLED
        resumes = action is _A.UNDO and self._sheet.course.state is ResolutionState.DEFERRED
        word = words.RESUME if resumes else UNDO if action is _A.UNDO else words.ACTIONS[action.value]
        word = words.NOTIFY_AGAIN if _is_again(action, self._sheet) else word
        accept = self.add_action(word, kind, icon=ICONS[action], hint="Ctrl+Enter")
        accept.setObjectName("sendAction")
        accept.clicked.connect(self.send)
        # a button's own shortcut acts a moment later, when the text may be another one already
        add_action(self, word, ("Ctrl+Return", "Ctrl+Enter"), self.send)
        cancel = self.add_action(words.CANCEL)
        cancel.setObjectName("leaveAction")
        cancel.clicked.connect(self.leave)

    def _first(self) -> QWidget:
        first = next(iter(self._fields))
        editor = self._editors()[first]
        return editor.line() if isinstance(editor, JalaliDateEdit) else editor

    def _editors(self) -> dict[str, QWidget]:
        first_box, first_request = (next(iter(boxes.values()), None) for boxes in (self._tasks, self._requests))
        return {
            "day": self._day,
            "due": self._day,
            "meeting": self._meeting,
            "other": self._other,
            "letter_number": self._letter,
            "reason": self._reason,
            "tasks": first_box if first_box is not None else self._reason,
            "requests": first_request if first_request is not None else self._reason,
        }


def _title(action: ResolutionAction, sheet: ResolutionSheet) -> str:
    name = name_of(sheet)
    if action is not _A.UNDO:
        return words.action_title(action.value, name, again=_is_again(action, sheet))
    if sheet.course.state is ResolutionState.DEFERRED:
        return words.resume_title(name)
    return words.note(words.undo_title(sheet.undoes), name)


def _is_again(action: ResolutionAction, sheet: ResolutionSheet) -> bool:
    return action is _A.NOTIFY and sheet.corrected is not None


def _why(action: ResolutionAction, sheet: ResolutionSheet) -> str:
    """Return the explanation of the action; for a repeated notification also why it is repeated."""
    if action is _A.NOTIFY and sheet.corrected is not None:
        corrected = sheet.corrected
        return words.corrected_since(
            corrected.version, format_long(corrected.day), record_number(corrected.letter_number)
        )
    if action is _A.NOTIFY and any(event.act is ResolutionActKind.NOTIFIED for event in sheet.history):
        return words.NOTIFY_NEW_UNIT
    return words.ACTION_WHY[action.value]


def _meetings(sheet: ResolutionSheet) -> list[Option]:
    return [Option(str(one.id), words.meeting_option(one.number, format_long(one.day))) for one in sheet.meetings]


def _box(name: str, text: str, *, checked: bool) -> QCheckBox:
    box = WrappedCheckBox(text)
    box.setObjectName(name)
    box.setChecked(checked)
    return box


def _checked(boxes: Mapping[int, QCheckBox]) -> tuple[int, ...]:
    return tuple(key for key, box in boxes.items() if box.isChecked())


def _asked(request: Request) -> str:
    return words.request_option(request.title, format_words(request.wanted_due) if request.wanted_due else "")


def _number(key: str | None) -> int | None:
    return int(key) if key else None
