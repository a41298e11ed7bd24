"""The words in which template 2 of extracts differs from template 1; all others are those of template 1.

Released words never change (see :mod:`desktop_app.text.paper.paper_1`).
"""

from __future__ import annotations

from typing import Final

RESERVATION: Final = "ملاحظه"


def extended(first: str, times: str) -> str:
    """Below a deadline that was extended: the day that was agreed first, and how often."""
    return f"مهلت نخست\u00a0{first}\n{times}\u00a0بار\u00a0تمدید"
