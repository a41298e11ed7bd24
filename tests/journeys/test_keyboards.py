"""Every shortcut under a real keyboard: X events by place, with the layouts us, ir, and ir beside us."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.journeys import x_server
from tests.journeys.tools import ToolMissing, tool
from tests.systems import not_on_windows
from tests.whole import deciding

pytestmark = [
    pytest.mark.slow,
    not_on_windows("X is not there, the system's own keys are another test's"),
]
SHORTCUTS = {
    *("Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+F", "Ctrl+P", "Ctrl+S", "Ctrl+M", "Ctrl+Enter", "Ctrl+Z", "Ctrl+Y"),
    *("F6", "F7", "Esc"),
}
LAYOUTS = {"us": "sghl", "ir": "سلام", "ir,us": "سلام"}


@pytest.fixture(scope="module")
def screen() -> Iterator[dict[str, str]]:
    with x_server.screen() as environment:
        yield environment


# with `ir` alone no key has a Latin letter, so that every chord is the program's own reading of places; with the others
# Qt finds the letter itself, as in the journeys
@pytest.mark.parametrize("layout", deciding(LAYOUTS, {"ir"}))
def test_every_shortcut_fires(screen: dict[str, str], demo_folder: Path, tmp_path: Path, layout: str) -> None:
    x_server.use_layout(screen, layout)
    command = [sys.executable, "-m", "tests.journeys.pressed", "--data", str(demo_folder), "--out", str(tmp_path)]
    environment = {**screen, "QT_QPA_PLATFORM": "xcb", "QT_SCALE_FACTOR": "1", "PYTHONPATH": str(ROOT)}
    ended = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, encoding="utf-8", timeout=250, check=False
    )
    assert ended.returncode == 0, ended.stderr
    told = json.loads(ended.stdout.splitlines()[-1])
    assert told["slips"] == []
    assert told["platform"] == "xcb"
    assert told["written"] == LAYOUTS[layout], "the layout was not the one that was loaded"
    assert bool(told["foreign"]) == (layout != "us"), "no key above 0x7f arrived: the layout was lost"
    assert [name for name, fired in told["fired"].items() if not fired] == []
    assert {name.split()[0] for name in told["fired"]} == SHORTCUTS


def test_a_missing_tool_is_named_with_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(ToolMissing, match="apt-get install xdotool"):
        tool("xdotool")
