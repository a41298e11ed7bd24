"""What a recovery says of its rows: only proved ones are called right, and a number is whole only where it is known."""

from __future__ import annotations

import pytest

from desktop_app.domain.read_models.recovery_report import RecoveryReport, TableReport
from desktop_app.text import found
from desktop_app.text import recovery as words
from desktop_app.text.shared.digits import persian


def test_rows_that_no_hash_can_prove_are_not_called_right() -> None:
    told = words.summary(47, 79, 47)
    assert "۴۷ ردیف درست است" not in told
    assert "درستی ۴۷ ردیف را نمی‌توان سنجید" in told
    assert "۷۹ ردیف چنان که نوشته شده بود به دست نیامد" in told
    assert words.summary(50, 2, 3).startswith("۴۷ ردیف درست است، درستی ۳ ردیف را نمی‌توان سنجید و ۲ ردیف چنان")


def test_what_was_written_is_all_there_only_where_every_row_was_proved() -> None:
    assert words.summary(12, 0) == "۱۲ ردیف خوانده شد و همه همان است که نوشته شده بود."
    assert "همه همان است" not in words.summary(12, 0, 1)
    assert "همه همان است" not in words.summary(12, 0, 0, all_known=False)
    assert words.summary(12, 3) == "۱۲ ردیف درست است و ۳ ردیف چنان که نوشته شده بود به دست نیامد."


def test_where_the_list_of_rows_is_damaged_what_is_lost_is_told_as_the_least() -> None:
    told = words.summary(47, 79, 47, all_known=False)
    assert "دست‌کم ۷۹ ردیف" in told
    assert words.NOT_ALL_KNOWN in told
    assert words.losing(78, 1, "set-aside", all_known=False).startswith("دست‌کم ۷۸ ردیف در آن نیست")
    assert words.NOT_ALL_KNOWN in words.losing(78, 1, "set-aside", all_known=False)
    assert "چیزی از دست نمی‌رود" not in words.losing(0, 0, "set-aside", all_known=False)
    assert "دست‌کم" not in words.losing(78, 1, "set-aside")


def test_a_row_that_came_without_its_time_is_not_said_to_be_gone() -> None:
    assert words.losing(0, 0, "set-aside", untimed=2).startswith("زمان ۲ ردیف در آن نیست. گزارش")


def test_a_chain_of_which_nothing_was_read_is_not_called_right() -> None:
    assert "درست است" not in words.links_line(0, 0)
    assert words.links_line(3, 3) == "پیوستگی رویدادهای هر ۳ کار درست است و ادامه می‌یابد."


def test_records_are_named_in_persian() -> None:
    assert words.record_line("audit", 4, "taking_over", "lost") == "دفتر رویدادها «سابقهٔ پیش از ثبت»: از دست رفته است."
    assert words.record_line("meeting", 49, "49", "lost") == "جلسه «۴۹»: از دست رفته است."
    assert words.record_line("person", 2, "meeting", "lost") == "شخص «meeting»: از دست رفته است."
    assert words.record_line("act", 2, "", "lost") == "دفتر کارها (نام آن خوانده نشد؛ شمارهٔ درونی ۲): از دست رفته است."


def test_the_report_counts_what_cannot_be_proved() -> None:
    tables = (TableReport("meeting", 5, 2), TableReport("person", 4, 4))
    report = RecoveryReport(at="", tables=tables, records=(), links_kept=0, links_found=0, all_known=False)
    assert (report.came, report.unproven, report.whole) == (9, 6, False)


@pytest.mark.parametrize("count", [1, 2, 3, 5])
def test_the_line_about_recoveries_names_the_newest_and_counts_the_others(count: int) -> None:
    told = found.recovered([(f"روز {persian(day)}", day, {}) for day in range(count, 0, -1)], "/kept")
    named = min(count, found.RECOVERIES)
    assert [f"روز {persian(day)}." in told for day in range(count, 0, -1)] == [True] * named + [False] * (count - named)
    assert ("بازیابی دیگر" in told) == (count > named)
    assert told.count("/kept") == 1
