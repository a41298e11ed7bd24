"""Every file, folder and symbol that the notes for engineers name is in the tree: a stale one costs trust."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from tests.architecture.source import APP, ROOT, Module

NOTES = ("CONTRIBUTING.md", "README.md")
MADE = (".venv/", "build/", "dist/")
"""What is made when the program is run, tested or packed."""
LONGEST_README = 150
_FENCE = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)
_QUOTED = re.compile(r"`([^`]+)`")
_LINK = re.compile(r"\]\(([^)]+)\)")
_PATH = re.compile(r"[\w.-]+(/[\w.-]+)*/?(::\w+)?")
_FILE = re.compile(r"\w+\.(py|sql|md|ui)")
_STANDS_FOR_ANY = re.compile(r"N+\b|_N+\b")


def _paths(text: str) -> Iterator[str]:
    """What stands in backticks or behind a link and looks like a place in the tree."""
    plain = _FENCE.sub("", text)
    yield from _LINK.findall(plain)
    for quoted in _QUOTED.findall(plain):
        for word in quoted.split():
            path = word.partition("::")[0]
            if not _PATH.fullmatch(word) or _STANDS_FOR_ANY.search(path) or word.startswith(MADE):
                continue
            if "/" in path or _FILE.fullmatch(path):
                yield word


def _named(module: Module) -> set[str]:
    """The functions, classes, methods and constants of a module."""
    found = {one.name for one in module.nodes if isinstance(one, ast.FunctionDef | ast.ClassDef)}
    for node in module.nodes:
        targets = (
            node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
        )
        found |= {one.id for one in targets if isinstance(one, ast.Name)}
    return found


def _stale(text: str) -> list[str]:
    """What is named and is not there; a room of the program may go without ``desktop_app/``."""
    found = []
    for word in _paths(text):
        path, _, symbol = word.partition("::")
        place = next((root / path for root in (ROOT, APP) if (root / path).exists()), None)
        if place is None or (symbol and symbol not in _named(Module(path, place.read_text(encoding="utf-8")))):
            found.append(word)
    return found


@pytest.mark.parametrize("note", NOTES)
def test_what_a_note_names_is_there(note: str) -> None:
    text = (ROOT / note).read_text(encoding="utf-8")
    assert len(list(_paths(text))) > 20, "a note without paths proves nothing"
    assert _stale(text) == []


def test_the_readme_is_read_in_one_sitting() -> None:
    """Two commands first, a picture of the window and one of the paper; engineers read on in CONTRIBUTING.md."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert len(text.splitlines()) <= LONGEST_README
    places = [text.index(one) for one in ("python3 dev.py run", "python3 dev.py test", "](tests/pictures/")]
    assert places == sorted(places)
    assert "](tests/pictures/papers/" in text


def test_a_stale_path_is_noticed() -> None:
    text = """`python -m pytest tests/services/test_members.py -k archiv`, `alterations.py`,
    `services/context.py::gone`, `services/context.py::do`, `window/meeting/signals.py::seat_marked`,
    `window/`, `nowhere/`, `dev.py`, `tests/data/case_N.sql`, `domain/rules/<stem>.py`, `printing/papers/…`,
    `.sql`, [picture](tests/pictures/gone.png)
    """
    assert sorted(_stale(text)) == [
        "alterations.py",
        "nowhere/",
        "services/context.py::gone",
        "tests/pictures/gone.png",
        "tests/services/test_members.py",
    ]
