"""Compiling for the bundle: docstrings stay out, and everything else of a module is what it was."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from types import CodeType

import pytest

from devtools import ROOT
from devtools.windows import contents
from devtools.windows.docstrings import compiled_without, modules_without

SOURCE = b'''"""A module."""
from __future__ import annotations


class Told:
    """A class."""


def halved(number: int) -> float:
    """A function."""
    assert number >= 0, "less than nothing"
    return number / 2


text = """A text that is none."""
'''


def run(code: CodeType) -> dict[str, object]:
    held: dict[str, object] = {"__name__": "compiled"}
    exec(code, held)
    return held


def test_docstrings_are_gone_and_the_rest_works() -> None:
    held = run(compiled_without(SOURCE, "made.py"))
    told, halved = held["Told"], held["halved"]
    assert held.get("__doc__") is None
    assert told.__doc__ is None
    assert halved.__doc__ is None
    assert callable(halved)
    assert halved(3) == 1.5
    assert held["text"] == "A text that is none."


def test_what_a_module_asserts_is_still_asserted() -> None:
    halved = run(compiled_without(SOURCE, "made.py"))["halved"]
    assert callable(halved)
    with pytest.raises(AssertionError, match="less than nothing"):
        halved(-1)


def test_only_the_named_packages_are_compiled_so(tmp_path: Path) -> None:
    ours, other = tmp_path / "ours.py", tmp_path / "other.py"
    ours.write_bytes(SOURCE)
    other.write_bytes(SOURCE)
    # a folder without __init__.py has no file, and a compiled module no source
    modules = [
        ("ours.part", str(ours), "PYMODULE"),
        ("other.part", str(other), "PYMODULE"),
        ("ours.folder", "-", "PYMODULE"),
        ("ours.compiled", "compiled.pyd", "EXTENSION"),
    ]
    assert list(modules_without(modules, ("ours",))) == ["ours.part"]


@pytest.mark.parametrize("package", contents.WITHOUT_DOCSTRINGS)
def test_a_named_package_is_there(package: str) -> None:
    assert find_spec(package) is not None


IMPORT_WITHOUT = """
import importlib, importlib.machinery, pkgutil, sys
from pathlib import Path
from devtools.windows import contents
from devtools.windows.docstrings import compiled_without

class Loader(importlib.machinery.SourceFileLoader):
    def get_code(self, name):
        return compiled_without(Path(self.path).read_bytes(), self.path)

class Finder:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] not in contents.WITHOUT_DOCSTRINGS:
            return None
        found = importlib.machinery.PathFinder.find_spec(name, path)
        if found is not None and (found.origin or "").endswith(".py"):
            found.loader = Loader(name, found.origin)
        return found

sys.meta_path.insert(0, Finder())
seen = importlib.import_module("desktop_app")
assert seen.__doc__ is None
# steps of an upgrade are run by Alembic alone
for one in pkgutil.walk_packages(seen.__path__, "desktop_app."):
    if not one.name.startswith(("desktop_app.storage.migrations", "desktop_app.__main__")):
        importlib.import_module(one.name)
print("all there")
"""


@pytest.mark.whole
def test_the_whole_program_is_imported_without_them() -> None:
    """A component may assert that it has some: SQLAlchemy does of its events."""
    run = subprocess.run(
        [sys.executable, "-c", IMPORT_WITHOUT], capture_output=True, encoding="utf-8", cwd=ROOT, check=False
    )
    assert (run.returncode, run.stdout, run.stderr) == (0, "all there\n", "")
