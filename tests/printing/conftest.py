"""Papers are made without the proof of their archive form where that form is not the question."""

from __future__ import annotations

import pytest

from desktop_app.printing.engine.pdf import archive


@pytest.fixture
def proved() -> None:
    """What asks for this is about the proof: each of its papers is looked into, as in the program."""


@pytest.fixture(autouse=True)
def _unproved(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Half of the time of a paper is the proof that it is an archive file, and check 14 proves every kind of paper.

    Where text comes to stand does not change that form. With ``--whole`` the papers of all tests are proved too.
    """
    if "proved" not in request.fixturenames and not request.config.getoption("--whole"):
        monkeypatch.setattr(archive, "check_archival_form", lambda _pdf, _profile, _pages: None)
