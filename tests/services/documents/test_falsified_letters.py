"""Letters that somebody changed behind the program after they were sent are told, and shown and printed no more."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from desktop_app.domain.rules.invitations import Sending, SendingWay
from desktop_app.services.meetings.meeting_sheet import meeting_sheet
from desktop_app.services.registers.invitations import send_invitations
from desktop_app.services.registers.sent_letters import kept_letter
from tests.refusing import refused
from tests.services.conftest import Forge
from tests.services.office_steps import Office


@pytest.fixture
def meeting(office: Office) -> int:
    """One to which everybody was invited; each letter stands in the register, too."""
    meeting_id = office.convened()
    keys = tuple(one.key for one in meeting_sheet(office.context, meeting_id).invitees)
    sending = Sending(invitees=keys, day=office.clock.today(), way=SendingWay.BY_HAND)
    send_invitations(office.context, meeting_id, sending)
    return meeting_id


READ: dict[str, Callable[[Office, int], object]] = {
    "sent_invitation": lambda office, meeting_id: meeting_sheet(office.context, meeting_id),
    "outgoing_paper": lambda office, _meeting: kept_letter(office.context, office.where("outgoing_papers")[0].id),
}
"""By the kind of record that keeps it: what reads a letter as it went out."""


@pytest.mark.parametrize("kind", READ)
@pytest.mark.parametrize(
    "change", ["document = replace(document, 'دعوت', 'بازدعوت') || ' '", f"content_hash = '{'0' * 64}'"]
)
def test_it_is_neither_shown_nor_printed(office: Office, meeting: int, forge: Forge, kind: str, change: str) -> None:
    READ[kind](office, meeting)
    forge(f"UPDATE {kind} SET {change}")
    with refused("letter_falsified"):
        READ[kind](office, meeting)
