"""The letters and digits of Persian text."""

from __future__ import annotations

from typing import Final

LETTERS: Final = "".join(
    map(chr, (*range(0x621, 0x63B), *range(0x641, 0x649), 0x67E, 0x686, 0x698, 0x6A9, 0x6AF, 0x6CC))
)
"""Hamza to vav in the order of Unicode (with teh marbuta and the Arabic kaf), then those that Persian has besides."""
DIGITS: Final = "".join(map(chr, range(0x6F0, 0x6FA)))
