"""The page of the resolutions, wired to the open office."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject

from desktop_app.bootstrap.list_options import ListOptions
from desktop_app.controllers.resolutions.resolutions_controller import ResolutionsController
from desktop_app.controllers.shell.destinations import OpenPage
from desktop_app.domain.read_models.rows import ResolutionRow
from desktop_app.services import lists
from desktop_app.services.context import Context
from desktop_app.views.resolutions.resolutions_page import ResolutionsPage
from desktop_app.views.resolutions.resolutions_spec import ResolutionOptions, resolutions_spec
from desktop_app.wiring import Office


def resolutions_screen(office: Office, parent: QObject) -> tuple[ResolutionsPage, ResolutionsController]:
    """The page and its controller."""
    options = ListOptions(office, parent)
    spec = resolutions_spec(
        office.clock.today,
        options.party_marks(),
        ResolutionOptions(options.parties, options.units, options.axes, options.meetings, options.years, options.days),
    )
    page = ResolutionsPage(spec, partial(_rows, office.context), office.clock.today)
    controller = ResolutionsController(page, office.context, parent)
    page.empty_action_requested.connect(lambda: controller.navigated.emit(OpenPage("meetings")))
    return page, controller


def _rows(context: Context, ids: Sequence[int]) -> Mapping[int, ResolutionRow]:
    return dict(zip(ids, lists.resolution_rows(context, ids), strict=True))
