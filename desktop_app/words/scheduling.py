"""Texts of scheduling: the form of a new meeting, postponing, and findings about a day."""

from __future__ import annotations

from typing import Final

from desktop_app.words.digits import persian
from desktop_app.words.refusals_meetings import meeting_name
from desktop_app.words.tables import Facts, Table

NEW_MEETING: Final = "جلسهٔ تازه"
NEW_MEETING_WHY: Final = "روز و محل را بنویسید؛ دستور جلسه با گزارش پیگیری مصوبات پیشین آغاز می‌شود."
FIRST_MEETING_WHY: Final = "روز و محل را بنویسید؛ این نخستین جلسه است و هنوز مصوبه‌ای برای پیگیری نیست."
SAVE: Final = "ثبت جلسه"
SAVE_DRAFT: Final = "ثبت پیش‌نویس"
NO_DAY: Final = "روز جلسه نوشته نشده است. روز را بنویسید، یا با «ثبت پیش‌نویس» جلسه را بی‌روز نگه دارید."
POSTPONE: Final = "به تعویق انداختن جلسه"
POSTPONE_WHY: Final = "شماره و دستور جلسه می‌ماند. با روز تازه، جلسه دوباره زمان‌بندی می‌شود و اعضا باید از نو دعوت شوند."
POSTPONE_DO: Final = "به تعویق انداختن"
CANCEL: Final = "انصراف"
FIRST_AND_LAST: Final = (
    "بند نخست گزارش پیگیری همهٔ مصوبات باز است و بند پایانی «دستور و زمان جلسهٔ آینده»؛ بقیه را در صفحهٔ جلسه بیفزایید."
)
ONLY_LAST: Final = "بند پایانی «دستور و زمان جلسهٔ آینده» است؛ بندهای دیگر را در صفحهٔ جلسه بیفزایید."
FOLLOW_UP_ITEM: Final = "گزارش پیگیری مصوبات پیشین"
NEXT_MEETING_ITEM: Final = "دستور و زمان جلسهٔ آینده"
KINDS: Final = {"ordinary": ("عادی", "ع"), "extraordinary": ("فوق‌العاده", "ف")}


def agreed_why(number: str) -> str:
    """Return from which minutes day, time and place were copied."""
    of = f"جلسهٔ {number}" if number else "جلسهٔ پیش"
    return f"روز و ساعت را صورت‌جلسهٔ {of} قرار گذاشته است و محل همان محل {of} است."


def previous_item(number: int) -> str:
    """Return the agenda item that confirms the previous minutes."""
    return f"تأیید صورت‌جلسهٔ جلسهٔ {persian(number)}"


def scheduled(day: str) -> str:
    """Return the message that a meeting was scheduled, for the status line."""
    return f"جلسه برای {day} زمان‌بندی شد"


DRAFTED: Final = "پیش‌نویس جلسه ثبت شد"
POSTPONED: Final = "جلسه به تعویق افتاد"


def postponed_to(day: str) -> str:
    """Return the message that a meeting was postponed, for the status line."""
    return f"جلسه به {day} موکول شد؛ اعضا را از نو دعوت کنید"


def _estimated(facts: Facts) -> str:
    return " (برآوردی)" if facts.get("estimated") else ""


FINDINGS: Final[Table] = {
    "month_has_draft": lambda facts: (
        f"برای {facts['month']} پیش‌نویس یک جلسهٔ عادی هست ({facts['day']}). شاید همان را بخواهید."
    ),
    "same_day": lambda facts: (
        f"در همین روز {meeting_name(facts['number'])} هم هست"
        + (f"، ساعت {persian(facts['at'])}." if facts["at"] else ".")
    ),
    # that the day is closed, and the next working day, stand beneath the day itself
    "official_holiday": lambda facts: f"مناسبت تعطیلی: {facts['name']}.",
    "weekend": lambda facts: f"این روز تعطیل هفتگی است. روز کاری بعد: {facts['following']}.",
    "holiday_eve": lambda facts: f"فردای این روز تعطیل رسمی است{_estimated(facts)}: {facts['name']}.",
    "holidays_unknown": lambda _facts: "تعطیل‌های رسمی این سال در تقویم برنامه نیست؛ خودتان آن را ببینید.",
    "past_day": lambda facts: (
        f"این روز {persian(facts['days'])} روز پیش بوده است. اگر جلسهٔ گذشته را ثبت می‌کنید درست است."
    ),
    "outside_hours": lambda facts: (
        f"این ساعت بیرون از ساعت کاری است ({persian(facts['opens_at'])} تا {persian(facts['closes_at'])})."
    ),
}
"""What is worth knowing of a day; what stands in the way is among the refusals."""
