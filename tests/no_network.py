"""A plugin of pytest that lets no test open an internet socket, whoever asks for one in its process.

Python tells each socket that it makes; one of the internet families fails its test. Libraries of other languages are
asked after each test: a socket of theirs that is open has a family. ``--confined``, which the whole suite is run with,
has the kernel itself end the process at the first such socket, that of any library and of any program that a test
starts (Linux; seccomp). A test that starts a program which asks for the network for its own ends is left out where it
comes to that (:func:`tests.systems.leave_out_if_confined`), counted, and run after the others.
"""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

import pytest

from devtools.test_run import LEFT_OUT
from tests.bootstrap.confined import confine, known_machine
from tests.systems import CONFINED

INTERNET: Final = frozenset({int(socket.AF_INET), int(socket.AF_INET6)})
ASKED: Final[list[str]] = []
"""The families that Python was asked for since the last test."""
_WINDOWS: Final = sys.platform == "win32"
"""There Python's own event loop holds such a socket to itself, and the validators of papers are asked through one."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--confined", action="store_true", help="the kernel ends a process that opens an internet socket")


def pytest_configure(config: pytest.Config) -> None:
    if not _WINDOWS:
        sys.addaudithook(_hear)
    if config.getoption("--confined") and known_machine():
        os.environ[CONFINED] = "1"
        confine()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """How many tests a confined run has left out; which they are is told with the skipped ones."""
    if config.getoption("--confined") and not known_machine():
        terminalreporter.write_line("NOT PROVED HERE: the kernel is known to confine on Linux, x86-64 and ARM64, alone")
    elif config.getoption("--confined"):
        skipped = terminalreporter.getreports("skipped")
        left_out = [one for one in skipped if LEFT_OUT in str(one.longrepr)]
        terminalreporter.write_line(f"confined by the kernel; left out: {len(left_out)}")


def _hear(event: str, details: tuple[object, ...]) -> None:
    if event == "socket.__new__" and details[1] in INTERNET:
        ASKED.append(f"family {details[1]}")
        raise PermissionError("no test opens an internet socket")


@pytest.fixture(autouse=True)
def no_internet_socket() -> Iterator[None]:
    """A test that asked for one fails, also where what asked went on without it."""
    yield
    asked = [*ASKED, *open_sockets()]
    ASKED.clear()
    if asked:
        pytest.fail(f"opened an internet socket: {', '.join(asked)}")


def open_sockets() -> list[str]:
    """The internet sockets that this process holds, whoever made them."""
    place = Path("/proc/self/fd")
    if not place.is_dir():
        return []
    found = []
    for one in place.iterdir():
        with suppress(OSError):
            if str(one.readlink()).startswith("socket:") and _family(int(one.name)) in INTERNET:
                found.append(f"descriptor {one.name}")
    return found


def _family(descriptor: int) -> int:
    """Asked of the kernel: a socket object over it would be told as a new one."""
    copy = socket.socket(socket.AF_UNIX, fileno=os.dup(descriptor))
    try:
        return copy.getsockopt(socket.SOL_SOCKET, socket.SO_DOMAIN)
    finally:
        copy.close()
