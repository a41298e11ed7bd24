"""What stands in the way when a file is written or read. Each sentence ends with what the operator can do."""

from __future__ import annotations

from typing import Final

from desktop_app.text.tables import Table

REFUSALS: Final[Table] = {
    "folder_missing": lambda facts: (
        f"پوشهٔ «{facts['folder']}» یافت نشد. پوشه را بسازید یا جای دیگری برای پرونده برگزینید."
    ),
    "disk_full": lambda facts: (
        f"فضای دیسک برای نوشتن «{facts['path']}» کافی نیست و پروندهٔ پیشین دست‌نخورده ماند. "
        "فضایی آزاد کنید یا جای دیگری برگزینید."
    ),
    "print_target_busy": lambda facts: (
        f"پروندهٔ «{facts['path']}» در برنامهٔ دیگری باز است یا قفل شده و عوض نشد. "
        "آن را ببندید و دوباره بکوشید، یا نام دیگری برگزینید."
    ),
    "file_name_unusable": lambda facts: (
        f"پرونده‌ای با نام «{facts['path']}» نمی‌توان ساخت. نامی کوتاه‌تر و بی‌نشانه برگزینید که نام پوشه‌ای نباشد."
    ),
    "file_not_written": lambda facts: (
        f"نوشتن «{facts['path']}» شکست خورد ({facts['reason']}) و پروندهٔ پیشین دست‌نخورده ماند. "
        "اتصال دیسک را بررسی کنید یا جای دیگری برگزینید."
    ),
    "pdf_unreadable": lambda _facts: (
        "این پرونده PDF سالمی نیست و نشان داده نمی‌شود. آن را دوباره بسازید یا پروندهٔ دیگری برگزینید."
    ),
}
