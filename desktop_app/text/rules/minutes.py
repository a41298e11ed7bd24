"""Messages for refusals of the rules of minutes, signers and their papers; each sentence ends with what to do."""

from __future__ import annotations

from typing import Final

from desktop_app.text.rules.states import MACHINES
from desktop_app.text.shared.digits import persian
from desktop_app.text.shared.isolates import left_to_right
from desktop_app.text.shared.states import MEETING, MINUTES
from desktop_app.text.shared.tables import Facts, Table


def _state(facts: Facts) -> str:
    return MINUTES[str(facts["state"])]


_ROWS = {
    "paragraphs": "در سطر",
    "agenda": "در بند دستور",
    "resolutions": "در مصوبهٔ",
    "attendance": "در ردیف حضور",
    "guests": "در ردیف مدعوان",
    "follow_up": "در ردیف پیگیری",
    "signers": "در ردیف امضا",
}
"""How the sentence names a row of a part of the paper."""


def _version(facts: Facts) -> str:
    """A version with its meeting."""
    number = facts["number"]
    of = f"صورت‌جلسهٔ شمارهٔ {persian(number)}" if number else "صورت‌جلسهٔ جلسه‌ای بدون شماره"
    return f"نسخهٔ {persian(facts['version'])} {of}"


def _glyph_missing(facts: Facts) -> str:
    code = facts["code_point"]
    name = f"U+{code:04X}" if isinstance(code, int) else str(code)
    row = facts["row"]
    where = f" {_ROWS[str(facts['place'])]} {persian(row)}" if row and facts["place"] in _ROWS else ""
    return (
        f"نویسهٔ «{facts['character']}» ({left_to_right(name)}){where} در قلم چاپ نیست و روی کاغذ نمی‌آید. "
        "آن را از متن بردارید یا نویسهٔ دیگری به جایش بنویسید."
    )


def _move_not_allowed(facts: Facts) -> str:
    record, states = MACHINES[str(facts["machine"])]
    source, target = states[str(facts["source"])], states[str(facts["target"])]
    return f"{record} از «{source}» به «{target}» نمی‌رود. صفحه را تازه کنید و از کارهای پیشنهادی همان صفحه برگزینید."


def _reason_missing(facts: Facts) -> str:
    record, states = MACHINES[str(facts["machine"])]
    return f"{record} بدون ذکر دلیل «{states[str(facts['target'])]}» نمی‌شود. دلیل را بنویسید."


def _changed_since_read(facts: Facts) -> str:
    parts = (("clauses", "بندها و مصوبات"), ("said", "مذاکرات"))
    changed = " و ".join(f"{persian(facts[key])} تغییر در {name}" for key, name in parts if facts[key])
    return f"پس از قرائت {changed} داده شده است. آن را در «قرائت صورت‌جلسه» (F7) دوباره بخوانید و «خوانده شد» را بزنید."


REFUSALS: Final[Table] = {
    "move_not_allowed": _move_not_allowed,
    "reason_missing": _reason_missing,
    "minutes_before_convening": lambda _facts: (
        "صورت‌جلسه پس از زمان‌بندی جلسه آغاز می‌شود. نخست در صفحهٔ جلسه «زمان‌بندی» را بزنید."
    ),
    "minutes_frozen": lambda facts: (
        f"این صورت‌جلسه «{_state(facts)}» است و متن آن دیگر تغییر نمی‌کند. "
        "پیش از امضا آن را بازگشایی کنید؛ پس از امضا اصلاحیه بنویسید."
    ),
    "minutes_falsified": lambda facts: (
        f"متن {_version(facts)} دیگر آن نیست که نهایی شد: پس از آن دستکاری شده یا آسیب دیده است و با کد آن چاپ نمی‌شود. "
        "نسخهٔ کاغذی را ملاک بگیرید و پشتیبان را بازگردانید."
    ),
    "minutes_not_read": lambda _facts: "صورت‌جلسه هنوز برای اعضا قرائت نشده است. آن را آمادهٔ قرائت و سپس قرائت‌شده کنید.",
    "minutes_changed_since_read": _changed_since_read,
    "read_not_in_review": lambda facts: (
        f"صورت‌جلسه «{_state(facts)}» است و اکنون قرائت نمی‌شود. نخست آن را آمادهٔ قرائت کنید."
    ),
    "inquorate_with_resolutions": lambda facts: (
        f"جلسه به حد نصاب نرسیده و {persian(facts['count'])} مصوبه در صورت‌جلسه هست. "
        "آن‌ها را به بند ساده تبدیل کنید یا به جلسهٔ دیگر ببرید."
    ),
    "withdraw_not_final": lambda facts: (
        f"صورت‌جلسه «{_state(facts)}» است و بازگشایی تنها برای صورت‌جلسهٔ نهایی است. پیش‌نویس را می‌توانید ویرایش کنید."
    ),
    "withdraw_after_signature": lambda facts: (
        f"{persian(facts['count'])} امضا ثبت شده است و پس از نخستین امضا بازگشایی نمی‌شود. برای تغییر، اصلاحیه بنویسید."
    ),
    "withdraw_after_notification": lambda _facts: (
        "مصوبه‌ای از این صورت‌جلسه ابلاغ شده است و دیگر بازگشایی نمی‌شود. برای تغییر، پس از همهٔ امضاها اصلاحیه بنویسید."
    ),
    "amend_not_signed": lambda facts: f"صورت‌جلسه «{_state(facts)}» است. اصلاحیه پس از تکمیل همهٔ امضاها نوشته می‌شود.",
    "amend_begun_already": lambda facts: (
        f"نسخهٔ {persian(facts['version'])} این صورت‌جلسه پیش از این باز شده است. همان را ادامه دهید."
    ),
    "drop_not_correction": lambda _facts: "تنها پیش‌نویس اصلاحیه را می‌توان کنار گذاشت. این صورت‌جلسه را ادامه دهید.",
    "drop_after_final": lambda _facts: (
        "این اصلاحیه یک بار نهایی و سپس بازگشایی شده است و نسخهٔ امضاشده را به حال پیش باز نمی‌گرداند. "
        "آن را ویرایش و دوباره نهایی کنید."
    ),
    "drop_after_other_end": lambda facts: (
        f"جلسه اکنون «{MEETING[str(facts['state'])]}» است و با متن امضاشده نمی‌خواند. "
        "نخست در صفحهٔ جلسه پایان آن را اصلاح کنید."
    ),
    "deliberation_without_text": lambda _facts: "متن مذاکره خالی است. آن را بنویسید یا این ردیف را پاک کنید.",
    "next_day_before_meeting": lambda _facts: "روز جلسهٔ آینده باید پس از روز همین جلسه باشد. تاریخ دیگری بنویسید.",
    "originals_too_few": lambda _facts: "صورت‌جلسه دست‌کم یک نسخهٔ اصلی دارد. شمار آن‌ها را یک یا بیشتر بنویسید.",
    "copies_too_few": lambda _facts: "شمار برگ‌های چاپ دست‌کم یک است. آن را یک یا بیشتر بنویسید.",
    "originals_too_many": lambda facts: (
        f"شمار نسخه‌های اصلی بیش از {persian(facts['most'])} نمی‌شود. عدد کوچک‌تری بنویسید."
    ),
    "copies_too_many": lambda facts: f"شمار برگ‌های چاپ بیش از {persian(facts['most'])} نمی‌شود. عدد کوچک‌تری بنویسید.",
    "print_not_final": lambda facts: f"صورت‌جلسه «{_state(facts)}» است و برای امضا چاپ نمی‌شود. نخست آن را نهایی کنید.",
    "word_unknown": lambda facts: f"«{facts['word']}» در این فهرست نیست. یکی از گزینه‌های فهرست را برگزینید.",
    "signers_empty": lambda _facts: "فهرست امضاکنندگان خالی است. دست‌کم یک امضاکننده بیفزایید.",
    "signer_without_name": lambda facts: (
        f"امضاکنندهٔ ردیف {persian(facts['row'])} نام ندارد. نام او را بنویسید یا ردیف را پاک کنید."
    ),
    "signer_without_party": lambda facts: (
        f"روشن نیست که «{facts['name']}» در ردیف {persian(facts['row'])} از کدام طرف امضا می‌کند. طرف او را برگزینید."
    ),
    "letter_empty": lambda _facts: "متن نامه خالی است. دست‌کم یک بند در فایل متن بنویسید.",
    "font_unsupported": lambda facts: (
        f"قلم {left_to_right(facts['font'])} برای چاپ پذیرفته نیست. قلمی از نوع TrueType یا OpenType برگزینید."
    ),
    "glyph_missing": _glyph_missing,
    "year_without_minutes": lambda facts: (
        f"در سال {persian(facts['year'])} هنوز صورت‌جلسه‌ای نهایی نشده است. صورت‌جلسهٔ نهایی لازم است؛ نخست آن را نهایی کنید یا سال دیگری برگزینید."
    ),
    "report_month_ahead": lambda facts: f"{facts['month']} هنوز آغاز نشده است. ماهی تا ماه جاری برگزینید.",
    "query_empty": lambda _facts: "واژه‌ای برای جست‌وجو نوشته نشده است. دست‌کم یک واژه بنویسید.",
    "limit_too_small": lambda _facts: "شمار نتیجه‌ها باید یک یا بیشتر باشد. عدد دیگری بنویسید.",
}
