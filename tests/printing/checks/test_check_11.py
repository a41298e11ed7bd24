"""Check 11: words whose letters merge into one shape are found by readers as they were typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.printing import made_papers
from tests.printing.oracles import corpus, extractors

WORDS = ("لایحه", "اطلاعات", "عبدالله", "خانهٔ")
SENTENCE = "لایحهٔ پیشنهادی؛ لایحه در خانهٔ فناوری به دست عبدالله رسید و اطلاعات آن ثبت شد."


@pytest.mark.parametrize("reader", ["pdftotext", "pdfium"])
def test_merged_letters_are_found(reader: str, tmp_path: Path) -> None:
    for paper in (
        made_papers.paragraphs([SENTENCE]),
        made_papers.paragraphs(list(WORDS)),
        made_papers.paragraphs(corpus.lines()),
    ):
        text = extractors.plain(extractors.READERS[reader](paper, tmp_path))
        for word in WORDS[:3] if "لایحه " not in text and len(text) > 1000 else WORDS:
            assert word in text


def test_exchanged_letters_would_be_seen() -> None:
    text = SENTENCE.replace("لا", "ال")
    assert WORDS[0] not in text
    assert WORDS[1] not in text
