"""Messages for refusals of the rules of the first start; each sentence ends with what to do."""

from __future__ import annotations

from typing import Final

from desktop_app.text.shared.isolates import left_to_right
from desktop_app.text.shared.tables import Table

REFUSALS: Final[Table] = {
    "memorandum_without_title": lambda _facts: "تفاهم‌نامه عنوان ندارد. عنوان آن را از روی نسخهٔ امضاشده بنویسید.",
    "committee_without_name": lambda _facts: "کمیته نام ندارد. نام آن را چنان که بر کاغذ می‌آید بنویسید.",
    "signing_day_missing": lambda _facts: "تاریخ امضا نوشته نشده است. آن را از روی نسخهٔ امضاشده بنویسید.",
    "signing_day_ahead": lambda _facts: "این تاریخ هنوز نرسیده است. روزی را بنویسید که تفاهم‌نامه در آن امضا شد.",
    "signing_day_after_letter": lambda _facts: (
        "نماینده‌ای پیش از این روز معرفی شده است. تاریخ امضا را تا روز نخستین معرفی‌نامه پیش ببرید."
    ),
    "party_without_name": lambda _facts: "این طرف نام ندارد. نام کامل آن را بنویسید.",
    "party_without_short_name": lambda _facts: "نام کوتاه این طرف خالی است. نامی کوتاه، مانند «استانداری»، بنویسید.",
    "parties_same_name": lambda facts: f"طرف دیگر هم «{facts['name']}» نام دارد. نام‌ها را از هم جدا کنید.",
    "axes_missing": lambda _facts: "هیچ محوری نیست. دست‌کم یک محور بیفزایید.",
    "axis_without_code": lambda _facts: "شماره ندارد. شماره‌ای مانند «۹» بنویسید.",
    "axis_code_signs": lambda facts: (
        f"نشانهٔ «{facts['sign']}» در اینجای شمارهٔ محور نمی‌آید، چون شمارهٔ مصوبه‌ها و نام فایل‌ها از آن ساخته می‌شود. "
        f"حرف و رقم بنویسید و شمارهٔ زیرمحور را با خط تیره، مانند «{left_to_right('۸-۱')}»."
    ),
    "axis_without_title": lambda facts: (
        f"محور «{facts['code']}» عنوان ندارد. عنوان آن را بنویسید یا محور را بردارید."
        if facts["code"]
        else "این محور عنوان ندارد. عنوان آن را بنویسید یا محور را بردارید."
    ),
    "axis_repeats_number": lambda facts: (
        f"با این شماره، الگوی شمارهٔ مصوبه‌ها باز «{facts['number']}» را می‌سازد که پیش‌تر به مصوبه‌ای داده شده است. "
        "شمارهٔ دیگری بنویسید، یا نخست الگو را در «روال کار» عوض کنید."
    ),
    "axis_code_twice": lambda facts: f"شمارهٔ «{facts['code']}» را محور دیگری دارد. شمارهٔ دیگری بنویسید.",
    "axis_above_missing": lambda facts: (
        f"محور «{facts['code']}» در فهرست نیست تا این محور زیر آن بیاید. نخست آن را بیفزایید یا شماره را عوض کنید."
    ),
    "axis_kept": lambda _facts: "محوری که ثبت شده است برداشته نمی‌شود. عنوان یا شمارهٔ آن را می‌توانید عوض کنید.",
    "person_seated_twice": lambda facts: (
        f"«{facts['name']}» در ردیف دیگری هم نوشته شده است. هر کس یک کرسی دارد؛ یکی از دو ردیف را پاک کنید."
    ),
    "committee_founded_already": lambda _facts: (
        "این پوشه هم‌اکنون کمیته‌ای دارد. برنامه را ببندید و دوباره باز کنید تا آن را ببینید."
    ),
}
