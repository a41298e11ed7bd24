"""Subjects of letters, both on paper and in the register of outgoing papers."""

from __future__ import annotations

from typing import Any

from desktop_app.domain.documents.meeting_documents import InvitationDocument
from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.unit_documents import ExtractLetter, ReminderLetter
from desktop_app.domain.text.digits import record_number
from desktop_app.printing.words import extract, letter, meeting_papers, reminder
from desktop_app.printing.words.paper_words import digits
from desktop_app.words import letters as words
from desktop_app.words.states import MEETING_KIND


def of_reminder(one: ReminderLetter) -> str:
    """Return the subject of a reminder: how many resolutions are open, and how many of them late."""
    count, late = len(one.lines), sum(line.late > 0 for line in one.lines)
    return reminder.subject(count, digits(count), digits(late) if late else "")


def of_extract(one: ExtractLetter) -> str:
    """Return the subject of an extract: the resolution, or its correction."""
    subject = extract.corrected_subject if one.earlier else extract.subject
    return subject(record_number(one.resolution.number))


def of_invitation(document: InvitationDocument) -> str:
    """Return the subject of an invitation: the meeting, with dots for a missing number."""
    meeting = document.meeting
    return meeting_papers.subject(letter.KINDS[meeting.kind], digits(meeting.number or ""))


def register_subject(kind: PaperKind, document: Any) -> str:  # noqa: ANN401 - a document of whatever kind
    """Return the subject of a single letter in one line, without ties between words."""
    if kind is PaperKind.REMINDER:
        found = of_reminder(document.letters[0])
    elif kind is PaperKind.EXTRACT:
        found = of_extract(document.letters[0])
    elif kind is PaperKind.INVITATION:
        meeting = document.meeting
        # dots are for the pen, and nobody writes in the register
        found = of_invitation(document) if meeting.number else words.invitation(MEETING_KIND[meeting.kind])
    else:
        found = document.subject or words.WHAT
    return found.replace("\u00a0", " ")
