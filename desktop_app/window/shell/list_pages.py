"""The page of the resolutions, wired to the open office.

«پیگیری», wired to the open office.

The page of members, wired to the open office.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.domain.read_models.listing import ResolutionRow, TaskRow
from desktop_app.services import lists
from desktop_app.services.context import Context
from desktop_app.widgets.feedback.dialogs import Dialogs
from desktop_app.window.kit.destinations import OpenPage
from desktop_app.window.members.controller import MembersController
from desktop_app.window.members.page import MembersPage
from desktop_app.window.resolutions.controller import ResolutionsController
from desktop_app.window.resolutions.page import ResolutionOptions, ResolutionsPage, resolutions_spec
from desktop_app.window.shell.calendar import keep_calendar
from desktop_app.window.shell.list_options import ListOptions
from desktop_app.window.tasks.controller import TasksController
from desktop_app.window.tasks.page import TasksPage
from desktop_app.window.tasks.spec import TaskOptions, tasks_spec
from desktop_app.wiring import Office

if TYPE_CHECKING:
    pass


def members_screen(office: Office, dialogs: Dialogs, parent: QObject) -> tuple[MembersPage, MembersController]:
    """The page and its controller."""
    page = MembersPage(office.clock.today)
    return page, MembersController(page, office.context, dialogs, parent)


def resolutions_screen(office: Office, parent: QObject) -> tuple[ResolutionsPage, ResolutionsController]:
    """The page and its controller."""
    options = ListOptions(office, parent)
    spec = resolutions_spec(
        office.clock.today,
        options.party_marks(),
        ResolutionOptions(options.parties, options.units, options.axes, options.meetings, options.years, options.days),
    )
    page = ResolutionsPage(spec, partial(_resolutions_rows, office.context), office.clock.today)
    controller = ResolutionsController(page, office.context, parent)
    page.empty_action_requested.connect(lambda: controller.navigated.emit(OpenPage("meetings")))
    return page, controller


def _resolutions_rows(context: Context, ids: Sequence[int]) -> Mapping[int, ResolutionRow]:
    return dict(zip(ids, lists.resolution_rows(context, ids), strict=True))


def tasks_screen(office: Office, dialogs: Dialogs, parent: QObject) -> tuple[TasksPage, TasksController]:
    """The page and its controller."""
    options = ListOptions(office, parent)
    offered = TaskOptions(options.units, options.parties, options.deciding_meetings, options.due_days)
    spec = tasks_spec(office.clock.today, options.party_marks(), offered)
    page = TasksPage(spec, partial(_tasks_rows, office.context), options.party_names())
    keep_calendar(page, office, parent)
    controller = TasksController(page, office.context, dialogs, parent)
    page.empty_action_requested.connect(lambda: controller.navigated.emit(OpenPage("meetings")))
    return page, controller


def _tasks_rows(context: Context, ids: Sequence[int]) -> Mapping[int, TaskRow]:
    return dict(zip(ids, lists.task_rows(context, ids), strict=True))
