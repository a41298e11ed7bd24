"""Texts of a meeting's course: its actions, their questions and results."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from desktop_app.words.digits import persian

SCHEDULE: Final = "زمان‌بندی"
RESCHEDULE: Final = "زمان‌بندی دوباره"
CONVENE: Final = "دعوت اعضا"
TAKE_BACK_CONVENING: Final = "پس گرفتن دعوت"
CONVENING_TAKEN_BACK: Final = "دعوت پس گرفته شد و جلسه «زمان‌بندی‌شده» است؛ ذخیره شد"
CORRECT_HELD: Final = "اصلاح به «برگزارشده»…"
CORRECT_INQUORATE: Final = "اصلاح به «فاقد حد نصاب»…"
BEGIN: Final = "آغاز جلسه"
END: Final = "پایان جلسه"
END_INQUORATE: Final = "پایان «فاقد حد نصاب»"
PRINT_INVITATION: Final = "چاپ دعوت‌نامه"
PRINT_ATTENDANCE: Final = "چاپ برگهٔ حضور و غیاب"
PRINT_AGENDA: Final = "چاپ بستهٔ دستور جلسه"
WRITE_MINUTES: Final = "نوشتن صورت‌جلسه"
SEE_MINUTES: Final = "دیدن صورت‌جلسه"
POSTPONE: Final = "به تعویق انداختن…"
CANCEL_MEETING: Final = "لغو جلسه…"
CLOSE_FILE: Final = "بستن پرونده"
CANCEL: Final = "انصراف"
CONVENE_ASK: Final = "اعضا دعوت شوند؟"


def convene_ask(day: str, place: str) -> str:
    """Return the question before a meeting is convened."""
    return (
        f"جلسه برای {day} در {place} شمارهٔ خود را می‌گیرد و دعوت‌نامه‌ها با همین شماره و بدون «پیش‌نویس» چاپ می‌شود."
        " پس از آن روز جلسه فقط با به تعویق انداختن عوض می‌شود."
    )


END_ASK: Final = "جلسه پایان یابد؟"


def end_ask(time: str) -> str:
    """Return the question before a meeting is ended."""
    return f"ساعت پایان {persian(time)} ثبت می‌شود. حضور و دستور تا نهایی شدن صورت‌جلسه قابل اصلاح است."


@dataclass(frozen=True, slots=True)
class TimeAsked:
    """Texts of a form that asks for a time."""

    title: str
    why: str
    label: str
    verb: str
    missing: str


_LATER: Final = "وقت این جلسه گذشته است و ساعت اکنون به کار آن نمی‌آید."
BEGAN_ASKED: Final = TimeAsked(
    BEGIN, f"{_LATER} ساعتی را بنویسید که جلسه آغاز شد.", "ساعت آغاز", BEGIN, "ساعت آغاز جلسه را بنویسید."
)
ENDED_ASKED: Final = TimeAsked(
    END, f"{_LATER} ساعتی را بنویسید که جلسه پایان یافت.", "ساعت پایان", END, "ساعت پایان جلسه را بنویسید."
)
INQUORATE_ASKED: Final = TimeAsked(
    END_INQUORATE,
    "صورت‌جلسهٔ عدم حصول حد نصاب نوشته می‌شود: با حضور و مذاکرات و بدون مصوبه. ساعتی را بنویسید که جلسه پایان یافت.",
    "ساعت پایان",
    END_INQUORATE,
    "ساعت پایان جلسه را بنویسید.",
)
END_INQUORATE_ASK: Final = "جلسه «فاقد حد نصاب» پایان یابد؟"
END_INQUORATE_WHY: Final = "صورت‌جلسهٔ عدم حصول حد نصاب نوشته می‌شود: با حضور و مذاکرات و بدون مصوبه. تا نهایی شدن صورت‌جلسه می‌توان این پایان را با نوشتن دلیل اصلاح کرد."
CORRECT_HELD_ASK: Final = "پایان جلسه «برگزارشده» شود؟"
CORRECT_HELD_WHY: Final = "حضور اصلاح شده و حد نصاب برقرار است. صورت‌جلسه از این پس مصوبه هم می‌پذیرد."
CORRECT_INQUORATE_ASK: Final = "پایان جلسه «فاقد حد نصاب» شود؟"
CORRECT_INQUORATE_WHY: Final = "حضور اصلاح شده و حد نصاب برقرار نیست. چنین صورت‌جلسه‌ای مصوبه ندارد."
CORRECT_DO: Final = "اصلاح پایان"
CANCEL_ASK: Final = "جلسه لغو شود؟"
CANCEL_WHY: Final = "جلسهٔ لغوشده دیگر تغییر نمی‌کند و شمارهٔ آن به جلسهٔ دیگری داده نمی‌شود."
CANCEL_DO: Final = "لغو جلسه"
REASON: Final = "دلیل"


def removed(name: str) -> str:
    """Return the message that an agenda item or guest was removed, and how to undo it."""
    return f"«{name}» از فهرست برداشته شد. با Ctrl+Z برمی‌گردد."


LEAVE_ASK: Final = "نوشته‌ای ذخیره نشده است"


def leave_text(count: int) -> str:
    """Return what is lost on leaving."""
    return f"{persian(count)} خانه هنوز ذخیره نشده است. اگر بروید آنچه در آن نوشته‌اید از میان می‌رود."


LEAVE_FORM: Final = "این فرم هنوز ثبت نشده است. اگر بروید آنچه در آن نوشته‌اید از میان می‌رود."
LEAVE: Final = "رفتن بدون ذخیره"
STAY: Final = "ادامهٔ ویرایش"
SAVED: Final = "همهٔ تغییرها ذخیره شده است"
NOT_SAVED: Final = "نوشته‌ای هنوز ذخیره نشده است"


def marked(name: str, state: str) -> str:
    """Return the message that a seat's attendance was recorded."""
    return f"{name}: {state}؛ ذخیره شد"


def moved(state: str) -> str:
    """Return the message that the meeting has a new state."""
    return f"جلسه «{state}» شد؛ ذخیره شد"
