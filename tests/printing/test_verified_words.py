"""Words of the answer about a paper: one verdict alone is to be relied on."""

from __future__ import annotations

from itertools import product

from desktop_app.domain.read_models.verified_paper import VerifiedFile, VerifiedLetter, VerifiedMinutes, VerifiedPaper
from desktop_app.domain.rules.verifying import IdentifiedBy, InvalidReason, PaperVerdict, StoredAs
from desktop_app.printing.words.verified_words import result_texts

MINUTES = VerifiedMinutes(
    version_id=1,
    number=2,
    day=None,
    version=1,
    state="signed",
    inquorate=False,
    signed=7,
    signers=7,
    signed_on=None,
    holds=1,
    holds_id=1,
    lapse=None,
)
LETTER = VerifiedLetter(addressee="استانداری", number="۷", outgoing_id=1)
FILES = (
    None,
    VerifiedFile(attached=1, agrees=True),
    VerifiedFile(kept=StoredAs.SCAN, reason="برگ اضافه"),
    VerifiedFile(scanned=True, marks=(1,), total=2, unread=1, other_codes=("A",), agrees=False),
)


def test_of_every_answer_one_verdict_alone_says_that_it_can_be_relied_on() -> None:
    for verdict, clue, lapse, file in product(PaperVerdict, IdentifiedBy, (None, *InvalidReason), FILES):
        if clue is IdentifiedBy.NONE and verdict is not PaperVerdict.UNKNOWN:
            continue
        if verdict is PaperVerdict.UNKNOWN and clue in (IdentifiedBy.NUMBER, IdentifiedBy.BYTES):
            continue
        for minutes, letters in ((MINUTES, ()), (None, (LETTER,)), (None, (LETTER, LETTER)), (None, ())):
            if (
                minutes is None
                and not letters
                and verdict in (PaperVerdict.SAME, PaperVerdict.HOLDS, PaperVerdict.DIFFERS)
            ):
                continue
            paper = VerifiedPaper(
                verdict=verdict, clue=clue, lapse=lapse, minutes=minutes, letters=letters, file=file, sample=True
            )
            answer = result_texts(paper)
            text = "\n".join((answer.headline, *answer.facts, *answer.details))
            assert "معتبر" not in text
            assert ("استناد" in text) is (verdict is PaperVerdict.SAME)
            assert "  " not in answer.headline
