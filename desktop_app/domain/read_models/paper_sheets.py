"""Read models of registered letters and of files: a letter with its records, and the files of a record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from desktop_app.domain.papers import Classification
from desktop_app.domain.read_models.history import NamedRecord
from desktop_app.domain.rules.files import FileDoubt, FileLink, RecordRef, StoredFile
from desktop_app.domain.rules.invitations import InvitationAnswer, InviteeRow
from desktop_app.domain.rules.meetings import Meeting
from desktop_app.domain.rules.registered_papers import IncomingPaper, OutgoingPaper
from desktop_app.domain.rules.requests import Request


@dataclass(frozen=True, slots=True)
class FileLine:
    """One file of a record; ``fixed`` when it belongs to final minutes and cannot change.

    ``doubt`` is what keeps it from being looked at, where that is known.
    """

    link: FileLink
    file: StoredFile
    fixed: bool = False
    doubt: FileDoubt | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FilesGroup:
    """The files of one record; ``title`` is the record's name, ``classification`` its own class.

    ``number`` is its place among records of its kind, 0 where it stands alone.
    """

    record: RecordRef
    title: str = ""
    number: int = 0
    classification: Classification = Classification.NORMAL
    lines: tuple[FileLine, ...] = ()


@dataclass(frozen=True, slots=True)
class FilesSheet:
    """Files page: the shown record first, then the records that belong to it."""

    groups: tuple[FilesGroup, ...]
    read_only: bool = False
    """Nothing can be recorded: the files are only looked at and copied."""

    def with_doubts(self, doubt_of: Callable[[StoredFile], FileDoubt | None]) -> FilesSheet:
        """Return the sheet with the doubt, if any, about each file."""
        groups = (
            replace(group, lines=tuple(replace(line, doubt=doubt_of(line.file)) for line in group.lines))
            for group in self.groups
        )
        return replace(self, groups=tuple(groups))

    @property
    def count(self) -> int:
        """Number of all files."""
        return sum(len(group.lines) for group in self.groups)

    def line(self, link_id: int) -> FileLine | None:
        """Return the file line of a link."""
        return next((line for group in self.groups for line in group.lines if line.link.id == link_id), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperAbout:
    """One record linked to a paper; a request also shows its state."""

    link_id: int
    kind: str
    id: int
    named: NamedRecord
    request: Request | None = None
    answers: tuple[InvitationAnswer, ...] = ()
    """What the paper answers to the invitations of a meeting."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterSheet:
    """One registered paper; ``line`` is its line id in the list, ``paper_day`` the letter's own date."""

    line: int
    paper: IncomingPaper | OutgoingPaper
    about: tuple[PaperAbout, ...]
    today: date
    paper_day: date | None = None

    @property
    def outgoing(self) -> bool:
        """Whether the paper is an outgoing one."""
        return isinstance(self.paper, OutgoingPaper)


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRef:
    """A registered paper, as listed at the record that it is about."""

    line: int
    outgoing: bool
    year: int
    row: int
    number: str
    day: date
    party: str
    subject: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitedMeeting:
    """A convened meeting and its invitees."""

    meeting: Meeting
    invitees: tuple[InviteeRow, ...]
