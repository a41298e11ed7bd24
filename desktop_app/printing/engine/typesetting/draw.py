"""PDF operators of finished lines: glyphs at final positions, in visual order."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.printing.engine.script.levels import RTL
from desktop_app.printing.engine.typesetting.kashida import elongated
from desktop_app.printing.engine.typesetting.set_text import Line, Piece, Setting, Word
from desktop_app.printing.engine.typesetting.shape import RLM, Glyph, needs_mark

_Atom = tuple[int, Setting, str, Word | Piece | None]
"""Level, style, operators, and what is drawn; nothing for a blank or a mark."""


def line_code(line: Line, x: float, y: float) -> str:
    """Return the operators that draw the line with its left end at ``x``, between BT and ET."""
    if not line.code:
        # neighbouring strings become one: what reads the file has less to look at
        line.code = _line_code(line).replace("><", "")
    return f"1 0 0 1 {x:.2f} {y:.2f} Tm {line.code}"


def _line_code(line: Line) -> str:
    atoms = visual_atoms(line)
    setting = atoms[0][1]
    if line.stretch.setting is not None:
        return f"{setting.operators} [{''.join([code for _, _, code, _ in atoms])}]TJ"
    parts = [f"{setting.operators} ["]
    for _, own, code, _ in atoms:
        if own is not setting:
            setting = own
            parts.append(f"]TJ {setting.operators} [")
        parts.append(code)
    parts.append("]TJ")
    return "".join(parts)


def visual_atoms(line: Line) -> list[_Atom]:
    """Return words, pieces and blanks of a line from left to right: level, style and operators."""
    atoms = _atoms(line)
    levels = {atom[0] for atom in atoms}
    atoms = visual_order(atoms, levels)
    return _with_direction_marks(atoms) if len(levels) > 1 and line.stretch.base == RTL else atoms


def _atoms(line: Line) -> list[_Atom]:
    """Return words, pieces and blanks in logical order with their levels."""
    atoms: list[_Atom] = []
    stretch, tails = line.stretch, line.tails
    words, spaces, space_levels = stretch.words, stretch.spaces, stretch.space_levels
    last = line.end - 1
    gap, gap_of = "", None
    for index in range(line.start, line.end):
        word = words[index]
        if index in tails:
            atoms.append((1, word.setting, _grown_code(word, *tails[index]), word))
        elif word.simple:
            atoms.append((1, word.setting, word.code or _word_code(word), word))
        else:
            atoms += [(piece.level, piece.setting, piece.code or piece_code(piece), piece) for piece in word.pieces]
        blanks = spaces[index]
        if blanks and index < last:
            if word.setting is not gap_of:
                gap, gap_of = _blank_code(word.setting, line.extra), word.setting
            atoms.append((space_levels[index], word.setting, gap * blanks, None))
    return atoms


def _first(source: Word | Piece | None) -> str:
    """Return the first logical character of a right-to-left part; empty for a blank."""
    if isinstance(source, Word):
        return source.text[0]
    return source.shaped.glyphs[-1].character if source is not None and source.shaped.glyphs else ""


def _with_direction_marks(atoms: list[_Atom]) -> list[_Atom]:
    """Add a direction mark after every left-to-right stretch that needs one (see :mod:`.shape`)."""
    steered: list[_Atom] = atoms[:1]
    before = atoms[0]
    for atom in atoms[1:]:
        if before[0] == RTL < atom[0] and needs_mark(_first(before[3])):
            setting = atom[1]
            steered.append((RTL, setting, setting.mark_code or _mark_code(setting), None))
        steered.append(atom)
        before = atom
    return steered


def _mark_code(setting: Setting) -> str:
    face = setting.face
    width = face.advance(face.thin) * 1000 / face.units
    setting.mark_code = f"<{setting.font.code(face.thin, RLM):04X}>{width:.2f} "
    return setting.mark_code


def _blank_code(setting: Setting, extra: float) -> str:
    if not extra:
        return setting.space_code
    # The blank keeps this number apart from one that the next word may begin with
    return f"{setting.space_code}{-extra * 1000 / setting.style.size:.2f} "


def visual_order(atoms: list[_Atom], found: set[int]) -> list[_Atom]:
    """Return atoms in visual order: reverse from the highest of the levels to the lowest odd one (rule L2)."""
    if len(found) == 1:
        return atoms[::-1] if atoms[0][0] & 1 else atoms
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
    """Return the operators of an elongated word; not cached, because it is drawn once."""
    (piece,) = word.pieces
    return piece_code(replace(piece, shaped=elongated(piece.shaped, place, length)))


def piece_code(piece: Piece) -> str:
    """Return the content of a TJ array for a piece."""
    setting = piece.setting
    font, face = setting.font, setting.face
    scale = 1000 / face.units
    parts: list[str] = []
    codes: list[str] = []
    pen = drawn = 0
    for glyph in piece.shaped.glyphs:
        mark_off = glyph.x and not glyph.advance and glyph.index != face.thin
        off = mark_off or glyph.y or glyph.tail or glyph.parts
        shift = pen + (0 if off else glyph.x) - drawn
        if shift:
            _close(parts, codes)
            parts.append(f"{-shift * scale:.2f}")
            drawn += shift
        if not off:
            written, width = font.written(glyph)
            codes.append(written)
            drawn += width
        elif face.whole:
            _close(parts, codes)
            parts.append(_raised_mark_code(setting, glyph))
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
    """Close the hexadecimal string of codes."""
    if codes:
        parts.append(f"<{''.join(codes)}>")
        codes.clear()


def _raised_mark_code(setting: Setting, glyph: Glyph) -> str:
    """Return the operators of a mark off the baseline, for a font without an additional glyph for it."""
    units = setting.face.units
    step = glyph.x * 1000 / units
    rise = glyph.y * setting.style.size / units
    code = setting.font.code(glyph.index, glyph.character)
    back = setting.face.advance(glyph.index) * 1000 / units + step
    return f" {-step:.2f}]TJ {rise:.3f} Ts[<{code:04X}>]TJ 0 Ts[{back:.2f} "
