"""Texts of the page «مصوبات»: views, details, forms of actions, and a resolution as plain text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from desktop_app.words.digits import apart, filled, percent, persian, right_to_left_code
from desktop_app.words.history import UNDO

# ---- the list

VIEWS: Final[Mapping[str, str]] = {
    "open": "باز",
    "late": "معوق",
    "this_week": "تا پایان هفته",
    "awaiting": "در انتظار تأیید",
    "untold": "ابلاغ پس از اصلاحیه",
    "closed": "مختومه",
    "all": "همه",
}
VIEW_EMPTY: Final[Mapping[str, str]] = {
    "open": "هیچ مصوبهٔ بازی نمانده است",
    "late": "هیچ مصوبه‌ای معوق نیست",
    "this_week": "تا پایان هفته مهلت هیچ مصوبه‌ای نمی‌رسد",
    "awaiting": "هیچ مصوبه‌ای در انتظار تأیید نیست",
    "untold": "هیچ مصوبه‌ای پس از اصلاحیه در انتظار ابلاغ نیست",
    "closed": "هنوز هیچ مصوبه‌ای مختومه نشده است",
}
EXECUTOR: Final = "مجری"
PARTY: Final = "طرف"
UNIT: Final = "واحد مجری"
AXIS: Final = "محور"
STATE: Final = "وضعیت"
MEETING: Final = "جلسه"
YEAR: Final = "سال"
DUE: Final = "مهلت"
ALL_ON_TIME: Final = "هیچ مصوبه‌ای معوق نیست و مصوبه‌ای در انتظار تأیید نمانده است."


def late_count(count: int) -> str:
    """Return «۲ مصوبه معوق است.»"""
    return f"{persian(count)} مصوبه معوق است."


def awaiting_count(count: int) -> str:
    """Return «۱ مصوبه در انتظار تأیید شماست.»"""
    return f"{persian(count)} مصوبه در انتظار تأیید شماست."


def unnotified_count(count: int) -> str:
    """Return «۲ مصوبه پس از اصلاحیه در انتظار ابلاغ است.»"""
    return f"{persian(count)} مصوبه پس از اصلاحیه در انتظار ابلاغ است."


def week_count(count: int) -> str:
    """Return «۳ مصوبه تا پایان هفته مهلت دارد.»"""
    return f"{persian(count)} مصوبه تا پایان هفته مهلت دارد."


def axis_option(code: str, title: str) -> str:
    """Return «م۵ – آمادگی دولت هوشمند»."""
    return f"م{right_to_left_code(persian(code))} – {title}"


# ---- the detail

DETAIL: Final = "جزئیات مصوبه"
NOTHING_CHOSEN: Final = "مصوبه‌ای برگزیده نشده است"
NOTHING_CHOSEN_WHY: Final = "سطری از فهرست برگزینید تا متن، سیر مهلت و تاریخچهٔ آن اینجا دیده شود."
CLOSE: Final = "بستن جزئیات"
PRINT_EXTRACT: Final = "چاپ ابلاغ"
COPY_TEXT: Final = "رونوشت متن"
COPIED: Final = "متن مصوبه در حافظهٔ رونوشت است."
COOPERATING: Final = "همکار"
OWNER: Final = "مسئول پیگیری"
DOCUMENT: Final = "سند"
UPSTREAM: Final = "بالادستی"
ADOPTION: Final = "نحوهٔ تصویب"
ADOPTION_UNKNOWN: Final = "ثبت نشده"
COURSE: Final = "سیر مهلت"
HISTORY: Final = "تاریخچه"
NO_DEADLINE: Final = "این مصوبه مهلت ندارد."
NEXT_MEETING: Final = "تا جلسهٔ آینده"
CONTINUOUS: Final = "مستمر"
AFTER_NOTICE: Final = "از روز ابلاغ شمرده می‌شود"
TODAY: Final = "امروز"
ADOPTED: Final = "تصویب"
FIRST_DEADLINE: Final = "مهلت نخست"
ALL_UNITS: Final = "همهٔ واحدها"
TASK_STATES: Final[Mapping[str, str]] = {
    "assigned": "تعیین وظیفه",
    "notified": "ابلاغ",
    "planned": "اعلام برنامه",
    "doing": "گزارش اقدام",
    "blocked": "مانع در کار",
    "reported": "گزارش انجام",
    "accepted": "تأیید کار واحد",
    "returned": "برگشت کار",
    "cancelled": "لغو وظیفه",
}
ACTS: Final[Mapping[str, str]] = {
    "notified": "ابلاغ",
    "verified": "تأیید و مختومه",
    "returned": "برگشت برای تکمیل",
    "superseded": "جایگزین شد",
    "revoked": "ملغی شد",
    "deferred": "موکول به جلسهٔ بعد",
    "rejected": "تصویب نشد",
    "extended": "تمدید مهلت",
}
NOTIFY_AGAIN: Final = "ابلاغ اصلاحی"
UNDONE: Final = "پس گرفته شد"


def name(number: str, place: int) -> str:
    """Return a resolution by its number, or by its position while it has none."""
    return f"مصوبهٔ {number}" if number else f"مصوبهٔ {persian(place)} (بدون شماره)"


def progress(share: int, done: int, count: int) -> str:
    """Return «۶۴٪ · کار ۱ از ۲ واحد تأیید شده»."""
    return f"{percent(share)} · کار {persian(done)} از {persian(count)} واحد تأیید شده" if count else ""


def document(meeting: str, place: int) -> str:
    """Return «صورت‌جلسهٔ سوم، مصوبهٔ ۲»."""
    return f"صورت‌جلسهٔ {meeting}، مصوبهٔ {persian(place)}" if meeting else f"صورت‌جلسه، مصوبهٔ {persian(place)}"


def meeting_of(meeting: str, day: str) -> str:
    """Return «جلسهٔ سوم – ۱۰ بهمن ۱۴۰۱»."""
    return " – ".join(filled(f"جلسهٔ {meeting}" if meeting else "", day))


def extension(ordinal: str) -> str:
    """Return «تمدید نخست»."""
    return f"تمدید {ordinal}"


FIRST: Final = "نخست"
JOIN: Final = "؛ "


def late(days: int) -> str:
    """Return «امروز، ۳ روز تأخیر»."""
    return f"{TODAY}، {persian(days)} روز تأخیر"


def left(days: int) -> str:
    """Return «امروز، ۱۲ روز مانده»."""
    return f"{TODAY}، {persian(days)} روز مانده" if days else f"{TODAY}، روز مهلت"


def events(count: int) -> str:
    """Return «۷ رویداد»."""
    return f"{persian(count)} رویداد"


def event_act(act: str, units: int, other: str, *, again: bool = False) -> str:
    """Return the text of an act in the history; ``again`` for a notification of corrected text."""
    word = NOTIFY_AGAIN if again else ACTS[act]
    if other:
        return f"{word}: مصوبهٔ {other}"
    return f"{word} به {persian(units)} واحد" if units > 1 else word


def event_task(state: str, share: int, note_only: bool) -> str:
    """Return the text of a unit's report in the history."""
    if state == "doing" or note_only:
        return f"گزارش اقدام: {percent(share)}"
    return TASK_STATES[state]


def event_extended(day: str) -> str:
    """Return «تمدید تا ۱۴۰۲/۰۲/۲۰»."""
    return f"تمدید تا {day}"


def event_deadline(day: str) -> str:
    """Return the history text of a deadline that was set or removed."""
    return f"مهلت: {day}" if day else "مهلت برداشته شد"


def taken_back(what: str) -> str:
    """Return the text of an act that undoes another."""
    return f"{UNDO} «{what}»"


def undone(what: str) -> str:
    """Return the text of an act that was undone later."""
    return f"{what} ({UNDONE})"


def event_adopted(meeting: str) -> str:
    """Return «تصویب در جلسهٔ سوم»."""
    return f"تصویب در جلسهٔ {meeting}"


def note(*parts: str) -> str:
    """Return the line below an event: day, person, letter, reason."""
    return " · ".join(filled(*parts))


def history_note(*parts: str) -> str:
    """Return the note on several lines, none of which begins with a dot."""
    return "\u00a0· ".join(filled(*parts))


def recorded_by(actor: str) -> str:
    """Return who recorded the event."""
    return f"ثبت: {actor}"


def why(reason: str) -> str:
    """Return the reason, for the line below an event."""
    return f"دلیل: {reason}"


def letter(number: str) -> str:
    """Return the letter by its number."""
    return f"نامهٔ {number}"


def meeting(number: int) -> str:
    """Return «جلسهٔ ۵»."""
    return f"جلسهٔ {persian(number)}"


def of_units(count: int) -> str:
    """Return «۱۲ واحد»."""
    return f"{persian(count)} واحد"


# ---- the actions

ACTIONS: Final[Mapping[str, str]] = {
    "notify": "ابلاغ",
    "verify": "تأیید و مختومه",
    "return": "برگشت برای تکمیل",
    "extend": "تمدید مهلت",
    "defer": "موکول به جلسهٔ بعد",
    "supersede": "جایگزینی با مصوبه‌ای دیگر",
    "revoke": "ملغی کردن",
    "tasks": "پیگیری وظیفه‌ها",
}
ACTION_BUTTONS: Final[Mapping[str, str]] = {
    **ACTIONS,
    "verify": "تأیید",
    "return": "برگشت",
    "extend": "تمدید",
    "tasks": "پیگیری",
    "supersede": "جایگزینی…",
    "revoke": "ملغی کردن…",
    "defer": "موکول به بعد",
}
ACTIONS_MENU: Final = "کارهای دیگر این مصوبه"
ACTION_WHY: Final[Mapping[str, str]] = {
    "notify": "روز و شمارهٔ نامهٔ ابلاغ در تاریخچه می‌ماند و وظیفهٔ هر واحد ابلاغ‌شده به شمار می‌آید.",
    "verify": "کار همهٔ واحدها پذیرفته شده است. با تأیید، پروندهٔ مصوبه بسته می‌شود.",
    "return": "کار واحدهایی که نشان می‌کنید برمی‌گردد و مصوبه دوباره در جریان است.",
    "extend": "مهلت‌های پیشین پاک نمی‌شود و در سیر مهلت می‌ماند.",
    "defer": "مصوبه باز می‌ماند و تا از سر گرفته نشود در جریان نیست.",
    "supersede": "پروندهٔ این مصوبه بسته می‌شود و مصوبهٔ تازه جای آن را می‌گیرد.",
    "revoke": "پروندهٔ این مصوبه با مصوبه‌ای تازه‌تر بسته می‌شود.",
    "undo": "کاری که پس گرفته می‌شود و خود پس گرفتن، هر دو در تاریخچه می‌ماند.",
}
DONE: Final[Mapping[str, str]] = {
    "notify": "ابلاغ شد",
    "verify": "مختومه شد",
    "return": "برای تکمیل برگشت",
    "extend": "مهلت تازه گرفت",
    "defer": "به جلسهٔ بعد موکول شد",
    "supersede": "جایگزین شد",
    "revoke": "ملغی شد",
    "undo": "به حال پیش از آخرین کار برگشت",
}
NOTIFY_NEW_UNIT: Final = "اصلاحیه به این مصوبه واحدی افزوده است که هنوز از آن خبر ندارد؛ تنها به همان واحد ابلاغ می‌شود."
RESUME: Final = "از سر گرفتن"
CANCEL: Final = "انصراف"
NEW_DUE: Final = "مهلت تازه"
GRANTED_BY: Final = "جلسهٔ تصویب‌کننده"
NO_LATER_MEETING: Final = (
    "هنوز جلسه‌ای پس از تصویب این مصوبه برگزار نشده است. تمدید با کمیته است؛ پس از جلسهٔ بعد آن را ثبت کنید."
)
REASON: Final = "دلیل"
REMARK: Final = "یادداشت (اختیاری)"
OTHER: Final = "مصوبهٔ تازه‌تر"
OTHER_HINT: Final = "شماره یا بخشی از متن را بنویسید."
NO_LATER_RESOLUTION: Final = (
    "هنوز مصوبه‌ای تازه‌تر از این نیست که جای آن را بگیرد. نخست مصوبهٔ تازه را در صورت‌جلسه‌ای نهایی کنید."
)
NOTICE_DAY: Final = "روز ابلاغ"
LETTER_NUMBER: Final = "شمارهٔ نامه (اختیاری)"
EARLY_REASON: Final = "علت ابلاغ پیش از تکمیل امضا"
RETURN_TO: Final = "برگشت به"
ANSWERS_REQUESTS: Final = "درخواستی که با این تمدید پذیرفته می‌شود"


def done(what: str, action: str) -> str:
    """Return the message after an action."""
    return f"{what} {DONE[action]}."


def action_title(action: str, what: str, *, again: bool = False) -> str:
    """Return the title of a form; ``again`` for a notification of corrected text."""
    word = NOTIFY_AGAIN if again else ACTIONS.get(action, "")
    return f"{word} – {what}" if word else what


def undo_title(act: str) -> str:
    """Return the text of the undo action."""
    return f"{UNDO} «{ACTS[act]}»"


def resume_title(what: str) -> str:
    """Return the title for resuming a deferred resolution."""
    return f"از سر گرفتن {what}"


def letters_by_register(numbers: Sequence[str]) -> str:
    """Return the hint that empty letter numbers are filled from the register, with some numbers."""
    named = "، ".join(apart(one) for one in numbers[:3]) + (" …" if len(numbers) > 3 else "")
    return f"خالی بماند، شمارهٔ نامهٔ هر واحد از دفتر صادره نوشته می‌شود: {named}"


def corrected_since(version: int, day: str, letter: str) -> str:
    """Return that the resolution was corrected after its letter, and must be notified again."""
    told = f"نامهٔ {letter} در {day}" if letter else f"ابلاغ {day}"
    return (
        f"این مصوبه پس از {told} با نسخهٔ {persian(version)} صورت‌جلسه اصلاح شده است؛ "
        "متن تازه به همهٔ واحدهای آن ابلاغ می‌شود."
    )


def current_due(day: str) -> str:
    """Return the present deadline, shown below the field of the new one."""
    return f"مهلت کنونی: {day}"


def meeting_option(number: int, day: str) -> str:
    """Return «جلسهٔ ۵ – ۱۱ اردیبهشت ۱۴۰۲»."""
    return f"جلسهٔ {persian(number)} – {day}"


def request_option(title: str, day: str) -> str:
    """Return the requested day and the title of a waiting request."""
    return f"تا {day} – {title}" if day else title


def other_option(number: str, text: str) -> str:
    """Return a resolution in one line."""
    return f"{number} – {text}"


# ---- as plain text


def plain(head: str, text: str, facts: Sequence[tuple[str, str]]) -> str:
    """Return a resolution as plain text: heading, text, a line for each fact."""
    return "\n".join([head, text, *(f"{label}: {value}" for label, value in facts if value)])
