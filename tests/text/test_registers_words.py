"""Words of the registers of papers: what is not known leaves nothing behind."""

from __future__ import annotations

from desktop_app.text.registers import registers as words
from desktop_app.text.shared.isolates import apart


def test_a_paper_without_number_and_day_bears_nothing() -> None:
    """Else the panel shows an empty line in the place of «ثبت نشده»."""
    assert words.of_sender("", "") == ""
    assert words.of_sender("", "۱۴۰۲/۰۲/۲۳") == "۱۴۰۲/۰۲/۲۳"
    assert words.of_sender("۴۵۲/۱۲", "") == apart("۴۵۲/۱۲")
