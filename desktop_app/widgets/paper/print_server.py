"""Print server that is asked for printers on Linux: that of this machine, through its local socket.

Where that socket does not exist, CUPS's library asks for one at port 631 of ``localhost``: over the internet protocols,
though it goes nowhere. The program promises that it never asks for the network, so it names the local socket itself.
"""

from __future__ import annotations

import os
import sys
from collections.abc import MutableMapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

VARIABLE: Final = "CUPS_SERVER"
LOCAL_SOCKET: Final = "/run/cups/cups.sock"


def ask_this_machine_alone(
    environment: MutableMapping[str, str] = os.environ, settings: Sequence[Path] | None = None
) -> None:
    """To be called before Qt is asked for a printer. A server that the office has set up stays the one asked."""
    if sys.platform == "linux" and VARIABLE not in environment:
        files = _settings() if settings is None else settings
        if not any(_names_a_server(file) for file in files):
            environment[VARIABLE] = LOCAL_SOCKET


def _settings() -> list[Path]:
    """CUPS's own, of the machine and of the person."""
    found = [Path("/etc/cups/client.conf")]
    with suppress(RuntimeError):  # a person without a home
        found.append(Path.home() / ".cups" / "client.conf")
    return found


def _names_a_server(settings: Path) -> bool:
    with suppress(OSError):
        lines = settings.read_text(encoding="utf-8", errors="replace").splitlines()
        return any(line.strip().lower().startswith("servername") for line in lines)
    return False
