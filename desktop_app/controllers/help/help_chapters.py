"""Chapter of the help that fits the page that shows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from desktop_app.domain.read_models.program_help import Chapter

CHAPTER_OF: Final[Mapping[str, Chapter]] = {
    "founding": Chapter.START,
    "meetings": Chapter.MEETING,
    "meeting": Chapter.MEETING,
    "minutes": Chapter.MINUTES,
    "minutes_editor": Chapter.MINUTES,
    "paper": Chapter.PAPER,
    "resolutions": Chapter.FOLLOW_UP,
    "tasks": Chapter.FOLLOW_UP,
    "members": Chapter.MEMBERS,
    "papers": Chapter.PRINTING,
    "verify": Chapter.PAPER,
    "registers": Chapter.REGISTERS,
    "history": Chapter.LISTS,
    "settings": Chapter.START,
    "taking_over": Chapter.TAKING_OVER,
    "backups": Chapter.BACKUP,
    "restoring": Chapter.BACKUP,
    "recovery": Chapter.DATA,
}
"""By the key of the page; a test holds them against the pages that can be made, and those without an office."""
