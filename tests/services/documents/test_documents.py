"""Documents for print: live while written, the snapshot for ever after; letters; the follow-up report."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from desktop_app.domain.documents.documents import Letterhead, Paper
from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.paper_orders import PaperOrder
from desktop_app.domain.rules.meetings import AttendanceState, MeetingState
from desktop_app.domain.rules.resolutions import DeadlineEvent, ResolutionAct, ResolutionActKind
from desktop_app.domain.rules.tasks import TaskAct, TaskState
from desktop_app.services.documents.documents import letter, meeting_of_number, minutes_paper
from desktop_app.services.documents.minutes_lines import closing_words
from desktop_app.services.documents.papers import paper_of
from desktop_app.services.meetings.meeting_facts import save_meeting
from desktop_app.services.meetings.meeting_sheet import meeting_sheet
from desktop_app.services.minutes.finalising import withdraw
from desktop_app.services.minutes.minutes import save_closing
from tests.refusing import refused
from tests.services.office_steps import LETTERS, Office


def test_a_draft_is_live_and_bears_no_number_of_resolutions(office: Office) -> None:
    meeting_id, version_id = office.written(1)
    paper = minutes_paper(office.context, version_id)
    assert (paper.imprint.draft, paper.imprint.code, paper.imprint.void) == (True, "", False)
    assert paper.document.meeting.number == 1
    assert [line.number for line in paper.document.resolutions] == [""]
    office.say(version_id, office.items(meeting_id)[1], "سخن تازه")
    assert len(minutes_paper(office.context, version_id).document.agenda[1].talk) == 2


def test_a_draft_of_the_second_version_bears_none_either(office: Office) -> None:
    _, version_id = office.written(1)
    office.finalised(version_id)
    second = withdraw(office.context, version_id, "اعتراض").id
    document = minutes_paper(office.context, second).document
    assert (document.version, [line.number for line in document.resolutions]) == (2, [""])


def test_frozen_minutes_are_printed_from_their_snapshot(office: Office) -> None:
    meeting_id, version_id = office.written(1)
    done = office.finalised(version_id)
    first = minutes_paper(office.context, version_id)
    assert (first.imprint.draft, first.imprint.code) == (False, done.code)
    assert first.imprint.made_at == "2023-05-01T10:00:00Z"
    office.put("units", replace(office.get("units", office.units[0]), name="نام دیگر"))
    office.put("meetings", replace(office.get("meetings", meeting_id), place="جای دیگر"))
    office.clock.forward(days=400)
    assert minutes_paper(office.context, version_id) == first


def test_withdrawn_minutes_are_void(office: Office) -> None:
    _, version_id = office.written(1)
    done = office.finalised(version_id)
    withdraw(office.context, version_id, "اعتراض")
    imprint = minutes_paper(office.context, version_id).imprint
    assert (imprint.void, imprint.code) == (True, done.code)


def test_a_sample_says_so_and_has_no_code(office: Office) -> None:
    office.set_settings(sample=True)
    _, version_id = office.written(1)
    assert minutes_paper(office.context, version_id).imprint.sample
    office.finalised(version_id)
    imprint = minutes_paper(office.context, version_id).imprint
    assert (imprint.sample, imprint.code, imprint.draft) == (True, "", False)


def test_names_are_joined(office: Office) -> None:
    meeting_id = office.held()
    version_id = office.draft(meeting_id)
    item_id = office.items(meeting_id)[1]
    office.decide(version_id, item_id, upstream_id=office.upstream)
    office.decide(
        version_id,
        item_id,
        owner_person_id=None,
        owner_unit_id=office.units[3],
        all_units=True,
        axis_id=None,
    )
    first, second = minutes_paper(office.context, version_id).document.resolutions
    assert (first.axis, first.executor, first.cooperating, first.owner) == ("۱", "واحد 1", ("واحد 3",), "شخص 3")
    assert first.upstream == "«طرح کلان»"
    assert (first.deadline.kind, first.deadline.due) == ("day", "2023-06-05")
    assert (second.axis, second.all_units, second.cooperating, second.owner) == ("", True, (), "واحد 4")
    assert second.upstream == ""


def test_letterhead_and_lists(office: Office) -> None:
    office.set_settings(letterhead=("سطر یک", "سطر دو"))
    _, version_id = office.written(1)
    version = office.get("versions", version_id)
    lists = {"attachments": "فهرست\n\n نقشه ", "copies_to": "استاندار\nمرکز"}
    save_closing(office.context, replace(version, classification="confidential", urgency="urgent", **lists))
    document = minutes_paper(office.context, version_id).document
    assert document.letterhead.parties == ("سطر یک", "سطر دو")
    assert (document.letterhead.day, document.letterhead.attachment) == ("2023-05-01", "۲")
    assert (document.letterhead.classification, document.letterhead.urgency) == ("confidential", "urgent")
    assert document.attachments == ("فهرست", "نقشه")
    assert document.copies_to == ("استاندار", "مرکز")


def test_chair_and_secretary_are_who_sat_there_unless_written_down(office: Office) -> None:
    meeting_id = office.in_session()
    office.mark_all(meeting_id, present=(1, 4))
    office.mark(meeting_id, 2, state=AttendanceState.SUBSTITUTE, substitute_name="کیوان")
    version_id = office.draft(meeting_id)
    facts = minutes_paper(office.context, version_id).document.meeting
    assert (facts.chair, facts.secretary) == ("شخص 2", "کیوان")
    office.mark(meeting_id, 1, 2, 4, state=AttendanceState.ABSENT)
    facts = minutes_paper(office.context, version_id).document.meeting
    assert (facts.chair, facts.secretary) == ("", "")
    save_meeting(office.context, replace(office.get("meetings", meeting_id), chair="بهمن", secretary="یاشار"))
    facts = minutes_paper(office.context, version_id).document.meeting
    assert (facts.chair, facts.secretary) == ("بهمن", "یاشار")


@pytest.mark.parametrize(
    ("closing", "ended_at", "words"),
    [
        ("جلسه در ساعت … پایان یافت…", "12:10", "جلسه در ساعت ۱۲:۱۰ پایان یافت…"),
        ("جلسه در ساعت … پایان یافت.", "", "جلسه در ساعت … پایان یافت."),
        ("پایان.", "12:10", "پایان."),
    ],
)
def test_the_closing_sentence(closing: str, ended_at: str, words: str) -> None:
    assert closing_words(closing, ended_at) == words


def test_the_meeting_before_is_the_last_that_took_place(office: Office) -> None:
    office.held(date(2023, 4, 3))
    cancelled = office.convened()
    office.move(cancelled, MeetingState.CANCELLED, reason="تعطیل")
    _, version_id = office.written(1)
    facts = minutes_paper(office.context, version_id).document.meeting
    assert (facts.number, facts.previous_number, facts.previous_day) == (3, 1, "2023-04-03")


# ---- finding the version to print


def test_minutes_are_found_by_the_number_of_their_meeting(office: Office) -> None:
    _, version_id = office.written(1)
    office.finalised(version_id)
    second = withdraw(office.context, version_id, "اعتراض").id
    assert _minutes_of(office, 1) == minutes_paper(office.context, second)
    with refused("meeting_number_unknown", number=9):
        _minutes_of(office, 9)
    office.convened()
    with refused("meeting_without_minutes", number=2):
        _minutes_of(office, 2)


def _minutes_of(office: Office, number: int) -> Paper[Any]:
    """What is printed of the minutes of a meeting by its number."""
    meeting = meeting_of_number(office.context, number)
    return paper_of(office.context, PaperOrder(kind=PaperKind.MINUTES, meeting_id=meeting))


# ---- the follow-up report


def two_meetings(office: Office) -> tuple[int, int]:
    """The first resolution of an earlier meeting, and the draft of the next meeting's minutes."""
    _, version_id = office.written(1)
    office.finalised(version_id)
    office.clock.forward(days=42)
    meeting_id = office.held(date(2023, 6, 12))
    return office.where("resolutions")[0].id, office.draft(meeting_id)


def act_on_tasks(office: Office, source: TaskState, target: TaskState, percent: int, day: date, reason: str) -> None:
    for task in office.where("tasks"):
        office.add(
            "task_acts",
            TaskAct(
                task_id=task.id, source=source, target=target, percent=percent, day=day, at=f"{day}T08:00:00Z",
                actor="", reason=reason,
            ),
        )  # fmt: skip
        office.put("tasks", replace(task, state=target, percent=percent))


def test_open_resolutions_of_earlier_meetings_report_themselves(office: Office) -> None:
    resolution_id, version_id = two_meetings(office)
    act_on_tasks(office, TaskState.ASSIGNED, TaskState.DOING, 40, date(2023, 6, 1), "نامه‌نگاری شد")
    act_on_tasks(office, TaskState.DOING, TaskState.BLOCKED, 60, date(2023, 6, 20), "پس از جلسه")
    (line,) = minutes_paper(office.context, version_id).document.follow_up
    assert (line.number, line.text, line.executor) == ("۱۴۰۲/۱/۱", "تصمیم 1", "واحد 1")
    assert (line.due, line.late) == ("2023-06-05", 7)
    assert (line.state, line.percent, line.last_action) == ("in_progress", 40, "نامه‌نگاری شد")
    assert resolution_id


def test_closed_ones_and_those_of_the_same_meeting_do_not(office: Office) -> None:
    resolution_id, version_id = two_meetings(office)
    assert len(minutes_paper(office.context, version_id).document.follow_up) == 1
    verified = ResolutionAct(
        resolution_id=resolution_id, kind=ResolutionActKind.VERIFIED, day=date(2023, 6, 11), at="", actor=""
    )
    office.add("resolution_acts", verified)
    assert minutes_paper(office.context, version_id).document.follow_up == ()


def test_a_closing_after_the_meeting_is_not_yet_known_there(office: Office) -> None:
    resolution_id, version_id = two_meetings(office)
    late = ResolutionAct(
        resolution_id=resolution_id, kind=ResolutionActKind.VERIFIED, day=date(2023, 6, 13), at="", actor=""
    )
    office.add("resolution_acts", late)
    assert len(minutes_paper(office.context, version_id).document.follow_up) == 1


def test_an_extension_counts_unless_this_meeting_grants_it(office: Office) -> None:
    resolution_id, version_id = two_meetings(office)
    meeting_id = office.get("versions", version_id).meeting_id
    extended = DeadlineEvent(
        resolution_id=resolution_id, sequence=1, due=date(2023, 6, 19), reason="فرصت", at="2023-06-03T08:00:00Z"
    )
    office.add("deadline_events", extended)
    own = replace(extended, sequence=2, due=date(2023, 7, 3), granted_by_meeting_id=meeting_id)
    office.add("deadline_events", replace(own, at="2023-06-12T08:00:00Z"))
    (line,) = minutes_paper(office.context, version_id).document.follow_up
    assert (line.due, line.late) == ("2023-06-19", 0)


def test_the_words_of_the_newest_act_stand_there(office: Office) -> None:
    resolution_id, version_id = two_meetings(office)
    act_on_tasks(office, TaskState.ASSIGNED, TaskState.NOTIFIED, 0, date(2023, 5, 9), "ابلاغ شد")
    notified = ResolutionAct(
        resolution_id=resolution_id,
        kind=ResolutionActKind.NOTIFIED,
        day=date(2023, 5, 10),
        at="2023-05-10T08:00:00Z",
        actor="",
        reason="پیش از امضا",
    )
    office.add("resolution_acts", notified)
    (line,) = minutes_paper(office.context, version_id).document.follow_up
    assert (line.state, line.last_action) == ("notified", "پیش از امضا")


def test_an_act_that_was_taken_back_is_not_the_last_one(office: Office) -> None:
    resolution_id, version_id = two_meetings(office)
    act_on_tasks(office, TaskState.ASSIGNED, TaskState.DOING, 40, date(2023, 6, 1), "نامه‌نگاری شد")
    act = ResolutionAct(
        resolution_id=resolution_id,
        kind=ResolutionActKind.DEFERRED,
        day=date(2023, 6, 2),
        at="2023-06-02T08:00:00Z",
        actor="",
        reason="به جلسهٔ بعد ماند",
    )
    deferred = office.add("resolution_acts", act)
    (line,) = minutes_paper(office.context, version_id).document.follow_up
    assert line.last_action == "به جلسهٔ بعد ماند"
    taken_back = replace(act, at="2023-06-02T09:00:00Z", reason="اشتباه ثبت شد", undoes_id=deferred.id)
    office.add("resolution_acts", taken_back)
    (line,) = minutes_paper(office.context, version_id).document.follow_up
    assert (line.state, line.last_action) == ("in_progress", "نامه‌نگاری شد")


def test_a_withdrawn_resolution_is_not_reported(office: Office) -> None:
    _, version_id = office.written(1)
    office.finalised(version_id)
    withdraw(office.context, version_id, "اعتراض")
    office.clock.forward(days=42)
    second = office.draft(office.held(date(2023, 6, 12)))
    assert minutes_paper(office.context, second).document.follow_up == ()


def test_a_coming_meeting_reports_as_of_today(office: Office) -> None:
    _, version_id = office.written(2)
    office.finalised(version_id)
    coming = office.planned(date(2023, 7, 3))
    undated = office.planned(None)
    office.clock.forward(days=36)  # 6 June: one day past both deadlines
    for meeting_id in (coming, undated):
        assert meeting_sheet(office.context, meeting_id).follow_up.late == 2
        assert meeting_sheet(office.context, meeting_id).follow_up.open == 2


# ---- letters


LETTERHEAD = Letterhead(parties=("استانداری",), invocation="بسمه تعالی")


def test_a_letter_has_one_paragraph_a_line() -> None:
    made = letter("\ufeffخط یک\r\n\r\n  خط دو \nخط سه", LETTERHEAD, LETTERS)
    assert made.paragraphs == ("خط یک", "خط دو", "خط سه")
    assert made.letterhead == LETTERHEAD


def test_a_letter_without_words_is_refused() -> None:
    with refused("letter_empty", "text"):
        letter(" \n\n", LETTERHEAD, LETTERS)


def test_a_character_that_no_font_has_is_named_with_its_line() -> None:
    with refused("glyph_missing", "paragraphs", character="☎", row=2):
        letter("یک\nتلفن ☎", LETTERHEAD, LETTERS)
