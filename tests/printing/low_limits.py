"""Lower limits of the child process, so that what is endless ends in seconds."""

from __future__ import annotations

import pytest

from desktop_app.printing.strangers import client
from desktop_app.printing.strangers.limits import Limits


@pytest.fixture
def low_limits(monkeypatch: pytest.MonkeyPatch) -> Limits:
    """As they are for the test, and of the usual memory."""
    limits = Limits(page_seconds=2, file_seconds=4)
    monkeypatch.setattr(client, "LIMITS", limits)
    return limits
