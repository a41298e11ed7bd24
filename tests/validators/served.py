"""The validators of this machine, served to the Windows that runs on it: ``python -m tests.validators.served PREFIX``.

It prints its port, answers this machine alone, runs five programs and no other, and ends when its input ends.
A path of Windows is found where the Wine prefix keeps its drive.
"""

from __future__ import annotations

import json
import re
import socketserver
import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from tests.printing.oracles import fribidi, preflight
from tests.validators.asked import run_validator

PROGRAMS: Final = {
    "java": "default-jre-headless",
    "pdffonts": "poppler-utils",
    "pdftoppm": "poppler-utils",
    "pdftotext": "poppler-utils",
    "qpdf": "qpdf",
}
_DRIVE: Final = re.compile(r"^([A-Za-z]):[\\/]")


def local(argument: str, prefix: Path) -> str:
    """An argument as this machine has it: a path of Windows on its drive in the prefix, anything else as it stands."""
    drive = _DRIVE.match(argument)
    if drive is None:
        return argument
    return str(prefix / "dosdevices" / f"{drive[1].lower()}:" / argument[3:].replace("\\", "/"))


def answers(prefix: Path) -> dict[str, Callable[..., Any]]:
    """What may be asked."""

    def program(name: str, arguments: Sequence[str]) -> dict[str, Any]:
        return asdict(run_validator(name, PROGRAMS[name], *(local(one, prefix) for one in arguments), ends_well=False))

    return {
        "program": program,
        "bidi_levels": fribidi.levels,
        "bidi_order": fribidi.line_order,
        "bidi_mirrored": fribidi.mirrored,
        "has_preflight": preflight.installed,
    }


def serve(prefix: Path) -> socketserver.ThreadingTCPServer:
    """A server on a free port of this machine alone."""
    known = answers(prefix)

    class Asked(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            name, *arguments = json.loads(self.rfile.readline())
            try:
                answer = {"told": known[name](*arguments)}
            except BaseException as failed:  # a missing program fails as a test does
                answer = {"failed": f"{type(failed).__name__}: {failed}"}
            self.wfile.write(json.dumps(answer).encode() + b"\n")

    server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Asked)
    server.daemon_threads = True
    return server


if __name__ == "__main__":
    with serve(Path(sys.argv[1])) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        sys.stdout.write(f"{running.server_address[1]}\n")
        sys.stdout.flush()
        sys.stdin.read()
