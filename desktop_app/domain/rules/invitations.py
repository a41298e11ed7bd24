"""Sent invitations: each invitee's letter, when and how it was sent, and what has changed since."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop_app.domain.calendar.clock import local_moment
from desktop_app.domain.calendar.jalali import format_words
from desktop_app.domain.documents.letter_lines import AddresseeLine, LetterAdditions
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.rules.meetings import AgendaItem, Meeting, MeetingState
from desktop_app.domain.text.folding import Form, fold

if TYPE_CHECKING:
    # the rows of invitations are known to every office; their paper is loaded with its first use
    from desktop_app.domain.documents.meeting_documents import InvitationDocument, InvitationItem


class SendingWay(StrEnum):
    """The way a paper is sent to its addressee."""

    AUTOMATION = "automation"
    BY_HAND = "by_hand"
    POST = "post"
    FAX = "fax"
    EMAIL = "email"
    MESSENGER = "messenger"
    OTHER = "other"


class InvitationPart(StrEnum):
    """A part of an invitation that may have changed since."""

    NAME = "name"
    KIND = "kind"
    DAY = "day"
    HOUR = "hour"
    PLACE = "place"
    AGENDA = "agenda"


class Answer(StrEnum):
    """An invitee's answer to an invitation."""

    COMES = "comes"
    DECLINES = "declines"


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationAnswer:
    """An answer in an incoming letter, for the meeting's day at that time; ``reply`` numbers a meeting's answers.

    ``invitee`` is the key of the :class:`Invitee`, ``name`` his name as it was.
    """

    reply: int
    paper_id: int
    invitee: str
    name: str
    answer: Answer
    day: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitee:
    """A person who is invited. ``key`` is unique and stays when the name is corrected."""

    key: str
    line: AddresseeLine


def key_of_person(seat_id: int, person_id: int) -> str:
    """The invitee key of a seat's holder or alternate."""
    return f"seat:{seat_id}:person:{person_id}"


def key_of_substitute(seat_id: int, name: str) -> str:
    """The invitee key of a substitute, who is known by name only."""
    return f"seat:{seat_id}:substitute:{fold(name, Form.SQUEEZED)}"


def seat_in(key: str, person_id: int) -> int:
    """The seat id in the key of this person, 0 for a key of someone else."""
    seat = key.split(":")[1]
    return int(seat) if key == f"seat:{seat}:person:{person_id}" else 0


def key_of_guest(guest_id: int) -> str:
    """The invitee key of a guest."""
    return f"guest:{guest_id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class SentInvitation:
    """One sent invitation, with the letter at the time of recording. Never changed or removed.

    ``document`` is the canonical JSON of an :class:`InvitationDocument` with this one addressee, ``content_hash`` its
    SHA-256, ``template`` the version of the form it was printed in. ``struck`` takes the record before it back.
    ``invitee`` is the key of the :class:`Invitee`, ``addressee`` his name as it was.
    """

    id: int = 0
    meeting_id: int
    invitee: str
    addressee: str
    sent_on: date
    way: SendingWay
    number: str = ""
    """Of the letter in the outer register."""
    note: str = ""
    at: str
    actor: str
    struck: bool = False
    template: int
    document: str
    content_hash: str

    @property
    def kept_later(self) -> date | None:
        """The day of recording when it is after the day of sending, else None."""
        kept_on, _time = local_moment(self.at)
        return kept_on if kept_on > self.sent_on else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """A sending to record: the invitees, the day, the way, and the words of the letters."""

    invitees: tuple[str, ...]
    """Their keys."""
    day: date | None
    way: SendingWay = SendingWay.AUTOMATION
    note: str = ""
    said: LetterAdditions = field(default_factory=LetterAdditions)
    answer_until: date | None = None
    numbers: Mapping[AddresseeLine, str] = field(default_factory=dict)
    """What their letters bear of their own, as they were printed; empty or missing for none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InviteeRow:
    """One invitee: the last sent invitation, the changes since, and whether the invitation is void (``gone``)."""

    key: str
    line: AddresseeLine
    sent: SentInvitation | None = None
    changed: tuple[InvitationPart, ...] = ()
    gone: bool = False

    @property
    def waits(self) -> bool:
        """Whether an invitation must be sent: none was, or its content has changed."""
        return not self.gone and (self.sent is None or bool(self.changed))


def valid_sendings(sent: Iterable[SentInvitation]) -> dict[str, SentInvitation]:
    """Return the valid sending of each invitee: the newest record, unless it is struck."""
    newest: dict[str, SentInvitation] = {}
    for one in sorted(sent, key=lambda one: one.id):
        newest[one.invitee] = one
    return {key: one for key, one in newest.items() if not one.struck}


def invitation_agenda(items: Iterable[AgendaItem]) -> tuple[InvitationItem, ...]:
    """Return the agenda as an invitation lists it."""
    from desktop_app.domain.documents.meeting_documents import InvitationItem

    return tuple(InvitationItem(title=one.title, presenter=one.presenter, minutes=one.planned_minutes) for one in items)


def changed_since(
    sent: InvitationDocument, name: str, meeting: Meeting, agenda: Sequence[InvitationItem]
) -> tuple[InvitationPart, ...]:
    """Return the parts of an invitation that differ from the invitee's name and the meeting now."""
    was = sent.meeting
    differs = {
        InvitationPart.NAME: sent.addressees[0].name != name,
        InvitationPart.KIND: was.kind != meeting.kind.value,
        InvitationPart.DAY: was.day != (meeting.day.isoformat() if meeting.day is not None else ""),
        InvitationPart.HOUR: was.starts_at != meeting.starts_at,
        InvitationPart.PLACE: was.place != meeting.place,
        InvitationPart.AGENDA: sent.agenda != tuple(agenda),
    }
    return tuple(part for part, found in differs.items() if found)


def require_sending(meeting: Meeting, sending: Sending, today: date) -> date:
    """Return the day of a sending; raises ``RuleBroken`` when the sending cannot be recorded.

    It is recorded while the meeting is convened: before, no letter has its number; once the session has begun the
    agenda is the room's, and what is frozen would not be what went out.
    """
    if meeting.state is not MeetingState.CONVENED:
        raise RuleBroken("sending_not_open", state=meeting.state)
    if not sending.invitees:
        raise RuleBroken("sending_to_nobody", field="invitees")
    if sending.day is None:
        raise RuleBroken("sending_without_day", field="day")
    if sending.day > today:
        raise RuleBroken("sending_after_today", field="day")
    if meeting.day is not None and sending.day > meeting.day:
        raise RuleBroken("sending_after_meeting", field="day", day=format_words(meeting.day))
    return sending.day
