"""What is typed is what is printed, letter by letter, or it is refused by name."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from desktop_app.domain.documents.paper_capabilities import PaperCapabilities, clean_text
from desktop_app.services.minutes import clauses
from tests.fault_injection.fuzzed_text import HAZARDS, fates, fuzzed

TEXTS = 300
"""A quick share; ``dev.py bench faults`` sends 10,000 texts."""
REFUSALS = {"glyph_missing", "clause_without_text"}


def test_texts_come_back_from_the_paper_or_are_refused_by_name(tmp_path: Path) -> None:
    texts = [*fuzzed(TEXTS - len(HAZARDS), random.Random(5)), *(f"متن {one} پایان" for one in HAZARDS)]
    found = list(fates(texts, tmp_path))
    assert [one for one in found if one.wrong] == []
    assert {one.refused for one in found} <= {"", *REFUSALS}
    assert sum(not one.refused for one in found) > TEXTS // 2


def test_letters_that_the_font_draws_in_several_glyphs_come_back(tmp_path: Path) -> None:
    texts = [f"متن {chr(code)} پایان" for code in range(0x1F00, 0x2000)]
    found = list(fates(texts, tmp_path))
    assert [one for one in found if one.wrong] == []
    assert {one.text for one in found if not one.refused} >= {"متن \u1fed پایان", "متن \u1fee پایان"}


def test_a_letter_that_is_lost_on_the_way_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def careless(paper: PaperCapabilities, text: str, field: str, *, multiline: bool = False) -> str:
        return clean_text(paper, text, field, multiline=multiline).replace("&", "")

    monkeypatch.setattr(clauses, "clean_text", careless)
    (found,) = fates(["الف & ب"], tmp_path)
    assert found.wrong == "kept as 'الف  ب'"
