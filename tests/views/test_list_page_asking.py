"""A list page that is asked: views, filters, order by the head, the record beside it, copying, and being left."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import QCoreApplication, QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.domain.read_models.listing import Filter, FilterKey, ListQuery
from desktop_app.widgets.lists.cell_content import CellContent
from desktop_app.widgets.lists.filter_bar import FilterOption, FilterSpec
from desktop_app.widgets.lists.line_list import Need
from desktop_app.widgets.lists.window_model import Column
from desktop_app.widgets.style.style import LookStyle
from desktop_app.widgets.style.tokens import ROW_ONE_LINE, Scheme, tokens_for
from desktop_app.window.kit.list_spec import EmptyListTexts, ListSpec, SavedView
from desktop_app.window.kit.list_table import ListSettings, settings_from_text
from desktop_app.window.kit.record_list_page import RecordListPage
from desktop_app.words import lists as words
from tests.widgets.typing import CONTROL

FIRST = ListQuery(view="open", sort="due")
COUNTS = {"open": 8, "late": 2, "closed": 2, "all": 10}


@dataclass(frozen=True, slots=True)
class Record:
    """Something to list."""

    id: int
    text: str


PLAN: ListSpec[Record] = ListSpec(
    key="records",
    title="کارها",
    what="مصوبه",
    columns=(
        Column(
            "شماره", lambda row: f"۱۴۰۲/{row.id}", sort_key="number", content=lambda row: CellContent(f"۱۴۰۲/{row.id}")
        ),
        Column("شرح", lambda row: row.text, sort_key="title", content=lambda row: CellContent(row.text, "دفتر")),
        Column("مجری", lambda _row: "دفتر\tفناوری", content=lambda _row: CellContent("دفتر")),
        Column("مهلت", lambda row: f"۱۴۰۲/۰۲/{row.id}", sort_key="due", content=lambda row: CellContent(str(row.id))),
    ),
    widths=(110, None, 160, 120),
    empty=EmptyListTexts("هنوز کاری نیست", "نخستین را بنویسید.", "gavel", "نوشتن"),
    views=(
        SavedView("open", "باز", hides="مختومه"),
        SavedView("late", "معوق", empty="هیچ مصوبه‌ای معوق نیست"),
        SavedView("closed", "مختومه"),
        SavedView("all", "همه"),
    ),
    whole="all",
    filters=(
        FilterSpec(FilterKey.PARTY, "طرف", lambda: (FilterOption("1", "استانداری"), FilterOption("2", "مرکز ملی"))),
    ),
    first=FIRST,
    needs=lambda counts: [Need(f"{counts['late']} معوق", "late")],
    spare=frozenset({2}),
    searched=frozenset({1}),
    context={1: lambda _row, shown: "" if 2 in shown else "دفتر"},
)


def _fetch(ids: Sequence[int]) -> Mapping[int, Record]:
    return {one: Record(one, "خودارزیابی دولت‌هوشمند") for one in ids}


@pytest.fixture
def page(qtbot: QtBot) -> RecordListPage[Record]:
    """Eight open records with a detail, in front, with the keyboard."""
    made = RecordListPage(PLAN, _fetch)
    qtbot.addWidget(made)
    made.resize(1216, 844)
    made.beside.set_widget(QLineEdit())
    made.show_answer(FIRST, range(1, 9), COUNTS)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.focus_list()
    return made


def _asked(page: RecordListPage[Record]) -> list[ListQuery]:
    asked: list[ListQuery] = []
    page.query_requested.connect(asked.append)
    return asked


def test_a_click_on_a_head_asks_for_its_order_and_a_second_turns_it_round(
    qtbot: QtBot, page: RecordListPage[Record]
) -> None:
    asked = _asked(page)
    head = page.ui.table.horizontalHeader()

    def click(column: int) -> None:
        at = QPoint(head.sectionViewportPosition(column) + 20, head.height() // 2)
        qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=at)

    assert head.sortIndicatorSection() == 3, "the mark stands beside the first order"
    click(1)
    assert asked == [replace(FIRST, sort="title")]
    page.show_answer(asked[-1], range(1, 9), COUNTS)
    assert (head.sortIndicatorSection(), head.sortIndicatorOrder()) == (1, Qt.SortOrder.AscendingOrder)
    click(1)
    assert asked[-1] == replace(FIRST, sort="title", descending=True)
    assert head.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder, "the mark follows the answer, not the click"
    page.order.menu().actions()[0].trigger()
    assert asked[-1] == replace(FIRST, sort="number")


def test_views_and_filters_carry_each_other_and_what_is_typed(qtbot: QtBot, page: RecordListPage[Record]) -> None:
    asked = _asked(page)
    page.ui.search.setText(" راه ")
    page.ui.views.choose("late")
    assert asked == [ListQuery(search="راه", view="late", sort="due")]
    page.show_answer(asked[-1], [1], {"late": 1, "all": 3}, COUNTS)
    page.ui.filters.toggle(Filter(FilterKey.PARTY, "2"))
    assert asked[-1].filters == (Filter(FilterKey.PARTY, "2"),)
    assert asked[-1].view == "late"
    link = page.findChild(QPushButton, "need_late")
    assert link is not None
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert asked[-1].view == "late"
    qtbot.keyClick(page.ui.table, Qt.Key.Key_F, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu), "a filter is added by keys"
    assert menu.parent() is page.ui.filters
    menu.close()


def test_the_foot_says_what_is_hidden_and_where(page: RecordListPage[Record]) -> None:
    assert page.ui.footer.text() == "۸ مصوبه از ۱۰ · ۲ مصوبهٔ مختومه در نمای «همه» است"
    narrow = replace(FIRST, filters=(Filter(FilterKey.PARTY, "2"),))
    page.show_answer(narrow, [1, 2, 3], {"open": 3, "all": 4}, COUNTS)
    assert page.ui.footer.text().endswith("۵ مصوبه با پالایه و جست‌وجو پنهان است")
    page.show_answer(ListQuery(view="all"), range(10), COUNTS)
    assert page.ui.footer.text() == "۱۰ مصوبه"


def test_the_three_ways_of_being_empty(qtbot: QtBot, page: RecordListPage[Record]) -> None:
    asked = _asked(page)

    def action() -> QPushButton:
        (button,) = [one for one in page.ui.empty.findChildren(QPushButton) if one.isVisibleTo(page)]
        return button

    filtered = replace(FIRST, filters=(Filter(FilterKey.PARTY, "2"),))
    page.show_answer(filtered, [], {}, COUNTS)
    assert page.ui.empty.accessibleName() in {"", words.nothing_with_filters([("طرف", "مرکز ملی")], "")}
    assert not page.ui.split.is_open(), "there is nothing to show beside"
    action().click()
    assert asked[-1] == FIRST
    page.show_answer(replace(FIRST, view="late"), [], {"late": 0, "all": 10})
    assert action().text() == words.show_view("همه")
    action().click()
    assert asked[-1].view == "all"
    page.show_answer(FIRST, [], {"open": 0, "late": 0, "all": 0})
    with qtbot.waitSignal(page.empty_action_requested):
        action().click()


def test_the_detail_is_entered_left_and_put_away_by_keys(qtbot: QtBot, page: RecordListPage[Record]) -> None:
    detail = page.ui.split.detail()
    assert detail is not None
    assert page.ui.table.isColumnHidden(2), "a spare column gives way to the detail"
    qtbot.keyClick(page.ui.table, Qt.Key.Key_Return)
    assert detail.hasFocus()
    qtbot.keyClick(detail, Qt.Key.Key_Escape)
    assert page.ui.table.hasFocus()
    qtbot.keyClick(page.ui.table, Qt.Key.Key_F9)
    assert not detail.isVisible()
    assert not page.ui.table.isColumnHidden(2)
    qtbot.keyClick(page.ui.table, Qt.Key.Key_F9)
    assert detail.hasFocus()
    page.resize(1216, 600)
    qtbot.waitUntil(page.ui.split.is_narrow)
    assert detail.isVisible(), "a room that only gets low leaves it open"
    qtbot.keyClick(page.ui.table, Qt.Key.Key_F9)
    assert not page.ui.table.isColumnHidden(2)
    page.beside.enter()
    assert detail.isVisible()
    end = detail.mapTo(page, detail.rect().topRight()).x()
    qtbot.waitUntil(lambda: page.ui.table.mapTo(page, QPoint(0, 0)).x() > end)
    assert page.ui.table.isColumnHidden(2), "in a low window, too, no column lies beneath the detail"
    qtbot.keyClick(detail, Qt.Key.Key_Escape)
    assert not detail.isVisible(), "a drawer closes when it is left"
    assert not page.ui.table.isColumnHidden(2)


def test_the_chosen_row_is_told_once_and_after_a_loss_its_place_is_kept(page: RecordListPage[Record]) -> None:
    told: list[int] = []
    page.row_chosen.connect(told.append)
    page.choose(4)
    page.show_answer(FIRST, range(1, 9), COUNTS)
    assert told == [4]
    page.show_answer(FIRST, [1, 2, 3, 5, 6], COUNTS)
    assert told == [4, 5]
    page.show_answer(replace(FIRST, view="late"), [], COUNTS)
    assert told == [4, 5, 0]


def test_chosen_rows_are_copied_as_cells(qtbot: QtBot, page: RecordListPage[Record]) -> None:
    flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    page.choose(2)
    page.ui.table.selectionModel().select(page.model.index(3, 0), flags)
    qtbot.keyClick(page.ui.table, Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == (
        "۱۴۰۲/2\tخودارزیابی دولت‌هوشمند\tدفتر فناوری\t۱۴۰۲/۰۲/2\n۱۴۰۲/4\tخودارزیابی دولت‌هوشمند\tدفتر فناوری\t۱۴۰۲/۰۲/4"
    ), "a tab inside a cell would begin another cell"


def test_no_cell_that_is_copied_is_a_formula_where_it_is_pasted(qtbot: QtBot) -> None:
    texts = ["=HYPERLINK(1)", "\u2066=1+1\u2069", "\t@SUM(1)", "+98", "-1", "واحد = ۱"]
    made = RecordListPage(PLAN, lambda ids: {one: Record(one, texts[one]) for one in ids})
    qtbot.addWidget(made)
    made.show()
    made.show_ids(range(len(texts)))
    made.ui.table.selectAll()
    made.table.copy_chosen()
    cells = [line.split("\t")[1] for line in QGuiApplication.clipboard().text().splitlines()]
    assert cells == ["'=HYPERLINK(1)", "'=1+1", "'@SUM(1)", "+98", "-1", "واحد = ۱"]


def test_hits_are_marked_in_whatever_spelling(page: RecordListPage[Record]) -> None:
    page.show_answer(replace(FIRST, search="دولت هوشمند"), [1], COUNTS)
    content = page.table.content(page.model.index(0, 1))
    assert content is not None
    ((start, length),) = content.hits
    assert content.first[start : start + length] == "دولت‌هوشمند"
    other = page.table.content(page.model.index(0, 3))
    assert other is not None
    assert other.hits == ()


def test_a_list_comes_back_as_it_was_left(qtbot: QtBot, page: RecordListPage[Record]) -> None:
    query = ListQuery(search="راه", view="late", filters=(Filter(FilterKey.PARTY, "1"),), sort="title", descending=True)
    page.show_answer(query, [1, 2], COUNTS)
    page.table.set_widths([150, 1, 200, 130])
    page.table.set_compact(True)
    page.ui.split.set_width_of_detail(430)
    kept = settings_from_text(page.memory().to_text())
    assert kept is not None
    again = RecordListPage(PLAN, _fetch)
    qtbot.addWidget(again)
    again.resize(1216, 844)
    again.beside.set_widget(QLineEdit())
    recalled: list[ListQuery] = []
    again.query_recalled.connect(recalled.append)
    again.show()
    again.recall(kept)
    assert recalled == [replace(query, search="")], "a search would hide records unseen"
    assert again.table.widths()[0] == 150
    assert (again.table.is_compact(), abs(again.ui.split.width_of_detail() - 430) < 3) == (True, True)
    assert again.ui.table.verticalHeader().defaultSectionSize() == ROW_ONE_LINE
    strange = ListQuery(view="gone", filters=(Filter(FilterKey.AXIS, "1"),), sort="colour")
    again.recall(ListSettings(query=strange, detail_open=False))
    assert recalled[-1] == FIRST, "what this list has not is passed over"
    assert not again.ui.split.is_open()


def test_without_any_record_only_the_empty_state_shows(page: RecordListPage[Record]) -> None:
    tools = (page.ui.views, page.ui.search, page.ui.filters, page.ui.order)
    page.show_answer(FIRST, [], dict.fromkeys(COUNTS, 0))
    assert not any(tool.isVisible() for tool in tools)
    page.focus_list()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert page.ui.empty.isAncestorOf(focus)
    page.show_answer(FIRST, [], {**COUNTS, "open": 0})
    assert all(tool.isVisible() for tool in tools), "another view holds some"
    page.show_answer(replace(FIRST, search="راه"), [], dict.fromkeys(COUNTS, 0))
    assert all(tool.isVisible() for tool in tools), "a search can be taken back"


def test_columns_follow_the_writing_and_are_remembered_without_it(
    qapp: QApplication, look: LookStyle, page: RecordListPage[Record]
) -> None:
    head = page.ui.table.horizontalHeader()
    look.use(qapp, tokens_for(Scheme.LIGHT, 1.25))
    try:
        QCoreApplication.processEvents()
        assert [head.sectionSize(place) for place in (0, 2, 3)] == [138, 200, 150]
        head.resizeSection(0, 250)
        page.table.show_spare(False)
        assert [page.table.widths()[place] for place in (0, 2, 3)] == [200, 160, 120]
    finally:
        look.use(qapp, tokens_for(Scheme.LIGHT))
    QCoreApplication.processEvents()
    page.table.show_spare(True)
    assert [head.sectionSize(place) for place in (0, 2, 3)] == [200, 160, 120]


def test_what_has_a_column_of_its_own_does_not_stand_in_the_second_line(page: RecordListPage[Record]) -> None:
    cell = page.model.index(0, 1)
    page.table.show_spare(False)
    narrow = page.table.content(cell)
    page.table.show_spare(True)
    wide = page.table.content(cell)
    assert narrow is not None
    assert wide is not None
    assert (narrow.second, wide.second) == ("دفتر", "")
