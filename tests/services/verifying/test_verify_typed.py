"""By a code or a number: which paper it is, whether it holds, what holds instead."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.paper_orders import PaperOrder
from desktop_app.domain.documents.snapshots import paper_code
from desktop_app.domain.read_models.verified_paper import VerifiedPaper
from desktop_app.domain.rules.invitations import Sending, SendingWay
from desktop_app.domain.rules.verifying import IdentifiedBy, InvalidReason, PaperVerdict, with_reversed_runs
from desktop_app.domain.text.digits import persian_digits
from desktop_app.printing.words.verified_words import result_texts
from desktop_app.services.documents.documents import minutes_paper
from desktop_app.services.documents.papers import paper_of
from desktop_app.services.meetings.meeting_sheet import meeting_sheet
from desktop_app.services.minutes.finalising import withdraw
from desktop_app.services.registers import papers
from desktop_app.services.registers.invitations import send_invitations, strike_sendings
from desktop_app.services.registers.sent_letters import register_letters
from desktop_app.services.verifying.verify_file import verify_typed
from desktop_app.services.versions.amending import amend
from desktop_app.services.versions.signing import sign_all
from tests.refusing import refused
from tests.services.office_steps import MONDAY, Office
from tests.services.records import Records
from tests.services.registers.test_registers import went
from tests.services.verifying.papers import REASON, code_of, corrected, final, signed

V = PaperVerdict


def verified(office: Office, typed: str) -> VerifiedPaper:
    return verify_typed(office.context, typed)


def judged(found: VerifiedPaper) -> tuple[PaperVerdict, InvalidReason | None]:
    return found.verdict, found.lapse


# ---- minutes


def test_signed_minutes_hold_by_code_and_by_number(office: Office) -> None:
    version_id = signed(office)
    code = code_of(office, version_id)
    # as people type
    for typed in (code, f"{code[:8].lower()} {code[8:]}".replace("O", "0").replace("o", "0").replace("l", "1")):
        found = verified(office, typed)
        assert (found.verdict, found.clue, found.code) == (V.HOLDS, IdentifiedBy.CODE, code)
        assert result_texts(found).headline == "کد صورت‌جلسهٔ ۱، نسخهٔ ۱، برقرار؛ متن را با برگه بسنجید"
    assert found.minutes is not None
    assert (found.minutes.version_id, found.minutes.day, found.minutes.holds_id) == (version_id, MONDAY, version_id)
    assert "۸ از ۸ امضا، ۱۱ اردیبهشت" in result_texts(found).facts
    for typed in ("1", "۱", " ۱ "):
        by_number = verified(office, typed)
        assert (by_number.verdict, by_number.clue, by_number.minutes) == (V.HOLDS, IdentifiedBy.NUMBER, found.minutes)


def test_final_minutes_lack_signatures(office: Office) -> None:
    version_id = final(office)
    signer = office.where("signers", minutes_version_id=version_id)[0]
    sign_all(office.context, version_id, MONDAY, signer_id=signer.id)
    found = verified(office, code_of(office, version_id))
    assert judged(found) == (V.NOT_IN_FORCE, InvalidReason.UNSIGNED)
    assert found.minutes is not None
    assert (found.minutes.signed, found.minutes.signers) == (1, 8)


def test_a_draft_is_known_by_its_number(office: Office) -> None:
    office.written(1)
    assert judged(verified(office, "1")) == (V.NOT_IN_FORCE, InvalidReason.DRAFT)


def test_corrected_minutes_name_the_version_in_force(office: Office) -> None:
    version_id = signed(office)
    amend_only = amend(office.context, version_id, REASON).id
    assert judged(verified(office, code_of(office, version_id))) == (V.HOLDS, None), "a draft changes nothing"
    office.finalised(amend_only)
    found = verified(office, code_of(office, version_id))
    assert judged(found) == (V.NOT_IN_FORCE, InvalidReason.CORRECTED)
    assert found.minutes is not None
    assert (found.minutes.holds, found.minutes.holds_id) == (2, amend_only)
    assert "نسخهٔ برقرار: ۲" in result_texts(found).facts
    assert judged(verified(office, code_of(office, amend_only))) == (V.NOT_IN_FORCE, InvalidReason.UNSIGNED)


def test_withdrawn_minutes_do_not_hold(office: Office) -> None:
    version_id = final(office)
    code = code_of(office, version_id)
    withdraw(office.context, version_id, REASON)
    found = verified(office, code)
    assert judged(found) == (V.NOT_IN_FORCE, InvalidReason.WITHDRAWN)
    assert found.minutes is not None
    assert found.minutes.holds == 0


def test_a_hash_of_the_chain_leads_to_the_minutes_that_show_it(office: Office, records: Records) -> None:
    version_id = signed(office)
    found = verified(office, minutes_paper(office.context, version_id).imprint.chain_head)
    assert (found.verdict, found.clue) == (V.HOLDS, IdentifiedBy.CHAIN)
    assert found.minutes is not None
    assert found.minutes.version_id == version_id
    links = [row[0] for row in records.rows("SELECT hash FROM chain_link ORDER BY seq")]
    alone = verified(office, paper_code(links[1]))
    assert (alone.verdict, alone.clue, alone.minutes) == (V.UNKNOWN, IdentifiedBy.CHAIN, None)


def test_minutes_whose_words_were_changed_behind_the_program_are_not_vouched_for(
    office: Office, records: Records
) -> None:
    code = code_of(office, signed(office))
    records.forge("minutes_version", "UPDATE minutes_version SET snapshot = replace(snapshot, 'تصمیم', 'فرمان')")
    found = verified(office, code)
    assert judged(found) == (V.DIFFERS, None)
    assert "پشتیبان" in "".join(result_texts(found).facts)


# ---- codes that are unknown


def test_wrong_letters_offer_the_code_that_is_meant(office: Office) -> None:
    code = code_of(office, final(office))
    other = ["A" if letter != "A" else "Q" for letter in code]
    for place in range(16):
        wrong = code[:place] + other[place] + code[place + 1 :]
        found = verified(office, wrong)
        assert (found.verdict, found.code, found.nearest) == (V.UNKNOWN, wrong, code)
    for first, last in ((0, 15), (0, 1), (7, 8)):
        wrong = "".join(other[at] if at in (first, last) else one for at, one in enumerate(code))
        assert verified(office, wrong).nearest == ""


def test_a_code_whose_parts_were_copied_the_other_way_round_is_known(office: Office) -> None:
    """Chrome and Edge copy the foot of a page so; no other order of the letters is taken for it."""
    code = code_of(office, signed(office))
    copied = with_reversed_runs(code)
    assert copied != code
    assert (verified(office, copied).verdict, verified(office, copied).code) == (V.HOLDS, code)
    wrong = ("A" if copied[0] != "A" else "Q") + copied[1:]
    for typed in (wrong, copied[::-1], copied[1:] + copied[0]):
        assert verified(office, typed).verdict is V.UNKNOWN


def test_what_is_neither_code_nor_number_is_refused(office: Office) -> None:
    for typed, key in (
        ("دک/۹۹", "paper_number_unknown"),
        ("OB24 E2PD EBEC LZM", "paper_code_length"),
        (" ", "paper_code_missing"),
    ):
        with refused(key, "code"):
            verified(office, typed)


# ---- letters


def invited(office: Office, number: str, count: int) -> None:
    """So many invitations, sent under one number."""
    meeting_id = office.convened()
    keys = tuple(one.key for one in meeting_sheet(office.context, meeting_id).invitees)[:count]
    sending = Sending(invitees=keys, day=MONDAY, way=SendingWay.POST)
    sending = replace(sending, said=replace(sending.said, number=number))
    send_invitations(office.context, meeting_id, sending)


def test_a_letter_is_found_by_its_number_or_its_row(office: Office) -> None:
    made = papers.record_outgoing(office.context, went(office, number="دک/۱۴۰۲/۷"))
    papers.record_outgoing(office.context, went(office, number="دک/۱۴۰۲/۷۷"))
    paper = office.get("outgoing_papers", made.id)
    row = persian_digits(f"{paper.year}/{paper.row}")
    for typed in ("دک/۱۴۰۲/۷", " دک/1402/7 ", "دك / ۱۴۰۲ / ۷", row):
        found = verified(office, typed)
        assert (found.verdict, found.clue) == (V.HOLDS, IdentifiedBy.NUMBER)
        (one,) = found.letters
        assert (one.outgoing_id, one.addressee, one.day, one.kind) == (
            made.id,
            "استانداری",
            office.clock.today(),
            "",
        )
    papers.strike_paper(office.context, made.id, "فرستاده نشد", outgoing=True)
    assert judged(verified(office, "دک/۱۴۰۲/۷")) == (V.NOT_IN_FORCE, InvalidReason.STRUCK)


def test_letters_of_one_number_are_each_named(office: Office) -> None:
    invited(office, "۵۵/د", 2)
    found = verified(office, "55/د")
    assert [one.kind for one in found.letters] == [PaperKind.INVITATION.value] * 2
    assert sum("دعوت‌نامه" in fact for fact in result_texts(found).facts) == 2
    sent = [one.id for one in office.where("sent_invitations")]
    strike_sendings(office.context, sent[:1], "فرستاده نشد")
    assert verified(office, "55/د").verdict is V.HOLDS, "the other one holds"
    strike_sendings(office.context, sent[1:], "فرستاده نشد")
    assert judged(verified(office, "55/د")) == (V.NOT_IN_FORCE, InvalidReason.STRUCK)


def test_a_kept_letter_that_was_changed_is_not_vouched_for(office: Office, records: Records) -> None:
    invited(office, "۵۵/د", 1)
    records.forge("outgoing_paper", "UPDATE outgoing_paper SET document = replace(document, '{', '{ ')")
    assert verified(office, "۵۵/د").verdict is V.DIFFERS


def test_an_extract_holds_while_its_minutes_do(office: Office) -> None:
    version_id = signed(office)
    order = PaperOrder(kind=PaperKind.EXTRACT, meeting_id=office.get("versions", version_id).meeting_id)
    (first, *_others) = register_letters(office.context, order, paper_of(office.context, order)).papers
    paper = office.get("outgoing_papers", first)
    row = f"{paper.year}/{paper.row}"
    assert verified(office, row).verdict is V.HOLDS
    corrected(office, version_id)
    assert judged(verified(office, row)) == (V.NOT_IN_FORCE, InvalidReason.SOURCE_GONE)
