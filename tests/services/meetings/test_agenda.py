"""Acts on the agenda, parked items, and the clock of the room."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from desktop_app.domain.rules.meetings import AgendaItem, AgendaKind, AgendaState, MeetingState
from desktop_app.domain.rules.minutes import MinutesState
from desktop_app.services.meetings.agenda import (
    add_item,
    finish_item,
    move_item,
    park_item,
    remove_item,
    save_item,
    start_item,
    unpark_item,
)
from tests.refusing import refused
from tests.services.office_steps import MONDAY, Office


def titles(office: Office, meeting_id: int | None) -> list[str]:
    return [item.title for item in office.where("agenda", committee_id=office.committee, meeting_id=meeting_id)]


def item(office: Office, item_id: int) -> AgendaItem:
    found: AgendaItem = office.get("agenda", item_id)
    return found


def test_an_item_is_added_at_the_end(office: Office) -> None:
    meeting_id = office.planned()
    fresh = AgendaItem(
        committee_id=office.committee,
        meeting_id=meeting_id,
        ordinal=0,
        title="بند تازه",
        state=AgendaState.DONE,
        spent_seconds=9,
    )
    made = add_item(office.context, fresh)
    assert titles(office, meeting_id)[-1] == "بند تازه"
    assert (item(office, made.id).state, item(office, made.id).spent_seconds) == (AgendaState.WAITING, 0)


def test_what_is_added_comes_before_the_item_about_the_next_meeting(office: Office) -> None:
    meeting_id, closing = office.planned(), "دستور و زمان جلسهٔ آینده"
    parked = office.parked()
    ending = AgendaItem(
        committee_id=office.committee, meeting_id=meeting_id, ordinal=0, title=closing, kind=AgendaKind.NEXT_MEETING
    )
    add_item(office.context, ending)
    add_item(office.context, replace(ending, title="بند تازه", kind=AgendaKind.TOPIC))
    unpark_item(office.context, parked, meeting_id)
    assert titles(office, meeting_id)[-3:] == ["بند تازه", "رونمایی طرح", closing]
    move_item(office.context, office.items(meeting_id)[-1], -1)
    add_item(office.context, replace(ending, title="متفرقه", kind=AgendaKind.TOPIC))
    assert titles(office, meeting_id)[-3:] == [closing, "رونمایی طرح", "متفرقه"], "where it was moved it stays"


@pytest.mark.parametrize(
    ("changes", "key", "field"),
    [
        ({"title": " "}, "agenda_item_without_title", "title"),
        ({"planned_minutes": -5}, "minutes_negative", "planned_minutes"),
        ({"planned_minutes": 601}, "minutes_too_many", "planned_minutes"),
        ({"presenter": "☎"}, "glyph_missing", "presenter"),
        ({"background": "سابقه\n☎"}, "glyph_missing", "background"),
        ({"background": "ا" * 50_001}, "text_too_long", "background"),
    ],
)
def test_what_an_item_may_not_be(office: Office, changes: dict[str, object], key: str, field: str) -> None:
    meeting_id = office.planned()
    stored = item(office, office.items(meeting_id)[0])
    with refused(key, field):
        save_item(office.context, replace(stored, **changes))  # type: ignore[arg-type]


def test_an_item_is_about_a_resolution_that_another_meeting_adopted(office: Office) -> None:
    _, version_id = office.written(1)
    resolution = office.where("resolutions")[0].id
    later = office.planned(MONDAY + timedelta(days=28))
    topic = item(office, office.items(later)[0])
    with refused("agenda_resolution_not_earlier", "resolution"):
        save_item(office.context, replace(topic, resolution_id=resolution))
    office.finalised(version_id)
    save_item(office.context, replace(topic, resolution_id=resolution))
    assert item(office, topic.id).resolution_id == resolution


def test_an_item_changes_its_words_but_not_its_place(office: Office) -> None:
    meeting_id = office.planned()
    item_id = office.items(meeting_id)[1]
    changed = replace(
        item(office, item_id),
        title="عنوان دیگر",
        presenter="ناهید",
        background="سابقهٔ يك\nسابقهٔ دو",
        planned_minutes=30,
        kind=AgendaKind.NEXT_MEETING,
        ordinal=99,
        meeting_id=None,
        state=AgendaState.DONE,
    )
    save_item(office.context, changed)
    found = item(office, item_id)
    assert (found.title, found.presenter, found.planned_minutes) == ("عنوان دیگر", "ناهید", 30)
    assert found.background == "سابقهٔ یک\nسابقهٔ دو", "cleaned like every typed text, its lines kept"
    assert (found.ordinal, found.meeting_id, found.state) == (2, meeting_id, AgendaState.WAITING)


def test_items_move_and_the_ends_hold(office: Office) -> None:
    meeting_id = office.planned()
    first, second, third = office.items(meeting_id)
    move_item(office.context, third, -1)
    assert office.items(meeting_id) == [first, third, second]
    move_item(office.context, third, -9)
    assert office.items(meeting_id) == [third, first, second]
    move_item(office.context, second, 1)
    assert office.items(meeting_id) == [third, first, second]


def test_an_item_goes(office: Office) -> None:
    meeting_id = office.planned()
    remove_item(office.context, office.items(meeting_id)[0])
    assert len(office.items(meeting_id)) == 2


@pytest.mark.parametrize("what", ["clause", "talk"])
def test_an_item_under_which_something_is_written_stays(office: Office, what: str) -> None:
    meeting_id = office.held()
    version_id = office.draft(meeting_id)
    item_id = office.items(meeting_id)[1]
    office.note(version_id, item_id) if what == "clause" else office.say(version_id, item_id)
    with refused("agenda_item_in_use", "agenda", title="خودارزیابی"):
        remove_item(office.context, item_id)
    with refused("agenda_item_in_use", "agenda"):
        park_item(office.context, item_id)


def test_parking_and_taking_up_again(office: Office) -> None:
    meeting_id, other = office.planned(), office.planned()
    waiting = office.parked()
    item_id = office.items(meeting_id)[1]
    park_item(office.context, item_id)
    assert titles(office, None) == ["رونمایی طرح", "خودارزیابی"]
    assert item(office, item_id).state is AgendaState.PARKED
    with refused("agenda_item_parked"):
        park_item(office.context, item_id)
    unpark_item(office.context, item_id, other)
    assert titles(office, other)[-1] == "خودارزیابی"
    assert item(office, item_id).state is AgendaState.WAITING
    with refused("agenda_item_not_parked"):
        unpark_item(office.context, item_id, other)
    assert item(office, waiting).meeting_id is None


def test_a_background_goes_with_its_item_aside_and_into_another_meeting(office: Office) -> None:
    meeting_id, other = office.planned(), office.planned()
    item_id = office.items(meeting_id)[1]
    save_item(office.context, replace(item(office, item_id), background="سابقهٔ یک\nسابقهٔ دو"))
    park_item(office.context, item_id)
    unpark_item(office.context, item_id, other)
    taken_up = item(office, item_id)
    assert (taken_up.meeting_id, taken_up.background) == (other, "سابقهٔ یک\nسابقهٔ دو")
    fresh = replace(taken_up, id=0, meeting_id=None, title="بند تازه", background="سابقهٔ سه")
    assert item(office, add_item(office.context, fresh).id).background == "سابقهٔ سه"


def test_parked_items_are_ordered_and_removed_without_a_meeting(office: Office) -> None:
    first, second = office.parked("یک"), office.parked("دو")
    move_item(office.context, second, -1)
    assert titles(office, None) == ["دو", "یک"]
    remove_item(office.context, first)
    assert titles(office, None) == ["دو"]


@pytest.mark.parametrize("state", [MeetingState.CANCELLED, MeetingState.CLOSED])
def test_the_agenda_of_a_shut_meeting_stays(office: Office, state: MeetingState) -> None:
    meeting_id = office.planned()
    parked = office.parked()
    item_id = office.items(meeting_id)[0]
    office.put("meetings", replace(office.get("meetings", meeting_id), state=state))
    with refused("meeting_shut", state=state):
        move_item(office.context, item_id, 1)
    with refused("meeting_shut", state=state):
        unpark_item(office.context, parked, meeting_id)


def test_frozen_minutes_freeze_the_agenda(office: Office) -> None:
    meeting_id, version_id = office.written()
    office.finalised(version_id)
    with refused("minutes_frozen", state=MinutesState.FINAL):
        move_item(office.context, office.items(meeting_id)[0], 1)
    with refused("minutes_frozen", state=MinutesState.FINAL):
        save_item(office.context, replace(item(office, office.items(meeting_id)[0]), background="سابقه"))


# ---- in the room


def test_one_item_runs_at_a_time_and_its_time_adds_up(office: Office) -> None:
    meeting_id = office.in_session()
    first, second, _ = office.items(meeting_id)
    start_item(office.context, first)
    office.clock.forward(minutes=5)
    start_item(office.context, first)  # pressing again changes nothing
    office.clock.forward(minutes=2)
    start_item(office.context, second)
    assert (item(office, first).state, item(office, first).spent_seconds) == (AgendaState.DONE, 420)
    office.clock.forward(seconds=30)
    start_item(office.context, first)
    office.clock.forward(seconds=60)
    finish_item(office.context, first)
    assert (item(office, first).spent_seconds, item(office, second).spent_seconds) == (480, 30)


def test_an_item_may_be_done_without_a_clock(office: Office) -> None:
    meeting_id = office.in_session()
    finish_item(office.context, office.items(meeting_id)[0])
    found = item(office, office.items(meeting_id)[0])
    assert (found.state, found.spent_seconds) == (AgendaState.DONE, 0)


def test_items_run_only_in_session(office: Office) -> None:
    meeting_id = office.convened()
    with refused("meeting_not_in_session"):
        start_item(office.context, office.items(meeting_id)[0])
    with refused("meeting_not_in_session"):
        finish_item(office.context, office.parked())
