"""Reader of the minutes page of one version.

For a correction it names work that ends: units were notified of it, and the corrected words have it no more.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from desktop_app.domain.calendar.clock import Clock
from desktop_app.domain.documents.paper_capabilities import PaperCapabilities, unprintable
from desktop_app.domain.read_models.sheets import (
    AgendaBlock,
    AgendaRow,
    Choices,
    ClauseRow,
    EarlierMinutes,
    EndingWork,
    FollowUp,
    Guard,
    MinutesSheet,
    Names,
    VersionRow,
)
from desktop_app.domain.rules.effects import changed_effects, suggested_effect
from desktop_app.domain.rules.guards import FinalisingInput, guards, stop
from desktop_app.domain.rules.meetings import Guest, Meeting
from desktop_app.domain.rules.minutes import EDITABLE, Clause, ClauseEffect, MinutesVersion
from desktop_app.domain.rules.resolutions import Resolution, ResolutionAct, ResolutionActKind, valid_acts
from desktop_app.domain.rules.tasks import Task, TaskState, units_to_task
from desktop_app.domain.text.digits import latin_digits
from desktop_app.services.context import Context
from desktop_app.services.documents.minutes_document import build_minutes
from desktop_app.services.files.scans_sheet import lacks_scan
from desktop_app.services.follow_up.follow_up import day_of_report, follow_up_of
from desktop_app.services.meetings.meeting_sheet import agenda_rows, by_party
from desktop_app.services.minutes.finalising import can_withdraw, finalising_input, was_notified
from desktop_app.services.minutes.paper_sheet import confirmed_by, version_rows
from desktop_app.services.reading import agenda_of, names_of, origins_of, parties_of, units_of, was_inquorate
from desktop_app.services.versions.amending import can_drop
from desktop_app.services.versions.frozen_minutes import frozen_minutes
from desktop_app.services.versions.signing import signers_of
from desktop_app.services.versions.versions import (
    amendment_number,
    base_of,
    clauses_of,
    earlier_minutes,
    reason_of,
    shown_version,
)
from desktop_app.storage.store.work import Work

_ENDED = frozenset({ResolutionActKind.SUPERSEDED, ResolutionActKind.REVOKED})
"""Acts that ended a resolution before the correction did."""


def ending_work(work: Work, version: MinutesVersion, base: MinutesVersion | None) -> tuple[EndingWork, ...]:
    """Return the notified resolutions of ``base`` that a correction removes or takes from some units.

    Nothing for minutes that correct nothing.
    """
    if base is None:
        return ()
    old, new = clauses_of(work, base), clauses_of(work, version)
    acts = work.resolution_acts.where(resolution_id=list(old))
    told = [key for key in old if _goes_on([act for act in acts if act.resolution_id == key])]
    tasks = work.tasks.where(resolution_id=told)
    found = []
    for one in sorted(work.resolutions.where(id=told), key=lambda one: one.row or 0):
        its = [task for task in tasks if task.resolution_id == one.id]
        clause = new.get(one.id)
        ends = _open_tasks(its, units_lost(old[one.id], clause, [task.unit_id for task in its]))
        if clause is None or ends:
            found.append(EndingWork(number=one.number, whole=clause is None, tasks=ends))
    return tuple(found)


def units_lost(old: Clause, new: Clause | None, there: Sequence[int]) -> frozenset[int]:
    """Return the units whose work the new words end; all when the resolution is removed."""
    if new is None:
        return frozenset(there)
    before = units_to_task(old.executor_unit_id, old.cooperating, there if old.all_units else None)
    wanted = units_to_task(new.executor_unit_id, new.cooperating, there if new.all_units else None)
    return frozenset(unit for unit in there if unit in before and unit not in wanted)


def _goes_on(acts: Sequence[ResolutionAct]) -> bool:
    kinds = {act.kind for act in valid_acts(acts)}
    return ResolutionActKind.NOTIFIED in kinds and not kinds & _ENDED


def _open_tasks(tasks: Sequence[Task], units: Collection[int]) -> int:
    return sum(task.unit_id in units and task.state is not TaskState.CANCELLED for task in tasks)


@dataclass(frozen=True, slots=True)
class _Around:
    """The parts of the page that editing the text does not change."""

    names: Names
    choices: Choices
    follow_up: tuple[FollowUp, ...]
    guests: tuple[Guest, ...]
    versions: tuple[VersionRow, ...]
    earlier: EarlierMinutes | None


def minutes_sheet(context: Context, version_id: int, before: MinutesSheet | None = None) -> MinutesSheet:
    """Read the page of a version; frozen ones have no guards. Raises ``RuleBroken`` for a falsified one.

    ``before`` is the sheet as it stood before an edit of this version's own text, from which is taken what no such edit
    changes. The whole paper is asked for missing glyphs only where some were missing, for what is edited is asked when
    it is saved.
    """
    with context.read() as work:
        version = shown_version(work, version_id)
        if version.content_hash:
            frozen_minutes(work, version)
        # before those who ask for a part of it: a unit of work narrows what it has read
        acts = work.minutes_acts.where(minutes_version_id=version.id)
        case = finalising_input(work, version)
        meeting, settings = case.meeting, work.settings()
        around = _read_around(work, context, version, meeting) if before is None else _kept(before)
        rows = {row.clause.id: row for row in _clause_rows(work, context.paper, case, around)}
        items, known = agenda_of(work, meeting.id), _origins(before)
        base = base_of(work, version)
        back, ahead = changed_effects(case.applied, case.effects)
        # of data that are only looked at nothing is offered that would be refused
        draft = version.state in EDITABLE
        editable = draft and context.writable
        return MinutesSheet(
            version=version,
            meeting=meeting,
            blocks=_blocks(
                case,
                rows,
                agenda_rows(work, context.clock, items, version, around.follow_up, origins_of(work, items, known)),
            ),
            follow_up=around.follow_up,
            attendance=by_party(parties_of(work, meeting.committee_id), case.attendance, settings.quorum),
            guests=around.guests,
            quorum=case.quorum,
            guards=(*guards(case), *_missing(work, context, version, around.follow_up, before)) if editable else (),
            choices=around.choices,
            names=around.names,
            signers=signers_of(work, version),
            signers_by_rule=draft and not work.signers.where(minutes_version_id=version.id),
            versions=around.versions,
            acts=acts,
            editable=editable,
            can_withdraw=context.writable and can_withdraw(work, version),
            can_drop=context.writable and can_drop(work, version),
            calendar=case.calendar,
            inquorate=was_inquorate(work, meeting),
            earlier=around.earlier,
            confirmed_by=confirmed_by(work, version),
            amendment=amendment_number(work, version),
            amendment_reason=reason_of(work, version, base),
            lacks_scan=lacks_scan(work, version),
            effects_ahead=_numbered(case, ahead),
            effects_back=_numbered(case, back),
            ending=ending_work(work, version, base) if editable else (),
            notified=editable and base is not None and was_notified(work, version),
        )


def _blocks(
    case: FinalisingInput, rows: Mapping[int, ClauseRow], agenda: Sequence[AgendaRow]
) -> tuple[AgendaBlock, ...]:
    return tuple(
        AgendaBlock(
            row=row,
            deliberations=tuple(s for s in case.deliberations if s.agenda_item_id == row.item.id),
            clauses=tuple(rows[c.id] for c in case.clauses if c.agenda_item_id == row.item.id),
        )
        for row in agenda
    )


def _read_around(work: Work, context: Context, version: MinutesVersion, meeting: Meeting) -> _Around:
    return _Around(
        names_of(work, meeting.committee_id),
        choices_of(work, meeting.committee_id),
        follow_up_of(work, meeting, day_of_report(meeting, context.clock)),
        work.guests.where(minutes_version_id=version.id),
        version_rows(work, meeting.id),
        earlier_minutes(work, meeting),
    )


def _kept(before: MinutesSheet) -> _Around:
    return _Around(before.names, before.choices, before.follow_up, before.guests, before.versions, before.earlier)


def _origins(before: MinutesSheet | None) -> dict[int, int]:
    rows = [block.row for block in before.blocks] if before is not None else []
    return {row.item.id: row.origin for row in rows if row.origin is not None}


def _missing(
    work: Work,
    context: Context,
    version: MinutesVersion,
    reported: Sequence[FollowUp],
    before: MinutesSheet | None,
) -> tuple[Guard, ...]:
    if before is not None and not any(guard.key == "glyph_missing" for guard in before.guards):
        return ()
    return _glyphs(work, context.clock, context.paper, version, reported)


def guards_of(context: Context, version_id: int) -> tuple[Guard, ...]:
    """Read only the guards of a version, to refresh the guard strip while typing."""
    with context.read() as work:
        version = shown_version(work, version_id)
        if version.state not in EDITABLE:
            return ()
        return (*guards(finalising_input(work, version)), *_glyphs(work, context.clock, context.paper, version))


def _glyphs(
    work: Work,
    clock: Clock,
    paper: PaperCapabilities,
    version: MinutesVersion,
    reported: Sequence[FollowUp] | None = None,
) -> tuple[Guard, ...]:
    """Return a stopping guard for each character that the fonts lack, also in old names."""
    found = unprintable(build_minutes(work, clock, paper, version, reported=reported), paper.supported)
    return tuple(stop(one.refusal()) for one in found)


def _clause_rows(work: Work, paper: PaperCapabilities, case: FinalisingInput, around: _Around) -> tuple[ClauseRow, ...]:
    """Return the clauses with names; a resolution has its row number on the paper."""
    places = {clause.id: row for row, clause in enumerate(case.resolutions, start=1)}
    identities = {one.id: one for one in work.resolutions.where(meeting_id=case.meeting.id)}
    cited = {clause.upstream_id for clause in case.clauses}
    citations = {one.id: paper.cite(one) for one in around.choices.upstream if one.id in cited}
    rows = (_clause_row(clause, case, around.names, places, identities, citations) for clause in case.clauses)
    return tuple(_with_effects(row, case, around.follow_up) for row in rows)


def _numbered(case: FinalisingInput, effects: Sequence[ClauseEffect]) -> tuple[tuple[ClauseEffect, str], ...]:
    return tuple((one, case.targets[one.resolution_id].resolution.number) for one in effects)


def _with_effects(row: ClauseRow, case: FinalisingInput, reported: Sequence[FollowUp]) -> ClauseRow:
    """Return a clause with what it does to earlier resolutions, or with what its text seems to speak of."""
    clause = row.clause
    own = _numbered(case, [one for one in case.effects if one.clause_id == clause.id])
    if own or case.inquorate:
        return replace(row, effects=own)
    taken = {one.resolution_id for one in case.effects}
    numbers = {latin_digits(one.number): one.resolution_id for one in reported if one.resolution_id not in taken}
    about = next(item.resolution_id for item in case.agenda if item.id == clause.agenda_item_id)
    found = suggested_effect(clause.text, numbers, about if about in numbers.values() else None)
    number = next((number for number, one in numbers.items() if found is not None and one == found[1]), "")
    return replace(row, suggested=(*found, number) if found is not None else None)


def _clause_row(
    clause: Clause,
    case: FinalisingInput,
    names: Names,
    places: Mapping[int, int],
    identities: Mapping[int, Resolution],
    citations: Mapping[int, str],
) -> ClauseRow:
    if not clause.is_resolution:
        return ClauseRow(clause=clause)
    executor = names.units.get(clause.executor_unit_id or 0)
    due = case.due.get(clause.id)
    return ClauseRow(
        clause=clause,
        row=places[clause.id],
        number=identities[clause.resolution_id or 0].number,
        axis_code=names.axis(clause.axis_id),
        executor=executor.name if executor else "",
        executor_party_id=executor.party_id if executor else None,
        cooperating=tuple(names.unit(unit_id) for unit_id in clause.cooperating),
        owner=names.owner(clause.owner_unit_id, clause.owner_person_id),
        due=due,
        due_closed=due is not None and not case.calendar.is_working(due),
        upstream=citations.get(clause.upstream_id or 0, ""),
    )


def choices_of(work: Work, committee_id: int) -> Choices:
    """Read the choices of the clause editor."""
    return Choices(
        parties=parties_of(work, committee_id),
        axes=work.axes.where(committee_id=committee_id),
        units=tuple(unit for unit in units_of(work, committee_id) if unit.archived_on is None),
        people=tuple(person for person in work.people.where() if person.archived_on is None),
        upstream=work.upstream.where(),
    )
