"""A free letter of the office: its letterhead and signatory round the operator's own words."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.domain.documents.documents import Imprint, LetterDocument, Paper
from desktop_app.domain.documents.letter_lines import AddresseeLine, LetterSaid, SignatoryLine
from desktop_app.domain.documents.paper_capabilities import PaperCapabilities, taken
from desktop_app.services.context import Context
from desktop_app.services.documents.documents import letter
from desktop_app.services.documents.letter_parts import (
    imprint_of_letter,
    letterhead_of,
    letterhead_with,
    said_clean,
    signatory_of,
    typography_of,
)
from desktop_app.services.reading import the_committee


def letter_paper(
    context: Context,
    text: str,
    said: LetterSaid | None = None,
    *,
    to: AddresseeLine | None = None,
) -> Paper[LetterDocument]:
    """A letter of one paragraph a line; the secretary signs unless the operator named somebody else.

    Raises ``RuleBroken``: ``letter_empty``, ``glyph_missing``, ``text_too_long``.
    """
    words, whom = said_clean(context.paper, said or LetterSaid()), _addressee(context.paper, to)
    with context.read() as work:
        committee_id = the_committee(work)
        head = letterhead_of(work, committee_id, words)
        signatory = signatory_of(work, committee_id, context.clock.today(), words)
        document = letter(text, head, context.paper.supported, said=words, to=whom, signatory=signatory)
        document = replace(document, typography=typography_of(work.settings()))
        return Paper(document, imprint_of_letter(work, context.clock, head))


def letter_without_office(
    paper: PaperCapabilities,
    text: str,
    said: LetterSaid,
    *,
    parties: tuple[str, ...],
    invocation: str,
    to: AddresseeLine | None = None,
) -> Paper[LetterDocument]:
    """The same under a given letterhead where there are no data; nobody signs but whom the operator named."""
    words = said_clean(paper, said)
    head = letterhead_with(parties, invocation, words)
    signatory = SignatoryLine(name=words.signatory, post=words.signatory_post) if words.signatory else None
    document = letter(text, head, paper.supported, said=words, to=_addressee(paper, to), signatory=signatory)
    return Paper(document, Imprint())


def _addressee(paper: PaperCapabilities, to: AddresseeLine | None) -> AddresseeLine | None:
    """Whom the letter is for as the fields showed it; nobody where nothing of the name is left."""
    if to is None:
        return None
    name, post = taken(paper, to.name, "to").strip(), taken(paper, to.post, "to_post").strip()
    return replace(to, name=name, post=post) if name else None
