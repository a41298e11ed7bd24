"""The scan of signed minutes over their paper: pages in order, what is found, and the empty dialog."""

from __future__ import annotations

import io
import random
from collections.abc import Callable
from dataclasses import replace
from functools import cache, partial
from types import SimpleNamespace
from typing import Any, cast

from PIL import Image
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from desktop_app import wiring
from desktop_app.domain.calendar.workdays import WorkCalendar
from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.snapshots import paper_code
from desktop_app.domain.read_models.scans import (
    ChosenFile,
    ReadPage,
    RecognisedBy,
    ScanFinding,
    ScanFindingKind,
    ScanImport,
    ScanJudgement,
    ScanReading,
)
from desktop_app.services.demo.demo_story import StoryClock
from desktop_app.services.documents.documents import minutes_paper
from desktop_app.services.scans.scan_keeping import keep_scan, store_scan
from desktop_app.services.versions.signing import sign_all
from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.dates.date_source import date_source
from desktop_app.widgets.paper.page_canvas import PageImage
from desktop_app.widgets.paper.page_pair import ComparedPrint
from desktop_app.window.shell.office_files import OfficeScans
from desktop_app.window.shell.screens import Screens
from desktop_app.window.signing import scan_words as words
from desktop_app.window.signing.page import PaperPage
from desktop_app.window.signing.scan_dialog import ScanDialog
from desktop_app.window.signing.scan_format import asked_of, cards_of, keeping_verb, page_key
from desktop_app.window.signing.scan_showing import pictures_of
from desktop_app.words import refusals
from tests import made_scans, patience
from tests.gallery_pages import GalleryPage
from tests.gallery_pages.demo import demo_folder
from tests.gallery_pages.windows import FIFTH, TODAY, paper, window
from tests.made_scans import drawn
from tests.no_sample import no_sample
from tests.shown import child
from tests.views.minutes_desk import settle
from tests.views.scan_readings import BLANK, CODE, OTHER, PAPER, UNKNOWN, page, reading
from tests.views.test_paper_page import final_sheet

SMALL = (960, 540)


@cache
def print_of() -> bytes:
    """The fifth minutes as an office prints them that is no sample."""
    office = wiring.open_office(demo_folder(), StoryClock(TODAY))
    with office.context.read() as work:
        version = work.versions.where(meeting_id=FIFTH)[-1]
    paper = minutes_paper(office.context, version.id)
    imprint = replace(paper.imprint, code=paper_code(version.content_hash), sample=False)
    pdf = office.printing.make(PaperKind.MINUTES, replace(paper, imprint=imprint))
    office.close()
    return pdf


@cache
def pictures() -> tuple[bytes, ...]:
    """Its pages, signed, the second as it lay on the glass, and an empty sheet."""
    chance = random.Random(4)
    pages = [made_scans.signed(page, chance) for page in drawn(print_of(), dpi=150)]
    pages = [made_scans.skewed(0.6)(page, chance) for page in pages]
    pages[1] = pages[1].transpose(Image.Transpose.ROTATE_180)
    return tuple(_png(page) for page in (*pages, Image.new("RGB", pages[0].size, (250, 249, 246))))


@cache
def beside(place: int) -> ComparedPrint:
    """A page beside that of the print, as the program lays it."""
    seen = Image.open(io.BytesIO(pictures()[place])).convert("RGBA")
    tools = SimpleNamespace(print_of=lambda _version: print_of())
    scans = cast("OfficeScans", SimpleNamespace(tools=lambda: tools, _print=(0, b"")))
    return OfficeScans.beside(scans, 1, PageImage(seen.tobytes(), seen.width, seen.height, rgba=True), place + 1)


def _png(page: Image.Image) -> bytes:
    out = io.BytesIO()
    page.save(out, "PNG")
    return out.getvalue()


def seen(place: int, **changed: Any) -> ReadPage:
    """One page of the scan with its picture."""
    return page(place, pictures()[place], **({"turn": 2 if place == 1 else 0} | changed))


def whole() -> tuple[ScanReading, ScanJudgement]:
    """Three pages in order and a blank one behind them; the minutes will be archived."""
    scan = reading(seen(0), seen(1), seen(2), seen(3, **BLANK), name="اسکن ۱۴۰۲-۰۲-۱۷.pdf")
    found = ScanFinding(kind=ScanFindingKind.BLANK_PAGE, places=(3,))
    return scan, ScanJudgement(findings=(found,), archives=True)


def lacking() -> tuple[ScanReading, ScanJudgement]:
    """A page is missing, the number of one was typed, and a name is still missing on the original."""
    scan = reading(seen(0), seen(1, recognised=RecognisedBy.TYPED), name="scan0017.tif")
    found = ScanFinding(kind=ScanFindingKind.PAGE_MISSING, numbers=(3,))
    return scan, ScanJudgement(findings=(found,), provisional=True)


def alien() -> tuple[ScanReading, ScanJudgement]:
    """A page of another meeting's minutes and one that nothing is known of."""
    scan = reading(seen(0), seen(2, code=OTHER.code), seen(1, turn=0, **UNKNOWN), name="scan.jpg")
    kinds = ScanFindingKind
    return scan, ScanJudgement(
        findings=(
            ScanFinding(kind=kinds.OTHER_MINUTES, places=(1,), paper=OTHER),
            ScanFinding(kind=kinds.UNKNOWN_PAGE, places=(2,)),
        )
    )


def keep(original: int, screens: Screens) -> int:
    """Keep a scan of an original of the fifth minutes, and show their paper."""
    office = screens.office
    with office.context.read() as work:
        version = work.versions.where(meeting_id=FIFTH)[-1].id
    files = tuple(_signed(place, original) for place in range(3))
    pages = tuple(
        replace(seen(place), source=place, page=0, code="", recognised=RecognisedBy.TYPED) for place in range(3)
    )
    scan = ScanImport(
        version_id=version, original=original, reading=ScanReading(files=files, pages=pages, target=PAPER)
    )
    tools = wiring.scan_tools(office)
    keep_scan(office.context, scan, store_scan(tools, scan), name="اسکن.pdf")
    return version


def provisional(screens: Screens) -> None:
    """A scan came before the last pen."""
    keep(1, screens)
    paper(FIFTH, screens)


def archived(screens: Screens) -> None:
    """Both originals are scanned, and the second shows in the place of the paper."""
    office = screens.office
    no_sample(office.context)
    with office.context.read() as work:
        version = work.versions.where(meeting_id=FIFTH)[-1].id
    sign_all(office.context, version, office.clock.today(), asked=True)
    keep(1, screens)
    keep(2, screens)
    paper(FIFTH, screens)


def _signed(place: int, original: int) -> ChosenFile:
    """A page with a pen's trace, another one on each original."""
    page_of = Image.open(io.BytesIO(pictures()[place]))
    return ChosenFile(f"{place}.png", content=_png(made_scans.signed(page_of, random.Random(original * 9 + place))))


def look_at_scan(widget: QWidget) -> None:
    """By the button of the second original."""
    button = child(widget, Button, "showScan2")
    button.click()
    page_of = child(widget, PaperPage)
    assert patience.wait(lambda: page_of.ui.printButton.text() == words.PRINT_SCAN, idle=20)
    assert patience.wait(page_of.ui.pages.pair.over.isEnabled, idle=20), "each page lies beside that of the print"
    button.setFocus()
    settle()
    page_of.ui.roundTripScroll.ensureWidgetVisible(page_of.trip.scans)


def choose_step(widget: QWidget) -> None:
    """The step of scans in sight."""
    page_of = child(widget, PaperPage)
    page_of.trip.scans.focus(1)
    settle()
    page_of.ui.roundTripScroll.ensureWidgetVisible(page_of.trip.scans)


def beneath() -> QWidget:
    """The page of the paper."""
    made = PaperPage()
    made.set_source(date_source(WorkCalendar(), lambda: TODAY, refusals.sentence))
    made.show_sheet(final_sheet())
    return made


def open_dialog(widget: QWidget) -> ScanDialog:
    """The dialog over it, without pages yet."""
    title = words.title("صورت‌جلسهٔ جلسهٔ پنجم")
    dialog = ScanDialog(widget, title=title, context=words.context(1, CODE))
    dialog.asked.show_originals({1: words.original(1), 2: words.original_with_scan(2)}, 1)
    dialog.open()
    return dialog


def show(
    made: Callable[[], tuple[ScanReading, ScanJudgement]], chosen: int, widget: QWidget, *, over: bool = False
) -> None:
    """The pages and what is found about them, with one page chosen; perhaps laid over the print."""
    dialog = open_dialog(widget)
    scan, found = made()
    keys = {page_key(one): small for one, small in zip(scan.pages, pictures_of(scan.pages), strict=True)}
    one = scan.pages[chosen]
    dialog.show_look(page_key(one))
    dialog.show_cards(cards_of(scan, found, lambda page: keys[page_key(page)]), scan.pages)
    dialog.asked.show_asked(asked_of(scan, found))
    dialog.show_keeping(keeping_verb(found), refused=found.refused)
    own = one.number and one.code == CODE
    looked = beside(one.number - 1) if own else ComparedPrint(QImage.fromData(one.picture), said=words.BESIDE_UNKNOWN)
    file = words.from_file(scan.files[0].name, one.page + 1, len(scan.pages))
    dialog.look.show_page(looked, one.turn, file=file, left_out=one.left_out)
    dialog.look.show_numbers(3, None if one.recognised is RecognisedBy.MARK else one.number)
    dialog.look.pair.over.setChecked(over)
    settle()
    dialog.focus_first()


def show_empty(widget: QWidget) -> None:
    """Before any file."""
    open_dialog(widget).focus_first()


def show_reading(widget: QWidget) -> None:
    """While files are read."""
    open_dialog(widget).show_progress(words.reading(11, 30), 11, 30)


def dialog_of(widget: QWidget) -> QWidget:
    """The dialog alone."""
    return child(widget, ScanDialog)


def _page(
    name: str, prepare: Callable[[QWidget], None], size: tuple[int, int] = (1440, 900), scale: float = 1.0
) -> GalleryPage:
    return GalleryPage(name, beneath, size, prepare=prepare, subject=dialog_of, text_scale=scale)


PAGES = (
    _page("scan-whole", partial(show, whole, 1)),
    _page("scan-laid", partial(show, whole, 1, over=True)),
    _page("scan-alien", partial(show, alien, 2)),
    _page("scan-empty", show_empty),
    _page("scan-reading", show_reading),
    _page("scan-large-960x540", partial(show, lacking, 0), SMALL, 1.25),
    GalleryPage("paper-scan-provisional", partial(window, provisional), prepare=choose_step),
    GalleryPage("paper-scan-shown", partial(window, archived), prepare=look_at_scan),
)
