"""Frozen documents of a meeting: invitation, agenda pack, attendance sheet, delivery slip.

Invitation (دعوت‌نامه): one letter to each member and guest. Agenda pack (بستهٔ دستور جلسه): the agenda with all that is
read before. Attendance sheet (برگهٔ حضور و غیاب): signed with a pen. Delivery slip (برگهٔ تحویل): letters that go by
hand, each with room for its receiver.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from desktop_app.domain.documents.annex_lines import AnnexLine
from desktop_app.domain.documents.appearance import USUAL, Typography
from desktop_app.domain.documents.documents import SCHEMA, TEMPLATE, FollowUpLine, GuestLine, Letterhead, PartyLine
from desktop_app.domain.documents.letter_lines import AddresseeLine, CalledMeeting, SignatoryLine


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetSeat:
    """One row of the attendance sheet; ``in_place_of`` is the holder whom an alternate or substitute replaces."""

    name: str
    post: str
    party: int
    in_place_of: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceSheetDocument:
    """The attendance sheet of one meeting: seats by party, guests, and blank rows for unexpected people.

    ``needed`` is the number of seats of a quorum, ``filled`` of how many it is counted.
    """

    schema: int = SCHEMA
    template: int = TEMPLATE
    committee: str
    letterhead: Letterhead
    parties: tuple[PartyLine, ...]
    meeting: CalledMeeting
    seats: tuple[SheetSeat, ...]
    guests: tuple[GuestLine, ...]
    blank_rows: int = 0
    """Blank rows below the seats of each party, for substitutes."""
    blank_guests: int = 0
    """Blank rows below the guests."""
    needed: int
    filled: int
    chair: str = ""
    secretary: str = ""
    typography: Typography = USUAL


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationItem:
    """One agenda item in an invitation; ``minutes`` is the time planned for it, 0 for none."""

    title: str
    presenter: str = ""
    minutes: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationDocument:
    """Invitations to one meeting. ``open`` and ``late`` count the earlier resolutions that will be reported on.

    ``answer_until`` is the day by which a substitute has to be named, empty for none.
    """

    schema: int = SCHEMA
    template: int = TEMPLATE
    committee: str
    letterhead: Letterhead
    addressees: tuple[AddresseeLine, ...]
    meeting: CalledMeeting
    agenda: tuple[InvitationItem, ...]
    open: int = 0
    late: int = 0
    answer_until: str = ""
    references: tuple[str, ...] = ()
    note: tuple[str, ...] = ()
    signatory: SignatoryLine
    attachments: tuple[str, ...] = ()
    copies_to: tuple[str, ...] = ()
    typography: Typography = USUAL


def numbers_of(document: InvitationDocument) -> Mapping[AddresseeLine, str]:
    """Return the number of each addressee's own letter, empty for none."""
    return {replace(one, own_number=""): one.own_number for one in document.addressees}


def without_numbers(document: InvitationDocument) -> InvitationDocument:
    """Return the document with the own number of each letter removed."""
    return replace(document, addressees=tuple(numbers_of(document)))


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryLine:
    """One letter on a delivery slip: its row in the outgoing register, number, day, addressee and subject."""

    year: int
    row: int
    number: str
    day: str
    addressee: str
    subject: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliverySlipDocument:
    """Delivery slip of the letters of one round, in the order of the register."""

    schema: int = SCHEMA
    template: int = TEMPLATE
    committee: str
    letterhead: Letterhead
    parties: tuple[PartyLine, ...]
    day: str
    lines: tuple[DeliveryLine, ...]
    typography: Typography = USUAL


@dataclass(frozen=True, slots=True, kw_only=True)
class PackItem:
    """One agenda item with its background.

    ``kind`` is a key of :class:`~desktop_app.domain.rules.meetings.AgendaKind`. ``about`` is the earlier resolution
    that the item takes up, ``upstream`` the decision above the committee that it serves.
    """

    title: str
    kind: str
    presenter: str = ""
    minutes: int = 0
    background: tuple[str, ...] = ()
    about: FollowUpLine | None = None
    upstream: str = ""
    origin: int = 0
    """The number of the meeting that did not reach the item; 0 for a new one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviousMinutesLine:
    """The minutes of the previous meeting: their number, state and number of resolutions.

    ``version`` is 0 for those that were taken over from before the records: they have none that a paper could name.
    """

    number: int
    day: str
    version: int
    state: str
    code: str = ""
    resolutions: int = 0
    confirmed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedLine:
    """An open resolution and the citation of the upstream decision that it serves."""

    number: str
    citation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaPackDocument:
    """The agenda pack of one meeting; ``follow_up`` holds earlier resolutions open on ``as_of``."""

    schema: int = SCHEMA
    template: int = TEMPLATE
    committee: str
    letterhead: Letterhead
    parties: tuple[PartyLine, ...]
    meeting: CalledMeeting
    chair: str = ""
    secretary: str = ""
    items: tuple[PackItem, ...]
    follow_up: tuple[FollowUpLine, ...] = ()
    as_of: str = ""
    cited: tuple[CitedLine, ...] = ()
    previous: PreviousMinutesLine | None = None
    note: tuple[str, ...] = ()
    attachments: tuple[str, ...] = ()
    typography: Typography = USUAL
    annexes: tuple[AnnexLine, ...] = ()
