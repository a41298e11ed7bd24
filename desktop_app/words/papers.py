"""Texts of the page of papers and reports: kinds, descriptions, results."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from desktop_app.words.digits import filled, left_to_right, persian
from desktop_app.words.print_setup import PROFILES as _PROFILES
from desktop_app.words.states import CLASSIFICATIONS as _CLASSIFICATIONS
from desktop_app.words.states import URGENCIES as _URGENCIES

PAPERS: Final = "برگه‌ها و گزارش‌ها"
VERIFY: Final = "بررسی برگه"
VERIFY_KEYS: Final = "F8"
CONTEXT: Final = "پیش‌نمایش همان چاپ است."
NO_ROWS: Final = "چاپ یا ذخیرهٔ این برگه ردیف تازه‌ای در دفتر صادره نمی‌سازد."
KINDS: Final = "گونهٔ برگه"
SAVE: Final = "ذخیرهٔ PDF"
WORD_NAMED: Final = "ذخیره برای Word"
PRINT: Final = "چاپ"
PRINT_AND_ENTER: Final = "چاپ و ثبت در دفتر"
SAVE_UNREGISTERED: Final = "ذخیره بدون ثبت"
NOT_WHOLE: Final = "همهٔ صفحه‌ها چاپ نشد؛ چیزی در دفتر صادره ثبت نشد"
NOT_WHOLE_WHY: Final = "برای ثبت، همهٔ صفحه‌ها را با هم چاپ کنید. برای بخشی از نامه‌ها نخست مصوبه یا واحد را برگزینید."
NOT_ENTERED: Final = "چاپ انجام شد ولی چیزی در دفتر صادره ثبت نشد"
ENTER_AGAIN: Final = "ثبت در دفتر بدون چاپ دوباره"
CANCEL: Final = "انصراف"
AGAIN: Final = "چاپ دوباره"
OTHER_PLACE: Final = "برگزیدن جای دیگر"
MAKE: Final = "ساختن پیش‌نمایش"
SAVE_TITLE: Final = "ذخیرهٔ برگه"
WORD_TITLE: Final = "ذخیره برای Word"
PDF_FILES: Final = "فایل PDF (*.pdf)"
WORD_FILES: Final = "فایل Word (*.docx)"
MAKING: Final = "برگه ساخته می‌شود…"
MAKING_WORD: Final = "فایل Word ساخته می‌شود…"
CANCELLED: Final = "ساختن برگه به خواست شما متوقف شد"
CANCELLED_WHY: Final = "فایلی نوشته نشد و فایل پیشین، اگر بود، همان است."
LONG: Final = "این دفتر بلند است"
LONG_WHY: Final = "ساختن دفتر یک سال چند لحظه زمان می‌برد. پیش‌نمایش را بسازید یا یکراست ذخیره کنید."
NOTHING_YET: Final = "هنوز چیزی برای چاپ نیست"
NO_PRINTER: Final = "چاپگری پیدا نشد یا کار را نپذیرفت"
NO_PRINTER_WHY: Final = "چاپگر را روشن و به رایانه وصل کنید و «چاپ دوباره» را بزنید، یا فایل PDF را ذخیره کنید."
TYPED_ASK: Final = "متن نامه هنوز در هیچ فایلی نیست"
TYPED_TEXT: Final = "آن را ذخیره یا چاپ کنید. اگر بروید آنچه نوشته‌اید از میان می‌رود."
GO_ON: Final = "ادامهٔ ویرایش"
LEAVE: Final = "رفتن بدون ذخیره"
WAITING_ASK: Final = "برگه هنوز آماده نشده است"
WAITING_TEXT: Final = "ذخیره یا چاپی که خواسته‌اید در انتظار آن است. اگر برنامه را ببندید، انجام نمی‌شود."
WAIT: Final = "منتظر می‌مانم"
CLOSE: Final = "بستن برنامه"
ALL_RESOLUTIONS: Final = "همهٔ مصوبات جلسه"
ALL_UNITS: Final = "همهٔ واحدها"
ALL_DAYS: Final = "همهٔ روزها"
ALL_YEARS: Final = "همهٔ سال‌ها"
ALL_INVITEES: Final = "همهٔ دعوت‌شدگان"
GUEST: Final = "مدعو"
AS_IN_SETTINGS: Final = "مانند تنظیمات"
MORE: Final = "گزینه‌های بیشتر"
LESS: Final = "گزینه‌های کمتر"
SHOW_FOLDER: Final = "نمایش پوشه"
NUMBER_DOTTED: Final = "خالی: جای آن روی کاغذ نقطه‌چین می‌ماند"
NUMBER_OF_NOTICE: Final = "خالی: شمارهٔ نامهٔ ابلاغ، و تا ابلاغ نشده نقطه‌چین"
NUMBER_OF_NOTICE_OR_PATTERN: Final = "خالی: شمارهٔ نامهٔ ابلاغ، و تا ابلاغ نشده از الگوی شمارهٔ نامه‌ها"
NUMBER_BY_PATTERN: Final = "خالی: از الگوی شمارهٔ نامه‌ها ساخته می‌شود"
RECORD_SENDING: Final = "ثبت ارسال"
URGENCIES: Final = tuple(_URGENCIES.items())
CLASSIFICATIONS: Final = tuple(_CLASSIFICATIONS.items())
LOWER: Final = "ثبت طبقهٔ پایین‌تر"
LOWER_WHY: Final = (
    "مستخرج از صورت‌جلسه‌ای است که طبقهٔ بالاتری دارد. این تغییر تنها برای همین مصوبه و همین واحد است و با نام شما و "
    "دلیل آن در سابقه می‌ماند."
)
LOWER_REASON: Final = "دلیل"
LOWERING: Final = "پایین آوردن طبقهٔ مستخرج"
LOWERING_BACK: Final = "پس گرفتن طبقهٔ پایین‌تر مستخرج"
"""What the two acts are called when they are taken back."""


def lower_to(classification: str) -> str:
    """Return the question before an extract gets a lower confidentiality class."""
    return f"طبقهٔ این مستخرج «{_CLASSIFICATIONS[classification]}» شود؟"


PROFILES: Final = _PROFILES

WAYS: Final[Mapping[str, str]] = {"save": "ذخیره", "print": "چاپ", "enter": PRINT_AND_ENTER}
"""What may wait for a paper that is being made."""
DO_NOW: Final[Mapping[str, str]] = {
    "save": "ذخیرهٔ برگهٔ کنونی",
    "print": "چاپ برگهٔ کنونی",
    "enter": "چاپ و ثبت برگهٔ کنونی",
}
"""The same for the paper that stands there now."""
ELSEWHERE: Final[Mapping[str, str]] = {
    "meetings": "رفتن به جلسه‌ها",
    "minutes": "رفتن به صورت‌جلسه‌ها",
    "registers": "رفتن به صادره و وارده",
}
"""By page: the way to where something that a paper is made of begins."""

GROUPS: Final = (
    ("جلسه", ("invitation", "attendance-sheet", "agenda-pack", "minutes")),
    ("مصوبات و واحدها", ("extract", "reminder")),
    ("گزارش‌ها", ("monthly-report", "alignment-matrix", "register", "year-book", "history")),
    ("نامه", ("letter", "letters-register", "delivery-slip")),
)
"""The kinds as they are listed, under their headings."""

TITLES: Final[Mapping[str, str]] = {
    "invitation": "دعوت‌نامه",
    "attendance-sheet": "برگهٔ حضور و غیاب",
    "agenda-pack": "بستهٔ دستور جلسه",
    "minutes": "صورت‌جلسه",
    "extract": "ابلاغ مصوبه",
    "reminder": "یادآوری",
    "monthly-report": "گزارش ماهانه",
    "alignment-matrix": "ماتریس هم‌راستایی",
    "register": "دفتر ثبت مصوبات",
    "year-book": "دفتر صورت‌جلسات سال",
    "history": "تاریخچه",
    "letters-register": "دفتر صادره و وارده",
    "delivery-slip": "برگهٔ تحویل نامه",
    "letter": "نامهٔ آزاد",
    "list": "فهرست",
}
"""What each kind is called."""

NOTES: Final[Mapping[str, str]] = {
    "invitation": "برای هر عضو و مدعو یک برگه، با دستور جلسه.",
    "attendance-sheet": "جای امضای هر کرسی، برای دست به دست گشتن در جلسه.",
    "agenda-pack": "دستور جلسه با پیشینهٔ هر بند و مصوبات باز.",
    "minutes": "نسخهٔ معتبر؛ چاپ برای امضا از صفحهٔ خود صورت‌جلسه است.",
    "extract": "مستخرج صورت‌جلسه برای مجری و همکاران؛ پس از اصلاحیه تنها نامه‌های تازه، و با برگزیدن واحد نامهٔ پیشین.",
    "reminder": "مصوبات باز هر واحد، با مهلت و تأخیر.",
    "monthly-report": "یک ماه در یک نگاه، سپس با جزئیات.",
    "alignment-matrix": "مصوبات در برابر واحدها: که برنامه داد و که نداد.",
    "register": "همهٔ مصوبات شماره‌دار به ترتیب شماره.",
    "year-book": "صورت‌جلسه‌ها، دفتر ثبت، حضور و نمایهٔ یک سال.",
    "history": "چه کسی، کی، چه چیزی را از چه به چه تغییر داد.",
    "letters-register": "هر نامه‌ای که رسید یا رفت، به ترتیب روز.",
    "delivery-slip": "نامه‌های یک روز که تحویل آن‌ها ثبت نشده، با جای امضا.",
    "letter": "متن شما با سربرگ دفتر.",
    "list": "فهرست، همان‌گونه که در صفحهٔ آن دیده می‌شود.",
}
"""One line about each kind."""

_ICONS: Final[Mapping[str, str]] = {
    "invitation": "mail",
    "attendance-sheet": "users",
    "agenda-pack": "list",
    "minutes": "file-text",
    "extract": "send",
    "reminder": "bell",
    "monthly-report": "chart-column",
    "alignment-matrix": "grid-3x3",
    "register": "table-2",
    "year-book": "book-open",
    "history": "history",
    "letters-register": "mail",
    "delivery-slip": "stamp",
    "letter": "pen-line",
    "list": "list",
}


def icon(kind: str) -> str:
    """Return the name of a kind's icon."""
    return _ICONS[kind]


def meeting(number: int | None, day: str) -> str:
    """Return the option text of a meeting."""
    named = f"جلسهٔ {persian(number)}" if number is not None else "جلسهٔ بی‌شماره"
    return f"{named} · {day}" if day else named


def resolution(number: str, text: str) -> str:
    """Return the option text of a resolution."""
    return f"{number} · {text}" if text else number


def in_place_of(name: str) -> str:
    """Return whom a substitute replaces."""
    return f"به‌جای {name}"


def letters_of_day(day: str, count: int) -> str:
    """Return the option text of a day's letters."""
    return f"{day} – {persian(count)} نامه"


def chosen_letters(count: int) -> str:
    """Return the option text of letters selected on another page."""
    return f"نامه‌های برگزیده – {persian(count)} نامه"


def year(number: int) -> str:
    """Return the option text of a year."""
    return f"سال {persian(number)}"


def rows_to_come(count: int) -> str:
    """Return how many rows of the outgoing register the print button will create."""
    return f"«{PRINT_AND_ENTER}» {persian(count)} ردیف در دفتر صادره می‌سازد؛ دیدن و ذخیره چیزی ثبت نمی‌کند."


def progress(done: int, total: int) -> str:
    """Return the progress of a long paper."""
    return f"برگه ساخته می‌شود: {persian(done)} از {persian(total)}" if total else MAKING


def dropped(ways: Sequence[str]) -> str:
    """Return that printing or saving was cancelled, as the paper changed."""
    return f"{' و '.join(WAYS[way] for way in ways)} انجام نشد، چون برگه پیش از آماده شدن تغییر کرد."


def saved(path: str) -> str:
    """Return the message that a file was written."""
    return f"برگه در «{left_to_right(path)}» ذخیره شد."


def ask_sending(count: int) -> str:
    """Return the question whether to record the sending of printed or saved invitations."""
    letters = "دعوت‌نامه" if count == 1 else f"{persian(count)} دعوت‌نامه"
    return f"ارسال {letters} ثبت شود؟ Ctrl+Enter روش آن را می‌پرسد و با تاریخ امروز در دفتر صادره ثبت می‌کند."


def sending_recorded(count: int, way: str) -> str:
    """Return the message that the sending was recorded, for the status line."""
    letters = "دعوت‌نامه" if count == 1 else f"{persian(count)} دعوت‌نامه"
    return f"ارسال {letters} ثبت شد: {way}. Ctrl+Z پس می‌گیرد."


def printing(pages: int, count: int, of: int) -> str:
    """Return the message that pages were sent to the printer."""
    part = "" if pages == of else f" از {persian(of)} صفحه"
    return f"{persian(pages)} صفحه{part} در {persian(count)} نسخه به چاپگر رفت."


def meeting_in_name(number: int | None) -> str:
    """Return the meeting's part of a file name."""
    return f"جلسهٔ-{number}" if number is not None else "جلسهٔ-بی‌شماره"


def file_name(kind: str, about: str, suffix: str) -> str:
    """Return the suggested file name: short, without characters that Windows refuses."""
    return "-".join(filled(TITLES[kind].replace(" ", "-"), about)) + suffix
