"""The unflattering lines on which the paper is judged."""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).resolve().parent.parent


def lines() -> list[str]:
    """Every line of the corpus, as an operator would have typed it."""
    return (_HERE / "corpus.txt").read_text(encoding="utf-8").splitlines()
