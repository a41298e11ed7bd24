"""Lower limits of the child process, so that what is endless ends in seconds."""

from __future__ import annotations

import os

import pytest

from desktop_app.printing import stranger_files as client
from desktop_app.printing.stranger_limits import Limits


@pytest.fixture
def low_limits(monkeypatch: pytest.MonkeyPatch) -> Limits:
    """As they are for the test, and of the usual memory."""
    # a process takes seconds to start under Wine
    times = 4 if os.name == "nt" else 1
    limits = Limits(page_seconds=2 * times, file_seconds=4 * times)
    monkeypatch.setattr(client, "LIMITS", limits)
    return limits
