"""The words in which template 3 of the monthly report differs from template 2; all others are those of template 2.

Released words never change (see :mod:`desktop_app.text.paper.paper_1`). «نسخه» is a version of the minutes, and what is signed
a «نسخهٔ اصلی».
"""

from __future__ import annotations

from collections.abc import Sequence


def signatures_by_original(on_each: Sequence[str], signers: str) -> str:
    """State of minutes that wait for pens on several originals."""
    return f"در انتظار امضا: {_counted(on_each, signers)}"


def regularity_of_records(month: str, held: str, due: str, percent: str) -> str:
    """How regularly the committee met since its records began here; ``held`` is one of the two of template 1."""
    return f"از آغاز ثبت در این دبیرخانه ({month})، از {due}\u00a0ماه در {held} ({percent})."


def waiting_unsigned_by_original(number: str, on_each: Sequence[str], signers: str) -> str:
    """Minutes that wait for pens on several originals."""
    return f"صورت‌جلسهٔ\u00a0{number}؛ امضاهای ثبت‌شده: {_counted(on_each, signers)}."


def _counted(on_each: Sequence[str], signers: str) -> str:
    """The counts of the originals in their order: «نسخه‌های اصلی: ۷ و ۶ از ۸»."""
    first = "،\u00a0".join(on_each[:-1])
    return f"نسخه‌های\u00a0اصلی:\u00a0{first}\u00a0و\u00a0{on_each[-1]}\u00a0از\u00a0{signers}"
