"""A letter bears no code: by its number in the register it is told what is recorded under it, and no more."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest

from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.snapshots import paper_code
from desktop_app.domain.read_models.rows import register_line
from desktop_app.domain.rules.files import FileOwner, RecordRef
from desktop_app.domain.rules.invitations import Sending, SendingWay
from desktop_app.domain.text.digits import persian_digits
from desktop_app.domain.verifying.verdicts import KeptState, PaperStanding, Worth
from desktop_app.printing.wording.verified_words import told
from desktop_app.services.files.attaching import NewFile, attach
from desktop_app.services.meetings.invitations import send_invitations
from desktop_app.services.meetings.meeting_sheet import meeting_sheet
from desktop_app.services.registers import outgoing
from desktop_app.services.verifying.verify_code import with_kept
from desktop_app.services.verifying.verify_number import verify_typed
from desktop_app.storage.files.kept_papers import KeptPapers
from tests.refusing import refused
from tests.services.office_steps import MONDAY, Office
from tests.services.records import Records
from tests.services.registers.test_registers import went
from tests.services.verifying.papers import code_of, signed


def invited(office: Office, number: str, count: int) -> None:
    """So many invitations, sent under one number."""
    meeting_id = office.convened()
    keys = tuple(one.key for one in meeting_sheet(office.context, meeting_id).invitees)[:count]
    sending = Sending(invitees=keys, day=MONDAY, way=SendingWay.POST)
    sending = replace(sending, said=replace(sending.said, number=number))
    send_invitations(office.context, meeting_id, sending)


@pytest.mark.parametrize("typed", ["دک/۱۴۰۲/۷", " دک/1402/7 ", "دك / ۱۴۰۲ / ۷"])
def test_a_letter_is_found_by_its_number_whichever_way_it_is_typed(office: Office, typed: str) -> None:
    made = outgoing.record_outgoing(office.context, went(office, number="دک/۱۴۰۲/۷"))
    outgoing.record_outgoing(office.context, went(office, number="دک/۱۴۰۲/۷۷"))
    found = verify_typed(office.context, typed)
    assert found.standing is PaperStanding.REGISTERED
    (one,) = found.numbered
    assert (one.letter.addressee, one.letter.day, one.kind) == ("استانداری", office.clock.today(), None)
    assert one.line == register_line(made.id, outgoing=True)
    answer = told(found)
    assert answer.worth is Worth.CAUTION, "a number vouches for no word"
    assert "بیرون از برنامه نوشته شده است و دفتر متن آن را ندارد." in answer.parts[0].lines


def test_a_letter_is_found_by_its_row_in_the_register(office: Office) -> None:
    made = outgoing.record_outgoing(office.context, went(office))
    paper = office.get("outgoing_papers", made.id)
    (one,) = verify_typed(office.context, persian_digits(f"{paper.year}/{paper.row}")).numbered
    assert one.line == register_line(made.id, outgoing=True)


def test_letters_of_one_number_are_told_each_with_its_kind_and_its_text(office: Office) -> None:
    invited(office, "۵۵/د", 2)
    found = verify_typed(office.context, "55/د")
    assert [one.kind for one in found.numbered] == [PaperKind.INVITATION] * 2
    parts = told(found).parts
    assert len(parts) == 2
    # what is kept is sound, and nobody shall take that for a comparison of the paper
    kept = "متنی که دفتر از این نامه نگه داشته دست‌نخورده است. متن کاغذ با آن سنجیده نشد."
    assert all(kept in part.lines for part in parts)
    assert all(any(line.startswith("دعوت‌نامه: ") for line in part.lines) for part in parts)


def test_a_struck_letter_is_void(office: Office) -> None:
    made = outgoing.record_outgoing(office.context, went(office, number="۸/د"))
    outgoing.strike_outgoing(office.context, made.id, "فرستاده نشد")
    found = verify_typed(office.context, "۸/د")
    assert found.standing is PaperStanding.STRUCK
    assert told(found).worth is Worth.BAD


def test_a_kept_text_that_was_changed_is_told(office: Office, records: Records) -> None:
    invited(office, "۵۵/د", 1)
    records.forge("outgoing_paper", "UPDATE outgoing_paper SET document = replace(document, '{', '{ ')")
    found = verify_typed(office.context, "۵۵/د")
    assert found.standing is PaperStanding.FALSIFIED
    answer = told(found)
    assert answer.worth is Worth.BAD
    assert "متنی که دفتر از این نامه نگه داشته است دیگر همان نیست." in answer.parts[0].lines


def test_its_file_is_held_against_its_bytes(office: Office, records: Records) -> None:
    made = outgoing.record_outgoing(office.context, went(office, number="۸/د"))
    scan = records.folder.files.take_bytes(b"%PDF-1.4 scan")
    attach(office.context, RecordRef(FileOwner.OUTGOING, made.id), (NewFile(scan, "نامه.pdf"),), unnamed="نامه")
    kept = KeptPapers(records.folder.folder, records.folder.files)

    def states() -> list[KeptState]:
        (one,) = with_kept(office.context, verify_typed(office.context, "۸/د"), kept).numbered
        return [file.state for file in one.files]

    assert states() == [KeptState.SOUND]
    stored = next(records.folder.folder.rglob(hashlib.sha256(b"%PDF-1.4 scan").hexdigest()))
    stored.chmod(0o600)
    stored.unlink()
    assert states() == [KeptState.MISSING]


def test_codes_are_still_codes(office: Office) -> None:
    version_id = signed(office)
    assert verify_typed(office.context, code_of(office, version_id)).standing is PaperStanding.IN_FORCE
    assert verify_typed(office.context, paper_code("f" * 64)).standing is PaperStanding.UNKNOWN
    with refused("paper_number_unknown", "code"):
        verify_typed(office.context, "دک/۹۹")
    with refused("paper_code_length", "code"):
        verify_typed(office.context, "OB24 E2PD EBEC LZM")
    with refused("paper_code_missing", "code"):
        verify_typed(office.context, " ")
