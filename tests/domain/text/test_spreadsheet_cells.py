"""Cells for a spreadsheet: no text is a formula, none makes two cells, and each comes back as it was."""

from __future__ import annotations

import pytest

from desktop_app.domain.text.spreadsheet_cells import as_text, tab_separated


@pytest.mark.parametrize("text", ["=1+1", "+98", "-1", "@SUM(1)", "\t=1", "\r=1", "'", "'=1"])
def test_no_text_is_taken_for_a_formula(text: str) -> None:
    assert as_text(text) == "'" + text


@pytest.mark.parametrize("text", ["", "متن", "۱۴۰۱/۳", "الف = ب", "–", "(=1)"])
def test_the_others_stay_as_they_are(text: str) -> None:
    assert as_text(text) == text


def test_rows_are_pasted_cell_by_cell() -> None:
    rows = [("=1", "دو\tتکه", ""), ("\n=1", "دو\r\nسطر\u2028سه", "\u2029")]
    assert tab_separated(rows) == "'=1\tدو تکه\t\n'=1\tدو  سطر سه\t"


@pytest.mark.parametrize("text", ["+98 (11) 3333-1400", "-1", "+۹۸", "'نقل"])
def test_what_calls_nothing_is_copied_as_it_stands(text: str) -> None:
    assert tab_separated([(text,)]) == text


@pytest.mark.parametrize("text", ["+cmd|'/C calc'!A0", "-A1", "@SUM(1)", "=1"])
def test_a_formula_is_copied_as_a_text(text: str) -> None:
    assert tab_separated([(text,)]) == f"'{text}"
