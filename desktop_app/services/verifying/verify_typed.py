"""Verifying of what somebody typed: the number of a letter or of minutes, else a code."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.read_models.verified_paper import VerifiedPaper, verdict_of
from desktop_app.domain.rules.registered_papers import OutgoingPaper
from desktop_app.domain.text.digits import latin_digits
from desktop_app.domain.verifying.paper_codes import LENGTH, TypedCode, read_typed, turned_round
from desktop_app.domain.verifying.verdicts import Clue
from desktop_app.services.context import Context
from desktop_app.services.verifying.paper_records import answer, letter_of, minutes_of_meeting, of_code
from desktop_app.storage.store.work import Work

_ROW: Final = re.compile(r"\s*(\d{1,4})\s*/\s*(\d{1,9})\s*")
"""Year and row of the register."""
_MINUTES: Final = re.compile(r"\s*(\d{1,5})\s*")
_CODE_LIKE: Final = 12
"""From so many letters on a text is taken for a code with a fault in it, and not for a number."""


def verify_typed(context: Context, typed: str) -> VerifiedPaper:
    """The paper with a number, else with a code.

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
    """The letters with a number, else the one in the row «year/row», else the minutes of a meeting; None for none.

    Of several letters with one number it is enough that one holds.
    """
    if not typed.strip():
        return None
    with context.read() as work:
        letters = [letter_of(work, one) for one in _outgoing(work, typed)]
        if letters:
            found = answer(work, Clue.NUMBER, letters=letters)
            holding = [one for one in letters if one.lapse is None]
            verdict, lapse = verdict_of(holding or letters, None)
            return replace(found, verdict=verdict, lapse=lapse)
        number = _MINUTES.fullmatch(latin_digits(typed))
        minutes = minutes_of_meeting(work, int(number[1])) if number is not None else None
        return answer(work, Clue.NUMBER, minutes=minutes) if minutes is not None else None


def _outgoing(work: Work, typed: str) -> Sequence[OutgoingPaper]:
    """The papers that went out with a number, else the one in the row «year/row»."""
    numbered = [work.outgoing_papers.get(one) for one in work.register_rows.numbered(typed)]
    row = _ROW.fullmatch(latin_digits(typed))
    if numbered or row is None:
        return numbered
    return work.outgoing_papers.where(year=int(row[1]), row=int(row[2]))


def verify_code(context: Context, typed: str) -> VerifiedPaper:
    """The paper with a code; a code that no record has is an answer, too.

    Raises ``RuleBroken`` with ``field="code"``: see :func:`desktop_app.domain.verifying.paper_codes.read_typed`.
    """
    read = read_typed(typed)
    with context.read() as work:
        for codes in (read.codes, tuple(map(turned_round, read.codes))):
            # some readers of PDF copy the parts of a code the other way round
            known = [found for code in codes if (found := of_code(work, code)) is not None]
            if len(known) == 1:
                return known[0]
            if known:
                break
        return _unknown(work, read)


def _unknown(work: Work, read: TypedCode) -> VerifiedPaper:
    near = {one for code in read.codes for one in work.paper_codes.near(code)}
    found = answer(work, Clue.CODE, code=read.codes[0])
    return replace(found, nearest=near.pop()) if len(near) == 1 else found
