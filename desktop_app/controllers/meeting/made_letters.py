"""Made letters: by which order the invitations of each meeting were last saved or printed in this run."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.domain.documents.paper_orders import PaperOrder


class MadeLetters:
    """Kept by the page of papers, asked by the page of the meeting, where their sending is recorded."""

    def __init__(self) -> None:
        self._orders: dict[int, PaperOrder] = {}

    def keep(self, order: PaperOrder) -> None:
        """The invitations of a meeting were made by this order."""
        if order.meeting_id is not None:
            self._orders[order.meeting_id] = order

    def of(self, meeting_id: int) -> PaperOrder | None:
        """The newest order of a meeting; none where no letters were made."""
        return self._orders.get(meeting_id)
