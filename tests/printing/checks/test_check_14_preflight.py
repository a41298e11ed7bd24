"""Check 14, the other validator: Apache PDFBox Preflight passes the 1b form of a paper."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.domain.documents.paper_kinds import Profile
from tests.printing.every_paper import paper
from tests.printing.oracles import preflight
from tests.whole import deciding


@pytest.mark.parametrize("name", deciding(["minutes", "letter"], {"minutes"}))
def test_the_1b_form_is_valid(name: str, tmp_path: Path) -> None:
    """The minutes decide: a letter has nothing that they have not."""
    preflight.need()
    assert preflight.complaints(paper(name, Profile.A_1B), tmp_path) == []


def test_another_form_is_not_taken_for_it(tmp_path: Path) -> None:
    preflight.need()
    assert preflight.complaints(paper("minutes", Profile.A_3B), tmp_path)
