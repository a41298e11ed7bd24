"""The class of confidential words is told wherever they are: on their card, beside them, and where they are copied."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from desktop_app.controllers.minutes.minutes_copy import plain_text as minutes_text
from desktop_app.domain.documents.papers import Classification
from desktop_app.domain.read_models.listing import ListQuery
from desktop_app.services.follow_up.resolution_sheet import resolution_sheet
from desktop_app.services.follow_up.task_sheet import task_sheet
from desktop_app.services.minutes.clauses import save_clause
from desktop_app.services.minutes.minutes import save_closing
from desktop_app.services.minutes.minutes_sheet import minutes_sheet
from desktop_app.text.shared.lists import CLASS, GUARDED
from desktop_app.views.lists.list_spec import ListSpec
from desktop_app.views.minutes.minutes_clause_card import kind_words
from desktop_app.views.resolutions.resolution_format import facts_of, plain_text
from desktop_app.views.resolutions.resolutions_spec import ResolutionOptions, resolutions_spec
from desktop_app.views.tasks import task_format
from desktop_app.views.tasks.tasks_spec import TaskOptions, tasks_spec
from tests.services.office_steps import Office

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
