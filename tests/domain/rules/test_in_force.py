"""The one rule of which version is in force: every life that minutes can have, against what people would say."""

from __future__ import annotations

from itertools import product

import pytest

from desktop_app.domain.documents.register_documents import BookMinutes
from desktop_app.domain.rules.in_force import (
    ADOPTING,
    current_version,
    in_force,
    newest,
    newest_first,
    signed_before,
    wordings,
)
from desktop_app.domain.rules.minutes import Clause, MinutesState, MinutesVersion

S = MinutesState
ADOPTED = {S.FINAL, S.SIGNED, S.ARCHIVED, S.AMENDED}


def versions(*states: MinutesState) -> list[MinutesVersion]:
    return [MinutesVersion(id=place, meeting_id=1, version=place, state=one) for place, one in enumerate(states, 1)]


def number(version: MinutesVersion | None) -> int:
    return version.version if version is not None else 0


@pytest.mark.parametrize(
    ("states", "force", "stands", "written"),
    [
        ((), 0, 0, 0),
        ((S.DRAFT,), 0, 1, 1),
        ((S.REVIEW,), 0, 1, 1),
        ((S.FINAL,), 1, 1, 1),
        ((S.SIGNED,), 1, 1, 1),
        ((S.WITHDRAWN, S.DRAFT), 0, 2, 2),
        ((S.WITHDRAWN, S.FINAL), 2, 2, 2),
        ((S.SIGNED, S.DRAFT), 1, 1, 2),
        ((S.ARCHIVED, S.REVIEW), 1, 1, 2),
        ((S.SIGNED, S.DROPPED), 1, 1, 1),
        ((S.AMENDED, S.FINAL), 2, 2, 2),
        ((S.AMENDED, S.SIGNED), 2, 2, 2),
        ((S.AMENDED, S.WITHDRAWN, S.DRAFT), 1, 1, 3),
        ((S.AMENDED, S.WITHDRAWN, S.FINAL), 3, 3, 3),
        ((S.AMENDED, S.SIGNED, S.DRAFT), 2, 2, 3),
        ((S.AMENDED, S.AMENDED, S.FINAL), 3, 3, 3),
    ],
)
def test_each_life_of_minutes(states: tuple[MinutesState, ...], force: int, stands: int, written: int) -> None:
    every = versions(*states)
    for order in (every, every[::-1]):
        assert (number(in_force(order)), number(current_version(order)), number(newest(order))) == (
            force,
            stands,
            written,
        )


def test_what_is_in_force_was_adopted_and_nothing_later_was() -> None:
    assert set(ADOPTING) == ADOPTED
    for states in product(S, repeat=3):
        every = versions(*states)
        found = in_force(every)
        assert (found is None) == (not ADOPTED.intersection(states))
        if found is not None:
            assert found.state in ADOPTED
            assert current_version(every) is found
            assert not ADOPTED.intersection(states[found.version :])


def test_a_correction_knows_what_it_corrects() -> None:
    every = versions(S.WITHDRAWN, S.AMENDED, S.WITHDRAWN, S.SIGNED, S.DRAFT)
    assert [one.version for one in signed_before(every[4], every)] == [4, 2]
    assert [one.version for one in signed_before(every[2], every)] == [2]
    assert signed_before(every[1], every) == []
    assert [one.version for one in newest_first(every)] == [5, 4, 3, 2, 1]


def test_a_resolution_is_worded_by_the_newest_version_that_adopted_it() -> None:
    every = {one.id: one for one in versions(S.AMENDED, S.SIGNED, S.DRAFT)}
    held = {10: (1, 2, 3), 20: (1,), 30: (3,), 40: (2, 3)}
    clauses = [
        Clause(id=10 * key + of, minutes_version_id=of, agenda_item_id=1, ordinal=1, text="", resolution_id=key)
        for key, where in held.items()
        for of in where
    ]
    note = Clause(id=9, minutes_version_id=2, agenda_item_id=1, ordinal=9, text="")
    for order in ([*clauses, note], [note, *reversed(clauses)]):
        found = {key: one.minutes_version_id for key, one in wordings(order, every).items()}
        assert found == {10: 2, 20: 1, 30: 3, 40: 2}


def test_the_rule_reads_the_minutes_of_a_year_book_too() -> None:
    book = [
        BookMinutes(number=1, day="", version=place, state=state, inquorate=False, snapshot="", code="")
        for place, state in enumerate(("amended", "withdrawn"), 1)
    ]
    found = in_force(book)
    assert found is not None
    assert found.version == 1
    assert in_force(book[1:]) is None
