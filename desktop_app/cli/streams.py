"""Standard streams of a command: the answer on one, refusals and progress on the other; either may be missing."""

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
    """Whoever reads the answer has seen enough, as `| head` does."""


class NoRoom(Exception):
    """The disk that the answer is written to is full."""


def complete_streams() -> None:
    """Make both streams fit for Persian, and one that goes nowhere of each that is missing.

    Without a console (pythonw, an exe of the window) there is none, and a library that asks for one would fail.
    """
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - open while the process lives
        elif hasattr(stream, "reconfigure"):
            # a Windows console of another code page would refuse «ی»
            stream.reconfigure(encoding="utf-8", errors="replace")


def say(text: str) -> None:
    """Write one line of the answer; raises :class:`ReaderGone` or :class:`NoRoom`."""
    say_data(shown(text, sys.stdout))


def say_data(text: str) -> None:
    """Write what another program reads, such as JSON, letter by letter on any console; raises as :func:`say`."""
    with _answering():
        print(text)


def finish_answer() -> None:
    """Hand over what is still held back; raises as :func:`say`."""
    with _answering():
        sys.stdout.flush()


def tell(text: str, end: str = "\n") -> None:
    """Write a refusal, a doubt or progress; that nobody hears it changes nothing."""
    with suppress(OSError):
        print(shown(text, sys.stderr), end=end, file=sys.stderr, flush=True)


def shown(text: str, stream: IO[str]) -> str:
    """The text as it is written to a stream: joined and in visual order for a console that does neither.

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
    """A line of a terminal that counts hundredths; nothing where nobody watches."""
    last = -1

    def told(done: int, total: int) -> None:
        nonlocal last
        share = 100 * done // max(total, 1)
        if share != last:
            last = share
            tell(f"\r{commands.making(share, 100)}", end="\r" if share == 100 else "")

    return told if sys.stderr.isatty() else lambda _done, _total: None


def drop_answer() -> None:
    """Let what is left go nowhere, so that the interpreter can end without another complaint."""
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
