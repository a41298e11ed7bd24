"""«تاریخچه», wired to the open office."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta

from PySide6.QtCore import QObject

from desktop_app.controllers.history.history_controller import HistoryController
from desktop_app.domain.calendar.clock import local_moment
from desktop_app.domain.calendar.jalali import format_month, from_jalali, iso_text, last_day_of_year, month_of, year_of
from desktop_app.domain.read_models.history import HistoryAct
from desktop_app.domain.text.digits import persian_digits
from desktop_app.services.history.history import history_acts, history_offer
from desktop_app.text.history import acts
from desktop_app.text.history import history as words
from desktop_app.views.history.history_page import HistoryPage
from desktop_app.views.history.history_spec import HistoryOptions, history_spec
from desktop_app.widgets.lists.filter_bar import FilterOption
from desktop_app.wiring import Office

MONTHS = 12
"""So many months are offered, then whole years."""


def history_screen(office: Office, parent: QObject) -> tuple[HistoryPage, HistoryController]:
    """The page and its controller."""
    wording = office.context.paper.history
    options = HistoryOptions(
        lambda: _spans(office),
        lambda: [FilterOption(one, one) for one in history_offer(office.context).actors],
        lambda: [FilterOption(one, acts.kind_word(one)) for one in history_offer(office.context).kinds],
    )

    def fetch(ids: Sequence[int]) -> Mapping[int, HistoryAct]:
        return dict(zip(ids, history_acts(office.context, ids), strict=True))

    page = HistoryPage(history_spec(options, wording), fetch, wording)
    return page, HistoryController(page, office.context, parent)


def _spans(office: Office) -> list[FilterOption]:
    """Today, yesterday, the week, the months of the last year, and the years since the first entry."""
    today = office.clock.today()
    first = history_offer(office.context).first
    begun = min(local_moment(first)[0], today) if first else today
    found = [
        (words.TODAY, today, today),
        (words.YESTERDAY, today - timedelta(days=1), today - timedelta(days=1)),
        (words.LAST_WEEK, today - timedelta(days=6), today),
    ]
    this = month_of(today)
    months = [this.plus(-step) for step in range(MONTHS)]
    found += [(format_month(one), one.first_day, one.last_day) for one in months if one.last_day >= begun]
    for year in range(year_of(today), year_of(begun) - 1, -1):
        found.append((words.year(persian_digits(year)), from_jalali(year, 1, 1), last_day_of_year(year)))
    return [FilterOption(f"{iso_text(start)}/{iso_text(end)}", label) for label, start, end in found]
