"""Column widths of a table: the shares of the design, each widened to the longest word it holds."""

from __future__ import annotations

from collections.abc import Sequence

_LONGEST = 0.25
"""The share of the whole width over which a word may be cut."""
_SLACK = 0.5


def column_widths(
    shares: Sequence[float], needed: Sequence[float], available: float, elastic: int | None = None
) -> list[float]:
    """Widths in points of columns that ``needed`` so much for their longest words.

    Where the shares do not add up to what is ``available``, they are shares of it. Column ``elastic`` gives what others
    are widened by (on another sheet than the design's: the widest, if none is named). Where that is not enough, every
    column gives what it can spare.
    """
    given = sum(shares)
    widths = list(shares)
    if abs(given - available) > _SLACK:
        widths = [width * available / given for width in widths]
        elastic = widths.index(max(widths)) if elastic is None else elastic
    if elastic is None:
        return widths
    widths = _fitted(widths, needed, elastic)
    # a word longer than that is cut in any case, and takes no room from the others
    least = [width if need > available * _LONGEST else need for need, width in zip(needed, widths, strict=True)]
    short = any(width + _SLACK < need for width, need in zip(widths, least, strict=True))
    if short and (sum(least) <= available or widths[elastic] < least[elastic]):
        widths = _evened(shares, least, available)
    return widths


def missing(widths: Sequence[float], needed: Sequence[float], available: float) -> float:
    """Points that columns of these widths lack for their longest words, but for words that are cut in any case."""
    lacking = [need - width for need, width in zip(needed, widths, strict=True) if need <= available * _LONGEST]
    return sum(lack for lack in lacking if lack > _SLACK)


def _fitted(widths: Sequence[float], needed: Sequence[float], elastic: int) -> list[float]:
    """Widths that hold each column's longest word, as far as the elastic column can give (to half its width)."""
    fitted = list(widths)
    spare = widths[elastic] / 2
    for column, width in enumerate(widths):
        if column == elastic:
            continue
        more = max(needed[column] - width, 0.0)
        if more > spare:
            # it has to be cut anyway, and the elastic column keeps its width for all the other rows
            continue
        fitted[column] += more
        fitted[elastic] -= more
        spare -= more
    return fitted


def _evened(shares: Sequence[float], needed: Sequence[float], available: float) -> list[float]:
    """Each column holds its longest word, and what is left goes to those that the design has wider than that."""
    scale = available / sum(shares)
    left = available - sum(needed)
    if left <= 0:
        return [width * available / sum(needed) for width in needed]
    wished = [max(share * scale - least, 0.0) for share, least in zip(shares, needed, strict=True)]
    return [least + left * wish / sum(wished) for least, wish in zip(needed, wished, strict=True)]
