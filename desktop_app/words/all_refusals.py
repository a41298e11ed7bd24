"""Table of all refusal texts, joined from the other modules.

Who invents a key in a rule, a service or the storage writes its sentence in the module of the stem,
in a table ``REFUSALS: Table = {"key": function_of_facts, …}``, and names that table once below. A
sentence says what is wrong *and* what to do next. There is no fallback: a key without a sentence is a
bug, and ``tests/architecture/test_refusals.py`` finds it before an operator does. The tables of
dates, times, long texts and the data folder are in this module.
"""

from __future__ import annotations

from typing import Final

from desktop_app.words import archive_export, backups, commands, recovery, shell, verifying
from desktop_app.words import refusals_carrying as carrying
from desktop_app.words import refusals_committee as committee
from desktop_app.words import refusals_effects as effects
from desktop_app.words import refusals_files as files
from desktop_app.words import refusals_follow_up as follow_up
from desktop_app.words import refusals_meetings as meetings
from desktop_app.words import refusals_papers as papers
from desktop_app.words.digits import left_to_right, persian
from desktop_app.words.recovery import KINDS
from desktop_app.words.tables import Facts, Table


def _day_not_in_month(facts: Facts) -> str:
    month = f"{facts['month_name']} {persian(facts['year'])}"
    length = facts["month_length"]
    says = f"{month} {facts['month_length_words']} روز دارد."
    if facts["day"] == int(str(length)) + 1:
        return f"{says} روز {persian(length)} یا یکم {facts['next_month_name']} را بنویسید."
    return f"{says} روزی از ۱ تا {persian(length)} بنویسید."


DATES_REFUSALS: Final[Table] = {
    "date_empty": lambda _facts: "تاریخ نوشته نشده است. آن را مانند ۱۴۰۲/۰۳/۰۸ یا «۸ خرداد» بنویسید.",
    "date_not_understood": lambda facts: (
        f"«{facts['text']}» تاریخ خوانده نشد. آن را مانند ۱۴۰۲/۰۳/۰۸، «۸ خرداد»، «دوشنبه» یا «+۳ هفته» بنویسید."
    ),
    "year_out_of_range": lambda facts: (
        f"این تاریخ بیرون از تقویم برنامه است. سالی از {persian(facts['first'])} تا {persian(facts['last'])} بنویسید."
    ),
    "year_is_gregorian": lambda facts: (
        f"سال {persian(facts['year'])} میلادی است. همان روز به شمسی {facts['suggestion']} است؛ آن را بنویسید."
    ),
    "month_not_in_year": lambda facts: f"سال ماه {persian(facts['month'])} ندارد. ماه را از ۱ تا ۱۲ یا به نام بنویسید.",
    "day_not_in_month": _day_not_in_month,
    "weekday_differs": lambda facts: (
        f"{facts['date']} {facts['actual']} است، نه {facts['written']}. روز هفته یا تاریخ را درست کنید."
    ),
    "time_empty": lambda _facts: "ساعت نوشته نشده است. آن را مانند ۰۹:۳۰ بنویسید.",
    "time_not_understood": lambda facts: f"«{facts['text']}» ساعت خوانده نشد. آن را مانند ۰۹:۳۰ بنویسید.",
    "text_too_long": lambda facts: (
        f"این متن {persian(facts['count'])} نویسه دارد و این خانه تا {persian(facts['limit'])} نویسه می‌گیرد. "
        "آن را کوتاه یا چند بند کنید."
    ),
    "no_working_day": lambda _facts: "همهٔ روزهای هفته تعطیل شده است. دست‌کم یک روز را کاری بگذارید.",
}


_KINDS: Final = KINDS | {"clause": "بند", "minutes_version": "صورت‌جلسه"}


def _numbered(facts: Facts) -> str:
    return f"«{KINDS[str(facts['kind'])]}» شمارهٔ درونی {persian(facts['id'])}"


def _column(facts: Facts) -> str:
    """Return the name of a field, or of the kind of a missing record that refers to it."""
    # few starts load them
    from desktop_app.words.finding_details import detail_text, kind_of

    column = str(facts["column"])
    return kind_of(column) if column in KINDS else detail_text("value", str(facts["kind"]), column)


def _kind(facts: Facts) -> str:
    return _KINDS.get(str(facts["kind"]), "این ردیف")


def _in_use(facts: Facts) -> str:
    holder = f" ({left_to_right(facts['holder'])}، شمارهٔ پردازه {persian(facts['pid'])})" if facts["holder"] else ""
    return (
        f"این پوشهٔ داده در پنجره یا رایانهٔ دیگری باز است{holder}. به همان پنجره بروید، یا آن را ببندید و دوباره بکوشید."
    )


def _room(facts: Facts) -> str:
    """Return how much disk space must be freed, if known."""
    megabytes = facts.get("megabytes")
    return f"دست‌کم {persian(megabytes)} مگابایت" if megabytes else "فضایی"


STORAGE_REFUSALS: Final[Table] = {
    "storage_full": lambda facts: (
        "دیسک پر است و این کار ذخیره نشد؛ نوشتهٔ شما در همین صفحه مانده است. "
        f"{_room(facts)} آزاد کنید و دوباره ذخیره کنید."
    ),
    "full_at_start": lambda facts: (
        f"دیسک پوشهٔ «{left_to_right(facts['folder'])}» پر است و برنامه در آن نمی‌تواند بنویسد. "
        f"{_room(facts)} آزاد کنید و برنامه را از نو باز کنید."
    ),
    "locks_failed": lambda facts: (
        f"فایل داده قفل نمی‌شود ({left_to_right(facts['code'])}) و این کار ذخیره نشد. "
        "پوشهٔ داده باید روی دیسک همین رایانه باشد؛ اگر هست، چند لحظه درنگ کنید و دوباره بکوشید."
    ),
    "memory_full": lambda _facts: (
        "حافظهٔ رایانه پر است و این کار ذخیره نشد؛ نوشتهٔ شما در همین صفحه مانده است. "
        "برنامه‌های دیگر را ببندید و دوباره بکوشید."
    ),
    "value_too_long": lambda _facts: (
        "این نوشته از اندازه‌ای که فایل داده می‌پذیرد بلندتر است و ذخیره نشد. آن را کوتاه یا چند بخش کنید و دوباره بکوشید."
    ),
    "lock_unreadable": lambda facts: (
        f"فایل قفل «{left_to_right(facts['path'])}» آسیب دیده است و کنار گذاشته نشد؛ به داده‌ها دست نخورد. "
        "اگر پنجرهٔ دیگری از برنامه باز نیست، این فایل را پاک کنید و دوباره بکوشید."
    ),
    "database_moved": lambda _facts: (
        "فایل داده هنگام کار برداشته یا جابه‌جا شده است؛ تا به جای خود برنگردد چیزی ذخیره نمی‌شود."
    ),
    "database_overwritten": lambda _facts: (
        "فایل داده هنگام کار با فایل دیگری عوض شده است؛ این کار ذخیره نشد و چیزی در آن فایل نوشته نشد."
    ),
    "database_emptied": lambda _facts: "فایل داده هنگام کار خالی شده است و دیگر چیزی در آن نیست؛ این کار ذخیره نشد.",
    "database_cut": lambda _facts: (
        "بخشی از فایل داده هنگام کار از دست رفته است؛ این کار ذخیره نشد و چیزی در آن فایل نوشته نشد."
    ),
    "nothing_to_rescue": lambda _facts: (
        "از داده‌هایی که باز بود چیزی در دست نمانده است. نوشته‌های ثبت‌نشده را رونوشت کنید و پشتیبان را بازگردانید."
    ),
    "rescue_failed": lambda facts: (
        f"رونوشت در «{left_to_right(facts['path'])}» نوشته نشد. جای دیگری، مانند حافظهٔ جانبی، برگزینید."
    ),
    "database_read_only": lambda _facts: (
        "در فایل داده نمی‌توان نوشت و این کار ذخیره نشد. اجازهٔ نوشتن در پوشهٔ داده را بررسی کنید و دوباره بکوشید."
    ),
    "data_locked": lambda _facts: (
        "داده‌ها هم‌اکنون در دست کار دیگری است و این کار ذخیره نشد. چند لحظه درنگ کنید و دوباره بکوشید."
    ),
    "database_damaged": lambda _facts: (
        "فایل داده آسیب دیده است. چیزی در آن ننویسید، از همین فایل رونوشتی کنار بگذارید و پشتیبان را بازگردانید."
    ),
    "database_unreachable": lambda _facts: (
        "فایل داده باز نمی‌شود. اتصال دیسک و اجازهٔ دسترسی به پوشهٔ داده را بررسی کنید و دوباره بکوشید."
    ),
    "disk_error": lambda facts: (
        f"دیسک پاسخ نداد و این کار ذخیره نشد ({left_to_right(facts['code'])}). اتصال دیسک را بررسی کنید و دوباره بکوشید."
    ),
    "commit_unsure": lambda facts: (
        f"دیسک در پایان ذخیره خطا داد ({left_to_right(facts['code'])}) و روشن نیست که کار ماندگار شده باشد. "
        "برنامه را از نو باز کنید و پیش از تکرار ببینید که ثبت شده است یا نه."
    ),
    "act_stored_before": lambda _facts: (
        "کار پیشین، که دیسک در پایان آن خطا داد، ثبت شده است و این بار کاری انجام نشد. "
        "آنچه می‌بینید تازه است؛ اگر کار دیگری مانده است، دوباره انجام دهید."
    ),
    "data_in_use": _in_use,
    "database_missing": lambda facts: (
        f"در پوشهٔ «{left_to_right(facts['folder'])}» داده‌ای نیست. نشانی پوشه را بررسی کنید یا یک بار برنامه را باز کنید."
    ),
    "database_vanished": lambda facts: (
        f"در پوشهٔ «{left_to_right(facts['folder'])}» پیش از این دفتری بوده است (هنوز «{left_to_right(facts['kept'])}» آنجاست) "
        "و فایل داده نیست یا تهی است. دفتر تازه‌ای ساخته نشد. "
        "فایل داده یا پشتیبان را به جای خود برگردانید."
    ),
    "not_a_folder": lambda facts: f"«{left_to_right(facts['path'])}» فایل است، نه پوشه. پوشهٔ داده را نشان دهید.",
    "backup_place_is_no_data": lambda facts: (
        f"«{left_to_right(facts['folder'])}» جای پشتیبان‌هاست، نه پوشهٔ داده؛ به آن دست نخورد. پوشهٔ داده را نشان دهید. "
        "برای بازگرداندن، برنامه را در پوشهٔ داده باز کنید و همین پوشه را در «پشتیبان‌ها» یا «راه‌های بازیابی» برگزینید؛ "
        "اگر پوشهٔ داده‌ای ندارید، در صفحهٔ نخست «بازگرداندن پشتیبان…» را بزنید."
    ),
    "not_a_file": lambda facts: (
        f"«{left_to_right(facts['name'])}» در پوشهٔ «{left_to_right(facts['folder'])}» فایل عادی نیست، "
        "بلکه پوشه یا فایل ویژهٔ سیستم است و خوانده نشد؛ به چیزی دست نخورد. "
        "آن را از این پوشه بیرون ببرید و دوباره بکوشید."
    ),
    "journal_of_other_file": lambda facts: (
        "در کنار فایل داده، نوشتهٔ ناتمامی از فایل دیگری مانده بود؛ کنار گذاشته شد "
        f"({left_to_right(facts['kept'])}) و فایل داده دست نخورد. برنامه را از نو باز کنید."
    ),
    "value_unreadable": lambda facts: (
        f"مقداری در داده‌ها خوانده نمی‌شود ({left_to_right(facts['code'])}): آسیب دیده یا دستکاری شده است. "
        "از پوشهٔ داده رونوشتی کنار بگذارید و پشتیبان را بازگردانید."
    ),
    "database_not_ours": lambda facts: (
        f"فایل «{left_to_right(facts['path'])}» از این برنامه نیست و دست نخورد. پوشهٔ دیگری برگزینید."
    ),
    "database_beginning_damaged": lambda facts: (
        f"آغاز فایل «{left_to_right(facts['path'])}» آسیب دیده است و به چیزی دست نخورد. پشتیبان را بازگردانید."
    ),
    "database_newer": lambda facts: (
        f"فایل «{left_to_right(facts['path'])}» را نسخهٔ تازه‌تری از برنامه ساخته است "
        f"(ساختار {persian(facts['found'])}، این برنامه تا {persian(facts['known'])} را می‌شناسد). برنامه را به‌روز کنید."
    ),
    "schema_other_shape": lambda facts: (
        f"جدول‌های فایل «{left_to_right(facts['path'])}» با این برنامه یکی نیست ({left_to_right(facts['code'])}): "
        "برنامهٔ دیگری آن را ساخته یا کسی آن را دست زده است. چیزی نوشته نشد. "
        "آن را با همان برنامه باز کنید یا پشتیبانی را بازگردانید."
    ),
    "schema_older": lambda facts: (
        f"داده‌ها از نسخهٔ پیشین برنامه است (ساختار {persian(facts['found'])}). یک بار برنامه را باز کنید تا به‌روز شود."
    ),
    "upgrade_failed": lambda facts: (
        f"به‌روز کردن داده‌ها به سرانجام نرسید ({left_to_right(facts['what'])}) و دادهٔ پیشین دست‌نخورده ماند. "
        "گزارش خطا را برای پشتیبان برنامه بفرستید."
    ),
    "upgrade_copy_full": lambda facts: (
        "داده‌ها پیش از به‌روز شدن رونوشت می‌شوند و برای این رونوشت جا نبود؛ چیزی عوض نشد. "
        f"در دیسک پوشهٔ «{left_to_right(facts['folder'])}» فضایی آزاد کنید و برنامه را از نو باز کنید."
    ),
    "upgrade_copy_failed": lambda facts: (
        "داده‌ها پیش از به‌روز شدن رونوشت می‌شوند و این رونوشت گرفته نشد"
        f" ({left_to_right(facts['why'])})؛ چیزی عوض نشد. "
        f"اجازهٔ نوشتن در پوشهٔ «{left_to_right(facts['folder'])}» را بررسی کنید و برنامه را از نو باز کنید."
    ),
    "opened_for_reading": lambda _facts: (
        "داده‌ها تنها برای دیدن باز شده‌اند و چیزی نوشته نشد. "
        "نخست اجازهٔ نوشتن در پوشهٔ داده را بگیرید، یا اگر روی شبکه یا نشانی‌اش بلند است آن را روی دیسک همین رایانه "
        "به پوشه‌ای بالاتر ببرید؛ سپس برنامه را ببندید و از نو باز کنید."
    ),
    "records_doubtful": lambda facts: (
        f"در داده‌ها {persian(facts['count'])} نادرستی پیدا شده است و چیزی نوشته نمی‌شود؛ نوشتهٔ شما در همین صفحه مانده است. "
        "«راه‌های بازیابی…» را در نوار بالای پنجره بزنید."
    ),
    "record_unknown": lambda facts: f"{_kind(facts)} پیدا نشد؛ شاید برداشته شده باشد. فهرست را تازه کنید.",
    "list_cannot": lambda _facts: (
        "این فهرست چنین نما، پالایه یا ترتیبی ندارد. نمای «همه» را برگزینید و پالایه‌ها را از نو بگذارید."
    ),
    "record_in_use": lambda _facts: "این ردیف در جای دیگری به کار رفته است و برداشته نمی‌شود. نخست آن جا را عوض کنید.",
    "record_repeated": lambda facts: f"{_kind(facts)} با همین شماره یا نشانه هست. شماره یا نشانهٔ دیگری بدهید.",
    "record_append_only": lambda facts: f"{_kind(facts)} هرگز عوض نمی‌شود. آنچه تازه است در ردیفی تازه ثبت کنید.",
    "record_kept": lambda facts: f"{_kind(facts)} هرگز پاک نمی‌شود. اگر دیگر به کار نمی‌آید آن را بایگانی کنید.",
    "record_identity": lambda facts: f"شناسه و جای {_kind(facts)} عوض نمی‌شود. ردیف تازه‌ای بسازید.",
    "record_frozen": lambda facts: (
        f"صورت‌جلسه نهایی شده است و {_kind(facts)} دیگر عوض نمی‌شود. "
        "پیش از نخستین امضا آن را بازگشایی کنید و پس از آن اصلاحیه بنویسید."
    ),
    "state_move_refused": lambda facts: f"{_kind(facts)} از این حالت به آن حالت نمی‌رود. صفحه را تازه کنید.",
    "state_without_act": lambda facts: (
        f"{_kind(facts)} بی ثبت کاری که باید پیش از آن انجام شود به این حالت نمی‌رود. "
        "صفحه را تازه کنید و همان کار را از دکمهٔ آن انجام دهید."
    ),
    "number_given_once": lambda facts: f"شمارهٔ {_kind(facts)} یک بار داده می‌شود و عوض نمی‌شود. شماره را همان بگذارید.",
    "changed_elsewhere": lambda facts: (
        f"{_kind(facts)} پس از باز شدن این صفحه در جای دیگری عوض شده است. "
        "نوشتهٔ خود را کنار بگذارید، صفحه را تازه کنید و دوباره بنویسید."
    ),
    "row_changed_outside": lambda facts: (
        f"این ردیف ({KINDS[str(facts['kind'])]}) را برنامهٔ دیگری عوض کرده است و چیزی ثبت نشد. "
        "نخست در «تغییر خارج از برنامه» ببینید چه شده است."
    ),
    "outside_changed_again": lambda facts: (
        f"{_numbered(facts)} پس از باز شدن این فهرست باز هم عوض شده است و چیزی پذیرفته نشد. "
        "فهرست را ببندید و «دیدن و تأیید…» را دوباره بزنید."
    ),
    "outside_breaks_rule": lambda facts: (
        f"{_numbered(facts)} پذیرفته نشد: مقدار «{_column(facts)}» با قاعدهٔ آن نمی‌خواند. "
        "آن را از انتخاب بردارید؛ پشتیبان مقدار پیشین را دارد."
    ),
    "outside_breaks_reference": lambda facts: (
        f"{_numbered(facts)} پذیرفته نشد: «{_column(facts)}» به ردیفی بسته است که نیست. "
        "آن را از انتخاب بردارید؛ پشتیبان مقدار پیشین را دارد."
    ),
    "act_overtaken": lambda facts: (
        f"{_kind(facts)} پس از این کار باز هم عوض شده است و برای آنکه چیز تازه‌ای از میان نرود، این کار انجام نشد. "
        "وضع کنونی را ببینید و اگر لازم است همان را ویرایش کنید."
    ),
}


REFUSALS: Final[Table] = {
    "folder_not_writable": lambda facts: (
        f"در پوشهٔ «{left_to_right(facts['folder'])}» نمی‌توان نوشت. پوشهٔ دیگری برگزینید یا از مدیر رایانه اجازهٔ نوشتن در آن را بخواهید."
    ),
}

TABLES: Final[tuple[Table, ...]] = (
    archive_export.REFUSALS,
    files.ATTACHED_FILES_REFUSALS,
    backups.REFUSALS,
    commands.REFUSALS,
    DATES_REFUSALS,
    REFUSALS,
    files.FILES_REFUSALS,
    papers.FONTS_REFUSALS,
    committee.FOUNDING_REFUSALS,
    meetings.MEETINGS_REFUSALS,
    committee.MEMBERS_REFUSALS,
    meetings.MINUTES_REFUSALS,
    papers.PAPER_ORDERS_REFUSALS,
    papers.PAPERS_REFUSALS,
    shell.REFUSALS,
    recovery.REFUSALS,
    papers.REGISTERED_PAPERS_REFUSALS,
    carrying.CARRYING_REFUSALS,
    effects.EFFECT_REFUSALS,
    follow_up.RESOLUTIONS_REFUSALS,
    files.SCANS_REFUSALS,
    meetings.SCHEDULING_REFUSALS,
    follow_up.SIGNING_REFUSALS,
    committee.SETTINGS_REFUSALS,
    STORAGE_REFUSALS,
    committee.TAKING_OVER_REFUSALS,
    follow_up.TASKS_REFUSALS,
    verifying.REFUSALS,
)
