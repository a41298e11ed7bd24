"""A run of the tests ends whatever its processes do, and says which test it was."""

from __future__ import annotations

import json
import re
import sys
import time
from pathlib import Path

import pytest

from devtools import ROOT, checks, environment, test_run
from devtools.test_run import LEFT_OUT
from tests.systems import not_on_windows, only_on_linux

SETTINGS = "[pytest]\ntimeout = 1\n"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with tests of its own, run by the runner of the whole suite."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    # Qt and the measuring of coverage, which these processes would load, are no part of what is asked
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    monkeypatch.setenv("PYTEST_PLUGINS", "xdist.plugin,pytest_timeout")
    (tmp_path / "pytest.ini").write_text(SETTINGS, encoding="utf-8")
    return tmp_path


def _run(folder: Path, *tests: str, longest: float = 60.0, workers: int = 2) -> int:
    for number, test in enumerate(tests):
        (folder / f"test_{number}.py").write_text(test, encoding="utf-8")
    dealt = ("-n", str(workers), "--dist", "loadfile", "--no-loadscope-reorder") if workers else ()
    options = ("-c", str(folder / "pytest.ini"), f"--rootdir={folder}", "-q", *dealt, str(folder))
    return test_run.pytest(*options, longest=longest, kept=folder / "kept", python=(sys.executable,))


def _last(folder: Path) -> str:
    return "".join(file.read_text(encoding="utf-8") for file in sorted((folder / "kept").glob("gw*.txt")))


def test_a_worker_that_dies_ends_the_run_with_its_test_named(run: Path, capfd: pytest.CaptureFixture[str]) -> None:
    dies = "import faulthandler\ndef test_dies(): faulthandler._sigsegv()\n"
    waits = "import time\nimport pytest\n@pytest.mark.timeout(50)\ndef test_waits(): time.sleep(40)\n"
    code = _run(run, dies, waits)
    told = capfd.readouterr()
    assert code == 3
    assert "test_0.py::test_dies" in told.out + told.err
    for place in (_last(run), told.out + told.err):
        assert re.search("Segmentation fault|access violation", place)
        assert "in test_dies" in place


def test_a_run_that_does_not_end_is_ended_and_says_where_each_process_stood(
    run: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(test_run, "SPARE", 2)
    hangs = "import time\nimport pytest\n@pytest.mark.timeout(90)\ndef test_hangs(): time.sleep(80)\n"
    assert _run(run, hangs, longest=6.0, workers=1) == test_run.ENDED
    assert "test_0.py::test_hangs" in capfd.readouterr().err
    assert "in test_hangs" in _last(run)


@only_on_linux("asks /proc")
def test_nothing_that_the_run_started_is_left(run: Path) -> None:
    pid = run / "pid"
    lasting = (
        "import pathlib, subprocess, sys\n"
        "def test_starts():\n"
        "    child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
        f"    pathlib.Path({str(pid)!r}).write_text(str(child.pid))\n"
    )
    assert _run(run, lasting, workers=1) == 0
    command = Path("/proc") / pid.read_text(encoding="utf-8") / "cmdline"
    until = time.monotonic() + 10
    while command.exists() and command.read_bytes():
        assert time.monotonic() < until, "it lives"
        time.sleep(0.05)


def test_one_seed_is_one_order_of_files_and_keeps_the_order_inside_them(
    run: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    tests = ["def test_b(): pass\ndef test_a(): pass\n"] * 6
    orders = []
    for seed in (1, 1, 2):
        assert _run_alone(run, tests, seed) == 0
        assert f"--seed {seed}" in capfd.readouterr().out
        orders.append((run / "kept" / "main.txt").read_text(encoding="utf-8").splitlines())
    assert orders[0] == orders[1] != orders[2]
    assert all(
        second == first.replace("test_b", "test_a")
        for first, second in zip(orders[0][::2], orders[0][1::2], strict=True)
    )


def _run_alone(folder: Path, tests: list[str], seed: int) -> int:
    for number, test in enumerate(tests):
        (folder / f"test_{number}.py").write_text(test, encoding="utf-8")
    options = ("-c", str(folder / "pytest.ini"), f"--rootdir={folder}", f"--seed={seed}", str(folder))
    return test_run.pytest(*options, kept=folder / "kept", python=(sys.executable,))


def test_its_processes_keep_what_they_have_compiled(run: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.delenv("PYTHONPYCACHEPREFIX", raising=False)
    assert _run(run, "def test_one(): pass\n", workers=0) == 0
    assert list((run / "__pycache__").glob("test_0*.pyc"))


@not_on_windows("nobody asks a process there for its memory")
def test_the_most_memory_of_each_process_is_told(run: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert _run(run, "def test_one(): pass\n", workers=1) == 0
    assert "peak memory: gw0 " in capfd.readouterr().out


def test_a_whole_run_has_a_new_order_each_time_unless_one_was_asked_for() -> None:
    assert test_run.shuffled(["--seed", "5"]) == ["--seed", "5"]
    assert test_run.shuffled(["--seed=5"]) == ["--seed=5"]
    assert len({test_run.shuffled([])[-1] for _ in range(5)}) > 1


def test_an_order_chooses_no_tests() -> None:
    assert not test_run.chosen([])
    assert not test_run.chosen(["--seed", "5"])
    assert not test_run.chosen(["--seed=5"])
    assert test_run.chosen(["tests/domain", "--seed", "5"])


@pytest.mark.parametrize(("code", "runs"), [(0, 2), (1, 1)])
def test_what_a_confined_run_leaves_out_is_run_after_it_unless_that_failed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, runs: int
) -> None:
    asked: list[tuple[str, ...]] = []

    def run(*arguments: str, kept: Path = tmp_path) -> int:
        asked.append(arguments)
        kept.mkdir(exist_ok=True)
        told = [
            {"test": "tests/a.py::test_one", "outcome": "passed", "seconds": 0.1, "reason": ""},
            {"test": "tests/a.py::test_two", "outcome": "skipped", "seconds": 0.1, "reason": "only on Windows: so"},
            {"test": "tests/b.py::test_[۱ ::]", "outcome": "skipped", "seconds": 0.1, "reason": f"{LEFT_OUT}so"},
        ]
        lines = "".join(json.dumps(one) + "\n" for one in told)
        (kept / "results.jsonl").write_text(lines, encoding="utf-8")
        return code

    monkeypatch.setattr(test_run, "KEPT", tmp_path)
    monkeypatch.setattr(test_run, "pytest", run)
    monkeypatch.setattr(environment, "ready", lambda _packages: True)
    monkeypatch.setattr(checks, "covered", lambda: 0)
    assert checks.test(["--seed=5"]) == code
    assert len(asked) == runs
    assert "--confined" in asked[0]
    for after in asked[1:]:
        assert [one for one in after if "::" in one] == ["tests/b.py::test_[۱ ::]"]
        assert "--confined" not in after
