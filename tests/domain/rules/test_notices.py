"""Which words a letter told, and whether a correction changed them since."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.rules.deadlines import Deadline, DeadlineKind, RelativeBase
from desktop_app.domain.rules.minutes import AdoptionKind, Clause, ClauseKind, MinutesState, MinutesVersion
from desktop_app.domain.rules.notices import corrected_words, is_still_true, notified_version
from desktop_app.domain.rules.resolutions import ResolutionAct, ResolutionActKind

S = MinutesState
DAY = Deadline(kind=DeadlineKind.DAY, day=date(2023, 6, 5))
WORDS = Clause(
    id=1,
    minutes_version_id=1,
    agenda_item_id=1,
    ordinal=0,
    text="تصمیم",
    kind=ClauseKind.DECISION,
    resolution_id=1,
    executor_unit_id=1,
    cooperating=(2,),
    owner_person_id=1,
    deadline=DAY,
)


def version(number: int, state: MinutesState, day: int) -> MinutesVersion:
    return MinutesVersion(
        id=number, meeting_id=1, version=number, state=state, finalised_at=f"2023-05-{day:02}T08:00:00Z"
    )


def told(day: int, key: int = 1, letter: str = "۱", undoes: int | None = None) -> ResolutionAct:
    return ResolutionAct(
        id=key,
        resolution_id=1,
        kind=ResolutionActKind.NOTIFIED,
        day=date(2023, 5, day),
        at=f"2023-05-{day:02}T10:00:00Z",
        actor="",
        letter_number=letter,
        undoes_id=undoes,
    )


def worded(number: int, **changes: object) -> Clause:
    return replace(WORDS, id=number, minutes_version_id=number, **changes)  # type: ignore[arg-type]


FIRST, SECOND, THIRD = version(1, S.AMENDED, 1), version(2, S.AMENDED, 10), version(3, S.SIGNED, 20)
VERSIONS = {one.id: one for one in (FIRST, SECOND, THIRD)}


@pytest.mark.parametrize(
    "changes",
    [
        {"text": "تصمیم دیگر"},
        {"kind": ClauseKind.REFERRAL},
        {"executor_unit_id": 3},
        {"owner_person_id": 2},
        {"axis_id": 1},
        {"upstream_id": 1},
        {"adoption": AdoptionKind.MAJORITY},
        {"votes_for": 5},
        {"deadline": Deadline(kind=DeadlineKind.DAY, day=date(2023, 6, 6))},
        {"deadline": Deadline(kind=DeadlineKind.NEXT_MEETING)},
        {"cooperating": ()},
        {"cooperating": (3,)},
    ],
)
def test_whatever_the_letter_says_makes_it_untrue(changes: dict[str, object]) -> None:
    assert not is_still_true(WORDS, worded(2, **changes))


@pytest.mark.parametrize(
    "changes",
    [
        {"cooperating": (3, 2)},
        {"all_units": True, "cooperating": ()},
        {"deadline": replace(DAY, count=14, base=RelativeBase.NOTIFICATION)},
        {"ordinal": 4, "classification": None},
    ],
    ids=["another unit", "all units", "what the form kept", "its place"],
)
def test_a_unit_that_came_and_what_no_letter_says_leave_it_true(changes: dict[str, object]) -> None:
    assert is_still_true(WORDS, worded(2, **changes))


def test_units_that_were_all_and_are_named_now_are_fewer() -> None:
    assert not is_still_true(replace(WORDS, all_units=True), WORDS)


def test_the_words_that_were_told_are_those_in_force_on_the_day_of_the_letter_and_when_it_was_recorded() -> None:
    versions = VERSIONS.values()
    assert notified_version(versions, date(2023, 5, 9), "2023-05-09T10:00:00Z") is FIRST
    assert notified_version(versions, date(2023, 5, 10), "2023-05-10T07:59:59Z") is FIRST
    assert notified_version(versions, date(2023, 5, 9), "2023-05-25T10:00:00Z") is FIRST, "a letter of before"
    assert notified_version(versions, date(2023, 5, 10), "2023-05-10T08:00:00Z") is SECOND
    assert notified_version(versions, date(2023, 4, 30), "2023-04-30T08:00:00Z") is None


def test_what_was_never_told_or_still_holds_waits_for_nothing() -> None:
    clauses = [worded(1), worded(2), worded(3)]
    assert corrected_words([], clauses, VERSIONS) is None
    assert corrected_words([told(5)], clauses, VERSIONS) is None
    changed = [worded(1), worded(2, text="دیگر"), worded(3, text="دیگر")]
    assert corrected_words([told(15)], changed, VERSIONS) is None, "told after the correction"
    back = [worded(1), worded(2, text="دیگر"), worded(3)]
    assert corrected_words([told(5)], back, VERSIONS) is None, "the words are those of the letter again"


def test_corrected_words_name_the_last_letter_and_the_version_that_corrected_them() -> None:
    clauses = [worded(1), worded(2, text="دیگر"), worded(3, text="دیگر", cooperating=(2, 4))]
    found = corrected_words([told(3), told(5, 2, "۲")], clauses, VERSIONS)
    assert found is not None
    assert (found.version, found.day, found.letter_number) == (2, date(2023, 5, 5), "۲")
    assert (found.known, found.now) == (clauses[0], clauses[2])
    assert not found.changes_deadline


def test_the_draft_of_a_correction_changes_nothing_yet() -> None:
    versions = {1: replace(FIRST, state=S.SIGNED), 2: replace(SECOND, state=S.DRAFT, finalised_at="")}
    assert corrected_words([told(5)], [worded(1), worded(2, text="دیگر")], versions) is None


def test_of_a_past_that_was_taken_over_nobody_knows_what_the_letter_said() -> None:
    versions = {1: replace(FIRST, finalised_at=""), 2: replace(SECOND, state=S.ARCHIVED, finalised_at="")}
    assert corrected_words([told(5)], [worded(1), worded(2, text="دیگر")], versions) is None
