"""Sentences about backups: the page, the command line, the reminder, and what is refused."""

from __future__ import annotations

from typing import Final

from desktop_app.text import recovery
from desktop_app.text.shared.digits import percent, persian
from desktop_app.text.shared.isolates import left_to_right
from desktop_app.text.shared.tables import Facts, Table

BACKUPS = "پشتیبان‌ها"

KINDS: Final = {
    "automatic": "خودکار",
    "by_hand": "به خواست شما",
    "before_restore": "پیش از بازگردانی",
    "before_upgrade": "پیش از به‌روز شدن برنامه",
}
VERDICTS: Final = {
    "verified": "درست و آزموده",
    "whole": "خوانده شد و سالم است",
    "unread": "کامل؛ آزموده نشده",
    "doubtful": "نادرستی در رکوردها (فایل سالم است)",
    "damaged": "آسیب‌دیده",
    "other_committee": "از کمیتهٔ دیگر",
    "newer_schema": "از نسخهٔ تازه‌تر برنامه",
}
FLAWS: Final = {
    "no_manifest": "نیمه‌کاره مانده است",
    "manifest": "فهرست آن (manifest) دست خورده است",
    "database_missing": "فایل داده در آن نیست",
    "database_changed": "فایل داده آن نیست که نوشته شده بود",
    "database_unsound": "فایل دادهٔ آن خراب است",
    "schema": "ساختار فایل دادهٔ آن را این برنامه نساخته است",
    "file_missing": "فایلی از آن نیست",
    "file_changed": "فایلی از آن دیگر شده است",
    "unreadable": "خوانده نمی‌شود",
}
_UNITS: Final = ("بایت", "کیلوبایت", "مگابایت", "گیگابایت")


def size(count: int) -> str:
    """How much room something takes."""
    value, unit = float(count), 0
    while value >= 1024 and unit < len(_UNITS) - 1:
        value, unit = value / 1024, unit + 1
    shown = f"{value:.1f}".replace(".", "٫") if unit > 1 and value < 10 else str(round(value))
    return f"{persian(shown)} {_UNITS[unit]}"


_READ_BEFORE: Final = {
    "verified": "درست آزموده شد",
    "whole": "خوانده شد و سالم بود",
    "doubtful": "آزموده شد و در آن نادرستی بود",
    "damaged": "آزموده شد و آسیب‌دیده بود",
}


def read_before(key: str, day: str) -> str:
    """What was found of a backup that day; now it is known by names and sizes alone."""
    return f"کامل؛ در {day} {_READ_BEFORE[key]}"


def verdict(key: str, flaw: str = "", detail: str = "") -> str:
    """What was found of a backup, with what is wrong."""
    if key == "damaged":
        named = f" ({left_to_right(detail)})" if detail else ""
        return f"{VERDICTS[key]}: {FLAWS[flaw]}{named}"
    return f"{VERDICTS[key]} ({detail})" if key == "other_committee" and detail else VERDICTS[key]


def made(folder: str, size_told: str, entries: int) -> str:
    """A backup was made and verified."""
    upto = f"، تا رویداد {persian(entries)}" if entries else ""
    return f"پشتیبان گرفته و خوانده شد: «{left_to_right(folder)}»، {size_told}{upto}."


def made_where(folder: str, size_told: str) -> str:
    """Below the title that a backup was made: where it lies."""
    return f"در «{left_to_right(folder)}»، {size_told}."


def mended(count: int) -> str:
    """Stored files were wrong in the place, and are right again."""
    return (
        f"{persian(count)} فایل آن جا گم یا خراب شده بود و از روی دفتر از نو نوشته شد. "
        "دیسک آن جا را بیازمایید؛ اگر باز چنین شد حافظهٔ دیگری به کار ببرید."
    )


def doubtful(count: int) -> str:
    """A backup is made of data in which the check finds something."""
    return (
        f"در داده‌ها {persian(count)} نادرستی هست و این پشتیبان هم آن‌ها را دارد. "
        "پشتیبان‌های پیشین را نگه دارید و فرمان check را اجرا کنید."
    )


def inside(folder: str) -> str:
    """A second place below the data folder is none."""
    return f"«{left_to_right(folder)}» درون پوشهٔ داده است و با آن از دست می‌رود. پوشه‌ای روی دیسک دیگر برگزینید."


def line(folder: str, when: str, kind: str, size_told: str, schema: int, found: str) -> str:
    """One line of the list on the command line; ``kind`` is what it was made for."""
    return " · ".join((left_to_right(folder), when, KINDS[kind], size_told, f"ساختار {persian(schema)}", found))


HEADS: Final = ("جا", "روز و ساعت", "برای", "اندازه", "ساختار", "داوری")
HERE = "کنار داده‌ها"
ELSEWHERE = "جای دوم"
CONTEXT = "رونوشت‌های دفتر و فایل‌هایش، برای روزی که دیسک یا فایل از دست برود"
KEYS = "Ctrl+Shift+K"
EMPTY = "هنوز پشتیبانی نیست"
EMPTY_WHY = "برنامه هنگام باز و بسته شدن، اگر کاری ثبت شده باشد، خود پشتیبان می‌گیرد. نخستین را همین اکنون می‌توان گرفت."
EMPTY_LOOKED_AT = "در این پوشه پشتیبانی نیست"
EMPTY_LOOKED_AT_WHY = (
    "از داده‌هایی که تنها برای دیدن باز است پشتیبان گرفته نمی‌شود. "
    "اگر این پنجره پشتیبانی را نشان می‌دهد، فهرست پشتیبان‌ها در پنجرهٔ خود دفتر است."
)
MAKE = "پشتیبان بگیر"
VERIFY = "آزمودن"
PICK_PLACE = "جای دوم پشتیبان‌ها"
MAKING = "پشتیبان گرفته می‌شود…"
VERIFYING = "پشتیبان خوانده می‌شود…"
JUDGING = "پشتیبان آزموده و با دفتر سنجیده می‌شود…"
OPENING = "پشتیبان برای دیدن آماده می‌شود…"
READING_MADE = "پشتیبان گرفته شد و همهٔ آن خوانده می‌شود…"
MADE = "پشتیبان گرفته و خوانده شد"
MADE_UNREAD = "پشتیبان گرفته شد، ولی همهٔ آن خوانده نشد. هر گاه خواستید آن را با «آزمودن» بخوانید."
NOT_DONE = "انجام نشد"
FOUND_WRONG = "این پشتیبان درست نیست"
GIVEN_UP = "دست کشیدید؛ آنچه نیمه‌کاره ماند پشتیبان به حساب نمی‌آید."
VERIFYING_GIVEN_UP = "از آزمودن دست کشیدید؛ پشتیبان همان است که بود. هر گاه خواستید آن را دوباره با «آزمودن» بخوانید."
OPENING_GIVEN_UP = "از دیدن پشتیبان دست کشیدید و چیزی عوض نشد. هر گاه خواستید «دیدن» را دوباره بزنید."
JUDGING_GIVEN_UP = "از بازگرداندن دست کشیدید؛ دفتر و پشتیبان همان‌اند که بودند. هر گاه خواستید دوباره آغاز کنید."
RESTORE_TITLE = "دفتر به حال این پشتیبان بازگردد؟"
RESTORE = "بازگرداندن"
LEAVE = "انصراف"
RESTORING = "دفتر از پشتیبان بازگردانده می‌شود"
RESTORING_WHY = "نخست از حال کنونی پشتیبان گرفته می‌شود. برق هم برود، یا حال پیشین می‌ماند یا حال تازه."
PROGRESS = "پیشرفت بازگردانی"
GIVE_UP = "دست کشیدن"
GIVE_UP_NAME = "دست کشیدن از بازگردانی"
GIVING_UP = "بازگردانی رها می‌شود و دفتر به همان حال که بود می‌ماند…"
LAST_STEP = "گام آخر: داده‌ها جابه‌جا می‌شود. چند لحظه درنگ کنید؛ اکنون دیگر نمی‌توان دست کشید."
RESTORE_GIVEN_UP = "از بازگردانی دست کشیدید"
AS_IT_WAS = "دفتر همان است که پیش از آن بود و چیزی در پوشهٔ داده عوض نشد."
CLOSE_ASK = "بازگردانی به پایان نرسیده است"
CLOSE_ASK_WHY = "اگر برنامه بسته شود بازگردانی رها می‌شود و دفتر به همان حال که بود می‌ماند."
GO_ON = "ادامهٔ بازگردانی"
GIVE_UP_AND_CLOSE = "دست کشیدن و بستن"
RESTORED = "دفتر بازگردانده شد"
NOT_RESTORED = "دفتر بازگردانده نشد"
SEEN = "دیدم"
CLOSE_LOOKING = "بستن این پنجره"
CLOSE_LOOKING_KEYS = "Ctrl+W"
LOOKING = "تنها برای دیدن: پشتیبان"
NO_SECOND = "جای دوم برگزیده نشده است؛ اگر این دیسک از کار بیفتد همهٔ پشتیبان‌ها با آن می‌روند"
REMIND = "پشتیبان دوم"
REMIND_CHOOSE = "همهٔ پشتیبان‌ها روی همین دیسک است. حافظهٔ USB یا پوشه‌ای در شبکه وصل کنید و در «پشتیبان‌ها» (Ctrl+Shift+K) جای دوم را برگزینید."
REMIND_SAME_DISK = "جای دوم روی همان دیسک داده‌هاست و با آن از دست می‌رود. حافظهٔ USB یا پوشه‌ای در شبکه وصل کنید و در «پشتیبان‌ها» (Ctrl+Shift+K) آن را برگزینید."
CLOSING = "پیش از بسته شدن پشتیبان گرفته می‌شود"
CLOSING_WHY = "چند لحظه بیش نمی‌کشد. اگر شتاب دارید، پشتیبان هنگام باز شدن بعدی گرفته می‌شود."
CLOSE_WITHOUT = "بستن بی پشتیبان"
NOT_MADE = "پشتیبان خودکار گرفته نشد"


def how_far(done: int) -> str:
    """How much of a restore is done."""
    return f"{percent(done)} انجام شد"


def own_place(folder: str, caution: str = "") -> str:
    """The place below the data folder, and what to know of it."""
    told = f"{HERE}: {left_to_right(folder)}"
    return f"{told}. {caution}" if caution else told


def second_place(folder: str, *, reached: bool, when: str, unread: bool = False, caution: str = "") -> str:
    """The second place, whether it is there, when the last verified backup was made in it, and what to know of it.

    Where there is none ``unread`` says that one lies there all the same, which was never read whole.
    """
    none = "پشتیبانی در آن هست که هنوز خوانده نشده" if unread else "هنوز پشتیبانی در آن گرفته نشده"
    last = f"آخرین پشتیبان سالم: {when}" if when else none
    there = "" if reached else "، اکنون در دسترس نیست"
    told = f"{ELSEWHERE}: {left_to_right(folder)} ({last}{there})"
    return f"{told}. {caution}" if caution else told


def cautions(*, same_disk: bool, outgrown: int) -> str:
    """What has to be known of a place before it is relied on; empty where there is nothing to tell."""
    told = [SAME_DISK] if same_disk else []
    return " ".join([*told, outgrows(outgrown)] if outgrown else told)


def outgrows(database: int) -> str:
    """The database nears the largest file that the place can hold."""
    return (
        f"فایل داده {size(database)} شده است و قالب FAT این حافظه فایل ۴ گیگابایتی نمی‌پذیرد. "
        "پیش از آن که پشتیبان‌گیری در آن ناممکن شود حافظه‌ای با قالب NTFS یا exFAT برگزینید."
    )


SAME_DISK = "این پوشه روی همان دیسک داده‌هاست؛ اگر آن دیسک از کار بیفتد این پشتیبان‌ها نیز با آن می‌روند."
SAME_DISK_TITLE = "جای دوم روی همان دیسک باشد؟"
SAME_DISK_WHY = (
    "از پاک شدن یا خراب شدن فایل‌ها نگاه می‌دارد، از خراب شدن دیسک نه. حافظهٔ USB یا پوشه‌ای در شبکه از هر دو نگاه می‌دارد."
)
PICK_ANOTHER = "برگزیدن پوشهٔ دیگر"
KEEP_PLACE = "همین پوشه بماند"


def numbered(when: str, number: int) -> str:
    """The moment of a backup that shares it with another one of its place."""
    return f"{when} (شمارهٔ {persian(number)})"


def looking_at(when: str) -> str:
    """The band of a window over a backup."""
    return f"این پنجره پشتیبان {when} را نشان می‌دهد. چیزی در آن عوض نمی‌شود و دفتر شما دست نخورده است."


def remind_days(days: int) -> str:
    """How long ago the last verified backup in the second place was made."""
    if days < 1:
        return (
            "در جای دوم هنوز از کارهای تازه پشتیبان نیست. حافظه را وصل کنید و «پشتیبان‌ها» (Ctrl+Shift+K) را باز کنید."
        )
    return (
        f"آخرین پشتیبان سالم در جای دوم از {persian(days)} روز پیش است و پس از آن کار ثبت شده است. "
        "حافظه را وصل کنید و «پشتیبان‌ها» (Ctrl+Shift+K) را باز کنید."
    )


NONE_FOUND = "در این پوشه پشتیبانی نیست."
NOTHING_LOST = "پس از این پشتیبان چیزی ثبت نشده است و چیزی از دست نمی‌رود."
NO_OFFICE = "در این پوشه اکنون فایل داده‌ای نیست؛ از پشتیبان ساخته می‌شود."
UNREADABLE_NOW = "فایل دادهٔ کنونی درست خوانده نمی‌شود؛ خود آن کنار گذاشته می‌شود و می‌ماند."
DRY = "این تنها گزارش بود؛ چیزی نوشته نشد."


def plan_of(when: str, size_told: str) -> str:
    """Which backup would be restored."""
    return f"پشتیبان {when}، {size_told}"


def _span(entries: int, days: int, since: str, until: str) -> str:
    """How many entries, and from when until when; those of one moment need no span."""
    if since == until:
        return f"{persian(entries)} رویداد، {since}،"
    return f"{persian(entries)} رویداد در {persian(days)} روز، از {since} تا {until}،"


def lost(entries: int, days: int, since: str, until: str) -> str:
    """What is recorded since the backup and would no longer be there."""
    return (
        f"{_span(entries, days, since, until)} پس از این پشتیبان ثبت شده است "
        "و دیگر در دفتر نخواهد بود (در رونوشت پیش از بازگردانی می‌ماند):"
    )


def after(when: str) -> str:
    """What a restore cannot bring back, where it cannot be counted."""
    return f"هر چه پس از {when} ثبت شده باشد در این پشتیبان نیست و باید دوباره ثبت شود."


def none_lost(when: str, *, replaces: bool, readable: bool) -> str:
    """Where no entry is known that would be lost: because there is none, or because it cannot be read."""
    if not replaces:
        return f"{NO_OFFICE} {after(when)}"
    return NOTHING_LOST if readable else f"{UNREADABLE_NOW} {after(when)}"


def lost_at_least(entries: int, days: int, since: str, until: str) -> str:
    """The same where the file is damaged and the rest of it cannot be read."""
    return (
        f"فایل دادهٔ کنونی درست خوانده نمی‌شود. تا جایی که خوانا است، "
        f"{_span(entries, days, since, until)} پس از این پشتیبان ثبت شده است و دیگر در دفتر نخواهد بود. "
        "خود آن فایل کنار گذاشته می‌شود و می‌ماند:"
    )


def lost_act(record: str, when: str, entries: int = 1) -> str:
    """A record of which acts would no longer be there, the last of them then."""
    return f"{record}، {when}" if entries == 1 else f"{record} ({persian(entries)} رویداد)، {when}"


def and_more(count: int) -> str:
    """Acts beyond those that are named."""
    return f"و {persian(count)} رویداد دیگر"


def files_back(count: int) -> str:
    """Files that a restore brings back."""
    return f"{persian(count)} فایل که نیست یا دیگر شده است به جای خود برمی‌گردد."


def upgrades(schema: int) -> str:
    """The backup is older than the program."""
    return f"این پشتیبان از نسخهٔ پیشین برنامه است (ساختار {persian(schema)}) و هنگام بازگرداندن به‌روز می‌شود."


def restored(when: str, files: int) -> str:
    """A restore is done and was compared."""
    back = f"؛ {persian(files)} فایل بازآورده شد" if files else ""
    return f"دفتر به حال پشتیبان {when} بازگشت و با آن سنجیده شد{back}."


def kept_before(path: str) -> str:
    """Where what was there before is kept."""
    return f"آنچه پیش از بازگردانی بود اینجاست: «{left_to_right(path)}»."


def set_aside(name: str) -> str:
    """A file that stood where one was brought back."""
    return f"کنار گذاشته شد: «{left_to_right(name)}»"


def _damaged(facts: Facts) -> str:
    named = f" ({left_to_right(detail)})" if (detail := str(facts["detail"])) else ""
    return f"این پشتیبان آسیب دیده است: {FLAWS[str(facts['flaw'])]}{named}. چیزی عوض نشد. پشتیبان دیگری برگزینید."


REFUSALS: Final[Table] = {
    "backup_place_missing": lambda facts: (
        f"جای پشتیبان «{left_to_right(facts['folder'])}» در دسترس نیست. حافظه را وصل کنید یا پوشهٔ دیگری برگزینید."
    ),
    "backup_place_inside": lambda facts: (
        f"«{left_to_right(facts['folder'])}» خود پوشهٔ داده یا درون آن است و جای پشتیبان نمی‌شود. پوشهٔ دیگری برگزینید."
    ),
    "backup_place_in_use": lambda facts: (
        f"برنامهٔ دیگری هم‌اکنون در «{left_to_right(facts['folder'])}» پشتیبان می‌گیرد. چند لحظه درنگ کنید و دوباره بکوشید."
    ),
    "backup_full": lambda facts: (
        f"دیسک «{left_to_right(facts['folder'])}» پر شد؛ آنچه نیمه‌کاره ماند به حساب نمی‌آید. "
        "فضایی آزاد کنید و دوباره بکوشید."
    ),
    "backup_no_room": lambda facts: (
        f"در دیسک «{left_to_right(facts['folder'])}» جا نیست: {size(int(str(facts['needed'])))} لازم است و "
        f"{size(int(str(facts['free'])))} آزاد. فضایی آزاد کنید و دوباره بکوشید."
    ),
    "backup_place_unwritable": lambda facts: (
        f"در «{left_to_right(facts['folder'])}» نمی‌توان نوشت. قفل حافظه یا اجازهٔ نوشتن در پوشه را بررسی کنید، "
        "یا پوشهٔ دیگری برگزینید."
    ),
    "backup_file_too_large": lambda facts: (
        f"دیسک «{left_to_right(facts['folder'])}» فایل به این بزرگی نمی‌پذیرد (FAT بیش از ۴ گیگابایت را نمی‌گیرد). "
        "حافظه‌ای با قالب NTFS یا exFAT به کار ببرید."
    ),
    "backup_failed": lambda facts: (
        f"پشتیبان در «{left_to_right(facts['folder'])}» گرفته یا بازگردانده نشد ({left_to_right(facts['why'])}). "
        "اتصال دیسک و اجازهٔ نوشتن را بررسی کنید و دوباره بکوشید."
    ),
    "backup_unknown": lambda facts: (
        f"در «{left_to_right(facts['path'])}» پشتیبانی از این برنامه نیست و چیزی عوض نشد. پوشهٔ یک پشتیبان، جای پشتیبان‌ها یا "
        f"فایل داده را بدهید؛ فرمان «{left_to_right('backups --place DIR')}» پشتیبان‌های یک پوشه را نام می‌برد."
    ),
    "backup_is_data": lambda facts: (
        f"«{left_to_right(facts['path'])}» خود دادهٔ این دفتر است، نه پشتیبان آن؛ چیزی بازگردانده نشد. "
        f"پشتیبان‌ها در «{left_to_right(facts['backups'])}» و در جای دوم‌اند."
    ),
    "backup_damaged": _damaged,
    "backups_damaged": lambda facts: (
        f"{persian(str(facts['count']))} پشتیبان آسیب دیده است و دفتر از آن بازگردانده نمی‌شود. پشتیبان تازه بگیرید و دیسک آن جا "
        "را بیازمایید."
    ),
    "backups_doubtful": lambda facts: (
        f"در رکوردهای {persian(str(facts['count']))} پشتیبان نادرستی هست. پشتیبان‌های درست پیشین را نگه دارید و فرمان check را "
        "اجرا کنید."
    ),
    "backups_lack_files": lambda facts: (
        f"در {persian(str(facts['count']))} پشتیبان فایلی کم یا خراب است، چنان که هنگام پشتیبان‌گیری در دفتر بود. اگر خود فایل را "
        "دارید دوباره بیفزایید، یا از پشتیبان پیش از آن بردارید."
    ),
    "backup_other_committee": lambda facts: (
        f"این پشتیبان از کمیتهٔ دیگری است («{facts['detail']}») و در این دفتر بازگردانده نمی‌شود. "
        "برای دیدن آن پوشهٔ تازه‌ای برگزینید."
    ),
    "data_other_committee": lambda facts: (
        f"{recovery.other_office(str(facts['office']), str(facts['committee']))} پشتیبان «{facts['office']}» روی این فایل "
        f"بازگردانده نشد و چیزی عوض نشد. برنامه را باز کنید: «{recovery.WAYS}» دفتر خود را بازمی‌گرداند."
    ),
    "backup_newer_schema": lambda facts: (
        f"این پشتیبان را نسخهٔ تازه‌تری از برنامه ساخته است (ساختار {persian(facts['found'])}، این برنامه تا "
        f"{persian(facts['known'])} را می‌شناسد). برنامه را به‌روز کنید."
    ),
    "backup_schema_differs": lambda facts: (
        f"ساختار این پشتیبان آن نیست که برنامه ساخته است ({left_to_right(facts['what'])}) و بازگردانده نشد. "
        "پشتیبان دیگری برگزینید و این را به پشتیبان برنامه نشان دهید."
    ),
    "restore_differs": lambda facts: (
        f"آنچه در «{left_to_right(facts['folder'])}» نوشته شد با پشتیبان یکی نیست: دیسک درست نمی‌نویسد. "
        "رونوشت پیش از بازگردانی در پوشهٔ پشتیبان‌ها مانده است؛ دیسک دیگری به کار ببرید."
    ),
    "backup_unfounded": lambda _facts: "در این پوشه هنوز کمیته‌ای نیست که از آن پشتیبان گرفته شود. نخست دفتر را بسازید.",
}
