"""Papers whose layout is the question are made without the proof of their archive form."""

from __future__ import annotations

import pytest

from desktop_app.printing.pdf import archive


@pytest.fixture
def unproved(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Half of the time of a paper is the proof that it is an archive file, and check 14 proves every kind of paper.

    Where text comes to stand does not change that form, so tests of many layouts leave the proof out. With ``--whole``
    each of their papers is proved too.
    """
    if not request.config.getoption("--whole"):
        monkeypatch.setattr(archive, "prove", lambda _pdf, _profile, _pages: None)
