"""Names that are proposed for files are names that Windows takes, whole and as they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.printing.files import is_device_of_windows
from desktop_app.window.signing import words as paper_page
from desktop_app.words import papers

REFUSED = set('<>:"/\\|?*') | {chr(code) for code in range(32)}
LONGEST = 100
"""So many letters fit beside a folder as deep as a person makes one; of Persian ones, 200 bytes."""

NAMES = [papers.file_name(kind.value, "1402-12", suffix) for kind in PaperKind for suffix in (".pdf", ".docx")]
NAMES.append(paper_page.file_name(9999, 99))


@pytest.mark.parametrize("name", NAMES)
def test_a_proposed_name_is_one_that_windows_takes(name: str) -> None:
    stem = Path(name).stem
    assert not REFUSED & set(name)
    assert stem == stem.strip(" .")
    assert len(name) <= LONGEST
    assert not is_device_of_windows(Path(name))
