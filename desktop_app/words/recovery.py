"""Texts of the recovery page after damage: what is wrong, the options, the report of a salvage."""

from __future__ import annotations

from typing import Final

from desktop_app.words.digits import left_to_right, persian
from desktop_app.words.tables import Table

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

ROWS: Final = "۲. نجات آنچه از همین فایل خوانده می‌شود"
ROWS_WHY: Final = (
    "تنها برای وقتی که هیچ پشتیبانی نیست. هر ردیف با کدی که هنگام نوشتن آن ثبت شده است سنجیده می‌شود؛ "
    "نخست گزارش را می‌بینید و تا آن را نپذیرید چیزی عوض نمی‌شود."
)
ROWS_NONE: Final = "فایلی از این دفتر نیست که از آن چیزی خوانده شود."
EXAMINE: Final = "بررسی آنچه خوانده می‌شود"
CANCEL: Final = "انصراف"
CANCELLING: Final = "دست کشیدید؛ بررسی رها می‌شود و چیزی عوض نمی‌شود. چند لحظه درنگ کنید…"
CANCELLED: Final = "بررسی نیمه‌کاره ماند و چیزی عوض نشد."
ACCEPT: Final = "به کار گرفتن همین داده‌ها…"
ACCEPT_ASK: Final = "دادهٔ نجات‌یافته به کار گرفته شود؟"
ACCEPT_DO: Final = "به کار بگیر"
BACKUP_FIRST: Final = "پشتیبان سالم هست؛ راه ۱ همان را بازمی‌گرداند. نخست همان را برگزینید."
DONT: Final = "انصراف"
SAVE_TITLE: Final = "ذخیرهٔ گزارش نجات داده"
SAVE_KINDS: Final = "متن (*.txt)"
SAVED_REPORT: Final = "گزارش ذخیره شد."
SAVE_PDF: Final = "ذخیرهٔ PDF"
PDF_NAME: Final = "گزارش نجات داده.pdf"
PDF_KINDS: Final = "PDF (*.pdf)"
PRINT: Final = "چاپ گزارش…"
MAKING: Final = "برگهٔ گزارش ساخته می‌شود…"
NO_PRINTER: Final = "این رایانه چاپگری ندارد. گزارش را به‌صورت PDF ذخیره کنید و جای دیگری چاپ کنید."
REPORT: Final = "گزارش نجات داده"

VIEW: Final = "۳. تنها دیدن داده‌ها، بی هیچ تغییری"
VIEW_WHY: Final = (
    "آنچه خوانده می‌شود نشان داده می‌شود و چیزی ثبت نمی‌شود. به آنچه می‌بینید تکیه نکنید؛ نسخهٔ کاغذی ملاک است."
)
VIEW_NOT: Final = "از این فایل چیزی برای نشان دادن خوانده نمی‌شود."
VIEW_DO: Final = "باز کردن برای دیدن"
CLOSE: Final = "بستن برنامه"

SALVAGED: Final = "دادهٔ نجات‌یافته به کار گرفته شد"
ROLLED_BACK: Final = "آخرین ذخیرهٔ نیمه‌کاره پس گرفته شد"

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

KINDS: Final = {
    "act": "دفتر کارها",
    "agenda_item": "بند دستور",
    "article": "مادهٔ تفاهم‌نامه",
    "attendance": "حضور و غیاب",
    "audit": "دفتر رویدادها",
    "axis": "محور",
    "clause": "بند صورت‌جلسه",
    "clause_effect": "اثر بند بر مصوبه",
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
    "item_disposition": "تکلیف بند دستور",
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
    "upstream_link": "پیوند مصوبهٔ بالادستی",
}
"""Every table that a salvage tells of."""

REASONS: Final = {
    "unread": "خوانده نشد",
    "differs": "با آنچه نوشته شده بود یکی نیست",
    "foreign": "این برنامه آن را ننوشته است",
    "parent_lost": "آنچه به آن بسته است از دست رفته است",
    "refused": "پذیرفتنی نیست",
    "unproven": "در دادهٔ تازه هست، ولی درستی آن را نمی‌توان سنجید",
}
"""Why a row is listed."""


def backup_found(entry: int, moment: str, place: str, committee: str) -> str:
    """Return the newest restorable backup; its records are verified, its files are another text."""
    of = f" «{committee}»" if committee else ""
    return (
        f"پشتیبان{of} تا رویداد {persian(entry)}، {moment}، در «{left_to_right(place)}»: "
        "همین اکنون خوانده شد و رکوردهای آن سالم است."
    )


def passed_over(moment: str, why: str) -> str:
    """Return a newer backup that is not offered."""
    return f"پشتیبان {moment} کنار گذاشته شد: {why}."


def cost(entries: int, days: int, *, known: bool) -> str:
    """Return how many entries of how many days restoring loses; a least number unless all is ``known``."""
    if not entries:
        return "چیزی از دست نمی‌رود" if known else "آنچه پس از آن ثبت شده نامعلوم است"
    least = "" if known else "دست‌کم "
    return f"{least}{persian(entries)} رویداد از {persian(days)} روز از دست می‌رود"


def more_passed_over(count: int) -> str:
    """Return how many more backups are not offered."""
    return f"{persian(count)} پشتیبان دیگر هم کنار گذاشته شد."


def unreached(folder: str) -> str:
    """Return that the second backup folder was not reachable."""
    return f"جای دوم «{left_to_right(folder)}» در دسترس نیست. حافظه را وصل کنید و «{FIND_AGAIN}» را بزنید."


def progress(done: int, total: int) -> str:
    """Return how much has been read."""
    return f"خواندن ردیف‌ها: بخش {persian(done)} از {persian(total)}"


def summary(kept: int, lost: int, unproven: int) -> str:
    """Return the summary of the report."""
    told = [f"{persian(kept)} ردیف به دادهٔ تازه آمد"]
    told += [f"درستی {persian(unproven)} ردیف آن را نمی‌توان سنجید"] if unproven else []
    told += [f"{persian(lost)} ردیف نیامد"] if lost else ["چیزی از دست نرفت"]
    return f"{'، '.join(told)}."


def losing(lost: int, kept: str) -> str:
    """Return what is lost by using the salvaged data."""
    gone = f"{persian(lost)} ردیف در آن نیست؛ گزارش هر یک را نام می‌برد." if lost else "چیزی از دست نمی‌رود."
    return (
        f"{gone} زنجیرهٔ رویدادها از نو آغاز می‌شود. "
        f"فایل آسیب‌دیدهٔ کنونی پاک نمی‌شود و با گزارش در «{left_to_right(kept)}» نگه داشته می‌شود."
    )


def numbers(first: int, last: int) -> str:
    """Return the internal numbers of rows without readable names."""
    run = persian(first) if first == last else f"{persian(first)} تا {persian(last)}"
    return f"(شمارهٔ درونی {run})"


def reason(key: str, field: str) -> str:
    """Return why a row is listed; ``field`` is the name of the field that is the reason."""
    return f"{REASONS[key]} ({field})" if field else REASONS[key]


def read_from(path: str) -> str:
    """Return which file the rows were read from."""
    return f"ردیف‌ها از فایل آسیب‌دیدهٔ «{left_to_right(path)}» خوانده شد و در آن چیزی عوض نشد."


def kept_there(folder: str) -> str:
    """Return where that file is kept after the salvaged data replaced it."""
    return f"هرگاه دادهٔ نجات‌یافته به کار گرفته شود، آن فایل در «{left_to_right(folder)}» نگه داشته می‌شود."


def printed(pages: int) -> str:
    """Return the message that the report was sent to the printer."""
    return f"{persian(pages)} صفحهٔ گزارش برای چاپ فرستاده شد."


LISTED: Final = "آنچه در دادهٔ تازه نیست یا درستی آن سنجیده نشد:"
NEXT: Final = (
    "آنچه در این فهرست است، هر جا بتوان، از روی نسخهٔ کاغذی، دفتر اندیکاتور یا رونوشت نامه‌ها دوباره ثبت کنید. "
    "سابقه‌ها و صورت‌جلسه‌های نهایی دوباره ثبت نمی‌شود؛ برای آن‌ها نسخهٔ کاغذی و همین گزارش می‌ماند. این گزارش را بایگانی کنید."
)


def made_on(when: str) -> str:
    """Return the head of the report."""
    return f"{REPORT} – {when}"


def salvaged_where(kept: str) -> str:
    """Return where the replaced data are kept after a salvage."""
    return f"فایل آسیب‌دیده و گزارش در «{left_to_right(kept)}» نگه داشته شده است. اکنون پشتیبان بگیرید."


def rolled_back_where(kept: str) -> str:
    """Return where the copy from before the rollback of an unfinished write is kept."""
    if not kept:
        return "برنامه در میانهٔ ذخیره بسته شده بود. برای نگه داشتن رونوشت پیش از آن در دیسک جا نبود؛ فضایی آزاد کنید."
    return f"برنامه در میانهٔ ذخیره بسته شده بود؛ رونوشت آنچه پیش از آن بود در «{left_to_right(kept)}» است."


def saved_where(path: str) -> str:
    """Return where the copy was saved."""
    return f"رونوشت در «{left_to_right(path)}» است. اکنون برنامه را ببندید و فایل داده را به جای خود برگردانید."


REFUSALS: Final[Table] = {
    "nothing_salvaged": lambda _facts: (
        "از این فایل چیزی که درستی آن سنجیده شود خوانده نشد؛ به آن دست نخورد. پشتیبان را بازگردانید."
    ),
    "salvage_target_not_empty": lambda facts: (
        f"پوشهٔ «{left_to_right(facts['folder'])}» تهی نیست و چیزی در آن نوشته نشد. پوشه‌ای تازه نام ببرید."
    ),
    "salvage_failed": lambda facts: (
        f"دادهٔ تازه ساخته نشد ({left_to_right(facts['why'])})؛ فایل کنونی دست نخورد. جا و اجازهٔ نوشتن را بررسی کنید."
    ),
}
