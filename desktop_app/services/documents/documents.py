"""Documents for print: minutes from the draft, or from the snapshot once final, and free letters.

The other papers of the office have a module each; all take the context and return a :class:`Paper`, which
``printing/papers/<stem>_pdf.py::render(document, imprint, render_context)`` draws. ``additions`` are the optional texts
of the operator (:class:`~desktop_app.domain.documents.letter_lines.LetterAdditions`: number, day, note, copies …)::

    invitation_document.invitation_paper(…, meeting_id, additions=None, *, only="", answer_until=None)
    invitation_document.invitees(context, meeting_id)                   # whom ``only`` may name
    attendance_sheet_document.attendance_sheet_paper(…, meeting_id, *, blank_rows=1, blank_guests=4)
    agenda_pack_document.agenda_pack_paper(…, meeting_id, additions=None)
    extract_document.extract_paper(…, meeting_id, additions=None, *, resolution_id=None, unit_id=None)
    reminder_document.reminder_paper(…, additions=None, *, unit_id=None, answer_until=None)
    letter_document.letter_paper(…, text, additions=None, *, to=None)
    documents.letter(text, letterhead, supported, *, additions=None, to=None, signatory=None)   # without a database

A meeting is found by its number with :func:`meeting_of_number`.
"""

from __future__ import annotations

import unicodedata
from dataclasses import replace

from desktop_app.domain.documents.documents import Imprint, LetterDocument, Letterhead, MinutesDocument, Paper
from desktop_app.domain.documents.letter_lines import AddresseeLine, LetterAdditions, SignatoryLine
from desktop_app.domain.documents.paper_capabilities import Unprintable, require_printable
from desktop_app.domain.documents.snapshots import paper_code
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.rules.minutes import EDITABLE, MinutesState, MinutesVersion
from desktop_app.domain.rules.typed_text import as_typed_clean, missing_characters
from desktop_app.services.context import Context
from desktop_app.services.documents.minutes_document import build_minutes
from desktop_app.services.documents.minutes_lines import split_lines
from desktop_app.services.office.settings import logo_of
from desktop_app.services.reading import only_committee_id
from desktop_app.services.versions.frozen_minutes import frozen_minutes
from desktop_app.services.versions.versions import shown_version
from desktop_app.storage.store.work import Work

_WHOLE_FILE = 5_000_000


def _has_ink(line: str) -> bool:
    """Whether the line prints anything besides joiners and direction marks."""
    return any(not letter.isspace() and unicodedata.category(letter) != "Cf" for letter in line)


def minutes_paper(context: Context, version_id: int) -> Paper[MinutesDocument]:
    """Build the minutes of one version: from the records while a draft, from the snapshot afterwards."""
    with context.read() as work:
        version = shown_version(work, version_id)
        sample = work.settings().sample
        if version.state in EDITABLE:
            document = build_minutes(work, context.clock, context.paper, version)
            imprint = Imprint(draft=True, sample=sample, made_at=context.clock.instant())
        else:
            document = frozen_minutes(work, version)
            imprint = imprint_of(work, version, sample=sample)
        return Paper(document, replace(imprint, logo=logo_of(work, document.letterhead.logo)))


def imprint_of(work: Work, version: MinutesVersion, *, sample: bool) -> Imprint:
    """Return the imprint of frozen minutes: the code (none for a sample), and whether they are withdrawn.

    The head of the chain stands beside the code, shortened as the code is; minutes from before the chain have none.
    """
    head = work.chain_head(version.id)
    return Imprint(
        sample=sample,
        void=version.state is MinutesState.WITHDRAWN,
        code=code_of(version, sample=sample),
        chain_head=paper_code(head) if head and not sample else "",
        made_at=version.finalised_at,
    )


def code_of(version: MinutesVersion, *, sample: bool) -> str:
    """The code of a frozen version; empty for drafts and samples."""
    return paper_code(version.content_hash) if version.content_hash and not sample else ""


def meeting_of_number(context: Context, number: int) -> int:
    """Return the id of meeting ``number``; raises ``RuleBroken("meeting_number_unknown")``."""
    with context.read() as work:
        found = work.meetings.where(committee_id=only_committee_id(work), number=number)
    if not found:
        raise RuleBroken("meeting_number_unknown", field="meeting", number=number)
    return found[0].id


def letter(
    text: str,
    letterhead: Letterhead,
    supported: frozenset[int],
    *,
    additions: LetterAdditions | None = None,
    to: AddresseeLine | None = None,
    signatory: SignatoryLine | None = None,
) -> LetterDocument:
    """Build a letter, one paragraph a line, without a database; raises ``RuleBroken`` for a missing glyph.

    Number, day and classes are those of ``letterhead``; of ``additions`` come subject, references and lists.
    """
    lines = as_typed_clean(text, limit=_WHOLE_FILE).text.splitlines()
    paragraphs = tuple(line.strip() for line in lines if _has_ink(line))
    if not paragraphs:
        raise RuleBroken("letter_empty", field="text")
    for number, line in enumerate(lines, start=1):
        for missing in missing_characters(line, supported):
            raise Unprintable(missing.char, missing.code_point, "paragraphs", number).refusal()
    about = additions or LetterAdditions()
    document = LetterDocument(
        letterhead=letterhead,
        addressee=to,
        subject=about.subject.strip(),
        references=split_lines(about.references),
        paragraphs=paragraphs,
        signatory=signatory,
        attachments=split_lines(about.attachments),
        copies_to=split_lines(about.copies_to),
    )
    require_printable(document, supported)
    return document
