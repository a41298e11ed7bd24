"""Messages for refusals about files: attached files, scans, and failures in writing or reading a file.

Each sentence ends with what to do.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, cast

from desktop_app.words.digits import apart, left_to_right, persian
from desktop_app.words.tables import Facts, Table


def _file_of_scan(facts: Facts) -> str:
    name = str(facts.get("name", ""))
    return f"فایل «{apart(name)}»" if name else "این فایل"


SCANS_REFUSALS: Final[Table] = {
    "scan_damaged": lambda facts: (
        f"{_file_of_scan(facts)} آسیب دیده است و خوانده نشد. برگه را دوباره اسکن کنید یا فایل سالم آن را برگزینید."
    ),
    "scan_encrypted": lambda facts: (
        f"{_file_of_scan(facts)} رمز دارد و باز نمی‌شود. آن را در برنامهٔ خودش بی‌رمز ذخیره کنید، یا برگه را دوباره اسکن کنید."
    ),
    "scan_without_pages": lambda facts: (
        f"{_file_of_scan(facts)} هیچ تصویری ندارد. برگه را دوباره اسکن کنید یا فایل دیگری برگزینید."
    ),
    "scan_page_too_large": lambda facts: (
        f"یک تصویر از {_file_of_scan(facts)} از {persian(facts['most'])} مگاپیکسل بزرگ‌تر است و باز نشد. "
        "برگه را با ۳۰۰ نقطه در اینچ اسکن کنید."
    ),
    "scan_not_finished": lambda facts: (
        f"{_file_of_scan(facts)} در اندازهٔ مجاز زمان و حافظه خوانده نشد. برگه را با ۳۰۰ نقطه در اینچ اسکن کنید "
        "یا آن را از پیوست‌های صورت‌جلسه بیفزایید."
    ),
    "scan_too_many_pages": lambda facts: (
        f"با {_file_of_scan(facts)} شمار تصویرها از {persian(facts['most'])} بیشتر می‌شود. اسکن را چند پاره کنید و هر کدام را جدا وارد کنید."
    ),
    "scan_file_changed": lambda facts: (
        f"{_file_of_scan(facts)} پس از خوانده شدن تغییر کرده است و ثبت نشد. اسکن را ببندید و فایل را دوباره بیفزایید "
        "تا تصویرهایش از نو سنجیده شود."
    ),
    "scan_not_made": lambda facts: (
        f"از {_file_of_scan(facts)} فایل بایگانی ساخته نشد. روی دیسکی که پوشهٔ موقت سیستم در آن است جا باز کنید و دوباره بکوشید."
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
        f"{_file_of_scan(facts)} اسکن صورت‌جلسهٔ بایگانی‌شده است و با آن می‌ماند. اگر اسکن بهتری دارید، آن را هم وارد کنید."
    ),
}


_NETWORK: Final = "پوشهٔ شبکه پاسخ نمی‌دهد"
_REASONS: Final = {
    "ENOENT": "جای آن یافت نشد",
    "ENOTDIR": "جای آن یافت نشد",
    "EACCES": "اجازهٔ نوشتن نیست",
    "EPERM": "اجازهٔ نوشتن نیست",
    "EROFS": "این دیسک فقط خواندنی است",
    "EIO": "دیسک پاسخ نداد",
    "ENXIO": "دیسک در دسترس نیست",
    "ENODEV": "دیسک در دسترس نیست",
    "ELOOP": "پیوندهای آن به خودشان بازمی‌گردند",
    "EMFILE": "فایل‌های بسیاری باز است",
    "ENFILE": "فایل‌های بسیاری باز است",
    "ESTALE": _NETWORK,
    "ENETDOWN": _NETWORK,
    "ENETUNREACH": _NETWORK,
    "EHOSTDOWN": _NETWORK,
    "EHOSTUNREACH": _NETWORK,
    "ETIMEDOUT": _NETWORK,
    "ENOTCONN": _NETWORK,
    "ECONNRESET": _NETWORK,
}
"""Why the system did not write, by its own name for it."""

_OTHER_REASON: Final = "سیستم آن را نپذیرفت"

FILES_REFUSALS: Final[Table] = {
    "folder_missing": lambda facts: (
        f"پوشهٔ «{left_to_right(facts['folder'])}» یافت نشد. پوشه را بسازید یا جای دیگری برای فایل برگزینید."
    ),
    "disk_full": lambda facts: (
        f"فضای دیسک برای نوشتن «{left_to_right(facts['path'])}» کافی نیست و فایل پیشین دست‌نخورده ماند. "
        "فضایی آزاد کنید یا جای دیگری برگزینید."
    ),
    "print_target_busy": lambda facts: (
        f"فایل «{left_to_right(facts['path'])}» در برنامهٔ دیگری باز است یا قفل شده و عوض نشد. "
        "آن را ببندید و دوباره بکوشید، یا نام دیگری برگزینید."
    ),
    "file_name_unusable": lambda facts: (
        f"فایلی با نام «{left_to_right(facts['path'])}» نمی‌توان ساخت. نامی کوتاه‌تر و بی‌نشانه برگزینید که نام پوشه‌ای نباشد."
    ),
    "target_of_office": lambda facts: (
        f"«{left_to_right(facts['path'])}» از فایل‌های خود برنامه در پوشهٔ داده است و برگه‌ای جای آن را نمی‌گیرد. "
        "نام دیگری یا پوشهٔ دیگری برگزینید."
    ),
    "target_not_file": lambda facts: (
        f"«{left_to_right(facts['path'])}» فایل نیست، دستگاه یا مجرایی از سیستم است، و برگه‌ای جای آن را نمی‌گیرد. "
        "نام دیگری برای فایل برگزینید."
    ),
    "file_not_written": lambda facts: (
        f"نوشتن «{left_to_right(facts['path'])}» انجام نشد ({_REASONS.get(str(facts['reason']), _OTHER_REASON)}) و فایل پیشین دست‌نخورده ماند. "
        "اتصال دیسک را بررسی کنید یا جای دیگری برگزینید."
    ),
    "pdf_unreadable": lambda _facts: (
        "این فایل PDF سالمی نیست و نشان داده نمی‌شود. آن را دوباره بسازید یا فایل دیگری برگزینید."
    ),
    "file_not_finished": lambda _facts: (
        "این فایل در اندازهٔ مجاز زمان و حافظه باز نشد و اینجا نشان داده نمی‌شود. خود فایل دست‌نخورده است؛ "
        "آن را در برنامهٔ دیگری باز کنید."
    ),
    "pdf_not_archival": lambda facts: (
        f"برگهٔ ساخته‌شده با قالب بایگانی {left_to_right('PDF/' + str(facts['profile']).upper())} نمی‌خواند و نوشته نشد. "
        "قالب دیگری برگزینید و گزارش خطا را برای پشتیبان بفرستید."
    ),
    "pdf_without_source": lambda _facts: (
        "این فایل PDF متن ماشین‌خوان سند را همراه ندارد. فایلی را برگزینید که همین برنامه با قالب «A-3b» ساخته است."
    ),
}


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


ATTACHED_FILES_REFUSALS: Final[Table] = {
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
