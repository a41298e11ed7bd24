"""The shipped tables are what their maker makes, from the pinned package."""

from __future__ import annotations

from pathlib import Path

import pytest

from devtools import holidays as maker


@pytest.mark.parametrize("year", maker.YEARS)
def test_the_shipped_table_is_fresh(year: int) -> None:
    assert (maker.FOLDER / f"{year}.json").read_text(encoding="utf-8") == maker.text(year)


def test_nothing_else_lies_beside_the_tables() -> None:
    assert sorted(file.name for file in maker.FOLDER.iterdir()) == [f"{year}.json" for year in maker.YEARS]


def test_every_year_is_written(tmp_path: Path) -> None:
    files = maker.write(tmp_path / "new")
    assert [file.stem for file in files] == [str(year) for year in maker.YEARS]
    assert b"\r" not in files[0].read_bytes()


def test_a_holiday_without_a_word_stops_the_run() -> None:
    with pytest.raises(KeyError):
        maker.table(1402, {})
