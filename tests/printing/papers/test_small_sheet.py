"""On the small sheet and in large writing no word of a table is cut, and head and foot keep their room."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from itertools import product

import pytest

from desktop_app.domain.documents.appearance import Sheet, Typography
from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.printing.pages import PageReader
from desktop_app.printing.papers import minutes_pdf
from tests.printing import made_papers
from tests.printing import sample_documents as samples
from tests.printing.checks.test_check_16 import MM, footer_faults, high
from tests.printing.every_paper import EACH_KIND, SAMPLES, parts
from tests.printing.oracles import stream
from tests.whole import deciding

SMALL = Typography(sheet=Sheet.A5)
MARKED = {name for name, sample in SAMPLES.items() if sample.kind is PaperKind.MINUTES}
WAYS = {"A5": SMALL, "large": Typography(size=125, pitch=120)}


def test_no_word_of_the_attendance_is_cut() -> None:
    document = replace(samples.RICH, typography=SMALL)
    pdf = minutes_pdf.render(document, samples.final_imprint(document), made_papers.render_context())
    with closing(PageReader()) as reader:
        opened = reader.open(pdf)
        said = " ".join(opened.text(place) for place in range(opened.count)).split()
    assert said.count("ردیف") >= 2
    assert said.count("جانشین") >= 2
    assert said.count("استانداری") >= 4


@pytest.mark.parametrize(
    ("name", "way"),
    deciding(
        product(SAMPLES, WAYS), {*product(EACH_KIND, ["A5"]), *product(["minutes", "letter"], WAYS)}, several=True
    ),
)
def test_the_foot_keeps_to_its_lines_and_the_head_stands_above_its_rule(name: str, way: str) -> None:
    """Head and foot are those of the kind, and the small sheet has less room for them than large writing."""
    sample, typography = SAMPLES[name], WAYS[way]
    document = replace(sample.document, typography=typography)
    pages = stream.read(sample.render(document, samples.final_imprint(document), made_papers.render_context()))
    foot = (typography.margins.bottom - 3) * MM
    if parts(document) == 1:
        assert footer_faults(pages) == []
    for page in pages:
        low = [line for line in page.lines() if line[0].y < foot and line[0].size > 5]
        marked = name in MARKED
        assert len(low) <= 2 + marked, "what the page is, with its codes below that, and the word in the strip"
    assert "طبقه‌بندی" in high(pages[0], typography.margins.first_top - 4)
