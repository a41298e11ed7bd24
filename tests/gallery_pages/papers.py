"""Papers and reports: each sort of form with its paper, a long book that waits, refusals, small and large."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop_app.domain.calendar.jalali import JalaliMonth
from desktop_app.domain.documents.letter_lines import LetterAdditions
from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.paper_orders import PaperOrder
from desktop_app.domain.papers import Urgency
from desktop_app.widgets.accessibility.reading_order import bring_into_view
from desktop_app.window.kit.destinations import OpenPapers
from desktop_app.window.papers.page import PapersPage
from desktop_app.window.shell.screens import Screens
from tests.gallery_pages import GalleryPage
from tests.gallery_pages.windows import SMALL, window

REPORT = PaperOrder(kind=PaperKind.MONTHLY_REPORT, month=JalaliMonth(1402, 1))
EXTRACT = PaperOrder(kind=PaperKind.EXTRACT, meeting_id=3)
BOOK = PaperOrder(kind=PaperKind.YEAR_BOOK, year=1401)
LETTER = PaperOrder(
    kind=PaperKind.LETTER,
    to="جناب آقای مهرداد ستوده‌منش",
    to_post="نمایندهٔ مرکز ملی فضای مجازی",
    text=(
        "به پیوست فهرست روستاهای فاقد پوشش در دو شهرستان نمونه فرستاده می‌شود."
        "\nخواهشمند است نظر آن مرکز تا پایان ماه اعلام شود."
    ),
    said=LetterAdditions(number="۲۱۷/ص/۱۴۰۲", subject="ارسال فهرست روستاها"),
)
EMPTY_LETTER = PaperOrder(kind=PaperKind.LETTER)


def _shown(order: PaperOrder, screens: Screens) -> None:
    screens.go(OpenPapers(order))


def page_of(widget: QWidget) -> PapersPage:
    """The page inside its window."""
    page = widget.findChild(PapersPage)
    assert page is not None
    return page


def render_context(widget: QWidget) -> None:
    """A long book that is half made."""
    page = page_of(widget)
    page.band.show_making_now("")
    page.show_progress(73, 200)


def busy(widget: QWidget) -> None:
    """A file that another program holds."""
    from desktop_app.domain.errors import EnvironmentProblem
    from desktop_app.words import papers as words
    from desktop_app.words.refusals import sentence

    problem = EnvironmentProblem("print_target_busy", path="D:/papers/report.pdf")
    page_of(widget).show_refusal(sentence(problem), action=words.AGAIN)


def dropped(widget: QWidget) -> None:
    """A file that waited for another paper."""
    from desktop_app.words import papers as words

    page_of(widget).show_dropped(words.dropped(["save"]), words.DO_NOW["save"])


def _page(
    name: str,
    order: PaperOrder,
    size: tuple[int, int] = (1440, 900),
    *,
    scale: float = 1.0,
    act: Callable[[QWidget], None] | None = None,
) -> GalleryPage:
    return GalleryPage(name, partial(window, partial(_shown, order)), size, text_scale=scale, prepare=act)


INVITATION = PaperOrder(
    kind=PaperKind.INVITATION,
    only="ناهید درفشان",
    answer_until=date(2023, 5, 10),
    said=LetterAdditions(number="۲۳۱/ص/۱۴۰۲", day=date(2023, 5, 8), urgency=Urgency.URGENT),
)


def below(widget: QWidget) -> None:
    """The end of the form, with what is seldom needed."""
    page = page_of(widget)
    bring_into_view(page.form.more.ui.profileField)


PAGES = (
    _page("papers-report", REPORT),
    _page("papers-extract", EXTRACT),
    _page("papers-extract-more", replace(EXTRACT, said=LetterAdditions(urgency=Urgency.URGENT)), act=below),
    _page("papers-invitation", INVITATION),
    _page("papers-invitation-more", INVITATION, act=below),
    _page("papers-invitation-more-large", INVITATION, (960, 540), scale=1.25, act=below),
    _page("papers-letter", LETTER),
    _page("papers-nothing", EMPTY_LETTER),
    _page("papers-long", BOOK, act=render_context),
    _page("papers-busy", REPORT, act=busy),
    _page("papers-dropped", REPORT, act=dropped),
    _page("papers-1280x720", REPORT, SMALL),
    _page("papers-960x540", EXTRACT, (960, 540)),
    _page("papers-large", LETTER, scale=1.25),
)
