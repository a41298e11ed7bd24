"""Texts about backups: page, command line, reminder, refusals."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from desktop_app.words.digits import left_to_right, percent, persian
from desktop_app.words.tables import Facts, Table

BACKUPS = "پشتیبان‌ها"

KINDS: Final = {
    "automatic": "خودکار",
    "by_hand": "به خواست شما",
    "before_restore": "پیش از بازگردانی",
    "before_upgrade": "پیش از به‌روز شدن برنامه",
}
VERDICTS: Final = {
    "verified": "سالم؛ همین اکنون خوانده شد",
    "unread": "کامل",
    "damaged": "آسیب‌دیده",
    "other_committee": "از کمیتهٔ دیگر",
    "newer_schema": "از نسخهٔ تازه‌تر برنامه",
    "not_ours": "پشتیبان این برنامه نیست",
}
FLAWS: Final = {
    "no_manifest": "نیمه‌کاره مانده است",
    "manifest": "فهرست آن (manifest) دست خورده است",
    "database_missing": "فایل داده در آن نیست",
    "database_changed": "فایل داده آن نیست که نوشته شده بود",
    "database_unsound": "فایل دادهٔ آن خراب است",
    "records": "ردیف‌ها یا ساختار آن آن نیست که برنامه نوشته است",
    "unreadable": "خوانده نمی‌شود",
}
MOST_NAMED: Final = 12
"""Files that are named in one sentence."""
_UNITS: Final = ("بایت", "کیلوبایت", "مگابایت", "گیگابایت")


def size(count: int) -> str:
    """Return a number of bytes as text in the largest fitting unit."""
    value, unit = float(count), 0
    while value >= 1024 and unit < len(_UNITS) - 1:
        value, unit = value / 1024, unit + 1
    shown = f"{value:.1f}".replace(".", "٫") if unit > 1 and value < 10 else str(round(value))
    return f"{persian(shown)} {_UNITS[unit]}"


def verdict(key: str, flaw: str = "", detail: str = "", lost: int = 0) -> str:
    """Return the verdict over a backup with its faults; ``lost`` files are missing from it."""
    if key == "damaged":
        named = f" ({left_to_right(detail)})" if detail else ""
        return f"{VERDICTS[key]}: {FLAWS[flaw]}{named}"
    if lost:
        return f"رکوردها در آن هست؛ {persian(lost)} فایل از آن از دست رفته است"
    return f"{VERDICTS[key]} ({detail})" if key == "other_committee" and detail else VERDICTS[key]


def made(folder: str, size_text: str, entries: int) -> str:
    """Return that a backup was made and verified."""
    upto = f"، تا رویداد {persian(entries)}" if entries else ""
    return f"پشتیبان گرفته و سنجیده شد: «{left_to_right(folder)}»، {size_text}{upto}."


def unread_files(count: int) -> str:
    """Return which attached files could not be read for a backup."""
    return f"{persian(count)} فایل پیوست خوانده نشد و در این پشتیبان نیست. فرمان check و صفحهٔ پشتیبان‌ها آن‌ها را نام می‌برند."


def of_damaged_data(count: int) -> str:
    """Return that the backup is of damaged data."""
    return f"در داده‌ها {persian(count)} نادرستی هست و این پشتیبان هم آن‌ها را دارد. پشتیبان‌های پیشین را نگه دارید."


def made_where(folder: str, size_text: str) -> str:
    """Return where the backup lies."""
    return f"در «{left_to_right(folder)}»، {size_text}."


def inside(folder: str) -> str:
    """Return that the second folder must not lie inside the data folder."""
    return f"«{left_to_right(folder)}» درون پوشهٔ داده است و با آن از دست می‌رود. پوشه‌ای روی دیسک دیگر برگزینید."


def line(folder: str, when: str, kind: str, size_text: str, found: str) -> str:
    """Return the line of a backup on the command line; ``kind`` is its occasion."""
    return " · ".join((left_to_right(folder), when, KINDS[kind], size_text, found))


HEADS: Final = ("جا", "روز و ساعت", "برای", "اندازه", "حال")
HERE = "کنار داده‌ها"
ELSEWHERE = "جای دوم"
TODAY = "امروز"
YESTERDAY = "دیروز"
KEYS = "Ctrl+Shift+K"
EMPTY = "هنوز پشتیبانی نیست"
EMPTY_WHY = (
    "برنامه هنگام باز و بسته شدن و هر بیست دقیقه که کاری ثبت شده باشد، خود پشتیبان می‌گیرد. نخستین را همین اکنون بگیرید."
)
EMPTY_LOOKED_AT = "در این پوشه پشتیبانی نیست"
EMPTY_LOOKED_AT_WHY = "از داده‌هایی که تنها برای دیدن باز است پشتیبان گرفته نمی‌شود."
MAKE = "پشتیبان‌گیری"
VERIFY = "آزمودن"
PICK_PLACE = "جای دوم پشتیبان‌ها"
MAKING = "پشتیبان گرفته می‌شود…"
VERIFYING = "پشتیبان خوانده می‌شود…"
JUDGING = "پشتیبان آزموده و با دفتر سنجیده می‌شود…"
OPENING = "پشتیبان برای دیدن آماده می‌شود…"
MADE = "پشتیبان گرفته و سنجیده شد"
MADE_HERE = "پشتیبان کنار داده‌ها گرفته شد، در جای دوم نه"
MADE_ELSEWHERE = "پشتیبان در جای دوم گرفته شد، کنار داده‌ها نه"
NOT_DONE = "انجام نشد"
FOUND_SOUND = "این پشتیبان سالم است"
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
GIVE_UP = "انصراف"
GIVE_UP_NAME = "انصراف از بازگردانی"
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
LOOKING = "تنها برای دیدن: پشتیبان"
NO_SECOND = "جای دوم برگزیده نشده است"
REMIND = "پشتیبان دوم"
REMIND_CHOOSE = "همهٔ پشتیبان‌ها روی همین دیسک است. حافظهٔ USB یا پوشه‌ای در شبکه وصل کنید و در «پشتیبان‌ها» (Ctrl+Shift+K) جای دوم را برگزینید."
CLOSING = "پیش از بسته شدن پشتیبان گرفته می‌شود"
CLOSING_WHY = "چند لحظه بیش نمی‌کشد. اگر شتاب دارید، پشتیبان هنگام باز شدن بعدی گرفته می‌شود."
CLOSE_WITHOUT = "بستن بی پشتیبان"
NOT_MADE = "پشتیبان خودکار گرفته نشد"
NOT_WHOLE = "پشتیبان گرفته شد، ولی همهٔ فایل‌ها در آن نیست"
AGE_NONE = "هنوز پشتیبانی نیست"


def how_far(done: int) -> str:
    """Return how much of a restore is done."""
    return f"{percent(done)} انجام شد"


def age_minutes(minutes: int) -> str:
    """Return that the newest backup is less than an hour old, for the status line."""
    return f"پشتیبان: {persian(minutes)} دقیقه پیش" if minutes else "پشتیبان: همین اکنون"


def age(when: str) -> str:
    """Return when the newest backup was made, for the status line."""
    return f"پشتیبان: {when}"


def state(here: str, second: str) -> str:
    """Return the sentence of the page: the last backup next to the data, and the second folder."""
    own = f"آخرین پشتیبان: {here}" if here else "هنوز پشتیبانی نیست"
    return f"{own}؛ {second}"


def second_state(when: str, *, reached: bool) -> str:
    """Return the state of the second folder: its last backup, and whether it is reachable."""
    last = when or "هنوز پشتیبانی در آن نیست"
    return f"{ELSEWHERE}: {last}" if reached else f"{ELSEWHERE}: {last}، اکنون در دسترس نیست"


SAME_DISK = "این پوشه روی همان دیسک داده‌هاست؛ اگر آن دیسک از کار بیفتد این پشتیبان‌ها نیز با آن می‌روند."
SAME_DISK_TITLE = "جای دوم روی همان دیسک باشد؟"
SAME_DISK_WHY = (
    "از پاک شدن یا خراب شدن فایل‌ها نگاه می‌دارد، از خراب شدن دیسک نه. حافظهٔ USB یا پوشه‌ای در شبکه از هر دو نگاه می‌دارد."
)
PICK_ANOTHER = "برگزیدن پوشهٔ دیگر"
KEEP_PLACE = "همین پوشه بماند"


def looking_at(when: str) -> str:
    """Return the text of the message in a window that shows a backup."""
    return f"این پنجره پشتیبان {when} را نشان می‌دهد. چیزی در آن عوض نمی‌شود و دفتر شما دست نخورده است."


def remind_days(days: int) -> str:
    """Return how many days ago the last verified backup in the second folder was made."""
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
NO_OFFICE = "در این پوشه اکنون دفتری نیست؛ از پشتیبان ساخته می‌شود."
UNREADABLE_NOW = "فایل دادهٔ کنونی درست خوانده نمی‌شود؛ خود آن کنار گذاشته می‌شود و می‌ماند."
DRY = "این تنها گزارش بود؛ چیزی نوشته نشد."


def plan_of(committee: str, entry: int, when: str, size_text: str) -> str:
    """Return which backup will be restored, of which office, and up to when."""
    return f"پشتیبان «{committee}»، تا رویداد {persian(entry)}، {when}، {size_text}"


def _span(entries: int, days: int, since: str, until: str) -> str:
    """Return the number of entries and their period."""
    if since == until:
        return f"{persian(entries)} رویداد، {since}،"
    return f"{persian(entries)} رویداد در {persian(days)} روز، از {since} تا {until}،"


def lost(entries: int, days: int, since: str, until: str) -> str:
    """Return what was recorded after the backup and will be lost."""
    return (
        f"{_span(entries, days, since, until)} پس از این پشتیبان ثبت شده است "
        "و دیگر در دفتر نخواهد بود (در رونوشت پیش از بازگردانی می‌ماند):"
    )


def after(entry: int) -> str:
    """Return what a restore loses if it cannot be counted."""
    return f"هر چه پس از رویداد {persian(entry)} ثبت شده باشد، که شمار آن نامعلوم است، در این پشتیبان نیست و باید دوباره ثبت شود."


def none_lost(entry: int, *, counted: bool, damaged: bool) -> str:
    """Return that no entry is known to be lost: there is none, or none could be counted."""
    if counted:
        return NOTHING_LOST
    return f"{UNREADABLE_NOW if damaged else NO_OFFICE} {after(entry)}"


def other_replaced(committee: str, entry: int) -> str:
    """Return that the folder holds the data of another committee."""
    return f"در این پوشه اکنون دادهٔ کمیتهٔ دیگری به نام «{committee}» است؛ رونوشت آن پیش از بازگردانی نگه داشته می‌شود. {after(entry)}"


def lost_at_least(entries: int, days: int, since: str, until: str) -> str:
    """Return the least number of lost entries, as the damaged file is not fully readable."""
    return (
        f"فایل دادهٔ کنونی درست خوانده نمی‌شود. تا جایی که خوانا است، "
        f"{_span(entries, days, since, until)} پس از این پشتیبان ثبت شده است و دیگر در دفتر نخواهد بود. "
        "خود آن فایل کنار گذاشته می‌شود و می‌ماند:"
    )


def lost_act(what: str, when: str) -> str:
    """Return the line of an entry that will be lost."""
    return f"{what}، {when}"


def and_more(count: int) -> str:
    """Return how many more entries there are."""
    return f"و {persian(count)} رویداد دیگر"


def files_back(count: int) -> str:
    """Return which files a restore brings back."""
    return f"{persian(count)} فایل که نیست یا دیگر شده است به جای خود برمی‌گردد."


def files_lost(names: Sequence[str]) -> str:
    """Return which files a restore cannot bring back."""
    named = "، ".join(f"«{left_to_right(one)}»" for one in names[:MOST_NAMED])
    more = f" و {persian(len(names) - MOST_NAMED)} فایل دیگر" if len(names) > MOST_NAMED else ""
    return (
        f"رکوردها برمی‌گردد، ولی {persian(len(names))} فایل نه در این پشتیبان مانده است و نه در پوشهٔ داده: {named}{more}. "
        "اگر رونوشت دیگری دارید، پس از بازگرداندن دوباره پیوست کنید."
    )


def upgrades(schema: int) -> str:
    """Return that the backup is of an older version of the program."""
    return f"این پشتیبان از نسخهٔ پیشین برنامه است (ساختار {persian(schema)}) و هنگام بازگرداندن به‌روز می‌شود."


def restored(when: str, files: int) -> str:
    """Return that a restore is done and was compared."""
    back = f"؛ {persian(files)} فایل بازآورده شد" if files else ""
    return f"دفتر به حال پشتیبان {when} بازگشت و با آن سنجیده شد{back}."


def kept_before(path: str) -> str:
    """Return where the replaced data are kept."""
    return f"آنچه پیش از بازگردانی بود اینجاست: «{left_to_right(path)}»."


def set_aside(name: str) -> str:
    """Return where a replaced file is kept."""
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
    "backup_not_shown": lambda facts: (
        f"این پشتیبان را نمی‌توان نشان داد ({left_to_right(facts['code'])}). دفتر شما دست نخورده است. "
        "پشتیبان پیش از آن را در «پشتیبان‌ها» بیازمایید و ببینید."
    ),
    "looked_at": lambda facts: (
        f"رونوشتی که از پشتیبان {facts['made']} برای دیدن ساخته شده بود دیگر نیست. «دیدن» را دوباره بزنید."
    ),
    "backup_not_ours": lambda facts: (
        f"«{left_to_right(facts['path'])}» "
        + ("تهی است و چیزی در آن نیست." if not facts["size"] else "دادهٔ این برنامه نیست.")
        + " چیزی عوض نشد. پشتیبان دیگری برگزینید."
    ),
    "backup_place_failed": lambda facts: (
        f"در «{left_to_right(facts['folder'])}» پشتیبان نوشته نشد ({left_to_right(facts['why'])}). دادهٔ دفتر درست است. "
        "حافظه را بیرون بیاورید، از نو وصل کنید و دوباره بکوشید، یا حافظهٔ دیگری به کار ببرید."
    ),
    "backup_office_busy": lambda _facts: (
        "در دفتر پی در پی کار ثبت می‌شود و رونوشت آن به پایان نرسید؛ چیزی نوشته نشد. "
        "چند دقیقه درنگ کنید و دوباره بکوشید، یا از صفحهٔ «پشتیبان‌ها» در پنجره پشتیبان بگیرید."
    ),
    "backups_damaged": lambda facts: (
        f"{persian(str(facts['count']))} پشتیبان آسیب دیده است یا فایلی از آن نیست. پشتیبان تازه بگیرید و دیسک آن جا را بیازمایید."
    ),
    "backup_other_committee": lambda facts: (
        f"این پشتیبان از کمیتهٔ دیگری به نام «{facts['detail']}» است و در این دفتر بازگردانده نمی‌شود. "
        "برای دیدن آن پوشهٔ تازه‌ای برگزینید."
    ),
    "backup_newer_schema": lambda facts: (
        f"این پشتیبان را نسخهٔ تازه‌تری از برنامه ساخته است (ساختار {persian(facts['found'])}، این برنامه تا "
        f"{persian(facts['known'])} را می‌شناسد). برنامه را به‌روز کنید."
    ),
    "restore_differs": lambda facts: (
        f"آنچه در «{left_to_right(facts['folder'])}» نوشته شد با پشتیبان یکی نیست: دیسک درست نمی‌نویسد. "
        "رونوشت پیش از بازگردانی در پوشهٔ پشتیبان‌ها مانده است؛ دیسک دیگری به کار ببرید."
    ),
    "backup_unfounded": lambda _facts: "در این پوشه هنوز کمیته‌ای نیست که از آن پشتیبان گرفته شود. نخست دفتر را بسازید.",
}
