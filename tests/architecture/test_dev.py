"""`dev.py`: the standard library alone, and one sentence for whatever stands in the way."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

from devtools import debian, environment, locks, programs
from tests.architecture.source import ROOT
from tests.places import link
from tests.systems import not_on_windows


def _dev(*arguments: str, without: tuple[str, ...] = ()) -> subprocess.CompletedProcess[str]:
    env = {name: value for name, value in os.environ.items() if name not in without}
    command = [sys.executable, "dev.py", *arguments]
    return subprocess.run(command, cwd=ROOT, env=env, capture_output=True, encoding="utf-8", check=False)


def test_it_needs_nothing_but_the_standard_library() -> None:
    """It runs before anything is installed (forms and licences' own tools run in the environment)."""
    foreign = []
    for path in [ROOT / "dev.py", *sorted((ROOT / "devtools").glob("*.py"))]:
        if path.stem in {"holidays", "icon", "schemas"}:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            foreign += [
                f"{path.name}: {name}"
                for name in names
                if name.split(".")[0] not in sys.stdlib_module_names | {"devtools"}
            ]
    assert foreign == []


def test_called_plainly_it_tells_its_verbs() -> None:
    told = _dev()
    assert told.returncode == 0
    for verb in ("run", "test", "check", "forms", "gallery", "bench", "holidays", "schemas", "icon", "lock", "package"):
        assert f"dev.py {verb} " in told.stdout


def test_an_unknown_verb_is_a_wrong_call() -> None:
    assert _dev("fly").returncode == 2


@not_on_windows("there is always a display")
def test_without_a_display_run_says_so_and_offers_the_headless_way() -> None:
    told = _dev("run", without=("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    assert told.returncode == 1
    assert told.stdout == ""
    assert told.stderr == f"{programs.NO_DISPLAY}\n"


def test_the_package_refuses_a_wrong_word_before_it_builds_anything() -> None:
    told = _dev("package", "--chek")
    assert told.returncode == 2
    assert "--chek" in told.stderr


def test_missing_packages_become_one_command_when_not_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(debian, "is_debian", lambda: True)
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    needs = [debian.Need("there", lambda: True), debian.Need("qpdf", lambda: False), debian.Need("xvfb", lambda: False)]
    with pytest.raises(debian.PackagesMissing, match=r"sudo apt-get install qpdf xvfb$"):
        debian.install_missing(needs)


def test_nothing_is_asked_of_apt_when_all_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(debian, "is_debian", lambda: True)
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    debian.install_missing([debian.Need("there", lambda: True)])


@not_on_windows("it asks for the rights of Debian's root")
def test_a_package_that_does_not_bring_what_is_wanted_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(debian, "is_debian", lambda: True)
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    asked: list[list[str]] = []

    def apt(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        asked.append(command)
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(subprocess, "run", apt)
    with pytest.raises(debian.PackagesMissing, match=r"is not there: wine64$"):
        debian.install_missing([debian.Need("there", lambda: True), debian.file("wine64", "/nowhere/wine64")])
    assert [command[:2] for command in asked] == [["apt-get", "update"], ["apt-get", "install"]]


def test_a_change_of_the_lock_or_of_the_project_refreshes_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Settings of the checks alone do not."""
    lock = tmp_path / "requirements-dev.lock"
    project = tmp_path / "pyproject.toml"
    lock.write_bytes(environment.LOCK.read_bytes())
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    project.write_text(text, encoding="utf-8")
    monkeypatch.setattr(environment, "LOCK", lock)
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    first = environment.fingerprint()
    project.write_text(text.replace("line-length = 120", "line-length = 100"), encoding="utf-8")
    assert environment.fingerprint() == first
    project.write_text(text.replace('"segno>=1.6.6,<2"', '"segno>=1.6.7,<2"'), encoding="utf-8")
    assert environment.fingerprint() != first
    project.write_text(text, encoding="utf-8")
    lock.write_bytes(lock.read_bytes() + b"\n")
    assert environment.fingerprint() != first


@pytest.mark.parametrize("folder", [environment.OTHER_BIN, "elsewhere"])
def test_an_environment_of_another_system_and_one_elsewhere_stay_as_they_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    """Windows under Wine stands on the folder of Debian, whose environment leads to Debian's own Python by links."""
    venv = tmp_path / "venv"
    kept = (tmp_path / "other" if folder == "elsewhere" else venv) / folder / "python"
    kept.parent.mkdir(parents=True)
    kept.write_bytes(b"kept")
    if folder == "elsewhere":
        link(venv, tmp_path / "other")
    monkeypatch.setattr(environment, "VENV", venv)
    monkeypatch.setattr(environment, "PYTHON", venv / "no" / "python")
    monkeypatch.setattr(debian, "install_missing", lambda _needs: None)
    assert not environment.ready(())
    assert kept.read_bytes() == b"kept"


def test_the_locks_hold_hashes_and_no_address() -> None:
    for name in locks.LOCKS:
        text = (ROOT / name).read_text(encoding="utf-8")
        assert "://" not in text
        assert text.count("==") <= text.count("--hash=sha256:")
