"""Pictures of the setup and of the installed window: `python -m tests.windows.setup_pictures SETUP.EXE FOLDER`.

Page by page as the operator sees it on a Persian desktop under Wine, then the program's window at 100 and 150 percent,
light and dark, then the uninstaller. They are for eyes; nothing is compared.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import ImageGrab

from devtools.windows import installed_checks, machine
from devtools.windows.bundle import FOLDER, LOCK
from devtools.windows.desktop import Desktop, fresh
from devtools.windows.machine import windows_path
from devtools.windows.program_resources import CONSOLE

DESKTOP = r"HKCU\Control Panel\Desktop"
THEME = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Themes\Personalize"


class Camera:
    """Takes numbered pictures of a desktop."""

    def __init__(self, desktop: Desktop, folder: Path) -> None:
        self._desktop, self._folder = desktop, folder

    def take(self, name: str, wait: float = 1.5) -> None:
        """The whole screen, once it has come to rest."""
        time.sleep(wait)
        target = self._folder / f"{name}.png"
        ImageGrab.grab(xdisplay=self._desktop.display).save(target)
        print(target, flush=True)


def main(arguments: list[str]) -> int:
    """Take all pictures."""
    setup, folder = Path(arguments[0]).absolute(), Path(arguments[1]).absolute()
    folder.mkdir(parents=True, exist_ok=True)
    with fresh(machine.ready(LOCK, FOLDER)) as desktop:
        camera = Camera(desktop, folder)
        _install(desktop, camera, setup)
        _windows(desktop, camera)
        _remove(desktop, camera, setup)
    return 0


def _install(desktop: Desktop, camera: Camera, setup: Path) -> None:
    """The pages of the setup; the last one is left without starting the program."""
    with _running(desktop, windows_path(setup)) as process:
        desktop.window("دبیرخانه")
        camera.take("setup-1-welcome", 3)
        for name in ("setup-2-licence", "setup-3-folder"):
            desktop.press("Return")
            camera.take(name)
        desktop.press("Return")
        camera.take("setup-4-copying", 1)
        for _ in range(600):
            if (desktop.program / "uninstall.exe").is_file() and desktop.registered("NoRepair") is not None:
                break
            time.sleep(0.2)
        camera.take("setup-5-finish", 3)
        process.kill()
        desktop.stop()


def _windows(desktop: Desktop, camera: Camera) -> None:
    """The program at both scales, light and dark, with demo data."""
    data = desktop.local / "Dabirkhaneh"
    desktop.run(*installed_checks.program(desktop.program, CONSOLE), "demo", "--data", windows_path(data))
    for percent in (100, 150):
        for light in (1, 0):
            _set(desktop, DESKTOP, "LogPixels", percent * 96 // 100)
            _set(desktop, THEME, "AppsUseLightTheme", light)
            desktop.stop()
            with installed_checks.window(desktop, desktop.program):
                camera.take(f"window-{percent}-{'light' if light else 'dark'}", 8)
    _set(desktop, DESKTOP, "LogPixels", 96)
    _set(desktop, THEME, "AppsUseLightTheme", 1)
    desktop.stop()


def _remove(desktop: Desktop, camera: Camera, setup: Path) -> None:
    """Refused while open, then the pages of the uninstaller."""
    with _running(desktop, *installed_checks.program(desktop.program)):
        desktop.window("دبیرخانه")
        time.sleep(5)
        with _running(desktop, windows_path(setup)):
            camera.take("refused-while-open", 4)
    desktop.stop()
    with _running(desktop, str(desktop.program / "uninstall.exe")):
        desktop.window("دبیرخانه")
        camera.take("uninstall-1-confirm", 3)
        desktop.press("Return")
        camera.take("uninstall-2-finish", 6)
    desktop.stop()


@contextmanager
def _running(desktop: Desktop, *command: str) -> Iterator[subprocess.Popen[bytes]]:
    process = desktop.start(*command)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def _set(desktop: Desktop, key: str, name: str, number: int) -> None:
    desktop.run("reg", "add", key, "/v", name, "/t", "REG_DWORD", "/d", str(number), "/f")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
