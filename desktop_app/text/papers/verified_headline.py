"""Words of the headline of «بررسی کاغذ»: whether a paper holds now, and what to do next."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from desktop_app.text.shared.digits import persian

VERDICTS: Final[Mapping[str, str]] = {
    "in_force": "این صورت‌جلسه معتبر است و همهٔ امضاهایش ثبت شده است",
    "unsigned": "این صورت‌جلسه نهایی است، ولی هنوز همهٔ امضاها ثبت نشده است",
    "corrected": "این نسخه دیگر معتبر نیست؛ اصلاحیه جای آن را گرفته است",
    "withdrawn": "این نسخه پیش از امضا بازگشایی شده و باطل است",
    "sent": "این نامه همان است که فرستاده شد",
    "registered": "نامه‌ای با این شماره در دفتر صادره هست؛ متن کاغذ سنجیده نشد",
    "struck": "ثبت فرستادن این نامه پس گرفته شده است",
    "taken_over": "این اسکن همان است که برای صورت‌جلسهٔ پیش از راه‌اندازی دفتر نگه داشته شده است",
    "chain": "این کدِ زنجیرهٔ رویدادهاست، نه کد متن",
    "citing": "این برگه از صورت‌جلسه‌ای نام می‌برد، ولی متن خود آن صورت‌جلسه نیست",
    "citing_rightly": "مصوبه‌هایی که این برگه نقل کرده همان است که در صورت‌جلسهٔ معتبر آمده است",
    "draft": "این پیش‌نویس صورت‌جلسه است و کد ندارد",
    "unkept": "این برگه کد ندارد و در دفتر نسخه‌ای از آن نگه داشته نمی‌شود",
    "falsified": "کد شناخته است، ولی آنچه در دفتر زیر آن ثبت است دیگر همان متن نهایی نیست",
    "unknown": "این کد در دفتر شما نیست",
    "foreign": "در این فایل نشانی از برنامهٔ دبیرخانه خوانده نشد",
}
"""By what a paper is worth."""
BY_CODE: Final[Mapping[str, str]] = {
    "in_force": "کد از نسخهٔ معتبر است؛ متن آن سنجیده نشد",
    "unsigned": "کد از نسخهٔ نهایی است که هنوز همهٔ امضاهایش ثبت نشده است؛ متن آن سنجیده نشد",
    "sent": "کد از نامه‌ای است که فرستاده شد؛ متن آن سنجیده نشد",
}
"""Of a scan whose text was not compared: what holds is said of the code alone."""
BY_CODE_SOME: Final[Mapping[str, str]] = {
    "in_force": "کد از نسخهٔ معتبر است؛ تنها متن بخشی از آن سنجیده شد",
    "unsigned": "کد از نسخهٔ نهایی است که هنوز همهٔ امضاهایش ثبت نشده است؛ تنها متن بخشی از آن سنجیده شد",
}
"""Of a scan of which the text of some pages was compared, and others are missing or were not."""
BY_CODE_PARTLY: Final[Mapping[str, str]] = {
    "in_force": "کد از نسخهٔ معتبر است؛ متن سنجیده شد، جز چند واژه که در «فایل» آمده است",
    "unsigned": (
        "کد از نسخهٔ نهایی است که هنوز همهٔ امضاهایش ثبت نشده است؛ متن سنجیده شد، جز چند واژه که در «فایل» آمده است"
    ),
}
BY_CODE_FAINT: Final[Mapping[str, str]] = {
    "in_force": "کد از نسخهٔ معتبر است؛ بخش کم‌رنگ متن آن سنجیده نشد",
    "unsigned": "کد از نسخهٔ نهایی است که هنوز همهٔ امضاهایش ثبت نشده است؛ بخش کم‌رنگ متن آن سنجیده نشد",
}
BY_CODE_DOUBTFUL: Final[Mapping[str, str]] = {
    "in_force": "کد از نسخهٔ معتبر است؛ جایی از متن با برگهٔ اصلی یکی نیست",
    "unsigned": "کد از نسخهٔ نهایی است؛ جایی از متن با برگهٔ اصلی یکی نیست",
}
"""Of a scan whose text was compared, and what was seen is not enough for more."""
BY_OWN_SOURCE: Final[Mapping[str, str]] = {
    "sent": "نامه‌ای از این فایل فرستاده شد، ولی نامهٔ دیگری هم در آن است که در دفتر نیست",
}
"""Of letters of which not each was sent."""
UNDATED: Final[Mapping[str, str]] = {
    "sent": "متن این نامه همان است که فرستاده شد؛ شماره یا تاریخ در این فایل نیست",
}
BY_UNCOMPARED: Final[Mapping[str, str]] = {
    **BY_CODE,
    "sent": "این فایل از نامه‌ای است که فرستاده شد؛ متن صفحه‌هایش سنجیده نشد",
}
"""Of a file whose pages were held against nothing."""
ALTERED: Final = "این فایل با برگهٔ اصلی یکی نیست"

NEXT: Final[Mapping[str, str]] = {
    "in_force": "می‌توانید به آن استناد کنید.",
    "unsigned": "تا کامل شدن امضاها به آن استناد نکنید. کمبودها در «امضاها» آمده است.",
    "corrected": "نسخهٔ معتبر را باز کنید و از آن استفاده کنید؛ تفاوت‌ها پایین‌تر آمده است.",
    "withdrawn": "این کاغذ را کنار بگذارید و از گیرندگانش هم پس بگیرید.",
    "sent": "می‌توانید به آن استناد کنید.",
    "registered": "ردیف نامه را در دفتر باز کنید و کاغذ را با آن بخوانید، یا فایل PDF آن را بدهید تا متنش سنجیده شود.",
    "struck": "به آن استناد نکنید. در صفحهٔ جلسه ببینید چه نامه‌ای به جای آن فرستاده شد.",
    "taken_over": "اصل کاغذ ملاک است؛ متن و امضاهای آن در برنامه ثبت نیست.",
    "chain": "برای بررسی متن، کد دیگرِ همان صفحه را بنویسید: آن که پس از «کد» چاپ شده است.",
    "citing": "مبنا صورت‌جلسه است: کد صورت‌جلسه را هم بررسی کنید.",
    "citing_rightly": "می‌توانید به مصوبه‌هایی که نقل کرده است استناد کنید.",
    "draft": "به پیش‌نویس استناد نکنید. نسخهٔ نهایی را از صفحهٔ صورت‌جلسه چاپ کنید.",
    "unkept": "اگر به محتوای آن نیاز دارید، همان برگه را از «برگه‌ها و گزارش‌ها» دوباره بسازید و با آن مقایسه کنید.",
    "falsified": "نسخهٔ کاغذی امضاشده را ملاک بگیرید، از پوشهٔ داده رونوشتی کنار بگذارید و پشتیبان را بازگردانید.",
    "unknown": "کد را حرف به حرف با کاغذ بخوانید. اگر همان است، این کاغذ از این دفتر نیست؛ به آن استناد نکنید.",
    "foreign": "اگر اسکن کاغذ است، کدِ پای صفحه را بنویسید.",
}
"""By what a paper is worth: what to do now."""
ALTERED_NEXT: Final = "به این فایل استناد نکنید. برگهٔ اصلی را از برنامه باز کنید و بپرسید این فایل از کجا آمده است."
CODE_ALONE: Final = (
    "کد تنها می‌گوید این کاغذ کدام نسخه است و متن روی کاغذ سنجیده نشد: پیش از استناد آن را با برگهٔ برنامه بخوانید، "
    "یا فایل PDF آن را بدهید."
)
SOME_COMPARED: Final = (
    "پیش از استناد، هر چه را که بنا بر «فایل» سنجیده نشده است با برگهٔ برنامه بخوانید، یا فایل PDF آن را بدهید."
)
KEPT_WITH_REASON: Final[Mapping[str, str]] = dict.fromkeys(
    ("in_force", "unsigned"), "این فایل با توضیحی در کنار صورت‌جلسه نگه داشته شده است"
)
SOURCE_IN_PART: Final[Mapping[str, str]] = dict.fromkeys(
    ("in_force", "unsigned"), "این فایل از فایل‌های اسکن این صورت‌جلسه است، ولی همهٔ صورت‌جلسه و تنها آن نیست"
)
"""Of a file that a kept scan was made of, and that lacks pages or has others."""
SOURCE_NEXT: Final = (
    "به این فایل تنها تکیه نکنید: صفحه‌هایش در «فایل» آمده است. اسکن کامل را از برگهٔ همین نسخه باز کنید."
)
KEPT_NEXT: Final = "توضیح را در «فایل» بخوانید: شاید برگه‌ای کم، زیاد یا از جای دیگری باشد."
PARTLY_NEXT: Final = "پیش از استناد، واژه‌هایی را که در «فایل» نام برده شده است با برگهٔ برنامه بخوانید."
FAINT_NEXT: Final = "نوشته‌های خاکستری را با برگهٔ برنامه بخوانید، یا خود کاغذ را روشن‌تر اسکن کنید."
DOUBTFUL_NEXT: Final = "پیش از استناد، جاهایی را که در «فایل» آمده است با برگهٔ برنامه بخوانید."
CITES_OTHER: Final = "مصوبه‌ای که این برگه نقل کرده با صورت‌جلسهٔ معتبر یکی نیست"
CITES_UNSIGNED: Final = "این برگه مصوبه‌ها را همان‌گونه که در صورت‌جلسه آمده نقل کرده، ولی همهٔ امضاهای آن ثبت نشده است"
UNREGISTERED_NEXT: Final = "همهٔ نامه‌های آن در دفتر ثبت نیست؛ گیرنده، شماره و تاریخ را از این فایل ندانید."
"""Of letters of which not each is recorded; what they tell is right."""
STRUCK_IN_REGISTER: Final = "به آن استناد نکنید. دلیل آن در دفتر صادره کنار ردیف نامه نوشته است."
"""Of a letter that was no invitation, for which no page of a meeting has another."""
IN_PART_NEXT: Final = "پیش از استناد، آن را با نامهٔ دفتر بخوانید."
NOT_COMPARED_NEXT: Final = "متن آن را با برگهٔ برنامه بخوانید."
OTHER_OFFICE: Final = "این فایل خود را از دفتر دیگری می‌شناساند؛ از همان دفتر بپرسید."
SCAN_IN_PART: Final = "اسکن کامل نیست یا کامل بودنش روشن نیست؛ توضیح آن در «فایل» آمده است."
SAMPLE_NEXT: Final = "دادهٔ این دفتر نمونه است؛ هیچ کاغذ آن سند نیست."


def of_sample(verdict: str) -> str:
    """A verdict from sample data."""
    return f"نمونه: {verdict}"


def struck_of(count: int, total: int) -> str:
    """Of the letters in a file, so many were taken back."""
    of = "همهٔ" if count == total else f"{persian(count)} نامه از"
    return f"ثبت فرستادن {of} {persian(total)} نامهٔ این فایل پس گرفته شده است"


def sent_all(total: int) -> str:
    """Every letter of a file went out as it stands there."""
    return f"هر {persian(total)} نامهٔ این فایل همان است که فرستاده شد"
