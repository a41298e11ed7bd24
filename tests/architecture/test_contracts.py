"""The import contracts of pyproject.toml hold, and each of them would notice its breach."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.architecture.source import ROOT

LINT = "from importlinter.cli import lint_imports_command as run; run()"

PLANTED = {
    "domain/planted.py": "import desktop_app.services\nimport sqlite3\nimport PySide6.QtCore\nimport desktop_app.words",
    "widgets/planted.py": "import desktop_app.storage\nimport reportlab",
    "window/meeting/planted.py": "import desktop_app.storage\nimport desktop_app.services.history.undo\n"
    "import desktop_app.window.minutes.controller",
    "services/planted.py": "import socket",
    "printing/planted.py": "import desktop_app.words.history",
    "printing/stationery/planted.py": "import desktop_app.printing.papers",
    "printing/engine/script/planted.py": "import desktop_app.printing.engine.pdf\nimport desktop_app.words",
}
"""One wrong import at least for every contract, below desktop_app/."""


def _lint(folder: Path) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "PYTHONPATH": str(folder), "PYTHONIOENCODING": "utf-8", "COLUMNS": "200"}
    command = [sys.executable, "-c", LINT, "--no-logo", "--no-cache"]
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, encoding="utf-8", check=False)


def _contracts() -> list[str]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return [contract["name"] for contract in settings["tool"]["importlinter"]["contracts"]]


def _copy(target: Path) -> Path:
    shutil.copytree(ROOT / "desktop_app", target / "desktop_app", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", target)
    return target / "desktop_app"


def test_the_contracts_hold() -> None:
    linted = _lint(ROOT)
    assert linted.returncode == 0, linted.stdout + linted.stderr
    assert f"Contracts: {len(_contracts())} kept, 0 broken." in linted.stdout


def test_a_planted_wrong_import_breaks_each_contract(tmp_path: Path) -> None:
    app = _copy(tmp_path)
    for place, imports in PLANTED.items():
        (app / place).write_text(f'"""Planted."""\n\n{imports}\n', encoding="utf-8")
    linted = _lint(tmp_path)
    unnoticed = [name for name in _contracts() if f"{name} BROKEN" not in " ".join(linted.stdout.split())]
    assert linted.returncode == 1
    assert unnoticed == [], linted.stdout + linted.stderr


@pytest.mark.parametrize(
    ("room", "wrong"),
    [("storage", "services"), ("storage", "printing"), ("printing", "services"), ("printing", "storage")],
)
def test_storage_and_printing_know_neither_services_nor_each_other(room: str, wrong: str, tmp_path: Path) -> None:
    app = _copy(tmp_path)
    (app / room / "planted.py").write_text(f'"""Planted."""\n\nimport desktop_app.{wrong}\n', encoding="utf-8")
    linted = _lint(tmp_path)
    assert linted.returncode == 1
    assert f"desktop_app.{room} is not allowed to import desktop_app.{wrong}" in linted.stdout


def test_a_room_that_has_no_place_in_the_order_is_noticed(tmp_path: Path) -> None:
    app = _copy(tmp_path)
    (app / "helpers.py").write_text('"""Planted: a room that nobody agreed on."""\n', encoding="utf-8")
    linted = _lint(tmp_path)
    assert linted.returncode == 1
    assert "helpers" in linted.stdout + linted.stderr
