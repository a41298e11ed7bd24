"""The memorandum, the committee that it creates, the two parties and the axes of work."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

NOMINATION_DAYS = 21  # «در مدت سه هفته» of the memorandum


class PartyCode(StrEnum):
    """Code of a party; its order and its mark («ا» / «م») follow from the code."""

    PROVINCE = "province"
    CENTER = "center"


@dataclass(frozen=True, slots=True, kw_only=True)
class Memorandum:
    """The signed memorandum (تفاهم‌نامه); the day is empty until it is known."""

    id: int = 0
    title: str
    subject: str = ""
    signed_on: date | None = None


class ArticleKind(StrEnum):
    """An article (ماده) or a note (تبصره) of the memorandum."""

    ARTICLE = "article"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article or note; its title stays empty until the operator types it from the signed paper."""

    id: int = 0
    memorandum_id: int
    kind: ArticleKind
    ordinal: int
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Committee:
    """The joint steering committee (کمیتهٔ مشترک راهبری) of one memorandum."""

    id: int = 0
    memorandum_id: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """One of the two parties (طرف)."""

    id: int = 0
    committee_id: int
    code: PartyCode
    name: str
    short_name: str = ""
    signatory: str = ""
    signatory_post: str = ""

    @property
    def brief_name(self) -> str:
        """The short name, or the full name when there is none."""
        return self.short_name or self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """An axis (محور) of the memorandum; sub-axes such as 8-1 point to their parent."""

    id: int = 0
    committee_id: int
    code: str
    title: str
    ordinal: int
    parent_id: int | None = None


def nomination_due(signed_on: date) -> date:
    """Last day for a party to name its representative: three weeks after the signing day."""
    return signed_on + timedelta(days=NOMINATION_DAYS)


def nomination_days_late(signed_on: date, introduced_on: date | None, today: date) -> int:
    """Days from the deadline to the nomination, or to today while there is none; 0 when in time."""
    return max(0, ((introduced_on or today) - nomination_due(signed_on)).days)
