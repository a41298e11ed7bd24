"""Texts of the page «پیگیری»: list of tasks, units, details with form, results."""

from __future__ import annotations

from typing import Final

from desktop_app.words.digits import filled, percent, persian

TASKS: Final = "پیگیری"
TASK: Final = "وظیفه"
UNIT: Final = "واحد"
UNITS: Final = "واحدها"
ALL_UNITS: Final = "همه"
PARTY: Final = "طرف"
STATE: Final = "وضعیت"
MEETING: Final = "جلسه"
SUBJECT: Final = "شرح مصوبه"
DUE: Final = "مهلت"
PERCENT: Final = "پیشرفت"
NUMBER: Final = "شماره"
LAST_NEWS: Final = "آخرین خبر"
NO_NEWS: Final = "هنوز خبری ثبت نشده است"
AWAITS: Final = "در انتظار تأیید"

VIEWS: Final = {
    "open": "باز",
    "late": "معوق",
    "this_week": "تا پایان هفته",
    "not_aligned": "بدون برنامه",
    "blocked": "متوقف",
    "reported": "گزارش انجام",
    "done": "تأییدشده",
    "all": "همه",
}
VIEW_EMPTY: Final = {
    "open": "هیچ وظیفهٔ بازی نیست.",
    "late": "هیچ وظیفه‌ای معوق نیست.",
    "this_week": "تا پایان این هفته مهلت هیچ وظیفه‌ای نمی‌رسد.",
    "not_aligned": "همهٔ واحدها برنامهٔ خود را اعلام کرده‌اند.",
    "blocked": "هیچ وظیفه‌ای متوقف نیست.",
    "reported": "گزارشی در انتظار تأیید نیست.",
    "done": "هنوز گزارشی تأیید نشده است.",
}
END_OF_WEEK: Final = "تا پایان هفته"
DUE_GROUPS: Final = {
    "late": "معوق",
    "this_week": "تا پایان این هفته",
    "later": "پس از این هفته",
    "undated": "بدون مهلت",
    "reported": "انجام‌شده به گفتهٔ واحد، در انتظار تأیید",
    "ended": "تأییدشده یا لغوشده",
}
DONE_KIND: Final = "تأییدشده یا لغوشده"

NO_TASKS: Final = "هنوز وظیفه‌ای نیست"
NO_TASKS_WHY: Final = "با نهایی شدن صورت‌جلسه، برای هر واحد از هر مصوبه یک وظیفه ساخته می‌شود."
OPEN_MEETINGS: Final = "رفتن به جلسه‌ها"
NOTHING_CHOSEN: Final = "سطری برگزیده نشده است"
NOTHING_CHOSEN_WHY: Final = "یک وظیفه را از فهرست برگزینید تا پیشرفت آن را ثبت کنید."

ROLES: Final = {"executor": "مجری", "cooperator": "همکار"}
HEAD: Final = "مسئول واحد"
LIAISON: Final = "رابط"
RESOLUTION: Final = "مصوبه"
MINUTES: Final = "صورت‌جلسه"
OWNER: Final = "مسئول پیگیری"
AXIS: Final = "محور"
PLAN: Final = "برنامهٔ واحد"
UNKNOWN: Final = "ثبت نشده"
NO_PLAN: Final = "هنوز اعلام نشده"
SIBLINGS: Final = "واحدهای دیگر همین مصوبه"
HISTORY: Final = "تاریخچه"
NO_HISTORY: Final = "هنوز رویدادی نیست؛ وظیفه با نهایی شدن صورت‌جلسه ساخته شده است."
OWN_DUE: Final = "مهلت واحد"
FULL_TEXT: Final = "متن کامل"
COURSE: Final = "سیر مهلت"
TOOK_BACK: Final = "پس گرفتن رویداد پیشین"
LATE: Final = "معوق"

FORM_TOLD: Final = "چه کسی خبر داد"
FORM_TOLD_HINT: Final = "تلفنی، خانم …"
DOCUMENTED: Final = "مستند"
FORM_LETTER: Final = "شمارهٔ نامه"
LETTER_BY_REGISTER: Final = "اگر خالی بماند و نامه چاپ شده باشد، شمارهٔ نامهٔ هر واحد از دفتر صادره نوشته می‌شود."
FORM_NOTE: Final = "شرح"
FORM_REASON: Final = "دلیل"
FORM_PLAN: Final = "برنامهٔ واحد"
FORM_OWN_DUE_HINT: Final = "خالی یعنی همان مهلت مصوبه"
EARLY_REASON: Final = "علت ابلاغ پیش از تکمیل امضا"
EARLY_REASON_HINT: Final = "فقط اگر امضای صورت‌جلسه هنوز کامل نیست"
SAVE: Final = "ثبت"
LETTER_PREFIX: Final = "نامهٔ "
BAD_PERCENT: Final = "درصد عددی از صفر تا صد است."

PRINT_REMINDER: Final = "چاپ یادآوری واحد"
ACTIONS: Final = {
    "notify": "ابلاغ",
    "plan": "ثبت برنامه",
    "progress": "ثبت پیشرفت",
    "start": "آغاز کار",
    "block": "ثبت مانع",
    "resume": "از سرگیری",
    "report": "گزارش انجام",
    "accept": "تأیید گزارش",
    "return": "برگشت گزارش",
    "cancel": "لغو وظیفه",
    "undo": "پس گرفتن آخرین رویداد",
}
SAVES: Final = {
    "notify": "ثبت ابلاغ",
    "plan": "ثبت برنامه",
    "progress": "ثبت پیشرفت",
    "block": "ثبت مانع",
    "resume": "ثبت ازسرگیری",
    "report": "ثبت گزارش انجام",
}
SAID: Final = {
    "notify": "ابلاغ ثبت شد.",
    "plan": "برنامهٔ واحد ثبت شد.",
    "progress": "پیشرفت ثبت شد.",
    "block": "مانع ثبت شد و وظیفه متوقف است.",
    "resume": "کار از سر گرفته شد.",
    "report": "گزارش انجام ثبت شد و در انتظار تأیید است.",
    "accept": "گزارش تأیید شد.",
    "return": "گزارش برگشت خورد.",
    "cancel": "وظیفه لغو شد.",
    "undo": "رویداد پس گرفته شد؛ هر دو در تاریخچه می‌ماند.",
}

NOTIFY_AGAIN: Final = "ابلاغ اصلاحی"
NOTIFY_AGAIN_SAVE: Final = "ثبت ابلاغ اصلاحی"

RETURN_ASK: Final = "گزارش انجام برگردانده شود؟"
RETURN_WHY: Final = "وظیفه باز می‌شود و درصد پیشرفت به آنچه پیش از گزارش بود برمی‌گردد."
CANCEL_ASK: Final = "این وظیفه لغو شود؟"
CANCEL_WHY: Final = "وظیفهٔ لغوشده دیگر باز نمی‌شود و در پیشرفت مصوبه به شمار نمی‌آید."
REASON: Final = "دلیل"

LEAVE_ASK: Final = "نوشته‌ای ثبت نشده است"
LEAVE_STAY: Final = "ماندن در پیگیری"
LEAVE_GO: Final = "رفتن بدون ثبت"

MANY_WHY: Final = "روی همهٔ سطرهای برگزیده با هم انجام می‌شود؛ آنچه پذیرفته نشود با دلیل گفته می‌شود."
ACCEPT_MANY: Final = "تأیید گزارش‌ها"
NOTIFY_MANY: Final = "ابلاغ گروهی"
NONE_FITS: Final = "از سطرهای برگزیده نه گزارشی در انتظار تأیید است و نه وظیفه‌ای در انتظار ابلاغ."


def percent_goes_back(known: int) -> str:
    """Return the warning that a percentage is lower than the last one."""
    return f"از {percent(known)} کنونی کمتر است. اگر درست است دوباره ثبت کنید."


def until(month: str) -> str:
    """Return the text of a period up to the end of a month."""
    return f"تا پایان {month}"


def late_need(count: int) -> str:
    """Return how many tasks are late, for the top line."""
    return f"{persian(count)} وظیفه معوق است"


def reported_need(count: int) -> str:
    """Return how many reports wait for the office, for the top line."""
    return f"{persian(count)} گزارش در انتظار تأیید"


def unaligned_need(count: int) -> str:
    """Return how many tasks have no plan, for the top line."""
    return f"{persian(count)} وظیفه بدون برنامه"


def caption(unit: str, role: str) -> str:
    """Return the line above the title of the details."""
    return f"{role} · {unit}"


def minutes_of(number: int, row: int | None) -> str:
    """Return in which minutes a resolution is recorded."""
    where = f"صورت‌جلسهٔ {persian(number)}"
    return f"{where}، مصوبهٔ {persian(row)}" if row else where


def meeting_of(number: int, day: str) -> str:
    """Return the meeting, with its day if it has one."""
    return f"جلسهٔ {persian(number)}، {day}" if day else f"جلسهٔ {persian(number)}"


def late(days: int) -> str:
    """Return «۳ روز تأخیر»."""
    return f"{persian(days)} روز تأخیر"


def left(days: int) -> str:
    """Return «۸ روز مانده», or today."""
    return f"{persian(days)} روز مانده" if days else "امروز"


def own_due(day: str) -> str:
    """Return the resolution's deadline, next to the unit's own."""
    return f"مهلت مصوبه {day} است"


def step(action: str, unit: str) -> str:
    """Return the name of an act on a unit's task, for undo."""
    return f"{ACTIONS[action]} – {unit}"


def teller(typed: str) -> str:
    """Return the name of the reporting person, without a trailing comma."""
    return typed.strip().removesuffix("،")


def phoned(name: str) -> str:
    """Return the text for a report by telephone, with the person's name if typed."""
    return f"تلفنی، {name}" if name else "تلفنی، "


def progress(state: str, value: int) -> str:
    """Return «در دست اقدام: ۶۰٪»."""
    return f"{state}: {percent(value)}"


def undone(title: str) -> str:
    """Return the history line of an undone act."""
    return f"{title} – پس گرفته شد"


def joined(*parts: str) -> str:
    """Join parts with dots."""
    return " · ".join(filled(*parts))


def sibling(unit: str, said: str) -> str:
    """Return the spoken text of another unit."""
    return f"{unit}، {said}"


def recorded(actor: str) -> str:
    """Return who recorded it."""
    return f"ثبت: {actor}"


def counted(count: int) -> str:
    """Return the number of tasks in a group as text."""
    return f"{persian(count)} وظیفه"


def unit_row(unit: str, count: int, late_count: int) -> str:
    """Return the spoken text of a row of the unit list."""
    said = f"{unit}، {persian(count)} وظیفه"
    return f"{said}، {persian(late_count)} معوق" if late_count else said


def unfinished(count: int) -> str:
    """Return which input is lost on leaving."""
    if count == 1:
        return "برای یک وظیفه چیزی نوشته‌اید که ثبت نشده است. با رفتن از این صفحه پاک می‌شود."
    return f"برای {persian(count)} وظیفه چیزی نوشته‌اید که ثبت نشده است. با رفتن از این صفحه پاک می‌شود."


def many(count: int) -> str:
    """Return the title of the details for several selected rows."""
    return f"{persian(count)} وظیفه برگزیده شده است"


def waits(count: int, what: str) -> str:
    """Return the text of an action with the number of selected tasks it fits."""
    return f"{what} ({persian(count)})"


def accepted_many(count: int) -> str:
    """Return the message after tasks were accepted."""
    return f"{persian(count)} گزارش تأیید شد."


def notified_many(count: int) -> str:
    """Return the message after tasks were notified."""
    return f"{persian(count)} وظیفه ابلاغ شد."


def refused_many(count: int) -> str:
    """Return how many tasks stayed unchanged."""
    return f"{persian(count)} وظیفه به همان حال ماند"


def refused_more(count: int) -> str:
    """Return how many more refused tasks are not listed."""
    return f"و {persian(count)} وظیفهٔ دیگر."


def refused_row(unit: str, number: str, why: str) -> str:
    """Return why one of several tasks stayed unchanged."""
    return f"{unit}، مصوبهٔ {number}: {why}"


def not_now(action: str, state: str, *, waits: bool) -> str:
    """Return that the pressed key's action is not possible for the task now."""
    if waits:
        return f"این وظیفه هنوز «{state}» است. نخست ابلاغ آن را ثبت کنید."
    return f"وظیفهٔ «{state}» اکنون «{action}» ندارد. کارهای ممکن در پایین جزئیات آمده است."


def too_many(most: int) -> str:
    """Return that too many rows are selected for one action."""
    return f"برای کار گروهی تا {persian(most)} سطر برگزینید."


def working(done: int, total: int) -> str:
    """Return the progress of an action on several tasks."""
    return f"{persian(done)} از {persian(total)} انجام شد…"
