"""The report of a fault: what broke and where, never what the operator was working on.

An error's message may hold a member's name, a line of minutes or a path with the user's name in it, so
messages are left out, but for those kinds whose messages the interpreter makes of source code alone.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import PurePath
from typing import Final

from desktop_app import VERSION

_OF_CODE: Final = (AttributeError, ImportError, NameError, NotImplementedError, TypeError)
"""Kinds whose messages speak of names in the source."""

_QUOTED: Final = re.compile(r"""(['"])(.*?)\1""")

_NAME: Final = re.compile(r"[\w.]*", re.ASCII)
"""A name in source code."""

_ANCHORS: Final = ("desktop_app", "site-packages", "tests")
"""A path is told from one of these folders on: what stands before may be a person's name."""

_MOST_FRAMES: Final = 40


@dataclass(frozen=True, slots=True)
class Report:
    """One fault, ready to be logged and copied."""

    when: str
    where: str
    fault: str
    machine: str

    @property
    def text(self) -> str:
        """The whole report, as the operator copies it."""
        return f"{self.when} {self.where}\n{self.machine}\n\n{self.fault}\n"

    @property
    def mark(self) -> str:
        """Equal for two reports of the same fault in the same place."""
        return f"{self.where}\n{self.fault}"


def describe(error: BaseException, where: str) -> Report:
    """The report of ``error``, caught in ``where`` (a word of ours: "window", "worker", "command line")."""
    when = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return Report(when, where, fault_lines(error), _machine())


def fault_lines(error: BaseException) -> str:
    """The chain of errors, innermost cause first, each with the places it passed through."""
    return "\n".join(line for link in reversed(list(_chain(error))) for line in _lines_of(link))


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    link: BaseException | None = error
    while link is not None and id(link) not in seen:
        seen.add(id(link))
        yield link
        link = link.__cause__ or (None if link.__suppress_context__ else link.__context__)


def _lines_of(error: BaseException) -> Iterator[str]:
    import traceback

    frames = traceback.extract_tb(error.__traceback__)
    if len(frames) > _MOST_FRAMES:
        yield f"  ({len(frames) - _MOST_FRAMES} frames before)"
    for frame in frames[-_MOST_FRAMES:]:
        yield f"  {_place(frame.filename)}:{frame.lineno} {frame.name}"
    told = _telling_part(error)
    yield f"{type(error).__module__}.{type(error).__qualname__}" + (f": {told}" if told else "")


def _telling_part(error: BaseException) -> str:
    """What may be told of the error besides its kind: code words, system numbers, SQLite's own names."""
    if isinstance(error, ImportError):
        # the message names the file, and with it the account
        return error.name or ""
    if isinstance(error, _OF_CODE):
        # a library may quote the value that it was given
        message = str(error)
        known = _QUOTED.sub(lambda quoted: quoted[0] if _NAME.fullmatch(quoted[2]) else "''", message)
        return known if message.isascii() else ""
    if isinstance(error, OSError) and error.errno is not None:
        return f"errno {error.errno}"
    # The database's own error, also when a library wraps it; asked by name, since SQL is storage's matter
    name = getattr(getattr(error, "orig", error), "sqlite_errorname", "")
    return name if isinstance(name, str) else ""


def _place(filename: str) -> str:
    parts = PurePath(filename.replace("\\", "/")).parts
    for anchor in _ANCHORS:
        if anchor in parts[:-1]:
            start = len(parts) - 1 - parts[::-1].index(anchor)
            return "/".join(parts[start:])
    return parts[-1] if parts else filename


def _machine() -> str:
    import platform

    qt = getattr(sys.modules.get("PySide6"), "__version__", None)
    return ", ".join(
        [
            f"Dabirkhaneh {VERSION}",
            f"Python {platform.python_version()}",
            f"{platform.system()} {platform.release()}",
            *([f"Qt {qt}"] if qt else []),
        ]
    )
