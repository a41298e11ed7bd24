"""Rules of minutes: what may change, what a resolution needs, when a version may be withdrawn."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from desktop_app.domain.papers import Classification
from desktop_app.domain.rules.clauses import for_new_version, frozen_note, require_sound_clause
from desktop_app.domain.rules.deadlines import Deadline, DeadlineKind
from desktop_app.domain.rules.minutes import (
    EDITABLE,
    FOR_PEN,
    RESOLUTION_KINDS,
    AdoptionKind,
    Clause,
    ClauseKind,
    MinutesState,
    MinutesVersion,
    missing_facts,
    require_can_withdraw,
    require_editable,
    resolutions_in_order,
)
from tests.refusing import refused

DAY = date(2023, 5, 1)
ON_TIME = Deadline(kind=DeadlineKind.DAY, day=date(2023, 6, 5))
NOTE = Clause(id=9, minutes_version_id=1, agenda_item_id=1, ordinal=1, text="متن")
WHOLE = replace(NOTE, kind=ClauseKind.DECISION, executor_unit_id=1, owner_unit_id=2, deadline=ON_TIME)
S = MinutesState


def version(state: MinutesState) -> MinutesVersion:
    return MinutesVersion(id=1, meeting_id=1, state=state)


@pytest.mark.parametrize("state", list(MinutesState))
def test_text_changes_only_in_draft_and_review(state: MinutesState) -> None:
    if state in {S.DRAFT, S.REVIEW}:
        require_editable(version(state))
    else:
        with refused("minutes_frozen", state=state):
            require_editable(version(state))
    assert (state in EDITABLE) == (state in {S.DRAFT, S.REVIEW})


def test_only_frozen_living_minutes_go_to_the_pen() -> None:
    assert {S.FINAL, S.SIGNED, S.ARCHIVED} == FOR_PEN


@pytest.mark.parametrize("state", list(MinutesState))
def test_only_final_minutes_are_withdrawn(state: MinutesState) -> None:
    if state is S.FINAL:
        require_can_withdraw(version(state), signatures=0, notified=False)
    else:
        with refused("withdraw_not_final", state=state):
            require_can_withdraw(version(state), signatures=0, notified=False)


def test_the_first_signature_and_an_early_notification_end_the_right_to_withdraw() -> None:
    with refused("withdraw_after_signature", count=1):
        require_can_withdraw(version(S.FINAL), signatures=1, notified=False)
    with refused("withdraw_after_notification"):
        require_can_withdraw(version(S.FINAL), signatures=0, notified=True)


# ---- what a resolution needs

WITHOUT: dict[str, dict[str, Any]] = {
    "resolution_without_text": {"text": " \n"},
    "resolution_without_executor": {"executor_unit_id": None},
    "resolution_without_owner": {"owner_unit_id": None},
    "resolution_without_deadline": {"deadline": Deadline()},
}


@pytest.mark.parametrize("kind", sorted(RESOLUTION_KINDS))
@pytest.mark.parametrize("key", WITHOUT)
def test_what_each_kind_needs(kind: ClauseKind, key: str) -> None:
    """Executor and deadline for decisions and referrals; an owner for all four."""
    acts = kind in {ClauseKind.DECISION, ClauseKind.REFERRAL}
    clause = replace(WHOLE, kind=kind, **WITHOUT[key])
    if acts or key in {"resolution_without_text", "resolution_without_owner"}:
        assert [(gap.key, gap.facts) for gap in missing_facts(clause, 3)] == [(key, {"row": 3, "clause_id": 9})]
    else:
        assert missing_facts(clause, 3) == ()


def test_all_gaps_are_told_in_the_order_of_the_form() -> None:
    bare = replace(NOTE, kind=ClauseKind.REFERRAL, text="")
    assert [gap.field for gap in missing_facts(bare, 1)] == ["text", "executor", "owner", "deadline"]
    assert missing_facts(WHOLE, 1) == ()


def test_an_owner_is_a_unit_or_a_person_never_both() -> None:
    assert missing_facts(replace(WHOLE, owner_unit_id=None, owner_person_id=4), 1) == ()
    assert [gap.key for gap in missing_facts(replace(WHOLE, owner_person_id=4), 1)] == ["resolution_without_owner"]
    with refused("owner_twice", "owner"):
        require_sound_clause(replace(WHOLE, owner_person_id=4), DAY)


def test_a_clause_is_a_resolution_by_its_kind() -> None:
    assert [kind for kind in ClauseKind if replace(NOTE, kind=kind).is_resolution] == [
        ClauseKind.DECISION,
        ClauseKind.POLICY,
        ClauseKind.REFERRAL,
        ClauseKind.ADVICE,
    ]


def test_the_paper_orders_resolutions_by_agenda_then_place() -> None:
    def clause(clause_id: int, item_id: int, ordinal: int, kind: ClauseKind = ClauseKind.DECISION) -> Clause:
        return replace(NOTE, id=clause_id, agenda_item_id=item_id, ordinal=ordinal, kind=kind)

    clauses = [clause(1, 7, 2), clause(2, 5, 1), clause(3, 7, 1), clause(4, 7, 3, ClauseKind.NOTE), clause(5, 99, 1)]
    assert [found.id for found in resolutions_in_order(clauses, [7, 5])] == [3, 1, 2, 5]


# ---- what is refused while writing


def test_a_clause_has_a_text() -> None:
    with refused("clause_without_text", "text"):
        require_sound_clause(replace(NOTE, text="  "), DAY)


def test_what_is_missing_is_no_contradiction() -> None:
    require_sound_clause(replace(NOTE, kind=ClauseKind.DECISION), DAY)
    require_sound_clause(WHOLE, DAY)


def test_the_executor_does_not_cooperate_with_itself() -> None:
    with refused("executor_cooperates", "cooperating", unit_id=1):
        require_sound_clause(replace(WHOLE, cooperating=(2, 1)), DAY)
    with refused("cooperator_twice", "cooperating"):
        require_sound_clause(replace(WHOLE, cooperating=(2, 3, 2)), DAY)


def test_a_deadline_before_the_meeting_is_refused_while_writing() -> None:
    early = Deadline(kind=DeadlineKind.DAY, day=date(2023, 4, 30))
    with refused("deadline_before_meeting", "deadline", meeting_day=DAY):
        require_sound_clause(replace(WHOLE, deadline=early), DAY)
    # a note keeps what it had as a resolution, unseen and unchecked
    require_sound_clause(replace(NOTE, deadline=early), DAY)


def test_a_count_that_leaves_the_calendar_is_refused_on_a_note_too() -> None:
    far = Deadline(kind=DeadlineKind.RELATIVE, count=3651)
    for clause in (WHOLE, NOTE):
        with refused("deadline_too_far", "deadline", most=3650):
            require_sound_clause(replace(clause, deadline=far), DAY)
    require_sound_clause(replace(WHOLE, deadline=replace(far, count=3650)), DAY)


@pytest.mark.parametrize(
    ("votes", "key"),
    [
        ((1000, None), "votes_too_many"),
        ((1, 10**20), "votes_too_many"),
        ((-1, None), "votes_negative"),
        ((3, -1), "votes_negative"),
        ((None, 2), "votes_half"),
    ],
)
def test_votes_are_whole_counts(votes: tuple[int | None, int | None], key: str) -> None:
    with refused(key, "votes"):
        require_sound_clause(replace(WHOLE, votes_for=votes[0], votes_against=votes[1]), DAY)


def test_unanimous_means_nobody_against() -> None:
    split = replace(WHOLE, votes_for=6, votes_against=1)
    with refused("votes_not_unanimous", "votes", against=1):
        require_sound_clause(split, DAY)
    require_sound_clause(replace(split, adoption=AdoptionKind.MAJORITY), DAY)
    require_sound_clause(replace(WHOLE, votes_for=8, votes_against=0), DAY)


def test_a_note_is_frozen_without_the_facts_of_a_resolution() -> None:
    turned = replace(WHOLE, kind=ClauseKind.NOTE, resolution_id=4)
    assert frozen_note(turned) == NOTE
    guarded = replace(turned, classification=Classification.SECRET)
    assert frozen_note(guarded) == replace(NOTE, classification=Classification.SECRET), "its words are the same"


def test_a_clause_begins_a_new_version_with_its_identity() -> None:
    kept = for_new_version(replace(WHOLE, resolution_id=4), 8)
    assert (kept.id, kept.minutes_version_id, kept.resolution_id, kept.text) == (0, 8, 4, "متن")
