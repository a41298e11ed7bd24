"""Content-stream text for finished lines: visual order, placed glyphs, nothing left to a viewer."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.printing.script.levels import LTR, RTL
from desktop_app.printing.typesetting.kashida import grown
from desktop_app.printing.typesetting.lines import Line
from desktop_app.printing.typesetting.shape import Glyph
from desktop_app.printing.typesetting.steering import RLM, needs_mark
from desktop_app.printing.typesetting.typesetter import Piece, Setting, Word

_Atom = tuple[int, Setting, str, str]
"""Level, style, operators, and the character with which it begins in the text."""


def line_code(line: Line, x: float, y: float) -> str:
    """Operators that draw the line with its left end at ``x``, between BT and ET."""
    if not line.code:
        line.code = _line_code(line)
    return f"1 0 0 1 {x:.2f} {y:.2f} Tm {line.code}"


def _line_code(line: Line) -> str:
    atoms = visual_atoms(line)
    setting = atoms[0][1]
    parts = [f"{setting.operators} ["]
    for _, own, code, _ in atoms:
        if own is not setting:
            setting = own
            parts.append(f"]TJ {setting.operators} [")
        parts.append(code)
    parts.append("]TJ")
    return "".join(parts)


def visual_atoms(line: Line) -> list[_Atom]:
    """What stands on the line from left to right: level, style and operators of each word, piece or blank."""
    return _steered(_visual(_atoms(line)), line.stretch.base)


def _atoms(line: Line) -> list[_Atom]:
    """Words, pieces and blanks in logical order, each with its level."""
    atoms: list[_Atom] = []
    stretch = line.stretch
    last = line.end - 1
    gap, gap_of = "", None
    for index in range(line.start, line.end):
        word = stretch.words[index]
        if index in line.tails:
            atoms.append((1, word.setting, _grown_code(word, *line.tails[index]), word.text[0]))
        elif word.simple:
            atoms.append((1, word.setting, word.code or _word_code(word), word.text[0]))
        else:
            atoms += [
                (piece.level, piece.setting, piece.code or piece_code(piece), _first(piece)) for piece in word.pieces
            ]
        blanks = stretch.spaces[index]
        if blanks and index < last:
            if word.setting is not gap_of:
                gap, gap_of = _blank_code(word.setting, line.extra), word.setting
            atoms.append((stretch.space_levels[index], word.setting, gap * blanks, " "))
    return atoms


def _first(piece: Piece) -> str:
    """The character with which a piece begins in the text."""
    glyphs = piece.shaped.glyphs
    return glyphs[-1 if piece.level & 1 else 0].character if glyphs else ""


def _steered(atoms: list[_Atom], base: int) -> list[_Atom]:
    """A mark behind every stretch from left to right (see :mod:`.steering`): at its left end on paper."""
    if base == LTR or len({level for level, *_ in atoms}) == 1:
        return atoms
    steered: list[_Atom] = atoms[:1]
    for atom in atoms[1:]:
        level, _, _, first = steered[-1]
        if level == RTL and atom[0] > RTL and needs_mark(first):
            steered.append((RTL, atom[1], _mark_code(atom[1]), RLM))
        steered.append(atom)
    return steered


def _mark_code(setting: Setting) -> str:
    face = setting.face
    return f"<{setting.font.code(face.thin, RLM):04X}>{face.advance(face.thin) * 1000 / face.units:.2f} "


def _blank_code(setting: Setting, extra: float) -> str:
    if not extra:
        return setting.space_code
    # The blank keeps this number apart from one that the next word may begin with
    return f"{setting.space_code}{-extra * 1000 / setting.style.size:.2f} "


def _visual(atoms: list[_Atom]) -> list[_Atom]:
    """Rule L2: reverse from the highest level down to the lowest odd one."""
    found = {level for level, *_ in atoms}
    if len(found) == 1:
        return atoms[::-1] if found.pop() & 1 else atoms
    odd = [level for level in found if level & 1]
    if not odd:
        return atoms
    for level in range(max(found), min(odd) - 1, -1):
        _turn(atoms, level)
    return atoms


def _turn(atoms: list[_Atom], level: int) -> None:
    start, count = 0, len(atoms)
    while start < count:
        end = start
        while end < count and atoms[end][0] >= level:
            end += 1
        atoms[start:end] = atoms[start:end][::-1]
        start = end + 1


def _word_code(word: Word) -> str:
    word.code = "".join(piece_code(piece) for piece in reversed(word.pieces))
    return word.code


def _grown_code(word: Word, place: int, length: int) -> str:
    """A word with a stroke in it; it is drawn once, so nothing is kept."""
    (piece,) = word.pieces
    return piece_code(replace(piece, shaped=grown(piece.shaped, place, length)))


def piece_code(piece: Piece) -> str:
    """The inside of a TJ array."""
    setting = piece.setting
    font, face = setting.font, setting.face
    scale = 1000 / face.units
    parts: list[str] = []
    codes: list[str] = []
    pen = drawn = 0
    for glyph in piece.shaped.glyphs:
        off = bool(glyph.y or glyph.tail) or (not glyph.advance and glyph.index != face.thin and bool(glyph.x))
        shift = pen + (0 if off else glyph.x) - drawn
        if shift:
            _close(parts, codes)
            parts.append(f"{-shift * scale:.2f}")
            drawn += shift
        if not off:
            codes.append(f"{font.code(glyph.index, glyph.character, glyph.turn):04X}")
            drawn += face.advance(glyph.index)
        elif face.whole:
            _close(parts, codes)
            parts.append(_risen_code(setting, glyph))
        else:
            code, width = font.moved_code(glyph, setting.stroke)
            codes.append(f"{code:04X}")
            drawn += width
        pen += glyph.advance
    _close(parts, codes)
    if pen != drawn:
        parts.append(f"{(drawn - pen) * scale:.2f} ")
    piece.code = "".join(parts)
    return piece.code


def _close(parts: list[str], codes: list[str]) -> None:
    """End the string of codes."""
    if codes:
        parts.append(f"<{''.join(codes)}>")
        codes.clear()


def _risen_code(setting: Setting, glyph: Glyph) -> str:
    """A mark off the pen in a font to which nothing may be added: step, rise, draw and come back."""
    units = setting.face.units
    step = glyph.x * 1000 / units
    rise = glyph.y * setting.style.size / units
    code = setting.font.code(glyph.index, glyph.character)
    back = setting.face.advance(glyph.index) * 1000 / units + step
    return f" {-step:.2f}]TJ {rise:.3f} Ts[<{code:04X}>]TJ 0 Ts[{back:.2f} "
