"""Values of dataclasses out of JSON."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date

import pytest

from desktop_app.domain.text.json_text import value_from


@dataclass(frozen=True)
class _Part:
    text: str = ""
    count: int = 0
    day: date | None = None
    done: bool = False
    steps: frozenset[str] = frozenset()


def test_what_json_holds_is_read_by_the_annotations() -> None:
    given = json.loads('{"text": "متن", "count": 3, "day": "2026-11-21", "done": true, "steps": ["a"]}')
    assert value_from(_Part, given) == _Part("متن", 3, date(2026, 11, 21), True, frozenset({"a"}))
    assert value_from(_Part, {"day": None}) == _Part()


def test_another_kind_is_never_turned_into_text_or_truth() -> None:
    for given in (
        {"text": None},
        {"text": 3},
        {"done": "no"},
        {"done": 1},
        {"day": "۱۴۰۵"},
        {"other": 1},
        {"steps": [1]},
    ):
        with pytest.raises((TypeError, ValueError, LookupError)):
            value_from(_Part, given)
