"""The round trip of a paper: pens that are waited for, a notice being written, and a closed file."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop_app.bootstrap.screens import Screens
from desktop_app.services import signing
from desktop_app.views.paper_page import PaperPage
from tests.gallery_pages import GalleryPage
from tests.gallery_pages.windows import FIFTH, SMALL, paper, window

FOURTH = 4
FIRST_DAY, LATER = date(2023, 5, 4), date(2023, 5, 9)


def signed_by_most(screens: Screens) -> None:
    """The fifth minutes, signed by everybody on the first original and by all but one on the second."""
    office = screens._office
    with office.read() as work:
        version_id = work.versions.where(meeting_id=FIFTH)[-1].id
        signers = work.signers.where(minutes_version_id=version_id)
    signing.sign_all(office.write, office.clock, version_id, FIRST_DAY, original=1)
    for signer in signers[:-1]:
        signing.sign(office.write, office.clock, signer.id, 2, LATER)
    paper(FIFTH, screens)


def open_notice(widget: QWidget) -> None:
    """Begin an early notice."""
    page = widget.findChild(PaperPage)
    assert page is not None
    page.trip.notice.button.click()
    page.ui.roundTripScroll.ensureWidgetVisible(page.trip.closing)


def choose_last(widget: QWidget) -> None:
    """The keyboard on the one who is missing."""
    page = widget.findChild(PaperPage)
    assert page is not None
    last = next(reversed(page.trip.signers._lines.values()))
    last.item.setFocus()
    page.ui.roundTripScroll.ensureWidgetVisible(last)


PAGES = (
    GalleryPage("paper-signing", partial(window, signed_by_most), (1440, 900), prepare=choose_last),
    GalleryPage("paper-signing-1280x720", partial(window, signed_by_most), SMALL, prepare=choose_last),
    GalleryPage("paper-notice", partial(window, signed_by_most), (1440, 900), prepare=open_notice),
    GalleryPage("paper-closed", partial(window, partial(paper, FOURTH)), (1440, 900)),
)
