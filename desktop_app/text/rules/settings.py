"""Messages for refusals of the rules of the office's settings, pictures and holidays included.

Each sentence ends with what to do.
"""

from __future__ import annotations

from typing import Final

from desktop_app.text.shared.digits import persian
from desktop_app.text.shared.tables import Table

REFUSALS: Final[Table] = {
    "office_hour_missing": lambda _facts: "ساعت کار نوشته نشده است. آن را مانند ۰۸:۰۰ بنویسید.",
    "office_closes_before_opening": lambda facts: (
        f"پایان وقت اداری پس از آغاز آن نیست. ساعتی پس از {persian(facts['opens_at'])} بنویسید."
    ),
    "letterhead_too_long": lambda facts: (
        f"سربرگ {persian(facts['count'])} سطر دارد و روی کاغذ جای {persian(facts['most'])} سطر است. "
        "سطرها را کوتاه یا یکی کنید."
    ),
    "letterhead_too_wide": lambda facts: (
        f"سربرگ {persian(facts['count'])} نویسه دارد و روی کاغذ جای {persian(facts['most'])} نویسه است. "
        "نام‌ها را کوتاه‌تر بنویسید."
    ),
    "holiday_without_name": lambda _facts: "این تعطیلی نام ندارد. نامی مانند «عید فطر» بنویسید.",
    "holiday_without_day": lambda _facts: "روز تعطیلی نوشته نشده است. آن را مانند ۱۴۰۲/۰۲/۰۲ بنویسید.",
    "holiday_twice": lambda facts: f"این روز پیش‌تر با نام «{facts['name']}» در جدول هست. همان سطر را ویرایش کنید.",
    "papers_folder_missing": lambda _facts: (
        "چنین پوشه‌ای در این رایانه نیست. پوشه را با «برگزیدن…» بیابید یا خالی بگذارید."
    ),
    "picture_not_image": lambda _facts: (
        "این فایل تصویر نیست یا از نوعی است که خوانده نمی‌شود. نشان را به‌صورت PNG یا JPEG برگزینید."
    ),
    "picture_damaged": lambda _facts: "این تصویر ناقص است و تا پایان خوانده نشد. فایل سالم آن را برگزینید.",
    "picture_too_many_pixels": lambda facts: (
        f"این تصویر بیش از {persian(facts['most'])} میلیون نقطه دارد. آن را کوچک کنید؛ پهنای ۱۲۰۰ نقطه برای نشان بس است."
    ),
    "picture_too_small": lambda facts: (
        f"این تصویر برای چاپ ریز است. نشانی دست‌کم با {persian(facts['least'])} نقطه پهنا و بلندا برگزینید."
    ),
    "picture_too_large": lambda facts: (
        f"این فایل بیش از {persian(facts['most'])} مگابایت است. فایل کوچک‌تری از نشان برگزینید."
    ),
    "picture_unreadable": lambda _facts: (
        "این فایل خوانده نشد. شاید جابه‌جا شده یا در برنامهٔ دیگری باز است؛ آن را دوباره برگزینید."
    ),
    "typography_percent": lambda facts: (
        f"باید {persian(facts['least'])} تا {persian(facts['most'])} درصد باشد. عدد دیگری بنویسید."
    ),
    "typography_margin": lambda facts: (
        f"باید {persian(facts['least'])} تا {persian(facts['most'])} میلی‌متر باشد. عدد دیگری بنویسید."
    ),
    "typography_narrow": lambda facts: (
        f"پهنای متن کمتر از {persian(facts['least'])} میلی‌متر می‌ماند. حاشیهٔ راست یا چپ، یا اندازهٔ نوشته را کم کنید."
    ),
    "typography_font_missing": lambda facts: (
        f"فایل‌های قلم «{facts['font']}» نگه‌داشته نشده است. قلم را دوباره برگزینید."
    ),
    "font_lost": lambda facts: (
        f"فایل قلم «{facts['font']}» در پوشهٔ داده پیدا نشد یا تغییر کرده است. قلم را دوباره برگزینید یا داده را از "
        "پشتیبان بازگردانید."
    ),
    "picture_lost": lambda _facts: (
        "نشان این سربرگ در دادهٔ برنامه پیدا نشد یا تغییر کرده است. داده را از پشتیبان بازگردانید."
    ),
}
