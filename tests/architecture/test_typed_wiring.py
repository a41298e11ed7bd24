"""Typed wiring: a signal that is renamed where it is declared is missed by the type check where it is connected."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.whole import deciding

RENAMED = (
    ("window/meeting/signals.py", "seat_marked", "window/meeting/edit_session.py"),
    ("window/minutes/signals.py", "finalise_requested", "window/minutes/controller.py"),
    ("window/kit/page_controller.py", "navigated", "window/shell/screens.py"),
    ("window/shell/main_window.py", "back_requested", "window/shell/screens.py"),
)
"""The signal, and who connects it."""


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What one check has learned of the other modules is of use to the next."""
    return tmp_path_factory.mktemp("types")


@pytest.mark.parametrize(("declared", "signal", "connected"), deciding(RENAMED, RENAMED[:1], several=True))
def test_a_renamed_signal_fails_the_type_check(
    declared: str, signal: str, connected: str, tmp_path: Path, cache: Path
) -> None:
    source = ROOT / "desktop_app" / declared
    planted = tmp_path / "planted.py"
    text = source.read_text(encoding="utf-8")
    changed, count = re.subn(rf"\b{signal} = Signal", f"{signal}_by_another_name = Signal", text)
    assert count == 1, "it is declared there"
    planted.write_text(changed, encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "--no-error-summary", "--cache-dir", str(cache)]
    shadow = ["--shadow-file", str(source), str(planted)]
    checked = subprocess.run(
        [*command, *shadow, f"desktop_app/{connected}"], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    assert checked.returncode == 1, checked.stderr
    told = checked.stdout.replace("\\", "/")
    assert re.search(rf'{connected}:\d+: error: .* has no attribute "{signal}"', told), told
