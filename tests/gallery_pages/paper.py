"""The round trip of a paper: a pen that is waited for, a notice being written, and a closed file."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from desktop_app.bootstrap.screens import Screens
from desktop_app.services import signing
from desktop_app.views.paper_page import PaperPage
from tests.gallery_pages import GalleryPage
from tests.gallery_pages.windows import FIFTH, SMALL, paper, window

FOURTH = 4


def signed_by_all(screens: Screens) -> None:
    """The fifth minutes with the pen that was waited for; its resolution was notified before."""
    office = screens._office
    with office.read() as work:
        version_id = work.versions.where(meeting_id=FIFTH)[-1].id
    signing.sign_all(office.write, office.clock, version_id, office.clock.today())
    paper(FIFTH, screens)


def page_of(widget: QWidget) -> PaperPage:
    """The print page inside its window."""
    page = widget.findChild(PaperPage)
    assert page is not None
    return page


def choose_missing(widget: QWidget) -> None:
    """The keyboard on the one who is missing."""
    page = page_of(widget)
    sheet = page.trip.signers._sheet
    assert sheet is not None
    line = page.trip.signers.line(sheet.missing[0].signer.id)
    line.item.setFocus()
    page.ui.roundTripScroll.ensureWidgetVisible(line)


def show_form(widget: QWidget) -> None:
    """An early notice being written, as it stands when nothing was told yet."""
    page = page_of(widget)
    page.trip.notice.form.show()
    page.trip.notice.form.begin("ابلاغ ۱ مصوبه", early=True)
    page.trip.notice.form.send_button.setFocus()
    page.trip.notice.form.show_refusal("reason", "علت «ابلاغ پیش از تکمیل امضا» را بنویسید.")
    page.ui.roundTripScroll.ensureWidgetVisible(page.trip.closing)


PAGES = (
    GalleryPage("paper-signing-1280x720", partial(window, partial(paper, FIFTH)), SMALL, prepare=choose_missing),
    GalleryPage("paper-signed", partial(window, signed_by_all)),
    GalleryPage("paper-notice", partial(window, partial(paper, FIFTH)), prepare=show_form),
    GalleryPage("paper-closed", partial(window, partial(paper, FOURTH))),
)
