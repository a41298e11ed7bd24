"""Detail of «پیگیری»: one task with its form and history, or the actions on several tasks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.read_models.follow_up_sheets import TaskSheet
from desktop_app.domain.rules.files import FileOwner, RecordRef
from desktop_app.domain.rules.tasks import TaskAction
from desktop_app.domain.text.typed_drafts import ACTION_FORM, DraftField
from desktop_app.forms.task_panel import Ui_TaskPanel
from desktop_app.widgets.shell.action_bar import PageAction
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.tokens import Ink, TextRole
from desktop_app.window.kit.files_button import FilesButton
from desktop_app.window.kit.task_form import WITH_FORM, FormBegin, TaskForm, TaskFormDraft
from desktop_app.window.kit.task_format import (
    TITLE_LETTERS,
    facts_of,
    history_of,
    pills_of,
    reason_to_notify_again,
    shortened,
    siblings_of,
    stations_of,
    today_of,
)
from desktop_app.window.kit.task_parts import PillLine, SiblingsPane, TaskFactsPane
from desktop_app.words import tasks as words
from desktop_app.words.history import HISTORY, HISTORY_KEYS

_A = TaskAction
ICONS = {
    _A.NOTIFY: "send",
    _A.PLAN: "clipboard-list",
    _A.PROGRESS: "pen-line",
    _A.START: "play",
    _A.BLOCK: "circle-alert",
    _A.RESUME: "play",
    _A.REPORT: "check-check",
    _A.ACCEPT: "check",
    _A.RETURN: "undo-2",
    _A.CANCEL: "x",
    _A.UNDO: "history",
}
KEYS = {
    _A.PROGRESS: "Ctrl+G",
    _A.PLAN: "Ctrl+Shift+P",
    _A.BLOCK: "Ctrl+Shift+B",
    _A.REPORT: "Ctrl+Shift+R",
    _A.ACCEPT: "Ctrl+Shift+A",
}
_LOUD = (_A.ACCEPT, _A.NOTIFY)
_MENU = frozenset({_A.CANCEL, _A.UNDO, _A.PLAN, _A.BLOCK})
BUTTONS = 2


class TaskPanel(QWidget):
    """`task_action_requested` carries an action key, `saved` the typed entry, `link_requested` a link."""

    task_action_requested = Signal(str)
    many_requested = Signal(str)
    saved = Signal(object)
    link_requested = Signal(str)
    task_requested = Signal(int)
    close_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_TaskPanel()
        self.ui.setupUi(self)
        self.form = TaskForm()
        self.form.put_aside = lambda task_id: task_id in self._drafts
        self.pills, self.facts = PillLine(), TaskFactsPane()
        self.siblings = SiblingsPane()
        self.files = FilesButton()
        self.ui.captionLine.insertWidget(1, self.files)
        self._sheet: TaskSheet | None = None
        self._many = False
        self._drafts: dict[int, TaskFormDraft] = {}
        self._dress()
        self._connect()
        self.show_nothing()

    # ---- what is shown

    def show_sheet(self, sheet: TaskSheet) -> None:
        """Show one task; text typed for another task is kept for that one."""
        known = self._sheet is not None and self._sheet.task.id == sheet.task.id
        if not known:
            self._keep_draft()
        typing = known and self.is_typing()
        self._sheet, self._many = sheet, False
        self.form.draft_place = DraftField("task", sheet.task.id, f"{ACTION_FORM}{self.form.action().value}")
        self.files.show_record(RecordRef(FileOwner.TASK, sheet.task.id))
        self._hold(self.ui.formHolder)
        self._show_head(sheet)
        self.facts.show_facts(facts_of(sheet))
        self._show_below(sheet)
        draft = self._drafts.pop(sheet.task.id, None)
        if not typing or self.form.action() not in sheet.actions:
            self._begin(_A.PROGRESS)
        if draft is not None and draft.begin.action in sheet.actions:
            self.form.continue_draft(draft)
        self._show_form()
        self._show_acts()
        self.ui.stack.setCurrentWidget(self.ui.one)

    def show_nothing(self) -> None:
        """Show that no row is chosen."""
        self._keep_draft()
        self._sheet, self._many = None, False
        self.files.show_record(None)
        self.ui.stack.setCurrentWidget(self.ui.nothing)

    def show_many(self, count: int, acts: Sequence[PageAction]) -> None:
        """Show that several rows are selected, and the actions on them."""
        self._keep_draft()
        self._sheet, self._many = None, True
        self.files.show_record(None)
        ui = self.ui
        ui.manyTitle.setText(words.many(count))
        ui.manyWhy.setText(words.MANY_WHY if acts else words.NONE_FITS)
        ui.manyWhy.show()
        ui.manyHolder.setVisible(False)
        ui.manyActs.show_acts(acts)
        ui.manyDone.setText("")
        ui.stack.setCurrentWidget(ui.many)

    def show_many_done(self, text: str) -> None:
        """Show the progress of an act on several tasks."""
        self.ui.manyDone.setText(text)
        self.ui.manyWhy.hide()

    # ---- the form

    def open_form(self, action: TaskAction) -> None:
        """Open the form of an action and give it the keyboard."""
        if self._sheet is None and not self._many:
            return
        if self.form.action() is not action or not self.form.is_dirty():
            self._begin(action)
        self._show_form()
        self.form.focus_first()
        self.ui.area.ensureWidgetVisible(self.form)

    def open_many_form(self, day: date) -> None:
        """Open the form for the notification of several units."""
        self.form.draft_place = DraftField("task", 0, f"{ACTION_FORM}{_A.NOTIFY.value}")
        self._hold(self.ui.manyHolder)
        self.form.begin(FormBegin(_A.NOTIFY, day))
        self.ui.manyHolder.setVisible(True)
        self.form.show()
        self.form.focus_first()

    def done(self) -> None:
        """Reset the form after its entry is saved."""
        self._begin(_A.PROGRESS)
        self.ui.manyHolder.setVisible(False)

    def show_refusal(self, field: str, text: str) -> bool:
        """Show a refusal beneath its field in the form; return whether the field exists."""
        return self.form.isVisibleTo(self) and self.form.show_refusal(field, text)

    def unfinished(self) -> int:
        """Return the number of tasks with typed text that is not saved."""
        return len(self._drafts) + (self.is_typing() and 1)

    def is_typing(self) -> bool:
        """Whether text is typed for the shown task."""
        return self._sheet is not None and not self.ui.formHolder.isHidden() and self.form.is_dirty()

    def save_now(self) -> bool:
        """Save the form; return whether nothing was refused."""
        self.form.save()
        return not self.unfinished()

    def forget(self) -> None:
        """Discard all typed text."""
        self._drafts.clear()
        self._begin(_A.PROGRESS)

    # ---- inside

    def _dress(self) -> None:
        ui = self.ui
        for holder, part in ((ui.pills, self.pills), (ui.facts, self.facts), (ui.siblings, self.siblings)):
            _fill(holder, part)
        self._hold(ui.formHolder)
        _fill(ui.manyHolder, None)
        ui.caption.set_role(TextRole.NOTE)
        ui.caption.set_ink(Ink.QUIET)
        ui.title.set_role(TextRole.SECTION)
        ui.title.setWordWrap(True)
        titles = ((ui.siblingsTitle, words.SIBLINGS), (ui.historyTitle, words.HISTORY), (ui.courseTitle, words.COURSE))
        for title, text in titles:
            title.set_role(TextRole.HEAD)
            title.setText(text)
            title.setWordWrap(True)
        ui.manyTitle.set_role(TextRole.SECTION)
        ui.manyWhy.set_role(TextRole.SECOND)
        ui.manyWhy.set_ink(Ink.SECOND)
        ui.manyWhy.setWordWrap(True)
        ui.manyDone.set_role(TextRole.STRONG)
        ui.manyDone.setWordWrap(True)
        ui.nothing.set_content(words.NOTHING_CHOSEN, words.NOTHING_CHOSEN_WHY, icon="list-checks")
        ui.area.setAccessibleName(words.TASK)
        ui.area.viewport().setAutoFillBackground(False)
        ui.inside.setAutoFillBackground(False)

    def _connect(self) -> None:
        self.ui.acts.act_requested.connect(self._act_wanted)
        self.ui.manyActs.act_requested.connect(self.many_requested)
        self.ui.close.clicked.connect(self.close_requested)
        self.form.saved.connect(self.saved)
        self.form.left.connect(self._leave_form)
        self.facts.link_requested.connect(self.link_requested)
        self.siblings.task_requested.connect(self.task_requested)

    def _hold(self, holder: QWidget) -> None:
        """Move the form into the given part of the detail."""
        if self.form.parentWidget() is not holder:
            _fill(holder, self.form)

    def _show_head(self, sheet: TaskSheet) -> None:
        unit = sheet.unit.brief_name
        self.ui.caption.setText(words.caption(unit, words.ROLES[sheet.task.role]))
        self.ui.title.setText(shortened(sheet.text, TITLE_LETTERS))
        self.pills.show_pills(pills_of(sheet))

    def _show_below(self, sheet: TaskSheet) -> None:
        ui = self.ui
        self.siblings.show_siblings(siblings_of(sheet))
        ui.history.show_lines(history_of(sheet))
        stations = stations_of(sheet)
        ui.course.show_course(stations, today_of(sheet))
        for shown in (ui.ruleCourse, ui.courseTitle, ui.course):
            shown.setVisible(len(stations) > 1)
        for part in (ui.ruleSiblings, ui.siblingsTitle, ui.siblings):
            part.setVisible(bool(sheet.siblings))
        ui.historyTitle.setText(words.HISTORY if sheet.history else words.NO_HISTORY)
        ui.historyTitle.set_role(TextRole.HEAD if sheet.history else TextRole.NOTE)

    def _begin(self, action: TaskAction) -> None:
        sheet = self._sheet
        if sheet is None:
            self.form.begin(FormBegin(action))
            return
        own = sheet.task.due if sheet.own_due else None
        caller = sheet.unit.liaison or sheet.unit.head
        why = reason_to_notify_again(sheet)
        self.form.begin(FormBegin(action, sheet.today, sheet.task.percent, sheet.task.plan, own, caller, why))

    def _show_form(self) -> None:
        actions = self._sheet.actions if self._sheet is not None else ()
        shown = self.form.action() in actions and self.form.action() in WITH_FORM
        for part in (self.ui.formHolder, self.ui.ruleFacts):
            part.setVisible(shown)
        self._show_acts()

    def _show_acts(self) -> None:
        actions = self._sheet.actions if self._sheet is not None else ()
        again = self._sheet is not None and self._sheet.corrected is not None
        open_action = self.form.action() if self.ui.formHolder.isVisibleTo(self) else None
        offered = [action for action in actions if action is not open_action]
        front, rest = _buttons_and_menu(offered)
        loud = open_action is None
        menu = [*(_page_action(one) for one in rest), *_WAYS]
        buttons = [_page_action(one, loud=loud and one in _LOUD, again=again) for one in front]
        self.ui.acts.show_acts(buttons, menu)
        for part in (self.ui.acts, self.ui.ruleActs):
            part.setVisible(bool(offered))

    def _act_wanted(self, key: str) -> None:
        """Emit an action on the task, or the link to the reminder or the history."""
        (self.link_requested if key in {one.key for one in _WAYS} else self.task_action_requested).emit(key)

    def _leave_form(self) -> None:
        if self._many:
            self.ui.manyHolder.setVisible(False)
            return
        self._begin(_A.PROGRESS)
        self._show_form()

    def _keep_draft(self) -> None:
        if self._sheet is not None and self.is_typing():
            self._drafts[self._sheet.task.id] = self.form.draft()

    def focusInEvent(self, _event: QFocusEvent) -> None:
        """Give the keyboard to the form's first field, or to the first action."""
        if self.form.isVisibleTo(self):
            self.form.focus_first()
        else:
            self.ui.acts.setFocus(Qt.FocusReason.OtherFocusReason)


_WAYS: Final = (
    PageAction("reminder", words.PRINT_REMINDER, "bell"),
    PageAction("history", HISTORY, "history", hint=HISTORY_KEYS),
)
"""Ways that lead elsewhere, behind the acts in the menu."""


def _fill(holder: QWidget, part: QWidget | None) -> None:
    column = holder.layout() or QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    if part is not None:
        column.addWidget(part)


def _buttons_and_menu(offered: Sequence[TaskAction]) -> tuple[list[TaskAction], list[TaskAction]]:
    """Return the actions with a button and those in the menu; PLAN and BLOCK get a button if there is room."""
    spare = [action for action in offered if action in {_A.PLAN, _A.BLOCK}]
    first = [action for action in offered if action not in _MENU]
    front = (first + spare)[:BUTTONS]
    return front, [action for action in offered if action not in front]


def _page_action(action: TaskAction, *, loud: bool = False, again: bool = False) -> PageAction:
    kind = ButtonKind.FILLED if loud else ButtonKind.OUTLINED
    word = words.NOTIFY_AGAIN if again and action is _A.NOTIFY else words.ACTIONS[action]
    return PageAction(action.value, word, ICONS[action], kind)
