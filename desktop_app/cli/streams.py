"""Standard streams of a command: results on stdout, refusals and progress on stderr; either may be missing."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Final

from desktop_app.system import disk
from desktop_app.words import commands

_GONE: Final = (errno.EPIPE, errno.EINVAL)
"""What a pipe without a reader says: the first on Linux, the second on Windows."""


class ReaderGone(Exception):
    """The reader of the output has closed it, as `| head` does."""


class NoRoom(Exception):
    """The disk of the output is full."""


def complete_streams() -> None:
    """Make both streams able to write Persian; replace a missing one by a null stream.

    Without a console (pythonw, an exe of the window) there is none, and a library that asks for one would fail.
    """
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - open while the process lives
        elif hasattr(stream, "reconfigure"):
            # a Windows console of another code page would refuse «ی»
            stream.reconfigure(encoding="utf-8", errors="replace")


def print_line(text: str) -> None:
    """Write one line of output; raises :class:`ReaderGone` or :class:`NoRoom`."""
    print_data(for_console(text, sys.stdout))


def print_data(text: str) -> None:
    """Write machine-readable output such as JSON, unchanged on any console; raises as :func:`print_line`."""
    with _answering():
        print(text)


def flush_output() -> None:
    """Flush the output; raises as :func:`print_line`."""
    with _answering():
        sys.stdout.flush()


def print_error(text: str, end: str = "\n") -> None:
    """Write a refusal, warning or progress to stderr; a failure is ignored."""
    with suppress(OSError):
        print(for_console(text, sys.stderr), end=end, file=sys.stderr, flush=True)


def for_console(text: str, stream: IO[str]) -> str:
    """Return the text for a stream: shaped and in visual order for a console that does neither.

    The consoles of Windows and of Linux without a window put one letter beside the other as they come; every other
    terminal, a pipe and a file get the text as it is.
    """
    if not (stream.isatty() and (sys.platform == "win32" or os.environ.get("TERM") == "linux")):
        return text
    # most calls write into a terminal that needs nothing of it
    from desktop_app.printing.engine.script.console import console_text

    # a console that has filled its last column may begin a line by itself
    return console_text(text, shutil.get_terminal_size().columns - 1)


def progress() -> Callable[[int, int], object]:
    """Return a callback that prints a percentage in a terminal, or does nothing elsewhere."""
    last = -1

    def show(done: int, total: int) -> None:
        nonlocal last
        share = 100 * done // max(total, 1)
        if share != last:
            last = share
            print_error(f"\r{commands.making(share, 100)}", end="\r" if share == 100 else "")

    return show if sys.stderr.isatty() else lambda _done, _total: None


def discard_output() -> None:
    """Discard the remaining output, so that the interpreter can exit without an error."""
    with suppress(OSError), Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        os.dup2(nowhere.fileno(), sys.stdout.fileno())


@contextmanager
def _answering() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno in _GONE:
            raise ReaderGone from error
        if disk.is_full(error):
            raise NoRoom from error
        raise
