"""Messages for refusals about attached files; each sentence ends with what to do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, cast

from desktop_app.text.shared.digits import persian
from desktop_app.text.shared.isolates import apart, left_to_right
from desktop_app.text.shared.tables import Facts, Table

CLASSES: Final = {"normal": "عادی", "confidential": "محرمانه", "secret": "خیلی محرمانه"}


def _named(noun: str, facts: Facts) -> str:
    name = str(facts.get("name", ""))
    return f"{noun} «{apart(name)}»" if name else f"این {noun}"


def _file(facts: Facts) -> str:
    return _named("فایل", facts)


_NAMED: Final = {"person": "شخص", "seat": "کرسی"}
"""Kinds of records of which several may have one name."""


def _several(facts: Facts) -> str:
    ids = "، ".join(left_to_right(f"{facts['kind']}:{one}") for one in cast(Sequence[int], facts["ids"]))
    return f"«{apart(str(facts['name']))}» نام چند {_NAMED[str(facts['kind'])]} است. یکی از این‌ها را بنویسید: {ids}."


REFUSALS: Final[Table] = {
    "file_empty": lambda facts: f"{_file(facts)} خالی است و چیزی در آن نیست. فایل دیگری برگزینید.",
    "file_too_large": lambda facts: (
        f"{_file(facts)} از {persian(facts['most'])} مگابایت بزرگ‌تر است. آن را کوچک‌تر یا چند پاره کنید و دوباره بیفزایید."
    ),
    "scan_not_readable": lambda facts: f"{_file(facts)} نه PDF است و نه تصویر. فایلی از یکی از این دو گونه برگزینید.",
    "file_not_regular": lambda facts: (
        f"{_file(facts)} فایلی معمولی نیست و خوانده نمی‌شود. از خود فایل‌ها برگزینید؛ پوشه را نخست فشرده (ZIP) کنید."
    ),
    "file_unreadable": lambda facts: (
        f"{_file(facts)} خوانده نشد. بررسی کنید که سر جای خود است و اجازهٔ خواندن آن را دارید، سپس دوباره بکوشید."
    ),
    "file_changed_meanwhile": lambda facts: (
        f"{_file(facts)} هنگام خواندن تغییر کرد و پیوست نشد. برنامه‌ای را که در آن می‌نویسد ببندید و دوباره بکوشید."
    ),
    "files_full": lambda facts: (
        f"دیسک پوشهٔ داده جا ندارد و {_file(facts)} پیوست نشد. جا باز کنید و دوباره بیفزایید؛ چیزی از دست نرفته است."
    ),
    "files_not_written": lambda facts: (
        f"{_file(facts)} در پوشهٔ داده نوشته نشد. اتصال دیسک و اجازهٔ نوشتن را بررسی کنید و دوباره بیفزایید."
    ),
    "annex_lost": lambda facts: (
        f"{_named('پیوست', facts)} در پوشهٔ داده نیست و صورت‌جلسه با آن ثابت نمی‌شود. در «پیوست‌ها» خود فایل را دوباره بیفزایید، "
        "یا آن را از پیوست‌ها بردارید، یا پشتیبان را بازگردانید."
    ),
    "file_lost": lambda facts: (
        f"{_named('پیوست', facts)} در پوشهٔ داده نیست. اگر خود فایل را دارید دوباره بیفزایید، یا پشتیبان را بازگردانید."
    ),
    "file_altered": lambda facts: (
        f"{_named('پیوست', facts)} دیگر آن نیست که افزوده شد: آسیب دیده یا دستکاری شده است و باز نمی‌شود. "
        "اگر خود فایل را دارید دوباره بیفزایید، یا پشتیبان را بازگردانید."
    ),
    "file_attached_already": lambda facts: (
        f"{_file(facts)} پیش‌تر به همین مورد پیوست شده است و اکنون سالم در پوشهٔ داده است. "
        "برای پیوستی دیگر فایل دیگری برگزینید."
    ),
    "file_attached_again": lambda facts: f"{_file(facts)} دوباره به همین مورد پیوست شده است؛ همان را نگه دارید.",
    "file_without_name": lambda _facts: "نام پیوست خالی است. نامی برای آن بنویسید.",
    "file_name_too_long": lambda facts: f"نام پیوست از {persian(facts['most'])} نویسه بلندتر است. آن را کوتاه کنید.",
    "file_class_lower": lambda facts: (
        f"طبقه‌بندی پیوست پایین‌تر از خود سند ({CLASSES[str(facts['least'])]}) نمی‌شود. همان یا بالاتر را برگزینید."
    ),
    "file_of_final_minutes": lambda facts: (
        f"{_file(facts)} پیوست صورت‌جلسهٔ نهایی است و با متن آن ثابت می‌ماند. برای تغییر، صورت‌جلسه را بازگشایی کنید "
        "یا اصلاحیه بنویسید."
    ),
    "file_not_opened": lambda facts: (
        f"نوع {_file(facts)} شناخته نیست و برنامه آن را باز نمی‌کند. با «ذخیرهٔ رونوشت» آن را جایی بگذارید و خودتان باز کنید."
    ),
    "file_without_program": lambda facts: (
        f"برنامه‌ای برای باز کردن {_file(facts)} روی این رایانه پیدا نشد. با «ذخیرهٔ رونوشت» آن را جای دیگری باز کنید."
    ),
    "file_copy_not_written": lambda facts: (
        f"رونوشت پیوست در «{left_to_right(facts['path'])}» نوشته نشد. جای دیگری برگزینید یا جا باز کنید."
    ),
    "picture_not_shown": lambda _facts: (
        "این تصویر آسیب دیده یا بیش از اندازه بزرگ است و در پنجره نشان داده نمی‌شود. آن را در برنامهٔ دیگری باز کنید."
    ),
    "file_target_of_several": _several,
    "file_target_unknown": lambda facts: (
        f"«{apart(str(facts['target']))}» سندی از این دفتر نیست. مانند «{left_to_right('unit:نام واحد')}» بنویسید؛ راهنمای فرمان همهٔ گونه‌ها را دارد."
    ),
}
