"""Files: by their bytes alone, by the document inside a PDF, by printed codes, by the marks of a scan."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from desktop_app.domain import page_marks
from desktop_app.domain.documents.paper_kinds import PaperKind, Profile
from desktop_app.domain.documents.paper_orders import PaperOrder
from desktop_app.domain.errors import Refused
from desktop_app.domain.progress import Progress, no_progress
from desktop_app.domain.read_models.scans import ChosenFile, ReadPage, ScanImport
from desktop_app.domain.read_models.verified_paper import FoundInPdf, VerifiedFile, VerifiedPaper
from desktop_app.domain.rules.files import FileOwner, FileRole, RecordRef
from desktop_app.domain.rules.notices import Notice
from desktop_app.domain.rules.verifying import IdentifiedBy, InvalidReason, PaperVerdict, StoredAs
from desktop_app.printing.strangers.paper_reading import PaperFiles
from desktop_app.printing.strangers.scan_reader import ScanReader
from desktop_app.printing.words.verified_words import result_texts
from desktop_app.services.documents.documents import minutes_paper
from desktop_app.services.documents.papers import paper_of
from desktop_app.services.documents.register_document import register_paper
from desktop_app.services.files.owners import NewFile, attach
from desktop_app.services.follow_up.notifying import notify
from desktop_app.services.minutes.finalising import withdraw
from desktop_app.services.minutes.minutes import record_printing
from desktop_app.services.registers.sent_letters import register_letters, strike_letters
from desktop_app.services.scans.scan_keeping import keep_scan, store_scan
from desktop_app.services.scans.scan_tools import ScanTools, read_scan
from desktop_app.services.taking_over.importing import enter_typed
from desktop_app.services.verifying.verify_file import verify_files
from desktop_app.storage.file.file_store import FileStore
from tests import made_scans
from tests.services.office_steps import MONDAY, Office
from tests.services.offices import Offices
from tests.services.records import Records
from tests.services.taking_over.test_earlier import tell
from tests.services.taking_over.test_importing import WORDS
from tests.services.taking_over.test_scan import PAST
from tests.services.verifying.papers import (
    READING,
    REASON,
    code_of,
    corrected,
    final,
    made,
    pdf_of,
    pdf_of_pictures,
    printing_office,
    saved_again,
    scan_of,
    signed,
    with_one_glyph_changed,
    with_other_document,
)

V = PaperVerdict
DPI = 150


@pytest.fixture
def press(office: Office) -> Office:
    """An office that prints with the fonts of the program."""
    return printing_office(office)


def verified(office: Office, *contents: bytes) -> VerifiedPaper:
    files = [ChosenFile(f"فایل {place}", content=one) for place, one in enumerate(contents)]
    return verify_files(office.context, READING, files)


def file_of(found: VerifiedPaper) -> VerifiedFile:
    assert found.file is not None
    return found.file


class Unopened(PaperFiles):
    """Reads bytes and opens nothing."""

    def found_in_pdf(self, content: bytes, progress: Progress = no_progress) -> FoundInPdf:
        raise AssertionError("a kept file is not opened")

    def pages(self, files: Sequence[ChosenFile], progress: Progress) -> Iterator[ReadPage]:
        raise AssertionError("a kept file is not opened")


def kept(office: Office, content: bytes) -> VerifiedPaper:
    return verify_files(office.context, Unopened(), [ChosenFile("فایل", content=content)])


# ---- bytes


def test_a_kept_print_is_the_paper_while_its_minutes_hold(press: Office) -> None:
    version_id, content = signed(press), b"%PDF-1.7 as an older version of the program made it"
    digest = hashlib.sha256(content).hexdigest()
    record_printing(press.context, version_id, copies=2, path="minutes.pdf", sha256=digest)
    found = kept(press, content)
    assert (found.verdict, found.clue, file_of(found).kept) == (V.SAME, IdentifiedBy.BYTES, StoredAs.PRINT)
    assert result_texts(found).headline == (
        "این فایل بایت به بایت همان صورت‌جلسهٔ ۱، نسخهٔ ۱ است و برقرار است؛ می‌توانید به آن استناد کنید"
    )
    assert digest in "".join(result_texts(found).details)
    corrected(press, version_id)
    found = kept(press, content)
    assert (found.verdict, found.lapse) == (V.NOT_IN_FORCE, InvalidReason.CORRECTED)
    assert "استناد" not in result_texts(found).headline


def test_a_kept_print_of_a_sample_is_nothing_to_rely_on(press: Office) -> None:
    press.set_settings(sample=True)
    digest = hashlib.sha256(b"%PDF").hexdigest()
    record_printing(press.context, signed(press), copies=1, path="minutes.pdf", sha256=digest)
    assert kept(press, b"%PDF").verdict is V.KEPT


def kept_scan(
    office: Office, records: Records, pages: list[made_scans.Picture], version_id: int, reason: str = ""
) -> tuple[bytes, bytes]:
    """The chosen file and the scan that was kept of it."""
    source = made_scans.tiff([one.convert("L") for one in pages], DPI, "tiff_lzw")
    tools = ScanTools(ScanReader(), records.folder.files, lambda _version: pdf_of(office, version_id))
    reading = read_scan(office.context, tools, [ChosenFile("a.tif", content=source)], version_id=version_id)
    scan = ScanImport(version_id=version_id, original=1, reading=reading, reason=reason)
    stored = store_scan(tools, scan)
    keep_scan(office.context, scan, stored, name="اسکن.pdf")
    return source, records.folder.files.path_of(stored.file.sha256).read_bytes()


def test_a_kept_scan_is_the_paper_and_a_file_that_it_was_made_of_is_for_the_eye(
    press: Office, records: Records
) -> None:
    version_id = signed(press)
    source, scan = kept_scan(press, records, made_scans.drawn(pdf_of(press, version_id), DPI), version_id)
    assert (kept(press, scan).verdict, file_of(kept(press, scan)).kept) == (V.SAME, StoredAs.SCAN)
    assert (kept(press, source).verdict, file_of(kept(press, source)).kept) == (V.KEPT, StoredAs.SCAN_SOURCE)


def test_a_scan_that_was_kept_with_a_reason_is_for_the_eye(press: Office, records: Records) -> None:
    version_id = signed(press)
    pages = made_scans.drawn(pdf_of(press, version_id), DPI)
    for content in kept_scan(press, records, [*pages, pages[0]], version_id, REASON):
        found = kept(press, content)
        assert (found.verdict, file_of(found).reason) == (V.KEPT, REASON)
        assert REASON in "".join(result_texts(found).facts)


def test_the_kept_scan_of_a_meeting_from_before_the_records(press: Office, tmp_path: Path) -> None:
    tell(press)
    stored = FileStore(tmp_path).take_bytes(b"%PDF-1.7 a scan")
    enter_typed(press.context, PAST, "زیرساخت", True, WORDS, NewFile(stored, "اسکن.pdf"))
    found = kept(press, b"%PDF-1.7 a scan")
    assert (found.verdict, found.code) == (V.SAME, "")
    assert "از جلسه‌های پیشین" in result_texts(found).headline


def test_an_attachment_is_no_paper(press: Office, tmp_path: Path) -> None:
    """Whoever attaches a forged paper makes it no genuine one."""
    record = RecordRef(FileOwner.MINUTES, signed(press))
    forged = with_one_glyph_changed(pdf_of(press, record.id))
    for content, verdict in ((b"plain text", V.KEPT), (forged, V.HOLDS)):
        stored = FileStore(tmp_path).take_bytes(content)
        attach(press.context, record, (NewFile(stored, "پیوست"),), unnamed="-", role=FileRole.ATTACHMENT)
        found = verified(press, content)
        assert (found.verdict, file_of(found).attached) == (verdict, 1)
        assert "پیوست ۱ سند دفتر" in " ".join((result_texts(found).headline, *result_texts(found).facts))


# ---- the document inside


@pytest.mark.parametrize("change", [bytes, saved_again, with_one_glyph_changed])
def test_a_pdf_whose_document_is_recorded_is_for_the_eye(press: Office, change: object) -> None:
    version_id = signed(press)
    found = verified(press, change(pdf_of(press, version_id)))  # type: ignore[operator]
    assert (found.verdict, found.clue, file_of(found).agrees) == (V.HOLDS, IdentifiedBy.DOCUMENT, True)
    assert found.minutes is not None
    assert found.minutes.version_id == version_id


def test_other_words_inside_under_the_genuine_code_are_not_believed(press: Office) -> None:
    version_id = signed(press)
    found = verified(press, with_other_document(pdf_of(press, version_id), "تصمیم", "فرمان"))
    assert (found.verdict, found.code, file_of(found).agrees) == (V.DIFFERS, code_of(press, version_id), False)


@pytest.mark.parametrize("profile", [Profile.A_2B, Profile.A_1B])
def test_a_form_without_a_document_is_known_by_its_codes(press: Office, profile: Profile) -> None:
    version_id = signed(press)
    found = verified(press, pdf_of(press, version_id, profile))
    assert (found.verdict, found.clue, found.code) == (V.HOLDS, IdentifiedBy.CODE, code_of(press, version_id))
    assert file_of(found).agrees is None


def test_a_withdrawn_version_and_a_draft_do_not_hold(press: Office) -> None:
    version_id = final(press)
    before = pdf_of(press, version_id)
    withdraw(press.context, version_id, REASON)
    for pdf in (before, pdf_of(press, version_id)):
        assert (verified(press, pdf).verdict, verified(press, pdf).lapse) == (V.NOT_IN_FORCE, InvalidReason.WITHDRAWN)
    _, draft = press.written(1)
    found = verified(press, pdf_of(press, draft))
    assert (found.verdict, found.lapse, found.code) == (V.NOT_IN_FORCE, InvalidReason.DRAFT, "")


def test_a_paper_of_another_office_is_unknown(press: Office, offices: Offices) -> None:
    final(press)
    with offices.opened() as (opened, _records):
        other = printing_office(opened)
        with other.open_work() as work:
            (committee,) = work.committees.where()
            work.committees.update(replace(committee, name="کمیتهٔ دیگر"))
            work.commit()
        pdf = pdf_of(other, signed(other))
    assert verified(press, pdf).verdict is V.UNKNOWN


def test_a_report_is_kept_by_no_record(press: Office) -> None:
    signed(press)
    found = verified(press, made(PaperKind.REGISTER, register_paper(press.context, 1402)))
    assert (found.verdict, file_of(found).kind) == (V.UNKNOWN, PaperKind.REGISTER.value)
    assert any("دفتر ثبت مصوبات" in fact for fact in result_texts(found).facts)


def test_a_file_that_lies_with_a_letter_is_not_the_letter(press: Office, tmp_path: Path) -> None:
    """Whoever attaches a file to a letter makes it no letter that one may rely on."""
    signed(press)
    for one in press.where("resolutions"):
        notify(press.context, one.id, Notice(day=MONDAY))
    press.clock.forward(days=60)
    order = PaperOrder(kind=PaperKind.REMINDER)
    sent = register_letters(press.context, order, paper_of(press.context, order)).papers
    stored = FileStore(tmp_path).take_bytes(b"forged")
    attach(press.context, RecordRef(FileOwner.OUTGOING, sent[0]), (NewFile(stored, "نامه"),), unnamed="-")
    found = kept(press, b"forged")
    assert (found.verdict, file_of(found).kept) == (V.KEPT, StoredAs.LETTER)
    assert "استناد" not in result_texts(found).headline


def test_letters_of_a_file_hold_where_each_was_sent(press: Office) -> None:
    signed(press)
    for one in press.where("resolutions"):
        notify(press.context, one.id, Notice(day=MONDAY))
    press.clock.forward(days=60)
    order = PaperOrder(kind=PaperKind.REMINDER)
    paper = paper_of(press.context, order)
    pdf = made(PaperKind.REMINDER, paper)
    found = verified(press, pdf)
    assert (found.verdict, {one.recorded for one in found.letters}) == (V.UNKNOWN, {False})
    sent = register_letters(press.context, order, paper).papers
    found = verified(press, pdf)
    assert (found.verdict, [one.outgoing_id for one in found.letters]) == (V.HOLDS, list(sent))
    assert len(sent) > 1
    letters = paper.document.letters
    forged = replace(letters[0], addressee=replace(letters[0].addressee, name="دستگاه دیگر"))
    more = replace(paper, document=replace(paper.document, letters=(*letters, forged)))
    found = verified(press, made(PaperKind.REMINDER, more))
    assert found.verdict is V.UNKNOWN, "one of them was never sent"
    assert [fact for fact in result_texts(found).facts if "در دفتر ثبت نیست" in fact]
    strike_letters(press.context, sent[1:2], "فرستاده نشد")
    assert (verified(press, pdf).verdict, verified(press, pdf).lapse) == (V.NOT_IN_FORCE, InvalidReason.STRUCK)


# ---- scans


def test_a_scan_is_known_by_its_marks(press: Office) -> None:
    version_id = signed(press)
    pages = scan_of(pdf_of(press, version_id))
    for contents in ([pdf_of_pictures(pages)], pages):
        found = verified(press, *contents)
        assert (found.verdict, found.clue, found.code) == (V.HOLDS, IdentifiedBy.CODE, code_of(press, version_id))
        assert (file_of(found).marks, file_of(found).total) == (tuple(range(1, len(pages) + 1)), len(pages))


def test_pages_of_a_scan_that_are_missing_or_of_another_paper_are_named(press: Office) -> None:
    version_id = signed(press)
    later = corrected(press, version_id)
    pages, other = scan_of(pdf_of(press, version_id)), scan_of(pdf_of(press, later))
    found = verified(press, *pages[1:], other[0])
    assert (found.verdict, found.lapse, found.code) == (
        V.NOT_IN_FORCE,
        InvalidReason.CORRECTED,
        code_of(press, version_id),
    )
    assert (file_of(found).marks[0], file_of(found).other_codes) == (2, (code_of(press, later),))
    assert "صفحهٔ ۱ در آن نیست" in "".join(result_texts(found).facts)


def test_a_mark_without_a_number_says_the_code_alone(press: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those of a very long paper: a page of it would pass for all of them."""
    version_id = signed(press)
    monkeypatch.setattr(page_marks, "MOST_PAGES", 0)
    pages = scan_of(made(PaperKind.MINUTES, minutes_paper(press.context, version_id)), dpi=200)
    found = verified(press, pages[0])
    assert (found.code, file_of(found).total) == (code_of(press, version_id), 0)
    assert "تنها کد خوانده شد" in "".join(result_texts(found).facts)


def test_what_is_not_ours_is_unknown_or_refused(press: Office) -> None:
    from reportlab.pdfgen.canvas import Canvas

    signed(press)
    canvas = Canvas("")
    canvas.drawString(100, 700, "An invoice of somebody else")
    canvas.showPage()
    picture = BytesIO()
    Image.effect_noise((900, 1200), 80).save(picture, "PNG")
    for content in (canvas.getpdfdata(), picture.getvalue()):
        assert (verified(press, content).verdict, verified(press, content).clue) == (V.UNKNOWN, IdentifiedBy.NONE)
    for content in (b"", "متنی ساده".encode(), b"%PDF-1.7 and then nothing"):
        with pytest.raises(Refused):
            verified(press, content)


@pytest.mark.parametrize("seed", range(6))
def test_a_damaged_file_is_never_the_genuine_one(press: Office, seed: int) -> None:
    chance = random.Random(seed)
    pdf = bytearray(pdf_of(press, signed(press)))
    for _ in range(chance.choice((1, 3, 30))):
        at = chance.randrange(len(pdf))
        pdf[at] = (pdf[at] + chance.randrange(1, 256)) % 256
    try:
        assert verified(press, bytes(pdf)).verdict not in {V.SAME, V.KEPT}
    except Refused:
        return


def test_the_answer_is_of_the_bytes_that_were_read(press: Office, tmp_path: Path) -> None:
    """A scanner may write the next page under the same name meanwhile."""
    pages = scan_of(pdf_of(press, signed(press)))
    file = tmp_path / "اسکن.png"
    file.write_bytes(pages[0])

    class Replaced(PaperFiles):
        def content(self, file: ChosenFile) -> bytes:
            found = super().content(file)
            assert file.path is not None
            file.path.write_bytes(pages[1])
            return found

    found = verify_files(press.context, Replaced(), [ChosenFile(file.name, file)])
    assert (file_of(found).marks, file_of(found).sha256) == ((1,), hashlib.sha256(pages[0]).hexdigest())


def test_a_file_of_many_pages_is_given_up_while_it_is_read(press: Office) -> None:
    class GivenUp(Exception):
        """Nobody waits any more."""

    heard: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> None:
        heard.append((done, total))
        raise GivenUp

    with pytest.raises(GivenUp):
        verify_files(press.context, READING, [ChosenFile("a.pdf", content=pdf_of(press, signed(press)))], progress)
    assert [done <= 1 <= total for done, total in heard] == [True]
