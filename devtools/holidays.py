"""Make ``resources/holidays/``: the official holidays of each Jalali year, one table a year.

The days come from the package ``holidays`` (official dates of past and current years, special closures
included; coming lunar ones are its estimates and marked so). The names are this product's own words, from
``resources/holiday_names.json``: a holiday without a word there stops the run, so none goes by unnamed.
Called as ``python3 dev.py holidays``, or ``python -m devtools.holidays`` inside the environment.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Final

import holidays

from desktop_app.domain.calendar.jalali import JalaliMonth, format_date, iso_text, last_day_of_year
from desktop_app.domain.calendar.workdays import TABLE_SCHEMA
from devtools import ROOT

YEARS: Final = range(1401, 1407)
FOLDER: Final = ROOT / "resources" / "holidays"
NAMES: Final = ROOT / "resources" / "holiday_names.json"
ESTIMATED: Final = " (estimated)"
BETWEEN_NAMES: Final = "\u060c "


def table(year: int, names: Mapping[str, str]) -> dict[str, object]:
    """The holidays of one Jalali year as the program reads them."""
    first, last = JalaliMonth(year, 1).first_day, last_day_of_year(year)
    known = holidays.country_holidays("IR", years=range(first.year, last.year + 1), language="en_US")
    days = (first + timedelta(days=ahead) for ahead in range((last - first).days + 1))
    rows = [_row(day, known.get_list(day), names) for day in days if day in known]
    return {"schema": TABLE_SCHEMA, "year": year, "holidays": rows}


def _row(day: date, found: list[str], names: Mapping[str, str]) -> dict[str, object]:
    return {
        "day": iso_text(day),
        "jalali": format_date(day),
        "name": BETWEEN_NAMES.join(names[name.removesuffix(ESTIMATED)] for name in found),
        # a fixed holiday on the same day closes it for certain
        "estimated": all(name.endswith(ESTIMATED) for name in found),
    }


def text(year: int) -> str:
    """The file of one year: JSON with a line for each holiday."""
    made = table(year, json.loads(NAMES.read_text(encoding="utf-8")))
    rows = made.pop("holidays")
    assert isinstance(rows, list)
    lines = ",\n".join("    " + json.dumps(row, ensure_ascii=False) for row in rows)
    head = json.dumps(made, ensure_ascii=False)[1:-1]
    return f'{{\n  {head},\n  "holidays": [\n{lines}\n  ]\n}}\n'


def write(folder: Path = FOLDER) -> list[Path]:
    """Write every year's file; gives the files."""
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for year in YEARS:
        file = folder / f"{year}.json"
        file.write_text(text(year), encoding="utf-8", newline="\n")
        files.append(file)
    return files


if __name__ == "__main__":
    for written in write():
        sys.stdout.write(f"{written.relative_to(ROOT)}\n")
