"""Persian texts of scan import: pages, how they were recognised, findings, and the result of storing.

«تصویر» is a page of the scan by its place there, «جای» its place in its file, «صفحه» a page of the paper; «نسخه» is a
version of the minutes, «نسخهٔ اصلی» one of the papers that were signed, and «برگهٔ چاپی» what is printed of a version. To
keep a scan is «ثبت» throughout.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from desktop_app.words.digits import apart, filled, left_to_right, persian

ADD: Final = "افزودن اسکن…"
ADD_KEYS: Final = "Ins"
PASTE: Final = "چسباندن اسکن"
PICK_TITLE: Final = "فایل‌های اسکن"
KINDS: Final = "اسکن (*.pdf *.jpg *.jpeg *.tif *.tiff *.png)"
PASTED: Final = "تصویر چسبانده‌شده"
NOTHING_TO_PASTE: Final = "در حافظهٔ موقت فایل یا تصویری نیست. نخست فایل اسکن را رونوشت کنید."
NOT_TAKEN: Final = (
    "این نسخه اسکن نمی‌گیرد: نهایی نیست، باطل شده یا از پیش از برنامه است. اسکن را در برگهٔ نسخهٔ نهایی بیفزایید."
)
BUSY: Final = "خواندن فایل‌های پیشین هنوز تمام نشده است. پس از پایان آن دوباره بیفزایید."

HINT: Final = "فایل‌ها را به اینجا بکشید یا با Ctrl+V بچسبانید"
EMPTY: Final = "هنوز اسکنی افزوده نشده"
EMPTY_WHY: Final = (
    f"فایل {left_to_right('PDF')}، {left_to_right('JPEG')}، {left_to_right('TIFF')} یا {left_to_right('PNG')} را به اینجا "
    "بکشید، بچسبانید یا برگزینید؛ یک فایل یا چند فایل."
)
PICK: Final = "برگزیدن فایل…"
MORE: Final = "افزودن فایل…"
CANCEL: Final = "انصراف"
STOP: Final = "انصراف از خواندن"
STOP_KEEPING: Final = "انصراف از ثبت"
STOPPED: Final = "خواندن اسکن نیمه‌کاره ماند و چیزی افزوده نشد."
KEEPING_GIVEN_UP: Final = "ثبت اسکن نیمه‌کاره ماند و چیزی ثبت نشد."
KEEPING_STOPPED: Final = f"{KEEPING_GIVEN_UP} تصویرها همان‌گونه که چیده‌اید مانده است."

PAGES: Final = "تصویرهای اسکن"
LOOK: Final = "تصویر برگزیده"
LEFT_OUT: Final = "کنار گذاشته"
LEAVE_OUT: Final = "کنار گذاشتن"
TAKE_IN: Final = "برگرداندن"
TURN_RIGHT: Final = "چرخاندن به راست"
TURN_LEFT: Final = "چرخاندن به چپ"
KEYS: Final = "چپ و راست: تصویر دیگر · با Ctrl: چرخش · Space: کنار گذاشتن · Enter: بزرگ دیدن"

BLANK: Final = "سفید"
CODE_READ: Final = "کد خوانده شد"
UNKNOWN: Final = "شناخته نشد"
OF_OTHER: Final = "از برگهٔ دیگر"
NUMBER: Final = "صفحهٔ چندم برگه"
NUMBER_UNKNOWN: Final = "نامعلوم"

NOT_KEPT_YET: Final = "اسکن ثبت نشده است. برای بستن، یک بار دیگر Esc را بزنید."
CODE: Final = "کد پای برگه"
CODE_USE: Final = "به‌کار بردن"
ORIGINAL: Final = "اسکن کدام نسخهٔ اصلی"
REASON: Final = "دلیل"
REASON_HINT: Final = "همراه اسکن ثبت می‌شود و در تاریخچه می‌آید."
LEAVE_BLANKS: Final = "کنار گذاشتن تصویرهای سفید"

KEEP: Final = "ثبت اسکن"
KEEP_AND_ARCHIVE: Final = "ثبت و بایگانی"
KEEP_PROVISIONAL: Final = "ثبت اسکن موقت"
KEEPING: Final = "ثبت تصویرها"
ARCHIVES: Final = "با این اسکن همهٔ نسخه‌های اصلی اسکن دارد و صورت‌جلسه «بایگانی‌شده» می‌شود."
PROVISIONAL: Final = (
    "امضای کسانی روی این نسخهٔ اصلی هنوز ثبت نشده؛ این اسکن موقت است و پس از آخرین امضا اسکن تازه می‌خواهد."
)
REPLACES: Final = "این نسخهٔ اصلی اسکن دارد؛ اسکن تازه جای آن را می‌گیرد و پیشین در پیوست‌ها می‌ماند."

NOT_SCANNED: Final = "اسکن نشده"
NOT_SCANNED_WHY: Final = "پس از بازگشت برگهٔ امضاشده"
SCANNED: Final = "اسکن ثبت شد"
ARCHIVED: Final = "بایگانی شد"
ARCHIVED_WHY: Final = "اسکن همهٔ نسخه‌های اصلی ثبت شد."
SHOW: Final = "دیدن"
PRINTED: Final = "برگهٔ چاپی"
SCAN: Final = "اسکن"
SHOWN: Final = "چه دیده شود"
NOT_ARCHIVAL: Final = "بدون شکل بایگانی"
PRINT_SCAN: Final = "چاپ اسکن"
SAVE_SCAN: Final = "ذخیرهٔ اسکن"
SAVE_TITLE: Final = "ذخیرهٔ اسکن"

OR_REASON: Final = " یا دلیل را بنویسید"
_LISTED: Final = 4
"""More places than these are counted and not listed."""


def title(paper: str) -> str:
    """The title of the dialog, from the page title."""
    return f"اسکن {paper}"


def context(version: int, code: str) -> str:
    """The version that the scan is compared with, and how to add files."""
    of = f"نسخهٔ {persian(version)} · کد {left_to_right(code)}" if code else f"نسخهٔ {persian(version)}"
    return f"{of} · {HINT}"


def position_of(place: int, total: int) -> str:
    """The position in the scan, e.g. «تصویر ۲ از ۴»; «صفحه» is a page of the paper."""
    return f"تصویر {persian(place)} از {persian(total)}"


def by_mark(number: int) -> str:
    """The note that the page was recognised by its QR mark."""
    return f"کد: صفحهٔ {persian(number)}" if number else CODE_READ


def by_hand(number: int) -> str:
    """The note that the operator assigned the page."""
    return f"شما: صفحهٔ {persian(number)}" if number else "کد نوشته شد"


def twice(number: int) -> str:
    """The note that the same page of the paper is there twice."""
    return f"صفحهٔ {persian(number)}، دوباره"


def turned(quarters: int) -> str:
    """The rotation of a page for the screen reader."""
    return {1: "یک چهارم به راست چرخیده", 2: "سروته چرخیده", 3: "یک چهارم به چپ چرخیده"}.get(quarters, "")


def from_file(name: str, place: int, count: int) -> str:
    """The file of a page, and its index there; «تصویر» is the position in the whole scan."""
    return f"{apart(name)} · جای {persian(place)} از {persian(count)} در این فایل" if count > 1 else apart(name)


def spoken(*parts: str) -> str:
    """A page card for the screen reader."""
    return "، ".join(filled(*parts))


def reading(done: int, total: int) -> str:
    """The progress of reading."""
    return f"خواندن تصویر {persian(min(done + 1, total))} از {persian(total)}" if total else "خواندن فایل‌ها"


def keeping(done: int, total: int) -> str:
    """The progress of storing."""
    return f"{KEEPING}: {persian(done)} از {persian(total)}" if total else KEEPING


def none_added(count: int) -> str:
    """The note that the other files chosen with a refused one were not added."""
    return f"هیچ‌یک از این {persian(count)} فایل افزوده نشد. فایل‌های دیگر را بی آن بیفزایید."


def original(number: int) -> str:
    """The name of an original, e.g. «نسخهٔ اصلی ۱»; «نسخه» alone is a version of the minutes."""
    return f"نسخهٔ اصلی {persian(number)}"


def original_with_scan(number: int) -> str:
    """The name of an original that already has a scan."""
    return f"{original(number)} (اسکن دارد)"


def file_name(paper: str, number: int) -> str:
    """The name of the archival file in the list of files."""
    return f"اسکن {paper}، {original(number)}"


# ---- findings


def places(numbers: Sequence[int]) -> str:
    """The positions in the scan: «تصویر ۲», «تصویرهای ۲ و ۳», or their number."""
    return _listed(numbers, "تصویر", "تصویری", "تصویر", "تصویرهای")


def paper_pages(numbers: Sequence[int]) -> str:
    """The pages of the paper: «صفحهٔ ۲», «صفحه‌های ۲ و ۳», or their number."""
    return _listed(numbers, "صفحهٔ", "صفحه‌ای", "صفحه", "صفحه‌های")


def _listed(numbers: Sequence[int], one: str, some: str, counted: str, many: str) -> str:
    if len(numbers) == 1:
        return f"{one} {persian(numbers[0])}"
    if not numbers:
        return some
    if len(numbers) > _LISTED:
        return f"{persian(len(numbers))} {counted}"
    said = [persian(number) for number in numbers]
    return f"{many} {'، '.join(said[:-1])} و {said[-1]}"


def other_minutes(where: Sequence[int], meeting: int, *, void: bool) -> str:
    """The finding: pages of another meeting's minutes."""
    way = "" if void else " و در برگهٔ همان جلسه بیفزایید"
    return f"{places(where)} از صورت‌جلسهٔ جلسهٔ {persian(meeting)} است. آن را کنار بگذارید{way}."


def other_version(where: Sequence[int], version: int, *, void: bool) -> str:
    """The finding: pages of another version of these minutes."""
    of = f"{places(where)} از نسخهٔ {persian(version)} همین صورت‌جلسه است"
    if void:
        return f"{of} که باطل شده. آن را کنار بگذارید."
    return f"{of}. آن را کنار بگذارید و در برگهٔ همان نسخه بیفزایید."


def withdrawn(version: int) -> str:
    """The finding: this version was withdrawn."""
    return f"نسخهٔ {persian(version)} باطل شده است و اسکن آن بایگانی نمی‌شود."


def superseded(newest: int) -> str:
    """The finding: this version has a newer one."""
    return f"این نسخهٔ پیشین است و نسخهٔ {persian(newest)} جای آن را گرفته؛ اسکن آن تنها در پیوست‌ها می‌ماند."


def strange(where: Sequence[int], meeting: int, *, ours: bool) -> str:
    """The finding: pages that are not minutes, or bear an unknown code."""
    if not ours:
        return f"کد {places(where)} از هیچ برگهٔ این دبیرخانه نیست. آن را کنار بگذارید{OR_REASON}."
    of = f" جلسهٔ {persian(meeting)}" if meeting else ""
    return f"{places(where)} برگهٔ دیگری از این دبیرخانه{of} است، نه این صورت‌جلسه. آن را کنار بگذارید{OR_REASON}."


def missing(numbers: Sequence[int], count: int) -> str:
    """The finding: pages are missing, with their numbers if known."""
    which = paper_pages(numbers) if numbers else f"{persian(count)} صفحه"
    return f"{which} از برگهٔ چاپی در اسکن نیست. صفحهٔ جاافتاده را بیفزایید{OR_REASON}."


def came_twice(numbers: Sequence[int]) -> str:
    """The finding: the same page is there more than once."""
    but = "از هر کدام جز یکی" if len(numbers) > 1 else "جز یکی"
    return f"{paper_pages(numbers)} برگه بیش از یک بار آمده است. {but} را کنار بگذارید{OR_REASON}."


def more(count: int) -> str:
    """The finding: more pages than the paper has."""
    return f"اسکن {persian(count)} تصویر بیش از صفحه‌های برگهٔ چاپی دارد. تصویر زیادی را کنار بگذارید{OR_REASON}."


def unknown(where: Sequence[int], *, coded: bool) -> str:
    """The finding: pages whose number is unknown."""
    code = " یا کد پای برگه را بنویسید" if coded else ""
    return f"معلوم نیست {places(where)} صفحهٔ چندم برگه است. شمارهٔ آن را بگویید{code}{OR_REASON}."


def blank(where: Sequence[int]) -> str:
    """The finding: blank pages."""
    return f"{places(where)} سفید است و می‌توان آن را کنار گذاشت."


def none_of_ours(*, coded: bool) -> str:
    """The finding: no page was recognised as one of these minutes."""
    way = "کد پای برگه را بنویسید" if coded else "بگویید هر تصویر صفحهٔ چندم است"
    return f"هیچ تصویری از این اسکن از این صورت‌جلسه شناخته نشد. {way} یا فایل درست را بیفزایید."


def complete(pages: int) -> str:
    """The finding: every page of the paper is there."""
    return "صفحهٔ برگهٔ چاپی در اسکن هست." if pages == 1 else f"هر {persian(pages)} صفحهٔ برگهٔ چاپی در اسکن هست."


def coded(meeting: int, version: int, *, holds: bool) -> str:
    """The version whose code every page bears, and whether it is in force."""
    return f"کد صورت‌جلسهٔ {persian(meeting)}، نسخهٔ {persian(version)}{'، برقرار' if holds else ''}؛"


COMPARE: Final = "متن را با برگه بسنجید."
BESIDE_UNKNOWN: Final = "بگویید صفحهٔ چندم برگه است تا همان صفحه کنارش بیاید."
BESIDE_STRANGE: Final = "از برگهٔ دیگری است و صفحه‌ای از این برگه کنارش نمی‌آید."
BESIDE_NOT_LAID: Final = "کد این تصویر خوانده نشد و روی برگه انداخته نمی‌شود؛ کنار هم بسنجید."
BESIDE_NOT_SHOWN: Final = "این تصویر صفحه‌ای از برگهٔ چاپی شناخته نشد؛ کنارش چیزی نیست."
NO_PAGES: Final = "تصویری از اسکن نمانده است. تصویری را برگردانید یا فایل دیگری بیفزایید."


# ---- the round trip and the way back


def scan_of(number: int, originals: int) -> str:
    """The name of an original, or of the scan if there is only one original."""
    return original(number) if originals > 1 else SCAN


def pages_kept(count: int, *, provisional: bool, archival: bool) -> str:
    """The number of pages stored of one original."""
    pages = f"{persian(count)} تصویر" if count else ""
    parts = [pages, "موقت" if provisional else "", "" if archival else NOT_ARCHIVAL]
    return " · ".join(filled(*parts))


def scans_of(kept: int, originals: int) -> str:
    """The number of originals scanned, e.g. «اسکن ۱ از ۲ نسخهٔ اصلی»."""
    if kept >= originals:
        return SCANNED
    return f"اسکن {persian(kept)} از {persian(originals)} نسخهٔ اصلی"


def scan_named(number: int) -> str:
    """The scan of an original, e.g. «اسکن نسخهٔ اصلی ۱»."""
    return f"اسکن {original(number)}"


def saved(path: str) -> str:
    """The message that a copy of a scan was saved."""
    return f"اسکن در «{left_to_right(path)}» ذخیره شد."


def kept_now(number: int, originals: int, *, complete: bool, provisional: bool) -> str:
    """The message about a stored scan."""
    of = f" {original(number)}" if originals > 1 else ""
    if complete:
        return f"اسکن{of} ثبت شد و صورت‌جلسه «بایگانی‌شده» است."
    return f"اسکن موقت{of} ثبت شد." if provisional else f"اسکن{of} ثبت شد."


def step_kept(number: int, originals: int) -> str:
    """The name of the action in the undo menu."""
    return f"ثبت اسکن {original(number)}" if originals > 1 else "ثبت اسکن"
