"""Words of «بررسی کاغذ» of scans: which pages their marks tell, and how the text of each stood to the print."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from desktop_app.text.shared.digits import persian
from desktop_app.text.shared.isolates import apart, left_to_right

SCANNED_WITHOUT_PAGES: Final = "از نشان‌های کاغذ تنها کد خوانده شد؛ شمار صفحه‌ها را با برگهٔ برنامه بسنجید."
SCAN_UNSEEN: Final = "متن و امضای روی کاغذ سنجیده نشد."
SOURCE: Final = (
    "همین فایل، بایت به بایت، در کنار صورت‌جلسه نگه داشته شده است، چون اسکن آن از همین فایل یا از همین و چند فایل دیگر "
    "ساخته شد."
)


def together(numbers: Sequence[str]) -> str:
    """«۸», «۸ و ۱۳», «۸، ۱۰ و ۱۳»."""
    *first, last = numbers
    return f"{'، '.join(first)} و {last}" if first else last


def _pages(numbers: Sequence[int]) -> str:
    """«صفحهٔ ۲», «صفحه‌های ۲ و ۳»."""
    return f"{'صفحه‌های' if len(numbers) > 1 else 'صفحهٔ'} {together([persian(one) for one in numbers])}"


def scanned(found: Sequence[int], total: int) -> str:
    """Which pages of the paper a scan has."""
    of = f" از {persian(total)} صفحه" if total else ""
    return f"از نشان‌های کاغذ خوانده شد: {_pages(found)}{of}."


def scan_same(numbers: Sequence[int]) -> str:
    """Pages whose text is that of the print."""
    return f"متن چاپی {_pages(numbers)} حرف به حرف با برگهٔ اصلی یکی است. امضا، مهر و دست‌نوشته سنجیده نشد."


def scan_partly(numbers: Sequence[int]) -> str:
    """Pages of which a few words could not be compared."""
    return (
        f"متن چاپی {_pages(numbers)} با برگهٔ اصلی یکی است، جز واژه‌هایی که سنجیده نشد. امضا، مهر و دست‌نوشته سنجیده نشد."
    )


def unread_words(found: Sequence[str], more: int) -> str:
    """The words of a page that could not be compared, as they stand in the print."""
    named = "، ".join(f"«{apart(one)}»" for one in found)
    left = f" و {persian(more)} واژهٔ دیگر" if more else ""
    return f"سنجیده نشد؛ خودتان با برگهٔ برنامه بخوانید: {named}{left}."


def scan_faint(numbers: Sequence[int]) -> str:
    """Pages of which what is grey was too faint."""
    return f"در {_pages(numbers)} آنچه سیاه چاپ شده با برگهٔ اصلی یکی است؛ نوشتهٔ خاکستری کم‌رنگ است و سنجیده نشد."


def scan_unclear(numbers: Sequence[int]) -> str:
    """Pages that could not be compared."""
    return f"متن {_pages(numbers)} سنجیده نشد، چون اسکن کم‌رنگ، ریز یا ناصاف است. آن را با ۳۰۰ نقطه در اینچ دوباره اسکن کنید."


def scan_other(places: str) -> str:
    """A page that is not the print, or where whole words of it are others."""
    where = f" از {places} سانتی‌متری بالای کاغذ" if places else ""
    return f"متن آن{where} متن برگهٔ اصلی نیست."


def scan_doubtful(places: str) -> str:
    """Where a page has other ink than the print."""
    return (
        f"در {places} سانتی‌متری بالای کاغذ، چاپ با برگهٔ اصلی یکی نیست: شاید رقم یا واژه‌ای عوض شده، یا لکه‌ای روی آن است."
    )


def centimetres(millimetres: int) -> str:
    """A distance on paper."""
    whole, tenth = divmod(millimetres, 10)
    return persian(whole) + (f"٫{persian(tenth)}" if tenth else "")


def pages_missing(numbers: Sequence[int]) -> str:
    """Pages that no mark names."""
    return f"{_pages(numbers)} در اسکن دیده نشد."


def unread(count: int) -> str:
    """Pages whose mark was not read."""
    return f"نشان {persian(count)} تصویر اسکن خوانده نشد؛ آن را با کاغذ مقایسه کنید."


def other_code(text: str) -> str:
    """A page of another paper among them."""
    return f"تصویری با کد دیگر هم در اسکن هست: {left_to_right(text)}. آن را جداگانه بررسی کنید."
