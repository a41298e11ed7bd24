"""Messages for refusals of the rules of days and months when a meeting is scheduled.

Each sentence ends with what to do.
"""

from __future__ import annotations

from typing import Final

from desktop_app.text.shared.digits import persian
from desktop_app.text.shared.tables import Facts, Table


def meeting_name(number: object) -> str:
    """«جلسهٔ ۵», or one that has no number yet."""
    return f"جلسهٔ {persian(number)}" if number else "جلسه‌ای بدون شماره"


def _month(facts: Facts) -> str:
    return str(facts["month"])


REFUSALS: Final[Table] = {
    "month_is_excused": lambda facts: (
        f"{_month(facts)} با عذر بسته شده است و جلسه نمی‌پذیرد. "
        "روزی در ماه دیگر بنویسید، یا نخست عذر این ماه را در جدول ماه‌ها پس بگیرید."
    ),
    "month_has_ordinary_meeting": lambda facts: (
        f"{_month(facts)} یک جلسهٔ عادی دارد ({meeting_name(facts['number'])}، {facts['day']}). "
        "نوع را «فوق‌العاده» کنید یا روزی در ماه دیگر بنویسید."
    ),
    "hour_is_taken": lambda facts: (
        f"{meeting_name(facts['number'])} در همین روز و ساعت ({persian(facts['at'])}) است. ساعت دیگری بنویسید."
    ),
    "postponed_to_the_same_day": lambda facts: (
        f"روز تازه همان {facts['day']} است. روز یا ساعت دیگری بنویسید، یا آن را خالی بگذارید."
    ),
    "month_excused_already": lambda facts: (
        f"عذر {_month(facts)} ثبت شده است. برای نوشتن دلیلی دیگر نخست همان را پس بگیرید."
    ),
    "month_was_held": lambda facts: f"جلسهٔ {_month(facts)} برگزار شده است و عذر نمی‌خواهد. ماه دیگری را برگزینید.",
    "month_before_records": lambda facts: (
        f"{facts['month']} پیش از آغاز ثبت در این برنامه است و عذر نمی‌خواهد. ماه آغاز ثبت در تنظیمات، بخش «سابقه»، است."
    ),
    "month_before_committee": lambda facts: (
        f"در {_month(facts)} کمیته هنوز جلسه‌ای بدهکار نبود. ماهی پس از آغاز کار کمیته را برگزینید."
    ),
    "month_not_over": lambda facts: (
        f"{_month(facts)} هنوز به پایان نرسیده است. جلسه‌ای برای آن زمان‌بندی کنید، یا عذر را پس از پایان ماه بنویسید."
    ),
    "month_not_excused": lambda facts: (
        f"برای {_month(facts)} عذری ثبت نشده است. جدول ماه‌ها را تازه کنید و دوباره ببینید."
    ),
    "excuse_without_reason": lambda facts: f"دلیل برگزار نشدن جلسهٔ {_month(facts)} نوشته نشده است. دلیل را بنویسید.",
}
