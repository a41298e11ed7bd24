"""Index of a year book, collected from its own minutes one by one, so that none has to be kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from desktop_app.domain.documents.documents import MinutesDocument
from desktop_app.domain.documents.year_book_document import BookMinutes
from desktop_app.domain.rules.amendments import EVERY_UNIT
from desktop_app.domain.rules.in_force import in_force as version_in_force
from desktop_app.domain.rules.meetings import ATTENDED
from desktop_app.domain.text.folding import list_key

Place = tuple[str, str]
"""What an entry of an index leads to: an anchor and the words before the page, empty for the page alone."""


@dataclass(slots=True)
class MemberYear:
    """A member's year: how often each state of attendance was marked; ``meetings`` counts those with a seat."""

    name: str
    party: int
    post: str = ""
    states: dict[str, int] = field(default_factory=dict)

    @property
    def meetings(self) -> int:
        """Meetings at which the seat was filled."""
        return sum(self.states.values())

    @property
    def attended(self) -> int:
        """Meetings that the member, or somebody in the member's place, attended."""
        return sum(count for state, count in self.states.items() if state in ATTENDED)

    @property
    def percent(self) -> int:
        """The same in whole percent."""
        return round(100 * self.attended / self.meetings) if self.meetings else 0


@dataclass(slots=True)
class BookIndex:
    """Places by axis, unit and person, and the attendance of members; keys keep the order in which they came.

    What all units work at stands once, under :data:`EVERY_UNIT` among the units.
    """

    members: dict[tuple[int, str], MemberYear] = field(default_factory=dict)
    axes: dict[str, list[Place]] = field(default_factory=dict)
    units: dict[str, list[Place]] = field(default_factory=dict)
    people: dict[str, list[Place]] = field(default_factory=dict)

    def add(self, book: BookMinutes, document: MinutesDocument) -> None:
        """Take in minutes that are in force; withdrawn and corrected ones stay out of every count."""
        here = (minutes_anchor(book), "")
        for line in document.attendance:
            member = self.members.setdefault((line.party, line.name), MemberYear(line.name, line.party))
            member.post = line.post
            member.states[line.state] = member.states.get(line.state, 0) + 1
            if line.substitute:
                _put(self.people, line.substitute, here)
        for guest in document.guests:
            _put(self.people, guest.name, here)
        for item in document.agenda:
            for speaker, _said in item.talk:
                _put(self.people, speaker, here)
        for resolution in document.resolutions:
            place = (resolution_anchor(book, resolution.number), resolution.number)
            _put(self.axes, resolution.axis, place)
            every = (EVERY_UNIT,) if resolution.all_units else ()
            for unit in (resolution.executor, *resolution.cooperating, *every):
                _put(self.units, unit, place)
            _put(self.people, resolution.owner, place)

    def people_without(self, units: Sequence[str]) -> dict[str, list[Place]]:
        """People alone: an owner may be a unit, which has its own index; by name."""
        known = {*units, *self.units}
        names = sorted((name for name in self.people if name and name not in known), key=list_key)
        # pages alone first, then the resolutions that the person follows up
        return {name: sorted(self.people[name], key=lambda place: place[1] != "") for name in names}


def _put(index: dict[str, list[Place]], key: str, place: Place) -> None:
    places = index.setdefault(key, [])
    if place not in places[-3:]:
        places.append(place)


def minutes_anchor(book: BookMinutes) -> str:
    """The anchor of one version of minutes."""
    return f"minutes-{book.number}-{book.version}"


def resolution_anchor(book: BookMinutes, number: str) -> str:
    """The anchor of a resolution in one version of minutes."""
    return f"{minutes_anchor(book)}-{number}"


def in_force(minutes: Sequence[BookMinutes]) -> dict[int, BookMinutes]:
    """By number of the meeting, in their order: the version in force; withdrawn alone is none."""
    found = {number: version_in_force(grouped) for number, grouped in groupby(sorted(minutes, key=_number), _number)}
    return {number: one for number, one in found.items() if one is not None}


def _number(book: BookMinutes) -> int:
    return book.number
