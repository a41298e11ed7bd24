"""The words in which template 2 of the monthly report differs from template 1; all others are those of template 1.

Released words never change (see :mod:`desktop_app.text.paper.paper_1`).
"""

from __future__ import annotations


def stretch(word: str, count: str) -> str:
    """What stands on a stretch of the bar."""
    return f"{word}\u00a0{count}"
