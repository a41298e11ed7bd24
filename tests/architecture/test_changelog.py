"""CHANGELOG.md can be read by a machine, and the version is the same everywhere."""

from __future__ import annotations

import re
import tomllib
from datetime import date

from desktop_app import VERSION
from tests.architecture.source import ROOT

KINDS = {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}


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
    assert headings[0] == "[Unreleased]"
    days = []
    for heading in headings[1:]:
        match = re.fullmatch(r"\[(\d+\.\d+\.\d+)\] - (\d{4}-\d\d-\d\d)", heading)
        assert match, heading
        days.append(date.fromisoformat(match[2]))
    assert days == sorted(days, reverse=True)


def test_changes_stand_under_the_agreed_kinds() -> None:
    for heading, lines in _sections():
        kinds = [line[4:] for line in lines if line.startswith("### ")]
        assert set(kinds) <= KINDS, heading
        assert len(kinds) == len(set(kinds)), f"{heading} names a kind twice"
        assert all(line.startswith(("- ", "  ", "### ")) or not line for line in lines), heading


def test_the_version_is_the_same_in_program_and_package() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == VERSION
