"""Document of draft minutes, built from their records, and the annexes of papers from attached files.

Annexes are numbered after the attachments that were typed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from desktop_app.domain.calendar.clock import Clock, iso
from desktop_app.domain.documents.annex_lines import AnnexLine
from desktop_app.domain.documents.documents import GuestLine, Letterhead, MinutesDocument, ResolutionLine
from desktop_app.domain.documents.paper_capabilities import PaperCapabilities
from desktop_app.domain.papers import Classification, class_above_usual, highest
from desktop_app.domain.read_models.sheets import FollowUp
from desktop_app.domain.rules.files import FileLink, FileOwner, FileRole, RecordRef
from desktop_app.domain.rules.minutes import Clause, MinutesVersion, resolutions_in_order
from desktop_app.domain.text.digits import persian_digits
from desktop_app.services.documents.minutes_lines import Parts, closing_words, follow_up_line, split_lines
from desktop_app.services.files.owners import kept_files, links_of, owner_of, owners_of
from desktop_app.services.follow_up.classes import with_highest_class
from desktop_app.services.follow_up.deadline_course import due_days
from desktop_app.services.follow_up.follow_up import day_of_report, follow_up_of
from desktop_app.services.reading import (
    agenda_of,
    names_of,
    origins_of,
    parties_of,
    previous_of,
    roles_of,
    was_inquorate,
)
from desktop_app.services.versions.amending import numbers_so_far, with_changes
from desktop_app.services.versions.signing import signers_of
from desktop_app.services.versions.versions import meeting_of
from desktop_app.storage.store.work import Work

Annexes = Sequence[tuple[int, FileLink]]
"""The place of the agenda item, 0 for none, with a link."""


def annexes_of_minutes(work: Work, version_id: int, typed: int) -> tuple[tuple[AnnexLine, ...], Classification]:
    """Return the annexes of a version, and the highest class among them.

    ``typed`` is how many attachments its own list names before them.
    """
    owner = owner_of(work, RecordRef(FileOwner.MINUTES, version_id))
    links = links_of(work, (owner,))[owner.record]
    return _drawn(work, [(0, link) for link in links if link.role is FileRole.ANNEX], typed)


def annexes_of_agenda(work: Work, item_ids: Sequence[int], typed: int) -> tuple[tuple[AnnexLine, ...], Classification]:
    """Return the annexes of agenda items in order, and the highest class among them."""
    owners = owners_of(work, FileOwner.AGENDA_ITEM, item_ids)
    links = links_of(work, owners)
    found = [(place, link) for place, owner in enumerate(owners, start=1) for link in links[owner.record]]
    return _drawn(work, found, typed)


def with_annexes(head: Letterhead, typed: int, annexes: Sequence[AnnexLine]) -> Letterhead:
    """Return the letterhead whose «پیوست» includes the annexes in its count."""
    return replace(head, attachment=persian_digits(str(typed + len(annexes)))) if annexes else head


def _drawn(work: Work, found: Annexes, typed: int) -> tuple[tuple[AnnexLine, ...], Classification]:
    kept = kept_files(work, [link for _place, link in found])
    lines = tuple(
        AnnexLine(
            number=typed + count,
            name=link.name,
            sha256=kept[link.file_id].sha256,
            type=kept[link.file_id].type,
            item=place,
            own_class=class_above_usual(link.classification),
        )
        for count, (place, link) in enumerate(found, start=1)
    )
    return lines, highest(line.own_class for line in lines)


def parts_of(work: Work, version: MinutesVersion, clauses: Sequence[Clause]) -> Parts:
    """Read all records that the lines of a version with these clauses are built from."""
    meeting = meeting_of(work, version)
    effects = work.effects.where(clause_id=[one.id for one in clauses]) if clauses else ()
    acted_on = work.resolutions.where(id=sorted({one.resolution_id for one in effects})) if effects else ()
    return Parts(
        version=version,
        meeting=meeting,
        parties=parties_of(work, meeting.committee_id),
        attendance=work.attendance.where(minutes_version_id=version.id),
        roles=roles_of(work, meeting.committee_id),
        names=names_of(work, meeting.committee_id),
        due=due_days(work, meeting, version),
        effects=effects,
        targets={one.id: one.number for one in acted_on},
        fates={one.agenda_item_id: one for one in work.dispositions.where(minutes_version_id=version.id)},
        origins=origins_of(work, agenda_of(work, meeting.id)),
    )


def build_minutes(
    work: Work,
    clock: Clock,
    paper: PaperCapabilities,
    version: MinutesVersion,
    numbers: Mapping[int, str] | None = None,
    reported: Sequence[FollowUp] | None = None,
) -> MinutesDocument:
    """The document of a version from its live records; without ``numbers`` (by resolution id) it is a draft's, which
    bears only the numbers that a signed version gave.

    ``reported`` is the follow-up report when the caller has read it already.
    """
    clauses = work.clauses.where(minutes_version_id=version.id)
    parts = parts_of(work, version, clauses)
    meeting, settings = parts.meeting, work.settings()
    attachments = split_lines(version.attachments)
    annexes, guarded = annexes_of_minutes(work, version.id, len(attachments))
    items = agenda_of(work, meeting.id)
    talk = work.deliberations.where(minutes_version_id=version.id)
    guests = work.guests.where(minutes_version_id=version.id)
    chosen = resolutions_in_order(clauses, [item.id for item in items])
    known = numbers if numbers is not None else numbers_so_far(work, version)
    if reported is None:
        reported = follow_up_of(work, meeting, day_of_report(meeting, clock))
    classes = (guarded, *(one.classification or "" for one in clauses), *(one.own_class for one in reported))
    document = MinutesDocument(
        fonts=paper.fonts,
        committee=work.committees.get(meeting.committee_id).name,
        letterhead=with_annexes(with_highest_class(parts.letterhead(settings), *classes), len(attachments), annexes),
        parties=parts.party_lines(),
        meeting=parts.facts(previous_of(work, meeting)),
        version=version.version,
        inquorate=was_inquorate(work, meeting),
        attendance=tuple(parts.seat(row) for row in parts.attendance),
        guests=tuple(GuestLine(name=guest.name, post=guest.post) for guest in guests),
        quorum=parts.quorum(settings.quorum),
        agenda=tuple(parts.agenda_line(item, talk, clauses) for item in items),
        follow_up=tuple(follow_up_line(row) for row in reported),
        resolutions=_resolutions(work, paper, parts, chosen, known),
        next_day=iso(version.next_day),
        next_starts_at=version.next_starts_at,
        next_agenda=version.next_agenda,
        closing=closing_words(version.closing, meeting.ended_at),
        originals=version.originals,
        kept_at=version.kept_at,
        signers=tuple(parts.signer(signer) for signer in signers_of(work, version)),
        attachments=attachments,
        copies_to=split_lines(version.copies_to),
        typography=settings.print_setup.typography,
        annexes=annexes,
    )
    return with_changes(work, version, document)


def _resolutions(
    work: Work, paper: PaperCapabilities, parts: Parts, clauses: Sequence[Clause], numbers: Mapping[int, str]
) -> tuple[ResolutionLine, ...]:
    cited = {
        clause.upstream_id: paper.cite(work.upstream.get(clause.upstream_id))
        for clause in clauses
        if clause.upstream_id is not None
    }
    return tuple(
        parts.resolution(clause, numbers.get(clause.resolution_id or 0, ""), cited.get(clause.upstream_id or 0, ""))
        for clause in clauses
    )
