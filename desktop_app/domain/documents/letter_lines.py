"""Lines shared by letters and meeting papers, and the text that the operator adds to a letter when printing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop_app.domain.papers import Classification, Urgency


class AddresseeKind(StrEnum):
    """Kind of addressee: a person, a unit of a party, or an agency of the province."""

    PERSON = "person"
    UNIT = "unit"
    AGENCY = "agency"


@dataclass(frozen=True, slots=True, kw_only=True)
class AddresseeLine:
    """The addressee of a letter: a person with post and party, or a unit with its head and liaison.

    ``kind`` is a key of :class:`AddresseeKind`.
    ``in_place_of`` is the member whom an alternate or a substitute stands for; ``guest`` has no seat.
    """

    name: str
    kind: str = AddresseeKind.PERSON.value
    post: str = ""
    party: str = ""
    head: str = ""
    liaison: str = ""
    in_place_of: str = ""
    guest: bool = False
    own_number: str = ""
    """The number of the letter to this one, where each letter has one; else it bears that of the letterhead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatoryLine:
    """The signatory of a letter: name, post, and the body of the post; empty fields print as dots."""

    name: str = ""
    post: str = ""
    body: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalledMeeting:
    """A meeting as its papers name it; unknown fields are empty and print as dots."""

    number: int | None
    kind: str
    day: str = ""
    starts_at: str = ""
    place: str = ""
    previous_number: int | None = None
    previous_day: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DueLine:
    """The days of a deadline: as first agreed, as now in force, and the number of extensions.

    ``first`` equals ``due`` unless it was extended; both are empty while no day is known.
    """

    first: str = ""
    due: str = ""
    extensions: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterAdditions:
    """Text that the operator adds to a letter; lists are typed one item a line.

    Number and day are those of the outer register. An empty signatory means the secretary of the committee.
    """

    number: str = ""
    day: date | None = None
    subject: str = ""
    references: str = ""
    """Lines such as «پیرو نامهٔ …» between the subject and the greeting."""
    note: str = ""
    """Paragraphs of the operator's own before the closing sentence."""
    attachments: str = ""
    copies_to: str = ""
    signatory: str = ""
    signatory_post: str = ""
    classification: Classification = Classification.NORMAL
    urgency: Urgency = Urgency.NORMAL
