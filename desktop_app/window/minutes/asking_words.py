"""Persian texts of the minutes editor: questions before an action, messages after it, action names, checks.

An act is taken back and done again by its name. A word of the strip is short; the whole sentence of a gap is the one of
its refusal.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from desktop_app.words.digits import filled, persian
from desktop_app.words.history import quoted
from desktop_app.words.tables import Facts

_FIELDS: Final[Mapping[str, str]] = {
    "text": "متن",
    "kind": "نوع",
    "axis": "محور",
    "executor": "مجری",
    "cooperating": "همکاران",
    "owner": "مسئول پیگیری",
    "deadline": "مهلت",
    "adoption": "نحوهٔ تصویب",
    "reservation": "ملاحظه",
    "votes": "شمار آرا",
    "classification": "طبقه‌بندی",
    "upstream": "مصوبهٔ بالادستی",
}
CLOSING_CHANGED: Final = "تغییر پایان‌بندی"
DIGITS_UNIFORM: Final = "یکدست‌سازی ارقام"
SIGNERS_SET: Final = "تغییر امضاکنندگان"
SIGNERS_RESET: Final = "سپردن امضاکنندگان به فهرست خودکار"


def clause_added(text: str) -> str:
    """Action name: a clause was added."""
    return f"افزودن بند {quoted(text)}"


def clause_changed(field: str, text: str) -> str:
    """Action name: a field of a clause was changed."""
    return f"تغییر {_FIELDS[field]} در {quoted(text)}"


def clause_turned(text: str, *, note: bool) -> str:
    """Action name: a note became a resolution, or the reverse."""
    return f"تبدیل {quoted(text)} به {'بند' if note else 'مصوبه'}"


def clause_removed(text: str) -> str:
    """Action name: a clause was removed."""
    return f"برداشتن بند {quoted(text)}"


def clause_moved(text: str) -> str:
    """Action name: a clause was moved."""
    return f"جابه‌جایی بند {quoted(text)}"


def contribution_added(text: str) -> str:
    """Action name: a contribution was added."""
    return f"افزودن گفتهٔ {quoted(text)}"


def contribution_changed(text: str) -> str:
    """Action name: a contribution was changed."""
    return f"تغییر گفتهٔ {quoted(text)}"


def contribution_removed(text: str) -> str:
    """Action name: a contribution was removed."""
    return f"برداشتن گفتهٔ {quoted(text)}"


def contribution_moved(text: str) -> str:
    """Action name: a contribution was moved."""
    return f"جابه‌جایی گفتهٔ {quoted(text)}"


_SHORT: Final[Mapping[str, Callable[[int, Facts], str]]] = {
    "meeting_over": lambda _n, _f: "پایان جلسه",
    "meeting_not_over": lambda _n, _f: "پایان جلسه",
    "attendance_complete": lambda _n, _f: "حضور",
    "attendance_incomplete": lambda _n, f: f"{persian(f['count'])} حضور ثبت‌نشده",
    "substitute_without_name": lambda _n, _f: "به‌جای … بدون نام",
    "quorum_met": lambda _n, _f: "حد نصاب",
    "quorum_party_missing": lambda _n, _f: "حد نصاب",
    "quorum_too_few": lambda _n, _f: "حد نصاب",
    "inquorate_minutes": lambda _n, _f: "فاقد حد نصاب",
    "inquorate_with_resolutions": lambda _n, f: f"{persian(f['count'])} مصوبه بدون حد نصاب",
    "resolutions_complete": lambda _n, f: f"{persian(f['count'])} مصوبه" if f["count"] else "بدون مصوبه",
    "resolution_without_text": lambda n, _f: f"{persian(n)} مصوبه بدون متن",
    "resolution_without_executor": lambda n, _f: f"{persian(n)} مصوبه بدون مجری",
    "resolution_without_owner": lambda n, _f: f"{persian(n)} مصوبه بدون مسئول پیگیری",
    "resolution_without_deadline": lambda n, _f: f"{persian(n)} مصوبه بدون مهلت",
    "deadline_before_meeting": lambda n, _f: f"{persian(n)} مهلت پیش از جلسه",
    "deadline_without_day": lambda n, _f: f"{persian(n)} مهلت بدون تاریخ",
    "deadline_without_count": lambda n, _f: f"{persian(n)} مهلت بدون تعداد",
    "deadline_too_far": lambda n, _f: f"{persian(n)} مهلت بسیار دور",
    "meeting_on_closed_day": lambda _n, _f: "جلسه در روز تعطیل",
    "deadline_on_closed_day": lambda _n, f: f"{persian(f['count'])} مهلت تعطیل",
    "deadline_without_next_meeting": lambda _n, f: f"{persian(f['count'])} مهلت بی‌تاریخ",
    "agenda_item_undecided": lambda _n, f: f"{persian(f['count'])} بند نانوشته",
    "minutes_read": lambda _n, _f: "قرائت",
    "minutes_not_read": lambda _n, _f: "قرائت",
    "minutes_changed_since_read": lambda _n, f: f"{persian(f['count'])} تغییر پس از قرائت",
    **{
        key: lambda n, _f: f"{persian(n)} اثر ناممکن"
        for key in (
            "effect_on_own_meeting",
            "effect_on_later",
            "effect_on_closed",
            "effect_without_resolution",
            "effect_without_day",
            "effect_not_later",
            "effect_deferred_already",
            "effect_nothing_reported",
            "inquorate_with_effects",
        )
    },
    "glyph_missing": lambda n, _f: f"{persian(n)} نویسهٔ چاپ‌ناپذیر",
}

_WHOLE: Final[Mapping[str, Callable[[Facts], str]]] = {
    "meeting_over": lambda _f: "جلسه پایان یافته است.",
    "attendance_complete": lambda f: f"حضور هر {persian(f['count'])} کرسی ثبت شده است.",
    "quorum_met": lambda f: (
        f"حد نصاب حاصل است: {persian(f['present'])} از {persian(f['filled'])} کرسی حاضر بود و {persian(f['needed'])} کرسی لازم است."
    ),
    "inquorate_minutes": lambda _f: "جلسه فاقد حد نصاب پایان یافت؛ صورت‌جلسهٔ عدم حصول حد نصاب نوشته می‌شود.",
    "resolutions_complete": lambda f: (
        f"مجری، مسئول پیگیری و مهلت هر {persian(f['count'])} مصوبه نوشته شده است."
        if f["count"]
        else "این صورت‌جلسه مصوبه‌ای ندارد."
    ),
    "meeting_on_closed_day": lambda _f: "جلسه در روز تعطیل برگزار شده است. اگر درست است، کاری لازم نیست.",
    "deadline_on_closed_day": lambda f: (
        f"{persian(f['count'])} مهلت در روز تعطیل است. روز کاری بعد را برگزینید یا همان را نگه دارید."
    ),
    "deadline_without_next_meeting": lambda f: (
        f"مهلت {persian(f['count'])} مصوبه «تا جلسهٔ آینده» است و روز آن جلسه نوشته یا برنامه‌ریزی نشده است؛ "
        "این مهلت بی‌تاریخ می‌ماند تا روز جلسه معلوم شود. روز را در «پایان‌بندی» بنویسید."
    ),
    "minutes_read": lambda _f: "صورت‌جلسه خوانده شده است.",
}


def short(key: str, count: int, facts: Facts) -> str:
    """The short label of a check before finalising, or of `count` gaps of one kind."""
    return _SHORT[key](count, facts)


def whole(key: str, facts: Facts) -> str:
    """The full sentence of a check that only warns; empty if the refusal has its own."""
    return _WHOLE[key](facts) if key in _WHOLE else ""


def known() -> frozenset[str]:
    """All checks that have a label."""
    return frozenset(_SHORT)


def ask_finalise(number: object) -> str:
    """The title of the question before finalising."""
    return f"صورت‌جلسهٔ {persian(number)} نهایی شود؟"


def finalise_text(kept: int, new: int) -> str:
    """What finalising does: how many resolutions keep their numbers and how many get new ones."""
    if kept:
        numbers = "شماره‌های پیشین می‌ماند، مصوبه‌های تازه شماره می‌گیرد و " if new else "شماره‌های پیشین می‌ماند و "
    else:
        numbers = "شماره‌ها داده می‌شود و " if new else ""
    return (
        f"{numbers}متن دیگر تغییر نمی‌کند. تا پیش از نخستین امضا یا ابلاغ بازگشایی آن ممکن است؛ "
        "پس از آن اصلاح فقط با «اصلاحیه» ممکن است."
    )


FINALISE: Final = "نهایی‌سازی"
CANCEL: Final = "انصراف"


def finalised(numbers: int, tasks: int) -> str:
    """The message after finalising."""
    done = [f"{persian(numbers)} مصوبه شماره گرفت"] if numbers else []
    done += [f"{persian(tasks)} وظیفه ساخته شد"] if tasks else []
    return f"صورت‌جلسه نهایی شد: {' و '.join(done)}." if done else "صورت‌جلسه نهایی شد."


_NEXT_DAYS: Final[Mapping[str, str]] = {
    "planned": "جلسهٔ آینده در برنامه",
    "agreed": "جلسهٔ آینده طبق صورت‌جلسه",
    "proposed": "پیشنهاد برای جلسهٔ آینده",
}


def next_day(kind: str, day: str) -> str:
    """The day of the next meeting: planned, agreed or proposed."""
    return f"{_NEXT_DAYS[kind]}: {day}"


def finalised_detail(numbers: Sequence[str], following: str = "") -> str:
    """The numbers given by finalising, and the next meeting."""
    given = f"شماره‌ها: {'، '.join(numbers)}" if numbers else ""
    return " · ".join(filled(given, following))


def ask_finalise_amendment(number: int) -> str:
    """The title of the question before a correction is made final."""
    return f"اصلاحیهٔ شمارهٔ {persian(number)} نهایی شود؟"


FINALISE_AMENDMENT_TEXT: Final = "متن اصلاحیه دیگر تغییر نمی‌کند و نسخهٔ امضاشدهٔ پیشین «دارای اصلاحیه» می‌شود."
AMENDMENT_REOPENS: Final = "تا پیش از نخستین امضا یا ابلاغ بازگشایی آن ممکن است."
AMENDMENT_STAYS: Final = (
    "چون مصوبه‌ای از این صورت‌جلسه ابلاغ شده است، اصلاحیه پس از نهایی شدن بازگشایی نمی‌شود؛ "
    "اگر نادرست باشد، پس از همهٔ امضاها اصلاحیهٔ دیگری بنویسید."
)


def amendment_finalised(number: int) -> str:
    """The message after a correction was finalised."""
    return f"اصلاحیهٔ شمارهٔ {persian(number)} نهایی شد"


def amendment_finalised_detail(numbers: Sequence[str], ended: str = "") -> str:
    """The status of the correction, the new numbers, and the work it ended."""
    given = f" شماره‌های تازه: {'، '.join(numbers)}." if numbers else ""
    told = f" {ended}" if ended else ""
    return f"این نسخه جای نسخهٔ امضاشدهٔ پیشین را گرفت و امضا می‌خواهد.{given}{told}"


def resolution_ends(number: str, tasks: int) -> str:
    """The sentence that a correction removes a notified resolution and its tasks."""
    cancelled = f" و {persian(tasks)} وظیفهٔ آن لغو می‌شود" if tasks else ""
    return f"مصوبهٔ {number} که ابلاغ شده است با این اصلاحیه برداشته می‌شود{cancelled}."


def tasks_end(number: str, tasks: int) -> str:
    """The sentence that a correction ends tasks of a notified resolution."""
    return f"از مصوبهٔ {number} که ابلاغ شده است با این اصلاحیه {persian(tasks)} وظیفه لغو می‌شود."


def resolution_ended(number: str, tasks: int) -> str:
    """The sentence that a notified resolution and its tasks were removed."""
    cancelled = f" و {persian(tasks)} وظیفهٔ آن لغو شد" if tasks else ""
    return f"مصوبهٔ {number} که ابلاغ شده بود برداشته شد{cancelled}."


def tasks_ended(number: str, tasks: int) -> str:
    """The sentence that tasks of a notified resolution were ended."""
    return f"از مصوبهٔ {number} که ابلاغ شده بود {persian(tasks)} وظیفه لغو شد."


TELL_UNITS: Final = "به واحدها خبر دهید."


PRINT_FOR_PEN: Final = "چاپ برای امضا"
NEXT_MEETING_ACTION: Final = "جلسهٔ آینده"
NOT_YET: Final = "هنوز نهایی نمی‌شود"


def ask_withdraw(number: object) -> str:
    """The title of the question before a version is withdrawn."""
    return f"صورت‌جلسهٔ {persian(number)} پیش از امضا بازگشایی شود؟"


def withdraw_text(copies: int) -> str:
    """What withdrawing a version does."""
    paper = f" {persian(copies)} برگهٔ چاپی باید از میان برود." if copies else ""
    return "این نسخه باطل می‌شود، شماره‌ها می‌ماند و نسخهٔ تازه‌ای برای ویرایش باز می‌شود." + paper


WITHDRAW_REASON: Final = "دلیل بازگشایی"
WITHDRAW_ACCEPT: Final = "بازگشایی"


def withdrawn(version: int, copies: int, code: str) -> str:
    """The message after a version was withdrawn."""
    codes = f" کد {code} دیگر اعتبار ندارد." if code else ""
    paper = f" {persian(copies)} برگهٔ چاپی را از میان ببرید." if copies else ""
    return f"نسخهٔ پیش باطل شد و نسخهٔ {persian(version)} برای ویرایش باز است.{codes}{paper}"


ADD_SCAN: Final = "افزودن اسکن…"
TAKEN_OVER: Final = "این صورت‌جلسه پیش از ثبت در این برنامه نوشته و امضا شده است"
FROZEN_TITLES: Final[Mapping[str, str]] = {
    "final": "این نسخه نهایی است و متن آن تغییر نمی‌کند",
    "signed": "این نسخه امضا شده است و متن آن تغییر نمی‌کند",
    "archived": "این نسخه بایگانی شده است",
    "withdrawn": "این نسخه باطل شده است",
    "amended": "این نسخه اصلاحیه دارد",
}


def amendment(number: int) -> str:
    """The title of the message above the draft of a correction."""
    return f"این پیش‌نویس اصلاحیهٔ شمارهٔ {persian(number)} است"


def amendment_detail(reason: str) -> str:
    """The reason of a correction, and what its draft shows."""
    why = f"علت: {reason}. " if reason else ""
    return f"{why}آنچه نسبت به نسخهٔ امضاشده عوض شود در جدول «تغییرها» چاپ می‌شود."


TO_FACTS: Final = "محل، ساعت و حضور"
DROP: Final = "کنار گذاشتن اصلاحیه…"
DROP_REASON: Final = "علت کنار گذاشتن"
DROP_ACCEPT: Final = "کنار گذاشتن اصلاحیه"
DROP_TEXT: Final = (
    "هر چه در این پیش‌نویس تغییر کرده است برداشته می‌شود و برنمی‌گردد. نسخهٔ امضاشده، مصوبه‌ها و وظیفه‌ها همان می‌ماند "
    "که بود و این کار با علت آن در سابقه ثبت می‌شود. اصلاحیه را هر زمان بخواهید می‌توانید از نو آغاز کنید."
)


def ask_drop(number: int) -> str:
    """The title of the question before the draft of a correction is discarded."""
    return f"پیش‌نویس اصلاحیهٔ شمارهٔ {persian(number)} کنار گذاشته شود؟"


def dropped(number: int) -> str:
    """The message after a draft was discarded."""
    return f"پیش‌نویس اصلاحیهٔ شمارهٔ {persian(number)} کنار گذاشته شد"


DROPPED_DETAIL: Final = "نسخهٔ امضاشده همچنان معتبر است. اصلاحیه را از برگهٔ آن می‌توانید از نو آغاز کنید."
TO_PAPER: Final = "دیدن برگه"


def frozen_detail(code: str, reason: str, confirmed: str = "") -> str:
    """Code of a frozen version, why it was withdrawn, and the meeting that confirmed it."""
    parts = [f"کد {code}"] if code else []
    parts += [f"دلیل: {reason}"] if reason else []
    parts += [confirmed] if confirmed else []
    return "، ".join(parts)


WITHDRAW_SHORT: Final = "بازگشایی پیش از امضا"

CLAUSE_REMOVED: Final = "بند از متن برداشته شد."
SAID_REMOVED: Final = "گفته از متن برداشته شد."


def ask_remove_numbered(number: str) -> str:
    """The title of the question before a numbered resolution is removed."""
    return f"مصوبهٔ {number} از متن برداشته شود؟"


REMOVE_NUMBERED_TEXT: Final = "شمارهٔ آن کنار گذاشته می‌شود و به مصوبهٔ دیگری داده نمی‌شود."
REMOVE: Final = "برداشتن"

COPIED: Final = "متن صورت‌جلسه در حافظهٔ رونوشت است"
UNSAVED_TITLE: Final = "همه چیز ذخیره نشده است"


def unsaved(count: int) -> str:
    """The number of refused changes that are still on the page."""
    return f"{persian(count)} نوشته پذیرفته نشد و فقط روی صفحه است. اگر بروید از دست می‌رود."


KEEP_EDITING: Final = "ادامهٔ ویرایش"
LEAVE: Final = "رفتن بدون ذخیره"
ALL_SAVED: Final = "همهٔ تغییرها ذخیره شده است"
NOT_SAVED: Final = "نوشته‌ای ذخیره نشده است"
RETRY: Final = "تلاش دوباره"


READING: Final = "قرائت صورت‌جلسه"
SHOW_GAP: Final = "نشان دادن"
