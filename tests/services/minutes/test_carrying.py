"""Items that were not reached: to the next meeting, parked, left out; re-opened, corrected, cancelled."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.read_models.meetings_sheet import MeetingPlan
from desktop_app.domain.rules.meetings import AgendaItem, AgendaKind, AgendaState, DispositionKind, MeetingState
from desktop_app.domain.rules.minutes import ItemDisposition
from desktop_app.services.history.undo import rows_to_undo, undo
from desktop_app.services.meetings.agenda import park_item, remove_item, save_item
from desktop_app.services.meetings.meetings import move_meeting
from desktop_app.services.meetings.scheduling import FirstTitles, schedule_meeting, scheduling_sheet
from desktop_app.services.minutes.dispositions import dispose_items
from desktop_app.services.minutes.finalising import finalise, withdraw
from desktop_app.services.minutes.minutes import mark_read, to_review
from desktop_app.services.versions.amending import amend
from desktop_app.services.versions.signing import sign_all
from tests.refusing import refused
from tests.services.office_steps import MONDAY, Office

MONTH = timedelta(days=28)
D = DispositionKind
TITLES = FirstTitles("پیگیری", "جلسهٔ آینده", lambda number: f"تأیید {number}")


class Unreached:
    """The draft of a held meeting in which the second topic was not reached."""

    def __init__(self, office: Office) -> None:
        self.office = office
        self.meeting = office.held()
        self.version = office.draft(self.meeting)
        _first, self.written, self.item = office.items(self.meeting)
        office.decide(self.version, self.written)

    def dispose(self, kind: DispositionKind, reason: str = "", item: int = 0) -> None:
        one = ItemDisposition(
            minutes_version_id=self.version, agenda_item_id=item or self.item, kind=kind, reason=reason
        )
        dispose_items(self.office.context, self.version, [one])

    def finalise(self) -> None:
        self.office.read(self.version)
        finalise(self.office.context, self.version)

    def copies(self) -> list[AgendaItem]:
        return list(self.office.where("agenda", carried_from_id=self.item))

    def reopen(self) -> None:
        self.version = withdraw(self.office.context, self.version, "یک نام نادرست بود").id


@pytest.fixture
def unreached(office: Office) -> Unreached:
    return Unreached(office)


def test_an_item_without_text_is_asked_before_finalising(unreached: Unreached) -> None:
    context, version = unreached.office.context, unreached.version
    to_review(context, version)
    mark_read(context, version)
    with pytest.raises(RuleBroken, match="agenda_item_undecided"):
        finalise(context, version)
    with refused("left_without_reason", "reason"):
        unreached.dispose(D.LEFT, "  ")
    with refused("agenda_item_written", "agenda"):
        unreached.dispose(D.PARKED, item=unreached.written)
    unreached.dispose(D.LEFT, "موضوع منتفی شد")
    finalise(context, version)
    assert unreached.copies() == []


def test_to_the_next_meeting_comes_first_after_the_opening_items(unreached: Unreached) -> None:
    office = unreached.office
    coming = office.planned(MONDAY + MONTH)
    unreached.dispose(D.NEXT)
    unreached.finalise()
    (copy,) = unreached.copies()
    assert [item.title for item in office.where("agenda", meeting_id=coming)] == [
        "گزارش پیگیری", "ارتباط روستاها", "خودارزیابی", "ارتباط روستاها",
    ]  # fmt: skip
    assert (copy.meeting_id, copy.planned_minutes, copy.state) == (coming, 20, AgendaState.WAITING)
    unreached.reopen()
    assert unreached.copies() == [], "nobody wrote under it"
    unreached.finalise()
    assert len(unreached.copies()) == 1


def test_with_no_meeting_planned_it_waits_and_comes_first_onto_the_next_one(unreached: Unreached) -> None:
    office = unreached.office
    other = office.parked("رونمایی")
    unreached.dispose(D.NEXT)
    unreached.finalise()
    (copy,) = unreached.copies()
    assert (copy.meeting_id, copy.state) == (None, AgendaState.PARKED)
    sheet = scheduling_sheet(office.context)
    assert ([item.id for item in sheet.parked], sheet.promised) == ([copy.id, other], frozenset({copy.id}))
    plan = MeetingPlan(day=MONDAY + MONTH, starts_at="10:00", place="سالن", taken=tuple(sheet.promised))
    made = schedule_meeting(office.context, plan, TITLES).id
    assert [item.id for item in office.where("agenda", meeting_id=made)].index(copy.id) in {1, 2}
    move_meeting(office.context, made, MeetingState.CANCELLED, "مدیران نبودند")
    assert unreached.copies()[0].meeting_id is None, "a cancelled meeting gives it back"
    assert scheduling_sheet(office.context).promised == {copy.id}


def test_a_parked_item_is_not_promised(unreached: Unreached) -> None:
    unreached.dispose(D.PARKED)
    unreached.finalise()
    assert unreached.copies()[0].meeting_id is None
    assert scheduling_sheet(unreached.office.context).promised == frozenset()


def test_an_item_can_be_carried_three_times(unreached: Unreached) -> None:
    office = unreached.office
    unreached.dispose(D.NEXT)
    item = unreached.item
    for turn in range(1, 4):
        unreached.finalise()
        office.clock.at += MONTH
        (copy,) = office.where("agenda", carried_from_id=item)
        meeting = office.planned(MONDAY + MONTH * turn)
        put = replace(copy, meeting_id=meeting, ordinal=9, state=AgendaState.WAITING)
        office.put("agenda", put)
        office.move(meeting, MeetingState.SCHEDULED, MeetingState.CONVENED, MeetingState.IN_SESSION)
        office.mark_all(meeting)
        office.move(meeting, MeetingState.HELD)
        unreached.version, item = office.draft(meeting), copy.id
        unreached.dispose(D.NEXT, item=item)
    unreached.finalise()
    assert len(office.where("agenda", carried_from_id=item)) == 1


def test_what_was_used_elsewhere_keeps_the_minutes_from_being_reopened(unreached: Unreached) -> None:
    office = unreached.office
    office.planned(MONDAY + MONTH)
    unreached.dispose(D.NEXT)
    unreached.finalise()
    (copy,) = unreached.copies()
    save_item(office.context, replace(copy, background="گزارش تازهٔ شهرستان‌ها"))
    with pytest.raises(RuleBroken, match="carried_item_in_use"):
        unreached.reopen()


def test_text_that_came_later_settles_the_item_and_removing_it_forgets_the_decision(unreached: Unreached) -> None:
    office = unreached.office
    unreached.dispose(D.NEXT)
    office.note(unreached.version, unreached.item)
    unreached.finalise()
    assert unreached.copies() == []
    assert office.where("dispositions") == ()


def test_an_item_of_which_something_was_decided_can_leave_the_agenda(unreached: Unreached) -> None:
    unreached.dispose(D.NEXT)
    park_item(unreached.office.context, unreached.item)
    assert unreached.office.where("dispositions") == ()
    remove_item(unreached.office.context, unreached.item)


def test_a_decision_is_taken_back_by_undo(unreached: Unreached) -> None:
    office = unreached.office
    one = ItemDisposition(minutes_version_id=unreached.version, agenda_item_id=unreached.item, kind=D.PARKED)
    made = dispose_items(office.context, unreached.version, [one])
    undo(office.context, rows_to_undo(made.written))
    assert office.where("dispositions") == ()


def test_a_correction_applies_the_difference_and_leaves_what_is_in_use(unreached: Unreached) -> None:
    office = unreached.office
    unreached.dispose(D.PARKED)
    unreached.finalise()
    sign_all(office.context, unreached.version, office.clock.today(), asked=True)
    unreached.version = amend(office.context, unreached.version, "تکلیف بند نادرست بود").id
    unreached.dispose(D.LEFT, "موضوع منتفی شد")
    unreached.finalise()
    assert unreached.copies() == []
    unreached.reopen()
    assert len(unreached.copies()) == 1, "the signed version stands again"
    unreached.dispose(D.LEFT, "موضوع منتفی شد")
    save_item(office.context, replace(unreached.copies()[0], presenter="دیگری"))
    unreached.finalise()
    assert len(unreached.copies()) == 1


def test_an_item_that_was_to_confirm_becomes_a_plain_one(office: Office) -> None:
    unreached = Unreached(office)
    item = office.get("agenda", unreached.item)
    office.put("agenda", replace(item, kind=AgendaKind.PREVIOUS_MINUTES))
    unreached.dispose(D.NEXT)
    unreached.finalise()
    assert unreached.copies()[0].kind is AgendaKind.TOPIC
