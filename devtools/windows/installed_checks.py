"""Checks of a program that lies on a Windows desktop: its own test, its window, its data, its resources."""

from __future__ import annotations

import hashlib
import json
import shutil
import sqlite3
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Final

from desktop_app.system.paths import DATABASE
from devtools import ROOT, environment
from devtools.windows import program_resources
from devtools.windows.bundle import PackageFailed
from devtools.windows.desktop import Desktop, wait_until
from devtools.windows.machine import windows_path
from devtools.windows.steps import require

REVISIONS: Final = ROOT / "tests" / "storage" / "revisions" / "versions"
_TITLE: Final = "دبیرخانه"
_SMOKE: Final = 600.0


def smoke(desktop: Desktop, folder: Path, name: str = program_resources.WINDOW) -> str:
    """Let the program in ``folder`` test itself, called by one of its executables; what it came to."""
    with tempfile.TemporaryDirectory() as place:
        report = Path(place) / "گزارش آزمون.json"
        code = desktop.run(*program(folder, name), "--smoke", windows_path(report), seconds=_SMOKE)
        if not report.is_file():
            raise PackageFailed(f"the program wrote no report and ended with {code}")
        told = json.loads(report.read_text(encoding="utf-8"))
    steps: list[dict[str, Any]] = told["steps"]
    wrong = [f"{step['name']}: {step['detail']}" for step in steps if not step["ok"]]
    require(not wrong and told["ok"] and code == 0, f"exit code {code}; {'; '.join(wrong)}")
    require(bool(told["frozen"]), "the report is not of a packed program")
    return f"{len(steps)} steps in {told['seconds']:.1f} s, Qt {told['qt']}, SQLite {told['sqlite']}"


def program(folder: Path, name: str = program_resources.WINDOW) -> tuple[str, ...]:
    """How an executable of ``folder`` is called."""
    return (windows_path(folder / f"{name}.exe"),)


@contextmanager
def window(desktop: Desktop, folder: Path) -> Iterator[None]:
    """The program with its window open; it is closed as the operator closes it, and has to end well."""
    process = desktop.start(*program(folder))
    try:
        desktop.window(_TITLE)
        yield
        desktop.run(str(desktop.machine.python), "-c", _CLOSE, _TITLE)
        try:
            code = process.wait(60)
        except subprocess.TimeoutExpired:
            raise PackageFailed("the window was closed and the program had not ended after a minute") from None
        require(code == 0, f"the program ended with {code}")
    finally:
        process.kill()
        process.wait()


_CLOSE: Final = """
import ctypes, sys
from ctypes import wintypes
user = ctypes.windll.user32
@ctypes.WINFUNCTYPE(wintypes.BOOL, wintypes.HWND, wintypes.LPARAM)
def close(window, _):
    text = ctypes.create_unicode_buffer(300)
    user.GetWindowTextW(window, text, 300)
    if user.IsWindowVisible(window) and text.value.startswith(sys.argv[1]):
        user.PostMessageW(window, 0x10, 0, 0)
    return True
user.EnumWindows(close, 0)
"""
"""What the button that closes a window does, for each window whose title begins so: WM_CLOSE."""


def lay_data(folder: Path, function: str) -> dict[str, int]:
    """Data that a function of the tests makes: ``fill`` of this schema, ``lay`` of an earlier one; rows by table."""
    call = f"from pathlib import Path; from tests.storage import earlier; earlier.{function}(Path({str(folder)!r}))"
    subprocess.run([str(environment.PYTHON), "-c", call], cwd=ROOT, check=True)
    return rows(folder)


@contextmanager
def with_later_revision(program: Path) -> Iterator[int]:
    """The program with the revision that only the tests know, found as files as every other; its number."""
    versions = program / "_internal" / "desktop_app" / "storage" / "migrations" / "versions"
    with tempfile.TemporaryDirectory() as place:
        kept = Path(shutil.move(versions, Path(place) / "versions"))
        shutil.copytree(REVISIONS, versions, ignore=shutil.ignore_patterns("__pycache__"))
        try:
            yield _newest_in(versions)
        finally:
            shutil.rmtree(versions)
            shutil.move(kept, versions)


def rows(folder: Path) -> dict[str, int]:
    """How many rows each table of the data has."""
    with closing(sqlite3.connect(f"file:{folder / DATABASE}?mode=ro", uri=True)) as connection:
        names = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
        return {
            name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for (name,) in names.fetchall()
        }


def check_here(data: Path, copy: Path) -> list[dict[str, Any]]:
    """What `check` of these sources finds in a copy of the data."""
    shutil.copytree(data, copy)
    command = [str(environment.PYTHON), "-m", "desktop_app", "check", "--json", "--data", str(copy)]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    found: list[dict[str, Any]] = json.loads(told.stdout)
    return found


def schema_of(folder: Path) -> int:
    """The number of the schema of the data; 0 where there are none that can be read now."""
    try:
        with closing(sqlite3.connect(f"file:{folder / DATABASE}?mode=ro", uri=True)) as connection:
            return int(connection.execute("PRAGMA user_version").fetchone()[0])
    except sqlite3.OperationalError:
        return 0


def wait_for_schema(folder: Path, number: int) -> None:
    """Wait until the program has brought the data to its schema."""
    wait_until(lambda: schema_of(folder) == number, f"schema {number} of the data")


def newest_schema() -> int:
    """The schema of this program."""
    return _newest_in(ROOT / "desktop_app" / "storage" / "migrations" / "versions")


def _newest_in(versions: Path) -> int:
    return max(int(file.name[1:5]) for file in versions.glob("r[0-9]*.py"))


def fingerprint(folder: Path) -> dict[str, str]:
    """Every file below a folder, with the hash of its content and the time of its last change."""
    return {
        file.relative_to(
            folder
        ).as_posix(): f"{hashlib.sha256(file.read_bytes()).hexdigest()} {file.stat().st_mtime_ns}"
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


_READ_RESOURCES: Final = """
import ctypes, json, sys
found = {}
api = ctypes.windll.version
for file in sys.argv[1:]:
    size = api.GetFileVersionInfoSizeW(file, None)
    block = ctypes.create_string_buffer(size)
    api.GetFileVersionInfoW(file, 0, size, block)
    for language in ("042904B0", "040904B0"):
        for key in ("ProductName", "FileDescription", "CompanyName", "FileVersion", "ProductVersion"):
            text, length = ctypes.c_wchar_p(), ctypes.c_uint()
            name = f"\\\\StringFileInfo\\\\{language}\\\\{key}"
            api.VerQueryValueW(block, name, ctypes.byref(text), ctypes.byref(length))
            found.setdefault(file, {}).setdefault(language, {})[key] = text.value
sys.stdout.buffer.write(json.dumps(found).encode())
"""


def resources(desktop: Desktop, files: list[Path]) -> dict[str, dict[str, dict[str, str | None]]]:
    """What Windows reads of the version resources, by the file's name, its language and the key."""
    told = desktop.read(str(desktop.machine.python), "-c", _READ_RESOURCES, *(windows_path(file) for file in files))
    found: dict[str, dict[str, dict[str, str | None]]] = json.loads(told)
    return {file.name: found[windows_path(file)] for file in files}
