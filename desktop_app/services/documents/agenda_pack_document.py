"""The agenda pack of a meeting: agenda with background, follow-up report, previous minutes, citations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from desktop_app.domain.calendar.clock import iso
from desktop_app.domain.documents.documents import Paper
from desktop_app.domain.documents.letter_lines import LetterAdditions
from desktop_app.domain.documents.meeting_documents import AgendaPackDocument, CitedLine, PackItem, PreviousMinutesLine
from desktop_app.domain.documents.paper_capabilities import PaperCapabilities
from desktop_app.domain.read_models.sheets import FollowUp
from desktop_app.domain.rules.meetings import BEFORE_INVITING, Meeting
from desktop_app.domain.rules.members import SeatRole
from desktop_app.domain.rules.minutes import was_taken_over
from desktop_app.services.context import Context
from desktop_app.services.documents.documents import code_of
from desktop_app.services.documents.invitation_document import meeting_not_cancelled
from desktop_app.services.documents.letter_document import (
    called_meeting,
    clean_additions,
    imprint_of_letter,
    letterhead_of,
    officer_of,
    typography_of,
)
from desktop_app.services.documents.minutes_document import annexes_of_agenda, with_annexes
from desktop_app.services.documents.minutes_lines import follow_up_line, party_lines, split_lines
from desktop_app.services.follow_up.classes import with_highest_class
from desktop_app.services.follow_up.follow_up import day_of_report, follow_up_of
from desktop_app.services.reading import agenda_of, origins_of, parties_of
from desktop_app.services.versions.versions import earlier_minutes, wordings
from desktop_app.storage.store.work import Work


def agenda_pack_paper(
    context: Context,
    meeting_id: int,
    additions: LetterAdditions | None = None,
) -> Paper[AgendaPackDocument]:
    """Build the agenda pack; a draft until convening. Raises ``RuleBroken("paper_of_cancelled")``."""
    words = clean_additions(context.paper, additions or LetterAdditions())
    with context.read() as work:
        meeting = meeting_not_cancelled(work, meeting_id)
        committee_id, day = meeting.committee_id, meeting.day or context.clock.today()
        as_of = day_of_report(meeting, context.clock)
        reported = follow_up_of(work, meeting, as_of)
        cited = _cited(work, context.paper, [row.resolution_id for row in reported])
        attachments = split_lines(words.attachments)
        items = [item.id for item in agenda_of(work, meeting.id)]
        annexes, guarded = annexes_of_agenda(work, items, len(attachments))
        letterhead = with_highest_class(
            letterhead_of(work, committee_id, words), guarded, *(row.own_class for row in reported)
        )
        head = with_annexes(letterhead, len(attachments), annexes)
        document = AgendaPackDocument(
            committee=work.committees.get(committee_id).name,
            letterhead=head,
            parties=party_lines(parties_of(work, committee_id)),
            meeting=called_meeting(work, meeting),
            chair=meeting.chair or officer_of(work, committee_id, day, SeatRole.CHAIR).name,
            secretary=meeting.secretary or officer_of(work, committee_id, day, SeatRole.SECRETARY).name,
            items=_items(work, meeting, reported, cited),
            follow_up=tuple(follow_up_line(row) for row in reported),
            as_of=iso(as_of),
            cited=tuple(
                CitedLine(number=row.number, citation=cited[row.resolution_id])
                for row in reported
                if row.resolution_id in cited
            ),
            previous=_previous(work, meeting),
            note=split_lines(words.note),
            attachments=attachments,
            typography=typography_of(work.settings()),
            annexes=annexes,
        )
        return Paper(document, imprint_of_letter(work, context.clock, head, draft=meeting.state in BEFORE_INVITING))


def _items(
    work: Work, meeting: Meeting, reported: Sequence[FollowUp], cited: Mapping[int, str]
) -> tuple[PackItem, ...]:
    open_ = {row.resolution_id: row for row in reported}
    agenda = agenda_of(work, meeting.id)
    origins = origins_of(work, agenda)
    return tuple(
        PackItem(
            title=item.title,
            kind=item.kind.value,
            presenter=item.presenter,
            minutes=item.planned_minutes,
            background=split_lines(item.background),
            about=follow_up_line(open_[item.resolution_id]) if item.resolution_id in open_ else None,
            upstream=cited.get(item.resolution_id or 0, ""),
            origin=origins.get(item.id, 0),
        )
        for item in agenda
    )


def _cited(work: Work, paper: PaperCapabilities, resolution_ids: Sequence[int]) -> dict[int, str]:
    """Return the citation of the upstream decision for each resolution id that has one."""
    return {
        resolution_id: paper.cite(work.upstream.get(clause.upstream_id))
        for resolution_id, clause in wordings(work, resolution_ids).items()
        if clause.upstream_id is not None
    }


def _previous(work: Work, meeting: Meeting) -> PreviousMinutesLine | None:
    earlier = earlier_minutes(work, meeting)
    if earlier is None:
        return None
    version = work.versions.get(earlier.version_id)
    clauses = work.clauses.where(minutes_version_id=version.id)
    return PreviousMinutesLine(
        number=earlier.meeting_number,
        day=iso(earlier.meeting_day),
        version=0 if was_taken_over(version) else version.version,
        state=earlier.state.value,
        code=code_of(version, sample=work.settings().sample),
        resolutions=sum(clause.is_resolution for clause in clauses),
        confirmed=earlier.confirmed,
    )
