"""Files of the machine that the witnesses need: a missing package is a failure with its name, never a skip."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.validators.asked import is_far


def need_file(path: str, package: str) -> Path:
    """A file of the machine, or a failed test that names the Debian package."""
    found = Path(path)
    if not found.is_file():
        is_far()  # a Windows alone has nothing of Debian
        pytest.fail(f"this proof needs {path}: install the Debian package {package}", pytrace=False)
    return found
