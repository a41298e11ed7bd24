"""The words in which template 2 of the register of letters differs from template 1; all others are those of template 1.

Released words never change (see :mod:`desktop_app.text.paper.paper_1`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

TITLE: Final = "دفتر صادره و وارده"
"""Of both registers together, in the order in which the office names them."""


def only(asked: Sequence[str]) -> str:
    """What the rows were narrowed to."""
    return "محدود به " + "؛ ".join(asked)
