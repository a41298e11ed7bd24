"""Start and structure of the main window: Qt first, one painted frame, then the data.

1. ``application``: the dressed QApplication, the fault hooks, the empty window. Nothing here imports storage, nor what
   only pages show: a control of the first window loads such parts in the call that first needs them.
2. The event loop starts; the window paints.
3. ``opening``: the data folder is opened (lock, upgrade, clock), or the refusal is told.
4. ``screens``: pages and controllers are built over the open office and connected.
"""

from __future__ import annotations

import builtins
import gc
from collections.abc import Sequence


def main(argv: Sequence[str]) -> int:
    """Run the window until it is closed; return the exit code of the process."""
    # for good: see window/shell/application.py; from here on, so that no import waits for a search of what is kept
    gc.disable()
    load_qt()
    from desktop_app.window.shell.application import path_option, run

    place = path_option(argv, "--smoke-steps")
    if place is not None:
        from desktop_app.window.shell.smoke.smoke import run_steps

        return run_steps(place)
    return run(argv)


def load_qt() -> None:
    """Import Qt and remove its hook from every later import.

    PySide's hook searches the source of each imported module for `from __feature__ import …`. No module here has that,
    and the search takes a twentieth of the start; more if a virus scanner checks each file.
    """
    plain = builtins.__import__
    import PySide6.QtCore  # noqa: F401

    builtins.__import__ = plain
