"""A letter as it went out, read back from the register."""

from __future__ import annotations

from datetime import date
from typing import Any

from desktop_app.domain.documents.document_kinds import DOCUMENTS
from desktop_app.domain.documents.documents import Imprint, Paper
from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.snapshots import content_hash, document_from_json
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.rules.registered_papers import IncomingPaper, OutgoingPaper
from desktop_app.domain.text.json_text import read_object
from desktop_app.services.context import Context
from desktop_app.services.documents.frozen_minutes import NO_DOCUMENT
from desktop_app.services.office.letterhead import logo_of


def kept_letter(context: Context, paper_id: int) -> tuple[PaperKind, Paper[Any]]:
    """Its kind and the very letter; raises ``RuleBroken("letter_falsified")`` where it is no longer that."""
    with context.read() as work:
        stored = work.outgoing_papers.get(paper_id)
        if not stored.document:
            raise RuleBroken("letter_made_elsewhere")
        if content_hash(stored.document) != stored.content_hash:
            raise RuleBroken("letter_falsified")
        kind, document = read_letter(stored.document)
        logo = logo_of(work, document.letterhead.logo)
        return kind, Paper(document, Imprint(sample=work.settings().sample, made_at=stored.at, logo=logo))


def read_letter(document: str) -> tuple[PaperKind, Any]:
    """A letter from its text; raises ``RuleBroken("letter_falsified")`` for one that no program of ours wrote."""
    try:
        kind = kind_of(document)
        return kind, document_from_json(DOCUMENTS[kind], document)
    except NO_DOCUMENT as error:
        raise RuleBroken("letter_falsified") from error


def kind_of(document: str) -> PaperKind:
    """The kind of a letter by the parts that only it has; raises one of ``NO_DOCUMENT`` for the text of none."""
    parts = read_object(document)
    if "letterhead" not in parts and "letters" not in parts:
        raise ValueError("no letter")
    if "addressees" in parts:
        return PaperKind.INVITATION
    if "letters" not in parts:
        return PaperKind.LETTER
    return PaperKind.EXTRACT if "resolution" in parts["letters"][0] else PaperKind.REMINDER


def letter_day(paper: IncomingPaper | OutgoingPaper) -> date | None:
    """The day that a letter itself bears, where it is known; one that went out may have done so on a later one."""
    if isinstance(paper, IncomingPaper):
        return paper.day
    if not paper.document:
        return None
    try:
        day = str(read_object(paper.document)["letterhead"]["day"])
        return date.fromisoformat(day) if day else None
    except NO_DOCUMENT:
        # a letter that somebody changed is named where it is looked at
        return None
