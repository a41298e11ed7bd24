"""Texts of the error report after a fault of the program."""

from __future__ import annotations

from typing import Final

from desktop_app.words.digits import left_to_right

TITLE: Final = "گزارش خطا"
HEADING: Final = "خطایی در خود برنامه رخ داد"
COMFORT: Final = (
    "این خطا از کار شما نیست. آنچه نوشته‌اید نگه داشته شد و می‌توانید ادامه دهید. "
    "اگر خطا تکرار شد، گزارش زیر را برای پشتیبان برنامه بفرستید."
)
PRIVACY: Final = "در این گزارش نام افراد و متن صورت‌جلسه‌ها نیست."
COPY: Final = "رونوشت گزارش"
COPIED: Final = "گزارش در حافظهٔ رونوشت است"
CLOSE: Final = "ادامهٔ کار"
REPORT_NAME: Final = "متن گزارش"


def kept_in(folder: str) -> str:
    """Return where the log file lies, for support."""
    return f"همین گزارش در پوشهٔ «{left_to_right(folder)}» نیز ثبت شده است."
