"""Texts of signed paper: signatures by hand, notification, and the closed file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from desktop_app.words.digits import filled, persian

ORIGINAL: Final = "نسخهٔ اصلی"
SIGNING_DAY: Final = "روز امضا"
SIGN: Final = "ثبت امضا در این روز"
SIGN_EVERYWHERE: Final = "ثبت امضای او در همهٔ نسخه‌های اصلی"
REMARK: Final = "ثبت امضا با ملاحظهٔ دست‌نویس…"
RESERVATION: Final = "نوشتن ملاحظهٔ دست‌نویس…"
RESERVATION_TEXT: Final = "این نوشته همراه امضا می‌ماند و متن صورت‌جلسه تغییر نمی‌کند."
RESERVATION_KEEP: Final = "ثبت ملاحظه"
STRIKE: Final = "خط زدن این امضا…"
COMPLETE_TITLE: Final = "امضاهای صورت‌جلسه کامل شود؟"
COMPLETE_ACCEPT: Final = "ثبت و تکمیل امضاها"
ROW_MENU: Final = "کارهای این امضا"
KEYS: Final = "Space ثبت می‌کند، Delete خط می‌زند، Ctrl+Z آخرین ثبت را خط می‌زند، چپ و راست نسخهٔ اصلی دیگر را می‌آورد."
NOT_SIGNED: Final = "در انتظار امضا"
ALL_SIGNED: Final = "همهٔ امضاها ثبت شد"
_TO_SCAN: Final = "اسکن برگهٔ امضاشده را بیفزایید"
_TO_NOTIFY: Final = "مصوبه‌ها را ابلاغ کنید"
_TO_CLOSE: Final = "پروندهٔ جلسه را ببندید"

SIGNING: Final = "ثبت امضا"
TAKEN_BACK_AT_ONCE: Final = "بی‌درنگ پس از ثبت پس گرفته شد."
"""In the place of the reason of a strike that undid the last act."""
STRIKE_REASON: Final = "علت خط زدن"
STRIKE_ACCEPT: Final = "خط زدن امضا"
STRIKE_TEXT: Final = "هر دو ثبت در تاریخچه می‌ماند و این امضا دوباره در انتظار می‌شود."
STRIKE_BATCH_ACCEPT: Final = "خط زدن امضاها"
STRIKE_BATCH_TEXT: Final = "آنچه در یک بار ثبت شده با هم خط زده می‌شود؛ همهٔ آن در تاریخچه می‌ماند."
REMARK_LABEL: Final = "ملاحظه یا نظر مخالف، همان‌گونه که روی برگه نوشته شده"
REMARK_TEXT: Final = "امضا با این ملاحظه ثبت می‌شود و متن صورت‌جلسه تغییر نمی‌کند."

PRINT_EXTRACTS: Final = "چاپ ابلاغ‌ها"
NOTIFY: Final = "ابلاغ مصوبات"
NOTIFIED: Final = "ابلاغ شد"
PARTLY_NOTIFIED: Final = "ابلاغ کامل نیست"
NOTIFY_AGAIN: Final = "ابلاغ اصلاحی"
NOT_NOTIFIED: Final = "ابلاغ نشده"
NOTHING_TO_NOTIFY: Final = "این صورت‌جلسه مصوبه‌ای ندارد که ابلاغ شود."
EARLY: Final = "ابلاغ پیش از تکمیل امضا"
EARLY_WHY: Final = "علت ابلاغ پیش از تکمیل امضا"
EARLY_HINT: Final = "پس از این ابلاغ، صورت‌جلسه دیگر بازگشایی نمی‌شود."
NOTICE_DAY: Final = "روز ابلاغ"
NOTICE_LETTER: Final = "شمارهٔ نامه (اگر دارد)"
LEAVE: Final = "انصراف"

CLOSE: Final = "بستن پروندهٔ جلسه"
CLOSED: Final = "پروندهٔ جلسه بسته شد"
NOT_CLOSED: Final = "پرونده بسته نشده"
AFTER_SIGNATURES: Final = "پس از آخرین امضا"
ASK_CLOSE: Final = "پروندهٔ جلسه بسته شود؟"
CLOSE_MEANS: Final = (
    "با بستن پرونده کار این جلسه پایان می‌یابد و پرونده دیگر باز نمی‌شود. "
    "ابلاغ، افزودن اسکن و پیوست، و نوشتن اصلاحیه پس از آن هم شدنی است."
)
KEEP_OPEN: Final = "باز بماند"
CANCEL: Final = "انصراف"
CONFIRMED: Final = "تأیید شد"

AMEND: Final = "نوشتن اصلاحیه…"
AMENDMENT: Final = "اصلاحیه"
AMENDMENT_WHY: Final = "متن امضاشده تغییر نمی‌کند؛ هر تغییر نسخه‌ای تازه با شمارهٔ اصلاحیه است."
AMENDED: Final = "دارای اصلاحیه"
AMENDING: Final = "اصلاحیه در دست نوشتن است"
TO_AMENDMENT: Final = "ادامهٔ نوشتن اصلاحیه"
SEE_AMENDMENT: Final = "دیدن اصلاحیه"
AMEND_REASON: Final = "علت اصلاح، چنان‌که در اصلاحیه چاپ می‌شود"
AMEND_ACCEPT: Final = "نوشتن اصلاحیه"
AMEND_TEXT: Final = (
    "نسخه‌ای تازه با همین متن برای ویرایش باز می‌شود و شماره‌های مصوبات می‌ماند. نسخهٔ امضاشده تا نهایی شدن اصلاحیه "
    "معتبر است و اصلاحیه نیز امضا می‌خواهد."
)

UNSAVED_TITLE: Final = "ابلاغ ثبت نشده است"
UNSAVED_TEXT: Final = "آنچه برای ابلاغ نوشته‌اید هنوز ثبت نشده و با رفتن از این صفحه از میان می‌رود."
KEEP: Final = "ادامهٔ ابلاغ"
DROP: Final = "رفتن بدون ابلاغ"


def named(original: int) -> str:
    """Return «نسخهٔ اصلی ۱»."""
    return f"{ORIGINAL} {persian(original)}"


def original_of(original: int, signed: int, wanted: int) -> str:
    """Return «نسخهٔ اصلی ۱: ۷ از ۸»; «نسخه» alone is a version of the minutes."""
    return f"{named(original)}: {persian(signed)} از {persian(wanted)}"


_NO_BREAK: Final = "\u00a0"
MOST_ORIGINALS_TOLD: Final = 3
"""Of more originals than these the sum is told."""


def counted(on_each: Sequence[int], wanted: int) -> str:
    """Return «۷ از ۸ امضا»; for several originals, the count of each, or one count if all agree."""
    if len(on_each) <= 1:
        return f"{persian(sum(on_each))} از {persian(wanted)} امضا"
    if min(on_each) == wanted:
        return f"{persian(wanted)} از {persian(wanted)} امضا در هر {persian(len(on_each))} نسخهٔ اصلی"
    if len(on_each) > MOST_ORIGINALS_TOLD:
        return f"{persian(sum(on_each))} از {persian(wanted * len(on_each))} امضا در {persian(len(on_each))} نسخهٔ اصلی"
    return "، ".join(original_of(place, signed, wanted) for place, signed in enumerate(on_each, start=1))


def counted_shortly(on_each: Sequence[int], wanted: int) -> str:
    """Return the counts in short form: «نسخه‌های اصلی: ۷ و ۶ از ۸»."""
    several, finished = len(on_each) > 1, min(on_each, default=0) == wanted
    if several and (finished or len(on_each) > MOST_ORIGINALS_TOLD):
        return counted(on_each, wanted).replace(" امضا ", " ")
    if not several:
        return counted(on_each, wanted)
    said = [persian(signed) for signed in on_each]
    return f"نسخه‌های اصلی: {'، '.join(said[:-1])} و {said[-1]} از {persian(wanted)}"


def counted_in_lines(on_each: Sequence[int], wanted: int) -> str:
    """Return the counts with line breaks, never inside a count."""
    held = counted(on_each, wanted).replace(" ", _NO_BREAK)
    return held.replace(f"،{_NO_BREAK}", "، ").replace(f"{_NO_BREAK}در{_NO_BREAK}", f" در{_NO_BREAK}")


def sign_all(original: int) -> str:
    """Return the text of the action: everybody signed one original."""
    return f"همهٔ امضاهای {named(original)}"


def all_signed(*, scan: bool, notify: bool, close: bool) -> str:
    """Return that all have signed, and what remains to be done, the scan first."""
    ways = ((_TO_SCAN, scan), (_TO_NOTIFY, notify), (_TO_CLOSE, close))
    left = "، سپس ".join(word for word, wanted in ways if wanted)
    return f"{ALL_SIGNED}. صورت‌جلسه «امضاشده» است." + (f" {left}." if left else "")


def waiting_for(names: Sequence[str]) -> str:
    """Return whose signatures are missing: one or two names, or two and how many more."""
    if not names:
        return ""
    shown = " و ".join(names[:2]) if len(names) <= 2 else f"{names[0]}، {names[1]} و {persian(len(names) - 2)} نفر دیگر"
    return f"در انتظار {shown}"


def waiting_on(missing: Mapping[int, Sequence[str]]) -> str:
    """Return whose signatures are missing, in one line.

    Names where one original alone or every one waits for the same, else how many sign each original.
    """
    waited = {one: list(names) for one, names in missing.items() if names}
    lists = list(waited.values())
    if not lists:
        return ""
    if len(lists) == 1 and len(missing) > 1:
        return "".join(f"{named(one)} {waiting_for(names)}" for one, names in waited.items())
    if all(names == lists[0] for names in lists) and len(lists) == len(missing):
        return waiting_for(lists[0])
    return "در انتظار " + "، ".join(f"{persian(len(names))} امضای {named(one)}" for one, names in waited.items())


def days_waiting(days: int) -> str:
    """Return «۱۲ روز در انتظار»."""
    return f"{persian(days)} روز در انتظار" if days > 0 else ""


def waiting_pill(on_each: Sequence[int], wanted: int) -> str:
    """Return the pill text of final minutes: how many signatures are there."""
    if len(on_each) == 1:
        return f"{NOT_SIGNED}: {persian(on_each[0])} از {persian(wanted)}"
    return (
        f"امضای {counted_shortly(on_each, wanted)}" if len(on_each) <= MOST_ORIGINALS_TOLD else counted(on_each, wanted)
    )


def signed_now(count: int, original: int | None) -> str:
    """Return the message after signatures were recorded."""
    where = f"در {named(original)} " if original is not None else ""
    return f"{persian(count)} امضا {where}ثبت شد."


def ask_strike(name: str, original: int) -> str:
    """Return the title of the question before a signature is struck."""
    return f"امضای {name} در {named(original)} خط زده شود؟"


def ask_complete(count: int) -> str:
    """Return what happens to the minutes when the last signatures are recorded."""
    these = "با این امضا" if count == 1 else f"با این {persian(count)} امضا"
    return (
        f"{these} کسی در انتظار نمی‌ماند و صورت‌جلسه «امضاشده» می‌شود. پس از آن هیچ امضایی خط زده نمی‌شود و متن تنها با "
        "«اصلاحیه» تغییر می‌کند."
    )


def strike_batch(count: int) -> str:
    """Return the text of the action: strike the signatures recorded last."""
    return f"خط زدن {persian(count)} امضای آخر…" if count > 1 else "خط زدن آخرین امضا…"


def strike_together(count: int) -> str:
    """Return the text of the action: strike a signature and those recorded with it."""
    return f"خط زدن {persian(count)} امضایی که با هم ثبت شد…"


def ask_strike_batch(count: int) -> str:
    """Return the title of the question before signatures recorded together are struck."""
    return f"{persian(count)} امضایی که با هم ثبت شد خط زده شود؟"


def struck_now(count: int) -> str:
    """Return the message after signatures were struck."""
    return f"{persian(count)} امضا خط زده شد."


def ask_remark(name: str, original: int) -> str:
    """Return the title of the question for a handwritten remark."""
    return f"امضای {name} در {named(original)} با ملاحظه"


def ask_reservation(name: str, original: int) -> str:
    """Return the title of the question for a dissent next to a recorded signature."""
    return f"ملاحظهٔ {name} در {named(original)}"


def with_remark(text: str) -> str:
    """Return a signer's name with the handwritten remark."""
    return f"با ملاحظه: {text}"


def row_spoken(name: str, post: str, party: str, state: str) -> str:
    """Return the spoken text of a signer's row."""
    return "، ".join(filled(name, post, party, state))


def signed_on(day: str) -> str:
    """Return the spoken state of a signer's row."""
    return f"امضا در {day}"


def notify_count(count: int, corrected: int = 0) -> str:
    """Return the text of the notify button; ``corrected`` of them are notified again."""
    if corrected == count and count:
        return f"{NOTIFY_AGAIN} {persian(count)} مصوبه"
    again = f"، {persian(corrected)} مصوبه اصلاحی" if corrected else ""
    return f"ابلاغ {persian(count)} مصوبه{again}"


def notified_so_far(notified: int, adopted: int) -> str:
    """Return how many are notified, while others wait."""
    return f"{told_of(notified, adopted)} ابلاغ شده"


def waiting(count: int) -> str:
    """Return how many resolutions wait for their first notification."""
    return f"{persian(count)} مصوبه در انتظار ابلاغ"


def corrected_waiting(count: int) -> str:
    """Return how many were corrected after their notification."""
    return f"{persian(count)} مصوبه در انتظار {NOTIFY_AGAIN}"


def corrected_since(count: int, version: int, day: str) -> str:
    """Return why some are notified again: their text was corrected after the last letter."""
    return (
        f"{persian(count)} مصوبه پس از ابلاغ {day} با نسخهٔ {persian(version)} اصلاح شده است؛ "
        "متن تازه به همهٔ واحدهای آن ابلاغ می‌شود."
    )


def told_of(notified: int, adopted: int) -> str:
    """Return «۲ مصوبه از ۳ مصوبه»."""
    if notified == adopted:
        return f"{persian(adopted)} مصوبه"
    return f"{persian(notified)} مصوبه از {persian(adopted)} مصوبه"


def letter(number: str, *, of_all: bool) -> str:
    """Return the letter of the notification; the newest one if there are several."""
    return f"نامهٔ {number}" if of_all else f"آخرین نامه: {number}"


def notified_now(count: int, tasks: int) -> str:
    """Return the message after a notification, and what remains to be done on paper."""
    told = f"{persian(count)} مصوبه با {persian(tasks)} وظیفه" if tasks else f"{persian(count)} مصوبه"
    return f"{told} ابلاغ شد. نامهٔ هر واحد با «{PRINT_EXTRACTS}» آماده می‌شود."


def ask_amend(number: object) -> str:
    """Return the title of the question before a correction is begun."""
    return f"برای صورت‌جلسهٔ جلسهٔ {persian(number)} اصلاحیه نوشته شود؟"


def amend_dropped(day: str, reason: str) -> str:
    """Return when and why the last draft of a correction was discarded."""
    return f"پیش‌نویس پیشین در {day} کنار گذاشته شد. علت: {reason}"


def amending_in(version: int) -> str:
    """Return where the correction is being written."""
    return f"نسخهٔ {persian(version)}"


def amending_begun(number: int, version: int) -> str:
    """Return the message that a correction was begun."""
    return f"اصلاحیهٔ شمارهٔ {persian(number)} آغاز شد و نسخهٔ {persian(version)} برای ویرایش باز است."


def ask_close(waiting: int, corrected: int = 0, scans: Sequence[int] = ()) -> str:
    """Return what closing the file means, after what is still missing.

    ``corrected`` of the resolutions that wait were told before, in other words; ``scans`` are originals without one.
    """
    lacking = [_waiting(waiting, corrected)] if waiting else []
    lacking += [_unscanned(scans)] if scans else []
    return " ".join([*lacking, CLOSE_MEANS])


def _unscanned(originals: Sequence[int]) -> str:
    return f"اسکن برگهٔ امضاشده ({'، '.join(named(one) for one in originals)}) هنوز افزوده نشده است."


def _waiting(waiting: int, corrected: int) -> str:
    fresh = waiting - corrected
    told = [f"{persian(fresh)} مصوبهٔ این جلسه هنوز ابلاغ نشده"] if fresh else []
    told += [f"متن اصلاح‌شدهٔ {persian(corrected)} مصوبه هنوز ابلاغ نشده"] if corrected else []
    return f"{' و '.join(told)} است."


def confirmed_in(number: str, day: str) -> str:
    """Return in which meeting the minutes were confirmed."""
    return f"در جلسهٔ {number}، {day}" if day else f"در جلسهٔ {number}"
