"""The validators of Debian, served to the tests on Windows while they run."""

from __future__ import annotations

import contextlib
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from devtools import ROOT, environment

PORT: Final = "DABIR_VALIDATORS"


@contextlib.contextmanager
def served(prefix: Path) -> Iterator[dict[str, str]]:
    """The variable by which the tests of that prefix find them."""
    command = [str(environment.PYTHON), "-m", "tests.validators.served", str(prefix)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8") as server:
        assert server.stdin is not None
        assert server.stdout is not None
        try:
            yield {PORT: server.stdout.readline().strip()}
        finally:
            server.stdin.close()
