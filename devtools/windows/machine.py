"""A Persian Windows on Debian: a Wine prefix with the interpreter, its components and what Wine lacks.

All of it lies in ``build/windows`` of the checkout and is made once, anew only when what it is made from has changed.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from devtools import ROOT, debian, environment
from devtools.windows import interpreter

FOLDER: Final = ROOT / "build" / "windows"
STUB: Final = ROOT / "packaging" / "windows" / "stubs" / "icuuc.c"
LOCALE: Final = "fa_IR.UTF-8"
"""The system's language: under it the ANSI code page is 1256, as on a Persian Windows."""

CLOSED: Final = 0o077
"""The umask with which Wine is started: it shows modes as access lists, and a profile is closed to others."""

_UNREACHABLE: Final = 2

NEEDS: Final = (
    debian.command("wine", "wine"),
    debian.file("wine64", "/usr/lib/wine/wine64"),
    debian.command("wine", "wineserver"),
    debian.command("gcc-mingw-w64-x86-64-win32", "x86_64-w64-mingw32-gcc"),
    debian.command("osslsigncode", "osslsigncode"),
    debian.file("ca-certificates", str(interpreter.ROOTS)),
    debian.file("locales", "/usr/share/i18n/locales/fa_IR"),
)


class NoWindows(Exception):
    """A Windows machine cannot be had here: a package is missing or nothing can be fetched. The message says which."""


class MachineFailed(Exception):
    """All is at hand, and making the machine failed: what it is made from is wrong. The message says what."""


@dataclass(frozen=True, slots=True)
class Machine:
    """A prefix and an interpreter in it; ``folder`` holds both."""

    folder: Path

    @property
    def prefix(self) -> Path:
        """Where Wine keeps drive C and its registry."""
        return self.folder / "prefix"

    @property
    def python(self) -> Path:
        """The console interpreter."""
        return self.folder / "python" / "python.exe"

    @property
    def packages(self) -> Path:
        """Where the interpreter finds its components."""
        return self.folder / "python" / "Lib" / "site-packages"

    def variables(self) -> dict[str, str]:
        """The variables with which a program is started there. Wine drops those that begin with ``QT_``."""
        here = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "LC_", "LANG"))}
        return {
            **here,
            "WINEPREFIX": str(self.prefix),
            "WINEDEBUG": "-all",
            # no .NET and no browser engine: Wine would offer to fetch them
            "WINEDLLOVERRIDES": "mscoree,mshtml=",
            "LOCPATH": str(self.folder / "locale"),
            "LC_ALL": LOCALE,
            # Wine asks for one; a login of Debian sets it, a container does not
            "XDG_RUNTIME_DIR": os.environ.get("XDG_RUNTIME_DIR", "/tmp"),
        }

    def run(self, *command: str, cwd: Path = ROOT, env: dict[str, str] | None = None) -> int:
        """Run a Windows program to its end; its exit code comes back."""
        return subprocess.run(
            ["wine", *command], cwd=cwd, env={**self.variables(), **(env or {})}, umask=CLOSED, check=False
        ).returncode

    def stop(self) -> None:
        """End everything that still runs in the prefix."""
        subprocess.run(["wineserver", "-k"], env=self.variables(), check=False)


@contextmanager
def closed_to_others() -> Iterator[None]:
    """Within it whatever is made has the rights of a profile (:data:`CLOSED`)."""
    before = os.umask(CLOSED)
    try:
        yield
    finally:
        os.umask(before)


def windows_path(path: Path) -> str:
    """The name by which a Windows program finds a place of this machine: Wine shows the root as drive Z."""
    return "Z:" + str(path.absolute()).replace("/", "\\")


def ready(lock: Path = environment.LOCK, folder: Path = FOLDER) -> Machine:
    """The machine with the components of ``lock``; raises :class:`NoWindows` and :class:`MachineFailed`."""
    try:
        debian.install_missing(NEEDS)
    except debian.PackagesMissing as problem:
        raise NoWindows(str(problem)) from problem
    if shutil.which("wine") is None:
        raise NoWindows("Wine is not on this machine.")
    machine = Machine(folder)
    folder.mkdir(parents=True, exist_ok=True)
    try:
        _once(folder / "python.stamp", _digest(interpreter.PACKAGE), lambda: _make_python(machine))
        _once(folder / "packages.stamp", _digest(lock, interpreter.PACKAGE), lambda: _install(machine, lock))
        _once(folder / "prefix.stamp", _digest(STUB, Path(__file__)), lambda: _make_prefix(machine))
    except interpreter.NotFetched as problem:
        raise NoWindows(str(problem)) from problem
    except (interpreter.NotProved, OSError, subprocess.CalledProcessError) as problem:
        raise MachineFailed(str(problem)) from problem
    return machine


def _make_python(machine: Machine) -> None:
    print(f"Making CPython {interpreter.VERSION} for Windows, each file proved …", flush=True)
    interpreter.make(machine.python.parent, environment.PYTHON)


def _install(machine: Machine, lock: Path) -> None:
    print("Installing the locked components for Windows …", flush=True)
    shutil.rmtree(machine.packages, ignore_errors=True)
    install(lock, machine.packages)
    # where Qt's offscreen platform looks for fonts on Windows: without the folder it warns at each start
    (machine.packages / "PySide6" / "lib" / "fonts").mkdir(parents=True)


def install(lock: Path, folder: Path) -> None:
    """Install the components of a lock for Windows into ``folder``, each by its hash.

    Raises :class:`interpreter.NotFetched` where the index is not reached; what it answers and is not what the lock
    names is a :class:`subprocess.CalledProcessError`.
    """
    options = ["--python-platform", "windows", "--python-version", "3.11", "--only-binary", ":all:", "--no-deps"]
    command = [str(environment.BIN / "uv"), "pip", "install", "--quiet", "--target", str(folder), *options]
    asked = [*command, "--require-hashes", "-r", str(lock)]
    done = subprocess.run(asked, stderr=subprocess.PIPE, encoding="utf-8", errors="replace", check=False)
    sys.stderr.write(done.stderr)
    # uv ends so where a request failed, and with 1 where an answer was not what it asked for
    if done.returncode == _UNREACHABLE and "Failed to fetch" in done.stderr:
        raise interpreter.NotFetched("The components could not be fetched; see above. Is a package index reachable?")
    done.check_returncode()


def _make_prefix(machine: Machine) -> None:
    print("Making the Wine prefix …", flush=True)
    shutil.rmtree(machine.prefix, ignore_errors=True)
    locale = machine.folder / "locale" / LOCALE
    locale.parent.mkdir(exist_ok=True)
    # it warns of things that the source of the language leaves out, and ends with 1
    subprocess.run(["localedef", "-i", "fa_IR", "-f", "UTF-8", str(locale)], capture_output=True, check=False)
    subprocess.run(["wineboot", "-i"], env=machine.variables(), check=True, capture_output=True)
    subprocess.run(["wineserver", "-w"], env=machine.variables(), check=True)
    target = machine.prefix / "drive_c" / "windows" / "system32" / "icuuc.dll"
    options = ["-shared", "-O2", "-s", "-nostdlib", "-Wl,-e,0"]
    subprocess.run(["x86_64-w64-mingw32-gcc", *options, "-o", str(target), str(STUB)], check=True)


def _once(stamp: Path, wanted: str, make: Callable[[], object]) -> None:
    """Make it unless the stamp says that it stands as wanted."""
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted:
        return
    stamp.unlink(missing_ok=True)
    make()
    stamp.write_text(wanted, encoding="utf-8")


def _digest(*files: Path) -> str:
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()
