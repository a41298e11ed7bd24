"""Destinations: the pages that can be opened, each a value with all that its page needs to know."""

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
    """A page that needs no record, named by its key in the navigation."""

    key: str


@dataclass(frozen=True, slots=True)
class OpenFirstPage:
    """The page that an office starts with."""


@dataclass(frozen=True, slots=True)
class OpenDemo:
    """Fill the empty data folder with demo data and open it."""


@dataclass(frozen=True, slots=True)
class RestoreBackup:
    """Replace the present office by a backup, which was checked and confirmed."""

    backup: Backup


@dataclass(frozen=True, slots=True)
class LookAtBackup:
    """Open a backup in a window of its own; its temporary folder is removed when that window closes."""

    folder: Path
    made: str


@dataclass(frozen=True, slots=True)
class OpenHelp:
    """A chapter of the help, shown over the present page."""

    chapter: Chapter


@dataclass(frozen=True, slots=True)
class GoBack:
    """The page that the operator came from."""


@dataclass(frozen=True, slots=True)
class OpenMeeting:
    """The page of a meeting."""

    meeting_id: int


@dataclass(frozen=True, slots=True)
class OpenMinutes:
    """A version of minutes in the editor, scrolled to the clause of a resolution if one is given."""

    version_id: int
    resolution_id: int | None = None


@dataclass(frozen=True, slots=True)
class OpenPaper:
    """The paper of a version of minutes."""

    version_id: int


@dataclass(frozen=True, slots=True)
class OpenResolution:
    """A resolution next to its list."""

    resolution_id: int


@dataclass(frozen=True, slots=True)
class OpenTask:
    """The task of a unit next to the list of tasks."""

    task_id: int


@dataclass(frozen=True, slots=True)
class OpenRegister:
    """A registered letter next to the registers, named by its row there."""

    line: int


@dataclass(frozen=True, slots=True)
class OpenUnitTasks:
    """The open tasks of one unit."""

    unit_id: int


@dataclass(frozen=True, slots=True)
class OpenPapers:
    """The page of papers and reports, with a paper already chosen."""

    order: PaperOrder


@dataclass(frozen=True, slots=True)
class OpenHistory:
    """The history of a record and its parts; without a record, of the whole office."""

    record: RecordKey | None = None


RecordDestination = (
    OpenMeeting | OpenMinutes | OpenPaper | OpenResolution | OpenTask | OpenRegister | OpenPapers | OpenHistory
)
"""Shown on a page about one record, or about one among a list."""
PageDestination = OpenPage | OpenUnitTasks | RecordDestination
"""Shown on a page, to which one can come back."""
Destination = OpenFirstPage | OpenDemo | RestoreBackup | LookAtBackup | OpenHelp | GoBack | PageDestination
