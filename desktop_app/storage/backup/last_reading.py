"""Note beside the manifest of a backup: when all of it was read the last time, and what was found of it then.

It says nothing of today and nobody relies on it: the list tells it with its day. It belongs to one manifest, whose hash
it bears; where it cannot be written, as on a stick that is locked, a later list says that the backup was not read.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import replace
from typing import Final

from desktop_app import disk, paths, rights
from desktop_app.domain.read_models.backups import READ, Backup, Verdict
from desktop_app.domain.text.json_text import read_object
from desktop_app.storage.backup.manifest import BadManifest, Manifest, read_manifest
from desktop_app.storage.file.copying import PART

READING: Final = "reading.json"
_KEPT: Final = READ | {Verdict.DOUBTFUL, Verdict.DAMAGED}
_LARGEST: Final = 4096


def keep_reading(found: Backup, instant: str) -> None:
    """Write down what was found of a backup that was read just now, where its place can be written."""
    if found.bare or found.verdict not in _KEPT:
        return
    note = found.folder / READING
    part = note.with_name(note.name + PART)
    with suppress(OSError, BadManifest):
        told = {"manifest": read_manifest(found.folder).digest, "verdict": found.verdict.value, "at": instant}
        try:
            rights.make_file(part)
            part.write_text(json.dumps(told) + "\n", encoding="utf-8", newline="\n")
            disk.replace(part, note)
        finally:
            disk.remove(part)


def with_reading(listed: Backup, manifest: Manifest) -> Backup:
    """The listed backup with what its note says; as it is where there is none, or one of another manifest."""
    note = listed.folder / READING
    if not paths.is_file(note) or paths.size_of(note) > _LARGEST:
        return listed
    try:
        told = read_object(note.read_text(encoding="utf-8"))
        verdict = Verdict(str(told.get("verdict")))
    except (OSError, ValueError):
        return listed
    if told.get("manifest") != manifest.digest or verdict not in _KEPT:
        return listed
    return replace(listed, read_as=verdict, read_at=str(told.get("at")))
