"""The draft of the first start: proposed from the facts of the news, kept as it is typed, read again where it was left.

The draft is one JSON text in the data folder; nothing of it is a record of the committee before it is founded.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict, replace
from datetime import date
from typing import Any, Final, get_origin, get_type_hints

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
from desktop_app.domain.text.json_text import read_object
from desktop_app.services.context import Context

Json = Any


def read_draft(context: Context, proposal: FoundingDraft) -> FoundingDraft:
    """The draft where it was left, or the proposal when nothing was typed yet.

    A part that cannot be read, for the file was damaged or changed by hand, is the proposed one, in a step that is to
    be passed again: nobody shall meet a fault at each start, nor found a committee on words that she did not see.
    """
    with context.read() as work:
        content = work.founding_draft()
    return _draft(read_object(content), proposal) if content else proposal


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


def _draft(given: Mapping[str, Json], proposal: FoundingDraft) -> FoundingDraft:
    draft, again = proposal, set[FoundingStep]()
    for step, read in _PARTS.items():
        try:
            part = read(given)
            _require_declared(part)
            draft = replace(draft, **{step.value: part})
        except _UNREADABLE:
            again.add(step)
    passed, shown = frozenset[FoundingStep](), draft.step
    with suppress(*_UNREADABLE):
        passed = frozenset(map(FoundingStep, given["passed"]))
    with suppress(*_UNREADABLE):
        shown = FoundingStep(given["step"])
    return replace(draft, step=min((*again, shown), key=list(FoundingStep).index), passed=passed - again)


def _require_declared(part: object) -> None:
    """Raise ``TypeError`` for a field that holds another type than it is declared with: JSON keeps any."""
    for one in part if isinstance(part, tuple) else (part,):
        for name, declared in get_type_hints(type(one)).items():
            found = getattr(one, name)
            if not isinstance(found, tuple if get_origin(declared) is tuple else declared):
                raise TypeError(name)
            if isinstance(found, tuple):
                _require_declared(found)


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


_PARTS: Final[Mapping[FoundingStep, Callable[[Mapping[str, Json]], Json]]] = {
    FoundingStep.MEMORANDUM: lambda given: _memorandum(given["memorandum"]),
    FoundingStep.PARTIES: lambda given: tuple(map(party_of, given["parties"])),
    FoundingStep.SEATS: lambda given: tuple(map(_seat, given["seats"])),
    FoundingStep.UNITS: lambda given: tuple(map(unit_of, given["units"])),
    FoundingStep.AXES: lambda given: tuple(AxisValues(**axis) for axis in given["axes"]),
    FoundingStep.EARLIER: lambda given: EarlierValues(**given.get("earlier", {})),
}
"""Each step that is kept as a part of the draft, out of what was kept."""
_UNREADABLE: Final = (LookupError, TypeError, ValueError, AttributeError)
"""What reading a part raises that is not as it was kept."""
