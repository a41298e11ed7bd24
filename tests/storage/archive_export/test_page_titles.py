"""Titles of the records on the page of an export."""

from __future__ import annotations

from typing import Any

import pytest

from desktop_app.storage.archive_export.page_titles import Titles
from desktop_app.text.archive_export.page_words import SECTIONS
from desktop_app.text.registers import registers
from desktop_app.wiring import export_words

ROWS: dict[str, dict[str, Any]] = {
    "incoming_paper": {"subject": "گزارش کار", "struck_on": "2026-11-28"},
    "outgoing_paper": {"subject": "گزارش کار", "struck_on": "2026-11-28"},
    "sent_invitation": {"addressee": "گزارش کار", "struck": 1, "meeting_id": None},
}


@pytest.mark.parametrize("table", ROWS)
@pytest.mark.parametrize("stands", [True, False])
def test_a_letter_that_was_struck_is_marked_wherever_it_is_listed_or_found(table: str, stands: bool) -> None:
    row = ROWS[table] | ({"struck_on": None, "struck": 0} if stands else {})
    title = Titles(lambda _table, _key: row, export_words()).of(table, 1)
    assert title.startswith(registers.STRUCK) is not stands
    assert "گزارش کار" in title


def test_the_registers_are_one_part_under_their_own_name_and_count_a_letter_once() -> None:
    (tables,) = [tables for _, title, tables in SECTIONS if title == registers.TITLE]
    assert tables == ("outgoing_paper", "incoming_paper")
