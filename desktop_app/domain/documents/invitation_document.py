"""The frozen document of an invitation (دعوت‌نامه): one letter to each member and guest, all of one meeting."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from desktop_app.domain.documents.documents import SCHEMA, TEMPLATE, Letterhead
from desktop_app.domain.documents.letter_lines import AddresseeLine, CalledMeeting, SignatoryLine
from desktop_app.domain.documents.typography import USUAL, Typography


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationItem:
    """One item of the agenda; ``minutes`` is the time planned for it, 0 for none."""

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
    """By addressee the number that his letter bears of its own, empty for none."""
    return {replace(one, own_number=""): one.own_number for one in document.addressees}


def without_numbers(document: InvitationDocument) -> InvitationDocument:
    """The same letters before each was given its number."""
    return replace(document, addressees=tuple(numbers_of(document)))
