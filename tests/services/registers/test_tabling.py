"""Requests on the agenda of a meeting: tabled once, waiting again when their item goes, and taken back."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desktop_app.domain.rules.meetings import AgendaItem, MeetingState
from desktop_app.domain.rules.notices import Notice
from desktop_app.domain.rules.requests import Request, RequestKind, RequestState
from desktop_app.services.follow_up.notifying import notify
from desktop_app.services.follow_up.requests import answer_request
from desktop_app.services.history.undo import redo, rows_to_undo, undo
from desktop_app.services.meetings.agenda import agendas_offered, park_item, remove_item, table_request
from tests.refusing import refused
from tests.services.office_steps import MONDAY, Office
from tests.services.records import Records


@pytest.fixture
def request_(office: Office) -> Request:
    """Two more weeks for a resolution of the first meeting."""
    _, version_id = office.written(1)
    office.finalised(version_id)
    (resolution,) = office.where("resolutions")
    notify(office.context, resolution.id, Notice(day=MONDAY, reason="فوریت"))
    office.clock.forward(days=1)
    asked = Request(
        committee_id=office.committee,
        kind=RequestKind.EXTENSION,
        title="تمدید مهلت – واحد ۱",
        text="کمبود نیرو",
        asked_on=office.clock.today(),
        unit_id=office.units[0],
        resolution_id=resolution.id,
        wanted_due=MONDAY + timedelta(days=60),
    )
    made = office.add("requests", asked)
    assert isinstance(made, Request)
    return made


def item_of(office: Office, request_id: int) -> AgendaItem:
    found = office.get("agenda", office.get("requests", request_id).agenda_item_id)
    assert isinstance(found, AgendaItem)
    return found


def test_a_request_becomes_an_item_of_the_next_meeting_and_waits_on(
    office: Office, records: Records, request_: Request
) -> None:
    first, ahead = office.where("meetings")[0].id, office.planned(MONDAY + timedelta(days=28))
    assert [one.id for one in agendas_offered(office.context)] == [ahead]
    with refused("request_without_meeting", "record"):
        table_request(office.context, request_.id, 0)
    commits = records.commits
    made = table_request(office.context, request_.id, ahead, request_.text)
    assert records.commits == commits + 1
    item = item_of(office, request_.id)
    assert (item.meeting_id, item.title, item.background) == (ahead, "تمدید مهلت – واحد ۱", "کمبود نیرو")
    assert item.resolution_id == request_.resolution_id
    assert office.get("requests", request_.id).state is RequestState.TABLED
    with refused("request_tabled_already", parked=False):
        table_request(office.context, request_.id, ahead)
    with refused("request_tabled_already", parked=False):
        table_request(office.context, request_.id, first)
    taken = undo(office.context, rows_to_undo(made.written))
    assert office.get("requests", request_.id) == request_
    assert not office.where("agenda", title=item.title)
    redo(office.context, rows_to_undo(taken.written))
    assert office.get("requests", request_.id).state is RequestState.TABLED


def test_when_its_item_goes_the_request_waits_as_before_and_both_come_back(office: Office, request_: Request) -> None:
    ahead = office.planned(MONDAY + timedelta(days=28))
    table_request(office.context, request_.id, ahead)
    item = item_of(office, request_.id)
    gone = remove_item(office.context, item.id)
    assert office.get("requests", request_.id) == request_
    undo(office.context, rows_to_undo(gone.written))
    assert item_of(office, request_.id).title == item.title
    assert office.get("requests", request_.id).state is RequestState.TABLED
    park_item(office.context, item.id)
    with refused("request_tabled_already", parked=True):
        table_request(office.context, request_.id, ahead)
    answer_request(office.context, request_.id, RequestState.REFUSED)
    remove_item(office.context, item.id)
    answered = office.get("requests", request_.id)
    assert (answered.state, answered.agenda_item_id) == (RequestState.REFUSED, None), "the answer stays"
    with refused("request_answered"):
        table_request(office.context, request_.id, ahead)


def test_what_a_cancelled_meeting_did_not_decide_goes_to_another(office: Office, request_: Request) -> None:
    ahead, later = (office.planned(MONDAY + timedelta(days=days)) for days in (28, 56))
    table_request(office.context, request_.id, ahead)
    office.move(ahead, MeetingState.CANCELLED, reason="سفر استانی")
    assert [one.id for one in agendas_offered(office.context)] == [later]
    table_request(office.context, request_.id, later)
    assert item_of(office, request_.id).meeting_id == later
