"""The main job told once, for the test and for `dev.py run --headless`: acts, and what a person must see after each."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QTableView

from tests.journeys.driver import row_text
from tests.journeys.paper import Paper
from tests.journeys.secretary import Secretary

MAP: Final = "اداره کل ارتباطات نقشهٔ پوشش <b>روستاها</b> & شهرها را بدهد"
SHEET: Final = "دفتر فناوری اطلاعات شناسنامهٔ طرح گردشگری را کامل کند."


def hold(secretary: Secretary) -> None:
    """Eight seats by single keys, with the band told after each; five items; the end."""
    driver = secretary.driver
    secretary.open_meeting("جلسهٔ ششم")
    assert "هنوز حضوری ثبت نشده است" in secretary.quorum()
    secretary.begin()
    assert "از استانداری و مرکز ملی کسی حاضر نیست و ۵ کرسی دیگر لازم است" in secretary.quorum()
    secretary.mark("حوح")
    assert "از مرکز ملی کسی حاضر نیست و ۲ کرسی دیگر لازم است" in secretary.quorum()
    secretary.substitute("کیوان تنکابنی", "۴۱۲/ص/۱۴۰۲", "۱۴۰۲/۲/۲۰")
    assert "جلسه هنوز رسمی نیست" in secretary.quorum()
    secretary.mark("ح")
    assert secretary.quorum().startswith("جلسه رسمی است")
    assert "۵ کرسی از ۸ کرسی حاضر است" in secretary.quorum()
    secretary.mark("محغ")
    assert "۶ کرسی از ۸ کرسی حاضر است" in secretary.quorum()
    driver.picture("attendance")
    secretary.walk_agenda(minutes=20)
    assert not driver.reads("نوبت نرسیده")
    secretary.end("12:00")
    assert driver.find("stepper").accessibleName().endswith("برگزارشده")
    assert "ساعت پایان ۱۲:۰۰" in driver.attendant.read[-1].text


def write(secretary: Secretary) -> None:
    """A contribution, a clause, two resolutions; a deadline before the meeting is refused beside its field."""
    driver = secretary.driver
    secretary.to_minutes()
    assert secretary.guards()["resolutions_complete"] == "بدون مصوبه"
    secretary.say("ستوده", "از ۱۲ واحد، ۵ واحد برنامه داده‌اند.")
    assert "مهرداد ستوده‌منش — از ۱۲ واحد، ۵ واحد برنامه داده‌اند." in driver.writings()
    secretary.clause("گزارش هم‌راستایی واحدها شنیده شد.")
    secretary.resolution(MAP, "ارتباطات و", "کوهبنانه", "آموزش")
    assert secretary.guards()["resolution_without_deadline"] == "۱ مصوبه بدون مهلت"
    secretary.deadline("+۳هفته")
    assert secretary.deadline_text() == "۱۴۰۲/۰۳/۱۳"
    assert driver.reads("مهلت شنبه ۱۳ خرداد")
    secretary.resolution(SHEET, "دفتر فناوری", "درفشان")
    secretary.deadline("۱۴۰۲/۲/۱۰")
    assert driver.reads("مهلت پیش از روز جلسه است. روزی از روز جلسه به بعد بنویسید.")
    assert secretary.deadline_text() == "۱۴۰۲/۰۲/۱۰", "what was refused stays where it was typed"
    assert driver.foot().startswith("ذخیره نشد: ")
    driver.picture("refused")
    secretary.deadline("۱۴۰۲/۰۳/۱۰")
    assert not driver.reads("مهلت پیش از روز جلسه است")
    assert driver.tells_saved()
    assert secretary.guards()["resolutions_complete"] == "۲ مصوبه"
    assert driver.reads(
        "مجری ارتباطات و فناوری اطلاعات، همکار آموزش و پرورش، پیگیری یاشار کوهبنانه، مهلت شنبه ۱۳ خرداد"
    )
    assert driver.reads("مجری دفتر فناوری اطلاعات و تحول، پیگیری ناهید درفشان، مهلت چهارشنبه ۱۰ خرداد")


def finalise(secretary: Secretary) -> str:
    """Not before it was read out; then numbers are given and the page says what was done."""
    driver = secretary.driver
    driver.click("finalise")
    assert "هنوز برای اعضا قرائت نشده است" in driver.find("band").accessibleName()
    secretary.read_out(4, mended_piece=3, ending="د، به ترتیب شهرستان.")
    assert secretary.guards()["minutes_read"] == "قرائت"
    driver.picture("read")
    told = secretary.finalise()
    assert "صورت‌جلسه نهایی شد: ۲ مصوبه شماره گرفت و ۳ وظیفه ساخته شد." in told
    assert "۱۴۰۲/۶/۱، ۱۴۰۲/۶/۲" in told
    assert driver.attendant.read[-1].title == "صورت‌جلسهٔ ۶ نهایی شود؟"
    driver.picture("final")
    return told


def print_for_the_pen(secretary: Secretary, folder: Path) -> Paper:
    """The saved file is read by another program; printing is recorded in the round trip."""
    driver = secretary.driver
    secretary.to_paper()
    assert driver.reads("هنوز چاپ نشده")
    paper = secretary.save_pdf(folder / "minutes.pdf")
    assert paper.forms == []
    assert paper.has("صورت‌جلسهٔ شمارهٔ ۶ کمیتهٔ مشترک راهبری و اجرایی‌سازی تفاهم‌نامه")
    for name in ("کیوان تنکابنی", "مهرداد ستوده‌منش", "ناهید درفشان", "۱۴۰۲/۶/۱", "۱۴۰۲/۶/۲", "غایب موجه"):
        assert paper.has(name), name
    assert paper.missing(SHEET) == []
    assert paper.missing("نقشهٔ پوشش & شهرها را بدهد، به ترتیب شهرستان.") == []
    assert paper.text.count("<") == paper.text.count(">") == 2, "markup is printed as it was typed"
    assert {"۱۴۰۲/۰۲/۲۳", "۱۴۰۲/۰۳/۱۳", "۱۴۰۲/۰۳/۱۰"} <= set(paper.dates())
    for page in range(1, paper.pages + 1):
        assert paper.has(f"صفحهٔ {_persian(page)} از {_persian(paper.pages)}")
    driver.press("Ctrl+P")
    driver.wait_for_words("در ۲ نسخه به چاپگر رفت.")
    assert driver.reads("۲ نسخه")
    assert driver.reads("۲۳ اردیبهشت، ۱۲:۰۰")
    assert driver.reads("نسخهٔ اصلی ۱: ۰ از ۶، نسخهٔ اصلی ۲: ۰ از ۶")
    assert len(driver.printer.papers) == 1
    driver.picture("printed")
    return paper


def reopen_and_finalise_again(secretary: Secretary, folder: Path) -> None:
    """Before the first signature: version 2 keeps the numbers and is finalised in its turn."""
    driver = secretary.driver
    driver.press("F6")
    secretary.reopen("نام یک مدعو از قلم افتاده بود")
    assert "۲ برگهٔ چاپی باید از میان برود" in driver.attendant.read[-1].text
    assert driver.reads("نسخهٔ ۲ – پیش‌نویس")
    assert "نسخهٔ پیش باطل شد" in driver.find("band").accessibleName()
    secretary.clause("مقرر شد نام مدعو افزوده شود.")
    secretary.read_out(5)
    assert "صورت‌جلسه نهایی شد" in secretary.finalise()
    secretary.to_paper()
    paper = secretary.save_pdf(folder / "minutes-2.pdf")
    assert paper.has("نسخهٔ ۲")
    assert paper.has("۱۴۰۲/۶/۱")
    assert paper.has("۱۴۰۲/۶/۲")
    assert paper.missing("مقرر شد نام مدعو افزوده شود.") == []
    driver.picture("second-version")
    driver.press("Ctrl+3")
    table = driver.find_kind(QTableView)
    numbers = [row_text(table, place) for place in range(table.model().rowCount())]
    assert len([row for row in numbers if "۱۴۰۲/۶/" in row]) == 2
    driver.press("Ctrl+2")
    table = driver.find_kind(QTableView)
    assert "نسخهٔ ۲" in row_text(table, 0)
    assert table.currentIndex().row() == 0, "the list stands on the version one comes from, not on the withdrawn one"


def _persian(number: int) -> str:
    return "".join("۰۱۲۳۴۵۶۷۸۹"[int(digit)] for digit in str(number))
