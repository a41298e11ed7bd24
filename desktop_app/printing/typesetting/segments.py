"""A line in stretches that lead to one anchor each: what a link needs to know of its words and where they stand.

Widths are read from the operators that draw, so they hold whatever a line does to its words and blanks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby, takewhile

from desktop_app.printing.typesetting.draw import visual_atoms
from desktop_app.printing.typesetting.set_text import Line, Setting

_PARTS = re.compile(r"<([0-9A-F]+)>|\]TJ [-\d.]+ Ts\[|(-?\d+(?:\.\d+)?)")


@dataclass(frozen=True, slots=True)
class Segment:
    """Neighbours on a line with the same ``link`` (none: ""); ``left`` and ``right`` are where their ink stands."""

    link: str
    left: float
    right: float
    ascent: float
    descent: float
    code: str


def segments(line: Line, x: float) -> list[Segment]:
    """Segments of a line that begins at ``x``, from left to right, each with operators that go on from the last."""
    found = []
    atoms = [(atom[1], atom[2]) for atom in visual_atoms(line)]
    for link, group in groupby(atoms, key=lambda atom: atom[0].style.link):
        own = list(group)
        width = sum(_width(*atom) for atom in own)
        before = sum(_width(*atom) for atom in takewhile(_is_blank, own))
        after = sum(_width(*atom) for atom in takewhile(_is_blank, reversed(own)))
        setting = own[0][0]
        found.append(Segment(link, x + before, x + width - after, setting.ascent, setting.descent, _code(own)))
        x += width
    return found


def _code(atoms: list[tuple[Setting, str]]) -> str:
    parts = []
    for _, group in groupby(atoms, key=lambda atom: id(atom[0])):
        own = list(group)
        parts.append(f"{own[0][0].operators} [{''.join(code for _, code in own)}]TJ")
    return " ".join(parts).replace("><", "")


def _is_blank(atom: tuple[Setting, str]) -> bool:
    setting, code = atom
    return bool(code) and {f"<{text}>" for text, _ in _PARTS.findall(code) if text} == {setting.space_code}


def _width(setting: Setting, code: str) -> float:
    """How far the operators move on, in points."""
    moved = 0.0
    for text, number in _PARTS.findall(code):
        moved += sum(setting.font.width(int(text[at : at + 4], 16)) for at in range(0, len(text), 4))
        moved -= float(number or 0)
    return moved * setting.style.size / 1000
