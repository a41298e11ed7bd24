"""Words of the register of upstream decisions: its form, and the citation in the inspector."""

from __future__ import annotations

from typing import Final

NEW: Final = "افزودن به دفتر"
EDIT: Final = "ویرایش"
NEW_TITLE: Final = "مصوبهٔ بالادستی تازه"
EDIT_TITLE: Final = "ویرایش مصوبهٔ بالادستی"
CONTEXT: Final = "هر مصوبه یک بار در دفتر ثبت می‌شود و هر صورت‌جلسه می‌تواند به آن استناد کند."
EDIT_CONTEXT: Final = "صورت‌جلسه‌های نهایی همان‌گونه که چاپ شده‌اند می‌مانند."
TITLE: Final = "عنوان"
BODY: Final = "نهاد تصویب‌کننده"
BODY_HINT: Final = "مانند شورای عالی فضای مجازی"
SESSION: Final = "شمارهٔ جلسه"
SESSION_DAY: Final = "روز جلسه"
NUMBER: Final = "شمارهٔ ابلاغ"
NOTIFICATION_DAY: Final = "روز ابلاغ"
CLAUSE: Final = "بند یا ماده"
CLAUSE_HINT: Final = "مانند «مصوبهٔ ۲» یا «بند ۳»"
SAVE: Final = "ثبت در دفتر"
CITED_AS: Final = "استناد روی کاغذ"
CANCEL: Final = "انصراف"


def cited(citation: str) -> str:
    """The citation beneath a resolution."""
    return f"استناد: {citation}"
