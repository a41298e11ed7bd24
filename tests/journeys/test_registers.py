"""Letters through the window: one that came in becomes a report or a request, and one goes out by itself."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFilter

from desktop_app.domain.read_models.listing import TaskRow
from desktop_app.domain.rules.files import JPEG, FileOwner, RecordRef
from desktop_app.services import lists
from desktop_app.services.files.owners import files_sheet
from desktop_app.services.follow_up.task_sheet import task_sheet
from desktop_app.services.paper_links import papers_of
from desktop_app.services.registers.register_sheet import open_tasks
from desktop_app.widgets.fields.choice_field import ChoiceField
from desktop_app.window.letters.page import RegistersPage
from desktop_app.wiring import Office
from tests.journeys.conftest import Begin
from tests.journeys.driver import Driver
from tests.journeys.secretary import Secretary

WANTED = date(2023, 7, 22)
"""31 Tir 1402."""


def _office(driver: Driver) -> Office:
    assert driver.opening is not None
    assert driver.opening.screens is not None
    return driver.opening.screens.office


def _scan(path: Path) -> Path:
    """A letter as a scanner gives it: grey, a little turned, not quite clean."""
    page = Image.new("L", (1240, 1754), 250)
    ink = ImageDraw.Draw(page)
    for line in range(18):
        ink.rectangle((180, 300 + 60 * line, 1060 - 37 * (line % 5), 316 + 60 * line), fill=40)
    ink.ellipse((150, 1420, 420, 1690), outline=90, width=9)
    turned = page.rotate(1.5, resample=Image.Resampling.BILINEAR, fillcolor=250)
    turned.filter(ImageFilter.GaussianBlur(0.8)).save(path, "JPEG", quality=45, dpi=(150, 150))
    return path


def _in_hand(driver: Driver) -> TaskRow:
    """A task that its unit is at work on; the unit has others, so its letter has to say which one it is about."""
    tasks = open_tasks(_office(driver).context)
    return next(one for one in tasks if one.due is not None and one.state == "doing" and one.percent < 80)


def _choose(driver: Driver, task: TaskRow) -> None:
    """Type what the list offers."""
    assert driver.find_kind(ChoiceField, "taskEdit" if driver.sees("taskEdit") else "recordEdit").hasFocus()
    driver.write(f"{task.unit} – مصوبهٔ {task.resolution_number}")
    driver.press("Tab")


def _record(driver: Driver, sender: str, subject: str, number: str) -> None:
    """A letter, typed by keys alone."""
    driver.press("Ctrl+7")
    driver.wait(lambda: driver.window.page() == "registers", "the registers")
    driver.press("Ctrl+N")
    driver.wait(lambda: driver.sees("senderEdit"), "the form")
    driver.write(sender)
    driver.press("Tab", "Tab")
    driver.write(subject)
    driver.press("Tab")
    driver.write(number)
    driver.press("Ctrl+Enter")
    driver.wait(lambda: not driver.sees("senderEdit"), "the stored letter")
    assert driver.reads("نامه در دفتر وارده با ردیف")


def _attach(driver: Driver, scan: Path) -> None:
    page = driver.find_kind(RegistersPage)
    record = page.panel.files.record
    assert record is not None
    assert record.kind is FileOwner.INCOMING
    driver.press("Ctrl+Shift+E")
    driver.wait(lambda: driver.sees("addFile"), "its files")
    driver.attendant.will_save_as(scan)
    driver.press("Ins")
    driver.wait(lambda: _files_of(driver, record) == [(scan.name, JPEG)], "the attached scan")
    driver.press("Esc")
    driver.wait(lambda: not driver.sees("addFile"), "the register again")


def _files_of(driver: Driver, record: RecordRef) -> list[tuple[str, str]]:
    sheet = files_sheet(_office(driver).context, record)
    return [(line.link.name, line.file.type) for line in sheet.groups[0].lines]


@pytest.mark.parametrize("persian", [False, True], ids=["us", "ir"])
def test_story_7_the_letter_of_a_unit_becomes_a_report(begin: Begin, tmp_path: Path, persian: bool) -> None:
    driver = begin(persian=persian)
    task = _in_hand(driver)
    _record(driver, task.unit, "گزارش پیشرفت کار", "۴۵۲/۱۲")
    _attach(driver, _scan(tmp_path / "گزارش واحد.jpg"))

    driver.press("Ctrl+Shift+R")
    driver.wait(lambda: driver.sees("reportSheet") or driver.sees("percentEdit"), "the form of its task")
    driver.press("Ctrl+Enter")
    driver.wait(
        lambda: driver.reads("هنوز برگزیده نشده است که نامه دربارهٔ کدام است"), "what is missing, beside its field"
    )
    _choose(driver, task)
    assert driver.find_kind(ChoiceField, "taskEdit").value() == str(task.id)
    assert {f"نامهٔ \u2068۴۵۲/۱۲\u2069 {task.unit}", "گزارش پیشرفت کار"} <= set(driver.writings())
    driver.fill("percentEdit", "80", leave="")
    driver.press("Ctrl+Enter")
    driver.wait(lambda: not driver.sees("percentEdit"), "the stored report")
    assert driver.reads("خبر واحد ثبت شد و نامه به وظیفه پیوند خورد.")
    sheet = task_sheet(_office(driver).context, task.id)
    assert (sheet.task.percent, [one.subject for one in sheet.papers]) == (80, ["گزارش پیشرفت کار"])

    # to the task, and from there back to the letter
    driver.click("link_about_0")
    driver.wait(lambda: driver.window.page() == "tasks", "the task")
    line = sheet.papers[0].line
    driver.wait(lambda: driver.sees(f"link_paper_{line}"), "the letter beside the task")
    driver.click(f"link_paper_{line}")
    driver.wait(lambda: driver.window.page() == "registers", "the letter")
    assert driver.find_kind(RegistersPage).chosen_id() == line

    # taken back with its link, and done again
    driver.press("Ctrl+Z")
    assert task_sheet(_office(driver).context, task.id).task.percent == task.percent
    assert driver.reads("هنوز به کاری پیوند نخورده است.")
    driver.press("Ctrl+Y")
    assert task_sheet(_office(driver).context, task.id).task.percent == 80


@pytest.mark.parametrize("persian", [False, True], ids=["us", "ir"])
def test_story_8_the_letter_of_a_unit_asks_for_two_more_weeks(begin: Begin, tmp_path: Path, persian: bool) -> None:
    driver = begin(persian=persian)
    task = _in_hand(driver)
    _record(driver, task.unit, "درخواست دو هفته مهلت", "۱۱۸/ف")
    _attach(driver, _scan(tmp_path / "درخواست.jpg"))

    driver.press("Ctrl+Shift+T")
    driver.wait(lambda: driver.sees("wanted_dueEdit"), "the form of the request")
    _choose(driver, task)
    driver.press("Ctrl+Enter")
    driver.wait(lambda: driver.reads("مهلتی که خواسته شده نوشته نشده است"), "what is missing, beside its field")
    driver.write("1402/04/31")
    driver.press("Ctrl+Enter")
    driver.wait(lambda: not driver.sees("wanted_dueEdit"), "the stored request")
    assert driver.reads("در انتظار پاسخ کمیته")
    sheet = task_sheet(_office(driver).context, task.id)
    assert (len(sheet.requests), sheet.due) == (1, task.due), "the deadline is the committee's"

    driver.click("link_about_0")
    driver.wait(lambda: driver.window.page() == "resolutions", "the resolution that it is about")
    assert driver.reads("تا ۳۱ تیر ۱۴۰۲ · در انتظار پاسخ کمیته")
    driver.press("Ctrl+7")
    page = driver.find_kind(RegistersPage)
    driver.click("view_waiting")
    driver.settle()
    assert page.query().view == "waiting"
    assert (page.model.count(), driver.reads("بی‌پاسخ")) == (1, True), "it waits in one place with all others"
    driver.click("view_all")
    driver.attendant.will_press("پذیرفته نشد")
    driver.click("act_answer")
    driver.wait(lambda: driver.reads("پاسخ کمیته ثبت شد."), "the answer")
    assert task_sheet(_office(driver).context, task.id).requests == ()
    driver.press("Ctrl+Z")
    driver.wait(lambda: driver.reads("در انتظار پاسخ کمیته"), "the request that waits again")

    _table(driver, task)
    _open_extension_form(driver, task)


def _table(driver: Driver, task: TaskRow) -> None:
    """To the agenda of a meeting that is ahead, which leads to it."""
    Secretary(driver).choose(driver.find("moreActs", driver.find_kind(RegistersPage).panel), "به دستور جلسه…")
    driver.wait(lambda: driver.sees("backgroundEdit"), "the meetings that are ahead")
    driver.press("Ctrl+Enter")
    driver.wait(lambda: driver.reads("درخواست به دستور جلسه رفت."), "the item of the agenda")
    assert driver.reads("تا ۳۱ تیر ۱۴۰۲ · در دستور جلسه")
    (request,) = task_sheet(_office(driver).context, task.id).requests
    with _office(driver).context.read() as work:
        item = work.agenda.get(request.agenda_item_id or 0)
    assert (item.title, item.resolution_id) == (request.title, request.resolution_id)


def _open_extension_form(driver: Driver, task: TaskRow) -> None:
    """The form of the extension, and one act that answers the request; it is taken back, and done again."""
    driver.attendant.will_press("پذیرفته شد")
    driver.click("act_answer")
    driver.wait(lambda: driver.sees("edit_due"), "the form of the extension")
    assert {"۱۴۰۲/۰۴/۳۱", "درخواست دو هفته مهلت"} <= set(driver.writings())
    driver.press("Ctrl+Enter")
    driver.wait(lambda: driver.reads("درخواست پذیرفته شد و مصوبه مهلت تازه گرفت."), "both in one act")
    sheet = task_sheet(_office(driver).context, task.id)
    assert (sheet.requests, sheet.due) == ((), WANTED)
    driver.press("Ctrl+Z")
    driver.wait(lambda: driver.reads("در دستور جلسه"), "both taken back")
    sheet = task_sheet(_office(driver).context, task.id)
    assert (len(sheet.requests), sheet.due) == (1, task.due)
    driver.press("Ctrl+Y")
    assert task_sheet(_office(driver).context, task.id).due == WANTED


@pytest.mark.parametrize("persian", [False, True], ids=["us", "ir"])
def test_a_letter_names_an_alternate(begin: Begin, tmp_path: Path, persian: bool) -> None:
    driver = begin(persian=persian)
    _record(driver, "مرکز ملی فضای مجازی", "معرفی علی‌البدل", "۹۹/۱۰۴")
    _attach(driver, _scan(tmp_path / "معرفی‌نامه.jpg"))
    driver.press("Ctrl+Shift+M")
    driver.wait(lambda: driver.sees("seatEdit"), "the form of the nomination")
    driver.press("Ctrl+Enter")
    driver.wait(lambda: driver.reads("کرسی برگزیده نشده است"), "what is missing")
    driver.write("عضو – مرکز ملی فضای مجازی (سامان دریانوردپور)")
    driver.press("Tab")
    driver.wait(lambda: driver.sees("personEdit"), "the form of the seat")
    driver.fill("asEdit", "علی‌البدل")
    driver.fill("personEdit", "پرتو نیک‌نام")
    assert "۹۹/۱۰۴" in driver.writings(), "the number of the letter"
    driver.fill("letter_dayEdit", "1402/02/20", leave="")
    driver.press("Ctrl+Enter")
    driver.wait(lambda: not driver.sees("seatEdit"), "the stored nomination")
    assert driver.reads("معرفی ثبت شد و نامه به آن پیوند خورد.")
    with _office(driver).context.read() as work:
        (person,) = work.people.where(name="پرتو نیک‌نام")
        (named,) = work.nominations.where(person_id=person.id)
        assert (named.role, named.letter_number) == ("alternate", "۹۹/۱۰۴")
        assert [one.subject for one in papers_of(work, "nomination", named.id)] == ["معرفی علی‌البدل"]


def test_a_reminder_that_is_printed_enters_the_register(begin: Begin) -> None:
    driver = begin()
    task = _in_hand(driver)
    driver.press("Ctrl+4")
    driver.wait(lambda: driver.window.page() == "tasks", "the tasks")
    before = set(lists.REGISTERS.ids(_office(driver).context))
    driver.press("Ctrl+6")
    driver.wait(lambda: driver.window.page() == "papers", "the papers")
    assert driver.opening is not None
    driver.click("kind_reminder")
    driver.wait_for_words("صفحهٔ ۱ از")
    driver.press("Ctrl+P")
    driver.wait(lambda: "در دفتر صادره ثبت شد" in driver.foot(), "the register")
    context = _office(driver).context
    fresh = [one for one in lists.REGISTERS.ids(context) if one not in before]
    assert all(one.outgoing and "مصوبهٔ باز" in one.subject for one in lists.REGISTERS.rows(context, fresh))
    assert task.unit in {one.party for one in lists.REGISTERS.rows(context, fresh)} or fresh
