"""Keys of a date field: F4 and Alt+Down open the calendar, + and - step a written date by a day, t is today."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from desktop_app.widgets.dates.date_source import within

_WRITTEN: Final = re.compile(r"\s*\d{4}/\d{2}/\d{2}\s*")


def opens_calendar(event: QKeyEvent) -> bool:
    """Whether the key asks for the calendar."""
    alt_down = event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier
    return event.key() == Qt.Key.Key_F4 or bool(alt_down)


def day_asked(letter: str, text: str, day: date | None, today: Callable[[], date]) -> date | None:
    """The day that a letter asks for in a field with this text, read as ``day``; None where it is only typed."""
    whole = day if _WRITTEN.fullmatch(text) else None
    if letter in ("+", "-") and whole is not None:
        return within(whole + timedelta(days=1 if letter == "+" else -1))
    if letter == "t" and (whole is not None or not text.strip()):
        return today()
    return None
