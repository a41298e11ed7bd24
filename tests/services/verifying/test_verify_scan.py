"""A scan is known by the marks on its pages: whole, in part, of several papers, and of none."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from desktop_app.domain.documents import page_marks
from desktop_app.domain.documents.documents import MinutesDocument
from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.errors import Refused
from desktop_app.domain.read_models.scans import ChosenFile
from desktop_app.domain.read_models.verified_paper import ScannedPages, VerifiedPaper
from desktop_app.domain.rules.files import FileOwner, FileRole, RecordRef, StoredFile
from desktop_app.domain.verifying.scanned_text import TextSeen
from desktop_app.domain.verifying.verdicts import FileEvidence, KeptState, PaperStanding, Worth, worth_of
from desktop_app.printing.paper_reading import PaperFiles
from desktop_app.services.documents.documents import minutes_paper
from desktop_app.services.files.attaching import NewFile, attach
from desktop_app.services.minutes.clauses import save_clause
from desktop_app.services.minutes.signing import sign_all
from desktop_app.services.taking_over.importing import enter_typed
from desktop_app.services.verifying.verify_code import with_kept
from desktop_app.services.verifying.verify_file import verify_files
from desktop_app.storage.files.file_store import FileStore
from tests.made_scans import drawn, grey, in_grey, png, skewed
from tests.made_scans import signed as pen
from tests.services.office_steps import MONDAY, Office
from tests.services.taking_over.test_earlier import tell
from tests.services.taking_over.test_importing import WORDS
from tests.services.taking_over.test_scan import PAST
from tests.services.verifying.papers import (
    READING,
    RENDERER,
    code_of,
    corrected,
    made,
    pdf_of,
    pdf_of_pictures,
    printing_office,
    scan_of,
    signed,
)

S, E = PaperStanding, FileEvidence


@pytest.fixture
def press(office: Office) -> Office:
    """An office that prints with the fonts of the program."""
    return printing_office(office)


def verified(office: Office, *contents: bytes) -> VerifiedPaper:
    files = [ChosenFile(f"اسکن {place}", content=one) for place, one in enumerate(contents)]
    return verify_files(office.context, READING, files)


def scan(found: VerifiedPaper) -> ScannedPages:
    assert found.file is not None
    assert found.file.scan is not None
    return found.file.scan


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF"])
def test_every_page_as_a_picture(press: Office, kind: str) -> None:
    version_id = signed(press)
    pages = scan_of(pdf_of(press, version_id), kind)
    found = verified(press, *pages)
    assert (found.standing, found.code) == (S.IN_FORCE, code_of(press, version_id))
    assert found.file is not None
    assert found.file.evidence is E.SCANNED_SAME
    assert (scan(found).found, scan(found).total) == (tuple(range(1, len(pages) + 1)), len(pages))
    assert {one.seen for one in scan(found).texts} == {TextSeen.SAME}
    assert worth_of(found.standing, found.file.evidence) is Worth.GOOD


def test_a_pdf_without_a_word_is_read_as_a_scan(press: Office) -> None:
    version_id = signed(press)
    found = verified(press, pdf_of_pictures(scan_of(pdf_of(press, version_id))))
    assert (found.standing, found.code) == (S.IN_FORCE, code_of(press, version_id))
    assert found.file is not None
    assert (found.file.evidence, bool(found.file.sha256)) == (E.SCANNED_SAME, True)


def test_one_page_of_several_lying_askew(press: Office) -> None:
    version_id = signed(press)
    page = Image.open(BytesIO(scan_of(pdf_of(press, version_id), dpi=200)[1])).convert("RGB")
    out = BytesIO()
    skewed(2)(page, random.Random(1)).save(out, "JPEG", quality=60)
    found = verified(press, out.getvalue())
    assert found.code == code_of(press, version_id)
    assert scan(found).found == (2,)
    assert 2 not in scan(found).missing
    assert found.file is not None
    assert worth_of(found.standing, found.file.evidence) is Worth.CAUTION, "a page is not the paper"


def test_the_scan_of_a_version_that_was_corrected(press: Office) -> None:
    version_id = signed(press)
    pages = scan_of(pdf_of(press, version_id))
    corrected(press, version_id)
    found = verified(press, *pages)
    assert found.standing is S.CORRECTED
    assert found.minutes is not None
    assert found.minutes.changes


def test_pages_of_two_papers_are_told(press: Office) -> None:
    version_id = signed(press)
    later = corrected(press, version_id)
    pages, other = scan_of(pdf_of(press, version_id)), scan_of(pdf_of(press, later))
    found = verified(press, *pages, other[0])
    assert found.code == code_of(press, version_id)
    assert scan(found).other_codes == (code_of(press, later),)
    assert found.file is not None
    assert found.file.evidence is E.SCANNED_IN_PART


def test_a_picture_without_a_mark(press: Office) -> None:
    signed(press)
    out = BytesIO()
    Image.effect_noise((900, 1200), 80).save(out, "PNG")
    found = verified(press, out.getvalue())
    assert (found.standing, found.code) == (S.FOREIGN, "")


def test_a_picture_that_is_attached_to_minutes_is_known_by_its_bytes(
    press: Office, tmp_path_factory: pytest.TempPathFactory
) -> None:
    version_id = signed(press)
    picture = scan_of(pdf_of(press, version_id), "JPEG", 40)[0]
    stored = FileStore(tmp_path_factory.mktemp("files")).take_bytes(picture)
    attach(
        press.context,
        RecordRef(FileOwner.MINUTES, version_id),
        (NewFile(stored, "۱.jpg"),),
        unnamed="بی‌نام",
        role=FileRole.SCAN,
    )
    found = verified(press, picture)
    assert found.file is not None
    assert (found.standing, found.file.evidence) == (S.IN_FORCE, E.KEPT)


def test_what_is_neither_paper_nor_picture_is_refused(press: Office) -> None:
    with pytest.raises(Refused) as refused:
        verified(press, "متنی ساده".encode())
    assert refused.value.key == "scan_not_readable"


def test_the_kept_scan_of_a_meeting_from_before_the_records(
    press: Office, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Nothing of its words and signatures is recorded, and nothing is claimed of them."""
    tell(press)
    out = BytesIO()
    Image.effect_noise((300, 400), 80).save(out, "PNG")
    stored = FileStore(tmp_path_factory.mktemp("files")).take_bytes(out.getvalue())
    enter_typed(press.context, PAST, "زیرساخت", True, WORDS, NewFile(stored, "اسکن.png"))
    found = verified(press, out.getvalue())
    assert found.file is not None
    assert (found.standing, found.file.evidence, found.code) == (S.TAKEN_OVER, E.KEPT, "")
    told = with_kept(press.context, found, AllSound())
    assert told.minutes is not None
    assert [one.name for one in told.minutes.kept] == ["اسکن.png"]


class AllSound:
    """Files of which each is as it was recorded."""

    def print_state(self, _name: str, _sha256: str) -> KeptState:
        return KeptState.SOUND

    def file_state(self, _file: StoredFile) -> KeptState:
        return KeptState.SOUND


def test_marks_without_a_number_do_not_say_that_the_paper_is_whole(
    press: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those of a very long paper say the code alone: a page of it would pass for all of them."""
    version_id = signed(press)
    monkeypatch.setattr(page_marks, "MOST_PAGES", 0)
    pages = scan_of(made(PaperKind.MINUTES, minutes_paper(press.context, version_id)), dpi=200)
    assert len(pages) > 1
    found = verified(press, pages[0])
    assert found.code == code_of(press, version_id)
    assert found.file is not None
    assert (found.file.evidence, scan(found).total) == (E.SCANNED_IN_PART, 0)
    assert worth_of(found.standing, found.file.evidence) is Worth.CAUTION


def test_what_is_told_of_a_file_is_of_the_bytes_that_were_read(press: Office, tmp_path: Path) -> None:
    """A scanner may write the next page under the same name meanwhile."""
    page = scan_of(pdf_of(press, signed(press)))[0]
    file = tmp_path / "اسکن.png"
    file.write_bytes(page)

    class Replaced(PaperFiles):
        def content(self, file: ChosenFile) -> bytes:
            found = super().content(file)
            assert file.path is not None
            file.path.write_bytes(scan_of(pdf_of(press, press.where("versions")[0].id))[1])
            return found

    found = verify_files(press.context, Replaced(RENDERER), [ChosenFile(file.name, file)])
    assert found.file is not None
    assert (scan(found).found, found.file.sha256) == ((1,), hashlib.sha256(page).hexdigest())


def as_scanned(pdf: bytes, dpi: int = 150, *, clear: bool = False) -> list[bytes]:
    """Pages signed by pen across the text, or beside it, as a grey machine sees them."""
    chance = random.Random(1)
    return [png(grey(in_grey(beside if clear else pen)(page, chance), chance), dpi) for page in drawn(pdf, dpi)]


def beside(page: Image.Image, chance: random.Random) -> Image.Image:
    """A signature at the left edge, where nothing is printed."""
    written = ImageChops.offset(pen(Image.new(page.mode, page.size, "white"), chance), -page.width // 2, 0)
    # wider the last letters of lines would lie under it
    written.paste("white", (page.width // 16, 0, *page.size))
    return ImageChops.darker(page, written)


def forged(office: Office, version_id: int, change: Callable[[MinutesDocument], MinutesDocument]) -> bytes:
    """The paper with other words under the genuine marks."""
    paper = minutes_paper(office.context, version_id)
    return made(PaperKind.MINUTES, replace(paper, document=change(paper.document)))


def with_resolution(document: MinutesDocument, **facts: object) -> MinutesDocument:
    first, *others = document.resolutions
    return replace(document, resolutions=(replace(first, **facts), *others))  # type: ignore[arg-type]


def test_a_signed_scan_is_the_paper(press: Office) -> None:
    version_id = signed(press)
    found = verified(press, *as_scanned(pdf_of(press, version_id), clear=True))
    assert found.file is not None
    assert (found.standing, found.file.evidence) == (S.IN_FORCE, E.SCANNED_SAME), scan(found).texts
    assert worth_of(found.standing, found.file.evidence) is Worth.GOOD


def test_what_a_signature_lies_over_is_named_and_not_called_altered(press: Office) -> None:
    version_id = signed(press)
    found = verified(press, *as_scanned(pdf_of(press, version_id)))
    assert found.file is not None
    assert (found.standing, found.file.evidence) == (S.IN_FORCE, E.SCANNED_PARTLY)
    assert differing(found) == []
    texts = scan(found).texts
    assert all(len(one.unread) <= 6 for one in texts), [one.unread for one in texts]


def with_a_long_resolution(office: Office) -> int:
    """Signed minutes whose first resolution is a paragraph."""
    _, version_id = office.written(2)
    first = next(one for one in office.where("clauses", minutes_version_id=version_id) if one.is_resolution)
    text = "تدوین فهرست ده اولویت اجرایی فضای مجازی استان همراه با برنامهٔ اقدام هر اولویت و ارائه در جلسهٔ آینده"
    save_clause(office.context, replace(first, text=text))
    office.finalised(version_id)
    sign_all(office.context, version_id, MONDAY, asked=True)
    return version_id


def test_another_paragraph_under_genuine_marks_is_named_by_its_page(press: Office) -> None:
    version_id = with_a_long_resolution(press)
    text = "پرداخت همهٔ هزینه‌های این برنامه از محل اعتبار شهرداری‌هاست و گزارش آن به جلسهٔ بعد داده نمی‌شود"
    other = forged(press, version_id, lambda one: with_resolution(one, text=text))
    found = verified(press, *as_scanned(other))
    assert found.file is not None
    assert found.file.evidence is E.ALTERED
    assert worth_of(found.standing, found.file.evidence) is Worth.BAD
    assert differing(found) == pages_apart(pdf_of(press, version_id), other)


def test_another_figure_under_genuine_marks_is_named_by_its_page_and_place(press: Office) -> None:
    version_id = signed(press)
    other = forged(press, version_id, later)
    found = verified(press, *as_scanned(other))
    assert found.file is not None
    assert found.file.evidence is E.SCANNED_DOUBTFUL
    assert worth_of(found.standing, found.file.evidence) is Worth.CAUTION
    assert differing(found) == pages_apart(pdf_of(press, version_id), other)
    assert all(one.places for one in scan(found).texts if one.seen is TextSeen.DOUBTFUL)


def test_a_page_that_was_replaced_under_its_mark(press: Office) -> None:
    """Another page with the foot of the genuine one, as scissors and a copier make it."""
    genuine = drawn(pdf_of(press, signed(press)), 150)
    foot = round(0.9 * genuine[1].height)
    page = genuine[0].copy()
    page.paste(genuine[1].crop((0, foot, page.width, page.height)), (0, foot))
    found = verified(press, png(genuine[0], 150), png(page, 150), *(png(one, 150) for one in genuine[2:]))
    assert found.file is not None
    assert (found.file.evidence, differing(found)) == (E.ALTERED, [2])


def later(document: MinutesDocument) -> MinutesDocument:
    """The deadline of the first resolution a day later."""
    deadline = document.resolutions[0].deadline
    return with_resolution(document, deadline=replace(deadline, count=deadline.count + 1, due=_next(deadline.due)))


def _next(day: str) -> str:
    return str(date.fromisoformat(day) + timedelta(days=1)) if day else day


def differing(found: VerifiedPaper) -> list[int]:
    """The pages that are said to differ."""
    return [one.page for one in scan(found).texts if one.seen in (TextSeen.DOUBTFUL, TextSeen.OTHER)]


def pages_apart(one: bytes, other: bytes) -> list[int]:
    """The pages that look otherwise."""
    pairs = zip(drawn(one, 60), drawn(other, 60), strict=False)
    return [number for number, (a, b) in enumerate(pairs, start=1) if ImageChops.difference(a, b).getbbox()]
