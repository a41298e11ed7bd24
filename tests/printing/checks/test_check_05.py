"""Check 5: no presentation form and no private character in what any reader gets from a paper."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.printing import made_papers
from tests.printing.oracles import corpus, dictionary, extractors, pieces, stream

FOREIGN = re.compile("[\ufb50-\ufdfb\ufdfd-\ufdff\ufe70-\ufefe\ue000-\uf8ff\U000f0000-\U0010ffff]")


def foreign(text: str) -> set[str]:
    """Characters that nobody typed: drawn forms of letters, and private ones."""
    return set(FOREIGN.findall(text))


@pytest.fixture(scope="module")
def paper() -> bytes:
    return made_papers.paragraphs([*corpus.lines(), "قیمت ۵۰٬۰۰۰ ﷼", " ".join(dictionary.words(300))])


@pytest.mark.parametrize("reader", extractors.READERS)
def test_a_reader_gets_plain_letters(reader: str, paper: bytes, tmp_path: Path) -> None:
    text = extractors.READERS[reader](paper, tmp_path)
    assert len(text) > 3000
    assert foreign(text) == set()
    assert "ریال" in extractors.plain("".join(re.findall("قیمت.*", text))), "the rial sign was typed and has to stay"


def test_the_text_layer_itself_has_none(paper: bytes) -> None:
    assert foreign("".join(glyph.text for line in pieces.everything(stream.read(paper)) for glyph in line)) == set()


def test_reshaped_text_would_be_seen() -> None:
    from arabic_reshaper import reshape

    assert foreign(reshape(corpus.lines()[0]))
    assert foreign("لا" + "\ufefb")
    assert foreign("\ue001")
    assert not foreign("".join(corpus.lines()) + "\ufdfc")
