"""Trials of a setup or a removal that does not come to its end: broken off, or beside a file that is in use."""

from __future__ import annotations

import shutil
from pathlib import Path

from devtools.windows import installed_checks, installer, setup_run
from devtools.windows.desktop import Desktop
from devtools.windows.package import Package
from devtools.windows.program_resources import WINDOW
from devtools.windows.setup_run import SetupRun, require_code
from devtools.windows.steps import Steps, require


def take(desktop: Desktop, made: Package, work: Path, steps: Steps) -> None:
    """Every trial, on a desktop where the program was installed and removed."""
    check = InterruptedSetup(desktop, made, work)
    steps.take("broken off and taken up again", check.broken_off)
    steps.take("removed with its exit code heard, installed again", check.heard_removal)
    steps.take("removed but for a file in use", check.file_in_use)


class InterruptedSetup:
    """The trials on one desktop."""

    def __init__(self, desktop: Desktop, made: Package, work: Path) -> None:
        self._desktop, self._made, self._work = desktop, made, work
        self._run = SetupRun(desktop)

    @property
    def _program(self) -> Path:
        return self._desktop.program

    @property
    def _setup(self) -> Path:
        return self._made.setup

    def broken_off(self) -> str:
        """A setup and a removal that are ended amid their files are taken up again by the setup."""
        shutil.rmtree(self._program, ignore_errors=True)
        first = self._program / f"{WINDOW}.exe"
        self._run.end_once(first.exists, str(self._setup))
        code = self._run.install(self._setup)
        require_code("the setup after one that broke off", code, 0)
        self._run.end_once(lambda: not first.exists(), self._run.uninstaller)
        left = len(list(self._program.rglob("*")))
        code = self._run.install(self._setup)
        require_code(f"the setup after a removal that broke off ({left} left)", code, 0)
        self._run.remove()
        require(not self._program.exists(), "something is left after the removal")
        return f"setup {code} both times, {left} left by the removal that broke off, none by the last"

    def heard_removal(self) -> str:
        """The removal that an administrator's script waits for leaves its own file alone, which is in nobody's way."""
        require_code("the setup", self._run.install(self._setup), 0)
        removed = self._run.remove_heard()
        require_code("the uninstaller", removed, 0)
        left = sorted(installed_checks.fingerprint(self._program))
        require(left == ["uninstall.exe"], f"what is left: {left[:8]}")
        code = self._run.install(self._setup)
        require_code("the setup after it", code, 0)
        require((self._program / installer.LIST).is_file(), "the list did not come back")
        return f"uninstaller {removed}, then setup {code}"

    def file_in_use(self) -> str:
        """What another program holds cannot be removed; the list stays with it, and the setup goes on from there."""
        require_code("the setup", self._run.install(self._setup), 0)
        held, listed = self._program / installer.LICENCE, self._program / installer.LIST
        with self._run.held(held):
            removed = self._run.remove_heard()
            require_code("the uninstaller", removed, setup_run.IN_USE)
            require(held.is_file(), "the file was not held")
            require(listed.is_file(), "the list is gone and the file is not")
        code = self._run.install(self._setup)
        require_code("the setup", code, 0)
        self._run.remove()
        require(not self._program.exists(), "something is left after the removal")
        return f"the list stayed with the file, then setup {code}, and nothing left"
