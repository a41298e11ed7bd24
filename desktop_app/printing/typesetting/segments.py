"""A line in stretches that lead to one anchor each: what a link needs to know of its words and where they stand."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.printing.typesetting.draw import piece_code
from desktop_app.printing.typesetting.lines import Line
from desktop_app.printing.typesetting.typesetter import Setting


@dataclass(frozen=True, slots=True)
class Segment:
    """Neighbours on a line with the same ``link`` (none: ""); ``first`` orders segments as they are read."""

    link: str
    first: int
    left: float
    width: float
    ascent: float
    descent: float
    code: str


@dataclass(frozen=True, slots=True)
class _Atom:
    level: int
    setting: Setting
    code: str
    width: float
    place: int


def segments(line: Line, x: float, y: float) -> list[Segment]:
    """Segments from left to right with the operators that draw each, between BT and ET."""
    found: list[Segment] = []
    group: list[_Atom] = []
    for atom in _visual(_atoms(line)):
        if group and atom.setting.style.link != group[-1].setting.style.link:
            found.append(_segment(group, x, y))
            x += found[-1].width
            group = []
        group.append(atom)
    return [*found, _segment(group, x, y)]


def _segment(atoms: list[_Atom], x: float, y: float) -> Segment:
    first = setting = atoms[0].setting
    parts = [f"1 0 0 1 {x:.2f} {y:.2f} Tm {setting.operators} ["]
    for atom in atoms:
        if atom.setting is not setting:
            setting = atom.setting
            parts.append(f"]TJ {setting.operators} [")
        parts.append(atom.code)
    parts.append("]TJ")
    width = sum(atom.width for atom in atoms)
    place = min(atom.place for atom in atoms)
    return Segment(first.style.link, place, x, width, first.ascent, first.descent, "".join(parts))


def _atoms(line: Line) -> list[_Atom]:
    """Pieces and blanks in logical order."""
    atoms: list[_Atom] = []
    stretch = line.stretch
    for index in range(line.start, line.end):
        word = stretch.words[index]
        atoms += [
            _Atom(piece.level, piece.setting, piece.code or piece_code(piece), piece.width, index)
            for piece in word.pieces
        ]
        blanks = stretch.spaces[index]
        if blanks and index < line.end - 1:
            setting = _blank_setting(line, index)
            grown = f"{-line.extra * 1000 / setting.style.size:.2f} " if line.extra else ""
            atoms.append(
                _Atom(
                    stretch.space_levels[index],
                    setting,
                    (setting.space_code + grown) * blanks,
                    (setting.space + line.extra) * blanks,
                    index,
                )
            )
    return atoms


def _blank_setting(line: Line, index: int) -> Setting:
    """The blank after a link's last word belongs to what follows: a link ends with its ink."""
    own, following = line.stretch.words[index].setting, line.stretch.words[index + 1].setting
    return own if own.style.link == following.style.link or not own.style.link else following


def _visual(atoms: list[_Atom]) -> list[_Atom]:
    """Rule L2: reverse from the highest level down to the lowest odd one."""
    odd = [atom.level for atom in atoms if atom.level & 1]
    if not odd:
        return atoms
    for level in range(max(atom.level for atom in atoms), min(odd) - 1, -1):
        start = 0
        while start < len(atoms):
            end = start
            while end < len(atoms) and atoms[end].level >= level:
                end += 1
            atoms[start:end] = atoms[start:end][::-1]
            start = end + 1
    return atoms
