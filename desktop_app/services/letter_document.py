"""A free letter of the office: its letterhead and signatory round the operator's own words."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.domain.clock import Clock
from desktop_app.domain.documents import LetterDocument
from desktop_app.domain.letter_lines import AddresseeLine, LetterSaid
from desktop_app.services.documents import Paper, letter
from desktop_app.services.letter_parts import imprint_of_letter, letterhead_of, said_clean, signatory_of, typography_of
from desktop_app.services.ports import OpenWork
from desktop_app.services.press import Press
from desktop_app.services.reading import the_committee


def letter_paper(
    open_work: OpenWork,
    clock: Clock,
    press: Press,
    text: str,
    said: LetterSaid | None = None,
    *,
    to: AddresseeLine | None = None,
) -> Paper[LetterDocument]:
    """A letter of one paragraph a line; the secretary signs unless the operator named somebody else.

    Raises ``RuleBroken``: ``letter_empty``, ``glyph_missing``.
    """
    words = said_clean(press, said or LetterSaid())
    with open_work() as work:
        committee_id = the_committee(work)
        head = letterhead_of(work, committee_id, words)
        signatory = signatory_of(work, committee_id, clock.today(), words)
        document = letter(text, head, press.supported, said=words, to=to, signatory=signatory)
        document = replace(document, typography=typography_of(work.settings()))
        return Paper(document, imprint_of_letter(work, clock, head))
