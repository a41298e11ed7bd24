"""What may be done to a resolution by its state, and what may be taken back."""

from __future__ import annotations

from datetime import date

import pytest

from desktop_app.domain.rules.resolution_actions import (
    Extension,
    ResolutionAction,
    actions_of,
    last_undoable,
    require_extension,
)
from desktop_app.domain.rules.resolutions import (
    Course,
    DeadlineEvent,
    ResolutionAct,
    ResolutionActKind,
    ResolutionState,
)
from tests.refusing import refused

A, S, K = ResolutionAction, ResolutionState, ResolutionActKind
DAY = date(2023, 5, 1)
EXITS = (A.DEFER, A.SUPERSEDE, A.REVOKE)


def act(kind: ResolutionActKind, at: str, key: int = 1, undoes: int | None = None) -> ResolutionAct:
    return ResolutionAct(id=key, resolution_id=1, kind=kind, day=DAY, at=at, actor="", undoes_id=undoes)


def event(sequence: int, at: str, meeting: int | None = None) -> DeadlineEvent:
    return DeadlineEvent(
        id=sequence + 1, resolution_id=1, sequence=sequence, due=DAY, granted_by_meeting_id=meeting, at=at
    )


TOLD = act(K.NOTIFIED, "2023-05-02")


@pytest.mark.parametrize(
    ("now", "acts", "tasks", "expected"),
    [
        (Course(S.PROPOSED, 0), [], True, ()),
        (Course(S.ADOPTED, 0), [], True, (A.NOTIFY, A.EXTEND, A.TASKS, *EXITS)),
        (Course(S.NOTIFIED, 0), [TOLD], True, (A.TASKS, A.EXTEND, *EXITS)),
        (Course(S.NOTIFIED, 0, awaits_nobody=True), [TOLD], False, (A.VERIFY, A.EXTEND, *EXITS)),
        (Course(S.REPORTED_DONE, 100), [TOLD], True, (A.VERIFY, A.RETURN, A.TASKS, A.EXTEND, A.SUPERSEDE, A.REVOKE)),
        (Course(S.REJECTED, 0), [TOLD, act(K.REJECTED, "2023-05-03", 2)], False, ()),
        (Course(S.VERIFIED, 100), [TOLD, act(K.VERIFIED, "2023-05-03", 2)], True, (A.TASKS, A.UNDO)),
    ],
)
def test_what_may_be_done(
    now: Course, acts: list[ResolutionAct], tasks: bool, expected: tuple[ResolutionAction, ...]
) -> None:
    assert actions_of(now, acts, [event(0, "2023-05-01")], has_tasks=tasks) == expected


def test_what_a_correction_brought_is_offered_for_notification() -> None:
    def offered(state: ResolutionState) -> tuple[ResolutionAction, ...]:
        return actions_of(Course(state, 0), [TOLD], [event(0, "2023-05-01")], has_tasks=True, further_notice=True)

    assert offered(S.IN_PROGRESS)[:3] == (A.NOTIFY, A.TASKS, A.EXTEND)
    assert offered(S.REPORTED_DONE)[:3] == (A.VERIFY, A.RETURN, A.NOTIFY)
    assert A.NOTIFY not in offered(S.VERIFIED)


def test_only_what_was_done_last_of_all_may_be_taken_back() -> None:
    first, extended = event(0, "2023-05-01"), event(1, "2023-05-05", meeting=2)
    assert last_undoable([], [first]) is None, "the first deadline is the minutes' own"
    assert last_undoable([], [first, extended]) is extended
    assert last_undoable([TOLD], [first, extended]) is extended
    assert last_undoable([act(K.NOTIFIED, "2023-05-09")], [first, extended]) is None, "a letter is not unsent"
    later = act(K.DEFERRED, "2023-05-09", 2)
    assert last_undoable([TOLD, later], [first, extended]) is later
    back = act(K.DEFERRED, "2023-05-10", 3, undoes=2)
    assert last_undoable([TOLD, later, back], [first]) is None


@pytest.mark.parametrize(
    ("state", "due", "key"),
    [
        (S.VERIFIED, date(2023, 7, 1), "resolution_closed"),
        (S.PROPOSED, date(2023, 7, 1), "resolution_not_adopted"),
        (S.ADOPTED, date(2023, 4, 1), "extension_before_adoption"),
    ],
)
def test_an_extension_has_its_guards(state: ResolutionState, due: date, key: str) -> None:
    typed = Extension(due=due, reason="x", meeting_id=2)
    with refused(key):
        require_extension(typed, Course(state, 0), adopted_on=DAY, due=None)
