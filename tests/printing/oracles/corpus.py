"""The unflattering lines on which the paper is judged."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

_HERE = Path(__file__).resolve().parent.parent


def lines() -> list[str]:
    """Every line of the corpus, as an operator would have typed it."""
    return (_HERE / "corpus.txt").read_text(encoding="utf-8").splitlines()


class Mixed(NamedTuple):
    """A Persian line with a stretch from left to right in it, and that stretch alone."""

    stretch: str
    line: str


def mixed_lines() -> list[Mixed]:
    """Addresses, versions, phone numbers, English phrases and the like amid Persian words."""
    rows = (_HERE / "left_to_right.txt").read_text(encoding="utf-8").splitlines()
    parted = [row.split("\t") for row in rows]
    return [Mixed(stretch, around.replace("{}", stretch)) for stretch, around in parted]
