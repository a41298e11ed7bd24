"""Frozen documents: the whole content of a paper.

A document is plain data with no reference to storage; :mod:`.snapshots` writes it down and reads it back. Days are ISO
Gregorian text, times ``HH:MM``; words that the operator typed stand as typed, and those around them are the paper's.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from desktop_app.domain.documents.amendment_lines import Amends
from desktop_app.domain.documents.annex_lines import AnnexLine
from desktop_app.domain.documents.appearance import USUAL, Typography
from desktop_app.domain.documents.letter_lines import AddresseeLine, SignatoryLine

SCHEMA = 1
TEMPLATE = 1
"""The version of the paper that a document is drawn as; a document that was frozen says its own."""
Document = TypeVar("Document")


class Typeset(Protocol):
    """Any frozen document that holds the office's typography."""

    @property
    def typography(self) -> Typography:
        """Font, sizes, sheet and margins, frozen with the document."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    """The three columns at the top of the first page; empty number, date or attachment print as dots."""

    parties: tuple[str, ...]
    invocation: str
    number: str = ""
    day: str = ""
    attachment: str = ""
    classification: str = "normal"
    urgency: str = "normal"
    logo: str = ""
    """SHA-256 of the picture beside the names; its bytes come with the imprint."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyLine:
    """A party as the paper names it; other lines refer to its index (0 governorate, 1 Center)."""

    name: str
    short_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingFacts:
    """The table of meeting facts (number, day, times, place) at the top of the minutes."""

    number: int
    day: str
    began_at: str
    ended_at: str
    place: str
    chair: str
    secretary: str
    kind: str
    previous_number: int | None = None
    previous_day: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceLine:
    """One seat of the attendance; ``state`` is a key of :class:`~desktop_app.domain.rules.meetings.AttendanceState`."""

    name: str
    post: str
    party: int
    state: str
    substitute: str = ""
    letter_number: str = ""
    letter_day: str = ""
    arrived_at: str = ""
    left_at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GuestLine:
    """One guest of the meeting."""

    name: str
    post: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuorumLine:
    """The quorum of the meeting; ``parties`` holds (present, filled) for each party."""

    met: bool
    present: int
    filled: int
    needed: int
    parties: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectLine:
    """What a clause does to a resolution of an earlier meeting.

    ``kind`` is a key of :class:`~desktop_app.domain.rules.minutes.EffectKind`.
    """

    kind: str
    number: str
    """The number of the resolution that is acted on."""
    day: str = ""
    """The new deadline of an extension, as an ISO day; empty for other kinds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaLine:
    """One agenda item with its deliberations and its clauses that are not resolutions."""

    title: str
    presenter: str = ""
    talk: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()
    note_effects: tuple[tuple[EffectLine, ...], ...] = ()
    """The effects of each note, in the order of ``notes``; empty if none has one."""
    origin: int = 0
    """The number of the meeting that did not reach the item; 0 for a new one."""
    fate: str = ""
    """Of an item without text: ``next``, ``parked`` or ``left``; empty for one that was reached."""
    fate_reason: str = ""
    """Why the item was left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpLine:
    """One earlier resolution in the follow-up report; ``state`` is a key, ``late`` days past the deadline."""

    number: str
    text: str
    executor: str
    due: str
    state: str
    percent: int
    late: int
    last_action: str
    own_class: str = ""
    """Where it is guarded more than usual."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineLine:
    """A deadline as agreed; keys of :mod:`desktop_app.domain.rules.deadlines`, ``due`` the computed day if known."""

    kind: str
    due: str = ""
    count: int = 0
    unit: str = ""
    base: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolutionLine:
    """One resolution of these minutes; ``number`` is empty while draft."""

    number: str
    text: str
    kind: str
    axis: str
    executor: str
    cooperating: tuple[str, ...]
    all_units: bool
    owner: str
    deadline: DeadlineLine
    adoption: str
    reservation: str = ""
    votes_for: int | None = None
    votes_against: int | None = None
    upstream: str = ""
    own_class: str = ""
    """Where it is guarded more than its minutes."""
    effects: tuple[EffectLine, ...] = ()
    """What it does to resolutions of earlier meetings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignerLine:
    """One signer, in the column of the party."""

    name: str
    post: str
    party: int
    substitute_for: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesDocument:
    """The complete minutes of one meeting in one version.

    ``inquorate`` and ``amends`` (a correction of a signed version) change its title.
    """

    schema: int = SCHEMA
    template: int = TEMPLATE
    fonts: tuple[tuple[str, str], ...] = ()
    committee: str
    letterhead: Letterhead
    parties: tuple[PartyLine, ...]
    meeting: MeetingFacts
    version: int
    inquorate: bool
    attendance: tuple[AttendanceLine, ...]
    guests: tuple[GuestLine, ...]
    quorum: QuorumLine
    agenda: tuple[AgendaLine, ...]
    follow_up: tuple[FollowUpLine, ...]
    resolutions: tuple[ResolutionLine, ...]
    next_day: str = ""
    next_starts_at: str = ""
    next_agenda: str = ""
    closing: str = ""
    originals: int = 2
    kept_at: str = ""
    signers: tuple[SignerLine, ...] = ()
    attachments: tuple[str, ...] = ()
    copies_to: tuple[str, ...] = ()
    amends: Amends | None = None
    typography: Typography = USUAL
    annexes: tuple[AnnexLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterDocument:
    """A free letter: letterhead and paragraphs, one for each typed line; all other parts are optional.

    A letter with an addressee greets, too.
    """

    schema: int = SCHEMA
    template: int = TEMPLATE
    letterhead: Letterhead
    addressee: AddresseeLine | None = None
    subject: str = ""
    references: tuple[str, ...] = ()
    paragraphs: tuple[str, ...]
    signatory: SignatoryLine | None = None
    attachments: tuple[str, ...] = ()
    copies_to: tuple[str, ...] = ()
    typography: Typography = USUAL


@dataclass(frozen=True, slots=True, kw_only=True)
class Imprint:
    """Marks printed on the paper that are not part of its content and its hash: draft, sample, void, code.

    ``code`` is empty on drafts and sample papers; ``draft``, ``sample`` and ``void`` (a withdrawn version) put their
    mark across each page. ``logo`` is the picture the letterhead names by its hash; that is content and frozen.
    """

    draft: bool = False
    sample: bool = False
    void: bool = False
    code: str = ""
    chain_head: str = ""
    made_at: str = "2000-01-01T00:00:00Z"
    logo: bytes = b""


@dataclass(frozen=True, slots=True)
class Paper(Generic[Document]):
    """Input of the printing side: a frozen document and its imprint."""

    document: Document
    imprint: Imprint
