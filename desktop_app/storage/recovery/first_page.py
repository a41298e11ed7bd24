"""First page of a file that lost it: without it SQLite finds no table, though every row may be there.

A table keeps its place in the file from the day on which it was made, so a new file of the same schema tells where the
tables of a file begin that was made by this schema. In one that was upgraded some lie elsewhere: what is read there
agrees with no hash.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Final

from desktop_app import disk, paths
from desktop_app.storage.file.folder import WorkContext
from desktop_app.storage.file.upgrade import upgrade

_FRESH: Final = ".new"
_COUNTER, _PAGES, _FREE, _VALID_FOR = slice(24, 28), slice(28, 32), slice(32, 40), slice(92, 96)


def give_first_page(scratch: Path, context: WorkContext) -> None:
    """Write the first page of a new file into a copy of the damaged one."""
    fresh = scratch.with_name(scratch.name + _FRESH)
    try:
        disk.remove(fresh)
        upgrade(fresh, context.clock)
        content = fresh.read_bytes()
        size = int.from_bytes(content[16:18], "big")
        page = bytearray(content[:size])
        page[_PAGES] = (paths.size_of(scratch) // size).to_bytes(4, "big")
        page[_FREE] = bytes(8)
        page[_VALID_FOR] = page[_COUNTER]
        with scratch.open("r+b") as file:
            file.write(page)
    finally:
        for name in (fresh.name, f"{fresh.name}-journal"):
            with suppress(OSError):
                disk.remove(fresh.with_name(name))
