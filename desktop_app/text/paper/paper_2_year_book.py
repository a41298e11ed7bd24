"""The words in which template 2 of the year book differs from template 1.

Released words never change (see :mod:`desktop_app.text.paper.paper_1`).
"""

from __future__ import annotations

from desktop_app.text.paper import paper_1_year_book


def around_page(template: int, number: str) -> tuple[str, str]:
    """What stands before the page on which a resolution is, and after it."""
    if template == 1:
        return paper_1_year_book.resolution_place(number), ""
    return f"{number}\u00a0(", ")"
