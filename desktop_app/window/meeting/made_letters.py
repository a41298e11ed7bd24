"""Made letters: by which order the invitations of each meeting were last saved or printed in this run, and numbered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.domain.documents.letter_lines import AddresseeLine
    from desktop_app.domain.documents.paper_orders import PaperOrder


@dataclass(frozen=True, slots=True)
class MadeInvitations:
    """The newest order of a meeting; and the number that each letter last bore of its own, whichever order made it."""

    order: PaperOrder
    numbers: Mapping[AddresseeLine, str]


class MadeLetters:
    """Kept by the page of papers, asked by the page of the meeting, where their sending is recorded."""

    def __init__(self) -> None:
        self._made: dict[int, MadeInvitations] = {}

    def keep(self, order: PaperOrder, numbers: Mapping[AddresseeLine, str]) -> None:
        """The invitations of a meeting were made by this order."""
        if order.meeting_id is not None:
            before = self._made.get(order.meeting_id)
            known = {**(before.numbers if before is not None else {}), **numbers}
            self._made[order.meeting_id] = MadeInvitations(order, known)

    def of(self, meeting_id: int) -> MadeInvitations | None:
        """Those of a meeting; none where no letters were made."""
        return self._made.get(meeting_id)
