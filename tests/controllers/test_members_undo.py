"""What was done on the page of members is taken back from there: what is stored is then what was stored before."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from desktop_app.domain.rules.members import Nomination, Person, Seat, Unit
from desktop_app.services.members.seats import add_seat
from desktop_app.services.members.units import archive_unit, save_unit
from desktop_app.window.kit.members_format import PERSON, SEAT, UNIT
from desktop_app.window.members import words as steps
from desktop_app.window.members.controller import MembersController
from desktop_app.window.members.page import MembersPage
from desktop_app.words import history as words
from desktop_app.words import members
from tests.services.office_steps import Office
from tests.stored_rows import rows
from tests.views import minutes_desk

ARCHIVED = 3
"""The place of a unit that has been archived for a week."""


@dataclass
class AtMembers:
    """The page, its controller, the office behind them, and what the foot says."""

    office: Office
    page: MembersPage
    controller: MembersController
    told: list[str] = field(default_factory=list)

    def stored(self) -> dict[str, list[tuple[Any, ...]]]:
        """Every record."""
        with self.office.context.read() as work:
            return rows(work)

    def unit(self, place: int = 0, **facts: Any) -> Unit:
        """A unit as stored, with these facts."""
        unit: Unit = replace(self.office.get("units", self.office.units[place]), **facts)
        return unit

    def seat(self, **facts: Any) -> Seat:
        """The second seat as stored, with these facts."""
        seat: Seat = replace(self.office.get("seats", self.office.seats[1]), **facts)
        return seat

    def person(self, **facts: Any) -> Person:
        """The second person as stored, with these facts."""
        person: Person = replace(self.office.get("people", self.office.people[1]), **facts)
        return person

    def letter(self, **facts: Any) -> Nomination:
        """The second person's letter as stored, with these facts."""
        letter: Nomination = replace(self.office.where("nominations")[1], **facts)
        return letter

    def notice(self) -> str:
        """What stands above the page."""
        return self.page.ui.notice.title() if not self.page.ui.notice.isHidden() else ""


@pytest.fixture
def at(office: Office) -> Iterator[AtMembers]:
    """Members of whom names stand in the draft of a meeting's minutes."""
    archive_unit(office.context, office.units[ARCHIVED])
    office.written()
    office.clock.forward(days=7)
    page = MembersPage(office.clock.today)
    controller = MembersController(page, office.context, minutes_desk.Person(), page)
    found = AtMembers(office, page, controller)
    controller.status_message.connect(lambda text, _tone: found.told.append(text))
    page.show()
    controller.show()
    yield found
    page.close()
    page.deleteLater()


ACTS: dict[str, tuple[Callable[[AtMembers], object], str]] = {
    "a seat is changed": (
        lambda at: at.page.signals.seat_saved.emit(at.seat(title="ناظر"), at.seat()),
        steps.changed("seat", "ناظر"),
    ),
    "a unit is changed": (
        lambda at: at.page.signals.unit_saved.emit(at.unit(name="دیگر"), at.unit()),
        steps.changed("unit", "دیگر"),
    ),
    "a person is changed": (
        lambda at: at.page.signals.person_saved.emit(at.person(name="نام دیگر"), at.person()),
        steps.changed("person", "نام دیگر"),
    ),
    "a letter is corrected": (
        lambda at: at.page.signals.letter_saved.emit(at.letter(letter_number="۹/ص"), at.letter()),
        steps.changed("letter", "سمت 2"),
    ),
    "a seat is moved": (
        lambda at: at.page.signals.shifted.emit(SEAT, at.office.seats[1], -1),
        steps.moved("سمت 2"),
    ),
    "a unit is moved": (lambda at: at.page.signals.shifted.emit(UNIT, at.office.units[0], 1), steps.moved("واحد 1")),
    "a unit is archived": (
        lambda at: at.page.signals.archive_requested.emit(UNIT, at.office.units[2]),
        steps.archived("واحد 3"),
    ),
    "a unit is brought back": (
        lambda at: at.page.signals.restore_requested.emit(UNIT, at.office.units[ARCHIVED]),
        steps.restored("واحد 4"),
    ),
}


@pytest.mark.parametrize("name", ACTS)
def test_an_act_is_taken_back_and_done_again(at: AtMembers, name: str) -> None:
    act, what = ACTS[name]
    before = at.stored()
    act(at)
    after = at.stored()
    assert after != before
    at.controller.undo()
    assert at.stored() == before
    assert at.told[-1] == words.taken_back(what)
    at.controller.redo()
    assert at.stored() == after
    assert at.told[-1] == words.done_again(what)


def test_the_button_above_the_page_and_the_keys_are_one_way_back(at: AtMembers) -> None:
    before = at.stored()
    at.page.signals.archive_requested.emit(UNIT, at.office.units[2])
    assert at.notice() == members.archived(UNIT, "واحد 3")
    at.page.show_part(members.SEATS)
    at.page.ui.notice.action_button().click()
    assert at.stored() == before
    assert at.notice() == ""
    assert at.page.part() == members.UNITS
    assert at.page.list.focused() == (UNIT, at.office.units[2])
    at.controller.undo()
    assert at.told[-1] == words.NOTHING_TO_UNDO


def test_what_is_added_is_kept_for_ever_and_ends_what_can_be_taken_back(at: AtMembers) -> None:
    at.page.signals.shifted.emit(SEAT, at.office.seats[1], -1)
    at.page.signals.person_saved.emit(Person(name="تازه"), None)
    after = at.stored()
    at.controller.undo()
    assert at.told[-1] == words.NOTHING_TO_UNDO
    assert at.stored() == after


def test_a_rule_that_stands_in_the_way_is_told_above_the_page(at: AtMembers) -> None:
    at.page.signals.restore_requested.emit(UNIT, at.office.units[ARCHIVED])
    save_unit(at.office.context, at.unit(2, parent_id=at.office.units[ARCHIVED]))
    at.page.do("edit", (UNIT, at.office.units[0]))
    assert at.page.panel.form() is not None
    at.controller.undo()
    assert "زیرمجموعه دارد" in at.notice(), "the form that is open is about another unit"
    assert at.unit(ARCHIVED).archived_on is None


def test_a_record_that_another_hand_has_changed_since_stays(at: AtMembers) -> None:
    at.page.signals.unit_saved.emit(at.unit(name="دیگر"), at.unit())
    save_unit(at.office.context, at.unit(name="سوم"))
    at.controller.undo()
    assert "باز هم عوض شده است" in at.notice()
    assert at.unit().name == "سوم"


def test_archived_seats_and_people_come_back(at: AtMembers) -> None:
    seat = add_seat(at.office.context, at.seat(id=0, title="ناظر")).id
    person: Person = at.office.add("people", Person(name="بی‌کرسی"))
    at.controller.show()
    before = at.stored()
    at.page.signals.archive_requested.emit(SEAT, seat)
    at.page.signals.archive_requested.emit(PERSON, person.id)
    for _step in range(2):
        at.controller.undo()
    assert at.stored() == before
