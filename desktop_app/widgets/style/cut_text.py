"""Cuts a line with «…», but never inside a number."""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

_NUMBER: Final = re.compile(r"\d+(?:[/:.,\u066b\u066c\u2013-]\d+)*[%\u066a]?")


def cut(text: str, metrics: QFontMetrics, width: float) -> str:
    """Return the part of a text that fits."""
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(width))
    if shown == text:
        return text
    kept = next((place for place, letter in enumerate(shown) if letter != text[place : place + 1]), len(shown))
    for number in _NUMBER.finditer(text):
        if 0 < number.start() < kept < number.end():
            return text[: number.start()].rstrip() + "\u2026"
    return shown
