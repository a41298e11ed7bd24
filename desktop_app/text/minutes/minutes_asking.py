"""Questions of the minutes editor before an act, and notices after it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from desktop_app.text.shared.digits import persian
from desktop_app.text.shared.parts import filled


def ask_finalise(number: object) -> str:
    """The title of the question before finalising."""
    return f"صورت‌جلسهٔ {persian(number)} نهایی شود؟"


def finalise_text(kept: int, new: int) -> str:
    """What finalising does, with so many resolutions that keep their numbers and so many that get one."""
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
    """What finalising did."""
    done = [f"{persian(numbers)} مصوبه شماره گرفت"] if numbers else []
    done += [f"{persian(tasks)} وظیفه ساخته شد"] if tasks else []
    return f"صورت‌جلسه نهایی شد: {' و '.join(done)}." if done else "صورت‌جلسه نهایی شد."


_NEXT_DAYS: Final[Mapping[str, str]] = {
    "planned": "جلسهٔ آینده در برنامه",
    "agreed": "جلسهٔ آینده طبق صورت‌جلسه",
    "proposed": "پیشنهاد برای جلسهٔ آینده",
}


def next_day(kind: str, day: str) -> str:
    """The day of the next meeting as what it is: planned, agreed, or only proposed."""
    return f"{_NEXT_DAYS[kind]}: {day}"


def finalised_detail(numbers: Sequence[str], following: str = "") -> str:
    """The numbers that were given, and what is told of the next meeting."""
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
    """A correction became final."""
    return f"اصلاحیهٔ شمارهٔ {persian(number)} نهایی شد"


def amendment_finalised_detail(numbers: Sequence[str], ended: str = "") -> str:
    """What the correction is from now on, the numbers that were given besides, and which work it ended."""
    given = f" شماره‌های تازه: {'، '.join(numbers)}." if numbers else ""
    told = f" {ended}" if ended else ""
    return f"این نسخه جای نسخهٔ امضاشدهٔ پیشین را گرفت و امضا می‌خواهد.{given}{told}"


def resolution_ends(number: str, tasks: int) -> str:
    """A notified resolution that the correction takes out, with so many tasks."""
    cancelled = f" و {persian(tasks)} وظیفهٔ آن لغو می‌شود" if tasks else ""
    return f"مصوبهٔ {number} که ابلاغ شده است با این اصلاحیه برداشته می‌شود{cancelled}."


def tasks_end(number: str, tasks: int) -> str:
    """A notified resolution that stays, without so many of its tasks."""
    return f"از مصوبهٔ {number} که ابلاغ شده است با این اصلاحیه {persian(tasks)} وظیفه لغو می‌شود."


def resolution_ended(number: str, tasks: int) -> str:
    """The same after it was done."""
    cancelled = f" و {persian(tasks)} وظیفهٔ آن لغو شد" if tasks else ""
    return f"مصوبهٔ {number} که ابلاغ شده بود برداشته شد{cancelled}."


def tasks_ended(number: str, tasks: int) -> str:
    """The same after it was done."""
    return f"از مصوبهٔ {number} که ابلاغ شده بود {persian(tasks)} وظیفه لغو شد."


TELL_UNITS: Final = "به واحدها خبر دهید."


PRINT_FOR_PEN: Final = "چاپ برای امضا"
NEXT_MEETING_ACTION: Final = "جلسهٔ آینده"
NOT_YET: Final = "هنوز نهایی نمی‌شود"


def ask_withdraw(number: object) -> str:
    """The title of the question before a version is withdrawn."""
    return f"صورت‌جلسهٔ {persian(number)} پیش از امضا بازگشایی شود؟"


def withdraw_text(copies: int) -> str:
    """What a withdrawal does."""
    paper = f" {persian(copies)} برگهٔ چاپی باید از میان برود." if copies else ""
    return "این نسخه باطل می‌شود، شماره‌ها می‌ماند و نسخهٔ تازه‌ای برای ویرایش باز می‌شود." + paper


WITHDRAW_REASON: Final = "دلیل بازگشایی"
WITHDRAW_ACCEPT: Final = "بازگشایی"


def withdrawn(version: int, copies: int, code: str) -> str:
    """What was withdrawn."""
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
    """The band over the draft of a correction."""
    return f"این پیش‌نویس اصلاحیهٔ شمارهٔ {persian(number)} است"


def amendment_detail(reason: str) -> str:
    """Why it is written, and what it shows."""
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
    """The title of the question before the draft of a correction is dropped."""
    return f"پیش‌نویس اصلاحیهٔ شمارهٔ {persian(number)} کنار گذاشته شود؟"


def dropped(number: int) -> str:
    """What was dropped."""
    return f"پیش‌نویس اصلاحیهٔ شمارهٔ {persian(number)} کنار گذاشته شد"


DROPPED_DETAIL: Final = "نسخهٔ امضاشده همچنان معتبر است. اصلاحیه را از برگهٔ آن می‌توانید از نو آغاز کنید."
TO_PAPER: Final = "دیدن برگه"


def frozen_detail(code: str, reason: str, confirmed: str = "") -> str:
    """Code of a frozen version, why it was withdrawn, and where it was confirmed."""
    parts = [f"کد {code}"] if code else []
    parts += [f"دلیل: {reason}"] if reason else []
    parts += [confirmed] if confirmed else []
    return "، ".join(parts)


WITHDRAW_SHORT: Final = "بازگشایی پیش از امضا"

CLAUSE_REMOVED: Final = "بند از متن برداشته شد."
SAID_REMOVED: Final = "گفته از متن برداشته شد."


def ask_remove_numbered(number: str) -> str:
    """The title of the question before a numbered resolution is taken out."""
    return f"مصوبهٔ {number} از متن برداشته شود؟"


REMOVE_NUMBERED_TEXT: Final = "شمارهٔ آن کنار گذاشته می‌شود و به مصوبهٔ دیگری داده نمی‌شود."
REMOVE: Final = "برداشتن"

COPIED: Final = "متن صورت‌جلسه در حافظهٔ رونوشت است"
UNSAVED_TITLE: Final = "همه چیز ذخیره نشده است"


def unsaved(count: int) -> str:
    """Changes that were refused and stand on the page."""
    return f"{persian(count)} نوشته پذیرفته نشد و فقط روی صفحه است. اگر بروید از دست می‌رود."


KEEP_EDITING: Final = "ادامهٔ ویرایش"
LEAVE: Final = "رفتن بدون ذخیره"
ALL_SAVED: Final = "همهٔ تغییرها ذخیره شده است"
NOT_SAVED: Final = "نوشته‌ای ذخیره نشده است"
RETRY: Final = "تلاش دوباره"


READING: Final = "قرائت صورت‌جلسه"
SHOW_GAP: Final = "نشان دادن"
