"""Persian texts of the print page: preview, saving, printing for signing, and the round trip."""

from __future__ import annotations

from typing import Final

from desktop_app.words.digits import left_to_right, persian

PRINT: Final = "چاپ برای امضا"
PRINT_SIGNED: Final = "چاپ"
NO_SCAN: Final = "اسکن ندارد"
NO_SCAN_WHY: Final = (
    "این صورت‌جلسه پیش از ثبت در این برنامه امضا شده است و متن آن اینجا نیست. در صفحهٔ آن «افزودن اسکن» را بزنید."
)
TO_MINUTES: Final = "رفتن به صورت‌جلسه"
PRINT_AGAIN: Final = "چاپ دوباره"
OTHER_PLACE: Final = "برگزیدن جای دیگر"
RECORD_AGAIN: Final = "ثبت دوباره"
PRINT_DRAFT: Final = "چاپ پیش‌نویس"
SAVE: Final = "ذخیرهٔ PDF"
SAVE_TITLE: Final = "ذخیرهٔ صورت‌جلسه"
PDF_FILES: Final = "فایل PDF (*.pdf)"
MAKING: Final = "در حال ساختن صفحه‌ها…"
NOT_FINAL: Final = "هنوز نهایی نشده"
NOT_FINAL_WHY: Final = "این پیش‌نویس است: شماره و کد ندارد و برای امضا نیست."
FINAL: Final = "نهایی شد"
TAKEN_OVER: Final = "از سابقه"
TAKEN_OVER_WHY: Final = "پیش از ثبت در این برنامه نوشته و امضا شده است؛ سند آن اسکن نسخهٔ امضاشده است."
NOT_PRINTED: Final = "هنوز چاپ نشده"
NOT_PRINTED_HERE: Final = "چاپ در برنامه ثبت نشده"
PRINTED: Final = "چاپ شد"
VOID: Final = "باطل شد"
VOID_WHY: Final = "برگه‌های چاپی این متن باید از میان برود."
NO_PRINTER: Final = "چاپگری پیدا نشد یا کار را نپذیرفت"
NO_PRINTER_WHY: Final = "چاپگر را روشن و به رایانه وصل کنید و «چاپ دوباره» را بزنید، یا فایل PDF را ذخیره کنید."
SAMPLE_CODE: Final = "نمونه، بدون کد"


def title(ordinal: str) -> str:
    """The title of the page, e.g. «صورت‌جلسهٔ جلسهٔ پنجم»."""
    return f"صورت‌جلسهٔ جلسهٔ {ordinal}"


def inquorate_title(ordinal: str) -> str:
    """The title of minutes without quorum, «صورت‌جلسهٔ عدم حصول حد نصاب (جلسهٔ پنجم)»."""
    return f"صورت‌جلسهٔ عدم حصول حد نصاب (جلسهٔ {ordinal})"


def breadcrumb(year: str, number: str) -> str:
    """The breadcrumb of the page."""
    return f"صورت‌جلسه‌ها ‹ {year} ‹ جلسهٔ {number} ‹ چاپ"


def version_and_code(version: int, code: str) -> str:
    """Version and code, e.g. «نسخهٔ ۱ · کد …»."""
    shown = f"کد {left_to_right(code)}" if code else SAMPLE_CODE
    return f"نسخهٔ {persian(version)} · {shown}"


def copies(count: int) -> str:
    """The number of copies, e.g. «۸ برگه»; «نسخه» is a version of the minutes."""
    return f"{persian(count)} برگه"


def saved(path: str) -> str:
    """The message that a PDF was saved."""
    return f"صورت‌جلسه در «{left_to_right(path)}» ذخیره شد."


def sent_to_printer(pages: int, count: int) -> str:
    """The message that a paper was sent to the printer for signing."""
    return f"{persian(pages)} صفحه در {persian(count)} نسخه به چاپگر رفت."


def part_sent_to_printer(pages: int, count: int, of: int) -> str:
    """The message that some pages were sent to the printer."""
    return f"{persian(pages)} صفحه از {persian(of)} صفحه در {persian(count)} نسخه به چاپگر رفت."


PART_NOT_RECORDED = "چاپ برای امضا با همهٔ صفحه‌ها ثبت می‌شود و این بار ثبت نشد."


def file_name(number: int, version: int) -> str:
    """The suggested name of the PDF, short and valid on Windows."""
    return f"صورت‌جلسه-{persian(number)}-نسخه-{persian(version)}.pdf"
