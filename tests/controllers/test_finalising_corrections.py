"""What is asked before a correction is final, and what is told after it: work that ends, and the way back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from desktop_app.domain.outcome import Changed
from desktop_app.domain.rules.minutes import MinutesState
from desktop_app.domain.rules.tasks import TaskState
from desktop_app.services.minutes.clauses import remove_clause, save_clause, turn_into_note
from desktop_app.services.minutes.finalising import withdraw
from desktop_app.services.minutes.minutes import mark_read, to_review
from desktop_app.services.versions.amending import amend
from desktop_app.services.versions.signing import sign_all
from desktop_app.widgets.feedback.dialogs import Question
from desktop_app.widgets.style.tokens import Tone
from desktop_app.window.minutes import asking_words as asking
from tests.refusing import refused
from tests.services.corrections import notified
from tests.services.office_steps import MONDAY, Office
from tests.views.minutes_desk import Desk, desk_at


@pytest.fixture
def desk(office: Office) -> Iterator[Desk]:
    """The draft of a correction of minutes with two notified resolutions, each of two units."""
    meeting_id, version_id = notified(office)
    made = desk_at(office, meeting_id, amend(office.context, version_id, "مصوبه نادرست ثبت شده بود").id)
    yield made
    made.page.close()
    made.page.deleteLater()


def resolutions(desk: Desk) -> list[int]:
    return [one.id for one in desk.office.where("clauses", minutes_version_id=desk.version_id) if one.is_resolution]


def finalised(desk: Desk) -> Question:
    """Read, and made final by way of the question, which is answered."""
    context = desk.office.context
    to_review(context, desk.version_id)
    mark_read(context, desk.version_id)
    desk.controller.reload(Changed.MINUTES)
    desk.person.answer = "finalise"
    desk.page.ui.finalise.click()
    assert desk.office.get("versions", desk.version_id).state is MinutesState.FINAL
    question = desk.person.asked[-1]
    assert isinstance(question, Question)
    return question


def test_a_notified_resolution_that_goes_is_named_with_its_tasks_before_and_after(desk: Desk) -> None:
    first, second = resolutions(desk)
    turn_into_note(desk.office.context, first)
    remove_clause(desk.office.context, second)
    question = finalised(desk)
    detail = desk.page.ui.band.detail()
    for number in ("۱۴۰۲/۱/۱", "۱۴۰۲/۱/۲"):
        assert asking.resolution_ends(number, 2) in question.text
        assert asking.resolution_ended(number, 2) in detail
    assert asking.TELL_UNITS in question.text
    assert asking.TELL_UNITS in detail
    assert question.tone is Tone.WARNING
    assert question.choices[0].key == "cancel", "it has no way back"
    assert {task.state for task in desk.office.where("tasks")} == {TaskState.CANCELLED}


def test_a_unit_that_goes_from_a_notified_resolution_is_counted_too(desk: Desk) -> None:
    first = desk.office.get("clauses", resolutions(desk)[0])
    save_clause(desk.office.context, replace(first, cooperating=()))
    question = finalised(desk)
    assert asking.tasks_end("۱۴۰۲/۱/۱", 1) in question.text
    assert "۱۴۰۲/۱/۲" not in question.text
    assert asking.tasks_ended("۱۴۰۲/۱/۱", 1) in desk.page.ui.band.detail()


def test_a_correction_that_ends_no_work_says_nothing_of_it(desk: Desk) -> None:
    first = desk.office.get("clauses", resolutions(desk)[0])
    save_clause(desk.office.context, replace(first, text="تصمیم یک با اولویت روستاها"))
    question = finalised(desk)
    assert asking.TELL_UNITS not in question.text
    assert question.tone is Tone.NEUTRAL
    assert asking.TELL_UNITS not in desk.page.ui.band.detail()


def test_the_question_says_whether_a_correction_can_be_opened_again(desk: Desk, office: Office) -> None:
    """A notification ends the right to re-open, that of the signed version, too."""
    assert asking.AMENDMENT_STAYS in finalised(desk).text
    with refused("withdraw_after_notification"):
        withdraw(office.context, desk.version_id, "دلیل")


def test_where_nothing_was_notified_it_can(office: Office) -> None:
    meeting_id, version_id = office.written(1)
    office.finalised(version_id)
    sign_all(office.context, version_id, MONDAY, asked=True)
    made = desk_at(office, meeting_id, amend(office.context, version_id, "مصوبه نادرست ثبت شده بود").id)
    assert asking.AMENDMENT_REOPENS in finalised(made).text
    withdraw(office.context, made.version_id, "دلیل")
    made.page.close()
    made.page.deleteLater()
