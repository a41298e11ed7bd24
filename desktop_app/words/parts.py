"""Parts of a line or a sentence, before they are joined."""

from __future__ import annotations

from collections.abc import Iterator


def filled(*parts: str) -> Iterator[str]:
    """The parts that are not empty, in their order."""
    return (part for part in parts if part)
