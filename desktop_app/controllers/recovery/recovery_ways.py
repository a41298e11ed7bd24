"""Ways of guided recovery, as its controller needs them: backups and rows of one data folder."""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

from desktop_app.domain.documents.recovery_report_document import RecoveryContents
from desktop_app.domain.progress import Progress
from desktop_app.domain.read_models.backups import FoundBackups, Restored, RestorePlan
from desktop_app.domain.read_models.history import Named
from desktop_app.domain.read_models.recovery_report import RecoveryReport
from desktop_app.services.ports import Work
from desktop_app.widgets.paper.open_pages import OpenPages


class Prepared(Protocol):
    """A recovered database beside the damaged one."""

    @property
    def report(self) -> RecoveryReport:
        """What it holds and lacks."""
        ...

    def open_read(self) -> AbstractContextManager[Work]:
        """A steady picture of the recovered records."""
        ...

    def accept(self) -> Path:
        """Let it take the place of the damaged one; the folder in which that is kept."""
        ...

    def discard(self) -> None:
        """Let it go."""
        ...


class RecoveryWays(Protocol):
    """What guided recovery can do with a data folder; whatever takes a ``told`` is called off the main thread."""

    @property
    def source(self) -> str:
        """The damaged file."""
        ...

    @property
    def kept_in(self) -> str:
        """The folder in which damaged files are kept."""
        ...

    @property
    def second_place(self) -> Path | None:
        """Where this machine has its second place of backups."""
        ...

    def name_of(self, record: Named) -> str:
        """What the history calls a record."""
        ...

    def find_backup(self, second: Path | None, told: Progress) -> FoundBackups:
        """Read backups until one is found that may be restored."""
        ...

    def restore(self, plan: RestorePlan, told: Progress) -> Restored:
        """Put its backup in the place of the damaged file, which is kept; told of percent, last at its last step."""
        ...

    def prepare(self, told: Progress) -> Prepared:
        """Read the damaged file row by row."""
        ...

    def keep_report(self, kept: Path, text: str) -> None:
        """Lay the report beside the damaged file."""
        ...

    def report_paper(self, prepared: Prepared, contents: RecoveryContents) -> bytes:
        """The report as PDF, with the letterhead of what was recovered; raises ``Refused``."""
        ...

    def open_pages(self, pdf: bytes) -> OpenPages:
        """Open it for printing."""
        ...

    def save_report(self, path: Path, content: bytes) -> None:
        """Write the report elsewhere, as text or as PDF; raises ``Refused``."""
        ...
