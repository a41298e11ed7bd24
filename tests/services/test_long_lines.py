"""A field of one line takes what has room in the heads and columns of paper; more is told beside the field."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.domain.documents.letter_lines import LetterAdditions
from desktop_app.domain.documents.paper_capabilities import SHORT
from desktop_app.domain.rules.typed_text import LINE_LIMIT
from desktop_app.services.documents.letter_document import clean_additions
from desktop_app.services.members.people import save_person
from desktop_app.services.members.units import save_unit
from desktop_app.services.office.settings import letterhead_values, office_settings, save_letterhead
from tests.refusing import refused
from tests.services.office_steps import Office
from tests.services.prepared import save_settings

LONG = "ن" * 3000


def test_a_name_of_three_thousand_letters_is_refused_beside_its_field(office: Office) -> None:
    person, unit = office.where("people")[0], office.where("units")[0]
    with refused("text_too_long", "name", count=3000, limit=LINE_LIMIT):
        save_person(office.context, replace(person, name=LONG))
    with refused("text_too_long", "head", count=3000, limit=LINE_LIMIT):
        save_unit(office.context, replace(unit, head=LONG))
    save_unit(office.context, replace(unit, name=LONG[:LINE_LIMIT]))


def test_so_are_the_letterhead_and_the_pattern_of_numbers(office: Office) -> None:
    values = letterhead_values(office.context)
    with refused("letterhead_too_wide", "letterhead", most=SHORT):
        save_letterhead(office.context, replace(values, lines=(LONG,)), values)
    with refused("text_too_long", "pattern", count=3000, limit=SHORT):
        save_settings(office.context, replace(office_settings(office.context), number_pattern=LONG))


def test_so_is_the_subject_of_a_letter(office: Office) -> None:
    with refused("text_too_long", "subject", count=3000, limit=LINE_LIMIT):
        clean_additions(office.context.paper, LetterAdditions(subject=LONG))
    assert clean_additions(office.context.paper, LetterAdditions(note=LONG)).note == LONG, (
        "a text of many lines has room"
    )


@pytest.mark.parametrize("fill", ["ن" * SHORT, "نهاد همکار " * 10])
def test_the_longest_letterhead_is_kept(office: Office, fill: str) -> None:
    values = letterhead_values(office.context)
    save_letterhead(office.context, replace(values, lines=(fill.strip(),)), values)
    assert letterhead_values(office.context).lines == (fill.strip(),)
