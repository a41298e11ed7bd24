"""The parts of a list page under real keys and pointer: views, filters, needs, detail, a deadline's course."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLineEdit,
    QMenu,
    QPushButton,
    QSplitterHandle,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop_app.domain.read_models.listing import Filter, FilterKey
from desktop_app.widgets.dates.deadline_course import CourseStation, CourseToday, DeadlineCourse
from desktop_app.widgets.fields.segmented import Segment, SegmentedSwitch
from desktop_app.widgets.lists.count_list import CountContent, CountList
from desktop_app.widgets.lists.detail_split import DetailSplit
from desktop_app.widgets.lists.filter_bar import FilterBar, FilterOption, FilterSpec
from desktop_app.widgets.lists.finding_list import FindingList, HistoryLine, HistoryList
from desktop_app.widgets.lists.line_list import Need, NeedsLine
from desktop_app.widgets.lists.view_tabs import ViewTab, ViewTabs
from desktop_app.widgets.style.look import tokens_of
from desktop_app.widgets.style.state_mark import Shape
from desktop_app.widgets.style.tokens import Tone

FILTERS = (
    FilterSpec(FilterKey.PARTY, "طرف", lambda: (FilterOption("1", "استانداری"), FilterOption("2", "مرکز ملی"))),
    FilterSpec(
        FilterKey.DUE_UNTIL, "مهلت", lambda: (FilterOption("a", "امروز"), FilterOption("b", "این هفته")), single=True
    ),
)

GOVERNORATE, CENTER = Filter(FilterKey.PARTY, "1"), Filter(FilterKey.PARTY, "2")
UNTIL_A, UNTIL_B = Filter(FilterKey.DUE_UNTIL, "a"), Filter(FilterKey.DUE_UNTIL, "b")


def _shown(qtbot: QtBot, widget: QWidget, wide: int = 700) -> QWidget:
    holder = QWidget()
    holder.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QVBoxLayout(holder).addWidget(widget)
    qtbot.addWidget(holder)
    holder.resize(wide, 120)
    holder.show()
    holder.activateWindow()
    qtbot.waitUntil(holder.isActiveWindow)
    return holder


def test_a_view_is_walked_by_arrows_and_says_its_count(qtbot: QtBot) -> None:
    tabs = ViewTabs()
    tabs.set_tabs([ViewTab("open", "باز"), ViewTab("late", "معوق", Tone.DANGER), ViewTab("all", "همه")])
    tabs.set_counts({"open": 8, "late": 2})
    tabs.set_value("open")
    chosen: list[str] = []
    tabs.chosen.connect(chosen.append)
    _holder = _shown(qtbot, tabs)
    tabs.button("open").setFocus()
    qtbot.keyClick(tabs.button("open"), Qt.Key.Key_Left)
    assert (tabs.value(), chosen) == ("late", ["late"])
    assert tabs.button("late").accessibleName() == "معوق، ۲ مورد"
    qtbot.mouseClick(tabs.button("all"), Qt.MouseButton.LeftButton)
    assert (chosen, tabs.count("all")) == (["late", "all"], None)
    tabs.set_value("open")
    assert chosen == ["late", "all"], "code chooses silently"


def _counts() -> CountList:
    made = CountList()
    made.show_rows([CountContent(key, key, 1) for key in ("one", "two", "three")], "one")
    return made


def _tabs() -> ViewTabs:
    made = ViewTabs()
    made.set_tabs([ViewTab(key, key) for key in ("one", "two", "three")])
    return made


def _switch() -> SegmentedSwitch:
    return SegmentedSwitch(segments=[Segment(key, key) for key in ("one", "two", "three")])


@pytest.mark.parametrize("make", [_tabs, _counts, _switch], ids=["views", "counts", "switch"])
def test_tab_comes_to_the_chosen_one_from_either_side(
    qtbot: QtBot, make: Callable[[], ViewTabs | CountList | SegmentedSwitch]
) -> None:
    part, above, below = make(), QLineEdit(), QLineEdit()
    holder = _shown(qtbot, above)
    for one in (part, below):
        layout = holder.layout()
        assert layout is not None
        layout.addWidget(one)
        one.show()
    part.set_value("two")
    for start, key in ((above, Qt.Key.Key_Tab), (below, Qt.Key.Key_Backtab)):
        start.setFocus()
        qtbot.keyClick(start, key)
        stop = QApplication.focusWidget()
        assert isinstance(stop, QAbstractButton)
        assert stop.text() == "two"
        qtbot.keyClick(stop, key)
        assert QApplication.focusWidget() is (below if start is above else above), "one stop"


def test_filters_are_added_and_taken_away_by_keys(qtbot: QtBot) -> None:
    bar = FilterBar()
    bar.set_specs(FILTERS)
    told: list[object] = []
    bar.filters_changed.connect(told.append)
    _holder = _shown(qtbot, bar)
    party, due = bar.menu().findChildren(QMenu)
    party.actions()[1].trigger()
    due.actions()[0].trigger()
    assert told == [(CENTER,), (CENTER, UNTIL_A)]
    bar.toggle(UNTIL_B)
    assert bar.filters() == (CENTER, UNTIL_B), "one deadline at a time"
    first, second = bar.chips()
    assert first.accessibleName() == "طرف: مرکز ملی، برداشتن"
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Left)
    assert second.hasFocus()
    qtbot.keyClick(second, Qt.Key.Key_Delete)
    assert bar.filters() == (CENTER,)
    assert bar.chips()[0].hasFocus(), "the keyboard stays among the filters"
    qtbot.mouseClick(bar.chips()[0], Qt.MouseButton.LeftButton)
    assert bar.filters() == ()
    add = bar.findChild(QPushButton, "addFilter")
    assert add is not None
    assert add.hasFocus()


def test_chips_fold_into_their_count_where_it_is_narrow(qtbot: QtBot) -> None:
    bar = FilterBar()
    bar.set_specs(FILTERS)
    bar.set_filters((GOVERNORATE, CENTER, UNTIL_A))
    holder = _shown(qtbot, bar, 700)
    assert not bar.is_folded()
    holder.resize(330, 120)
    qtbot.waitUntil(bar.is_folded)
    folded = bar.findChild(QPushButton, "foldedFilters")
    assert folded is not None
    assert folded.text() == "۳ پالایه"
    bar.folded_menu().actions()[0].trigger()
    assert bar.filters() == (CENTER, UNTIL_A)
    bar.folded_menu().actions()[-1].trigger()
    assert bar.filters() == ()
    assert not bar.is_folded()


def test_findings_of_several_lines_show_whole_at_once(qtbot: QtBot) -> None:
    form, findings = QWidget(), FindingList()
    column = QVBoxLayout(form)
    column.addWidget(findings)
    column.addStretch(1)
    findings.show_findings([("این هشدار درازی است که در چند خط می‌شکند و باید همهٔ آن دیده شود. " * 2, Tone.WARNING)])
    qtbot.addWidget(form)
    form.resize(260, 400)
    form.show()
    QApplication.processEvents()
    assert findings.height() == findings.heightForWidth(findings.width())


def test_what_needs_a_person_leads_there(qtbot: QtBot) -> None:
    line = NeedsLine()
    line.show_needs([Need("۲ مصوبه معوق است.", "late"), Need("همه چیز به‌موقع است.")])
    _holder = _shown(qtbot, line)
    link = line.findChild(QPushButton, "need_late")
    assert link is not None
    with qtbot.waitSignal(line.view_requested, check_params_cb=lambda key: key == "late"):
        qtbot.keyClick(link, Qt.Key.Key_Return)
    line.show_needs([])
    assert line.isHidden()


@pytest.mark.parametrize(("size", "narrow"), [((1160, 760), False), ((1160, 590), True), ((900, 760), True)])
def test_the_detail_is_a_pane_or_a_drawer(qtbot: QtBot, size: tuple[int, int], narrow: bool) -> None:
    split, inside, detail = DetailSplit(), QWidget(), QWidget()
    split.set_list(inside)
    split.set_detail(detail)
    qtbot.addWidget(split)
    split.resize(*size)
    split.show()
    assert (split.is_narrow(), split.is_open()) == (narrow, not narrow)
    split.set_open(True)
    assert detail.isVisible()
    covers = size[0] < 1000
    end = detail.mapTo(split, detail.rect().topRight()).x()
    # a drawer lies over a list that would be left too little, and over no other
    qtbot.waitUntil(lambda: (inside.mapTo(split, QPoint(0, 0)).x() <= end) is covers)
    assert (inside.width() > size[0] - 300) is covers
    split.set_vacant(True)
    assert not detail.isVisible()
    qtbot.waitUntil(lambda: size[0] - inside.width() <= 1)
    split.set_vacant(False)
    assert detail.isVisible()
    if not narrow:
        split.set_width_of_detail(420)
        assert split.width_of_detail() == 420
        handle = split.findChildren(QSplitterHandle)[1]
        qtbot.mousePress(handle, Qt.MouseButton.LeftButton, pos=handle.rect().center())
        qtbot.mouseMove(handle, handle.rect().center() + QPoint(40, 0))
        qtbot.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=handle.rect().center() + QPoint(40, 0))
        assert split.width_of_detail() > 420, "what is pulled is remembered"


def test_a_drawer_comes_to_lie_over_the_list_where_the_room_goes(qtbot: QtBot) -> None:
    """Whoever hides columns beside the detail hears of it, and shows them again beneath it."""
    split = DetailSplit()
    split.set_list(QWidget())
    split.set_detail(QWidget())
    qtbot.addWidget(split)
    split.resize(1160, 590)
    split.show()
    told: list[bool] = []
    split.opened.connect(told.append)
    split.set_open(True)
    split.resize(1000, 590)
    split.resize(1160, 590)
    split.set_open(False)
    assert told == [True, False, True, False]
    assert split.is_narrow()


def test_a_detail_that_shows_goes_on_showing_where_the_room_gets_low(qtbot: QtBot) -> None:
    """A message above the list takes so much that the window counts as a small one."""
    split = DetailSplit()
    split.set_list(QWidget())
    detail = QWidget()
    split.set_detail(detail)
    qtbot.addWidget(split)
    split.resize(1160, 650)
    split.show()
    split.resize(1160, 600)
    assert split.is_narrow()
    assert detail.isVisible(), "what was done stands in it"
    split.set_open(False)
    split.resize(1160, 590)
    assert not detail.isVisible()
    split.resize(1160, 650)
    split.resize(900, 650)
    assert not split.is_open(), "it would lie over the list"


def test_a_course_is_heard_as_it_is_drawn(qtbot: QtBot) -> None:
    course = DeadlineCourse()
    qtbot.addWidget(course)
    stations = [
        CourseStation("تصویب", "۱۰ بهمن", Shape.RING_DOT),
        CourseStation("مهلت نخست", "۲۴ اسفند", Shape.PLAIN_RING),
        CourseStation("تمدید نخست", "۲۰ اردیبهشت", Shape.SQUARE_BAR, Tone.WARNING, extended=True),
    ]
    course.show_course(stations, CourseToday(2, 0, "امروز، ۳ روز تأخیر", Tone.DANGER))
    course.resize(340, course.sizeHint().height())
    places = course.places(tokens_of(course))
    assert places == sorted(places, reverse=True), "the past is at the right"
    assert course.labelled(places) == [0, 1, 2]
    assert not course.grab().isNull()
    assert course.accessibleName().startswith("تصویب: ۱۰ بهمن، مهلت نخست")
    assert course.accessibleName().endswith("امروز، ۳ روز تأخیر")


def test_words_of_many_extensions_never_lie_over_each_other(qtbot: QtBot) -> None:
    course = DeadlineCourse()
    qtbot.addWidget(course)
    course.resize(330, 80)
    course.show_course([CourseStation(f"تمدید {at}", "۲۰ اردیبهشت ۱۴۰۲", Shape.SQUARE_BAR) for at in range(9)], None)
    places = course.places(tokens_of(course))
    assert course.labelled(places)[0] == 1, "the first deadline is never left out"
    assert course.labelled(places)[-1] == 8
    assert len(course.labelled(places)) < 6


def test_history_has_a_line_for_each_event(qtbot: QtBot) -> None:
    history = HistoryList()
    qtbot.addWidget(history)
    lines = [HistoryLine("ابلاغ", "۱۲ بهمن", Shape.PLAIN_RING), HistoryLine("تصویب", "", Shape.RING_DOT, quiet=True)]
    history.show_lines(lines)
    history.resize(300, 200)
    assert history.lines() == tuple(lines)
    heard = [
        one.accessibleName() for one in history.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    ]
    assert heard == ["ابلاغ، ۱۲ بهمن", "تصویب"]
