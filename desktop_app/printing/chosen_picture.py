"""A picture file that the operator chose or pasted, made into what is kept and printed by the child process."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import Final

from desktop_app.domain.documents.pictures import Picture
from desktop_app.domain.errors import EnvironmentProblem, RuleBroken
from desktop_app.domain.read_models.scans import ChosenFile
from desktop_app.printing.strangers.client import NOT_FINISHED, StrangerFile

MOST_MEGABYTES: Final = 20
_MILLION: Final = 1_000_000


def read_picture(source: Path | bytes) -> Picture:
    """The picture of a file or of its bytes.

    Raises ``RuleBroken`` for what is no usable picture, ``EnvironmentProblem`` (``picture_unreadable``) unread.
    """
    content = source if isinstance(source, bytes) else _bytes_of(source)
    try:
        with StrangerFile(ChosenFile("", content=content)) as file:
            (sha256, width, height), png = file.one("picture")
    except EnvironmentProblem as problem:
        raise RuleBroken("picture_damaged", field="logo") if problem.key == NOT_FINISHED else problem from problem
    return Picture(sha256=sha256, width=width, height=height, content=png)


def _bytes_of(file: Path) -> bytes:
    try:
        found = file.stat()
        if not stat.S_ISREG(found.st_mode):  # a pipe would be waited for, and a device has no end
            raise EnvironmentProblem("picture_unreadable", field="logo")
        if found.st_size > MOST_MEGABYTES * _MILLION:
            raise RuleBroken("picture_too_large", field="logo", most=MOST_MEGABYTES)
        return file.read_bytes()
    except OSError as error:
        raise EnvironmentProblem("picture_unreadable", field="logo") from error
