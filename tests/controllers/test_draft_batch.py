"""What waits to be written of drafts: an act withdraws all of its form, however many writings are under way."""

from __future__ import annotations

from desktop_app.controllers.draft_batch import DraftBatch
from desktop_app.domain.typed_drafts import DraftPlace

FIRST, SECOND = DraftPlace("meeting", 1, "facts.place"), DraftPlace("meeting", 1, "facts.note")


def test_an_act_takes_back_what_an_earlier_writing_holds_while_a_later_one_runs() -> None:
    batch = DraftBatch()
    for place in (FIRST, SECOND):
        batch.put({place: "abc"})
        batch.take()
    assert batch.withdraw(lambda _place: True) == {FIRST, SECOND}
    assert batch.arrived([FIRST]) == set()


def test_a_writing_that_is_heard_of_is_under_way_no_more() -> None:
    batch = DraftBatch()
    batch.put({FIRST: "abc"})
    batch.take()
    batch.put({SECOND: "abc"})
    batch.take()
    assert batch.arrived([FIRST]) == {FIRST}
    assert batch.withdraw(lambda _place: True) == {SECOND}
