"""A damaged store of files shows, opens, copies and prints nothing wrong in silence, and the check names it."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from desktop_app.storage.file import file_store
from tests.fault_injection.damaged_store import DAMAGES, make_store, outcomes_of_store

pytestmark = pytest.mark.usefixtures("qapp")
"""A page that is waited for needs the loop of events."""
DAMAGED = len(DAMAGES)
"""A quick share, one of each; ``dev.py bench faults`` damages 100."""


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office with files, closed; nobody changes it."""
    folder = tmp_path_factory.mktemp("sound")
    make_store(folder)
    return folder


def test_no_file_is_wrong_in_silence(sound: Path, tmp_path: Path) -> None:
    made = list(outcomes_of_store(sound, tmp_path, DAMAGED, random.Random(3)))
    assert [one for one in made if one.silent or one.unforeseen] == []
    assert all(set(one.told) <= {"file_missing", "file_altered"} for one in made)
    assert sum(bool(one.told and one.refused) for one in made) >= DAMAGED - 1


@pytest.mark.whole
def test_without_the_hash_files_are_wrong_in_silence(
    sound: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The reading proves itself."""

    # private: that a file is read without its hash is nothing anybody may ask for
    monkeypatch.setattr(file_store, "_checked", lambda path, _sha256: path.read_bytes())
    assert any(one.silent for one in outcomes_of_store(sound, tmp_path, DAMAGED, random.Random(3)))
