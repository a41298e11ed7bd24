"""What the command line says; its verbs and options keep their Latin names."""

from __future__ import annotations

from desktop_app.text.digits import persian

PROGRAM = "دبیرخانهٔ کمیتهٔ مشترک: جلسه‌ها، صورت‌جلسه‌ها و مصوبات. بدون فرمان، پنجره باز می‌شود."
HELP = "این راهنما را نشان می‌دهد."
VERSION = "نسخهٔ برنامه را می‌گوید."
DATA = "پوشهٔ داده؛ اگر داده نشود، پوشهٔ همیشگی کاربر."
DEMO_WINDOW = "پنجره را با دادهٔ نمونه در پوشه‌ای تازه باز می‌کند."
DEMO = "دادهٔ نمونه را در پوشه‌ای خالی می‌سازد."
TODAY = "روزی که «امروز» شمرده می‌شود، میلادی و به شکل YYYY-MM-DD."
YEARS = "شمار سال‌هایی که افزون بر نمونه ساخته می‌شود."
SCALE = "چند برابر شدن مصوبه‌های هر جلسه در سال‌های افزوده."
SEED = "عددی که داده‌های افزوده از آن ساخته می‌شود؛ عدد برابر، دادهٔ برابر."
PRINT = "برگه‌ای را به‌صورت PDF می‌سازد."
PRINT_MINUTES = "صورت‌جلسهٔ یک جلسه."
PRINT_LETTER = "نامه‌ای با سربرگ از یک فایل متنی؛ هر سطر یک بند."
MEETING = "شمارهٔ جلسه."
OUTPUT = "فایل PDF که ساخته می‌شود."
TEXT_FILE = "فایل متنی UTF-8."
SEARCH = "در جلسه‌ها، صورت‌جلسه‌ها و مصوبه‌ها می‌گردد."
QUERY = "واژه‌های جست‌وجو؛ فاصله و نیم‌فاصله و شکل حروف فرقی نمی‌کند."
LIMIT = "بیشترین شمار یافته‌ها."
JSON = "پاسخ را به‌صورت JSON می‌دهد."
CHECK = "پایگاه داده را می‌آزماید و توافق‌های بی‌صورت‌جلسه را می‌جوید."
CLOCK_OK = "با ساعت کنونی رایانه بنویسد، هرچند نادرست به نظر می‌رسد."
USAGE_WRONG = "این فرمان فهمیده نشد. «dabirkhaneh --help» همهٔ فرمان‌ها را نشان می‌دهد."
NOTHING_FOUND = "چیزی پیدا نشد."
CHECK_CLEAN = "پایگاه داده درست است و همهٔ توافق‌ها در صورت‌جلسه‌اند."
UNFORESEEN = "کار انجام نشد و دلیلش شناخته نیست. گزارش در پروندهٔ رویدادها نوشته شد؛ آن را برای پشتیبان برنامه بفرستید."
INTERRUPTED = "کار به خواست شما نیمه‌کاره ماند؛ چیزی نوشته نشد."

KINDS = {
    "meeting": "جلسه",
    "minutes": "صورت‌جلسه",
    "resolution": "مصوبه",
    "clause": "بند",
    "deliberation": "مذاکرات",
    "agenda_item": "بند دستور",
    "person": "شخص",
    "unit": "واحد",
    "upstream": "مصوبهٔ بالادستی",
    "task": "وظیفه",
}


def version(number: str) -> str:
    """Answer to ``--version``; the number itself stays Latin for those who compare it."""
    return f"دبیرخانه {number}"


def demo_made(folder: str, meetings: int, resolutions: int) -> str:
    """Answer of ``demo``."""
    return f"دادهٔ نمونه ساخته شد: {persian(meetings)} جلسه و {persian(resolutions)} مصوبه در «{folder}»."


def printed(path: str, pages: int) -> str:
    """Answer of ``print``."""
    return f"{persian(pages)} صفحه در «{path}» نوشته شد."


def hit(kind: str, title: str, text: str) -> str:
    """One line of the answer of ``search``."""
    word = KINDS.get(kind, kind)
    return f"{word} · {title} · {text}" if text and text != title else f"{word} · {title}"


def findings(count: int) -> str:
    """The last line of ``check`` when something is wrong."""
    return f"{persian(count)} نادرستی یافت شد. پیش از هر کار از پوشهٔ داده پشتیبان بگیرید."
