"""Texts about the files attached to a record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from desktop_app.words.digits import apart, filled, left_to_right, percent, persian

FILES: Final = "پیوست‌ها"
KEYS: Final = "Ctrl+Shift+E"
ADD: Final = "افزودن فایل…"
ADD_HERE: Final = "افزودن به این بخش"
ADD_TITLE: Final = "فایلی که پیوست می‌شود"
ALL_FILES: Final = "همهٔ فایل‌ها (*)"
PASTE: Final = "چسباندن فایل یا تصویر"
HINT: Final = "فایل‌ها را به اینجا بکشید، یا با Ctrl+V بچسبانید."
EMPTY: Final = "هنوز پیوستی نیست"
EMPTY_WHY: Final = "نامه، مدرک یا تصویر را به همین‌جا بکشید، بچسبانید یا از دکمهٔ زیر برگزینید."
NOTHING_TO_PASTE: Final = "در حافظهٔ موقت فایل یا تصویری نیست. نخست فایل یا تصویر را رونوشت کنید."
ONE_FILE: Final = "اینجا تنها یک فایل جا دارد. همان یکی را بیاورید."
NOTHING_CHOSEN: Final = "چیزی برگزیده نشده است که فایل به آن پیوست شود. نخست سطری را برگزینید."
UNNAMED: Final = "پیوست بی‌نام"
PASTED: Final = "تصویر چسبانده‌شده"
CLOSE: Final = "بستن"
STOP: Final = "انصراف از افزودن"
BUSY: Final = "افزودن فایل‌های پیشین هنوز تمام نشده است. پس از پایان آن دوباره بیفزایید."
STOPPED: Final = "افزودن فایل‌ها نیمه‌کاره ماند؛ آنچه افزوده شده بود ماند."

SHOW: Final = "نمایش"
OPEN: Final = "باز کردن در برنامهٔ دیگر"
SAVE_COPY: Final = "ذخیرهٔ رونوشت…"
SAVE_TITLE: Final = "رونوشت پیوست کجا ذخیره شود"
RENAME: Final = "نام و طبقه‌بندی…"
UP: Final = "بالاتر"
DOWN: Final = "پایین‌تر"
TAKE_OFF: Final = "برداشتن پیوست"
MENU: Final = "کارهای پیوست"
SAVED: Final = "رونوشت پیوست ذخیره شد."
OPENED: Final = "رونوشتی فقط‌خواندنی باز شد؛ آنچه در آن ذخیره شود به پیوست نمی‌رسد."

NAME: Final = "نام پیوست"
CLASS: Final = "طبقه‌بندی"
AS_RECORD: Final = "همان سند"
SAVE: Final = "ثبت"
CANCEL: Final = "انصراف"

CLASSES: Final = {"normal": "عادی", "confidential": "محرمانه", "secret": "خیلی محرمانه"}
FIXED: Final = "بخشی از صورت‌جلسهٔ نهایی"

TYPES: Final = {
    "application/pdf": left_to_right("PDF"),
    "image/png": f"تصویر {left_to_right('PNG')}",
    "image/jpeg": f"تصویر {left_to_right('JPEG')}",
    "image/tiff": f"تصویر {left_to_right('TIFF')}",
    "image/gif": f"تصویر {left_to_right('GIF')}",
    "image/webp": f"تصویر {left_to_right('WebP')}",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": left_to_right("Word"),
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": left_to_right("Excel"),
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": left_to_right("PowerPoint"),
    "application/rtf": left_to_right("RTF"),
    "application/zip": f"فشردهٔ {left_to_right('ZIP')}",
    "text/plain": "متن ساده",
}
DOUBTS: Final = {"torn": "ناقص یا آسیب‌دیده", "locked": "رمز دارد", "too_much": "بیش از اندازه سنگین"}
"""Beside a file: what keeps it from being looked at."""
_DOUBTFUL: Final = {
    "torn": "ناقص یا آسیب‌دیده است و همهٔ آن نشان داده و چاپ نمی‌شود. فایل نگه داشته شد؛ اگر سالم آن را دارید بیفزایید و این یکی را بردارید.",
    "locked": "رمز دارد و بی آن نشان داده و چاپ نمی‌شود. فایل نگه داشته شد؛ آن را در برنامهٔ خودش بی‌رمز ذخیره کنید و همان را بیفزایید.",
    "too_much": (
        "چنان سنگین است که در پنجره نشان داده و با برگه چاپ نمی‌شود. فایل نگه داشته شد؛ آن را در برنامهٔ دیگری باز کنید "
        "یا سبک‌تر آن را بیفزایید."
    ),
}
OTHER_TYPE: Final = "نوع ناشناخته"

_OWNERS: Final = {
    "meeting": "پیوست‌های جلسه",
    "agenda_item": "پیوست‌های بند دستور",
    "minutes_version": "پیوست‌های صورت‌جلسه",
    "resolution": "پیوست‌های مصوبه",
    "task": "پیوست‌های وظیفه",
    "nomination": "معرفی‌نامه",
    "person": "پیوست‌های شخص",
    "seat": "پیوست‌های کرسی",
    "unit": "پیوست‌های واحد",
    "incoming_paper": "تصویر نامهٔ وارده",
    "outgoing_paper": "تصویر نامهٔ صادره",
    "upstream_decision": "پیوست‌های مصوبهٔ بالادستی",
}
ON_PAPER: Final = {
    "agenda_item": "این پیوست‌ها شماره می‌گیرند و پس از بستهٔ دستور جلسه چاپ می‌شوند.",
    "minutes_version": "پیوست‌هایی که پیش از نهایی شدن افزوده شود، با صورت‌جلسه چاپ می‌شود.",
}


_ON_RECORD: Final = re.compile(r"(.+?) \(([a-z_]+) \d+(?:: (.*?))?\)(?:; |$)", re.ASCII | re.DOTALL)
_BY_NUMBER: Final = {
    "meeting": "پیوست‌های جلسهٔ {}",
    "minutes_version": "پیوست‌های صورت‌جلسهٔ جلسهٔ {}",
    "resolution": "پیوست‌های مصوبهٔ {}",
    "printing": "چاپ‌های صورت‌جلسهٔ جلسهٔ {}",
}
_BY_NAME: Final = {"nomination": "معرفی‌نامهٔ «{}»"}
_UNNUMBERED: Final = "بدون شماره"
FILES_WRONG: Final = "فایلی گم شده یا تغییر کرده است"


def file_wrong(detail: str, *, missing: bool) -> str:
    """Return the line about a file that is missing or altered in the data folder."""
    return f"{file_named(detail)} {'در پوشهٔ داده نیست' if missing else 'دیگر آن نیست که نگه داشته شد'}"


def file_named(detail: str) -> str:
    """Return a file by its name and record, from the detail of the check: «name (kind id: title); …»."""
    return next(_named(detail))


def files_named(detail: str) -> str:
    """Return a file by its name and all its records."""
    return "؛ ".join(_named(detail))


def _named(detail: str) -> Iterator[str]:
    found = _ON_RECORD.findall(detail)
    for name, kind, called in found:
        yield f"«{apart(name)}» از {_owner(kind, called)}" if kind in (*_OWNERS, *_BY_NUMBER) else f"«{apart(name)}»"
    if not found:
        yield f"«{apart(detail)}»"


def _owner(kind: str, called: str) -> str:
    if kind in _BY_NUMBER:
        return _BY_NUMBER[kind].format(persian(called) or _UNNUMBERED)
    return _BY_NAME.get(kind, f"{_OWNERS[kind]} «{{}}»").format(apart(called)) if called else _OWNERS[kind]


def files_wrong(count: int, first: str) -> str:
    """Return how many attached files are wrong, the first of them, and what to do."""
    return f"{first}{_more(count)}. اگر خود فایل را دارید دوباره بیفزایید، یا پشتیبان را بازگردانید. دیگر کارها برقرار است."


def prints_wrong(count: int, first: str) -> str:
    """Return how many stored prints are wrong; the program can make them again."""
    return (
        f"{first}{_more(count)}. صورت‌جلسه را باز کنید و دوباره چاپ کنید؛ اگر همان برگه ساخته شود این پیام دیگر نمی‌آید. "
        "برگهٔ امضاشده و اسکن آن ملاک است و دیگر کارها برقرار است."
    )


def _more(count: int) -> str:
    return f"؛ {persian(count - 1)} فایل دیگر هم گم شده یا تغییر کرده است" if count > 1 else ""


def title(kind: str, name: str = "", number: int = 0) -> str:
    """Return the heading of the files of a record."""
    head = f"{_OWNERS[kind]} {persian(number)}" if number else _OWNERS[kind]
    return f"{head}: {apart(name)}" if name else head


def of_record(name: str, *, may_add: bool) -> str:
    """Return the line below the heading: whose files these are, and how to add more."""
    return "\n".join(filled(name, HINT if may_add else ""))


def counted(count: int) -> str:
    """Return the text of the button that opens the files, with their number."""
    return f"{FILES}: {persian(count)}" if count else FILES


def size(count: int) -> str:
    """Return the size of a file."""
    if count < 1_000:
        return f"{persian(count)} بایت"
    if count < 1_000_000:
        return f"{persian(round(count / 1_000))} کیلوبایت"
    whole, tenth = divmod(round(count / 100_000), 10)
    return f"{persian(whole)}٫{persian(tenth)} مگابایت" if tenth and whole < 10 else f"{persian(whole)} مگابایت"


def adding(place: int, count: int, done: int) -> str:
    """Return the progress of adding a file, in percent."""
    return f"افزودن فایل {persian(place)} از {persian(count)} · {percent(done)}"


def added(count: int) -> str:
    """Return the message after files were added, for the status line."""
    return "فایل پیوست شد." if count == 1 else f"{persian(count)} فایل پیوست شد."


def already(names: tuple[str, ...]) -> str:
    """Return that the record already had these files."""
    told = "، ".join(f"«{apart(name)}»" for name in names)
    return f"پیش‌تر پیوست شده بود و دوباره افزوده نشد: {told}"


def doubtful(name: str, doubt: str) -> str:
    """Return the warning that a file cannot be viewed, when it is added."""
    return f"«{apart(name)}» {_DOUBTFUL[doubt]}"


def step_added(name: str, count: int) -> str:
    """Return the name of the act for undo: files added."""
    return f"افزودن پیوست «{apart(name)}»" if count == 1 else f"افزودن {persian(count)} پیوست"


def step_changed(name: str) -> str:
    """Return the name of the act for undo: a file changed."""
    return f"تغییر پیوست «{apart(name)}»"


def step_moved(name: str) -> str:
    """Return the name of the act for undo: a file moved."""
    return f"جابه‌جایی پیوست «{apart(name)}»"


def step_taken_off(name: str) -> str:
    """Return the name of the act for undo: a file removed."""
    return f"برداشتن پیوست «{apart(name)}»"


TAKEN_OFF: Final = "پیوست برداشته شد؛ با Ctrl+Z بازمی‌گردد."
CHANGED: Final = "پیوست تغییر کرد."
MOVED: Final = "پیوست جابه‌جا شد."
