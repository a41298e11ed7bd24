"""Values of the founding forms (first start), and the checks before the committee is founded.

The values are plain texts and days as the forms show them. The ``…_faults`` answer every refusal at once, each with
the ``field`` that it stands at; rows are counted from 0 in a field's name, as in ``code.2``.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from desktop_app.domain.calendar.jalali import format_date
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.rules.committee import ArticleKind, PartyCode
from desktop_app.domain.rules.members import SeatRole, UnitKind
from desktop_app.domain.rules.taking_over import EarlierValues
from desktop_app.domain.text.digits import latin_digits
from desktop_app.domain.text.folding import Form, fold

SUB_AXIS_MARK: Final = "-"
"""What parts the code of a sub-axis, such as 8-1."""
CODE_SIGNS: Final = f"{SUB_AXIS_MARK}. \u200c"
"""What may stand in a code of an axis beside letters and digits."""

Faults = tuple[RuleBroken, ...]


class FoundingStep(StrEnum):
    """The eight steps of the founding forms, in order."""

    MEMORANDUM = "memorandum"
    PARTIES = "parties"
    SEATS = "seats"
    UNITS = "units"
    AXES = "axes"
    EARLIER = "earlier"
    RULES = "rules"
    LETTERHEAD = "letterhead"


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleTitle:
    """The title of one article or note, empty until it is typed."""

    kind: ArticleKind
    ordinal: int
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MemorandumValues:
    """Form values of the memorandum and the committee's name."""

    title: str = ""
    subject: str = ""
    committee: str = ""
    signed_on: date | None = None
    articles: tuple[ArticleTitle, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyValues:
    """Form values of one party with its signatory."""

    code: PartyCode
    name: str = ""
    short_name: str = ""
    signatory: str = ""
    signatory_post: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AxisValues:
    """Form values of an axis; ``id`` is the id of its record, 0 for a new one."""

    id: int = 0
    code: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatValues:
    """Form values of a seat and its nominee; a seat without a name is only proposed."""

    party: PartyCode
    role: SeatRole
    title: str
    name: str = ""
    letter_number: str = ""
    letter_day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitValues:
    """Form values of a unit or provincial agency; one that is not ``chosen`` is only proposed."""

    party: PartyCode
    kind: UnitKind = UnitKind.UNIT
    name: str = ""
    short_name: str = ""
    head: str = ""
    liaison: str = ""
    chosen: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundingDraft:
    """The values of all steps; ``step`` is the step shown last."""

    memorandum: MemorandumValues = field(default_factory=MemorandumValues)
    parties: tuple[PartyValues, ...] = ()
    seats: tuple[SeatValues, ...] = ()
    units: tuple[UnitValues, ...] = ()
    axes: tuple[AxisValues, ...] = ()
    earlier: EarlierValues = field(default_factory=EarlierValues)
    step: FoundingStep = FoundingStep.MEMORANDUM
    passed: frozenset[FoundingStep] = frozenset()
    """Steps that were gone through with everything they ask for."""


# ---- what has to hold


def memorandum_faults(values: MemorandumValues, today: date) -> Faults:
    """Faults of the memorandum values: a missing title or committee name, or a future signing day."""
    return (
        *_empty(values.title, RuleBroken("memorandum_without_title", field="title")),
        *_empty(values.committee, RuleBroken("committee_without_name", field="committee")),
        *signing_day_faults(values.signed_on, today),
    )


def signing_day_faults(signed_on: date | None, today: date) -> Faults:
    """Faults of the signing day: missing or in the future."""
    if signed_on is None:
        return (RuleBroken("signing_day_missing", field="signed_on"),)
    if signed_on > today:
        return (RuleBroken("signing_day_ahead", field="signed_on"),)
    return ()


def party_faults(values: Sequence[PartyValues]) -> Faults:
    """Faults of the parties: a missing name or short name, or equal names."""
    found: list[RuleBroken] = []
    for party in values:
        found += _empty(party.name, RuleBroken("party_without_name", field=f"name.{party.code}"))
        found += _empty(party.short_name, RuleBroken("party_without_short_name", field=f"short_name.{party.code}"))
    for name in ("name", "short_name"):
        for code, first in _repeated([(party.code, getattr(party, name)) for party in values]):
            found.append(RuleBroken("parties_same_name", field=f"{name}.{code}", name=first))
    return tuple(found)


def axis_faults(values: Sequence[AxisValues], known: Collection[str] = ()) -> Faults:
    """Faults of the axes: a missing title, a missing or repeated code, or an unknown parent axis.

    A code is letters and digits: number patterns and names of files are made of it. What is ``known`` stands already.
    """
    if not values:
        return (RuleBroken("axes_missing", field="axes"),)
    found: list[RuleBroken] = []
    for row, axis in enumerate(values):
        found += _empty(axis.code, RuleBroken("axis_without_code", field=f"code.{row}"))
        if axis.code not in known:
            found += _wrong_signs(axis.code, f"code.{row}")
        found += _empty(axis.title, RuleBroken("axis_without_title", field=f"title.{row}", code=axis.code.strip()))
    codes = [plain_code(axis.code) for axis in values]
    for row, code in enumerate(codes):
        if code and code in codes[:row]:
            found.append(RuleBroken("axis_code_twice", field=f"code.{row}", code=values[row].code.strip()))
        above = code_above(code)
        if above is not None and above not in codes:
            above_typed = values[row].code.strip().rpartition(SUB_AXIS_MARK)[0]
            found.append(RuleBroken("axis_above_missing", field=f"code.{row}", code=above_typed))
    return tuple(found)


def seat_faults(values: Sequence[SeatValues], signed_on: date | None, today: date) -> Faults:
    """Faults of the seats: a nominee without a title or a valid letter day, or named twice."""
    found: list[RuleBroken] = []
    for row, seat in enumerate(values):
        named = bool(seat.name.strip())
        if not named and (seat.letter_number.strip() or seat.letter_day is not None):
            found.append(RuleBroken("person_without_name", field=f"name.{row}"))
        if named:
            found += _empty(seat.title, RuleBroken("seat_without_title", field=f"title.{row}"))
        found += _letter_faults(seat, row, signed_on, today)
    twice = _repeated(list(enumerate(seat.name for seat in values)))
    found += [RuleBroken("person_seated_twice", field=f"name.{row}", name=name) for row, name in twice]
    return tuple(found)


def _letter_faults(seat: SeatValues, row: int, signed_on: date | None, today: date) -> Faults:
    beside = f"letter_day.{row}"
    if seat.letter_day is None:
        return (RuleBroken("letter_without_day", field=beside),) if seat.name.strip() else ()
    if seat.letter_day > today:
        return (RuleBroken("letter_day_ahead", field=beside),)
    if signed_on is not None and seat.letter_day < signed_on:
        return (RuleBroken("nomination_before_signing", field=beside, day=format_date(signed_on)),)
    return ()


def unit_faults(values: Sequence[UnitValues]) -> Faults:
    """Faults of the chosen units: a missing or repeated name, or an agency of the wrong party."""
    found: list[RuleBroken] = []
    for row, unit in enumerate(values):
        if unit.chosen:
            found += _empty(unit.name, RuleBroken("unit_without_name", field=f"name.{row}"))
    for party in PartyCode:
        names = [(row, unit.name) for row, unit in enumerate(values) if unit.chosen and unit.party is party]
        found += [RuleBroken("unit_twice", field=f"name.{row}", name=name) for row, name in _repeated(names)]
    return tuple(found)


def plain_code(code: str) -> str:
    """Return an axis code for comparison, with Latin digits and without blanks."""
    return latin_digits("".join(code.split()))


def _wrong_signs(code: str, field: str) -> Iterator[RuleBroken]:
    """Refuse an axis code with anything but letters, digits, points, and hyphens between them."""
    wrong = next((sign for sign in code if not _may_stand_in_code(sign)), None)
    if wrong is None and code.strip() and not all(part.strip() for part in code.split(SUB_AXIS_MARK)):
        wrong = SUB_AXIS_MARK
    if wrong is not None:
        yield RuleBroken("axis_code_signs", field=field, sign=wrong)


def _may_stand_in_code(sign: str) -> bool:
    return sign.isalnum() or sign in CODE_SIGNS or unicodedata.category(sign).startswith("M")


def code_above(code: str) -> str | None:
    """The plain code of the parent of a sub-axis; None for an axis."""
    head, mark, _ = plain_code(code).rpartition(SUB_AXIS_MARK)
    return head if mark else None


def _empty(text: str, fault: RuleBroken) -> Iterator[RuleBroken]:
    if not text.strip():
        yield fault


def _repeated(names: Sequence[tuple[object, str]]) -> Iterator[tuple[object, str]]:
    """Return the keys whose name repeats an earlier name in any spelling; empty names are ignored."""
    seen: dict[str, str] = {}
    for key, name in names:
        plain = fold(name, Form.SQUEEZED)
        if plain and plain in seen:
            yield key, seen[plain]
        elif plain:
            seen[plain] = name.strip()
