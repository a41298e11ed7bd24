"""Refusals of real rules read as whole sentences, with every state and number in Persian."""

from __future__ import annotations

import re

import pytest

from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.rules.meetings import MEETINGS, MeetingState
from desktop_app.domain.rules.members import NOMINATIONS, NominationState
from desktop_app.domain.rules.minutes import MINUTES, MinutesState
from desktop_app.domain.rules.resolutions import ResolutionActKind, ResolutionState
from desktop_app.domain.rules.states import StateMachine
from desktop_app.domain.rules.tasks import TASKS, TaskState
from desktop_app.words import states
from desktop_app.words.refusals import sentence
from desktop_app.words.refusals_follow_up import MACHINES
from tests.architecture.source import word_modules

KINDS: list[
    tuple[
        StateMachine[MeetingState]
        | StateMachine[MinutesState]
        | StateMachine[TaskState]
        | StateMachine[NominationState],
        type,
    ]
] = [
    (MEETINGS, MeetingState),
    (MINUTES, MinutesState),
    (TASKS, TaskState),
    (NOMINATIONS, NominationState),
]


@pytest.mark.parametrize(("machine", "kind"), KINDS, ids=lambda value: getattr(value, "name", ""))
def test_every_state_of_every_machine_has_its_word(
    machine: StateMachine[MeetingState], kind: type[MeetingState]
) -> None:
    _name, words = MACHINES[machine.name]
    assert set(words) == {str(state) for state in kind}


def test_every_act_and_course_of_a_resolution_has_its_word() -> None:
    assert {str(state) for state in ResolutionState} | {str(kind) for kind in ResolutionActKind} <= set(
        states.RESOLUTION
    )


def test_a_move_that_is_not_allowed_names_both_states() -> None:
    with pytest.raises(RuleBroken) as refused:
        MINUTES.require(MinutesState.SIGNED, MinutesState.DRAFT)
    text = sentence(refused.value)
    assert "«امضاشده»" in text
    assert "«پیش‌نویس»" in text


def test_a_missing_reason_names_what_needs_it() -> None:
    with pytest.raises(RuleBroken) as refused:
        MEETINGS.require(MeetingState.SCHEDULED, MeetingState.CANCELLED)
    assert "«لغوشده»" in sentence(refused.value)


def test_all_unmarked_seats_are_counted_in_persian() -> None:
    one = sentence(RuleBroken("attendance_incomplete", count=1, name="نرگس لاهیجی"))
    four = sentence(RuleBroken("attendance_incomplete", count=4, name="نرگس لاهیجی"))
    assert "کرسی دیگر" not in one
    assert "۳ کرسی دیگر" in four


@pytest.mark.parametrize("code_point", ["U+1F600", 0x1F600])
def test_a_character_that_the_font_lacks_is_named_with_its_code(code_point: object) -> None:
    text = sentence(RuleBroken("glyph_missing", character="\U0001f600", code_point=code_point, place="text", row=0))
    assert "«\U0001f600»" in text
    assert "U+1F600" in text


def test_no_sentence_sets_quotation_marks_inside_brackets() -> None:
    found = [module.path for module in word_modules() if "(«{" in module.text]
    assert found == []


def test_braces_of_a_pattern_are_shown_as_typed() -> None:
    text = sentence(RuleBroken("pattern_token_unknown", token="ماه"))
    assert re.findall(r"\{[^{}]+\}", text) == ["{ماه}", "{سال}", "{جلسه}", "{ردیف}", "{محور}"]


def test_a_past_resolution_of_an_unrecorded_meeting_leads_to_the_meetings_first() -> None:
    told = sentence(RuleBroken("past_meeting_day_missing", field="day", number=7))
    assert told.index("نخست جلسه‌ها را ثبت کنید") < told.index("در همین سطر بنویسید")


def test_a_meeting_without_a_number_is_not_called_the_meeting_zero() -> None:
    told = sentence(RuleBroken("meeting_without_minutes", number=0))
    assert told.startswith("جلسه‌ای بدون شماره هنوز")
