"""The page of taking over: before a file is read, and with one that has faults in its rows."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop_app.domain.calendar.workdays import WorkCalendar
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.read_models.workbook import TemplateKind
from desktop_app.widgets.dates.date_source import date_source
from desktop_app.widgets.style.tokens import Tone
from desktop_app.window.kit.file_drop import DroppedFiles
from desktop_app.window.taking_over import words
from desktop_app.window.taking_over.page import TakingOverPage
from desktop_app.wiring import taking_over_words
from desktop_app.words.refusals import sentence
from tests.gallery_pages import GalleryPage

SIZE, SMALLEST = (1216, 844), (900, 512)
TODAY = date(2023, 5, 13)
FAULTS = (
    (3, RuleBroken("past_unit_unknown", field="executor", text="اداره کل ارتباطات و فناوری استان",
                   offered=("ادارهٔ کل ارتباطات و فناوری اطلاعات استان",))),
    (7, RuleBroken("past_day_without_year", field="day", text="۵ خرداد")),
    (12, RuleBroken("past_number_taken", field="number", number="۱۴۰۱/۳/۲")),
    (12, RuleBroken("past_due_before_meeting", field="due")),
    (31, RuleBroken("past_state_unknown", field="state", text="تمام", offered=("مختومه", "ملغی"))),
)  # fmt: skip


def page() -> TakingOverPage:
    """Nothing is read yet."""
    shown = TakingOverPage()
    shown.form.set_source(date_source(WorkCalendar(), lambda: TODAY, sentence))
    return shown


def with_faults(widget: QWidget) -> None:
    """A file of resolutions, five of whose cells cannot be; beneath it a past meeting with its scan."""
    assert isinstance(widget, TakingOverPage)
    heads = {one.key: one.title for one in taking_over_words().templates[TemplateKind.RESOLUTIONS].columns}
    lines = [(words.place("مصوبه‌های گذشته", row, heads[one.field]), sentence(one)) for row, one in FAULTS]
    widget.show_found(words.found("مصوبه‌های گذشته.xlsx", 4, 115, 0, len(lines)), lines, "")
    widget.show_message(words.NOT_BROUGHT, words.FAULTS, Tone.WARNING)
    ui = widget.form.ui
    ui.numberEdit.setText("۱۲")
    ui.dayEdit.set_day(date(2022, 11, 24))
    ui.placeEdit.setText("استانداری، سالن اجتماعات")
    ui.subjectEdit.setText("زیرساخت ارتباطی استان")
    widget.form.set_scan(DroppedFiles((Path("D:/اسکن/صورت‌جلسهٔ دوازدهم.pdf"),)))


def with_refused_scan(widget: QWidget) -> None:
    """The scan that was chosen is something else."""
    with_faults(widget)
    assert isinstance(widget, TakingOverPage)
    widget.form.set_scan(DroppedFiles((Path("D:/اسکن/صورت‌جلسهٔ دوازدهم کمیتهٔ مشترک راهبری و اجرایی‌سازی، امضاشده.pdf"),)))
    widget.form.show_refusal("scan", sentence(RuleBroken("scan_not_readable", name="صورت‌جلسهٔ دوازدهم.pdf")))


PAGES = (
    GalleryPage("taking-over", page, SIZE),
    GalleryPage("taking-over-faults", page, SIZE, prepare=with_faults),
    GalleryPage("taking-over-960x540", page, SMALLEST, prepare=with_refused_scan),
)
