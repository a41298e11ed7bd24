"""The three lists, wired to the open office."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject

from desktop_app.controllers.list_controller import ListController
from desktop_app.domain.committee import PartyCode
from desktop_app.domain.listing import ListQuery
from desktop_app.services import lists
from desktop_app.services.ports import Changed, OpenWork
from desktop_app.views.record_list_page import ListPlan, RecordListPage
from desktop_app.views.record_lists import minutes_plan, resolutions_plan
from desktop_app.widgets.pill import Party as PartyMarkKind
from desktop_app.wiring import Office

Row = TypeVar("Row")
ListScreen = tuple[RecordListPage[Any], ListController]


def list_screen(key: str, office: Office, parent: QObject) -> ListScreen:
    """Page and controller of one of the lists."""
    minutes = Changed.MEETINGS | Changed.MINUTES
    if key == "minutes":
        return _screen(office, parent, minutes_plan(), lists.minutes_ids, lists.minutes_rows, minutes)
    plan = resolutions_plan(office.clock.today(), _party_marks(office))
    watched = Changed.RESOLUTIONS | Changed.TASKS | Changed.MINUTES
    return _screen(office, parent, plan, lists.resolution_ids, lists.resolution_rows, watched)


def _screen(
    office: Office,
    parent: QObject,
    plan: ListPlan[Row],
    ids: Callable[[OpenWork, ListQuery], Sequence[int]],
    rows: Callable[[OpenWork, Sequence[int]], Sequence[Row]],
    watched: Changed,
) -> ListScreen:
    page = RecordListPage(plan, partial(_page_of, rows, office.read))
    return page, ListController(page, partial(ids, office.read), watched, parent)


def _page_of(
    rows: Callable[[OpenWork, Sequence[int]], Sequence[Row]], read: OpenWork, ids: Sequence[int]
) -> Mapping[int, Row]:
    return dict(zip(ids, rows(read, ids), strict=True))


def _party_marks(office: Office) -> dict[int, PartyMarkKind]:
    """Which mark each party of the data has."""
    marks = {PartyCode.PROVINCE: PartyMarkKind.GOVERNORATE, PartyCode.CENTER: PartyMarkKind.CENTER}
    with office.read() as work:
        return {party.id: marks[party.code] for party in work.parties.where()}
