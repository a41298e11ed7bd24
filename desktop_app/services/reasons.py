"""Words that people type beside an act, taken as their fields show them; they never come onto the paper."""

from __future__ import annotations

from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.text.typed_text import as_typed_clean


def words_of(text: str, field: str = "reason") -> str:
    """The text cleaned and without blanks at its ends, or ``RuleBroken("text_too_long")`` beside its field."""
    try:
        return as_typed_clean(text, multiline=True).text.strip()
    except RuleBroken as broken:
        raise broken.beside(field) from broken
