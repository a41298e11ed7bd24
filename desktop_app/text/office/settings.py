"""Words of the settings page: its sections, its foot, and the question before typed changes are left."""

from __future__ import annotations

from typing import Final

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
    """Which section has something unsaved."""
    return f"در بخش «{title}» تغییرهایی ذخیره نشده است. اگر بروید و ذخیره نکنید، مقدارهای پیشین می‌ماند."
