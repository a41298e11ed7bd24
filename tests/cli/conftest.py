"""Commands called in this process."""

from __future__ import annotations

import pytest

from tests.cli.caller import Caller


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Caller:
    """Runs one command and tells its code, output and refusal."""
    return Caller(capsys)
