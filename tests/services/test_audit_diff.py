"""The audit table says of a change what was there before and what is there now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from desktop_app.domain.rules.attendance import SeatMark
from desktop_app.domain.rules.deadlines import Deadline, DeadlineKind
from desktop_app.domain.rules.meetings import AttendanceState
from desktop_app.domain.rules.minutes import AdoptionKind, ClauseKind
from desktop_app.services.meetings.agenda import remove_item, save_item
from desktop_app.services.meetings.meeting_facts import save_meeting
from desktop_app.services.minutes.attendance import add_guest, mark_attendance, remove_guest, save_guest
from desktop_app.services.minutes.clauses import remove_clause, save_clause, turn_into_note
from desktop_app.services.minutes.minutes import save_closing
from desktop_app.services.office.settings import office_settings
from desktop_app.services.versions.drafts import remove_deliberation, save_deliberation
from desktop_app.services.versions.signing import set_signers, signers_of
from tests.services.office_steps import Office
from tests.services.prepared import save_settings
from tests.services.records import Records

Trail = Callable[[], tuple[str, dict[str, Any]]]


def changed_in(facts: dict[str, Any]) -> dict[str, Any]:
    """What an entry tells but the minutes that it belongs to."""
    return {name: value for name, value in facts.items() if name != "minutes"}


@pytest.fixture
def kept(office: Office, records: Records) -> tuple[Office, Trail]:
    """An office and its newest entry: the subject's uid and the facts."""

    def newest() -> tuple[str, dict[str, Any]]:
        entry = records.audit[-1]
        return entry.subject_uid, entry.facts

    return office, newest


def test_a_meeting(kept: tuple[Office, Trail]) -> None:
    office, newest = kept
    meeting = office.get("meetings", office.planned())
    save_meeting(office.context, replace(meeting, day=date(2023, 5, 8), place="تالار"))
    uid, facts = newest()
    assert uid
    assert facts["before"] == {"day": "2023-05-01", "place": "سالن جلسات"}
    assert facts["after"] == {"day": "2023-05-08", "place": "تالار"}


def test_an_agenda_item_whose_title_stays(kept: tuple[Office, Trail]) -> None:
    office, newest = kept
    item = office.get("agenda", office.items(office.planned())[1])
    save_item(office.context, replace(item, presenter="ناهید", planned_minutes=20))
    assert newest()[1]["before"] == {"presenter": "", "planned_minutes": 15}
    assert newest()[1]["after"] == {"presenter": "ناهید", "planned_minutes": 20}


def test_attendance_with_its_times(kept: tuple[Office, Trail]) -> None:
    office, newest = kept
    meeting_id = office.in_session()
    office.mark(meeting_id, 0)
    mark = SeatMark(state=AttendanceState.PRESENT, arrived_at="10:20")
    mark_attendance(office.context, meeting_id, office.seats[0], mark)
    assert changed_in(newest()[1]) == {"before": {"arrived_at": ""}, "after": {"arrived_at": "10:20"}}


def test_every_fact_of_a_clause(kept: tuple[Office, Trail]) -> None:
    office, newest = kept
    _, version_id = office.written(1)
    (stored,) = [one for one in office.where("clauses", minutes_version_id=version_id) if one.is_resolution]
    changed = replace(
        stored,
        kind=ClauseKind.REFERRAL,
        axis_id=office.axes[1],
        cooperating=(),
        deadline=Deadline(kind=DeadlineKind.DAY, day=date(2023, 6, 6)),
        adoption=AdoptionKind.MAJORITY,
        votes_for=5,
        votes_against=2,
    )
    save_clause(office.context, changed)
    facts = newest()[1]
    assert set(facts["before"]) == {
        "kind", "axis_id", "cooperating", "deadline", "adoption", "votes_for", "votes_against",
    }  # fmt: skip
    assert facts["before"]["deadline"]["day"] == "2023-06-05"
    assert facts["after"]["deadline"]["day"] == "2023-06-06"
    assert (facts["before"]["adoption"], facts["after"]["adoption"]) == ("unanimous", "majority")
    turn_into_note(office.context, stored.id)
    assert changed_in(newest()[1]) == {"before": {"kind": "referral"}, "after": {"kind": "note"}}


def test_who_spoke(kept: tuple[Office, Trail]) -> None:
    office, newest = kept
    _, version_id = office.written(0)
    (said,) = office.where("deliberations", minutes_version_id=version_id)
    save_deliberation(office.context, replace(said, speaker="مهرداد"))
    assert changed_in(newest()[1]) == {"before": {"speaker": "ناهید"}, "after": {"speaker": "مهرداد"}}


def test_a_guest_and_the_closing_part_and_the_signers(kept: tuple[Office, Trail]) -> None:
    office, newest = kept
    meeting_id, version_id = office.written(0)
    guest = office.get("guests", add_guest(office.context, meeting_id, name="رویا").id)
    save_guest(office.context, replace(guest, post="کارشناس"))
    assert changed_in(newest()[1]) == {"before": {"post": ""}, "after": {"post": "کارشناس"}}
    save_closing(office.context, replace(office.get("versions", version_id), originals=3, kept_at="بایگانی"))
    assert newest()[1]["before"]["originals"] == 2
    assert newest()[1]["after"] == {"originals": 3, "kept_at": "بایگانی"}
    with office.open_work() as work:
        signers = signers_of(work, work.versions.get(version_id))
    set_signers(office.context, version_id, signers[:2])
    assert newest()[1] == {
        "before": {"signers": [one.name for one in signers]},
        "after": {"signers": [one.name for one in signers[:2]]},
    }


def test_the_settings(kept: tuple[Office, Trail]) -> None:
    office, newest = kept
    settings = office_settings(office.context)
    save_settings(
        office.context, replace(settings, weekend=frozenset({4}), quorum=replace(settings.quorum, video_counts=False))
    )
    facts = newest()[1]
    assert facts["before"] == {"weekend": [3, 4], "quorum": {"more_than": "1/2", "video_counts": True}}
    assert facts["after"] == {"weekend": [4], "quorum": {"more_than": "1/2", "video_counts": False}}


def test_what_is_taken_away_keeps_its_identity_and_words(kept: tuple[Office, Trail]) -> None:
    office, newest = kept
    meeting_id, version_id = office.written(1)
    (said,) = office.where("deliberations", minutes_version_id=version_id)
    remove_deliberation(office.context, said.id)
    assert newest()[1] == {"removed": said.text, "minutes": version_id}
    assert newest()[0]
    clause = office.where("clauses", minutes_version_id=version_id)[-1]
    remove_clause(office.context, clause.id)
    assert newest()[0]
    assert newest()[1] == {"removed": clause.text, "minutes": version_id}
    remove_guest(office.context, add_guest(office.context, meeting_id, name="رویا").id)
    assert newest()[0]
    remove_item(office.context, office.items(meeting_id)[2])
    assert newest()[0]
