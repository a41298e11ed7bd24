"""What each cell of the lists says: state by shape, word and colour, and never one of them alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from desktop_app.domain.read_models.listing import MeetingRow, MinutesRow, ResolutionRow
from desktop_app.domain.rules.meetings import MeetingKind, MeetingState
from desktop_app.domain.rules.minutes import MinutesState
from desktop_app.domain.rules.resolutions import ResolutionState
from desktop_app.widgets.controls.pill import Party
from desktop_app.widgets.lists.cell_content import CellContent
from desktop_app.widgets.style.state_mark import Shape
from desktop_app.widgets.style.tokens import Tone
from desktop_app.window.kit.list_spec import ListSpec
from desktop_app.window.kit.state_format import StateContent, meeting_content, minutes_content, resolution_content
from desktop_app.window.minutes import words as minutes_words
from desktop_app.window.minutes.list_page import minutes_list_spec
from desktop_app.window.months.format import meetings_spec
from desktop_app.window.resolutions.page import resolutions_spec
from desktop_app.words import lists as words
from desktop_app.words import states

TODAY = date(2023, 5, 13)
MEETING = MeetingRow(
    id=1,
    number=5,
    kind=MeetingKind.ORDINARY,
    state=MeetingState.HELD,
    day=date(2023, 5, 1),
    starts_at="10:00",
    place="سالن جلسات استانداری",
    agenda_count=4,
    resolution_count=1,
    minutes_version_id=7,
    minutes_state=MinutesState.FINAL,
)
MINUTES = MinutesRow(
    id=7,
    meeting_id=1,
    meeting_number=5,
    version=2,
    state=MinutesState.FINAL,
    day=date(2023, 5, 1),
    inquorate=False,
    code="ABCD2345",
    resolution_count=2,
    signer_count=8,
    signed_on_each=(3, 0),
)
RESOLUTION = ResolutionRow(
    id=3,
    number="۱۴۰۱/۳/۲",
    meeting_id=1,
    meeting_number=3,
    minutes_version_id=7,
    text="خودارزیابی آمادگی دولت هوشمند",
    axis_code="۸-۱",
    executor="دفتر فناوری اطلاعات",
    executor_party_id=2,
    due=date(2023, 5, 20),
    state=ResolutionState.IN_PROGRESS,
    percent=64,
    days_late=0,
)


def _content(spec: ListSpec[Any], title: str, row: object) -> CellContent:
    (column,) = [column for column in spec.columns if column.title == title]
    assert column.content is not None
    content = column.content(row)
    assert isinstance(content, CellContent)
    return content


def _resolution(title: str, **changed: Any) -> CellContent:
    return _content(resolutions_spec(lambda: TODAY, {2: Party.CENTER}), title, replace(RESOLUTION, **changed))


@pytest.mark.parametrize("spec", [meetings_spec(), minutes_list_spec(list), resolutions_spec(lambda: TODAY, {})])
def test_a_list_has_one_width_a_column_and_one_that_takes_the_rest(spec: ListSpec[Any]) -> None:
    assert len(spec.widths) == len(spec.columns)
    assert list(spec.widths).count(None) == 1
    assert spec.empty.title
    assert spec.empty.action


@pytest.mark.parametrize(
    "contents",
    [
        [meeting_content(state) for state in MeetingState],
        [minutes_content(state) for state in MinutesState],
        [resolution_content(state) for state in ResolutionState],
    ],
)
def test_every_state_has_its_word_shape_and_colour(contents: list[StateContent]) -> None:
    assert len({content.word for content in contents}) == len(contents)
    # those who see no colour tell states apart by shape and word, which come together
    assert all(content.word and isinstance(content.shape, Shape) for content in contents)


def test_a_meeting_tells_how_full_it_is() -> None:
    assert _content(meetings_spec(), words.MEETING, MEETING) == CellContent(
        "جلسهٔ پنجم", "۴ بند دستور · ۱ مصوبه", strong=True
    )
    bare = replace(MEETING, number=None, day=None, starts_at="", resolution_count=0, minutes_state=None)
    assert _content(meetings_spec(), words.MEETING, bare) == CellContent(words.NO_NUMBER, "۴ بند دستور", strong=True)
    assert _content(meetings_spec(), words.DAY, bare) == CellContent(words.NO_DAY, "")
    assert _content(meetings_spec(), words.MINUTES, bare).first == words.NOT_BEGUN
    for state in (None, MinutesState.DRAFT):
        gone = replace(bare, state=MeetingState.CANCELLED, minutes_state=state)
        (column,) = [one for one in meetings_spec().columns if one.title == words.MINUTES]
        assert (_content(meetings_spec(), words.MINUTES, gone).first, column.text(gone)) == (words.CALLED_OFF,) * 2
    assert _content(meetings_spec(), words.DAY, MEETING) == CellContent("۱۴۰۲/۰۲/۱۱", "دوشنبه ۱۰:۰۰")


def test_signatures_are_counted_only_on_final_minutes() -> None:
    counted = {(3, 0): "نسخه‌های اصلی: ۳ و ۰ از ۸", (8, 8): "۸ از ۸ در هر ۲ نسخهٔ اصلی", (3,): "۳ از ۸ امضا"}
    counted |= {(3, 0, 8): "نسخه‌های اصلی: ۳، ۰ و ۸ از ۸", (1, 2, 3, 4): "۱۰ از ۳۲ در ۴ نسخهٔ اصلی"}
    for on_each, said in counted.items():
        row = replace(MINUTES, signed_on_each=on_each)
        assert _content(minutes_list_spec(list), words.STATE, row).second == said
    draft = replace(MINUTES, state=MinutesState.DRAFT)
    assert _content(minutes_list_spec(list), words.STATE, draft).second == ""


def test_the_first_line_says_which_minutes_wait() -> None:
    needs = minutes_list_spec(list).needs
    assert needs is not None
    waiting = needs({"all": 9, "awaits_pen": 2, "in_hand": 1, "signed": 6})
    assert [(need.text, need.view) for need in waiting] == [
        ("۲ صورت‌جلسه در انتظار امضا است.", "awaits_pen"),
        ("۱ صورت‌جلسه در دست نوشتن است.", "in_hand"),
    ]
    assert [need.text for need in needs({"all": 9, "awaits_pen": 0})] == [minutes_words.NOTHING_WAITS]
    assert list(needs({"all": 0})) == []


def test_minutes_without_quorum_say_so() -> None:
    assert _content(minutes_list_spec(list), words.MINUTES, MINUTES).second == "۲ مصوبه"
    assert (
        _content(minutes_list_spec(list), words.MINUTES, replace(MINUTES, inquorate=True)).second
        == minutes_words.INQUORATE
    )


def test_late_stands_beside_the_state_and_never_replaces_it() -> None:
    late = _resolution(words.STATE, state=ResolutionState.BLOCKED, days_late=83)
    assert (late.first, late.shape, late.tone) == ("دارای مانع", Shape.SQUARE_BAR, Tone.WARNING)
    late_said = f"{states.LATE} · ۶۴\u200f٪"
    assert (late.second, late.second_shape, late.second_tone) == (late_said, Shape.TRIANGLE, Tone.DANGER)
    in_time = _resolution(words.STATE)
    assert (in_time.first, in_time.second, in_time.percent) == ("در حال اجرا", "۶۴\u200f٪", 64)
    assert in_time.second_shape is None


@pytest.mark.parametrize(
    ("changed", "first", "second"),
    [
        ({}, "۱۴۰۲/۰۲/۳۰", "۷ روز مانده"),
        ({"due": TODAY}, "۱۴۰۲/۰۲/۲۳", "امروز"),
        ({"due": date(2023, 5, 10), "days_late": 3}, "۱۴۰۲/۰۲/۲۰", "۳ روز تأخیر"),
        ({"due": date(2023, 5, 10), "state": ResolutionState.VERIFIED}, "۱۴۰۲/۰۲/۲۰", ""),
        ({"due": date(2023, 5, 10), "state": ResolutionState.REPORTED_DONE}, "۱۴۰۲/۰۲/۲۰", words.AWAITS_VERIFYING),
        ({"due": None}, "", ""),
    ],
)
def test_a_deadline_says_how_far_it_is(changed: dict[str, Any], first: str, second: str) -> None:
    content = _resolution(words.DUE, **changed)
    assert (content.first, content.second) == (first, second)


def test_a_resolution_carries_its_context() -> None:
    content = _resolution(words.SUBJECT)
    assert content.second == "دفتر فناوری اطلاعات · م۸\u200f-\u200f۱"
    assert content.party is Party.CENTER
    bare = _resolution(words.SUBJECT, executor="", executor_party_id=None, axis_code="")
    assert (bare.second, bare.party) == ("", None)


def test_a_number_is_shown_in_persian_digits_and_its_lack_is_said() -> None:
    assert _resolution(words.NUMBER).first == "۱۴۰۱/۳/۲"
    assert _resolution(words.NUMBER, number="1401/3/2").first == "۱۴۰۱/۳/۲"
    assert _resolution(words.NUMBER, number="IR-12").first == "IR-12"
    assert _resolution(words.NUMBER, number="", meeting_number=None) == CellContent(words.NO_NUMBER, "")
