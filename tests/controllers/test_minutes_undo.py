"""What was written in minutes is taken back from their page: what is stored is then what was stored before."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from typing import Any

import pytest

from desktop_app.domain.acts import Act
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.rules.minutes import Clause, ClauseKind, Deliberation
from desktop_app.services.minutes.clauses import save_clause
from desktop_app.services.minutes.finalising import withdraw
from desktop_app.services.versions.signing import rule_signers
from desktop_app.storage.store.work import Work
from desktop_app.window.minutes import asking_words
from desktop_app.words import history as words
from tests.services.office_steps import Office
from tests.stored_rows import rows
from tests.views.minutes_desk import Desk, desk_at


@pytest.fixture
def desk(office: Office) -> Iterator[Desk]:
    """A draft with talk, a note and two decisions."""
    meeting_id, version_id = office.written()
    made = desk_at(office, meeting_id, version_id)
    yield made
    made.page.close()
    made.page.deleteLater()


@pytest.fixture
def told(desk: Desk) -> list[str]:
    """What the foot says."""
    found: list[str] = []
    desk.controller.status_message.connect(lambda text, _tone: found.append(text))
    return found


def _stored(desk: Desk) -> dict[str, list[tuple[Any, ...]]]:
    with desk.office.context.read() as work:
        return rows(work)


def _said(desk: Desk) -> Deliberation:
    said: Deliberation = desk.office.where("deliberations")[0]
    return said


def _edit(desk: Desk, field: str, **facts: Any) -> None:
    desk.page.signals.clause_edited.emit(replace(desk.clauses(2)[0], **facts), field)


def _closing(desk: Desk, field: str, value: object) -> None:
    version = replace(desk.office.get("versions", desk.version_id), **{field: value})
    desk.page.signals.closing_edited.emit(version, field)


def _reverse_signers(desk: Desk) -> None:
    with desk.office.open_work() as work:
        by_rule = rule_signers(work, work.versions.get(desk.version_id))
    desk.page.signals.signers_edited.emit(tuple(reversed(by_rule)))


def _first(desk: Desk, item: int = 2) -> Clause:
    return desk.clauses(item)[0]


ACTS: dict[str, tuple[Callable[[Desk], object], str]] = {
    "clause added": (
        lambda desk: desk.page.signals.clause_added.emit(desk.items[1], "نو"),
        asking_words.clause_added("نو"),
    ),
    "text": (lambda desk: _edit(desk, "text", text="متن دیگر"), asking_words.clause_changed("text", "متن دیگر")),
    "axis": (lambda desk: _edit(desk, "axis", axis_id=None), asking_words.clause_changed("axis", "تصمیم 1")),
    "units": (
        lambda desk: _edit(desk, "cooperating", cooperating=(desk.office.units[1],)),
        asking_words.clause_changed("cooperating", "تصمیم 1"),
    ),
    "kind": (
        lambda desk: desk.page.signals.clause_kind_requested.emit(_first(desk).id, ClauseKind.REFERRAL.value),
        asking_words.clause_changed("kind", "تصمیم 1"),
    ),
    "to note": (
        lambda desk: desk.page.signals.clause_kind_requested.emit(_first(desk).id, ClauseKind.NOTE.value),
        asking_words.clause_turned("تصمیم 1", note=True),
    ),
    "to resolution": (
        lambda desk: desk.page.signals.clause_kind_requested.emit(_first(desk, 1).id, ClauseKind.DECISION.value),
        asking_words.clause_turned("گزارش شنیده شد.", note=False),
    ),
    "clause removed": (
        lambda desk: desk.page.signals.clause_removed.emit(_first(desk).id),
        asking_words.clause_removed("تصمیم 1"),
    ),
    "clause moved": (
        lambda desk: desk.page.signals.clause_moved.emit(_first(desk).id, 1),
        asking_words.clause_moved("تصمیم 1"),
    ),
    "clause moved away": (
        lambda desk: desk.page.signals.clause_moved_to.emit(_first(desk).id, desk.items[0]),
        asking_words.clause_moved("تصمیم 1"),
    ),
    "said added": (
        lambda desk: desk.page.signals.contribution_added.emit(desk.items[1], "", "نو"),
        asking_words.contribution_added("نو"),
    ),
    "said changed": (
        lambda desk: desk.page.signals.said_edited.emit(replace(_said(desk), text="نو")),
        asking_words.contribution_changed("نو"),
    ),
    "said removed": (
        lambda desk: desk.page.signals.contribution_removed.emit(_said(desk).id),
        asking_words.contribution_removed("فرصت می‌خواهیم."),
    ),
    "closing": (lambda desk: _closing(desk, "originals", 3), asking_words.CLOSING_CHANGED),
    "signers": (_reverse_signers, asking_words.SIGNERS_SET),
}


@pytest.mark.parametrize("name", ACTS)
def test_an_act_is_taken_back_and_done_again(desk: Desk, told: list[str], name: str) -> None:
    act, what = ACTS[name]
    before = _stored(desk)
    act(desk)
    after = _stored(desk)
    assert after != before
    desk.controller.undo()
    assert _stored(desk) == before
    assert told[-1] == words.taken_back(what)
    desk.controller.redo()
    assert _stored(desk) == after
    assert told[-1] == words.done_again(what)
    desk.controller.undo()
    assert _stored(desk) == before
    assert desk.band() == ""


def test_a_said_piece_is_moved_and_the_list_of_signers_follows_the_rule(desk: Desk, told: list[str]) -> None:
    _reverse_signers(desk)
    desk.page.signals.contribution_added.emit(desk.items[1], "ناهید", "گفتهٔ دوم")
    before = _stored(desk)
    desk.page.signals.contribution_moved.emit(_said(desk).id, 1)
    desk.page.signals.signers_reset_requested.emit()
    for _step in range(2):
        desk.controller.undo()
    assert _stored(desk) == before
    assert told[-2:] == [
        words.taken_back(asking_words.SIGNERS_RESET),
        words.taken_back(asking_words.contribution_moved("فرصت می‌خواهیم.")),
    ]


def test_the_band_and_the_keys_are_one_way_back(desk: Desk) -> None:
    removed = _first(desk)
    desk.page.signals.clause_removed.emit(removed.id)
    assert desk.band() == asking_words.CLAUSE_REMOVED
    assert desk.page.ui.band.action_button().text() == words.UNDO
    desk.page.ui.band.action_button().click()
    assert (_first(desk), desk.band()) == (removed, ""), "the same clause, with its units and its resolution"
    assert desk.page.chosen() == (removed.agenda_item_id, removed.id)
    desk.controller.redo()
    assert removed.id not in {clause.id for clause in desk.clauses(2)}
    desk.controller.undo()
    assert _first(desk) == removed


def test_a_resolution_with_a_number_comes_back_under_it(office: Office) -> None:
    meeting_id, version_id = office.written()
    office.finalised(version_id)
    desk = desk_at(office, meeting_id, withdraw(office.context, version_id, "اعتراض").id)
    removed = desk.clauses(2)[0]
    assert removed.resolution_id is not None
    assert office.get("resolutions", removed.resolution_id).number
    desk.page.signals.clause_removed.emit(removed.id)
    desk.controller.undo()
    assert desk.clauses(2)[0] == removed
    desk.page.close()
    desk.page.deleteLater()


def test_another_version_forgets_and_a_step_of_the_course_ends_what_can_be_taken_back(
    desk: Desk, told: list[str]
) -> None:
    _edit(desk, "axis", axis_id=None)
    desk.page.signals.draft_requested.emit()
    desk.controller.show(desk.version_id)
    desk.controller.begin_reading()
    desk.controller.undo()
    assert told[-1] == words.NOTHING_TO_UNDO
    _edit(desk, "axis", axis_id=desk.office.axes[1])
    other = desk.office.draft(desk.office.in_session())
    desk.controller.show(other)
    desk.controller.show(desk.version_id)
    desk.controller.undo()
    assert told[-1] == words.NOTHING_TO_UNDO
    assert _first(desk).axis_id == desk.office.axes[1]


def test_what_was_changed_elsewhere_since_stays_and_is_told_in_the_band(desk: Desk) -> None:
    _edit(desk, "text", text="متن دیگر")
    save_clause(desk.office.context, replace(_first(desk), text="متن سوم"))
    desk.controller.undo()
    assert "باز هم عوض شده است" in desk.band()
    assert not desk.page.ui.band.action_button().isVisibleTo(desk.page), "nothing that was typed waits for another try"
    assert _first(desk).text == "متن سوم"


def test_what_was_refused_and_stored_on_another_try_can_be_taken_back(office: Office) -> None:
    locked = True
    plain = office.context.begin

    def begin(act: Act) -> AbstractContextManager[Work]:
        if locked:
            raise EnvironmentProblem("data_locked")
        return plain(act)

    desk = desk_at(office, *office.written(), replace(office.context, begin=begin))
    _edit(desk, "axis", axis_id=None)
    assert _first(desk).axis_id is not None
    locked = False
    desk.page.ui.band.action_button().click()
    assert _first(desk).axis_id is None
    desk.controller.undo()
    assert _first(desk).axis_id is not None
    desk.page.close()
    desk.page.deleteLater()
