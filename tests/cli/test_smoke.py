"""The self-test of a build: the real window in a process of its own, and a report that says what is missing."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from desktop_app import VERSION
from desktop_app.domain.smoke import STEPS
from desktop_app.system import paths
from tests.architecture.source import modules
from tests.cli.caller import Caller, command
from tests.conftest import ROOT

REFUSED_IMPORT = """
import sys, time

class Planted:
    def find_spec(self, name, path=None, target=None):
        if name == {name!r}:
            {act}

sys.meta_path.insert(0, Planted())
"""


def _run(report: Path, *more: str, **environment: str) -> tuple[int, Mapping[str, Any]]:
    """The exit code, and what the report says; no stream is given, as a window's program has none."""
    home = report.parent / "home"
    home.mkdir(exist_ok=True)
    places = {"XDG_CONFIG_HOME": str(home / "config"), "XDG_DATA_HOME": str(home / "data")}
    done = subprocess.run(
        [*command("--smoke", report), *more],
        cwd=ROOT,
        env={**os.environ, **places, **environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
        timeout=280,
    )
    return done.returncode, json.loads(report.read_text(encoding="utf-8"))


def _planted(folder: Path, name: str, act: str) -> dict[str, str]:
    """An environment in which importing one library fails, or never ends."""
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(REFUSED_IMPORT.format(name=name, act=act), encoding="utf-8")
    return {"PYTHONPATH": str(folder)}


def _failed(told: Mapping[str, Any]) -> list[str]:
    return [step["name"] for step in told["steps"] if not step["ok"]]


@pytest.mark.slow
def test_a_whole_program_passes_and_touches_nothing_of_the_operator(tmp_path: Path) -> None:
    code, told = _run(tmp_path / "گزارش.json")
    assert (code, told["ok"], _failed(told)) == (0, True, []), json.dumps(told, ensure_ascii=False, indent=1)
    assert [step["name"] for step in told["steps"]] == [*STEPS, "end"]
    assert told["version"] == VERSION
    assert set(told) >= {"platform", "python", "qt", "sqlite", "frozen", "seconds"}
    assert all(step["detail"] for step in told["steps"])
    assert list((tmp_path / "home").iterdir()) == [], "neither settings nor data of the operator"


@pytest.mark.slow
@pytest.mark.whole
def test_a_missing_library_fails_and_the_rest_is_told_too(tmp_path: Path) -> None:
    code, told = _run(tmp_path / "report.json", **_planted(tmp_path / "planted", "docx", "raise ImportError(name)"))
    assert (code, told["ok"]) == (1, False)
    assert _failed(told) == ["libraries", "word", "end"]
    (word,) = [step for step in told["steps"] if step["name"] == "word"]
    assert "docx" in word["detail"]


@pytest.mark.slow
def test_a_program_that_hangs_is_ended_and_told(tmp_path: Path) -> None:
    planted = _planted(tmp_path / "planted", "alembic", "time.sleep(600)")
    code, told = _run(tmp_path / "report.json", "--smoke-limit", "2", **planted)
    assert (code, told["ok"]) == (1, False)
    assert _failed(told) == [*STEPS, "end"], "none of them was come to"
    assert "2" in told["steps"][-1]["detail"]


def test_a_program_that_dies_at_its_start_is_told(tmp_path: Path) -> None:
    planted = _planted(tmp_path / "planted", "PySide6", "import os; os._exit(3)")
    code, told = _run(tmp_path / "report.json", **planted)
    assert (code, told["ok"]) == (1, False)
    assert "3" in told["steps"][-1]["detail"]


def test_a_report_of_before_is_gone_when_a_new_one_is_begun(
    call: Caller, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from desktop_app.cli import smoke_answers

    report = tmp_path / "report.json"
    report.write_text('{"ok": true}', encoding="utf-8")

    def broken(*_asked: object) -> object:
        assert not report.exists()
        raise KeyboardInterrupt

    monkeypatch.setattr(smoke_answers, "watched", broken)
    assert call("--smoke", report).code == 1
    assert not report.exists()


def test_a_place_where_no_report_can_lie_is_refused_before_anything_is_done(call: Caller, tmp_path: Path) -> None:
    assert call("--smoke", tmp_path / "nowhere" / "report.json").key() == "folder_missing"
    assert call("--smoke", tmp_path / "dabirkhaneh.db").key() == "target_of_office"


@pytest.mark.parametrize("beside", [["--demo"], ["--data", "x"], ["check"]])
def test_the_self_test_stands_alone(call: Caller, tmp_path: Path, beside: list[str]) -> None:
    told = call("--smoke", tmp_path / "report.json", *beside)
    assert (told.code, told.key()) == (2, "usage")


def test_a_plain_start_knows_nothing_of_it() -> None:
    probe = (
        "import sys\nfrom desktop_app.window import shell\nimport desktop_app.window.shell.application\n"
        "print(*(name for name in sys.modules if 'smoke' in name))"
    )
    told = subprocess.run([sys.executable, "-c", probe], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    assert told.stdout.strip() == ""


def test_the_settings_of_the_machine_may_lie_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(paths.SETTINGS_VARIABLE, str(tmp_path / "other.ini"))
    assert paths.settings_file() == tmp_path / "other.ini"


def test_the_help_of_a_build_has_every_chapter_and_no_other(tmp_path: Path) -> None:
    from desktop_app.domain.read_models.program_help import Chapter
    from desktop_app.window.shell.smoke.smoke_steps import wrong_chapters

    assert wrong_chapters(paths.resource("help")) == []
    assert wrong_chapters(tmp_path / "gone") == sorted(Chapter)
    for chapter in set(Chapter) - {Chapter.START}:
        (tmp_path / f"{chapter}.md").touch()
    (tmp_path / "other.md").touch()
    assert wrong_chapters(tmp_path) == ["other", "start"]


@pytest.mark.whole
def test_every_library_that_is_loaded_late_is_among_those_that_are_tried() -> None:
    """A build could lack it unseen until the step of the work that needs it."""
    from desktop_app.window.shell.smoke.smoke_steps import LIBRARIES, OF_WINDOWS

    late: set[str] = set()
    for module in modules():
        for function in (node for node in module.nodes if isinstance(node, ast.FunctionDef)):
            for node in ast.walk(function):
                if isinstance(node, ast.Import):
                    late |= {alias.name for alias in node.names}
                elif isinstance(node, ast.ImportFrom) and not node.level:
                    late.add(node.module or "")
    strangers = {name for name in late if name.split(".")[0] not in {*sys.stdlib_module_names, "desktop_app"}}
    tried = {*LIBRARIES, *OF_WINDOWS}
    missing = {one for one in strangers if not any(name == one or name.startswith(f"{one}.") for name in tried)}
    assert missing - {"PySide6.QtCore", "PySide6.QtGui"} == set()
