"""«جلسه‌ها» of the demo: the ledger with a missed month, the chosen month, the forms, small windows."""

from __future__ import annotations

from datetime import date
from functools import cache

from PySide6.QtWidgets import QCheckBox, QWidget

from desktop_app import wiring
from desktop_app.domain.calendar.jalali import JalaliMonth
from desktop_app.domain.read_models.meetings_sheet import LedgerSheet
from desktop_app.domain.rules.meetings import MeetingKind
from desktop_app.domain.rules.months import MonthLedger
from desktop_app.services.demo.demo_story import StoryClock
from desktop_app.services.meetings.scheduling import judge_day
from desktop_app.widgets.style.look import tokens_of
from desktop_app.window.meeting.page import MeetingPage
from desktop_app.window.months.page import MeetingsPage
from desktop_app.window.shell.makers import meetings_screen
from tests.gallery_pages import GalleryPage
from tests.gallery_pages.demo import demo_folder
from tests.gallery_pages.meetings import SESSION
from tests.gallery_pages.meetings import page_of as session_page
from tests.views.minutes_desk import Person

TODAY = date(2023, 5, 13)


@cache
def office(today: date = TODAY) -> wiring.Office:
    """An open office with the demo's meetings."""
    folder = demo_folder()
    clock = StoryClock(today)
    clock.set_clock(today, "09:00")
    return wiring.open_office(folder, clock)


def page_of(opened: wiring.Office) -> MeetingsPage:
    """The page with its controller."""
    holder = QWidget()
    page, controller = meetings_screen(opened, Person(), holder)
    controller.setParent(page)
    controller.show()
    holder.deleteLater()
    return page


def _page(widget: QWidget) -> MeetingsPage:
    assert isinstance(widget, MeetingsPage)
    return widget


def low_page() -> MeetingsPage:
    """The page as it is in a window of 960 by 540: the months are a strip."""
    page = page_of(office())
    page.resize(900, 512)
    page.ui.ledger.set_low(True)
    page.ui.ledger.setVisible(tokens_of(page).text_scale == 1.0)
    return page


def choose_missed(widget: QWidget) -> None:
    """Farvardin of the demo's second year was missed."""
    _page(widget).ui.ledger.cell(1).click()


def open_form(widget: QWidget) -> None:
    """A new meeting on a day that clashes with the fifth."""
    page = _page(widget)
    page.new_requested.emit((1402, 2))
    assert page.scheduling is not None
    page.scheduling.ui.dayEdit.set_text("۱۴۰۲/۰۲/۱۱")


def open_excuses(widget: QWidget) -> None:
    """Some of the months without a reason are chosen."""
    months = tuple(JalaliMonth(1399, month) for month in range(7, 13)) + tuple(JalaliMonth(1400, n) for n in (1, 2))
    form = _page(widget).open_excuses(months)
    for box in form.findChildren(QCheckBox)[6:]:
        box.setChecked(False)


def put_off(widget: QWidget) -> None:
    """The form of putting a meeting off, on the eve of a holiday."""
    page = widget
    assert isinstance(page, MeetingPage)
    form = page.open_postpone()
    form.ui.reasonEdit.setPlainText("سفر رئیس جلسه")
    form.show_findings(judge_day(office().context, MeetingKind.ORDINARY, date(2023, 6, 3), "10:00"))
    form.ui.dayEdit.set_text("۱۴۰۲/۰۳/۱۳")


def empty_page() -> MeetingsPage:
    """A committee without a meeting: a page that says what to do."""
    page = page_of(office())
    page.show_ledger(LedgerSheet(today=TODAY, year=1402, slots=MonthLedger(today=TODAY).year(1402)))
    return page


PAGES = (
    GalleryPage("meetings", lambda: page_of(office()), (1216, 844)),
    GalleryPage("meetings-month", lambda: page_of(office()), (1216, 844), prepare=choose_missed),
    GalleryPage("meetings-empty", empty_page, (1216, 844)),
    GalleryPage("meetings-1280x720", lambda: page_of(office()), (1220, 692), prepare=choose_missed),
    GalleryPage("meetings-960x540", low_page, (900, 512)),
    GalleryPage("meetings-large", lambda: page_of(office()), (1220, 692), prepare=choose_missed, text_scale=1.25),
    GalleryPage("meetings-large-960x540", low_page, (900, 512), text_scale=1.25),
    GalleryPage(
        "meetings-new",
        lambda: page_of(office()),
        (1216, 844),
        prepare=open_form,
        subject=lambda widget: _page(widget).scheduling or widget,
    ),
    GalleryPage(
        "meetings-excuses",
        lambda: page_of(office()),
        (1216, 844),
        prepare=open_excuses,
        subject=lambda widget: _page(widget).excuses or widget,
    ),
    GalleryPage(
        "meeting-postpone",
        lambda: session_page(SESSION),
        (1216, 844),
        prepare=put_off,
        subject=lambda widget: getattr(widget, "postponing", None) or widget,
    ),
    GalleryPage("meeting-large-960x540", lambda: session_page(SESSION), (900, 512), text_scale=1.25),
)
