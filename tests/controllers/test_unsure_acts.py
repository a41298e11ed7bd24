"""An act whose end the disk left open, on a page: nothing is entered twice, and no other act is taken back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pytest

from desktop_app.domain.acts import Act
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.storage.store.work import Work
from desktop_app.window.minutes import asking_words as asking
from desktop_app.words.history import UNDO
from tests.services.office_steps import Office
from tests.views.minutes_desk import Desk, desk_at


class Disk:
    """Stores an act and fails at its end, once; and cannot be read for as long as it is told."""

    def __init__(self, office: Office) -> None:
        self._context = office.context
        self.unsure, self.readable = False, True

    @contextmanager
    def begin(self, act: Act) -> Iterator[Work]:
        with self._context.begin(act) as work:
            yield work
        if self.unsure:
            self.unsure = False
            raise EnvironmentProblem("commit_unsure", code="SQLITE_IOERR_FSYNC")

    @contextmanager
    def read(self) -> Iterator[Work]:
        if not self.readable:
            raise EnvironmentProblem("disk_error", code="SQLITE_IOERR_READ")
        with self._context.read() as work:
            yield work


@pytest.fixture
def disk(office: Office) -> Disk:
    return Disk(office)


@pytest.fixture
def desk(office: Office, disk: Disk) -> Iterator[Desk]:
    """A draft with a contribution, a note and two decisions, on that disk."""
    meeting_id, version_id = office.written()
    made = desk_at(office, meeting_id, version_id, replace(office.context, begin=disk.begin, read=disk.read))
    yield made
    made.page.close()
    made.page.deleteLater()


def texts(office: Office, table: str = "clauses") -> list[str]:
    return [row.text for row in office.where(table)]


def enter_unsure(desk: Desk, disk: Disk) -> None:
    """A new clause is stored, but its end is unsure and nothing can be read."""
    line = desk.body().new_clause
    line.area.set_text("بند نو")
    disk.unsure, disk.readable = True, False
    line.submit()
    disk.readable = True
    assert line.area.text() == "بند نو", "what is unsure stays typed"


def test_leaving_the_page_enters_nothing_twice(desk: Desk, disk: Disk) -> None:
    enter_unsure(desk, disk)
    desk.person.answer = "stay"
    for _try in range(3):
        desk.controller.may_leave()
    assert texts(desk.office).count("بند نو") == 1
    assert desk.body().new_clause.area.text() == ""
    assert desk.controller.waiting() == 0


def test_another_line_that_is_typed_too_is_entered_once_and_so_is_the_first(desk: Desk, disk: Disk) -> None:
    enter_unsure(desk, disk)
    desk.body().new_said.area.set_text("گفتهٔ نو")
    for _try in range(3):
        desk.controller.flush()
    assert texts(desk.office).count("بند نو") == 1
    assert texts(desk.office, "deliberations").count("گفتهٔ نو") == 1


def test_the_button_of_another_try_does_only_what_is_not_stored(desk: Desk, disk: Disk) -> None:
    enter_unsure(desk, disk)
    for _press in range(3):
        desk.controller.retry()
    assert texts(desk.office).count("بند نو") == 1
    assert desk.controller.waiting() == 0


def test_what_was_typed_since_stays(desk: Desk, disk: Disk) -> None:
    enter_unsure(desk, disk)
    desk.body().new_clause.area.set_text("بند نو و دنباله")
    desk.controller.flush()
    assert desk.body().new_clause.area.text() == "بند نو و دنباله"
    assert texts(desk.office).count("بند نو") == 1


def test_the_band_offers_no_way_back_that_is_of_another_act(desk: Desk, disk: Disk) -> None:
    desk.page.signals.contribution_added.emit(desk.items[1], "ناهید", "گفتهٔ پیشین")
    removed: Any = desk.clauses()[0]
    disk.unsure = True
    desk.page.signals.clause_removed.emit(removed.id)
    assert desk.band() == asking.CLAUSE_REMOVED
    button = desk.page.ui.band.action_button()
    assert button.text() != UNDO or not button.isVisibleTo(desk.page)
    desk.controller.undo()
    assert "گفتهٔ پیشین" in texts(desk.office, "deliberations"), "it was not the last act"


def test_an_unsure_act_that_can_be_read_is_told_as_done(desk: Desk, disk: Disk) -> None:
    disk.unsure = True
    line = desk.body().new_clause
    line.area.set_text("بند نو")
    line.submit()
    assert texts(desk.office).count("بند نو") == 1
    assert line.area.text() == ""


def test_an_edit_of_a_stored_clause_is_told_and_shows_what_is_stored(desk: Desk, disk: Disk) -> None:
    first: Any = desk.clauses()[0]
    disk.unsure, disk.readable = True, False
    desk.page.signals.clause_edited.emit(replace(first, text="متن دیگر"), "text")
    disk.readable = True
    desk.page.signals.contribution_added.emit(desk.items[1], "ناهید", "گفتهٔ بعدی")
    assert desk.controller.waiting() == 1, "the one that was held back"
    assert texts(desk.office).count("متن دیگر") == 1
    desk.controller.retry()
    assert "گفتهٔ بعدی" in texts(desk.office, "deliberations")
