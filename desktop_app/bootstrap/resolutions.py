"""The page of the resolutions, wired to the open office."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject

from desktop_app.bootstrap.list_options import ListOptions
from desktop_app.controllers.resolutions.resolutions_controller import ResolutionsController, ResolutionsServices
from desktop_app.controllers.shell.destinations import OpenPage
from desktop_app.domain.read_models.rows import ResolutionRow
from desktop_app.services import lists
from desktop_app.services.follow_up import notifying, resolution_acts, resolution_sheet
from desktop_app.views.resolutions.resolutions_page import ResolutionsPage
from desktop_app.views.resolutions.resolutions_spec import ResolutionOptions, resolutions_spec
from desktop_app.widgets.feedback.dialogs import Dialogs
from desktop_app.wiring import Office


def resolutions_screen(
    office: Office, _dialogs: Dialogs, parent: QObject
) -> tuple[ResolutionsPage, ResolutionsController]:
    """The page and its controller."""
    options = ListOptions(office, parent)
    spec = resolutions_spec(
        office.clock.today,
        options.party_marks(),
        ResolutionOptions(options.parties, options.units, options.axes, options.meetings, options.years, options.days),
    )
    page = ResolutionsPage(spec, _rows_of(office), office.clock.today)
    controller = ResolutionsController(page, _services(office), spec.first, parent)
    page.empty_action_requested.connect(lambda: controller.navigated.emit(OpenPage("meetings")))
    return page, controller


def _rows_of(office: Office) -> Callable[[Sequence[int]], Mapping[int, ResolutionRow]]:
    return lambda ids: dict(zip(ids, lists.resolution_rows(office.context, ids), strict=True))


def _services(office: Office) -> ResolutionsServices:
    context = office.context
    return ResolutionsServices(
        ids=partial(lists.resolution_ids, context),
        counts=partial(lists.resolution_view_counts, context),
        sheet=partial(resolution_sheet.resolution_sheet, context),
        others=partial(resolution_sheet.later_resolutions, context),
        cite=context.paper.cite,
        notify=partial(notifying.notify, context),
        verify=partial(resolution_acts.verify, context),
        return_work=partial(resolution_acts.return_work, context),
        extend=partial(resolution_acts.extend, context),
        defer=partial(resolution_acts.defer, context),
        supersede=partial(resolution_acts.supersede, context),
        revoke=partial(resolution_acts.revoke, context),
        undo=partial(resolution_acts.undo, context),
    )
