"""Persian texts of the settings page: its sections and buttons, and the question about unsaved changes."""

from __future__ import annotations

from typing import Final

from desktop_app.words.digits import persian

HEADS: Final = ("روز", "نام", "قطعی نیست")
NO_ROWS: Final = "در این سال تعطیلی ثبت نشده است"
CHANGED: Final = (
    "مهلت‌های «روز کاری» که از این پس داده شود با این جدول شمرده می‌شود. مهلت‌هایی که داده شده است همان می‌ماند."
)
REMOVE: Final = "برداشتن روز"


def year(number: int) -> str:
    """The heading of the year that is shown."""
    return f"سال {persian(number)}"


def count(rows: int, estimated: int) -> str:
    """The number of days in the table of a year."""
    says = f"{persian(rows)} روز"
    return f"{says}، {persian(estimated)} روز هنوز قطعی نیست" if estimated else says


def unknown_year(number: int) -> str:
    """The note that a year has no table."""
    return f"سال {persian(number)} جدول تعطیلات ندارد؛ در این سال فقط تعطیل هفتگی به حساب می‌آید."


def unknown_years(numbers: tuple[int, ...]) -> str:
    """The note that coming years have no table."""
    named = " و ".join(persian(one) for one in numbers)
    return f"برای {named} هنوز جدولی نیست. پیش از رسیدن سال، روزهای تعطیل آن را بیفزایید."


def name_of_day(day: str) -> str:
    """The accessible name of a cell."""
    return f"نام تعطیلی {day}"


NO_LOGO: Final = "نشانی برگزیده نشده است"
PICK_LOGO: Final = "فایل نشان سربرگ"
PICTURE_FILES: Final = "تصویر (*.png *.jpg *.jpeg *.bmp *.gif *.webp)"
LOGO_HINT: Final = (
    "فایل PNG یا JPEG را برگزینید، به این بخش بکشید یا با Ctrl+V بچسبانید. نشان کنار نام‌ها در سربرگ چاپ می‌شود؛ کاغذهای نهایی"
    " با نشان خودشان می‌مانند."
)
READING: Final = "در حال خواندن تصویر…"


def logo_size(width: int, height: int) -> str:
    """The size of the logo for the screen reader."""
    return f"نشان با {persian(width)} در {persian(height)} نقطه"


HALF: Final = "بیش از نیم"
TWO_THIRDS: Final = "بیش از دوسوم"
THREE_QUARTERS: Final = "بیش از سه‌چهارم"

NO_EXAMPLE: Final = "جاها را با دکمه‌های زیر بیفزایید. هر الگو دست‌کم {جلسه} و {ردیف} را دارد."
NO_LETTER_EXAMPLE: Final = "جاهای این الگو {سال}، {ردیف} و {سریال} است: {سریال}، یا {سال} و {ردیف} با هم."
LETTERS_TYPED: Final = "خالی یعنی شمارهٔ هر نامه نوشته می‌شود. با الگویی مانند {سال}/{ردیف} خودش ساخته می‌شود."
CHANGED_WEEK: Final = (
    "مهلت‌های «روز کاری» که از این پس داده شود با این روزها شمرده می‌شود. مهلت‌هایی که داده شده است همان می‌ماند."
)


def other_share(numerator: int, denominator: int) -> str:
    """The option for a quorum that is not in the list."""
    return f"بیش از {persian(numerator)} از {persian(denominator)}"


def quorum_example(filled: int, needed: int) -> str:
    """What the quorum means for a committee of this size."""
    return f"اگر {persian(filled)} کرسی پر باشد {persian(needed)} حاضر لازم است، و از هر طرف دست‌کم یکی."


def number_example(number: str) -> str:
    """An example of a number by the pattern."""
    return f"نمونه: مصوبهٔ دوم جلسهٔ سوم در سال ۱۴۰۱ می‌شود {number}"


def letter_example(number: str) -> str:
    """An example of the number of an outgoing paper."""
    return f"نمونه: نامهٔ دوم سال ۱۴۰۱ می‌شود {number}"


THEMES: Final = {"system": "مانند رایانه", "light": "روشن", "dark": "تیره"}
ORDINARY: Final = "معمولی"
LARGE: Final = "درشت‌نویسی"
LARGE_HINT: Final = "همهٔ نوشته‌ها یک‌چهارم درشت‌تر می‌شود."
TWO_LINES: Final = "دو سطری"
ONE_LINE: Final = "فشرده"
DENSITY_HINT: Final = "سطر فشرده زمینهٔ هر رکورد را نشان نمی‌دهد و جای بیشتری باز می‌کند."
PICK_PAPERS: Final = "پوشهٔ کاغذها"
PAPERS_HINT: Final = "اگر خالی بماند پوشهٔ «اسناد» پیشنهاد می‌شود."


SETTINGS: Final = "تنظیمات"
CONTEXT: Final = "روال کار دفتر با داده‌ها جابه‌جا می‌شود؛ آنچه به این رایانه تعلق دارد همین‌جا می‌ماند."
SECTIONS: Final = "بخش‌های تنظیمات"

OFFICE_RULES: Final = "روال کار"
LETTERHEAD: Final = "سربرگ"
HOLIDAYS: Final = "تعطیلات رسمی"
PRINT_SETUP: Final = "قلم و کاغذ چاپ"
THIS_MACHINE: Final = "این رایانه"

ALL_SAVED: Final = "همهٔ تغییرها ذخیره شده است"
SAVED: Final = "چیزی برای ذخیره نیست"
JUST_SAVED: Final = "ذخیره شد"
UNSAVED: Final = "تغییرهای این بخش ذخیره نشده است"
LEFT: Final = "مقدارهای ذخیره‌شده می‌ماند"
AT_ONCE: Final = "هر تغییر همان لحظه به کار می‌رود"
SAVE: Final = "ذخیره"

LEAVE_TITLE: Final = "تغییرهای این بخش ذخیره شود؟"
LEAVE_UNSAVED: Final = "رفتن بدون ذخیره"
GO_ON: Final = "ادامهٔ ویرایش"


def leave_question(title: str) -> str:
    """The question about unsaved changes of a section."""
    return f"در بخش «{title}» تغییرهایی ذخیره نشده است. اگر بروید و ذخیره نکنید، مقدارهای پیشین می‌ماند."
