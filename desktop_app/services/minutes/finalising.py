"""Finalising of minutes: guards are checked, numbers given, text frozen and hashed, tasks made.

It can be withdrawn. What the guards judge is read from the records of one version.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Final

from desktop_app.domain.calendar.clock import Clock
from desktop_app.domain.calendar.date_words import TOKEN_WORDS
from desktop_app.domain.calendar.jalali import year_of
from desktop_app.domain.documents.paper_capabilities import require_printable
from desktop_app.domain.documents.snapshots import canonical_json, content_hash
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.numbering import Token, fill_pattern
from desktop_app.domain.outcome import Changed, Finalised, Withdrawn
from desktop_app.domain.rules.attendance import quorum
from desktop_app.domain.rules.clauses import frozen_note
from desktop_app.domain.rules.guards import FinalisingInput, empty_items, first_stop, guards
from desktop_app.domain.rules.minutes import (
    MINUTES,
    Clause,
    MinutesActKind,
    MinutesState,
    MinutesVersion,
    require_can_withdraw,
    require_editable,
)
from desktop_app.domain.rules.resolutions import Resolution, ResolutionActKind, valid_acts, valid_deadlines
from desktop_app.domain.rules.session_facts import session_of
from desktop_app.domain.rules.tasks import TaskState
from desktop_app.services.context import Context
from desktop_app.services.documents.documents import code_of
from desktop_app.services.documents.minutes_document import build_minutes
from desktop_app.services.follow_up.deadline_course import due_days
from desktop_app.services.follow_up.tasking import TaskMaker
from desktop_app.services.minutes.applying import apply_effects, take_back_effects
from desktop_app.services.minutes.carrying import carry_items, dispositions_of, remove_moot, take_back_items
from desktop_app.services.minutes.effects import effects_of, signed_clauses, targets_of
from desktop_app.services.reading import agenda_of, parties_of, units_of, was_inquorate
from desktop_app.services.taking_over.earlier import counters_of
from desktop_app.services.versions.drafts import record_act
from desktop_app.services.versions.signing import rule_signers, signing_of
from desktop_app.services.versions.versions import (
    apply_session_facts,
    base_of,
    clauses_of,
    mark_amended,
    meeting_of,
    next_version,
    reason_of,
)
from desktop_app.storage.store.work import Work

_READ_OUT: Final = frozenset({"clause", "clause_effect", "deliberation"})
"""Kinds of records that the reading step reads out."""


def finalising_input(work: Work, version: MinutesVersion) -> FinalisingInput:
    """Read the input of the guards."""
    # all at once: one is wanted here, and the days of all decide what is due
    work.meetings.where()
    meeting = meeting_of(work, version)
    rows = work.attendance.where(minutes_version_id=version.id)
    parties = {party.id: party.name for party in parties_of(work, meeting.committee_id)}
    clauses = work.clauses.where(minutes_version_id=version.id)
    due = due_days(work, meeting, version)
    effects = effects_of(work, version)
    base = base_of(work, version)
    applied = effects_of(work, base) if base is not None else ()
    acted_on = [one.resolution_id for one in (*effects, *applied)]
    return FinalisingInput(
        version=version,
        meeting=meeting,
        agenda=agenda_of(work, meeting.id),
        attendance=rows,
        clauses=clauses,
        deliberations=work.deliberations.where(minutes_version_id=version.id),
        quorum=quorum(rows, list(parties), work.settings().quorum),
        parties=parties,
        calendar=due.calendar,
        due={clause.id: due.of(clause.deadline) for clause in clauses},
        changed_since_read=_changed_since_read(work, version) if version.read_aloud else {},
        closed_inquorate=was_inquorate(work, meeting),
        effects=effects,
        applied=applied,
        dispositions=dispositions_of(work, version),
        targets=targets_of(work, acted_on, signed_clauses(work, version) if effects else ()),
    )


def _changed_since_read(work: Work, version: MinutesVersion) -> Counter[str]:
    acts = work.minutes_acts.where(minutes_version_id=version.id)
    since = takewhile(lambda act: act.kind is not MinutesActKind.READ, reversed(acts))
    return Counter(act.reason for act in since if act.kind is MinutesActKind.CORRECTED and act.reason in _READ_OUT)


_CHANGED = Changed.MINUTES | Changed.MEETINGS | Changed.RESOLUTIONS | Changed.TASKS
_S = MinutesState
_ENDED = frozenset({ResolutionActKind.REJECTED, ResolutionActKind.SUPERSEDED, ResolutionActKind.REVOKED})
"""Acts after which a resolution that is left out of a later version is not rejected besides."""


def finalise(context: Context, version_id: int) -> Finalised:
    """Make a version final; the first stopping guard is raised and nothing is written."""
    with context.write() as work:
        version = work.versions.get(version_id)
        require_editable(version)
        case = finalising_input(work, version)
        broken = first_stop(guards(case))
        if broken is not None:
            raise broken
        MINUTES.require(version.state, _S.FINAL)
        _strip_notes(work, case)
        remove_moot(work, empty_items(case), case.dispositions)
        numbers, fresh = _give_numbers(work, case)
        base = base_of(work, version)
        tasks = _make_tasks(work, context.clock, case, base)
        changed = _CHANGED | apply_effects(work, context, case.meeting, version, base)
        changed |= carry_items(work, context, case.meeting, version, base)
        _keep_signers(work, version)
        record_act(work, context.clock, version_id, MinutesActKind.FINALISED)
        final = _freeze(context, work, version, numbers)
        if base is not None:
            mark_amended(work, context.clock, base, version)
            apply_session_facts(work, final)
        work.audit("hashed", "minutes_version", version_id, content_hash=final.content_hash, numbers=list(fresh))
        code = code_of(final, sample=work.settings().sample)
        return work.record(Finalised(changed=changed, id=version_id, numbers=fresh, task_count=tasks, code=code))


def _keep_signers(work: Work, version: MinutesVersion) -> None:
    """Store the signers by rule, unless the operator arranged them; raises ``RuleBroken`` without signers."""
    if work.signers.where(minutes_version_id=version.id):
        return
    signers = rule_signers(work, version)
    if not signers:
        raise RuleBroken("signers_empty", field="signers")
    for signer in signers:
        work.signers.add(signer)


def _strip_notes(work: Work, case: FinalisingInput) -> None:
    """Remove from notes the facts kept from a former resolution."""
    for clause in case.clauses:
        plain = clause if clause.is_resolution else frozen_note(clause)
        if plain != clause:
            work.clauses.update(plain)


def _give_numbers(work: Work, case: FinalisingInput) -> tuple[dict[int, str], tuple[str, ...]]:
    """Number the resolutions without a number, after all earlier rows; return all numbers, and the new ones."""
    every = work.resolutions.where(meeting_id=case.meeting.id)
    row = max((one.row or 0 for one in every), default=0)
    by_id = {one.id: one for one in every}
    numbers: dict[int, str] = {}
    fresh: list[str] = []
    serial = counters_of(work, case.meeting.committee_id).serial
    for clause in case.resolutions:
        resolution = by_id[clause.resolution_id or 0]
        if not resolution.number:
            row, serial = row + 1, serial + 1
            resolution = replace(resolution, row=row, number=_number(work, case, clause, row, serial))
            fresh.append(resolution.number)
        work.resolutions.update(replace(resolution, adopted_on=case.meeting.day))
        numbers[resolution.id] = resolution.number
    return numbers, tuple(fresh)


def _number(work: Work, case: FinalisingInput, clause: Clause, row: int, serial: int) -> str:
    if case.meeting.number is None or case.meeting.day is None:
        raise RuleBroken("meeting_without_number", field="meeting")
    values: dict[Token, int | str] = {
        Token.YEAR: year_of(case.meeting.day),
        Token.MEETING: case.meeting.number,
        Token.ROW: row,
        Token.SERIAL: serial,
        Token.AXIS: work.axes.get(clause.axis_id).code if clause.axis_id is not None else "",
    }
    return fill_pattern(work.settings().number_pattern, TOKEN_WORDS, values)


def _make_tasks(work: Work, clock: Clock, case: FinalisingInput, base: MinutesVersion | None) -> int:
    """Make tasks and deadlines of every resolution; a correction changes only what differs."""
    units = [unit.id for unit in units_of(work, case.meeting.committee_id) if unit.archived_on is None]
    tasking = TaskMaker(work, clock, work.actor(), reason_of(work, case.version, base), units)
    due = due_days(work, case.meeting, case.version)
    old = clauses_of(work, base) if base is not None else {}
    made = 0
    for clause in case.resolutions:
        resolution_id = clause.resolution_id or 0
        if resolution_id in old:
            made += tasking.amend(old[resolution_id], clause, resolution_id, due)
        else:
            made += tasking.apply(clause, resolution_id, due.of(clause.deadline))
    for gone in _gone(work, case):
        tasking.reject(gone)
    return made


def _gone(work: Work, case: FinalisingInput) -> tuple[Resolution, ...]:
    """Return numbered resolutions that this version no longer has, without those ended otherwise."""
    kept = {clause.resolution_id for clause in case.resolutions}
    gone = [one for one in work.resolutions.where(meeting_id=case.meeting.id) if one.number and one.id not in kept]
    acts = work.resolution_acts.where(resolution_id=[one.id for one in gone])
    ended = {act.resolution_id for act in valid_acts(acts) if act.kind in _ENDED}
    return tuple(one for one in gone if one.id not in ended)


def _freeze(context: Context, work: Work, version: MinutesVersion, numbers: dict[int, str]) -> MinutesVersion:
    """Store snapshot, hash and state in one change; the version is frozen from then on."""
    document = build_minutes(work, context.clock, context.paper, version, numbers)
    if document.amends is not None:
        amends = replace(document.amends, final_on=context.clock.today().isoformat())
        document = replace(document, amends=amends)
    require_printable(document, context.paper.supported)
    for annex in document.annexes:
        # frozen without it, the paper could never be printed
        if not context.has_file(annex.sha256):
            raise RuleBroken("annex_lost", field="annexes", name=annex.name)
    snapshot = canonical_json(document)
    final = replace(
        version,
        state=_S.FINAL,
        session=session_of(meeting_of(work, version)),
        snapshot=snapshot,
        content_hash=content_hash(snapshot),
        finalised_at=context.clock.instant(),
    )
    work.versions.update(final)
    return final


# ---- withdrawal before the first signature


def withdraw(context: Context, version_id: int, reason: str) -> Withdrawn:
    """Re-open final minutes before the first signature (بازگشایی پیش از امضا); the next version is a draft.

    Numbers are kept, tasks rest, and the withdrawn code is void.
    """
    with context.write() as work:
        version = work.versions.get(version_id)
        resolutions = work.resolutions.where(meeting_id=version.meeting_id)
        _require_can_withdraw(work, version)
        MINUTES.require(version.state, _S.WITHDRAWN, reason)
        record_act(work, context.clock, version_id, MinutesActKind.WITHDRAWN, reason.strip())
        work.versions.update(replace(version, state=_S.WITHDRAWN))
        base = base_of(work, version)
        meeting = work.meetings.get(version.meeting_id)
        changed = _CHANGED | take_back_effects(work, context, meeting, version, base)
        changed |= take_back_items(work, context, meeting, version, base)
        _rest(work, resolutions, base)
        copy = next_version(work, version)
        record_act(work, context.clock, copy.id, MinutesActKind.OPENED, reason.strip())
        copies = sum(printing.copies for printing in work.printings.where(minutes_version_id=version_id))
        code = code_of(version, sample=work.settings().sample)
        return work.record(Withdrawn(changed=changed, id=copy.id, copies=copies, code=code))


def can_withdraw(work: Work, version: MinutesVersion) -> bool:
    """Whether the version may be re-opened."""
    if version.state is not _S.FINAL:
        # the rule would say so, too, after what it judges had been read in vain
        return False
    try:
        _require_can_withdraw(work, version)
    except RuleBroken:
        return False
    return True


def _require_can_withdraw(work: Work, version: MinutesVersion) -> None:
    require_can_withdraw(
        version,
        signatures=signature_count(work, version),
        notified=was_notified(work, version),
        acted_on=_acted_on(work, version),
    )


def _acted_on(work: Work, version: MinutesVersion) -> str:
    """Return the number of a resolution of these minutes that a clause acted on; empty if there is none."""
    numbers = {one.id: one.number for one in work.resolutions.where(meeting_id=version.meeting_id)}
    acts = valid_acts(work.resolution_acts.where(resolution_id=list(numbers)))
    events = valid_deadlines(work.deadline_events.where(resolution_id=list(numbers)))
    acted = [act.resolution_id for act in acts if act.clause_id is not None]
    acted += [event.resolution_id for event in events if event.clause_id is not None]
    return numbers[acted[0]] if acted else ""


def signature_count(work: Work, version: MinutesVersion) -> int:
    """Number of valid signatures on all originals of a version."""
    return len(signing_of(work, version).valid_signatures)


def was_notified(work: Work, version: MinutesVersion) -> bool:
    """Whether a resolution of the meeting was notified, after which re-opening is refused."""
    ids = [one.id for one in work.resolutions.where(meeting_id=version.meeting_id)]
    return bool(work.resolution_acts.where(resolution_id=ids, kind=ResolutionActKind.NOTIFIED))


def _rest(work: Work, resolutions: Sequence[Resolution], base: MinutesVersion | None) -> None:
    """Suspend the tasks until the next final version; resolutions adopted by ``base`` stay adopted."""
    held = clauses_of(work, base) if base is not None else {}
    for resolution in resolutions:
        if resolution.adopted_on is not None and resolution.id not in held:
            work.resolutions.update(replace(resolution, adopted_on=None))
    for task in work.tasks.where(resolution_id=[one.id for one in resolutions]):
        if task.state is not TaskState.CANCELLED:
            work.tasks.update(replace(task, resting=True))
