"""What a list offers is what its storage takes: each filter with each of its options, each view, order and group.

A filter whose condition was forgotten shows in the window and is refused (``list_cannot``) only when it is chosen; one
whose options were not handed over by ``bootstrap/`` shows nothing to choose.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.read_models.listing import Filter, FilterKey, ListQuery
from desktop_app.services import lists
from desktop_app.services.context import Context
from desktop_app.services.history.history import history_ids
from desktop_app.window.kit.list_spec import ListSpec
from desktop_app.window.kit.record_list_page import RecordListPage
from tests.acts import every_page
from tests.bootstrap.conftest import Start

Ids = Callable[[Context, ListQuery], Sequence[int]]
IDS: dict[str, Ids] = {
    "meetings": lists.MEETINGS.ids,
    "minutes": lists.MINUTES.ids,
    "resolutions": lists.RESOLUTIONS.ids,
    "tasks": lists.TASKS.ids,
    "registers": lists.REGISTERS.ids,
    "history": history_ids,
}
"""By the key of a list: its storage as the services ask it."""


def _offered(spec: ListSpec[Any]) -> Iterator[ListQuery]:
    """Every question that a click or a key can ask, one thing at a time."""
    yield spec.first
    yield from (ListQuery(view=one.key) for one in spec.views)
    yield from (ListQuery(sort=key) for key, _word in spec.sort_choices())
    yield from (ListQuery(group=one.key) for one in spec.groups)
    yield from (ListQuery(filters=(Filter(one.key, option.value),)) for one in spec.filters for option in one.options())


def _refused(spec: ListSpec[Any], context: Context) -> list[tuple[str, str]]:
    """What the storage of the list does not take, and the value that it stumbled over."""
    found = []
    for query in _offered(spec):
        try:
            IDS[spec.key](context, query)
        except RuleBroken as broken:
            found.append((str(broken.facts.get("what")), str(broken.facts.get("value"))))
    return found


@pytest.fixture
def specs(monkeypatch: pytest.MonkeyPatch) -> dict[str, ListSpec[Any]]:
    """The lists as ``bootstrap/`` makes them, once their pages are made."""
    made: dict[str, ListSpec[Any]] = {}
    whole = RecordListPage.__init__

    def noted(page: RecordListPage[Any], spec: ListSpec[Any], *rest: Any) -> None:
        made[spec.key] = spec
        whole(page, spec, *rest)

    monkeypatch.setattr(RecordListPage, "__init__", noted)
    return made


def test_every_list_takes_what_it_offers(start: Start, demo_folder: Path, specs: dict[str, ListSpec[Any]]) -> None:
    screens = start(demo_folder).opening.screens
    assert screens is not None
    every_page(screens)
    assert set(specs) == set(IDS)
    for key, spec in specs.items():
        empty = [one.key for one in spec.filters if not one.options()]
        assert (key, empty) == (key, []), f"bootstrap/ hands no options to the spec of {key}"
        assert (key, _refused(spec, screens.office.context)) == (key, []), f"storage/store/ lacks it for {key}"

    wrong = replace(specs["meetings"].filters[0], key=FilterKey.UNIT, options=specs["tasks"].filters[0].options)
    broken = replace(specs["meetings"], filters=(wrong,), first=ListQuery(sort="colour"))
    assert set(_refused(broken, screens.office.context)) == {("filter", "unit"), ("sort", "colour")}
