"""View interface of the page of the tasks for its controller: the page, and the detail beside its list."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from PySide6.QtCore import SignalInstance

from desktop_app.domain.read_models.listing import ListQuery
from desktop_app.domain.read_models.rows import UnitCount
from desktop_app.domain.read_models.task_sheet import TaskSheet
from desktop_app.domain.rules.task_acts import TaskAction
from desktop_app.widgets.shell.action_bar import PageAction


class TaskDetailView(Protocol):
    """The detail beside the list."""

    task_action_requested: SignalInstance
    many_requested: SignalInstance
    saved: SignalInstance
    link_requested: SignalInstance
    task_requested: SignalInstance

    def show_sheet(self, sheet: TaskSheet) -> None:
        """One task."""

    def show_nothing(self) -> None:
        """No row is chosen."""

    def show_many(self, count: int, acts: Sequence[PageAction]) -> None:
        """Several rows are chosen."""

    def show_many_done(self, text: str) -> None:
        """How far an act on several is."""

    def open_many_form(self, day: date) -> None:
        """Write down how several were notified."""

    def done(self) -> None:
        """What was typed is saved."""

    def show_refusal(self, field: str, text: str) -> bool:
        """Beside its field; whether there is one."""

    def unfinished(self) -> int:
        """For how many tasks something was typed that is not saved."""

    def forget(self) -> None:
        """Give up what was typed."""


class TasksView(Protocol):
    """The page."""

    row_chosen: SignalInstance
    rows_chosen: SignalInstance
    task_action_requested: SignalInstance
    act_requested: SignalInstance
    band_action_requested: SignalInstance
    query_requested: SignalInstance
    search_requested: SignalInstance

    @property
    def panel(self) -> TaskDetailView:
        """The detail."""

    def query(self) -> ListQuery:
        """The question whose answer shows."""

    def chosen_id(self) -> int | None:
        """Id of the row under the keyboard."""

    def chosen_ids(self) -> tuple[int, ...]:
        """Ids of all chosen rows."""

    def choose(self, record_id: int) -> bool:
        """Stand on a record; whether it is in the list."""

    def enter_detail(self) -> None:
        """Give the keyboard to the detail."""

    def leave_detail(self) -> None:
        """Give the keyboard back to the list."""

    def show_units(self, counts: Sequence[UnitCount], query: ListQuery) -> None:
        """How the tasks of the view spread over the units."""

    def open_form(self, action: TaskAction) -> None:
        """Open the form of an action."""

    def show_done(self, text: str, action: str = "") -> None:
        """Say what was done, with perhaps a way back."""

    def show_refusal(self, text: str) -> None:
        """Say what went wrong."""
