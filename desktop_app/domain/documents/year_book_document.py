"""The frozen year book (دفتر صورت‌جلسات سال): every final minutes of a Jalali year, and the register of the year."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.domain.documents.documents import SCHEMA, TEMPLATE, Letterhead, PartyLine
from desktop_app.domain.documents.register_document import RegisterLine
from desktop_app.domain.documents.typography import USUAL, Typography


@dataclass(frozen=True, slots=True, kw_only=True)
class BookSigner:
    """One who signed a paper, with the day of the last signature; empty while it is waited for."""

    name: str
    post: str
    party: int
    signed_on: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BookMinutes:
    """One version of minutes, as it was frozen: ``snapshot`` is its canonical JSON, of which the code is taken.

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
    """A meeting from before the records: its minutes are the scan, and what is known of it stands in the register."""

    number: int
    day: str
    resolutions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BookAxis:
    """An axis of the committee, for the index."""

    code: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class YearBookDocument:
    """The book of one Jalali year as it stood on ``day``.

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
