"""What is said where a pipe or a device lies in the place of a file."""

from __future__ import annotations

import pytest

from desktop_app.domain.errors import EnvironmentProblem, RuleBroken
from desktop_app.words.refusals import sentence


@pytest.mark.parametrize("folder", ["داده", "حافظه/014020223-1200"])
def test_it_is_told_without_a_word_of_what_is_not_so(folder: str) -> None:
    """In a backup or on a memory stick it keeps no records from being opened."""
    told = sentence(EnvironmentProblem("not_a_file", name="office.db-journal", folder=folder))
    assert "فایل ویژهٔ سیستم" in told
    assert "باز نمی‌شود" not in told
    assert folder in told


@pytest.mark.parametrize("key", ["text_not_file", "sheet_not_file"])
def test_the_kinds_are_called_by_the_same_words_everywhere(key: str) -> None:
    assert "فایل ویژهٔ سیستم" in sentence(RuleBroken(key, path="x"))
