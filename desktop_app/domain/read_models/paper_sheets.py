"""Read models of the registers and of files: one paper with the records it is about, and the files of a record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from desktop_app.domain.papers import Classification
from desktop_app.domain.read_models.history import Named
from desktop_app.domain.rules.files import FileDoubt, FileLink, RecordRef, StoredFile
from desktop_app.domain.rules.invitations import InvitationAnswer, InviteeRow
from desktop_app.domain.rules.meetings import Meeting
from desktop_app.domain.rules.registered_papers import IncomingPaper, OutgoingPaper
from desktop_app.domain.rules.requests import Request


@dataclass(frozen=True, slots=True)
class FileLine:
    """One file of a record; ``fixed`` where it belongs to what is final and stays as it is.

    ``doubt`` is what keeps it from being looked at, where that is known.
    """

    link: FileLink
    file: StoredFile
    fixed: bool = False
    doubt: FileDoubt | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FilesGroup:
    """The files of one record; ``title`` is what the record is called, ``classification`` how guarded it is itself.

    ``number`` is its place among records of its kind, 0 where it stands alone.
    """

    record: RecordRef
    title: str = ""
    number: int = 0
    classification: Classification = Classification.NORMAL
    lines: tuple[FileLine, ...] = ()


@dataclass(frozen=True, slots=True)
class FilesSheet:
    """The record that shows comes first; those that belong to it follow."""

    groups: tuple[FilesGroup, ...]
    read_only: bool = False
    """Nothing can be recorded: the files are only looked at and copied."""

    def doubted(self, doubt_of: Callable[[StoredFile], FileDoubt | None]) -> FilesSheet:
        """The same with what is known of each file."""
        groups = (
            replace(group, lines=tuple(replace(line, doubt=doubt_of(line.file)) for line in group.lines))
            for group in self.groups
        )
        return replace(self, groups=tuple(groups))

    @property
    def count(self) -> int:
        """How many files there are in all."""
        return sum(len(group.lines) for group in self.groups)

    def line(self, link_id: int) -> FileLine | None:
        """The line of a link."""
        return next((line for group in self.groups for line in group.lines if line.link.id == link_id), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperAbout:
    """One record that a paper is about or caused; a request tells how it stands."""

    link_id: int
    kind: str
    id: int
    named: Named
    request: Request | None = None
    answers: tuple[InvitationAnswer, ...] = ()
    """What the paper answers to the invitations of a meeting."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterSheet:
    """One registered paper; ``line`` is its line in the list, ``paper_day`` the day that the letter itself bears."""

    line: int
    paper: IncomingPaper | OutgoingPaper
    about: tuple[PaperAbout, ...]
    today: date
    paper_day: date | None = None

    @property
    def outgoing(self) -> bool:
        """Whether it went out."""
        return isinstance(self.paper, OutgoingPaper)


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRef:
    """A registered paper beside the record that it is about."""

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
    """A meeting that was convened, and whom its invitations go to."""

    meeting: Meeting
    invitees: tuple[InviteeRow, ...]
