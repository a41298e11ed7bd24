"""What ships in Persian beside the program, such as the notice and the words of the setup, is written well."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.architecture.source import ROOT
from tests.architecture.test_persian_text import FAULTS

CODE = re.compile(r"`[^`\n]+`")
DEFINED = re.compile(r'^!define \w+ "(.*)"$', re.MULTILINE)
VARIABLE = re.compile(r"\$\{\w+\}|\$\w+")
LINE_END = "$\\r$\\n"
LATIN = re.compile("[A-Za-z][A-Za-z0-9-]*")


def of_notice(text: str) -> list[str]:
    """The lines, without what is no Persian."""
    return [LATIN.sub("x", CODE.sub("x", line)).lstrip("#- ") for line in text.split("\n")]


def of_setup(text: str) -> list[str]:
    """The lines of all sentences; what NSIS puts in is left out."""
    told = [line for sentence in DEFINED.findall(text) for line in sentence.split(LINE_END)]
    return [LATIN.sub("x", VARIABLE.sub("x", line)) for line in told]


READ: list[tuple[Path, Callable[[str], list[str]]]] = [
    (ROOT / "resources" / "licences" / "NOTICE.fa.md", of_notice),
    (ROOT / "packaging" / "windows" / "licence-note.txt", of_notice),
    (ROOT / "packaging" / "windows" / "texts.nsh", of_setup),
]


@pytest.mark.parametrize(("file", "lines_of"), READ, ids=lambda one: one.name if isinstance(one, Path) else "")
def test_what_ships_beside_the_program_is_written_well(file: Path, lines_of: Callable[[str], list[str]]) -> None:
    lines = [line for line in lines_of(file.read_text(encoding="utf-8")) if line]
    assert len(lines) > 3
    assert [(line, fault) for line in lines for fault, pattern in FAULTS.items() if re.search(pattern, line)] == []
