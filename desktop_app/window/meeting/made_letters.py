"""Invitations printed or saved in this run: the last order of each meeting and the numbers of its letters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.domain.documents.letter_lines import AddresseeLine
    from desktop_app.domain.documents.paper_orders import PaperOrder


@dataclass(frozen=True, slots=True)
class MadeInvitations:
    """The last order of a meeting's invitations, and the last own number of each letter."""

    order: PaperOrder
    numbers: Mapping[AddresseeLine, str]


class MadeLetters:
    """The invitations made in this run, by meeting."""

    def __init__(self) -> None:
        self._made: dict[int, MadeInvitations] = {}

    def keep(self, order: PaperOrder, numbers: Mapping[AddresseeLine, str]) -> None:
        """Store the order by which the invitations of a meeting were made."""
        if order.meeting_id is not None:
            before = self._made.get(order.meeting_id)
            known = {**(before.numbers if before is not None else {}), **numbers}
            self._made[order.meeting_id] = MadeInvitations(order, known)

    def of(self, meeting_id: int) -> MadeInvitations | None:
        """Return the invitations made of a meeting; None if there are none."""
        return self._made.get(meeting_id)
