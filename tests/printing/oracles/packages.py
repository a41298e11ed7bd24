"""What the witnesses need of the machine: a missing package is a failure with its name, never a skip."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest


def need_program(name: str, package: str) -> str:
    """The full path of a program, or a failed test that names the Debian package."""
    found = shutil.which(name)
    if found is None:
        pytest.fail(f"this proof needs the program {name}: install the Debian package {package}", pytrace=False)
    return found


def need_file(path: str, package: str) -> Path:
    """A file of the machine, or a failed test that names the Debian package."""
    found = Path(path)
    if not found.is_file():
        pytest.fail(f"this proof needs {path}: install the Debian package {package}", pytrace=False)
    return found
