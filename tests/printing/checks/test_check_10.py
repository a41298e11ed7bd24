"""Check 10: readers find most words again, and many lines exactly; the shares beside other programs are measured by
``dev.py bench paper-text``."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.benchmarks import paper_search, paper_text
from tests.printing import made_papers
from tests.printing.oracles import corpus, extractors

LINES = corpus.lines()
WORDS = {"pdftotext": 0.985, "pdfium": 0.96, "pypdf": 0.84}
"""The least share of words; last measured 99.7 %, 97.2 % and 85 %."""
EQUAL = {"pdftotext": 38, "pdfium": 29, "pypdf": 6}
"""The least number of lines that come back letter by letter, of all."""


def test_the_corpus_is_long_enough() -> None:
    assert len(LINES) >= 40


@pytest.mark.parametrize("reader", WORDS)
def test_words_and_lines_come_back(reader: str, tmp_path: Path) -> None:
    found = paper_text.found(LINES, extractors.READERS[reader](paper_text.ours(LINES), tmp_path))
    assert found.words >= WORDS[reader], found
    assert found.equal >= EQUAL[reader], found


def test_the_marks_win_phrases_where_a_search_skips_what_nobody_sees() -> None:
    bare = paper_search.without_marks(lambda: paper_text.ours(LINES))
    with_marks = paper_search.found(LINES, paper_search.unseen_skipped(paper_text.ours(LINES)))
    without = paper_search.found(LINES, paper_search.unseen_skipped(bare))
    assert all(more > fewer for more, fewer in zip(with_marks, without, strict=True)), (with_marks, without)


@pytest.mark.parametrize("reader", ["pdftotext", "pdfium"])
def test_plain_sentences_come_back_whole(reader: str, tmp_path: Path) -> None:
    sentences = [
        "کمیتهٔ راهبری موظف است گزارش پیشرفت هر فصل را تا پایان ماه بعد، به دبیرخانه بفرستد.",
        "جلسهٔ سوم در ساعت ۰۸:۳۰ روز دوشنبه ۱۴۰۱/۱۱/۱۰ (تالار شهدا) برگزار شد؛ ۸۰٪ حاضر بودند.",
        "مادهٔ ۳ (بند «ب») با ۶ رأی از ۸ رأی، تصویب شد: تا ۱۴۰۲/۰۱/۳۱، مهلت دارد.",
    ]
    found = paper_text.found(sentences, extractors.READERS[reader](paper_text.ours(sentences), tmp_path))
    assert found.equal == len(sentences)


def test_worse_papers_would_be_seen(tmp_path: Path) -> None:
    """Lines from left to right in the order of reading: what many programs write."""
    backwards = [line[::-1] for line in LINES]
    read = extractors.pdfium(made_papers.paragraphs(backwards, made_papers.ONE_LINE), tmp_path)
    assert paper_text.found(LINES, read).words < 0.5
    assert paper_text.found(LINES, "\n".join(LINES)) == paper_text.Found(len(LINES), len(LINES), 1.0)
    assert paper_text.found(LINES, "\n".join(line.replace(" ", "  ") for line in LINES)).equal == 0
