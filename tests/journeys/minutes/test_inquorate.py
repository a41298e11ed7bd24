"""A meeting without quorum has minutes too: attendance and talk, no resolutions, a title of its own."""

from __future__ import annotations

from pathlib import Path

from tests.journeys.driver import Driver
from tests.journeys.secretary import Secretary


def test_a_meeting_without_quorum_ends_as_such_and_its_minutes_are_finalised(driver: Driver, tmp_path: Path) -> None:
    secretary = Secretary(driver)
    secretary.open_meeting("جلسهٔ ششم")
    secretary.begin()
    secretary.mark("ححححغغغغ")
    assert "جلسه هنوز رسمی نیست" in secretary.quorum()
    assert "از مرکز ملی کسی حاضر نیست" in secretary.quorum()
    secretary.end("10:30")
    assert driver.find("stepper").accessibleName().endswith("در حال برگزاری"), "refused: the session goes on"
    assert "فاقد حد نصاب" in driver.find("notice").accessibleName()
    driver.attendant.will_press("پایان «فاقد حد نصاب»")
    driver.click("پایان «فاقد حد نصاب»")
    assert "عدم حصول حد نصاب" in driver.attendant.read[-1].text
    assert driver.find("stepper").accessibleName().endswith("فاقد حد نصاب")
    secretary.to_minutes()
    secretary.say("سروستانه", "نمایندگان مرکز ملی نیامدند و جلسه رسمیت نیافت.")
    secretary.clause("جلسه به تاریخ دیگری موکول شد.")
    driver.press("Up", "Ctrl+M")
    assert not driver.sees("executor"), "no clause becomes a resolution"
    assert secretary.guards()["inquorate_minutes"] == "فاقد حد نصاب"
    secretary.read_out(2)
    told = secretary.finalise().strip()
    assert told.startswith("صورت‌جلسه نهایی شد.")
    assert "مصوبه" not in told
    secretary.to_paper()
    paper = secretary.save_pdf(tmp_path / "inquorate.pdf")
    assert paper.has("عدم حصول حد نصاب")
    assert paper.missing("نمایندگان مرکز ملی نیامدند و جلسه رسمیت نیافت. به تاریخ دیگری موکول شد.") == []
    assert not paper.has("مسئول پیگیری"), "there is no table of resolutions"
    assert paper.forms == []
