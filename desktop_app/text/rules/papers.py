"""Messages for refusals of the papers of the office: there is nobody to write to, or nothing to write."""

from __future__ import annotations

from typing import Final

from desktop_app.text.shared.digits import persian
from desktop_app.text.shared.tables import Facts, Table


def _unit_without_part(facts: Facts) -> str:
    return (
        f"در مصوبه‌های برگزیده کاری بر عهدهٔ «{facts['unit']}» نیست. "
        "واحدی برگزینید که مجری یا همکار است، یا برای همهٔ واحدها چاپ کنید."
    )


def _resolution(facts: Facts) -> str:
    """«مصوبهٔ ۱۴۰۲/۱/۳», or «این مصوبه» while it has no number."""
    return f"مصوبهٔ {facts['number']}" if facts["number"] else "این مصوبه"


def _resolution_gone(facts: Facts) -> str:
    why = "با اصلاحیه از صورت‌جلسه برداشته شده است" if facts["corrected"] else "در صورت‌جلسهٔ معتبر این جلسه نیست"
    return (
        f"{_resolution(facts)} {why} و واحدی مجری یا همکار آن نیست. "
        "مصوبهٔ دیگری را برگزینید؛ سابقهٔ آن در «مصوبات» است و واحدها را با «نامه» باخبر کنید."
    )


REFUSALS: Final[Table] = {
    "paper_of_cancelled": lambda _facts: "این جلسه لغو شده است و برگه‌ای برای آن ساخته نمی‌شود. جلسهٔ دیگری را برگزینید.",
    "letter_falsified": lambda _facts: (
        "نامه‌ای که فرستاده شد دیگر آن نیست که ثبت شده بود و نشان داده و چاپ نمی‌شود. "
        "نسخهٔ کاغذی را ملاک بگیرید، از پوشهٔ داده رونوشتی کنار بگذارید و پشتیبان را بازگردانید."
    ),
    "invitation_to_nobody": lambda _facts: (
        "در روز این جلسه هیچ کرسی دارنده‌ای ندارد و مدعوی هم نیست. نخست معرفی نمایندگان را ثبت کنید."
    ),
    "invitee_unknown": lambda facts: (
        f"«{facts['name']}» در میان اعضا و مدعوان این جلسه نیست. نام را همان‌گونه بنویسید که در فهرست اعضا هست."
    ),
    "answer_after_meeting": lambda facts: (
        f"جلسه در {persian(facts['day'])} است و پاسخ پس از آن دیر است. همان روز یا روزی پیش از آن را بنویسید."
    ),
    "answer_before_letter": lambda facts: (
        f"نامه با تاریخ {persian(facts['day'])} فرستاده می‌شود و پاسخ پیش از آن نمی‌رسد. "
        "همان روز یا روزی پس از آن را بنویسید، یا «تاریخ در دفتر» را درست کنید."
    ),
    "class_of_many_extracts": lambda _facts: "طبقه را برای یک مصوبه و یک واحد پایین می‌آورند. نخست هر دو را برگزینید.",
    "class_not_lower": lambda _facts: "این طبقه از طبقهٔ خود مصوبه پایین‌تر نیست. طبقهٔ پایین‌تری برگزینید.",
    "class_has_no_lowering": lambda _facts: (
        "برای مستخرج این مصوبه و این واحد طبقهٔ پایین‌تری ثبت نشده است. مصوبه و واحدی را که برگزیده‌اید بررسی کنید."
    ),
    "class_is_lowered": lambda _facts: (
        "برای مستخرج این مصوبه و این واحد طبقهٔ پایین‌تری ثبت شده است. نخست «پس گرفتن طبقهٔ پایین‌تر» را بزنید."
    ),
    "class_changed_since": lambda _facts: (
        "طبقهٔ این مصوبه از آن هنگام عوض شده است. اگر هنوز لازم است، طبقهٔ پایین‌تر را از نو برگزینید و ثبت کنید."
    ),
    "class_without_reason": lambda _facts: "دلیل پایین آوردن طبقه نوشته نشده است. آن را بنویسید.",
    "extract_before_final": lambda _facts: (
        "صورت‌جلسهٔ این جلسه هنوز نهایی نیست و مصوبه‌ای برای ابلاغ ندارد. نخست صورت‌جلسه را نهایی کنید."
    ),
    "extract_nothing": lambda _facts: (
        "در این جلسه مصوبه‌ای نیست که واحدی مجری یا همکار آن باشد. مصوبه یا جلسهٔ دیگری را برگزینید."
    ),
    "extract_resolution_gone": _resolution_gone,
    "extract_resolution_without_units": lambda facts: (
        f"در صورت‌جلسهٔ معتبر هیچ واحدی مجری یا همکار {_resolution(facts)} نیست. مصوبهٔ دیگری را برگزینید."
    ),
    "extract_unit_without_part": _unit_without_part,
    "reminder_nothing_open": lambda facts: (
        f"«{facts['unit']}» مصوبهٔ بازی ندارد که یادآوری شود. واحد دیگری را برگزینید."
    ),
    "reminder_to_nobody": lambda _facts: (
        "هیچ واحدی مصوبهٔ باز ندارد و یادآوری لازم نیست. پس از ابلاغ مصوبه‌های تازه دوباره بیازمایید."
    ),
}
