"""The class of confidential words is told wherever they are: on their card, beside them, and where they are copied."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from desktop_app.domain.papers import Classification
from desktop_app.domain.read_models.history import HistoryAct
from desktop_app.domain.read_models.listing import ListQuery
from desktop_app.domain.rules.notices import Notice
from desktop_app.printing.words.field_words import WORDING
from desktop_app.services.follow_up.resolution_acts import defer
from desktop_app.services.follow_up.resolution_sheet import resolution_sheet
from desktop_app.services.follow_up.task_acts import notify_tasks
from desktop_app.services.follow_up.task_sheet import task_sheet
from desktop_app.services.history.history import history_acts, history_ids
from desktop_app.services.minutes.clauses import remove_clause, save_clause
from desktop_app.services.minutes.minutes import save_closing
from desktop_app.services.minutes.minutes_sheet import minutes_sheet
from desktop_app.services.registers import papers
from desktop_app.window.history.page import HistoryOptions, history_spec
from desktop_app.window.kit import task_format
from desktop_app.window.kit.list_spec import ListSpec
from desktop_app.window.kit.resolution_format import facts_of, plain_text
from desktop_app.window.letters.page import registers_spec
from desktop_app.window.minutes.clause_card import kind_words
from desktop_app.window.minutes.controller import plain_text as minutes_text
from desktop_app.window.minutes.list_page import minutes_list_spec
from desktop_app.window.resolutions.page import ResolutionOptions, resolutions_spec
from desktop_app.window.tasks.spec import TaskOptions, tasks_spec
from desktop_app.words.lists import CLASS, GUARDED
from tests.services.office_steps import Office
from tests.services.registers.test_registers import came

SECRET, CONFIDENTIAL = Classification.SECRET, Classification.CONFIDENTIAL


def _final(office: Office, minutes: Classification, own: Classification | None) -> tuple[int, int]:
    """Final minutes of a class with one resolution of its own: (version, resolution)."""
    meeting_id, version_id = office.written(1)
    save_closing(office.context, replace(office.get("versions", version_id), classification=minutes.value))
    (clause,) = [one for one in office.where("clauses", minutes_version_id=version_id) if one.is_resolution]
    save_clause(office.context, replace(clause, classification=own))
    office.finalised(version_id)
    (resolution,) = office.where("resolutions", meeting_id=meeting_id)
    return version_id, resolution.id


@pytest.mark.parametrize(("minutes", "own"), [(CONFIDENTIAL, None), (Classification.NORMAL, CONFIDENTIAL)])
def test_what_is_copied_and_what_stands_beside_the_words_says_their_class(
    office: Office, minutes: Classification, own: Classification | None
) -> None:
    version_id, resolution_id = _final(office, minutes, own)
    told = f"{CLASS}: {GUARDED[CONFIDENTIAL]}"
    sheet = resolution_sheet(office.context, resolution_id)
    assert told in plain_text(sheet, "").splitlines()
    assert (facts_of(sheet, "")[0].label, facts_of(sheet, "")[0].value) == (CLASS, GUARDED[CONFIDENTIAL])
    assert minutes_text(minutes_sheet(office.context, version_id)).splitlines()[1] == told
    task = task_sheet(office.context, office.where("tasks", resolution_id=resolution_id)[0].id)
    first = task_format.facts_of(task)[0]
    assert (first.name, first.value) == (CLASS, GUARDED[CONFIDENTIAL])


def test_of_usual_words_no_class_is_told(office: Office) -> None:
    version_id, resolution_id = _final(office, Classification.NORMAL, None)
    sheet = resolution_sheet(office.context, resolution_id)
    task = task_sheet(office.context, office.where("tasks", resolution_id=resolution_id)[0].id)
    copied = plain_text(sheet, "") + minutes_text(minutes_sheet(office.context, version_id))
    assert CLASS not in copied
    assert CLASS not in {one.label for one in facts_of(sheet, "")} | {one.name for one in task_format.facts_of(task)}


def test_the_card_of_a_resolution_says_a_class_of_its_own(office: Office) -> None:
    version_id, _resolution_id = _final(office, CONFIDENTIAL, SECRET)
    blocks = minutes_sheet(office.context, version_id).blocks
    (row,) = [row for block in blocks for row in block.clauses if row.clause.is_resolution]
    assert kind_words(row).endswith(f" – {GUARDED[SECRET]}")
    plain = replace(row, clause=replace(row.clause, classification=None))
    assert kind_words(row) == f"{kind_words(plain)} – {GUARDED[SECRET]}"
    for one in GUARDED.values():
        assert not one or one not in kind_words(plain)


def test_rows_of_a_list_that_are_copied_say_the_class_of_their_words(office: Office) -> None:
    _final(office, Classification.NORMAL, CONFIDENTIAL)
    with office.context.read() as work:
        resolutions = work.resolution_rows.fetch(work.resolution_rows.ids(ListQuery()))
        tasks = work.task_rows.fetch(work.task_rows.ids(ListQuery()))
    specs: list[tuple[ListSpec[Any], Sequence[Any]]] = [
        (resolutions_spec(office.clock.today, {}, ResolutionOptions()), resolutions),
        (tasks_spec(office.clock.today, {}, TaskOptions(*[lambda: ()] * 4)), tasks),
    ]
    for spec, rows in specs:
        assert rows
        for row in rows:
            assert f"{row.text} ({GUARDED[CONFIDENTIAL]})" in [column.copied_text(row) for column in spec.columns]
            usual = replace(row, guarded="")
            assert row.text in [column.copied_text(usual) for column in spec.columns]


def test_rows_of_minutes_and_letters_that_are_copied_say_their_class(office: Office) -> None:
    _final(office, Classification.NORMAL, CONFIDENTIAL)
    papers.record_incoming(office.context, came(office, classification=SECRET, subject="نامه"))
    with office.context.read() as work:
        minutes = work.minutes_rows.fetch(work.minutes_rows.ids(ListQuery()))
        letters = work.register_rows.fetch(work.register_rows.ids(ListQuery()))
    assert [_copied(minutes_list_spec(lambda: ()), row).count(f"({GUARDED[CONFIDENTIAL]})") for row in minutes] == [1]
    usual = _copied(minutes_list_spec(lambda: ()), replace(minutes[0], guarded=""))
    assert "(" not in usual
    spec = registers_spec(tuple, tuple)
    assert [_copied(spec, row).count(f"نامه ({GUARDED[SECRET]})") for row in letters] == [1]


def _copied(spec: ListSpec[Any], row: object) -> str:
    return "\t".join(column.copied_text(row) for column in spec.columns)


# ---- rows of the history, which tell whole texts


def _history(office: Office) -> tuple[HistoryAct, ...]:
    return history_acts(office.context, history_ids(office.context))


def _usual(act: HistoryAct) -> HistoryAct:
    """The same act, had its words no class and its entries no fields."""
    return replace(act, entries=tuple(replace(one, guarded="", fields=()) for one in act.entries))


def _history_told(act: HistoryAct) -> str:
    return _copied(history_spec(HistoryOptions(*[lambda: ()] * 3), WORDING), act)


@pytest.mark.parametrize(("minutes", "own"), [(CONFIDENTIAL, None), (Classification.NORMAL, CONFIDENTIAL)])
def test_rows_of_the_history_that_are_copied_say_the_class_of_their_words(
    office: Office, minutes: Classification, own: Classification | None
) -> None:
    _version, resolution_id = _final(office, minutes, own)
    (task, *_others) = office.where("tasks", resolution_id=resolution_id)
    notify_tasks(office.context, [task.id], Notice(day=office.clock.today(), reason="فوریت"))
    defer(office.context, resolution_id, "بودجه نرسیده است.")
    clause = office.where("clauses", resolution_id=resolution_id)[0]
    rows = _history(office)
    for kind in ("clause", "resolution", "task"):
        about = [
            act
            for act in rows
            if any(
                (one.key == ("clause", clause.id)) if kind == "clause" else one.record.kind == kind
                for one in act.entries
            )
        ]
        assert about
        for row in about:
            assert _history_told(row).count(f"({GUARDED[CONFIDENTIAL]})") == 1
            assert GUARDED[CONFIDENTIAL] not in _history_told(_usual(row))
    alone = [row for row in rows if len(row.entries) == 1]
    others = [row for row in alone if row.head.record.kind in ("unit", "person", "seat", "meeting")]
    assert others
    assert not any(row.guarded for row in others)


@pytest.mark.parametrize("how", ["removed", "lowered"])
def test_words_written_under_a_class_are_copied_with_it_when_their_record_lost_it(office: Office, how: str) -> None:
    _meeting, version = office.written()
    clause = office.where("clauses", minutes_version_id=version)[0]
    save_clause(office.context, replace(clause, classification=SECRET, text="راز"))
    if how == "removed":
        remove_clause(office.context, clause.id)
    else:
        save_clause(office.context, replace(office.get("clauses", clause.id), classification=None))
    told = [_history_told(row) for row in _history(office)]
    secret = [one for one in told if "راز" in one]
    assert len(secret) >= 2
    assert all(f"({GUARDED[SECRET]})" in one for one in secret)
    assert [one for one in told if f"({GUARDED[SECRET]})" not in one]


def test_a_guarded_letter_and_what_names_it_are_copied_with_its_class(office: Office) -> None:
    papers.record_incoming(office.context, came(office, classification=SECRET, subject="راز"))
    told = [_history_told(row) for row in _history(office)]
    secret = [one for one in told if "راز" in one]
    assert secret
    assert all(f"({GUARDED[SECRET]})" in one for one in secret)
