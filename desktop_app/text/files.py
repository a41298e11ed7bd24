"""Messages for failures in writing or reading a file; each sentence ends with what the operator can do."""

from __future__ import annotations

from typing import Final

from desktop_app.text.shared.isolates import left_to_right
from desktop_app.text.shared.tables import Table

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

REFUSALS: Final[Table] = {
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
