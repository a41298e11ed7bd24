"""Backups as they are listed and judged, and what a restore of one would do: frozen, by keys."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from desktop_app import paths
from desktop_app.domain.read_models.findings import Finding
from desktop_app.domain.read_models.history import Named


class BackupKind(StrEnum):
    """What a backup was made for."""

    AUTOMATIC = "automatic"
    BY_HAND = "by_hand"
    BEFORE_RESTORE = "before_restore"
    BEFORE_UPGRADE = "before_upgrade"


class Verdict(StrEnum):
    """What was found of a backup."""

    VERIFIED = "verified"
    """Every byte was read just now and agrees with the manifest, and every record with what was written of it."""
    WHOLE = "whole"
    """Every byte was read just now and agrees; its records were not held against their hashes."""
    DOUBTFUL = "doubtful"
    """Every byte agrees, but records are not what the program wrote, or files are not as the records know them.

    They were changed, lost or unreadable before the backup was made.
    """
    UNREAD = "unread"
    """Complete by names and sizes; not all of its bytes were read now, also where it was made just now."""
    DAMAGED = "damaged"
    OTHER_COMMITTEE = "other_committee"
    NEWER_SCHEMA = "newer_schema"


LAST_STEP = 95
"""Percent of a restore at which its last step begins: from there on it is not given up."""

READ = frozenset({Verdict.VERIFIED, Verdict.WHOLE})
"""Verdicts of what was read and found without fault."""
SOUND = READ | {Verdict.UNREAD, Verdict.DOUBTFUL}
"""Verdicts over which a restore may be begun; it reads every byte itself."""


class Flaw(StrEnum):
    """Why a backup is damaged, or refused."""

    NO_MANIFEST = "no_manifest"
    MANIFEST = "manifest"
    DATABASE_MISSING = "database_missing"
    DATABASE_CHANGED = "database_changed"
    DATABASE_UNSOUND = "database_unsound"
    SCHEMA = "schema"
    """A trigger, view or table has no place in a database of this program, or one is missing or changed."""
    FILE_MISSING = "file_missing"
    FILE_CHANGED = "file_changed"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Moment:
    """How far the records of a committee go: as far as others whose newest entry and link are the same."""

    committee: str
    last_entry: int
    chain_head: str


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup as it lies in its place."""

    folder: Path
    number: int
    """Its place in the order in which backups were made there; a clock that stands wrong changes nothing of it."""
    kind: BackupKind = BackupKind.AUTOMATIC
    made_at: str = ""
    """The instant in UTC, by the clock of the machine."""
    committee: str = ""
    """The uid of the committee."""
    committee_name: str = ""
    schema: int = 0
    last_entry: int = 0
    last_act: int = 0
    chain_head: str = ""
    database_size: int = 0
    files: int = 0
    files_size: int = 0
    verdict: Verdict = Verdict.UNREAD
    flaw: Flaw | None = None
    detail: str = ""
    """What is flawed: the name of a file, or what SQLite says."""
    doubts: int = 0
    """How many findings its records gave."""
    first_doubts: tuple[Finding, ...] = ()
    """The first of them."""
    wrong_files: int = 0
    """Files that the office had lost, or could not read, or that were damaged there when the backup was made."""
    first_wrong_files: tuple[Finding, ...] = ()
    """The first of them; the detail names each with its records."""
    mended: int = 0
    """Stored files that were missing or changed, and were written anew from the office while it was read."""
    read_as: Verdict | None = None
    """What was found when all of it was read the last time, where that was not just now and was written down."""
    read_at: str = ""
    """The instant of that."""
    bare: str = ""
    """The name of the database in its folder where that is all there is: no manifest, no files."""

    @property
    def database(self) -> Path:
        """The copy of the database."""
        return self.folder / (self.bare or paths.DATABASE)

    @property
    def records_right(self) -> bool:
        """Every byte was read, and every record is what the program wrote; files may be wrong, as in the office."""
        return self.verdict is Verdict.VERIFIED or (self.verdict is Verdict.DOUBTFUL and not self.doubts)

    @property
    def moment(self) -> Moment:
        """How far it goes."""
        return Moment(self.committee, self.last_entry, self.chain_head)

    @property
    def size(self) -> int:
        """Bytes of the database and of every file; files are stored once for all backups of a place."""
        return self.database_size + self.files_size


@dataclass(frozen=True, slots=True)
class LostAct:
    """What a restore would take away: of one record, or one entry; the last act and when it was."""

    at: str
    act: str
    record: Named
    """What the history calls it, as far as that can be read."""
    seq: int = 0
    """Its entry."""
    of: int = 0
    """The id of the record."""
    entries: int = 1
    """How many entries of this record would go."""


@dataclass(frozen=True, slots=True)
class RestorePlan:
    """What a restore would do; nothing is written to make it."""

    backup: Backup
    replaces: bool
    """An office lies in the folder."""
    readable: bool = True
    """What lies there is sound, so that all that would be lost could be counted; else as much as can be read."""
    lost_entries: int = 0
    gained_entries: int = 0
    """Entries of the backup that a sound office in the folder has not; they come back."""
    unrecovered_rows: int = 0
    """Rows that a recovery of the data of the backup lost, and of which a sound office in the folder does not tell."""
    lost_acts: int = 0
    lost_days: int = 0
    first_lost: tuple[LostAct, ...] = ()
    lost_from: str = ""
    lost_to: str = ""
    upgrades_from: int = 0
    """The schema of the backup where it is older than the program's, else 0."""
    files_back: int = 0
    """Files that are missing in the folder, or otherwise there, and would be brought back."""
    room_needed: int = 0
    """Bytes that have to be free beside the data."""


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A backup that was newer than the one that was found, or looked for, and is not offered."""

    backup: Backup
    differs: str = ""
    """What its schema has otherwise, where that alone is the reason."""


@dataclass(frozen=True, slots=True)
class FoundBackups:
    """The newest backup that may be restored, with what that would do, and what was passed over before it.

    It is a doubtful one only where none without fault was found.
    """

    plan: RestorePlan | None
    passed_over: tuple[PassedOver, ...] = ()
    unreached: Path | None = None
    """The second place, where it was not there."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did."""

    plan: RestorePlan
    safety: Path | None
    """The copy of what was there before; None where nothing was."""
    files_back: int
    set_aside: tuple[str, ...] = ()
    """Names of what was there before and is kept under another name."""


@dataclass(frozen=True, slots=True)
class PlaceCautions:
    """What the operator has to know of a place before she relies on it."""

    same_disk: bool = False
    """It lies on the disk of the data, and is lost with that disk."""
    outgrown: int = 0
    """Bytes of the database where it nears the largest file that the place can hold, else 0."""


@dataclass(frozen=True, slots=True)
class PlaceState:
    """A place of backups as it stands: what lies there, and whether it can be reached."""

    folder: Path
    reached: bool
    backups: tuple[Backup, ...] = ()
    cautions: PlaceCautions = PlaceCautions()
    office: str = ""
    """The name of the committee whose data these backups are of, or that they lie among."""

    @property
    def others(self) -> tuple[Backup, ...]:
        """Backups of other committees, among which those of this one lie."""
        return tuple(one for one in self.backups if one.verdict is Verdict.OTHER_COMMITTEE)
