"""Data folder of a committee that was taken over from a workbook: past meetings with two resolutions each."""

from __future__ import annotations

from pathlib import Path

from desktop_app import wiring
from desktop_app.domain.read_models.workbook import SheetRow, Workbook, WorkSheet
from desktop_app.domain.rules.taking_over import EarlierValues
from desktop_app.services.context import Context
from desktop_app.services.taking_over.earlier import save_earlier
from desktop_app.services.taking_over.importing import import_workbook
from desktop_app.storage.file.folder import WorkContext, open_folder
from tests.services.clocks import SettableClock
from tests.services.furnishing import furnish
from tests.services.office_steps import PAPER

MEETINGS = 4
HEADS = ("شمارهٔ مصوبه", "شمارهٔ جلسه", "تاریخ جلسه", "متن مصوبه", "مجری", "همکاران", "مهلت", "وضعیت")


def take_over(place: Path) -> None:
    """Make the folder, which is closed again."""
    clock = SettableClock()
    folder = open_folder(place, WorkContext(clock))
    furnish(folder.open_write, clock)
    context = Context(folder.open_read, folder.open_write, clock, PAPER)
    save_earlier(context, EarlierValues(held=True, last_meeting=str(MEETINGS), begins="1402/1"), EarlierValues())
    _take_in(context, range(1, 2 * MEETINGS + 1))
    folder.close()


def _take_in(context: Context, numbers: range) -> None:
    with context.read() as work:
        unit = work.units.where()[0].name
    rows = [SheetRow(1, HEADS)]
    for place, number in enumerate(numbers):
        meeting = str(place * MEETINGS // len(numbers) + 1)
        cells = (str(number), meeting, "1401/9/3", f"کار {number} انجام شود.", unit, "", "1402/6/31", "در حال اجرا")
        rows.append(SheetRow(place + 2, cells))
    import_workbook(context, Workbook("past.xlsx", (WorkSheet("past", tuple(rows)),)), wiring.taking_over_words())
