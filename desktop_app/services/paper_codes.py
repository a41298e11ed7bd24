"""Protocol of the codes on papers beyond those of records, as storage finds them."""

from __future__ import annotations

from typing import Protocol


class PaperCodes(Protocol):
    """What a code is that no record of a paper has (:meth:`~desktop_app.services.ports.RecordIds.coded`)."""

    def chained(self, code: str) -> int | None:
        """The minutes whose paper shows this head of the chain, 0 for none; None where it is of no link."""
        ...

    def near(self, code: str) -> tuple[str, ...]:
        """The known codes that differ from this one in a single letter."""
        ...
