"""A screen of X that nobody sees, with a window manager and the layout of a real keyboard."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from tests.journeys.tools import tool

TOOLS: Final = ("Xvfb", "openbox", "setxkbmap", "xdotool")
KEYS: Final = {"Ctrl": 37, "Shift": 50, "Enter": 36, "Up": 111, "Down": 116, "F6": 72, "F7": 73, "Space": 65}
ROWS: Final = ((10, "1234567890"), (24, "QWERTYUIOP"), (38, "ASDFGHJKL"), (52, "ZXCVBNM"))
CODES: Final = {**KEYS, **{letter: first + at for first, row in ROWS for at, letter in enumerate(row)}}
"""Places of keys, as X numbers them: what is pressed is a place, what arrives is up to the layout."""
SECONDS = 20.0


@contextmanager
def screen() -> Iterator[dict[str, str]]:
    """A screen with a window manager; the environment that leads to it."""
    for name in TOOLS:
        tool(name)
    reading, writing = os.pipe()
    # without -noreset the server forgets the layout when its last client leaves
    command = [tool("Xvfb"), "-displayfd", str(writing), "-screen", "0", "1600x1000x24", "-noreset", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=(writing,), stderr=subprocess.DEVNULL)
    os.close(writing)
    manager: subprocess.Popen[bytes] | None = None
    try:
        with os.fdopen(reading, encoding="utf-8") as told:
            display = told.readline().strip()
        if not display:
            raise AssertionError("Xvfb did not start")
        environment = {**os.environ, "DISPLAY": f":{display}"}
        quiet = subprocess.DEVNULL
        manager = subprocess.Popen([tool("openbox"), "--sm-disable"], env=environment, stdout=quiet, stderr=quiet)
        _wait_for_manager(environment)
        yield environment
    finally:
        for process in (manager, server):
            if process is not None:
                process.terminate()
                process.wait()


def use_layout(environment: dict[str, str], layout: str) -> None:
    """Load a layout, or several with the first one active."""
    subprocess.run([tool("setxkbmap"), "-layout", layout], env=environment, check=True)


def press(chord: str) -> None:
    """Press the places of a chord such as "Ctrl+F" on the keyboard of the screen."""
    # Escape by name, since its place is 9, which xdotool takes for the digit
    *held, key = ["Escape" if part == "Esc" else str(CODES[part]) for part in chord.split("+")]
    down = [word for code in held for word in ("keydown", code)]
    up = [word for code in reversed(held) for word in ("keyup", code)]
    subprocess.run([tool("xdotool"), *down, "key", key, *up], check=True)


def _wait_for_manager(environment: dict[str, str]) -> None:
    """A window that comes before the manager is never given the keyboard."""
    end = time.monotonic() + SECONDS
    asking = [tool("xdotool"), "get_num_desktops"]
    while subprocess.run(asking, env=environment, capture_output=True, check=False).returncode != 0:
        if time.monotonic() > end:
            raise AssertionError("openbox did not start")
