"""The beginning told once: an empty folder, the committee, its people, its first meeting, its first signed minutes."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QTableView

from tests.journeys.driver import row_text
from tests.journeys.secretary import Secretary

SEATS: Final = (
    (0, "بهمن سروستانه", "۹۱۱۷۴/۰۱/ش", "۱۴۰۲/۱/۲۶"),
    (1, "ناهید درفشان", "۹۱۱۷۴/۰۱/ش", "۱۴۰۲/۱/۲۶"),
    (2, "یاشار کوهبنانه", "۹۱۱۷۴/۰۱/ش", "۱۴۰۲/۱/۲۶"),
    (4, "مهرداد ستوده‌منش", "۴۱۲/ص", "۱۴۰۲/۲/۱۵"),
    (5, "لیلا فرهمندراد", "۴۱۲/ص", "۱۴۰۲/۲/۱۵"),
)


TOPIC: Final = "اولویت‌های اجرایی فضای مجازی استان"
WORDING: Final = "اداره کل ارتباطات فهرست ده اولویت اجرایی استان را با برنامهٔ اقدام هر اولویت تدوین کند."
PLACE: Final = "استانداری، سالن اجتماعات"


def found(secretary: Secretary) -> None:
    """Eight steps; the signing day is required, a letter before it is refused beside its field."""
    driver = secretary.driver
    assert driver.window.page() == "founding"
    driver.press("Ctrl+Enter")
    assert driver.reads("تاریخ امضا نوشته نشده است. آن را از روی نسخهٔ امضاشده بنویسید.")
    driver.fill("signedOnEdit", "۱۴۰۲/۱/۲۰")
    assert driver.reads("۱۰ اردیبهشت")
    driver.picture("founding")
    driver.press("Ctrl+Enter", "Ctrl+Enter")
    for place, name, number, day in SEATS:
        driver.fill(f"name_{place}", name)
        driver.fill(f"letter_number_{place}", number)
        driver.fill(f"letter_day_{place}", day)
    driver.picture("founding-people")
    for title in ("واحدها", "محورها", "سابقه", "روال کار", "سربرگ و مرور"):
        driver.press("Ctrl+Enter")
        assert driver.reads(title)
    driver.picture("founding-last")
    driver.press("Ctrl+Enter")
    driver.wait(lambda: driver.window.page() == "meetings", "the meetings")


def schedule(secretary: Secretary) -> None:
    """The first meeting, for today: the form says what the day is; then it is convened and the letters are sent."""
    driver = secretary.driver
    assert driver.reads("برای اردیبهشت جلسه‌ای دعوت نشده است")
    driver.press("Ctrl+N")
    driver.wait(lambda: driver.sees("dayEdit"), "the form")
    assert driver.reads("این نخستین جلسه است و هنوز مصوبه‌ای برای پیگیری نیست")
    driver.write("۱۴۰۲/۲/۲۲")
    driver.press("Tab")
    assert driver.reads("تعطیل هفتگی؛ روز کاری بعد: شنبه ۲۳ اردیبهشت")
    driver.fill("dayEdit", "۱۴۰۲/۲/۲۳")
    driver.write("۱۰")
    driver.fill("placeEdit", PLACE, leave="")
    driver.picture("scheduling")
    driver.press("Ctrl+Enter")
    driver.wait(lambda: driver.window.page() == "meeting", "the page of the meeting")
    driver.settle()
    assert driver.reads("زمان‌بندی‌شده")
    driver.press("Insert")
    driver.wait(lambda: driver.sees("titleEdit"), "the form of an item")
    driver.write(TOPIC)
    driver.press("Ctrl+Enter")
    driver.attendant.will_press("دعوت اعضا")
    driver.click("دعوت اعضا")
    assert driver.reads("جلسهٔ اول"), "the number comes before the letters"
    secretary.send_invitations()
    assert driver.reads("۵ گیرنده؛ به همه فرستاده شده")
    driver.picture("invitations")


def hold(secretary: Secretary) -> None:
    """All five by single keys; the session is official and ends."""
    driver = secretary.driver
    secretary.begin()
    secretary.mark("ححوحح")
    assert secretary.quorum().startswith("جلسه رسمی است")
    driver.picture("attendance")
    secretary.walk_agenda(minutes=20)
    secretary.end("11:30")
    assert driver.find("stepper").accessibleName().endswith("برگزارشده")


def minute(secretary: Secretary) -> None:
    """One resolution, read out and made final."""
    driver = secretary.driver
    secretary.to_minutes()
    assert driver.reads(f"بند اول – {TOPIC}"), "a first meeting has nothing to report on"
    secretary.resolution(WORDING, "ارتباطات", "کوهبنانه", "")
    secretary.deadline("+۳هفته")
    secretary.read_out(1)
    driver.picture("read")
    told = secretary.finalise()
    assert "صورت‌جلسه نهایی شد: ۱ مصوبه شماره گرفت و ۱ وظیفه ساخته شد." in told
    assert "۱۴۰۲/۱/۱" in told


def sign(secretary: Secretary, folder: Path) -> None:
    """Print for the pen, record every signature by hand, notify, close the file."""
    driver = secretary.driver
    secretary.to_paper()
    paper = secretary.save_pdf(folder / "minutes.pdf")
    assert paper.missing(WORDING) == []
    driver.press("Ctrl+P")
    driver.wait_for_words("در ۲ نسخه به چاپگر رفت.")
    driver.click("signer1")
    for _signer in SEATS:
        driver.press("Space")

    assert driver.reads("نسخهٔ اصلی ۱: ۵ از ۵")
    assert driver.reads("نسخهٔ اصلی ۱: ۵ از ۵، نسخهٔ اصلی ۲: ۰ از ۵"), "each original is counted by itself"
    assert driver.reads("نسخهٔ اصلی ۲ در انتظار")
    driver.picture("signatures")
    driver.press("Left")
    driver.attendant.will_press("ثبت و تکمیل امضاها")
    driver.click("signAll")
    assert driver.reads("۵ از ۵ امضا در هر ۲ نسخهٔ اصلی")
    driver.click("notify")
    driver.write("۱۲/د")
    driver.attendant.will_press("ادامهٔ ابلاغ")
    assert not driver.close()
    assert "۱۲/د" in driver.writings(), "the window was closed amid the notice"
    driver.click("ابلاغ ۱ مصوبه")
    assert driver.reads("ابلاغ شد")
    driver.attendant.will_press("بستن پروندهٔ جلسه")
    driver.click("closeMeeting")
    driver.picture("closed")
    driver.press("Ctrl+1")
    row = row_text(driver.find_kind(QTableView), 0)
    assert "پروندهٔ بسته" in row
    assert "امضاشده" in row
    driver.press("Ctrl+3")
    assert "ابلاغ‌شده" in row_text(driver.find_kind(QTableView), 0)
