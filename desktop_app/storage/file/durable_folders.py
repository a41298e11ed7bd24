"""Folders that are made with durable names: a power cut takes none of them away with what was written there."""

from __future__ import annotations

from pathlib import Path

from desktop_app import disk, rights
from desktop_app.paths import is_folder


def make_durable_folder(folder: Path) -> None:
    """Make it and what is missing above it, each durable in the folder above; raises ``OSError`` as it comes.

    One that is there is left as it is.
    """
    if is_folder(folder):
        return
    if folder.parent != folder:
        make_durable_folder(folder.parent)
    rights.make_folder(folder)
    disk.sync_folder(folder.parent)
