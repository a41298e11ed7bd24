"""Backups as listed and verified, the plan of a restore, and archive exports: frozen values with keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from desktop_app.system import paths


class FileFault(StrEnum):
    """Why a file in an export differs from the records."""

    MISSING = "missing"
    """No file of that name lies in the data folder; a link to a file elsewhere is none."""
    ALTERED = "altered"
    """Its bytes are in the export and differ from those that were recorded."""
    UNREADABLE = "unreadable"
    """The disk or its rights do not give it."""
    UNDRAWN = "undrawn"
    """A kept document could not be drawn as a paper: its words, font, logo or an annex are not as they were."""


@dataclass(frozen=True, slots=True)
class WrongFile:
    """A recorded file that the export lacks or has altered; ``path`` is its path in the export."""

    path: str
    named: str
    fault: FileFault


@dataclass(frozen=True, slots=True)
class Exported:
    """A finished export; ``size`` in bytes, ``classification`` the highest class in it, empty for the usual one."""

    folder: Path
    tables: int
    rows: int
    files: int
    """Papers and attached files."""
    size: int
    classification: str
    wrong: tuple[WrongFile, ...] = ()


@dataclass(frozen=True, slots=True)
class ExportWords:
    """The Persian words in an export."""

    tables: Mapping[str, str]
    """Titles of the tables that are exported, by name."""
    column: Callable[[str, str], str]
    """The meaning of a column by its table and name."""
    lists: Mapping[str, Mapping[str, str]]
    """Closed lists by name: ``meeting``, ``meeting_kind``, ``minutes``, ``class``, ``kind``, ``fault``, ``mark``."""

    meeting: Callable[[int], str]
    """A meeting by its number, 0 for none."""
    minutes: Callable[[str, int], str]
    """Minutes by their meeting and version."""

    def of(self, name: str, stored: str) -> str:
        """Return the Persian word of a stored key; an unknown key is returned unchanged."""
        return self.lists[name].get(stored, stored)


class BackupKind(StrEnum):
    """The reason why a backup was made."""

    AUTOMATIC = "automatic"
    BY_HAND = "by_hand"
    BEFORE_RESTORE = "before_restore"
    BEFORE_UPGRADE = "before_upgrade"


class Verdict(StrEnum):
    """The result of verifying a backup."""

    VERIFIED = "verified"
    """Every byte was read just now, and every page, row hash and link of the chain holds."""
    UNREAD = "unread"
    """Complete by names and sizes; not all of its bytes were read now."""
    DAMAGED = "damaged"
    OTHER_COMMITTEE = "other_committee"
    NEWER_SCHEMA = "newer_schema"
    NOT_OURS = "not_ours"
    """A file of 0 bytes, or a database of another program."""


LAST_STEP = 95
"""Percent of a restore at which its last step begins: from there on it is not given up."""

SOUND = frozenset({Verdict.VERIFIED, Verdict.UNREAD})
"""Verdicts over which a restore may be begun; it reads every byte itself."""


class BackupDamage(StrEnum):
    """Why a backup is damaged."""

    NO_MANIFEST = "no_manifest"
    MANIFEST = "manifest"
    DATABASE_MISSING = "database_missing"
    DATABASE_CHANGED = "database_changed"
    DATABASE_UNSOUND = "database_unsound"
    RECORDS = "records"
    """Its records, chain or schema are not what the program wrote."""
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class RecordsState:
    """The state of a committee's records: equal states have an equal last entry and an equal chain head."""

    committee: str
    """The uid of the committee."""
    last_entry: int
    chain_head: str


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup in its folder."""

    folder: Path
    number: int = 0
    """Part of the name of its folder."""
    kind: BackupKind = BackupKind.AUTOMATIC
    made_at: str = ""
    """The instant in UTC, by the clock of the machine; nothing is ordered by it."""
    committee: str = ""
    """The uid of the committee."""
    committee_name: str = ""
    schema: int = 0
    last_entry: int = 0
    """The number of its newest entry of the history: of two backups of one committee the higher one is the newer."""
    chain_head: str = ""
    database_size: int = 0
    files: int = 0
    files_size: int = 0
    unread: tuple[str, ...] = ()
    """Paths of attached files that could not be read when it was made."""
    lost: tuple[str, ...] = ()
    """Paths of files whose bytes its place does not hold any more; its records come back all the same."""
    verdict: Verdict = Verdict.UNREAD
    flaw: BackupDamage | None = None
    detail: str = ""
    """What is flawed: the name of a file, or what SQLite says."""
    bare: str = ""
    """The name of the database in its folder where that is all there is: no manifest, no files."""

    @property
    def database(self) -> Path:
        """The path of the copied database."""
        return self.folder / (self.bare or paths.DATABASE)

    @property
    def moment(self) -> RecordsState:
        """The state of the records in the backup."""
        return RecordsState(self.committee, self.last_entry, self.chain_head)

    @property
    def order(self) -> tuple[int, bool, int]:
        """Sort key for the newer of two backups: last entry, then completeness, then backup number."""
        return self.last_entry, not self.lost, self.number

    @property
    def size(self) -> int:
        """Bytes of the database and of all files; backups of one folder share their files."""
        return self.database_size + self.files_size


@dataclass(frozen=True, slots=True)
class LostAct:
    """One entry of the history that a restore would remove."""

    at: str
    act: str
    kind: str
    """The table of its record."""


@dataclass(frozen=True, slots=True)
class RestorePlan:
    """The effects of a restore; computed without writing."""

    backup: Backup
    replaces: bool
    """An office lies in the folder."""
    readable: bool = True
    """What lies there can be read."""
    counted: bool = True
    """It is the backup's own office and can be read, so that all that would be lost could be counted."""
    other_committee: str = ""
    """The name of the committee whose data lie there, where it is another one than the backup's."""
    lost_entries: int = 0
    gained_entries: int = 0
    """Entries of the backup that the folder has not; they come back."""
    lost_days: int = 0
    first_lost: tuple[LostAct, ...] = ()
    """The newest of them."""
    lost_from: str = ""
    lost_to: str = ""
    upgrades_from: int = 0
    """The schema of the backup where it is older than the program's, else 0."""
    files_back: int = 0
    """Files that are missing in the folder, or otherwise there, and would be brought back."""
    files_lost: tuple[str, ...] = ()
    """Names of files that neither the folder nor the backup holds."""
    room_needed: int = 0
    """Bytes that have to be free beside the data."""


@dataclass(frozen=True, slots=True)
class NewestBackup:
    """The newest verified backup in several folders, its restore plan, and the backups passed over."""

    plan: RestorePlan | None
    passed_over: tuple[Backup, ...] = ()
    """Newer ones that are damaged or cannot be restored."""
    unreached: Path | None = None
    """The second place, where it was not there."""


@dataclass(frozen=True, slots=True)
class Restored:
    """The result of a restore."""

    plan: RestorePlan
    safety: Path | None
    """The copy of what was there before; None where nothing was."""
    files_back: int
    set_aside: tuple[str, ...] = ()
    """Names of what was there before and is kept under another name."""


@dataclass(frozen=True, slots=True)
class BackupFolderState:
    """The state of a backup folder: its backups, newest first, and whether it can be reached."""

    folder: Path
    reached: bool
    backups: tuple[Backup, ...] = ()
    same_disk: bool = False
    """It lies on the disk of the data, and is lost with that disk."""

    @property
    def newest(self) -> Backup | None:
        """The newest backup that may be restored."""
        return next((one for one in self.backups if one.verdict in SOUND), None)
