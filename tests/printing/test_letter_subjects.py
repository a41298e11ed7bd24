"""The register says of a letter what the letter says of itself."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.printing.words.letter_subjects import register_subject
from desktop_app.services.documents.letter_document import single_letters
from tests.printing import office_samples as samples
from tests.printing.office_papers import stands


@pytest.mark.parametrize(
    ("kind", "document"), [(PaperKind.REMINDER, samples.REMINDER), (PaperKind.EXTRACT, samples.EXTRACT)]
)
def test_the_subject_in_the_register_is_the_line_on_the_letter(kind: PaperKind, document: Any) -> None:
    singles = list(single_letters(kind, document))
    assert len(singles) > 1
    for place, one in enumerate(singles, start=1):
        assert place in stands(document, f"موضوع: {register_subject(kind, one)}")


def test_a_letter_without_a_subject_is_called_a_letter() -> None:
    assert register_subject(PaperKind.LETTER, samples.WHOLE_LETTER) == samples.WHOLE_LETTER.subject
    assert register_subject(PaperKind.LETTER, replace(samples.WHOLE_LETTER, subject="")) == "نامه"


def test_the_subject_of_an_invitation_is_the_line_on_it() -> None:
    one = samples.INVITATION
    for document in (one, replace(one, meeting=replace(one.meeting, kind="ordinary"))):
        assert stands(document, f"موضوع: {register_subject(PaperKind.INVITATION, document)}")


@pytest.mark.parametrize(("kind", "said"), [("ordinary", "عادی"), ("extraordinary", "فوق‌العاده")])
def test_an_invitation_without_a_number_has_no_dots_in_the_register(kind: str, said: str) -> None:
    meeting = replace(samples.INVITATION.meeting, number=None, kind=kind)
    document = replace(samples.INVITATION, meeting=meeting)
    assert register_subject(PaperKind.INVITATION, document) == f"دعوت به جلسهٔ {said}"
