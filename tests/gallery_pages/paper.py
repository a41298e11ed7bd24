"""The round trip of a paper: a pen that is waited for, a notice being written, and a closed file."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop_app.domain.calendar.workdays import WorkCalendar
from desktop_app.domain.errors import RuleBroken
from desktop_app.services.minutes import clauses, finalising, minutes
from desktop_app.services.versions import amending, signing
from desktop_app.widgets.dates.date_source import date_source
from desktop_app.window.kit.destinations import OpenMeeting, OpenMinutes
from desktop_app.window.meeting.page import MeetingPage
from desktop_app.window.shell.screens import Screens
from desktop_app.window.signing.page import PaperPage
from desktop_app.window.signing.paper_signers import SignerLine
from desktop_app.words import refusals
from tests.gallery_pages import GalleryPage
from tests.gallery_pages.windows import FIFTH, SMALL, TODAY, paper, window
from tests.views.minutes_desk import settle
from tests.views.test_paper_page import final_sheet

FOURTH = 4
LOW = (960, 540)


def signed_by_all(screens: Screens) -> None:
    """The fifth minutes with the pen that was waited for; its resolution was notified before."""
    office = screens.office
    with office.context.read() as work:
        version_id = work.versions.where(meeting_id=FIFTH)[-1].id
    signing.sign_all(office.context, version_id, office.clock.today(), asked=True)
    paper(FIFTH, screens)


def corrected(screens: Screens) -> None:
    """The final correction of the fourth minutes: a deadline, a word and an executor were wrong."""
    office = screens.office
    context = office.context
    with context.read() as work:
        version_id = work.versions.where(meeting_id=FOURTH)[-1].id
    reason = "مهلت و مجری مصوبهٔ نخست نادرست نوشته شده بود"
    made = amending.amend(office.context, version_id, reason).id
    with office.context.read() as work:
        first = next(one for one in work.clauses.where(minutes_version_id=made) if one.is_resolution)
        unit = next(one.id for one in work.units.where() if one.id not in {first.executor_unit_id, *first.cooperating})
    text = first.text.replace("مدیران", "مدیران، معاونان")
    clauses.save_clause(context, replace(first, text=text, executor_unit_id=unit))
    minutes.to_review(context, made)
    minutes.mark_read(office.context, made)
    finalising.finalise(context, made)
    paper(FOURTH, screens)


def begun(screens: Screens) -> int:
    """The draft of a correction of the fourth minutes."""
    office = screens.office
    with office.context.read() as work:
        version_id = work.versions.where(meeting_id=FOURTH)[-1].id
    reason = "محل و ساعت پایان جلسه نادرست نوشته شده بود"
    return amending.amend(office.context, version_id, reason).id


def draft_of_correction(screens: Screens) -> None:
    """It is open in the editor."""
    screens.go(OpenMinutes(begun(screens)))


def facts_of_correction(screens: Screens) -> None:
    """Its facts, on the page of the meeting."""
    begun(screens)
    screens.go(OpenMeeting(FOURTH))
    page = screens.screen("meeting").page
    assert isinstance(page, MeetingPage)
    page.edit_facts()


def dropped_correction(screens: Screens) -> None:
    """The signed paper after a correction was dropped."""
    office = screens.office
    amending.drop_amendment(office.context, begun(screens), "ایراد وارد نبود و متن امضاشده درست است")
    paper(FOURTH, screens)


def scroll_to_end(widget: QWidget) -> None:
    """The last step of the round trip."""
    settle()
    page_of(widget).trip.amend.button.setFocus()
    page_of(widget).ui.roundTripScroll.verticalScrollBar().setValue(9999)


def page_of(widget: QWidget) -> PaperPage:
    """The print page inside its window."""
    page = widget.findChild(PaperPage)
    assert page is not None
    return page


def choose_missing(widget: QWidget) -> None:
    """The keyboard on the one who is missing."""
    page = page_of(widget)
    line = next(one for one in page.trip.signers.findChildren(SignerLine) if one.item.content().act)
    line.item.setFocus()
    settle()
    page.ui.roundTripScroll.ensureWidgetVisible(line)


def early_notice() -> QWidget:
    """The panel of minutes that two have not signed, before anything was told."""
    page = PaperPage()
    page.set_source(date_source(WorkCalendar(), lambda: TODAY, refusals.sentence))
    page.show_sheet(final_sheet())
    return page


def write_notice(widget: QWidget) -> None:
    """An early notice without its reason, refused beside it."""
    assert isinstance(widget, PaperPage)
    widget.trip.notice.button.click()
    widget.show_notice_refusal("reason", refusals.sentence(RuleBroken("notify_before_signature", field="reason")))
    settle()
    widget.ui.roundTripScroll.verticalScrollBar().setValue(9999)


PAGES = (
    GalleryPage("paper-signing-1280x720", partial(window, partial(paper, FIFTH)), SMALL, prepare=choose_missing),
    GalleryPage("paper-signed", partial(window, signed_by_all)),
    GalleryPage("paper-signing-960x540", partial(window, partial(paper, FIFTH)), (960, 540), prepare=choose_missing),
    GalleryPage("paper-notice", early_notice, (1216, 872), prepare=write_notice),
    GalleryPage("paper-correction", partial(window, corrected)),
    GalleryPage("correction-draft-large-960x540", partial(window, draft_of_correction), LOW, text_scale=1.25),
    GalleryPage("correction-facts-large-960x540", partial(window, facts_of_correction), LOW, text_scale=1.25),
    GalleryPage(
        "correction-dropped-large-960x540",
        partial(window, dropped_correction),
        LOW,
        prepare=scroll_to_end,
        text_scale=1.25,
    ),
    GalleryPage("paper-closed", partial(window, partial(paper, FOURTH))),
)
