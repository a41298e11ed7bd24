"""A PDF file is held against what is kept, and against the same paper made anew; altered pages are named."""

from __future__ import annotations

import hashlib
import random
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app import wiring
from desktop_app.domain.documents.letter_lines import LetterSaid
from desktop_app.domain.documents.paper_kinds import PaperKind, Profile
from desktop_app.domain.documents.paper_orders import PaperOrder
from desktop_app.domain.errors import EnvironmentProblem, Refused
from desktop_app.domain.read_models.scans import ChosenFile
from desktop_app.domain.read_models.verified_paper import FileCompared, VerifiedPaper
from desktop_app.domain.rules.files import FileOwner, FileRole, RecordRef
from desktop_app.domain.rules.invitations import Sending, SendingWay
from desktop_app.domain.rules.notices import Notice
from desktop_app.domain.verifying.verdicts import FileEvidence, PaperStanding, Worth, worth_of
from desktop_app.printing.paper_reading import PaperFiles
from desktop_app.services.documents.documents import minutes_paper
from desktop_app.services.documents.extract_document import extract_paper
from desktop_app.services.documents.invitation_document import invitation_paper
from desktop_app.services.documents.papers import paper_of
from desktop_app.services.documents.register_document import register_paper
from desktop_app.services.files.attaching import NewFile, attach
from desktop_app.services.follow_up.notifying import notify
from desktop_app.services.meetings.invitations import send_invitations, strike_sendings
from desktop_app.services.meetings.meeting_sheet import meeting_sheet
from desktop_app.services.meetings.printed_invitations import numbered_invitations, record_printed
from desktop_app.services.minutes.finalising import withdraw
from desktop_app.services.minutes.minutes import record_printing
from desktop_app.services.registers.sent_letters import register_letters, strike_letters
from desktop_app.services.verifying.verify_file import verify_files, verify_pdf
from desktop_app.storage.files.file_store import FileStore
from tests.services.office_steps import MONDAY, Office
from tests.services.offices import Offices
from tests.services.verifying.papers import (
    READING,
    REASON,
    RENDERER,
    code_of,
    corrected,
    final,
    made,
    pdf_of,
    printing_office,
    saved_again,
    signed,
    with_a_stroke,
    with_one_glyph_changed,
    with_other_document,
    with_title,
    without_page,
)

S, E = PaperStanding, FileEvidence


@pytest.fixture
def press(office: Office) -> Office:
    """An office that prints with the fonts of the program."""
    return printing_office(office)


def verified(office: Office, pdf: bytes) -> VerifiedPaper:
    return verify_pdf(office.context, READING, pdf)


def whole(office: Office, pdf: bytes) -> VerifiedPaper:
    """As the window asks."""
    return verify_files(office.context, READING, [ChosenFile("فایل.pdf", content=pdf)])


def file_of(found: VerifiedPaper) -> FileCompared:
    assert found.file is not None
    return found.file


# ---- minutes


@pytest.mark.parametrize("profile", [None, Profile.A_2B, Profile.A_1B])
def test_the_paper_as_it_was_made(press: Office, profile: Profile | None) -> None:
    version_id = signed(press)
    pdf = pdf_of(press, version_id, profile)
    found = verified(press, pdf)
    assert (found.standing, found.code) == (S.IN_FORCE, code_of(press, version_id))
    assert (file_of(found).evidence, file_of(found).differing) == (E.SAME_BYTES, ())
    assert file_of(found).sha256 == hashlib.sha256(pdf).hexdigest()
    assert worth_of(found.standing, file_of(found).evidence) is Worth.GOOD


def test_a_print_that_was_kept_is_known_by_its_bytes(press: Office) -> None:
    version_id = final(press)
    pdf = pdf_of(press, version_id) + b"\n% as an older version of the program made it"
    digest = hashlib.sha256(pdf).hexdigest()
    record_printing(press.context, version_id, copies=2, path="minutes.pdf", sha256=digest)
    found = verified(press, pdf)
    assert (found.standing, file_of(found).evidence) == (S.UNSIGNED, E.KEPT)
    assert file_of(found).kept_at.startswith("2023-")
    assert found.minutes is not None
    assert found.minutes.printings == 2


def test_the_kept_scan_is_known_by_its_bytes_and_another_attachment_is_no_paper(press: Office, tmp_path: Path) -> None:
    version_id = signed(press)
    record = RecordRef(FileOwner.MINUTES, version_id)
    register = made(PaperKind.REGISTER, register_paper(press.context, 1402))
    scan = saved_again(register)
    for place, (pdf, role) in enumerate(((scan, FileRole.SCAN), (register, None))):
        stored = FileStore(tmp_path).take_bytes(pdf)
        attach(press.context, record, (NewFile(stored, f"{place}.pdf"),), unnamed="بی‌نام", role=role)
    found = whole(press, scan)
    assert (found.standing, file_of(found).evidence, file_of(found).kept_at) == (S.IN_FORCE, E.KEPT, "")
    other = whole(press, register)
    assert (other.standing, file_of(other).evidence, file_of(other).attached) == (S.UNKEPT, E.OWN_SOURCE, 1)


def test_other_bytes_with_the_same_pages(press: Office) -> None:
    found = verified(press, saved_again(pdf_of(press, signed(press))))
    assert (found.standing, file_of(found).evidence) == (S.IN_FORCE, E.SAME_PAGES)


def test_one_glyph_that_was_changed_is_named_with_its_page(press: Office) -> None:
    found = verified(press, with_one_glyph_changed(pdf_of(press, signed(press)), page=1))
    assert file_of(found).evidence is E.ALTERED
    (page,) = file_of(found).differing
    assert page.page == 2
    assert page.pieces or not (page.missing or page.surplus)
    assert worth_of(found.standing, file_of(found).evidence) is not Worth.GOOD


def test_a_stroke_without_a_word_is_seen(press: Office) -> None:
    found = verified(press, with_a_stroke(pdf_of(press, signed(press))))
    assert file_of(found).evidence is E.ALTERED
    assert [(one.page, one.pieces) for one in file_of(found).differing] == [(1, ())]


def test_a_title_that_another_program_gave_hides_nothing(press: Office) -> None:
    """Without the document inside the words tell which paper it is, whatever the file calls itself."""
    pdf = with_title(pdf_of(press, signed(press), Profile.A_2B), "Microsoft Print")
    assert file_of(verified(press, pdf)).evidence is E.SAME_PAGES
    assert file_of(verified(press, with_one_glyph_changed(pdf))).evidence is E.ALTERED


def test_a_page_that_was_taken_out_is_missed(press: Office) -> None:
    pdf = pdf_of(press, signed(press))
    total = len(READING.read(pdf).pages)
    found = verified(press, without_page(pdf, total - 1))
    assert file_of(found).evidence is E.ALTERED
    assert [(one.page, one.missing) for one in file_of(found).differing] == [(total, True)]


def test_other_words_inside_under_the_genuine_code_are_not_believed(press: Office) -> None:
    version_id = signed(press)
    altered = with_other_document(pdf_of(press, version_id), "تصمیم", "فرمان")
    found = verified(press, altered)
    assert (found.standing, found.code) == (S.IN_FORCE, code_of(press, version_id))
    assert file_of(found).evidence is E.ALTERED
    assert file_of(found).source_differs


def test_the_words_of_a_withdrawn_version_under_its_code(press: Office) -> None:
    version_id = final(press)
    before = pdf_of(press, version_id)
    withdraw(press.context, version_id, REASON)
    for pdf in (before, pdf_of(press, version_id)):
        found = verified(press, pdf)
        assert (found.standing, file_of(found).evidence) == (S.WITHDRAWN, E.SAME_BYTES)
        assert worth_of(found.standing, file_of(found).evidence) is not Worth.GOOD


def test_an_older_version_tells_what_holds(press: Office) -> None:
    version_id = signed(press)
    pdf = pdf_of(press, version_id)
    newest = corrected(press, version_id)
    found = verified(press, pdf)
    assert (found.standing, file_of(found).evidence) == (S.CORRECTED, E.SAME_BYTES)
    assert found.minutes is not None
    assert (found.minutes.holds_id, len(found.minutes.changes or ())) == (newest, 1)
    assert verified(press, pdf_of(press, newest)).standing is S.UNSIGNED


def test_a_draft_has_no_code(press: Office) -> None:
    _, version_id = press.written(1)
    found = verified(press, pdf_of(press, version_id))
    assert (found.standing, found.code, file_of(found).evidence) == (S.DRAFT, "", E.NOT_COMPARED)
    assert found.claims is not None
    assert (found.claims.kind, found.claims.number) == ("minutes", 1)


def test_a_sample_is_told_as_one(press: Office) -> None:
    press.set_settings(sample=True)
    found = verified(press, pdf_of(press, signed(press)))
    assert (found.sample, file_of(found).evidence) == (True, E.SAME_BYTES)


# ---- other papers


def test_a_paper_of_another_office(press: Office, offices: Offices) -> None:
    final(press)
    with offices.opened() as (opened, _records):
        other = printing_office(opened)
        with other.open_work() as work:
            (committee,) = work.committees.where()
            work.committees.update(replace(committee, name="کمیتهٔ دیگر"))
            work.commit()
        pdf = pdf_of(other, signed(other))
    found = verified(press, pdf)
    assert found.standing is S.UNKNOWN
    assert found.claims is not None
    assert (found.claims.other_committee, found.claims.committee, found.claims.number) == (True, "کمیتهٔ دیگر", 1)


def test_a_foreign_file(press: Office) -> None:
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas("")
    canvas.drawString(100, 700, "An invoice of somebody else")
    canvas.showPage()
    found = verified(press, canvas.getpdfdata())
    assert (found.standing, file_of(found).evidence) == (S.FOREIGN, E.NOT_COMPARED)


@pytest.mark.parametrize("content", [b"", b"no paper", b"%PDF-1.7 and then nothing"])
def test_what_is_no_pdf_is_refused(press: Office, content: bytes) -> None:
    with pytest.raises(EnvironmentProblem) as refused:
        verified(press, content)
    assert refused.value.key == "pdf_unreadable"


def test_an_extract_is_held_against_the_minutes_it_names(press: Office) -> None:
    version_id = signed(press)
    meeting_id = press.get("versions", version_id).meeting_id
    pdf = made(PaperKind.EXTRACT, extract_paper(press.context, meeting_id))
    found = verified(press, pdf)
    assert (found.standing, file_of(found).evidence) == (S.CITING_RIGHTLY, E.OWN_SOURCE)
    assert [(one.as_source, one.as_now) for one in found.resolutions] == [(True, True)] * 2
    corrected(press, version_id)
    now = verified(press, pdf)
    assert now.standing is S.CITING
    assert [(one.as_source, one.as_now) for one in now.resolutions] == [(True, False), (True, True)]


def test_an_extract_that_was_sent_tells_to_whom_and_cites_what_holds(press: Office) -> None:
    """A letter that went out is no word on whether its resolutions hold now: the minutes are."""
    version_id = signed(press)
    order = PaperOrder(kind=PaperKind.EXTRACT, meeting_id=press.get("versions", version_id).meeting_id)
    paper = paper_of(press.context, order)
    pdf = made(PaperKind.EXTRACT, paper)
    assert verified(press, pdf).letter is None
    letters = register_letters(press.context, order, paper).papers
    assert len(letters) > 1
    found = verified(press, pdf)
    assert (found.standing, file_of(found).evidence) == (S.CITING_RIGHTLY, E.RECORDED_SOURCE)
    assert found.letter is not None
    assert found.letter.addressee == press.get("outgoing_papers", letters[0]).addressee
    strike_letters(press.context, letters[1:2], "فرستاده نشد")
    assert verified(press, pdf).standing is S.STRUCK


def test_a_strange_letter_among_those_that_were_sent_is_vouched_for_by_none(press: Office) -> None:
    signed(press)
    (first, *_others) = press.where("resolutions")
    notify(press.context, first.id, Notice(day=MONDAY))
    press.clock.forward(days=60)
    order = PaperOrder(kind=PaperKind.REMINDER)
    paper = paper_of(press.context, order)
    assert len(register_letters(press.context, order, paper).papers) == len(paper.document.letters)
    found = verified(press, made(PaperKind.REMINDER, paper))
    assert (found.standing, file_of(found).evidence) == (S.SENT, E.RECORDED_SOURCE)
    assert found.code == "", "none stands on a letter"
    letters = paper.document.letters
    forged = replace(letters[0], addressee=replace(letters[0].addressee, name="دستگاه دیگر"))
    more = replace(paper, document=replace(paper.document, letters=(*letters, forged)))
    assert verified(press, made(PaperKind.REMINDER, more)).standing is S.UNKEPT


def test_an_extract_with_other_words_inside_is_found(press: Office) -> None:
    meeting_id = press.get("versions", signed(press)).meeting_id
    pdf = made(PaperKind.EXTRACT, extract_paper(press.context, meeting_id))
    found = verified(press, with_other_document(pdf, "تصمیم 1", "تصمیم 7"))
    assert file_of(found).evidence is E.ALTERED, "its pages are not what lies inside it"
    assert not all(one.as_source for one in found.resolutions)


def test_an_extract_without_its_document_is_not_taken_for_the_minutes(press: Office) -> None:
    meeting_id = press.get("versions", signed(press)).meeting_id
    pdf = RENDERER.make(PaperKind.EXTRACT, extract_paper(press.context, meeting_id), Profile.A_2B)
    found = verified(press, pdf)
    assert (found.standing, file_of(found).evidence) == (S.CITING, E.NOT_COMPARED)


def test_an_invitation_that_was_sent(press: Office) -> None:
    meeting_id = press.convened()
    key = meeting_sheet(press.context, meeting_id).invitees[0].key
    pdf = made(PaperKind.INVITATION, invitation_paper(press.context, meeting_id, LetterSaid(day=MONDAY)))
    assert verified(press, pdf).standing is S.UNKEPT
    send_invitations(press.context, meeting_id, Sending(invitees=(key,), day=MONDAY, way=SendingWay.POST))
    found = verified(press, pdf)
    assert (found.standing, file_of(found).evidence) == (S.SENT, E.OWN_SOURCE)
    assert worth_of(found.standing, file_of(found).evidence) is not Worth.GOOD, (
        "letters to others lie in it, and nobody sent them"
    )
    assert found.letter is not None
    assert (found.letter.day, found.letter.meeting_id) == (MONDAY, meeting_id)


@pytest.mark.parametrize("pattern", ["", "د/{سریال}"])
def test_invitations_that_were_printed_before_their_day_was_known(press: Office, pattern: str) -> None:
    """The window prints them with dots for the day, and the day of sending is that of the letter that is kept."""
    with press.open_work() as work:
        work.put_settings(replace(work.settings(), outgoing_pattern=pattern))
        work.audit("changed", "office_setting", 1)
        work.commit()
    order = PaperOrder(kind=PaperKind.INVITATION, meeting_id=press.convened())
    paper = paper_of(press.context, order)
    without, numbered = paper, numbered_invitations(press.context, order, paper)
    record_printed(press.context, order, numbered.document)
    # what gets its number by the pattern bears its day, too
    of_numbered = E.RECORDED_SOURCE if pattern else E.RECORDED_UNDATED
    for one, evidence in ((without, E.RECORDED_UNDATED), (numbered, of_numbered)):
        found = verified(press, made(PaperKind.INVITATION, one))
        assert (found.standing, file_of(found).evidence) == (S.SENT, evidence)
    other = replace(numbered, document=replace(numbered.document, note=("بندی که فرستاده نشد",)))
    assert verified(press, made(PaperKind.INVITATION, other)).standing is S.UNKEPT
    sent = [one.id for one in press.where("sent_invitations")]
    strike_sendings(press.context, sent, "فرستاده نشد")
    assert verified(press, made(PaperKind.INVITATION, numbered)).standing is S.STRUCK


def test_a_report_is_told_to_be_kept_by_no_record(press: Office) -> None:
    signed(press)
    pdf = made(PaperKind.REGISTER, register_paper(press.context, 1402))
    found = verified(press, pdf)
    assert (found.standing, file_of(found).evidence) == (S.UNKEPT, E.OWN_SOURCE)
    assert worth_of(found.standing, file_of(found).evidence) is not Worth.GOOD


def test_a_font_that_is_gone_is_told_and_nothing_claimed(office: Office, tmp_path: Path) -> None:
    """Minutes that name a font which nobody has any more cannot be made anew."""
    version_id = signed(office)
    paper = minutes_paper(office.context, version_id)
    pdf = RENDERER.make(PaperKind.MINUTES, replace(paper, document=replace(paper.document, fonts=())), Profile.A_2B)
    found = verify_pdf(office.context, PaperFiles(wiring.paper_renderer(tmp_path)), pdf)
    assert (found.standing, found.code) == (S.IN_FORCE, code_of(office, version_id))
    why = file_of(found).why
    assert (file_of(found).evidence, why.key if why else "") == (E.NOT_COMPARED, "font_lost")


@pytest.mark.parametrize("seed", range(12))
def test_a_damaged_file_is_never_taken_for_the_genuine_one(press: Office, seed: int) -> None:
    """Bytes are changed anywhere: it is unreadable, altered, or its pages are whole; and nothing else goes wrong."""
    chance = random.Random(seed)
    pdf = bytearray(pdf_of(press, signed(press)))
    for _ in range(chance.choice((1, 3, 30))):
        at = chance.randrange(len(pdf))
        pdf[at] = (pdf[at] + chance.randrange(1, 256)) % 256
    try:
        found = whole(press, bytes(pdf))
    except Refused:
        return
    assert file_of(found).evidence not in {E.SAME_BYTES, E.KEPT}


def test_a_file_of_many_pages_is_given_up_while_it_is_read(press: Office) -> None:
    class GivenUp(Exception):
        """Nobody waits any more."""

    heard: list[tuple[int, int]] = []

    def told(done: int, total: int) -> None:
        heard.append((done, total))
        raise GivenUp

    pdf = pdf_of(press, signed(press))
    with pytest.raises(GivenUp):
        READING.read(pdf, told)
    with pytest.raises(GivenUp):
        verify_pdf(press.context, READING, pdf, told)
    assert len(heard) == 2
    assert all(done <= 1 < total for done, total in heard), "and not after the last page"
