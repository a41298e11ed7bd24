"""`pip install .` into a clean environment, then the program at work from another folder."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

from desktop_app import VERSION
from tests.conftest import ROOT
from tests.systems import leave_out_if_confined, not_on_windows

LETTER = "به نام خدا\nجلسهٔ هماهنگی روز سه‌شنبه در سالن همایش‌ها برگزار می‌شود.\n"


pytestmark = not_on_windows("the program comes by its setup, and the interpreter there has no pip")


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The commands of an environment that holds the locked runtime components and the built wheel, no more."""
    leave_out_if_confined("pip asks for its index")
    folder = tmp_path_factory.mktemp("clean")
    # Built by the locked hatchling and not by one fetched for the moment; else as `pip install .` does it
    _pip("wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder), str(ROOT))
    (wheel,) = folder.glob("*.whl")
    venv.create(folder / "env")
    commands = folder / "env" / ("Scripts" if os.name == "nt" else "bin")
    lock = ROOT / "packaging" / "requirements.lock"
    into = ("--python", str(commands / "python"))
    # Two runs of the program do not need every module of Qt compiled
    install = (*into, "install", "--no-compile", "--no-deps")
    _pip(*install, "--require-hashes", "-r", str(lock))
    _pip(*install, str(wheel))
    _pip(*into, "check")
    return commands


def _pip(*arguments: str) -> None:
    command = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", *arguments]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, env=_environment())
    assert done.returncode == 0, done.stdout + done.stderr


def _environment() -> dict[str, str]:
    """This process's variables without what could let the checkout shine through."""
    return {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "PYTHONHOME"}}


def _run(clean: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [str(clean / "dabirkhaneh"), *arguments]
    return subprocess.run(
        command, cwd=folder, env=_environment(), capture_output=True, encoding="utf-8", check=False, timeout=120
    )


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_it_tells_its_version(clean: Path, tmp_path: Path) -> None:
    told = _run(clean, tmp_path, "--version")
    assert told.returncode == 0, told.stderr
    assert VERSION in told.stdout
    assert told.stderr == ""


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_it_prints_a_letter_into_another_folder(clean: Path, tmp_path: Path) -> None:
    folder = tmp_path / "نامه‌های من"
    folder.mkdir()
    (folder / "متن.txt").write_text(LETTER, encoding="utf-8")
    printed = _run(clean, folder, "print", "letter", "--text", "متن.txt", "-o", "نامه.pdf")
    assert printed.returncode == 0, printed.stderr
    pdf = folder / "نامه.pdf"
    assert pdf.read_bytes().startswith(b"%PDF-")
    text = subprocess.run(["pdftotext", str(pdf), "-"], capture_output=True, encoding="utf-8", check=True).stdout
    for word in ("هماهنگی", "سالن", "می‌شود"):
        assert word in text
