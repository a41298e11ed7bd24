"""Kept letters whose text and hash somebody replaced together by what is no letter: told as falsified, no fault."""

from __future__ import annotations

import pytest

from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.paper_orders import PaperOrder
from desktop_app.domain.documents.snapshots import content_hash
from desktop_app.domain.outcome import outcome_of
from desktop_app.domain.rules.invitations import Sending, SendingWay
from desktop_app.domain.rules.verifying import PaperVerdict
from desktop_app.services.documents.papers import paper_of
from desktop_app.services.meetings.meeting_sheet import meeting_sheet
from desktop_app.services.registers.invitations import read_invitation, send_invitations
from desktop_app.services.registers.sent_letters import kept_letter, letter_day, register_letters
from desktop_app.services.verifying.verify_file import verify_number
from desktop_app.services.versions.signing import sign_all
from tests.refusing import refused
from tests.services.office_steps import MONDAY, Office
from tests.services.records import Records

DEEP = 100_000
DAMAGED = {
    "no JSON": "{",
    "a list": "[]",
    "nothing": "null",
    "no letters": '{"letters":[]}',
    "letters of a number": '{"letters":5}',
    "another document": '{"schema":1,"meeting":{}}',
    "a letter of other parts": '{"letterhead":{"day":"۱۴۰۲"},"addressees":7}',
    "brackets without end": "[" * DEEP,
    "a day of brackets": '{"letterhead":{"day":' + "[" * 900 + "]" * 900 + "}}",
    "parts within parts": '{"letterhead":' + '{"a":' * 900 + "1" + "}" * 901,
}


def replaced(records: Records, table: str, text: str) -> None:
    """Text and hash, as a foreign program can."""
    held = text.encode().hex()
    records.forge(
        table, f"UPDATE {table} SET document = CAST(X'{held}' AS TEXT), content_hash = '{content_hash(text)}'"
    )


@pytest.fixture
def invited(office: Office) -> int:
    """A meeting of which one invitation went out."""
    meeting_id = office.convened()
    key = meeting_sheet(office.context, meeting_id).invitees[0].key
    send_invitations(office.context, meeting_id, Sending(invitees=(key,), day=MONDAY, way=SendingWay.POST))
    return meeting_id


@pytest.mark.parametrize("which", DAMAGED)
def test_a_letter_that_is_none_is_told_as_falsified(office: Office, records: Records, invited: int, which: str) -> None:
    (paper,) = office.where("outgoing_papers")
    replaced(records, "outgoing_paper", DAMAGED[which])
    with refused("letter_falsified"):
        kept_letter(office.context, paper.id)
    assert letter_day(office.get("outgoing_papers", paper.id)) is None
    found = verify_number(office.context, f"{paper.year}/{paper.row}")
    assert found is not None
    assert found.verdict is PaperVerdict.DIFFERS
    assert [one.kind for one in found.letters] == [""]


@pytest.mark.parametrize("which", DAMAGED)
def test_an_invitation_that_is_none_is_told_as_falsified(
    office: Office, records: Records, invited: int, which: str
) -> None:
    replaced(records, "sent_invitation", DAMAGED[which])
    (sent,) = office.where("sent_invitations", meeting_id=invited)
    with refused("letter_falsified"):
        read_invitation(sent)


@pytest.mark.parametrize("which", DAMAGED)
def test_a_letter_beside_a_damaged_one_enters_the_register(office: Office, records: Records, which: str) -> None:
    """It is looked for among those to the same addressee, of which one is no letter any more."""
    meeting_id, version = office.written(1)
    office.finalised(version)
    sign_all(office.context, version, MONDAY, asked=True)
    order = PaperOrder(kind=PaperKind.EXTRACT, meeting_id=meeting_id)
    made = register_letters(office.context, order, paper_of(office.context, order))
    assert made.papers
    replaced(records, "outgoing_paper", DAMAGED[which])
    again = register_letters(office.context, order, paper_of(office.context, order))
    assert len(again.papers) == len(made.papers)


@pytest.mark.parametrize("which", DAMAGED)
def test_an_answer_of_an_act_that_is_none_is_that_of_another_program(which: str) -> None:
    with pytest.raises(LookupError):
        outcome_of(DAMAGED[which])
