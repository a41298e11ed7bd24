"""The words round the text of papers: letterhead, footer, marks across the page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

NUMBER: Final = "شماره"
DAY: Final = "تاریخ"
ATTACHMENT: Final = "پیوست"
CLASSIFICATION: Final = "طبقه‌بندی"
URGENCY: Final = "ارجحیت"
DOTS: Final = "." * 24
DRAFT: Final = "پیش‌نویس"
SAMPLE: Final = "نمونه"
VOID: Final = "باطل"
INITIALS: Final = "محل پاراف"
_DASH: Final = " – "


def letter_title(number: str) -> str:
    """What a letter is called in its header and in the title of its file."""
    return f"نامهٔ شمارهٔ\u00a0{number}" if number else "نامه"


def footer_number(number: str) -> str:
    """Footer: which minutes."""
    return f"صورت‌جلسهٔ\u00a0{number}"


def footer_version(version: str) -> str:
    """Footer: which version."""
    return f"نسخهٔ\u00a0{version}"


def footer_code(code: str) -> str:
    """Footer: the code of the content."""
    return f"کد\u00a0{code}"


def code_picture(code: str) -> str:
    """The QR code for whoever cannot see it."""
    return f"کد برگه: {code}"


def logo_picture(parties: str) -> str:
    """The picture of the letterhead for whoever cannot see it."""
    return f"نشان {parties}"


def footer_chain(head: str) -> str:
    """Footer: the head of the chain of records, once there is one."""
    return f"زنجیره {head}"


def footer_page(page: str, total: str) -> str:
    """Footer: page x of y."""
    return f"صفحهٔ\u00a0{page}\u00a0از\u00a0{total}"


def footer(parts: Sequence[str]) -> str:
    """The footer's parts in one line."""
    return _DASH.join(parts)
