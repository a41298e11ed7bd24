"""The pages of a paper of several letters count from 1 in each, for readers as on paper."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2
import pytest

from desktop_app.domain.documents.documents import Imprint
from desktop_app.domain.documents.paper_kinds import Profile
from desktop_app.printing.engine.pdf.page_labels import first_pages_of
from desktop_app.printing.papers import reminder_pdf
from tests.printing import made_papers, office_samples
from tests.printing import sample_documents as samples
from tests.printing.every_paper import SAMPLES, each_kind, paper, parts


@each_kind
def test_each_letter_begins_on_a_page_that_is_told(name: str) -> None:
    made = paper(name)
    first = first_pages_of(made)
    assert len(first) == parts(SAMPLES[name].document)
    assert first[0] == 0


@pytest.mark.parametrize("profile", Profile)
def test_a_letter_of_several_pages_counts_them_itself(profile: Profile) -> None:
    first, second = office_samples.REMINDER.letters
    lines = tuple(replace(first.lines[0], number=f"۱۴۰۲/۱/{number}") for number in range(1, 60))
    document = replace(office_samples.REMINDER, letters=(second, replace(first, lines=lines), second))
    imprint = Imprint(made_at=samples.final_imprint(samples.RICH).made_at)
    made = reminder_pdf.render(document, imprint, replace(made_papers.render_context(), profile=profile))
    opened = pypdfium2.PdfDocument(made)
    labels = [opened.get_page_label(page) for page in range(len(opened))]
    long = len(opened) - 2
    assert long >= 3
    assert labels == ["1", *map(str, range(1, long + 1)), "1"]
    assert first_pages_of(made) == (0, 1, long + 1)
