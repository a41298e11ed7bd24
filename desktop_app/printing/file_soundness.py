"""Soundness of a file that was just attached: whether it can be looked at, judged by the child process.

What cannot be judged is sound: of a text, a sheet or an unknown kind of file nobody here draws anything.
"""

from __future__ import annotations

from pathlib import PurePath
from typing import Final

from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.progress import Progress, no_progress
from desktop_app.domain.read_models.scans import ChosenFile
from desktop_app.domain.rules.files import OTHER, PDF, PICTURES, FileDoubt
from desktop_app.printing.strangers.client import NOT_FINISHED, StrangerFile

_KNOWN_BY_NAME: Final = frozenset({".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".gif", ".webp"})
_OF_OFFICE: Final = b"PK\x03\x04"
"""Begins an archive, and so every newer document of an office program."""


def doubt_of(content: bytes, media_type: str, name: str, told: Progress = no_progress) -> FileDoubt | None:
    """What is wrong with a file, or nothing; ``told`` hears of every page, and what it raises ends it."""
    if media_type != PDF and media_type not in PICTURES:
        # what begins as an archive and has no list of parts, or is called a picture and is none, was cut or overwritten
        named = PurePath(name).suffix.lower() in _KNOWN_BY_NAME
        return FileDoubt.TORN if media_type == OTHER and (content.startswith(_OF_OFFICE) or named) else None
    try:
        with StrangerFile(ChosenFile(name, content=content)) as file:
            doubt, _none = file.one("doubt", told)
    except EnvironmentProblem as problem:
        if problem.key != NOT_FINISHED:
            raise
        return FileDoubt.TOO_MUCH
    return FileDoubt(doubt) if doubt is not None else None
