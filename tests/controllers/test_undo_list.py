"""The last act first, then the one before; a new act ends what was taken back, one without a way back ends the list."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.domain.outcome import Changed, Outcome, WrittenRow
from desktop_app.domain.rules.members import Person
from desktop_app.services.context import Context
from desktop_app.window.kit.undo_list import MOST_STEPS, Back, HowToUndo, Inverse, UndoList, undo_by_act
from tests.services.office_steps import Office

OLD = Person(id=1, name="پیش")
MADE = Outcome(changed=Changed.MEMBERS, written=(WrittenRow("person", OLD, replace(OLD, name="پس")),))


def _do(_context: Context) -> Outcome:
    return MADE


def _back(_made: Outcome) -> Inverse:
    return Inverse(_do, _back)


def _way(what: str) -> HowToUndo:
    return HowToUndo(what, _back)


def _said(steps: UndoList) -> tuple[str, str]:
    done, undone = steps.last_done(), steps.last_undone()
    return done.what if done is not None else "", undone.what if undone is not None else ""


def _undo(steps: UndoList) -> None:
    step = steps.last_done()
    assert step is not None
    steps.undone(step, MADE)


def _redo(steps: UndoList) -> None:
    step = steps.last_undone()
    assert step is not None
    steps.redone(step, MADE)


def test_steps_go_over_from_one_list_to_the_other_and_back() -> None:
    steps = UndoList()
    for what in "الف", "ب":
        steps.add(MADE, _way(what))
    told = [_said(steps)]
    for move in (_undo, _undo, _redo, _redo):
        move(steps)
        told.append(_said(steps))
    assert told == [("ب", ""), ("الف", "ب"), ("", "الف"), ("الف", "ب"), ("ب", "")]


def test_a_new_act_ends_what_could_be_done_again() -> None:
    steps = UndoList()
    steps.add(MADE, _way("الف"))
    _undo(steps)
    steps.add(MADE, _way("ب"))
    assert _said(steps) == ("ب", "")


def test_an_act_without_a_way_back_ends_the_list() -> None:
    for way in (None, HowToUndo("بی‌بازگشت", lambda _made: None)):
        steps = UndoList()
        steps.add(MADE, _way("الف"))
        steps.add(MADE, way)
        assert _said(steps) == ("", "")


def test_an_act_that_left_everything_as_it_was_is_no_step() -> None:
    steps = UndoList()
    steps.add(MADE, _way("الف"))
    steps.add(Outcome(changed=Changed.NOTHING), None)
    steps.add(Outcome(changed=Changed.MEMBERS, written=(WrittenRow("person", OLD, OLD),)), None)
    assert _said(steps) == ("الف", "")


def test_a_step_that_a_rule_forbids_is_not_offered_again() -> None:
    steps = UndoList()
    for what in "الف", "ب":
        steps.add(MADE, _way(what))
    last = steps.last_done()
    assert last is not None
    steps.drop(last)
    steps.undone(last, MADE)
    assert _said(steps) == ("الف", "")


def test_forgetting_leaves_nothing() -> None:
    steps = UndoList()
    for what in "الف", "ب":
        steps.add(MADE, _way(what))
    _undo(steps)
    steps.forget()
    assert _said(steps) == ("", "")


def test_so_many_steps_are_kept() -> None:
    steps = UndoList()
    for number in range(MOST_STEPS + 5):
        steps.add(MADE, _way(str(number)))
    taken = 0
    while steps.last_done() is not None:
        _undo(steps)
        taken += 1
    assert taken == MOST_STEPS


def test_an_act_of_a_history_is_done_again_as_it_was_done_first(office: Office) -> None:
    done: list[str] = []

    def act(what: str) -> Outcome:
        done.append(what)
        return MADE

    back: Back = undo_by_act(lambda _context: act("موکول"), lambda _made: lambda _context: act("پس"))
    inverse = back(MADE)
    for _step in range(3):
        assert inverse is not None
        inverse = inverse.back(inverse.do(office.context))
    assert done == ["پس", "موکول", "پس"]
    assert undo_by_act(lambda _context: act("ابلاغ"), lambda _made: None)(MADE) is None
