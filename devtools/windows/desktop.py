"""A Windows desktop for the checks of the package: a fresh Wine prefix of a Persian user, with a screen to show on."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from devtools.windows.bundle import PackageFailed
from devtools.windows.machine import CLOSED, Machine

USER: Final = "منشی دبیرخانه"
"""Whose folders are all below a path with Persian letters and a blank."""
SIZE: Final = "1366x768x24"
_PATIENCE: Final = 120.0


@dataclass(frozen=True, slots=True)
class Desktop:
    """A prefix of its own; ``display`` is the screen that its windows show on."""

    machine: Machine
    prefix: Path
    display: str

    @property
    def home(self) -> Path:
        """The folder of the user."""
        return self.prefix / "drive_c" / "users" / USER

    @property
    def local(self) -> Path:
        """What Windows calls %LOCALAPPDATA%."""
        return self.home / "AppData" / "Local"

    @property
    def program(self) -> Path:
        """Where the setup puts the program when nothing else is asked for."""
        return self.local / "Programs" / "Dabirkhaneh"

    @property
    def shortcuts(self) -> tuple[Path, Path]:
        """Of the start menu and of the desktop."""
        menu = self.home / "AppData" / "Roaming" / "Microsoft" / "Windows" / "Start Menu" / "Programs"
        return menu / "دبیرخانه.lnk", self.home / "Desktop" / "دبیرخانه.lnk"

    def variables(self) -> dict[str, str]:
        """How a program is started there."""
        own = {"WINEPREFIX": str(self.prefix), "DISPLAY": self.display, "USER": USER, "LOGNAME": USER}
        return {**self.machine.variables(), **own}

    def start(self, *command: str, out: int | None = subprocess.DEVNULL) -> subprocess.Popen[bytes]:
        """Start a Windows program and go on."""
        asked = ["wine", *command]
        return subprocess.Popen(asked, env=self.variables(), stdout=out, stderr=subprocess.DEVNULL, umask=CLOSED)

    def run(self, *command: str, seconds: float = _PATIENCE) -> int:
        """Run a Windows program to its end; its exit code."""
        process = self.start(*command)
        try:
            return process.wait(seconds)
        except subprocess.TimeoutExpired:
            self.stop()
            process.kill()
            process.wait()
            raise PackageFailed(f"{Path(command[0]).name} had not ended after {seconds:g} s") from None

    def run_line(self, line: str, seconds: float = _PATIENCE) -> int:
        """Run a whole command line as it stands; its exit code.

        NSIS takes a folder as the last word without quotes, blanks and all; Wine would quote it.
        """
        code = "import subprocess, sys; sys.exit(subprocess.call(sys.argv[1]))"
        return self.run(str(self.machine.python), "-c", code, line, seconds=seconds)

    def read(self, *command: str, seconds: float = _PATIENCE) -> str:
        """What a program of the console says."""
        told = subprocess.run(
            ["wine", *command],
            env=self.variables(),
            capture_output=True,
            timeout=seconds,
            umask=CLOSED,
            check=False,
        )
        return told.stdout.decode("utf-8", "replace")

    def settle(self) -> None:
        """Wait for every program in the prefix: an uninstaller goes on in a copy of itself."""
        subprocess.run(["wineserver", "-w"], env=self.variables(), timeout=_PATIENCE, check=False)

    def stop(self) -> None:
        """End every program in the prefix."""
        subprocess.run(["wineserver", "-k"], env=self.variables(), check=False)

    def registered(self, name: str) -> str | None:
        """A value of the program's entry in the list of installed programs; None where there is none."""
        key = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\Dabirkhaneh"
        for line in self.read("reg", "query", key, "/v", name).splitlines():
            kind = next((one for one in ("REG_SZ", "REG_DWORD") if f"    {one}    " in line), None)
            if kind is not None and line.strip().startswith(name):
                return line.split(f"    {kind}    ", 1)[1].strip()
        return None

    def window(self, title: str, seconds: float = _PATIENCE) -> str:
        """The number of a window that shows, found by a part of its title; waited for."""
        found: list[str] = []

        def shows() -> bool:
            # asked a second time it may be gone: a first window gives way to the next
            found[:] = self.windows(title)
            return bool(found)

        wait_until(shows, f"a window {title!r}", seconds)
        return found[0]

    def windows(self, title: str) -> list[str]:
        """The numbers of all windows that show now and have this in their title."""
        return self._xdotool("search", "--onlyvisible", "--name", title).split()

    def press(self, *keys: str) -> None:
        """Keys to the window that has the focus, a moment after it came up."""
        time.sleep(1)
        self._xdotool("key", "--delay", "100", *keys)

    def _xdotool(self, *words: str) -> str:
        variables = {**os.environ, "DISPLAY": self.display}
        told = subprocess.run(["xdotool", *words], env=variables, capture_output=True, encoding="utf-8", check=False)
        return told.stdout


def wait_until(holds: Callable[[], bool], what: str, seconds: float = _PATIENCE, *, pause: float = 0.1) -> None:
    """Ask again and again, with a pause between; raises when it never holds."""
    end = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > end:
            raise PackageFailed(f"waited in vain for {what}")
        time.sleep(pause)


@contextmanager
def fresh(machine: Machine) -> Iterator[Desktop]:
    """A new desktop; all that runs in it is ended, and nothing of it is left."""
    with (
        tempfile.TemporaryDirectory(prefix="دبیرخانهٔ آزمون ", ignore_cleanup_errors=True) as place,
        _screen() as display,
    ):
        desktop = Desktop(machine, Path(place) / "prefix", display)
        subprocess.run(["wineboot", "-i"], env=desktop.variables(), capture_output=True, check=True)
        desktop.settle()
        stub = machine.prefix / "drive_c" / "windows" / "system32" / "icuuc.dll"
        shutil.copy(stub, desktop.prefix / "drive_c" / "windows" / "system32" / "icuuc.dll")
        try:
            yield desktop
        finally:
            desktop.stop()


@contextmanager
def _screen() -> Iterator[str]:
    """A screen without a monitor, and somebody who manages its windows."""
    with tempfile.TemporaryFile() as told:
        screen = subprocess.Popen(
            ["Xvfb", "-displayfd", str(told.fileno()), "-screen", "0", SIZE, "-nolisten", "tcp"],
            pass_fds=[told.fileno()],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            wait_until(lambda: _told(told.fileno()).endswith("\n"), "Xvfb", 20)
            display = f":{_told(told.fileno()).strip()}"
            manager = subprocess.Popen(
                ["openbox", "--sm-disable"],
                env={**os.environ, "DISPLAY": display},
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            try:
                yield display
            finally:
                manager.terminate()
                manager.wait()
        finally:
            screen.send_signal(signal.SIGTERM)
            screen.wait()


def _told(number: int) -> str:
    return os.pread(number, 100, 0).decode("ascii")
