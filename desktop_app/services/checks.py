"""Checks of the agreements: every one lives in minutes and is in the hands of units; no frozen text has changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from desktop_app.domain.documents import content_hash
from desktop_app.domain.minutes import EDITABLE, Clause, MinutesVersion, missing_facts
from desktop_app.domain.resolutions import Resolution, ResolutionActKind
from desktop_app.domain.tasks import units_to_task
from desktop_app.services.ports import OpenWork, Work


@dataclass(frozen=True, slots=True)
class Finding:
    """One agreement that is not in order: a stable key and the facts of its sentence."""

    key: str
    facts: Mapping[str, object] = field(default_factory=dict)


def check_agreements(open_work: OpenWork) -> tuple[Finding, ...]:
    """All findings; an empty answer means that no agreement is an orphan."""
    with open_work() as work:
        versions = {version.id: version for version in work.versions.where()}
        current = _current(versions)
        clauses = [clause for clause in work.clauses.where() if clause.is_resolution]
        return (
            *_numbers(work),
            *_resolutions(work, clauses, versions, current),
            *_hashes(versions),
        )


def _current(versions: Mapping[int, MinutesVersion]) -> frozenset[int]:
    """Ids of the newest version of each meeting."""
    newest: dict[int, MinutesVersion] = {}
    for version in versions.values():
        there = newest.get(version.meeting_id)
        if there is None or version.version > there.version:
            newest[version.meeting_id] = version
    return frozenset(version.id for version in newest.values())


def _numbers(work: Work) -> Iterator[Finding]:
    given = Counter(one.number for one in work.resolutions.where() if one.number)
    for number, times in given.items():
        if times > 1:
            yield Finding("number_twice", {"number": number, "count": times})


def _resolutions(
    work: Work, clauses: list[Clause], versions: Mapping[int, MinutesVersion], current: frozenset[int]
) -> Iterator[Finding]:
    wording = {clause.resolution_id: clause for clause in clauses if clause.minutes_version_id in current}
    rejected = {act.resolution_id for act in work.resolution_acts.where(kind=ResolutionActKind.REJECTED)}
    tasked: dict[int, set[int]] = {}
    for task in work.tasks.where():
        tasked.setdefault(task.resolution_id, set()).add(task.unit_id)
    for resolution in work.resolutions.where():
        clause = wording.get(resolution.id)
        if clause is None:
            # while a later version is being written, a number may wait for its fate
            if resolution.id not in rejected and resolution.adopted_on is not None:
                yield Finding("resolution_without_clause", {"number": resolution.number, "id": resolution.id})
            continue
        if versions[clause.minutes_version_id].state not in EDITABLE:
            yield from _adopted(resolution, clause, tasked.get(resolution.id, set()))


def _adopted(resolution: Resolution, clause: Clause, tasked: set[int]) -> Iterator[Finding]:
    if not resolution.number:
        yield Finding("resolution_without_number", {"id": resolution.id})
    for gap in missing_facts(clause, resolution.row or 0):
        yield Finding(gap.key, {**gap.facts, "number": resolution.number})
    for unit_id in units_to_task(clause.executor_unit_id, clause.cooperating, None):
        if unit_id not in tasked:
            yield Finding("unit_without_task", {"number": resolution.number, "unit_id": unit_id})


def _hashes(versions: Mapping[int, MinutesVersion]) -> Iterator[Finding]:
    for version in versions.values():
        if version.state in EDITABLE:
            continue
        if content_hash(version.snapshot) != version.content_hash:
            yield Finding("hash_differs", {"version_id": version.id, "meeting_id": version.meeting_id})
