"""How the office wants its papers: limits, saving beside another hand, and what papers make of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.domain.documents.appearance import Margins, Sheet, Typography
from desktop_app.domain.documents.paper_kinds import Profile
from desktop_app.domain.documents.print_setup import USUAL_SETUP, PrintFont, PrintSetup
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.outcome import Changed
from desktop_app.services.office.settings import print_setup, print_setup_refusals, save_print_setup
from desktop_app.words.refusals import sentence
from tests.services.office_steps import Office

ISOLATES = dict.fromkeys((0x2066, 0x2067, 0x2068, 0x2069))
FONT = PrintFont(family="Nazli", style="Regular", weight=400, digest="0" * 64)


def setup(**typography: object) -> PrintSetup:
    return PrintSetup(typography=replace(Typography(), **typography))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("wanted", "fields"),
    [
        (USUAL_SETUP, []),
        (setup(size=69), ["size"]),
        (setup(pitch=161), ["pitch"]),
        (setup(size=0, margins=Margins(right=4, left=61, first_top=37, top=19, bottom=22)), [
            "size", "right", "left", "first_top", "top", "bottom",
        ]),
        (setup(sheet=Sheet.A5, margins=Margins(right=40, left=40)), ["right"]),
        (setup(size=150, margins=Margins(right=60, left=60)), ["right"]),
        (setup(size=100, margins=Margins(right=60, left=60)), []),
        (setup(font="Nazli"), ["font"]),
        (PrintSetup(fonts=(FONT,)), ["font"]),
        (PrintSetup(typography=Typography(font="Nazli"), fonts=(FONT,)), []),
    ],
)  # fmt: skip
def test_each_refusal_stands_beside_its_field(wanted: PrintSetup, fields: list[str]) -> None:
    refused = print_setup_refusals(wanted)
    assert [one.field for one in refused] == fields
    assert all(sentence(one) for one in refused)


def test_what_is_saved_is_read_back_and_told(office: Office) -> None:
    wanted = PrintSetup(
        typography=Typography(font="Nazli", size=110, kashida=True), profile=Profile.A_2B, fonts=(FONT,)
    )
    outcome = save_print_setup(office.context, wanted, print_setup(office.context))
    assert outcome.changed is Changed.SETTINGS
    assert print_setup(office.context) == wanted


@pytest.mark.parametrize(
    ("wanted", "key", "field", "said"),
    [
        (setup(size=10), "typography_percent", "size", "باید ۷۰ تا ۱۵۰ درصد باشد"),
        (setup(margins=Margins(right=4)), "typography_margin", "right", "باید ۵ تا ۶۰ میلی‌متر باشد"),
        (setup(margins=Margins(first_top=37)), "typography_margin", "first_top", "باید ۳۸ تا ۹۰ میلی‌متر باشد"),
        (setup(sheet=Sheet.A5, margins=Margins(right=40, left=40)), "typography_narrow", "right", "کمتر از ۹۰ میلی‌متر"),
        (setup(font="Nazli"), "typography_font_missing", "font", "«Nazli» نگه‌داشته نشده است"),
    ],
    ids=["percent", "margin", "first top", "narrow", "font"],
)
def test_a_refused_setup_changes_nothing(office: Office, wanted: PrintSetup, key: str, field: str, said: str) -> None:
    with pytest.raises(RuleBroken, match=key) as caught:
        save_print_setup(office.context, wanted, USUAL_SETUP)
    assert caught.value.field == field
    assert said in sentence(caught.value).translate(ISOLATES)
    assert print_setup(office.context) == USUAL_SETUP


def test_what_another_hand_changed_meanwhile_stays(office: Office) -> None:
    seen = print_setup(office.context)
    save_print_setup(office.context, replace(seen, profile=Profile.A_1B), seen)
    save_print_setup(office.context, replace(seen, typography=Typography(size=90)), seen)
    save_print_setup(office.context, PrintSetup(typography=Typography(font="Nazli"), fonts=(FONT,)), seen)
    assert print_setup(office.context) == PrintSetup(
        typography=Typography(font="Nazli", size=90), profile=Profile.A_1B, fonts=(FONT,)
    )
