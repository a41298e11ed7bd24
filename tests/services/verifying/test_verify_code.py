"""By its code a paper is told what it is, whether it holds now, what holds instead and who signed."""

from __future__ import annotations

import pytest

from desktop_app.domain.documents.snapshots import paper_code
from desktop_app.domain.read_models.verified_paper import VerifiedPaper
from desktop_app.domain.verifying.verdicts import PaperStanding, reliable
from desktop_app.services.documents.documents import minutes_paper
from desktop_app.services.minutes.amending import amend
from desktop_app.services.minutes.finalising import withdraw
from desktop_app.services.minutes.signing import sign_all
from desktop_app.services.verifying.verify_code import verify_code
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
    assert reliable(found.standing, None)
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
    assert not reliable(found.standing, None)
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
    assert not reliable(found.standing, None)
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
    records.forge("clause", "UPDATE clause SET text = 'فرمان' WHERE kind <> 'note'")
    found = verified(office, code)
    assert found.standing is PaperStanding.FALSIFIED
    assert not reliable(found.standing, None)
