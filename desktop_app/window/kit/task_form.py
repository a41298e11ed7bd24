"""Form of a task: the report of a unit, its day and its reporter; the action decides the fields."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop_app.domain.rules.tasks import News, TaskAction, TaskEntry
from desktop_app.domain.text.digits import latin_digits, persian_digits
from desktop_app.domain.text.typed_drafts import ACTION_FORM, DraftField
from desktop_app.forms.task_form import Ui_TaskForm
from desktop_app.widgets.controls.held_keys import held_keys
from desktop_app.widgets.dates.date_source import DateSource
from desktop_app.widgets.fields.drafted import Drafted
from desktop_app.widgets.shell.shortcuts import add_action
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.tokens import TextRole, Tone
from desktop_app.words import tasks as words

_A = TaskAction
WITH_FORM = frozenset({_A.NOTIFY, _A.PLAN, _A.PROGRESS, _A.BLOCK, _A.RESUME, _A.REPORT})
"""Actions that are written down in the form; the others are one press, or a question."""
NOTE_LINES = 2


@dataclass(frozen=True, slots=True)
class FormBegin:
    """The first values of the form: the action, what is known already, and the unit's phone contact.

    ``percent`` is nothing while it is not known of which task the form is. ``corrected`` says of a notification that it
    tells corrected words, and why.
    """

    action: TaskAction
    day: date | None = None
    percent: int | None = 0
    plan: str = ""
    due: date | None = None
    caller: str = ""
    corrected: str = ""


@dataclass(frozen=True, slots=True)
class TypedTexts:
    """The typed texts of all fields."""

    percent: str = ""
    day: str = ""
    told: str = ""
    note: str = ""
    due: str = ""


@dataclass(frozen=True, slots=True)
class TaskFormDraft:
    """The form of an action with the texts typed so far."""

    begin: FormBegin
    typed: TypedTexts = field(default_factory=TypedTexts)


class TaskForm(QWidget, Drafted):
    """Form of an action on a task. Ctrl+Enter saves, and Enter in a one-line field; refused text stays."""

    saved = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None, *, in_sheet: bool = False) -> None:
        super().__init__(parent)
        self._in_sheet = in_sheet
        self.ui = Ui_TaskForm()
        self.ui.setupUi(self)
        ui = self.ui
        self._begin = FormBegin(TaskAction.PROGRESS)
        self.put_aside: Callable[[int], bool] = lambda _task_id: False
        self._fresh = TypedTexts()
        self._asked_back: int | None = None
        """The lower percentage that was asked about: saved again it is meant."""
        ui.title.set_role(TextRole.HEAD)
        ui.noteEdit.set_lines(NOTE_LINES)
        ui.noteEdit.setTabChangesFocus(True)
        ui.percentEdit.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self._fields = {
            "percent": ui.percentField,
            "day": ui.dayField,
            "told_by": ui.toldField,
            "letter_number": ui.toldField,
            "note": ui.noteField,
            "plan": ui.noteField,
            "reason": ui.noteField,
            "due": ui.dueField,
        }
        ui.save.clicked.connect(self.save)
        ui.leave.clicked.connect(self.left)
        ui.byPhone.clicked.connect(lambda: self._put_teller(words.phoned(self._begin.caller)))
        ui.byLetter.clicked.connect(lambda: self._put_teller(words.LETTER_PREFIX))
        if not in_sheet:
            add_action(self, words.SAVE, ("Ctrl+Return", "Ctrl+Enter"), self.save)
        for line in (ui.percentEdit, ui.toldEdit):
            line.textEdited.connect(lambda _text: self._clear())
            line.installEventFilter(self)
        ui.percentEdit.textEdited.connect(lambda _text: ui.percentField.clear_notice())
        ui.noteEdit.textChanged.connect(self._clear)

    def set_source(self, source: DateSource) -> None:
        """Set the office's calendar for the date fields."""
        self.ui.dayEdit.set_source(source)
        self.ui.dueEdit.set_source(source)

    def begin(self, begin: FormBegin) -> None:
        """Start the form for an action."""
        self._begin, self._asked_back = begin, None
        self.ui.percentField.clear_notice()
        if self.draft_place is not None:
            self.draft_place = replace(self.draft_place, field=f"{ACTION_FORM}{begin.action.value}")
        self._label(begin)
        self._fill(begin)
        self._clear()
        self._fresh = self.typed()

    def _label(self, begin: FormBegin) -> None:
        """Set title, labels and hints; a notification asks for a letter, other actions for the reporter."""
        ui, action = self.ui, begin.action
        title, save = words.ACTIONS[action], words.SAVES[action]
        notifies = action is _A.NOTIFY
        if notifies and begin.corrected:
            title, save = words.NOTIFY_AGAIN, words.NOTIFY_AGAIN_SAVE
        if notifies:
            ui.toldField.set_label(words.FORM_LETTER)
            ui.toldField.set_hint(begin.corrected or words.LETTER_BY_REGISTER)
            ui.toldEdit.setPlaceholderText("")
            ui.noteField.set_hint(words.EARLY_REASON_HINT)
        else:
            ui.toldField.set_label(words.FORM_TOLD)
            ui.toldField.set_hint("")
            ui.toldEdit.setPlaceholderText(words.FORM_TOLD_HINT)
            ui.noteField.set_hint("")
        ui.title.setText(title)
        ui.save.setText(save)
        ui.save.setAccessibleName(ui.save.text())
        ui.percentField.setVisible(action is _A.PROGRESS)
        ui.dueField.setVisible(action is _A.PLAN)
        for teller in (ui.byPhone, ui.byLetter):
            teller.setVisible(not notifies)
        labels = {_A.PLAN: words.FORM_PLAN, _A.BLOCK: words.FORM_REASON, _A.NOTIFY: words.EARLY_REASON}
        ui.noteField.set_label(labels.get(action, words.FORM_NOTE))
        ui.dueField.set_hint(words.FORM_OWN_DUE_HINT)
        ui.leave.setVisible(action is not _A.PROGRESS)
        ui.save.set_kind(ButtonKind.FILLED)

    def _fill(self, begin: FormBegin) -> None:
        """Fill in what is known already."""
        ui, plans = self.ui, begin.action is _A.PLAN
        ui.percentEdit.set_text("" if begin.percent is None else persian_digits(begin.percent))
        if ui.percentEdit.hasFocus():
            # what is typed next is a new percentage here, too
            ui.percentEdit.selectAll()
        ui.dayEdit.set_day(begin.day)
        ui.toldEdit.set_text("")
        ui.noteEdit.set_text(begin.plan if plans else "")
        ui.dueEdit.set_day(begin.due if plans else None)

    def action(self) -> TaskAction:
        """Return the action of the form."""
        return self._begin.action

    def typed(self) -> TypedTexts:
        """Return the texts in the fields."""
        ui = self.ui
        return TypedTexts(
            ui.percentEdit.text(), ui.dayEdit.text(), ui.toldEdit.text(), ui.noteEdit.text(), ui.dueEdit.text()
        )

    def is_dirty(self) -> bool:
        """Whether typed text is not saved."""
        return self.typed() != self._fresh

    def holds(self, place: DraftField) -> bool:
        """Whether text is typed for this record, also if another task is shown now."""
        return super().holds(place) or self.put_aside(place.record_id)

    def draft(self) -> TaskFormDraft:
        """Return the form with its texts, to continue later."""
        return TaskFormDraft(self._begin, self.typed())

    def continue_draft(self, draft: TaskFormDraft) -> None:
        """Continue with a form that was left before."""
        self.begin(draft.begin)
        ui, typed = self.ui, draft.typed
        ui.percentEdit.set_text(typed.percent)
        ui.dayEdit.set_text(typed.day)
        ui.toldEdit.set_text(typed.told)
        ui.noteEdit.set_text(typed.note)
        ui.dueEdit.set_text(typed.due)

    def focus_first(self) -> None:
        """Give the keyboard to the field that is typed first."""
        ui = self.ui
        first = {_A.PROGRESS: ui.percentEdit, _A.PLAN: ui.noteEdit, _A.BLOCK: ui.noteEdit}.get(
            self.action(), ui.toldEdit
        )
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        if first is ui.percentEdit:
            ui.percentEdit.selectAll()

    def save(self) -> None:
        """Emit the entry; an invalid percentage or day shows its own error."""
        percent = self._percent()
        if percent is None:
            self.show_refusal("percent", words.BAD_PERCENT)
            return
        for edit in (self.ui.dayEdit, self.ui.dueEdit):
            if edit.isVisibleTo(self) and edit.has_error():
                edit.finish()
                edit.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self._clear()
        ui = self.ui
        known = self._begin.percent or 0
        if self.action() is _A.PROGRESS and percent < known and percent != self._asked_back:
            self._asked_back = percent
            ui.percentField.set_notice(words.percent_goes_back(known), Tone.WARNING)
            ui.percentEdit.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        news = News(day=ui.dayEdit.day(), note=ui.noteEdit.text(), told_by=words.teller(ui.toldEdit.text()))
        entry = TaskEntry(action=self.action(), news=news, percent=percent, due=ui.dueEdit.day())
        self.hand_over(lambda: self.saved.emit(entry))

    def show_refusal(self, name: str, text: str) -> bool:
        """Show a refusal beneath its field and give that the keyboard; return whether the field exists."""
        holder = self._fields.get(name)
        if holder is None or holder.isHidden():
            return False
        holder.refuse(text)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Save on Enter in a one-line field, unless the form is in a sheet."""
        pressed = event if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress else None
        if (
            not self._in_sheet
            and pressed
            and pressed.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and not held_keys(pressed)
        ):
            self.save()
            return True
        return super().eventFilter(watched, event)

    def _percent(self) -> int | None:
        """Return the typed percentage; the known one for an empty field, None for an invalid text."""
        if self.action() is not _A.PROGRESS:
            return 0
        plain = latin_digits(self.ui.percentEdit.text()).strip().rstrip("%٪").strip()
        if not plain:
            return self._begin.percent or 0
        return int(plain) if plain.isascii() and plain.isdigit() and len(plain) <= 3 else None

    def _put_teller(self, text: str) -> None:
        edit = self.ui.toldEdit
        edit.set_text(text)
        edit.setFocus(Qt.FocusReason.OtherFocusReason)
        edit.setCursorPosition(len(edit.text()))

    def _clear(self) -> None:
        ui = self.ui
        wrong = {ui.dayField: ui.dayEdit.has_error(), ui.dueField: ui.dueEdit.has_error()}
        for holder in dict.fromkeys(self._fields.values()):
            if holder.error() and not wrong.get(holder, False):
                holder.clear_notice()
