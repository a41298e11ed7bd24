"""Texts of the invitations to a meeting: recipients, what was sent, and what changed since."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from desktop_app.words.digits import filled, persian
from desktop_app.words.states import AND, DOT

INVITATIONS_TAB: Final = "دعوت‌نامه‌ها"
WAYS: Final = {
    "automation": "اتوماسیون اداری",
    "by_hand": "دستی",
    "post": "پست",
    "fax": "دورنگار",
    "email": "رایانامه",
    "messenger": "پیام‌رسان",
    "other": "راهی دیگر",
}
PARTS: Final = {
    "name": "نام گیرنده",
    "kind": "نوع جلسه",
    "day": "روز",
    "hour": "ساعت",
    "place": "محل",
    "agenda": "دستور",
}
SEND: Final = "ارسال شد…"
SEND_TITLE: Final = "ثبت ارسال دعوت‌نامه‌ها"
SEND_WHY: Final = "متن دعوت‌نامهٔ هر گیرنده همان‌گونه که اکنون چاپ می‌شود نگه داشته می‌شود."
TEXT_OF_TODAY: Final = (
    "متنی که نگه داشته می‌شود متن امروز است. اگر جلسه یا فهرست دعوت پس از روز ارسال تغییر کرده باشد، "
    "این متن با نامهٔ فرستاده‌شده یکی نیست."
)
SEND_DO: Final = "ثبت ارسال"
CANCEL: Final = "انصراف"
SHOW_LETTER: Final = "دیدن نامهٔ فرستاده‌شده"
CLOSE_LETTER: Final = "بستن"
STRIKE: Final = "پس گرفتن این ثبت"
STRIKE_ASK: Final = "ثبت این ارسال پس گرفته شود؟"
MENU: Final = "کارهای این گیرنده"
STRUCK: Final = "ثبت ارسال پس گرفته شد"
STRUCK_REASON: Final = "ثبت ارسال این دعوت‌نامه پس گرفته شد."
NOT_SENT: Final = "فرستاده نشده"
GUEST: Final = "مدعو"
GONE: Final = "دیگر در فهرست دعوت نیست"
NO_LETTERS: Final = "برای این جلسه ارسال دعوت‌نامه‌ای ثبت نشده است"
NO_LETTERS_WHY: Final = "ارسال پس از «دعوت اعضا» و پیش از آغاز جلسه ثبت می‌شود."
NO_INVITEES: Final = "هنوز کسی نیست که دعوت شود"
NO_INVITEES_WHY: Final = "روز جلسه را بنویسید و معرفی نمایندگان را ثبت کنید تا دارندگان کرسی‌ها نمایان شوند."
BEFORE_RECORDS: Final = "پیش از ثبت"
BEFORE_RECORDS_WHY: Final = "دعوت این جلسه به پیش از ثبت در این برنامه برمی‌گردد و اینجا نیست."
BEFORE: Final = "تا «دعوت اعضا» پیش‌نویس و بی‌شماره است؛ ارسال پس از آن همین‌جا ثبت می‌شود"
BEFORE_AGAIN: Final = "تا «دعوت اعضا»ی دوباره پیش‌نویس است؛ ارسال پس از آن همین‌جا ثبت می‌شود"
AFTER: Final = "آنچه پیش از آغاز جلسه فرستاده شد"


def tab(waiting: int) -> str:
    """Return the name of the tab, with the number of invitations to send."""
    return f"{INVITATIONS_TAB} ({persian(waiting)})" if waiting else INVITATIONS_TAB


def summary(count: int, waiting: int, changed: int) -> str:
    """Return how many invitees there are, and how many need an invitation or a new one."""
    parts = [f"{persian(count)} گیرنده"]
    if not waiting:
        parts.append("به همه فرستاده شده")
    if waiting > changed:
        parts.append(f"{persian(waiting - changed)} دعوت‌نامه فرستاده نشده")
    if changed:
        parts.append(f"{persian(changed)} دعوت‌نامه پس از ارسال تغییر کرده")
    return "؛ ".join(parts)


def sent_on(day: str, way: str, number: str) -> str:
    """Return «۵ آذر، اتوماسیون اداری، نامهٔ ۴۱۲/ص»."""
    return "، ".join(filled(day, way, f"نامهٔ {number}" if number else ""))


def letter_of(name: str) -> str:
    """Return the title above a sent letter."""
    return f"دعوت‌نامهٔ {name}"


def as_sent(sent: str) -> str:
    """Return that the letter is shown as it was sent."""
    return f"همان‌گونه که فرستاده شد: {sent}"


def as_recorded(sent: str, kept: str) -> str:
    """Return that the letter is shown as it was when its sending was recorded."""
    return f"ارسال: {sent}. {kept_later(kept)} و شاید با نامهٔ فرستاده‌شده یکی نباشد"


def kept_later(day: str) -> str:
    """Return that the stored text is of the day of recording, after the day of sending."""
    return f"متن از روز ثبت است ({day})"


def changed(parts: Sequence[str]) -> str:
    """Return what changed since the letter was sent."""
    return f"تغییر پس از ارسال: {AND.join(parts)}"


def answered(answer: str) -> str:
    """Return what an invitee answered by letter."""
    return f"پاسخ: {answer}"


def under_name(post: str, party: str, in_place_of: str) -> str:
    """Return the line below the name of an invitee."""
    return DOT.join(filled(post, party, f"به‌جای {in_place_of}" if in_place_of else ""))


def strike_text(name: str, sent: str) -> str:
    """Return what striking a sending means."""
    return f"ارسال به {name} ({sent}) دیگر به شمار نمی‌آید. ثبت پیشین با همین پس گرفتن نگه داشته می‌شود."


def distinct_name(name: str, post: str) -> str:
    """Return the name of an invitee with what distinguishes it from an equal name."""
    return f"{name} ({post})" if post else name


def taken(name: str, note: str) -> str:
    """Return the line of an invitee in the form."""
    return f"{name} – {note}" if note else name


def sent_to(count: int) -> str:
    """Return the message that the sending was recorded."""
    return f"ارسال {persian(count)} دعوت‌نامه ثبت شد؛ ذخیره شد"
