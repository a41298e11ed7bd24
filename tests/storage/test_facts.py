"""The derived facts of resolutions follow every act, equal a computing anew, and answer the questions of the lists."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import RowMapping

from desktop_app.domain.read_models.findings import Finding, FindingKind
from desktop_app.domain.rules.deadlines import Deadline, DeadlineKind
from desktop_app.domain.rules.meetings import Meeting, MeetingState
from desktop_app.domain.rules.minutes import Clause, ClauseKind, MinutesVersion
from desktop_app.domain.rules.resolutions import DeadlineEvent, Resolution, ResolutionAct, ResolutionActKind
from desktop_app.domain.rules.tasks import TaskState
from desktop_app.storage.file.folder import DataFolder
from desktop_app.storage.store import facts_projection
from desktop_app.storage.store.facts_projection import FACTS, Facts, facts_of, resolution_id_batches
from desktop_app.storage.store.transaction import Transaction
from desktop_app.storage.store.work import Work
from tests.storage.sample import AT, DAY, Sample, finalise, withdraw


def _kept(work: Work) -> Sequence[RowMapping]:
    """Every kept row as it lies in the file."""
    return work.transaction.run(FACTS.select()).mappings().all()


def _require_equal(work: Work) -> None:
    """What is kept equals what is computed from the records now."""
    transaction = work.transaction
    work.resolution_rows.ids()  # reading a list settles what was noted
    kept = {row["resolution_id"]: dict(row) for row in _kept(work)}
    computed: dict[int, dict[str, object]] = {}
    for ids in resolution_id_batches(transaction):
        computed |= facts_of(transaction, ids)
    assert kept == computed


def _second_version(work: Work, sample: Sample) -> None:
    withdraw(work, sample)
    version = work.versions.add(MinutesVersion(meeting_id=sample.meeting, version=2)).id
    work.clauses.add(replace(work.clauses.get(sample.clause), id=0, minutes_version_id=version, text="متن دوم"))


def _another(work: Work, sample: Sample) -> None:
    """A draft's resolution «by the next meeting», which then becomes a note again."""
    meeting = work.meetings.add(Meeting(committee_id=sample.committee, day=date(2023, 2, 27))).id
    version = work.versions.add(MinutesVersion(meeting_id=meeting)).id
    resolution = work.resolutions.add(Resolution(uid=work.new_uid(), meeting_id=meeting)).id
    clause = Clause(
        minutes_version_id=version,
        agenda_item_id=sample.item,
        ordinal=1,
        text="آب",
        kind=ClauseKind.POLICY,
        resolution_id=resolution,
        deadline=Deadline(kind=DeadlineKind.NEXT_MEETING),
    )
    made = work.clauses.add(clause)
    _require_equal(work)
    ahead = work.meetings.add(Meeting(committee_id=sample.committee, day=date(2023, 3, 27)))
    _require_equal(work)
    assert work.resolution_rows.fetch([resolution])[0].due == date(2023, 3, 27)
    work.meetings.update(replace(ahead, day=date(2023, 4, 3)))
    _require_equal(work)
    assert work.resolution_rows.fetch([resolution])[0].due == date(2023, 4, 3)
    work.meetings.update(replace(ahead, state=MeetingState.CANCELLED))
    _require_equal(work)
    assert work.resolution_rows.fetch([resolution])[0].due is None
    work.clauses.update(replace(made, kind=ClauseKind.NOTE, resolution_id=None))
    _require_equal(work)
    work.resolutions.remove(resolution)


def _act(kind: ResolutionActKind) -> Callable[[Work, Sample], object]:
    return lambda work, sample: work.resolution_acts.add(
        ResolutionAct(resolution_id=sample.resolution, kind=kind, day=DAY, at=AT, actor="ک", reason="چون")
    )


def _tasks(work: Work, sample: Sample) -> None:
    for place, task in enumerate(work.tasks.where(resolution_id=sample.resolution)):
        work.tasks.update(replace(task, state=TaskState.BLOCKED, percent=20 * place, resting=place == 1))


CHANGES: dict[str, Callable[[Work, Sample], object]] = {
    "verified": _act(ResolutionActKind.VERIFIED),
    "deferred": _act(ResolutionActKind.DEFERRED),
    "a deadline extended": lambda work, sample: work.deadline_events.add(
        DeadlineEvent(resolution_id=sample.resolution, sequence=1, due=date(2023, 5, 1), at=AT)
    ),
    "tasks": _tasks,
    "a unit renamed": lambda work, sample: work.units.update(
        replace(work.units.get(sample.units[0]), short_name="آبفا", party_id=sample.parties[1])
    ),
    "a meeting moved into another year": lambda work, sample: work.meetings.update(
        replace(work.meetings.get(sample.meeting), day=date(2023, 4, 1))
    ),
    "a second version": _second_version,
    "a draft that waits for the next meeting": _another,
}


@pytest.mark.parametrize("change", CHANGES)
def test_the_facts_follow_every_change(data: DataFolder, final: Sample, change: str) -> None:
    with data.open_write() as work:
        _require_equal(work)
        before = _kept(work)
        CHANGES[change](work, final)
        _require_equal(work)
        if not change.startswith("a draft"):
            assert _kept(work) != before
        work.commit()
    assert data.check() == ()


def test_a_row_goes_with_the_wording(data: DataFolder, draft: Sample) -> None:
    with data.open_write() as work:
        assert list(work.resolution_rows.ids()) == [draft.resolution]
        work.clauses.remove(draft.clause)
        assert list(work.resolution_rows.ids()) == []
        work.resolutions.remove(draft.resolution)
        work.commit()
    assert data.check() == ()


def test_a_part_that_is_lost_leaves_no_facts(data: DataFolder, draft: Sample) -> None:
    with data.open_whole() as open_work:
        with open_work() as work:
            finalise(work, draft)
        with open_work() as work:
            work.people.update(replace(work.people.get(draft.person), post="دبیر"))
            work.commit()
    with data.open_read() as work:
        _require_equal(work)


def test_a_list_in_a_part_that_is_lost_leaves_the_facts_of_the_parts_before_it(data: DataFolder, final: Sample) -> None:
    def progress(work: Work, percent: int) -> None:
        (task,) = work.tasks.where(resolution_id=final.resolution, unit_id=final.units[0])
        work.tasks.update(replace(task, percent=percent))

    def shown(work: Work) -> int:
        return work.resolution_rows.fetch(work.resolution_rows.ids())[0].percent

    with data.open_whole() as open_work:
        with open_work() as work:
            before = shown(work)
            progress(work, 50)
            work.commit()
        with open_work() as work:
            kept = shown(work)
            assert kept != before, "a list in a part shows what the parts before it did"
            progress(work, 90)
            assert shown(work) > kept
        with open_work() as work:
            assert shown(work) == kept
    with data.open_read() as work:
        assert shown(work) == kept
    assert data.check() == ()


@pytest.fixture
def computed(monkeypatch: pytest.MonkeyPatch) -> list[Sequence[int]]:
    """The resolutions whose facts were computed, time by time."""
    times: list[Sequence[int]] = []

    def noted(transaction: Transaction, ids: Sequence[int]) -> dict[int, Facts]:
        times.append(ids)
        return facts_of(transaction, ids)

    monkeypatch.setattr(facts_projection, "facts_of", noted)
    return times


def test_many_acts_kept_together_are_computed_once(
    data: DataFolder, final: Sample, computed: list[Sequence[int]]
) -> None:
    with data.open_whole() as open_work:
        for percent in (10, 20, 30):
            with open_work() as work:
                for task in work.tasks.where(resolution_id=final.resolution):
                    work.tasks.update(replace(task, percent=percent))
                work.commit()
    assert computed == [[final.resolution]]
    assert data.check() == ()


def test_many_changes_of_one_act_are_computed_once(
    data: DataFolder, final: Sample, computed: list[Sequence[int]]
) -> None:
    """The cost of an act: one computing when it settles, whatever it stored before."""
    with data.open_write() as work:
        for task in work.tasks.where(resolution_id=final.resolution) * 3:
            work.tasks.update(replace(task, percent=50))
        assert computed == []
        work.task_rows.ids()
        assert computed == [[final.resolution]]
        work.task_rows.ids()
        meeting = work.meetings.get(final.meeting)
        work.meetings.add(replace(meeting, id=0, number=9, day=date(2023, 6, 1)))
        work.commit()
    assert computed == [[final.resolution]], "nothing waits for a meeting's day"


def test_the_check_finds_a_fact_that_no_longer_holds(
    data: DataFolder, final: Sample, foreign: Callable[[str], None]
) -> None:
    foreign("UPDATE resolution_facts SET percent = 77")
    assert data.check_derived() == (Finding(kind=FindingKind.FACTS_STALE, subject="resolution", id=final.resolution),)
    foreign("DELETE FROM resolution_facts")
    assert data.check_derived() == (
        Finding(kind=FindingKind.SEARCH_STALE, subject="resolution", detail="1"),
        Finding(kind=FindingKind.FACTS_STALE, subject="resolution", id=final.resolution),
    )


def test_facts_of_older_rules_are_computed_again(
    data: DataFolder, final: Sample, foreign: Callable[[str], None]
) -> None:
    assert not data.reindex()
    foreign("UPDATE resolution_facts SET percent = 77, facts_version = 0")
    assert data.reindex()
    with data.open_read() as work:
        _require_equal(work)
