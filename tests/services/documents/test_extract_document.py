"""Extracts: the frozen words of each resolution to each of its units, and what is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from desktop_app.domain.documents.letter_lines import DueLine, LetterAdditions
from desktop_app.domain.rules.minutes import ClauseKind
from desktop_app.domain.rules.notices import Notice
from desktop_app.domain.rules.resolutions import DeadlineEvent
from desktop_app.domain.rules.tasks import TaskState
from desktop_app.services.documents.documents import meeting_of_number
from desktop_app.services.documents.extract_document import extract_paper
from desktop_app.services.follow_up.notifying import notify
from desktop_app.services.minutes.clauses import turn_into_note
from desktop_app.services.minutes.finalising import withdraw
from desktop_app.services.versions.amending import amend
from tests.refusing import refused
from tests.services.corrections import notified
from tests.services.demo_office import demo_office
from tests.services.office_steps import Office

MEETING_DAY = "2023-05-01"


def test_the_demo_tells_executor_first_with_the_letter_of_the_notification(demo_folder: Path) -> None:
    with demo_office(demo_folder) as context:
        paper = extract_paper(context, meeting_of_number(context, 3))
    letters = paper.document.letters
    assert [(one.resolution.number, one.role) for one in letters[:3]] == [
        ("۱۴۰۱/۳/۱", "executor"),
        ("۱۴۰۱/۳/۱", "cooperator"),
        ("۱۴۰۱/۳/۲", "executor"),
    ]
    first = letters[0]
    assert (first.letterhead.number, first.letterhead.day) == ("۱۴۳۱/ص/۱۴۰۱", "2023-02-01")
    assert (first.addressee.head, first.addressee.liaison) == ("سهراب میاندرودی", "نگار آب‌بندانی")
    assert (first.source.number, first.source.version, first.source.code) == (3, 1, "")
    assert first.source.item == "ارتباط پرسرعت روستاهای فاقد پوشش"
    assert letters[2].due == DueLine(first="2023-03-15", due="2023-05-10", extensions=1)
    assert (paper.imprint.sample, paper.imprint.draft) == (True, False)


def test_all_units_of_a_resolution_for_all_are_told(demo_folder: Path) -> None:
    with demo_office(demo_folder) as context:
        letters = extract_paper(context, meeting_of_number(context, 5)).document.letters
        upstream = extract_paper(context, meeting_of_number(context, 2)).document.letters[-1].resolution.upstream
    assert len({one.addressee.name for one in letters}) == len(letters) == 12
    assert "جلسهٔ ۶۶" in upstream


def test_one_resolution_and_one_unit_are_chosen(office: Office) -> None:
    meeting_id, version_id = office.written(2)
    office.finalised(version_id)
    first, second = office.where("resolutions", meeting_id=meeting_id)
    letters = extract_paper(office.context, meeting_id, resolution_id=second.id).document.letters
    assert [one.resolution.number for one in letters] == [second.number] * 2
    (only,) = extract_paper(
        office.context, meeting_id, resolution_id=first.id, unit_id=office.units[2]
    ).document.letters
    assert (only.addressee.name, only.role) == ("واحد 3", "cooperator")
    with refused("extract_unit_without_part", "unit", unit="واحد 2"):
        extract_paper(office.context, meeting_id, unit_id=office.units[1])


def test_the_words_are_those_that_were_frozen(office: Office) -> None:
    meeting_id, version_id = office.written(1)
    done = office.finalised(version_id)
    office.put("units", replace(office.get("units", office.units[0]), name="نام تازه"))
    (executor, _) = extract_paper(office.context, meeting_id).document.letters
    assert executor.resolution.executor == "واحد 1"
    assert executor.addressee.name == "نام تازه"
    assert executor.source.code == done.code


def test_an_extract_before_the_pens_is_a_draft_unless_it_was_notified_early(office: Office) -> None:
    meeting_id, version_id = office.written(1)
    office.finalised(version_id)
    (resolution,) = office.where("resolutions", meeting_id=meeting_id)
    paper = extract_paper(office.context, meeting_id)
    assert paper.imprint.draft
    assert (paper.document.letterhead.number, paper.document.letters[0].letterhead.day) == ("", "")
    day = office.clock.today()
    notify(office.context, resolution.id, Notice(day=day, letter_number="۲۰۷/ص", reason="شتاب"))
    told = extract_paper(office.context, meeting_id)
    assert not told.imprint.draft
    head = told.document.letters[0].letterhead
    assert (head.number, head.day) == ("۲۰۷/ص", day.isoformat())
    mine = extract_paper(office.context, meeting_id, LetterAdditions(number="۹", day=date(2023, 6, 1)))
    assert (mine.document.letters[0].letterhead.number, mine.document.letters[0].letterhead.day) == ("۹", "2023-06-01")


def test_an_extension_stands_beside_the_first_deadline(office: Office) -> None:
    meeting_id, version_id = office.written(1)
    office.finalised(version_id)
    (resolution,) = office.where("resolutions", meeting_id=meeting_id)
    later = DeadlineEvent(
        resolution_id=resolution.id,
        sequence=1,
        due=date(2023, 7, 3),
        granted_by_meeting_id=meeting_id,
        at="2023-06-01T08:00:00Z",
    )
    office.add("deadline_events", later)
    letters = extract_paper(office.context, meeting_id).document.letters
    assert letters[0].due == DueLine(first="2023-06-05", due="2023-07-03", extensions=1)


def test_a_unit_whose_task_was_cancelled_is_not_told(office: Office) -> None:
    meeting_id, version_id = office.written(1)
    office.finalised(version_id)
    task = office.where("tasks", unit_id=office.units[2])[0]
    office.put("tasks", replace(task, state=TaskState.CANCELLED))
    assert len(extract_paper(office.context, meeting_id).document.letters) == 1


def test_minutes_that_are_not_final_have_no_extract(office: Office) -> None:
    meeting_id, version_id = office.written(1)
    with refused("extract_before_final", "meeting"):
        extract_paper(office.context, meeting_id)
    office.finalised(version_id)
    withdraw(office.context, version_id, "اعتراض")
    with refused("extract_before_final", "meeting"):
        extract_paper(office.context, meeting_id)


def test_minutes_without_resolutions_have_nothing_to_tell(office: Office) -> None:
    meeting_id, version_id = office.written(0)
    office.finalised(version_id)
    with refused("extract_nothing", "meeting"):
        extract_paper(office.context, meeting_id)


def test_a_resolution_that_a_correction_took_out_is_told_of_itself(office: Office) -> None:
    meeting_id, version_id = notified(office)
    first, second = office.where("resolutions", meeting_id=meeting_id)
    made = amend(office.context, version_id, "مصوبه نادرست ثبت شده بود").id
    (clause,) = office.where("clauses", minutes_version_id=made, resolution_id=first.id)
    turn_into_note(office.context, clause.id)
    office.finalised(made)
    for unit_id in (None, office.units[0]):
        with refused("extract_resolution_gone", "meeting", number=first.number, corrected=True):
            extract_paper(office.context, meeting_id, resolution_id=first.id, unit_id=unit_id)
    assert extract_paper(office.context, meeting_id, resolution_id=second.id).document.letters


def test_a_resolution_that_is_no_units_work_is_told_of_itself_too(office: Office) -> None:
    meeting_id, version_id = office.written(1)
    advice = office.decide(
        version_id,
        office.items(meeting_id)[2],
        "توصیه شد",
        kind=ClauseKind.ADVICE,
        executor_unit_id=None,
        cooperating=(),
    )
    office.finalised(version_id)
    resolution = office.get("clauses", advice).resolution_id
    with refused("extract_resolution_without_units", "meeting", number="۱۴۰۲/۱/۲"):
        extract_paper(office.context, meeting_id, resolution_id=resolution)
