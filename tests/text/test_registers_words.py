"""Words of the registers of papers: what is not known leaves nothing behind, and both are named in one order."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from desktop_app.domain.read_models.listing import RegisterView
from desktop_app.printing.papers import letters_register_pdf
from desktop_app.words import letters as words
from desktop_app.words.digits import apart
from tests.architecture.source import ROOT
from tests.printing.letter_registers import REGISTER
from tests.printing.report_reader import read

OTHER_ORDER: Final = "وارده و صادره"


def test_a_paper_without_number_and_day_bears_nothing() -> None:
    """Else the panel shows an empty line in the place of «ثبت نشده»."""
    assert words.of_sender("", "") == ""
    assert words.of_sender("", "۱۴۰۲/۰۲/۲۳") == "۱۴۰۲/۰۲/۲۳"
    assert words.of_sender("۴۵۲/۱۲", "") == apart("۴۵۲/۱۲")


def test_both_registers_are_named_in_one_order() -> None:
    files = [*ROOT.glob("desktop_app/**/*.py"), *ROOT.glob("ui/*.ui"), *ROOT.glob("resources/help/*.md")]
    assert [file.name for file in files if OTHER_ORDER in file.read_text(encoding="utf-8")] == []


def test_on_paper_they_are_named_so() -> None:
    assert letters_register_pdf.title_of(REGISTER) == "دفتر صادره و وارده، سال\u00a0۱۴۰۲"
    assert letters_register_pdf.title_of(replace(REGISTER, view="incoming", year=0)) == "دفتر وارده"


def test_a_part_of_the_register_says_on_paper_what_it_was_narrowed_to() -> None:
    asked = replace(REGISTER, asked=("ماه: اردیبهشت ۱۴۰۲", "روش ارسال: دستی"))
    assert read(asked).has("محدود به ماه: اردیبهشت ۱۴۰۲؛ روش ارسال: دستی")
    assert not read(replace(REGISTER, asked=())).holds("محدود به")


def test_both_directions_stand_in_the_order_of_the_title() -> None:
    views = [words.VIEWS[one.value] for one in RegisterView]
    places = [next(at for at, one in enumerate(views) if word in one) for word in (words.OUTGOING, words.INCOMING)]
    assert places == sorted(places)
    assert words.TITLE.index(words.OUTGOING) < words.TITLE.index(words.INCOMING)
