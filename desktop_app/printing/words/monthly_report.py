"""Persian texts of the monthly report.

What functions take is ready for print: days, months and counts come in as Persian text; a plain ``int`` beside them only
chooses the sentence. «نسخه» is a version of the minutes, and what is signed a «نسخهٔ اصلی».
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

SUMMARY: Final = "خلاصهٔ ماه"
MONTHS: Final = "ماه‌های سال"
STANDING: Final = "وضع همهٔ مصوبات کمیته"
MEETINGS: Final = "جلسهٔ این ماه و صورت‌جلسهٔ آن"
ATTENDANCE: Final = "حضور اعضا"
ADOPTED: Final = "مصوبات این ماه"
BY_AXIS: Final = "مصوبات به تفکیک محور"
BY_UNIT: Final = "مصوبات به تفکیک واحد مجری"
TASKS: Final = "وظیفه‌های واحدهای دو طرف"
LATE_LIST: Final = "مصوبات معوق"
WAITING: Final = "در انتظار تصمیم"

OPEN: Final = "در مهلت"
LATE: Final = "معوق"
DONE: Final = "پایان‌یافته"
TOTAL: Final = "همه"
CHART: Final = "نمودار"
NO_AXIS: Final = "بدون محور"
NO_EXECUTOR: Final = "بدون واحد مجری (سیاست و توصیه)"
DONE_NOTE: Final = "«پایان‌یافته» مصوبهٔ مختومه، جایگزین‌شده یا ملغی است؛ «معوق» از «در مهلت» جدا شمرده شده است."

TILE_MEETING: Final = "جلسهٔ این ماه"
TILE_ADOPTED: Final = "مصوبهٔ تازه"
TILE_OPEN: Final = "مصوبهٔ باز"
TILE_LATE: Final = "مصوبهٔ معوق"
TILE_REGULARITY: Final = "نظم جلسه‌ها"
NONE: Final = "–"
CUT: Final = "…"

MEETING: Final = "جلسه"
DAY: Final = "تاریخ"
PLACE: Final = "محل"
STATE: Final = "وضعیت"
PRESENT: Final = "حاضران"
RESOLUTIONS: Final = "مصوبه"
MINUTES: Final = "صورت‌جلسه"
MEMBER: Final = "عضو"
POST: Final = "سمت"
THIS_MONTH: Final = "این ماه"
THIS_YEAR: Final = "از آغاز سال"
NUMBER: Final = "شماره"
TEXT: Final = "شرح مصوبه"
AXIS: Final = "محور"
UNIT: Final = "واحد مجری"
DUE: Final = "مهلت"
DAYS_LATE: Final = "روز تأخیر"
LAST_NEWS: Final = "آخرین خبر"
PARTY: Final = "طرف"
TASK_COUNT: Final = "وظیفه"
ACCEPTED: Final = "تأییدشده"
UNALIGNED: Final = "بدون برنامه"
PROGRESS: Final = "میانگین پیشرفت"
PROGRESS_SHORT: Final = "درصد"

NO_MEETING: Final = "در این ماه جلسه‌ای نبود."
NOTHING_ADOPTED: Final = "در این ماه مصوبه‌ای ثبت نشد."
NOTHING_LATE: Final = "هیچ مصوبه‌ای معوق نیست."
NOTHING_WAITS: Final = "چیزی در انتظار تصمیم نیست."
NO_RESOLUTIONS: Final = "کمیته هنوز مصوبه‌ای ندارد."
NO_MEMBERS: Final = "در این سال هنوز جلسه‌ای برگزار نشده است."
NO_ATTENDANCE: Final = "حضور اعضا در جلسه‌های این سال اینجا ثبت نشده است."


def title(month: str) -> str:
    """Return the title: «گزارش ماهانه، آبان ۱۴۰۲»."""
    return f"گزارش ماهانه، {month}"


def as_of(day: str) -> str:
    """Return the day of all figures."""
    return f"وضع مصوبات و وظیفه‌ها در پایان روز {day}"


def part_of_whole(part: str, whole: str) -> str:
    """Return a part of a whole: «۷ از ۸»."""
    return f"{part}\u00a0از\u00a0{whole}"


def held_meeting(number: str, day: str, present: str, filled: str, count: str) -> str:
    """Return a sentence on a meeting that was held."""
    who = f"با حضور {present}\u00a0عضو از {filled}\u00a0عضو"
    return f"جلسهٔ\u00a0{number} در {day} {who} برگزار شد و {count}\u00a0مصوبه داشت."


def held_without_resolutions(number: str, day: str, present: str, filled: str) -> str:
    """Return a sentence on a meeting without resolutions or without final minutes."""
    return f"جلسهٔ\u00a0{number} در {day} با حضور {present}\u00a0عضو از {filled}\u00a0عضو برگزار شد و مصوبهٔ نهایی ندارد."


def inquorate(number: str, day: str, present: str, filled: str) -> str:
    """Return a sentence on a meeting without quorum."""
    return (
        f"جلسهٔ\u00a0{number} در {day} با حضور {present}\u00a0عضو از {filled}\u00a0عضو به حد نصاب نرسید و مصوبه‌ای ندارد."
    )


def future_meeting(number: str, day: str) -> str:
    """Return a sentence on a future meeting."""
    return f"جلسهٔ\u00a0{number} برای {day} زمان‌بندی شده است."


def drafted(number: str, day: str) -> str:
    """Return a sentence on a meeting that is not scheduled."""
    return f"جلسهٔ\u00a0{number} برای {day} پیش‌بینی شده و هنوز زمان‌بندی نشده است."


def in_session(number: str, day: str) -> str:
    """Return a sentence on a meeting in progress."""
    return f"جلسهٔ\u00a0{number} در {day} آغاز شده و در حال برگزاری است."


def missed_month(month: str, reason: str) -> str:
    """Return a sentence on a month without a meeting."""
    return f"در {month} جلسه‌ای برگزار نشد ({reason})." if reason else f"در {month} جلسه‌ای برگزار نشد."


def before_records(month: str) -> str:
    """Return a note on a month from before the program was used."""
    return f"{month} پیش از آغاز ثبت در این دبیرخانه است و سابقه‌ای از جلسهٔ آن ثبت نشده است."


def taken_over(number: str, day: str) -> str:
    """Return a note on a meeting from before the program was used."""
    return f"جلسهٔ\u00a0{number} در {day} برگزار شد؛ صورت‌جلسهٔ آن پیش از آغاز ثبت بایگانی شده است."


NO_MONTH_HELD: Final = "هیچ ماهی جلسه برگزار نشده است"


def months_held(count: str) -> str:
    """Return the number of months with a meeting, as the end of a sentence."""
    return f"{count}\u00a0ماه جلسه برگزار شده است"


def regularity(held: str, due: str, percent: str) -> str:
    """Return how regularly the committee met; ``held`` is :func:`months_held` or :data:`NO_MONTH_HELD`."""
    return f"از آغاز کمیته، از {due}\u00a0ماه در {held} ({percent})."


def regularity_of_records(month: str, held: str, due: str, percent: str) -> str:
    """Return how regularly the committee met since the records began; ``held`` as in :func:`regularity`."""
    return f"از آغاز ثبت در این دبیرخانه ({month})، از {due}\u00a0ماه در {held} ({percent})."


def stretch(word: str, count: str) -> str:
    """Return the text on a segment of a bar."""
    return f"{word}\u00a0{count}"


def numbers_by_state(total: str, done: str, open_: str, late: str) -> str:
    """Return a sentence with the numbers of resolutions by state."""
    return f"از {total}\u00a0مصوبهٔ کمیته، {done}\u00a0مصوبه پایان یافته، {open_}\u00a0مصوبه در مهلت و {late}\u00a0مصوبه معوق است."


def latest(number: str, unit: str, days: str) -> str:
    """Return a sentence on the resolution that is longest overdue."""
    who = f"، مجری {unit}" if unit else ""
    return f"دیرترین آن‌ها مصوبهٔ\u00a0{number} با {days}\u00a0روز تأخیر است{who}."


def party_progress(parts: Sequence[str]) -> str:
    """Return the progress of both parties' tasks in one sentence."""
    return f"میانگین پیشرفت وظیفه‌ها: {'، '.join(parts)}."


def party_part(party: str, percent: str, count: str) -> str:
    """Return one party's part of the progress sentence."""
    return f"{party} {percent} ({count}\u00a0وظیفه)"


def more(count: str) -> str:
    """Return how many waiting things are not on the first page."""
    return f"و {count}\u00a0مورد دیگر، در بخش پایانی"


def signatures(signed: str, signers: str) -> str:
    """Return the number of signatures on unsigned minutes."""
    return f"در انتظار امضا: {signed}\u00a0از\u00a0{signers}"


def signatures_by_original(on_each: Sequence[str], signers: str) -> str:
    """Return the number of signatures on each original of unsigned minutes."""
    return f"در انتظار امضا: {_counted(on_each, signers)}"


def meeting_of(number: str) -> str:
    """Return the meeting of a month."""
    return f"جلسهٔ\u00a0{number}"


def axis(code: str, name: str) -> str:
    """Return an axis by its code and title."""
    return f"{code}. {name}"


WAITING_LEADS: Final = {
    "reported": "تأیید انجام",
    "deferred": "موکول‌شده",
    "blocked": "رفع مانع",
    "extension": "درخواست تمدید",
    "requests": "پاسخ به درخواست",
    "unsigned": "تکمیل امضا",
    "unfinished": "نهایی کردن صورت‌جلسه",
    "unexplained": "ثبت دلیل",
    "not_convened": "زمان‌بندی جلسه",
    "parked": "بندهای کنارگذاشته",
}
"""What is to be done, before what it is about."""


def waiting_resolution(number: str, text: str) -> str:
    """Return a resolution that waits for a decision."""
    return f"مصوبهٔ\u00a0{number}: {text}"


def waiting_extension(number: str, unit: str, day: str) -> str:
    """Return a unit's request for a later deadline."""
    return f"مصوبهٔ\u00a0{number}: {unit} مهلتی تا {day} خواسته است."


def waiting_requests(count: str) -> str:
    """Return the number of other unanswered requests."""
    return f"{count}\u00a0درخواست رسیده هنوز بی‌پاسخ است."


def waiting_unsigned(number: str, signed: str, signers: str) -> str:
    """Return minutes that wait for signatures."""
    return f"صورت‌جلسهٔ\u00a0{number}؛ {signed}\u00a0امضا از {signers}\u00a0امضا ثبت شده است."


def waiting_unsigned_by_original(number: str, on_each: Sequence[str], signers: str) -> str:
    """Return minutes that wait for signatures, with the counts of several originals."""
    return f"صورت‌جلسهٔ\u00a0{number}؛ امضاهای ثبت‌شده: {_counted(on_each, signers)}."


def _counted(on_each: Sequence[str], signers: str) -> str:
    """Return the counts of signatures on each original: «نسخه‌های اصلی: ۷ و ۶ از ۸»."""
    first = "،\u00a0".join(on_each[:-1])
    return f"نسخه‌های\u00a0اصلی:\u00a0{first}\u00a0و\u00a0{on_each[-1]}\u00a0از\u00a0{signers}"


def waiting_unfinished(number: str) -> str:
    """Return minutes that are not final."""
    return f"صورت‌جلسهٔ\u00a0{number} هنوز نهایی نشده است."


def waiting_unexplained(month: str) -> str:
    """Return a missed month without a reason."""
    return f"{month} بی‌جلسه گذشت و دلیل آن ثبت نشده است."


def waiting_not_convened(month: str) -> str:
    """Return the current month without a meeting."""
    return f"برای {month} هنوز جلسه‌ای زمان‌بندی نشده است."


def waiting_parked(count: str) -> str:
    """Return the number of parked agenda items."""
    return f"{count}\u00a0بند دستور کنار گذاشته شده است و جلسه‌ای ندارد."
