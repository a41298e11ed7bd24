"""«پیگیری», wired to the open office."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject

from desktop_app.bootstrap.calendar import keep_calendar
from desktop_app.bootstrap.list_options import ListOptions
from desktop_app.controllers.shell.destinations import OpenPage
from desktop_app.controllers.tasks.tasks_controller import TasksController
from desktop_app.domain.read_models.rows import TaskRow
from desktop_app.services import lists
from desktop_app.services.context import Context
from desktop_app.views.tasks.tasks_page import TasksPage
from desktop_app.views.tasks.tasks_spec import TaskOptions, tasks_spec
from desktop_app.widgets.feedback.dialogs import Dialogs
from desktop_app.wiring import Office


def tasks_screen(office: Office, dialogs: Dialogs, parent: QObject) -> tuple[TasksPage, TasksController]:
    """The page and its controller."""
    options = ListOptions(office, parent)
    offered = TaskOptions(options.units, options.parties, options.deciding_meetings, options.due_days)
    spec = tasks_spec(office.clock.today, options.party_marks(), offered)
    page = TasksPage(spec, partial(_rows, office.context), options.party_names())
    keep_calendar(page, office, parent)
    controller = TasksController(page, office.context, dialogs, parent)
    page.empty_action_requested.connect(lambda: controller.navigated.emit(OpenPage("meetings")))
    return page, controller


def _rows(context: Context, ids: Sequence[int]) -> Mapping[int, TaskRow]:
    return dict(zip(ids, lists.task_rows(context, ids), strict=True))
