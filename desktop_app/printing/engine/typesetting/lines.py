"""Line breaking: first fit for ragged text, the best breaks of the whole paragraph for justified text."""

from __future__ import annotations

from math import inf
from unicodedata import combining

from desktop_app.printing.engine.typesetting.set_text import Line, Stretch, Word
from desktop_app.printing.engine.typesetting.style import STRETCH
from desktop_app.printing.engine.typesetting.typesetter import Typesetter
from desktop_app.printing.engine.typesetting.words import tied_widths, without_wide_ties

_SHRINK = 0.12
"""A justified space may lose this share of its width, or gain as many times its width as the style says."""
_RAGGED = 25.0
_EMPTY = 400.0
"""What a line left ragged costs, and what it would cost if it were empty."""
_LONE_WORD = 1.5
_SLACK = 1e-6


def break_stretch(
    typesetter: Typesetter, stretch: Stretch, width: float, first: float, justify: bool, most: float = STRETCH
) -> list[Line]:
    """Return the lines of a stretch; ``first`` is the first indent, ``most`` the largest growth of a blank.

    The same cell under the same head comes again on every page: its lines are broken once.
    """
    most = most if justify else 0.0
    known = stretch.broken
    if known is None or (most and typesetter.typography.kashida):  # with kashida its words will grow
        return _broken(typesetter, stretch, width, first, most)
    key = (width, first, most)
    found = known.get(key)
    if found is None:
        found = known[key] = _broken(typesetter, stretch, width, first, most)
    return found


def _broken(typesetter: Typesetter, stretch: Stretch, width: float, first: float, most: float) -> list[Line]:
    """Break a stretch into lines; ``most`` is 0 for ragged text."""
    if not stretch.words:
        return [Line(stretch, 0, 0, 0.0, 0, indent=first, is_last=True)]
    narrow = min(width, width - first)
    if max([word.width for word in stretch.words]) > narrow:
        stretch = _cut_wide_words(typesetter, stretch, narrow)
    if stretch.tied:
        stretch = without_wide_ties(stretch, narrow)
    breaks = _best_breaks(stretch, width, first, most) if most else _first_fit(stretch, width, first)
    lines = []
    start = 0
    for end in breaks:
        lines.append(_line(stretch, start, end, width, first if start == 0 else 0.0, most))
        start = end
    return lines


def _line(stretch: Stretch, start: int, end: int, width: float, indent: float, most: float) -> Line:
    words, spaces = stretch.words, stretch.spaces
    natural, blanks, blank_width = words[end - 1].width, 0, 0.0
    for index in range(start, end - 1):
        word = words[index]
        blanks += spaces[index]
        blank_width += spaces[index] * word.setting.space
        natural += word.width
    natural += blank_width
    line = Line(stretch, start, end, natural, blanks, 0.0, indent, end == len(words))
    missing = width - indent - natural
    wanted = most and blanks and (not line.is_last or missing < 0)
    if wanted and -blank_width * _SHRINK - _SLACK <= missing <= blank_width * most:
        line.extra = missing / blanks
        line.width += missing
    elif wanted:
        line.lacking = missing
    return line


def _first_fit(stretch: Stretch, width: float, first: float) -> list[int]:
    breaks = []
    room = width - first + _SLACK
    used = pending = 0.0
    tied = stretch.tied
    wide = tied_widths(stretch) if tied else {}
    for index, word in enumerate(stretch.words):
        if index and index not in tied and used + pending + wide.get(index, word.width) > room:
            breaks.append(index)
            room = width + _SLACK
            used = word.width
        else:
            used += pending + word.width
        pending = stretch.spaces[index] * word.setting.space
    breaks.append(len(stretch.words))
    return breaks


def _sums(stretch: Stretch, first: float) -> tuple[list[float], list[float]]:
    """Return running widths of words and of blanks before word ``i``; the first indent counts as a word."""
    inked, blank = [0.0], [0.0]
    total, gaps = first, 0.0
    for word, spaces in zip(stretch.words, stretch.spaces, strict=True):
        total += word.width
        gaps += spaces * word.setting.space
        inked.append(total)
        blank.append(gaps)
    return inked, blank


def _best_breaks(stretch: Stretch, width: float, first: float, most: float) -> list[int]:
    """Return the breaks with the least sum of squared stretch; linear, because only full lines are tried."""
    inked, blank = _sums(stretch, first)
    count = len(stretch.words)
    room = width + _SLACK
    cost = [0.0] * (count + 1)
    before = [0] * (count + 1)
    low = 0
    for end in range(1, count + 1):
        ink_end, gap_end = inked[end], blank[end - 1]
        while low < end - 1 and ink_end - inked[low] + (gap_end - blank[low]) * (1 - _SHRINK) > room:
            low += 1
        if end in stretch.tied:
            cost[end], before[end] = inf, low
            continue
        if end == count:
            cost[end], before[end] = _last_line(cost, inked, blank, low, end, width)
        else:
            cost[end], before[end] = _full_line(cost, inked, blank, low, end, width, most)
    breaks = [count]
    while before[breaks[-1]]:
        breaks.append(before[breaks[-1]])
    return breaks[::-1]


def _full_line(
    cost: list[float], inked: list[float], blank: list[float], low: int, end: int, width: float, most: float
) -> tuple[float, int]:
    """Return the cost of the cheapest line that ends before word ``end``, and its first word."""
    best, chosen = -1.0, low
    ink_end, gap_end = inked[end], blank[end - 1]
    for start in range(low, end):
        gaps = gap_end - blank[start]
        missing = width - (ink_end - inked[start]) - gaps
        ratio = missing / gaps if gaps > 0 else 9.0
        if ratio > most:
            total = cost[start] + (_RAGGED + _EMPTY * (missing / width) ** 2)
        else:
            # A squeezed space is seen sooner than a wide one
            total = cost[start] + (ratio * ratio if ratio >= 0 else 9 * ratio * ratio)
        if best < 0 or total < best:
            best, chosen = total, start
        if ratio > most and start > low and best < inf:
            break
    return best, chosen


def _last_line(
    cost: list[float], inked: list[float], blank: list[float], low: int, count: int, width: float
) -> tuple[float, int]:
    """Return the cost of the cheapest last line, which stays ragged, and its first word."""
    best, chosen = -1.0, low
    for start in range(low, count):
        gaps = blank[count - 1] - blank[start]
        missing = width - (inked[count] - inked[start]) - gaps
        ratio = missing / gaps if missing < 0 and gaps > 0 else 0.0
        penalty = 9 * ratio * ratio + (_LONE_WORD if start == count - 1 and start > 0 else 0.0)
        total = cost[start] + penalty
        if best < 0 or total < best:
            best, chosen = total, start
    return best, chosen


def _cut_wide_words(typesetter: Typesetter, stretch: Stretch, width: float) -> Stretch:
    """Cut every word wider than a line at the last letter that fits."""
    result = Stretch([], [], [], stretch.base, setting=stretch.setting)
    tied = []
    for index, (word, spaces, level) in enumerate(
        zip(stretch.words, stretch.spaces, stretch.space_levels, strict=True)
    ):
        if index in stretch.tied:
            tied.append(len(result.words))
        parts = _cut(typesetter, word, width) if word.width > width else [word]
        result.words += parts
        result.spaces += [0] * (len(parts) - 1) + [spaces]
        result.space_levels += [level] * len(parts)
    result.tied = frozenset(tied)
    return result


def _cut(typesetter: Typesetter, word: Word, width: float) -> list[Word]:
    parts = []
    done, count = 0, len(word.text)
    mean = max(word.width / count, 0.01)
    while done < count:
        fits = max(1, min(count - done, int(width / mean) + 2))
        while fits > 1 and _part(typesetter, word, done, done + fits).width > width:
            fits -= 1
        while done + fits < count and _part(typesetter, word, done, done + fits + 1).width <= width:
            fits += 1
        while fits > 1 and done + fits < count and combining(word.text[done + fits]):
            fits -= 1
        parts.append(_part(typesetter, word, done, done + fits))
        done += fits
    return parts


def _part(typesetter: Typesetter, word: Word, start: int, end: int) -> Word:
    return typesetter.word(word.setting, word.text[start:end], word.levels[start:end])
