"""The words in which paper template 3 of the minutes differs from those before; all others are theirs.

Released words never change (see :mod:`desktop_app.text.paper.paper_1`).
"""

from __future__ import annotations

from typing import Final

NUMBER: Final = "شماره"
EXECUTOR_AND_OWNER: Final = "مجری و مسئول پیگیری"
SIGN_HERE: Final = "امضا"
RESERVATIONS: Final = "ملاحظه / نظر مخالف، با نام نویسنده"


def row(number: str) -> str:
    """What stands for the number of a resolution while it has none."""
    return f"ردیف {number}"


def kind_and_axis(kind: str, axis: str) -> str:
    """How it was adopted, and its axis where it has one."""
    return f"{kind} – محور: {axis}" if axis else kind
