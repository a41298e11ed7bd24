"""The virtual environment of the checkout: made once, refreshed only when the lock has changed."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from devtools import ROOT, debian

VENV: Final = ROOT / ".venv"
LOCK: Final = ROOT / "packaging" / "requirements-dev.lock"
STAMP: Final = VENV / "dabirkhaneh-stamp"
BIN: Final = VENV / ("Scripts" if os.name == "nt" else "bin")
OTHER_BIN: Final = "bin" if os.name == "nt" else "Scripts"
"""What an environment has that another system made."""
PYTHON: Final = BIN / ("python.exe" if os.name == "nt" else "python")

NEWEST_MINOR: Final = 13
"""PySide6 6.11 and the locked components were tried up to Python 3.13."""


class SetUpFailed(Exception):
    """A step of the set-up failed; the message says what to do."""


def ready(needs: Sequence[debian.Need]) -> bool:
    """Bring system packages and environment up to date; ``False`` after having said what stands in the way."""
    try:
        debian.install_missing(needs)
        _make_venv()
        _install_locked()
    except (SetUpFailed, debian.PackagesMissing) as problem:
        print(problem, file=sys.stderr)
        return False
    return True


def python(*arguments: str, env: dict[str, str] | None = None) -> int:
    """Run the environment's Python in the checkout and return its exit code."""
    return subprocess.run([str(PYTHON), *arguments], cwd=ROOT, env=env, check=False).returncode


def tool(name: str, *arguments: str) -> int:
    """Run one of the environment's own commands (ruff, mypy …) in the checkout."""
    return subprocess.run([str(BIN / name), *arguments], cwd=ROOT, check=False).returncode


def _make_venv() -> None:
    if _answers(PYTHON):
        return
    if VENV.is_symlink() or (VENV / OTHER_BIN).exists():
        # Windows may stand on the very folder of a Debian: to remove it from there would follow its links
        raise SetUpFailed(f"{VENV} is a link, or another system's environment: move it away and call this again.")
    if VENV.exists():
        # Moved here with the folder, or made by a Python that has gone: its paths point nowhere
        shutil.rmtree(VENV)
    print("Making .venv …", flush=True)
    if subprocess.run([str(_base_python()), "-m", "venv", str(VENV)], check=False).returncode != 0:
        shutil.rmtree(VENV, ignore_errors=True)
        raise SetUpFailed("python3 -m venv failed; on Debian the package python3-venv has to be installed.")


def _answers(executable: Path) -> bool:
    if not executable.exists():
        return False
    return subprocess.run([str(executable), "-c", "import pip"], check=False, capture_output=True).returncode == 0


def _base_python() -> Path:
    """The Python that the environment is made of: this one, or an older one beside a too new one."""
    if sys.version_info[:2] <= (3, NEWEST_MINOR):
        return Path(sys.executable)
    for minor in range(NEWEST_MINOR, 10, -1):
        found = shutil.which(f"python3.{minor}")
        if found:
            return Path(found)
    raise SetUpFailed(f"Python 3.11 to 3.{NEWEST_MINOR} is needed; this is {sys.version.split()[0]}.")


def _install_locked() -> None:
    wanted = fingerprint()
    if STAMP.is_file() and STAMP.read_text(encoding="utf-8") == wanted:
        return
    print("Installing the locked components (a minute or two, once) …", flush=True)
    STAMP.unlink(missing_ok=True)
    # The lock names everything: were pip to look for what that needs, a newer release of one of them could stop it
    _pip("--no-deps", "--require-hashes", "-r", str(LOCK))
    _pip("--no-deps", "--no-build-isolation", "--editable", str(ROOT))
    STAMP.write_text(wanted, encoding="utf-8")


def _pip(*arguments: str) -> None:
    command = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *arguments]
    # As root in a container pip warns of root; this environment is its own, so the warning misleads
    env = {**os.environ, "PIP_ROOT_USER_ACTION": "ignore"}
    if subprocess.run(command, cwd=ROOT, env=env, check=False).returncode != 0:
        raise SetUpFailed("pip could not install the components; see above. Is a package index reachable?")


def fingerprint() -> str:
    """What the environment was made from: the lock, and the parts of pyproject.toml that are installed."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    installed = [settings["build-system"], settings["project"], settings["tool"]["hatch"], str(ROOT)]
    text = LOCK.read_bytes() + json.dumps(installed, sort_keys=True).encode()
    return hashlib.sha256(text).hexdigest() + "\n"
