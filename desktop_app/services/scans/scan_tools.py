"""Tools of the services of scans: the reader of printing, the store of files, and the print of a version."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.storage.files.file_store import FileStore

if TYPE_CHECKING:
    # what reads pictures is loaded with the first scan
    from desktop_app.printing.scans.scan_reader import ScanReader


@dataclass(frozen=True, slots=True)
class ScanTools:
    """The scanner, the store, and the PDF of a version's paper as it was printed, or as it would print again."""

    scanner: ScanReader
    store: FileStore
    print_of: Callable[[int], bytes]
