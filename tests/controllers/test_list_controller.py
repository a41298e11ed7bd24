"""The list reads what it is asked for, and again when one of its records changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QObject, Signal

from desktop_app.domain.errors import EnvironmentProblem, RuleBroken
from desktop_app.domain.outcome import Changed
from desktop_app.domain.read_models.listing import EVERYTHING, Filter, FilterKey, Group, ListQuery
from desktop_app.services.context import Context
from desktop_app.widgets.lists.window_model import Column
from desktop_app.window.kit import list_controller
from desktop_app.window.kit.destinations import OpenMeeting, OpenPage, OpenPapers
from desktop_app.window.kit.list_controller import ListController, ListReads
from desktop_app.window.kit.list_spec import PRINT_LIST, EmptyListTexts, ListSpec
from desktop_app.words.refusals import sentence
from tests.services.office_steps import context_of, no_data


class Page(QObject):
    """A list page that only remembers."""

    open_requested = Signal(int)
    search_requested = Signal(str)
    query_requested = Signal(object)
    query_recalled = Signal(object)
    act_requested = Signal(str)
    empty_action_requested = Signal()
    spec = ListSpec(
        key="meetings",
        title="جلسه‌ها",
        what="جلسه",
        columns=(Column("شماره", str), Column("شرح", lambda row: f"جلسهٔ {row}")),
        widths=(80, None),
        empty=EmptyListTexts("خالی", "", "list", leads=OpenPage("members")),
        opens=OpenMeeting,
        guarded=lambda row: "secret" if row == 7 else "",
    )

    def __init__(self, first: ListQuery = EVERYTHING) -> None:
        super().__init__()
        self._first = first
        self.ui = SimpleNamespace(filters=SimpleNamespace(filter_texts=lambda: (("نوع", "عادی"),)))
        self.shown: list[list[int]] = []
        self.counted: list[tuple[object, object]] = []
        self.grouped: list[list[Group]] = []
        self.refused: list[str] = []

    def show_answer(
        self,
        query: ListQuery,
        ids: Sequence[int],
        counts: Mapping[str, int] | None = None,
        whole: Mapping[str, int] | None = None,
        groups: Sequence[Group] = (),
    ) -> None:
        """Remember them."""
        self.shown.append(list(ids))
        self.counted.append((counts, whole))
        self.grouped.append(list(groups))

    def query(self) -> ListQuery:
        """The query that the list begins with."""
        return self._first

    def show_refusal(self, text: str) -> None:
        """Remember it."""
        self.refused.append(text)


class Service:
    """Answers a search with numbers, or refuses."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.broken = False

    def __call__(self, _context: Context, query: ListQuery) -> Sequence[int]:
        self.asked.append(query.search)
        if self.broken:
            raise EnvironmentProblem("data_locked")
        return [len(query.search), 7]


def _controller(page: Any, context: Context, reads: ListReads[int]) -> ListController:
    return ListController(page, context, reads)


def _rows(_context: Context, ids: Sequence[int]) -> Sequence[int]:
    return ids


@pytest.fixture(scope="module")
def context() -> Context:
    return context_of(no_data)


@pytest.fixture
def page(qapp: object) -> Page:
    return Page()


@pytest.fixture
def service() -> Service:
    return Service()


@pytest.fixture
def controller(page: Page, context: Context, service: Service) -> ListController:
    return _controller(page, context, ListReads(service, _rows, Changed.MEETINGS | Changed.MINUTES))


def test_it_shows_all_and_then_what_holds_the_words(page: Page, service: Service, controller: ListController) -> None:
    controller.show()
    page.search_requested.emit("  روستا ")
    page.search_requested.emit("")
    assert service.asked == ["", "روستا", ""]
    assert page.shown == [[0, 7], [5, 7], [0, 7]]


@pytest.mark.parametrize(
    ("changed", "reads"),
    [
        (Changed.MINUTES, True),
        (Changed.MEETINGS | Changed.TASKS, True),
        (Changed.TASKS, False),
        (Changed.NOTHING, False),
    ],
)
def test_it_reads_again_only_for_its_own(
    service: Service, controller: ListController, changed: Changed, reads: bool
) -> None:
    controller.search("روستا")
    controller.reload(changed)
    assert service.asked == ["روستا"] * (1 + reads), "and keeps the search"


def test_a_row_and_an_empty_list_lead_where_the_declaration_says(page: Page, controller: ListController) -> None:
    led = list[object]()
    controller.navigated.connect(led.append)
    page.open_requested.emit(5)
    page.empty_action_requested.emit()
    assert led == [OpenMeeting(5), OpenPage("members")]


def test_the_list_is_printed_as_it_is_copied_and_with_its_highest_class(
    page: Page, controller: ListController, monkeypatch: pytest.MonkeyPatch
) -> None:
    led = list[OpenPapers]()
    controller.navigated.connect(led.append)
    page.act_requested.emit(PRINT_LIST.key)
    table = led[0].order.table
    assert (table.title, table.heads, table.widths) == ("جلسه‌ها", ("شماره", "شرح"), (80, 0))
    assert table.rows == (("0", "جلسهٔ 0"), ("7", "جلسهٔ 7"))
    assert (table.classes, table.asked) == (("", "secret"), ("نوع: عادی",))
    monkeypatch.setattr(list_controller, "MOST_PRINTED", 1)
    page.act_requested.emit(PRINT_LIST.key)
    assert page.refused == [sentence(RuleBroken("list_too_long", count=2, most=1))]
    assert len(led) == 1


def test_a_refusal_is_said_and_the_next_reading_works(page: Page, service: Service, controller: ListController) -> None:
    service.broken = True
    controller.show()
    assert page.refused == [sentence(EnvironmentProblem("data_locked"))]
    assert page.shown == []
    service.broken = False
    controller.show()
    assert page.shown == [[0, 7]]


def test_views_filters_and_orders_are_asked_as_they_come_and_counted_twice_where_they_narrow(
    qapp: object, context: Context
) -> None:
    asked: list[ListQuery] = []
    counted: list[ListQuery] = []

    def ids(_context: Context, query: ListQuery) -> Sequence[int]:
        asked.append(query)
        return [1]

    def counts(_context: Context, query: ListQuery) -> Mapping[str, int]:
        counted.append(query)
        return {"all": 1 if query.filters else 9}

    first = ListQuery(view="open", sort="due")
    page = Page(first)
    controller = _controller(page, context, ListReads(ids, _rows, Changed.TASKS, counts=counts))
    controller.show()
    assert (asked, counted) == ([first], [first]), "what nothing narrows is counted once"
    narrow = ListQuery(view="late", filters=(Filter(FilterKey.PARTY, "2"),), sort="title", descending=True)
    page.query_requested.emit(narrow)
    assert asked[-1] == narrow
    assert page.counted[-1] == ({"all": 1}, {"all": 9})
    page.search_requested.emit("راه")
    assert asked[-1] == narrow.with_search("راه"), "a search keeps the view, the filters and the order"
    page.query_recalled.emit(first)
    assert len(asked) == 3, "what is remembered is asked when the list is shown"
    controller.show()
    assert asked[-1] == first


def test_groups_are_asked_for_only_where_they_are_wanted(page: Page, context: Context) -> None:
    asked = list[ListQuery]()

    def groups(_context: Context, query: ListQuery) -> list[Group]:
        asked.append(query)
        return [Group("1", 2)]

    reads = ListReads(lambda _context, _query: [1, 2], _rows, Changed.TASKS, groups=groups)
    controller = _controller(page, context, reads)
    controller.show()
    controller.ask(ListQuery(group="unit"))
    assert page.grouped == [[], [Group("1", 2)]]
    assert asked == [ListQuery(group="unit")]
