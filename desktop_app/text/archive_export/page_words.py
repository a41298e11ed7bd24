"""Words of the page of an archive export, and the tables that its parts list."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from desktop_app.text.registers import registers
from desktop_app.text.shared.isolates import left_to_right

_COMMAND: Final = "sha256sum -c SHA256SUMS"

PAGE: Final[Mapping[str, str]] = {
    "name": "بایگانی دبیرخانه",
    "home": "آغاز",
    "newest": "تازه‌ترین جلسه‌ها",
    "search": "جست‌وجو در همهٔ بایگانی",
    "search_hint": "واژه، نام، شماره یا تاریخ؛ نیم‌فاصله و شکل حروف فرقی نمی‌کند",
    "results": "یافته‌ها",
    "found": "یافته",
    "original": "اصل",
    "no_results": "چیزی پیدا نشد.",
    "no_results_why": "واژه‌ای کوتاه‌تر یا نوشتار دیگری را بیازمایید.",
    "more": "نمایش بیشتر",
    "in_history": "جست‌وجو در تاریخچه نیز",
    "loading": "خوانده می‌شود…",
    "not_loaded": "فایل تاریخچه خوانده نشد. پوشهٔ page را کنار index.html نگه دارید.",
    "rows": "ردیف",
    "empty": "در این بخش چیزی نیست.",
    "unknown": "این سند در بایگانی نیست.",
    "files": "فایل‌ها",
    "papers": "برگه‌های چاپ‌شده",
    "open": "باز کردن",
    "missing": "در پوشهٔ داده نبود",
    "altered": "با آنچه افزوده شد یکی نیست",
    "unreadable": "از پوشهٔ داده خوانده نشد",
    "undrawn": "برگهٔ آن کشیده نشد؛ متن آن در پوشهٔ tables/json است",
    "history": "تاریخچه",
    "show_history": "نمایش تاریخچهٔ این سند",
    "technical": "جزئیات فنی",
    "tables": "جدول‌ها",
    "schema": "شناسنامهٔ داده",
    "about": "درباره",
    "column": "ستون",
    "meaning": "معنی",
    "english": "English",
    "kind": "نوع مقدار",
    "refers": "اشاره به",
    "words": "مقدارهای مجاز",
    "left_out": "آنچه در بایگانی نیامده است",
    "class": "بالاترین طبقه‌بندی این پوشه",
    "class_why": "آن را چنان نگه دارید که نامه‌ای با همین طبقه‌بندی نگه داشته می‌شود. این پوشه رمز ندارد.",
    "own_class": "خود صورت‌جلسه",
    "sample": "نمونه",
    "sample_why": "این بایگانی از دادهٔ نمونه ساخته شده است و هیچ سند واقعی در آن نیست.",
    "wrong_files": "فایل‌هایی که کامل نیستند",
    "made": "ساخته‌شده در",
    "committee": "کمیته",
    "program": "نسخهٔ برنامه",
    "schema_version": "نسخهٔ ساختار داده",
    "chain": "سر زنجیره",
    "contents": "آنچه در آن است",
    "count_tables": "جدول",
    "count_rows": "ردیف",
    "count_files": "فایل",
    "attendance": "حضور و غیاب",
    "guests": "مدعوان",
    "talks": "مذاکرات و مصوبات",
    "signers": "امضاکنندگان",
    "wording": "متن مصوبه",
    "yes": "بله",
    "no": "خیر",
    "without_script": "برای جست‌وجو باید JavaScript مرورگر روشن باشد. همهٔ ردیف‌ها در پوشهٔ tables و همهٔ فایل‌ها در پوشه‌های papers، letters، minutes و files است.",
    "not_shown": "متن کامل در پوشهٔ tables/json است.",
    "struck": registers.STRUCK,
    "intro": "این پوشه همهٔ دفتر دبیرخانه را بی نیاز به برنامه در بر دارد: جدول‌ها به‌صورت CSV و JSON، برگه‌ها و پیوست‌ها، و این صفحه برای خواندن و جست‌وجو.",
    "verify": f"درستی همهٔ فایل‌ها را با manifest.json یا با فرمان «{left_to_right(_COMMAND)}» می‌توان سنجید.",
    "kinds.text": "متن",
    "kinds.integer": "عدد درست",
    "kinds.truth": "صفر یا یک (خیر، بله)",
    "kinds.day": "روز میلادی به شکل ‎YYYY-MM-DD",
    "kinds.time": "ساعت محلی به شکل ‎HH:MM، یا خالی",
    "kinds.instant": "لحظهٔ جهانی (UTC) به شکل ISO، یا خالی",
    "kinds.word": "واژه‌ای از فهرست",
    "kinds.bytes": "بایت‌ها به شکل متن (پایهٔ ۶۴)",
    "kinds.json": "متن JSON",
    "kinds.empty": "شاید خالی",
}  # fmt: skip

SECTIONS: Final[tuple[tuple[str, str, tuple[str, ...]], ...]] = (
    ("meetings", "جلسه‌ها", ("meeting",)),
    ("minutes", "صورت‌جلسه‌ها", ("minutes_version",)),
    ("resolutions", "مصوبات", ("resolution",)),
    ("tasks", "وظیفه‌ها", ("task",)),
    ("members", "اعضا و واحدها", ("person", "seat", "nomination", "unit")),
    ("papers", registers.TITLE, ("outgoing_paper", "incoming_paper")),
    ("sendings", "ارسال دعوت‌نامه و چاپ", ("sent_invitation", "printing")),
    ("requests", "درخواست‌ها و بالادستی", ("request", "upstream_decision")),
    ("files", "فایل‌ها", ("file_link",)),
    ("history", "تاریخچه", ("audit",)),
)
"""Parts of the page in their order: key, title, tables."""


def read_me(facts: Mapping[str, str]) -> str:
    """The text file beside the page, in Persian and in English."""
    guarded = f"\nطبقه‌بندی: {facts['class']}. {PAGE['class_why']}\n" if facts["class"] else "\n"
    wrong = f"\n{PAGE['wrong_files']}:\n{facts['wrong']}\n" if facts["wrong"] else ""
    return f"{PAGE['name']}: {facts['committee']}\n{facts['made']}\n{guarded}{_PERSIAN}{wrong}{_ENGLISH}"


_HELD: Final[tuple[tuple[str, str], ...]] = (
    ("index.html", "صفحهٔ خواندن و جست‌وجو"),
    ("tables/csv", "هر جدول یک فایل CSV با نشان BOM"),
    ("tables/json", "همان جدول‌ها به‌صورت JSON"),
    ("papers", "برگه‌هایی که برای امضا ساخته شد"),
    ("letters, minutes", "نامه‌های فرستاده و صورت‌جلسه‌های نهاییِ چاپ‌نشده، چنان که چاپ می‌شوند"),
    ("files", "پیوست‌ها؛ نام هر فایل کد محتوای آن است و نام اصلی در جدول file_link"),
    ("pictures, fonts", "تصویرهای سربرگ و قلم‌هایی که برای چاپ برگزیده شد"),
    ("schema", "معنی هر جدول و ستون، و طرح JSON برگه‌ها"),
    ("manifest.json", "اندازه و کد محتوای همهٔ فایل‌ها"),
    ("SHA256SUMS", "همان کدها به شکلی که فرمان زیر می‌خواند"),
)
"""What lies in the folder, and what it is."""
_LISTED: Final = "".join(f"- {name}: {told}\n" for name, told in _HELD)
_PERSIAN: Final = (
    "\nبرای خواندن و جست‌وجو فایل index.html را در هر مرورگری باز کنید؛ به شبکه نیازی نیست.\n\n"
    f"{_LISTED}\n{_COMMAND}\n\n"
    "در CSV خانهٔ خالیِ بی گیومه یعنی «بی‌مقدار» و دو گیومهٔ بی‌متن یعنی متن خالی. آنچه صفحه‌گسترده فرمول "
    "می‌پندارد، در آغاز متن یا پس از نقطه‌ویرگول، یک نشان در پیش دارد که در متن انگلیسی زیر آمده است؛ در JSON همان متن بی افزوده است.\n"
)
_ENGLISH: Final = """
----------------------------------------------------------------------------------------------------
Archive export of a secretariat's records. Open index.html in any browser; no network is needed.
tables/csv and tables/json hold every table (schema/ says what each column means), papers/ and files/
every document; manifest.json and SHA256SUMS list all of it with SHA-256. In CSV every text is quoted,
an unquoted empty field is NULL and "" an empty text. A text, and each part of it behind a semicolon
(Latin or Arabic), a TAB or an end of line, that begins with ' = + - @ TAB or CR, quotes before it left
aside, bears one ' before it, so that no spreadsheet takes any of it for a formula. The JSON has the text
as it is.
"""
