"""Setup and uninstaller as they are run on a Windows desktop, and the exit codes by which they refuse."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from devtools.windows import installer, setup_texts
from devtools.windows.bundle import Bundle
from devtools.windows.desktop import Desktop, wait_until
from devtools.windows.machine import windows_path
from devtools.windows.steps import require

NOT_WRITTEN, TOO_OLD, NEWER_THERE, OPEN, FOREIGN, NOTHING_OF_OURS, IN_USE = 2, 3, 4, 5, 6, 7, 8

FORMER: Final = "0.0.9"
"""What the former version of the trials calls itself."""

STALE: Final = "_internal/stale/former.txt"
"""A file that only the former version had."""

_HOLD: Final = """
import ctypes, sys, time
open_file = ctypes.windll.kernel32.CreateFileW
open_file.restype = ctypes.c_void_p
handle = open_file(sys.argv[1], 0x80000000, 1, None, 3, 0, None)
print("held" if handle != ctypes.c_void_p(-1).value else "not held", flush=True)
time.sleep(600)
"""
"""Another program that reads a file: meanwhile nobody may write or delete it."""

_READ_TEXTS: Final = """
import ctypes, json, sys
from ctypes import wintypes
user, found = ctypes.windll.user32, []
@ctypes.WINFUNCTYPE(wintypes.BOOL, wintypes.HWND, wintypes.LPARAM)
def read(window, _):
    text = ctypes.create_unicode_buffer(2000)
    user.SendMessageW(window, 0x0D, 2000, text)
    if user.IsWindowVisible(window):
        found.append(text.value)
    return True
@ctypes.WINFUNCTYPE(wintypes.BOOL, wintypes.HWND, wintypes.LPARAM)
def look(window, _):
    title = ctypes.create_unicode_buffer(300)
    user.GetWindowTextW(window, title, 300)
    if user.IsWindowVisible(window) and sys.argv[1] in title.value:
        user.EnumChildWindows(window, read, 0)
    return True
user.EnumWindows(look, 0)
sys.stdout.buffer.write(json.dumps(found).encode())
"""
"""What the controls of the windows show that have this in their title."""

_TITLE: Final = "دبیرخانه"


def require_code(whose: str, code: int, wanted: int) -> None:
    """Fail the step where a setup or an uninstaller ended otherwise than it should."""
    require(code == wanted, f"{whose} ended with {code}, not {wanted}")


def former_setup(bundle: Bundle, work: Path) -> Path:
    """The setup of a version before this one, which had a file more; it is written once."""
    edition = installer.Edition(FORMER)
    setup = work / f"{edition.stem}-setup.exe"
    if not setup.is_file():
        extra = work / "former.txt"
        extra.write_text("former\n", encoding="utf-8")
        installer.setup(bundle, work, edition, quick=True, extra={STALE: extra})
    return setup


@dataclass(frozen=True, slots=True)
class SetupRun:
    """What is done to the program of one desktop by its setups and its uninstaller."""

    desktop: Desktop

    @property
    def uninstaller(self) -> str:
        """Its name for Windows."""
        return f"{self._program}\\uninstall.exe"

    def install(self, setup: Path) -> int:
        """A silent setup into the usual folder; its exit code."""
        return self.desktop.run(str(setup), "/S", seconds=300)

    def install_into(self, setup: Path, folder: Path) -> int:
        """A silent setup into a folder of choice; its exit code."""
        return self.desktop.run_line(f'"{windows_path(setup)}" /S /D={windows_path(folder)}', seconds=300)

    def remove(self) -> None:
        """Remove silently; the uninstaller goes on in a copy of itself, whose exit code nobody hears."""
        self.desktop.run(self.uninstaller, "/S")
        self.desktop.settle()

    def remove_heard(self) -> int:
        """Remove silently, by the uninstaller's own file, which stays; its exit code."""
        return self.desktop.run_line(f'"{self.uninstaller}" /S _?={self._program}')

    def last_page(self, ending: str) -> str:
        """Remove as the operator does, page by page; what the last page says, known by its title. It stays open."""
        process = self.desktop.start(self.uninstaller)
        self.desktop.window(_TITLE)
        self.desktop.press("Return")
        told = ""

        def ended() -> bool:
            nonlocal told
            told = self._texts()
            return ending in told

        wait_until(ended, f"a page {ending!r}; the last one says {told!r}")
        process.wait()
        return told

    def end_once(self, holds: Callable[[], bool], program: str) -> None:
        """Start a setup or an uninstaller and end it by force as soon as something holds."""
        process = self.desktop.start(program, "/S")
        try:
            wait_until(holds, "its first file", pause=0.005)
        finally:
            self.desktop.stop()
            process.wait()

    @contextmanager
    def held(self, file: Path) -> Iterator[None]:
        """Meanwhile another program reads the file."""
        command = (str(self.desktop.machine.python), "-c", _HOLD, windows_path(file))
        process = self.desktop.start(*command, out=subprocess.PIPE)
        try:
            assert process.stdout is not None
            told = process.stdout.readline().decode("ascii").strip()
            require(told == "held", f"{file.name} could not be opened: {told}")
            yield
        finally:
            process.kill()
            process.wait()
            self.desktop.stop()

    def _texts(self) -> str:
        told = self.desktop.read(str(self.desktop.machine.python), "-c", _READ_TEXTS, _TITLE)
        return "\n".join(json.loads(told)).replace(setup_texts.RLM, "")

    @property
    def _program(self) -> str:
        return "C:" + str(self.desktop.program).removeprefix(str(self.desktop.prefix / "drive_c")).replace("/", "\\")
