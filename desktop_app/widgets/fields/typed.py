"""Cleaning of text typed into a field: as the domain cleans it, with a notice of it, never cut silently."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.text.digits import persian_digits
from desktop_app.domain.text.typed_text import REMOVED, CleanText, as_typed_clean
from desktop_app.text.shared import widgets as words
from desktop_app.widgets.style.tokens import Tone

Clean = Callable[[str], CleanText]


def clean_line(text: str) -> CleanText:
    """For fields of one line."""
    return as_typed_clean(text, multiline=False)


def clean_lines(text: str) -> CleanText:
    """For fields of several lines."""
    return as_typed_clean(text)


def clean_figures(text: str) -> CleanText:
    """For fields of a number; that its digits become Persian is seen and needs no sentence."""
    cleaned = clean_line(text)
    return replace(cleaned, text=persian_digits(cleaned.text))


@dataclass(frozen=True, slots=True)
class Insertion:
    """What an insertion became: the text, or nothing with the sentence of its refusal."""

    text: str | None
    notice: str = ""
    tone: Tone = Tone.NEUTRAL


def take(text: str, room: int, limit: int, clean: Clean) -> Insertion:
    """Clean an insertion that has `room` characters left of `limit`."""
    try:
        cleaned = clean(text)
    except RuleBroken as problem:
        count = problem.facts.get("count", len(text))
        return Insertion(None, words.too_long(int(str(count)) + limit - room, limit), Tone.DANGER)
    if len(cleaned.text) > room:
        return Insertion(None, words.too_long(len(cleaned.text) + limit - room, limit), Tone.DANGER)
    return Insertion(cleaned.text, words.cleaned(_named(cleaned)), _tone(cleaned))


def _named(cleaned: CleanText) -> dict[str, int]:
    return {kind.value: times for kind, times in cleaned.changes}


def _tone(cleaned: CleanText) -> Tone:
    return Tone.WARNING if any(kind in REMOVED for kind, _ in cleaned.changes) else Tone.NEUTRAL
