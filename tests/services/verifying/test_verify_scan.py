"""A scan is known by the marks on its pages: whole, in part, of several papers, and of none."""

from __future__ import annotations

import random
from io import BytesIO

import pytest
from PIL import Image

from desktop_app.domain.errors import Refused
from desktop_app.domain.read_models.scans import ChosenFile
from desktop_app.domain.read_models.verified_paper import ScannedPages, VerifiedPaper
from desktop_app.domain.rules.files import FileOwner, FileRole, RecordRef
from desktop_app.domain.rules.minutes import MinutesState
from desktop_app.domain.verifying.verdicts import FileEvidence, PaperStanding, Worth, worth_of
from desktop_app.services.files.attaching import NewFile, attach
from desktop_app.services.taking_over.importing import import_workbook
from desktop_app.services.verifying.verify_file import verify_files
from desktop_app.storage.files.file_store import FileStore
from tests.made_scans import skewed
from tests.services.office_steps import Office
from tests.services.taking_over.test_earlier import tell
from tests.services.taking_over.test_importing import HEADS, WORDS, book, rows
from tests.services.verifying.papers import (
    READING,
    code_of,
    corrected,
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
    assert found.file.evidence is E.SCANNED
    assert (scan(found).found, scan(found).total) == (tuple(range(1, len(pages) + 1)), len(pages))
    assert worth_of(found.standing, found.file.evidence) is Worth.GOOD


def test_a_pdf_without_a_word_is_read_as_a_scan(press: Office) -> None:
    version_id = signed(press)
    found = verified(press, pdf_of_pictures(scan_of(pdf_of(press, version_id))))
    assert (found.standing, found.code) == (S.IN_FORCE, code_of(press, version_id))
    assert found.file is not None
    assert (found.file.evidence, bool(found.file.sha256)) == (E.SCANNED, True)


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
    made = corrected(press, version_id)
    pages, other = scan_of(pdf_of(press, version_id)), scan_of(pdf_of(press, made))
    found = verified(press, *pages, other[0])
    assert found.code == code_of(press, version_id)
    assert scan(found).other_codes == (code_of(press, made),)
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
    import_workbook(press.context, book((HEADS, rows(press))), WORDS)
    (version,) = [one for one in press.where("versions") if one.state is MinutesState.ARCHIVED][:1]
    out = BytesIO()
    Image.effect_noise((300, 400), 80).save(out, "PNG")
    stored = FileStore(tmp_path_factory.mktemp("files")).take_bytes(out.getvalue())
    scan_file = (NewFile(stored, "اسکن.png"),)
    attach(press.context, RecordRef(FileOwner.MINUTES, version.id), scan_file, unnamed="بی‌نام", role=FileRole.SCAN)
    found = verified(press, out.getvalue())
    assert found.file is not None
    assert (found.standing, found.file.evidence, found.code) == (S.TAKEN_OVER, E.KEPT, "")
