"""Taking back is an act like every other: told, refused and read again alike, and offered while it may be done."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import replace

import pytest

from desktop_app.domain.acts import Act
from desktop_app.domain.errors import EnvironmentProblem, Refused
from desktop_app.domain.outcome import Changed
from desktop_app.services.meetings.agenda import park_item, remove_item, save_item
from desktop_app.storage.store.work import Work
from desktop_app.widgets.style.tokens import Tone
from desktop_app.window.kit.page_controller import PageController
from desktop_app.window.kit.undo_list import HowToUndo, undo_by_rows
from desktop_app.words import history as words
from tests.services.office_steps import Office


class Page(PageController):
    """A page that shows nothing and keeps what was refused."""

    def __init__(self, office: Office) -> None:
        self.locked = False
        self.refused: list[str] = []
        self.told: list[tuple[str, Tone]] = []
        self.all_changed: list[Changed] = []
        self.uids: list[str] = []
        plain = office.context

        def begin(act: Act) -> AbstractContextManager[Work]:
            if self.locked:
                raise EnvironmentProblem("data_locked")
            self.uids.append(act.uid)
            return plain.begin(act)

        super().__init__(replace(plain, begin=begin))
        self.status_message.connect(lambda text, tone: self.told.append((text, tone)))
        self.changed.connect(self.all_changed.append)

    def show_problem(self, refused: Refused) -> None:
        """Keep its key."""
        self.refused.append(refused.key)


@pytest.fixture
def page(office: Office) -> Iterator[Page]:
    made = Page(office)
    yield made
    made.deleteLater()


def _title(office: Office, item: int) -> str:
    title: str = office.get("agenda", item).title
    return title


def _rename(page: Page, office: Office, item: int, title: str, *, elsewhere: bool = False) -> None:
    changed = replace(office.get("agenda", item), title=title)
    if elsewhere:
        save_item(office.context, changed)
    else:
        page.act(lambda context: save_item(context, changed), back=HowToUndo(f"عنوان {title}", undo_by_rows))


def test_the_last_act_is_taken_back_by_an_act_of_its_own_and_done_again(office: Office, page: Page) -> None:
    item = office.items(office.planned())[1]
    before = _title(office, item)
    _rename(page, office, item, "یک")
    _rename(page, office, item, "دو")
    titles = []
    for step in (page.undo, page.undo, page.redo, page.redo, page.undo):
        step()
        titles.append(_title(office, item))
    assert titles == ["یک", before, "یک", "دو", "یک"]
    assert page.told[:2] == [(words.taken_back(f"عنوان {what}"), Tone.DONE) for what in ("دو", "یک")]
    assert page.told[2] == (words.done_again("عنوان یک"), Tone.DONE)
    assert page.all_changed == [Changed.MEETINGS | Changed.MINUTES] * 7
    assert len(set(page.uids)) == 7


def test_with_nothing_to_take_back_the_foot_says_so(page: Page) -> None:
    page.undo()
    page.redo()
    assert page.told == [(words.NOTHING_TO_UNDO, Tone.NEUTRAL), (words.NOTHING_TO_REDO, Tone.NEUTRAL)]
    assert page.all_changed == []


def test_what_a_rule_forbids_is_told_and_not_offered_again(office: Office, page: Page) -> None:
    item, other = office.items(office.planned())[1:]
    _rename(page, office, other, "بند دیگر")
    _rename(page, office, item, "یک")
    _rename(page, office, item, "از جای دیگر", elsewhere=True)
    page.undo()
    assert page.refused == ["act_overtaken"]
    assert _title(office, item) == "از جای دیگر"
    page.undo()
    assert _title(office, other) == "ارتباط روستاها"
    page.undo()
    assert page.told[-1] == (words.NOTHING_TO_UNDO, Tone.NEUTRAL)


def test_what_the_machine_refuses_is_offered_again(office: Office, page: Page) -> None:
    item = office.items(office.planned())[1]
    _rename(page, office, item, "یک")
    page.locked = True
    page.undo()
    assert (page.refused, _title(office, item)) == (["data_locked"], "یک")
    page.locked = False
    page.undo()
    assert _title(office, item) == "خودارزیابی"
    page.locked = True
    page.redo()
    page.locked = False
    page.redo()
    assert _title(office, item) == "یک"


def test_an_act_without_a_way_back_ends_the_list_and_a_refused_one_does_not(office: Office, page: Page) -> None:
    item, other = office.items(office.planned())[1:]
    _rename(page, office, item, "یک")
    page.act(lambda context: remove_item(context, 99))
    assert page.refused == ["record_unknown"]
    page.undo()
    assert _title(office, item) == "خودارزیابی"
    page.redo()
    page.act(lambda context: park_item(context, other))
    page.undo()
    assert (page.told[-1][0], _title(office, item)) == (words.NOTHING_TO_UNDO, "یک")
