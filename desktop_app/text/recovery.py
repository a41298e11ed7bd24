"""Words of guided recovery: what is wrong with the data, the ways back, and the report of what did not come over."""

from __future__ import annotations

from typing import Final

from desktop_app.text.shared.digits import persian
from desktop_app.text.shared.isolates import left_to_right
from desktop_app.text.shared.tables import Table

TITLE: Final = "داده‌ها آسیب دیده است؛ گام به گام بازیابی کنید"
VANISHED: Final = "فایل داده پیدا نشد؛ گام به گام بازیابی کنید"
SAFE: Final = (
    "تا شما نخواهید چیزی عوض نمی‌شود و فایل کنونی در هر راه نگه داشته می‌شود. راه‌ها را از بالا به پایین بیازمایید."
)
SAFE_NO_FILE: Final = "تا شما نخواهید چیزی عوض نمی‌شود. راه‌ها را از بالا به پایین بیازمایید."
FIRST_START: Final = "بازگرداندن پشتیبان به این رایانه"
FIRST_START_WHY: Final = (
    "پشتیبان‌های پوشه‌ای که برگزیدید از تازه‌ترین خوانده و آزموده می‌شوند. تا شما نخواهید چیزی عوض نمی‌شود؛ "
    "برای پوشه‌ای دیگر «پوشهٔ پشتیبان…» را بزنید."
)
OTHER_FOLDER: Final = "پوشهٔ دادهٔ دیگر…"
OTHER_FOLDER_WHY: Final = f"برای دفتر تازه «{OTHER_FOLDER}» را بزنید."
BACKUP_ONLY: Final = "تازه‌ترین پشتیبان سالم"
TO_FIRST_START: Final = "بازگشت به راه‌اندازی"
CLOSED: Final = "داده‌ها باز نیست و چیزی نوشته نمی‌شود"
WAYS: Final = "راه‌های بازیابی…"

BACKUP: Final = "۱. بازگرداندن آخرین پشتیبان سالم"
FINDING: Final = "پشتیبان‌ها خوانده و آزموده می‌شوند، تازه‌ترین نخست. راه‌های دیگر باز است و می‌توانید ببندید."
BACKUP_NONE: Final = (
    "نه کنار داده‌ها و نه در جای دوم این رایانه پشتیبانی پیدا نشد. "
    "اگر پشتیبانی در حافظهٔ USB یا شبکه دارید، آن را وصل کنید و «پوشهٔ پشتیبان…» را بزنید."
)
BEFORE_RESTORE: Final = (
    "این پشتیبان پیش از یک بازگردانی گرفته شده است: آنچه با آن بازگردانی کنار گذاشتید در آن هست و برمی‌گردد. "
    "اگر این را نمی‌خواهید، «پوشهٔ پشتیبان…» پشتیبان دیگری را نشان می‌دهد."
)
BACKUP_NONE_THERE: Final = "در پوشه‌ای که برگزیدید و کنار داده‌ها پشتیبانی پیدا نشد. پوشهٔ دیگری برگزینید."
BACKUP_NONE_SOUND: Final = "هیچ‌یک از پشتیبان‌هایی که پیدا شد بازگرداندنی نیست:"
FIND_AGAIN: Final = "جست‌وجوی دوباره"
ELSEWHERE: Final = "پوشهٔ پشتیبان…"
ELSEWHERE_TITLE: Final = "پوشه‌ای که پشتیبان‌ها در آن است"
RESTORING: Final = "پشتیبان بازگردانده می‌شود. برق هم برود، یا حال کنونی می‌ماند یا حال تازه. پنجره را باز بگذارید."
RESTORE: Final = "بازگرداندن…"
RESTORE_ASK: Final = "این پشتیبان بازگردانده شود؟"
RESTORE_DO: Final = "بازگردان"
RESTORED: Final = "پشتیبان بازگردانده شد"
RESTORE_GIVEN_UP: Final = "از بازگردانی دست کشیدید و چیزی عوض نشد."

ROWS: Final = "۲. بازیابی ردیف به ردیف از همین فایل"
ROWS_WHY: Final = (
    "هر ردیف جداگانه خوانده و با کدی که هنگام نوشتن آن ثبت شده است سنجیده می‌شود. "
    "نخست گزارش را می‌بینید؛ تا آن را نپذیرید چیزی عوض نمی‌شود."
)
ROWS_NONE: Final = "فایلی از این دفتر نیست که از آن چیزی خوانده شود."
EXAMINE: Final = "بررسی آنچه می‌ماند"
CANCEL: Final = "دست کشیدن"
CANCELLING: Final = "دست کشیدید؛ بررسی رها می‌شود و چیزی عوض نمی‌شود. چند لحظه درنگ کنید…"
CANCELLED: Final = "بررسی نیمه‌کاره ماند و چیزی عوض نشد."
ACCEPT: Final = "به کار گرفتن همین داده‌ها…"
ACCEPT_ASK: Final = "داده‌های بازیابی‌شده به کار گرفته شود؟"
ACCEPT_DO: Final = "به کار بگیر"
BACKUP_LOSES_NOTHING: Final = "راه ۱ چیزی از دست نمی‌دهد: پس از آن پشتیبان چیزی ثبت نشده است. نخست همان را برگزینید."
DONT: Final = "انصراف"
SAVE: Final = "ذخیرهٔ متن…"
SAVE_TITLE: Final = "ذخیرهٔ گزارش بازیابی"
SAVE_NAME: Final = "گزارش بازیابی.txt"
SAVE_KINDS: Final = "متن (*.txt)"
SAVED_REPORT: Final = "گزارش ذخیره شد."
SAVE_PDF: Final = "ذخیرهٔ PDF"
PDF_NAME: Final = "گزارش بازیابی.pdf"
PDF_KINDS: Final = "PDF (*.pdf)"
PRINT: Final = "چاپ گزارش…"
MAKING: Final = "برگهٔ گزارش ساخته می‌شود…"
NO_PRINTER: Final = "این رایانه چاپگری ندارد. گزارش را به‌صورت PDF ذخیره کنید و جای دیگری چاپ کنید."
REPORT: Final = "گزارش بازیابی"

VIEW: Final = "۳. تنها دیدن داده‌ها، بی هیچ تغییری"
VIEW_WHY: Final = (
    "آنچه خوانده می‌شود نشان داده می‌شود و چیزی ثبت نمی‌شود. به آنچه می‌بینید تکیه نکنید؛ نسخهٔ کاغذی ملاک است."
)
VIEW_NOT: Final = "از این فایل چیزی برای نشان دادن خوانده نمی‌شود."
VIEW_DO: Final = "باز کردن برای دیدن"
CLOSE: Final = "بستن برنامه"

RECOVERED: Final = "داده‌های بازیابی‌شده به کار گرفته شد"
ROLLED_BACK: Final = "آخرین ذخیرهٔ نیمه‌کاره پس گرفته شد"
ONCE: Final = "این داده‌ها پس از آسیب فایل ردیف به ردیف بازیابی شده است"

FILE_LOST: Final = "فایل داده عوض شده یا از جای خود رفته است؛ چیزی ذخیره نمی‌شود"
LOST_NEXT: Final = {
    "database_moved": "آن را به جای خود برگردانید و برنامه را از نو باز کنید، یا از همین داده‌های باز رونوشت بگیرید.",
    "database_overwritten": (
        "نوشته‌های خود را ذخیره کنید. اگر فایل درست را دارید آن را به جای خود برگردانید و برنامه را از نو باز کنید؛ "
        "اگر ندارید، «راه‌های بازیابی…» پشتیبان را بازمی‌گرداند."
    ),
    "database_emptied": "نوشته‌های خود را ذخیره کنید، سپس با «راه‌های بازیابی…» پشتیبان را بازگردانید.",
    "database_cut": "نوشته‌های خود را ذخیره کنید، سپس با «راه‌های بازیابی…» پشتیبان را بازگردانید.",
}
"""What to do about a lost file, in the band that stands above everything: other places tell only what happened."""
NOTHING_RECORDED: Final = "اکنون چیزی ثبت نمی‌شود؛ نوشتهٔ این فرم را جای دیگری ذخیره کنید"
SAVE_COPY: Final = "ذخیرهٔ رونوشت…"
SAVE_TYPED: Final = "ذخیرهٔ نوشته‌های ثبت‌نشده…"
COPY_TITLE: Final = "رونوشت داده‌ها"
COPY_NAME: Final = "dabirkhaneh.db"
COPY_KINDS: Final = "پایگاه داده (*.db)"
TYPED_NAME: Final = "نوشته‌های ثبت‌نشده.txt"
COPY_SAVED: Final = "رونوشت ذخیره شد"
COPY_NOT_SAVED: Final = "رونوشت ذخیره نشد"
NOTHING_TYPED: Final = "نوشتهٔ ثبت‌نشده‌ای باز نیست."

OTHER_OFFICE: Final = "فایل داده از کمیتهٔ دیگری است؛ برنامه تنها برای دیدن باز شد"
KEEP_DATA: Final = "این داده درست است…"
KEEP_DATA_TITLE: Final = "این فایل داده همان است که باید باشد؟"
KEEP_DATA_DO: Final = "درست است، با همین کار شود"
NEWER_BESIDE: Final = "پشتیبان تازه‌تر از داده‌ها هست"


def other_office(office: str, committee: str) -> str:
    """Whose the backups are, and whose the data."""
    if office == committee:
        return f"پشتیبان‌های این پوشه و فایل دادهٔ آن از دو کمیتهٔ جداست، هر دو با نام «{office}»."
    return f"پشتیبان‌های این پوشه از «{office}» است و فایل دادهٔ آن از «{committee}»."


def other_office_next(whose: str) -> str:
    """The same with what is safe and what to do."""
    return (
        f"{whose} شاید فایل دفتر دیگری به جای فایل این دفتر نشسته است. چیزی ثبت نمی‌شود و پشتیبانی گرفته نمی‌شود. "
        "«راه‌های بازیابی…» تازه‌ترین پشتیبان همین دفتر را بازمی‌گرداند؛ اگر این فایل به خواست شما اینجاست "
        "«این داده درست است…» را بزنید."
    )


def keep_data_ask(office: str) -> str:
    """What follows when the data of another committee are kept."""
    return (
        f"از این پس پشتیبان‌ها از همین داده گرفته می‌شود. پشتیبان‌های «{office}» دست نخورده می‌ماند. "
        "این تصمیم در تاریخچه ثبت می‌شود."
    )


def newer_beside(missing: int, made: str) -> str:
    """The newest backup holds entries that the data have not."""
    return (
        f"{persian(missing)} رویداد که در پشتیبان {made} هست در داده‌ها نیست: شاید فایل کهنه‌تری به جای فایل داده نشسته است. "
        "پیش از ثبت هر کار «پشتیبان‌ها» را باز کنید و آن پشتیبان را ببینید؛ «بازگرداندن» می‌گوید چه به دست می‌آید و چه می‌رود."
    )


KINDS: Final = {
    "act": "دفتر کارها",
    "agenda_item": "بند دستور",
    "article": "مادهٔ تفاهم‌نامه",
    "attendance": "حضور و غیاب",
    "audit": "دفتر رویدادها",
    "axis": "محور",
    "clause": "بند صورت‌جلسه",
    "clause_unit": "واحد همکار",
    "committee": "کمیته",
    "deadline_event": "سابقهٔ مهلت",
    "deliberation": "مذاکرات",
    "draft": "پیش‌نویس تایپ‌شده",
    "file": "فایل",
    "file_link": "پیوست",
    "founding_draft": "پیش‌نویس آغاز کار",
    "guest": "مدعو",
    "holiday": "تعطیلی",
    "incoming_paper": "نامهٔ وارده",
    "meeting": "جلسه",
    "meeting_act": "سابقهٔ جلسه",
    "memorandum": "تفاهم‌نامه",
    "minutes_act": "سابقهٔ صورت‌جلسه",
    "minutes_version": "نسخهٔ صورت‌جلسه",
    "month_act": "سابقهٔ ماه",
    "nomination": "معرفی نماینده",
    "office_setting": "تنظیمات دفتر",
    "outgoing_paper": "نامهٔ صادره",
    "paper_link": "پیوند نامه",
    "party": "طرف",
    "person": "شخص",
    "picture": "تصویر سربرگ",
    "printing": "سابقهٔ چاپ",
    "request": "درخواست",
    "resolution": "مصوبه",
    "resolution_act": "سابقهٔ مصوبه",
    "seat": "کرسی",
    "sent_invitation": "دعوت‌نامهٔ فرستاده‌شده",
    "signature": "امضا",
    "signer": "امضاکننده",
    "taking_over": "سابقهٔ پیش از ثبت",
    "task": "وظیفه",
    "task_act": "سابقهٔ وظیفه",
    "unit": "واحد",
    "upstream_decision": "مصوبهٔ بالادستی",
}
"""Every table that a recovery tells of."""

FATES: Final = {
    "lost": "از دست رفته است",
    "differs": "با آنچه نوشته شده بود یکی نیست و کنار گذاشته شد",
    "unknown": "با هیچ کاری نوشته نشده بود و کنار گذاشته شد",
    "refused": "پذیرفتنی نبود و کنار گذاشته شد",
    "marked": "با آنچه نوشته شده بود یکی نیست؛ با نشان «؟» آمد، چون ردیف‌های دیگر به آن بسته‌اند",
    "empty": "از دست رفته است؛ ردیفی با نشان «؟» به جای آن نشست، چون ردیف‌های دیگر به آن بسته‌اند",
    "party_unknown": "از دست رفته است؛ ردیفی با نشان «؟» به جای آن زیر نخستین طرف نشست، چون طرف آن دانسته نیست",
    "time_unknown": "آمد، ولی زمان آن خوانده نشد؛ آغاز سال ۱۳۰۰ به جای آن نشست",
}

_EMPTY_MINUTES: Final = "از دست رفته است؛ ردیفی به جای آن نشست که متن آن نه نشان داده می‌شود و نه چاپ"


def fate_line(kind: str, fate: str) -> str:
    """What became of a record; minutes bear no mark in the lists, where no words of them stand."""
    return _EMPTY_MINUTES if (kind, fate) == ("minutes_version", "empty") else FATES[fate]


def backup_found(moment: str, place: str, committee: str) -> str:
    """The newest backup that may be restored."""
    of = f" «{committee}»" if committee else ""
    return f"پشتیبان {moment}{of}، در «{left_to_right(place)}»: همهٔ آن همین اکنون خوانده شد و سالم است."


def backup_doubtful(moment: str, place: str, committee: str) -> str:
    """The newest backup that may be restored, where the records of none of them are without fault."""
    of = f" «{committee}»" if committee else ""
    return (
        f"پشتیبانی که رکوردهایش هم درست باشد پیدا نشد. پشتیبان {moment}{of}، در «{left_to_right(place)}»، "
        "سالم خوانده شد، ولی در رکوردهای آن نادرستی هست. اگر پشتیبان دیگری دارید نخست همان را نشان دهید."
    )


def passed_over(moment: str, why: str) -> str:
    """A newer backup that is not offered."""
    return f"پشتیبان {moment} کنار گذاشته شد: {why}."


def differs(what: str) -> str:
    """Why a backup is not offered whose every byte is as it was written."""
    return f"ساختار آن را این برنامه نساخته است ({left_to_right(what)})"


def more_passed_over(count: int) -> str:
    """Beyond those that are named."""
    return f"{persian(count)} پشتیبان دیگر هم کنار گذاشته شد."


def unreached(folder: str) -> str:
    """The second place was not there."""
    return f"جای دوم «{left_to_right(folder)}» در دسترس نیست. حافظه را وصل کنید و «{FIND_AGAIN}» را بزنید."


def progress(done: int, total: int) -> str:
    """How far the reading is."""
    return f"خواندن ردیف‌ها: بخش {persian(done)} از {persian(total)}"


def summary(came: int, missing: int, unproven: int = 0, *, all_known: bool = True) -> str:
    """One line over the report: of ``came`` rows no hash can prove ``unproven``; ``all_known`` says that none else is lost."""
    if all_known and not missing and not unproven:
        return f"{persian(came)} ردیف خوانده شد و همه همان است که نوشته شده بود."
    told = [f"{persian(came - unproven)} ردیف درست است"] if came > unproven else []
    told += [f"درستی {persian(unproven)} ردیف را نمی‌توان سنجید"] if unproven else []
    told += [f"{_least(missing, all_known=all_known)} ردیف چنان که نوشته شده بود به دست نیامد"] if missing else []
    line = f"{'، '.join(told[:-1])} و {told[-1]}." if len(told) > 1 else f"{''.join(told) or 'ردیفی خوانده نشد'}."
    return line if all_known else f"{line} {NOT_ALL_KNOWN}"


def losing(gone: int, marked: int, kept: str, *, untimed: int = 0, all_known: bool = True) -> str:
    """What accepting loses: records that are gone, those with another in their place, and those without their time."""
    told = [f"{_least(gone, all_known=all_known)} ردیف در آن نیست"] if gone else []
    told += [f"زمان {persian(untimed)} ردیف در آن نیست"] if untimed else []
    told += [f"{persian(marked)} ردیف با نشان «؟» در آن است و چنان نیست که نوشته شده بود"] if marked else []
    lost = [f"{'؛ '.join(told)}. گزارش هر یک را نام می‌برد."] if told else []
    if not all_known:
        lost.append(NOT_ALL_KNOWN)
    return (
        f"{' '.join(lost) or 'چیزی از دست نمی‌رود.'} "
        f"فایل آسیب‌دیدهٔ کنونی پاک نمی‌شود و در «{left_to_right(kept)}» نگه داشته می‌شود. گزارش هم کنار آن می‌ماند."
    )


def table_line(kind: str, came: int, unproven: int) -> str:
    """One table of the report."""
    line = f"{KINDS[kind]}: {persian(came)} ردیف"
    return f"{line}، درستی {persian(unproven)} تای آن را نمی‌توان سنجید" if unproven else line


def record_line(kind: str, number: int, name: str, fate: str, known_by: str = "") -> str:
    """One record of the report; ``known_by`` are all the words for one that its own name does not tell."""
    if known_by:
        return f"{known_by}: {fate_line(kind, fate)}."
    named = f"«{name_in_words(kind, name)}»" if name else f"({nameless(number)})"
    return f"{KINDS[kind]} {named}: {fate_line(kind, fate)}."


def name_in_words(kind: str, name: str) -> str:
    """The name that was read, where it is a word or a number of the program as the office writes it."""
    if kind == "audit":
        # what an entry is about is all that names it
        return KINDS.get(name, name)
    return persian(int(name)) if kind == "meeting" and name.isascii() and name.isdecimal() else name


def nameless(number: int) -> str:
    """In place of a name that could not be read."""
    return f"نام آن خوانده نشد؛ شمارهٔ درونی {persian(number)}"


def links_line(kept: int, found: int) -> str:
    """What of the chain stays."""
    if not found:
        return "از پیوستگی رویدادها چیزی خوانده نشد. آنچه آمد از این پس از نو به هم پیوسته است."
    if kept == found:
        return f"پیوستگی رویدادهای هر {persian(kept)} کار درست است و ادامه می‌یابد."
    return (
        f"پیوستگی رویدادها در {persian(kept)} کار از {persian(found)} کار درست است. "
        "آنچه آمد از این پس از نو به هم پیوسته است."
    )


def read_from(path: str) -> str:
    """Where the rows of the report were read."""
    return f"ردیف‌ها از فایل آسیب‌دیدهٔ «{left_to_right(path)}» خوانده شد و در آن چیزی عوض نشد."


def kept_there(folder: str) -> str:
    """Where that file lies once the recovered data are at work."""
    return f"هرگاه داده‌های بازیابی‌شده به کار گرفته شود، آن فایل در «{left_to_right(folder)}» نگه داشته می‌شود."


def printed(pages: int) -> str:
    """The report went to the printer."""
    return f"{persian(pages)} صفحهٔ گزارش برای چاپ فرستاده شد."


def left_line(finding: str) -> str:
    """Something that the check says of the recovered data."""
    return f"پس از بازیابی: {finding}."


NOT_ALL_KNOWN: Final = (
    "فهرستی که می‌گوید چه ردیف‌هایی نوشته شده بود نیز آسیب دیده است؛ شاید ردیف‌های دیگری هم از دست رفته باشد که "
    "اینجا شمرده نشده است. آنچه می‌آید را با نسخهٔ کاغذی بسنجید."
)
LINES_RECORDS: Final = "ردیف‌هایی که چنان که نوشته شده بود به دست نیامد:"
LINES_TABLES: Final = "آنچه آمد:"
NEXT: Final = (
    "آنچه از دست رفته یا کنار گذاشته شده است، هر جا بتوان، از روی نسخهٔ کاغذی، دفتر اندیکاتور یا رونوشت نامه‌ها "
    "دوباره ثبت کنید؛ آنچه با نشان «؟» آمده است در صفحهٔ خودش درست می‌شود. سابقه‌ها و صورت‌جلسه‌های نهایی را نمی‌توان "
    "دوباره ثبت کرد؛ برای آن‌ها نسخهٔ کاغذی و همین گزارش می‌ماند. این گزارش را بایگانی کنید."
)


def made_on(day: str, time: str) -> str:
    """The head of the report."""
    return f"{REPORT} – {day} ساعت {time}"


def recovered_where(kept: str) -> str:
    """After the recovered data took their place."""
    return f"فایل آسیب‌دیده و گزارش در «{left_to_right(kept)}» نگه داشته شده است. اکنون پشتیبان بگیرید."


def rolled_back_where(kept: str) -> str:
    """After a commit that a killed process left was taken back."""
    if not kept:
        return "برنامه در میانهٔ ذخیره بسته شده بود. برای نگه داشتن رونوشت پیش از آن در دیسک جا نبود؛ فضایی آزاد کنید."
    return f"برنامه در میانهٔ ذخیره بسته شده بود؛ رونوشت آنچه پیش از آن بود در «{left_to_right(kept)}» است."


def saved_where(path: str) -> str:
    """Where the copy lies."""
    return f"رونوشت در «{left_to_right(path)}» است. اکنون برنامه را ببندید و فایل داده را به جای خود برگردانید."


REFUSALS: Final[Table] = {
    "recovery_older_schema": lambda facts: (
        f"این فایل از نسخهٔ پیشین برنامه است (ساختار {persian(facts['found'])}) و ردیف‌هایش کدی ندارد که با آن سنجیده شود. "
        "پشتیبان را بازگردانید."
    ),
    "nothing_recovered": lambda _facts: "از این فایل هیچ ردیفی خوانده نشد. پشتیبان را بازگردانید.",
    "recovery_full": lambda facts: (
        "برای ساختن فایل بازیابی‌شده در دیسک جا نیست و چیزی عوض نشد. "
        f"{persian(facts['megabytes'])} مگابایت آزاد کنید و دوباره بکوشید."
    ),
    "recovery_failed": lambda facts: (
        f"فایل بازیابی‌شده درست ساخته نشد ({left_to_right(facts['what'])}) و کنار گذاشته شد؛ فایل کنونی دست نخورد. "
        "پشتیبان را بازگردانید."
    ),
    "recovery_not_accepted": lambda facts: (
        f"فایل بازیابی‌شده به جای خود ننشست ({left_to_right(facts['why'])}). "
        f"اجازهٔ نوشتن در پوشهٔ «{left_to_right(facts['folder'])}» را بررسی کنید و دوباره بکوشید."
    ),
}


def _least(count: int, *, all_known: bool) -> str:
    return persian(count) if all_known else f"دست‌کم {persian(count)}"
