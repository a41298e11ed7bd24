"""A print queue of CUPS that makes a PDF file of every job; it lives as long as the ``with``.

The scheduler is one of our own with a local socket, in a folder of its own; only the queue's line for the PDF backend
has to lie where that backend looks, in ``/etc/cups``. It needs root, as that backend does.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from devtools import debian

NEEDS: Final = (
    debian.command("cups-daemon", "cupsd"),
    debian.command("cups-client", "lpadmin"),
    debian.command("ghostscript", "gs"),
    debian.file("cups-filters", "/usr/lib/cups/filter/pdftops"),
    debian.file("printer-driver-cups-pdf", "/usr/lib/cups/backend/cups-pdf"),
    debian.command("xvfb", "Xvfb"),
)
NAME: Final = "dabirkhaneh"
BACKEND: Final = Path("/etc/cups") / f"cups-pdf-{NAME}.conf"
DRIVER: Final = Path("/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd")
SECONDS: Final = 30.0

_FOLDERS: Final = ("root", "spool", "cache", "run", "out")
_PLACES: Final = """ServerRoot {folder}/root
RequestRoot {folder}/spool
CacheDir {folder}/cache
StateDir {folder}/run
TempDir {folder}/spool
ErrorLog {folder}/errors
AccessLog {folder}/accesses
PageLog {folder}/pages
SystemGroup root lpadmin
User lp
Group lp
"""
_SERVER: Final = """Listen {folder}/socket
DefaultAuthType None
WebInterface No
Browsing Off
<Location />
Allow all
</Location>
<Policy default>
<Limit All>
Allow all
</Limit>
</Policy>
"""
_BACKEND: Final = "Out {folder}/out\nSpool {folder}/spool/pdf\nLog {folder}\nUserUMask 0022\n"


class NoQueue(Exception):
    """The queue could not be made; the message says what the scheduler told."""


@dataclass(frozen=True, slots=True)
class PrintQueue:
    """The queue's folder and the variable that leads programs to its scheduler."""

    folder: Path

    @property
    def variables(self) -> dict[str, str]:
        """For the environment of whoever prints."""
        return {"CUPS_SERVER": str(self.folder / "socket")}

    def printed(self) -> list[Path]:
        """The files of the jobs that have been printed so far, waiting until the queue is empty."""
        until = time.monotonic() + SECONDS
        while self._told("lpstat", "-o", NAME) and time.monotonic() < until:
            time.sleep(0.2)
        return sorted((self.folder / "out").glob("*.pdf"), key=lambda file: file.stat().st_mtime_ns)

    def _told(self, *command: str) -> str:
        told = subprocess.run(command, env={**os.environ, **self.variables}, capture_output=True, check=False)
        return told.stdout.decode("utf-8", "replace").strip()


@contextmanager
def print_queue(folder: Path) -> Iterator[PrintQueue]:
    """A scheduler with one queue in ``folder``, which must be new; raises :class:`NoQueue`."""
    for name in _FOLDERS:
        (folder / name).mkdir(parents=True)
    (folder / "out").chmod(0o777)
    (folder / "places").write_text(_PLACES.format(folder=folder), encoding="utf-8")
    (folder / "server").write_text(_SERVER.format(folder=folder), encoding="utf-8")
    BACKEND.write_text(_BACKEND.format(folder=folder), encoding="utf-8")
    command = ["cupsd", "-f", "-c", str(folder / "server"), "-s", str(folder / "places")]
    server = subprocess.Popen(command, stderr=subprocess.PIPE)
    queue = PrintQueue(folder)
    try:
        _add_queue(queue)
        yield queue
    finally:
        server.terminate()
        server.communicate()
        BACKEND.unlink(missing_ok=True)


def _add_queue(queue: PrintQueue) -> None:
    command = ["lpadmin", "-p", NAME, "-E", "-v", f"cups-pdf:/{NAME}", "-P", str(DRIVER), "-o", "PageSize=A4"]
    until = time.monotonic() + SECONDS
    while True:
        added = subprocess.run(command, env={**os.environ, **queue.variables}, capture_output=True, check=False)
        if added.returncode == 0:
            break
        if time.monotonic() > until or shutil.which("lpadmin") is None:
            raise NoQueue(added.stderr.decode("utf-8", "replace"))
        time.sleep(0.2)
    subprocess.run(["lpadmin", "-d", NAME], env={**os.environ, **queue.variables}, check=False)
