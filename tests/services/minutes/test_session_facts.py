"""Facts of the session that a correction puts right: its own until it is final, then the meeting's too."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from desktop_app.domain.documents.snapshots import minutes_from_json
from desktop_app.domain.rules.meetings import Meeting, MeetingKind
from desktop_app.domain.rules.minutes import MinutesActKind
from desktop_app.services.documents.documents import minutes_paper
from desktop_app.services.meetings.meeting_facts import save_meeting
from desktop_app.services.meetings.meeting_sheet import meeting_sheet
from desktop_app.services.minutes.finalising import withdraw
from desktop_app.services.minutes.minutes import to_review
from desktop_app.services.minutes.minutes_sheet import minutes_sheet
from tests.refusing import refused
from tests.services.minutes.test_amending import corrected, signed
from tests.services.office_steps import Office

RIGHT = {
    "place": "تالار شهید",
    "began_at": "09:45",
    "ended_at": "13:40",
    "chair": "رئیس دیگر",
    "secretary": "دبیر دیگر",
}


def save(office: Office, meeting_id: int, **facts: Any) -> None:
    """Change facts on the meeting's page."""
    meeting = meeting_sheet(office.context, meeting_id).meeting
    save_meeting(office.context, replace(meeting, **facts))


def facts(meeting: Meeting) -> dict[str, str]:
    return {name: getattr(meeting, name) for name in RIGHT}


@pytest.mark.parametrize("closed", [False, True])
def test_they_stand_in_the_correction_and_nowhere_else_until_it_is_final(office: Office, closed: bool) -> None:
    meeting_id, version_id = signed(office, closed=closed)
    before = office.get("meetings", meeting_id)
    made = corrected(office, version_id)
    assert meeting_sheet(office.context, meeting_id).correcting == 1
    save(office, meeting_id, **RIGHT)
    assert office.get("meetings", meeting_id) == before
    assert facts(meeting_sheet(office.context, meeting_id).meeting) == RIGHT
    assert facts(minutes_sheet(office.context, made).meeting) == RIGHT
    assert facts(minutes_sheet(office.context, version_id).meeting) == facts(before)
    shown = minutes_paper(office.context, made).document
    assert (shown.meeting.place, shown.meeting.began_at) == ("تالار شهید", "09:45")
    office.finalised(made)
    assert office.get("meetings", meeting_id) == replace(before, **RIGHT)
    frozen = minutes_from_json(office.get("versions", made).snapshot)
    assert {name: getattr(frozen.meeting, name) for name in RIGHT} == RIGHT
    signed_paper = minutes_from_json(office.get("versions", version_id).snapshot)
    assert signed_paper.meeting.place == before.place
    assert facts(minutes_sheet(office.context, version_id).meeting) == facts(before)


def test_the_correction_says_what_was_and_what_is(office: Office) -> None:
    meeting_id, version_id = signed(office)
    made = corrected(office, version_id)
    save(office, meeting_id, place="تالار شهید", ended_at="13:40")
    save(office, meeting_id, chair="رئیس دیگر")
    office.finalised(made)
    amends = minutes_from_json(office.get("versions", made).snapshot).amends
    assert amends is not None
    assert [(line.part, line.field) for line in amends.changes] == [
        ("meeting", "ended_at"),
        ("meeting", "place"),
        ("meeting", "chair"),
        # its sentence names the hour
        ("ending", "closing"),
    ]
    assert [(piece.mark, piece.text) for piece in amends.changes[0].pieces] == [
        ("removed", "12:10"),
        ("added", "13:40"),
    ]


def test_only_the_facts_of_the_session_are_corrected_and_none_is_emptied(office: Office) -> None:
    meeting_id, version_id = signed(office)
    corrected(office, version_id)
    with refused("fact_not_corrected", field="kind"):
        save(office, meeting_id, kind=MeetingKind.EXTRAORDINARY)
    with refused("fact_not_corrected"):
        save(office, meeting_id, note="یادداشت")
    with refused("session_without_begin", field="began_at"):
        save(office, meeting_id, began_at="")
    for name in ("place", "ended_at"):
        with refused("fact_emptied", field=name):
            save(office, meeting_id, **{name: ""})
    with refused("session_ends_before_begin"):
        save(office, meeting_id, ended_at="08:00")


def test_without_a_correction_the_facts_of_signed_minutes_stay(office: Office) -> None:
    meeting_id, _ = signed(office)
    with refused("minutes_frozen"):
        save(office, meeting_id, place="تالار شهید")


def test_a_change_after_the_reading_began_is_an_event(office: Office) -> None:
    meeting_id, version_id = signed(office)
    made = corrected(office, version_id)
    to_review(office.context, made)
    save(office, meeting_id, place="تالار شهید")
    acts = office.where("minutes_acts", minutes_version_id=made, kind=MinutesActKind.CORRECTED)
    assert [act.reason for act in acts] == ["meeting"]


def test_a_correction_that_is_withdrawn_hands_its_facts_to_the_next_attempt(office: Office) -> None:
    meeting_id, version_id = signed(office)
    made = corrected(office, version_id)
    save(office, meeting_id, place="تالار شهید")
    office.finalised(made)
    third = withdraw(office.context, made, "غلط تایپی").id
    assert office.get("versions", third).session.place == "تالار شهید"
    save(office, meeting_id, place="تالار شهید بهشتی")
    office.finalised(third)
    assert office.get("meetings", meeting_id).place == "تالار شهید بهشتی"


def test_first_minutes_keep_the_facts_of_the_day_they_became_final(office: Office) -> None:
    meeting_id, version_id = office.written()
    assert office.get("versions", version_id).session.place == ""
    save(office, meeting_id, place="تالار یک")
    office.finalised(version_id)
    assert office.get("versions", version_id).session.place == "تالار یک"
    second = withdraw(office.context, version_id, "اعتراض").id
    save(office, meeting_id, place="تالار دو")
    assert minutes_sheet(office.context, second).meeting.place == "تالار دو"
    assert minutes_sheet(office.context, version_id).meeting.place == "تالار یک"
