"""What waits to be written of drafts: an act withdraws all of its form, however many writings are under way."""

from __future__ import annotations

from desktop_app.domain.text.typed_drafts import DraftField
from desktop_app.window.kit.draft_keeper import DraftBatch

FIRST, SECOND = DraftField("meeting", 1, "facts.place"), DraftField("meeting", 1, "facts.note")
THIRD, FOURTH = DraftField("meeting", 2, "facts.place"), DraftField("meeting", 2, "facts.note")


def test_an_act_takes_back_what_an_earlier_writing_holds_while_a_later_one_runs() -> None:
    batch = DraftBatch()
    for place in (FIRST, SECOND):
        batch.put({place: "abc"})
        batch.take()
    assert batch.withdraw(lambda _place: True) == {FIRST, SECOND}
    assert batch.confirm_written([FIRST]) == set()


def test_a_writing_that_is_heard_of_is_under_way_no_more() -> None:
    batch = DraftBatch()
    batch.put({FIRST: "abc"})
    batch.take()
    batch.put({SECOND: "abc"})
    batch.take()
    assert batch.confirm_written([FIRST]) == {FIRST}
    assert batch.withdraw(lambda _place: True) == {SECOND}


def test_what_was_refused_waits_again_but_for_what_is_newer() -> None:
    batch = DraftBatch()
    batch.put({FIRST: "old", SECOND: "abc"})
    batch.drop([THIRD, FOURTH])
    taken = batch.take()
    assert not batch
    batch.put({FIRST: "new", FOURTH: "again"})
    batch.put_back(taken)
    again = batch.take()
    assert again.texts == {FIRST: "new", SECOND: "abc", FOURTH: "again"}
    assert again.gone == {THIRD}


def test_what_an_act_took_along_meanwhile_does_not_wait_again() -> None:
    batch = DraftBatch()
    batch.put({FIRST: "abc"})
    taken = batch.take()
    batch.withdraw(lambda _place: True)
    batch.put_back(taken)
    assert not batch
