"""The verbs that start something: the program itself, its photographs, its measurements, its validators."""

from __future__ import annotations

import importlib.util
import os
import sys
from typing import Final

from devtools import ROOT, debian, environment

NO_DISPLAY: Final = (
    "This machine has no display, so no window can open; "
    "`python3 dev.py run --headless` shows the program at work without one."
)


def run(arguments: list[str]) -> int:
    """Start the window, or with --headless take one meeting through the program without a display."""
    if "--headless" in arguments:
        return _headless([argument for argument in arguments if argument not in {"--headless", "--demo"}])
    if not _has_display():
        print(NO_DISPLAY, file=sys.stderr)
        return 1
    if not environment.ready(debian.TO_RUN):
        return 1
    return environment.python("-m", "desktop_app", *arguments)


def _headless(arguments: list[str]) -> int:
    if not environment.ready(debian.TO_TEST):
        return 1
    out = arguments if "--out" in arguments else ["--out", str(ROOT / "build" / "headless"), *arguments]
    return environment.python("-m", "tests.journeys.headless", *out)


def _has_display() -> bool:
    if os.name == "nt" or sys.platform == "darwin":
        return True
    # A platform that was asked for by name (offscreen, vnc) needs no display
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def gallery(arguments: list[str]) -> int:
    """Photograph every page on a fixed demo day."""
    if not environment.ready(debian.TO_TEST):
        return 1
    return environment.python("-m", "tests.gallery", *arguments)


def bench(arguments: list[str]) -> int:
    """Run the measurements and write their table."""
    if not environment.ready(debian.TO_TEST):
        return 1
    return environment.python("-m", "tests.benchmarks", *arguments)


def witnesses(_arguments: list[str]) -> int:
    """Install LibreOffice, Chromium and PDFBox Preflight, which the tests of the paper ask where they are there."""
    try:
        debian.install_missing(debian.TO_JUDGE)
    except debian.PackagesMissing as problem:
        print(problem, file=sys.stderr)
        return 1
    return 0


def holidays(arguments: list[str]) -> int:
    """Make resources/holidays/ anew from the package `holidays` of the development lock."""
    if not environment.ready(debian.TO_RUN):
        return 1
    if importlib.util.find_spec("devtools.holidays") is None:
        print("devtools/holidays.py is not here yet.", file=sys.stderr)
        return 1
    return environment.python("-m", "devtools.holidays", *arguments)


def schemas(arguments: list[str]) -> int:
    """Make resources/schemas/ anew from the frozen documents."""
    if not environment.ready(debian.TO_RUN):
        return 1
    return environment.python("-m", "devtools.schemas", *arguments)


def icon(arguments: list[str]) -> int:
    """Make resources/program/dabirkhaneh.ico anew from the drawing beside it."""
    if not environment.ready(debian.TO_RUN):
        return 1
    return environment.python("-m", "devtools.icon", *arguments)
