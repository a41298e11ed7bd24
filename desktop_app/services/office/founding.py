"""Founding of the committee: the founding draft becomes records in one act.

The draft is proposed from the facts of the news and kept as it is typed, as one JSON text in the data folder; nothing
of it is a record of the committee before it is founded.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, fields, is_dataclass, replace
from datetime import date
from enum import Enum
from typing import Any, Final

from desktop_app.domain.calendar.workdays import Holiday
from desktop_app.domain.documents.appearance import LetterheadValues
from desktop_app.domain.documents.paper_capabilities import PaperCapabilities, clean_text
from desktop_app.domain.documents.settings import OfficeSettings
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.outcome import Changed, Outcome
from desktop_app.domain.rules.committee import PartyCode
from desktop_app.domain.rules.founding import (
    ArticleTitle,
    FoundingDraft,
    FoundingStep,
    PartyValues,
    SeatValues,
    axis_faults,
    memorandum_faults,
    party_faults,
    seat_faults,
    unit_faults,
)
from desktop_app.domain.rules.taking_over import earlier_faults
from desktop_app.domain.text.json_text import read_json, value_from
from desktop_app.services.context import Context
from desktop_app.services.office.committee_record import put_committee
from desktop_app.services.office.settings import letterhead_values
from desktop_app.services.taking_over.earlier import put_earlier


def read_draft(context: Context, proposal: FoundingDraft) -> FoundingDraft:
    """Return the stored draft, or the proposal when there is none or another program wrote it."""
    with context.read() as work:
        content = work.founding_draft()
    try:
        return value_from(FoundingDraft, read_json(content)) if content else proposal
    except (AttributeError, LookupError, TypeError, ValueError):
        # nobody shall meet a fault at each start
        return proposal


def keep_draft(context: Context, draft: FoundingDraft) -> None:
    """Store the draft as typed, complete or not."""
    content = json.dumps(asdict(draft), ensure_ascii=False, default=_plain)
    with context.write() as work:
        work.put_founding_draft(content)
        work.commit()


def has_draft(context: Context) -> bool:
    """Whether a founding draft is stored."""
    with context.read() as work:
        return bool(work.founding_draft())


def proposal_from(given: Mapping[str, Any]) -> FoundingDraft:
    """Build the initial form values from ``resources/founding.json``; the signing day stays empty."""
    return value_from(FoundingDraft, {name: part for name, part in given.items() if name != "settings"})


def _plain(value: object) -> object:
    """Convert a day or a set of steps to JSON types."""
    return value.isoformat() if isinstance(value, date) else sorted(value)  # type: ignore[call-overload]


FOR_LATER: Final = frozenset({"signing_day_missing", "letter_without_day"})
"""What may still be missing when the work begins; everything else would make a wrong record."""
EVERYTHING: Final = Changed.MEETINGS | Changed.MINUTES | Changed.MEMBERS | Changed.SETTINGS


def faults_of(
    paper: PaperCapabilities, draft: FoundingDraft, step: FoundingStep, today: date
) -> tuple[RuleBroken, ...]:
    """Return the faults of one step; the settings steps have their own rules."""
    signed_on = draft.memorandum.signed_on
    answers = {
        FoundingStep.MEMORANDUM: lambda: memorandum_faults(draft.memorandum, today),
        FoundingStep.PARTIES: lambda: party_faults(draft.parties),
        FoundingStep.SEATS: lambda: seat_faults(draft.seats, signed_on, today),
        FoundingStep.UNITS: lambda: unit_faults(draft.units),
        FoundingStep.AXES: lambda: axis_faults(draft.axes),
        FoundingStep.EARLIER: lambda: earlier_faults(draft.earlier, today),
    }
    return (*answers[step](), *_unprintable(paper, draft, step)) if step in answers else ()


def founding_faults(
    paper: PaperCapabilities, draft: FoundingDraft, today: date
) -> tuple[tuple[FoundingStep, RuleBroken], ...]:
    """Return the faults that prevent the founding, with their steps."""
    return tuple(
        (step, fault)
        for step in FoundingStep
        for fault in faults_of(paper, draft, step, today)
        if fault.key not in FOR_LATER
    )


def proposed_settings(draft: FoundingDraft, stored: OfficeSettings, given: Mapping[str, Any]) -> OfficeSettings:
    """Return the stored settings, with empty ones filled from the proposal and the party names."""
    return replace(
        stored,
        letterhead=stored.letterhead or tuple(party.name for party in draft.parties),
        invocation=stored.invocation or given["invocation"],
        kept_at=stored.kept_at or given["kept_at"],
        operator=stored.operator or given["operator"],
    )


def settings_to_begin_with(context: Context, draft: FoundingDraft, given: Mapping[str, Any]) -> OfficeSettings:
    """Return the settings for the founding form."""
    with context.read() as work:
        return proposed_settings(draft, work.settings(), given)


def letterhead_to_begin_with(context: Context, draft: FoundingDraft, given: Mapping[str, Any]) -> LetterheadValues:
    """Return the letterhead for the founding form."""
    stored = letterhead_values(context)
    settings = settings_to_begin_with(context, draft, given)
    return LetterheadValues(lines=settings.letterhead, invocation=settings.invocation, logo=stored.logo)


def found_committee(
    context: Context,
    draft: FoundingDraft,
    *,
    settings: Mapping[str, Any],
    holidays: Iterable[Holiday],
) -> Outcome:
    """Found the committee from the draft; ``settings`` fills settings that the operator left empty.

    Raises ``RuleBroken`` for the first thing that would make a wrong record.
    """
    for _step, fault in founding_faults(context.paper, draft, context.clock.today()):
        raise fault
    known = tuple(holidays)
    with context.write() as work:
        if work.committees.where():
            raise RuleBroken("committee_founded_already")
        made = put_committee(work, replace(draft, seats=_seats_to_keep(draft.seats)))
        work.put_settings(proposed_settings(draft, work.settings(), settings))
        work.put_holidays({one.day: one.name for one in known}, frozenset(one.day for one in known if one.estimated))
        work.put_founding_draft("")
        work.audit("founded", "committee", made.committee_id, at=context.clock.instant(), title=draft.memorandum.title)
        if draft.earlier.held:
            put_earlier(work, context.clock, made.committee_id, draft.earlier)
        return work.record(Outcome(changed=EVERYTHING, id=made.committee_id))


def _seats_to_keep(seats: Sequence[SeatValues]) -> tuple[SeatValues, ...]:
    """Return the seats with a person; a party without any keeps its first seat, vacant."""
    named = [seat for seat in seats if seat.name.strip()]
    vacant: list[SeatValues] = []
    for party in PartyCode:
        if not any(seat.party is party for seat in named):
            vacant += [seat for seat in seats if seat.party is party and seat.title.strip()][:1]
    return tuple(sorted((*named, *vacant), key=lambda seat: list(PartyCode).index(seat.party)))


def _texts(part: object, after: str = "") -> Iterator[tuple[str, str]]:
    """Yield the typed texts of a part of the draft with their field names; ``after`` marks the row."""
    if isinstance(part, tuple):
        for row, one in enumerate(part):
            yield from _texts(one, f".{one.code if isinstance(one, PartyValues) else row}")
    elif isinstance(part, ArticleTitle):
        yield f"article{after}", part.title
    elif is_dataclass(part):
        for name, value in ((one.name, getattr(part, one.name)) for one in fields(part)):
            if isinstance(value, tuple):
                yield from _texts(value)
            elif isinstance(value, str) and not isinstance(value, Enum):
                yield f"{name}{after}", value


def _unprintable(paper: PaperCapabilities, draft: FoundingDraft, step: FoundingStep) -> Iterator[RuleBroken]:
    """Yield a refusal for each field with a character that no font has."""
    for field, text in _texts(getattr(draft, step.value)):
        try:
            clean_text(paper, text, field, multiline=field == "subject")
        except RuleBroken as broken:
            yield broken
