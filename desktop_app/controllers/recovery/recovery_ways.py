"""Ways of the guided page after damage, as its controller needs them: backups and rows of one data folder."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from desktop_app.domain.documents.salvage_report_document import SalvageContents
from desktop_app.domain.progress import Progress
from desktop_app.domain.read_models.backups import FoundBackups, Restored, RestorePlan
from desktop_app.domain.read_models.salvage import SalvageReport
from desktop_app.widgets.paper.open_pages import OpenPages


class Prepared(Protocol):
    """A salvaged database beside the damaged one."""

    @property
    def report(self) -> SalvageReport:
        """What it holds and lacks."""
        ...

    def accept(self) -> Path:
        """Let it take the place of the damaged one; the folder in which that is kept."""
        ...

    def discard(self) -> None:
        """Remove it."""
        ...


class RecoveryWays(Protocol):
    """What can be done with a data folder; whatever takes a ``told`` is called off the main thread."""

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

    def find_backup(self, second: Path | None, told: Progress) -> FoundBackups:
        """Read backups, the newest first, until one is found that may be restored."""
        ...

    def restore(self, plan: RestorePlan, told: Progress) -> Restored:
        """Put its backup in the place of the damaged file, which is kept; told of percent, last at its last step."""
        ...

    def prepare(self, told: Progress) -> Prepared:
        """Salvage the damaged file."""
        ...

    def keep_report(self, kept: Path, text: str) -> None:
        """Lay the report beside the damaged file."""
        ...

    def report_paper(self, prepared: Prepared, contents: SalvageContents) -> bytes:
        """The report as PDF, with the letterhead of what was salvaged; raises ``Refused``."""
        ...

    def open_pages(self, pdf: bytes) -> OpenPages:
        """Open it for printing."""
        ...

    def save_report(self, path: Path, content: bytes) -> None:
        """Write the report elsewhere; raises ``Refused``."""
        ...
