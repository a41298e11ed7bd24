"""Content-stream text for finished lines: visual order, placed glyphs, nothing left to a viewer."""

from __future__ import annotations

from desktop_app.printing.typesetting.lines import Line
from desktop_app.printing.typesetting.typesetter import Piece, Setting, Word

_Atom = tuple[int, Setting, str]


def line_code(line: Line, x: float, y: float) -> str:
    """Operators that draw the line with its left end at ``x``, between BT and ET."""
    atoms = visual_atoms(line)
    setting = atoms[0][1]
    parts = [f"1 0 0 1 {x:.2f} {y:.2f} Tm {setting.operators} ["]
    for _, own, code in atoms:
        if own is not setting:
            setting = own
            parts.append(f"]TJ {setting.operators} [")
        parts.append(code)
    parts.append("]TJ")
    return "".join(parts)


def visual_atoms(line: Line) -> list[_Atom]:
    """What stands on the line from left to right: level, style and operators of each word, piece or blank."""
    return _visual(_atoms(line))


def _atoms(line: Line) -> list[_Atom]:
    """Words, pieces and blanks in logical order, each with its level."""
    atoms: list[_Atom] = []
    stretch = line.stretch
    last = line.end - 1
    for index in range(line.start, line.end):
        word = stretch.words[index]
        if word.simple:
            atoms.append((1, word.setting, word.code or _word_code(word)))
        else:
            atoms += [(piece.level, piece.setting, piece.code or piece_code(piece)) for piece in word.pieces]
        blanks = stretch.spaces[index]
        if blanks and index < last:
            atoms.append((stretch.space_levels[index], word.setting, _blank_code(word.setting, line.extra) * blanks))
    return atoms


def _blank_code(setting: Setting, extra: float) -> str:
    if not extra:
        return setting.space_code
    # The blank keeps this number apart from one that the next word may begin with
    return f"{setting.space_code}{-extra * 1000 / setting.style.size:.2f} "


def _visual(atoms: list[_Atom]) -> list[_Atom]:
    """Rule L2: reverse from the highest level down to the lowest odd one."""
    found = {level for level, _, _ in atoms}
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


def piece_code(piece: Piece) -> str:
    """The inside of a TJ array; a raised mark closes the array, rises, draws and comes back."""
    setting = piece.setting
    font, face = setting.font, setting.face
    scale = 1000 / face.units
    parts: list[str] = []
    codes: list[str] = []
    pen = drawn = 0
    for glyph in piece.shaped.glyphs:
        shift = pen + glyph.x - drawn
        if shift:
            if codes:
                parts.append(f"<{''.join(codes)}>")
                codes = []
            parts.append(f"{-shift * scale:.2f}")
            drawn += shift
        code = f"{font.code(glyph.index, glyph.character, glyph.turn):04X}"
        if glyph.y:
            if codes:
                parts.append(f"<{''.join(codes)}>")
                codes = []
            rise = glyph.y * setting.style.size / face.units
            parts.append(f"]TJ {rise:.3f} Ts[<{code}>]TJ 0 Ts[")
        else:
            codes.append(code)
        drawn += face.advance(glyph.index)
        pen += glyph.advance
    if codes:
        parts.append(f"<{''.join(codes)}>")
    if pen != drawn:
        parts.append(f"{(drawn - pen) * scale:.2f} ")
    piece.code = "".join(parts)
    return piece.code
