"""An act has one uid: told again it answers as before and writes nothing, and one whose end was unsure is settled."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import fields, replace
from datetime import datetime
from pathlib import Path

import pytest

from desktop_app.domain import outcome as outcomes
from desktop_app.domain.acts import Act, ActRepeated
from desktop_app.domain.errors import EnvironmentProblem, RuleBroken
from desktop_app.domain.outcome import Changed, Finalised, ManyTold, Outcome, answer_of, outcome_of
from desktop_app.domain.rules.meetings import AgendaItem
from desktop_app.domain.rules.members import Person
from desktop_app.services.context import ActRunner, Context
from desktop_app.services.meetings.agenda import add_item
from desktop_app.services.members.people import add_person
from desktop_app.storage.file.database import DATABASE_NAME
from desktop_app.storage.file.folder import DataFolder, WorkContext, open_folder
from desktop_app.storage.store.work import Work
from tests.refusing import refused
from tests.services.clocks import SettableClock
from tests.services.furnishing import furnish
from tests.services.office_steps import PAPER

ITEM = AgendaItem(committee_id=1, meeting_id=None, ordinal=0, title="رونمایی طرح")
"""A parked item: nothing stands in the way of a second one of the same title."""
PERSON = Person(name="کیوان", post="معاون")


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[DataFolder]:
    opened = open_folder(tmp_path, WorkContext(SettableClock(datetime.fromisoformat("2023-05-01T10:00"))))
    yield opened
    opened.close()


@pytest.fixture
def context(folder: DataFolder) -> Context:
    clock = SettableClock(datetime.fromisoformat("2023-05-01T10:00"))
    furnish(folder.open_write, clock)
    return Context(folder.open_read, folder.open_write, clock, PAPER)


def rows(folder: DataFolder, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(folder.folder / DATABASE_NAME)) as connection:
        return connection.execute(sql).fetchall()


def items(folder: DataFolder) -> int:
    return len(rows(folder, f"SELECT id FROM agenda_item WHERE title = '{ITEM.title}'"))


def test_an_act_told_again_answers_as_before_and_writes_nothing(folder: DataFolder, context: Context) -> None:
    own = context.of_act()
    made = add_item(own, ITEM)
    whole = rows(folder, "SELECT * FROM audit"), rows(folder, "SELECT * FROM act")
    for _again in range(3):
        with pytest.raises(ActRepeated) as repeated:
            add_item(own, ITEM)
        assert outcome_of(repeated.value.answer) == made
    assert items(folder) == 1
    assert whole == (rows(folder, "SELECT * FROM audit"), rows(folder, "SELECT * FROM act"))


def test_it_answers_so_also_where_its_own_rule_stands_in_the_way_by_now(context: Context) -> None:
    own = context.of_act()
    made = add_person(own, PERSON)
    with refused("person_twice", "name"):
        add_person(context.of_act(), PERSON)
    with pytest.raises(ActRepeated) as repeated:
        add_person(own, PERSON)
    assert outcome_of(repeated.value.answer) == made


def test_the_row_of_an_act_says_what_who_when_and_bears_the_uid_of_its_entry(
    folder: DataFolder, context: Context
) -> None:
    own = context.of_act()
    made = add_item(own, ITEM)
    (act,) = rows(folder, f"SELECT kind, at, actor, role, answer FROM act WHERE uid = '{own.act.uid}'")
    assert act == ("agenda_item.added", "2023-05-01T10:00:00Z", "کارشناس", "operator", answer_of(made))
    assert len(rows(folder, f"SELECT seq FROM audit WHERE uid = '{own.act.uid}'")) == 1


def test_an_act_that_nobody_can_repeat_has_a_row_too(folder: DataFolder, context: Context) -> None:
    before = len(rows(folder, "SELECT id FROM act"))
    for _time in range(2):
        add_item(context, ITEM)
    assert items(folder) == 2
    assert len(rows(folder, "SELECT id FROM act")) == before + 2


def test_whoever_the_act_names_is_its_actor(folder: DataFolder, context: Context) -> None:
    own = replace(context.of_act(), act=Act(uid="one", actor="جانشین"))
    add_item(own, ITEM)
    assert rows(folder, "SELECT actor FROM act WHERE uid = 'one'") == [("جانشین",)]
    assert rows(folder, "SELECT actor FROM audit WHERE uid = 'one'") == [("جانشین",)]


# ---- a disk that fails at the end


Begin = Callable[[Act], AbstractContextManager[Work]]


class FailingDisk:
    """Fails at the end of the next commit, which is stored or not; and for a while at every reading."""

    def __init__(self, folder: DataFolder, *, stored: bool) -> None:
        self._folder, self._stored = folder, stored
        self.failing, self.readable = True, True

    @contextmanager
    def begin(self, act: Act) -> Iterator[Work]:
        with self._folder.open_write(act) as work:
            if self.failing and not self._stored:
                work.commit = self._fail  # type: ignore[method-assign]
            yield work
        if self.failing:
            self._fail()

    @contextmanager
    def read(self) -> Iterator[Work]:
        if not self.readable:
            raise EnvironmentProblem("disk_error", code="SQLITE_IOERR_READ")
        with self._folder.open_read() as work:
            yield work

    def _fail(self) -> None:
        self.failing = False
        raise EnvironmentProblem("commit_unsure", code="SQLITE_IOERR_FSYNC")


def runner_on(context: Context, disk: FailingDisk) -> ActRunner:
    return ActRunner(replace(context, read=disk.read, begin=disk.begin))


def test_an_unsure_act_that_is_stored_is_done(folder: DataFolder, context: Context) -> None:
    runner = runner_on(context, FailingDisk(folder, stored=True))
    made = runner.do(lambda own: add_item(own, ITEM))
    assert made.changed == Changed.MEETINGS | Changed.MINUTES
    assert items(folder) == 1


def test_an_unsure_act_that_is_not_stored_is_refused_for_sure_and_can_be_done_again(
    folder: DataFolder, context: Context
) -> None:
    runner = runner_on(context, FailingDisk(folder, stored=False))
    with pytest.raises(EnvironmentProblem, match="disk_error"):
        runner.do(lambda own: add_item(own, ITEM))
    assert items(folder) == 0
    runner.do(lambda own: add_item(own, ITEM))
    assert items(folder) == 1


def test_nothing_is_done_twice_where_the_data_could_not_be_read_either(folder: DataFolder, context: Context) -> None:
    disk = FailingDisk(folder, stored=True)
    runner, disk.readable = runner_on(context, disk), False
    for key in ("commit_unsure", "disk_error"):
        with pytest.raises(EnvironmentProblem, match=key):
            runner.do(lambda own: add_item(own, ITEM))
    disk.readable = True
    with pytest.raises(RuleBroken, match="act_stored_before"):
        runner.do(lambda own: add_item(own, ITEM))
    assert items(folder) == 1
    runner.do(lambda own: add_item(own, ITEM))
    assert items(folder) == 2


# ---- answers


@pytest.mark.parametrize("kind", outcomes.KINDS, ids=lambda kind: kind.__name__)
def test_every_outcome_comes_back_from_its_answer(kind: type[Outcome]) -> None:
    samples = {"int": 7, "str": "۱۲", "bool": True, "tuple[str, ...]": ("۱", "۲"), "tuple[int, ...]": (3, 4)}
    given = {
        one.name: samples[str(one.type)]
        for one in fields(kind)
        if one.name != "changed" and "not_stored" not in one.metadata
    }
    outcome = kind(changed=Changed.MINUTES | Changed.TASKS, **given)  # type: ignore[arg-type]
    assert outcome_of(answer_of(outcome)) == outcome


def test_refusals_of_some_among_many_are_not_part_of_the_answer() -> None:
    told = ManyTold(changed=Changed.TASKS, done=(1,), refused=((2, RuleBroken("reason_missing")),))
    assert outcome_of(answer_of(told)) == replace(told, refused=())


def test_an_answer_of_a_later_program_may_hold_more_and_one_of_an_unknown_kind_is_none() -> None:
    more = answer_of(Finalised(changed=Changed.MINUTES, code="x")).replace('"code":"x"', '"code":"x","later":1')
    assert outcome_of(more) == Finalised(changed=Changed.MINUTES, code="x")
    with pytest.raises(LookupError):
        outcome_of('{"kind":"Unheard","changed":0}')


def test_every_kind_of_outcome_is_known() -> None:
    assert {Outcome, *Outcome.__subclasses__()} >= set(outcomes.KINDS)
    names = {one.__name__ for one in Outcome.__subclasses__()} | {"Outcome"}
    assert {one.__name__ for one in outcomes.KINDS} == names
