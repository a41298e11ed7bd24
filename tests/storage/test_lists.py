"""Lists of meetings, minutes and resolutions: exact rows, in order, also when there are thousands."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from desktop_app.domain.documents.snapshots import paper_code
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.rules.meetings import Meeting, MeetingState
from desktop_app.domain.rules.minutes import Clause, ClauseKind, MinutesState, MinutesVersion, Signer
from desktop_app.domain.rules.resolutions import DeadlineEvent, ResolutionState
from desktop_app.domain.rules.tasks import TaskState
from desktop_app.storage.file.folder import DataFolder
from desktop_app.storage.store.facts_projection import store_all_facts
from desktop_app.storage.store.work import Work
from tests.storage.asked import plan_of, statements
from tests.storage.sample import AT, Sample, sign, sign_whole, snapshot, withdraw


def _resolution(work: Work, sample: Sample) -> Any:
    return work.resolution_rows.fetch([sample.resolution])[0]


def test_an_empty_list_is_empty(data: DataFolder) -> None:
    with data.open_read() as work:
        for rows in (work.meeting_rows, work.minutes_rows, work.resolution_rows, work.task_rows):
            assert list(rows.ids()) == []
            assert rows.fetch([]) == ()


def test_a_row_that_is_not_there_is_named(data: DataFolder) -> None:
    with data.open_read() as work:
        for rows in (work.meeting_rows, work.minutes_rows, work.resolution_rows, work.task_rows):
            with pytest.raises(RuleBroken, match="record_unknown"):
                rows.fetch([9])


def test_a_meeting_row(data: DataFolder, draft: Sample) -> None:
    with data.open_write() as work:
        row = work.meeting_rows.fetch([draft.meeting])[0]
        assert (row.number, row.state, row.day, row.place) == (3, MeetingState.HELD, date(2023, 1, 30), "ساری")
        assert (row.agenda_count, row.resolution_count) == (1, 1)
        assert (row.minutes_version_id, row.minutes_state) == (draft.version, MinutesState.DRAFT)
        bare = work.meetings.add(Meeting(committee_id=draft.committee)).id
        row = work.meeting_rows.fetch([bare])[0]
        assert (row.number, row.minutes_version_id, row.minutes_state, row.resolution_count) == (None, None, None, 0)


def test_the_newest_comes_first_and_what_has_no_day_yet_before_it(data: DataFolder, draft: Sample) -> None:
    with data.open_write() as work:
        later = work.meetings.add(Meeting(committee_id=draft.committee, number=4, day=date(2023, 2, 27))).id
        planned = work.meetings.add(Meeting(committee_id=draft.committee)).id
        assert list(work.meeting_rows.ids()) == [planned, later, draft.meeting]
        fetched = work.meeting_rows.fetch([draft.meeting, planned, later])
        assert [row.id for row in fetched] == [draft.meeting, planned, later]


def test_a_minutes_row_is_a_version(data: DataFolder, final: Sample) -> None:
    with data.open_write() as work:
        row = work.minutes_rows.fetch([final.version])[0]
        assert row.code == paper_code(work.versions.get(final.version).content_hash)
        assert (row.meeting_id, row.meeting_number, row.version, row.inquorate) == (final.meeting, 3, 1, False)
        assert (row.resolution_count, row.signer_count, row.signed_on_each) == (1, 1, (0, 0))
        withdraw(work, final)
        second = work.versions.add(MinutesVersion(meeting_id=final.meeting, version=2)).id
        assert list(work.minutes_rows.ids()) == [second, final.version]
        row = work.minutes_rows.fetch([second])[0]
        assert (row.version, row.code, row.resolution_count) == (2, "", 0)
        assert work.meeting_rows.fetch([final.meeting])[0].minutes_version_id == second


@pytest.mark.parametrize("state", [MeetingState.SCHEDULED, MeetingState.CONVENED, MeetingState.CANCELLED])
def test_a_draft_that_holds_guests_alone_is_no_minutes_yet(
    data: DataFolder, draft: Sample, state: MeetingState
) -> None:
    with data.open_write() as work:
        work.meetings.update(replace(work.meetings.get(draft.meeting), state=state))
        assert list(work.minutes_rows.ids()) == [draft.version], "something is written in it"
        for store in (work.clauses, work.deliberations):
            for row in store.where(minutes_version_id=draft.version):
                store.remove(row.id)
        assert list(work.minutes_rows.ids()) == []
        assert work.minutes_rows.view_counts()["all"] == 0


def test_signatures_are_counted_original_by_original(data: DataFolder, final: Sample) -> None:
    with data.open_write() as work:
        for original, counts in ((1, (1, 0)), (2, (1, 1))):
            sign(work, final, original)
            assert work.minutes_rows.fetch([final.version])[0].signed_on_each == counts


def test_sample_data_shows_no_code(data: DataFolder, final: Sample) -> None:
    with data.open_write() as work:
        work.put_settings(replace(work.settings(), sample=True))
        assert work.minutes_rows.fetch([final.version])[0].code == ""


def test_an_inquorate_meeting_is_known_also_after_it_is_closed(data: DataFolder, draft: Sample) -> None:
    def inquorate(work: Work) -> bool:
        return work.minutes_rows.fetch([draft.version])[0].inquorate

    with data.open_write() as work:
        meeting = work.meetings.get(draft.meeting)
        work.meetings.update(replace(meeting, state=MeetingState.INQUORATE))
        assert inquorate(work)
        work.meetings.update(replace(meeting, state=MeetingState.CLOSED))
        assert not inquorate(work)
        version = work.versions.get(draft.version)
        work.versions.update(replace(version, snapshot="{"))
        assert not inquorate(work)
        work.versions.update(replace(version, snapshot=snapshot((), inquorate=True)))
        assert inquorate(work)


def test_a_proposed_resolution(data: DataFolder, draft: Sample) -> None:
    with data.open_read() as work:
        row = _resolution(work, draft)
    assert (row.number, row.state, row.percent, row.due, row.days_late) == ("", ResolutionState.PROPOSED, 0, None, 0)
    assert (row.text, row.axis_code, row.executor) == ("تأمین ارتباط پرسرعت برای روستاها", "م۴", "اداره کل ارتباطات")
    assert (row.executor_party_id, row.meeting_number) == (draft.parties[0], 3)


def test_an_adopted_resolution_is_late_by_its_newest_deadline(data: DataFolder, final: Sample) -> None:
    """Today is 2023-03-01, the first deadline was 2023-02-20."""
    with data.open_write() as work:
        row = _resolution(work, final)
        assert (row.state, row.due, row.days_late) == (ResolutionState.NOTIFIED, date(2023, 2, 20), 9)
        extended = DeadlineEvent(resolution_id=final.resolution, sequence=1, due=date(2023, 2, 27), at=AT)
        work.deadline_events.add(extended)
        assert _resolution(work, final).days_late == 2


def test_the_course_comes_from_the_tasks(data: DataFolder, final: Sample) -> None:
    with data.open_write() as work:
        tasks = work.tasks.where(resolution_id=final.resolution)
        work.tasks.update(replace(tasks[0], state=TaskState.DOING, percent=60))
        row = _resolution(work, final)
        assert (row.state, row.percent) == (ResolutionState.IN_PROGRESS, 20)
        for task in tasks:
            work.tasks.update(replace(task, state=TaskState.ACCEPTED, percent=100))
        row = _resolution(work, final)
        assert (row.state, row.percent) == (ResolutionState.REPORTED_DONE, 100)


def test_the_wording_is_that_of_the_newest_version_that_adopted_it(data: DataFolder, final: Sample) -> None:
    def second(work: Work) -> int:
        made = work.versions.add(MinutesVersion(meeting_id=final.meeting, version=2)).id
        clause = replace(work.clauses.get(final.clause), id=0, minutes_version_id=made, text="متن دوم")
        work.clauses.add(clause)
        return made

    with data.open_write() as work:
        withdraw(work, final)
        withdrawn = second(work)
        row = _resolution(work, final)
        assert (row.text, row.minutes_version_id, row.state) == ("متن دوم", withdrawn, ResolutionState.PROPOSED)
    with data.open_write() as work:
        sign_whole(work, final)
        second(work)
        row = _resolution(work, final)
        assert (row.minutes_version_id, row.state) == (final.version, ResolutionState.NOTIFIED)


def test_resolutions_come_newest_first(data: DataFolder, final: Sample) -> None:
    with data.open_write() as work:
        first = work.resolutions.get(final.resolution)
        meeting = replace(work.meetings.get(final.meeting), id=0, number=4)
        later = work.meetings.add(meeting).id
        version = work.versions.add(MinutesVersion(meeting_id=later)).id
        ids: list[int] = []
        for place, number in ((1, "۱۴۰۱/۴/۱"), (2, "۱۴۰۱/۴/۲"), (None, "")):
            made = work.resolutions.add(
                replace(first, id=0, uid=work.new_uid(), meeting_id=later, row=place, number=number)
            )
            work.clauses.add(
                Clause(
                    minutes_version_id=version,
                    agenda_item_id=final.item,
                    ordinal=len(ids),
                    text=number,
                    kind=ClauseKind.POLICY,
                    resolution_id=made.id,
                )
            )
            ids.append(made.id)
        assert list(work.resolution_rows.ids()) == [ids[2], ids[1], ids[0], final.resolution]
        row = work.resolution_rows.fetch([ids[0]])[0]
        assert (row.executor, row.executor_party_id, row.axis_code) == ("", None, "")


def test_a_page_asks_a_fixed_number_of_questions_and_searches_no_table(data: DataFolder, final: Sample) -> None:
    """Cost by query plan, which does not waver as a stopwatch does: each table is met through a key or an index."""
    with data.open_read() as work, statements(work) as asked:
        for rows in (work.meeting_rows, work.minutes_rows, work.resolution_rows, work.task_rows):
            ids = list(rows.ids())
            del asked[:]
            rows.fetch(ids)
            assert len(asked) <= 5
            questions = asked[:]
            for statement, values in questions:
                scanned = [step for step in plan_of(work, statement, values) if step.startswith("SCAN")]
                # settings are one row, the asked ids a list, and signers are counted from what was found by key
                assert {step.split(" VIRTUAL")[0] for step in scanned} <= {"SCAN office_setting", "SCAN anon_1"}, (
                    statement
                )


def test_ten_thousand_resolutions_cost_no_more_questions(data: DataFolder, final: Sample) -> None:
    with data.open_write() as work:
        connection = work.transaction.connection
        connection.exec_driver_sql(
            "WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < 10000)"
            " INSERT INTO resolution (uid, meeting_id, row, number, adopted_on)"
            f" SELECT 'r' || i, {final.meeting}, i, 'x/' || i, '2023-01-30' FROM n"
        )
        version = work.versions.add(MinutesVersion(meeting_id=final.meeting, version=2)).id
        connection.exec_driver_sql(
            "INSERT INTO clause (uid, minutes_version_id, agenda_item_id, ordinal, text, kind, resolution_id,"
            " all_units, deadline_kind, deadline_count, deadline_unit, deadline_base, adoption, reservation)"
            f" SELECT 'c' || id, {version}, {final.item}, id, 'text ' || id, 'policy', id, 0, 'none', 0, 'days',"
            f" 'meeting', 'unanimous', '' FROM resolution WHERE id <> {final.resolution}"
        )
        store_all_facts(work.transaction)
        work.commit()
    with data.open_read() as work, statements(work) as asked:
        ids = work.resolution_rows.ids()
        assert len(ids) == 10_000
        assert len(set(ids)) == 10_000
        del asked[:]
        page = work.resolution_rows.fetch(ids[5000:5128])
        assert [row.id for row in page] == list(ids[5000:5128])
        assert page[0].text == f"text {page[0].id}"
        assert len(asked) == 1


def test_signers_of_other_versions_do_not_count(data: DataFolder, draft: Sample) -> None:
    with data.open_write() as work:
        work.signers.add(
            Signer(minutes_version_id=draft.version, ordinal=2, party_id=draft.parties[1], name="ن", post="")
        )
        assert work.minutes_rows.fetch([draft.version])[0].signer_count == 2
