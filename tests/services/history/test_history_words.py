"""Words of the history: every act that the program records, every field that may change, and values from and to."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any, get_type_hints

import pytest

from desktop_app.domain.documents.settings import OfficeSettings
from desktop_app.domain.read_models.history import FieldChange, NamedRecord
from desktop_app.domain.rules.minutes import MinutesActKind
from desktop_app.domain.rules.months import MonthActKind
from desktop_app.domain.rules.resolutions import ResolutionActKind
from desktop_app.domain.text.changed_words import around_change, shortened
from desktop_app.printing.words.field_words import change_line, value_words
from desktop_app.services.history.entry_fields import UNTOLD
from desktop_app.storage.store.kinds import MAPPERS
from desktop_app.words.acts import ACTS, KINDS
from desktop_app.words.fields import FIELDS

SERVICES = Path(__file__).resolve().parents[3] / "desktop_app" / "services"
KEPT_AS_WRITTEN = frozenset(
    {
        "article",
        "picture",
        "sent_invitation",
        "taking_over",
        "resolution_act",
        "deadline_event",
        "task_act",
        "minutes_act",
    }
)
"""Kinds whose rows are never changed field by field."""


def _calls() -> Iterator[ast.Call]:
    for file in sorted(SERVICES.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute | ast.Name):
                yield node


def _name(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _literals(node: ast.expr) -> list[str]:
    return [one.value for one in ast.walk(node) if isinstance(one, ast.Constant) and isinstance(one.value, str)]


def test_every_act_that_a_service_records_has_words() -> None:
    acts, kinds = set[str](), set[str]()
    for call in _calls():
        if _name(call) == "audit" and len(call.args) >= 2:
            assert not (isinstance(call.args[0], ast.Name) and call.args[0].id.isupper()), (
                "an act is named where it is done"
            )
            acts |= set(_literals(call.args[0]))
            kinds |= set(_literals(call.args[1]))
        elif _name(call) == "add_deadline" and len(call.args) == 2:
            acts |= set(_literals(call.args[1]))
        elif _name(call) == "record_correction" and len(call.args) >= 4:
            kinds |= set(_literals(call.args[3]))
    assert len(acts) > 30
    assert acts - set(ACTS) == set()
    assert kinds - set(KINDS) == set()


def test_every_fact_that_a_service_records_has_words() -> None:
    facts = {
        word.arg
        for call in _calls()
        if _name(call) in {"audit", "record_correction"}
        for word in call.keywords
        if word.arg is not None
    }
    assert len(facts) > 20
    assert facts - set(FIELDS) - UNTOLD - {"at", "before", "after", "source", "target"} == set()


@pytest.mark.parametrize("kind", [MinutesActKind, ResolutionActKind, MonthActKind])
def test_acts_that_are_recorded_by_their_kind_have_words(kind: type[StrEnum]) -> None:
    taken_back = {f"{one.value}_taken_back" for one in kind} if kind is ResolutionActKind else set()
    assert {one.value for one in kind} | taken_back <= set(ACTS)


def _names(entity: Any, above: str = "") -> Iterator[str]:
    hints = get_type_hints(entity)
    for part in fields(entity):
        inner = hints[part.name]
        if is_dataclass(inner):
            yield from _names(inner, f"{above}{part.name}.")
        else:
            yield f"{above}{part.name}"


def test_every_field_that_may_change_has_words() -> None:
    found = {
        name
        for mapper in MAPPERS
        if mapper.name in KINDS and mapper.name not in KEPT_AS_WRITTEN
        for name in _names(mapper.entity)
    }
    found |= set(_names(OfficeSettings))
    assert {name for name in found if name not in UNTOLD} - set(FIELDS) == set()


def test_words_of_closed_lists_are_whole() -> None:
    wrong = []
    for mapper in MAPPERS:
        if mapper.name not in KINDS or mapper.name in KEPT_AS_WRITTEN:
            continue
        hints = get_type_hints(mapper.entity)
        for name, hint in hints.items():
            if isinstance(hint, type) and issubclass(hint, StrEnum):
                wrong += [(mapper.name, name, one) for one in hint if value_words(mapper.name, name, one.value) == one]
    assert wrong == []


def test_values_are_told_as_a_person_reads_them() -> None:
    assert value_words("meeting", "day", date(2023, 5, 1)) == "۱۱ اردیبهشت ۱۴۰۲"
    assert value_words("resolution_act", "party_id", NamedRecord("party", "طرف دوم تفاهم‌نامه")) == "طرف دوم تفاهم‌نامه"
    assert value_words("meeting", "starts_at", "10:05") == "۱۰:۰۵"
    assert value_words("task", "resting", value=True) == "بله"
    assert value_words("clause", "text", None) == "خالی"
    assert change_line("task", FieldChange("percent", 0, 40)).startswith("پیشرفت: از ")


# ---- long texts

LONG = " ".join(f"واژهٔ{place}" for place in range(80))


def test_of_a_long_text_the_changed_words_and_their_neighbours_show() -> None:
    before, after = around_change(LONG, LONG.replace("واژهٔ40", "تازه"))
    assert before == "… واژهٔ36 واژهٔ37 واژهٔ38 واژهٔ39 واژهٔ40 واژهٔ41 واژهٔ42 واژهٔ43 واژهٔ44 …"
    assert after == before.replace("واژهٔ40", "تازه")


def test_at_its_ends_nothing_is_cut_and_a_short_text_stays() -> None:
    assert around_change("یک دو", "یک سه") == ("یک دو", "یک سه")
    before, after = around_change(LONG, f"تازه {LONG}")
    assert not after.startswith("…")
    assert after.startswith("تازه واژهٔ0")
    assert before.startswith("واژهٔ0")
    assert len(shortened(LONG).split()) == 31


def test_an_equal_part_that_repeats_is_not_counted_twice() -> None:
    text = " ".join(["آب"] * 40)
    before, after = around_change(text, f"{text} آب")
    assert after.split().count("آب") == before.split().count("آب") + 1
