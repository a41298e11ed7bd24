"""Dates, times and long texts as they are typed: what is wrong with one, and what to write instead."""

from __future__ import annotations

from typing import Final

from desktop_app.words.digits import persian
from desktop_app.words.tables import Facts, Table


def _day_not_in_month(facts: Facts) -> str:
    month = f"{facts['month_name']} {persian(facts['year'])}"
    length = facts["month_length"]
    says = f"{month} {facts['month_length_words']} روز دارد."
    if facts["day"] == int(str(length)) + 1:
        return f"{says} روز {persian(length)} یا یکم {facts['next_month_name']} را بنویسید."
    return f"{says} روزی از ۱ تا {persian(length)} بنویسید."


REFUSALS: Final[Table] = {
    "date_empty": lambda _facts: "تاریخ نوشته نشده است. آن را مانند ۱۴۰۲/۰۳/۰۸ یا «۸ خرداد» بنویسید.",
    "date_not_understood": lambda facts: (
        f"«{facts['text']}» تاریخ خوانده نشد. آن را مانند ۱۴۰۲/۰۳/۰۸، «۸ خرداد»، «دوشنبه» یا «+۳ هفته» بنویسید."
    ),
    "year_out_of_range": lambda facts: (
        f"این تاریخ بیرون از تقویم برنامه است. سالی از {persian(facts['first'])} تا {persian(facts['last'])} بنویسید."
    ),
    "year_is_gregorian": lambda facts: (
        f"سال {persian(facts['year'])} میلادی است. همان روز به شمسی {facts['suggestion']} است؛ آن را بنویسید."
    ),
    "month_not_in_year": lambda facts: f"سال ماه {persian(facts['month'])} ندارد. ماه را از ۱ تا ۱۲ یا به نام بنویسید.",
    "day_not_in_month": _day_not_in_month,
    "weekday_differs": lambda facts: (
        f"{facts['date']} {facts['actual']} است، نه {facts['written']}. روز هفته یا تاریخ را درست کنید."
    ),
    "time_empty": lambda _facts: "ساعت نوشته نشده است. آن را مانند ۰۹:۳۰ بنویسید.",
    "time_not_understood": lambda facts: f"«{facts['text']}» ساعت خوانده نشد. آن را مانند ۰۹:۳۰ بنویسید.",
    "text_too_long": lambda facts: (
        f"این متن {persian(facts['count'])} نویسه دارد و این خانه تا {persian(facts['limit'])} نویسه می‌گیرد. "
        "آن را کوتاه یا چند بند کنید."
    ),
    "no_working_day": lambda _facts: "همهٔ روزهای هفته تعطیل شده است. دست‌کم یک روز را کاری بگذارید.",
}
