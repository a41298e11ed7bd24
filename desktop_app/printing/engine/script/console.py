"""Persian text for a console that neither joins letters nor writes from right to left.

arabic-reshaper gives each letter its joined form, python-bidi puts the line in visual order. A line is folded to the
width of the console before it is ordered: folded afterwards, its end would come first.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from typing import Final

from arabic_reshaper import ArabicReshaper
from bidi import get_display

from desktop_app.printing.engine.script.letters import mirrored

_SHAPES: Final = ArabicReshaper({"delete_harakat": False, "support_zwj": True})
"""By default it would drop the hamza of «خانهٔ»."""
_STEERING: Final = re.compile(r"(\r\x1b\[K|[\r\n])")
"""Returns and new lines, which are no part of a line."""
_COLUMNS: Final = re.compile(r"(^ +| {2,})")
"""The indent of a line, and the gap between the columns of a help text: each column is ordered for itself."""
_PERSIAN: Final = re.compile("[\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufefc]")
"""A letter, joined or not."""
_JOINERS: Final = re.compile("[\u200b-\u200d\ufeff]")
_CONTROLS: Final = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_OPENING, _CLOSING = "\u2066\u2067\u2068", "\u2069"
_TURNING: Final = re.compile("[" + re.escape("()[]{}<>«»‹›≤≥") + "]")
_FOLLOWER: Final = "\u034f"
"""A mark without a shape that keeps to the sign before it, and so shows in which direction that sign was put."""
_FOLLOWED: Final = re.compile(f"({_TURNING.pattern}){_FOLLOWER}|{_FOLLOWER}({_TURNING.pattern})")
_MARKED: Final = re.compile("([\u064b-\u065f\u0670]+)(.)")


def console_text(text: str, width: int) -> str:
    """Return the text folded to ``width`` cells, with joined letters in visual order; line breaks are kept."""
    parts = _STEERING.split(text)
    return "".join(part if number % 2 else _lines(part, width) for number, part in enumerate(parts))


def _lines(line: str, width: int) -> str:
    shaped = _JOINERS.sub("", _SHAPES.reshape(line))
    return "\n".join(_ordered_columns(piece) for piece in _folded(shaped, width))


def _folded(line: str, width: int) -> Iterator[str]:
    """Yield pieces of at most ``width`` letters; an isolate open at a fold is reopened in the next piece."""
    if len(_CONTROLS.sub("", line)) <= width:
        yield line
        return
    opened = ""
    for piece in textwrap.wrap(line, width, break_on_hyphens=False, replace_whitespace=False):
        whole = opened + piece
        opened = _left_open(whole)
        yield whole


def _left_open(text: str) -> str:
    opened: list[str] = []
    for sign in text:
        if sign in _OPENING:
            opened.append(sign)
        elif sign == _CLOSING and opened:
            opened.pop()
    return "".join(opened)


def _ordered_columns(line: str) -> str:
    parts = _COLUMNS.split(line)
    return "".join(part if number % 2 else _ordered(part) for number, part in enumerate(parts))


def _ordered(text: str) -> str:
    """Return one line in visual order, from left to right."""
    if not _PERSIAN.search(text):
        return _CONTROLS.sub("", text)
    followed = _TURNING.sub(rf"\g<0>{_FOLLOWER}", text)
    put: str = get_display(followed, base_dir="R")
    # python-bidi turns no bracket (rule L4 of UAX #9), and leaves a mark before its letter (rule L3)
    turned = _FOLLOWED.sub(lambda found: found[1] or mirrored(found[2]), _CONTROLS.sub("", put))
    return _MARKED.sub(r"\2\1", turned)
