"""The document of the report of a salvage, with the letterhead of the salvaged records."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.domain.calendar.clock import local_moment
from desktop_app.domain.documents.documents import Paper
from desktop_app.domain.documents.papers import Classification
from desktop_app.domain.documents.salvage_report_document import SalvageContents, SalvageReportDocument
from desktop_app.services.context import Context
from desktop_app.services.documents.classes import raised
from desktop_app.services.documents.minutes_lines import iso
from desktop_app.services.documents.report_head import ReportHead, report_paper
from desktop_app.storage.store.work import Work

UNREAD = "؟"
"""In place of a character of a damaged name that no font draws."""


def salvage_report_paper(
    context: Context, contents: SalvageContents, at: str, classification: Classification
) -> Paper[SalvageReportDocument]:
    """The report as a paper; ``at`` is the instant of the salvage, and ``context`` reads what was salvaged."""
    day, time = local_moment(at)

    def build(_work: Work, head: ReportHead) -> SalvageReportDocument:
        """With what stands on every paper of the office."""
        return SalvageReportDocument(
            committee=head.committee,
            letterhead=raised(head.letterhead, classification),
            parties=head.parties,
            day=iso(day),
            time=time,
            contents=_printable(contents, context.paper.supported),
            typography=head.typography,
        )

    return report_paper(context, build, day)


def _printable(contents: SalvageContents, supported: frozenset[int]) -> SalvageContents:
    """Names of damaged rows may hold anything: they are no reason to have no report."""

    def clean(text: str) -> str:
        return "".join(one if ord(one) in supported or one == " " else UNREAD for one in text)

    return replace(contents, listed=tuple(replace(one, name=clean(one.name)) for one in contents.listed))
