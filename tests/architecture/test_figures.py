"""The figures of the house count what they say, and the README shows the table as it is made."""

from __future__ import annotations

from pathlib import Path

from devtools import figures
from tests.conftest import ROOT

MODULE = '''
class Part:
    """A part."""

    def known(self, one: int) -> int:
        """Known."""
        return one if one and one > 1 else 0

    def _inner(self, two):
        return two
'''


def test_what_is_counted(tmp_path: Path) -> None:
    for room in ("views", "views/minutes"):
        (tmp_path / "desktop_app" / room).mkdir(parents=True)
        (tmp_path / "desktop_app" / room / "part.py").write_text(MODULE, encoding="utf-8")
    (tmp_path / "tests").mkdir()
    found = figures.measure(tmp_path)
    assert (found.functions, sorted(found.ways)) == ([3, 2] * 2, [1, 1, 3, 3])
    assert (found.annotated, found.documented, found.public) == (2, 4, 4)
    assert found.classes == [(9, 2)] * 2
    assert found.names == {("views", "Part"): 2}


def test_what_imports_what() -> None:
    ties = {
        "a.one": {"a.two", "b.one"},
        "a.two": {"a.three"},
        "a.three": {"a.two"},
        "b.one": {"a.three"},
        "b.two": set(),
    }
    assert figures.next_door(ties) == 0
    assert figures.next_door({**ties, "a.four": {"a.five"}, "a.five": set()}) == 1
    assert figures.pairs(ties) == {("a", "b")}
    assert figures.circles(ties) == [["a.three", "a.two"]]


def test_the_readme_shows_this_table() -> None:
    names = [name for name, _, _ in figures.rows(figures.measure())]
    shown = (ROOT / "README.md").read_text(encoding="utf-8").partition(figures.HEAD)[2].partition("\n\n")[0]
    assert [line.split("|")[1].strip() for line in shown.splitlines()[2:]] == names
