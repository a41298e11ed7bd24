"""Frozen documents of the registers: letters, resolutions, the year book, and a history in words.

The register of outgoing and incoming papers (دفتر صادره و وارده) is as of one day; that of resolutions (دفتر ثبت
مصوبات) is in the order of numbers. The year book (دفتر صورت‌جلسات سال) has every final minutes of a Jalali year; its
index is collected from them one by one, so that none has to be kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from desktop_app.domain.documents.appearance import USUAL, Typography
from desktop_app.domain.documents.documents import SCHEMA, TEMPLATE, Letterhead, MinutesDocument, PartyLine
from desktop_app.domain.rules.amendments import EVERY_UNIT
from desktop_app.domain.rules.in_force import in_force as version_in_force
from desktop_app.domain.rules.meetings import ATTENDED
from desktop_app.domain.rules.resolutions import is_counted
from desktop_app.domain.text.folding import list_key


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterLine:
    """One resolution as it was on the day of the register.

    ``due`` is the day in force, ``agreed`` the first one, ``extended`` the days of the extensions, oldest first;
    ``deadline_kind`` says how it was agreed. ``closed_on`` is empty while it is open, ``late`` counts days.
    ``successor`` is the number of the resolution that took its place or revoked it.
    """

    number: str
    day: str
    meeting: int
    text: str
    kind: str
    axis: str
    executor: str
    owner: str
    deadline_kind: str
    agreed: str
    extended: tuple[str, ...]
    due: str
    state: str
    percent: int
    late: int
    closed_on: str
    successor: str = ""


def counted_lines(lines: Iterable[RegisterLine]) -> tuple[RegisterLine, ...]:
    """Return the lines that the figures count; resolutions that a correction removed are not counted."""
    return tuple(line for line in lines if is_counted(line.state))


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterDocument:
    """The register of one Jalali year, or of all years where ``year`` is 0, as of ``day``.

    ``begins`` is the first day of the records, where some of it was before them.
    """

    schema: int = SCHEMA
    template: int = TEMPLATE
    committee: str
    letterhead: Letterhead
    parties: tuple[PartyLine, ...]
    year: int
    day: str
    lines: tuple[RegisterLine, ...]
    typography: Typography = USUAL
    begins: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BookSigner:
    """A signer of a paper, with the day of the last signature; empty while the signature is missing."""

    name: str
    post: str
    party: int
    signed_on: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BookMinutes:
    """One frozen version of minutes; ``snapshot`` is its canonical JSON, whose hash gives the code.

    It stays text until its turn on paper comes, so that a book of many meetings needs the room of one.
    """

    number: int
    day: str
    version: int
    state: str
    inquorate: bool
    snapshot: str
    code: str
    reason: str = ""
    signers: tuple[BookSigner, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BookEarlier:
    """A meeting from before the program was used: its minutes are only a scan, its facts are in the register."""

    number: int
    day: str
    resolutions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BookAxis:
    """An axis of the committee, for the index of the year book."""

    code: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class YearBookDocument:
    """The book of one Jalali year as of ``day``.

    ``earlier`` are its meetings from before the records, whose first day is ``begins``.
    """

    schema: int = SCHEMA
    template: int = TEMPLATE
    committee: str
    letterhead: Letterhead
    parties: tuple[PartyLine, ...]
    year: int
    day: str
    minutes: tuple[BookMinutes, ...]
    axes: tuple[BookAxis, ...]
    units: tuple[str, ...]
    lines: tuple[RegisterLine, ...]
    typography: Typography = USUAL
    earlier: tuple[BookEarlier, ...] = ()
    begins: str = ""


Place = tuple[str, str]
"""What an entry of an index leads to: an anchor and the words before the page, empty for the page alone."""


@dataclass(slots=True)
class MemberYear:
    """A member's attendance in a year: count of each state; ``meetings`` counts those with a filled seat."""

    name: str
    party: int
    post: str = ""
    states: dict[str, int] = field(default_factory=dict)

    @property
    def meetings(self) -> int:
        """Number of meetings at which the seat was filled."""
        return sum(self.states.values())

    @property
    def attended(self) -> int:
        """Number of meetings that the member, or a replacement, attended."""
        return sum(count for state, count in self.states.items() if state in ATTENDED)

    @property
    def percent(self) -> int:
        """Attended meetings in whole percent."""
        return round(100 * self.attended / self.meetings) if self.meetings else 0


@dataclass(slots=True)
class BookIndex:
    """Index of the year book by axis, unit and person, and the attendance of members; keys keep insertion order.

    What all units work at stands once, under :data:`EVERY_UNIT` among the units.
    """

    members: dict[tuple[int, str], MemberYear] = field(default_factory=dict)
    axes: dict[str, list[Place]] = field(default_factory=dict)
    units: dict[str, list[Place]] = field(default_factory=dict)
    people: dict[str, list[Place]] = field(default_factory=dict)

    def add(self, book: BookMinutes, document: MinutesDocument) -> None:
        """Add minutes that are in force; withdrawn and corrected versions are not counted."""
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
        """Return the index of people, by name, without the owners that are units."""
        known = {*units, *self.units}
        names = sorted((name for name in self.people if name and name not in known), key=list_key)
        # pages alone first, then the resolutions that the person follows up
        return {name: sorted(self.people[name], key=lambda place: place[1] != "") for name in names}


def _put(index: dict[str, list[Place]], key: str, place: Place) -> None:
    places = index.setdefault(key, [])
    if place not in places[-3:]:
        places.append(place)


def minutes_anchor(book: BookMinutes) -> str:
    """The link anchor of one version of minutes."""
    return f"minutes-{book.number}-{book.version}"


def resolution_anchor(book: BookMinutes, number: str) -> str:
    """The link anchor of a resolution in one version of minutes."""
    return f"{minutes_anchor(book)}-{number}"


def in_force(minutes: Sequence[BookMinutes]) -> dict[int, BookMinutes]:
    """Return the version in force by meeting number, in that order; a meeting with only withdrawn versions has none."""
    found = {number: version_in_force(grouped) for number, grouped in groupby(sorted(minutes, key=_number), _number)}
    return {number: one for number, one in found.items() if one is not None}


def _number(book: BookMinutes) -> int:
    return book.number


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryLine:
    """One act; ``seq`` is the number of its first entry in the audit table, ``changes`` has a line for each field.

    Of several entries each has a line of its own before its fields.
    """

    seq: int
    day: str
    time: str
    actor: str
    act: str
    record: str
    changes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ListDocument:
    """A list of the window: one row of texts for each record, under its heads; ``widths`` are shares of the page."""

    schema: int = SCHEMA
    template: int = TEMPLATE
    committee: str
    letterhead: Letterhead
    parties: tuple[PartyLine, ...]
    title: str
    asked: tuple[str, ...] = ()
    day: str
    heads: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[str, ...], ...]
    typography: Typography = USUAL


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryDocument:
    """The history of acts as of ``day``, newest first.

    ``record`` is empty for the whole office, ``year`` 0 for all years, ``asked`` what else the entries were narrowed
    to. The letterhead bears the highest classification of the minutes that the entries are about.
    """

    schema: int = SCHEMA
    template: int = TEMPLATE
    committee: str
    letterhead: Letterhead
    parties: tuple[PartyLine, ...]
    record: str
    year: int
    asked: tuple[str, ...] = ()
    day: str
    lines: tuple[HistoryLine, ...]
    typography: Typography = USUAL


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterEntry:
    """One row of a register: ``day`` is when the letter came in or went out, ``paper_day`` its own date.

    ``way`` is a key of :class:`~desktop_app.domain.rules.invitations.SendingWay`, empty for what came in;
    ``struck`` is the reason for which the row was struck, empty while it stands.
    """

    outgoing: bool
    year: int
    row: int
    number: str
    day: str
    paper_day: str = ""
    party: str
    subject: str
    classification: str
    way: str = ""
    received_by: str = ""
    received_on: str = ""
    struck: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LettersRegisterDocument:
    """Rows of the letter registers by day; ``view`` names the registers that are shown.

    ``year`` is 0 for all years; ``asked`` says what they were narrowed to.
    """

    schema: int = SCHEMA
    template: int = TEMPLATE
    committee: str
    letterhead: Letterhead
    parties: tuple[PartyLine, ...]
    view: str
    year: int
    asked: tuple[str, ...] = ()
    day: str
    entries: tuple[LetterEntry, ...]
    typography: Typography = USUAL
