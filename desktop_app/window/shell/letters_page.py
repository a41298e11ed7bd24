"""«دفتر صادره و وارده», wired to the open office."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject

from desktop_app.domain.calendar.jalali import format_month, month_of
from desktop_app.domain.read_models.listing import RegisterRow
from desktop_app.domain.text.digits import persian_digits
from desktop_app.printing.pages import PageReader
from desktop_app.services.context import Context
from desktop_app.services.registers.register_sheet import register_rows, register_years
from desktop_app.services.registers.sent_letters import kept_letter
from desktop_app.widgets.feedback.dialogs import Dialogs
from desktop_app.widgets.lists.filter_bar import FilterOption
from desktop_app.window.letters.controller import RegistersController
from desktop_app.window.letters.page import RegistersPage, registers_spec
from desktop_app.window.shell.calendar import keep_calendar
from desktop_app.window.shell.office_files import OfficeFiles
from desktop_app.window.shell.paper_pages import ShownPages
from desktop_app.wiring import Office
from desktop_app.workers import Workers

MONTHS = 12
"""So many months back may be looked at by name; earlier ones are found by their year."""


def _letters(office: Office) -> Callable[[int], ShownPages]:
    """Opens letters that went out, on the thread of the window: each is one letter."""
    reader = PageReader()

    def open_letter(paper_id: int) -> ShownPages:
        kind, paper = kept_letter(office.context, paper_id)
        return ShownPages(reader.open(office.printing.make(kind, paper)))

    return open_letter


def registers_screen(
    office: Office, dialogs: Dialogs, workers: Workers, parent: QObject
) -> tuple[RegistersPage, RegistersController]:
    """The page and its controller."""
    spec = registers_spec(partial(_years, office), partial(_months, office))
    name_of = office.context.paper.history.name
    page = RegistersPage(spec, partial(_rows, office.context), name_of)
    keep_calendar(page, office, parent)
    files = OfficeFiles(office)
    return page, RegistersController(page, office.context, dialogs, _letters(office), files, workers, parent)


def _rows(context: Context, ids: Sequence[int]) -> Mapping[int, RegisterRow]:
    return dict(zip(ids, register_rows(context, ids), strict=True))


def _years(office: Office) -> tuple[FilterOption, ...]:
    return tuple(FilterOption(str(one), persian_digits(str(one))) for one in register_years(office.context))


def _months(office: Office) -> tuple[FilterOption, ...]:
    this = month_of(office.clock.today())
    months = [this.plus(-back) for back in range(MONTHS)]
    return tuple(FilterOption(f"{one.year}-{one.month:02}", format_month(one)) for one in months)
