"""Messages for refusals about meetings, agenda, attendance, scheduling, minutes and signers.

Each sentence ends with what to do.
"""

from __future__ import annotations

from typing import Final

from desktop_app.words.digits import left_to_right, persian
from desktop_app.words.refusals_follow_up import MACHINES
from desktop_app.words.states import MEETING, MINUTES
from desktop_app.words.tables import Facts, Table


def meeting_name(number: object) -> str:
    """Return «جلسهٔ ۵», or the name of a meeting without a number."""
    return f"جلسهٔ {persian(number)}" if number else "جلسه‌ای بدون شماره"


def _month(facts: Facts) -> str:
    return str(facts["month"])


SCHEDULING_REFUSALS: Final[Table] = {
    "meeting_not_convened": lambda _facts: (
        "این جلسه اکنون «دعوت‌شده» نیست. صفحه را دوباره باز کنید و وضعیت جلسه را ببینید."
    ),
    "convening_known": lambda _facts: (
        "برگه‌ای از این جلسه چاپ، ذخیره یا فرستاده شده است و دعوت دیگر پس گرفته نمی‌شود. "
        "جلسه را به تعویق بیندازید یا لغو کنید."
    ),
    "month_is_excused": lambda facts: (
        f"{_month(facts)} با عذر بسته شده است و جلسه نمی‌پذیرد. "
        "روزی در ماه دیگر بنویسید، یا نخست عذر این ماه را در جدول ماه‌ها پس بگیرید."
    ),
    "month_has_ordinary_meeting": lambda facts: (
        f"{_month(facts)} یک جلسهٔ عادی دارد ({meeting_name(facts['number'])}، {facts['day']}). "
        "نوع را «فوق‌العاده» کنید یا روزی در ماه دیگر بنویسید."
    ),
    "hour_is_taken": lambda facts: (
        f"{meeting_name(facts['number'])} در همین روز و ساعت ({persian(facts['at'])}) است. ساعت دیگری بنویسید."
    ),
    "postponed_to_the_same_day": lambda facts: (
        f"روز تازه همان {facts['day']} است. روز یا ساعت دیگری بنویسید، یا آن را خالی بگذارید."
    ),
    "month_excused_already": lambda facts: (
        f"عذر {_month(facts)} ثبت شده است. برای نوشتن دلیلی دیگر نخست همان را پس بگیرید."
    ),
    "month_was_held": lambda facts: f"جلسهٔ {_month(facts)} برگزار شده است و عذر نمی‌خواهد. ماه دیگری را برگزینید.",
    "month_before_records": lambda facts: (
        f"{facts['month']} پیش از آغاز ثبت در این برنامه است و عذر نمی‌خواهد. ماه آغاز ثبت در تنظیمات، بخش «سابقه»، است."
    ),
    "month_before_committee": lambda facts: (
        f"در {_month(facts)} کمیته هنوز جلسه‌ای بدهکار نبود. ماهی پس از آغاز کار کمیته را برگزینید."
    ),
    "month_not_over": lambda facts: (
        f"{_month(facts)} هنوز به پایان نرسیده است. جلسه‌ای برای آن زمان‌بندی کنید، یا عذر را پس از پایان ماه بنویسید."
    ),
    "month_not_excused": lambda facts: (
        f"برای {_month(facts)} عذری ثبت نشده است. جدول ماه‌ها را تازه کنید و دوباره ببینید."
    ),
    "excuse_without_reason": lambda facts: f"دلیل برگزار نشدن جلسهٔ {_month(facts)} نوشته نشده است. دلیل را بنویسید.",
}


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
    """Return a version with its meeting."""
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


MINUTES_REFUSALS: Final[Table] = {
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


def _attendance_incomplete(facts: Facts) -> str:
    count = int(str(facts["count"]))
    others = f" و {persian(count - 1)} کرسی دیگر" if count > 1 else ""
    return f"حضور و غیاب «{facts['name']}»{others} ثبت نشده است. برای هر کرسی حاضر یا غایب بودن را برگزینید."


MEETINGS_REFUSALS: Final[Table] = {
    "committee_missing": lambda _facts: (
        "در این داده هنوز کمیته‌ای تعریف نشده است. نخست تفاهم‌نامه و کمیتهٔ آن را ثبت کنید."
    ),
    "meeting_number_unknown": lambda facts: (
        f"جلسه‌ای با شمارهٔ {persian(facts['number'])} نیست. شماره را از فهرست جلسه‌ها بردارید."
    ),
    "meeting_without_minutes": lambda facts: (
        f"{meeting_name(facts['number'])} هنوز صورت‌جلسه ندارد. نخست صورت‌جلسهٔ آن را بنویسید."
    ),
    "meeting_without_number": lambda _facts: (
        "این جلسه هنوز شماره ندارد. شماره هنگام دعوت داده می‌شود؛ نخست «دعوت اعضا» را بزنید."
    ),
    "meeting_without_day": lambda _facts: "روز جلسه روشن نیست. تاریخ جلسه را بنویسید.",
    "meeting_without_hour": lambda _facts: "ساعت جلسه روشن نیست. ساعت آغاز را بنویسید تا در دعوت‌نامه‌ها بیاید.",
    "party_without_seat": lambda facts: (
        f"در روز این جلسه هیچ کرسی‌ای از {facts['party']} دارنده ندارد. "
        "نخست در «اعضا و واحدها» معرفی نمایندهٔ آن را ثبت کنید."
    ),
    "meeting_without_place": lambda _facts: "جای برگزاری جلسه نوشته نشده است. محل جلسه را بنویسید.",
    "fact_not_corrected": lambda _facts: (
        "اصلاحیه این خانه را تغییر نمی‌دهد. ساعت آغاز و پایان، محل، رئیس یا دبیر جلسه را می‌توانید درست کنید."
    ),
    "fact_emptied": lambda _facts: "این خانه در متن امضاشده پر است و در اصلاحیه خالی نمی‌ماند. مقدار درست را بنویسید.",
    "meeting_under_correction": lambda _facts: (
        "اصلاحیهٔ این جلسه در دست نوشتن است و دستور جلسه تغییر نمی‌کند. متن بندها را در صورت‌جلسه درست کنید."
    ),
    "meeting_shut": lambda facts: (
        f"این جلسه «{MEETING[str(facts['state'])]}» است و دیگر تغییر نمی‌کند. کار تازه را در جلسه‌ای دیگر ثبت کنید."
    ),
    "sending_not_open": lambda facts: (
        f"جلسه «{MEETING[str(facts['state'])]}» است. ارسال دعوت‌نامه‌ها پس از «دعوت اعضا» و پیش از آغاز جلسه ثبت می‌شود."
    ),
    "invitee_gone": lambda _facts: (
        "فهرست دعوت در این میان تغییر کرده و یکی از گیرندگان دیگر در آن نیست. فرم را ببندید و دوباره باز کنید."
    ),
    "sending_to_nobody": lambda _facts: "گیرنده‌ای برگزیده نشده است. دست‌کم یک گیرنده را نشان بزنید.",
    "sending_without_day": lambda _facts: "روز ارسال نوشته نشده است. روزی را که دعوت‌نامه‌ها فرستاده شد بنویسید.",
    "sending_after_today": lambda _facts: "روز ارسال هنوز نرسیده است. روزی تا امروز بنویسید.",
    "invitation_changed_since_made": lambda _facts: (
        "پس از چاپ یا ذخیرهٔ دعوت‌نامه‌ها، جلسه یا فهرست دعوت تغییر کرده است. آن‌ها را دوباره چاپ کنید، یا ارسال را در "
        "صفحهٔ جلسه ثبت کنید."
    ),
    "sending_after_meeting": lambda facts: f"روز ارسال پس از روز جلسه ({facts['day']}) است. روزی تا روز جلسه بنویسید.",
    "sending_struck_already": lambda _facts: "این ارسال پیش‌تر پس گرفته شده است. فهرست دعوت‌نامه‌ها را ببینید.",
    "meeting_not_in_session": lambda _facts: "جلسه در حال برگزاری نیست. نخست «آغاز جلسه» را بزنید.",
    "meeting_not_over": lambda facts: (
        f"جلسه هنوز «{MEETING[str(facts['state'])]}» است. نخست پایان جلسه را ثبت کنید، سپس صورت‌جلسه را نهایی کنید."
    ),
    "day_needs_postponing": lambda _facts: (
        "اعضا برای روز پیشین دعوت شده‌اند و تاریخ را نمی‌توان بدون خبر دادن عوض کرد. جلسه را به تعویق بیندازید و روز تازه را بنویسید."
    ),
    "agenda_empty": lambda _facts: "دستور جلسه خالی است. دست‌کم یک بند به آن بیفزایید.",
    "agenda_item_unknown": lambda _facts: "این بند در دستور این جلسه نیست. فهرست را تازه کنید و دوباره برگزینید.",
    "agenda_item_without_title": lambda _facts: "بند دستور عنوان ندارد. عنوان آن را بنویسید.",
    "agenda_item_parked": lambda _facts: "این بند پیش‌تر کنار گذاشته شده است. آن را در بندهای کنارگذاشته بیابید.",
    "agenda_item_not_parked": lambda _facts: (
        "این بند کنار گذاشته نشده و در دستور جلسه‌ای هست. آن را در همان جلسه ویرایش کنید."
    ),
    "agenda_resolution_not_earlier": lambda _facts: (
        "این مصوبه از جلسه‌های پیشین نیست. مصوبه‌ای برگزینید که در جلسه‌ای پیش از این تصویب شده است."
    ),
    "agenda_item_in_use": lambda facts: (
        f"زیر بند «{facts['title']}» در صورت‌جلسه نوشته شده است. نخست آن نوشته‌ها را به بند دیگری ببرید یا پاک کنید."
    ),
    "minutes_negative": lambda _facts: "زمان پیش‌بینی‌شده منفی است. شمار دقیقه‌ها را از صفر به بالا بنویسید.",
    "minutes_too_many": lambda facts: f"زمان یک بند بیش از {persian(facts['most'])} دقیقه نمی‌شود. عدد کوچک‌تری بنویسید.",
    "began_on_a_later_day": lambda _facts: "این جلسه آغاز شده است و روز آن پس از امروز نمی‌شود. روزی تا امروز بنویسید.",
    "session_before_its_day": lambda facts: (
        f"روز این جلسه ({facts['day']}) هنوز نرسیده است. در همان روز آن را آغاز کنید، یا اگر روز آن عوض شده است "
        "جلسه را به تعویق بیندازید و روز تازه را بنویسید."
    ),
    "session_time_missing": lambda _facts: "روز این جلسه گذشته است. ساعت واقعی آن را بنویسید.",
    "arrival_time_missing": lambda _facts: "روز این جلسه گذشته است. ساعت ورود را در خانهٔ آن بنویسید.",
    "session_without_begin": lambda _facts: "ساعت پایان هست و ساعت آغاز نیست. ساعت آغاز جلسه را هم بنویسید.",
    "session_ends_before_begin": lambda facts: (
        f"پایان جلسه پیش از آغاز آن ({persian(facts['began_at'])}) نوشته شده است. یکی از دو ساعت را درست کنید."
    ),
    "attendance_incomplete": _attendance_incomplete,
    "attendance_not_open": lambda facts: (
        f"جلسه «{MEETING[str(facts['state'])]}» است و اکنون جای حضور و غیاب نیست. "
        "حضور و غیاب از دعوت تا بسته شدن پرونده ثبت می‌شود."
    ),
    "guests_not_open": lambda facts: (
        f"جلسه «{MEETING[str(facts['state'])]}» است و اکنون جای افزودن مدعو نیست. "
        "مدعوها از زمان‌بندی جلسه تا بسته شدن پرونده ثبت می‌شوند."
    ),
    "seat_not_filled": lambda _facts: "این کرسی در روز جلسه دارنده‌ای نداشته است. نخست معرفی نمایندهٔ آن را ثبت کنید.",
    "substitute_without_name": lambda facts: (
        f"نام کسی که به‌جای «{facts['name']}» آمده نوشته نشده است. نام و معرفی‌نامهٔ او را بنویسید."
    ),
    "guest_without_name": lambda _facts: "مدعو نام ندارد. نام او را بنویسید.",
    "left_before_arrival": lambda facts: (
        f"ساعت رفتن پیش از ساعت آمدن ({persian(facts['arrived_at'])}) است. یکی از دو ساعت را درست کنید."
    ),
    "quorum_share_impossible": lambda _facts: (
        "سهم حد نصاب باید از صفر تا کمتر از همهٔ کرسی‌ها باشد. کسری مانند یک‌دوم یا دوسوم بنویسید."
    ),
    "quorum_party_missing": lambda facts: (
        f"این جلسه حد نصاب ندارد: از {facts['party']} کسی حاضر نیست. "
        "حضور را ثبت کنید یا جلسه را «فاقد حد نصاب» پایان دهید."
    ),
    "quorum_too_few": lambda facts: (
        f"حد نصاب {persian(facts['needed'])} کرسی است و {persian(facts['present'])} کرسی حاضر است. "
        "حضور را ثبت کنید یا جلسه را «فاقد حد نصاب» پایان دهید."
    ),
    "quorum_is_met": lambda _facts: "این جلسه به حد نصاب رسیده است. آن را با «پایان جلسه» به پایان ببرید.",
    "close_without_signed_minutes": lambda _facts: (
        "پرونده پس از امضا بسته می‌شود و صورت‌جلسهٔ امضاشده‌ای نیست. نخست امضاها را ثبت کنید."
    ),
    "clock_behind": lambda facts: (
        f"ساعت این رایانه {persian(facts['days'])} روز از تاریخ کاری که در برنامه ثبت شده عقب‌تر است. "
        "تاریخ رایانه را بررسی کنید و اگر نادرست است آن را درست کنید."
    ),
    "clock_ahead": lambda facts: (
        f"میان دو ثبت برنامه، یا از آخرین ثبت تا امروز، {persian(facts['days'])} روز فاصله است و شاید تاریخ رایانه "
        "درست نباشد. "
        "آن را بررسی کنید و اگر نادرست است درست کنید."
    ),
}
