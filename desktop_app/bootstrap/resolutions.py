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
    return lambda ids: dict(zip(ids, lists.resolution_rows(office.read, ids), strict=True))


def _services(office: Office) -> ResolutionsServices:
    read, write, clock = office.read, office.write, office.clock
    return ResolutionsServices(
        ids=partial(lists.resolution_ids, read),
        counts=partial(lists.resolution_view_counts, read),
        sheet=partial(resolution_sheet.resolution_sheet, read, clock),
        others=partial(resolution_sheet.later_resolutions, read),
        cite=office.press.cite,
        notify=partial(notifying.notify, write, clock),
        verify=partial(resolution_acts.verify, write, clock),
        return_work=partial(resolution_acts.return_work, write, clock),
        extend=partial(resolution_acts.extend, write, clock),
        defer=partial(resolution_acts.defer, write, clock),
        supersede=partial(resolution_acts.supersede, write, clock),
        revoke=partial(resolution_acts.revoke, write, clock),
        undo=partial(resolution_acts.undo, write, clock),
    )
