"""Messages for refusals of scans: files that cannot be read, and scans that are not kept; each ends with what to do."""

from __future__ import annotations

from typing import Final

from desktop_app.text.shared.digits import persian
from desktop_app.text.shared.isolates import apart, left_to_right
from desktop_app.text.shared.tables import Facts, Table


def _file(facts: Facts) -> str:
    name = str(facts.get("name", ""))
    return f"فایل «{apart(name)}»" if name else "این فایل"


REFUSALS: Final[Table] = {
    "scan_damaged": lambda facts: (
        f"{_file(facts)} آسیب دیده است و خوانده نشد. برگه را دوباره اسکن کنید یا فایل سالم آن را برگزینید."
    ),
    "scan_encrypted": lambda facts: (
        f"{_file(facts)} رمز دارد و باز نمی‌شود. آن را در برنامهٔ خودش بی‌رمز ذخیره کنید، یا برگه را دوباره اسکن کنید."
    ),
    "scan_without_pages": lambda facts: (
        f"{_file(facts)} هیچ تصویری ندارد. برگه را دوباره اسکن کنید یا فایل دیگری برگزینید."
    ),
    "scan_page_too_large": lambda facts: (
        f"یک تصویر از {_file(facts)} از {persian(facts['most'])} مگاپیکسل بزرگ‌تر است و باز نشد. "
        "برگه را با ۳۰۰ نقطه در اینچ اسکن کنید."
    ),
    "scan_not_finished": lambda facts: (
        f"{_file(facts)} در اندازهٔ مجاز زمان و حافظه خوانده نشد. برگه را با ۳۰۰ نقطه در اینچ اسکن کنید "
        "یا آن را از پیوست‌های صورت‌جلسه بیفزایید."
    ),
    "scan_too_many_pages": lambda facts: (
        f"با {_file(facts)} شمار تصویرها از {persian(facts['most'])} بیشتر می‌شود. اسکن را چند پاره کنید و هر کدام را جدا وارد کنید."
    ),
    "scan_file_changed": lambda facts: (
        f"{_file(facts)} پس از خوانده شدن تغییر کرده است و ثبت نشد. اسکن را ببندید و فایل را دوباره بیفزایید "
        "تا تصویرهایش از نو سنجیده شود."
    ),
    "scan_not_made": lambda facts: (
        f"از {_file(facts)} فایل بایگانی ساخته نشد. روی دیسکی که پوشهٔ موقت سیستم در آن است جا باز کنید و دوباره بکوشید."
    ),
    "scan_code_unreadable": lambda _facts: (
        "آنچه نوشتید کد برگه نیست. شانزده نویسهٔ پای برگه را، حروف لاتین و رقم‌های ۲ تا ۷، همان‌گونه که چاپ شده بنویسید."
    ),
    "scan_code_unknown": lambda facts: (
        f"کد «{left_to_right(facts['code'])}» از هیچ برگهٔ این دفتر نیست. آن را با پای برگه بسنجید و دوباره بنویسید."
    ),
    "scan_version_without_paper": lambda _facts: (
        "این نسخه هنوز نهایی نیست و برگه‌ای ندارد که اسکن شود. نخست صورت‌جلسه را نهایی و چاپ کنید."
    ),
    "scan_of_taken_over": lambda _facts: (
        "صورت‌جلسهٔ پیش از برنامه با اسکن خودش بایگانی است. اسکن دیگر را از «پیوست‌ها»ی همان جلسه بیفزایید."
    ),
    "scan_refused": lambda _facts: (
        "این اسکن به این شکل ثبت نمی‌شود. آنچه زیر تصویرها با نشان سرخ آمده است درست کنید، سپس دوباره ثبت کنید."
    ),
    "scan_without_reason": lambda _facts: (
        "این اسکن با برگهٔ چاپی برابر نیست. تصویرها را درست کنید، یا دلیل را بنویسید تا همان‌گونه ثبت شود."
    ),
    "scan_kept_already": lambda facts: (
        f"همین اسکن پیش‌تر برای نسخهٔ اصلی {persian(facts['original'])} ثبت شده است. فایل دیگری برگزینید."
    ),
    "scan_of_other_original": lambda facts: (
        f"همین اسکن از آن نسخهٔ اصلی {persian(facts['original'])} است. هر نسخهٔ اصلی را جداگانه اسکن کنید."
    ),
    "scan_archived": lambda _facts: (
        "این صورت‌جلسه با همین اسکن بایگانی شده است و اسکن آن برداشته نمی‌شود. اگر اسکن بهتری دارید، آن را هم وارد کنید."
    ),
    "scan_nothing_to_take": lambda facts: (
        f"برای نسخهٔ اصلی {persian(facts['original'])} اسکنی نیست که برداشته شود. صفحه را تازه کنید."
    ),
    "scan_of_archived_minutes": lambda facts: (
        f"{_file(facts)} اسکن صورت‌جلسهٔ بایگانی‌شده است و با آن می‌ماند. اگر اسکن بهتری دارید، آن را هم وارد کنید."
    ),
}
