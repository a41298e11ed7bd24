"""The list of minutes, wired to the open office."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject

from desktop_app.bootstrap.list_options import ListOptions
from desktop_app.controllers.minutes.minutes_list_controller import MinutesListController
from desktop_app.controllers.shell.destinations import OpenPage
from desktop_app.domain.read_models.rows import MinutesRow
from desktop_app.services import lists
from desktop_app.services.context import Context
from desktop_app.views.minutes.minutes_list import MinutesListPage, minutes_list_spec
from desktop_app.wiring import Office


def minutes_list_screen(office: Office, parent: QObject) -> tuple[MinutesListPage, MinutesListController]:
    """The page and its controller."""
    spec = minutes_list_spec(ListOptions(office, parent).years)
    page = MinutesListPage(spec, partial(_rows, office.context))
    controller = MinutesListController(page, office.context, parent)
    page.empty_action_requested.connect(lambda: controller.navigated.emit(OpenPage("meetings")))
    return page, controller


def _rows(context: Context, ids: Sequence[int]) -> Mapping[int, MinutesRow]:
    return dict(zip(ids, lists.minutes_rows(context, ids), strict=True))
