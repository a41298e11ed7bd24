"""Base of the tasks controller: the list, the shown task, and the refusals."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop_app.domain.errors import Refused
from desktop_app.domain.outcome import Changed, Outcome
from desktop_app.domain.read_models.follow_up_sheets import TaskSheet
from desktop_app.domain.read_models.listing import FilterKey, ListQuery
from desktop_app.services import lists
from desktop_app.services.context import Context
from desktop_app.services.follow_up.task_sheet import task_sheet
from desktop_app.window.kit.list_controller import ListController, ListReads
from desktop_app.window.kit.page_controller import PageController
from desktop_app.window.tasks.page import TasksPage
from desktop_app.words.refusals import sentence

READS = ListReads.of(lists.TASKS, Changed.TASKS | Changed.RESOLUTIONS | Changed.MINUTES | Changed.MEMBERS)


class TasksEditSession(PageController):
    """The state shared by the parts of the tasks controller."""

    def __init__(self, page: TasksPage, context: Context, parent: QObject | None = None) -> None:
        super().__init__(context, parent)
        self.page = page
        self.sheet: TaskSheet | None = None
        self.listing = ListController(page, context, READS, self)
        self.listing.navigated.connect(self.navigated)

    # ---- acts

    def read_again(self, _changed: Changed) -> None:
        """Read again after an own act, even without a change, for the shown data may be old."""
        self.refresh()

    def show_in_form(self, refused: Refused) -> bool:
        """Show a refusal beneath its field in the form; return whether the field exists."""
        return self.page.panel.show_refusal(refused.field, sentence(refused))

    def show_problem(self, refused: Refused) -> None:
        """Show a refusal above the list."""
        self.page.show_refusal(sentence(refused))

    def show_step(self, made: Outcome, said: str) -> None:
        """Choose the task that undo or redo changed, if the list has it."""
        self.page.choose(made.id)
        self.page.show_done(said)

    # ---- showing

    def reload(self, changed: Changed) -> None:
        """Read again after an act of another page that changed the shown data."""
        if changed & READS.watched:
            self.refresh()

    def refresh(self) -> None:
        """Read the list, the units and the shown task."""
        kept = self.sheet.task.id if self.sheet is not None else 0
        self.listing.show()
        self.show_units()
        if kept and self.sheet is not None and self.sheet.task.id == kept:
            self.show_task(kept)

    def show_units(self) -> None:
        """Show the number of tasks of each unit in the view, whatever unit the list is filtered by."""
        query = self.page.query()
        without = tuple(one for one in query.filters if one.key not in {FilterKey.UNIT, FilterKey.PARTY})
        wide = ListQuery(search=query.search, view=query.view, filters=without)
        try:
            counts = lists.task_unit_counts(self.context, wide)
        except Refused as refused:
            self.show_problem(refused)
            return
        self.page.show_units(counts, query)

    def show_task(self, task_id: int) -> None:
        """Read a task and show it next to the list; 0 shows none."""
        if not task_id:
            self._show_none()
            return
        try:
            self.sheet = task_sheet(self.context, task_id)
        except Refused as refused:
            if self.sheet is not None and self.sheet.task.id != task_id:
                # beside its row another one would be taken for it
                self._show_none()
            self.show_problem(refused)
            return
        self.page.panel.show_sheet(self.sheet)

    def _show_none(self) -> None:
        self.sheet = None
        self.page.panel.show_nothing()
