"""The words in which paper template 2 of the minutes differs from template 1; all others are those of template 1.

A plain clause is called «بند», as on the screen and in the glossary; template 1 called it «یادداشت». Minutes that were
final under template 1 keep its word for ever.
"""

from __future__ import annotations

from typing import Final

from desktop_app.text.paper import paper_1, paper_1_amendment

CLAUSE: Final = "بند"
CHANGED_CLAUSE: Final = "بند صورت‌جلسه"


def clause(template: int) -> str:
    """What a plain clause is called before its text."""
    return paper_1.NOTE if template == 1 else CLAUSE


def changed_part(template: int, part: str) -> str:
    """A part of the minutes in the list of what a correction changed."""
    return CHANGED_CLAUSE if template > 1 and part == "note" else paper_1_amendment.PARTS[part]
