"""Clauses of a draft, and the way from a note to a resolution and back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.outcome import Changed
from desktop_app.domain.rules.deadlines import Deadline, DeadlineKind
from desktop_app.domain.rules.minutes import Clause, ClauseKind, MinutesActKind, MinutesState
from desktop_app.services.minutes.clauses import (
    add_clause,
    move_clause,
    move_clause_to,
    remove_clause,
    save_clause,
    turn_into_note,
    turn_into_resolution,
)
from desktop_app.services.minutes.finalising import withdraw
from desktop_app.services.minutes.minutes import to_review
from tests.refusing import refused
from tests.services.office_steps import MONDAY, Office
from tests.services.records import Records


@pytest.fixture
def draft(office: Office) -> tuple[int, list[int]]:
    """The draft of a held meeting and its agenda items."""
    meeting_id = office.held()
    return office.draft(meeting_id), office.items(meeting_id)


def clause(office: Office, clause_id: int) -> Clause:
    found: Clause = office.get("clauses", clause_id)
    return found


def order(office: Office, version_id: int, item_id: int) -> list[int]:
    return [one.id for one in office.where("clauses", minutes_version_id=version_id, agenda_item_id=item_id)]


def test_a_note_has_no_identity_and_a_resolution_has_one_without_a_number(
    office: Office, draft: tuple[int, list[int]]
) -> None:
    version_id, items = draft
    note, decision = office.note(version_id, items[1]), office.decide(version_id, items[1])
    assert clause(office, note).resolution_id is None
    (resolution,) = office.where("resolutions")
    assert clause(office, decision).resolution_id == resolution.id
    assert (resolution.number, resolution.row, resolution.adopted_on) == ("", None, None)
    assert len(resolution.uid) == 36
    assert order(office, version_id, items[1]) == [note, decision]


def test_a_clause_belongs_to_an_item_of_its_meeting(office: Office, draft: tuple[int, list[int]]) -> None:
    version_id, _ = draft
    with refused("agenda_item_unknown"):
        office.note(version_id, office.items(office.planned())[0])


def test_a_given_identity_or_place_is_not_taken(office: Office, draft: tuple[int, list[int]]) -> None:
    version_id, items = draft
    office.decide(version_id, items[1])
    bold = Clause(minutes_version_id=version_id, agenda_item_id=items[1], ordinal=77, text="متن", resolution_id=1)
    made = clause(office, add_clause(office.context, bold).id)
    assert (made.resolution_id, made.ordinal) == (None, 2)


def test_text_is_cleaned_and_its_characters_are_known(office: Office, draft: tuple[int, list[int]]) -> None:
    version_id, items = draft
    clause_id = office.note(version_id, items[1], "گزارش كمي\nسطر دوم <b> & user@example")
    assert clause(office, clause_id).text == "گزارش کمی\nسطر دوم <b> & user@example"
    with refused("glyph_missing", "text", character="☎", place="text"):
        office.note(version_id, items[1], "تلفن ☎")
    with refused("clause_without_text", "text"):
        office.note(version_id, items[1], " \n ")


def test_facts_are_checked_when_saved(office: Office, draft: tuple[int, list[int]], records: Records) -> None:
    version_id, items = draft
    stored = clause(office, office.decide(version_id, items[1]))
    before = records.commits
    early = Deadline(kind=DeadlineKind.DAY, day=date(2023, 4, 30))
    with refused("deadline_before_meeting", "deadline", meeting_day=MONDAY):
        save_clause(office.context, replace(stored, deadline=early))
    with refused("owner_twice", "owner"):
        save_clause(office.context, replace(stored, owner_unit_id=office.units[0]))
    with refused("executor_cooperates", "cooperating"):
        save_clause(office.context, replace(stored, cooperating=(office.units[0],)))
    assert clause(office, stored.id) == stored
    assert records.commits == before


def test_facts_change_and_identity_stays(office: Office, draft: tuple[int, list[int]]) -> None:
    version_id, items = draft
    stored = clause(office, office.decide(version_id, items[1]))
    changed = replace(
        stored,
        text="متن دیگر",
        kind=ClauseKind.REFERRAL,
        axis_id=office.axes[1],
        all_units=True,
        upstream_id=office.upstream,
        ordinal=50,
        agenda_item_id=items[0],
        resolution_id=None,
        minutes_version_id=99,
    )
    assert save_clause(office.context, changed).changed == Changed.MINUTES | Changed.RESOLUTIONS
    found = clause(office, stored.id)
    assert (found.text, found.kind, found.all_units, found.upstream_id) == (
        "متن دیگر", ClauseKind.REFERRAL, True, office.upstream,
    )  # fmt: skip
    assert (found.ordinal, found.agenda_item_id, found.resolution_id) == (1, items[1], stored.resolution_id)


def test_saving_nothing_new_leaves_no_trace(office: Office, draft: tuple[int, list[int]], records: Records) -> None:
    version_id, items = draft
    stored = clause(office, office.note(version_id, items[1]))
    trail = len(records.audit)
    save_clause(office.context, stored)
    assert len(records.audit) == trail


# ---- note and resolution


def test_a_note_becomes_a_resolution_and_back_without_a_trace(office: Office, draft: tuple[int, list[int]]) -> None:
    version_id, items = draft
    clause_id = office.note(version_id, items[1])
    turn_into_resolution(office.context, clause_id)
    assert clause(office, clause_id).kind is ClauseKind.DECISION
    assert len(office.where("resolutions")) == 1
    turn_into_note(office.context, clause_id)
    assert (clause(office, clause_id).kind, clause(office, clause_id).resolution_id) == (ClauseKind.NOTE, None)
    assert office.where("resolutions") == ()


def test_turning_twice_loses_no_fact(office: Office, draft: tuple[int, list[int]]) -> None:
    version_id, items = draft
    clause_id = office.decide(version_id, items[1])
    before = clause(office, clause_id)
    turn_into_note(office.context, clause_id)
    turn_into_resolution(office.context, clause_id, ClauseKind.DECISION)
    after = clause(office, clause_id)
    assert replace(after, resolution_id=before.resolution_id) == before


def test_the_kind_may_also_turn_through_the_form(office: Office, draft: tuple[int, list[int]]) -> None:
    version_id, items = draft
    clause_id = office.note(version_id, items[1])
    save_clause(office.context, replace(clause(office, clause_id), kind=ClauseKind.ADVICE))
    assert clause(office, clause_id).resolution_id is not None
    save_clause(office.context, replace(clause(office, clause_id), kind=ClauseKind.NOTE))
    assert office.where("resolutions") == ()


def test_a_note_is_no_kind_of_resolution(office: Office, draft: tuple[int, list[int]]) -> None:
    version_id, items = draft
    clause_id = office.note(version_id, items[1])
    with refused("kind_no_resolution", "kind"):
        turn_into_resolution(office.context, clause_id, ClauseKind.NOTE)


def test_a_number_of_an_earlier_version_hangs_on_through_a_mistaken_turn(office: Office) -> None:
    _, version_id = office.written(1)
    office.finalised(version_id)
    second = withdraw(office.context, version_id, "اعتراض").id
    (kept,) = [one for one in office.where("clauses", minutes_version_id=second) if one.is_resolution]
    turn_into_note(office.context, kept.id)
    turn_into_resolution(office.context, kept.id)
    assert clause(office, kept.id).resolution_id == kept.resolution_id
    assert office.get("resolutions", kept.resolution_id).number == "۱۴۰۲/۱/۱"


# ---- place


def test_removing_closes_the_gap_and_takes_the_identity_along(office: Office, draft: tuple[int, list[int]]) -> None:
    version_id, items = draft
    first = office.note(version_id, items[1])
    second = office.decide(version_id, items[1])
    third = office.note(version_id, items[1])
    remove_clause(office.context, second)
    assert [clause(office, one).ordinal for one in (first, third)] == [1, 2]
    assert office.where("resolutions") == ()


def test_removing_keeps_a_given_number(office: Office) -> None:
    _, version_id = office.written(1)
    office.finalised(version_id)
    second = withdraw(office.context, version_id, "اعتراض").id
    (kept,) = [one for one in office.where("clauses", minutes_version_id=second) if one.is_resolution]
    remove_clause(office.context, kept.id)
    assert [one.number for one in office.where("resolutions")] == ["۱۴۰۲/۱/۱"]


@pytest.mark.parametrize(
    ("place", "step", "expected"),
    [(0, 1, [1, 0, 2]), (2, -2, [2, 0, 1]), (1, -9, [1, 0, 2]), (0, 9, [1, 2, 0]), (2, 1, [0, 1, 2])],
)
def test_clauses_move_inside_their_item(
    office: Office, draft: tuple[int, list[int]], place: int, step: int, expected: list[int]
) -> None:
    version_id, items = draft
    made = [office.note(version_id, items[1], f"بند {n}") for n in range(3)]
    move_clause(office.context, made[place], step)
    assert order(office, version_id, items[1]) == [made[one] for one in expected]
    assert [clause(office, one).ordinal for one in order(office, version_id, items[1])] == [1, 2, 3]


def test_a_clause_goes_to_another_item(office: Office, draft: tuple[int, list[int]]) -> None:
    version_id, items = draft
    there, moved = office.note(version_id, items[2]), office.note(version_id, items[1])
    move_clause_to(office.context, moved, items[2])
    assert order(office, version_id, items[2]) == [there, moved]
    with refused("agenda_item_unknown"):
        move_clause_to(office.context, moved, office.items(office.planned())[0])


# ---- frozen, and corrected in the open


def test_frozen_clauses_take_no_act(office: Office) -> None:
    meeting_id, version_id = office.written(1)
    office.finalised(version_id)
    (frozen,) = [one for one in office.where("clauses", minutes_version_id=version_id) if one.is_resolution]
    acts = (
        lambda: save_clause(office.context, replace(frozen, text="دیگر")),
        lambda: turn_into_note(office.context, frozen.id),
        lambda: remove_clause(office.context, frozen.id),
        lambda: move_clause(office.context, frozen.id, 1),
        lambda: move_clause_to(office.context, frozen.id, office.items(meeting_id)[0]),
        lambda: office.note(version_id, office.items(meeting_id)[0]),
    )
    for act in acts:
        with refused("minutes_frozen", state=MinutesState.FINAL):
            act()
    assert clause(office, frozen.id) == frozen


def test_a_correction_after_the_reading_began_is_logged_with_both_wordings(office: Office, records: Records) -> None:
    _, version_id = office.written(1)
    to_review(office.context, version_id)
    (stored,) = [one for one in office.where("clauses", minutes_version_id=version_id) if one.is_resolution]
    save_clause(office.context, replace(stored, text="پس از قرائت"))
    acts = office.where("minutes_acts", minutes_version_id=version_id, kind=MinutesActKind.CORRECTED)
    assert [act.reason for act in acts] == ["clause"]
    facts = next(entry[3] for entry in reversed(records.audit) if entry[0] == "changed")
    assert "تصمیم 1" in str(facts["before"])
    assert "پس از قرائت" in str(facts["after"])


def test_a_change_while_writing_is_no_event(office: Office, draft: tuple[int, list[int]]) -> None:
    version_id, items = draft
    office.note(version_id, items[1])
    assert office.where("minutes_acts", kind=MinutesActKind.CORRECTED) == ()
