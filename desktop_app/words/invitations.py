"""Words of the invitations of a meeting: whom they go to, what was sent, what is different since."""

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
    """The name of the tab, with how many invitations have to go out."""
    return f"{INVITATIONS_TAB} ({persian(waiting)})" if waiting else INVITATIONS_TAB


def summary(count: int, waiting: int, changed: int) -> str:
    """How many invitees there are, and how many of them have to be told yet or anew."""
    parts = [f"{persian(count)} گیرنده"]
    if not waiting:
        parts.append("به همه فرستاده شده")
    if waiting > changed:
        parts.append(f"{persian(waiting - changed)} دعوت‌نامه فرستاده نشده")
    if changed:
        parts.append(f"{persian(changed)} دعوت‌نامه پس از ارسال تغییر کرده")
    return "؛ ".join(parts)


def sent_on(day: str, way: str, number: str) -> str:
    """«۵ آذر، اتوماسیون اداری، نامهٔ ۴۱۲/ص»."""
    return "، ".join(filled(day, way, f"نامهٔ {number}" if number else ""))


def letter_of(name: str) -> str:
    """The title over a letter that was sent."""
    return f"دعوت‌نامهٔ {name}"


def as_sent(sent: str) -> str:
    """What is looked at: the letter as it was when it went out."""
    return f"همان‌گونه که فرستاده شد: {sent}"


def as_recorded(sent: str, kept: str) -> str:
    """What is looked at where the sending was recorded on a later day."""
    return f"ارسال: {sent}. {kept_later(kept)} و شاید با نامهٔ فرستاده‌شده یکی نباشد"


def kept_later(day: str) -> str:
    """The kept text is of the day of recording, which is after that of sending."""
    return f"متن از روز ثبت است ({day})"


def changed(parts: Sequence[str]) -> str:
    """What is different since the letter went out."""
    return f"تغییر پس از ارسال: {AND.join(parts)}"


def answered(answer: str) -> str:
    """What an invitee answered by his letter."""
    return f"پاسخ: {answer}"


def under_name(post: str, party: str, in_place_of: str) -> str:
    """What stands beneath the name of an invitee."""
    return DOT.join(filled(post, party, f"به‌جای {in_place_of}" if in_place_of else ""))


def strike_text(name: str, sent: str) -> str:
    """What is taken back."""
    return f"ارسال به {name} ({sent}) دیگر به شمار نمی‌آید. ثبت پیشین با همین پس گرفتن نگه داشته می‌شود."


def told_apart(name: str, post: str) -> str:
    """One of several invitees of one name."""
    return f"{name} ({post})" if post else name


def taken(name: str, note: str) -> str:
    """The line of an invitee in the form."""
    return f"{name} – {note}" if note else name


def sent_to(count: int) -> str:
    """What was recorded."""
    return f"ارسال {persian(count)} دعوت‌نامه ثبت شد؛ ذخیره شد"
