"""By its code a paper is told what it is, whether it holds now, what holds instead and who signed."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from desktop_app.domain.documents.snapshots import paper_code
from desktop_app.domain.read_models.verified_paper import VerifiedPaper
from desktop_app.domain.rules.files import FileOwner, FileRole, RecordRef
from desktop_app.domain.verifying.paper_codes import turned_round
from desktop_app.domain.verifying.verdicts import KeptState, PaperStanding, Worth, worth_of
from desktop_app.printing.wording.verified_words import told
from desktop_app.services.documents.documents import minutes_paper
from desktop_app.services.files.attaching import NewFile, attach
from desktop_app.services.minutes.amending import amend
from desktop_app.services.minutes.finalising import withdraw
from desktop_app.services.minutes.minutes import record_printing
from desktop_app.services.minutes.signing import sign, sign_all
from desktop_app.services.verifying.verify_code import verify_code, with_kept
from desktop_app.storage.files.file_store import FileStore
from desktop_app.storage.files.kept_papers import KeptPapers
from tests.services.office_steps import MONDAY, Office
from tests.services.records import Records
from tests.services.verifying.papers import REASON, code_of, corrected, final, signed


def verified(office: Office, typed: str) -> VerifiedPaper:
    return verify_code(office.context, typed)


def test_signed_minutes_hold(office: Office) -> None:
    version_id = signed(office)
    code = code_of(office, version_id)
    found = verified(office, code)
    assert (found.standing, found.code, found.exact, found.sample) == (PaperStanding.IN_FORCE, code, True, False)
    assert worth_of(found.standing, None) is Worth.GOOD
    minutes = found.minutes
    assert minutes is not None
    assert (minutes.version_id, minutes.number, minutes.day, minutes.version) == (version_id, 1, MONDAY, 1)
    assert (minutes.holds, minutes.changes, minutes.begun) == (1, (), 0)
    assert len(minutes.signers) == 8
    assert {one.signed for one in minutes.signers} == {((1, MONDAY), (2, MONDAY))}


def test_typed_as_people_type(office: Office) -> None:
    code = code_of(office, signed(office))
    typed = f"{code[:8].lower()} {code[8:]}".replace("O", "0").replace("o", "0").replace("l", "1")
    found = verified(office, typed)
    assert (found.code, found.standing) == (code, PaperStanding.IN_FORCE)


def test_final_minutes_lack_signatures(office: Office) -> None:
    version_id = final(office)
    signer = office.where("signers", minutes_version_id=version_id)[0]
    sign_all(office.context, version_id, MONDAY, signer_id=signer.id)
    found = verified(office, code_of(office, version_id))
    assert found.standing is PaperStanding.UNSIGNED
    assert worth_of(found.standing, None) is not Worth.GOOD
    assert found.minutes is not None
    assert [len(one.signed) for one in found.minutes.signers] == [2, 0, 0, 0, 0, 0, 0, 0]


def test_corrected_minutes_tell_what_holds_and_what_differs(office: Office) -> None:
    version_id = signed(office)
    made = corrected(office, version_id)
    found = verified(office, code_of(office, version_id))
    assert found.standing is PaperStanding.CORRECTED
    minutes = found.minutes
    assert minutes is not None
    assert (minutes.version, minutes.holds, minutes.holds_id) == (1, 2, made)
    assert minutes.holds_code == code_of(office, made)
    assert (minutes.reason, bool(minutes.ended_at)) == (REASON, True)
    assert minutes.changes is not None
    (change,) = minutes.changes
    assert (change.part, change.field) == ("resolution", "text")
    assert [(one.mark, one.text) for one in change.pieces] == [
        ("same", "تصمیم"),
        ("removed", "1"),
        ("added", "دیگر"),
    ]
    newest = verified(office, minutes.holds_code)
    assert newest.standing is PaperStanding.UNSIGNED
    assert newest.minutes is not None
    assert newest.minutes.correction == 1


def test_a_correction_that_is_only_begun_changes_nothing_and_is_told(office: Office) -> None:
    version_id = signed(office)
    amend(office.context, version_id, REASON)
    found = verified(office, code_of(office, version_id))
    assert found.standing is PaperStanding.IN_FORCE
    assert found.minutes is not None
    assert found.minutes.begun == 2


def test_withdrawn_minutes_are_void(office: Office) -> None:
    version_id = final(office)
    code = code_of(office, version_id)
    withdraw(office.context, version_id, REASON)
    found = verified(office, code)
    assert found.standing is PaperStanding.WITHDRAWN
    assert worth_of(found.standing, None) is not Worth.GOOD
    assert found.minutes is not None
    assert (found.minutes.reason, found.minutes.holds, found.minutes.begun) == (REASON, None, 2)


def test_the_head_of_the_chain_leads_to_the_minutes_that_show_it(office: Office) -> None:
    version_id = signed(office)
    head = minutes_paper(office.context, version_id).imprint.chain_head
    found = verified(office, head)
    assert found.standing is PaperStanding.CHAIN
    assert found.minutes is not None
    assert found.minutes.version_id == version_id


def test_a_link_without_minutes_is_told_as_that(office: Office, records: Records) -> None:
    final(office)
    links = [row[0] for row in records.rows("SELECT hash FROM chain_link ORDER BY seq")]
    found = verified(office, paper_code(links[1]))
    assert (found.standing, found.minutes) == (PaperStanding.CHAIN, None)


def test_a_strange_code_is_unknown(office: Office) -> None:
    final(office)
    found = verified(office, "ABCDEFGHIJ234567")
    assert (found.standing, found.nearest, found.minutes) == (PaperStanding.UNKNOWN, "", None)


@pytest.mark.parametrize("place", range(16))
def test_one_wrong_letter_offers_the_code_that_is_meant(office: Office, place: int) -> None:
    code = code_of(office, final(office))
    wrong = code[:place] + ("A" if code[place] != "A" else "Q") + code[place + 1 :]
    found = verified(office, wrong)
    assert (found.standing, found.code, found.nearest) == (PaperStanding.UNKNOWN, wrong, code)


def test_a_code_whose_parts_were_copied_the_other_way_round_is_known(office: Office) -> None:
    """Chrome and Edge copy the foot of a page so; the answer names it."""
    code = code_of(office, signed(office))
    copied = turned_round(code)
    assert copied != code
    found = verified(office, copied)
    assert (found.standing, found.code, found.turned) == (PaperStanding.IN_FORCE, code, True)
    assert "جابه‌جا" in "".join(lines(found))
    assert "جابه‌جا" not in "".join(lines(verified(office, code)))


def test_no_other_code_is_taken_for_one_that_was_turned_round(office: Office) -> None:
    """Neither one with a wrong letter, nor the same letters in any other order."""
    code = code_of(office, signed(office))
    copied = turned_round(code)
    wrong = ("A" if copied[0] != "A" else "Q") + copied[1:]
    for typed in (wrong, copied[::-1], copied[1:] + copied[0]):
        found = verified(office, typed)
        assert (found.standing, found.minutes, found.turned) == (PaperStanding.UNKNOWN, None, False)


def test_a_signer_with_a_reservation_is_named_with_it(office: Office) -> None:
    version_id = final(office)
    first, second, *_others = office.where("signers", minutes_version_id=version_id)
    note = "با بند دوم موافق نیستم. " * 20
    sign(office.context, first.id, 1, MONDAY, note)
    sign(office.context, first.id, 2, MONDAY, note)
    sign(office.context, second.id, 1, MONDAY, "تنها تا پایان سال")
    sign_all(office.context, version_id, MONDAY, asked=True)
    found = verified(office, code_of(office, version_id))
    assert found.minutes is not None
    assert [one.notes for one in found.minutes.signers][:3] == [(note.strip(),), ("تنها تا پایان سال",), ()]
    told_of = {one: line for one in (first.name, second.name) for line in lines(found) if line.startswith(one)}
    assert "با ملاحظه: «با بند دوم موافق نیستم." in told_of[first.name].replace("\u2068", "")
    assert len(told_of[first.name]) < 400
    assert told_of[first.name].count("با ملاحظه") == 1, "both originals say the same"
    assert "تنها تا پایان سال" in told_of[second.name]


def lines(found: VerifiedPaper) -> list[str]:
    """Of the whole answer."""
    return [line for part in told(found).parts for line in part.lines]


def test_two_wrong_letters_offer_nothing(office: Office) -> None:
    code = code_of(office, final(office))
    other = {letter: "A" if letter != "A" else "Q" for letter in code}
    for first, last in ((0, 15), (0, 1), (7, 8)):
        wrong = "".join(other[one] if at in (first, last) else one for at, one in enumerate(code))
        assert verified(office, wrong).nearest == ""


def test_minutes_whose_words_were_changed_behind_the_program_are_not_vouched_for(
    office: Office, records: Records
) -> None:
    version_id = signed(office)
    code = code_of(office, version_id)
    records.forge("minutes_version", "UPDATE minutes_version SET snapshot = replace(snapshot, 'تصمیم', 'فرمان')")
    found = verified(office, code)
    assert found.standing is PaperStanding.FALSIFIED
    assert worth_of(found.standing, None) is not Worth.GOOD


def test_files_that_are_kept_are_looked_at(office: Office, records: Records, tmp_path: Path) -> None:
    """The print for the pen and the scan: as recorded, gone, or not what they were."""
    version_id = signed(office)
    papers = tmp_path / "papers"
    papers.mkdir()
    (papers / "minutes.pdf").write_bytes(b"the print")
    digest = hashlib.sha256(b"the print").hexdigest()
    record_printing(office.context, version_id, copies=2, path="minutes.pdf", sha256="0" * 64)
    record_printing(office.context, version_id, copies=1, path="minutes.pdf", sha256=digest)
    store = FileStore(tmp_path / "files")
    scan = store.take_bytes(b"%PDF-1.7 a scan")
    record = RecordRef(FileOwner.MINUTES, version_id)
    attach(office.context, record, (NewFile(scan, "scan.pdf"),), unnamed="-", role=FileRole.SCAN)
    kept = KeptPapers(papers, store)

    def states() -> list[KeptState]:
        found = with_kept(office.context, verified(office, code_of(office, version_id)), kept)
        assert found.minutes is not None
        return [one.state for one in found.minutes.kept]

    assert states() == [KeptState.SOUND, KeptState.SOUND], "the newest print of a name took the place of the others"
    (papers / "minutes.pdf").write_bytes(b"another")
    store.path_of(scan.sha256).unlink()
    assert states() == [KeptState.ALTERED, KeptState.MISSING]
    (papers / "minutes.pdf").unlink()
    assert states()[0] is KeptState.MISSING
