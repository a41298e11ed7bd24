"""Verify a letter by its number in the register of outgoing papers: letters bear no code.

A number vouches for no word on the paper: it tells what is recorded under it.
"""

from __future__ import annotations

import re
from typing import Final

from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.snapshots import content_hash
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.read_models.rows import register_line
from desktop_app.domain.read_models.verified_paper import NumberedLetter, VerifiedLetter, VerifiedPaper
from desktop_app.domain.rules.registered_papers import OutgoingPaper
from desktop_app.domain.text.digits import latin_digits
from desktop_app.domain.verifying.paper_codes import LENGTH
from desktop_app.domain.verifying.verdicts import PaperStanding
from desktop_app.services.context import Context
from desktop_app.services.ports import Work
from desktop_app.services.registers.kept_letter import read_letter
from desktop_app.services.verifying.verify_code import verify_code

_ROW: Final = re.compile(r"\s*(\d{1,4})\s*/\s*(\d{1,9})\s*")
"""A row as the register shows it: its year and its place there."""
_CODE_LIKE: Final = 12
"""From so many letters on a text is taken for a code with a fault in it, and not for a number."""
_WORST_FIRST: Final = (PaperStanding.FALSIFIED, PaperStanding.REGISTERED, PaperStanding.STRUCK)


def verify_typed(context: Context, typed: str) -> VerifiedPaper:
    """The letters with the number that was typed, else what the paper with this code is.

    Raises ``RuleBroken`` with ``field="code"``: ``paper_number_unknown`` (``number``, ``count``, ``wanted``) for what
    has figures and is too short to be a code, else as :func:`verify_code`.
    """
    found = verify_number(context, typed)
    if found is not None:
        return found
    try:
        return verify_code(context, typed)
    except RuleBroken as broken:
        length = sum(map(str.isalnum, typed))
        if length < _CODE_LIKE and any(map(str.isdigit, typed)):
            facts = {"number": typed.strip(), "count": length, "wanted": LENGTH}
            raise RuleBroken("paper_number_unknown", field="code", **facts) from broken
        raise


def verify_number(context: Context, typed: str) -> VerifiedPaper | None:
    """The letters that bear a number, else the one in the row «year/row»; None where there is none."""
    with context.read() as work:
        found = tuple(_numbered(one) for one in _papers(work, typed))
        if not found:
            return None
        standings = {one.standing for one in found}
        standing = next(one for one in _WORST_FIRST if one in standings)
        return VerifiedPaper(standing=standing, numbered=found, sample=work.settings().sample)


# ---- inside


def _papers(work: Work, typed: str) -> tuple[OutgoingPaper, ...]:
    ids = work.register_rows.numbered(typed) if typed.strip() else ()
    if ids:
        return tuple(work.outgoing_papers.get(one) for one in ids)
    row = _ROW.fullmatch(latin_digits(typed))
    return work.outgoing_papers.where(year=int(row[1]), row=int(row[2])) if row is not None else ()


def _numbered(paper: OutgoingPaper) -> NumberedLetter:
    kind = _kind_of(paper) if paper.document else None
    falsified = bool(paper.document) and kind is None
    return NumberedLetter(
        letter=VerifiedLetter(addressee=paper.addressee, number=paper.number, day=paper.day, subject=paper.subject),
        standing=_standing(paper, falsified=falsified),
        kind=kind,
        line=register_line(paper.id, outgoing=True),
        year=paper.year,
        row=paper.row,
    )


def _kind_of(paper: OutgoingPaper) -> PaperKind | None:
    """Of the letter that is kept; nothing of one that is no longer that, or was never any."""
    if content_hash(paper.document) != paper.content_hash:
        return None
    try:
        return read_letter(paper.document)[0]
    except RuleBroken:
        return None


def _standing(paper: OutgoingPaper, *, falsified: bool) -> PaperStanding:
    if falsified:
        return PaperStanding.FALSIFIED
    return PaperStanding.STRUCK if paper.struck_on is not None else PaperStanding.REGISTERED
