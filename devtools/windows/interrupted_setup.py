"""Trials of a setup or a removal that does not come to its end: broken off, or beside a file that is in use."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

from desktop_app.system.paths import APP_NAME, PLACE_FILE
from devtools.windows import installed_checks, installer, setup_run
from devtools.windows.desktop import Desktop
from devtools.windows.package import Package
from devtools.windows.program_resources import WINDOW
from devtools.windows.setup_run import STALE, SetupRun, former_setup, require_code
from devtools.windows.steps import Steps, require

_CHOSEN: Final = r"D:\کمیتهٔ مشترک\داده‌های دبیرخانه"
_ALL, _NOT_ALL = "«دبیرخانه» برداشته شد", "برداشتن «دبیرخانه» کامل نشد"
_AGAIN: Final = "بار دیگر از «تنظیمات»"


def take(desktop: Desktop, made: Package, work: Path, steps: Steps) -> None:
    """Every trial, on a desktop where the program was installed and removed."""
    check = InterruptedSetup(desktop, made, work)
    steps.take("broken off and taken up again", check.broken_off)
    steps.take("removed with its exit code heard, installed again", check.heard_removal)
    steps.take("not written over a file in use", check.not_written)
    steps.take("removed but for a file in use", check.file_in_use)
    steps.take("upgraded beside a file in use", check.former_file_in_use)
    steps.take("last page of the uninstaller", check.last_page)


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

    def not_written(self) -> str:
        """What another program holds cannot be written; the setup says so and goes on from there the next time."""
        with self._run.held(self._program / installer.LICENCE):
            code = self._run.install(self._setup)
            require_code("the setup", code, setup_run.NOT_WRITTEN)
            require((self._program / installer.LIST).is_file(), "the list is gone")
        again = self._run.install(self._setup)
        require_code("the setup after it", again, 0)
        return f"exit code {code}, then {again}"

    def file_in_use(self) -> str:
        """What another program holds cannot be removed; the list stays with it, and the setup goes on from there."""
        require_code("the setup", self._run.install(self._setup), 0)
        held, listed = self._program / installer.LICENCE, self._program / installer.LIST
        with self._run.held(held):
            removed = self._run.remove_heard()
            require_code("the uninstaller", removed, setup_run.IN_USE)
            require(held.is_file(), "the file was not held")
            require(listed.is_file(), "the list is gone and the file is not")
            require(self._desktop.registered("DisplayName") is not None, "the entry is gone and the file is not")
        code = self._run.install(self._setup)
        require_code("the setup", code, 0)
        self._run.remove()
        require(not self._program.exists(), "something is left after the removal")
        return f"the list stayed with the file, then setup {code}, and nothing left"

    def former_file_in_use(self) -> str:
        """A former file that another program holds stays listed: the uninstaller removes it."""
        require_code("the former setup", self._run.install(former_setup(self._made.built, self._work)), 0)
        stale = self._program / STALE
        with self._run.held(stale):
            require_code("the setup", self._run.install(self._setup), 0)
            require(stale.is_file(), "the file was not held")
        self._run.remove()
        require(not self._program.exists(), "something is left after the removal")
        return "upgraded, and the former file gone with the removal"

    def last_page(self) -> str:
        """It tells the folder of the data, whatever its letters, and what is left where something is."""
        require_code("the setup", self._run.install(self._setup), 0)
        remembered = self._desktop.local / APP_NAME / PLACE_FILE
        remembered.parent.mkdir(exist_ok=True)
        # as Windows' editor writes it
        remembered.write_text(f"{_CHOSEN}\n", encoding="utf-8-sig", newline="\r\n")
        with self._run.held(self._program / installer.LICENCE):
            told = self._run.last_page(_NOT_ALL)
            require(_CHOSEN in told, f"the folder of the data is not told: {told!r}")
            require(_AGAIN in told, f"it is not told what to do: {told!r}")
        told = self._run.last_page(_ALL)
        require(_CHOSEN in told, f"the folder of the data is not told: {told!r}")
        require(_AGAIN not in told, f"files are said to be left: {told!r}")
        self._desktop.stop()
        require(not self._program.exists(), "something is left after the removal")
        require(self._desktop.registered("DisplayName") is None, "the entry in the list of programs is left")
        remembered.unlink()
        return "the data in a Persian folder; a file in use, and how it is removed"
