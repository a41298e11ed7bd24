"""Texts of the command line; its verbs and options keep their Latin names."""

from __future__ import annotations

from typing import Final

from desktop_app.words.digits import apart, filled, left_to_right, persian
from desktop_app.words.findings import found_at
from desktop_app.words.lists import meeting_number
from desktop_app.words.states import CLASSIFICATIONS
from desktop_app.words.tables import Facts, Table

USAGE = "شیوهٔ فراخوانی: "
OPTIONS = "گزینه‌ها"
COMMANDS = "فرمان‌ها"
ARGUMENTS = "آنچه داده می‌شود"

PROGRAM = "دبیرخانهٔ کمیتهٔ مشترک: جلسه‌ها، صورت‌جلسه‌ها و مصوبات. بدون فرمان، پنجره باز می‌شود."
HELP = "این راهنما را نشان می‌دهد."
VERSION = "نسخهٔ برنامه را می‌گوید."
DATA = "پوشهٔ داده؛ اگر داده نشود، پوشهٔ همیشگی کاربر."
DEMO_WINDOW = "پنجره را با دادهٔ نمونه در پوشه‌ای تازه باز می‌کند."
DEMO = "دادهٔ نمونه را در پوشه‌ای خالی می‌سازد."
TODAY = "روزی که «امروز» شمرده می‌شود، میلادی و به شکل YYYY-MM-DD."
YEARS = "شمار سال‌هایی که افزون بر نمونه ساخته می‌شود."
SCALE = "چند برابر شدن مصوبه‌های هر جلسه در سال‌های افزوده."
SEED = "عددی که داده‌های افزوده از آن ساخته می‌شود؛ عدد برابر، دادهٔ برابر."
PRINT = "برگه‌ای را به‌صورت PDF می‌سازد."
MEETING = "شمارهٔ جلسه."
RESOLUTION = "شمارهٔ یک مصوبه، مانند ۱۴۰۱/۳/۲."
RESOLUTION_MEETING = "شمارهٔ جلسه، برای همهٔ مصوبات آن."
UNIT = "نام واحد یا بخشی از آن، یا شناسهٔ عددی آن؛ اگر داده نشود، همهٔ واحدها."
EVERY_UNIT = "برای هر واحدی که مصوبهٔ باز دارد، یک برگه."
EVERY_RESOLUTION = "مصوبات مختومه و لغوشده هم بیاید."
HISTORY_RECORD = "پرونده‌ای که تاریخچه‌اش چاپ می‌شود، به شکل KIND:ID، نوع و شناسه‌اش؛ اگر داده نشود همهٔ دفتر."
EVERY_YEAR = "همهٔ سال‌ها."
MONTH = "ماه شمسی، مانند ۱۴۰۲-۰۲."
YEAR = "سال شمسی، مانند ۱۴۰۱."
NUMBER = "شماره در دفتر اداره."
DAY = "تاریخ در دفتر اداره، شمسی و مانند ۱۴۰۲/۰۲/۲۳."
TO = "گیرندهٔ نامه."
TO_POST = "سمت گیرنده."
ATTACHMENT = "یک سطر از پیوست‌ها؛ برای هر پیوست یک بار."
COPY_TO = "یک سطر از رونوشت‌ها؛ برای هر گیرندهٔ رونوشت یک بار."
INVITEE = "نام یکی از دعوت‌شدگان؛ اگر داده نشود، برای هر یک برگه‌ای."
SENT_DAY = "روزی که نامه‌ها فرستاده شد، شمسی و مانند ۱۴۰۲/۰۲/۲۳؛ بی آن همهٔ روزها."
ANSWER_UNTIL = "روزی که تا پایان آن پاسخ خواسته می‌شود، شمسی و مانند ۱۴۰۲/۰۲/۲۳."
REFERENCE = "یک سطر عطف یا پیرو؛ برای هر نامه یک بار."
NOTE = "یک بند از یادداشت پایانی؛ برای هر بند یک بار."
SIGNATORY = "نام امضاکننده؛ اگر داده نشود، دبیر."
SIGNATORY_POST = "سمت امضاکننده."
URGENCY = "ارجحیت: عادی، فوری یا آنی."
CLASSIFICATION = "طبقه‌بندی: عادی، محرمانه یا خیلی محرمانه."
LETTER_SUBJECT = "موضوع نامه."
PROFILE = "شکل بایگانی فایل؛ اگر داده نشود، آنچه در تنظیمات است."
OUTPUT = "فایلی که ساخته می‌شود، با پسوند pdf؛ صورت‌جلسه و نامه با پسوند docx فایل Word می‌شود. پسوند را خودتان بنویسید."
TEXT_FILE = "فایل متنی UTF-8."
SEARCH = "در جلسه‌ها، صورت‌جلسه‌ها و مصوبه‌ها می‌گردد."
QUERY = "واژه‌های جست‌وجو؛ فاصله و نیم‌فاصله و شکل حروف فرقی نمی‌کند."
LIMIT = "بیشترین شمار یافته‌ها."
JSON = "پاسخ را به‌صورت JSON می‌دهد."
REPORT = "گزارش می‌دهد و چیزی ثبت نمی‌کند."
REPORT_DESK = "معوق‌ها، مهلت‌های این هفته و آنچه در انتظار دبیرخانه است."
CHECK = "پایگاه داده، فایل‌های پیوست و مصوبه‌های بی‌بند یا بی‌شماره را می‌آزماید."
CHECK_PAPER = "کدی که پای برگه‌ای چاپ‌شده است، کد متن یا کد زنجیره؛ می‌آزماید که هنوز از همین داده است."
VERIFY_PAPER = (
    "می‌گوید کد، شماره، اسکن یا فایل PDF از کدام برگه است، برقرار است یا نه و فایل بایت به بایت همان است یا نه. "
    "کد خروج ۰: برقرار است و فایل، اگر داده شود، بایت به بایت همان است؛ ۱: جز این. پنجره می‌تواند باز باشد."
)
VERIFIED_PAPER = (
    "فایل PDF یا اسکن، همهٔ صفحه‌ها در یک فایل؛ یا کدی که پای صفحه پس از «کد» چاپ شده است؛ یا شمارهٔ نامه یا صورت‌جلسه."
)
ATTACH = "فایلی را به یکی از سندهای دفتر پیوست می‌کند."
ATTACHED_FILE = "فایلی که پیوست می‌شود."
ATTACHED_TO = (
    "سند و گونهٔ آن: meeting:شماره، minutes:شمارهٔ جلسه، item:شمارهٔ جلسه/شمارهٔ بند، resolution:شماره، "
    "unit:نام، person:نام، seat:نام، nomination:شناسه، task:شناسه، upstream:عنوان، incoming:سال/ردیف، outgoing:سال/ردیف."
)
CLOCK_OK = "ساعت رایانه درست است، هرچند با آخرین ثبت نمی‌خواند."
CLOCK_CONFIRM = f"اگر درست است، همین فرمان را با «{left_to_right('--clock-ok')}» بدهید."
CLOCK_GONE_ON = "اگر درست است کاری لازم نیست؛ این فرمان با همین تاریخ ادامه می‌یابد."
BACKUP = "از دفتر پشتیبان می‌گیرد و می‌سنجد؛ پنجره می‌تواند باز باشد."
BACKUP_TO = "پوشهٔ پشتیبان‌ها، مانند پوشه‌ای در حافظهٔ USB؛ باید از پیش باشد."
BACKUPS = "پشتیبان‌ها را با داوری دربارهٔ هر یک فهرست می‌کند؛ اگر یکی درست نباشد کد پایان ۱ است."
BACKUP_PLACE = "جای دیگری که پشتیبان‌های آن فهرست شود؛ اگر داده نشود، جای کنار داده‌ها."
RESTORE = "دفتر را از پشتیبان بازمی‌گرداند؛ پنجره باید بسته باشد و حال کنونی پیش از آن نگه داشته می‌شود."
RESTORE_SOURCE = "پوشهٔ یک پشتیبان، جای پشتیبان‌ها (تازه‌ترین پشتیبان آن) یا فایل داده."
SALVAGE = "تنها برای دادهٔ آسیب‌دیده‌ای که هیچ پشتیبانی ندارد: آنچه درستی آن سنجیده شود در پوشه‌ای تازه می‌نویسد."
SALVAGE_OUTPUT = "پوشهٔ تازه؛ نباید از پیش چیزی در آن باشد."
BRING_BACK = (
    f"فرمان «{left_to_right('backups')}» پشتیبان‌های کنار داده‌ها را نام می‌برد و فرمان «{left_to_right('restore')}» یکی را "
    "بازمی‌گرداند؛ در پنجرهٔ برنامه هم گام به گام بازیابی می‌شود."
)
ARCHIVE = "از همهٔ دفتر نسخهٔ خواندنی بدون برنامه می‌سازد: پوشه‌ای که در هر مرورگری خوانده می‌شود؛ پنجره می‌تواند باز باشد."
ARCHIVE_OUTPUT = "پوشه‌ای که ساخته می‌شود؛ نباید از پیش باشد."
DRY_RUN = "تنها می‌گوید چه خواهد شد و چیزی نمی‌نویسد."
USAGE_WRONG = "این فراخوانی فهمیده نشد."
NOT_A_NUMBER = "عدد نیست"
NUMBER_TOO_LARGE = "بیش از اندازه بزرگ است"
NOT_A_YEAR = "سالی شمسی مانند ۱۴۰۱ نیست"
NOT_A_MONTH = "ماهی شمسی مانند ۱۴۰۲-۰۲ نیست"
NOT_A_JALALI_DAY = "روزی شمسی مانند ۱۴۰۲/۰۲/۲۳ نیست"
NOT_A_CODE = (
    f"کد برگه نیست؛ کد ۱۶ نویسه دارد، حرف‌های A تا Z و رقم‌های ۲ تا ۷، مانند {left_to_right('ABCD-EFGH-2345-67QR')}"
)
NOT_A_DAY = "روزی میلادی به شکل YYYY-MM-DD نیست"
ONLY_WINDOW = "«--demo» گزینهٔ پنجره است و با فرمان نمی‌آید؛ فرمان «demo» دادهٔ نمونه می‌سازد."
SMOKE = "خود برنامه را با دادهٔ نمونه در پوشه‌ای گذرا می‌آزماید و گزارش را به‌صورت JSON در این فایل می‌نویسد."
SMOKE_ALONE = "«--smoke» تنها می‌آید: خودآزمایی با دادهٔ نمونهٔ خود کار می‌کند و به پوشهٔ داده دست نمی‌زند."
NOT_A_PATH = "نام فایل یا پوشه نیست"
NOT_A_SHEET = f"به «{left_to_right('.xlsx')}» پایان نمی‌یابد"
NOT_A_PAPER = f"به «{left_to_right('.pdf')}» یا «{left_to_right('.docx')}» پایان نمی‌یابد"
PROFILE_OF_PDF = f"«{left_to_right('--profile')}» شکل بایگانی فایل PDF است و با فایل Word نمی‌آید."
NOTHING_FOUND = "چیزی پیدا نشد."
CHECK_CLEAN = (
    "صفحه‌های فایل داده، ساختار، ردیف‌ها، زنجیرهٔ رویدادها، متن‌های نهایی و فایل‌های پیوست درست است، "
    "و هر مصوبهٔ ثبت‌شده در صورت‌جلسه‌ای بند و شماره دارد."
)
LISTS_STALE = (
    "فهرست‌ها یا جست‌وجو با رکوردها یکی نیست و شاید چیزی از آن‌ها در پاسخ نباشد؛ رکوردها درست است. "
    "برنامه را یک بار باز کنید تا از نو ساخته شود."
)
UNFORESEEN = "کار انجام نشد و دلیلش شناخته نیست. گزارش در پروندهٔ رویدادها نوشته شد؛ آن را برای پشتیبان برنامه بفرستید."
ANSWER_LOST = "پاسخ تا پایان نوشته نشد، چون مقصد خروجی جا ندارد. جا باز کنید یا خروجی را جای دیگری بفرستید."
INTERRUPTED = "کار به خواست شما نیمه‌کاره ماند؛ چیزی نوشته نشد."
INTERRUPTED_BACKUP = (
    "کار به خواست شما نیمه‌کاره ماند و پشتیبانی گرفته نشد. فایل‌هایی که تا آن هنگام در آن جا نوشته شد می‌ماند "
    "و پشتیبان بعدی همان‌ها را به کار می‌برد."
)
INTERRUPTED_RESTORE = (
    "کار به خواست شما نیمه‌کاره ماند. دفتر یا چنان است که بود یا به حال پشتیبان بازگشته است؛ "
    f"با فرمان «{left_to_right('check')}» ببینید."
)

PLACES: Final = {
    "record": left_to_right("--to"),
    "to": "گیرندهٔ نامه",
    "to_post": "سمت گیرنده",
    "subject": "موضوع نامه",
    "number": "شماره در دفتر",
    "references": "عطف و پیرو",
    "note": "یادداشت پایانی",
    "attachments": "پیوست‌ها",
    "copies_to": "رونوشت‌ها",
    "signatory": "نام امضاکننده",
    "signatory_post": "سمت امضاکننده",
}
"""What the options of a letter are about, by the field that a refusal names."""

KINDS: Final = {
    "meeting": "جلسه",
    "resolution": "مصوبه",
    "clause": "بند",
    "deliberation": "مذاکرات",
    "agenda_item": "بند دستور",
    "guest": "مدعو",
    "person": "شخص",
    "unit": "واحد",
    "upstream": "مصوبهٔ بالادستی",
    "incoming_paper": "نامهٔ وارده",
    "outgoing_paper": "نامهٔ صادره",
}
"""The word of every kind that a search finds."""
IN_DRAFT: Final = "{} در پیش‌نویس صورت‌جلسه"


def attached(name: str, record: str, sha256: str) -> str:
    """Return the answer of ``attach``: file name, record, hash of the bytes."""
    return f"«{apart(name)}» به «{record}» پیوست شد. {left_to_right('SHA-256: ' + sha256)}"


def in_place(field: str, refusal: str) -> str:
    """Return a refusal with the name of the input it is about, if its text does not name it."""
    return f"در «{PLACES[field]}»: {refusal}" if field in PLACES else refusal


def see_help(program: str) -> str:
    """Return where to find help about a wrong call."""
    return f"راهنما: «{left_to_right(program + ' --help')}»."


def value_missing(name: str) -> str:
    """Return that an option has no value."""
    return f"«{left_to_right(name)}» مقدار می‌خواهد."


def value_wrong(name: str, reason: str) -> str:
    """Return that an option cannot have this value."""
    return f"مقدار «{left_to_right(name)}» {reason}."


def value_unwanted(name: str, value: str) -> str:
    """Return that an option takes no value."""
    return f"«{left_to_right(name)}» مقدار نمی‌گیرد: «{left_to_right(value)}»."


def unknown_verb(value: str) -> str:
    """Return that there is no such command."""
    return f"«{left_to_right(value)}» فرمان شناخته‌ای نیست."


def not_offered(name: str, offered: str) -> str:
    """Return that the value is not among the possible ones."""
    return f"مقدار «{left_to_right(name)}» باید یکی از این‌ها باشد: «{left_to_right(offered.replace(chr(39), ''))}»."


def not_together(name: str, other: str) -> str:
    """Return that only one of two options may be given."""
    return f"«{left_to_right(name)}» و «{left_to_right(other)}» با هم نمی‌آیند."


def one_of_missing(names: str) -> str:
    """Return that one of several options is required."""
    return f"یکی از این‌ها باید داده شود: «{left_to_right(names)}»."


def parts_missing(names: str) -> str:
    """Return which required inputs are missing."""
    return f"این‌ها هم باید داده شود: «{left_to_right(names)}»."


def parts_unknown(names: str) -> str:
    """Return which inputs are unknown."""
    return f"«{left_to_right(names)}» شناخته نیست."


def version(number: str) -> str:
    """Return the answer of ``--version``, with Latin digits."""
    return f"دبیرخانه {number}"


def demo_made(folder: str, meetings: int, resolutions: int) -> str:
    """Return the answer of ``demo``."""
    return f"دادهٔ نمونه ساخته شد: {persian(meetings)} جلسه و {persian(resolutions)} مصوبه در «{left_to_right(folder)}»."


def printed(path: str, pages: int) -> str:
    """Return the answer of ``print``."""
    return f"{persian(pages)} صفحه در «{left_to_right(path)}» نوشته شد."


def written(path: str) -> str:
    """Return the answer of ``print`` for a Word file, whose number of pages is unknown."""
    return f"فایل Word در «{left_to_right(path)}» نوشته شد."


def making(done: int, total: int) -> str:
    """Return the progress of a long paper, on one line of a terminal."""
    return f"{persian(done)} از {persian(total)}"


def hit(kind: str, title: str, text: str, *, draft: bool = False, guarded: str = "") -> str:
    """Return one line of the answer of ``search``: kind, place, text; with draft and class."""
    if kind == "meeting" and title:
        first = [meeting_number(int(title))]
    else:
        first = [IN_DRAFT.format(KINDS[kind]) if draft else KINDS[kind], title]
    told = CLASSIFICATIONS[guarded] if guarded else ""
    return " · ".join(filled(*first, told, text if text != title else ""))


def _found(facts: Facts) -> str:
    """Return the result of a check, also of an import; ``refused`` if nothing was imported."""
    from desktop_app.words.recovery import WAYS

    refused = f"، و چیزی ثبت نشد. فرمان «{left_to_right('check')}» همه را نام می‌برد" if facts["refused"] else ""
    return (
        f"{persian(facts['count'])} نادرستی یافت شد{refused}. پشتیبان‌های پیشین را نگه دارید و برنامه را باز کنید؛ "
        f"هر جا بازیابی لازم باشد «{WAYS}» را نشان می‌دهد."
    )


def _damaged(facts: Facts) -> str:
    first = found_at(str(facts["kind"]), str(facts["subject"]), int(str(facts["row"])), "")
    return (
        f"داده‌ها آسیب دیده یا دستکاری شده است ({persian(facts['count'])} نادرستی، نخست: «{first}») و تنها خوانده می‌شود. "
        "نسخهٔ کاغذی را ملاک بگیرید و تازه‌ترین پشتیبان را بازگردانید."
    )


def outside(count: int) -> str:
    """Return the warning that another program changed records."""
    return (
        f"{persian(count)} ردیف را برنامهٔ دیگری عوض کرده است؛ "
        f"فرمان «{left_to_right('check')}» هر یک را با مقدار پیشین نام می‌برد و پنجرهٔ برنامه آن را تأیید می‌کند."
    )


def salvaged(folder: str) -> str:
    """Return where the salvaged data lie."""
    return f"دادهٔ تازه و گزارش آن در «{left_to_right(folder)}» است. برنامه را با همان پوشه باز کنید."


def outside_line(what: str, record: str, fields: str) -> str:
    """Return one row that another program changed: what happened, record, fields from and to."""
    return " · ".join(filled(what, record, fields))


REFUSALS: Final[Table] = {
    "home_unknown": lambda facts: (
        f"نشانی «{left_to_right(facts['path'])}» با نام حسابی آغاز می‌شود که در این رایانه نیست. نشانی را کامل بنویسید."
    ),
    "folder_left": lambda facts: (
        f"«{left_to_right(facts['path'])}» پیدا نشد، چون پوشه‌ای که در آن هستید دیگر نیست. نشانی را کامل بنویسید."
    ),
    "text_not_utf8": lambda facts: (
        f"فایل «{left_to_right(facts['path'])}» متن UTF-8 نیست. آن را در ویرایشگر با رمزگذاری UTF-8 ذخیره کنید و دوباره بدهید."
    ),
    "text_unreadable": lambda facts: f"فایل «{left_to_right(facts['path'])}» خوانده نشد. نام و جای آن را بررسی کنید.",
    "text_not_file": lambda facts: (
        f"«{left_to_right(facts['path'])}» فایل عادی نیست، بلکه فایل ویژهٔ سیستم است. متن نامه را در یک فایل بگذارید."
    ),
    "text_file_large": lambda facts: (
        f"فایل «{left_to_right(facts['path'])}» برای متن یک نامه بزرگ است. متنی کوتاه‌تر از {persian(facts['size'])} مگابایت "
        "بدهید."
    ),
    "demo_not_empty": lambda _facts: "این پوشه داده دارد و دادهٔ نمونه در آن ساخته نمی‌شود. پوشهٔ خالی دیگری برگزینید.",
    "demo_range": lambda facts: (
        f"شمار سال‌ها از صفر تا {persian(facts['years'])} و چندبرابر از یک تا {persian(facts['scale'])} باشد. "
        "عدد دیگری بنویسید."
    ),
    "output_is_text": lambda facts: (
        f"«{left_to_right(facts['path'])}» خود متن نامه است و رویش نوشته نمی‌شود. نام دیگری برای فایل PDF بدهید."
    ),
    "check_found": _found,
    "data_damaged": _damaged,
}
