"""Signs that turn round in right-to-left text (rule L4 of UAX #9)."""

from __future__ import annotations

from typing import Final

_LEFT: Final = "([{<«‹≤⁅⁽₍〈⟨⟦⟪⌈⌊≪∈"
_RIGHT: Final = ")]}>»›≥⁆⁾₎〉⟩⟧⟫⌉⌋≫∋"
_MIRRORED: Final = dict(zip(_LEFT + _RIGHT, _RIGHT + _LEFT, strict=True))


def mirrored(sign: str) -> str:
    """The sign whose shape stands for this one from right to left; the sign itself where nothing turns."""
    return _MIRRORED.get(sign, sign)
