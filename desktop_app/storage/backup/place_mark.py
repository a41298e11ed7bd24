"""Mark of a second place: a small file by which a medium is known again, whatever its letter or its mount folder."""

from __future__ import annotations

import json
import uuid
from pathlib import Path
from typing import Final

from desktop_app import disk, paths, rights
from desktop_app.domain.text.json_text import read_object
from desktop_app.storage.file.copying import PART

MARK: Final = "place.json"
_LARGEST: Final = 4096


def mark_of(place: Path) -> str:
    """The uid of a place; empty where there is no mark, such as in the folder where a medium would be mounted."""
    file = place / MARK
    if not paths.is_file(file) or paths.size_of(file) > _LARGEST:
        return ""
    try:
        return str(read_object(file.read_text(encoding="utf-8")).get("place", ""))
    except (OSError, ValueError):
        return ""


def marked(place: Path) -> str:
    """The uid of a place that is chosen, marked now if it was not; raises ``OSError``."""
    found = mark_of(place)
    if found:
        return found
    made = str(uuid.uuid4())
    part = place / (MARK + PART)
    rights.make_file(part)
    part.write_text(json.dumps({"place": made}) + "\n", encoding="utf-8", newline="\n")
    disk.sync_file(part)
    disk.replace(part, place / MARK)
    disk.sync_name(place / MARK)
    return made
