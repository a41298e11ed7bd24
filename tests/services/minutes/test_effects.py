"""Clauses that act on resolutions of earlier meetings: extend, accept, return, replace, revoke, defer."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from desktop_app.domain.documents.documents import EffectLine
from desktop_app.domain.documents.snapshots import minutes_from_json
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.outcome import Changed, Outcome
from desktop_app.domain.rules.amendments import differences
from desktop_app.domain.rules.minutes import EffectKind, MinutesState
from desktop_app.domain.rules.notices import Notice
from desktop_app.domain.rules.requests import RequestState
from desktop_app.domain.rules.resolutions import ResolutionActKind, ResolutionState, valid_deadlines
from desktop_app.domain.rules.tasks import News, TaskAction, TaskEntry, TaskState
from desktop_app.printing.papers.minutes_changes import parts_of, place_of
from desktop_app.services.follow_up.notifying import notify
from desktop_app.services.follow_up.requests import ask_extension
from desktop_app.services.follow_up.resolution_acts import supersede, undo
from desktop_app.services.follow_up.task_acts import act_on_task
from desktop_app.services.minutes.clauses import remove_clause, turn_into_note
from desktop_app.services.minutes.effects import add_effect, remove_effect
from desktop_app.services.minutes.finalising import finalise, withdraw
from desktop_app.services.versions.amending import amend
from desktop_app.services.versions.signing import sign_all
from tests.refusing import refused
from tests.services.office_steps import Office
from tests.services.two_meetings import DUE, EXTENDED, Two

E = EffectKind


@pytest.fixture
def two(office: Office) -> Two:
    return Two(office)


def test_an_extension_by_clause_moves_the_deadline_and_reopening_moves_it_back(two: Two) -> None:
    two.add(E.EXTEND, EXTENDED)
    assert two.due() == DUE, "nothing is done before the minutes are final"
    two.finalise()
    event = valid_deadlines(two.office.where("deadline_events", resolution_id=two.target))[-1]
    assert (event.due, event.granted_by_meeting_id, event.clause_id) == (EXTENDED, two.meeting, two.clause)
    assert event.reason == "مهلت مصوبهٔ پیشین سه هفته تمدید شد."
    two.reopen()
    assert two.due() == DUE
    two.finalise()
    assert two.due() == EXTENDED, "the copy of the version keeps the effect"


def test_an_acceptance_needs_reports_or_consent_and_closes_the_resolution(two: Two) -> None:
    tasks = [one.id for one in two.office.where("tasks", resolution_id=two.target)]
    with refused("accept_unreported", "kind"):
        two.add(E.ACCEPT)
    two.add(E.ACCEPT, unreported=tasks)
    two.finalise()
    assert two.course().state is ResolutionState.VERIFIED
    assert two.tasks() == {(TaskState.ACCEPTED, False)}
    two.reopen()
    assert two.course().state is ResolutionState.ADOPTED
    assert two.tasks() == {(TaskState.ASSIGNED, False)}


@pytest.mark.parametrize(
    ("kind", "state"), [(E.SUPERSEDE, ResolutionState.SUPERSEDED), (E.REVOKE, ResolutionState.REVOKED)]
)
def test_what_a_clause_ends_rests_and_is_cancelled_by_the_signatures(
    two: Two, kind: EffectKind, state: ResolutionState
) -> None:
    two.add(kind)
    two.finalise()
    act = two.office.where("resolution_acts", resolution_id=two.target)[-1]
    own = two.office.where("clauses", id=two.clause)[0]
    assert (two.course().state, act.other_id, act.clause_id) == (state, own.resolution_id, two.clause)
    assert two.tasks() == {(TaskState.ASSIGNED, True)}
    two.reopen()
    assert two.tasks() == {(TaskState.ASSIGNED, False)}
    two.finalise()
    sign_all(two.office.context, two.version, two.office.clock.today(), asked=True)
    assert two.office.where("versions", id=two.version)[0].state is MinutesState.SIGNED
    assert two.tasks() == {(TaskState.CANCELLED, False)}


def test_a_deferral_by_clause_waits_for_the_next_meeting(two: Two) -> None:
    two.add(E.DEFER)
    two.finalise()
    assert two.course().state is ResolutionState.DEFERRED


def test_what_may_not_be_acted_on_is_named(two: Two) -> None:
    own = two.office.where("clauses", id=two.clause)[0].resolution_id
    with refused("effect_on_own_meeting", "resolution"):
        add_effect(two.office.context, two.clause, own, E.REVOKE)
    with refused("effect_without_day", "day"):
        two.add(E.EXTEND)
    with refused("effect_not_later", "day"):
        two.add(E.EXTEND, DUE)
    with refused("effect_nothing_reported", "kind"):
        two.add(E.RETURN)
    note = two.office.note(two.version, two.item)
    with refused("effect_without_resolution", "kind"):
        add_effect(two.office.context, note, two.target, E.REVOKE)
    two.add(E.DEFER)
    with refused("effect_twice", "resolution"):
        add_effect(two.office.context, note, two.target, E.EXTEND, EXTENDED)


def test_a_closed_resolution_is_refused_and_stops_the_finalising(two: Two) -> None:
    two.add(E.EXTEND, EXTENDED)
    supersede(two.office.context, two.target, two.other, "مصوبهٔ دوم بس است")
    two.office.read(two.version)
    with pytest.raises(RuleBroken, match="effect_on_closed"):
        finalise(two.office.context, two.version)
    assert two.office.where("versions", id=two.version)[0].state is MinutesState.REVIEW, "nothing is half done"


def test_returned_work_goes_back_to_its_units_and_reopening_takes_it_up_again(two: Two) -> None:
    context, today = two.office.context, two.office.clock.today()
    notify(context, two.target, Notice(day=today, reason="فوری"))
    for task in two.office.where("tasks", resolution_id=two.target):
        news = News(day=today, note="انجام شد", told_by="تلفن")
        for action in (TaskAction.START, TaskAction.REPORT):
            act_on_task(context, task.id, TaskEntry(action=action, news=news))
    two.add(E.RETURN)
    two.finalise()
    assert two.course().state is ResolutionState.RETURNED
    two.reopen()
    assert two.tasks() == {(TaskState.REPORTED, False)}


def test_an_extension_answers_the_open_request_of_the_unit(two: Two) -> None:
    context, today = two.office.context, two.office.clock.today()
    task = two.office.where("tasks", resolution_id=two.target)[0]
    with context.write() as work:
        asked = ask_extension(work, context, task.id, EXTENDED, "فرصت", title="تمدید", asked_on=today)
        work.record(Outcome(changed=Changed.TASKS))
    two.add(E.EXTEND, EXTENDED)
    two.finalise()
    assert two.office.where("requests", id=asked.id)[0].state is RequestState.ACCEPTED
    two.reopen()
    assert two.office.where("requests", id=asked.id)[0].state is RequestState.OPEN


def test_a_correction_applies_only_what_differs(two: Two) -> None:
    context = two.office.context
    two.add(E.EXTEND, EXTENDED)
    add_effect(context, two.clause, two.other, E.DEFER)
    two.finalise()
    sign_all(context, two.version, two.office.clock.today(), asked=True)
    signed = two.version
    two.version = amend(context, signed, "روز مهلت نادرست بود").id
    copied = {one.resolution_id: one for one in two.office.where("effects") if one.clause_id != two.clause}
    two.clause = copied[two.target].clause_id
    remove_effect(context, copied[two.target].id)
    earlier = EXTENDED - timedelta(days=7)
    two.add(E.EXTEND, earlier)
    two.finalise()
    assert two.due() == earlier, "judged as if the signed version had granted nothing"
    deferred = two.office.where("resolution_acts", resolution_id=two.other, kind=ResolutionActKind.DEFERRED)
    assert len(deferred) == 1, "what the signed version did is not done again"
    two.reopen()
    assert two.due() == EXTENDED, "the signed version stands again"


def test_an_act_that_came_later_keeps_the_minutes_from_being_reopened(two: Two) -> None:
    two.add(E.DEFER)
    two.finalise()
    with pytest.raises(RuleBroken, match="act_of_minutes"):
        undo(two.office.context, two.target)
    with pytest.raises(RuleBroken, match="withdraw_after_effect"):
        withdraw(two.office.context, two.first, "دیر شد")
    notify(two.office.context, two.target, Notice(day=two.office.clock.today(), reason="فوری"))
    with pytest.raises(RuleBroken, match="effect_overtaken"):
        two.reopen()


def test_an_effect_goes_with_its_clause_and_comes_back_with_it(two: Two) -> None:
    effect = two.add(E.EXTEND, EXTENDED)
    remove_effect(two.office.context, effect)
    assert two.office.where("effects") == ()
    two.add(E.EXTEND, EXTENDED)
    remove_clause(two.office.context, two.clause)
    assert two.office.where("effects") == ()


def test_a_clause_that_became_a_note_stops_the_finalising(two: Two) -> None:
    two.add(E.REVOKE)
    turn_into_note(two.office.context, two.clause)
    two.office.read(two.version)
    with pytest.raises(RuleBroken, match="effect_without_resolution"):
        finalise(two.office.context, two.version)


def test_the_frozen_paper_names_each_effect_and_a_correction_those_that_changed(two: Two) -> None:
    context = two.office.context
    note = two.office.note(two.version, two.item)
    two.add(E.EXTEND, EXTENDED)
    add_effect(context, note, two.other, E.DEFER)
    two.finalise()
    numbers = {one.id: one.number for one in two.office.where("resolutions")}
    paper = minutes_from_json(two.office.where("versions", id=two.version)[0].snapshot)
    extended = EffectLine(kind="extend", number=numbers[two.target], day=EXTENDED.isoformat())
    deferred = EffectLine(kind="defer", number=numbers[two.other])
    assert [line.effects for line in paper.resolutions] == [(extended,)]
    assert [line.note_effects for line in paper.agenda if line.note_effects] == [((deferred,),)]
    later = replace(paper, resolutions=(replace(paper.resolutions[0], effects=()),))
    (change,) = differences(paper, later)
    assert (change.field, [piece.mark for piece in change.pieces]) == ("effects", ["removed"])
    assert place_of(change).endswith("اثر بر مصوبهٔ دیگر")
    assert "تمدید شد" in parts_of(change)[0][0]
    assert differences(paper, paper) == ()
