"""The draft of the first start: proposed from the facts of the news, kept as it is typed, read again where it was left.

The draft is one JSON text in the data folder; nothing of it is a record of the committee before it is founded.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from desktop_app.domain.rules.committee import ArticleKind, PartyCode
from desktop_app.domain.rules.founding import (
    ArticleTitle,
    AxisValues,
    FoundingDraft,
    FoundingStep,
    MemorandumValues,
    PartyValues,
    SeatValues,
    UnitValues,
)
from desktop_app.domain.rules.members import SeatRole, UnitKind
from desktop_app.domain.rules.taking_over import EarlierValues
from desktop_app.services.context import Context

Json = Any


def read_draft(context: Context, proposal: FoundingDraft) -> FoundingDraft:
    """The draft where it was left, or the proposal when nothing was typed yet."""
    with context.read() as work:
        content = work.founding_draft()
    return _draft(json.loads(content)) if content else proposal


def keep_draft(context: Context, draft: FoundingDraft) -> None:
    """Keep the draft as it is typed, whole or not."""
    content = json.dumps(asdict(draft), ensure_ascii=False, default=_plain)
    with context.write() as work:
        work.put_founding_draft(content)
        work.commit()


def begun(context: Context) -> bool:
    """Whether anything of the first start was kept."""
    with context.read() as work:
        return bool(work.founding_draft())


def proposal_from(given: Json) -> FoundingDraft:
    """What the forms are filled with at first, from ``resources/founding.json``; the signing day stays empty."""
    memorandum = given["memorandum"]
    return FoundingDraft(
        memorandum=MemorandumValues(
            title=memorandum["title"],
            subject=memorandum["subject"],
            committee=memorandum["committee"],
            articles=empty_articles(memorandum["articles"], memorandum["notes"]),
        ),
        parties=tuple(map(party_of, given["parties"])),
        seats=tuple(map(_seat, given["seats"])),
        units=tuple(map(unit_of, given["units"])),
        axes=tuple(AxisValues(**axis) for axis in given["axes"]),
    )


def _draft(given: Json) -> FoundingDraft:
    return FoundingDraft(
        memorandum=_memorandum(given["memorandum"]),
        parties=tuple(map(party_of, given["parties"])),
        seats=tuple(map(_seat, given["seats"])),
        units=tuple(map(unit_of, given["units"])),
        axes=tuple(AxisValues(**axis) for axis in given["axes"]),
        earlier=EarlierValues(**given.get("earlier", {})),
        step=FoundingStep(given["step"]),
        passed=frozenset(map(FoundingStep, given["passed"])),
    )


def _memorandum(given: Json) -> MemorandumValues:
    articles = [ArticleTitle(**{**one, "kind": ArticleKind(one["kind"])}) for one in given["articles"]]
    return MemorandumValues(**{**given, "signed_on": _day(given["signed_on"]), "articles": tuple(articles)})


def empty_articles(articles: int, notes: int) -> tuple[ArticleTitle, ...]:
    """So many articles and notes, whose titles nobody has typed yet."""
    kinds = ((ArticleKind.ARTICLE, articles), (ArticleKind.NOTE, notes))
    return tuple(ArticleTitle(kind=kind, ordinal=place) for kind, count in kinds for place in range(1, count + 1))


def party_of(given: Mapping[str, Json]) -> PartyValues:
    """A party as JSON tells it."""
    return PartyValues(**{**given, "code": PartyCode(given["code"])})


def _seat(given: Mapping[str, Json]) -> SeatValues:
    words = {"party": PartyCode(given["party"]), "role": SeatRole(given["role"])}
    return SeatValues(**{**given, **words, "letter_day": _day(given.get("letter_day"))})


def unit_of(given: Mapping[str, Json]) -> UnitValues:
    """A unit as JSON tells it; its own kind is that of most units."""
    return UnitValues(
        **{**given, "party": PartyCode(given["party"]), "kind": UnitKind(given.get("kind", UnitKind.UNIT))}
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _plain(value: object) -> object:
    """What JSON has no word for: days, and sets of steps."""
    return value.isoformat() if isinstance(value, date) else sorted(value)  # type: ignore[call-overload]
