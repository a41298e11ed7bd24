"""A paper comes back: its code is typed, its file and its scan are brought, and the window says what each is."""

from __future__ import annotations

import hashlib
import shutil
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from desktop_app.domain.calendar.clock import FixedClock
from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.read_models.paper_sheet import PaperSheet
from desktop_app.domain.rules.minutes import MinutesState
from desktop_app.domain.rules.verifying import LETTERS
from desktop_app.domain.text.digits import persian_digits
from desktop_app.services.documents.documents import code_of, minutes_paper
from desktop_app.services.minutes.minutes import record_printing
from desktop_app.window.signing.controller import PaperController
from desktop_app.window.signing.page import PaperPage
from desktop_app.window.verifying.page import VerifyPage
from desktop_app.wiring import Office, open_office
from desktop_app.words.signing import COMPLETE_ACCEPT
from tests.journeys.conftest import Begin
from tests.journeys.driver import Driver
from tests.journeys.test_files import drop
from tests.no_sample import no_sample
from tests.services.office_steps import Office as OfficeRecords
from tests.services.records import Records
from tests.services.verifying.papers import pdf_of_pictures, scan_of, with_one_glyph_changed
from tests.services.verifying.returned import HEADLINES, STATES, UNKNOWN, returned

CLOCK = FixedClock(datetime(2023, 5, 12, 10, 0, tzinfo=UTC))
ON_KEYS = str.maketrans("QWERTYUIOPASDFGHJKLZXCVBNM", "ضصثقفغعهخحشسیبلاتنمظطزرذدپ")
HOLDS = "برقرار؛ متن را با برگه بسنجید"
SAME = "می‌توانید به آن استناد کنید"
CORRECTED = "برقرار نیست: اصلاحیه جای آن را گرفته است"


@pytest.fixture
def folder(demo_data: Path, tmp_path: Path) -> Path:
    """The demo's records as those of an office; the window begins on them."""
    place = Path(shutil.copytree(demo_data, tmp_path / "data"))
    with closing(open_office(place, CLOCK)) as office:
        no_sample(office.context)
    return place


def code(folder: Path, state: MinutesState) -> str:
    """The code of the last minutes in a state."""
    with closing(open_office(folder, CLOCK)) as office, office.context.read() as work:
        return code_of(work.versions.where(state=state)[-1], sample=False)


def paper(folder: Path, state: MinutesState) -> bytes:
    """Their paper."""
    with closing(open_office(folder, CLOCK)) as office:
        with office.context.read() as work:
            version_id = work.versions.where(state=state)[-1].id
        return _made(office, version_id)


def keep(folder: Path, pdf: bytes) -> None:
    """Record it as the print of the last signed minutes."""
    with closing(open_office(folder, CLOCK)) as office:
        with office.context.read() as work:
            version_id = work.versions.where(state=MinutesState.SIGNED)[-1].id
        digest = hashlib.sha256(pdf).hexdigest()
        record_printing(office.context, version_id, copies=1, path="چاپ.pdf", sha256=digest)


def _made(office: Office, version_id: int) -> bytes:
    return office.printing.make(PaperKind.MINUTES, minutes_paper(office.context, version_id))


def shows(driver: Driver, verdict: str) -> None:
    driver.wait(lambda: driver.reads(verdict), f"«{verdict}»; on screen:\n{driver.text()}")


def wrong(text: str) -> str:
    return next(one for one in LETTERS if one != text[0]) + text[1:]


@pytest.mark.parametrize("persian", [False, True], ids=["us", "ir"])
def test_a_code_is_typed_by_keys_alone(begin: Begin, folder: Path, persian: bool) -> None:
    signed, amended = code(folder, MinutesState.SIGNED), code(folder, MinutesState.AMENDED)
    driver = begin(persian=persian)
    driver.press("F8")
    assert driver.window.page() == "verify"
    driver.write(persian_digits(signed.translate(ON_KEYS)) if persian else signed.lower())
    driver.press("Return")
    shows(driver, HOLDS)
    assert not driver.reads("استناد"), "a code vouches for no word"
    # the keyboard is on the way on; from there to its paper and back
    driver.press("Space")
    driver.wait(lambda: driver.window.page() == "paper", "its paper")
    driver.press("Alt+Left")
    driver.wait(lambda: driver.window.page() == "verify", "the answer again")
    assert driver.reads(HOLDS)
    # another one, whose place a correction took
    driver.fill("codeEdit", amended, leave="Return")
    shows(driver, CORRECTED)
    assert driver.reads("نسخهٔ برقرار: ۲")
    driver.press("Space")
    driver.wait(lambda: driver.window.page() == "paper", "the correction")
    assert driver.reads("امضاشده")


def test_wrong_letters_are_told_beside_the_code(begin: Begin, folder: Path) -> None:
    signed = code(folder, MinutesState.SIGNED)
    driver = begin()
    driver.press("F8", "Return")
    shows(driver, "چیزی نوشته نشده است")
    driver.write(signed[:7])
    driver.press("Return")
    shows(driver, "اینجا ۷ نویسه است")
    driver.fill("codeEdit", wrong(signed), leave="Return")
    shows(driver, UNKNOWN)
    # the one code that is meant is offered, and taken by a key
    driver.press("Space")
    shows(driver, HOLDS)
    assert driver.find_kind(QLineEdit, "codeEdit").text() == signed


def test_files_are_opened_dropped_and_pasted(begin: Begin, folder: Path, tmp_path: Path) -> None:
    pdf = paper(folder, MinutesState.SIGNED)
    kept, altered, foreign = (tmp_path / name for name in ("صورت‌جلسه.pdf", "دستکاری.pdf", "دیگر.pdf"))
    kept.write_bytes(pdf)
    keep(folder, pdf)
    altered.write_bytes(with_one_glyph_changed(pdf))
    foreign.write_bytes(b"%PDF-1.7 and nothing")
    driver = begin()
    driver.press("F8")
    driver.attendant.will_save_as(kept)
    driver.press("Ctrl+O")
    shows(driver, SAME)

    page = driver.find_kind(VerifyPage)
    driver.fill("codeEdit", "ABCDEFGHIJ234567", leave="Return")
    shows(driver, UNKNOWN)
    assert drop(page.ui.card, [altered])
    shows(driver, HOLDS)
    assert page.code() == "", "the answer stands beneath no other code"
    assert not driver.reads("استناد")
    assert driver.reads("صفحه‌هایش سنجیده نشد")

    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(foreign))])
    QApplication.clipboard().setMimeData(mime)
    driver.press("Ctrl+V")
    driver.wait(lambda: driver.reads("فایل بررسی نشد"), "what is no paper")
    assert not driver.reads(HOLDS), "the answer to another file is gone"
    assert driver.find_kind(QLineEdit, "codeEdit").hasFocus(), "and the keyboard that was on it stays on the page"


def test_a_scan_is_dropped_and_a_picture_pasted(begin: Begin, folder: Path, tmp_path: Path) -> None:
    pages = scan_of(paper(folder, MinutesState.SIGNED), dpi=200)
    whole = tmp_path / "اسکن.pdf"
    whole.write_bytes(pdf_of_pictures(pages))
    driver = begin()
    driver.press("F8")
    page = driver.find_kind(VerifyPage)
    assert drop(page.ui.card, [whole])
    shows(driver, HOLDS)
    assert not driver.reads("استناد"), "a picture vouches for no word"
    QApplication.clipboard().setImage(QImage.fromData(pages[0]))
    driver.press("Ctrl+V")
    driver.wait(lambda: driver.reads("در آن نیست"), "a single page of several")


def test_from_the_paper_and_true_when_one_comes_back(begin: Begin, folder: Path) -> None:
    """What changes elsewhere is asked again: the last signature is recorded between two looks."""
    final = code(folder, MinutesState.FINAL)
    driver = begin()
    driver.press("F8")
    driver.write(final)
    driver.press("Return")
    driver.wait(lambda: driver.reads("هنوز همهٔ امضاها ثبت نشده است"), "a signature that is missing")
    driver.press("Space")
    driver.wait(lambda: driver.window.page() == "paper", "its paper")
    page = driver.find_kind(PaperPage)
    sheet = _sheet(driver)
    driver.attendant.will_press(COMPLETE_ACCEPT)
    for signer in sheet.missing:
        for original in range(1, sheet.version.originals + 1):
            if signer.on(original) is None:
                page.signals.sign_requested.emit(signer.signer.id, original, CLOCK.today())
    driver.settle()
    driver.click(_verify_button(page))
    driver.wait(lambda: driver.window.page() == "verify", "the page again")
    shows(driver, HOLDS)


def _sheet(driver: Driver) -> PaperSheet:
    """What the paper page shows."""
    assert driver.opening is not None
    assert driver.opening.screens is not None
    controller = driver.opening.screens.screen("paper").controller
    assert isinstance(controller, PaperController)
    assert controller.sheet is not None
    return controller.sheet


def _verify_button(page: PaperPage) -> QWidget:
    return page.ui.verifyButton


@pytest.mark.parametrize("state", STATES)
def test_each_state_in_each_form(
    begin: Begin, office: OfficeRecords, records: Records, tmp_path: Path, state: str
) -> None:
    brought = returned(office, state, tmp_path)
    records.close()
    shutil.copytree(records.place, tmp_path / "data")
    driver = begin()
    driver.press("F8")
    page = driver.find_kind(VerifyPage)
    driver.fill("codeEdit", str(brought["code"]), leave="Return")
    shows(driver, HEADLINES[state, "code"])
    for form in ("pdf", "scan"):
        driver.fill("codeEdit", "ABCDEFGHIJ234567", leave="Return")
        shows(driver, UNKNOWN)
        assert drop(page.ui.card, [Path(brought[form])])
        shows(driver, HEADLINES[state, form])
