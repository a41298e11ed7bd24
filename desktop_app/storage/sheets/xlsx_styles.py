"""Styles of a workbook: which of them show a number as a day."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

Parse = Callable[[str, Callable[[str, dict[str, str]], None], Callable[[str], None]], None]
"""Reads one part: its name, and who hears of the beginning and end of each element."""

_BUILT_IN: Final = frozenset({*range(14, 18), 22, *range(27, 37), *range(50, 59)})
"""Formats of days that have a number and no text, those of East Asia too."""
_QUOTED: Final = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_DAY_LETTERS: Final = re.compile(r"[dy]", re.IGNORECASE)


def day_formats(parse: Parse) -> frozenset[int]:
    """The places of the cell formats that show a day."""
    styles = _Styles()
    parse("xl/styles.xml", styles.start, styles.end)
    return frozenset(place for place, number in enumerate(styles.used) if number in styles.days)


class _Styles:
    """The formats of the file's own, and the number of each cell format."""

    def __init__(self) -> None:
        self.days = set(_BUILT_IN)
        self.used: list[int] = []
        self._inside = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """A format, or the list of those that cells name."""
        if tag == "numFmt":
            if _shows_a_day(attributes.get("formatCode", "")):
                self.days.add(int(attributes.get("numFmtId", 0)))
        elif tag == "cellXfs":
            self._inside = True
        elif tag == "xf" and self._inside:
            self.used.append(int(attributes.get("numFmtId", 0)))

    def end(self, tag: str) -> None:
        """The list of those that cells name has ended."""
        if tag == "cellXfs":
            self._inside = False


def _shows_a_day(code: str) -> bool:
    return bool(_DAY_LETTERS.search(_QUOTED.sub("", code)))
