"""«دفتر صادره و وارده» on the demo's day: the list, a paper beside it, its sheets, and a small window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop_app.domain.papers import Classification, Urgency
from desktop_app.domain.rules.invitations import SendingWay
from desktop_app.domain.rules.registered_papers import IncomingPaper, OutgoingPaper
from desktop_app.domain.rules.tasks import News, TaskAction, TaskEntry
from desktop_app.services.context import Context
from desktop_app.services.registers import papers, register_sheet
from desktop_app.services.registers.register_sheet import open_tasks
from desktop_app.window.letters.page import RECORD_INCOMING, RECORD_OUTGOING, RegistersPage
from desktop_app.window.letters.paper_sheets import IncomingSheet
from desktop_app.window.shell.screens import Screens
from tests.gallery_pages import GalleryPage
from tests.gallery_pages.windows import SMALL, window


def page_of(widget: QWidget) -> RegistersPage:
    """The page in the window."""
    (found,) = widget.findChildren(RegistersPage)
    return found


def registers(context: Context) -> None:
    """Papers that came in and went out: linked and not, guarded, urgent, struck."""
    today = context.clock.today()
    tasks = open_tasks(context)

    def came(days: int, sender: str, subject: str, number: str, **other: object) -> int:
        day = today - timedelta(days=days)
        paper = IncomingPaper(
            number=number,
            day=day - timedelta(days=2),
            received_on=day,
            sender=sender,
            subject=subject,
            **other,  # type: ignore[arg-type]
        )
        return papers.record_incoming(context, paper).id

    def went(days: int, addressee: str, subject: str, number: str, way: SendingWay, **other: object) -> int:
        paper = OutgoingPaper(
            number=number,
            day=today - timedelta(days=days),
            addressee=addressee,
            subject=subject,
            way=way,
            **other,  # type: ignore[arg-type]
        )
        return papers.record_outgoing(context, paper).id

    first = came(12, "معاونت راهبری فنی", "اعلام آمادگی برای بازدید از زیرساخت‌های دو شهرستان نمونه", "۲۱۷/م/۱۴۰۲")
    papers.strike_paper(context, first, "این نامه پیش‌تر با ردیف دیگری ثبت شده بود.", outgoing=False)
    went(9, "سازمان مدیریت و برنامه‌ریزی استان", "درخواست اعتبار دورهٔ سواد فضای مجازی", "۱۴۰۲/د/۳۱", SendingWay.POST)
    went(
        6,
        "اداره کل آموزش و پرورش",
        "هماهنگی برگزاری دورهٔ ۱۶ساعتهٔ مدیران",
        "۱۴۰۲/د/۳۲",
        SendingWay.BY_HAND,
        received_by="خانم کیانی‌راد",
        received_on=today - timedelta(days=5),
    )
    report = came(3, tasks[0].unit, "گزارش پیشرفت کار تا پایان اردیبهشت", "۴۵۲/۱۲", urgency=Urgency.URGENT)
    news = News(day=today - timedelta(days=3), note="فهرست دستگاه‌ها کامل شد.", told_by=f"نامهٔ ۴۵۲/۱۲ {tasks[0].unit}")
    entry = TaskEntry(action=TaskAction.PROGRESS, news=news, percent=max(60, tasks[0].percent + 5))
    register_sheet.report_from_paper(context, report, tasks[0].id, entry)
    dated = next(one for one in tasks if one.due is not None and one.id != tasks[0].id)
    asked = came(1, dated.unit, "درخواست دو هفته مهلت بیشتر برای تکمیل پرسش‌نامه", "۱۱۸/ف")
    assert dated.due is not None
    register_sheet.extension_from_paper(
        context,
        asked,
        dated.id,
        max(today, dated.due) + timedelta(days=14),
        "بخشی از دستگاه‌ها پاسخ نداده‌اند.",
        title=f"تمدید مهلت مصوبهٔ {dated.resolution_number} به درخواست {dated.unit}",
    )
    came(
        0,
        "دفتر پیگیری مصوبات",
        "معرفی نمایندهٔ علی‌البدل مرکز در کمیتهٔ مشترک",
        "۹۹/۱۰۴۴۴۱",
        classification=Classification.CONFIDENTIAL,
    )


def at(widget: QWidget, words: str) -> RegistersPage:
    """The page, standing on the paper whose subject holds these words."""
    page = page_of(widget)
    rows = (page.model.row_at(place) for place in range(page.model.count()))
    page.choose(next(row.id for row in rows if row is not None and words in row.subject))
    page.focus_list()
    return page


def reported(widget: QWidget) -> None:
    """A letter that became a report."""
    at(widget, "گزارش پیشرفت")


def asked(widget: QWidget) -> None:
    """A letter that asks for another deadline."""
    at(widget, "دو هفته")


def sent(widget: QWidget) -> None:
    """A letter that went out, with who received it."""
    at(widget, "هماهنگی برگزاری")


def recording(widget: QWidget) -> None:
    """A letter that came in, being recorded with its files."""
    page_of(widget).act_requested.emit(RECORD_INCOMING)
    sheet = sheet_of(widget)
    assert isinstance(sheet, IncomingSheet)
    sheet.show_files(("نامهٔ 452-12.pdf", "فهرست دستگاه‌ها.xlsx"))


def recording_sent(widget: QWidget) -> None:
    """A letter made elsewhere, being recorded."""
    page_of(widget).act_requested.emit(RECORD_OUTGOING)


def report_form(widget: QWidget) -> None:
    """A letter becomes a report."""
    at(widget, "معرفی نماینده").record_act_requested.emit("report")


def extension_form(widget: QWidget) -> None:
    """A letter becomes a request."""
    at(widget, "معرفی نماینده").record_act_requested.emit("extension")


def nomination_form(widget: QWidget) -> None:
    """A letter becomes a nomination."""
    page = at(widget, "معرفی نماینده")
    page.record_act_requested.emit("nomination")
    sheet = page.sheet()
    if sheet is not None:
        seat = sheet.findChild(QWidget, "seatEdit")
        seat.set_value("7")  # type: ignore[union-attr]
        seat.value_changed.emit("7")  # type: ignore[union-attr]


def invitation_form(widget: QWidget) -> None:
    """A letter answers an invitation."""
    at(widget, "معرفی نماینده").record_act_requested.emit("invitation")


def agenda_form(widget: QWidget) -> None:
    """A request goes onto the agenda of a meeting."""
    at(widget, "دو هفته").record_act_requested.emit("table")


def granting_form(widget: QWidget) -> None:
    """A request is granted: the extension, filled with the wanted day."""
    at(widget, "دو هفته").record_act_requested.emit("answer")


def narrow(widget: QWidget) -> None:
    """The paper over the list."""
    at(widget, "دو هفته").beside.enter()


def sheet_of(widget: QWidget) -> QWidget:
    """The sheet over the page."""
    sheet = page_of(widget).sheet()
    assert sheet is not None
    return sheet


def _page(
    name: str,
    prepare: Callable[[QWidget], object],
    size: tuple[int, int] = (1440, 900),
    *,
    subject: Callable[[QWidget], QWidget] | None = None,
) -> GalleryPage:
    def show(screens: Screens) -> None:
        registers(screens.office.context)
        screens.open("registers")

    def settle(widget: QWidget) -> None:
        # a window is as small as the operator makes it, whatever its other pages would like
        widget.resize(*size)
        QCoreApplication.processEvents()
        prepare(widget)

    page = GalleryPage(name, partial(window, show), size, prepare=settle)
    return page if subject is None else replace(page, subject=subject)


PAGES = (
    _page("registers", reported),
    _page("registers-asked", asked),
    _page("registers-sent", sent),
    _page("registers-recording", recording, subject=sheet_of),
    _page("registers-recording-sent", recording_sent, subject=sheet_of),
    _page("registers-report", report_form, subject=sheet_of),
    _page("registers-extension", extension_form, subject=sheet_of),
    _page("registers-agenda", agenda_form, subject=sheet_of),
    _page("registers-granting", granting_form, subject=sheet_of),
    _page("registers-nomination", nomination_form, subject=sheet_of),
    _page("registers-invitation", invitation_form, subject=sheet_of),
    _page("registers-1280x720", narrow, SMALL),
)
