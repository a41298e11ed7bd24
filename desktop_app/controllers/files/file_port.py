"""Port of attached files: what their controllers need of the store of bytes and of the machine."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from desktop_app.domain.progress import Progress, no_progress
from desktop_app.domain.rules.files import FileDoubt, StoredFile
from desktop_app.widgets.paper.open_pages import AwaitedPages


class FilePort(Protocol):
    """Each raises ``Refused``; what takes long is called off the thread of the window."""

    def take(self, path: Path, told: Progress) -> StoredFile:
        """Keep a copy of a file of the machine."""
        ...

    def take_bytes(self, content: bytes) -> StoredFile:
        """Keep bytes at hand."""
        ...

    def judge(self, file: StoredFile, name: str, told: Progress) -> FileDoubt | None:
        """What keeps a file that was just kept from being looked at or printed; ``name`` is what it was called."""
        ...

    def doubt_of(self, file: StoredFile) -> FileDoubt | None:
        """The same of a file that was judged since the start, from memory."""
        ...

    def may_show(self, file: StoredFile) -> bool:
        """Whether the window itself can show such a file."""
        ...

    def open_pages(self, file: StoredFile, name: str, told: Progress = no_progress) -> AwaitedPages:
        """Its pages, its bytes verified; what ``told`` raises ends it."""
        ...

    def copy_for_program(self, file: StoredFile, name: str) -> Path:
        """A read-only copy with a real name, for the system's program."""
        ...

    def open_in_program(self, path: Path, name: str) -> None:
        """Let the system's program show it."""
        ...

    def save_copy(self, file: StoredFile, path: Path) -> None:
        """A copy where the operator wants it."""
        ...

    def suggested(self, file: StoredFile, name: str) -> Path:
        """Where saving a copy begins."""
        ...
