"""The print of a version of minutes: the stored file of a printing, else the paper drawn again.

Both are the same paper: what is frozen prints the same for ever.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from desktop_app.domain.documents.documents import MinutesDocument, Paper
from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.services.context import Context
from desktop_app.services.documents.documents import minutes_paper
from desktop_app.system import disk


@dataclass(frozen=True, slots=True)
class PrintOfVersion:
    """Provider of a version's print for one open office; called in a worker thread."""

    context: Context
    make: Callable[[PaperKind, Paper[MinutesDocument]], bytes]
    papers: Path

    def __call__(self, version_id: int) -> bytes:
        """Return the PDF of a version's paper."""
        kept = self._kept(version_id)
        return kept if kept is not None else self.make(PaperKind.MINUTES, minutes_paper(self.context, version_id))

    def _kept(self, version_id: int) -> bytes | None:
        """Return the newest stored print that is unchanged, or None."""
        with self.context.read() as work:
            printings = work.printings.where(minutes_version_id=version_id)
        for one in reversed(printings):
            try:
                with disk.opened(self.papers / Path(one.path).name) as file:
                    content = file.read()
            except (OSError, ValueError):
                continue
            if hashlib.sha256(content).hexdigest() == one.sha256:
                return content
        return None
