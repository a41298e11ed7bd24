"""Protocol of the codes on papers, as storage finds them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from desktop_app.domain.read_models.scans import PaperOf


class PaperCodes(Protocol):
    """Papers by the codes that they show, which are the beginnings of their hashes."""

    def of(self, code: str) -> Sequence[tuple[PaperOf, int]]:
        """The papers with this code, by kind and id, of each kind the oldest first; none for what is no code."""
        ...

    def of_hash(self, content_hash: str) -> Sequence[tuple[PaperOf, int]]:
        """The papers with this very text."""
        ...

    def chained(self, code: str) -> int | None:
        """The minutes whose paper shows this head of the chain, 0 for none; None where it is of no link."""
        ...

    def near(self, code: str) -> tuple[str, ...]:
        """The known codes that differ from this one in a single letter."""
        ...
