"""What has to hold of the first start: each refusal stands at its field, all of them at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.rules.committee import PartyCode
from desktop_app.domain.rules.founding import (
    AxisValues,
    MemorandumValues,
    PartyValues,
    SeatValues,
    UnitValues,
    axis_faults,
    memorandum_faults,
    party_faults,
    seat_faults,
    unit_faults,
)
from desktop_app.domain.rules.members import SeatRole

SIGNED = date(2022, 11, 1)
TODAY = date(2023, 5, 13)
MEMORANDUM = MemorandumValues(title="تفاهم‌نامه", committee="کمیته", signed_on=SIGNED)
PARTIES = (
    PartyValues(code=PartyCode.PROVINCE, name="استانداری مازندران", short_name="استانداری"),
    PartyValues(code=PartyCode.CENTER, name="مرکز ملی", short_name="مرکز"),
)
SEAT = SeatValues(party=PartyCode.PROVINCE, role=SeatRole.MEMBER, title="عضو", name="ناهید درفشان", letter_day=SIGNED)


def _told(faults: Iterable[RuleBroken]) -> list[tuple[str, str]]:
    return [(fault.key, fault.field) for fault in faults]


def test_a_memorandum_needs_title_committee_and_a_day_that_has_come() -> None:
    assert memorandum_faults(MEMORANDUM, TODAY) == ()
    assert memorandum_faults(replace(MEMORANDUM, signed_on=TODAY), TODAY) == ()
    assert _told(memorandum_faults(MemorandumValues(title=" "), TODAY)) == [
        ("memorandum_without_title", "title"),
        ("committee_without_name", "committee"),
        ("signing_day_missing", "signed_on"),
    ]
    ahead = replace(MEMORANDUM, signed_on=TODAY + timedelta(days=1))
    assert _told(memorandum_faults(ahead, TODAY)) == [("signing_day_ahead", "signed_on")]


def test_the_parties_are_named_and_told_apart() -> None:
    assert party_faults(PARTIES) == ()
    nameless = (PARTIES[0], replace(PARTIES[1], name="  ", short_name=""))
    assert _told(party_faults(nameless)) == [
        ("party_without_name", "name.center"),
        ("party_without_short_name", "short_name.center"),
    ]
    # the same word in another spelling is no other name
    twins = (PARTIES[0], replace(PARTIES[1], short_name="استان داري"))
    assert _told(party_faults(twins)) == [("parties_same_name", "short_name.center")]


def test_codes_of_axes_are_unique_whatever_digits_they_are_typed_with() -> None:
    axes = [AxisValues(code=code, title="عنوان") for code in ("۸", "۸-۱", "8 - 1", "۹-۱")]
    assert _told(axis_faults(axes)) == [("axis_code_twice", "code.2"), ("axis_above_missing", "code.3")]
    assert _told(axis_faults([AxisValues(code=" ", title="")])) == [
        ("axis_without_code", "code.0"),
        ("axis_without_title", "title.0"),
    ]
    assert _told(axis_faults([])) == [("axes_missing", "axes")]


@pytest.mark.parametrize(
    "code", ["الف{بد}", "}", "۱/۲", "a\\b", "۸:۱", "*", "(۱)", "«۱»", "۱،۲", "۸-", "-۱", "۸--۱", "٪۱"]
)
def test_a_code_of_signs_that_a_number_or_a_file_name_cannot_bear_is_refused(code: str) -> None:
    axes = [AxisValues(code="۸", title="عنوان"), AxisValues(code=code, title="عنوان")]
    assert ("axis_code_signs", "code.1") in _told(axis_faults(axes))
    assert _told(axis_faults(axes, known={code}))[:1] != [("axis_code_signs", "code.1")], "what stands already stays"


@pytest.mark.parametrize("code", ["۹", "الف", "ب\u200cپ", "IT 2", "8-1", "۸ - ۱", "۸-۱-الف", "م.۳", "هٔ"])
def test_letters_digits_and_the_hyphen_of_a_sub_axis_make_a_code(code: str) -> None:
    axes = [AxisValues(code=one, title="عنوان") for one in ("۸", "۸-۱", code)]
    assert "axis_code_signs" not in [key for key, _ in _told(axis_faults(axes))]


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({}, []),
        ({"letter_day": SIGNED - timedelta(days=1)}, [("nomination_before_signing", "letter_day.0")]),
        ({"letter_day": TODAY + timedelta(days=1)}, [("letter_day_ahead", "letter_day.0")]),
        ({"letter_day": None}, [("letter_without_day", "letter_day.0")]),
        ({"name": ""}, [("person_without_name", "name.0")]),
        ({"title": " "}, [("seat_without_title", "title.0")]),
        ({"name": "", "letter_day": None}, []),
    ],
)
def test_a_named_person_has_a_letter_in_its_days(changed: dict[str, object], told: list[tuple[str, str]]) -> None:
    seat = replace(SEAT, **changed)  # type: ignore[arg-type]
    assert _told(seat_faults([seat], SIGNED, TODAY)) == told


def test_nobody_sits_twice_and_an_unknown_signing_day_refuses_no_letter() -> None:
    early = replace(SEAT, letter_day=date(2000, 1, 1))
    assert seat_faults([early], None, TODAY) == ()
    other = replace(SEAT, party=PartyCode.CENTER, name="ناهيد  درفشان")
    assert _told(seat_faults([SEAT, other], SIGNED, TODAY)) == [("person_seated_twice", "name.1")]


def test_only_chosen_units_are_judged_and_only_inside_their_party() -> None:
    unit = UnitValues(party=PartyCode.PROVINCE, name="دفتر پیگیری")
    elsewhere = replace(unit, party=PartyCode.CENTER)
    left_out = UnitValues(party=PartyCode.PROVINCE, name="", chosen=False)
    assert unit_faults([unit, elsewhere, left_out]) == ()
    assert _told(unit_faults([unit, replace(unit, name=" ")])) == [("unit_without_name", "name.1")]
    assert _told(unit_faults([unit, replace(unit, name="دفترپیگیري")])) == [("unit_twice", "name.1")]
