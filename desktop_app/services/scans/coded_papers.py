"""Papers of the office by their codes, as scans name them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from desktop_app.domain.read_models.scans import CodedPaper, PaperOf
from desktop_app.domain.rules.in_force import newest
from desktop_app.domain.rules.minutes import MinutesVersion
from desktop_app.services.documents.documents import code_of
from desktop_app.storage.store.work import Work

RECORDS: Final = {
    PaperOf.MINUTES: "minutes_version",
    PaperOf.INVITATION: "sent_invitation",
    PaperOf.OUTGOING: "outgoing_paper",
}
"""By kind of paper the kind of record that has it."""


def paper_of_version(work: Work, version: MinutesVersion, *, code: str = "", pages: int = 0) -> CodedPaper:
    """The paper of frozen minutes; ``code`` is empty where their paper shows none, as that of a sample."""
    meeting = work.meetings.get(version.meeting_id)
    frozen = (one for one in work.versions.where(meeting_id=meeting.id) if one.content_hash)
    last = newest(frozen)
    return CodedPaper(
        code=code or code_of(version, sample=work.settings().sample),
        kind=PaperOf.MINUTES,
        meeting_id=meeting.id,
        meeting_number=meeting.number or 0,
        version_id=version.id,
        version=version.version,
        state=version.state,
        newest=last.version if last is not None else version.version,
        pages=pages,
        originals=version.originals,
    )


def coded_papers(work: Work, codes: Iterable[str]) -> Mapping[str, CodedPaper]:
    """The papers of this office among the codes."""
    found = ((code, _coded(work, code)) for code in dict.fromkeys(codes) if code)
    return {code: paper for code, paper in found if paper is not None}


def _coded(work: Work, code: str) -> CodedPaper | None:
    for kind, record_id in ((kind, one) for kind, name in RECORDS.items() for one in work.record_ids.coded(name, code)):
        if kind is PaperOf.MINUTES:
            return paper_of_version(work, work.versions.get(record_id), code=code)
        if kind is PaperOf.INVITATION:
            meeting = work.meetings.get(work.sent_invitations.get(record_id).meeting_id)
            return CodedPaper(code=code, kind=kind, meeting_id=meeting.id, meeting_number=meeting.number or 0)
        return CodedPaper(code=code, kind=kind)
    return None
