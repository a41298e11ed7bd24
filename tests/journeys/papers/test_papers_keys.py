"""Every kind of paper with the keyboard alone: chosen, filled, made, given up, saved, and its folder opened."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.domain.documents.paper_kinds import ORDERED_BY_HAND, PaperKind
from desktop_app.printing.paper_renderer import PaperRenderer
from desktop_app.widgets.fields.field import Field
from desktop_app.window.papers.page import PapersPage
from desktop_app.words import papers as words
from tests import patience
from tests.journeys.beginning import found
from tests.journeys.clock import STORY_DAY, MovedClock
from tests.journeys.conftest import Begin
from tests.journeys.driver import Driver, word_on
from tests.journeys.papers.test_papers import choose
from tests.journeys.secretary import Secretary
from tests.printing.oracles import extractors
from tests.whole import deciding

MOST_STOPS = 60


def page_of(driver: Driver) -> PapersPage:
    return driver.find_kind(PapersPage)


def focused(driver: Driver) -> QWidget:
    """What has the keyboard; it can be seen, whole."""
    found = driver.app.focusWidget()
    assert found is not None, "the keyboard is nowhere"
    assert found.isVisible()
    assert found.visibleRegion().boundingRect().height() >= min(found.height(), 24), found.objectName()
    return found


def walk_to(driver: Driver, name: str, key: str = "Tab") -> None:
    """Tab until this control, or the field of this name, has the keyboard."""
    for _step in range(MOST_STOPS):
        found: QWidget | None = focused(driver)
        while found is not None and not isinstance(found, Field):
            if name in (found.objectName(), found.accessibleName(), word_on(found)):
                return
            found = found.parentWidget()
        driver.press(key)
    raise AssertionError(f"Tab does not lead to {name}")


# a field has to be scrolled into sight in the small window alone
@pytest.mark.parametrize("size", deciding([(1440, 900), (960, 540)], [(960, 540)]), ids=["usual", "small"])
def test_tab_goes_through_every_field_of_a_kind_and_round_again(begin: Begin, size: tuple[int, int]) -> None:
    """Nothing is typed, so one window shows all kinds."""
    driver = begin(size=size)
    driver.press("Ctrl+6")
    for kind in ORDERED_BY_HAND:
        choose(driver, kind)
        walk_to(driver, "moreButton")
        driver.press("Space")
        assert focused(driver).objectName() == "moreButton", f"{kind}: unfolding keeps the keyboard where it is"
        met = _round(driver)
        fields = [one for one in page_of(driver).form.findChildren(Field) if one.isVisible()]
        assert fields, kind
        missed = [one.objectName() for one in fields if not any(one.isAncestorOf(stop) for stop in met)]
        assert missed == [], kind
        walk_to(driver, f"kind_{kind.value}")


def _round(driver: Driver) -> list[QWidget]:
    """Everything that Tab meets until it comes round."""
    start = focused(driver)
    met: list[QWidget] = []
    for _step in range(MOST_STOPS):
        driver.press("Tab")
        met.append(focused(driver))
        if met[-1] is start:
            return met
    raise AssertionError("Tab does not come round")


class Folders(QObject):
    """Hears which folder the desktop is asked to show."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[Path] = []

    @Slot(QUrl)
    def show(self, url: QUrl) -> None:
        """As the desktop would."""
        self.shown.append(Path(url.toLocalFile()))


@pytest.fixture
def folders() -> Iterator[Folders]:
    """In place of the desktop's own window for folders."""
    made = Folders()
    QDesktopServices.setUrlHandler("file", made, "show")  # type: ignore[arg-type]
    yield made
    QDesktopServices.unsetUrlHandler("file")


# a Persian chord has the filter of keys on its way besides all that a Latin one has
@pytest.mark.parametrize("persian", deciding([False, True], [True]), ids=["latin", "persian"])
def test_an_invitation_to_one_invitee_is_filled_saved_and_its_folder_opened(
    begin: Begin, tmp_path: Path, folders: Folders, persian: bool
) -> None:
    driver = begin(persian=persian)
    driver.press("Ctrl+6")
    choose(driver, PaperKind.INVITATION)
    driver.wait_for_words("صفحهٔ ۱ از ۸")
    walk_to(driver, "invitee")
    driver.write("درفش")
    driver.press("Down", "Enter")
    walk_to(driver, "پاسخ تا")
    driver.write("۱۴۰۲/۰۲/۲۱")
    driver.press("Tab")
    driver.wait_for_words("پاسخ پیش از آن نمی‌رسد")
    walk_to(driver, "تاریخ در دفتر")
    driver.write("۱۴۰۲/۰۲/۲۰")
    driver.press("Tab")
    driver.wait_for_words("صفحهٔ ۱ از ۱")
    target = tmp_path / "دعوت.pdf"
    driver.attendant.will_save_as(target)
    driver.press("Ctrl+S")
    driver.wait_for_words(words.saved("")[-12:])
    text = extractors.plain(extractors.pdftotext(target.read_bytes(), tmp_path))
    assert "ناهید درفشان" in text
    assert "۱۴۰۲/۰۲/۲۱" in text
    walk_to(driver, words.SHOW_FOLDER)
    driver.press("Space")
    assert folders.shown == [tmp_path]


def test_a_day_that_cannot_be_read_is_not_passed_over_when_saving(driver: Driver) -> None:
    driver.press("Ctrl+6")
    choose(driver, PaperKind.REMINDER)
    walk_to(driver, "پاسخ تا")
    driver.write("۱۴۰۲/۱۳/۴۰")
    driver.press("Tab", "Ctrl+S")
    found: QWidget | None = focused(driver)
    while found is not None and found.objectName() != "answerField":
        found = found.parentWidget()
    assert found is not None, "the keyboard stands in the field that cannot be read"


def test_an_answer_after_the_meeting_is_refused_beside_its_field(driver: Driver, tmp_path: Path) -> None:
    driver.press("Ctrl+6")
    choose(driver, PaperKind.INVITATION)
    walk_to(driver, "پاسخ تا")
    driver.write("۱۴۰۲/۰۳/۰۱")
    driver.press("Tab")
    form = page_of(driver).form.ui
    driver.wait(lambda: "پاسخ پس از آن دیر است" in form.answerField.error(), "the refusal beside its field")


def test_escape_gives_a_long_book_up_and_the_keyboard_stays_on_the_page(
    driver: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given_up = threading.Event()

    def slow(
        _room: PaperRenderer, _kind: object, _paper: object, _profile: object = None, told: object = None
    ) -> bytes:
        assert callable(told)
        while not given_up.wait(0.01):
            told(7, 600)
        told(7, 600)  # where it is stopped, if it was given up since the last turn
        raise AssertionError("the watch stops it")

    monkeypatch.setattr(PaperRenderer, "make", slow)
    driver.press("Ctrl+6")
    choose(driver, PaperKind.YEAR_BOOK)
    driver.wait_for_words(words.LONG)
    walk_to(driver, words.MAKE)
    driver.press("Space")
    driver.wait_for_words(words.progress(7, 600))
    focused(driver)
    driver.press("Esc")
    driver.wait_for_words(words.CANCELLED)
    assert page_of(driver).isAncestorOf(focused(driver))
    given_up.set()


def test_minutes_and_extracts_are_there_at_the_first_try(driver: Driver) -> None:
    driver.press("Ctrl+6")
    for kind in (PaperKind.INVITATION, PaperKind.MINUTES, PaperKind.EXTRACT):
        choose(driver, kind)
        driver.wait_for_words("صفحهٔ ۱ از")
        assert page_of(driver).form.order().kind is kind
    assert any("جلسهٔ ۵" in one for one in driver.writings())


DAY_ONE = {
    PaperKind.INVITATION: "هنوز جلسه‌ای در دفتر نیست. نخست در «جلسه‌ها» «جلسهٔ تازه» را بزنید.",
    PaperKind.ATTENDANCE_SHEET: "هنوز جلسه‌ای در دفتر نیست.",
    PaperKind.AGENDA_PACK: "هنوز جلسه‌ای در دفتر نیست.",
    PaperKind.MINUTES: "هنوز جلسه‌ای در دفتر نیست.",
    PaperKind.EXTRACT: "هنوز جلسه‌ای در دفتر نیست.",
    PaperKind.REMINDER: "پس از ابلاغ مصوبه‌های تازه دوباره بیازمایید.",
    PaperKind.MONTHLY_REPORT: "صفحهٔ ۱ از",
    PaperKind.ALIGNMENT_MATRIX: "صفحهٔ ۱ از",
    PaperKind.REGISTER: "صفحهٔ ۱ از",
    PaperKind.YEAR_BOOK: words.LONG,
    PaperKind.HISTORY: "صفحهٔ ۱ از",
    PaperKind.LETTERS_REGISTER: "صفحهٔ ۱ از",
    PaperKind.DELIVERY_SLIP: "نامه‌ای نیست که دستی برود",
    PaperKind.LETTER: "نامه متنی ندارد. متن نامه را بنویسید.",
}


@pytest.fixture(scope="module")
def founded(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a committee on its first day, founded once by hand; each test begins on a copy."""
    place = tmp_path_factory.mktemp("founded")
    driver = Driver(qapp, place / "data", MovedClock(STORY_DAY), papers=place)
    try:
        driver.start()
        found(Secretary(driver))
    finally:
        driver.end()
    return place / "data"


LEADS_TO = {
    PaperKind.INVITATION: "meetings",
    PaperKind.MINUTES: "meetings",
    PaperKind.YEAR_BOOK: "minutes",
    PaperKind.DELIVERY_SLIP: "registers",
}


def test_on_day_one_a_button_leads_to_the_page_where_the_missing_is_made(
    begin: Begin, founded: Path, tmp_path: Path
) -> None:
    """Nothing is recorded, so one window shows all kinds."""
    shutil.copytree(founded, tmp_path / "data")
    driver = begin()
    for kind, page in LEADS_TO.items():
        driver.press("Ctrl+6")
        choose(driver, kind)
        if kind is PaperKind.YEAR_BOOK:
            walk_to(driver, words.MAKE)
            driver.press("Space")
        driver.wait_for_words(words.ELSEWHERE[page])
        walk_to(driver, words.ELSEWHERE[page])
        driver.press("Space")
        driver.wait(lambda page=page: driver.window.page() == page, page)  # type: ignore[misc]


def test_on_day_one_every_kind_says_what_is_missing_and_how_to_get_it(
    begin: Begin, founded: Path, tmp_path: Path
) -> None:
    shutil.copytree(founded, tmp_path / "data")
    driver = begin()
    driver.press("Ctrl+6")
    page = page_of(driver)
    for kind, said in DAY_ONE.items():
        choose(driver, kind)
        driver.wait(lambda: not patience.any_working(driver.window), "the end of the making")
        driver.wait_for_words(said)
        assert [one.objectName() for one in page.form.findChildren(Field) if one.error()] == []
        can_save = page.ui.saveButton.isEnabled()
        assert can_save == (
            kind not in list(DAY_ONE)[:6] and kind not in (PaperKind.LETTER, PaperKind.DELIVERY_SLIP)
        ), kind
        assert bool(page.ui.saveButton.toolTip()) != can_save, "a button that is off says why"
    choose(driver, PaperKind.YEAR_BOOK)
    walk_to(driver, words.MAKE)
    driver.press("Space")
    driver.wait_for_words("صورت‌جلسهٔ نهایی")
