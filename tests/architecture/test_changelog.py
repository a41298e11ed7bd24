"""CHANGELOG.md can be read by a machine, and the version is the same everywhere."""

from __future__ import annotations

import re
import tomllib
from datetime import date

from desktop_app import VERSION
from tests.architecture.source import ROOT

LONGEST = 60
"""Lines that a stranger still reads."""


def _sections() -> list[tuple[str, list[str]]]:
    """Each release's heading with the lines below it."""
    found: list[tuple[str, list[str]]] = []
    for line in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            found.append((line[3:], []))
        elif found:
            found[-1][1].append(line)
    return found


def test_releases_are_headed_with_version_and_day_newest_first() -> None:
    headings = [heading for heading, _lines in _sections()]
    days = []
    for number, heading in enumerate(headings):
        match = re.fullmatch(r"\d+\.\d+\.\d+ \((unreleased|\d{4}-\d\d-\d\d)\)", heading)
        assert match, heading
        if match[1] == "unreleased":
            assert number == 0, f"{heading}: only the newest may be unreleased"
        else:
            days.append(date.fromisoformat(match[1]))
    assert headings
    assert days == sorted(days, reverse=True)


def test_changes_are_listed_by_feature_in_few_lines() -> None:
    for heading, lines in _sections():
        features = [line[4:] for line in lines if line.startswith("### ")]
        assert features, heading
        assert len(features) == len(set(features)), f"{heading} names a feature twice"
        assert all(line.startswith(("- ", "  ", "### ")) or not line for line in lines), heading
        assert len(lines) <= LONGEST, heading


def test_the_version_is_the_same_in_program_and_package() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == VERSION
