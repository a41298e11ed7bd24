"""One month of the operator, act by act: a meeting until its signatures, then the month after it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QTableView, QTextEdit

from desktop_app import wiring
from desktop_app.domain.read_models.listing import ListQuery, ResolutionView
from desktop_app.domain.rules.resolutions import CLOSED, ResolutionState
from desktop_app.services import lists
from desktop_app.widgets.lists.cell_content import CellContent
from desktop_app.widgets.lists.item_row import ItemRow
from desktop_app.widgets.lists.window_model import CONTENT_ROLE
from tests.journeys.clock import MovedClock
from tests.journeys.driver import Driver, row_text
from tests.journeys.secretary import Secretary

FIRST_OF_KHORDAD: Final = date(2023, 5, 22)
TYPED: Final = "سازمان مدیریت برنامهٔ هم‌راستایی واحدها را گردآوری کند"
READ_OUT: Final = "دبیرخانهٔ کمیته برنامهٔ هم‌راستایی واحدها را گردآوری می‌کند."
FOLLOW_UP, CONFIRMING, PARKED, OTHER_PARKED, NEXT = (
    "گزارش پیگیری مصوبات پیشین",
    "تأیید صورت‌جلسهٔ جلسهٔ ۶",
    "آمادگی برای رونمایی از طرح گردشگری هوشمند",
    "تعیین شاخص ارزیابی پلتفرم‌های بومی",
    "دستور و زمان جلسهٔ آینده",
)
CARRIED: Final = ("برنامهٔ هم‌راستایی واحدها", "پیشرفت ارتباط پرسرعت روستاها")
"""Items of the sixth meeting without text, carried to the seventh."""

# ---- the meeting, until its signatures


def attend(secretary: Secretary) -> None:
    """Story 9: eight seats by nine keys, both parties present, the clock of an item runs."""
    driver = secretary.driver
    secretary.open_meeting("جلسهٔ ششم")
    secretary.begin()
    secretary.mark("حوحح")
    assert "از مرکز ملی کسی حاضر نیست" in secretary.quorum()
    secretary.mark("ححح")
    secretary.substitute("کیوان تنکابنی", "۴۱۲/ص/۱۴۰۲", "۱۴۰۲/۲/۲۰")
    assert secretary.quorum().startswith("جلسه رسمی است هر دو طرف نماینده دارند")
    assert "۸ کرسی از ۸ کرسی حاضر است" in secretary.quorum()
    secretary.walk_agenda(minutes=12)
    assert all("بررسی‌شده" in said for said in agenda(driver) if "، بند " in said)
    secretary.end("11:20")


def resolve(secretary: Secretary) -> None:
    """Story 10: a clause becomes a resolution with executor, owner and «+۳هفته»."""
    driver = secretary.driver
    secretary.to_minutes()
    secretary.resolution(TYPED, "مدیریت", "کوهبنانه")
    secretary.deadline("+۳هفته")
    assert secretary.deadline_text() == "۱۴۰۲/۰۳/۱۳"
    assert driver.reads("مجری مدیریت و برنامه‌ریزی، پیگیری یاشار کوهبنانه، مهلت شنبه ۱۳ خرداد")


def read_and_print(secretary: Secretary) -> None:
    """Story 11: read out, the first two words and the last one mended, final with its number, eight copies."""
    driver = secretary.driver
    driver.press("F7")
    driver.wait(lambda: driver.sees("readingText"), "the reading")
    read = driver.find_kind(QTextEdit, "readingText")
    assert read.toPlainText() == TYPED
    driver.click(read)
    driver.press("Ctrl+Home", "Ctrl+Shift+Left", "Ctrl+Shift+Left")
    driver.write("دبیرخانهٔ کمیته ")
    driver.press("Ctrl+End", "Ctrl+Shift+Right")
    driver.write("می‌کند.")
    assert read.toPlainText() == READ_OUT
    driver.press("Ctrl+Enter")
    assert READ_OUT in driver.writings()
    told = secretary.finalise()
    assert "۱ مصوبه شماره گرفت و ۱ وظیفه ساخته شد. شماره‌ها: ۱۴۰۲/۶/۱" in told
    secretary.to_paper()
    driver.printer.copies = 8
    driver.press("Ctrl+P")
    driver.wait_for_words("در ۸ نسخه به چاپگر رفت.")


def collect_pens(secretary: Secretary) -> None:
    """Story 12: one of eight is out; the page names him, the list counts."""
    driver = secretary.driver
    for original in range(2):
        if original:
            driver.press("Left")
        driver.click("signer1")
        for _signer in range(6):
            driver.press("Space")
        driver.press("Down", "Space")
    assert driver.reads("نسخهٔ اصلی ۱: ۷ از ۸")
    assert driver.reads("نسخهٔ اصلی ۲: ۷ از ۸")
    assert driver.reads("امضای نسخه‌های اصلی: ۷ و ۷ از ۸")
    assert driver.reads("نسخهٔ اصلی ۱: ۷ از ۸، نسخهٔ اصلی ۲: ۷ از ۸ در انتظار کیوان تنکابنی")
    driver.press("Ctrl+2")
    assert "نسخه‌های اصلی: ۷ و ۷ از ۸" in row_contents(driver, "جلسهٔ ششم")
    assert driver.reads("۲ صورت‌جلسه در انتظار امضا است.")


# ---- the month after it


def open_on_the_first(driver: Driver) -> None:
    """Story 1: what is late, what is due this week, and that nobody is invited; counted once more from the folder."""
    assert driver.reads("برای خرداد جلسه‌ای دعوت نشده است")
    driver.press("Ctrl+3")
    late, due, open_ = owed(driver)
    assert (late, due, open_) == (4, 1, 9)
    assert driver.reads("۴ مصوبه معوق است.")
    assert driver.reads("۱ مصوبه تا پایان هفته مهلت دارد.")
    assert driver.find_kind(QTableView).model().rowCount() == open_


def owed(driver: Driver) -> tuple[int, int, int]:
    """Late, due until Friday, and open resolutions, reckoned from the rows of all."""
    today = driver.clock.today()
    friday = today + timedelta(days=(4 - today.weekday()) % 7)
    office = wiring.view_office(driver.folder, MovedClock(today))
    try:
        with office.context.read() as work:
            ids = list(work.resolution_rows.ids(ListQuery(view=ResolutionView.ALL.value)))
        open_ = [row for row in lists.RESOLUTIONS.rows(office.context, ids) if row.state not in CLOSED]
    finally:
        office.close()
    days = [row.due for row in open_ if row.due is not None and row.state is not ResolutionState.REPORTED_DONE]
    return sum(day < today for day in days), sum(today <= day <= friday for day in days), len(open_)


def schedule(secretary: Secretary) -> None:
    """Story 2: a month that has its meeting, a holiday, the eve of one; a window closed amid the form loses nothing."""
    driver = secretary.driver
    driver.press("Ctrl+1", "Ctrl+N")
    driver.wait(lambda: driver.sees("dayEdit"), "the form")
    driver.fill("dayEdit", "۱۴۰۲/۲/۳۰")
    assert driver.reads("اردیبهشت ۱۴۰۲ یک جلسهٔ عادی دارد (جلسهٔ ۵، ۱۱ اردیبهشت).")
    driver.press("Ctrl+Enter")
    assert driver.sees("dayEdit"), "two ordinary meetings in one month are refused"
    driver.fill("dayEdit", "۱۴۰۲/۳/۱۴")
    assert driver.reads("تعطیل رسمی؛ روز کاری بعد: سه‌شنبه ۱۶ خرداد")
    assert driver.reads("مناسبت تعطیلی: رحلت امام خمینی.")
    driver.fill("dayEdit", "۱۴۰۲/۳/۱۳")
    assert driver.reads("فردای این روز تعطیل رسمی است: رحلت امام خمینی.")
    driver.fill("startsEdit", "10")
    driver.fill("placeEdit", "استانداری")
    driver.click(PARKED)
    driver.attendant.will_press("ادامهٔ ویرایش")
    assert not driver.close()
    assert {"۱۴۰۲/۰۳/۱۳", "۱۰:۰۰", "استانداری"} <= set(driver.writings())
    driver.press("Ctrl+Enter")
    driver.wait(lambda: driver.window.page() == "meeting", "the page of the meeting")
    driver.settle()


def build_agenda(secretary: Secretary) -> None:
    """Story 3: the agenda has built itself; it is ordered by keys alone, and the meeting convened."""
    driver = secretary.driver
    assert titles(driver) == [FOLLOW_UP, CONFIRMING, *CARRIED, PARKED, NEXT, OTHER_PARKED]
    assert all("مانده از جلسهٔ ۶" in one for one in agenda(driver)[2:4])
    assert "۹ مصوبهٔ باز، ۴ معوق" in agenda(driver)[0]
    driver.press(*["Down"] * 4, *["Alt+Up"] * 3)
    assert titles(driver)[1:3] == [PARKED, CONFIRMING]
    driver.press(*["Down"] * 5, "Shift+F10", "Down", "Enter")
    assert titles(driver) == [FOLLOW_UP, PARKED, CONFIRMING, *CARRIED, OTHER_PARKED, NEXT]
    assert "کنارگذاشته" not in agenda(driver)[5]
    driver.press(*["Alt+Up"] * 3)
    assert titles(driver) == [FOLLOW_UP, PARKED, OTHER_PARKED, CONFIRMING, *CARRIED, NEXT]
    driver.attendant.will_press("دعوت اعضا")
    driver.click("دعوت اعضا")
    assert driver.reads("جلسهٔ هفتم")
    secretary.send_invitations()
    assert driver.reads("۸ گیرنده؛ به همه فرستاده شده")
    assert driver.find("stepper").accessibleName().endswith("دعوت‌شده")
    driver.press("Ctrl+1")
    assert not driver.reads("جلسه‌ای دعوت نشده است")
    assert driver.reads("خرداد ۱۴۰۲، ماه جاری، زمان‌بندی‌شده، ۱۳ – جلسهٔ ۷")


def name_an_alternate(secretary: Secretary) -> None:
    """Story 5: a letter before the signing and a person of two seats are refused, then the alternate is recorded."""
    driver = secretary.driver
    driver.press("Ctrl+5")
    driver.click("seatRow5")
    driver.click("act_alternate")
    driver.write("سامان دریا")
    driver.press("Down", "Enter")
    driver.fill("letter_numberEdit", "۵۲۰/ص")
    driver.fill("letter_dayEdit", "۱۴۰۱/۸/۱")
    driver.fill("from_dayEdit", "۱۴۰۲/۳/۱", leave="Enter")
    assert driver.reads("تاریخ معرفی‌نامه پیش از امضای تفاهم‌نامه است")
    driver.fill("letter_dayEdit", "۱۴۰۲/۲/۳۰", leave="Enter")
    assert driver.reads("سامان دریانوردپور در این روزها کرسی دیگری دارد (عضو)")
    driver.fill("personEdit", "کیوان تنکابنی")
    _is_asked_and_keeps(driver, "ادامهٔ ویرایش", {"کیوان تنکابنی", "۵۲۰/ص", "۱۴۰۲/۰۲/۳۰", "۱۴۰۲/۰۳/۰۱"})
    driver.click("letter_numberEdit")
    driver.press("Enter")
    assert not driver.sees("personEdit")
    said = driver.find("seatRow5").accessibleName()
    assert said.startswith("مهرداد ستوده‌منش · نماینده · علی‌البدل: کیوان تنکابنی")
    assert driver.reads("معرفی‌نامهٔ ۵۲۰/ص مورخ ۱۴۰۲/۰۲/۳۰")


def name_a_successor(secretary: Secretary) -> None:
    """Story 5: a successor keeps the seat, and the seat its history."""
    driver = secretary.driver
    driver.click("seatRow8")
    driver.click("act_succeed")
    driver.write("شیرین آلاشتی")
    driver.press("Tab")
    driver.fill("letter_numberEdit", "۵۲۱/ص")
    driver.fill("letter_dayEdit", "۱۴۰۲/۲/۳۱")
    driver.fill("from_dayEdit", "۱۴۰۲/۳/۱", leave="Enter")
    assert driver.find("seatRow8").accessibleName().startswith("شیرین آلاشتی · عضو · معرفی‌نامهٔ ۵۲۱/ص")
    assert driver.reads("پگاه زرین‌قلم")
    assert driver.reads("از ۸ آذر ۱۴۰۱ تا ۳۱ اردیبهشت ۱۴۰۲")


def archive_a_busy_unit(secretary: Secretary) -> None:
    """A unit with open tasks is not archived; the refusal leads to them, and the keyboard with it."""
    driver = secretary.driver
    driver.press("Alt+2")
    driver.click("unitRow2")
    driver.attendant.will_press("بایگانی")
    driver.click("act_archive")
    assert driver.reads("این واحد ۲ وظیفهٔ باز دارد و بایگانی نمی‌شود.")
    driver.click("دیدن وظیفه‌ها")
    assert driver.window.page() == "tasks"
    table = driver.find_kind(QTableView)
    assert table.model().rowCount() == 2
    assert table.hasFocus()
    driver.click("filter_unit_2")


def take_a_call(secretary: Secretary) -> None:
    """Story 7: 60 % by telephone, with its day and who told it; the list and the resolution know at once."""
    driver = secretary.driver
    table = driver.find_kind(QTableView)
    driver.press("Ctrl+F")
    driver.write("روستا")
    driver.wait(lambda: "روستا" in row_text(table, 0), "the tasks of one resolution")
    assert table.model().rowCount() == 2
    driver.press("Ctrl+G")
    driver.write("۶۰")
    driver.fill("dayEdit", "۱۴۰۲/۲/۳۰")
    driver.click("byPhone")
    driver.write("، نیم‌روز")
    driver.click("noteEdit")
    driver.write("دوازده روستا پوشش گرفت")
    told = "تلفنی، نگار آب‌بندانی، نیم‌روز"
    _is_asked_and_keeps(driver, "ماندن در پیگیری", {"۶۰", "۱۴۰۲/۰۲/۳۰", told, "دوازده روستا پوشش گرفت"})
    driver.click("noteEdit")
    driver.press("Ctrl+Enter")
    first = row_text(table, 0)
    assert "۶۰\u200f٪" in first
    assert "دوازده روستا پوشش گرفت" in first
    assert driver.reads(f"۳۰ اردیبهشت ۱۴۰۲ · {told}")
    driver.click("link_resolution")
    assert driver.window.page() == "resolutions"
    assert driver.reads("مصوبهٔ ۱۴۰۱/۳/۱")
    assert driver.reads("۵۰\u200f٪ · کار ۰ از ۲ واحد تأیید شده"), "60 % of one unit, 40 % of the other"
    news = [line for line in driver.text().splitlines() if told in line]
    assert any("۶۰\u200f٪" in line and "۳۰ اردیبهشت" in line for line in news), news


# ---- eyes


def _is_asked_and_keeps(driver: Driver, stay: str, typed: set[str]) -> None:
    """The window is closed amid a form: it asks, stays, and every word stands where it was."""
    driver.attendant.will_press(stay)
    assert not driver.close()
    assert driver.attendant.waiting() == 0
    assert typed <= set(driver.writings())


def agenda(driver: Driver) -> list[str]:
    """The items of the agenda and the parked ones as they are heard, from the top."""
    rows = [one for one in driver.visible() if isinstance(one, ItemRow) and one.objectName().startswith("item_")]
    return [row.accessibleName() for row in sorted(rows, key=lambda row: row.mapTo(driver.window, QPoint()).y())]


def titles(driver: Driver) -> list[str]:
    """The same, by their titles."""
    return [said.split("،")[0] for said in agenda(driver)]


def row_contents(driver: Driver, words: str) -> str:
    """Both lines of each cell in the one row that holds these words."""
    table = driver.find_kind(QTableView)
    model = table.model()
    places = [place for place in range(model.rowCount()) if words in row_text(table, place)]
    assert len(places) == 1, places
    contents = [model.index(places[0], column).data(CONTENT_ROLE) for column in range(model.columnCount())]
    return "\n".join(f"{content.first}\n{content.second}" for content in contents if isinstance(content, CellContent))
