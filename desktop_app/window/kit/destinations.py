"""Destinations: where a page may lead. Each is a value that says all that the page there needs to know."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    # none of them is loaded for a page that leads to none of them
    from desktop_app.domain.documents.paper_orders import PaperOrder
    from desktop_app.domain.read_models.backups import Backup
    from desktop_app.domain.read_models.history import RecordKey
    from desktop_app.domain.read_models.program_help import Chapter


@dataclass(frozen=True, slots=True)
class OpenPage:
    """A page that needs no record, by its key in the navigation."""

    key: str


@dataclass(frozen=True, slots=True)
class OpenFirstPage:
    """The page that an office begins with."""


@dataclass(frozen=True, slots=True)
class OpenDemo:
    """The demo data in the place of an empty folder."""


@dataclass(frozen=True, slots=True)
class RestoreBackup:
    """The office as a backup holds it, in the place of the present one; it was judged and agreed to."""

    backup: Backup


@dataclass(frozen=True, slots=True)
class LookAtBackup:
    """A window of its own over what a backup holds, unpacked in a folder that goes with it."""

    folder: Path
    made: str


@dataclass(frozen=True, slots=True)
class OpenHelp:
    """A chapter of the help, over the page that shows."""

    chapter: Chapter


@dataclass(frozen=True, slots=True)
class GoBack:
    """Where the operator was before."""


@dataclass(frozen=True, slots=True)
class OpenMeeting:
    """The page of a meeting."""

    meeting_id: int


@dataclass(frozen=True, slots=True)
class OpenMinutes:
    """A version of minutes in the editor, there at the clause of a resolution where one is told."""

    version_id: int
    resolution_id: int | None = None


@dataclass(frozen=True, slots=True)
class OpenPaper:
    """The paper of a version of minutes."""

    version_id: int


@dataclass(frozen=True, slots=True)
class OpenResolution:
    """A resolution beside its list."""

    resolution_id: int


@dataclass(frozen=True, slots=True)
class OpenTask:
    """The task of a unit beside the list of tasks."""

    task_id: int


@dataclass(frozen=True, slots=True)
class OpenRegister:
    """A paper beside the registers, by its line there."""

    line: int


@dataclass(frozen=True, slots=True)
class OpenUnitTasks:
    """The open tasks of one unit."""

    unit_id: int


@dataclass(frozen=True, slots=True)
class OpenPapers:
    """The page of papers and reports, with the choice made."""

    order: PaperOrder


@dataclass(frozen=True, slots=True)
class OpenHistory:
    """What was done to a record with all that belongs to it; without one, in the whole office."""

    record: RecordKey | None = None


RecordDestination = (
    OpenMeeting | OpenMinutes | OpenPaper | OpenResolution | OpenTask | OpenRegister | OpenPapers | OpenHistory
)
"""Shown on a page about one record, or about one among a list."""
PageDestination = OpenPage | OpenUnitTasks | RecordDestination
"""Shown on a page, to which one can come back."""
Destination = OpenFirstPage | OpenDemo | RestoreBackup | LookAtBackup | OpenHelp | GoBack | PageDestination
