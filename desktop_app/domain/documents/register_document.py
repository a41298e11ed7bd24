"""The frozen register of resolutions (دفتر ثبت مصوبات): every adopted resolution in the order of its number."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from desktop_app.domain.documents.documents import SCHEMA, TEMPLATE, Letterhead, PartyLine
from desktop_app.domain.documents.typography import USUAL, Typography
from desktop_app.domain.rules.resolutions import is_counted


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterLine:
    """One resolution as it stands on the day of the register.

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
    """The lines that every figure counts; one whose resolution a correction left out is there to be read alone."""
    return tuple(line for line in lines if is_counted(line.state))


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterDocument:
    """The register of one Jalali year, or of the committee's whole life where ``year`` is 0, as it stood on ``day``.

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
