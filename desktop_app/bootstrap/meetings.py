"""«جلسه‌ها», wired to the open office: the ledger above, the list of meetings beneath."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject

from desktop_app.controllers.lists.list_controller import ListController
from desktop_app.controllers.meetings.meetings_controller import MeetingsController
from desktop_app.domain.outcome import Changed
from desktop_app.domain.read_models.rows import MeetingRow
from desktop_app.services import lists
from desktop_app.services.context import Context
from desktop_app.services.meetings.month_ledger import ledger_years
from desktop_app.views.lists.record_list_page import RecordListPage
from desktop_app.views.meetings.meetings_page import MeetingsPage
from desktop_app.views.meetings.meetings_spec import meetings_spec
from desktop_app.widgets.feedback.dialogs import Dialogs
from desktop_app.wiring import Office

WATCHED = Changed.MEETINGS | Changed.MINUTES | Changed.FILES


def meetings_screen(office: Office, dialogs: Dialogs, parent: QObject) -> tuple[MeetingsPage, MeetingsController]:
    """The page and its controller."""
    years = partial(ledger_years, office.context)
    # the months of the year that shows may be chosen
    spec = meetings_spec(years, lambda: page.years_shown())  # noqa: PLW0108 - it is made below
    listing = RecordListPage(spec, partial(_rows, office.context))
    below = ListController(
        listing, office.context, lists.meeting_ids, WATCHED, parent, counts=lists.meeting_view_counts, first=spec.first
    )
    page = MeetingsPage(listing, office.clock.today, office.clock.local_time)
    return page, MeetingsController(page, office.context, dialogs, below, parent)


def _rows(context: Context, ids: Sequence[int]) -> Mapping[int, MeetingRow]:
    return dict(zip(ids, lists.meeting_rows(context, ids), strict=True))
