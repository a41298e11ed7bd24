"""Choices for papers: meetings, resolutions, units, months and years; lookup by number or name."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from desktop_app.domain.calendar.jalali import JalaliMonth, month_of
from desktop_app.domain.documents.letter_lines import AddresseeLine
from desktop_app.domain.documents.paper_orders import MeetingChoice, PaperChoices, ResolutionChoice, UnitChoice
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.rules.in_force import ADOPTING
from desktop_app.domain.rules.meetings import BEFORE_INVITING, Meeting
from desktop_app.domain.text.digits import latin_digits
from desktop_app.domain.text.folding import fold
from desktop_app.services.context import Context
from desktop_app.services.documents.invitation_document import invitees
from desktop_app.services.reading import only_committee_id, parties_of, units_of
from desktop_app.services.versions.versions import wordings
from desktop_app.storage.store.work import Work

MOST_MONTHS = 240
"""More are not offered: twenty years."""


def paper_choices(context: Context) -> PaperChoices:
    """Return all choices; empty without a committee."""
    with context.read() as work:
        if not work.committees.where():
            return PaperChoices()
        committee_id = only_committee_id(work)
        meetings = sorted(work.meetings.where(committee_id=committee_id), key=_age, reverse=True)
        with_minutes, with_resolutions = _newest_written(work, meetings)
        months = _months(work, committee_id, meetings, context.clock.today())
        return PaperChoices(
            meetings=tuple(
                MeetingChoice(id=one.id, number=one.number, day=one.day, state=one.state) for one in meetings
            ),
            resolutions=_resolutions(work, meetings),
            units=_units(work, committee_id),
            months=months,
            years=tuple(dict.fromkeys(month.year for month in months)),
            with_minutes=with_minutes,
            with_resolutions=with_resolutions,
            sent=work.register_rows.days_to_deliver(),
            numbered=bool(work.settings().outgoing_pattern),
        )


def invitees_offered(context: Context, meeting_id: int) -> tuple[AddresseeLine, ...]:
    """Return the invitees of a meeting; empty when the invitation would be refused."""
    try:
        return invitees(context, meeting_id)
    except RuleBroken:
        return ()


def resolution_numbered(context: Context, number: str) -> ResolutionChoice:
    """Return the resolution with a number in any digits; raises ``RuleBroken("resolution_number_unknown")``."""
    wanted = latin_digits(number.strip())
    with context.read() as work:
        for one in work.resolutions.where():
            if one.number and latin_digits(one.number) == wanted:
                return ResolutionChoice(id=one.id, number=one.number, text="", meeting_id=one.meeting_id)
    raise RuleBroken("resolution_number_unknown", field="resolution", number=number)


def unit_named(context: Context, name: str) -> int:
    """Return the id of a unit by name, short name or id; raises ``unit_name_unknown``, ``unit_name_of_several``.

    A part of the name is enough where no other unit has it.
    """
    wanted = fold(name)
    with context.read() as work:
        units = units_of(work, only_committee_id(work))
    if latin_digits(name.strip()).isdecimal():
        found = [unit for unit in units if unit.id == int(latin_digits(name.strip()))]
    else:
        found = [unit for unit in units if wanted in (fold(unit.name), fold(unit.short_name))]
        found = found or [unit for unit in units if wanted and wanted in fold(unit.name)]
    if not found:
        raise RuleBroken("unit_name_unknown", field="unit", name=name)
    if len(found) > 1:
        units_called = tuple((unit.name, unit.id) for unit in found)
        raise RuleBroken("unit_name_of_several", field="unit", name=name, units=units_called)
    return found[0].id


# ---- inside


def _age(meeting: Meeting) -> tuple[int, date, int]:
    return meeting.number or 10**9, meeting.day or date.min, meeting.id


def _newest_written(work: Work, newest: Sequence[Meeting]) -> tuple[int | None, int | None]:
    """The newest meetings with minutes and with extracts; only these versions are read, being long."""
    written: int | None = None
    final: int | None = None
    for meeting in newest:
        states = {version.state for version in work.versions.where(meeting_id=meeting.id)}
        if states and written is None and meeting.state not in BEFORE_INVITING:
            written = meeting.id
        if not states & ADOPTING:
            continue
        if final is None:
            final = meeting.id
        if _is_carried_out(work, meeting):
            return final, meeting.id
    return final or written, None


def _is_carried_out(work: Work, meeting: Meeting) -> bool:
    """Whether a resolution of the meeting has an executing unit."""
    adopted = [one.id for one in work.resolutions.where(meeting_id=meeting.id) if one.adopted_on is not None]
    return bool(adopted) and bool(work.tasks.where(resolution_id=adopted))


def _resolutions(work: Work, meetings: Sequence[Meeting]) -> tuple[ResolutionChoice, ...]:
    order = {one.id: _age(one) for one in meetings}
    numbered = [one for one in work.resolutions.where(meeting_id=list(order)) if one.number]
    said = wordings(work, [one.id for one in numbered])
    newest = sorted(numbered, key=lambda one: (order[one.meeting_id], -(one.row or 0)), reverse=True)
    return tuple(
        ResolutionChoice(
            id=one.id,
            number=one.number or "",
            text=said[one.id].text if one.id in said else "",
            meeting_id=one.meeting_id,
        )
        for one in newest
    )


def _units(work: Work, committee_id: int) -> tuple[UnitChoice, ...]:
    parties = {party.id: party.brief_name for party in parties_of(work, committee_id)}
    return tuple(
        UnitChoice(id=unit.id, name=unit.name, party=parties[unit.party_id])
        for unit in units_of(work, committee_id)
        if unit.archived_on is None
    )


def _months(work: Work, committee_id: int, meetings: Sequence[Meeting], today: date) -> tuple[JalaliMonth, ...]:
    """The months from the signing of the memorandum, or the first meeting, to now, newest first."""
    memorandum = work.memoranda.get(work.committees.get(committee_id).memorandum_id)
    days = [day for day in (memorandum.signed_on, *(one.day for one in meetings)) if day is not None]
    last = month_of(today)
    first = min((month_of(day) for day in days), default=last)
    count = min(max(0, first.months_until(last)), MOST_MONTHS - 1)
    return tuple(last.plus(-back) for back in range(count + 1))
