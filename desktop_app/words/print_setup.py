"""Texts of the settings section of fonts and paper."""

from __future__ import annotations

from typing import Final

from desktop_app.words.digits import persian

BUNDLED: Final = "همراه برنامه"
BUNDLED_NAMED: Final = "وزیرمتن (Vazirmatn)"
KEPT: Final = "نگه‌داشته در پوشهٔ داده"
LOOKING: Final = "قلم‌های این رایانه خوانده می‌شود…"
TAKING: Final = "قلم بررسی می‌شود…"
FONT_HINT: Final = "نسخه‌ای از آن در پوشهٔ داده می‌ماند."
FONT_WITHOUT_BOLD: Final = "این قلم برش سیاه (Bold) ندارد؛ عنوان‌ها هم با برش معمولی چاپ می‌شوند."
PICK_FONT: Final = "برگزیدن فایل قلم"
FONT_FILES: Final = "فایل قلم (*.ttf *.otf *.ttc *.otc)"
NO_PREVIEW: Final = "با این عددها صفحه‌ای ساخته نمی‌شود"
PREVIEW_MAKING: Final = "نمونه ساخته می‌شود…"
PREVIEW_NOTE: Final = "آنچه نهایی شده با همان شکل خودش چاپ می‌شود."
SHEETS: Final = (("a4", "A4"), ("a5", "A5"), ("a3", "A3"))
PROFILES: Final = (("a-3b", "PDF/A-3b"), ("a-2b", "PDF/A-2b"), ("a-1b", "PDF/A-1b"))
PROFILE_HINTS: Final = {
    "a-3b": "داده‌های خود برگه هم درون فایل است؛ برای بایگانی بهترین است.",
    "a-2b": "بدون دادهٔ پیوست؛ برای سامانه‌هایی که پیوست نمی‌پذیرند.",
    "a-1b": "کهن‌ترین شکل؛ تنها اگر گیرنده آن را بخواهد.",
}


def percent(least: int, most: int) -> str:
    """Return which percentages a field allows."""
    return f"{persian(least)} تا {persian(most)}"


def millimetres(least: int, most: int) -> str:
    """Return which margins a field allows."""
    return f"{persian(least)} تا {persian(most)} میلی‌متر"


_LOOK: Final = "این صفحه با قلم و اندازه‌هایی چیده شده است که در کنار آن برگزیده‌اید. تاریخ ۱۴۰۲/۰۲/۱۱، ساعت ۱۰:۳۰، مبلغ ۲٬۵۰۰٬۰۰۰ ریال و شمارهٔ ۹۱۱۷۴/۰۱/ش نمونه‌اند."
_FROM_NOW: Final = "هرچه از این پس ساخته شود همین شکل را دارد: دعوت‌نامه، صورت‌جلسه، ابلاغ، یادآوری و گزارش. نشانی‌هایی مانند example.ir و تلفن ۰۱۱-۳۳۳۳۴۴۴۴ در میان نوشتهٔ فارسی جای خود را نگه می‌دارند."
SAMPLE: Final = f"با سلام و احترام؛\n{_LOOK}\n{_FROM_NOW}\nبا تشکر"
"""The letter that the small page shows."""
