"""Settings are saved only when no rule would break by them."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from desktop_app.domain.outcome import Changed
from desktop_app.domain.rules.attendance import QuorumRule
from desktop_app.services.office.settings import office_settings, save_edited, settings_refusals
from tests.refusing import refused
from tests.services.office_steps import Office
from tests.services.prepared import save_settings


def test_settings_are_taken_whole(office: Office) -> None:
    chosen = replace(
        office_settings(office.context),
        number_pattern="{جلسه}-{ردیف}",
        quorum=QuorumRule(Fraction(2, 3), video_counts=False),
        opens_at="۷:۳۰",
        letterhead=("استانداري", "مرکز"),
        sample=True,
    )
    assert save_settings(office.context, chosen).changed == Changed.SETTINGS
    stored = office_settings(office.context)
    assert stored == replace(chosen, opens_at="07:30", letterhead=("استانداری", "مرکز"), sample=False)


@pytest.mark.parametrize(
    ("changes", "key", "field"),
    [
        ({"number_pattern": "{سال}/{ردیف}"}, "pattern_can_repeat", "pattern"),
        ({"number_pattern": "{جلسه}{ردیف}"}, "pattern_tokens_touch", "pattern"),
        ({"number_pattern": "☎{جلسه}/{ردیف}"}, "glyph_missing", "pattern"),
        ({"originals": 0}, "originals_too_few", "originals"),
        ({"quorum": QuorumRule(Fraction(1))}, "quorum_share_impossible", "quorum"),
        ({"quorum": QuorumRule(Fraction(-1, 2))}, "quorum_share_impossible", "quorum"),
        ({"weekend": frozenset(range(7))}, "no_working_day", "weekend"),
        ({"closes_at": "دیر"}, "time_not_understood", "closes_at"),
        ({"opens_at": " "}, "office_hour_missing", "opens_at"),
        ({"opens_at": "16:00", "closes_at": "8"}, "office_closes_before_opening", "closes_at"),
        ({"letterhead": ("نام",) * 5}, "letterhead_too_long", "letterhead"),
    ],
)
def test_what_settings_may_not_be(office: Office, changes: dict[str, Any], key: str, field: str) -> None:
    before = office_settings(office.context)
    with refused(key, field):
        save_settings(office.context, replace(before, **changes))
    assert office_settings(office.context) == before


def test_a_new_pattern_never_gives_an_old_number_again(office: Office) -> None:
    settings = office_settings(office.context)
    save_settings(office.context, replace(settings, number_pattern="{جلسه}/{ردیف}"))
    _, version_id = office.written(2)
    assert office.finalised(version_id).numbers == ("۱/۱", "۱/۲")
    with refused("pattern_repeats_given", "pattern", number="۱/۲"):
        save_settings(office.context, replace(settings, number_pattern="{ردیف}/{جلسه}"))
    save_settings(office.context, replace(settings, number_pattern="{ردیف}/ص/{جلسه}"))


def test_a_pattern_typed_with_arabic_letters_is_read_as_it_is_kept(office: Office) -> None:
    settings = office_settings(office.context)
    save_settings(office.context, replace(settings, number_pattern="{سال}/{جلسه}/{رديف}"))
    assert office_settings(office.context).number_pattern == "{سال}/{جلسه}/{ردیف}"


def test_every_refusal_is_told_at_once_each_beside_its_field(office: Office) -> None:
    wrong = replace(
        office_settings(office.context),
        number_pattern="{ردیف}",
        weekend=frozenset(range(7)),
        opens_at="دیر",
        originals=0,
        operator="☎",
    )
    found = settings_refusals(office.context, wrong)
    assert [one.field for one in found] == ["pattern", "weekend", "opens_at", "originals", "operator"]
    assert settings_refusals(office.context, office_settings(office.context)) == ()


def test_a_repeated_number_is_told_before_saving_too(office: Office) -> None:
    settings = office_settings(office.context)
    save_settings(office.context, replace(settings, number_pattern="{جلسه}/{ردیف}"))
    _, version_id = office.written(2)
    office.finalised(version_id)
    turned = replace(settings, number_pattern="{ردیف}/{جلسه}", originals=0)
    found = settings_refusals(office.context, turned)
    assert [one.key for one in found] == ["pattern_repeats_given", "originals_too_few"]


def test_an_edited_form_changes_only_what_it_edited(office: Office) -> None:
    seen = office_settings(office.context)
    save_settings(office.context, replace(seen, kept_at="بایگانی"))
    save_edited(office.context, replace(seen, operator="کارشناس"), seen)
    stored = office_settings(office.context)
    assert (stored.kept_at, stored.operator) == ("بایگانی", "کارشناس")
