"""Persian texts of the page that imports past meetings and resolutions."""

from __future__ import annotations

from typing import Final

from desktop_app.words.digits import apart, left_to_right, persian

PICK: Final = "فایل اکسل جلسه‌ها و مصوبه‌های گذشته"
SHEETS: Final = "فایل اکسل (*.xlsx)"
SAVE: Final = "ذخیرهٔ الگو"
FILE_NAMES: Final = {"past-meetings": "الگوی جلسه‌های گذشته.xlsx", "resolutions": "الگوی مصوبه‌های گذشته.xlsx"}
SCAN_PICK: Final = "برگزیدن فایل…"
SCAN_TITLE: Final = "اسکن صورت‌جلسهٔ امضاشده"
SCAN_FILES: Final = "PDF و تصویر (*.pdf *.png *.jpg *.jpeg *.tif *.tiff *.gif *.webp)"
SCAN_NONE: Final = "برگزیده نشده"
SCAN_DROP: Final = "برداشتن اسکن"
SCAN_TAKING: Final = "رونوشت برداشته می‌شود…"
SCAN_STOP: Final = "دست کشیدن"
STOP: Final = "دست کشیدن"
NOTHING_READ: Final = "هنوز فایلی خوانده نشده است"
NOTHING_READ_WHY: Final = "الگو را بگیرید، در اکسل پر کنید و همین‌جا بخوانید."
MORE: Final = "فایل دیگری هم هست؟"
MORE_WHY: Final = "جلسه‌ها و مصوبه‌های دیگر را هم به همین شیوه بخوانید، یا «رفتن به جلسه‌ها» را بزنید."
FAULT_LIST: Final = "ایرادهای فایل"
PREVIEW_LIST: Final = "آنچه ثبت می‌شود"
READING: Final = "فایل خوانده و سنجیده می‌شود…"
READING_CANCELLED: Final = "از خواندن فایل دست کشیدید و چیزی ثبت نشد. هر گاه خواستید آن را دوباره باز کنید."
CANCELLED: Final = "ثبت نیمه‌کاره رها شد و هیچ ردیفی ثبت نشد."
NOT_BROUGHT: Final = "چیزی ثبت نشد"
NOTHING_TO_BRING: Final = "چیزی برای ثبت نیست"
BEGINNING: Final = "ثبت آغاز می‌شود…"
BUSY: Final = "ثبت در حال انجام است"
BUSY_WHY: Final = "تا پایان ثبت همین‌جا بمانید، یا «دست کشیدن» را بزنید؛ در آن صورت هیچ ردیفی ثبت نمی‌شود."
CORRECT_DO: Final = "درست کردن روز"
CORRECT_NOT: Final = "انصراف"
DOUBTED_DAY: Final = (
    "اگر درست نیست درستش کنید؛ روز جلسه‌ای که مصوبه دارد پس از ثبت عوض نمی‌شود. "
    "اگر درست است دوباره «ثبت این جلسه» را بزنید."
)
DOUBTS: Final = "روز بعضی جلسه‌ها را ببینید"
FAULTS: Final = "ایرادها را در همان فایل درست کنید، ذخیره کنید و دوباره بخوانید. تا آن زمان چیزی ثبت نمی‌شود."


def template_written(path: str) -> str:
    """The message that the template was saved."""
    return f"الگو در «{left_to_right(path)}» ذخیره شد. آن را در اکسل پر کنید و همین‌جا بخوانید."


def progress(done: int, total: int) -> str:
    """The progress of the import."""
    return f"ثبت می‌شود: {persian(done)} از {persian(total)} جلسه و مصوبه" if total else BEGINNING


def found(name: str, meetings: int, resolutions: int, known: int, faults: int) -> str:
    """The summary of a file."""
    # with faults nothing of it is recorded, so nothing is promised either
    parts = [f"{_counted(meetings, resolutions)} درست" if faults else f"{_of(_counted(meetings, resolutions))} تازه"]
    if known:
        parts.append(f"{persian(known)} ردیف که پیش‌تر ثبت شده است")
    if faults:
        parts.append(f"{persian(faults)} ایراد")
    return f"«{apart(name)}»: {'، '.join(parts)}"


def meeting_line(number: int, day: str) -> str:
    """One meeting to be imported."""
    return f"جلسهٔ {persian(number)}: {day}"


def resolution_location(number: str, meeting: int) -> str:
    """The meeting and number of a resolution to be imported."""
    return f"مصوبهٔ {number}، جلسهٔ {persian(meeting)}"


def due(day: str) -> str:
    """The deadline of a resolution."""
    return f"مهلت {day}"


def bring(meetings: int, resolutions: int) -> str:
    """The label of the import button."""
    return f"ثبت {_counted(meetings, resolutions)}"


def brought(meetings: int, resolutions: int) -> str:
    """The message about imported records."""
    return f"{_counted(meetings, resolutions)} از سابقه ثبت شد."


def _of(counted: str) -> str:
    """Return a noun joined to the word that follows it, e.g. «جلسهٔ تازه»."""
    return f"{counted}ٔ" if counted.endswith("ه") else counted


def _counted(meetings: int, resolutions: int) -> str:
    counts = ((meetings, "جلسه"), (resolutions, "مصوبه"))
    return " و ".join(f"{persian(count)} {what}" for count, what in counts if count) or "هیچ ردیف"


def entered(number: int, *, with_scan: bool) -> str:
    """The message that a past meeting was saved."""
    return f"جلسهٔ گذشتهٔ {persian(number)}{' با اسکن آن' if with_scan else ''} ثبت شد."


def correct_title(number: int) -> str:
    """The title of the question about correcting the date of a past meeting."""
    return f"روز جلسهٔ {persian(number)} درست شود؟"


def correct_ask(stood: str, day: str) -> str:
    """The question with the recorded and the typed date."""
    return (
        f"این جلسه با روز {stood} ثبت شده است؛ اکنون {day} نوشته‌اید. کار در تاریخچه می‌ماند و با Ctrl+Z پس گرفته می‌شود."
    )


def day_corrected(number: int, day: str) -> str:
    """The status message after a date was corrected."""
    return f"روز جلسهٔ {persian(number)} اکنون {day} است."


def correct_step(number: int) -> str:
    """Action name: the date of a past meeting was corrected."""
    return f"درست کردن روز جلسهٔ {persian(number)}"


def doubts(count: int) -> str:
    """The warning with the number of odd rows in a file."""
    return (
        f"{persian(count)} ردیف با هشدار بالای فهرست است. اگر درست نیست در همان فایل درستش کنید و دوباره بخوانید؛ "
        "روز جلسه‌ای که مصوبه دارد پس از ثبت عوض نمی‌شود."
    )


def place(sheet: str, row: int, column: str) -> str:
    """The location of a fault in the file."""
    named = f"، {column}" if column else ""
    return f"{sheet}، سطر {persian(row)}{named}"
