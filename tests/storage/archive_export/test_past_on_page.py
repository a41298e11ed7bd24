"""The page of an export over a committee that was taken over says nothing of its resolutions that nobody told."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from desktop_app.domain.text.digits import persian_digits
from desktop_app.text.archive_export.page_words import SECTIONS
from desktop_app.text.history.acts import meeting, minutes
from desktop_app.text.minutes.minutes_clauses import ADOPTIONS
from desktop_app.text.shared import states
from tests.storage.archive_export.browser import browser
from tests.storage.archive_export.exports import export, page_tables
from tests.storage.past_office import MEETINGS, take_over, take_over_more


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


def test_minutes_of_two_imports_are_one_and_no_version_nor_a_correction(tmp_path: Path) -> None:
    data = tmp_path / "office"
    take_over(data)
    take_over_more(data)
    export(data, tmp_path / "export")
    told = page_tables(tmp_path / "export")["minutes_version"]
    assert len(told["keys"]) == 2 * MEETINGS, "the tables hold every row"
    assert sorted(set(told["titles"])) == sorted(minutes(meeting(one), 1) for one in range(1, MEETINGS + 1))
    names = [column["n"] for column in told["columns"]]
    assert {row[names.index("state")] for row in told["rows"]} == {states.MINUTES["archived"]}
    assert {row[names.index("version")] for row in told["rows"]} == {None}
    (title,) = [title for _, title, tables in SECTIONS if tables == ("minutes_version",)]
    with browser(tmp_path / "profile") as shown:
        place = (tmp_path / "export" / "index.html").as_uri()
        shown.open(place)
        tiles = shown.value("[...document.querySelectorAll('.tiles a')].map((one) => one.innerText.split('\\n'))")
        assert [persian_digits(MEETINGS), title] in tiles
        shown.leave()
        shown.open(f"{place}#/s/minutes")
        assert len(shown.rows()) == MEETINGS
        for old, new in told["replaced"].items():
            shown.leave()
            shown.open(f"{place}#/r/minutes_version/{old}")
            opened = shown.value("document.querySelectorAll('.clause').length")
            assert opened == 3, f"{new} stands for it, with the resolutions of both imports"
        assert shown.faults == []


def test_a_corrected_version_of_other_minutes_stays_one(demo_data: Path, tmp_path: Path) -> None:
    data = Path(shutil.copytree(demo_data, tmp_path / "office"))
    export(data, tmp_path / "export")
    told = page_tables(tmp_path / "export")["minutes_version"]
    assert "replaced" not in told
    names = [column["n"] for column in told["columns"]]
    assert None not in {row[names.index("version")] for row in told["rows"]}
