"""A plugin of pytest for a run on Windows: it is the Windows that was asked for, or no test is run.

`dev.py windows` loads it (`-p tests.on_windows`). Under pytest-xdist every worker asks for itself.
"""

from __future__ import annotations

import locale
import os
import platform
import sys

import pytest

CODE_PAGE = 1256
LANGUAGE = "Persian_Iran"


def pytest_configure() -> None:
    """Ask the interpreter and its system."""
    # for the lines of this process alone: what the tests start writes as it would in an office
    os.environ.pop("PYTHONIOENCODING", None)
    if problem := _problem():
        raise pytest.UsageError(f"not the Windows that was asked for: {problem}")


def pytest_report_header() -> str:
    """Which Windows it is."""
    return f"{platform.platform()}, CPython {platform.python_version()}, code page {CODE_PAGE}, {LANGUAGE}"


def _problem() -> str:
    if sys.platform == "win32":
        import ctypes

        page = ctypes.windll.kernel32.GetACP()
        language = locale.getlocale()[0]
        if (page, language) != (CODE_PAGE, LANGUAGE):
            return f"code page {page}, {language}"
        return "" if os.environ.get("DABIR_QPA") else "DABIR_QPA names no Qt platform"
    return sys.platform
