"""The page «تاریخچه» over a real folder: what it remembers, what is copied, and what it costs."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.domain.calendar.jalali import format_date
from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.read_models.history import RecordKey
from desktop_app.domain.read_models.listing import Filter, FilterKey, ListQuery
from desktop_app.services.documents.history_document import history_paper
from desktop_app.services.documents.papers import paper_of
from desktop_app.services.history.history import history_acts, history_offer
from desktop_app.services.office.settings import office_settings
from desktop_app.storage.file.database import DATABASE_NAME
from desktop_app.storage.schema.guards import guards
from desktop_app.window.history.page import HistoryPage
from desktop_app.window.kit.destinations import OpenHistory
from desktop_app.window.papers.page import PapersPage
from desktop_app.window.shell.machine import WindowSettings
from desktop_app.window.shell.screens import Screens
from desktop_app.wiring import open_office
from tests.bootstrap.conftest import Run, Start, clock_before
from tests.conftest import DEMO_DAY
from tests.foreign import connect
from tests.long_audit import lengthen
from tests.services.prepared import save_settings
from tests.statements import counted

MOST_STATEMENTS = 33
"""Of opening the page, of a question, or of going to the history of one record: one for each kind that is named.

One more reads the classes of all rows, and one for each reading how far the links cover."""
LONG = 40_000
"""Four times what ten years of the demo's committee leave."""


def _screens(run: Run) -> Screens:
    assert run.opening.screens is not None
    return run.opening.screens


def _page(run: Run) -> HistoryPage:
    page = _screens(run).screen("history").page
    assert isinstance(page, HistoryPage)
    return page


def _opened(run: Run) -> HistoryPage:
    _screens(run).open("history")
    QApplication.processEvents()
    return _page(run)


def worked(folder: Path) -> None:
    """Three acts, each with a link of its own."""
    with closing(open_office(folder, clock_before(DEMO_DAY))) as office:
        for originals in (5, 6, 7):
            save_settings(office.context, replace(office_settings(office.context), originals=originals))


def forge(folder: Path, sql: str) -> None:
    """Change what the guards hold, as a hand does that takes them down and puts them back."""
    with closing(connect(folder / DATABASE_NAME)) as raw:
        for name in guards():
            raw.execute(f"DROP TRIGGER {name}")
        raw.execute(sql)
        for body in guards().values():
            raw.execute(body)


# ---- what it remembers, and what is taken from it


def test_columns_and_what_was_asked_come_back(start: Start, demo_folder: Path, tmp_path: Path) -> None:
    kept = str(tmp_path / "settings.ini")
    first = start(demo_folder, memory=WindowSettings(QSettings(kept, QSettings.Format.IniFormat)))
    page = _opened(first)
    page.ui.table.horizontalHeader().resizeSection(2, 333)
    page.ui.table.horizontalHeader().resizeSection(0, 144)
    first.window.close()
    again = start(demo_folder, memory=WindowSettings(QSettings(kept, QSettings.Format.IniFormat)))
    assert [_opened(again).table.widths()[place] for place in (0, 2)] == [144, 333]


def test_rows_are_copied_as_cells_with_every_change(start: Start, demo_folder: Path) -> None:
    worked(demo_folder)
    with closing(open_office(demo_folder, clock_before(DEMO_DAY))) as office:
        settings = office_settings(office.context)
        save_settings(office.context, replace(settings, originals=3, operator="مهر، بهار"))
    run = start(demo_folder)
    page = _opened(run)
    page.choose(page.model.id_at(0) or 0)
    QTest.keyClick(page.ui.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(page.ui.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = [line.split("\t") for line in QApplication.clipboard().text().split("\n")]
    assert [len(line) for line in lines] == [5, 5]
    assert lines[0][2] == "تنظیمات دفتر"
    assert "از ۷ به ۳" in lines[0][3]
    assert "مهر، بهار" in lines[0][3]
    assert "از ۶ به ۷" in lines[1][3]


# ---- what goes along to the paper


def test_the_paper_holds_what_the_list_was_narrowed_to_and_says_so(start: Start, demo_folder: Path) -> None:
    run = start(demo_folder)
    screens = _screens(run)
    screens.go(OpenHistory(RecordKey("meeting", 5)))
    page = _page(run)
    (actor,) = history_offer(screens.office.context).actors
    acts = history_acts(screens.office.context, [page.model.id_at(at) or 0 for at in range(page.model.rowCount())])
    rows = [row for act in acts for row in act.entries]
    day = next(row.day for row in rows if row.act == "moved" and row.record.kind == "meeting")
    filters = (
        Filter(FilterKey.SPAN, f"{day.isoformat()}/{day.isoformat()}"),
        Filter(FilterKey.ACTOR, actor),
        Filter(FilterKey.KIND, "agenda_item"),
        Filter(FilterKey.KIND, "meeting"),
    )
    page.query_requested.emit(replace(page.query(), filters=filters))
    listed = [page.model.id_at(place) for place in range(page.model.rowCount())]
    assert listed
    page.act_requested.emit("print")
    run.at("papers")
    papers = screens.screen("papers").page
    assert isinstance(papers, PapersPage)
    document = paper_of(screens.office.context, papers.form.order()).document
    assert [line.seq for line in document.lines] == listed
    told = format_date(day)
    assert document.asked == (f"بازه: {told}", "نوع پرونده: بند دستور یا جلسه", f"کاربر: {actor}")
    other = papers.form.order_for(PaperKind.REGISTER)
    assert (other.record, other.query) == ("", ListQuery()), "another kind knows nothing of it"
    year = history_paper(screens.office.context, year=1390, query=papers.form.order().query).document
    assert year.lines == (), "a year takes the place of the days"
    screens.go(OpenHistory(RecordKey("meeting", 5)))
    page.query_requested.emit(page.query().with_search("قرائت\u200cها"))
    page.act_requested.emit("print")
    assert paper_of(screens.office.context, papers.form.order()).document.asked[-1] == "جست‌وجو: «قرائت\u200cها»"


def test_after_a_record_that_cannot_be_read_the_paper_is_still_that_of_the_title(
    start: Start, demo_folder: Path
) -> None:
    run = start(demo_folder)
    screens = _screens(run)
    screens.go(OpenHistory(RecordKey("meeting", 5)))
    page = _page(run)
    title = page.accessibleName()
    screens.go(OpenHistory(RecordKey("meeting", 999)))
    assert page.accessibleName() == title
    page.act_requested.emit("print")
    run.at("papers")
    papers = screens.screen("papers").page
    assert isinstance(papers, PapersPage)
    assert papers.form.order().record == "meeting:5"


def test_a_title_that_is_too_long_ends_with_dots_and_shows_no_part_of_its_number(
    start: Start, demo_folder: Path
) -> None:
    run = start(demo_folder)
    page = _opened(run)
    run.window.resize(960, 540)
    whole = f"تاریخچهٔ وظیفهٔ {'ادارهٔ کل ارتباطات استان ' * 6}– مصوبهٔ ۱۳۹۸/۱/۱"
    page.show_record_title(whole)
    QApplication.processEvents()
    title = page.ui.title
    title.grab()
    assert title.toolTip() == whole
    assert title.fitting(title.width()).endswith("…")
    assert title.geometry().left() > page.ui.actions.geometry().right()
    assert page.ui.actions.geometry().left() > 0


# ---- what it costs


def test_a_long_audit_costs_the_page_no_more_statements(start: Start, demo_folder: Path) -> None:
    """Opening it, going through it, asking and printing its way: as many statements as with a short one."""
    costs = []
    for least in (0, LONG):
        if least:
            assert lengthen(demo_folder, least) >= least
        run = start(demo_folder)
        run.verified()
        page = _page(run)
        with counted() as found:
            _opened(run)
        opened = len(found.statements)
        with counted() as found:
            page.choose_first()
            page.query_requested.emit(page.query().with_search("قرائت"))
            QApplication.processEvents()
        asked = len(found.statements)
        with counted() as found:
            _screens(run).go(OpenHistory(RecordKey("meeting", 5)))
            QApplication.processEvents()
        costs.append((opened, asked, len(found.statements)))
        run.window.close()
    assert costs[1] <= costs[0]
    assert max(max(one) for one in costs) <= MOST_STATEMENTS
