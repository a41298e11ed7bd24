"""The page of an export over a committee that was taken over says nothing of its resolutions that nobody told."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from desktop_app.text.minutes.minutes_clauses import ADOPTIONS
from tests.storage.archive_export.exports import export, page_tables
from tests.storage.past_office import take_over


def _adoptions(tables: dict[str, Any]) -> set[str | None]:
    clauses = tables["clause"]
    place = [column["n"] for column in clauses["columns"]].index("adoption")
    return {row[place] for row in clauses["rows"]}


def test_how_past_resolutions_were_adopted_is_left_open(tmp_path: Path) -> None:
    data = tmp_path / "office"
    take_over(data)
    export(data, tmp_path / "export")
    assert _adoptions(page_tables(tmp_path / "export")) == {None}


def test_of_other_resolutions_it_is_told(demo_data: Path, tmp_path: Path) -> None:
    data = Path(shutil.copytree(demo_data, tmp_path / "office"))
    export(data, tmp_path / "export")
    told = _adoptions(page_tables(tmp_path / "export"))
    assert ADOPTIONS["unanimous"] in told
    assert None not in told
